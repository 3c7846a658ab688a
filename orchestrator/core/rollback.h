/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_ROLLBACK_H
#define BS_ORCHESTRATOR_CORE_ROLLBACK_H

/**
 * Undoing what was done, from the last to the first. Internal to the core.
 *
 * Only steps that were begun and that say how they are undone; never what lies before an irreversible step
 * that was begun, unless it ran beside it.
 */

#include "orchestrator/core/core_state.h"

/** Does one thing that is due; false if there is none. */
bool bs_rollback_settle(struct bs_core *core, struct bs_effects *effects);

enum bs_rollback_state { BS_ROLLBACK_RUNNING, BS_ROLLBACK_DONE, BS_ROLLBACK_FAILED };

/** Where it stands; `failed` is the step whose undoing failed. */
enum bs_rollback_state bs_rollback_state(struct bs_core *core, uint32_t *failed);

/** @{ What to do about a failed undoing: once more, or leave it. */
void bs_rollback_retry(struct bs_core *core, uint32_t step);
void bs_rollback_leave(struct bs_core *core, uint32_t step);
/** @} */

/** Whether a step that sends clients to the other Region is done and has not been undone. */
bool bs_rollback_leaves_moved(struct bs_core *core);

struct bs_instant bs_rollback_wake_at(struct bs_core *core);

#endif
