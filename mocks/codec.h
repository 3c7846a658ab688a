/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CODEC_H
#define BS_MOCKS_CODEC_H

/**
 * One generic codec per protocol, driven by the tables of shapes: requests into trees, answers into
 * responses. A codec knows no service. Whatever a client sends is either decoded or refused in words.
 */

#include "base/tree.h"
#include "mocks/http.h"
#include "mocks/shape.h"

enum { BS_CODEC_MESSAGE_MAX = 512 };

/** What an operation is asked with. */
struct bs_codec_request {
    const struct bs_service_shape *service;
    const struct bs_operation_shape *operation;
    enum bs_protocol protocol; /* Spoken by this client; not always the service's own. */
    const struct bs_http_request *http;
    int64_t epoch_s; /* What instant 0 is on the calendar. */
};

/** Why a request cannot be decoded, in the words of the protocol. */
struct bs_codec_problem {
    const char *error; /* "MalformedQueryString", "SerializationException", "ValidationError", .. */
    char message[BS_CODEC_MESSAGE_MAX];
};

/**
 * The operation's input as a tree with the model's names: a structure, to be destroyed. NULL and a problem if
 * the body is malformed, a required member is missing, or a value is of a wrong type, length or word. Members
 * that the model does not know are left out.
 */
struct bs_tree *bs_codec_decode(const struct bs_codec_request *request,
                                struct bs_codec_problem *problem);

/** What comes out of an operation. */
struct bs_codec_answer {
    const struct bs_tree *output; /* A structure. */
    const char *request_id;
};

/** Writes the operation's answer. Members that the model does not know are left out. */
void bs_codec_encode(const struct bs_codec_request *request, const struct bs_codec_answer *answer,
                     struct bs_http_response *response);

/** An error: of the service's model, or any code with the status it has. */
struct bs_codec_error {
    const char *code; /* On the wire. */
    const char *message;
    int status;
    bool is_sender;
    const struct bs_shape *members; /* NULL: none. */
    const struct bs_tree *details;  /* NULL: none. */
    const char *request_id;
};

/** Writes an error in the service's own dialect. `request->operation` may be NULL. */
void bs_codec_encode_error(const struct bs_codec_request *request,
                           const struct bs_codec_error *error, struct bs_http_response *response);

#endif
