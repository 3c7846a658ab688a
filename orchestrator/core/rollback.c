/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/rollback.h"

#include "base/assert.h"
#include "orchestrator/core/block.h"
#include "orchestrator/core/latch.h"
#include "orchestrator/core/mutant.h"
#include "orchestrator/core/rows.h"
#include "orchestrator/core/task.h"

static const struct bs_workflow *workflow_of(const struct bs_core *core)
{
    return &core->plan->workflows[core->execution.workflow];
}

static uint32_t undo_task(const struct bs_core *core, uint32_t step)
{
    return bs_core_task_number(core, BS_TASK_UNDO, step);
}

static bool has_begun(struct bs_core *core, uint32_t step)
{
    const enum bs_step_state state = bs_core_step_run(core, step)->state;

    return core->plan->steps[step].shape == BS_SHAPE_STEP &&
           ((state != BS_STEP_PENDING && state != BS_STEP_SKIPPED) || BS_MUTANT(UNDO_UNDONE));
}

/* The last irreversible step that has begun, or BS_STEP_NONE. */
static uint32_t point_of_no_return(struct bs_core *core)
{
    const struct bs_workflow *workflow = workflow_of(core);

    for (uint32_t i = workflow->step_count; i > 0; i--) {
        const uint32_t step = workflow->step_first + i - 1;

        if (has_begun(core, step) && bs_block(core->plan->steps[step].block)->is_irreversible) {
            return BS_MUTANT(UNDO_ACROSS_PROMOTE) ? BS_STEP_NONE : step;
        }
    }
    return BS_STEP_NONE;
}

bool bs_rollback_leaves_moved(struct bs_core *core)
{
    const struct bs_workflow *workflow = workflow_of(core);

    for (uint32_t i = 0; i < workflow->step_count; i++) {
        const uint32_t step = workflow->step_first + i;
        const enum bs_step_state state = bs_core_step_run(core, step)->state;

        if (core->plan->steps[step].shape == BS_SHAPE_STEP &&
            core->plan->steps[step].block == BS_BLOCK_CHANGE_DNS &&
            (state == BS_STEP_COMPLETED || state == BS_STEP_COMPLETED_WITH_EXCEPTIONS)) {
            return true;
        }
    }
    return false;
}

/* Whether the innermost group that holds both rows runs them at once. */
static bool run_beside(const struct bs_core *core, uint32_t a, uint32_t b)
{
    const struct bs_plan *plan = core->plan;
    enum bs_shape shape = BS_SHAPE_SEQUENCE; /* The workflow itself. */

    for (uint32_t row = workflow_of(core)->step_first; row < a; row++) {
        if (plan->steps[row].shape != BS_SHAPE_STEP && bs_plan_next(plan, row) > a &&
            bs_plan_next(plan, row) > b) {
            shape = plan->steps[row].shape;
        }
    }
    return shape == BS_SHAPE_PARALLEL;
}

static bool is_to_be_undone(struct bs_core *core, uint32_t step, uint32_t no_return)
{
    if (core->plan->steps[step].undo == NULL || !has_begun(core, step) ||
        bs_core_step_run(core, step)->is_undone) {
        return false;
    }
    return no_return == BS_STEP_NONE || step > no_return || run_beside(core, step, no_return);
}

/* The step that is being undone, or whose turn is next; BS_STEP_NONE if all is done. */
static uint32_t next_step(struct bs_core *core)
{
    const struct bs_workflow *workflow = workflow_of(core);
    const uint32_t no_return = point_of_no_return(core);

    for (uint32_t i = workflow->step_count; i > 0; i--) {
        const uint32_t step = workflow->step_first + i - 1;

        if (is_to_be_undone(core, step, no_return)) {
            return step;
        }
    }
    return BS_STEP_NONE;
}

static void begin(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    static const struct bs_reason none = {{0}};

    bs_task_start(core, undo_task(core, step), core->plan->steps[step].timeout);
    bs_step_enter(core, step, BS_STEP_ROLLING_BACK, &none, effects);
}

static void fail(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    struct bs_reason reason = bs_reason_of("could not be undone: ");

    bs_reason_add(&reason, bs_core_task(core, undo_task(core, step))->reason.text);
    bs_task_forget(core, undo_task(core, step));
    bs_core_step_run(core, step)->has_failed_undo = true;
    bs_step_enter(core, step, BS_STEP_FAILED, &reason, effects);
}

static void conclude(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    static const struct bs_reason none = {{0}};

    if (bs_task_outcome(core, undo_task(core, step)) == BS_LANE_FAILED) {
        fail(core, step, effects);
        return;
    }
    bs_core_step_run(core, step)->is_undone = true;
    bs_step_enter(core, step, BS_STEP_ROLLED_BACK, &none, effects);
}

/* A fence that is taken back must not be put up again by its own latch. */
static bool release_latches(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    const struct bs_undo *undo = core->plan->steps[step].undo;

    return undo->block == BS_BLOCK_RELEASE_FENCE &&
           bs_latch_release(core, &undo->parameters, effects);
}

/* What was latched before it was released is latched again, once its fence is back. */
static bool restore_latches(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    const struct bs_undo *undo = core->plan->steps[step].undo;

    return core->plan->steps[step].block == BS_BLOCK_RELEASE_FENCE &&
           bs_task_outcome(core, undo_task(core, step)) != BS_LANE_FAILED &&
           bs_latch_restore(core, &undo->parameters, effects);
}

bool bs_rollback_settle(struct bs_core *core, struct bs_effects *effects)
{
    const uint32_t step = next_step(core);

    if (step == BS_STEP_NONE) {
        return false;
    }
    if (bs_core_step_run(core, step)->state != BS_STEP_ROLLING_BACK) {
        begin(core, step, effects);
        return true;
    }
    if (release_latches(core, step, effects)) {
        return true;
    }
    if (bs_task_has_ended(core, undo_task(core, step))) {
        if (restore_latches(core, step, effects)) {
            return true;
        }
        conclude(core, step, effects);
        return true;
    }
    if (bs_core_task(core, undo_task(core, step))->deadline.ns <= core->now.ns) {
        bs_task_say_late(core, undo_task(core, step));
        fail(core, step, effects);
        return true;
    }
    return bs_task_settle(core, undo_task(core, step), effects);
}

enum bs_rollback_state bs_rollback_state(struct bs_core *core, uint32_t *failed)
{
    const uint32_t step = next_step(core);
    const struct bs_step_run *run;

    if (step == BS_STEP_NONE) {
        return BS_ROLLBACK_DONE;
    }
    run = bs_core_step_run(core, step);
    if (run->state == BS_STEP_FAILED && run->has_failed_undo) {
        *failed = step;
        return BS_ROLLBACK_FAILED;
    }
    return BS_ROLLBACK_RUNNING;
}

void bs_rollback_retry(struct bs_core *core, uint32_t step)
{
    bs_core_step_run(core, step)->has_failed_undo = false;
}

void bs_rollback_leave(struct bs_core *core, uint32_t step)
{
    bs_core_step_run(core, step)->is_undone = true;
}

struct bs_instant bs_rollback_wake_at(struct bs_core *core)
{
    const uint32_t step = next_step(core);

    if (step == BS_STEP_NONE || bs_core_step_run(core, step)->state != BS_STEP_ROLLING_BACK) {
        return BS_INSTANT_NEVER;
    }
    return bs_task_wake_at(core, undo_task(core, step));
}
