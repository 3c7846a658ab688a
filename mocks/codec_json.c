/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/utf8.h"
#include "mocks/body.h"

/* ---- What the two protocols share ---- */

/* Services of these protocols have wire names of their own; a query service's are those of its forms. */
static bool has_wire_names(const struct bs_codec_request *request)
{
    return request->service->protocol != BS_PROTOCOL_QUERY;
}

static struct bs_tree *decode_json(const struct bs_codec_request *request,
                                   const struct bs_shape *shape, struct bs_codec_problem *problem)
{
    const struct bs_body_source source = {
        .language = &bs_body_json,
        .bytes = request->http->body,
        .length = request->http->body_length,
        .epoch_s = request->epoch_s,
        .has_wire_names = has_wire_names(request),
    };

    return bs_body_decode(&source, shape, problem);
}

static struct bs_body_writer writer_of(const struct bs_codec_request *request,
                                       struct bs_http_response *response)
{
    return (struct bs_body_writer){
        .hand = &bs_body_json_hand,
        .json = {.buffer = &response->body},
        .epoch_s = request->epoch_s,
        .has_wire_names = has_wire_names(request),
    };
}

static void add_request_id(struct bs_http_response *response, const char *request_id)
{
    if (request_id != NULL) {
        bs_http_response_header(response, "x-amzn-RequestId", request_id);
    }
}

static int status_of(const struct bs_codec_request *request)
{
    return request->operation->status != 0 ? request->operation->status : 200;
}

/* ---- JSON 1.0 and 1.1 ---- */

/* The client's own, if it is one of the two: some speak 1.0 to services whose model has 1.1. */
static const char *content_type(const struct bs_codec_request *request)
{
    static const char *const types[] = {"application/x-amz-json-1.0", "application/x-amz-json-1.1"};
    const char *asked = bs_http_request_header(request->http, "Content-Type");

    for (size_t i = 0; asked != NULL && i < 2; i++) {
        if (strncmp(asked, types[i], strlen(types[i])) == 0) {
            return types[i];
        }
    }
    return types[request->protocol == BS_PROTOCOL_JSON_1_1 ? 1 : 0];
}

/* Clients send {} where there is nothing to say, but some send nothing. */
static struct bs_tree *decode(const struct bs_codec_request *request,
                              struct bs_codec_problem *problem)
{
    static const struct bs_shape nothing = {.name = "Nothing", .kind = BS_SHAPE_STRUCTURE};
    const struct bs_shape *input = request->operation->input;

    if (request->http->body_length == 0) {
        return bs_tree_new_structure();
    }
    return decode_json(request, input != NULL ? input : &nothing, problem);
}

static void encode(const struct bs_codec_request *request, const struct bs_codec_answer *answer,
                   struct bs_http_response *response)
{
    struct bs_body_writer writer = writer_of(request, response);

    response->status = status_of(request);
    bs_http_response_header(response, "Content-Type", content_type(request));
    add_request_id(response, answer->request_id);
    bs_body_encode(&writer, request->operation->output, answer->output);
}

/* Models do not say what stands before an error's name; most services put nothing there. */
static const char *error_prefix(const struct bs_service_shape *service)
{
    static const struct {
        const char *target_prefix;
        const char *prefix;
    } prefixes[] = {
        {"DynamoDB_20120810", "com.amazonaws.dynamodb.v20120810#"},
    };

    for (size_t i = 0; service->target_prefix != NULL && i < sizeof(prefixes) / sizeof(prefixes[0]);
         i++) {
        if (strcmp(service->target_prefix, prefixes[i].target_prefix) == 0) {
            return prefixes[i].prefix;
        }
    }
    return "";
}

static void encode_error(const struct bs_codec_request *request, const struct bs_codec_error *error,
                         struct bs_http_response *response)
{
    struct bs_body_writer writer = writer_of(request, response);
    char type[256];

    (void)snprintf(type, sizeof(type), "%s%s", error_prefix(request->service),
                   bs_body_error_name(request, error));
    response->status = error->status;
    bs_http_response_header(response, "Content-Type", content_type(request));
    add_request_id(response, error->request_id);
    bs_body_query_error_header(request, error, response);
    bs_body_encode_error(&writer, error, type);
}

const struct bs_codec_protocol bs_codec_json = {
    .decode = decode,
    .encode = encode,
    .encode_error = encode_error,
};

/* ---- REST JSON ---- */

static const struct bs_shape_member *payload_of(const struct bs_shape *shape)
{
    for (size_t i = 0; shape != NULL && shape->payload != NULL && i < shape->member_count; i++) {
        if (strcmp(shape->members[i].name, shape->payload) == 0) {
            return &shape->members[i];
        }
    }
    return NULL;
}

