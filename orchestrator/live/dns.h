/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_DNS_H
#define BS_ORCHESTRATOR_LIVE_DNS_H

/**
 * Names asked of one resolver, by queries of our own over UDP, and kept for as long as their TTL says.
 *
 * What a machine's own resolver does with TTLs is its own affair; whoever measures how long a change of DNS
 * takes has to ask by himself. IPv4 only. An answer that is truncated counts as none. TTLs are seconds of
 * the run.
 */

#include <stdbool.h>

#include "orchestrator/live/loop.h"

enum { BS_DNS_NAMES_MAX = 16, BS_DNS_ADDRESS_MAX = 16, BS_DNS_NAME_MAX = 256 };

struct bs_dns;

/** `resolver` is "ADDRESS" or "ADDRESS:PORT". BS_ERR_INPUT: it is neither; BS_ERR_IO; BS_ERR_MEMORY. */
enum bs_status bs_dns_new(struct bs_loop *loop, const char *resolver, struct bs_dns **dns,
                          struct bs_error *error);
/** Whoever waits is not told. NULL is allowed. */
void bs_dns_destroy(struct bs_dns *dns);

/** Owned by whoever waits, until told or cancelled. Begins with {0}. */
struct bs_dns_waiter {
    /** `address` NULL: there is none. */
    void (*told)(void *self, const char *address);
    void *self;
    bool is_waiting;
    struct bs_dns_waiter *next;
};

/** Tells at once if the answer is still good. */
void bs_dns_resolve(struct bs_dns *dns, const char *name, struct bs_dns_waiter *waiter);
void bs_dns_cancel(struct bs_dns *dns, struct bs_dns_waiter *waiter);

#endif
