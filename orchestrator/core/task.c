/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/task.h"

#include <string.h>

#include "base/assert.h"
#include "orchestrator/core/lane.h"

enum { QUESTION_BITS = 16 };

static uint32_t lanes_of(const struct bs_parameters *parameters)
{
    return parameters->of_count > 0 ? parameters->of_count : 1;
}

uint32_t bs_task_lanes(const struct bs_plan *plan, uint32_t number)
{
    const uint32_t role = plan->step_count > 0 ? number / plan->step_count : BS_TASK_ROLE_COUNT;
    const struct bs_step *step;

    if (role >= BS_TASK_ROLE_COUNT) {
        return 1;
    }
    step = &plan->steps[number % plan->step_count];
    if (step->shape != BS_SHAPE_STEP) {
        return 0;
    }
    switch ((enum bs_task_role)role) {
    case BS_TASK_DO:
        return lanes_of(&step->parameters);
    case BS_TASK_UNDO:
        return step->undo != NULL ? lanes_of(&step->undo->parameters) : 0;
    default:
        return step->parameters.latch ? lanes_of(&step->parameters) : 0;
    }
}

static void describe_own(const struct bs_plan *plan, enum bs_own_task own, struct bs_task *task)
{
    task->step = BS_STEP_NONE;
    task->block = bs_block(BS_BLOCK_APPROVE);
    task->own = task->block->defaults;
    task->parameters = &task->own;
    task->retry = BS_RETRY_DEFAULT;
    task->retry.max = INT64_MAX; /* A question is asked until somebody hears it. */
    if (own == BS_OWN_TASK_FAILED_STEP) {
        task->own.resource = plan->operator_role;
        task->own.key = "failed_step";
        task->own.text = "A step has failed. Retry it, skip it, or cancel the execution?";
    } else {
        task->own.resource = plan->lease->role;
        task->own.text = "The lease cannot be renewed. Go on without it?";
    }
}

void bs_task_describe(const struct bs_core *core, uint32_t number, struct bs_task *task)
{
    const struct bs_plan *plan = core->plan;
    const uint32_t steps = plan->step_count;
    const struct bs_step *step;

    BS_ASSERT(number < bs_task_count(plan));
    memset(task, 0, sizeof(*task));
    task->number = number;
    if (number >= BS_TASK_ROLE_COUNT * steps) {
        describe_own(plan, (enum bs_own_task)(number - BS_TASK_ROLE_COUNT * steps), task);
        return;
    }
    step = &plan->steps[number % steps];
    task->step = number % steps;
    task->role = (enum bs_task_role)(number / steps);
    task->block = bs_block(task->role == BS_TASK_UNDO ? step->undo->block : step->block);
    task->parameters = task->role == BS_TASK_UNDO ? &step->undo->parameters : &step->parameters;
    task->region = step->region;
    task->retry = step->retry;
    if (task->role == BS_TASK_LATCH) {
        task->retry.max = 1; /* It is tried again anyway. */
    }
}

static void forget_lanes(struct bs_core *core, const struct bs_task_run *run)
{
    for (uint32_t i = 0; i < run->lane_count; i++) {
        struct bs_lane *lane = bs_core_lane(core, run->lane_first + i);

        memset(lane, 0, sizeof(*lane));
    }
}

void bs_task_forget(struct bs_core *core, uint32_t number)
{
    forget_lanes(core, bs_core_task(core, number));
}

void bs_task_start(struct bs_core *core, uint32_t number, struct bs_duration timeout)
{
    struct bs_task_run *run = bs_core_task(core, number);

    forget_lanes(core, run);
    run->attempt = 1;
    run->execution = core->execution.number;
    run->started_at = core->now;
    run->deadline = timeout.ns == BS_DURATION_UNKNOWN.ns ? BS_INSTANT_NEVER
                                                         : bs_instant_add(core->now, timeout);
    memset(&run->reason, 0, sizeof(run->reason));
}

int64_t bs_task_question(const struct bs_core *core, uint32_t number)
{
    const uint32_t own = BS_TASK_ROLE_COUNT * core->plan->step_count;
    const uint64_t which = number < own ? number + 1 : own + 1 + core->execution.pauses;

    return (int64_t)(core->execution.number << QUESTION_BITS | which);
}

bool bs_task_settle(struct bs_core *core, uint32_t number, struct bs_effects *effects)
{
    const struct bs_task_run *run = bs_core_task(core, number);

    for (uint32_t i = 0; i < run->lane_count; i++) {
        if (bs_core_lane(core, run->lane_first + i)->state == BS_LANE_IDLE) {
            bs_lane_start(core, number, i, effects);
            return true;
        }
        if (bs_lane_settle(core, number, i, effects)) {
            return true;
        }
    }
    return false;
}

bool bs_task_has_ended(struct bs_core *core, uint32_t number)
{
    const struct bs_task_run *run = bs_core_task(core, number);

    for (uint32_t i = 0; i < run->lane_count; i++) {
        if (!bs_lane_has_ended(bs_core_lane(core, run->lane_first + i))) {
            return false;
        }
    }
    return true;
}

void bs_task_say_late(struct bs_core *core, uint32_t number)
{
    struct bs_task_run *run = bs_core_task(core, number);
    struct bs_reason reason = bs_reason_of("not done within ");

    bs_reason_add_span(&reason, bs_duration_between(run->started_at, run->deadline));
    if (run->reason.text[0] != '\0') {
        bs_reason_add(&reason, "; ");
        bs_reason_add(&reason, run->reason.text);
    }
    run->reason = reason;
}

enum bs_lane_state bs_task_outcome(struct bs_core *core, uint32_t number)
{
    const struct bs_task_run *run = bs_core_task(core, number);
    enum bs_lane_state worst = BS_LANE_DONE;

    for (uint32_t i = 0; i < run->lane_count; i++) {
        const enum bs_lane_state state = bs_core_lane(core, run->lane_first + i)->state;

        BS_ASSERT(state >= BS_LANE_DONE);
        worst = state > worst ? state : worst;
    }
    return worst;
}

bool bs_task_is_asking(struct bs_core *core, uint32_t number)
{
    const struct bs_task_run *run = bs_core_task(core, number);

    for (uint32_t i = 0; i < run->lane_count; i++) {
        const struct bs_lane *lane = bs_core_lane(core, run->lane_first + i);

        if (lane->is_asking && !bs_lane_has_ended(lane)) {
            return true;
        }
    }
    return false;
}

struct bs_instant bs_task_wake_at(struct bs_core *core, uint32_t number)
{
    const struct bs_task_run *run = bs_core_task(core, number);
    struct bs_instant at = run->deadline;

    for (uint32_t i = 0; i < run->lane_count; i++) {
        const struct bs_lane *lane = bs_core_lane(core, run->lane_first + i);

        if (lane->state == BS_LANE_BACKING_OFF || lane->state == BS_LANE_WAITING ||
            lane->state == BS_LANE_QUEUED) {
            at = bs_instant_min(at, lane->wake_at);
        }
    }
    return at;
}
