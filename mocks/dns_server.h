/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_DNS_SERVER_H
#define BS_MOCKS_DNS_SERVER_H

/**
 * Name servers on a socket: one thread answers UDP and TCP on the same port (RFC 1035, 7766).
 *
 * Nobody is waited for. By UDP, no more than so many questions a second are heard, further ones are as if
 * lost. A connection may ask again before it is answered; it gets its answers in order, and is not read from
 * until it takes them. Of too many connections, the one that has been quiet longest is closed.
 */

#include <stdint.h>

#include "base/status.h"
#include "mocks/dns_message.h"

struct bs_dns_server_options {
    const char *listen;          /* "127.0.0.1:5353", "[::1]:0". */
    struct bs_dns_oracle oracle; /* Asked by the server's thread. */
    uint32_t connection_max;     /* 0: 128. */
    uint32_t idle_s;             /* A connection that is quiet for so long is closed. 0: 10. */
    uint32_t rate_max;           /* Questions by UDP in a second. 0: 50000. */
};

struct bs_dns_server;

/** Listens and serves. BS_ERR_INPUT: not a HOST:PORT. BS_ERR_IO: it cannot be listened on. */
enum bs_status bs_dns_server_start(const struct bs_dns_server_options *options,
                                   struct bs_dns_server **server, struct bs_error *error);

/** The port of both. */
uint16_t bs_dns_server_port(const struct bs_dns_server *server);

/** Ends at once. NULL is allowed. */
void bs_dns_server_stop(struct bs_dns_server *server);

#endif
