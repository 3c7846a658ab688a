/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Smithy RPC v2 CBOR: its specification wants the header smithy-protocol both ways. */
#include <stdio.h>
#include <string.h>

#include "mocks/body.h"

static const char media_type[] = "application/cbor";

static bool refuse(struct bs_codec_problem *problem, const char *message)
{
    problem->error = "SerializationException";
    (void)snprintf(problem->message, sizeof(problem->message), "%s", message);
    return false;
}

/* A target beside the path could be read as another operation by whoever checks requests on the way. */
static bool check_headers(const struct bs_http_request *http, struct bs_codec_problem *problem)
{
    static const char *const targets[] = {"X-Amz-Target", "X-Amzn-Target"};
    const char *type = bs_http_request_header(http, "Content-Type");

    for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
        if (bs_http_request_header(http, targets[i]) != NULL) {
            return refuse(problem, "This protocol has no target header");
        }
    }
    if (http->body_length > 0 &&
        (type == NULL || strncmp(type, media_type, sizeof(media_type) - 1) != 0)) {
        return refuse(problem, "The content type is not application/cbor");
    }
    return true;
}

static struct bs_tree *decode(const struct bs_codec_request *request,
                              struct bs_codec_problem *problem)
{
    const struct bs_body_source source = {
        .language = &bs_body_cbor,
        .bytes = request->http->body,
        .length = request->http->body_length,
        .epoch_s = request->epoch_s,
    };

    if (!check_headers(request->http, problem)) {
        return NULL;
    }
    if (source.length == 0 || request->operation->input == NULL) {
        return bs_tree_new_structure();
    }
    return bs_body_decode(&source, request->operation->input, problem);
}

static void begin(struct bs_http_response *response, int status, const char *request_id)
{
    response->status = status;
    bs_http_response_header(response, "smithy-protocol", "rpc-v2-cbor");
    if (request_id != NULL) {
        bs_http_response_header(response, "x-amzn-RequestId", request_id);
    }
}

static struct bs_body_writer writer_of(const struct bs_codec_request *request,
                                       struct bs_http_response *response)
{
    bs_http_response_header(response, "Content-Type", media_type);
    return (struct bs_body_writer){
        .hand = &bs_body_cbor_hand,
        .json = {.buffer = &response->body},
        .epoch_s = request->epoch_s,
    };
}

/* Always 200, and without an output there is neither a body nor a type of it. */
static void encode(const struct bs_codec_request *request, const struct bs_codec_answer *answer,
                   struct bs_http_response *response)
{
    begin(response, 200, answer->request_id);
    if (request->operation->output != NULL) {
        struct bs_body_writer writer = writer_of(request, response);

        bs_body_encode(&writer, request->operation->output, answer->output);
    }
}

static void encode_error(const struct bs_codec_request *request, const struct bs_codec_error *error,
                         struct bs_http_response *response)
{
    struct bs_body_writer writer;
    char type[256];

    (void)snprintf(type, sizeof(type), "com.amazonaws.%s#%s", request->service->name,
                   bs_body_error_name(request, error));
    begin(response, error->status, error->request_id);
    bs_body_query_error_header(request, error, response);
    writer = writer_of(request, response);
    bs_body_encode_error(&writer, error, type);
}

const struct bs_codec_protocol bs_codec_rpc_v2_cbor = {
    .decode = decode,
    .encode = encode,
    .encode_error = encode_error,
};
