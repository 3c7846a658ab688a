/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/event_pool.h"

#include <stdlib.h>
#include <string.h>

enum {
    EVENT_POOL_CAPACITY_FIRST = 256,
    CACHE_LINE_BYTES = 64,
};

_Static_assert(CACHE_LINE_BYTES % sizeof(struct bs_event_slot) == 0, "no slot straddles two lines");
_Static_assert(sizeof(struct bs_event_entry) == 16, "four entries fill a line");

void bs_event_pool_init(struct bs_event_pool *pool, uint32_t capacity_max)
{
    BS_ASSERT(pool != NULL);
    BS_ASSERT(capacity_max > 0 && capacity_max < BS_EVENT_SLOT_NONE);

    *pool = (struct bs_event_pool){.capacity_max = capacity_max, .free_first = BS_EVENT_SLOT_NONE};
}

void bs_event_pool_clean_up(struct bs_event_pool *pool)
{
    free(pool->slots);
    free(pool->ties);
    *pool = (struct bs_event_pool){.free_first = BS_EVENT_SLOT_NONE};
}

void bs_event_pool_reset(struct bs_event_pool *pool)
{
    /* Linking from the top down hands slots out from 0 up again. */
    pool->free_first = BS_EVENT_SLOT_NONE;
    for (uint32_t slot = pool->touched; slot-- > 0;) {
        pool->slots[slot].action = NULL;
        pool->slots[slot].generation++;
        pool->slots[slot].next_free = pool->free_first;
        pool->free_first = slot;
    }
    pool->count = 0;
}

uint32_t bs_event_pool_next_capacity(const struct bs_event_pool *pool)
{
    uint64_t capacity =
        pool->capacity == 0 ? EVENT_POOL_CAPACITY_FIRST : (uint64_t)pool->capacity * 2;

    return capacity < pool->capacity_max ? (uint32_t)capacity : pool->capacity_max;
}

enum bs_status bs_event_pool_reserve(struct bs_event_pool *pool, uint32_t capacity)
{
    struct bs_event_slot *slots;
    struct bs_event_tie *ties;

    BS_ASSERT(capacity >= pool->capacity && capacity <= pool->capacity_max);

    ties = realloc(pool->ties, (size_t)capacity * sizeof(*ties));
    if (ties == NULL) {
        return BS_ERR_MEMORY;
    }
    pool->ties = ties;
    /* aligned_alloc() wants a multiple of the alignment; two slots fill a line. */
    slots = aligned_alloc(CACHE_LINE_BYTES, ((size_t)capacity + capacity % 2) * sizeof(*slots));
    if (slots == NULL) {
        return BS_ERR_MEMORY;
    }
    if (pool->touched > 0) {
        memcpy(slots, pool->slots, (size_t)pool->touched * sizeof(*slots));
    }
    free(pool->slots);
    pool->slots = slots;
    pool->capacity = capacity;
    return BS_OK;
}

bool bs_event_tie_before(const struct bs_event_pool *pool, uint32_t slot_a, uint32_t slot_b)
{
    const struct bs_event_tie *a = &pool->ties[slot_a];
    const struct bs_event_tie *b = &pool->ties[slot_b];

    if (a->entity != b->entity) {
        return a->entity < b->entity;
    }
    if (a->k != b->k) {
        return a->k < b->k;
    }
    /* A cancelled event may be followed by another of the same key; the order of the two shows nowhere. */
    BS_ASSERT(slot_a == slot_b || pool->slots[slot_a].action == NULL ||
              pool->slots[slot_b].action == NULL);
    return slot_a < slot_b;
}
