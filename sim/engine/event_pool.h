/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_EVENT_POOL_H
#define BS_SIM_ENGINE_EVENT_POOL_H

/**
 * Where scheduled events live while the event list sorts their entries: numbered slots that are reused.
 *
 * An entry is what the event list moves about: 16 bytes, so that four share a cache line. It carries the
 * instant and the first 32 bits of the rest of the key; the slot has the remainder, looked at only when
 * two events share instant, phase and the first 24 bits of the entity.
 *
 * A slot is taken when an event is scheduled and given back when its entry leaves the event list. Its
 * generation rises whenever an event in it runs, is cancelled or is forgotten, so that an old handle never
 * reaches a new event (a generation returns only after 2^32 events in one slot).
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/assert.h"
#include "base/status.h"
#include "base/time.h"

/** What an event does. `subject` and `argument` are as given when it was scheduled. */
typedef void bs_event_fn(void *subject, uint64_t argument);

/** Order among events of one instant. New values go where they belong in that order. */
enum bs_phase {
    BS_PHASE_WORLD = 0, /* The state of the world changes. */
    BS_PHASE_CLIENT = 1,
    BS_PHASE_OBSERVER = 2,
    BS_PHASE_ORCHESTRATOR = 3,
};

/**
 * The place of an event in the total order: earlier instant, then lower phase, then lower entity
 * (bs_name_hash()), then lower k, which counts within the entity. No two events that are both pending may
 * have the same key; that is asserted when it shows.
 */
struct bs_event_key {
    struct bs_instant at;
    enum bs_phase phase;
    uint64_t entity;
    uint64_t k;
};

/** `order` is the phase (8 bits) and the entity's first 24 bits. */
struct bs_event_entry {
    int64_t at_ns;
    uint32_t order;
    uint32_t slot;
};

/** What a pop needs; the rest of the key lies apart, so that a slot never straddles a cache line. */
struct bs_event_slot {
    bs_event_fn *action; /* NULL: free, or cancelled and waiting for its entry to come up. */
    void *subject;
    uint64_t argument;
    uint32_t generation;
    uint32_t next_free;
};

struct bs_event_tie {
    uint64_t entity;
    uint64_t k;
};

struct bs_event_pool {
    struct bs_event_slot *slots;
    struct bs_event_tie *ties;
    uint32_t capacity;
    uint32_t capacity_max;
    uint32_t touched; /* Slots from here on were never used. */
    uint32_t free_first;
    uint32_t count; /* Slots taken. */
};

/* No slot: capacity_max lies below. */
#define BS_EVENT_SLOT_NONE UINT32_MAX

void bs_event_pool_init(struct bs_event_pool *pool, uint32_t capacity_max);
void bs_event_pool_clean_up(struct bs_event_pool *pool);

/** Gives all slots back and makes all handles stale. */
void bs_event_pool_reset(struct bs_event_pool *pool);

/** The capacity to grow to when full, at most capacity_max. */
uint32_t bs_event_pool_next_capacity(const struct bs_event_pool *pool);

/** Room for `capacity` slots in all. BS_ERR_MEMORY if the allocator says no; nothing is lost then. */
enum bs_status bs_event_pool_reserve(struct bs_event_pool *pool, uint32_t capacity);

/** Decides between two entries of one instant and `order`. */
bool bs_event_tie_before(const struct bs_event_pool *pool, uint32_t slot_a, uint32_t slot_b);

static inline bool bs_event_pool_is_full(const struct bs_event_pool *pool)
{
    return pool->count == pool->capacity;
}

/** Takes a slot of a pool that is not full. */
static inline uint32_t bs_event_pool_take(struct bs_event_pool *pool)
{
    uint32_t slot = pool->free_first;

    if (slot != BS_EVENT_SLOT_NONE) {
        pool->free_first = pool->slots[slot].next_free;
    } else {
        slot = pool->touched++;
        pool->slots[slot].generation = 1;
    }
    pool->count++;
    return slot;
}

/** Gives a slot back; its entry must have left the event list. */
static inline void bs_event_pool_give_back(struct bs_event_pool *pool, uint32_t slot)
{
    struct bs_event_slot *freed = &pool->slots[slot];

    freed->action = NULL;
    freed->generation++;
    freed->next_free = pool->free_first;
    pool->free_first = slot;
    pool->count--;
}

static inline uint32_t bs_event_key_order(const struct bs_event_key *key)
{
    return ((uint32_t)key->phase << 24) | (uint32_t)(key->entity >> 40);
}

/** The total order. */
static inline bool bs_event_entry_before(const struct bs_event_pool *pool, struct bs_event_entry a,
                                         struct bs_event_entry b)
{
    if (a.at_ns != b.at_ns) {
        return a.at_ns < b.at_ns;
    }
    if (a.order != b.order) {
        return a.order < b.order;
    }
    return bs_event_tie_before(pool, a.slot, b.slot);
}

#endif
