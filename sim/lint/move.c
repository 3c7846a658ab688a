/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "sim/lint/rules.h"

const struct bs_resource *bs_lint_resource(const struct bs_lint *lint,
                                           const struct bs_plan_resource *resource)
{
    const int32_t index =
        resource == NULL ? BS_NONE : bs_scenario_resource(lint->scenario, resource->id);

    return index == BS_NONE ? NULL : &lint->scenario->resources[index];
}

const struct bs_resource *bs_lint_service_behind(const struct bs_lint *lint,
                                                 const struct bs_step *cutover)
{
    const struct bs_resource *balancer = bs_lint_resource(lint, cutover->parameters.to);

    return &lint->scenario->resources[balancer->is.alb.targets];
}

const struct bs_monitor *bs_lint_monitor(const struct bs_lint *lint, const struct bs_source *source)
{
    const enum bs_monitor_kind kind = source->kind == BS_KIND_HEALTH_CHECK ? BS_MONITOR_HEALTH_CHECK
                                      : source->kind == BS_KIND_ALARM      ? BS_MONITOR_ALARM
                                                                           : BS_MONITOR_PROBE;

    for (size_t i = 0; i < lint->scenario->monitor_count; i++) {
        if (lint->scenario->monitors[i].kind == kind &&
            strcmp(lint->scenario->monitors[i].id, source->id) == 0) {
            return &lint->scenario->monitors[i];
        }
    }
    BS_ASSERT(false); /* The plan was loaded for this scenario. */
    return NULL;
}

const struct bs_record_set *bs_lint_record(const struct bs_lint *lint, const struct bs_step *step)
{
    for (size_t i = 0; i < lint->scenario->record_count; i++) {
        if (strcmp(lint->scenario->records[i].name, step->parameters.resource->id) == 0) {
            return &lint->scenario->records[i];
        }
    }
    BS_ASSERT(false);
    return NULL;
}

bool bs_lint_same_region(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* A workflow that moves nothing but shuts something in the Region leaves it, too. */
static bool fences_in(const struct bs_lint *lint, const char *region)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_FENCE, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_FENCE, step)) {
        for (uint32_t i = 0; i < step->parameters.of_count; i++) {
            if (bs_lint_same_region(step->parameters.of[i]->region, region)) {
                return true;
            }
        }
    }
    return false;
}

static const char *region_of_role(const struct bs_lint *lint, const char *side)
{
    const char *role = bs_lint_role(lint, side);
    const int32_t region = role != NULL ? bs_scenario_region(lint->scenario, role) : BS_NONE;

    BS_ASSERT(region != BS_NONE); /* The plan was loaded for this scenario. */
    return lint->scenario->regions[region].name;
}

void bs_lint_find_move(struct bs_lint *lint)
{
    const char *left = region_of_role(lint, "deactivating");
    const bool is_moving = lint->workflow->from != BS_SIDE_NONE;

    lint->left = is_moving || fences_in(lint, left) ? left : NULL;
    lint->taken = is_moving ? region_of_role(lint, "activating") : NULL;
    lint->lost = bs_lint_is_for_loss(lint) ? lint->left : NULL;
}

bool bs_lint_quantile(const struct bs_distribution *distribution, int percent,
                      struct bs_duration *value)
{
    if (distribution->kind == BS_DISTRIBUTION_MIXTURE) {
        return false;
    }
    *value = bs_distribution_sample(distribution, UINT64_MAX / 100 * (uint64_t)percent);
    return true;
}
