/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/rows.h"

#include <string.h>

#include "base/assert.h"
#include "orchestrator/core/block.h"
#include "orchestrator/core/latch.h"
#include "orchestrator/core/mutant.h"
#include "orchestrator/core/task.h"
#include "orchestrator/core/watch.h"

static const struct bs_reason none = {{0}};

static const struct bs_workflow *workflow_of(const struct bs_core *core)
{
    return &core->plan->workflows[core->execution.workflow];
}

static uint32_t rows_end(const struct bs_core *core)
{
    return workflow_of(core)->step_first + workflow_of(core)->step_count;
}

static enum bs_step_state state_of(struct bs_core *core, uint32_t row)
{
    return bs_core_step_run(core, row)->state;
}

static uint32_t do_task(const struct bs_core *core, uint32_t step)
{
    return bs_core_task_number(core, BS_TASK_DO, step);
}

static struct bs_task_run *run_of(struct bs_core *core, uint32_t step)
{
    return bs_core_task(core, do_task(core, step));
}

bool bs_step_is_running(enum bs_step_state state)
{
    return state == BS_STEP_IN_PROGRESS || state == BS_STEP_PENDING_APPROVAL;
}

static bool has_failed(enum bs_step_state state)
{
    return state == BS_STEP_FAILED || state == BS_STEP_TIMED_OUT;
}

/* Whether the step has failed and the row after it, its alternative, stands for it. */
static bool has_deputy(struct bs_core *core, uint32_t row)
{
    const struct bs_step *step = &core->plan->steps[row];

    return step->shape == BS_SHAPE_STEP && step->descendants > 0 &&
           has_failed(state_of(core, row)) && state_of(core, row + 1) != BS_STEP_SKIPPED;
}

/* The row that stands for this one: itself, or the alternative of a failed step, or that one's. */
static uint32_t acting_row(struct bs_core *core, uint32_t row)
{
    while (has_deputy(core, row)) {
        row++;
    }
    return row;
}

static bool is_over(struct bs_core *core, uint32_t row)
{
    const enum bs_step_state state = state_of(core, acting_row(core, row));

    return state != BS_STEP_PENDING && !bs_step_is_running(state);
}

void bs_step_enter(struct bs_core *core, uint32_t step, enum bs_step_state state,
                   const struct bs_reason *reason, struct bs_effects *effects)
{
    struct bs_note *note = bs_effects_note(effects, BS_NOTE_STEP, step);
    struct bs_step_run *run = bs_core_step_run(core, step);

    BS_ASSERT(bs_step_may_become(run->state, state));
    run->state = state;
    note->execution = core->execution.number;
    note->workflow = core->execution.workflow;
    note->state.step = state;
    note->attempt = run_of(core, step)->attempt;
    note->reason = *reason;
}

/* ---- A step's failure ---- */

static const struct bs_failure_policy *policy_of(const struct bs_core *core, uint32_t step)
{
    const struct bs_step *row = &core->plan->steps[step];

    return workflow_of(core)->mode == BS_MODE_UNGRACEFUL ? &row->ungraceful : &row->policy;
}

enum bs_on_failure bs_rows_policy(const struct bs_core *core, uint32_t step)
{
    const struct bs_failure_policy *policy = policy_of(core, step);
    const enum bs_step_state state = bs_core_step_run((struct bs_core *)core, step)->state;

    return state == BS_STEP_TIMED_OUT ? policy->on_timeout : policy->on_failure;
}

/* Passing over a failed fence is a risk that somebody must have accepted; the report wants to know who. */
static void note_risk(struct bs_core *core, uint32_t step, const char *authority,
                      struct bs_effects *effects)
{
    struct bs_note *note = bs_effects_note(effects, BS_NOTE_RISK, step);

    note->execution = core->execution.number;
    note->workflow = core->execution.workflow;
    note->vantage = bs_watch_vantage(core, core->execution.trigger);
    note->detail = authority;
    note->reason = run_of(core, step)->reason;
}

