/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/execution.h"

#include <string.h>

#include "base/assert.h"
#include "orchestrator/core/lease.h"
#include "orchestrator/core/mutant.h"
#include "orchestrator/core/rollback.h"
#include "orchestrator/core/rows.h"
#include "orchestrator/core/task.h"

static const struct bs_reason none = {{0}};

static const struct bs_workflow *workflow_of(const struct bs_core *core)
{
    return &core->plan->workflows[core->execution.workflow];
}

bool bs_execution_is_open(const struct bs_core *core)
{
    return !bs_execution_state_is_final(core->execution.state);
}

void bs_execution_enter(struct bs_core *core, enum bs_execution_state state,
                        const struct bs_reason *reason, struct bs_effects *effects)
{
    struct bs_note *note = bs_effects_note(effects, BS_NOTE_EXECUTION, 0);

    BS_ASSERT(bs_execution_may_become(core->execution.state, state));
    core->execution.state = state;
    if (bs_execution_state_is_final(state)) {
        bs_core_reckon_with_late_calls(core);
    }
    note->execution = core->execution.number;
    note->workflow = core->execution.workflow;
    note->state.execution = state;
    note->reason = *reason;
}

/* Steps and tasks as if nothing had been done yet; latches stay. */
static void forget_steps(struct bs_core *core)
{
    for (uint32_t i = 0; i < core->plan->step_count; i++) {
        memset(bs_core_step_run(core, i), 0, sizeof(struct bs_step_run));
        bs_task_forget(core, bs_core_task_number(core, BS_TASK_DO, i));
        bs_task_forget(core, bs_core_task_number(core, BS_TASK_UNDO, i));
    }
}

void bs_execution_start(struct bs_core *core, uint32_t workflow, uint32_t trigger,
                        struct bs_effects *effects)
{
    const struct bs_duration timeout = core->plan->workflows[workflow].timeout;
    struct bs_reason reason = bs_reason_of(core->plan->triggers[trigger].id);

    BS_ASSERT(!bs_execution_is_open(core));
    forget_steps(core);
    core->execution = (struct bs_execution_run){
        .number = core->execution.number + 1,
        .state = core->execution.state,
        .workflow = workflow,
        .trigger = trigger,
        .deadline = timeout.ns == BS_DURATION_UNKNOWN.ns ? BS_INSTANT_NEVER
                                                         : bs_instant_add(core->now, timeout)};
    if (core->plan->triggers[trigger].source != BS_SOURCE_NONE) {
        bs_reason_add(&reason, " confirmed");
    }
    bs_execution_enter(core, BS_EXECUTION_IN_PROGRESS, &reason, effects);
}

void bs_execution_give_up(struct bs_core *core, enum bs_execution_state state, const char *why)
{
    if (!bs_execution_is_open(core) || core->execution.phase == BS_EXECUTION_ENDING) {
        return;
    }
    core->execution.phase = BS_EXECUTION_ENDING;
    core->execution.pause = BS_PAUSE_NONE;
    core->execution.ending = state;
    core->execution.ending_reason = bs_reason_of(why);
}

/* ---- Pauses ---- */

static void pause_for(struct bs_core *core, enum bs_pause pause, const struct bs_reason *reason,
                      struct bs_effects *effects)
{
    const uint32_t question = bs_core_own_task_number(
        core, pause == BS_PAUSE_LEASE ? BS_OWN_TASK_UNLEASED : BS_OWN_TASK_FAILED_STEP);

    core->execution.pause = pause;
    core->execution.paused_at = core->now;
    core->execution.pauses++;
    bs_task_start(core, question, BS_DURATION_UNKNOWN);
    bs_execution_enter(core,
                       pause == BS_PAUSE_OPERATOR ? BS_EXECUTION_PAUSED_BY_OPERATOR
                                                  : BS_EXECUTION_PAUSED_BY_FAILED_STEP,
                       reason, effects);
}

static void go_on(struct bs_core *core, const char *why, struct bs_effects *effects)
{
    const struct bs_reason reason = bs_reason_of(why);

    bs_execution_postpone(core, bs_duration_between(core->execution.paused_at, core->now));
    core->execution.pause = BS_PAUSE_NONE;
    bs_execution_enter(core, BS_EXECUTION_IN_PROGRESS, &reason, effects);
}

static bool is_running(const struct bs_core *core)
{
    return bs_execution_is_open(core) && core->execution.pause == BS_PAUSE_NONE &&
           core->execution.phase != BS_EXECUTION_ENDING;
}

