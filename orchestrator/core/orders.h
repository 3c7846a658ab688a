/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_ORDERS_H
#define BS_ORCHESTRATOR_CORE_ORDERS_H

/**
 * What operators want done: a workflow run, or the execution paused, resumed, canceled, its failed step
 * retried or skipped. Asked for every BS_ORDERS_INTERVAL by plans that have an operator's trigger or a
 * role that answers for failed steps. Internal to the core. One that does not hold the lease hears orders and
 * leaves them to the one that does.
 */

#include "orchestrator/core/core_state.h"

#define BS_ORDERS_INTERVAL BS_SECONDS(10)

void bs_orders_start(struct bs_core *core);
void bs_orders_answer(struct bs_core *core, const struct bs_call_answer *answer,
                      struct bs_effects *effects);
bool bs_orders_settle(struct bs_core *core, struct bs_effects *effects);
struct bs_instant bs_orders_wake_at(const struct bs_core *core);

#endif
