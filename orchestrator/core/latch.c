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
    struct bs_task_run *task;
    struct bs_lane *lane;
    const struct bs_plan_resource *resource;
};

static void find_latch(struct bs_core *core, uint32_t number, struct latch *latch)
{
    const struct bs_latch_place *place = bs_core_latch(core, number);
    const uint32_t task = bs_core_task_number(core, BS_TASK_LATCH, place->step);

    *latch = (struct latch){.step = place->step,
                            .which = place->which,
                            .task = bs_core_task(core, task),
                            .lane = bs_core_lane(core, place->lane),
                            .resource = core->plan->steps[place->step].parameters.of[place->which]};
}

static struct bs_lane *lane_of(struct bs_core *core, uint32_t number)
{
    return bs_core_lane(core, bs_core_latch(core, number)->lane);
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
    struct latch latch;

    for (uint32_t i = 0; i < core->latch_count; i++) {
        find_latch(core, i, &latch);
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
    struct latch latch;

    for (uint32_t i = 0; i < core->latch_count; i++) {
        find_latch(core, i, &latch);
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
    struct latch latch;

    for (uint32_t i = 0; i < core->latch_count; i++) {
        find_latch(core, i, &latch);
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
    uint64_t memo = 0;

    BS_ASSERT(core->latch_count <= BS_LEASE_LATCHES_MAX);
    for (uint32_t i = 0; i < core->latch_count; i++) {
        memo |= lane_of(core, i)->is_latched ? UINT64_C(1) << i : 0;
    }
    return memo;
}

void bs_latch_adopt(struct bs_core *core, uint64_t memo)
{
    struct latch latch;

    for (uint32_t i = 0; i < core->latch_count; i++) {
        find_latch(core, i, &latch);
        const bool is_wanted = (memo >> i & 1) != 0;

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

/* Whether there is nothing to do but wait: the latch is not set, its look is not due, or not answered yet. */
static bool is_resting(const struct bs_core *core, const struct bs_lane *lane)
{
    return !lane->is_latched || lane->state == BS_LANE_CALLING ||
           (lane->state == BS_LANE_IDLE && core->now.ns < lane->wake_at.ns);
}

bool bs_latch_settle(struct bs_core *core, struct bs_effects *effects)
{
    struct latch latch;

    if (is_forgotten(core)) {
        return false;
    }
    for (uint32_t i = 0; i < core->latch_count; i++) {
        if (is_resting(core, lane_of(core, i))) {
            continue; /* Nearly always: this is asked each time anything happens. */
        }
        find_latch(core, i, &latch);
        if (settle(core, &latch, effects)) {
            return true;
        }
    }
    return false;
}

struct bs_instant bs_latch_wake_at(struct bs_core *core)
{
    struct bs_instant at = BS_INSTANT_NEVER;

    for (uint32_t i = 0; i < core->latch_count; i++) {
        const struct bs_lane *lane = lane_of(core, i);

        if (lane->is_latched && lane->state != BS_LANE_CALLING && !is_forgotten(core)) {
            at = bs_instant_min(at, lane->wake_at);
        }
    }
    return at;
}
