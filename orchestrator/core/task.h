/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_TASK_H
#define BS_ORCHESTRATOR_CORE_TASK_H

/** What a task is, worked out from its number: which block does what, for whom. Internal to the core. */

#include "orchestrator/core/block.h"
#include "orchestrator/core/core_state.h"

struct bs_task {
    uint32_t number;
    uint32_t step; /* BS_STEP_NONE: one of the core's own. */
    enum bs_task_role role;
    const struct bs_block *block;
    const struct bs_parameters *parameters; /* The plan's, or `own`. */
    const char *region;
    struct bs_retry retry;
    struct bs_parameters own;
};

/** Fills `task`, which must stay where it is: it may point into itself. */
void bs_task_describe(const struct bs_core *core, uint32_t number, struct bs_task *task);

/** How many lanes task `number` of a plan needs; 0 if the step has no such task. */
uint32_t bs_task_lanes(const struct bs_plan *plan, uint32_t number);

/** Makes the task ready to run: lanes idle, time counting from now. `timeout` BS_DURATION_UNKNOWN: none. */
void bs_task_start(struct bs_core *core, uint32_t number, struct bs_duration timeout);

/** Forgets the task's lanes; answers that are still to come find nobody. */
void bs_task_forget(struct bs_core *core, uint32_t number);

/** The number of the question that a task has for people, the same whenever it is asked again. */
int64_t bs_task_question(const struct bs_core *core, uint32_t number);

/** Starts idle lanes and goes on with those whose time has come; false if there is nothing to do. */
bool bs_task_settle(struct bs_core *core, uint32_t number, struct bs_effects *effects);

bool bs_task_has_ended(struct bs_core *core, uint32_t number);

/** Makes the task's reason that its time is over, with what it last waited for. */
void bs_task_say_late(struct bs_core *core, uint32_t number);

/** DONE, ACCEPTED or FAILED: the worst of its lanes. */
enum bs_lane_state bs_task_outcome(struct bs_core *core, uint32_t number);

/** Whether one of its lanes waits for a person. */
bool bs_task_is_asking(struct bs_core *core, uint32_t number);

/** When it next has something to do, answers apart; its deadline at the latest. */
struct bs_instant bs_task_wake_at(struct bs_core *core, uint32_t number);

#endif