void bs_execution_pause(struct bs_core *core, struct bs_effects *effects)
{
    const struct bs_reason reason = bs_reason_of("an operator said so");

    if (is_running(core)) {
        pause_for(core, BS_PAUSE_OPERATOR, &reason, effects);
    }
}

void bs_execution_resume(struct bs_core *core, struct bs_effects *effects)
{
    if (core->execution.pause == BS_PAUSE_OPERATOR) {
        go_on(core, "an operator said so", effects);
    }
}

void bs_execution_cancel(struct bs_core *core, struct bs_effects *effects)
{
    (void)effects;
    bs_execution_give_up(core, BS_EXECUTION_CANCELED, "an operator said so");
}

static bool stands_for_failure(const struct bs_core *core)
{
    return core->execution.pause == BS_PAUSE_FAILED_STEP;
}

void bs_execution_retry(struct bs_core *core, struct bs_effects *effects)
{
    if (!stands_for_failure(core)) {
        return;
    }
    go_on(core, "an operator wants it tried again", effects);
    if (core->execution.phase == BS_EXECUTION_BACKWARD) {
        bs_rollback_retry(core, core->execution.failed);
    } else {
        bs_core_reckon_with_late_calls(core); /* The first try's may still be on their way. */
        bs_rows_retry(core);
    }
}

void bs_execution_skip(struct bs_core *core, struct bs_effects *effects)
{
    const struct bs_plan_resource *role = core->plan->operator_role;

    if (!stands_for_failure(core)) {
        return;
    }
    if (core->execution.phase == BS_EXECUTION_BACKWARD) {
        bs_rollback_leave(core, core->execution.failed);
        go_on(core, "an operator leaves it as it is", effects);
    } else if (bs_rows_skip(core, role != NULL ? role->id : "operator", effects)) {
        core->execution.is_skipping = true; /* The others are skipped before it goes on. */
    } else {
        go_on(core, "what an operator wants skipped may not be", effects); /* And stands again. */
    }
}

/* ---- The course ---- */

static struct bs_reason step_reason(struct bs_core *core, uint32_t step)
{
    struct bs_reason reason = bs_reason_of("step ");
    const bool is_undo = bs_core_step_run(core, step)->has_failed_undo;
    const uint32_t task = bs_core_task_number(core, is_undo ? BS_TASK_UNDO : BS_TASK_DO, step);

    bs_reason_add(&reason, core->plan->steps[step].id);
    bs_reason_add(&reason, " ");
    bs_reason_add(&reason, bs_step_state_name(bs_core_step_run(core, step)->state));
    bs_reason_add(&reason, is_undo ? ": could not be undone: " : ": ");
    bs_reason_add(&reason, bs_core_task(core, task)->reason.text);
    return reason;
}

static void fail(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    const struct bs_reason reason = step_reason(core, step);
    enum bs_on_failure policy = bs_rows_policy(core, step);

    if (policy == BS_ON_FAILURE_ROLLBACK && BS_MUTANT(NO_ROLLBACK)) {
        policy = BS_ON_FAILURE_ABORT;
    }
    core->execution.failed = step;
    switch (policy) {
    case BS_ON_FAILURE_ABORT:
        bs_execution_enter(core, BS_EXECUTION_FAILED, &reason, effects);
        return;
    case BS_ON_FAILURE_ROLLBACK:
        core->execution.phase = BS_EXECUTION_BACKWARD;
        core->execution.ending_reason = reason;
        return;
    default:
        pause_for(core, BS_PAUSE_FAILED_STEP, &reason, effects);
        return;
    }
}

static void complete(struct bs_core *core, struct bs_effects *effects)
{
    static const struct bs_reason exceptions = {"at least one step was passed over or accepted"};

    bs_core_moved(core);
    if (core->execution.has_exceptions) {
        bs_execution_enter(core, BS_EXECUTION_COMPLETED_WITH_EXCEPTIONS, &exceptions, effects);
    } else {
        bs_execution_enter(core, BS_EXECUTION_COMPLETED, &none, effects);
    }
}

static bool are_sources_healthy(struct bs_core *core)
{
    const struct bs_workflow *workflow = workflow_of(core);

    for (uint32_t i = 0; i < workflow->healthy_count; i++) {
        if (bs_core_source(core, workflow->healthy[i])->state != BS_SOURCE_HEALTHY) {
            return false;
        }
    }
    return true;
}

