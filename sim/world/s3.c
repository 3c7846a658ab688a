/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/s3.h"

#include "sim/world/world_state.h"

#define METRIC_PERIOD_NS (60 * BS_NS_PER_S)

const char *bs_s3_refresh(struct bs_world *world, struct bs_store *store, struct bs_copy *copy)
{
    const bool is_up = !bs_data_plane(world, copy->resource->region, "s3").is_lost;

    (void)store;
    if (is_up) {
        copy->frozen_at = BS_INSTANT_NEVER;
    } else if (copy->frozen_at.ns == BS_INSTANT_NEVER.ns) {
        copy->frozen_at = bs_world_now(world);
    }
    copy->is_readable = is_up;
    copy->is_writable = is_up;
    return is_up ? "accepts writes" : "its Region's data plane is lost";
}

const struct bs_copy *bs_s3_other(const struct bs_store *store, const struct bs_copy *copy)
{
    return store->copy_count > 1 ? &store->copies[copy == &store->copies[0] ? 1 : 0] : NULL;
}

bool bs_s3_replicates(const struct bs_store *store, const struct bs_copy *copy)
{
    return store->copy_count > 1 &&
           (copy->resource == store->resource || store->resource->is.s3.two_way);
}

/* ---- Whether an object has left ---- */

struct bs_s3_delays bs_s3_delays(const struct bs_world *world, const struct bs_store *store,
                                 const struct bs_copy *source, const struct bs_process *process)
{
    const char *cohort = world->clients.cohorts[process->cohort].name;

    return (struct bs_s3_delays){
        .distribution = &store->resource->is.s3.replication,
        .marks = store->resource->is.s3.replication.kind == BS_DISTRIBUTION_MIXTURE
                     ? NULL
                     : store->replication_marks,
        .stream = bs_stream_open_member(world->options.root, source->resource->id, "replication",
                                        bs_name_hash(cohort)),
    };
}

/* Draws are looked at in pieces of this size: a mark is that much too low, at the most. */
#define DRAW_PIECE (UINT64_C(1) << 48)

/* The mark at or before an age of 1 ns or more. */
static uint32_t mark_before(int64_t age_ns)
{
    const uint32_t log = 63 - (uint32_t)__builtin_clzll((uint64_t)age_ns);

    return 2 * log + (log > 0 ? (uint32_t)((uint64_t)age_ns >> (log - 1)) & 1 : 0);
}

static int64_t mark_age_ns(uint32_t mark)
{
    return mark % 2 == 0 ? INT64_C(1) << (mark / 2) : (INT64_C(3) << (mark / 2)) >> 1;
}

/*
 * All draws below this are enough for the mark's age, and all from DRAW_PIECE - 1 above it on are not. That
 * is because the sampler never decreases in its bits. A mixture's does within each part only.
 */
static uint64_t enough_bits(struct bs_s3_delays *delays, uint32_t mark)
{
    uint64_t *known = &delays->marks->enough_bits[mark];
    const int64_t age_ns = mark_age_ns(mark);
    uint64_t bits = 0;

    if (*known == 0) {
        for (uint64_t step = UINT64_C(1) << 63; step >= DRAW_PIECE; step >>= 1) {
            if (bs_distribution_sample(delays->distribution, bits | (step - 1)).ns <= age_ns) {
                bits |= step;
            }
        }
        *known = bits + 1;
    }
    return *known - 1;
}

bool bs_s3_has_left(struct bs_s3_delays *delays, uint64_t k, int64_t age_ns)
{
    const uint64_t bits = bs_stream_at(&delays->stream, k);

    if (delays->marks != NULL && age_ns > 0) {
        const uint32_t mark = mark_before(age_ns);

        if (bits < enough_bits(delays, mark)) {
            return true;
        }
        if (bits - (DRAW_PIECE - 1) > enough_bits(delays, mark + 1) && bits > DRAW_PIECE) {
            return false;
        }
    }
    return bs_distribution_sample(delays->distribution, bits).ns <= age_ns;
}

uint64_t bs_s3_first_doubtful(struct bs_s3_delays *delays, uint64_t k, uint64_t end_k,
                              int64_t age_ns)
{
    const uint64_t enough =
        delays->marks != NULL && age_ns > 0 ? enough_bits(delays, mark_before(age_ns)) : 0;

    while (k < end_k && bs_stream_at(&delays->stream, k) < enough) {
        k++;
    }
    return k;
}

