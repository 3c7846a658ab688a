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
        .stream = bs_stream_open_member(world->options.root, source->resource->id, "replication",
                                        bs_name_hash(cohort)),
        .sure_age_ns = INT64_MAX,
    };
}

/*
 * Where the sampler never decreases in its bits, a draw that is enough for one age is enough for every
 * greater one. A mixture's does within each part only: there no draw is sure.
 */
static uint64_t bits_within(const struct bs_distribution *distribution, int64_t age_ns)
{
    uint64_t bits = 0;

    if (distribution->kind == BS_DISTRIBUTION_MIXTURE) {
        return 0;
    }
    for (uint64_t step = UINT64_C(1) << 63; step > 0; step >>= 1) {
        if (bs_distribution_sample(distribution, bits | (step - 1)).ns <= age_ns) {
            bits |= step;
        }
    }
    return bits;
}

bool bs_s3_has_left(struct bs_s3_delays *delays, uint64_t k, int64_t age_ns)
{
    const uint64_t bits = bs_stream_at(&delays->stream, k);

    if (delays->sure_age_ns > age_ns) {
        delays->sure_age_ns = age_ns / 2;
        delays->sure_bits = bits_within(delays->distribution, delays->sure_age_ns);
    }
    return bits < delays->sure_bits ||
           bs_distribution_sample(delays->distribution, bits).ns <= age_ns;
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

bool bs_s3_replication_latency(struct bs_world *world, struct bs_store *store,
                               const struct bs_copy *copy, struct bs_duration *latency,
                               struct bs_instant *at)
{
    const struct bs_instant now = bs_world_now(world);
    const struct bs_copy *source = &store->copies[copy == &store->copies[0] ? 1 : 0];

    at->ns = now.ns - now.ns % METRIC_PERIOD_NS;
    if (store->copy_count < 2) {
        return false;
    }
    if (!bs_s3_replicates(store, source)) {
        source = copy;
    }
    if (source->frozen_at.ns <= at->ns) {
        return false;
    }
    bs_clients_settle(world); /* The books are written late. */
    *latency = bs_duration_between(oldest_under_way(world, store, source, *at), *at);
    return true;
}