static void pass_over(struct bs_core *core, uint32_t step, const char *authority,
                      struct bs_effects *effects)
{
    struct bs_reason reason = bs_reason_of("passed over");

    if (authority != NULL) {
        bs_reason_add(&reason, " on the authority of ");
        bs_reason_add(&reason, authority);
        if (core->plan->steps[step].block == BS_BLOCK_FENCE) {
            note_risk(core, step, authority, effects);
        }
    }
    core->execution.has_exceptions = true;
    bs_step_enter(core, step, BS_STEP_COMPLETED_WITH_EXCEPTIONS, &reason, effects);
}

/*
 * A fence that failed may leave an old primary that is alive. Nobody passes over it, whatever the plan or an
 * operator says, unless most of the sources that look see the failure.
 */
static bool may_pass_over(struct bs_core *core, uint32_t step)
{
    const struct bs_vantage vantage = bs_watch_vantage(core, core->execution.trigger);

    return core->plan->steps[step].block != BS_BLOCK_FENCE ||
           vantage.unhealthy > vantage.sources - vantage.unhealthy;
}

static void step_fail(struct bs_core *core, uint32_t step, enum bs_step_state state,
                      struct bs_effects *effects)
{
    const struct bs_reason reason = run_of(core, step)->reason;

    bs_step_enter(core, step, state, &reason, effects);
    if (core->plan->steps[step].descendants > 0) {
        core->execution.has_exceptions = true;
        return; /* Its alternative comes first. */
    }
    if ((bs_rows_policy(core, step) == BS_ON_FAILURE_CONTINUE && may_pass_over(core, step)) ||
        BS_MUTANT(CONTINUE_AFTER_FAILURE)) {
        pass_over(core, step, policy_of(core, step)->authority, effects);
    } else if (bs_rows_policy(core, step) == BS_ON_FAILURE_CONTINUE) {
        bs_reason_add(&run_of(core, step)->reason,
                      "; too few sources see the failure to pass over it");
    }
}

/* ---- A step's course ---- */

/*
 * Which Region serves is known by where clients are sent, not by the workflow's end. Until then another
 * orchestrator that takes over has to do it all again, and finds what was done already.
 */
static void notice_side(struct bs_core *core, uint32_t step)
{
    if (core->plan->steps[step].block == BS_BLOCK_CHANGE_DNS) {
        bs_core_moved(core);
    }
}

static void step_conclude(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    const struct bs_reason reason = run_of(core, step)->reason;
    const enum bs_lane_state outcome = bs_task_outcome(core, do_task(core, step));

    if (outcome == BS_LANE_FAILED) {
        step_fail(core, step, BS_STEP_FAILED, effects);
        return;
    }
    notice_side(core, step);
    if (outcome == BS_LANE_ACCEPTED) {
        core->execution.has_exceptions = true;
    }
    bs_step_enter(core, step,
                  outcome == BS_LANE_DONE ? BS_STEP_COMPLETED : BS_STEP_COMPLETED_WITH_EXCEPTIONS,
                  outcome == BS_LANE_DONE ? &none : &reason, effects);
}

/* From the moment it stops keeping them out, a released fence's latch must not put it up again. */
static bool release_latches(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    return core->plan->steps[step].block == BS_BLOCK_RELEASE_FENCE &&
           bs_latch_release(core, &core->plan->steps[step].parameters, effects);
}

static bool settle_step(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    const uint32_t task = do_task(core, step);
    const struct bs_task_run *run = run_of(core, step);
    const bool is_asking = bs_task_is_asking(core, task);

    if (release_latches(core, step, effects)) {
        return true;
    }
    if (bs_task_has_ended(core, task)) {
        step_conclude(core, step, effects);
        return true;
    }
    if (run->deadline.ns <= core->now.ns && !BS_MUTANT(FORGET_TIMEOUT)) {
        bs_task_say_late(core, task);
        step_fail(core, step, BS_STEP_TIMED_OUT, effects);
        return true;
    }
    if (is_asking && state_of(core, step) == BS_STEP_IN_PROGRESS) {
        bs_step_enter(core, step, BS_STEP_PENDING_APPROVAL, &none, effects); /* Until it ends. */
        return true;
    }
    return bs_task_settle(core, task, effects);
}

