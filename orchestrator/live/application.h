/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_APPLICATION_H
#define BS_ORCHESTRATOR_LIVE_APPLICATION_H

/**
 * Requests to the application itself, as a client of it makes them: from this host, without credentials and
 * without a proxy, each on a connection of its own.
 *
 * Four paths are all that is asked of an application. In those of write and read-back `{run}` and
 * `{sequence}` stand for numbers: a write is acknowledged by a status of 2xx, and from then on reading the
 * same two numbers back must give 2xx wherever the write is, and something else wherever it is not.
 */

#include "orchestrator/calls/calls.h"
#include "orchestrator/live/loop.h"
#include "orchestrator/live/stub_resolver.h"

enum { BS_APPLICATION_PATH_MAX = 512, BS_HTTP_CHECK_COUNT = BS_HTTP_READ_BACK + 1 };

struct bs_application {
    const char *scheme; /* "https" or "http". */
    int64_t port;       /* 0: the scheme's. */
    const char *host;   /* Whose name requests carry that go to a load balancer directly. */
    const char *paths[BS_HTTP_CHECK_COUNT];
    uint64_t run; /* What {run} stands for. */
};

struct bs_application_request {
    const struct bs_application *application; /* Borrowed, as is all else, until it is told. */
    enum bs_http_check check;
    const char *host; /* In the URL, and so in Host and in the certificate. */
    const char
        *address; /* What is connected to: an address or a name; NULL: the host, by this machine's
                            resolver. */
    uint64_t sequence;
    struct bs_duration timeout; /* Of the run; above 0. */
};

/** WRITE is a POST, the others are GETs. NULL: no memory, or the path does not fit. */
struct bs_http_exchange *bs_application_ask(struct bs_loop *loop,
                                            const struct bs_application_request *request,
                                            bs_http_done_fn *done, void *self);

/** Whether this answer is a good one. */
bool bs_application_served(const struct bs_http_result *result);

#endif