/* All steps are done; what remains is that the world agrees. */
static bool finish(struct bs_core *core, struct bs_effects *effects)
{
    if (are_sources_healthy(core)) {
        complete(core, effects);
        return true;
    }
    if (core->execution.state != BS_EXECUTION_MONITORING_HEALTH) {
        core->execution.healthy_by = bs_instant_add(core->now, workflow_of(core)->healthy_within);
        bs_execution_enter(core, BS_EXECUTION_MONITORING_HEALTH, &none, effects);
        return true;
    }
    if (core->execution.healthy_by.ns <= core->now.ns) {
        const struct bs_reason reason = bs_reason_of("not healthy in time");

        bs_execution_enter(core, BS_EXECUTION_COMPLETED_WITH_EXCEPTIONS, &reason, effects);
        return true;
    }
    return false;
}

/* Which step waits for a person, and for how long at most. */
static struct bs_reason say_who_asks(struct bs_core *core, uint32_t step)
{
    const uint32_t task = bs_core_task_number(core, BS_TASK_DO, step);
    struct bs_reason reason = bs_reason_of("step ");

    bs_reason_add(&reason, core->plan->steps[step].id);
    bs_reason_add(&reason, " waits for an approval, for ");
    bs_reason_add_span(&reason, bs_duration_between(core->now, bs_core_task(core, task)->deadline));
    bs_reason_add(&reason, " at most");
    return reason;
}

/* Whether people are waited for is the execution's state too: it ends before any other step begins, .. */
static bool leave_approval(struct bs_core *core, struct bs_effects *effects)
{
    if (core->execution.state != BS_EXECUTION_PENDING_APPROVAL ||
        bs_rows_asking(core) != BS_STEP_NONE) {
        return false;
    }
    bs_execution_enter(core, BS_EXECUTION_IN_PROGRESS, &none, effects);
    return true;
}

/* .. and begins when all that stand beside the step that asks have begun. */
static bool enter_approval(struct bs_core *core, struct bs_effects *effects)
{
    const uint32_t asking = bs_rows_asking(core);
    struct bs_reason reason;

    if (asking == BS_STEP_NONE || core->execution.state != BS_EXECUTION_IN_PROGRESS) {
        return false;
    }
    reason = say_who_asks(core, asking);
    bs_execution_enter(core, BS_EXECUTION_PENDING_APPROVAL, &reason, effects);
    return true;
}

static bool settle_forward(struct bs_core *core, struct bs_effects *effects)
{
    uint32_t failed = BS_STEP_NONE;

    if (leave_approval(core, effects) || bs_rows_settle(core, effects) ||
        enter_approval(core, effects)) {
        return true;
    }
    switch (bs_rows_state(core, &failed)) {
    case BS_ROWS_DONE:
        return finish(core, effects);
    case BS_ROWS_FAILED:
        fail(core, failed, effects);
        return true;
    default:
        return false;
    }
}

static bool settle_backward(struct bs_core *core, struct bs_effects *effects)
{
    uint32_t failed = BS_STEP_NONE;
    struct bs_reason reason;

    switch (bs_rollback_state(core, &failed)) {
    case BS_ROLLBACK_DONE:
        if (!bs_rollback_leaves_moved(core) && workflow_of(core)->from != BS_SIDE_NONE) {
            core->side = workflow_of(core)->from;
            bs_lease_memo_changed(core);
        }
        bs_execution_enter(core, BS_EXECUTION_ROLLED_BACK, &core->execution.ending_reason, effects);
        return true;
    case BS_ROLLBACK_FAILED:
        core->execution.failed = failed;
        reason = step_reason(core, failed);
        pause_for(core, BS_PAUSE_FAILED_STEP, &reason, effects);
        return true;
    default:
        return bs_rollback_settle(core, effects);
    }
}

static bool settle_ending(struct bs_core *core, struct bs_effects *effects)
{
    if (!bs_rows_cancel(core, effects)) {
        bs_execution_enter(core, core->execution.ending, &core->execution.ending_reason, effects);
    }
    return true;
}

/* What the operator decides about the step that it stands for. */
static bool settle_question(struct bs_core *core, struct bs_effects *effects)
{
    const uint32_t task = bs_core_own_task_number(core, BS_OWN_TASK_FAILED_STEP);

    if (core->plan->operator_role == NULL || core->execution.pause != BS_PAUSE_FAILED_STEP) {
        return false;
    }
    if (!bs_task_has_ended(core, task)) {
        return bs_task_settle(core, task, effects);
    }
    if (!bs_lease_is_held(core)) {
        return false; /* Not ours to go on with; the answer keeps. */
    }
    switch (bs_core_lane(core, bs_core_task(core, task)->lane_first)->memory.change) {
    case BS_STATE_RETRY:
        bs_execution_retry(core, effects);
        return true;
    case BS_STATE_SKIP:
        bs_execution_skip(core, effects);
        return true;
    case BS_STATE_CANCEL:
    case BS_STATE_DECLINED:
        bs_execution_cancel(core, effects);
        return true;
    default:
        return false; /* They could not be asked: it stands until an order comes. */
    }
}

