/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/missing.h"

#include <stdlib.h>
#include <string.h>

#include "sim/world/rds.h"
#include "sim/world/s3.h"
#include "sim/world/world_state.h"

/* What is counted: writes of one lineage that another one lacks. */
struct counting {
    struct bs_store *store;
    const struct bs_lineage *lineage;
    struct bs_instant
        reaches_up_to; /* RDS: applied, -1: nothing; S3: when the source fell silent. */
    const char *when;
    const char *class;
};

struct ranges {
    struct bs_missing_range *items;
    size_t count;
    size_t capacity;
};

static void add_range(struct bs_world *world, struct ranges *ranges, struct bs_missing_range range)
{
    if (ranges->count == ranges->capacity) {
        const size_t capacity = ranges->capacity == 0 ? 64 : 2 * ranges->capacity;
        struct bs_missing_range *items = realloc(ranges->items, capacity * sizeof(*items));

        if (items == NULL) {
            world->status = BS_ERR_MEMORY;
            return;
        }
        ranges->items = items;
        ranges->capacity = capacity;
    }
    ranges->items[ranges->count++] = range;
}

static int compare_ranges(const void *a, const void *b)
{
    const struct bs_missing_range *x = a;
    const struct bs_missing_range *y = b;

    return x->first_k < y->first_k ? -1 : x->first_k > y->first_k;
}

/* Mostly the book is in order but for those that were served at a later attempt. */
static void sort_ranges(struct ranges *ranges)
{
    for (size_t i = 1; i < ranges->count; i++) {
        if (ranges->items[i - 1].first_k > ranges->items[i].first_k) {
            qsort(ranges->items, ranges->count, sizeof(*ranges->items), compare_ranges);
            return;
        }
    }
}

/* Neighbours become one, so that the result does not depend on how the book was kept. */
static void merge_ranges(struct ranges *ranges)
{
    size_t kept = 0;

    if (ranges->count == 0) {
        return;
    }
    sort_ranges(ranges);
    for (size_t i = 1; i < ranges->count; i++) {
        struct bs_missing_range *last = &ranges->items[kept];
        const struct bs_missing_range *next = &ranges->items[i];

        BS_ASSERT(next->first_k > last->last_k);
        if (next->first_k == last->last_k + 1) {
            last->last_k = next->last_k;
            last->first = bs_instant_min(last->first, next->first);
            last->last = bs_instant_max(last->last, next->last);
        } else {
            ranges->items[++kept] = *next;
        }
    }
    ranges->count = kept + 1;
}

/*
 * A replica lacks what was acknowledged after the instant up to which it has everything. What the old lineage
 * acknowledged once another one led is another matter: diverged, and counted as such.
 */
static void lacks_after(struct bs_world *world, struct bs_process *process,
                        const struct bs_ledger_entry *entry, const struct counting *counting,
                        struct ranges *ranges)
{
    const struct bs_instant until = counting->lineage->superseded_at;
    struct bs_missing_range range = {entry->first_k, entry->last_k, {entry->at_ns}, {entry->at_ns}};

    if (entry->at_ns == -1) {
        const uint64_t first = bs_arrivals_first_at_or_after(
            &process->starts, (struct bs_instant){counting->reaches_up_to.ns + 1});
        const uint64_t end = bs_arrivals_first_at_or_after(&process->starts, until);

        range.first_k = first > entry->first_k ? first : entry->first_k;
        range.last_k = end <= entry->last_k ? end - 1 : entry->last_k;
        if (range.first_k > range.last_k || end == 0) {
            return;
        }
        range.first = bs_arrivals_at(&process->starts, range.first_k);
        range.last = bs_arrivals_at(&process->starts, range.last_k);
    } else if (entry->at_ns <= counting->reaches_up_to.ns || entry->at_ns >= until.ns) {
        return;
    }
    add_range(world, ranges, range);
}

