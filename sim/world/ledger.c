/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "sim/world/rds.h"
#include "sim/world/world_state.h"

static struct bs_ledger_path *paths_of(const struct bs_world *world, int32_t population,
                                       int32_t balancer)
{
    const size_t row = (size_t)population * world->scenario->resource_count + (size_t)balancer;

    return &world->ledger.paths[row * BS_CLIENT_STORES_MAX];
}

static void lay_paths(struct bs_world *world, int32_t population, int32_t balancer)
{
    const struct bs_client_population *clients = &world->scenario->clients[population];
    struct bs_ledger_path *paths = paths_of(world, population, balancer);

    for (size_t i = 0; i < clients->store_count; i++) {
        struct bs_store *store = bs_store_of(world, clients->stores[i]);

        paths[i].copy = bs_store_copy_in(store, world->scenario->resources[balancer].region);
        if (paths[i].copy != NULL) {
            paths[i].sum =
                &world->ledger.sums[(store - world->stores.stores) * BS_STORE_COPIES_MAX +
                                    (paths[i].copy - store->copies)];
        }
    }
}

void bs_ledger_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;
    struct bs_ledger *ledger = &world->ledger;

    ledger->books =
        bs_world_allocate(world, world->clients.process_count, sizeof(struct bs_ledger_book));
    ledger->sums = bs_world_allocate(world, world->stores.count * BS_STORE_COPIES_MAX,
                                     sizeof(struct bs_ledger_sum));
    ledger->paths = bs_world_allocate(
        world, scenario->client_count * scenario->resource_count * BS_CLIENT_STORES_MAX,
        sizeof(struct bs_ledger_path));
    ledger->frozen_at_recovery_ns = bs_world_allocate(world, world->stores.count, sizeof(int64_t));
    if (world->status != BS_OK) {
        return;
    }
    for (size_t i = 0; i < world->stores.count; i++) {
        ledger->frozen_at_recovery_ns[i] = -1;
    }
    for (size_t i = 0; i < scenario->client_count; i++) {
        for (size_t j = 0; j < scenario->resource_count; j++) {
            if (scenario->resources[j].kind == BS_RESOURCE_ALB) {
                lay_paths(world, (int32_t)i, (int32_t)j);
            }
        }
    }
}

void bs_ledger_clean_up(struct bs_world *world)
{
    for (size_t i = 0; i < world->clients.process_count && world->ledger.books != NULL; i++) {
        free(world->ledger.books[i].entries);
    }
}

/* ---- Keeping ---- */

static struct bs_ledger_entry *add_entry(struct bs_world *world, struct bs_ledger_book *book)
{
    if (book->count == book->capacity) {
        const size_t capacity = book->capacity == 0 ? 64 : 2 * book->capacity;
        struct bs_ledger_entry *entries = NULL;

        if (capacity <= BS_LEDGER_ENTRIES_MAX) {
            entries = realloc(book->entries, capacity * sizeof(*entries));
        }
        if (entries == NULL) {
            world->status = BS_ERR_LIMIT;
            return NULL;
        }
        book->entries = entries;
        book->capacity = capacity;
    }
    return &book->entries[book->count++];
}

/* After another copy had led: writes that nobody else will ever have. */
static void add_diverged(struct bs_ledger_sum *sum, uint64_t writes, struct bs_instant first,
                         struct bs_instant last)
{
    sum->diverged_from = sum->diverged == 0 ? first : bs_instant_min(sum->diverged_from, first);
    sum->diverged_to = bs_instant_max(sum->diverged_to, last);
    sum->diverged += writes;
}

