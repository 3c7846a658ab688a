/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/ring.h"

#include <stdlib.h>

enum { RING_CAPACITY_FIRST = 64 };

void bs_event_ring_clean_up(struct bs_event_ring *ring)
{
    free(ring->entries);
    *ring = (struct bs_event_ring){0};
}

enum bs_status bs_event_ring_grow(struct bs_event_ring *ring)
{
    struct bs_event_entry *entries;
    uint32_t capacity = ring->capacity == 0 ? RING_CAPACITY_FIRST : ring->capacity * 2;

    if (capacity < ring->capacity) {
        return BS_ERR_MEMORY;
    }
    entries = malloc((size_t)capacity * sizeof(*entries));
    if (entries == NULL) {
        return BS_ERR_MEMORY;
    }
    for (uint32_t i = 0; i < ring->count; i++) {
        entries[i] = ring->entries[(ring->first + i) & (ring->capacity - 1)];
    }
    free(ring->entries);
    *ring = (struct bs_event_ring){.entries = entries, .capacity = capacity, .count = ring->count};
    return BS_OK;
}
