/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_CORE_H
#define BS_ORCHESTRATOR_CORE_CORE_H

/**
 * The plan executor, without input or output.
 *
 * The core watches the plan's sources, confirms what they see, decides, and executes one workflow. It opens
 * no socket, reads no clock and allocates nothing: time enters as an argument, answers as inputs, and all it
 * wants done leaves as effects. Its whole state lies in one piece of memory given by the caller, which may
 * be copied with memcpy at any time between two steps (the copy goes on as the original would) and which
 * points at nothing but the plan.
 *
 * Watching. Every source is asked every so often by one call. A health check or alarm that does not answer
 * is `unknown`; a probe that does not succeed so many times in a row is unhealthy. A trigger's detection
 * goes detected, then stood_down (its source is healthy again before confirmation) or confirmed. A core runs
 * one workflow: while it runs and when it has ended, what is confirmed is stood down at once with that
 * reason, and a second failover is not taken.
 *
 * Executing. The steps of a workflow run in order, the children of a parallel group at once. A group that has
 * a failure first lets its running children end; then the severest policy of those that failed decides
 * (abort, pause, continue). STEP notes are given for steps, not for groups. A step that failed and may be
 * passed over is noted once as failed or timed_out and once more as completed_with_exceptions. A fence that
 * is passed over by authority gives a RISK note with the number of sources that see the failure then.
 *
 * Calls. Each has a deadline, BS_CALL_DEADLINE or the step's remaining time. The core keeps it itself: a
 * call without answer by then is `info`, and what is answered later is ignored. Every call therefore has
 * exactly one ANSWER note. Trouble that may pass is met with backoff, within the step's timeout.
 */

#include <stddef.h>
#include <stdint.h>

#include "orchestrator/core/effects.h"
#include "orchestrator/core/plan.h"

/** The longest that a call is waited for. */
#define BS_CALL_DEADLINE BS_SECONDS(5)

/**
 * How long after its deadline a request may still be on its way and take effect: only what is read after
 * that is proof that it did not. The project's own choice, twice the call's deadline.
 */
#define BS_IN_FLIGHT_MAX BS_SECONDS(10)

/** How long a step waits between two looks at the same thing. */
#define BS_POLL_INTERVAL BS_SECONDS(5)

struct bs_core;

/** The bytes of state that executing `plan` takes. */
size_t bs_core_size(const struct bs_plan *plan);

struct bs_core_options {
    uint64_t seed_high; /* The seed only decides jitter. */
    uint64_t seed_low;
    uint32_t
        orchestrator; /* Its number among those that may act on the same estate, from 1: calls and
                              executions are numbered apart, and it is the holder of the lease. */
};

/**
 * Makes a core in `memory`: bs_core_size(plan) bytes, aligned as malloc() does. Asserts that the plan keeps
 * its own limits.
 *
 * @return `memory`; there is nothing to clean up.
 */
struct bs_core *bs_core_init(void *memory, const struct bs_plan *plan,
                             const struct bs_core_options *options);

/**
 * Feeds one input.
 *
 * @param now      Must not precede the previous step's.
 * @param effects  Overwritten. At most BS_EFFECTS_MAX; if more is to be done, `wake_at` is `now`: give a
 *                 TIMER input at once.
 *
 * A RESUME input says that nobody could act since the step before: the steps under way get that time on top
 * of their timeouts. What was open then goes by its own deadlines.
 *
 * Total: every (state, input) pair is defined. An answer to a call that is not open, a second START, and
 * anything before START has no effects. A TIMER input is harmless at any time.
 */
void bs_core_step(struct bs_core *core, struct bs_instant now, const struct bs_input *input,
                  struct bs_effects *effects);

#endif
