/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/rds.h"

#include "sim/world/api.h"
#include "sim/world/world_state.h"

/* The platform's document monitors lag every 10 seconds; changes within are not modelled. */
#define LAG_STEP_NS      (10 * BS_NS_PER_S)
#define METRIC_PERIOD_NS (60 * BS_NS_PER_S)

static struct bs_duration lag_in_step(struct bs_copy *copy, int64_t step)
{
    return bs_distribution_sample(&copy->resource->is.rds.lag,
                                  bs_stream_at(&copy->lag, (uint64_t)step));
}

struct bs_instant bs_rds_applied_up_to(struct bs_copy *copy, struct bs_instant at)
{
    const struct bs_instant seen = bs_instant_min(at, copy->frozen_at);
    struct bs_instant best = {INT64_MIN + 1};

    /* An earlier step cannot beat its own end, so the search stops as soon as that lies behind the best. */
    for (int64_t step = seen.ns / LAG_STEP_NS; step >= 0; step--) {
        const struct bs_instant end =
            bs_instant_min(seen, (struct bs_instant){(step + 1) * LAG_STEP_NS});
        struct bs_instant applied;

        if (end.ns <= best.ns) {
            break;
        }
        applied.ns = end.ns - lag_in_step(copy, step).ns;
        best = bs_instant_max(best, applied);
    }
    return bs_instant_max(best, (struct bs_instant){0});
}

static bool can_stream(struct bs_world *world, const struct bs_store *store,
                       const struct bs_copy *copy)
{
    return copy->is_replica && !bs_data_plane(world, store->resource->region, "rds").is_lost &&
           !bs_data_plane(world, copy->resource->region, "rds").is_lost &&
           !bs_replication_is_stalled(world, copy->resource->id);
}

const char *bs_rds_refresh(struct bs_world *world, struct bs_store *store, struct bs_copy *copy)
{
    const bool is_up = !bs_data_plane(world, copy->resource->region, "rds").is_lost;

    if (copy->is_replica && can_stream(world, store, copy) && copy->state == BS_STATE_AVAILABLE) {
        copy->frozen_at = BS_INSTANT_NEVER;
    } else if (copy->frozen_at.ns == BS_INSTANT_NEVER.ns && copy->resource != store->resource) {
        copy->frozen_at = bs_world_now(world);
    }
    copy->is_readable = is_up && copy->has_ingress && copy->state != BS_STATE_REBOOTING;
    copy->is_writable = copy->is_readable && !copy->is_replica;
    if (copy->is_writable) {
        return "accepts writes";
    }
    return !is_up ? "its Region's data plane is lost" : !copy->has_ingress ? "fenced" : "replica";
}

static void set_state(struct bs_world *world, struct bs_copy *copy, enum bs_resource_state state)
{
    copy->state = state;
    bs_world_record_state(world, copy->resource->id, bs_resource_kind_name(copy->resource->kind),
                          bs_resource_state_name(state), INT64_MIN);
}

/* Events carry the resource's index; the copy is found again. */
static struct bs_copy *copy_at(struct bs_world *world, uint64_t resource, struct bs_store **store)
{
    struct bs_copy *copy = bs_copy_of(world, &world->scenario->resources[resource], store);

    BS_ASSERT(copy != NULL);
    return copy;
}

static void finish_promotion(void *subject, uint64_t resource)
{
    struct bs_world *world = subject;
    struct bs_store *store = NULL;
    struct bs_copy *copy = copy_at(world, resource, &store);

    bs_world_before_change(world);
    copy->is_replica = false;
    set_state(world, copy, BS_STATE_AVAILABLE);
    bs_world_after_change(world);
    bs_ledger_count(world, "recovery");
}

static void reboot(void *subject, uint64_t resource)
{
    struct bs_world *world = subject;

    bs_world_before_change(world);
    set_state(world, copy_at(world, resource, NULL), BS_STATE_REBOOTING);
    bs_world_after_change(world);
}

static void begin_promotion(struct bs_world *world, struct bs_copy *copy, uint64_t resource)
{
    const struct bs_duration lasts = bs_distribution_sample(
        &copy->resource->is.rds.promotion, bs_stream_at(&copy->promotion, copy->promotions));
    const struct bs_instant now = bs_world_now(world);
    struct bs_entity entity = bs_world_entity("promotion", copy->resource->id);

    entity.next_k = 2 * copy->promotions;
    copy->promotions++;
    bs_world_before_change(world);
    set_state(world, copy, BS_STATE_MODIFYING);
    bs_world_after_change(world);
    bs_world_schedule(world, &entity, (struct bs_instant){now.ns + lasts.ns - lasts.ns / 4},
                      BS_PHASE_WORLD, reboot, world, resource, NULL);
    bs_world_schedule(world, &entity, bs_instant_add(now, lasts), BS_PHASE_WORLD, finish_promotion,
                      world, resource, NULL);
}

void bs_rds_promote_read_replica(struct bs_world *world, const struct bs_call_request *request,
                                 struct bs_call_answer *answer)
{
    const struct bs_resource *resource = bs_api_resource(world, request);
    struct bs_copy *copy = resource != NULL ? bs_copy_of(world, resource, NULL) : NULL;

    if (copy == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "DBInstanceNotFound");
        return;
    }
    if (!copy->is_replica || copy->state != BS_STATE_AVAILABLE) {
        bs_api_fail(answer, BS_CALL_ERROR_INVALID_STATE, "InvalidDBInstanceState");
        return;
    }
    begin_promotion(world, copy, (uint64_t)(resource - world->scenario->resources));
    answer->state = copy->state;
    answer->is_replica = true;
}

void bs_rds_describe_instance(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer)
{
    const struct bs_resource *resource = bs_api_resource(world, request);
    const struct bs_copy *copy = resource != NULL ? bs_copy_of(world, resource, NULL) : NULL;

    if (copy == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "DBInstanceNotFound");
        return;
    }
    answer->state = copy->state;
    answer->is_replica = copy->is_replica;
}

void bs_rds_revoke_ingress(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer)
{
    const struct bs_resource *resource = bs_api_resource(world, request);
    struct bs_copy *copy = resource != NULL ? bs_copy_of(world, resource, NULL) : NULL;

    if (copy == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "InvalidGroup.NotFound");
        return;
    }
    bs_world_before_change(world);
    copy->has_ingress = false;
    bs_world_after_change(world);
}

bool bs_rds_replica_lag(struct bs_world *world, struct bs_copy *copy, struct bs_duration *lag,
                        struct bs_instant *at)
{
    const struct bs_instant now = bs_world_now(world);

    at->ns = now.ns - now.ns % METRIC_PERIOD_NS;
    if (!copy->is_replica) {
        return false;
    }
    *lag = bs_duration_between(bs_rds_applied_up_to(copy, *at), *at);
    return true;
}
