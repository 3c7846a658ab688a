/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_HTTP_CLIENT_H
#define BS_ORCHESTRATOR_LIVE_HTTP_CLIENT_H

/**
 * HTTP requests by libcurl, many at a time, without threads and without waiting.
 *
 * A request is sent as it is given: nothing is added that a signature would have to cover, no redirect is
 * followed, nothing is asked again. Servers of https are verified. What came of it is told apart by what can
 * be known of its effect: that nothing was sent, that somebody answered, or neither.
 *
 * The environment means what it means to aws-cli: AWS_CA_BUNDLE replaces the system's certificates;
 * HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in either case, the lower one first, say how others are reached.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/time.h"
#include "orchestrator/aws/endpoint.h"
#include "orchestrator/aws/sigv4.h"

struct bs_http_client;
struct bs_http_exchange;

enum { BS_HTTP_CLIENT_HEADERS_MAX = 48, BS_HTTP_WORDS_MAX = 256 };

enum bs_http_outcome {
    BS_HTTP_ANSWERED,   /* A whole response. */
    BS_HTTP_OVERLONG,   /* A response whose body is longer than `body_max`; the body is left out. */
    BS_HTTP_REFUSED,    /* Nobody could be connected to, so nothing was sent. */
    BS_HTTP_DISTRUSTED, /* TLS failed, or who answered could not be verified; nothing was sent. */
    BS_HTTP_SILENT,     /* It was sent, or part of it; no whole answer came. */
};

/** "answered", "overlong", .. */
const char *bs_http_outcome_name(enum bs_http_outcome outcome);

enum bs_http_trait {
    BS_HTTP_DIRECT = 1U << 0, /* No proxy, whatever the environment says. */
    BS_HTTP_LOOPBACK_ONLY =
        1U << 1,             /* Whatever the name resolves to, nothing else is connected to. */
    BS_HTTP_FRESH = 1U << 2, /* On a connection of its own: one that was kept may be found closed,
                                and then libcurl would send the request again on another. */
};

/** All of it is borrowed until the exchange is over, the body's bytes too. */
struct bs_http_sending {
    const char *method;
    const char *url;
    const struct bs_http_header *headers; /* Host and Content-Type only if they are among them. */
    size_t header_count;
    const char *body; /* NULL: none. */
    size_t body_length;
    struct bs_duration timeout; /* In real time, from now to the whole answer; above 0. */
    size_t body_max;            /* Of the answer. */
    const char
        *connect_to; /* "ADDRESS:PORT" or "NAME:PORT" to connect to instead of the URL's host, whose
                               certificate is asked for nevertheless; NULL. */
    uint32_t traits; /* Bits of enum bs_http_trait. */
};

/** What came of it. Borrowed for the call; the body is followed by a NUL that is not counted. */
struct bs_http_result {
    enum bs_http_outcome outcome;
    int32_t status; /* ANSWERED and OVERLONG. */
    const struct bs_http_header *headers;
    size_t header_count;
    const char *body;
    size_t body_length;
    const char *words; /* Why, for people, if it was not ANSWERED. Holds no header and no body. */
};

typedef void bs_http_done_fn(void *self, const struct bs_http_result *result);

/** The environment is borrowed. NULL: no memory, or libcurl cannot be used. */
struct bs_http_client *bs_http_client_new(const struct bs_environment *environment);
/** Exchanges under way are forgotten without being told. NULL is allowed. */
void bs_http_client_destroy(struct bs_http_client *client);

/**
 * Begins an exchange; never tells before it has returned. What fails at once is told by the next
 * bs_http_client_tell(). NULL: no memory.
 */
struct bs_http_exchange *bs_http_client_begin(struct bs_http_client *client,
                                              const struct bs_http_sending *request,
                                              bs_http_done_fn *done, void *self);

/** Forgets an exchange that has not been told. Whether it had an effect is unknown. */
void bs_http_client_cancel(struct bs_http_client *client, struct bs_http_exchange *exchange);

size_t bs_http_client_count(const struct bs_http_client *client);

struct pollfd;

/**
 * Waits until something can be done, one of `descriptors` is ready, or the time is over. `revents` of the
 * descriptors are set.
 */
void bs_http_client_wait(struct bs_http_client *client, struct pollfd *descriptors, size_t count,
                         int32_t wait_ms);

/** Tells of all exchanges that are over. */
void bs_http_client_tell(struct bs_http_client *client);

#endif
