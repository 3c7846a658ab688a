/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_DOOMED_REQUEST_H
#define BS_SIM_WORLD_DOOMED_REQUEST_H

/**
 * Requests that fail at each of their attempts, unless something changes before the last of them: one
 * process's, in order of their arrival, and findable by resolver. Most are never looked at again, so that
 * nothing of what is drawn for their attempts need be worked out.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/time.h"

struct bs_doomed_request {
    uint64_t k;
    uint64_t fate; /* Its process's value k. */
    struct bs_instant at;
    uint32_t resolver; /* Of its cohort. */
    uint32_t
        back; /* That resolver's last one before it stands so many places before it; 0: none. */
};

/** Initialise with bs_doomed_requests_init(). Memory is the arena's. */
struct bs_doomed_requests {
    struct bs_doomed_request *ring; /* Position n at n modulo the capacity, a power of two. */
    uint64_t capacity;
    uint64_t first;   /* Positions: all that are there lie from here .. */
    uint64_t end;     /* .. up to here. */
    uint64_t *newest; /* Per resolver: the position after its last one's, or 0. */
    struct bs_arena *arena;
};

/** False if memory is short. */
bool bs_doomed_requests_init(struct bs_doomed_requests *set, struct bs_arena *arena,
                             uint32_t resolver_count);

/** Adds one that arrived no earlier than all others; `back` is not looked at. False if memory is short. */
bool bs_doomed_requests_add(struct bs_doomed_requests *set,
                            const struct bs_doomed_request *request);

/** Takes out one, or one of a resolver; false if there is none. */
bool bs_doomed_requests_take(struct bs_doomed_requests *set, struct bs_doomed_request *request);
bool bs_doomed_requests_take_of(struct bs_doomed_requests *set, uint32_t resolver,
                                struct bs_doomed_request *request);

/** Forgets those that arrived before `at`. */
void bs_doomed_requests_forget(struct bs_doomed_requests *set, struct bs_instant at);

#endif
