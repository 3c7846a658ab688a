/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "sim/lint/rules.h"

/*
 * A primary is fenced when nobody gets in, or when no service is left to write: none in its Region, and none
 * elsewhere that goes to whoever can be written.
 */
static bool fences_all_services(const struct bs_lint *lint, const struct bs_step *fence,
                                int32_t region)
{
    bool any = false;

    for (size_t i = 0; i < lint->scenario->resource_count; i++) {
        const struct bs_resource *resource = &lint->scenario->resources[i];

        if (resource->kind != BS_RESOURCE_ECS_SERVICE ||
            (resource->region != region && resource->is.ecs.database != BS_DATABASE_WRITER)) {
            continue;
        }
        if (!bs_lint_names(fence, resource->id)) {
            return false;
        }
        any = any || resource->region == region;
    }
    return any;
}

static bool is_fenced_before(const struct bs_lint *lint, const struct bs_step *promotion,
                             const struct bs_resource *primary)
{
    const struct bs_step *fence = bs_lint_next(lint, BS_BLOCK_FENCE, NULL);

    for (; fence != NULL; fence = bs_lint_next(lint, BS_BLOCK_FENCE, fence)) {
        if (bs_lint_precedes(lint, fence, promotion) &&
            (bs_lint_names(fence, primary->id) ||
             fences_all_services(lint, fence, primary->region))) {
            return true;
        }
    }
    return false;
}

/* The step of any workflow that makes a replica of what was no replica, or NULL. */
static const struct bs_step *rebuilding_of(const struct bs_plan *plan, const char *store)
{
    for (uint32_t i = 0; i < plan->step_count; i++) {
        const struct bs_step *step = &plan->steps[i];

        if (step->shape == BS_SHAPE_STEP && step->block == BS_BLOCK_CREATE_RDS_REPLICA &&
            strcmp(step->parameters.resource->id, store) == 0) {
            return step;
        }
    }
    return NULL;
}

/* Whom the promoted copy followed until then: as the platform has it, or as the plan has rebuilt it. */
static const struct bs_resource *primary_of(const struct bs_lint *lint,
                                            const struct bs_step *promotion)
{
    const struct bs_plan_resource *store = promotion->parameters.resource;
    const struct bs_step *rebuilding = rebuilding_of(lint->plan, store->id);

    if (store->related != NULL || rebuilding == NULL) {
        return bs_lint_resource(lint, store->related);
    }
    return bs_lint_resource(lint, rebuilding->parameters.to);
}

/* A replica is the store that it was made of. */
static enum bs_writers writers_of(const struct bs_lint *lint, const struct bs_resource *database)
{
    return database->is.rds.of == BS_NONE
               ? database->is.rds.writers
               : lint->scenario->resources[database->is.rds.of].is.rds.writers;
}

void bs_lint_no_fence_before_promotion(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, step)) {
        const struct bs_resource *primary = primary_of(lint, step);

        if (primary != NULL && writers_of(lint, primary) == BS_WRITERS_ONE &&
            !is_fenced_before(lint, step, primary)) {
            bs_lint_at_step(lint, step,
                            "%s is promoted, but nothing before it fences %s, which may have one "
                            "writer: if %s is not quite dead, both copies take writes",
                            step->parameters.resource->id, primary->id,
                            lint->scenario->regions[primary->region].name);
        }
    }
}

/* Only a replica can be promoted: what was the primary at first must have been rebuilt. */
void bs_lint_promotion_of_no_replica(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, step)) {
        const struct bs_plan_resource *store = step->parameters.resource;
        const struct bs_step *rebuilding = rebuilding_of(lint->plan, store->id);
        const bool is_late =
            rebuilding != NULL && rebuilding >= &lint->plan->steps[lint->workflow->step_first] &&
            rebuilding < bs_lint_end(lint) && !bs_lint_precedes(lint, rebuilding, step);

        if (store->related == NULL && (rebuilding == NULL || is_late)) {
            bs_lint_at_step(lint, step,
                            "%s is no replica, and no create_rds_replica before this makes it "
                            "one: the call is refused",
                            store->id);
        }
    }
}

/* Whether the step makes another copy of a store with one writer the one that is written to. */
static bool moves_sole_writer(const struct bs_lint *lint, const struct bs_step *step)
{
    const struct bs_resource *primary = NULL;

    if (step->shape == BS_SHAPE_STEP && step->block == BS_BLOCK_PROMOTE_RDS_REPLICA) {
        primary = bs_lint_resource(lint, step->parameters.resource->related);
    }
    return primary != NULL && writers_of(lint, primary) == BS_WRITERS_ONE;
}

