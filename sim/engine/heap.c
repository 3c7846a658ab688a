/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/heap.h"

#include <stdlib.h>

void bs_event_heap_clean_up(struct bs_event_heap *heap)
{
    free(heap->entries);
    *heap = (struct bs_event_heap){0};
}

enum bs_status bs_event_heap_reserve(struct bs_event_heap *heap, uint32_t capacity)
{
    struct bs_event_entry *entries;

    if (capacity <= heap->capacity) {
        return BS_OK;
    }
    entries = realloc(heap->entries, (size_t)capacity * sizeof(*entries));
    if (entries == NULL) {
        return BS_ERR_MEMORY;
    }
    heap->entries = entries;
    heap->capacity = capacity;
    return BS_OK;
}

void bs_event_heap_push(struct bs_event_heap *heap, const struct bs_event_pool *pool,
                        struct bs_event_entry entry)
{
    struct bs_event_entry *entries = heap->entries;
    uint32_t hole = heap->count++;

    BS_ASSERT_DEBUG(heap->count <= heap->capacity);
    while (hole > 0) {
        uint32_t parent = (hole - 1) / 4;

        if (!bs_event_entry_before(pool, entry, entries[parent])) {
            break;
        }
        entries[hole] = entries[parent];
        hole = parent;
    }
    entries[hole] = entry;
}

static uint32_t least_child(const struct bs_event_heap *heap, const struct bs_event_pool *pool,
                            uint32_t first)
{
    uint32_t end = heap->count - first < 4 ? heap->count : first + 4;
    uint32_t least = first;

    for (uint32_t child = first + 1; child < end; child++) {
        if (bs_event_entry_before(pool, heap->entries[child], heap->entries[least])) {
            least = child;
        }
    }
    return least;
}

/* Puts `entry` into `hole` or below it. */
static void sift_down(struct bs_event_heap *heap, const struct bs_event_pool *pool, uint32_t hole,
                      struct bs_event_entry entry)
{
    struct bs_event_entry *entries = heap->entries;
    uint64_t first;

    while ((first = (uint64_t)hole * 4 + 1) < heap->count) {
        uint32_t least = least_child(heap, pool, (uint32_t)first);

        if (!bs_event_entry_before(pool, entries[least], entry)) {
            break;
        }
        entries[hole] = entries[least];
        hole = least;
    }
    entries[hole] = entry;
}

struct bs_event_entry bs_event_heap_pop(struct bs_event_heap *heap,
                                        const struct bs_event_pool *pool)
{
    struct bs_event_entry top;

    BS_ASSERT_DEBUG(heap->count > 0);
    top = heap->entries[0];
    heap->count--;
    if (heap->count > 0) {
        sift_down(heap, pool, 0, heap->entries[heap->count]);
    }
    return top;
}

void bs_event_heap_build(struct bs_event_heap *heap, const struct bs_event_pool *pool,
                         uint32_t count)
{
    BS_ASSERT_DEBUG(count <= heap->capacity);
    heap->count = count;
    if (count < 2) {
        return;
    }
    for (uint32_t i = (count - 2) / 4 + 1; i-- > 0;) {
        sift_down(heap, pool, i, heap->entries[i]);
    }
}