/* ---- Rows ---- */

static bool holds(struct bs_core *core, const struct bs_condition *condition)
{
    int32_t state;

    switch (condition->kind) {
    case BS_CONDITION_SOURCE:
        state = (int32_t)bs_core_source(core, condition->index)->state;
        break;
    case BS_CONDITION_STEP:
        state = (int32_t)state_of(core, condition->index);
        break;
    default:
        state = (int32_t)workflow_of(core)->mode;
        break;
    }
    return (state == condition->state) != condition->is_not;
}

static bool all_hold(struct bs_core *core, const struct bs_conditions *conditions)
{
    for (uint32_t i = 0; i < conditions->count; i++) {
        if (!holds(core, &conditions->items[i])) {
            return false;
        }
    }
    return true;
}

/* Skips a row; a group's steps are skipped one by one as they are come across. */
static void skip_row(struct bs_core *core, uint32_t row, struct bs_effects *effects)
{
    static const struct bs_reason reason = {"its condition does not hold"};

    if (core->plan->steps[row].shape != BS_SHAPE_STEP) {
        bs_core_step_run(core, row)->state = BS_STEP_SKIPPED;
        return;
    }
    bs_step_enter(core, row, BS_STEP_SKIPPED, &reason, effects);
}

static void start_row(struct bs_core *core, uint32_t row, struct bs_instant limit,
                      struct bs_effects *effects)
{
    const struct bs_step *step = &core->plan->steps[row];

    bs_task_start(core, do_task(core, row), step->timeout);
    run_of(core, row)->deadline = bs_instant_min(run_of(core, row)->deadline, limit);
    if (step->shape == BS_SHAPE_STEP) {
        bs_step_enter(core, row, BS_STEP_IN_PROGRESS, &none, effects);
    } else {
        bs_core_step_run(core, row)->state = BS_STEP_IN_PROGRESS;
    }
}

static bool settle_row(struct bs_core *core, uint32_t row, struct bs_instant limit,
                       struct bs_effects *effects);

/* What is left of a group that was skipped. */
static bool skip_children(struct bs_core *core, uint32_t group, struct bs_effects *effects)
{
    for (uint32_t row = group + 1; row < bs_plan_next(core->plan, group); row++) {
        if (state_of(core, row) == BS_STEP_PENDING) {
            skip_row(core, row, effects);
            return true;
        }
    }
    return false;
}

/* Whether a child of the group has failed, once none is left to be waited for. */
static bool is_group_over(struct bs_core *core, uint32_t group, bool *failed)
{
    const struct bs_plan *plan = core->plan;

    *failed = false;
    for (uint32_t row = group + 1; row < bs_plan_next(plan, group); row = bs_plan_next(plan, row)) {
        const bool over = is_over(core, row);

        *failed = *failed || (over && has_failed(state_of(core, acting_row(core, row))));
        if (!over && (plan->steps[group].shape == BS_SHAPE_PARALLEL || !*failed)) {
            return false;
        }
    }
    return true;
}

static bool settle_group(struct bs_core *core, uint32_t group, struct bs_effects *effects)
{
    const struct bs_plan *plan = core->plan;
    const struct bs_instant limit = run_of(core, group)->deadline;
    bool failed;

    if (is_group_over(core, group, &failed)) {
        bs_core_step_run(core, group)->state = failed ? BS_STEP_FAILED : BS_STEP_COMPLETED;
        return true;
    }
    for (uint32_t row = group + 1; row < bs_plan_next(plan, group); row = bs_plan_next(plan, row)) {
        if (settle_row(core, row, limit, effects)) {
            return true;
        }
        if (plan->steps[group].shape == BS_SHAPE_SEQUENCE && !is_over(core, row)) {
            return false;
        }
    }
    return false;
}

