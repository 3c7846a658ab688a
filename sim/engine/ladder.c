/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/ladder.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK_NONE UINT32_MAX

enum {
    /* Sorting by insertion beats splitting up to about here; Tang et al. found 50 (section 2.3). */
    LADDER_SORT_MAX = 48,
    LADDER_CROWD_SPLIT_FIRST = 128,
    LADDER_FINE_BUCKETS_MAX = 1024, /* Of all rungs but the first, which has one per entry. */
    CACHE_LINE_BYTES = 64,
};

_Static_assert(sizeof(struct bs_ladder_chunk) == CACHE_LINE_BYTES, "a chunk is a cache line");
_Static_assert((int)LADDER_SORT_MAX <= (int)BS_LADDER_BOTTOM_MAX,
               "a sorted bucket fits the bottom");

struct instant_span {
    int64_t least_ns;
    int64_t greatest_ns;
};

void bs_ladder_init(struct bs_ladder *ladder)
{
    BS_ASSERT(ladder != NULL);
    *ladder = (struct bs_ladder){0};
    bs_ladder_reset(ladder);
}

void bs_ladder_clean_up(struct bs_ladder *ladder)
{
    free(ladder->top);
    free(ladder->chunks);
    for (size_t r = 0; r < BS_LADDER_RUNGS_MAX; r++) {
        free(ladder->rungs[r].buckets);
    }
    bs_event_heap_clean_up(&ladder->crowd);
    bs_ladder_init(ladder);
}

void bs_ladder_reset(struct bs_ladder *ladder)
{
    ladder->count = 0;
    ladder->top_count = 0;
    ladder->top_start_ns = INT64_MIN;
    ladder->rung_count = 0;
    ladder->chunk_free = CHUNK_NONE;
    ladder->chunk_touched = 0;
    ladder->bottom_first = 0;
    ladder->bottom_end = 0;
    ladder->crowd.count = 0;
    ladder->crowd_split_at = LADDER_CROWD_SPLIT_FIRST;
}

static enum bs_status reserve_buckets(struct bs_ladder_rung *rung, uint32_t capacity)
{
    struct bs_ladder_bucket *buckets;

    if (capacity <= rung->bucket_capacity) {
        return BS_OK;
    }
    buckets = realloc(rung->buckets, (size_t)capacity * sizeof(*buckets));
    if (buckets == NULL) {
        return BS_ERR_MEMORY;
    }
    rung->buckets = buckets;
    rung->bucket_capacity = capacity;
    return BS_OK;
}

/* A bucket's chunks are full but for one, so that there are never more chunks in use than entries. */
static enum bs_status reserve_chunks(struct bs_ladder *ladder, uint32_t capacity)
{
    struct bs_ladder_chunk *chunks =
        aligned_alloc(CACHE_LINE_BYTES, (size_t)capacity * sizeof(*chunks));

    if (chunks == NULL) {
        return BS_ERR_MEMORY;
    }
    if (ladder->chunk_touched > 0) {
        memcpy(chunks, ladder->chunks, (size_t)ladder->chunk_touched * sizeof(*chunks));
    }
    free(ladder->chunks);
    ladder->chunks = chunks;
    return BS_OK;
}

enum bs_status bs_ladder_reserve(struct bs_ladder *ladder, uint32_t capacity)
{
    struct bs_event_entry *top;
    enum bs_status status;

    if (capacity <= ladder->capacity) {
        return BS_OK;
    }
    top = realloc(ladder->top, (size_t)capacity * sizeof(*top));
    if (top == NULL) {
        return BS_ERR_MEMORY;
    }
    ladder->top = top;
    status = bs_event_heap_reserve(&ladder->crowd, capacity);
    for (size_t r = 0; r < BS_LADDER_RUNGS_MAX && status == BS_OK; r++) {
        bool fine = r > 0 && capacity > LADDER_FINE_BUCKETS_MAX;

        status = reserve_buckets(&ladder->rungs[r], fine ? LADDER_FINE_BUCKETS_MAX : capacity);
    }
    if (status == BS_OK) {
        status = reserve_chunks(ladder, capacity);
    }
    if (status == BS_OK) {
        ladder->capacity = capacity;
    }
    return status;
}

