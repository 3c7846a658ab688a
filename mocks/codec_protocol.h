/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CODEC_PROTOCOL_H
#define BS_MOCKS_CODEC_PROTOCOL_H

/** What a protocol's file gives to mocks/codec.c, which checks what was decoded; inside this folder only. */

#include "mocks/codec.h"

struct bs_codec_protocol {
    /*
     * The input as it came: whatever the model does not know left out, of each member's kind, not yet checked
     * for members that are missing. NULL and a problem if it is malformed.
     */
    struct bs_tree *(*decode)(const struct bs_codec_request *request,
                              struct bs_codec_problem *problem);
    void (*encode)(const struct bs_codec_request *request, const struct bs_codec_answer *answer,
                   struct bs_http_response *response);
    void (*encode_error)(const struct bs_codec_request *request, const struct bs_codec_error *error,
                         struct bs_http_response *response);
};

extern const struct bs_codec_protocol bs_codec_query;
extern const struct bs_codec_protocol bs_codec_ec2;
extern const struct bs_codec_protocol bs_codec_rest_xml;
extern const struct bs_codec_protocol bs_codec_json; /* 1.0 and 1.1. */
extern const struct bs_codec_protocol bs_codec_rest_json;
extern const struct bs_codec_protocol bs_codec_rpc_v2_cbor;

/**
 * Bodies nest at most so deep; deeper ones are malformed. DynamoDB's 32 levels, each of which is two here,
 * fit in behind the six of BatchWriteItem, with room for DynamoDB itself to say that there are too many.
 */
enum { BS_CODEC_DEPTH_MAX = 112 };

/* ---- What REST protocols share (mocks/rest_binding.c) ---- */

/**
 * Members that travel in the path, the query string and headers, into `input`. False and a problem if one of
 * them cannot be read.
 */
bool bs_rest_decode_bindings(const struct bs_codec_request *request, struct bs_tree *input,
                             struct bs_codec_problem *problem);

/** Members of an output or an error that travel in headers and in the status. `shape` may be NULL. */
void bs_rest_encode_bindings(const struct bs_codec_request *request, const struct bs_shape *shape,
                             const struct bs_tree *output, struct bs_http_response *response);

/* ---- Scalars as text (mocks/scalar.c) ---- */

/** The format that counts for a member, of its own, its shape's, or else `otherwise`. */
enum bs_timestamp_format bs_scalar_timestamp_format(const struct bs_shape_member *member,
                                                    enum bs_timestamp_format otherwise);

/** A scalar of the member's kind out of text; NULL if it is none. Blobs are base64. */
struct bs_tree *bs_scalar_parse(const struct bs_shape_member *member, const char *text,
                                size_t length, enum bs_timestamp_format otherwise, int64_t epoch_s);

/** The text of a scalar, without escapes for any language. */
void bs_scalar_write(const struct bs_shape_member *member, const struct bs_tree *scalar,
                     enum bs_timestamp_format otherwise, int64_t epoch_s, struct bs_buffer *text);

#endif
