/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/latch.h"

#include <string.h>

#include "base/assert.h"
#include "orchestrator/core/execution.h"
#include "orchestrator/core/lane.h"
#include "orchestrator/core/lease.h"
#include "orchestrator/core/mutant.h"
#include "orchestrator/core/task.h"

/* One latch: the lane of a latch task that keeps one resource fenced. */
struct latch {
    uint32_t step;
    uint32_t which;
    uint32_t number; /* Among all of the plan. */
    struct bs_task_run *task;
    struct bs_lane *lane;
    const struct bs_plan_resource *resource;
};

/* Moves on to the next latch of the plan; begins with one that is zero but for `step` BS_STEP_NONE. */
static bool next_latch(struct bs_core *core, struct latch *latch)
{
    const bool is_first = latch->step == BS_STEP_NONE;
    uint32_t step = is_first ? core->latch_begin : latch->step;
    uint32_t which = is_first ? 0 : latch->which + 1;

    for (; step < core->latch_end; step++, which = 0) {
        struct bs_task_run *task;

        if (!core->plan->steps[step].parameters.latch) {
            continue; /* Nearly every step: all of them are asked each time anything happens. */
        }
        task = bs_core_task(core, bs_core_task_number(core, BS_TASK_LATCH, step));
        if (which < task->lane_count) {
            *latch = (struct latch){.step = step,
                                    .which = which,
                                    .number = is_first ? 0 : latch->number + 1,
                                    .task = task,
                                    .lane = bs_core_lane(core, task->lane_first + which),
                                    .resource = core->plan->steps[step].parameters.of[which]};
            return true;
        }
    }
    return false;
}

static void note(struct bs_core *core, const struct latch *latch, enum bs_latch_state state,
                 struct bs_effects *effects)
{
    struct bs_note *made = bs_effects_note(effects, BS_NOTE_LATCH, latch->step);

    (void)core;
    made->execution = latch->task->execution;
    made->detail = latch->resource->id;
    made->state.latch = state;
}

static bool is_named(const struct bs_parameters *parameters,
                     const struct bs_plan_resource *resource)
{
    for (uint32_t i = 0; i < parameters->of_count; i++) {
        if (strcmp(parameters->of[i]->id, resource->id) == 0) {
            return true;
        }
    }
    return false;
}

bool bs_latch_release(struct bs_core *core, const struct bs_parameters *parameters,
                      struct bs_effects *effects)
{
    struct latch latch = {.step = BS_STEP_NONE};

    while (next_latch(core, &latch)) {
        if (latch.lane->is_latched && is_named(parameters, latch.resource)) {
            note(core, &latch, BS_LATCH_RELEASED, effects);
            bs_lease_memo_changed(core);
            memset(latch.lane, 0, sizeof(*latch.lane));
            latch.lane->is_released = true;
            return true;
        }
    }
    return false;
}

static void set(struct bs_core *core, const struct latch *latch)
{
    memset(latch->lane, 0, sizeof(*latch->lane));
    latch->lane->is_latched = true;
    latch->task->execution = core->execution.number;
    latch->task->deadline = BS_INSTANT_NEVER;
}

bool bs_latch_set(struct bs_core *core, uint32_t step, struct bs_effects *effects)
{
    struct latch latch = {.step = BS_STEP_NONE};

    while (next_latch(core, &latch)) {
        if (latch.step == step && !latch.lane->is_latched && !BS_MUTANT(NO_LATCH)) {
            set(core, &latch);
            note(core, &latch, BS_LATCH_SET, effects);
            bs_lease_memo_changed(core);
            return true;
        }
    }
    return false;
}

bool bs_latch_restore(struct bs_core *core, const struct bs_parameters *parameters,
                      struct bs_effects *effects)
{
    struct latch latch = {.step = BS_STEP_NONE};

    while (next_latch(core, &latch)) {
        if (latch.lane->is_released && is_named(parameters, latch.resource)) {
            set(core, &latch);
            note(core, &latch, BS_LATCH_SET, effects);
            bs_lease_memo_changed(core);
            return true;
        }
    }
    return false;
}

uint64_t bs_latch_memo(struct bs_core *core)
{
    struct latch latch = {.step = BS_STEP_NONE};
    uint64_t memo = 0;

    while (next_latch(core, &latch)) {
        BS_ASSERT(latch.number < BS_LEASE_LATCHES_MAX);
        memo |= latch.lane->is_latched ? UINT64_C(1) << latch.number : 0;
    }
    return memo;
}

void bs_latch_adopt(struct bs_core *core, uint64_t memo)
{
    struct latch latch = {.step = BS_STEP_NONE};

    while (next_latch(core, &latch)) {
        const bool is_wanted = (memo >> latch.number & 1) != 0;

        if (is_wanted && !latch.lane->is_latched) {
            set(core, &latch);
        } else if (!is_wanted && latch.lane->is_latched) {
            memset(latch.lane, 0, sizeof(*latch.lane));
        }
    }
}

/* A look is over: say so if the fence stands, and rest. */
static void rest(struct bs_core *core, const struct latch *latch, struct bs_effects *effects)
{
    const bool stands = latch->lane->state == BS_LANE_DONE;

    if (stands && !latch->lane->is_enforced) {
        note(core, latch, BS_LATCH_ENFORCED, effects);
    }
    memset(latch->lane, 0, sizeof(*latch->lane));
    latch->lane->is_latched = true;
    latch->lane->is_enforced = stands;
    latch->lane->wake_at = bs_instant_add(core->now, BS_LATCH_INTERVAL);
}

static bool settle(struct bs_core *core, const struct latch *latch, struct bs_effects *effects)
{
    const uint32_t task = bs_core_task_number(core, BS_TASK_LATCH, latch->step);

    if (bs_lane_has_ended(latch->lane)) {
        rest(core, latch, effects);
        return true;
    }
    if (latch->lane->state == BS_LANE_IDLE) {
        if (core->now.ns < latch->lane->wake_at.ns) {
            return false;
        }
        bs_lane_start(core, task, latch->which, effects);
        return true;
    }
    return bs_lane_settle(core, task, latch->which, effects);
}

static bool is_forgotten(const struct bs_core *core)
{
    return BS_MUTANT(RELEASE_LATCH_EARLY) && !bs_execution_is_open(core);
}

bool bs_latch_settle(struct bs_core *core, struct bs_effects *effects)
{
    struct latch latch = {.step = BS_STEP_NONE};

    if (is_forgotten(core)) {
        return false;
    }
    while (next_latch(core, &latch)) {
        if (latch.lane->is_latched && settle(core, &latch, effects)) {
            return true;
        }
    }
    return false;
}

struct bs_instant bs_latch_wake_at(struct bs_core *core)
{
    struct latch latch = {.step = BS_STEP_NONE};
    struct bs_instant at = BS_INSTANT_NEVER;

    while (next_latch(core, &latch)) {
        if (latch.lane->is_latched && latch.lane->state != BS_LANE_CALLING && !is_forgotten(core)) {
            at = bs_instant_min(at, latch.lane->wake_at);
        }
    }
    return at;
}
