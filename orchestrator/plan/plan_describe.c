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

void bs_plan_describe(const struct bs_plan *plan, struct bs_history *history, struct bs_instant at)
{
    for (uint32_t w = 0; w < plan->workflow_count; w++) {
        const struct bs_workflow *workflow = &plan->workflows[w];
        const char *group = NULL;
        uint32_t children_left = 0;

        for (uint32_t i = 0; i < workflow->step_count; i++) {
            const struct bs_step *step = &plan->steps[workflow->step_first + i];

            if (step->child_count > 0) {
                group = step->id;
                children_left = step->child_count;
                continue;
            }
            describe_step(workflow, step, children_left > 0 ? group : NULL, history, at);
            children_left -= children_left > 0 ? 1 : 0;
        }
    }
}