static void add_to_sums(struct bs_process *process, int32_t balancer,
                        const struct bs_ledger_entry *entry)
{
    struct bs_world *world = process->world;
    const int32_t population = world->clients.cohorts[process->cohort].population;
    const struct bs_ledger_path *paths = paths_of(world, population, balancer);
    const uint64_t writes = entry->last_k - entry->first_k + 1;

    for (size_t i = 0; i < world->scenario->clients[population].store_count; i++) {
        const struct bs_copy *copy = paths[i].copy;

        BS_ASSERT(copy != NULL && copy->is_writable);
        paths[i].sum->writes += writes;
        paths[i].sum->behind_fence += copy->is_fenced ? writes : 0;
        if (copy->was_superseded && entry->at_ns == -1) {
            add_diverged(paths[i].sum, writes, bs_arrivals_at(&process->starts, entry->first_k),
                         bs_arrivals_at(&process->starts, entry->last_k));
        } else if (copy->was_superseded) {
            add_diverged(paths[i].sum, writes, (struct bs_instant){entry->at_ns},
                         (struct bs_instant){entry->at_ns});
        }
    }
}

static void acknowledge(struct bs_process *process, int32_t balancer, struct bs_ledger_entry entry)
{
    struct bs_world *world = process->world;
    struct bs_ledger_book *book = &world->ledger.books[process - world->clients.processes];
    struct bs_ledger_entry *last = book->count > 0 ? &book->entries[book->count - 1] : NULL;

    add_to_sums(process, balancer, &entry);
    if (last != NULL && last->at_ns == -1 && entry.at_ns == -1 && last->region == entry.region &&
        last->last_k + 1 == entry.first_k) {
        last->last_k = entry.last_k;
        return;
    }
    last = add_entry(world, book);
    if (last != NULL) {
        *last = entry;
    }
}

void bs_ledger_acknowledge_range(struct bs_world *world, struct bs_process *process,
                                 int32_t balancer, uint64_t first_k, uint64_t last_k)
{
    const int32_t region = world->scenario->resources[balancer].region;

    acknowledge(process, balancer, (struct bs_ledger_entry){first_k, last_k, region, -1});
}

void bs_ledger_acknowledge_retried(struct bs_world *world, struct bs_process *process,
                                   int32_t balancer, uint64_t k, struct bs_instant at)
{
    const int32_t region = world->scenario->resources[balancer].region;

    acknowledge(process, balancer, (struct bs_ledger_entry){k, k, region, at.ns});
}

/* ---- What the serving lineage lacks ---- */

struct counting {
    struct bs_store *store;
    struct bs_instant reaches_up_to; /* RDS: applied; S3: when the source fell silent. */
    struct bs_instant led_from;      /* RDS: when the heir became writable; NEVER: not yet. */
    const char *when;
    const char *class;
};

struct ranges {
    struct bs_ledger_range *items;
    size_t count;
    size_t capacity;
};

