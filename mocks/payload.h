/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_PAYLOAD_H
#define BS_MOCKS_PAYLOAD_H

/**
 * The body of a request as its sender meant it. Amazon S3: hash and checksums compared, the framing of
 * "aws-chunked" taken off with its signatures. Of other services the hash is part of the signature; some
 * operations take bodies that are compressed.
 */

#include "mocks/authentication.h"
#include "mocks/aws_chunked.h"
#include "mocks/gzip.h"

enum { BS_PAYLOAD_HEADERS_MAX = 272 };

/** To be cleaned up. */
struct bs_payload {
    /*
     * The request as codecs should see it: the plain body, trailers as headers, and no word of aws-chunked.
     * Borrows from the original.
     */
    struct bs_http_request request;
    struct bs_http_header headers[BS_PAYLOAD_HEADERS_MAX];
    struct bs_chunked chunked;
    struct bs_buffer plain; /* What was compressed. */
    enum bs_gzip_outcome unzipping;
    char encoding[64];
    bool is_chunked;
    bool is_unzipped;
};

/**
 * Opens the body. `secret_access_key` NULL: no signatures and checksums are looked at. False and a refusal if
 * it is not what it claims to be.
 */
bool bs_payload_open(const struct bs_http_request *request, const struct bs_signature_claim *claim,
                     const char *secret_access_key, struct bs_payload *payload,
                     struct bs_refusal *refusal);

/**
 * Takes off "Content-Encoding: gzip", if that is what the request says. `length_max`: how long the body may
 * become. Unless it is whole, the request stays as it was. Further calls change nothing and say the same.
 */
enum bs_gzip_outcome bs_payload_unzip(struct bs_payload *payload, size_t length_max);

void bs_payload_clean_up(struct bs_payload *payload);

#endif