static bool has_body(const struct bs_shape *shape)
{
    for (size_t i = 0; shape != NULL && i < shape->member_count; i++) {
        if (shape->members[i].location == BS_LOCATION_BODY) {
            return true;
        }
    }
    return false;
}

static bool is_utf8(const char *bytes, size_t length)
{
    while (length > 0) {
        const size_t count = bs_utf8_length(bytes, length);

        if (count == 0) {
            return false;
        }
        bytes += count;
        length -= count;
    }
    return true;
}

/* One member that is the whole body. */
static struct bs_tree *decode_payload(const struct bs_codec_request *request,
                                      const struct bs_shape_member *payload,
                                      struct bs_codec_problem *problem)
{
    const struct bs_http_request *http = request->http;

    if (payload->shape->kind == BS_SHAPE_BLOB) {
        return bs_tree_new_bytes(http->body, http->body_length);
    }
    if (payload->shape->kind == BS_SHAPE_STRUCTURE) {
        return decode_json(request, payload->shape, problem);
    }
    if (payload->shape->kind == BS_SHAPE_STRING && is_utf8(http->body, http->body_length)) {
        return bs_tree_new_text_of(http->body, http->body_length);
    }
    *problem = (struct bs_codec_problem){.error = "SerializationException",
                                         .message = "The body is not UTF-8"};
    return NULL;
}

static struct bs_tree *decode_rest_body(const struct bs_codec_request *request,
                                        struct bs_codec_problem *problem)
{
    const struct bs_shape *input = request->operation->input;
    const struct bs_shape_member *payload = payload_of(input);
    struct bs_tree *tree;
    struct bs_tree *member;

    if (request->http->body_length == 0 || !has_body(input)) {
        return bs_tree_new_structure();
    }
    if (payload == NULL) {
        return decode_json(request, input, problem);
    }
    member = decode_payload(request, payload, problem);
    if (member == NULL) {
        return NULL;
    }
    tree = bs_tree_new_structure();
    (void)bs_tree_set(tree, payload->name, member);
    return tree;
}

static struct bs_tree *decode_rest(const struct bs_codec_request *request,
                                   struct bs_codec_problem *problem)
{
    struct bs_tree *input = decode_rest_body(request, problem);

    if (input != NULL && !bs_rest_decode_bindings(request, input, problem)) {
        bs_tree_destroy(input);
        return NULL;
    }
    return input;
}

/* Blobs and texts as they are; their type is what a header says, if the output has one for it. */
static void encode_payload(struct bs_body_writer *writer, const struct bs_shape_member *payload,
                           const struct bs_tree *output, struct bs_http_response *response)
{
    const struct bs_tree *tree = bs_tree_get(output, payload->name);
    const bool is_raw = payload->shape->kind != BS_SHAPE_STRUCTURE;
    const char *type =
        payload->shape->kind == BS_SHAPE_BLOB ? "application/octet-stream" : "text/plain";
    bool has_type = false;

    for (size_t i = 0; i < response->header_count; i++) {
        has_type |= strcmp(response->headers[i].name, "Content-Type") == 0;
    }
    if (!has_type) {
        bs_http_response_header(response, "Content-Type", is_raw ? type : "application/json");
    }
    if (!is_raw) {
        bs_body_encode(writer, payload->shape, tree);
    } else if (tree != NULL) {
        BS_ASSERT(tree->kind == BS_TREE_TEXT || tree->kind == BS_TREE_BYTES);
        bs_buffer_append(&response->body, tree->is.text.bytes, tree->is.text.length);
    }
}

static void encode_rest(const struct bs_codec_request *request,
                        const struct bs_codec_answer *answer, struct bs_http_response *response)
{
    const struct bs_shape_member *payload = payload_of(request->operation->output);
    struct bs_body_writer writer = writer_of(request, response);

    response->status = status_of(request);
    add_request_id(response, answer->request_id);
    if (request->operation->output != NULL) {
        bs_rest_encode_bindings(request, request->operation->output, answer->output, response);
    }
    if (payload != NULL) {
        encode_payload(&writer, payload, answer->output, response);
    } else if (response->status != 204) {
        bs_http_response_header(response, "Content-Type", "application/json");
        bs_body_encode(&writer, request->operation->output, answer->output);
    }
}

static void encode_rest_error(const struct bs_codec_request *request,
                              const struct bs_codec_error *error, struct bs_http_response *response)
{
    struct bs_body_writer writer = writer_of(request, response);

    response->status = error->status;
    bs_http_response_header(response, "Content-Type", "application/json");
    bs_http_response_header(response, "x-amzn-ErrorType", bs_body_error_name(request, error));
    add_request_id(response, error->request_id);
    bs_body_encode_error(&writer, error, NULL);
}

const struct bs_codec_protocol bs_codec_rest_json = {
    .decode = decode_rest,
    .encode = encode_rest,
    .encode_error = encode_rest_error,
};