static void add_range(struct bs_world *world, struct ranges *ranges, struct bs_ledger_range range)
{
    if (ranges->count == ranges->capacity) {
        const size_t capacity = ranges->capacity == 0 ? 64 : 2 * ranges->capacity;
        struct bs_ledger_range *items = realloc(ranges->items, capacity * sizeof(*items));

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
    const struct bs_ledger_range *x = a;
    const struct bs_ledger_range *y = b;

    return x->first_k < y->first_k ? -1 : x->first_k > y->first_k;
}

/* Neighbours become one, so that the result does not depend on how the book was kept. */
static void merge_ranges(struct ranges *ranges)
{
    size_t kept = 0;

    if (ranges->count == 0) {
        return;
    }
    qsort(ranges->items, ranges->count, sizeof(*ranges->items), compare_ranges);
    for (size_t i = 1; i < ranges->count; i++) {
        struct bs_ledger_range *last = &ranges->items[kept];
        const struct bs_ledger_range *next = &ranges->items[i];

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
 * A replica lacks what was acknowledged after the instant up to which it has everything. What is acknowledged
 * once it leads (`led_from`) is another matter: diverged, and counted as such.
 */
static void lacks_after(struct bs_world *world, struct bs_process *process,
                        const struct bs_ledger_entry *entry, const struct counting *counting,
                        struct ranges *ranges)
{
    struct bs_ledger_range range = {entry->first_k, entry->last_k, {entry->at_ns}, {entry->at_ns}};

    if (entry->at_ns == -1) {
        const uint64_t first = bs_arrivals_first_at_or_after(
            &process->starts, (struct bs_instant){counting->reaches_up_to.ns + 1});
        const uint64_t end = bs_arrivals_first_at_or_after(&process->starts, counting->led_from);

        range.first_k = first > entry->first_k ? first : entry->first_k;
        range.last_k = end <= entry->last_k ? end - 1 : entry->last_k;
        if (range.first_k > range.last_k || end == 0) {
            return;
        }
        range.first = bs_arrivals_at(&process->starts, range.first_k);
        range.last = bs_arrivals_at(&process->starts, range.last_k);
    } else if (entry->at_ns <= counting->reaches_up_to.ns ||
               entry->at_ns >= counting->led_from.ns) {
        return;
    }
    add_range(world, ranges, range);
}

/*
 * Whether an object of this age may still be on its way, by its draw alone. Where the sampler never decreases
 * in its bits, a draw below `sure_bits`, which is enough for `sure_age`, is enough for every greater age. A
 * mixture's does within each part only: there no draw is sure.
 */
struct replication {
    const struct bs_distribution *distribution;
    int64_t sure_age_ns;
    uint64_t sure_bits;
};

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

static bool has_left(struct replication *replication, int64_t age_ns, uint64_t bits)
{
    if (replication->sure_age_ns > age_ns) {
        replication->sure_age_ns = age_ns / 2;
        replication->sure_bits = bits_within(replication->distribution, replication->sure_age_ns);
    }
    return bits < replication->sure_bits ||
           bs_distribution_sample(replication->distribution, bits).ns <= age_ns;
}

/* A bucket's other copy lacks each object that had not left when its source fell silent. */
static void lacks_unreplicated(struct bs_world *world, struct bs_process *process,
                               const struct bs_ledger_entry *entry, const struct bs_store *store,
                               struct bs_instant frozen_at, struct ranges *ranges)
{
    const char *bucket = store->resource->id;
    struct bs_stream delays =
        bs_stream_open_member(world->options.root, bucket, "replication",
                              bs_name_hash(world->clients.cohorts[process->cohort].name));
    struct replication replication = {&store->resource->is.s3.replication, INT64_MAX, 0};

    for (uint64_t k = entry->first_k; k <= entry->last_k; k++) {
        const struct bs_instant at = entry->at_ns == -1 ? bs_arrivals_at(&process->starts, k)
                                                        : (struct bs_instant){entry->at_ns};

        if (at.ns > frozen_at.ns) {
            return; /* The source flows again: what comes now leaves in its own time. */
        }
        if (!has_left(&replication, frozen_at.ns - at.ns, bs_stream_at(&delays, k))) {
            add_range(world, ranges, (struct bs_ledger_range){k, k, at, at});
        }
    }
}

static bool writes_to(const struct bs_world *world, const struct bs_process *process,
                      const struct bs_store *store)
{
    const struct bs_client_population *population =
        &world->scenario->clients[world->clients.cohorts[process->cohort].population];

    for (size_t i = 0; i < population->store_count && process->kind == BS_REQUEST_WRITE; i++) {
        if (&world->scenario->resources[population->stores[i]] == store->resource) {
            return true;
        }
    }
    return false;
}

static void count_process(struct bs_world *world, struct bs_process *process,
                          const struct counting *counting)
{
    const struct bs_resource *primary = counting->store->resource;
    const struct bs_ledger_book *book = &world->ledger.books[process - world->clients.processes];
    struct ranges ranges = {0};

    for (size_t i = 0; i < book->count; i++) {
        if (book->entries[i].region != primary->region) {
            continue;
        }
        if (primary->kind == BS_RESOURCE_S3_BUCKET) {
            lacks_unreplicated(world, process, &book->entries[i], counting->store,
                               counting->reaches_up_to, &ranges);
        } else {
            lacks_after(world, process, &book->entries[i], counting, &ranges);
        }
    }
    merge_ranges(&ranges);
    for (size_t i = 0; i < ranges.count; i++) {
        const struct bs_ledger_range *range = &ranges.items[i];

        BS_APPEND(world->history, bs_world_now(world), BS_RECORD_MISSING, bs_text(primary->id),
                  bs_text(primary->id), bs_text(world->clients.cohorts[process->cohort].name),
                  bs_text(counting->when), bs_text(counting->class),
                  bs_count((int64_t)range->first_k), bs_count((int64_t)range->last_k),
                  bs_at(range->first), bs_at(range->last),
                  bs_count((int64_t)(range->last_k - range->first_k + 1)));
    }
    free(ranges.items);
}

/* The copy that serves, or would have to: the promoted one, else any replica once the primary is lost. */
static struct bs_copy *heir_of(struct bs_world *world, struct bs_store *store)
{
    for (size_t i = 1; i < store->copy_count; i++) {
        if (!store->copies[i].is_replica) {
            return &store->copies[i];
        }
    }
    return store->copy_count > 1 && bs_data_plane(world, store->resource->region, "rds").is_lost
               ? &store->copies[1]
               : NULL;
}

/* Writes that only the old primary has: gone, unless its Region can be reached again. */
static const char *class_of(struct bs_world *world, const struct bs_store *store,
                            const char *service)
{
    return bs_data_plane(world, store->resource->region, service).is_lost ? "lost" : "quarantined";
}

static bool count_rds(struct bs_world *world, struct counting *counting)
{
    struct bs_copy *heir = heir_of(world, counting->store);

    if (heir == NULL) {
        return false;
    }
    counting->reaches_up_to = bs_rds_applied_up_to(heir, bs_world_now(world));
    counting->led_from = heir->has_led ? heir->led_from : BS_INSTANT_NEVER;
    counting->class = class_of(world, counting->store, "rds");
    return true;
}

static bool count_s3(struct bs_world *world, struct counting *counting)
{
    int64_t *frozen_ns =
        &world->ledger.frozen_at_recovery_ns[counting->store - world->stores.stores];
    const struct bs_instant frozen_at = counting->store->copies[0].frozen_at;

    if (counting->store->copy_count < 2) {
        return false;
    }
    if (frozen_at.ns != BS_INSTANT_NEVER.ns) {
        *frozen_ns = frozen_at.ns;
        counting->reaches_up_to = frozen_at;
        counting->class = class_of(world, counting->store, "s3");
        return true;
    }
    /* Missing when it was counted first, and on its way since the source came back. */
    counting->reaches_up_to.ns = *frozen_ns;
    counting->class = "deferred";
    return *frozen_ns != -1;
}

void bs_ledger_count(struct bs_world *world, const char *when)
{
    bs_clients_settle(world); /* The books are written late: this change may have met no request. */
    for (size_t i = 0; i < world->stores.count; i++) {
        struct counting counting = {.store = &world->stores.stores[i], .when = when};
        const bool counts = counting.store->resource->kind == BS_RESOURCE_S3_BUCKET
                                ? count_s3(world, &counting)
                                : count_rds(world, &counting);

        for (size_t j = 0; j < world->clients.process_count && counts; j++) {
            if (writes_to(world, &world->clients.processes[j], counting.store)) {
                count_process(world, &world->clients.processes[j], &counting);
            }
        }
    }
}

void bs_ledger_finish(struct bs_world *world)
{
    bs_ledger_count(world, "end");
    for (size_t i = 0; i < world->stores.count; i++) {
        const struct bs_store *store = &world->stores.stores[i];

        for (size_t j = 0; j < store->copy_count; j++) {
            const struct bs_ledger_sum *sum = &world->ledger.sums[i * BS_STORE_COPIES_MAX + j];
            const char *lineage = store->copies[j].resource->id;

            BS_APPEND(world->history, bs_world_now(world), BS_RECORD_ACKNOWLEDGED,
                      bs_text(store->resource->id), bs_text(lineage),
                      bs_count((int64_t)sum->writes), bs_count((int64_t)sum->behind_fence));
            if (sum->diverged > 0) {
                BS_APPEND(world->history, bs_world_now(world), BS_RECORD_DIVERGED,
                          bs_text(store->resource->id), bs_text(lineage), bs_at(sum->diverged_from),
                          bs_at(sum->diverged_to), bs_count((int64_t)sum->diverged));
            }
        }
    }
}
