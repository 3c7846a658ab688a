/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include "tests/mocks/asking.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

static struct bs_codec_request request_to(const char *service, const char *operation)
{
    struct bs_codec_request request = {.service = bs_service_shape(service)};

    BS_ASSERT(request.service != NULL);
    request.protocol = request.service->protocol;
    request.operation = bs_operation_shape(request.service, operation);
    BS_ASSERT(request.operation != NULL);
    return request;
}

struct bs_tree *asking(const struct asking *asked, struct bs_codec_problem *problem)
{
    struct bs_codec_request request = request_to(asked->service, asked->operation);
    const char *body = asked->body == NULL ? "" : asked->body;
    const struct bs_http_request http = {
        .method = request.operation->method,
        .target = asked->target,
        .headers = asked->headers,
        .header_count = asked->header_count,
        .body = body,
        .body_length = strlen(body),
    };

    request.http = &http;
    return bs_codec_decode(&request, problem);
}

struct bs_tree *asking_form(const char *service, const char *operation, const char *body,
                            struct bs_codec_problem *problem)
{
    const struct asking asked = {
        .service = service, .operation = operation, .target = "/", .body = body};

    return asking(&asked, problem);
}

static char *body_of(struct bs_http_response *response)
{
    char *body = strdup(response->body.length == 0 ? "" : response->body.bytes);

    BS_ASSERT(body != NULL);
    bs_http_response_clean_up(response);
    return body;
}

char *asking_answer(const char *service, const char *operation, const struct bs_tree *output)
{
    struct bs_codec_request request = request_to(service, operation);
    const struct bs_http_request http = {
        .method = request.operation->method, .target = "/", .body = ""};
    const struct bs_codec_answer answer = {.output = output, .request_id = "id-1"};
    struct bs_http_response response;

    request.http = &http;
    bs_http_response_init(&response);
    bs_codec_encode(&request, &answer, &response);
    return body_of(&response);
}

char *asking_error(const char *service, const char *operation, const struct bs_codec_error *error)
{
    struct bs_codec_request request = request_to(service, operation);
    const struct bs_http_request http = {
        .method = request.operation->method, .target = "/", .body = ""};
    struct bs_http_response response;

    request.http = &http;
    bs_http_response_init(&response);
    bs_codec_encode_error(&request, error, &response);
    return body_of(&response);
}
