/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/execution.h"

#include "base/assert.h"
#include "orchestrator/core/block.h"
#include "orchestrator/core/lane.h"
#include "orchestrator/core/watch.h"

/* The rows that run now: a group's children, or the one step at the cursor. */
struct rows {
    uint32_t first;
    uint32_t count;
};

static struct rows current_rows(const struct bs_core *core)
{
    const struct bs_step *step = &core->plan->steps[core->execution.cursor];

    if (step->child_count > 0) {
        return (struct rows){core->execution.cursor + 1, step->child_count};
    }
    return (struct rows){core->execution.cursor, 1};
}

static const struct bs_workflow *workflow_of(const struct bs_core *core)
{
    return &core->plan->workflows[core->execution.workflow];
}

static const struct bs_failure_policy *policy_of(const struct bs_core *core, uint32_t step)
{
    const struct bs_step *row = &core->plan->steps[step];

    return workflow_of(core)->mode == BS_MODE_UNGRACEFUL ? &row->ungraceful : &row->policy;
}

/* The one place where an execution changes its state. */
static void execution_enter(struct bs_core *core, enum bs_execution_state state,
                            const struct bs_reason *reason, struct bs_effects *effects)
{
    struct bs_note *note = bs_effects_note(effects, BS_NOTE_EXECUTION, 0);

    core->execution.state = state;
    note->execution = core->execution.number;
    note->workflow = core->execution.workflow;
    note->state.execution = state;
    note->reason = *reason;
}

/* The one place where a step changes its state. */
static void step_enter(struct bs_core *core, uint32_t step, enum bs_step_state state,
                       const struct bs_reason *reason, struct bs_effects *effects)
{
    struct bs_note *note = bs_effects_note(effects, BS_NOTE_STEP, step);
    struct bs_step_run *run = bs_core_step_run(core, step);

    run->state = state;
    note->execution = core->execution.number;
    note->workflow = core->execution.workflow;
    note->state.step = state;
    note->attempt = run->attempt;
    note->reason = *reason;
}

void bs_execution_start(struct bs_core *core, uint32_t workflow, uint32_t trigger,
                        struct bs_effects *effects)
{
    struct bs_reason reason = bs_reason_of(core->plan->triggers[trigger].id);

    BS_ASSERT(core->execution.state == BS_EXECUTION_PENDING);
    core->execution.number++;
    core->execution.workflow = workflow;
    core->execution.trigger = trigger;
    core->execution.cursor = core->plan->workflows[workflow].step_first;
    bs_reason_add(&reason, " confirmed");
    execution_enter(core, BS_EXECUTION_IN_PROGRESS, &reason, effects);
}

static void step_start(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    static const struct bs_reason none = {{0}};
    struct bs_step_run *run = bs_core_step_run(core, step);

    run->started_at = core->now;
    run->deadline = bs_instant_add(core->now, core->plan->steps[step].timeout);
    run->attempt = 1;
    step_enter(core, step, BS_STEP_IN_PROGRESS, &none, effects);
}

static bool is_over(const struct bs_step_run *run)
{
    return run->state != BS_STEP_PENDING && run->state != BS_STEP_IN_PROGRESS;
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
    note->reason = bs_core_step_run(core, step)->reason;
}

static void pass_over(struct bs_core *core, uint32_t step, const struct bs_failure_policy *policy,
                      struct bs_effects *effects)
{
    struct bs_reason reason = bs_reason_of("passed over");

    if (policy->authority != NULL) {
        bs_reason_add(&reason, " on the authority of ");
        bs_reason_add(&reason, policy->authority);
        if (bs_block_fences(core->plan->steps[step].block)) {
            note_risk(core, step, policy->authority, effects);
        }
    }
    core->execution.has_exceptions = true;
    step_enter(core, step, BS_STEP_COMPLETED_WITH_EXCEPTIONS, &reason, effects);
}

static void step_fail(struct bs_core *core, uint32_t step, enum bs_step_state state,
                      struct bs_effects *effects)
{
    const struct bs_failure_policy *policy = policy_of(core, step);
    const struct bs_reason reason = bs_core_step_run(core, step)->reason;

    step_enter(core, step, state, &reason, effects);
    if (policy->on_failure == BS_ON_FAILURE_CONTINUE) {
        pass_over(core, step, policy, effects);
    }
}

static void step_time_out(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    struct bs_step_run *run = bs_core_step_run(core, step);
    struct bs_reason reason = bs_reason_of("not done within ");

    bs_reason_add_span(&reason, core->plan->steps[step].timeout);
    if (run->reason.text[0] != '\0') {
        bs_reason_add(&reason, "; ");
        bs_reason_add(&reason, run->reason.text);
    }
    run->reason = reason;
    step_fail(core, step, BS_STEP_TIMED_OUT, effects);
}

static void step_conclude(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    static const struct bs_reason none = {{0}};
    const struct bs_step_run *run = bs_core_step_run(core, step);
    enum bs_lane_state worst = BS_LANE_DONE;

    for (uint32_t i = 0; i < run->lane_count; i++) {
        enum bs_lane_state state = bs_core_lane(core, run->lane_first + i)->state;

        worst = state > worst ? state : worst;
    }
    if (worst == BS_LANE_DONE) {
        step_enter(core, step, BS_STEP_COMPLETED, &none, effects);
    } else if (worst == BS_LANE_ACCEPTED) {
        const struct bs_reason reason = run->reason;

        core->execution.has_exceptions = true;
        step_enter(core, step, BS_STEP_COMPLETED_WITH_EXCEPTIONS, &reason, effects);
    } else {
        step_fail(core, step, BS_STEP_FAILED, effects);
    }
}

