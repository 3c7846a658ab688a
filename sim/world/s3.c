/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/s3.h"

#include "sim/world/world_state.h"

#define METRIC_PERIOD_NS (60 * BS_NS_PER_S)

enum { GROUP = 64 }; /* Objects. */

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

/* The first of [k, end_k) that may not have left, all being of this age or greater; or end_k. */
static uint64_t first_doubtful_of(struct bs_s3_delays *delays, uint64_t k, uint64_t end_k,
                                  int64_t age_ns)
{
    const uint64_t enough =
        delays->marks != NULL && age_ns > 0 ? enough_bits(delays, mark_before(age_ns)) : 0;

    while (k < end_k && bs_stream_at(&delays->stream, k) < enough) {
        k++;
    }
    return k;
}

/*
 * They are looked at in groups, all as young as the youngest of their group: hardly any has to be looked at
 * by itself.
 */
uint64_t bs_s3_first_doubtful(struct bs_s3_delays *delays, const struct bs_arrivals *starts,
                              uint64_t k, uint64_t end_k, struct bs_instant by)
{
    while (k < end_k) {
        const uint64_t end_of_group = end_k - k < GROUP ? end_k : k + GROUP;
        const int64_t age_ns = by.ns - bs_arrivals_slot_end(starts, end_of_group - 1).ns;
        const uint64_t doubtful_k = first_doubtful_of(delays, k, end_of_group, age_ns);

        if (doubtful_k < end_of_group) {
            return doubtful_k;
        }
        k = end_of_group;
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

static void note_arrived_before(struct search *search, uint64_t k)
{
    if (search->all_arrived) {
        search->cursor->k = k;
    }
}

/*
 * Looks at what was served at the first attempt, from k on; false if no later entry can hold anything older,
 * for these stand in the book in order of time, and nothing stands behind them that was acknowledged before.
 */
static bool search_range(struct search *search, const struct bs_ledger_entry *entry, uint64_t k)
{
    struct bs_arrivals *starts = &search->process->starts;
    const uint64_t older = bs_arrivals_first_at_or_after(starts, search->oldest);
    const uint64_t end_k = older <= entry->last_k ? older : entry->last_k + 1;

    for (; k < end_k; k++) {
        struct bs_instant at;

        k = bs_s3_first_doubtful(&search->delays, starts, k, end_k, search->by);
        note_arrived_before(search, k);
        if (k == end_k) {
            break;
        }
        at = bs_arrivals_at(starts, k);
        if (!bs_s3_has_left(&search->delays, k, search->by.ns - at.ns)) {
            search->oldest = at;
            search->all_arrived = false;
            return false;
        }
        note_arrived_before(search, k + 1);
    }
    if (k <= entry->last_k) {
        search->all_arrived = false; /* As far as anybody has looked. */
        return false;
    }
    return true;
}

/* What was served at a later attempt stands anywhere. */
static void search_one(struct search *search, const struct bs_ledger_entry *entry, uint64_t k)
{
    const struct bs_instant at = {entry->at_ns};

    if (at.ns >= search->oldest.ns) {
        search->all_arrived = false;
    } else if (!bs_s3_has_left(&search->delays, k, search->by.ns - at.ns)) {
        search->oldest = at;
        search->all_arrived = false;
    }
    note_arrived_before(search, k + 1);
}

/* Looks at one entry from k on; false if no later one can hold anything older. */
static bool search_entry(struct search *search, const struct bs_ledger_entry *entry, uint64_t k)
{
    if (entry->at_ns == -1) {
        return search_range(search, entry, k);
    }
    for (; k <= entry->last_k; k++) {
        search_one(search, entry, k);
    }
    return true;
}

static void search_book(struct search *search, const struct bs_lineage *source)
{
    const struct bs_ledger_cursor from = *search->cursor;

    search->cursor->by = bs_instant_max(from.by, search->by);
    for (size_t i = from.entry; i < search->book->count; i++) {
        const struct bs_ledger_entry *entry = &search->book->entries[i];
        const bool is_begun = i == from.entry && from.k > entry->first_k;

        if (search->all_arrived) {
            search->cursor->entry = i;
            search->cursor->k = is_begun ? from.k : entry->first_k;
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
        const size_t row = bs_ledger_bucket_row(world, process, store, source);
        struct search search = {
            .process = process,
            .place = bs_ledger_place_of(world, process, store),
            .book = &world->ledger.books[i],
            .cursor = &world->ledger.cursors[row],
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
