/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/signed_request.h"

#include <stdio.h>
#include <string.h>

#include <openssl/crypto.h>

#include "base/assert.h"
#include "base/digest.h"

enum { URL_MAX = 16 * 1024, BODY_MAX = 1024 * 1024, AUTHORIZATION_MAX = 4096 };

static void add_header(struct bs_signed_request *request, const char *name, const char *value)
{
    BS_ASSERT(request->header_count < BS_SIGNED_HEADERS_MAX);
    request->headers[request->header_count++] = (struct bs_http_header){name, value};
}

/* The host of a URL, and where its path begins. */
static const char *split_url(const char *url, char host[BS_ENDPOINT_URL_MAX])
{
    const char *authority = strstr(url, "://");
    size_t length;

    authority = authority != NULL ? authority + 3 : url;
    length = strcspn(authority, "/?#");
    (void)snprintf(host, BS_ENDPOINT_URL_MAX, "%.*s", (int)length, authority);
    return authority + length;
}

static void copy_headers(struct bs_signed_request *request, const struct bs_wire_request *wire,
                         const struct bs_credentials *credentials)
{
    add_header(request, "Host", request->host);
    add_header(request, "X-Amz-Date", request->date);
    for (size_t i = 0; i < wire->header_count; i++) {
        (void)snprintf(request->values[i], sizeof(request->values[i]), "%s",
                       wire->headers[i].value);
        add_header(request, wire->headers[i].name, request->values[i]);
    }
    if (credentials->session_token != NULL) {
        add_header(request, "X-Amz-Security-Token", credentials->session_token);
    }
}

/* `path` is the endpoint's own, which comes before the request's. */
static enum bs_status sign(struct bs_signed_request *request, const struct bs_wire_request *wire,
                           const char *path, const char *region,
                           const struct bs_credentials *credentials)
{
    const struct bs_aws_service_info *service = bs_aws_service_info(wire->service);
    const struct bs_sigv4_scope scope = {request->date, region, service->signing_name};
    char hash[BS_SIGV4_HEX_SIZE];
    struct bs_sigv4_request canonical = {
        .method = request->method,
        .target = path,
        .headers = request->headers,
        .header_count = request->header_count,
        .payload_hash = hash,
        .path = bs_sigv4_path_of(service->signing_name),
    };
    enum bs_status status;

    bs_digest_bytes(request->body.bytes != NULL ? request->body.bytes : "", request->body.length,
                    hash);
    status = bs_sigv4_authorization(credentials, &scope, &canonical, &request->authorization);
    if (status == BS_OK) {
        add_header(request, "Authorization", request->authorization.bytes);
    }
    return status;
}

enum bs_status bs_signed_request_make(struct bs_signed_request *request,
                                      const struct bs_wire_request *wire,
                                      const struct bs_endpoint_settings *endpoints,
                                      const struct bs_credentials *credentials, int64_t wall_s,
                                      struct bs_error *error)
{
    struct bs_endpoint endpoint;
    size_t path_at;
    enum bs_status status =
        bs_endpoint_resolve(endpoints, wire->service, wire->region, &endpoint, error);

    *request = (struct bs_signed_request){.method = wire->method};
    bs_buffer_init(&request->url, URL_MAX);
    bs_buffer_init(&request->body, BODY_MAX);
    bs_buffer_init(&request->authorization, AUTHORIZATION_MAX);
    if (status != BS_OK) {
        return status;
    }
    path_at = (size_t)(split_url(endpoint.url, request->host) - endpoint.url);
    bs_buffer_text(&request->url, endpoint.url);
    bs_buffer_append(&request->url, wire->target.bytes, wire->target.length);
    if (wire->body.length > 0) {
        bs_buffer_append(&request->body, wire->body.bytes, wire->body.length);
    }
    bs_sigv4_date(wall_s, request->date);
    copy_headers(request, wire, credentials);
    if (request->url.failed || request->body.failed) {
        return bs_error_set(error, BS_ERR_LIMIT, NULL, "the request is too long");
    }
    status =
        sign(request, wire, request->url.bytes + path_at, endpoint.signing_region, credentials);
    return status == BS_OK ? BS_OK
                           : bs_error_set(error, status, NULL, "the request cannot be signed");
}

void bs_signed_request_clean_up(struct bs_signed_request *request)
{
    if (request->body.bytes != NULL) {
        OPENSSL_cleanse(request->body.bytes, request->body.capacity);
    }
    bs_buffer_clean_up(&request->url);
    bs_buffer_clean_up(&request->body);
    bs_buffer_clean_up(&request->authorization);
    *request = (struct bs_signed_request){0};
}

void bs_signed_request_fill(const struct bs_signed_request *request, struct bs_http_sending *http)
{
    http->method = request->method;
    http->url = request->url.bytes;
    http->headers = request->headers;
    http->header_count = request->header_count;
    http->body = request->body.bytes;
    http->body_length = request->body.length;
}
