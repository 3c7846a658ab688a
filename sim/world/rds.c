/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/rds.h"

#include <stdio.h>

#include "sim/world/api.h"
#include "sim/world/missing.h"
#include "sim/world/rds_life.h"
#include "sim/world/world_state.h"

/* The platform's document monitors lag every 10 seconds; changes within are not modelled. */
#define LAG_STEP_NS      (10 * BS_NS_PER_S)
#define METRIC_PERIOD_NS (60 * BS_NS_PER_S)

static const struct bs_duration backup_lasts = {60 * BS_NS_PER_S}; /* Unsourced. */

/* ---- Lag ---- */

static void draw_bursts(struct bs_world *world, struct bs_copy *copy)
{
    const size_t count = bs_lag_bursts(world, copy->resource->id, NULL);

    if (count > copy->burst_capacity) {
        copy->burst_capacity = count + copy->burst_count;
        copy->bursts = bs_world_allocate(world, copy->burst_capacity, sizeof(struct bs_lag_burst));
    }
    copy->burst_count = copy->bursts != NULL ? count : 0;
    if (copy->burst_count > 0) {
        (void)bs_lag_bursts(world, copy->resource->id, copy->bursts);
    }
}

void bs_rds_draw_bursts(struct bs_world *world)
{
    for (size_t i = 0; i < world->stores.count; i++) {
        struct bs_store *store = &world->stores.stores[i];

        for (size_t j = 0; j < store->copy_count && world->status == BS_OK; j++) {
            struct bs_copy *copy = &store->copies[j];

            draw_bursts(world, copy);
        }
    }
}

/* The lag of a step just before `at`: the longest that a fault imposes then, else its own. */
static struct bs_duration lag_before(struct bs_copy *copy, int64_t step, struct bs_instant at)
{
    const uint64_t bits = bs_stream_at(&copy->lag, (uint64_t)step);
    struct bs_duration longest = BS_DURATION_UNKNOWN;

    for (size_t i = 0; i < copy->burst_count; i++) {
        const struct bs_lag_burst *burst = &copy->bursts[i];

        if (burst->from.ns < at.ns && at.ns <= burst->to.ns) {
            const struct bs_duration lag = bs_distribution_sample(burst->lag, bits);

            longest = lag.ns > longest.ns ? lag : longest;
        }
    }
    return longest.ns != BS_DURATION_UNKNOWN.ns
               ? longest
               : bs_distribution_sample(&copy->resource->is.rds.lag, bits);
}

/* The best that was applied within one step, up to `end`: at its end, or where a fault begins or ends. */
static struct bs_instant applied_in_step(struct bs_copy *copy, int64_t step, struct bs_instant end)
{
    const struct bs_instant begin =
        bs_instant_max((struct bs_instant){step * LAG_STEP_NS}, copy->lineage->streams_from);
    struct bs_instant best = {end.ns - lag_before(copy, step, end).ns};

    for (size_t i = 0; i < 2 * copy->burst_count; i++) {
        const struct bs_lag_burst *burst = &copy->bursts[i / 2];
        const struct bs_instant turn = i % 2 == 0 ? burst->from : burst->to;

        if (begin.ns <= turn.ns && turn.ns < end.ns) {
            best = bs_instant_max(best,
                                  (struct bs_instant){turn.ns - lag_before(copy, step, turn).ns});
        }
    }
    return best;
}

struct bs_instant bs_rds_applied_up_to(struct bs_copy *copy, struct bs_instant at)
{
    const struct bs_instant seen = bs_instant_min(at, copy->frozen_at);
    const int64_t first = copy->lineage->streams_from.ns / LAG_STEP_NS;
    struct bs_instant best = copy->lineage->seeded_at;

    if (seen.ns < copy->lineage->streams_from.ns) {
        return best;
    }
    /* An earlier step cannot beat its own end, so the search stops as soon as that lies behind the best. */
    for (int64_t step = seen.ns / LAG_STEP_NS; step >= first; step--) {
        const struct bs_instant end =
            bs_instant_min(seen, (struct bs_instant){(step + 1) * LAG_STEP_NS});

        if (end.ns <= best.ns) {
            break;
        }
        best = bs_instant_max(best, applied_in_step(copy, step, end));
    }
    return best;
}

/* ---- What follows from a change ---- */

