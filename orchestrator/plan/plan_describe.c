/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/block.h"
#include "orchestrator/plan/plan_load.h"

static void describe_step(const struct bs_workflow *workflow, const struct bs_step *step,
                          const char *group, struct bs_history *history, struct bs_instant at)
{
    const struct bs_block *block = bs_block(step->block);

    BS_APPEND(history, at, BS_RECORD_PLANNED, bs_text(workflow->name), bs_text(step->id),
              bs_text(block->name), bs_text(step->region), bs_span(step->target),
              bs_span(step->timeout), bs_text(block->effect), bs_text(group));
}

/* The id of the innermost group that a row stands in, or NULL. */
static const char *group_of(const struct bs_plan *plan, uint32_t first, uint32_t row)
{
    const char *group = NULL;

    for (uint32_t i = first; i < row; i++) {
        if (plan->steps[i].shape != BS_SHAPE_STEP && bs_plan_next(plan, i) > row) {
            group = plan->steps[i].id;
        }
    }
    return group;
}

void bs_plan_describe(const struct bs_plan *plan, struct bs_history *history, struct bs_instant at)
{
    for (uint32_t w = 0; w < plan->workflow_count; w++) {
        const struct bs_workflow *workflow = &plan->workflows[w];

        for (uint32_t i = 0; i < workflow->step_count; i++) {
            const uint32_t row = workflow->step_first + i;

            if (plan->steps[row].shape == BS_SHAPE_STEP) {
                describe_step(workflow, &plan->steps[row],
                              group_of(plan, workflow->step_first, row), history, at);
            }
        }
    }
}
