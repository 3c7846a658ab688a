/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "orchestrator/core/block.h"
#include "orchestrator/core/states.h"
#include "sim/lint/rules.h"

/* ---- Steps that are never done ---- */

static bool contradict(const struct bs_condition *a, const struct bs_condition *b)
{
    if (a->kind != b->kind || a->index != b->index) {
        return false;
    }
    return a->is_not == b->is_not ? !a->is_not && a->state != b->state : a->state == b->state;
}

static bool is_contradictory(const struct bs_conditions *conditions)
{
    for (uint32_t i = 0; i < conditions->count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (contradict(&conditions->items[i], &conditions->items[j])) {
                return true;
            }
        }
    }
    return false;
}

/* Whether the row, or anything it belongs to, may be left out. */
static bool may_be_left_out(const struct bs_lint *lint, const struct bs_step *step)
{
    const struct bs_step *row = &lint->plan->steps[lint->workflow->step_first];

    for (; row <= step; row++) {
        const bool is_around = row < step && step <= row + row->descendants;

        if ((row == step || is_around) && row->conditions.count > 0) {
            return true;
        }
        if (is_around && row->shape == BS_SHAPE_STEP) {
            return true; /* An alternative. */
        }
    }
    return false;
}

/* Whether a step that was before `row` can be in this state when the turn comes to it. */
static bool may_be(const struct bs_lint *lint, const struct bs_step *step, int32_t state,
                   const struct bs_step *row)
{
    switch ((enum bs_step_state)state) {
    case BS_STEP_COMPLETED:
    case BS_STEP_COMPLETED_WITH_EXCEPTIONS:
        /* A group's members begin together: none has ended yet. */
        return !bs_lint_runs_beside(lint, step, row) || row->shape != BS_SHAPE_STEP ||
               strchr(row->id, '/') != NULL;
    case BS_STEP_FAILED:
    case BS_STEP_TIMED_OUT:
        /* A failure that nothing stands in for is passed over, or stops the workflow. */
        return step->descendants > 0 || bs_lint_runs_beside(lint, step, row);
    case BS_STEP_SKIPPED:
        return may_be_left_out(lint, step);
    case BS_STEP_PENDING:
        return may_be_left_out(lint, step) || bs_lint_runs_beside(lint, step, row);
    case BS_STEP_IN_PROGRESS:
    case BS_STEP_PENDING_APPROVAL:
        return bs_lint_runs_beside(lint, step, row);
    default:
        return false; /* Of a rollback, or of an execution that has been canceled. */
    }
}

/* The first condition that cannot hold, or NULL. */
static const struct bs_condition *impossible_state(const struct bs_lint *lint,
                                                   const struct bs_step *row)
{
    for (uint32_t i = 0; i < row->conditions.count; i++) {
        const struct bs_condition *condition = &row->conditions.items[i];

        if (condition->kind == BS_CONDITION_STEP && !condition->is_not &&
            !may_be(lint, &lint->plan->steps[condition->index], condition->state, row)) {
            return condition;
        }
    }
    return NULL;
}

static bool is_at(const struct bs_position *a, const struct bs_position *b)
{
    return a->line == b->line && a->column == b->column;
}

/* Whether any workflow that does what stands at the row's place has the mode for it. */
static bool has_its_mode_somewhere(const struct bs_lint *lint, const struct bs_step *row)
{
    const struct bs_position at = bs_lint_step_place(lint, row);
    struct bs_lint other = *lint;

    for (uint32_t i = 0; i < lint->plan->workflow_count; i++) {
        other.workflow = &lint->plan->workflows[i];
        if (!bs_lint_is_triggered(&other) && bs_lint_is_child(&other)) {
            continue;
        }
        for (uint32_t j = 0; j < other.workflow->step_count; j++) {
            const struct bs_step *twin = &lint->plan->steps[other.workflow->step_first + j];
            const struct bs_position place = bs_lint_step_place(&other, twin);

            if (is_at(&place, &at) && bs_lint_mode_allows(other.workflow, twin)) {
                return true;
            }
        }
    }
    return false;
}