static uint32_t take_chunk(struct bs_ladder *ladder)
{
    uint32_t chunk = ladder->chunk_free;

    if (chunk == CHUNK_NONE) {
        BS_ASSERT_DEBUG(ladder->chunk_touched < ladder->capacity);
        return ladder->chunk_touched++;
    }
    ladder->chunk_free = ladder->chunks[chunk].next;
    return chunk;
}

static void add_to_rung(struct bs_ladder *ladder, struct bs_ladder_rung *rung,
                        struct bs_event_entry entry)
{
    uint64_t index = (uint64_t)(entry.at_ns - rung->start_ns) >> rung->shift;
    struct bs_ladder_bucket *bucket =
        &rung->buckets[index < rung->bucket_count ? index : rung->bucket_count - 1];
    uint32_t place = bucket->count % BS_LADDER_CHUNK_ENTRIES;

    BS_ASSERT_DEBUG(entry.at_ns >= rung->next_ns && entry.at_ns < rung->limit_ns);
    if (place == 0) {
        uint32_t chunk = take_chunk(ladder);

        ladder->chunks[chunk].next = bucket->chunk_first;
        bucket->chunk_first = chunk;
    }
    ladder->chunks[bucket->chunk_first].entries[place] = entry;
    bucket->count++;
    rung->entry_count++;
}

/* Copies a bucket's entries out and frees its chunks. */
static void empty_bucket(struct bs_ladder *ladder, struct bs_ladder_bucket *bucket,
                         struct bs_event_entry *entries)
{
    uint32_t left = bucket->count;

    while (left > 0) {
        uint32_t chunk_index = bucket->chunk_first;
        struct bs_ladder_chunk *chunk = &ladder->chunks[chunk_index];
        uint32_t filled = (left - 1) % BS_LADDER_CHUNK_ENTRIES + 1;

        memcpy(entries, chunk->entries, filled * sizeof(*entries));
        entries += filled;
        left -= filled;
        bucket->chunk_first = chunk->next;
        chunk->next = ladder->chunk_free;
        ladder->chunk_free = chunk_index;
    }
    bucket->count = 0;
}

static struct instant_span span_of(const struct bs_event_entry *entries, uint32_t count)
{
    struct instant_span span = {entries[0].at_ns, entries[0].at_ns};

    for (uint32_t i = 1; i < count; i++) {
        int64_t at_ns = entries[i].at_ns;

        span.least_ns = at_ns < span.least_ns ? at_ns : span.least_ns;
        span.greatest_ns = at_ns > span.greatest_ns ? at_ns : span.greatest_ns;
    }
    return span;
}

/* Adds a rung below the others and deals the entries out to it. */
static void spawn_rung(struct bs_ladder *ladder, const struct bs_event_entry *entries,
                       uint32_t count, struct instant_span span, int64_t limit_ns)
{
    struct bs_ladder_rung *rung = &ladder->rungs[ladder->rung_count];
    uint64_t width = (uint64_t)span.greatest_ns - (uint64_t)span.least_ns;
    uint64_t buckets_max = count < rung->bucket_capacity ? count : rung->bucket_capacity;

    BS_ASSERT_DEBUG(width > 0 && buckets_max >= 2);
    rung->shift = 0;
    while ((width >> rung->shift) >= buckets_max) {
        rung->shift++;
    }
    rung->bucket_count = (uint32_t)(width >> rung->shift) + 1;
    rung->bucket_next = 0;
    rung->entry_count = 0;
    rung->start_ns = span.least_ns;
    rung->next_ns = span.least_ns;
    rung->limit_ns = limit_ns;
    memset(rung->buckets, 0, rung->bucket_count * sizeof(*rung->buckets));
    ladder->rung_count++;
    for (uint32_t i = 0; i < count; i++) {
        add_to_rung(ladder, rung, entries[i]);
    }
}

