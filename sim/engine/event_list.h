/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_EVENT_LIST_H
#define BS_SIM_ENGINE_EVENT_LIST_H

/**
 * The event list: entries in, least entry out, by one of three structures that give the same order.
 *
 * What is cancelled stays in the list until it comes up; whoever pops decides what to do with it.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "sim/engine/event_pool.h"
#include "sim/engine/heap.h"
#include "sim/engine/ladder.h"
#include "sim/engine/ring.h"

enum bs_event_list_kind {
    BS_EVENT_LIST_RINGS_AND_LADDER, /* A ring per constant delay, a ladder queue for the rest. */
    BS_EVENT_LIST_LADDER,
    BS_EVENT_LIST_HEAP, /* The plain reference. */
};

enum { BS_DELAY_CLASSES_MAX = 32 };

/* No delay class: an ordinary event. */
#define BS_DELAY_CLASS_NONE UINT32_MAX

struct bs_event_list {
    enum bs_event_list_kind kind;
    uint32_t ring_count; /* Delay classes in use, of a list that has rings; of others 0. */
    struct bs_ladder ladder;
    struct bs_event_heap heap;
    struct bs_event_ring rings[BS_DELAY_CLASSES_MAX];
};

void bs_event_list_init(struct bs_event_list *list, enum bs_event_list_kind kind);
void bs_event_list_clean_up(struct bs_event_list *list);

/** Forgets entries and delay classes, keeps the memory. */
void bs_event_list_reset(struct bs_event_list *list);

/** Room for `capacity` entries in all, rings apart. BS_ERR_MEMORY if the allocator says no. */
enum bs_status bs_event_list_reserve(struct bs_event_list *list, uint32_t capacity);

/** From now on there are delay classes 0 to `count` - 1. */
void bs_event_list_use_classes(struct bs_event_list *list, uint32_t count);

/**
 * Adds an entry, for which room has been reserved. `delay_class` is one in use, or BS_DELAY_CLASS_NONE: then
 * this cannot fail. BS_ERR_MEMORY if a ring has to grow and cannot.
 */
enum bs_status bs_event_list_push(struct bs_event_list *list, const struct bs_event_pool *pool,
                                  uint32_t delay_class, struct bs_event_entry entry);

/** Takes out the least entry if there is one at or before `limit_ns`; otherwise returns false. */
bool bs_event_list_pop(struct bs_event_list *list, const struct bs_event_pool *pool,
                       int64_t limit_ns, struct bs_event_entry *entry);

/** Copies the least entry without taking it out; false if there is none. */
bool bs_event_list_peek(struct bs_event_list *list, const struct bs_event_pool *pool,
                        struct bs_event_entry *entry);

#endif