static void judge_conditions(struct bs_lint *lint, const struct bs_step *row)
{
    const struct bs_condition *impossible = impossible_state(lint, row);

    if (!bs_lint_mode_allows(lint->workflow, row) && !has_its_mode_somewhere(lint, row)) {
        bs_lint_at_step(lint, row,
                        "%s is for the other mode than %s, and no other workflow does it", row->id,
                        bs_mode_name(lint->workflow->mode));
    } else if (is_contradictory(&row->conditions)) {
        bs_lint_at_step(lint, row, "the conditions of %s exclude each other", row->id);
    } else if (impossible != NULL) {
        bs_lint_at_step(lint, row, "step %s is never %s when the turn comes to %s",
                        lint->plan->steps[impossible->index].id,
                        bs_step_state_name((enum bs_step_state)impossible->state), row->id);
    }
}

/* Waiting cannot fail, but where something around it ends it. */
static bool cannot_fail(const struct bs_lint *lint, const struct bs_step *step)
{
    return step->block == BS_BLOCK_WAIT && !bs_lint_has_limit(lint, step);
}

void bs_lint_step_never_runs(struct bs_lint *lint)
{
    const struct bs_step *row = &lint->plan->steps[lint->workflow->step_first];

    for (; row < bs_lint_end(lint); row++) {
        judge_conditions(lint, row);
        if (row->shape == BS_SHAPE_STEP && row->descendants > 0 && cannot_fail(lint, row)) {
            bs_lint_at_step(lint, row + 1, "%s is done if %s fails, which %s cannot", row[1].id,
                            row->id, bs_block(row->block)->name);
        }
    }
}

void bs_lint_workflow_never_run(struct bs_lint *lint)
{
    if (!bs_lint_is_triggered(lint)) {
        bs_lint_at(lint, bs_lint_workflow_place(lint),
                   "no trigger runs %s, and no run_plan: not even an operator can",
                   lint->workflow->name);
    }
}

/* ---- People ---- */

/* What an operator may say about an execution, whatever the workflow. */
static bool is_about_execution(const char *wish)
{
    static const char *const words[] = {"pause", "resume", "cancel", "retry", "skip"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strcmp(words[i], wish) == 0) {
            return true;
        }
    }
    return false;
}

/* Nobody listens without a trigger for operators or an operator; a workflow needs a trigger of its own. */
static bool is_heard(const struct bs_plan *plan, const char *wish)
{
    const bool is_word = is_about_execution(wish);

    for (uint32_t i = 0; i < plan->trigger_count; i++) {
        const struct bs_trigger *trigger = &plan->triggers[i];

        if (!bs_lint_is_evidence(trigger) &&
            (is_word || strcmp(plan->workflows[trigger->workflow].name, wish) == 0)) {
            return true;
        }
    }
    return is_word && plan->operator_role != NULL;
}

void bs_lint_order_not_heard(struct bs_lint *lint)
{
    for (size_t i = 0; i < lint->scenario->order_count; i++) {
        const char *wish = lint->scenario->orders[i].wish;

        if (!is_heard(lint->plan, wish)) {
            bs_lint_at(lint, bs_lint_scenario_place(lint, "orders"),
                       "the order '%s' is not heard: the plan has no trigger 'when: operator' %s",
                       wish, is_about_execution(wish) ? "and no operator" : "that runs it");
        }
    }
}

void bs_lint_approval_without_timeout(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next_step(lint, NULL);
    char text[BS_TIME_TEXT_MAX];

    for (; step != NULL; step = bs_lint_next_step(lint, step)) {
        if (bs_lint_asks_people(step) && !bs_lint_step_says(lint, step, "timeout")) {
            bs_duration_format(step->timeout, text);
            bs_lint_at_step(lint, step,
                            "people are given %s, as nothing else is said: an acknowledgement "
                            "alone may take longer",
                            text);
        }
    }
}

