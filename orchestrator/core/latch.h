/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_LATCH_H
#define BS_ORCHESTRATOR_CORE_LATCH_H

/**
 * Latches: fences that are put up again, should what they keep out come back. Internal to the core.
 *
 * A fence step with a latch sets one for each of its resources, once, when it has ended and is not left
 * failed. From then on the fence's own block is done again and again on that resource, whatever else is
 * executed, until a step that releases fences names it, or the fence is undone; if that step is undone
 * itself, it is set again. The memo of the lease carries latches to the next orchestrator.
 */

#include "orchestrator/core/core_state.h"

/** How long a latch rests between two looks. The project's own choice. */
#define BS_LATCH_INTERVAL BS_SECONDS(15)

/** Releases the latches of everything named in `of`. At most one note a call; false when none is left. */
bool bs_latch_release(struct bs_core *core, const struct bs_parameters *parameters,
                      struct bs_effects *effects);

/** Sets again what was released of everything named in `of`. At most one note a call; false when all is. */
bool bs_latch_restore(struct bs_core *core, const struct bs_parameters *parameters,
                      struct bs_effects *effects);

/** Sets one latch of a fence step that has ended; false when all are set. */
bool bs_latch_set(struct bs_core *core, uint32_t step, struct bs_effects *effects);

/** One bit for each latch that is set, by their order in the plan. */
uint64_t bs_latch_memo(struct bs_core *core);

/** Sets what a memo says, and no other, without notes: they were given when it was set or released. */
void bs_latch_adopt(struct bs_core *core, uint64_t memo);

bool bs_latch_settle(struct bs_core *core, struct bs_effects *effects);

struct bs_instant bs_latch_wake_at(struct bs_core *core);

#endif
