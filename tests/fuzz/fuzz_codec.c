/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include "tests/fuzz/fuzz_codec.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/codec.h"

static const struct bs_http_header headers[] = {
    {"Content-Type", "text/plain"},
    {"x-amz-meta-colour", "blue"},
    {"x-amz-object-attributes", "ETag,ObjectSize"},
};

/* A terminated copy, so that reading beyond it is seen. */
static char *copy_of(const uint8_t *bytes, size_t size)
{
    char *copy = calloc(1, size + 1);

    BS_ASSERT(copy != NULL);
    if (size > 0) {
        memcpy(copy, bytes, size);
    }
    return copy;
}

static void answer_with(const struct bs_codec_request *request, const struct bs_tree *output)
{
    const struct bs_codec_answer answer = {.output = output, .request_id = "id"};
    struct bs_http_response response;

    bs_http_response_init(&response);
    bs_codec_encode(request, &answer, &response);
    BS_ASSERT(response.status >= 200 && !response.body.failed);
    bs_http_response_clean_up(&response);
}

static void refuse_with(const struct bs_codec_request *request,
                        const struct bs_codec_problem *problem)
{
    const struct bs_codec_error error = {.code = problem->error,
                                         .message = problem->message,
                                         .status = 400,
                                         .is_sender = true,
                                         .request_id = "id"};
    struct bs_http_response response;

    BS_ASSERT(problem->error != NULL && problem->message[0] != '\0');
    bs_http_response_init(&response);
    bs_codec_encode_error(request, &error, &response);
    BS_ASSERT(response.status == 400 && !response.body.failed);
    bs_http_response_clean_up(&response);
}

static void ask(const struct bs_service_shape *service, const struct bs_operation_shape *operation,
                const struct bs_http_request *http)
{
    const struct bs_codec_request request = {
        .service = service, .operation = operation, .protocol = service->protocol, .http = http};
    struct bs_codec_problem problem;
    struct bs_tree *input = bs_codec_decode(&request, &problem);

    if (input == NULL) {
        refuse_with(&request, &problem);
    } else {
        answer_with(&request, input);
    }
    bs_tree_destroy(input);
}

void fuzz_codec(const char *const services[], const uint8_t *bytes, size_t size)
{
    const struct bs_service_shape *service;
    struct bs_http_request http = {.method = "POST", .headers = headers, .header_count = 3};
    const uint8_t *line_end;
    size_t target_length;
    size_t count = 0;
    char *target;
    char *body;

    if (size < 2) {
        return;
    }
    while (services[count] != NULL) {
        count++;
    }
    if (count == 0) {
        return;
    }
    service = bs_service_shape(services[bytes[0] % count]);
    line_end = memchr(bytes + 2, '\n', size - 2);
    target_length = line_end == NULL ? 0 : (size_t)(line_end - bytes) - 2;
    target = copy_of(bytes + 2, target_length);
    http.body_length = size - 2 - target_length - (line_end == NULL ? 0 : 1);
    body = copy_of(bytes + size - http.body_length, http.body_length);
    http.target = target;
    http.body = body;
    ask(service, &service->operations[bytes[1] % service->operation_count], &http);
    free(target);
    free(body);
}
