/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * The codecs for who speaks JSON on standard input and output: one line asks, one answers. Trees are JSON in
 * which whatever JSON has no word for is an object with one key: {"$bytes": hex}, {"$integer": text},
 * {"$decimal": text}, {"$instant": nanoseconds}. test_codec_botocore.py is its other half.
 */

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/codec.h"

/* What instant 0 is on the calendar. */
static const int64_t epoch_s = 1760000000;

enum { HEADERS_MAX = 200 };

/* ---- Bytes as hex ---- */

static char *hex_of(const char *bytes, size_t length)
{
    char *hex = calloc(2, length + 1);

    BS_ASSERT(hex != NULL);
    for (size_t i = 0; i < length; i++) {
        (void)snprintf(hex + 2 * i, 3, "%02x", (unsigned)(unsigned char)bytes[i]);
    }
    return hex;
}

static char *bytes_of(const char *hex, size_t *length)
{
    char *bytes = calloc(1, strlen(hex) / 2 + 1);

    BS_ASSERT(bytes != NULL);
    *length = strlen(hex) / 2;
    for (size_t i = 0; i < *length; i++) {
        const char digits[3] = {hex[2 * i], hex[2 * i + 1], '\0'};

        bytes[i] = (char)strtol(digits, NULL, 16);
    }
    return bytes;
}

/* ---- Trees as JSON ---- */

static cJSON *tagged(const char *tag, const char *text)
{
    cJSON *object = cJSON_CreateObject();

    (void)cJSON_AddStringToObject(object, tag, text);
    return object;
}

static cJSON *json_of_number(const struct bs_tree *tree)
{
    char text[64];

    if (tree->kind == BS_TREE_DECIMAL) {
        (void)snprintf(text, sizeof(text), "%.17g", tree->is.decimal);
        return tagged("$decimal", text);
    }
    (void)snprintf(text, sizeof(text), "%" PRId64,
                   tree->kind == BS_TREE_INTEGER ? tree->is.integer : tree->is.instant.ns);
    return tagged(tree->kind == BS_TREE_INTEGER ? "$integer" : "$instant", text);
}

static cJSON *json_of(const struct bs_tree *tree)
{
    const bool is_list = tree->kind == BS_TREE_LIST;
    char *hex;
    cJSON *json;

    switch (tree->kind) {
    case BS_TREE_STRUCTURE:
    case BS_TREE_LIST:
        json = is_list ? cJSON_CreateArray() : cJSON_CreateObject();
        for (const struct bs_tree *child = bs_tree_first(tree); child != NULL;
             child = child->next) {
            (void)(is_list ? cJSON_AddItemToArray(json, json_of(child))
                           : cJSON_AddItemToObject(json, child->name, json_of(child)));
        }
        return json;
    case BS_TREE_TEXT:
        return cJSON_CreateString(tree->is.text.bytes);
    case BS_TREE_BYTES:
        hex = hex_of(tree->is.text.bytes, tree->is.text.length);
        json = tagged("$bytes", hex);
        free(hex);
        return json;
    case BS_TREE_BOOLEAN:
        return cJSON_CreateBool(tree->is.boolean);
    case BS_TREE_NULL:
        return cJSON_CreateNull();
    default:
        return json_of_number(tree);
    }
}

/* NULL if the object is no scalar. */
static struct bs_tree *scalar_of(const cJSON *object)
{
    const cJSON *only = object->child;
    struct bs_tree *tree;
    size_t length;
    char *bytes;

    if (only == NULL || only->string[0] != '$') {
        return NULL;
    }
    if (strcmp(only->string, "$integer") == 0) {
        return bs_tree_new_integer(strtoll(only->valuestring, NULL, 10));
    }
    if (strcmp(only->string, "$decimal") == 0) {
        return bs_tree_new_decimal(strtod(only->valuestring, NULL));
    }
    if (strcmp(only->string, "$instant") == 0) {
        return bs_tree_new_instant((struct bs_instant){strtoll(only->valuestring, NULL, 10)});
    }
    bytes = bytes_of(only->valuestring, &length);
    tree = bs_tree_new_bytes(bytes, length);
    free(bytes);
    return tree;
}

static struct bs_tree *tree_of(const cJSON *json)
{
    struct bs_tree *tree = cJSON_IsObject(json) ? scalar_of(json) : NULL;

    if (tree != NULL) {
        return tree;
    }
    if (cJSON_IsString(json)) {
        return bs_tree_new_text(json->valuestring);
    }
    if (cJSON_IsBool(json)) {
        return bs_tree_new_boolean(cJSON_IsTrue(json));
    }
    if (!cJSON_IsObject(json) && !cJSON_IsArray(json)) {
        return bs_tree_new_null();
    }
    tree = cJSON_IsArray(json) ? bs_tree_new_list() : bs_tree_new_structure();
    for (const cJSON *child = json->child; child != NULL; child = child->next) {
        (void)(cJSON_IsArray(json) ? bs_tree_append(tree, tree_of(child))
                                   : bs_tree_set(tree, child->string, tree_of(child)));
    }
    return tree;
}

