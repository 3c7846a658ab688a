/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_ROWS_H
#define BS_ORCHESTRATOR_CORE_ROWS_H

/**
 * The rows of a workflow as they are executed: steps, groups, conditions, alternatives. Internal to the core.
 *
 * The rows of a workflow run in order. A group that has a failure first lets its running children end; then
 * the severest policy of those that failed decides. A failed step with an alternative has failed only when
 * that has failed too.
 */

#include "orchestrator/core/core_state.h"

/** Does one thing that is due in the workflow; false if there is none. */
bool bs_rows_settle(struct bs_core *core, struct bs_effects *effects);

enum bs_rows_state { BS_ROWS_RUNNING, BS_ROWS_DONE, BS_ROWS_FAILED };

/** Where the workflow stands; `failed` is the step whose policy decides, if it has failed. */
enum bs_rows_state bs_rows_state(struct bs_core *core, uint32_t *failed);

/** What happens now that this step has failed. */
enum bs_on_failure bs_rows_policy(const struct bs_core *core, uint32_t step);

/** Makes every failed step ready to be tried again. */
void bs_rows_retry(struct bs_core *core);

/** Passes over one failed step on the word of `authority`; false if none is left. */
bool bs_rows_skip(struct bs_core *core, const char *authority, struct bs_effects *effects);

/** Gives up one step that is in progress; false if none is left. */
bool bs_rows_cancel(struct bs_core *core, struct bs_effects *effects);

/** The first step that waits for a person, or BS_STEP_NONE. */
uint32_t bs_rows_asking(struct bs_core *core);

struct bs_instant bs_rows_wake_at(struct bs_core *core);

/** The one way in which a step changes its state; asserts that the change is in the table. */
void bs_step_enter(struct bs_core *core, uint32_t step, enum bs_step_state state,
                   const struct bs_reason *reason, struct bs_effects *effects);

bool bs_step_is_running(enum bs_step_state state);

#endif