static bool settle_skipping(struct bs_core *core, struct bs_effects *effects)
{
    const struct bs_plan_resource *role = core->plan->operator_role;

    if (!bs_rows_skip(core, role != NULL ? role->id : "operator", effects)) {
        core->execution.is_skipping = false;
        go_on(core, "an operator skips what failed", effects);
    }
    return true;
}

/* Without its lease it stands still; with it, it goes on. */
static bool settle_lease(struct bs_core *core, struct bs_effects *effects)
{
    static const struct bs_reason reason = {"safe stop: the lease could not be renewed"};
    const bool is_held = bs_lease_is_held(core);

    if (!is_held && is_running(core)) {
        pause_for(core, BS_PAUSE_LEASE, &reason, effects);
        return true;
    }
    if (is_held && core->execution.pause == BS_PAUSE_LEASE) {
        go_on(core,
              core->lease.is_unleased ? "without a lease, on an operator's word"
                                      : "the lease is held again",
              effects);
        return true;
    }
    return false;
}

static bool settle_deadline(struct bs_core *core)
{
    if (core->execution.deadline.ns > core->now.ns || !is_running(core)) {
        return false;
    }
    bs_execution_give_up(core, BS_EXECUTION_TIMED_OUT, "the workflow's timeout has passed");
    return true;
}

bool bs_execution_settle(struct bs_core *core, struct bs_effects *effects)
{
    if (!bs_execution_is_open(core)) {
        return false;
    }
    if (settle_deadline(core) || settle_lease(core, effects)) {
        return true;
    }
    if (core->execution.phase == BS_EXECUTION_ENDING) {
        return settle_ending(core, effects);
    }
    if (core->execution.is_skipping) {
        return settle_skipping(core, effects);
    }
    if (core->execution.pause != BS_PAUSE_NONE) {
        return settle_question(core, effects);
    }
    return core->execution.phase == BS_EXECUTION_BACKWARD ? settle_backward(core, effects)
                                                          : settle_forward(core, effects);
}

struct bs_instant bs_execution_wake_at(struct bs_core *core)
{
    struct bs_instant at = core->execution.deadline;

    if (!bs_execution_is_open(core)) {
        return BS_INSTANT_NEVER;
    }
    if (core->execution.pause != BS_PAUSE_NONE) {
        const uint32_t task = bs_core_own_task_number(core, BS_OWN_TASK_FAILED_STEP);

        return stands_for_failure(core) && core->plan->operator_role != NULL
                   ? bs_task_wake_at(core, task)
                   : BS_INSTANT_NEVER;
    }
    if (core->execution.phase == BS_EXECUTION_BACKWARD) {
        return bs_instant_min(at, bs_rollback_wake_at(core));
    }
    if (core->execution.state == BS_EXECUTION_MONITORING_HEALTH) {
        at = bs_instant_min(at, core->execution.healthy_by);
    }
    return bs_instant_min(at, bs_rows_wake_at(core));
}

static void postpone(struct bs_core *core, enum bs_task_role role, uint32_t step,
                     struct bs_duration by)
{
    struct bs_task_run *run = bs_core_task(core, bs_core_task_number(core, role, step));

    if (run->deadline.ns != BS_INSTANT_NEVER.ns) {
        run->deadline = bs_instant_add(run->deadline, by);
    }
}

void bs_execution_postpone(struct bs_core *core, struct bs_duration by)
{
    if (!bs_execution_is_open(core)) {
        return;
    }
    for (uint32_t i = 0; i < core->plan->step_count; i++) {
        const enum bs_step_state state = bs_core_step_run(core, i)->state;

        if (bs_step_is_running(state)) {
            postpone(core, BS_TASK_DO, i, by);
        } else if (state == BS_STEP_ROLLING_BACK) {
            postpone(core, BS_TASK_UNDO, i, by);
        }
    }
    if (core->execution.deadline.ns != BS_INSTANT_NEVER.ns) {
        core->execution.deadline = bs_instant_add(core->execution.deadline, by);
    }
}
