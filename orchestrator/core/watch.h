/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_WATCH_H
#define BS_ORCHESTRATOR_CORE_WATCH_H

/** Watching the sources and confirming what they see, until a decision. Internal to the core. */

#include "orchestrator/core/core_state.h"

/** Begins to ask every source, now. */
void bs_watch_start(struct bs_core *core);

/** A source's call was answered (or taken for `info`). */
void bs_watch_answer(struct bs_core *core, uint32_t source, const struct bs_call_answer *answer,
                     struct bs_effects *effects);

/** Does one thing that is due: asks a source or moves a trigger. False if there is none. */
bool bs_watch_settle(struct bs_core *core, struct bs_effects *effects);

/** When bs_watch_settle() next has something to do, answers apart. */
struct bs_instant bs_watch_wake_at(struct bs_core *core);

/** An operator's order that is the name of a workflow: runs it if a trigger says that operators may. */
void bs_watch_order(struct bs_core *core, const char *order, struct bs_effects *effects);

/** How many of the trigger's sources see the failure now. */
struct bs_vantage bs_watch_vantage(struct bs_core *core, uint32_t trigger);

#endif
