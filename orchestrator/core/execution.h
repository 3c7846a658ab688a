/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_EXECUTION_H
#define BS_ORCHESTRATOR_CORE_EXECUTION_H

/** Executing a workflow: its steps, their groups, and what follows from a failure. Internal to the core. */

#include "orchestrator/core/core_state.h"

/** Starts a workflow on the word of a trigger; none may have been executed before. */
void bs_execution_start(struct bs_core *core, uint32_t workflow, uint32_t trigger,
                        struct bs_effects *effects);

/** Does one thing that is due in the execution. False if there is none. */
bool bs_execution_settle(struct bs_core *core, struct bs_effects *effects);

/** When bs_execution_settle() next has something to do, answers apart. */
struct bs_instant bs_execution_wake_at(struct bs_core *core);

/** Gives the steps that are in progress this much more time. */
void bs_execution_postpone(struct bs_core *core, struct bs_duration by);

#endif