void bs_lint_lease_missing(struct bs_lint *lint)
{
    for (uint32_t i = 0; i < lint->plan->step_count && lint->plan->lease == NULL; i++) {
        const struct bs_step *step = &lint->plan->steps[i];

        if (moves_sole_writer(lint, step)) {
            bs_lint_at(lint, bs_lint_plan_place(lint, "workflows"),
                       "the plan moves %s, which may have one writer, and has no lease: a second "
                       "orchestrator would act at the same time",
                       step->parameters.resource->related->id);
            return;
        }
    }
}

void bs_lint_promotion_without_lag_check(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, step)) {
        const struct bs_step *check = bs_lint_next(lint, BS_BLOCK_CHECK_REPLICATION_LAG, NULL);

        while (check != NULL && (check->parameters.resource != step->parameters.resource ||
                                 !bs_lint_precedes(lint, check, step))) {
            check = bs_lint_next(lint, BS_BLOCK_CHECK_REPLICATION_LAG, check);
        }
        if (check == NULL) {
            bs_lint_at_step(lint, step,
                            "%s is promoted without a check_replication_lag of it before: nobody "
                            "will know how many writes are given up",
                            step->parameters.resource->id);
        }
    }
}

static bool is_promoted(const struct bs_plan *plan, const char *replica)
{
    for (uint32_t i = 0; i < plan->step_count; i++) {
        const struct bs_step *step = &plan->steps[i];

        if (step->shape == BS_SHAPE_STEP && step->block == BS_BLOCK_PROMOTE_RDS_REPLICA &&
            strcmp(step->parameters.resource->id, replica) == 0) {
            return true;
        }
    }
    return false;
}

/* A database with several copies needs one of them promoted, so it is the primary that is asked about. */
void bs_lint_replica_in_no_plan(struct bs_lint *lint)
{
    const struct bs_scenario *scenario = lint->scenario;

    for (size_t i = 0; i < scenario->resource_count; i++) {
        const struct bs_resource *replica = NULL;
        bool any_promoted = false;

        for (size_t j = 0; j < scenario->resource_count; j++) {
            const struct bs_resource *other = &scenario->resources[j];

            if (other->kind == BS_RESOURCE_RDS_REPLICA && other->is.rds.of == (int32_t)i) {
                replica = replica == NULL ? other : replica;
                any_promoted = any_promoted || is_promoted(lint->plan, other->id);
            }
        }
        if (replica != NULL && !any_promoted) {
            bs_lint_at(lint, replica->at,
                       "%s is a replica of %s, and no workflow of the plan promotes it: after a "
                       "failover, %s cannot be written to",
                       replica->id, scenario->resources[i].id, scenario->resources[i].id);
        }
    }
}

static struct bs_duration rpo_of(const struct bs_scenario *scenario, int32_t store)
{
    for (size_t i = 0; i < scenario->objectives.store_count; i++) {
        if (scenario->objectives.stores[i].store == store) {
            return scenario->objectives.stores[i].rpo;
        }
    }
    return scenario->objectives.rpo;
}

static void judge_lag(struct bs_lint *lint, int32_t store, const struct bs_resource *copy,
                      const struct bs_distribution *lag)
{
    const struct bs_duration rpo = rpo_of(lint->scenario, store);
    struct bs_duration p95;
    char lag_text[BS_TIME_TEXT_MAX];
    char rpo_text[BS_TIME_TEXT_MAX];

    if (rpo.ns == BS_DURATION_UNKNOWN.ns || !bs_lint_quantile(lag, 95, &p95) || p95.ns <= rpo.ns) {
        return;
    }
    bs_duration_format(p95, lag_text);
    bs_duration_format(rpo, rpo_text);
    bs_lint_at(lint, copy->at, "5 %% of the time %s is more than %s behind %s, whose RPO is %s",
               copy->id, lag_text, lint->scenario->resources[store].id, rpo_text);
}

void bs_lint_rpo_below_lag(struct bs_lint *lint)
{
    for (size_t i = 0; i < lint->scenario->resource_count; i++) {
        const struct bs_resource *resource = &lint->scenario->resources[i];

        if (resource->kind == BS_RESOURCE_RDS_REPLICA) {
            judge_lag(lint, resource->is.rds.of, resource, &resource->is.rds.lag);
        } else if (resource->kind == BS_RESOURCE_S3_BUCKET &&
                   resource->is.s3.replicate_to != BS_NONE) {
            judge_lag(lint, (int32_t)i, &lint->scenario->resources[resource->is.s3.replicate_to],
                      &resource->is.s3.replication);
        }
    }
}