/* Inserts into the bottom, which has room at its end, looking from the end. */
static void insert_into_bottom(struct bs_ladder *ladder, const struct bs_event_pool *pool,
                               struct bs_event_entry entry)
{
    struct bs_event_entry *bottom = ladder->bottom;
    uint32_t place = ladder->bottom_end++;

    while (place > ladder->bottom_first && bs_event_entry_before(pool, entry, bottom[place - 1])) {
        bottom[place] = bottom[place - 1];
        place--;
    }
    bottom[place] = entry;
}

/* Makes `entries` what comes next; bottom and crowd are empty but for `entries` lying in the latter. */
static void settle(struct bs_ladder *ladder, const struct bs_event_pool *pool,
                   const struct bs_event_entry *entries, uint32_t count, int64_t limit_ns)
{
    struct instant_span span;

    if (count <= LADDER_SORT_MAX) {
        /* They run soon: their slots are fetched into the cache while they are sorted. */
        for (uint32_t i = 0; i < count; i++) {
            __builtin_prefetch(&pool->slots[entries[i].slot], 1);
            insert_into_bottom(ladder, pool, entries[i]);
        }
        return;
    }
    span = span_of(entries, count);
    if (span.least_ns < span.greatest_ns && ladder->rung_count < BS_LADDER_RUNGS_MAX) {
        spawn_rung(ladder, entries, count, span, limit_ns);
        return;
    }
    if (entries != ladder->crowd.entries) {
        memcpy(ladder->crowd.entries, entries, count * sizeof(*entries));
    }
    bs_event_heap_build(&ladder->crowd, pool, count);
    ladder->crowd_split_at = count * 2;
}

static void settle_top(struct bs_ladder *ladder, const struct bs_event_pool *pool)
{
    uint32_t count = ladder->top_count;

    BS_ASSERT_DEBUG(count > 0);
    ladder->top_start_ns = span_of(ladder->top, count).greatest_ns + 1;
    ladder->top_count = 0;
    settle(ladder, pool, ladder->top, count, ladder->top_start_ns);
}

static void settle_next_bucket(struct bs_ladder *ladder, const struct bs_event_pool *pool,
                               struct bs_ladder_rung *rung)
{
    struct bs_ladder_bucket *bucket;
    struct bs_event_entry few[LADDER_SORT_MAX];
    struct bs_event_entry *entries;
    uint32_t count;

    while (rung->buckets[rung->bucket_next].count == 0) {
        rung->bucket_next++;
    }
    bucket = &rung->buckets[rung->bucket_next++];
    count = bucket->count;
    rung->entry_count -= count;
    rung->next_ns = rung->bucket_next == rung->bucket_count
                        ? rung->limit_ns
                        : rung->start_ns + (int64_t)((uint64_t)rung->bucket_next << rung->shift);
    entries = count <= LADDER_SORT_MAX ? few : ladder->crowd.entries;
    empty_bucket(ladder, bucket, entries);
    settle(ladder, pool, entries, count, rung->next_ns);
}

/* Bottom and crowd are empty: brings entries down from the nearest place that has some. */
static void bring_down(struct bs_ladder *ladder, const struct bs_event_pool *pool)
{
    ladder->bottom_first = 0;
    ladder->bottom_end = 0;
    ladder->crowd_split_at = LADDER_CROWD_SPLIT_FIRST;
    while (ladder->bottom_end == 0 && ladder->crowd.count == 0) {
        struct bs_ladder_rung *rung;

        if (ladder->rung_count == 0) {
            settle_top(ladder, pool);
            continue;
        }
        rung = &ladder->rungs[ladder->rung_count - 1];
        if (rung->entry_count == 0) {
            ladder->rung_count--;
        } else {
            settle_next_bucket(ladder, pool, rung);
        }
    }
}

