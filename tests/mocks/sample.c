/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/mocks/sample.h"

#include <string.h>

#include "base/assert.h"

static const struct bs_shape text = {.name = "Text", .kind = BS_SHAPE_STRING};
static const struct bs_shape blob = {.name = "Blob", .kind = BS_SHAPE_BLOB};
static const struct bs_shape integer = {.name = "Integer", .kind = BS_SHAPE_INTEGER};
static const struct bs_shape decimal = {.name = "Decimal", .kind = BS_SHAPE_DECIMAL};
static const struct bs_shape boolean = {.name = "Boolean", .kind = BS_SHAPE_BOOLEAN};
static const struct bs_shape timestamp = {.name = "Timestamp", .kind = BS_SHAPE_TIMESTAMP};

#define MEMBER(NAME, OF) .name = NAME, .wire_name = NAME, .shape = &(OF)

static const struct bs_shape_member element[] = {{MEMBER("member", text)}};
static const struct bs_shape list = {
    .name = "List", .kind = BS_SHAPE_LIST, .members = element, .member_count = 1};
static const struct bs_shape_member entry[] = {{MEMBER("key", text)}, {MEMBER("value", integer)}};
static const struct bs_shape map = {
    .name = "Map", .kind = BS_SHAPE_MAP, .members = entry, .member_count = 2};

static const struct bs_shape_member members[] = {
    {MEMBER("Text", text)},
    {MEMBER("Blob", blob)},
    {MEMBER("Integer", integer)},
    {MEMBER("Decimal", decimal)},
    {MEMBER("Boolean", boolean)},
    {MEMBER("Time", timestamp)},
    {MEMBER("List", list)},
    {MEMBER("Map", map)},
    {MEMBER("Self", bs_sample_shape)},
    {.name = "Renamed", .wire_name = "renamed", .shape = &text},
    {MEMBER("Travels", text), .location = BS_LOCATION_HEADER},
};

const struct bs_shape bs_sample_shape = {.name = "Sample",
                                         .kind = BS_SHAPE_STRUCTURE,
                                         .members = members,
                                         .member_count = sizeof(members) / sizeof(members[0])};

static const struct bs_shape_member store_members[] = {{MEMBER("Payload", blob)}};
static const struct bs_shape store = {.name = "StoreInput",
                                      .kind = BS_SHAPE_STRUCTURE,
                                      .members = store_members,
                                      .member_count = 1,
                                      .payload = "Payload"};

const struct bs_operation_shape bs_sample_echo = {.name = "Echo",
                                                  .method = "POST",
                                                  .uri = "/",
                                                  .status = 200,
                                                  .input = &bs_sample_shape,
                                                  .output = &bs_sample_shape};
const struct bs_operation_shape bs_sample_store = {.name = "Store",
                                                   .method = "PUT",
                                                   .uri = "/store",
                                                   .status = 201,
                                                   .input = &store,
                                                   .output = &store};
const struct bs_operation_shape bs_sample_silent = {.name = "Silent", .method = "POST", .uri = "/"};

static const struct bs_shape_error errors[] = {
    {.shape = "NoSuchThingException", .code = "NoSuchThing", .status = 404, .is_sender = true}};

const struct bs_service_shape bs_sample_service = {.name = "sample",
                                                   .target_prefix = "Sample_20261121",
                                                   .protocol = BS_PROTOCOL_JSON_1_1,
                                                   .errors = errors,
                                                   .error_count = 1};
const struct bs_service_shape bs_sample_query_service = {
    .name = "sample", .protocol = BS_PROTOCOL_QUERY, .errors = errors, .error_count = 1};

static struct bs_codec_request request_of(const struct bs_sample_call *call,
                                          const struct bs_http_request *http)
{
    return (struct bs_codec_request){.service = call->service,
                                     .operation = call->operation,
                                     .protocol = call->protocol,
                                     .http = http,
                                     .epoch_s = BS_SAMPLE_EPOCH_S};
}

static struct bs_http_request http_of(const struct bs_sample_call *call, const char *body,
                                      size_t length)
{
    return (struct bs_http_request){.method = "POST",
                                    .target = "/",
                                    .headers = call->headers,
                                    .header_count = call->header_count,
                                    .body = body,
                                    .body_length = length};
}

struct bs_tree *bs_sample_decode(const struct bs_sample_call *call, const char *body, size_t length,
                                 struct bs_codec_problem *problem)
{
    const struct bs_http_request http = http_of(call, body, length);
    const struct bs_codec_request request = request_of(call, &http);

    /* cppcheck-suppress returnDanglingLifetime ; cannot know that a tree borrows nothing of the request. */
    return call->codec->decode(&request, problem);
}

void bs_sample_encode(const struct bs_sample_call *call, const struct bs_tree *output,
                      struct bs_http_response *response)
{
    const struct bs_http_request http = http_of(call, "", 0);
    const struct bs_codec_request request = request_of(call, &http);
    const struct bs_codec_answer answer = {.output = output, .request_id = "the-request"};

    bs_http_response_init(response);
    call->codec->encode(&request, &answer, response);
}

void bs_sample_encode_error(const struct bs_sample_call *call, const struct bs_codec_error *error,
                            struct bs_http_response *response)
{
    const struct bs_http_request http = http_of(call, "", 0);
    const struct bs_codec_request request = request_of(call, &http);

    bs_http_response_init(response);
    call->codec->encode_error(&request, error, response);
}

const char *bs_sample_header(const struct bs_http_response *response, const char *name)
{
    for (size_t i = 0; i < response->header_count; i++) {
        if (strcmp(response->headers[i].name, name) == 0) {
            return response->headers[i].value;
        }
    }
    return NULL;
}

bool bs_sample_round_trip(const struct bs_sample_call *call, const char *body, size_t length)
{
    struct bs_codec_problem problem = {0};
    struct bs_tree *tree = bs_sample_decode(call, body, length, &problem);
    struct bs_http_response first;
    struct bs_http_response second;

    if (tree == NULL) {
        BS_ASSERT(strcmp(problem.error, "SerializationException") == 0);
        BS_ASSERT(problem.message[0] != '\0');
        return false;
    }
    bs_sample_encode(call, tree, &first);
    bs_tree_destroy(tree);
    BS_ASSERT(!first.body.failed);
    tree = bs_sample_decode(call, first.body.bytes, first.body.length, &problem);
    BS_ASSERT(tree != NULL);
    bs_sample_encode(call, tree, &second);
    bs_tree_destroy(tree);
    BS_ASSERT(first.body.length == second.body.length);
    BS_ASSERT(memcmp(first.body.bytes, second.body.bytes, first.body.length) == 0);
    bs_http_response_clean_up(&first);
    bs_http_response_clean_up(&second);
    return true;
}
