/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/store.h"

#include <inttypes.h>
#include <stdio.h>

#include "sim/world/rds.h"
#include "sim/world/s3.h"
#include "sim/world/world_state.h"

static const char *const writers_names[] = {"one", "homed", "any"};

static const char *lineage_name(struct bs_world *world, const struct bs_copy *copy)
{
    char name[320];
    int length;

    if (copy->generation == 1) {
        return copy->resource->id;
    }
    length = snprintf(name, sizeof(name), "%s#%" PRIu64, copy->resource->id, copy->generation);
    BS_ASSERT(length > 0 && length < (int)sizeof(name));
    return bs_arena_text(&world->arena, name, (size_t)length);
}

void bs_store_next_generation(struct bs_world *world, struct bs_store *store, struct bs_copy *copy,
                              struct bs_lineage *source)
{
    struct bs_lineage *lineage = bs_world_allocate(world, 1, sizeof(*lineage));
    struct bs_lineage **end = &store->lineages;

    if (lineage == NULL) {
        return;
    }
    while (*end != NULL) {
        end = &(*end)->next;
    }
    *end = lineage;
    copy->generation++;
    copy->lineage = lineage;
    copy->is_gone = false;
    copy->is_fenced = false;
    copy->has_ingress = true;
    lineage->name = lineage_name(world, copy);
    lineage->copy = copy;
    lineage->epoch = ++world->ledger.epoch;
    lineage->superseded_at = BS_INSTANT_NEVER;
    lineage->source = source;
    if (lineage->name == NULL) {
        world->status = BS_ERR_MEMORY;
    }
}

bool bs_lineage_is_there(const struct bs_lineage *lineage)
{
    return lineage->copy->lineage == lineage && !lineage->copy->is_gone;
}

static void add_copy(struct bs_world *world, struct bs_store *store,
                     const struct bs_resource *resource)
{
    struct bs_copy *copy;

    BS_ASSERT(store->copy_count < BS_STORE_COPIES_MAX);
    BS_ASSERT(bs_store_copy_in(store, resource->region) == NULL);
    copy = &store->copies[store->copy_count++];
    copy->resource = resource;
    copy->frozen_at = BS_INSTANT_NEVER;
    copy->counted_frozen_at = BS_INSTANT_NEVER;
    copy->work.runs_since = BS_INSTANT_NEVER;
    copy->state = BS_STATE_AVAILABLE;
    copy->is_replica = resource->kind == BS_RESOURCE_RDS_REPLICA;
    copy->lag = bs_world_stream(world, resource->id, "lag");
    copy->promotion = bs_world_stream(world, resource->id, "promotion");
    bs_store_next_generation(world, store, copy,
                             copy->is_replica ? store->copies[0].lineage : NULL);
    if (store->copy_count == 1) {
        store->leader = copy->lineage;
    }
}

static bool is_copy_of(const struct bs_resource *candidate, int32_t primary)
{
    if (candidate->kind == BS_RESOURCE_RDS_REPLICA) {
        return candidate->is.rds.of == primary;
    }
    return candidate->kind == BS_RESOURCE_S3_BUCKET && candidate->is.s3.source == primary;
}

static bool is_primary(const struct bs_resource *resource)
{
    return resource->kind == BS_RESOURCE_RDS_INSTANCE ||
           (resource->kind == BS_RESOURCE_S3_BUCKET && resource->is.s3.source == BS_NONE);
}

enum bs_status bs_stores_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;
    struct bs_store_set *set = &world->stores;

    set->stores = bs_world_allocate(world, scenario->resource_count, sizeof(struct bs_store));
    for (size_t i = 0; i < scenario->resource_count && world->status == BS_OK; i++) {
        const struct bs_resource *resource = &scenario->resources[i];
        struct bs_store *store = &set->stores[set->count];

        if (!is_primary(resource)) {
            continue;
        }
        store->resource = resource;
        if (resource->kind == BS_RESOURCE_S3_BUCKET) {
            store->replication_marks =
                bs_world_allocate(world, 1, sizeof(*store->replication_marks));
        }
        store->writers = resource->kind == BS_RESOURCE_S3_BUCKET ? resource->is.s3.writers
                                                                 : resource->is.rds.writers;
        set->count++;
        add_copy(world, store, resource);
        for (size_t j = 0; j < scenario->resource_count; j++) {
            if (is_copy_of(&scenario->resources[j], (int32_t)i)) {
                add_copy(world, store, &scenario->resources[j]);
            }
        }
    }
    return world->status;
}

struct bs_store *bs_store_of(struct bs_world *world, int32_t resource)
{
    for (size_t i = 0; i < world->stores.count; i++) {
        if (world->stores.stores[i].resource == &world->scenario->resources[resource]) {
            return &world->stores.stores[i];
        }
    }
    BS_ASSERT(false);
    return NULL;
}

struct bs_copy *bs_copy_of(struct bs_world *world, const struct bs_resource *resource,
                           struct bs_store **store)
{
    for (size_t i = 0; i < world->stores.count; i++) {
        struct bs_store *candidate = &world->stores.stores[i];

        for (size_t j = 0; j < candidate->copy_count; j++) {
            if (candidate->copies[j].resource == resource) {
                if (store != NULL) {
                    *store = candidate;
                }
                return &candidate->copies[j];
            }
        }
    }
    return NULL;
}