/* The first step after `approval` that cannot be taken back, or NULL. */
static const struct bs_step *irreversible_after(const struct bs_lint *lint,
                                                const struct bs_step *approval)
{
    const struct bs_step *step = bs_lint_next_step(lint, approval);

    while (step != NULL &&
           !(bs_block(step->block)->is_irreversible && bs_lint_precedes(lint, approval, step))) {
        step = bs_lint_next_step(lint, step);
    }
    return step;
}

void bs_lint_approval_by_silence(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_APPROVE, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_APPROVE, step)) {
        const struct bs_step *next = irreversible_after(lint, step);

        if (bs_lint_policy(lint, step)->on_timeout == BS_ON_FAILURE_CONTINUE && next != NULL) {
            bs_lint_at_step(lint, step,
                            "if %s does not answer, the workflow proceeds to %s, which cannot be "
                            "taken back: silence is taken for a yes",
                            step->parameters.resource->id, next->id);
        }
    }
}

/* ---- Rollback ---- */

static bool rolls_back(const struct bs_lint *lint, const struct bs_step *step)
{
    const struct bs_failure_policy *policy = bs_lint_policy(lint, step);

    return step->descendants == 0 && (policy->on_failure == BS_ON_FAILURE_ROLLBACK ||
                                      policy->on_timeout == BS_ON_FAILURE_ROLLBACK);
}

/* The last step that cannot be taken back and has begun when `step` fails: its own is the latest. */
static const struct bs_step *no_return_before(const struct bs_lint *lint,
                                              const struct bs_step *step)
{
    const struct bs_step *last = NULL;

    for (const struct bs_step *row = bs_lint_next_step(lint, NULL); row != NULL && row <= step;
         row = bs_lint_next_step(lint, row)) {
        if (bs_block(row->block)->is_irreversible &&
            (row == step || bs_lint_precedes(lint, row, step))) {
            last = row;
        }
    }
    return last;
}

/* As the core has it: what is behind the point of no return stays, unless it ran beside it. */
static bool is_out_of_reach(const struct bs_lint *lint, const struct bs_step *row,
                            const struct bs_step *no_return)
{
    return no_return != NULL && row <= no_return && !bs_lint_runs_beside(lint, row, no_return);
}

struct scope {
    uint32_t undone; /* Steps that a rollback takes back. */
    uint32_t staying;
    const struct bs_step *first_staying; /* The first that could be taken back and is not. */
};

static struct scope scope_of(const struct bs_lint *lint, const struct bs_step *failing)
{
    const struct bs_step *no_return = no_return_before(lint, failing);
    struct scope scope = {0, 0, NULL};

    for (const struct bs_step *row = bs_lint_next_step(lint, NULL); row != NULL;
         row = bs_lint_next_step(lint, row)) {
        const bool may_have_begun = row <= failing || bs_lint_runs_beside(lint, row, failing);

        if (row->undo == NULL || !may_have_begun) {
            continue;
        }
        if (is_out_of_reach(lint, row, no_return)) {
            scope.first_staying = scope.staying == 0 ? row : scope.first_staying;
            scope.staying++;
        } else {
            scope.undone++;
        }
    }
    return scope;
}

void bs_lint_rollback_without_undo(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next_step(lint, NULL);

    for (; step != NULL; step = bs_lint_next_step(lint, step)) {
        if (rolls_back(lint, step) && scope_of(lint, step).undone == 0) {
            bs_lint_at_step(lint, step,
                            "the policy of %s is rollback, but no step that it reaches has an "
                            "undo: all stays as it is, and the workflow ends",
                            step->id);
        }
    }
}

void bs_lint_rollback_stops_short(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next_step(lint, NULL);

    for (; step != NULL; step = bs_lint_next_step(lint, step)) {
        const struct scope scope = scope_of(lint, step);

        if (rolls_back(lint, step) && scope.staying > 0) {
            bs_lint_at_step(lint, step,
                            "the rollback of %s ends at %s, which cannot be taken back: %s%s done, "
                            "undo or not",
                            step->id, no_return_before(lint, step)->id, scope.first_staying->id,
                            scope.staying > 1 ? " and others stay" : " stays");
        }
    }
}
