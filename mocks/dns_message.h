/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_DNS_MESSAGE_H
#define BS_MOCKS_DNS_MESSAGE_H

/**
 * DNS messages: a question's bytes in, an answer's bytes out (RFC 1035, 2308, 6891), as an authoritative
 * server gives it.
 *
 * What is malformed gets FORMERR if it has a header; responses and what is shorter than a header get nothing,
 * so that two servers never talk to each other for ever. Other opcodes are NOTIMP, other classes and zone
 * transfers REFUSED, and other versions of EDNS BADVERS. ANY is answered with the first type that there is
 * (RFC 8482). What does not fit into UDP is cut to the question, and says so.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/account/route53_resolve.h"

enum {
    BS_DNS_MESSAGE_MAX = 65535,
    BS_DNS_UDP_MAX =
        4096, /* The most that is sent by UDP, to whoever says that he takes as much. */
    BS_DNS_UDP_PLAIN_MAX = 512,
};

enum bs_dns_transport {
    BS_DNS_UDP,
    BS_DNS_TCP,
};

/** Who knows the answers. */
struct bs_dns_oracle {
    /* Fills in `answer`, which is cleaned up by the caller. The question's `draw` is the oracle's to set. */
    void (*ask)(void *subject, struct bs_dns_question *question, struct bs_dns_answer *answer);
    void *subject; /* Borrowed. */
};

/** The length of the response, 0: there is none. */
size_t bs_dns_message_answer(const struct bs_dns_oracle *oracle, enum bs_dns_transport transport,
                             const uint8_t *message, size_t length,
                             uint8_t response[BS_DNS_MESSAGE_MAX]);

#endif
