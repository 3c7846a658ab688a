/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/mocks/signed_request.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/assert.h"
#include "base/digest.h"

static void copy(char *text, size_t size, const char *from, size_t length)
{
    BS_ASSERT(length < size);
    memcpy(text, from, length);
    text[length] = '\0';
}

void bs_signed_begin(struct bs_signed *request, const char *method, const char *target,
                     const char *body)
{
    *request = (struct bs_signed){.header_count = 0};
    copy(request->method, sizeof(request->method), method, strlen(method));
    copy(request->target, sizeof(request->target), target, strlen(target));
    copy(request->body, sizeof(request->body), body, strlen(body));
    request->body_length = strlen(body);
}

void bs_signed_header(struct bs_signed *request, const char *name, const char *value)
{
    const size_t index = request->header_count++;

    BS_ASSERT(index < BS_HEADERS);
    copy(request->names[index], sizeof(request->names[index]), name, strlen(name));
    copy(request->values[index], sizeof(request->values[index]), value, strlen(value));
}

char *bs_signed_value(struct bs_signed *request, const char *name)
{
    for (size_t i = 0; i < request->header_count; i++) {
        if (strcasecmp(request->names[i], name) == 0) {
            return request->values[i];
        }
    }
    return NULL;
}

struct bs_http_request bs_signed_view(struct bs_signed *request)
{
    for (size_t i = 0; i < request->header_count; i++) {
        request->headers[i] = (struct bs_http_header){request->names[i], request->values[i]};
    }
    return (struct bs_http_request){.method = request->method,
                                    .target = request->target,
                                    .headers = request->headers,
                                    .header_count = request->header_count,
                                    .body = request->body,
                                    .body_length = request->body_length};
}

static struct bs_sigv4_request to_sign(struct bs_signed *request, const char *service,
                                       const char *hash)
{
    const struct bs_http_request view = bs_signed_view(request);

    return (struct bs_sigv4_request){view.method,       view.target, view.headers,
                                     view.header_count, hash,        bs_sigv4_path_of(service)};
}

void bs_signed_in_header(struct bs_signed *request, const char *service, const char *token)
{
    const struct bs_credentials credentials = {BS_TEST_KEY, BS_TEST_SECRET, token};
    const struct bs_sigv4_scope scope = {BS_TEST_DATE, "us-east-1", service};
    struct bs_sigv4_request signing;
    char hash[BS_SIGV4_HEX_SIZE];
    struct bs_buffer value;

    bs_digest_bytes(request->body, request->body_length, hash);
    bs_signed_header(request, "X-Amz-Date", BS_TEST_DATE);
    if (strcmp(service, "s3") == 0) {
        bs_signed_header(request, "x-amz-content-sha256", hash);
    }
    if (token != NULL) {
        bs_signed_header(request, "X-Amz-Security-Token", token);
    }
    signing = to_sign(request, service, hash);
    bs_buffer_init(&value, BS_TEXT_SIZE);
    BS_ASSERT(bs_sigv4_authorization(&credentials, &scope, &signing, &value) == BS_OK);
    bs_signed_header(request, "Authorization", value.bytes);
    bs_buffer_clean_up(&value);
}

void bs_signed_in_query(struct bs_signed *request, const char *service, int64_t expires_s)
{
    const struct bs_credentials credentials = {BS_TEST_KEY, BS_TEST_SECRET, NULL};
    const struct bs_sigv4_scope scope = {BS_TEST_DATE, "us-east-1", service};
    struct bs_sigv4_request signing;
    char hash[BS_SIGV4_HEX_SIZE];
    struct bs_buffer target;

    bs_digest_bytes(request->body, request->body_length, hash);
    signing =
        to_sign(request, service, strcmp(service, "s3") == 0 ? BS_SIGV4_UNSIGNED_PAYLOAD : hash);
    bs_buffer_init(&target, BS_TEXT_SIZE);
    BS_ASSERT(bs_sigv4_presign(&credentials, &scope, &signing, expires_s, BS_SIGV4_TOKEN_SIGNED,
                               &target) == BS_OK);
    copy(request->target, sizeof(request->target), target.bytes, target.length);
    bs_buffer_clean_up(&target);
}

/* "Name:value", of which lines that begin with a blank are the rest. */
static const char *parse_header(const char *line, struct bs_signed *request)
{
    const char *colon = strchr(line, ':');
    const char *end = line;
    const size_t index = request->header_count++;

    do {
        end += strcspn(end, "\n");
        end += *end == '\n' ? 1 : 0;
    } while (*end == ' ');
    BS_ASSERT(colon != NULL && colon < end && index < BS_HEADERS);
    copy(request->names[index], sizeof(request->names[index]), line, (size_t)(colon - line));
    copy(request->values[index], sizeof(request->values[index]), colon + 1,
         (size_t)(end - colon) - 1 - (end[-1] == '\n' ? 1 : 0));
    return end;
}

void bs_signed_parse(const char *text, struct bs_signed *request)
{
    const size_t method_length = strcspn(text, " ");
    const char *target = text + method_length + 1;
    const char *version = strstr(target, " HTTP/1.1\n");
    const char *line;

    BS_ASSERT(version != NULL);
    *request = (struct bs_signed){.header_count = 0};
    copy(request->method, sizeof(request->method), text, method_length);
    copy(request->target, sizeof(request->target), target, (size_t)(version - target));
    line = version + strlen(" HTTP/1.1\n");
    while (*line != '\0' && *line != '\n') {
        line = parse_header(line, request);
    }
    if (*line == '\n') {
        request->body_length = strlen(line + 1);
        copy(request->body, sizeof(request->body), line + 1, request->body_length);
    }
}