static bool streams(struct bs_world *world, const struct bs_copy *copy)
{
    return copy->is_replica && !copy->is_gone &&
           (copy->state == BS_STATE_AVAILABLE || copy->state == BS_STATE_BACKING_UP) &&
           bs_rds_source_sends(world, copy->lineage->source) &&
           !bs_data_plane(world, copy->resource->region, "rds").is_lost &&
           !bs_replication_is_stalled(world, copy->resource->id);
}

static bool serves(const struct bs_copy *copy)
{
    return !copy->is_gone && copy->has_ingress && copy->state != BS_STATE_REBOOTING &&
           copy->state != BS_STATE_CREATING && copy->state != BS_STATE_DELETING;
}

const char *bs_rds_refresh(struct bs_world *world, struct bs_store *store, struct bs_copy *copy)
{
    const bool is_up = !bs_data_plane(world, copy->resource->region, "rds").is_lost;

    (void)store;
    bs_rds_life_refresh(world, copy);
    if (streams(world, copy)) {
        copy->frozen_at = BS_INSTANT_NEVER;
    } else if (copy->frozen_at.ns == BS_INSTANT_NEVER.ns && copy->lineage->source != NULL) {
        copy->frozen_at = bs_world_now(world);
    }
    copy->is_readable = is_up && serves(copy);
    copy->is_writable = copy->is_readable && !copy->is_replica;
    if (copy->is_writable) {
        return "accepts writes";
    }
    if (copy->is_gone || copy->state == BS_STATE_DELETING) {
        return "deleted";
    }
    return !is_up ? "its Region's data plane is lost" : !copy->has_ingress ? "fenced" : "replica";
}

void bs_rds_set_state(struct bs_world *world, struct bs_copy *copy, enum bs_resource_state state)
{
    copy->state = state;
    bs_world_record_state(world, copy->resource->id, bs_resource_kind_name(copy->resource->kind),
                          bs_resource_state_name(state), INT64_MIN);
}

struct bs_copy *bs_rds_copy_at(struct bs_world *world, uint64_t resource, struct bs_store **store)
{
    struct bs_copy *copy = bs_copy_of(world, &world->scenario->resources[resource], store);

    BS_ASSERT(copy != NULL);
    return copy;
}

/* ---- Promotion ---- */

static void finish_promotion(void *subject, uint64_t resource)
{
    struct bs_world *world = subject;
    struct bs_store *store = NULL;
    struct bs_copy *copy = bs_rds_copy_at(world, resource, &store);

    bs_world_before_change(world);
    copy->is_replica = false;
    copy->lineage->reaches_up_to = bs_rds_applied_up_to(copy, bs_world_now(world));
    copy->lineage->was_promoted = true;
    store->leader = copy->lineage;
    bs_rds_set_state(world, copy, BS_STATE_AVAILABLE);
    bs_world_after_change(world);
    bs_missing_count(world, "recovery");
}

/* What was begun is over, and nothing has come of it. */
static void become_available(void *subject, uint64_t resource)
{
    struct bs_world *world = subject;

    bs_world_before_change(world);
    bs_rds_set_state(world, bs_rds_copy_at(world, resource, NULL), BS_STATE_AVAILABLE);
    bs_world_after_change(world);
}

static void reboot(void *subject, uint64_t resource)
{
    struct bs_world *world = subject;

    bs_world_before_change(world);
    bs_rds_set_state(world, bs_rds_copy_at(world, resource, NULL), BS_STATE_REBOOTING);
    bs_world_after_change(world);
}

static void begin_backup(struct bs_world *world, struct bs_copy *copy, uint64_t resource)
{
    struct bs_entity entity = bs_world_entity("backup", copy->resource->id);

    entity.next_k = copy->backups++;
    bs_world_before_change(world);
    bs_rds_set_state(world, copy, BS_STATE_BACKING_UP);
    bs_world_after_change(world);
    bs_world_schedule(world, &entity, bs_instant_add(bs_world_now(world), backup_lasts),
                      BS_PHASE_WORLD, become_available, world, resource, NULL);
}

