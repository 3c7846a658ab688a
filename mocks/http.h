/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_HTTP_H
#define BS_MOCKS_HTTP_H

/** A request and a response as they cross HTTP, whoever carries them. */

#include <stddef.h>

#include "base/buffer.h"
#include "orchestrator/aws/sigv4.h"

/** All borrowed for as long as the request is answered. */
struct bs_http_request {
    const char *method;
    const char *target; /* As on the wire: path, then perhaps '?' and a query. */
    const struct bs_http_header *headers;
    size_t header_count;
    const char *body; /* Never NULL. */
    size_t body_length;
    const char *address; /* Of this side of the connection, "127.0.0.1"; NULL: not known. */
};

/** A body that is too long to be held: read piece by piece, by one thread at a time. */
struct bs_http_source {
    uint64_t length;
    /** Bytes from `offset`, which is less than the length: how many, at least 1; less: they cannot be had. */
    int64_t (*read)(void *self, uint64_t offset, char *bytes, size_t size);
    void (*release)(void *self);
    void *self;
};

/** To be initialised and cleaned up. Header texts are the response's own. */
struct bs_http_response {
    int status;
    struct {
        char *name;
        char *value;
    } * headers;
    size_t header_count;
    size_t header_capacity;
    struct bs_buffer body;
    struct bs_http_source source; /* With a `self`: in the place of the body. The response's own. */
};

void bs_http_response_init(struct bs_http_response *response);
void bs_http_response_clean_up(struct bs_http_response *response);

/** Adds a header; texts are copied. */
void bs_http_response_header(struct bs_http_response *response, const char *name,
                             const char *value);

/** The first header of that name, in any case, or NULL. */
const char *bs_http_request_header(const struct bs_http_request *request, const char *name);

#endif