/* A fence's latches are set once when it has ended, whatever came of it; a later step may release them. */
static bool settle_latches(struct bs_core *core, uint32_t row, struct bs_effects *effects)
{
    struct bs_step_run *run = bs_core_step_run(core, row);

    if (!core->plan->steps[row].parameters.latch || run->has_latched ||
        (run->state != BS_STEP_COMPLETED && run->state != BS_STEP_COMPLETED_WITH_EXCEPTIONS)) {
        return false;
    }
    run->has_latched = !bs_latch_set(core, row, effects);
    return !run->has_latched;
}

/* Passing over waits for the alternative; if that was skipped, it is for this step after all. */
static bool settle_failed(struct bs_core *core, uint32_t row, struct bs_effects *effects)
{
    if (core->plan->steps[row].shape != BS_SHAPE_STEP ||
        bs_rows_policy(core, row) != BS_ON_FAILURE_CONTINUE || !may_pass_over(core, row)) {
        return false;
    }
    pass_over(core, row, policy_of(core, row)->authority, effects);
    return true;
}

static bool settle_row(struct bs_core *core, uint32_t row, struct bs_instant limit,
                       struct bs_effects *effects)
{
    const struct bs_step *step = &core->plan->steps[row];
    const uint32_t acting = acting_row(core, row);

    if (acting != row) {
        return settle_row(core, acting, limit, effects);
    }
    switch (state_of(core, row)) {
    case BS_STEP_PENDING:
        if (all_hold(core, &step->conditions)) {
            start_row(core, row, limit, effects);
        } else {
            skip_row(core, row, effects);
        }
        return true;
    case BS_STEP_IN_PROGRESS:
    case BS_STEP_PENDING_APPROVAL:
        return step->shape == BS_SHAPE_STEP ? settle_step(core, row, effects)
                                            : settle_group(core, row, effects);
    case BS_STEP_SKIPPED:
        return step->shape != BS_SHAPE_STEP && skip_children(core, row, effects);
    case BS_STEP_FAILED:
    case BS_STEP_TIMED_OUT:
        return settle_failed(core, row, effects);
    default:
        return settle_latches(core, row, effects);
    }
}

#ifdef BS_MUTANTS
static bool move_traffic_first(struct bs_core *core, struct bs_effects *effects)
{
    for (uint32_t i = workflow_of(core)->step_first; i < rows_end(core); i++) {
        if (BS_MUTANT(DNS_BEFORE_PROMOTE) && core->plan->steps[i].block == BS_BLOCK_CHANGE_DNS &&
            core->plan->steps[i].shape == BS_SHAPE_STEP && !is_over(core, i)) {
            return settle_row(core, i, core->execution.deadline, effects);
        }
    }
    return false;
}
#endif

bool bs_rows_settle(struct bs_core *core, struct bs_effects *effects)
{
    const uint32_t end = rows_end(core);

#ifdef BS_MUTANTS
    if (move_traffic_first(core, effects)) {
        return true;
    }
#endif

    for (uint32_t row = workflow_of(core)->step_first; row < end;
         row = bs_plan_next(core->plan, row)) {
        if (settle_row(core, row, core->execution.deadline, effects)) {
            return true;
        }
        if (!is_over(core, row) || has_failed(state_of(core, acting_row(core, row)))) {
            return false;
        }
    }
    return false;
}

/* ---- What has come of them ---- */

