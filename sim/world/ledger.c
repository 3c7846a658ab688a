/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "sim/world/missing.h"
#include "sim/world/world_state.h"

static struct bs_ledger_path *paths_of(const struct bs_world *world, int32_t population,
                                       int32_t balancer)
{
    const size_t row = (size_t)population * world->scenario->resource_count + (size_t)balancer;

    return &world->ledger.paths[row * BS_CLIENT_STORES_MAX];
}

static void refresh_paths(struct bs_world *world, int32_t population, int32_t balancer)
{
    const struct bs_client_population *clients = &world->scenario->clients[population];
    struct bs_ledger_path *paths = paths_of(world, population, balancer);

    for (size_t i = 0; i < clients->store_count; i++) {
        struct bs_copy *copy =
            bs_elb_copy_for(world, &world->elb.balancers[balancer],
                            bs_store_of(world, clients->stores[i]), BS_REQUEST_WRITE);

        if (copy != paths[i].copy) {
            bs_clients_settle_at(world, balancer);
            paths[i].copy = copy;
        }
    }
}

void bs_ledger_refresh(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->client_count; i++) {
        for (size_t j = 0; j < world->scenario->resource_count; j++) {
            if (world->scenario->resources[j].kind == BS_RESOURCE_ALB) {
                refresh_paths(world, (int32_t)i, (int32_t)j);
            }
        }
    }
}

void bs_ledger_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;
    struct bs_ledger *ledger = &world->ledger;

    ledger->books =
        bs_world_allocate(world, world->clients.process_count, sizeof(struct bs_ledger_book));
    ledger->cursors =
        bs_world_allocate(world, world->clients.process_count * world->stores.count * 2,
                          sizeof(struct bs_ledger_cursor));
    ledger->counted =
        bs_world_allocate(world, world->clients.process_count * world->stores.count * 2,
                          sizeof(struct bs_missing_memo));
    ledger->paths = bs_world_allocate(
        world, scenario->client_count * scenario->resource_count * BS_CLIENT_STORES_MAX,
        sizeof(struct bs_ledger_path));
}

void bs_ledger_clean_up(struct bs_world *world)
{
    for (size_t i = 0; i < world->clients.process_count && world->ledger.books != NULL; i++) {
        free(world->ledger.books[i].entries);
    }
}

int32_t bs_ledger_place_of(const struct bs_world *world, const struct bs_process *process,
                           const struct bs_store *store)
{
    const struct bs_client_population *population =
        &world->scenario->clients[world->clients.cohorts[process->cohort].population];

    for (size_t i = 0; i < population->store_count && process->kind == BS_REQUEST_WRITE; i++) {
        if (&world->scenario->resources[population->stores[i]] == store->resource) {
            return (int32_t)i;
        }
    }
    return BS_NONE;
}

size_t bs_ledger_bucket_row(const struct bs_world *world, const struct bs_process *process,
                            const struct bs_store *store, const struct bs_copy *copy)
{
    const size_t row = (size_t)(process - world->clients.processes) * world->stores.count +
                       (size_t)(store - world->stores.stores);

    return 2 * row + (copy == &store->copies[0] ? 0 : 1);
}

bool bs_ledger_is_of(const struct bs_ledger_entry *entry, int32_t place,
                     const struct bs_lineage *lineage)
{
    if (entry->regions[place] != lineage->copy->resource->region || entry->epoch < lineage->epoch) {
        return false;
    }
    for (const struct bs_lineage *later = lineage->next; later != NULL; later = later->next) {
        if (later->copy == lineage->copy && later->epoch <= entry->epoch) {
            return false;
        }
    }
    return true;
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

static void add_to_sum(struct bs_process *process, const struct bs_copy *copy,
                       const struct bs_ledger_entry *entry)
{
    const uint64_t writes = entry->last_k - entry->first_k + 1;
    struct bs_ledger_sum *sum = &copy->lineage->sum;

    sum->writes += writes;
    sum->behind_fence += copy->is_fenced ? writes : 0;
    if (copy->lineage->diverges && entry->at_ns == -1) {
        add_diverged(sum, writes, bs_arrivals_at(&process->starts, entry->first_k),
                     bs_arrivals_at(&process->starts, entry->last_k));
    } else if (copy->lineage->diverges) {
        add_diverged(sum, writes, (struct bs_instant){entry->at_ns},
                     (struct bs_instant){entry->at_ns});
    }
}

/* Whoever acknowledges the entry's writes now notes them, and the entry notes where that is. */
static void add_to_sums(struct bs_process *process, int32_t balancer, struct bs_ledger_entry *entry)
{
    const struct bs_world *world = process->world;
    const int32_t population = world->clients.cohorts[process->cohort].population;
    const struct bs_ledger_path *paths = paths_of(world, population, balancer);

    for (size_t i = 0; i < world->scenario->clients[population].store_count; i++) {
        BS_ASSERT(paths[i].copy != NULL);
        BS_ASSERT(paths[i].copy->is_writable);
        add_to_sum(process, paths[i].copy, entry);
        entry->regions[i] = (int8_t)paths[i].copy->resource->region;
    }
}

static bool continues(const struct bs_ledger_entry *entry, const struct bs_ledger_entry *last)
{
    return last->at_ns == -1 && entry->at_ns == -1 && last->epoch == entry->epoch &&
           last->last_k + 1 == entry->first_k &&
           memcmp(last->regions, entry->regions, sizeof(last->regions)) == 0;
}

static void acknowledge(struct bs_process *process, int32_t balancer, struct bs_ledger_entry entry)
{
    struct bs_world *world = process->world;
    struct bs_ledger_book *book = &world->ledger.books[process - world->clients.processes];
    struct bs_ledger_entry *last = book->count > 0 ? &book->entries[book->count - 1] : NULL;

    add_to_sums(process, balancer, &entry);
    if (last != NULL && continues(&entry, last)) {
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
    acknowledge(process, balancer,
                (struct bs_ledger_entry){first_k, last_k, world->ledger.epoch, -1, {0}});
}

void bs_ledger_acknowledge_retried(struct bs_world *world, struct bs_process *process,
                                   int32_t balancer, uint64_t k, struct bs_instant at)
{
    acknowledge(process, balancer, (struct bs_ledger_entry){k, k, world->ledger.epoch, at.ns, {0}});
}

void bs_ledger_finish(struct bs_world *world)
{
    bs_missing_count(world, "end");
    for (size_t i = 0; i < world->stores.count; i++) {
        const struct bs_store *store = &world->stores.stores[i];

        for (const struct bs_lineage *lineage = store->lineages; lineage != NULL;
             lineage = lineage->next) {
            const struct bs_ledger_sum *sum = &lineage->sum;

            BS_APPEND(world->history, bs_world_now(world), BS_RECORD_ACKNOWLEDGED,
                      bs_text(store->resource->id), bs_text(lineage->name),
                      bs_count((int64_t)sum->writes), bs_count((int64_t)sum->behind_fence));
            if (sum->diverged > 0) {
                BS_APPEND(world->history, bs_world_now(world), BS_RECORD_DIVERGED,
                          bs_text(store->resource->id), bs_text(lineage->name),
                          bs_at(sum->diverged_from), bs_at(sum->diverged_to),
                          bs_count((int64_t)sum->diverged));
            }
        }
    }
}
