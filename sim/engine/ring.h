/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_RING_H
#define BS_SIM_ENGINE_RING_H

/**
 * A first-in, first-out ring of event entries. Events that are always scheduled the same delay ahead come
 * in the order in which they will leave, so that nothing need be sorted.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "sim/engine/event_pool.h"

struct bs_event_ring {
    struct bs_event_entry *entries;
    uint32_t capacity; /* 0 or a power of two. */
    uint32_t first;    /* Counts on for ever; taken modulo the capacity. */
    uint32_t count;
};

void bs_event_ring_clean_up(struct bs_event_ring *ring);

/** Twice the room. BS_ERR_MEMORY if the allocator says no; nothing is lost then. */
enum bs_status bs_event_ring_grow(struct bs_event_ring *ring);

/* How many entries ahead of their turn slots are fetched into the cache. */
enum { BS_EVENT_RING_LOOK_AHEAD = 8 };

/** The first entry of a ring that is not empty. */
static inline struct bs_event_entry bs_event_ring_first(const struct bs_event_ring *ring)
{
    return ring->entries[ring->first & (ring->capacity - 1)];
}

/** Whether `entry` may be appended without disturbing the order. */
static inline bool bs_event_ring_admits(const struct bs_event_ring *ring,
                                        const struct bs_event_pool *pool,
                                        struct bs_event_entry entry)
{
    uint32_t last = ring->first + ring->count - 1;

    return ring->count == 0 ||
           !bs_event_entry_before(pool, entry, ring->entries[last & (ring->capacity - 1)]);
}

/** Appends to a ring that has room. */
static inline void bs_event_ring_push(struct bs_event_ring *ring, struct bs_event_entry entry)
{
    ring->entries[(ring->first + ring->count) & (ring->capacity - 1)] = entry;
    ring->count++;
}

/** Drops the first entry of a ring that is not empty. */
static inline void bs_event_ring_drop_first(struct bs_event_ring *ring,
                                            const struct bs_event_pool *pool)
{
    ring->first++;
    ring->count--;
    if (ring->count > BS_EVENT_RING_LOOK_AHEAD) {
        uint32_t ahead = ring->first + BS_EVENT_RING_LOOK_AHEAD;

        __builtin_prefetch(&pool->slots[ring->entries[ahead & (ring->capacity - 1)].slot], 1);
    }
}

#endif