/* So many came ahead of the finest rung that they, with the bottom, get a rung of their own. */
static void split_crowd(struct bs_ladder *ladder)
{
    struct bs_event_heap *crowd = &ladder->crowd;
    struct instant_span span = span_of(crowd->entries, crowd->count);
    uint32_t bottom_count = ladder->bottom_end - ladder->bottom_first;
    uint32_t count = crowd->count + bottom_count;

    if (span.least_ns == span.greatest_ns) {
        ladder->crowd_split_at = crowd->count * 2;
        return;
    }
    memcpy(&crowd->entries[crowd->count], &ladder->bottom[ladder->bottom_first],
           bottom_count * sizeof(*ladder->bottom));
    span = span_of(crowd->entries, count);
    crowd->count = 0;
    ladder->bottom_first = 0;
    ladder->bottom_end = 0;
    ladder->crowd_split_at = LADDER_CROWD_SPLIT_FIRST;
    spawn_rung(ladder, crowd->entries, count, span,
               ladder->rung_count > 0 ? ladder->rungs[ladder->rung_count - 1].next_ns
                                      : ladder->top_start_ns);
}

/* An entry that comes before the finest rung. */
static void push_near(struct bs_ladder *ladder, const struct bs_event_pool *pool,
                      struct bs_event_entry entry)
{
    if (ladder->bottom_end < BS_LADDER_BOTTOM_MAX) {
        insert_into_bottom(ladder, pool, entry);
        return;
    }
    if (ladder->bottom_first > 0) {
        ladder->bottom_end -= ladder->bottom_first;
        memmove(ladder->bottom, &ladder->bottom[ladder->bottom_first],
                ladder->bottom_end * sizeof(*ladder->bottom));
        ladder->bottom_first = 0;
        insert_into_bottom(ladder, pool, entry);
        return;
    }
    bs_event_heap_push(&ladder->crowd, pool, entry);
    if (ladder->crowd.count >= ladder->crowd_split_at && ladder->rung_count < BS_LADDER_RUNGS_MAX) {
        split_crowd(ladder);
    }
}

void bs_ladder_push(struct bs_ladder *ladder, const struct bs_event_pool *pool,
                    struct bs_event_entry entry)
{
    BS_ASSERT_DEBUG(ladder->count < ladder->capacity);
    ladder->count++;
    if (entry.at_ns >= ladder->top_start_ns) {
        ladder->top[ladder->top_count++] = entry;
        return;
    }
    for (uint32_t r = 0; r < ladder->rung_count; r++) {
        if (entry.at_ns >= ladder->rungs[r].next_ns) {
            add_to_rung(ladder, &ladder->rungs[r], entry);
            return;
        }
    }
    push_near(ladder, pool, entry);
}

/* Whether the sorted bottom, and not the crowd, holds the least entry. One of them has some. */
static bool bottom_leads(const struct bs_ladder *ladder, const struct bs_event_pool *pool)
{
    if (ladder->crowd.count == 0) {
        return true;
    }
    return ladder->bottom_first < ladder->bottom_end &&
           bs_event_entry_before(pool, ladder->bottom[ladder->bottom_first],
                                 ladder->crowd.entries[0]);
}

const struct bs_event_entry *bs_ladder_find_first(struct bs_ladder *ladder,
                                                  const struct bs_event_pool *pool)
{
    BS_ASSERT_DEBUG(ladder->count > 0);
    if (ladder->bottom_first == ladder->bottom_end && ladder->crowd.count == 0) {
        bring_down(ladder, pool);
    }
    return bottom_leads(ladder, pool) ? &ladder->bottom[ladder->bottom_first]
                                      : &ladder->crowd.entries[0];
}

void bs_ladder_drop_found(struct bs_ladder *ladder, const struct bs_event_pool *pool)
{
    BS_ASSERT_DEBUG(ladder->count > 0);
    ladder->count--;
    if (bottom_leads(ladder, pool)) {
        ladder->bottom_first++;
    } else {
        (void)bs_event_heap_pop(&ladder->crowd, pool);
    }
}
