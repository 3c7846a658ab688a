/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_AWS_CHUNKED_H
#define BS_MOCKS_AWS_CHUNKED_H

/**
 * The content encoding "aws-chunked", in which clients of Amazon S3 sign a body piece by piece.
 *
 * Source: AWS, "Signature calculations for the authorization header: transferring payload in multiple
 * chunks" and "Including trailing headers (chunked upload)" (Amazon S3 API Reference).
 */

#include "base/buffer.h"
#include "orchestrator/aws/sigv4.h"

enum { BS_CHUNKED_TRAILERS_MAX = 8 };

/** How chunks are signed: a chain that begins with the signature of the request. */
struct bs_chunked_signer {
    const char *secret_access_key;
    const struct bs_sigv4_scope *scope;
    const char *seed; /* The request's signature, in hex. */
};

enum bs_chunked_outcome {
    BS_CHUNKED_WHOLE,
    BS_CHUNKED_MALFORMED,
    BS_CHUNKED_BAD_SIGNATURE,
    BS_CHUNKED_BAD_TRAILER,
};

/** To be cleaned up. */
struct bs_chunked {
    struct bs_buffer payload;
    struct bs_buffer text; /* Of the trailers. */
    struct bs_http_header trailers[BS_CHUNKED_TRAILERS_MAX];
    size_t trailer_count;
};

/**
 * Takes a body apart. `signer` NULL: signatures are not looked at. `has_trailers`: headers may follow the
 * last chunk, and are signed if the chunks are. `chunked` is overwritten whatever the outcome.
 */
enum bs_chunked_outcome bs_chunked_decode(const char *body, size_t length,
                                          const struct bs_chunked_signer *signer, bool has_trailers,
                                          struct bs_chunked *chunked);

void bs_chunked_clean_up(struct bs_chunked *chunked);

#endif
