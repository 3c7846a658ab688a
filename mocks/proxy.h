/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_PROXY_H
#define BS_MOCKS_PROXY_H

/**
 * An HTTP forward proxy on 127.0.0.1 that leads to one server, whoever is asked for.
 *
 * Through `CONNECT host:port` come HTTP/1.1 or TLS, told apart by their first byte; for TLS a certificate is
 * shown for that host. What is inside goes to the server byte by byte, so pipelining, large bodies and
 * waiting answers are between client and server. `GET http://host/path` is one request per connection. Hosts
 * that are neither AWS's nor known to the caller are refused with 403 and words, and remembered.
 *
 * One thread serves all connections and waits for none of them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "mocks/proxy_head.h"

enum { BS_PROXY_REFUSALS_MAX = 64 };

struct bs_proxy;

/** Whether the server answers for the host: in lower case, without a dot at its end. Any thread. */
typedef bool bs_proxy_knows_fn(void *subject, const char *host);

struct bs_proxy_options {
    uint16_t server_port;     /* Where on 127.0.0.1 the server listens, for plain HTTP. */
    bs_proxy_knows_fn *knows; /* Of hosts that are not AWS's; NULL: none. */
    void *subject;            /* Borrowed, for `knows`. */
    uint32_t connection_max;  /* Further ones wait to be accepted. 0: 1024. */
    uint32_t head_timeout_s;  /* For the head, and for TLS's handshake. 0: 30. */
    uint32_t idle_timeout_s;  /* Without a byte either way a tunnel ends. 0: 3600. */
};

/** Listens on a free port. BS_ERR_IO: it cannot. */
enum bs_status bs_proxy_start(const struct bs_proxy_options *options, struct bs_proxy **proxy,
                              struct bs_error *error);

/** Ends all connections at once. NULL is allowed. */
void bs_proxy_stop(struct bs_proxy *proxy);

uint16_t bs_proxy_port(const struct bs_proxy *proxy);

/** PEM of the authority that clients have to trust. Lives as long as the proxy. */
const char *bs_proxy_authority(const struct bs_proxy *proxy);

struct bs_proxy_refusal {
    char host[BS_PROXY_HOST_MAX];
    uint16_t port;
    uint64_t count;
};

struct bs_proxy_refusals {
    struct bs_proxy_refusal items[BS_PROXY_REFUSALS_MAX]; /* In the order of their first. */
    size_t count;
    uint64_t further; /* Of hosts for which there was no room. */
};

/** What has been refused so far. */
void bs_proxy_list_refusals(struct bs_proxy *proxy, struct bs_proxy_refusals *refusals);

#endif