static bool settle_lanes(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    const struct bs_step_run *run = bs_core_step_run(core, step);

    for (uint32_t i = 0; i < run->lane_count; i++) {
        if (bs_core_lane(core, run->lane_first + i)->state == BS_LANE_IDLE) {
            bs_lane_start(core, step, i, effects);
            return true;
        }
        if (bs_lane_settle(core, step, i, effects)) {
            return true;
        }
    }
    return false;
}

static bool settle_step(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    const struct bs_step_run *run = bs_core_step_run(core, step);
    bool have_ended = true;

    if (run->state == BS_STEP_PENDING) {
        step_start(core, step, effects);
        return true;
    }
    if (is_over(run)) {
        return false;
    }
    for (uint32_t i = 0; i < run->lane_count; i++) {
        have_ended = have_ended && bs_lane_has_ended(bs_core_lane(core, run->lane_first + i));
    }
    if (have_ended) {
        step_conclude(core, step, effects);
        return true;
    }
    if (run->deadline.ns <= core->now.ns) {
        step_time_out(core, step, effects);
        return true;
    }
    return settle_lanes(core, step, effects);
}

static void execution_complete(struct bs_core *core, struct bs_effects *effects)
{
    static const struct bs_reason none = {{0}};
    static const struct bs_reason exceptions = {"at least one step was passed over or accepted"};

    if (core->execution.has_exceptions) {
        execution_enter(core, BS_EXECUTION_COMPLETED_WITH_EXCEPTIONS, &exceptions, effects);
    } else {
        execution_enter(core, BS_EXECUTION_COMPLETED, &none, effects);
    }
}

/* Ends the execution for a failed step, or stands until a person decides. */
static void execution_stop(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    struct bs_reason reason = bs_reason_of("step ");

    bs_reason_add(&reason, core->plan->steps[step].id);
    bs_reason_add(&reason, " ");
    bs_reason_add(&reason, bs_step_state_name(bs_core_step_run(core, step)->state));
    bs_reason_add(&reason, ": ");
    bs_reason_add(&reason, bs_core_step_run(core, step)->reason.text);
    execution_enter(core,
                    policy_of(core, step)->on_failure == BS_ON_FAILURE_ABORT
                        ? BS_EXECUTION_FAILED
                        : BS_EXECUTION_PAUSED_BY_FAILED_STEP,
                    &reason, effects);
}

static bool has_failed(struct bs_core *core, uint32_t step)
{
    enum bs_step_state state = bs_core_step_run(core, step)->state;

    return state == BS_STEP_FAILED || state == BS_STEP_TIMED_OUT;
}

/* The failed row whose policy is severest, the first among equals; `count` if none failed. */
static uint32_t decisive_failure(struct bs_core *core, struct rows rows)
{
    uint32_t decisive = rows.count;

    for (uint32_t i = 0; i < rows.count; i++) {
        if (!has_failed(core, rows.first + i)) {
            continue;
        }
        if (policy_of(core, rows.first + i)->on_failure == BS_ON_FAILURE_ABORT) {
            return i;
        }
        decisive = decisive == rows.count ? i : decisive;
    }
    return decisive;
}

static void move_on(struct bs_core *core, struct rows rows, struct bs_effects *effects)
{
    const struct bs_workflow *workflow = workflow_of(core);
    uint32_t failure = decisive_failure(core, rows);

    if (failure < rows.count) {
        execution_stop(core, rows.first + failure, effects);
        return;
    }
    core->execution.cursor = rows.first + rows.count;
    if (core->execution.cursor == workflow->step_first + workflow->step_count) {
        execution_complete(core, effects);
    }
}

bool bs_execution_settle(struct bs_core *core, struct bs_effects *effects)
{
    struct rows rows;
    bool are_over = true;

    if (core->execution.state != BS_EXECUTION_IN_PROGRESS) {
        return false;
    }
    rows = current_rows(core);
    for (uint32_t i = 0; i < rows.count; i++) {
        if (settle_step(core, rows.first + i, effects)) {
            return true;
        }
        are_over = are_over && is_over(bs_core_step_run(core, rows.first + i));
    }
    if (are_over) {
        move_on(core, rows, effects);
    }
    return are_over;
}

static struct bs_instant step_wake_at(struct bs_core *core, const struct bs_step_run *run)
{
    struct bs_instant at = run->deadline;

    for (uint32_t i = 0; i < run->lane_count; i++) {
        const struct bs_lane *lane = bs_core_lane(core, run->lane_first + i);

        if (lane->state == BS_LANE_BACKING_OFF || lane->state == BS_LANE_WAITING) {
            at = bs_instant_min(at, lane->wake_at);
        }
    }
    return at;
}

struct bs_instant bs_execution_wake_at(struct bs_core *core)
{
    struct bs_instant at = BS_INSTANT_NEVER;
    struct rows rows;

    if (core->execution.state != BS_EXECUTION_IN_PROGRESS) {
        return at;
    }
    rows = current_rows(core);
    for (uint32_t i = 0; i < rows.count; i++) {
        const struct bs_step_run *run = bs_core_step_run(core, rows.first + i);

        if (run->state == BS_STEP_IN_PROGRESS) {
            at = bs_instant_min(at, step_wake_at(core, run));
        }
    }
    return at;
}

void bs_execution_postpone(struct bs_core *core, struct bs_duration by)
{
    for (uint32_t i = 0; i < core->plan->step_count; i++) {
        struct bs_step_run *run = bs_core_step_run(core, i);

        if (run->state == BS_STEP_IN_PROGRESS) {
            run->deadline = bs_instant_add(run->deadline, by);
        }
    }
}
