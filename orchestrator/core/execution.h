/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_EXECUTION_H
#define BS_ORCHESTRATOR_CORE_EXECUTION_H

/**
 * Executing a workflow: its course, its pauses and its end. Internal to the core.
 *
 * execution.c moves the whole through its states, rows.c the steps and groups, rollback.c undoes.
 */

#include "orchestrator/core/core_state.h"

/** Whether one has been started and is not over. */
bool bs_execution_is_open(const struct bs_core *core);

/** Starts a workflow on the word of a trigger; none may be open. */
void bs_execution_start(struct bs_core *core, uint32_t workflow, uint32_t trigger,
                        struct bs_effects *effects);

/** Ends an open execution in `state` as soon as what still runs has been given up. */
void bs_execution_give_up(struct bs_core *core, enum bs_execution_state state, const char *why);

/** @{ Orders. Without effect where they make no sense. */
typedef void bs_order_fn(struct bs_core *core, struct bs_effects *effects);
bs_order_fn bs_execution_pause;
bs_order_fn bs_execution_resume;
bs_order_fn bs_execution_cancel;
bs_order_fn bs_execution_retry;
bs_order_fn bs_execution_skip;
/** @} */

/** Does one thing that is due in the execution. False if there is none. */
bool bs_execution_settle(struct bs_core *core, struct bs_effects *effects);

/** When bs_execution_settle() next has something to do, answers apart. */
struct bs_instant bs_execution_wake_at(struct bs_core *core);

/** Gives everything that is in progress this much more time. */
void bs_execution_postpone(struct bs_core *core, struct bs_duration by);

/** The one way in which an execution changes its state; asserts that the change is in the table. */
void bs_execution_enter(struct bs_core *core, enum bs_execution_state state,
                        const struct bs_reason *reason, struct bs_effects *effects);

#endif
