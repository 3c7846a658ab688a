/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_LEASE_H
#define BS_ORCHESTRATOR_CORE_LEASE_H

/**
 * The lease that keeps two orchestrators apart. Internal to the core.
 *
 * Every orchestrator of a plan with a lease tries to take it all the time, by a conditional write to one
 * item; who has it renews it long before it ends. Only the holder decides and acts, and it sends nothing
 * unless the lease outlasts the call's deadline by the clocks' skew. A holder that cannot renew stands
 * still when the lease runs out; one that finds it in other hands gives its execution up.
 *
 * The item also carries a memo for the next holder: which Region serves, and which fences are latched.
 */

#include "orchestrator/core/core_state.h"

/** Bit of the memo that says that the activating side serves; the others are latches, by their order. */
#define BS_LEASE_MEMO_MOVED   (UINT64_C(1) << 62)
#define BS_LEASE_MEMO_WRITTEN (UINT64_C(1) << 61) /* Somebody has held the lease before. */
enum { BS_LEASE_LATCHES_MAX = 60 };

/** What the memo says has changed: the lease is renewed at once, so that the next holder knows. */
void bs_lease_memo_changed(struct bs_core *core);

void bs_lease_start(struct bs_core *core);

/** Whether a call with this deadline is covered. */
bool bs_lease_covers(const struct bs_core *core, struct bs_instant deadline);

/** Whether an execution may be begun or go on now. */
bool bs_lease_is_held(const struct bs_core *core);

void bs_lease_answer(struct bs_core *core, const struct bs_call_answer *answer,
                     struct bs_effects *effects);

/** Does one thing that is due; false if there is none. */
bool bs_lease_settle(struct bs_core *core, struct bs_effects *effects);

struct bs_instant bs_lease_wake_at(struct bs_core *core);

#endif
