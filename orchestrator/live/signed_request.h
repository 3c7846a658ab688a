/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_SIGNED_REQUEST_H
#define BS_ORCHESTRATOR_LIVE_SIGNED_REQUEST_H

/** An encoded call with its endpoint, its date and its signature: ready to be sent. */

#include "orchestrator/aws/endpoint.h"
#include "orchestrator/aws/wire_call.h"
#include "orchestrator/live/http_client.h"

enum { BS_SIGNED_HEADERS_MAX = BS_WIRE_HEADERS_MAX + 4 };

/** Begins with {0}; to be cleaned up, which wipes it. Not to be moved once it is made. */
struct bs_signed_request {
    const char *method;
    struct bs_buffer url;
    struct bs_buffer body;
    struct bs_buffer authorization;
    char host[BS_ENDPOINT_URL_MAX];
    char date[BS_SIGV4_DATE_SIZE];
    char values[BS_WIRE_HEADERS_MAX][BS_WIRE_HEADER_VALUE_MAX];
    struct bs_http_header headers[BS_SIGNED_HEADERS_MAX];
    size_t header_count;
};

/**
 * `wall_s`: seconds since 1970-01-01 by the real clock. The credentials' session token is borrowed until the
 * request has been begun, all else for the call. BS_ERR_INPUT: there is no endpoint for it; BS_ERR_LIMIT.
 */
enum bs_status bs_signed_request_make(struct bs_signed_request *request,
                                      const struct bs_wire_request *wire,
                                      const struct bs_endpoint_settings *endpoints,
                                      const struct bs_credentials *credentials, int64_t wall_s,
                                      struct bs_error *error);
void bs_signed_request_clean_up(struct bs_signed_request *request);

/** Method, URL, headers and body; the rest of `http` stays. */
void bs_signed_request_fill(const struct bs_signed_request *request, struct bs_http_sending *http);

#endif
