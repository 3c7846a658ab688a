/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_HEAP_H
#define BS_SIM_ENGINE_HEAP_H

/**
 * A 4-ary heap of event entries: the plain reference among the event lists, and the ladder's refuge for
 * crowds that cannot be split. O(log n) a push or pop.
 */

#include <stdint.h>

#include "base/status.h"
#include "sim/engine/event_pool.h"

struct bs_event_heap {
    struct bs_event_entry *entries; /* The least first; the children of i are 4i + 1 .. 4i + 4. */
    uint32_t count;
    uint32_t capacity;
};

void bs_event_heap_clean_up(struct bs_event_heap *heap);

/** Room for `capacity` entries in all. BS_ERR_MEMORY if the allocator says no; nothing is lost then. */
enum bs_status bs_event_heap_reserve(struct bs_event_heap *heap, uint32_t capacity);

/** Room must have been reserved. */
void bs_event_heap_push(struct bs_event_heap *heap, const struct bs_event_pool *pool,
                        struct bs_event_entry entry);

/** Takes the least entry off a heap that is not empty. */
struct bs_event_entry bs_event_heap_pop(struct bs_event_heap *heap,
                                        const struct bs_event_pool *pool);

/** Puts the first `count` of `entries`, which the caller has written there, in order. O(count). */
void bs_event_heap_build(struct bs_event_heap *heap, const struct bs_event_pool *pool,
                         uint32_t count);

#endif