/* A bucket's other copy lacks each object, from k on, that had not left when its source fell silent. */
static void lacks_unreplicated(struct bs_world *world, struct bs_process *process,
                               const struct bs_ledger_entry *entry, uint64_t k,
                               const struct counting *counting, struct ranges *ranges)
{
    const struct bs_instant frozen_at = counting->reaches_up_to;
    struct bs_s3_delays delays =
        bs_s3_delays(world, counting->store, counting->lineage->copy, process);

    for (; k <= entry->last_k; k++) {
        struct bs_instant at = {entry->at_ns};

        if (entry->at_ns == -1) {
            k = bs_s3_first_doubtful(&delays, &process->starts, k, entry->last_k + 1, frozen_at);
            if (k > entry->last_k) {
                return;
            }
            at = bs_arrivals_at(&process->starts, k);
        }
        if (at.ns > frozen_at.ns) {
            return; /* The source flows again: what comes now leaves in its own time. */
        }
        if (!bs_s3_has_left(&delays, k, frozen_at.ns - at.ns)) {
            add_range(world, ranges, (struct bs_missing_range){k, k, at, at});
        }
    }
}

static void record_ranges(struct bs_world *world, const struct bs_process *process,
                          const struct counting *counting, const struct bs_missing_range *ranges,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct bs_missing_range *range = &ranges[i];

        BS_APPEND(world->history, bs_world_now(world), BS_RECORD_MISSING,
                  bs_text(counting->store->resource->id), bs_text(counting->lineage->name),
                  bs_text(world->clients.cohorts[process->cohort].name), bs_text(counting->when),
                  bs_text(counting->class), bs_count((int64_t)range->first_k),
                  bs_count((int64_t)range->last_k), bs_at(range->first), bs_at(range->last),
                  bs_count((int64_t)(range->last_k - range->first_k + 1)));
    }
}

/* Before this all of a bucket's objects had left when its source fell silent: somebody has looked. */
static struct bs_ledger_cursor where_to_begin(struct bs_world *world,
                                              const struct bs_process *process,
                                              const struct counting *counting)
{
    const struct bs_ledger_cursor cursor = world->ledger.cursors[bs_ledger_bucket_row(
        world, process, counting->store, counting->lineage->copy)];

    return cursor.by.ns <= counting->reaches_up_to.ns ? cursor : (struct bs_ledger_cursor){0};
}

/* What of the process's writes is missing. */
static void find_missing(struct bs_world *world, struct bs_process *process, int32_t place,
                         const struct counting *counting, struct ranges *ranges)
{
    const struct bs_ledger_book *book = &world->ledger.books[process - world->clients.processes];
    const bool is_bucket = counting->store->resource->kind == BS_RESOURCE_S3_BUCKET;
    const struct bs_ledger_cursor begin =
        is_bucket ? where_to_begin(world, process, counting) : (struct bs_ledger_cursor){0};

    for (size_t i = begin.entry; i < book->count; i++) {
        const struct bs_ledger_entry *entry = &book->entries[i];

        if (!bs_ledger_is_of(entry, place, counting->lineage)) {
            continue;
        }
        if (is_bucket) {
            lacks_unreplicated(world, process, entry,
                               i == begin.entry && begin.k > entry->first_k ? begin.k
                                                                            : entry->first_k,
                               counting, ranges);
        } else {
            lacks_after(world, process, entry, counting, ranges);
        }
    }
    merge_ranges(ranges);
}

static struct bs_missing_memo *memo_of(struct bs_world *world, const struct bs_process *process,
                                       const struct counting *counting)
{
    return &world->ledger.counted[bs_ledger_bucket_row(world, process, counting->store,
                                                       counting->lineage->copy)];
}

/*
 * A bucket's objects that had not left when the source fell silent are the same however late that is asked
 * for: what is acknowledged since came after. To find them means to draw for every object there is.
 */
static void keep_missing(struct bs_world *world, const struct counting *counting,
                         const struct ranges *ranges, struct bs_missing_memo *memo)
{
    struct bs_missing_range *kept = bs_world_allocate(world, ranges->count, sizeof(*kept));

    if (kept == NULL || bs_world_now(world).ns <= counting->reaches_up_to.ns) {
        return;
    }
    if (ranges->count > 0) {
        memcpy(kept, ranges->items, ranges->count * sizeof(*kept));
    }
    *memo =
        (struct bs_missing_memo){counting->lineage, counting->reaches_up_to, kept, ranges->count};
}

