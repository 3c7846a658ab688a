/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_SERVER_H
#define BS_MOCKS_SERVER_H

/**
 * HTTP/1.1 and HTTPS on a socket: whole requests in, responses out.
 *
 * A few threads serve all connections, none waiting for any: a client that is slow holds up itself alone.
 * Requests reach the handler complete, with target and headers as they came. Requests that are no HTTP, or
 * too large, are refused here.
 */

#include <stdint.h>

#include "base/status.h"
#include "mocks/http.h"

enum {
    BS_SERVER_BODY_MAX = 64 * 1024 * 1024, /* Larger ones get 413. */
    BS_SERVER_HEADER_BYTES_MAX = 64 * 1024,
    BS_SERVER_HEADERS_MAX = 256, /* More get 431. */
};

struct bs_server;

/** A request under way. */
struct bs_server_exchange;

/**
 * Called by the server's threads, several at a time. Each exchange is given to bs_server_respond() exactly
 * once: before this function returns, or later, by any thread.
 */
typedef void bs_server_handle_fn(void *subject, struct bs_server_exchange *exchange);

struct bs_server_options {
    const char *listen;          /* "127.0.0.1:4566", "[::1]:0", "localhost:0". */
    const char *tls_certificate; /* PEM; NULL: plain HTTP. */
    const char *tls_key;         /* PEM. */
    uint32_t thread_count;       /* 0: a few. */
    uint32_t connection_max;     /* Further ones wait to be accepted. 0: 4096. */
    uint32_t timeout_s;          /* Without a byte either way a connection is closed. 0: 60. */
    bs_server_handle_fn *handle;
    void *subject; /* Borrowed, for the handler. */
};

/** Listens and serves. BS_ERR_INPUT: not a HOST:PORT. BS_ERR_IO: it cannot be listened on. */
enum bs_status bs_server_start(const struct bs_server_options *options, struct bs_server **server,
                               struct bs_error *error);

/** The port that is listened on. */
uint16_t bs_server_port(const struct bs_server *server);

/**
 * Accepts no more, answers those that wait with 503, gives the rest two seconds to go out, and ends. What has
 * not been responded to by then still has to be, and is dropped. NULL is allowed.
 */
void bs_server_stop(struct bs_server *server);

/** Lives until the exchange is responded to. */
const struct bs_http_request *bs_server_request(const struct bs_server_exchange *exchange);

/**
 * Sends the response, whose body or source is taken over and left empty; the rest stays the caller's. A
 * Content-Length counts only in answers to HEAD: else the body's own is sent. The exchange is gone
 * afterwards.
 */
void bs_server_respond(struct bs_server_exchange *exchange, struct bs_http_response *response);

/** In the place of a response: closes the connection without a word. */
void bs_server_drop(struct bs_server_exchange *exchange);

#endif
