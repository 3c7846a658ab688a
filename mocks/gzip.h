/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_GZIP_H
#define BS_MOCKS_GZIP_H

/** The content encoding "gzip" (RFC 1952), by which clients shorten the bodies of some operations. */

#include "base/buffer.h"

enum bs_gzip_outcome {
    BS_GZIP_WHOLE,
    BS_GZIP_MALFORMED, /* Or cut short, or with something behind it. */
    BS_GZIP_TOO_LARGE, /* More than `plain` may hold. */
};

/** Appends what the bytes were before to `plain`, whose bound counts; after a failure a part of it. */
enum bs_gzip_outcome bs_gzip_decode(const char *bytes, size_t length, struct bs_buffer *plain);

#endif