struct bs_copy *bs_store_copy_in(struct bs_store *store, int32_t region)
{
    for (size_t i = 0; i < store->copy_count; i++) {
        if (store->copies[i].resource->region == region) {
            return &store->copies[i];
        }
    }
    return NULL;
}

bool bs_store_serves_elsewhere(const struct bs_store *store)
{
    return store->writers == BS_WRITERS_ONE && store->resource->kind != BS_RESOURCE_S3_BUCKET;
}

struct bs_copy *bs_store_writable_outside(struct bs_store *store, int32_t region)
{
    struct bs_copy *found = NULL;

    for (size_t i = 0; i < store->copy_count; i++) {
        struct bs_copy *copy = &store->copies[i];

        if (copy->resource->region == region || !copy->is_writable) {
            continue;
        }
        if (copy->lineage->superseded_at.ns == BS_INSTANT_NEVER.ns) {
            return copy;
        }
        found = found == NULL ? copy : found;
    }
    return found;
}

static void record_lineage(struct bs_world *world, const struct bs_store *store,
                           const struct bs_copy *copy, const char *reason)
{
    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_LINEAGE, bs_text(store->resource->id),
              bs_text(copy->lineage->name),
              bs_text(world->scenario->regions[copy->resource->region].name),
              bs_text(copy->is_writable ? "writable" : "stopped"), bs_text(reason));
}

void bs_stores_start(struct bs_world *world)
{
    const struct bs_scenario_objectives *objectives = &world->scenario->objectives;

    for (size_t i = 0; i < world->stores.count; i++) {
        const struct bs_store *store = &world->stores.stores[i];
        struct bs_duration rpo = objectives->rpo;

        for (size_t j = 0; j < objectives->store_count; j++) {
            if (&world->scenario->resources[objectives->stores[j].store] == store->resource) {
                rpo = objectives->stores[j].rpo;
            }
        }
        BS_APPEND(world->history, bs_world_now(world), BS_RECORD_STORE,
                  bs_text(store->resource->id),
                  bs_text(bs_resource_kind_name(store->resource->kind)),
                  bs_text(writers_names[store->writers]), bs_span(rpo));
    }
    for (size_t i = 0; i < world->stores.count; i++) {
        struct bs_store *store = &world->stores.stores[i];

        for (size_t j = 0; j < store->copy_count; j++) {
            const struct bs_resource *resource = store->copies[j].resource;

            bs_world_record_state(world, resource->id, bs_resource_kind_name(resource->kind),
                                  bs_resource_state_name(store->copies[j].state), INT64_MIN);
        }
    }
}

/*
 * Nobody can reach the copy because somebody has seen to it, not because something failed. That its own
 * Region has no task left is not enough where another Region's application would go to it.
 */
static const char *fenced_by(struct bs_world *world, const struct bs_store *store,
                             const struct bs_copy *copy)
{
    const int32_t region = copy->resource->region;

    if (copy->state == BS_STATE_DELETING) {
        return "deleted";
    }
    if (!copy->has_ingress) {
        return "ingress revoked";
    }
    return bs_ecs_is_scaled_to_zero(world, region) &&
                   !(bs_store_serves_elsewhere(store) && bs_ecs_writes_from_outside(world, region))
               ? "no task is left"
               : NULL;
}

/* A deleted lineage stays as it was: no key to it is left that could be given back. */
static void refresh_fence(struct bs_world *world, const struct bs_store *store,
                          struct bs_copy *copy)
{
    const char *reason = fenced_by(world, store, copy);
    const bool fenced = reason != NULL;

    if (copy->is_gone || fenced == copy->is_fenced || (fenced && copy->is_replica)) {
        return;
    }
    bs_clients_settle(world);
    copy->is_fenced = fenced;
    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_FENCE, bs_text(store->resource->id),
              bs_text(copy->lineage->name), bs_text(fenced ? "effective" : "released"),
              bs_text(fenced ? reason : "fence lifted"));
}

/* The lineage leads for the first time: whoever led before it is history, even if it comes back. */
static void lead(struct bs_store *store, struct bs_lineage *newest, struct bs_instant now)
{
    for (struct bs_lineage *old = store->lineages; old != NULL; old = old->next) {
        if (old->has_led && old->superseded_at.ns == BS_INSTANT_NEVER.ns) {
            old->superseded_at = now;
            old->diverges = store->writers == BS_WRITERS_ONE;
        }
    }
    newest->has_led = true;
    newest->led_from = now;
    store->leader = newest;
}

/* What acknowledgements depend on changes only once those that came before have been counted. */
static void refresh_copy(struct bs_world *world, struct bs_store *store, struct bs_copy *copy)
{
    struct bs_copy next = *copy;
    const char *reason;

    if (copy->resource->kind == BS_RESOURCE_S3_BUCKET) {
        reason = bs_s3_refresh(world, store, &next);
    } else {
        reason = bs_rds_refresh(world, store, &next);
    }
    if (next.is_writable == copy->is_writable) {
        *copy = next;
    } else {
        bs_clients_settle(world);
        *copy = next;
        record_lineage(world, store, copy, reason);
        if (copy->is_writable && !copy->lineage->has_led) {
            lead(store, copy->lineage, bs_world_now(world));
        }
    }
    refresh_fence(world, store, copy);
}

void bs_stores_refresh(struct bs_world *world)
{
    for (size_t i = 0; i < world->stores.count; i++) {
        struct bs_store *store = &world->stores.stores[i];

        for (size_t j = 0; j < store->copy_count; j++) {
            refresh_copy(world, store, &store->copies[j]);
        }
    }
}