/* ---- Asking the codec ---- */

static const char *text_at(const cJSON *object, const char *key, const char *otherwise)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);

    return cJSON_IsString(value) ? value->valuestring : otherwise;
}

static cJSON *decode(const struct bs_codec_request *request)
{
    struct bs_codec_problem problem;
    struct bs_tree *input = bs_codec_decode(request, &problem);
    cJSON *answer = cJSON_CreateObject();

    if (input == NULL) {
        (void)cJSON_AddStringToObject(answer, "error", problem.error);
        (void)cJSON_AddStringToObject(answer, "message", problem.message);
    } else {
        (void)cJSON_AddItemToObject(answer, "tree", json_of(input));
    }
    bs_tree_destroy(input);
    return answer;
}

static cJSON *json_of_response(const struct bs_http_response *response)
{
    cJSON *answer = cJSON_CreateObject();
    cJSON *headers = cJSON_AddObjectToObject(answer, "headers");
    char *hex = hex_of(response->body.bytes, response->body.length);

    (void)cJSON_AddNumberToObject(answer, "status", response->status);
    for (size_t i = 0; i < response->header_count; i++) {
        (void)cJSON_AddStringToObject(headers, response->headers[i].name,
                                      response->headers[i].value);
    }
    (void)cJSON_AddStringToObject(answer, "body", hex);
    free(hex);
    return answer;
}

static cJSON *encode(const struct bs_codec_request *request, const cJSON *line)
{
    struct bs_tree *output = tree_of(cJSON_GetObjectItemCaseSensitive(line, "tree"));
    const char *code = text_at(line, "code", NULL);
    struct bs_http_response response;
    cJSON *answer;

    bs_http_response_init(&response);
    if (code != NULL) {
        const struct bs_shape_error *shape = bs_shape_error(request->service, code);
        const struct bs_codec_error error = {
            .code = shape == NULL ? code : shape->code,
            .message = text_at(line, "message", ""),
            .status = shape == NULL ? 400 : shape->status,
            .is_sender = shape == NULL || shape->is_sender,
            .members = shape == NULL ? NULL : shape->members,
            .details = output,
            .request_id = "request-1",
        };

        bs_codec_encode_error(request, &error, &response);
    } else {
        bs_codec_encode(request,
                        &(struct bs_codec_answer){.output = output, .request_id = "request-1"},
                        &response);
    }
    answer = json_of_response(&response);
    bs_http_response_clean_up(&response);
    bs_tree_destroy(output);
    return answer;
}

static size_t read_headers(const cJSON *line, struct bs_http_header headers[HEADERS_MAX])
{
    const cJSON *given = cJSON_GetObjectItemCaseSensitive(line, "headers");
    size_t count = 0;

    for (const cJSON *header = given == NULL ? NULL : given->child; header != NULL;
         header = header->next) {
        BS_ASSERT(count < HEADERS_MAX);
        headers[count++] = (struct bs_http_header){header->string, header->valuestring};
    }
    return count;
}

static cJSON *answer_to(const cJSON *line)
{
    const struct bs_service_shape *service = bs_service_shape(text_at(line, "service", ""));
    struct bs_http_header headers[HEADERS_MAX];
    struct bs_codec_request request = {.service = service, .epoch_s = epoch_s};
    struct bs_http_request http;
    size_t body_length;
    char *body = bytes_of(text_at(line, "body", ""), &body_length);
    cJSON *answer;

    BS_ASSERT(service != NULL);
    request.operation = bs_operation_shape(service, text_at(line, "operation", ""));
    request.protocol =
        (enum bs_protocol)cJSON_GetObjectItemCaseSensitive(line, "protocol")->valueint;
    request.http = &http;
    BS_ASSERT(request.operation != NULL);
    http = (struct bs_http_request){
        .method = text_at(line, "method", "POST"),
        .target = text_at(line, "target", "/"),
        .headers = headers,
        .header_count = read_headers(line, headers),
        .body = body,
        .body_length = body_length,
    };
    answer =
        strcmp(text_at(line, "ask", ""), "decode") == 0 ? decode(&request) : encode(&request, line);
    free(body);
    return answer;
}

int main(void)
{
    char *text = NULL;
    size_t size = 0;

    while (getline(&text, &size, stdin) > 0) {
        cJSON *line = cJSON_Parse(text);
        cJSON *answer;
        char *printed;

        BS_ASSERT(line != NULL);
        answer = answer_to(line);
        printed = cJSON_PrintUnformatted(answer);
        BS_ASSERT(printed != NULL);
        (void)puts(printed);
        free(printed);
        cJSON_Delete(answer);
        cJSON_Delete(line);
    }
    free(text);
    return 0;
}