static void begin_promotion(struct bs_world *world, struct bs_copy *copy, uint64_t resource,
                            bool comes_to_nothing)
{
    const struct bs_duration lasts = bs_distribution_sample(
        &copy->resource->is.rds.promotion, bs_stream_at(&copy->promotion, copy->promotions));
    const struct bs_instant now = bs_world_now(world);
    struct bs_entity entity = bs_world_entity("promotion", copy->resource->id);

    entity.next_k = 2 * copy->promotions;
    copy->promotions++;
    bs_world_before_change(world);
    bs_rds_set_state(world, copy, BS_STATE_MODIFYING);
    bs_world_after_change(world);
    if (comes_to_nothing) {
        bs_world_schedule(world, &entity, (struct bs_instant){now.ns + lasts.ns / 2},
                          BS_PHASE_WORLD, become_available, world, resource, NULL);
        return;
    }
    bs_world_schedule(world, &entity, (struct bs_instant){now.ns + lasts.ns - lasts.ns / 4},
                      BS_PHASE_WORLD, reboot, world, resource, NULL);
    bs_world_schedule(world, &entity, bs_instant_add(now, lasts), BS_PHASE_WORLD, finish_promotion,
                      world, resource, NULL);
}

struct bs_copy *bs_rds_instance(struct bs_world *world, const struct bs_call_request *request,
                                struct bs_store **store)
{
    const struct bs_resource *resource = bs_api_resource(world, request);
    struct bs_copy *copy = resource != NULL ? bs_copy_of(world, resource, store) : NULL;

    return copy != NULL && resource->kind != BS_RESOURCE_S3_BUCKET && !copy->is_gone ? copy : NULL;
}

void bs_rds_promote_read_replica(struct bs_world *world, const struct bs_call_request *request,
                                 struct bs_call_answer *answer)
{
    struct bs_copy *copy = bs_rds_instance(world, request, NULL);
    enum bs_promotion_failure failure;
    uint64_t resource;

    if (copy == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "DBInstanceNotFound");
        return;
    }
    if (!copy->is_replica || copy->state != BS_STATE_AVAILABLE) {
        bs_api_fail(answer, BS_CALL_ERROR_INVALID_STATE, "InvalidDBInstanceState");
        return;
    }
    resource = (uint64_t)(copy->resource - world->scenario->resources);
    failure = bs_next_promotion_fails(world, copy->resource->id);
    if (failure == BS_PROMOTION_BACKING_UP) {
        begin_backup(world, copy, resource);
        bs_api_fail(answer, BS_CALL_ERROR_INVALID_STATE, "InvalidDBInstanceState");
        return;
    }
    begin_promotion(world, copy, resource, failure == BS_PROMOTION_REVERTS);
    answer->state = copy->state;
    answer->is_replica = true;
}

void bs_rds_describe_instance(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer)
{
    const struct bs_copy *copy = bs_rds_instance(world, request, NULL);

    if (copy == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "DBInstanceNotFound");
        return;
    }
    answer->state = copy->state;
    answer->is_replica = copy->is_replica;
    if (copy->is_replica) {
        (void)snprintf(answer->source, sizeof(answer->source), "%s",
                       copy->lineage->source->copy->resource->id);
    }
}

/* ---- The security group ---- */

static void set_ingress(struct bs_world *world, const struct bs_call_request *request,
                        struct bs_call_answer *answer, bool has_ingress)
{
    struct bs_copy *copy = bs_rds_instance(world, request, NULL);

    if (copy == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "InvalidGroup.NotFound");
        return;
    }
    bs_world_before_change(world);
    copy->has_ingress = has_ingress;
    bs_world_after_change(world);
}

void bs_rds_revoke_ingress(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer)
{
    set_ingress(world, request, answer, false);
}

void bs_rds_authorize_ingress(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer)
{
    set_ingress(world, request, answer, true);
}

/* ---- The metric ---- */

bool bs_rds_is_behind(const struct bs_copy *copy, struct bs_instant at)
{
    return copy->is_replica && !copy->is_gone && at.ns >= copy->lineage->streams_from.ns;
}

struct bs_duration bs_rds_lag(struct bs_copy *copy, struct bs_instant at)
{
    return bs_duration_between(bs_rds_applied_up_to(copy, at), at);
}

bool bs_rds_replica_lag(struct bs_world *world, struct bs_copy *copy, struct bs_duration *lag,
                        struct bs_instant *at)
{
    const struct bs_instant now = bs_world_now(world);

    at->ns = now.ns - now.ns % METRIC_PERIOD_NS;
    if (!bs_rds_is_behind(copy, *at)) {
        return false;
    }
    *lag = bs_rds_lag(copy, *at);
    return true;
}
