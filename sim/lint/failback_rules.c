/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/lint/rules.h"

static bool has_way_back(const struct bs_plan *plan)
{
    for (uint32_t i = 0; i < plan->workflow_count; i++) {
        if (plan->workflows[i].from == BS_SIDE_ACTIVATING) {
            return true;
        }
    }
    return false;
}

/* Said once, at the first workflow that leaves. */
void bs_lint_failback_missing(struct bs_lint *lint)
{
    if (lint->workflow->from != BS_SIDE_DEACTIVATING || has_way_back(lint->plan)) {
        return;
    }
    for (const struct bs_workflow *other = lint->plan->workflows; other < lint->workflow; other++) {
        if (other->from == BS_SIDE_DEACTIVATING) {
            return;
        }
    }
    bs_lint_at(lint, bs_lint_workflow_place(lint),
               "%s leaves %s, and no workflow comes back: the second disaster finds no standby",
               lint->workflow->name, lint->left);
}

/* Whether a step that is sure to be done takes the fence off. */
static bool is_released(const struct bs_lint *lint, const char *id)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_RELEASE_FENCE, NULL);

    while (step != NULL && !bs_lint_names(step, id)) {
        step = bs_lint_next(lint, BS_BLOCK_RELEASE_FENCE, step);
    }
    return step != NULL;
}

/* Whether a workflow that only repairs, and moves nothing, releases it between the two. */
static bool is_released_elsewhere(const struct bs_lint *lint, const char *id)
{
    struct bs_lint other = *lint;

    for (uint32_t i = 0; i < lint->plan->workflow_count; i++) {
        other.workflow = &lint->plan->workflows[i];
        if (other.workflow->from == BS_SIDE_NONE && is_released(&other, id)) {
            return true;
        }
    }
    return false;
}

static void judge_latch(struct bs_lint *lint, const struct bs_plan_resource *fenced,
                        const struct bs_workflow *failover)
{
    if (bs_lint_same_region(fenced->region, lint->taken) && !is_released(lint, fenced->id) &&
        !is_released_elsewhere(lint, fenced->id)) {
        bs_lint_at(lint, bs_lint_workflow_place(lint),
                   "%s goes back to %s, where %s has latched a fence of %s, and nothing releases "
                   "it: the orchestrator keeps it shut",
                   lint->workflow->name, lint->taken, failover->name, fenced->id);
    }
}

static void judge_latches_of(struct bs_lint *lint, const struct bs_workflow *failover)
{
    for (uint32_t i = 0; i < failover->step_count; i++) {
        const struct bs_step *step = &lint->plan->steps[failover->step_first + i];

        if (step->shape != BS_SHAPE_STEP || step->block != BS_BLOCK_FENCE ||
            !step->parameters.latch) {
            continue;
        }
        for (uint32_t j = 0; j < step->parameters.of_count; j++) {
            judge_latch(lint, step->parameters.of[j], failover);
        }
    }
}

void bs_lint_failback_keeps_latches(struct bs_lint *lint)
{
    for (uint32_t i = 0; i < lint->plan->workflow_count; i++) {
        const struct bs_workflow *failover = &lint->plan->workflows[i];

        if (lint->workflow->from == BS_SIDE_ACTIVATING && failover->from == BS_SIDE_DEACTIVATING) {
            judge_latches_of(lint, failover);
        }
    }
}
