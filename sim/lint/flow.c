/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "sim/lint/rules.h"

/* Whether a row belongs to another. */
static bool is_below(const struct bs_step *row, const struct bs_step *above)
{
    return above < row && row <= above + above->descendants;
}

static const struct bs_step *first_row(const struct bs_lint *lint)
{
    return &lint->plan->steps[lint->workflow->step_first];
}

const struct bs_step *bs_lint_end(const struct bs_lint *lint)
{
    return first_row(lint) + lint->workflow->step_count;
}

bool bs_lint_mode_allows(const struct bs_workflow *workflow, const struct bs_step *row)
{
    for (uint32_t i = 0; i < row->conditions.count; i++) {
        const struct bs_condition *condition = &row->conditions.items[i];

        if (condition->kind == BS_CONDITION_MODE &&
            (condition->state == (int32_t)workflow->mode) == condition->is_not) {
            return false;
        }
    }
    return true;
}

/* A row happens in this workflow if neither it nor a group around it is for the other mode. */
static bool may_happen(const struct bs_lint *lint, const struct bs_step *step)
{
    for (const struct bs_step *row = first_row(lint); row <= step; row++) {
        if ((row == step || is_below(step, row)) && !bs_lint_mode_allows(lint->workflow, row)) {
            return false;
        }
    }
    return true;
}

const struct bs_step *bs_lint_next_step(const struct bs_lint *lint, const struct bs_step *previous)
{
    const struct bs_step *step = previous == NULL ? first_row(lint) : previous + 1;

    for (; step < bs_lint_end(lint); step++) {
        if (step->shape == BS_SHAPE_STEP && may_happen(lint, step)) {
            return step;
        }
    }
    return NULL;
}

const struct bs_step *bs_lint_next(const struct bs_lint *lint, enum bs_block_id block,
                                   const struct bs_step *previous)
{
    const struct bs_step *step = bs_lint_next_step(lint, previous);

    while (step != NULL && step->block != block) {
        step = bs_lint_next_step(lint, step);
    }
    return step;
}

/* The innermost group that both rows belong to, or NULL: the workflow itself. */
static const struct bs_step *common_group(const struct bs_lint *lint, const struct bs_step *first,
                                          const struct bs_step *second)
{
    const struct bs_step *group = NULL;

    for (const struct bs_step *row = first_row(lint); row < first; row++) {
        if (row->shape != BS_SHAPE_STEP && is_below(first, row) && is_below(second, row)) {
            group = row;
        }
    }
    return group;
}

bool bs_lint_runs_beside(const struct bs_lint *lint, const struct bs_step *one,
                         const struct bs_step *other)
{
    const struct bs_step *group = common_group(lint, one, other);

    return group != NULL && group->shape == BS_SHAPE_PARALLEL;
}

/* What is done only because something else has failed has not been done as a rule. */
static bool is_alternative_to_others(const struct bs_lint *lint, const struct bs_step *step,
                                     const struct bs_step *later)
{
    for (const struct bs_step *row = first_row(lint); row < step; row++) {
        if (row->shape == BS_SHAPE_STEP && is_below(step, row) && !is_below(later, row)) {
            return true;
        }
    }
    return false;
}

bool bs_lint_precedes(const struct bs_lint *lint, const struct bs_step *earlier,
                      const struct bs_step *later)
{
    return earlier < later && !bs_lint_runs_beside(lint, earlier, later) &&
           !is_below(later, earlier) && !is_alternative_to_others(lint, earlier, later);
}

bool bs_lint_has_limit(const struct bs_lint *lint, const struct bs_step *step)
{
    bool is_limited = lint->workflow->timeout.ns != BS_DURATION_UNKNOWN.ns;

    for (const struct bs_step *row = first_row(lint); row < step; row++) {
        is_limited = is_limited || (row->shape != BS_SHAPE_STEP && is_below(step, row) &&
                                    row->timeout.ns != BS_DURATION_UNKNOWN.ns);
    }
    return is_limited;
}

const struct bs_failure_policy *bs_lint_policy(const struct bs_lint *lint,
                                               const struct bs_step *step)
{
    return lint->workflow->mode == BS_MODE_UNGRACEFUL ? &step->ungraceful : &step->policy;
}

bool bs_lint_asks_people(const struct bs_step *step)
{
    return step->block == BS_BLOCK_APPROVE || step->block == BS_BLOCK_CHECKLIST;
}

bool bs_lint_names(const struct bs_step *step, const char *id)
{
    for (uint32_t i = 0; i < step->parameters.of_count; i++) {
        if (strcmp(step->parameters.of[i]->id, id) == 0) {
            return true;
        }
    }
    return step->parameters.of_count == 0 && step->parameters.resource != NULL &&
           strcmp(step->parameters.resource->id, id) == 0;
}

bool bs_lint_names_before(const struct bs_lint *lint, enum bs_block_id block, const char *id,
                          const struct bs_step *later)
{
    const struct bs_step *step = bs_lint_next(lint, block, NULL);

    for (; step != NULL; step = bs_lint_next(lint, block, step)) {
        if (bs_lint_names(step, id) && bs_lint_precedes(lint, step, later)) {
            return true;
        }
    }
    return false;
}

/* ---- What runs a workflow ---- */

bool bs_lint_is_evidence(const struct bs_trigger *trigger)
{
    return trigger->source != BS_SOURCE_NONE;
}

bool bs_lint_runs(const struct bs_lint *lint, const struct bs_trigger *trigger)
{
    bool runs = &lint->plan->workflows[trigger->workflow] == lint->workflow;

    for (uint32_t i = 0; i < trigger->class_count; i++) {
        runs = runs || &lint->plan->workflows[trigger->classes[i].workflow] == lint->workflow;
    }
    return runs;
}

bool bs_lint_is_triggered(const struct bs_lint *lint)
{
    for (uint32_t i = 0; i < lint->plan->trigger_count; i++) {
        if (bs_lint_runs(lint, &lint->plan->triggers[i])) {
            return true;
        }
    }
    return false;
}

bool bs_lint_is_for_loss(const struct bs_lint *lint)
{
    bool is_for_loss = lint->workflow->mode == BS_MODE_UNGRACEFUL;

    for (uint32_t i = 0; i < lint->plan->trigger_count; i++) {
        const struct bs_trigger *trigger = &lint->plan->triggers[i];

        is_for_loss = is_for_loss || (bs_lint_is_evidence(trigger) && bs_lint_runs(lint, trigger));
    }
    return is_for_loss;
}