/* ---- The metric ---- */

/* A look through one process's book for the oldest object that had not arrived at `by`. */
struct search {
    struct bs_process *process;
    int32_t place; /* The store's, among those that the process writes to. */
    const struct bs_ledger_book *book;
    struct bs_ledger_cursor *cursor;
    struct bs_s3_delays delays;
    struct bs_instant by;
    struct bs_instant oldest;
    bool all_arrived; /* All that was looked at so far: the next search may begin here. */
};

/*
 * Looks at one entry from k on; false if no later one can hold anything older. What is served at the first
 * attempt stands in the book in order of time, and nothing stands behind it that was acknowledged before.
 */
static bool search_entry(struct search *search, const struct bs_ledger_entry *entry, uint64_t k)
{
    for (; k <= entry->last_k; k++) {
        const struct bs_instant at = entry->at_ns == -1
                                         ? bs_arrivals_at(&search->process->starts, k)
                                         : (struct bs_instant){entry->at_ns};

        if (at.ns >= search->oldest.ns) {
            search->all_arrived = false; /* As far as anybody has looked. */
            if (entry->at_ns == -1) {
                return false;
            }
        } else if (!bs_s3_has_left(&search->delays, k, search->by.ns - at.ns)) {
            search->oldest = at;
            search->all_arrived = false;
        }
        if (search->all_arrived) {
            search->cursor->k = k + 1;
        }
    }
    return true;
}

static void search_book(struct search *search, const struct bs_lineage *source)
{
    const struct bs_ledger_cursor from = *search->cursor;

    for (size_t i = from.entry; i < search->book->count; i++) {
        const struct bs_ledger_entry *entry = &search->book->entries[i];
        const bool is_begun = i == from.entry && from.k > entry->first_k;

        if (search->all_arrived) {
            *search->cursor = (struct bs_ledger_cursor){i, is_begun ? from.k : entry->first_k};
        }
        if (bs_ledger_is_of(entry, search->place, source) &&
            !search_entry(search, entry, is_begun ? from.k : entry->first_k)) {
            return;
        }
    }
}

/* The oldest object of `source` that had not arrived at `by`; `by` if there is none. */
static struct bs_instant oldest_under_way(struct bs_world *world, const struct bs_store *store,
                                          const struct bs_copy *source, struct bs_instant by)
{
    struct bs_instant oldest = by;

    for (size_t i = 0; i < world->clients.process_count; i++) {
        struct bs_process *process = &world->clients.processes[i];
        const size_t row = i * world->stores.count + (size_t)(store - world->stores.stores);
        struct search search = {
            .process = process,
            .place = bs_ledger_place_of(world, process, store),
            .book = &world->ledger.books[i],
            .cursor = &world->ledger.cursors[2 * row + (source == &store->copies[0] ? 0 : 1)],
            .by = by,
            .oldest = by,
            .all_arrived = true,
        };

        if (search.place != BS_NONE) {
            search.delays = bs_s3_delays(world, store, source, process);
            search_book(&search, source->lineage);
            oldest = bs_instant_min(oldest, search.oldest);
        }
    }
    return oldest;
}

struct bs_duration bs_s3_lag(struct bs_world *world, const struct bs_store *store,
                             const struct bs_copy *source, struct bs_instant at)
{
    if (at.ns <= source->frozen_at.ns) {
        bs_clients_settle(world); /* The books are written late, but for what silences a bucket. */
    }
    return bs_duration_between(
        oldest_under_way(world, store, source, bs_instant_min(at, source->frozen_at)), at);
}

bool bs_s3_replication_latency(struct bs_world *world, struct bs_store *store,
                               const struct bs_copy *copy, struct bs_duration *latency,
                               struct bs_instant *at)
{
    const struct bs_instant now = bs_world_now(world);
    const struct bs_copy *source = bs_s3_other(store, copy);

    at->ns = now.ns - now.ns % METRIC_PERIOD_NS;
    if (source == NULL) {
        return false;
    }
    if (!bs_s3_replicates(store, source)) {
        source = copy;
    }
    if (source->frozen_at.ns <= at->ns) {
        return false;
    }
    *latency = bs_s3_lag(world, store, source, *at);
    return true;
}
