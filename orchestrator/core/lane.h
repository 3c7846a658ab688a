/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_LANE_H
#define BS_ORCHESTRATOR_CORE_LANE_H

/**
 * The engine under the blocks: ask, judge, ask again. Internal to the core.
 *
 * A lane makes one call at a time as its block says, repeats it with backoff when the trouble may pass and
 * repeating is harmless, and goes on when a wait is over. A call that must not be done twice is never
 * repeated here: its block must judge it (BS_PROGRESS_TRY; asserted).
 */

#include "orchestrator/core/core_state.h"

/** Starts lane `which` of a task that is running. */
void bs_lane_start(struct bs_core *core, uint32_t task, uint32_t which, struct bs_effects *effects);

/** The lane's call was answered (or taken for `info`); nothing if the lane has forgotten it. */
void bs_lane_answer(struct bs_core *core, const struct bs_open_call *call,
                    const struct bs_call_answer *answer, struct bs_effects *effects);

/** Goes on with a lane whose wait is over or whose call may be made; false if there is none. */
bool bs_lane_settle(struct bs_core *core, uint32_t task, uint32_t which,
                    struct bs_effects *effects);

bool bs_lane_has_ended(const struct bs_lane *lane);

#endif
