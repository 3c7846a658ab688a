/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_PAYLOAD_H
#define BS_MOCKS_PAYLOAD_H

/**
 * The body of a request to Amazon S3 as its sender meant it: hash and checksums compared, the framing of
 * "aws-chunked" taken off with its signatures. Bodies of other services are what they are: their hash is
 * part of the signature.
 */

#include "mocks/authentication.h"
#include "mocks/aws_chunked.h"

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
    char encoding[64];
    bool is_chunked;
};

/**
 * Opens the body. `secret_access_key` NULL: no signatures and checksums are looked at. False and a refusal if
 * it is not what it claims to be.
 */
bool bs_payload_open(const struct bs_http_request *request, const struct bs_signature_claim *claim,
                     const char *secret_access_key, struct bs_payload *payload,
                     struct bs_refusal *refusal);

void bs_payload_clean_up(struct bs_payload *payload);

#endif