/* The failed step below `row` whose policy is severest, the first among equals; or BS_STEP_NONE. */
static uint32_t decisive_failure(struct bs_core *core, uint32_t row)
{
    uint32_t decisive = BS_STEP_NONE;

    for (uint32_t i = row; i < bs_plan_next(core->plan, row); i++) {
        if (core->plan->steps[i].shape != BS_SHAPE_STEP || !has_failed(state_of(core, i)) ||
            acting_row(core, i) != i) {
            continue;
        }
        if (decisive == BS_STEP_NONE || bs_rows_policy(core, i) > bs_rows_policy(core, decisive)) {
            decisive = i;
        }
    }
    return decisive;
}

enum bs_rows_state bs_rows_state(struct bs_core *core, uint32_t *failed)
{
    for (uint32_t row = workflow_of(core)->step_first; row < rows_end(core);
         row = bs_plan_next(core->plan, row)) {
        if (!is_over(core, row)) {
            return BS_ROWS_RUNNING;
        }
        if (has_failed(state_of(core, acting_row(core, row)))) {
            *failed = decisive_failure(core, row);
            BS_ASSERT(*failed != BS_STEP_NONE);
            return BS_ROWS_FAILED;
        }
    }
    return BS_ROWS_DONE;
}

/* Whether the failed step's alternative has done what it could not. */
static bool stands_in_well(struct bs_core *core, uint32_t row)
{
    const enum bs_step_state state = state_of(core, acting_row(core, row));

    return !has_failed(state) && state != BS_STEP_PENDING;
}

/* Backwards, so that an alternative is looked at only once it is settled whether it is tried again itself. */
void bs_rows_retry(struct bs_core *core)
{
    for (uint32_t i = rows_end(core); i > workflow_of(core)->step_first; i--) {
        struct bs_step_run *run = bs_core_step_run(core, i - 1);

        if (has_failed(run->state) && !stands_in_well(core, i - 1)) {
            memset(run, 0, sizeof(*run));
        }
    }
}

bool bs_rows_skip(struct bs_core *core, const char *authority, struct bs_effects *effects)
{
    for (uint32_t i = workflow_of(core)->step_first; i < rows_end(core); i++) {
        struct bs_step_run *run = bs_core_step_run(core, i);

        if (!has_failed(run->state) || acting_row(core, i) != i) {
            continue;
        }
        if (core->plan->steps[i].shape != BS_SHAPE_STEP) {
            run->state = BS_STEP_IN_PROGRESS; /* It concludes anew. */
        } else if (may_pass_over(core, i)) {
            pass_over(core, i, authority, effects);
            return true;
        }
    }
    return false;
}

bool bs_rows_cancel(struct bs_core *core, struct bs_effects *effects)
{
    for (uint32_t i = workflow_of(core)->step_first; i < rows_end(core); i++) {
        const enum bs_step_state state = state_of(core, i);

        if (core->plan->steps[i].shape == BS_SHAPE_STEP &&
            (bs_step_is_running(state) || state == BS_STEP_ROLLING_BACK)) {
            bs_task_forget(core, do_task(core, i));
            bs_task_forget(core, bs_core_task_number(core, BS_TASK_UNDO, i));
            bs_step_enter(core, i, BS_STEP_CANCELED, &core->execution.ending_reason, effects);
            return true;
        }
    }
    return false;
}

uint32_t bs_rows_asking(struct bs_core *core)
{
    for (uint32_t i = workflow_of(core)->step_first; i < rows_end(core); i++) {
        if (state_of(core, i) == BS_STEP_PENDING_APPROVAL) {
            return i;
        }
    }
    return BS_STEP_NONE;
}

struct bs_instant bs_rows_wake_at(struct bs_core *core)
{
    struct bs_instant at = BS_INSTANT_NEVER;

    for (uint32_t i = workflow_of(core)->step_first; i < rows_end(core); i++) {
        if (core->plan->steps[i].shape == BS_SHAPE_STEP && bs_step_is_running(state_of(core, i))) {
            at = bs_instant_min(at, bs_task_wake_at(core, do_task(core, i)));
        }
    }
    return at;
}
