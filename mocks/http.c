/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include "mocks/http.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/assert.h"

enum { BODY_MAX = 1 << 28, HEADERS_MIN = 8 };

void bs_http_response_init(struct bs_http_response *response)
{
    memset(response, 0, sizeof(*response));
    response->status = 200;
    bs_buffer_init(&response->body, BODY_MAX);
}

void bs_http_response_clean_up(struct bs_http_response *response)
{
    for (size_t i = 0; i < response->header_count; i++) {
        free(response->headers[i].name);
        free(response->headers[i].value);
    }
    free(response->headers);
    response->headers = NULL;
    response->header_count = 0;
    response->header_capacity = 0;
    bs_buffer_clean_up(&response->body);
    if (response->source.self != NULL) {
        response->source.release(response->source.self);
        response->source.self = NULL;
    }
}

static char *copy_of(const char *text)
{
    char *copy = strdup(text);

    BS_ASSERT(copy != NULL);
    return copy;
}

void bs_http_response_header(struct bs_http_response *response, const char *name, const char *value)
{
    if (response->header_count == response->header_capacity) {
        response->header_capacity = response->header_capacity * 2 + HEADERS_MIN;
        response->headers =
            realloc(response->headers, response->header_capacity * sizeof(*response->headers));
        BS_ASSERT(response->headers != NULL);
    }
    response->headers[response->header_count].name = copy_of(name);
    response->headers[response->header_count].value = copy_of(value);
    response->header_count++;
}

const char *bs_http_request_header(const struct bs_http_request *request, const char *name)
{
    for (size_t i = 0; i < request->header_count; i++) {
        if (strcasecmp(request->headers[i].name, name) == 0) {
            return request->headers[i].value;
        }
    }
    return NULL;
}
