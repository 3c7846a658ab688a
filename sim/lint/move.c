/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "sim/lint/rules.h"

const struct bs_step *bs_lint_next(const struct bs_lint *lint, enum bs_block_id block,
                                   const struct bs_step *previous)
{
    const struct bs_step *first = &lint->plan->steps[lint->workflow->step_first];
    const struct bs_step *end = first + lint->workflow->step_count;

    for (const struct bs_step *step = previous == NULL ? first : previous + 1; step < end; step++) {
        if (step->shape == BS_SHAPE_STEP && step->block == block) {
            return step;
        }
    }
    return NULL;
}

/* The innermost row that both rows belong to, or NULL: the workflow itself. */
static const struct bs_step *common_group(const struct bs_lint *lint, const struct bs_step *first,
                                          const struct bs_step *second)
{
    const struct bs_step *row = &lint->plan->steps[lint->workflow->step_first];
    const struct bs_step *group = NULL;

    for (; row < first; row++) {
        if (first <= row + row->descendants && second <= row + row->descendants) {
            group = row;
        }
    }
    return group;
}

bool bs_lint_precedes(const struct bs_lint *lint, const struct bs_step *earlier,
                      const struct bs_step *later)
{
    const struct bs_step *group = earlier < later ? common_group(lint, earlier, later) : NULL;

    return earlier < later && (group == NULL || group->shape == BS_SHAPE_SEQUENCE);
}

bool bs_lint_runs(const struct bs_lint *lint, const struct bs_trigger *trigger)
{
    return &lint->plan->workflows[trigger->workflow] == lint->workflow;
}

const struct bs_resource *bs_lint_resource(const struct bs_lint *lint,
                                           const struct bs_plan_resource *resource)
{
    const int32_t index =
        resource == NULL ? BS_NONE : bs_scenario_resource(lint->scenario, resource->id);

    return index == BS_NONE ? NULL : &lint->scenario->resources[index];
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

/* Clients show best what is left for what; a promotion is next, a fence last. */
void bs_lint_find_move(struct bs_lint *lint)
{
    const struct bs_scenario *scenario = lint->scenario;
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

    lint->left = NULL;
    lint->taken = NULL;
    for (; step != NULL && lint->left == NULL;
         step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        const int32_t from = scenario->resources[bs_lint_record(lint, step)->alb].region;

        lint->taken = step->parameters.to->region;
        if (!bs_lint_same_region(scenario->regions[from].name, lint->taken)) {
            lint->left = scenario->regions[from].name;
        }
    }
    step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, NULL);
    if (lint->left == NULL && step != NULL && step->parameters.resource->related != NULL) {
        lint->left = step->parameters.resource->related->region;
        lint->taken = step->parameters.resource->region;
    }
    step = bs_lint_next(lint, BS_BLOCK_FENCE, NULL);
    if (lint->left == NULL && step != NULL) {
        lint->left = step->parameters.of[0]->region;
    }
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
