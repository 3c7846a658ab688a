/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_STUB_RESOLVER_H
#define BS_ORCHESTRATOR_LIVE_STUB_RESOLVER_H

/**
 * Names asked of one resolver, by queries of our own over UDP, and kept for as long as their TTL says.
 *
 * What a machine's own resolver does with TTLs is its own affair; whoever measures how long a change of DNS
 * takes has to ask by himself. IPv4 only. An answer that is truncated counts as none. TTLs are seconds of
 * the run.
 */

#include <stdbool.h>

#include "orchestrator/live/loop.h"

enum { BS_STUB_NAMES_MAX = 16, BS_STUB_NAME_MAX = 256 };

struct bs_stub;

/** `resolver` is "ADDRESS" or "ADDRESS:PORT". BS_ERR_INPUT: it is neither; BS_ERR_IO; BS_ERR_MEMORY. */
enum bs_status bs_stub_new(struct bs_loop *loop, const char *resolver, struct bs_stub **dns,
                           struct bs_error *error);
/**
 * Keeps the first answer for a name for this share of its TTL only: of several who ask the same, from the
 * same moment on, each then asks at another time, as clients do. At first: all of it.
 */
void bs_stub_shorten_first(struct bs_stub *dns, int64_t share_thousandths);

/** Whoever waits is not told. NULL is allowed. */
void bs_stub_destroy(struct bs_stub *dns);

/** Owned by whoever waits, until told or cancelled. Begins with {0}. */
struct bs_stub_waiter {
    /** `address` NULL: there is none. */
    void (*told)(void *self, const char *address);
    void *self;
    bool is_waiting;
    struct bs_stub_waiter *next;
};

/** Tells at once if the answer is still good. */
void bs_stub_resolve(struct bs_stub *dns, const char *name, struct bs_stub_waiter *waiter);
void bs_stub_cancel(struct bs_stub *dns, struct bs_stub_waiter *waiter);

#endif
