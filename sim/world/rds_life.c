/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/rds_life.h"

#include "sim/world/api.h"
#include "sim/world/rds.h"
#include "sim/world/world_state.h"

enum { RESOURCE_BITS = 16 }; /* Of an event's argument; the work's turn stands above. */

bool bs_rds_source_sends(const struct bs_world *world, const struct bs_lineage *source)
{
    return bs_lineage_is_there(source) && source->copy->state != BS_STATE_DELETING &&
           !bs_data_plane(world, source->copy->resource->region, "rds").is_lost;
}

/* ---- Work that stands still while what it needs is lost ---- */

static bool can_go_on(const struct bs_world *world, const struct bs_copy *copy)
{
    if (copy->is_gone || bs_data_plane(world, copy->resource->region, "rds").is_lost) {
        return false;
    }
    return copy->state == BS_STATE_DELETING ||
           (copy->state == BS_STATE_CREATING && bs_rds_source_sends(world, copy->lineage->source));
}

static void finish_work(void *subject, uint64_t argument);

void bs_rds_life_refresh(struct bs_world *world, struct bs_copy *copy)
{
    const struct bs_instant now = bs_world_now(world);
    const bool runs = copy->work.runs_since.ns != BS_INSTANT_NEVER.ns;
    struct bs_entity entity;

    if (can_go_on(world, copy) == runs) {
        return;
    }
    copy->work.turn++;
    if (runs) {
        copy->work.left.ns -= now.ns - copy->work.runs_since.ns;
        copy->work.runs_since = BS_INSTANT_NEVER;
        return;
    }
    copy->work.runs_since = now;
    entity = bs_world_entity("life", copy->resource->id);
    entity.next_k = copy->work.turn;
    bs_world_schedule(
        world, &entity, bs_instant_add(now, copy->work.left), BS_PHASE_WORLD, finish_work, world,
        (uint64_t)(copy->resource - world->scenario->resources) | copy->work.turn << RESOURCE_BITS,
        NULL);
}

/* Draw n of the resource's stream for this purpose. */
static struct bs_work work_of(const struct bs_world *world, const struct bs_copy *copy,
                              const struct bs_distribution *lasts, const char *purpose, uint64_t n)
{
    struct bs_stream stream = bs_world_stream(world, copy->resource->id, purpose);

    return (struct bs_work){
        .left = bs_distribution_sample(lasts, bs_stream_at(&stream, n)),
        .runs_since = BS_INSTANT_NEVER,
        .turn = copy->work.turn,
    };
}

static void finish_creation(struct bs_world *world, struct bs_copy *copy)
{
    copy->lineage->streams_from = bs_world_now(world);
    bs_rds_set_state(world, copy, BS_STATE_AVAILABLE);
}

static void finish_deletion(struct bs_world *world, struct bs_copy *copy)
{
    copy->is_gone = true;
    copy->state = BS_STATE_UNKNOWN;
    bs_world_record_state(world, copy->resource->id, bs_resource_kind_name(copy->resource->kind),
                          "deleted", INT64_MIN);
}

static void finish_work(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    struct bs_copy *copy =
        bs_rds_copy_at(world, argument & ((UINT64_C(1) << RESOURCE_BITS) - 1), NULL);

    if (argument >> RESOURCE_BITS != copy->work.turn) {
        return; /* It stood still in the meantime. */
    }
    bs_world_before_change(world);
    copy->work.runs_since = BS_INSTANT_NEVER;
    if (copy->state == BS_STATE_CREATING) {
        finish_creation(world, copy);
    } else {
        BS_ASSERT(copy->state == BS_STATE_DELETING);
        finish_deletion(world, copy);
    }
    bs_world_after_change(world);
}

/* ---- The API ---- */

static void begin_deletion(struct bs_world *world, struct bs_copy *copy)
{
    copy->work =
        work_of(world, copy, &copy->resource->is.rds.deletion, "deletion", copy->deletions++);
    bs_world_before_change(world);
    bs_rds_set_state(world, copy, BS_STATE_DELETING);
    bs_world_after_change(world);
}

static bool is_being_copied(const struct bs_store *store, const struct bs_copy *copy)
{
    for (size_t i = 0; i < store->copy_count; i++) {
        const struct bs_copy *other = &store->copies[i];

        if (!other->is_gone && other->state == BS_STATE_CREATING &&
            other->lineage->source == copy->lineage) {
            return true;
        }
    }
    return false;
}

void bs_rds_delete_instance(struct bs_world *world, const struct bs_call_request *request,
                            struct bs_call_answer *answer)
{
    struct bs_store *store = NULL;
    struct bs_copy *copy = bs_rds_instance(world, request, &store);

    if (copy == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "DBInstanceNotFound");
        return;
    }
    if (copy->state != BS_STATE_AVAILABLE || is_being_copied(store, copy)) {
        bs_api_fail(answer, BS_CALL_ERROR_INVALID_STATE, "InvalidDBInstanceState");
        return;
    }
    begin_deletion(world, copy);
    answer->state = copy->state;
    answer->is_replica = copy->is_replica;
}

static void begin_creation(struct bs_world *world, struct bs_store *store, struct bs_copy *copy,
                           struct bs_lineage *source)
{
    const struct bs_instant now = bs_world_now(world);

    bs_clients_settle(world);
    bs_world_before_change(world);
    bs_store_next_generation(world, store, copy, source);
    copy->is_replica = true;
    copy->frozen_at = now;
    copy->lineage->seeded_at = now;
    copy->lineage->streams_from = BS_INSTANT_NEVER;
    copy->work =
        work_of(world, copy, &copy->resource->is.rds.creation, "creation", copy->creations++);
    bs_rds_set_state(world, copy, BS_STATE_CREATING);
    bs_world_after_change(world);
}

/* The copy of the same store that the request wants to replicate from, or NULL; it may lie in any Region. */
static struct bs_copy *find_source(struct bs_world *world, const struct bs_call_request *request,
                                   const struct bs_store *store)
{
    const int32_t index = bs_scenario_resource(world->scenario, request->target);
    struct bs_store *of = NULL;
    struct bs_copy *source =
        index == BS_NONE ? NULL : bs_copy_of(world, &world->scenario->resources[index], &of);

    return source != NULL && of == store && !source->is_gone ? source : NULL;
}

void bs_rds_create_read_replica(struct bs_world *world, const struct bs_call_request *request,
                                struct bs_call_answer *answer)
{
    const struct bs_resource *resource = bs_api_resource(world, request);
    struct bs_store *store = NULL;
    struct bs_copy *copy = resource != NULL ? bs_copy_of(world, resource, &store) : NULL;
    const struct bs_copy *source;

    if (copy == NULL || resource->kind == BS_RESOURCE_S3_BUCKET) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "DBInstanceNotFound");
        return;
    }
    source = find_source(world, request, store);
    if (!copy->is_gone) {
        bs_api_fail(answer, BS_CALL_ERROR_INVALID_STATE, "DBInstanceAlreadyExists");
    } else if (source == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "DBInstanceNotFound");
    } else if (source->is_replica || source->state != BS_STATE_AVAILABLE ||
               !bs_rds_source_sends(world, source->lineage)) {
        bs_api_fail(answer, BS_CALL_ERROR_INVALID_STATE, "InvalidDBInstanceState");
    } else {
        begin_creation(world, store, copy, source->lineage);
        answer->state = copy->state;
        answer->is_replica = true;
    }
}
