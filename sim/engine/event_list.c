/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/event_list.h"

/* Where the least entry stands: a ring's number, or one of these. */
#define SOURCE_NONE   UINT32_MAX
#define SOURCE_LADDER (UINT32_MAX - 1)
#define SOURCE_HEAP   (UINT32_MAX - 2)

void bs_event_list_init(struct bs_event_list *list, enum bs_event_list_kind kind)
{
    BS_ASSERT(list != NULL);
    *list = (struct bs_event_list){.kind = kind};
    bs_ladder_init(&list->ladder);
}

void bs_event_list_clean_up(struct bs_event_list *list)
{
    bs_ladder_clean_up(&list->ladder);
    bs_event_heap_clean_up(&list->heap);
    for (uint32_t r = 0; r < BS_DELAY_CLASSES_MAX; r++) {
        bs_event_ring_clean_up(&list->rings[r]);
    }
    list->ring_count = 0;
}

void bs_event_list_reset(struct bs_event_list *list)
{
    bs_ladder_reset(&list->ladder);
    list->heap.count = 0;
    for (uint32_t r = 0; r < list->ring_count; r++) {
        list->rings[r].count = 0;
    }
    list->ring_count = 0;
}

enum bs_status bs_event_list_reserve(struct bs_event_list *list, uint32_t capacity)
{
    return list->kind == BS_EVENT_LIST_HEAP ? bs_event_heap_reserve(&list->heap, capacity)
                                            : bs_ladder_reserve(&list->ladder, capacity);
}

/* Who has no rings need not look through them at each event. */
void bs_event_list_use_classes(struct bs_event_list *list, uint32_t count)
{
    BS_ASSERT(count <= BS_DELAY_CLASSES_MAX);
    if (list->kind == BS_EVENT_LIST_RINGS_AND_LADDER) {
        list->ring_count = count;
    }
}

enum bs_status bs_event_list_push(struct bs_event_list *list, const struct bs_event_pool *pool,
                                  uint32_t delay_class, struct bs_event_entry entry)
{
    if (list->kind == BS_EVENT_LIST_HEAP) {
        bs_event_heap_push(&list->heap, pool, entry);
        return BS_OK;
    }
    if (list->kind == BS_EVENT_LIST_RINGS_AND_LADDER && delay_class != BS_DELAY_CLASS_NONE) {
        struct bs_event_ring *ring = &list->rings[delay_class];

        BS_ASSERT(delay_class < list->ring_count);
        if (bs_event_ring_admits(ring, pool, entry)) {
            if (ring->count == ring->capacity && bs_event_ring_grow(ring) != BS_OK) {
                return BS_ERR_MEMORY;
            }
            bs_event_ring_push(ring, entry);
            return BS_OK;
        }
    }
    bs_ladder_push(&list->ladder, pool, entry);
    return BS_OK;
}

/* Finds the least entry and says where it stands. */
static uint32_t find_first(struct bs_event_list *list, const struct bs_event_pool *pool,
                           struct bs_event_entry *first)
{
    uint32_t source = SOURCE_NONE;

    if (list->kind == BS_EVENT_LIST_HEAP) {
        if (list->heap.count == 0) {
            return SOURCE_NONE;
        }
        *first = list->heap.entries[0];
        return SOURCE_HEAP;
    }
    if (list->ladder.count > 0) {
        *first = *bs_ladder_first(&list->ladder, pool);
        source = SOURCE_LADDER;
    }
    for (uint32_t r = 0; r < list->ring_count; r++) {
        const struct bs_event_ring *ring = &list->rings[r];

        if (ring->count > 0 && (source == SOURCE_NONE ||
                                bs_event_entry_before(pool, bs_event_ring_first(ring), *first))) {
            *first = bs_event_ring_first(ring);
            source = r;
        }
    }
    return source;
}

bool bs_event_list_peek(struct bs_event_list *list, const struct bs_event_pool *pool,
                        struct bs_event_entry *entry)
{
    return find_first(list, pool, entry) != SOURCE_NONE;
}

bool bs_event_list_pop(struct bs_event_list *list, const struct bs_event_pool *pool,
                       int64_t limit_ns, struct bs_event_entry *entry)
{
    uint32_t source = find_first(list, pool, entry);

    if (source == SOURCE_NONE || entry->at_ns > limit_ns) {
        return false;
    }
    if (source == SOURCE_LADDER) {
        bs_ladder_drop_first(&list->ladder, pool);
    } else if (source == SOURCE_HEAP) {
        (void)bs_event_heap_pop(&list->heap, pool);
    } else {
        bs_event_ring_drop_first(&list->rings[source], pool);
    }
    return true;
}