static void count_process(struct bs_world *world, struct bs_process *process, int32_t place,
                          const struct counting *counting)
{
    struct bs_missing_memo *memo = memo_of(world, process, counting);
    const bool is_known =
        memo->lineage == counting->lineage && memo->frozen_at.ns == counting->reaches_up_to.ns;
    struct ranges found = {0};

    if (is_known) {
        record_ranges(world, process, counting, memo->ranges, memo->count);
        return;
    }
    find_missing(world, process, place, counting, &found);
    record_ranges(world, process, counting, found.items, found.count);
    if (counting->store->resource->kind == BS_RESOURCE_S3_BUCKET) {
        keep_missing(world, counting, &found, memo);
    }
    free(found.items);
}

/* Writes that only this lineage has: gone, unless its Region can be reached again. */
static const char *class_of(struct bs_world *world, const struct bs_lineage *lineage,
                            const char *service)
{
    return bs_data_plane(world, lineage->copy->resource->region, service).is_lost ? "lost"
                                                                                  : "quarantined";
}

static void count_lineage(struct bs_world *world, struct counting *counting)
{
    for (size_t i = 0; i < world->clients.process_count; i++) {
        struct bs_process *process = &world->clients.processes[i];
        const int32_t place = bs_ledger_place_of(world, process, counting->store);

        if (place != BS_NONE) {
            count_process(world, process, place, counting);
        }
    }
}

/* ---- Databases ---- */

/* The lineage that serves, or would have to: the leader, else a replica of it once it is lost; NULL: none. */
static const struct bs_lineage *serving(struct bs_world *world, const struct bs_store *store)
{
    const struct bs_lineage *leader = store->leader;

    if (bs_lineage_is_there(leader) &&
        !bs_data_plane(world, leader->copy->resource->region, "rds").is_lost) {
        return leader;
    }
    for (const struct bs_lineage *heir = store->lineages; heir != NULL; heir = heir->next) {
        if (heir->source == leader && !heir->was_promoted && bs_lineage_is_there(heir) &&
            heir->copy->state != BS_STATE_CREATING) {
            return heir;
        }
    }
    return bs_lineage_is_there(leader) ? leader : NULL;
}

struct bs_instant bs_missing_reach(const struct bs_world *world, const struct bs_lineage *lineage,
                                   const struct bs_lineage *of)
{
    for (; lineage != NULL; lineage = lineage->source) {
        if (lineage->source == of) {
            return lineage->was_promoted ? lineage->reaches_up_to
                                         : bs_rds_applied_up_to(lineage->copy, bs_world_now(world));
        }
    }
    return (struct bs_instant){-1};
}

static void count_database(struct bs_world *world, struct bs_store *store, const char *when)
{
    const struct bs_lineage *heir = serving(world, store);

    for (const struct bs_lineage *old = store->lineages; old != NULL; old = old->next) {
        struct counting counting = {
            .store = store,
            .lineage = old,
            .when = when,
            .class = class_of(world, old, "rds"),
        };

        if (old != heir) {
            counting.reaches_up_to = bs_missing_reach(world, heir, old);
            count_lineage(world, &counting);
        }
    }
}

/* ---- Buckets ---- */

static void count_bucket(struct bs_world *world, struct bs_store *store, struct bs_copy *source,
                         const char *when)
{
    struct counting counting = {
        .store = store,
        .lineage = source->lineage,
        .when = when,
        .class = class_of(world, source->lineage, "s3"),
    };

    if (source->frozen_at.ns != BS_INSTANT_NEVER.ns) {
        source->counted_frozen_at = source->frozen_at;
    } else {
        /* Missing when it was counted first, and on its way since the source came back. */
        counting.class = "deferred";
    }
    if (source->counted_frozen_at.ns != BS_INSTANT_NEVER.ns) {
        counting.reaches_up_to = source->counted_frozen_at;
        count_lineage(world, &counting);
    }
}

void bs_missing_count(struct bs_world *world, const char *when)
{
    bs_clients_settle(world); /* The books are written late: this change may have met no request. */
    for (size_t i = 0; i < world->stores.count; i++) {
        struct bs_store *store = &world->stores.stores[i];

        if (store->resource->kind != BS_RESOURCE_S3_BUCKET) {
            count_database(world, store, when);
            continue;
        }
        for (size_t j = 0; j < store->copy_count; j++) {
            if (bs_s3_replicates(store, &store->copies[j])) {
                count_bucket(world, store, &store->copies[j], when);
            }
        }
    }
}
