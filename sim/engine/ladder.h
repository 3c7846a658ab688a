/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_LADDER_H
#define BS_SIM_ENGINE_LADDER_H

/**
 * A ladder queue of event entries: amortised O(1) a push or pop where instants spread, never worse than
 * O(log n) a pop where they crowd.
 *
 * Source: W. T. Tang, R. S. M. Goh, I. L.-J. Thng, "Ladder Queue: An O(1) Priority Queue Structure for
 * Large-Scale Discrete Event Simulation", ACM TOMACS 15(3), 2005. From far to near: an unsorted top; rungs
 * of ever finer buckets; a short sorted bottom. Where this differs from the paper:
 *
 * - Bucket widths are powers of two, from the span of the entries at hand; a rung's last bucket reaches up
 *   to the rung's limit, however far that is.
 * - A bucket that cannot be split (all one instant, or no rung left) becomes a heap beside the bottom
 *   instead of being sorted by insertion; so do many arrivals ahead of the finest rung, until there are
 *   enough of them for a rung of their own.
 * - Buckets are lists of cache lines of entries, not of single entries.
 *
 * Room is reserved beforehand, so that pushing and popping cannot fail.
 */

#include <stdint.h>

#include "base/status.h"
#include "sim/engine/event_pool.h"
#include "sim/engine/heap.h"

enum {
    BS_LADDER_RUNGS_MAX = 8, /* Tang et al., section 2.4. */
    BS_LADDER_BOTTOM_MAX = 64,
    BS_LADDER_CHUNK_ENTRIES = 3,
};

/** One cache line of a bucket. */
struct bs_ladder_chunk {
    struct bs_event_entry entries[BS_LADDER_CHUNK_ENTRIES];
    uint32_t next;
    uint32_t unused[3]; /* Fills the line. */
};

struct bs_ladder_bucket {
    uint32_t chunk_first; /* The only one that may be partly filled. */
    uint32_t count;
};

struct bs_ladder_rung {
    struct bs_ladder_bucket *buckets;
    uint32_t bucket_capacity;
    uint32_t bucket_count;
    uint32_t bucket_next; /* Those before it have been emptied into what is below. */
    uint32_t entry_count;
    uint32_t shift;   /* Buckets are 2^shift ns wide. */
    int64_t start_ns; /* Of bucket 0. */
    int64_t next_ns;  /* Start of bucket_next: entries from here on belong to this rung .. */
    int64_t limit_ns; /* .. up to here, exclusive. */
};

struct bs_ladder {
    uint32_t count;
    uint32_t capacity;
    /* Entries at or after top_start_ns, in no order. */
    struct bs_event_entry *top;
    uint32_t top_count;
    int64_t top_start_ns;
    struct bs_ladder_rung rungs[BS_LADDER_RUNGS_MAX]; /* Ever finer and nearer. */
    uint32_t rung_count;
    struct bs_ladder_chunk *chunks;
    uint32_t chunk_free;
    uint32_t chunk_touched;
    /* What comes before the finest rung: a sorted array (from bottom_first on) and a heap. */
    struct bs_event_entry bottom[BS_LADDER_BOTTOM_MAX];
    uint32_t bottom_first;
    uint32_t bottom_end;
    struct bs_event_heap crowd;
    uint32_t crowd_split_at; /* The heap's size at which splitting it is tried again. */
};

void bs_ladder_init(struct bs_ladder *ladder);
void bs_ladder_clean_up(struct bs_ladder *ladder);

/** Forgets all entries, keeps the memory. */
void bs_ladder_reset(struct bs_ladder *ladder);

/** Room for `capacity` entries in all. BS_ERR_MEMORY if the allocator says no; nothing is lost then. */
enum bs_status bs_ladder_reserve(struct bs_ladder *ladder, uint32_t capacity);

/** Room must have been reserved. */
void bs_ladder_push(struct bs_ladder *ladder, const struct bs_event_pool *pool,
                    struct bs_event_entry entry);

/** @{ As the two below, where the least entry is not simply the first of the bottom. */
const struct bs_event_entry *bs_ladder_find_first(struct bs_ladder *ladder,
                                                  const struct bs_event_pool *pool);
void bs_ladder_drop_found(struct bs_ladder *ladder, const struct bs_event_pool *pool);
/** @} */

/** The least entry of a ladder that is not empty. Moves entries down the ladder. */
static inline const struct bs_event_entry *bs_ladder_first(struct bs_ladder *ladder,
                                                           const struct bs_event_pool *pool)
{
    return ladder->crowd.count == 0 && ladder->bottom_first < ladder->bottom_end
               ? &ladder->bottom[ladder->bottom_first]
               : bs_ladder_find_first(ladder, pool);
}

/** Drops what bs_ladder_first() has just returned. */
static inline void bs_ladder_drop_first(struct bs_ladder *ladder, const struct bs_event_pool *pool)
{
    if (ladder->crowd.count == 0) {
        ladder->count--;
        ladder->bottom_first++;
    } else {
        bs_ladder_drop_found(ladder, pool);
    }
}

#endif
