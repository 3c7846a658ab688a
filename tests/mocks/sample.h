/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_MOCKS_SAMPLE_H
#define BS_TESTS_MOCKS_SAMPLE_H

/** A service that nobody has: one operation whose input and output have a member of every kind. */

#include "mocks/codec_protocol.h"

enum { BS_SAMPLE_EPOCH_S = 1700000000 };

/** Operations "Echo" and "Store" (a blob as the whole body); in the query protocol's table if `is_query`. */
extern const struct bs_service_shape bs_sample_service;
extern const struct bs_service_shape bs_sample_query_service;
extern const struct bs_operation_shape bs_sample_echo;
extern const struct bs_operation_shape bs_sample_store;
extern const struct bs_operation_shape bs_sample_silent; /* Neither input nor output. */
extern const struct bs_shape bs_sample_shape;

/** How a test sends a body. */
struct bs_sample_call {
    const struct bs_codec_protocol *codec;
    const struct bs_service_shape *service;
    const struct bs_operation_shape *operation;
    enum bs_protocol protocol;
    const struct bs_http_header *headers;
    size_t header_count;
};

struct bs_tree *bs_sample_decode(const struct bs_sample_call *call, const char *body, size_t length,
                                 struct bs_codec_problem *problem);
/** Into a response that this initialises. */
void bs_sample_encode(const struct bs_sample_call *call, const struct bs_tree *output,
                      struct bs_http_response *response);
void bs_sample_encode_error(const struct bs_sample_call *call, const struct bs_codec_error *error,
                            struct bs_http_response *response);

/** A header of the response, or NULL. */
const char *bs_sample_header(const struct bs_http_response *response, const char *name);

/**
 * What is decoded and encoded must decode again, and encode to the same bytes. Asserts it; false if the body
 * is refused, which must be in words.
 */
bool bs_sample_round_trip(const struct bs_sample_call *call, const char *body, size_t length);

#endif
