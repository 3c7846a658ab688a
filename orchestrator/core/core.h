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
 * goes detected, then stood_down (its source is healthy again before confirmation) or confirmed, which a
 * source of its veto holds back while unhealthy. What is confirmed is decided: the first kind of failure
 * that fits the sources selects the workflow, else the trigger does. It is stood down at once, with that
 * reason, while another execution is open or if the workflow leaves a Region that does not serve. A
 * workflow that moves nothing, such as a drill, is given up for a failure. Orders of operators, asked for
 * every few seconds where the plan takes any, run a workflow by name, or pause, resume, cancel, retry,
 * skip; those without sense are not obeyed.
 *
 * Which side serves. The deactivating one at first; the other as soon as a step of a workflow has moved
 * service (a promotion, a change of DNS), and back again likewise, or when all of it was rolled back.
 *
 * Executing. One execution at a time; its states and those of its steps change only as the tables in
 * states.h say, each change with a note, groups' without. The rows of a workflow run in order, those of a
 * parallel group at once, those of a child plan in order in its place. A row whose condition does not hold
 * when its turn comes is skipped. A step that fails or times out has its alternative done, if it has one
 * whose condition holds; what comes of that counts. A group that has a failure first lets its running
 * children end; then the severest policy of those that failed decides: abort, roll back, pause, continue. A
 * group's timeout, and the workflow's, bound all that is in it. A step that failed and may be passed over
 * is noted once as failed or timed_out and once more as completed_with_exceptions. A fence that is passed
 * over by authority gives a RISK note with the number of sources that see the failure then. When all is
 * done, the workflow's sources must be healthy before it is complete, for as long as it says; after that it
 * is complete with exceptions.
 *
 * Pausing. An execution stands by a failed step, an operator's order, or the loss of its lease. What is
 * open is answered; nothing else is sent; time does not count. For a failed step the plan's operator role
 * is asked: retry (failed steps are begun anew), skip (they are passed over) or cancel. Nobody decides for
 * people who cannot be asked: it stands until an order comes.
 *
 * Rolling back. From the last to the first, each step that was begun and that says how is undone; nothing
 * before the last irreversible step that was begun, but for what ran beside that one. An undoing that fails
 * pauses; skipping leaves it.
 *
 * Latches. A fence step with a latch sets one for each of its resources when it has ended and was not left
 * failed: LATCH set. From then on the fence is put up again every so often (LATCH enforced, whenever it
 * stands anew) until a step that releases fences, or the undoing of the fence, names the resource (LATCH
 * released).
 *
 * Lease. With one, an orchestrator decides and sends nothing for a step unless its lease outlasts the
 * call's deadline by the clocks' skew. Lost to silence, the execution stands until it is held again or,
 * where the plan says so, until a person lets it go on without; lost to another orchestrator, it is
 * canceled. Who takes it over adopts what the item says of the side that serves and of the latches.
 *
 * Calls. Each has a deadline, BS_CALL_DEADLINE or the step's remaining time. The core keeps it itself: a
 * call without answer by then is `info`, and what is answered later is ignored. Every call therefore has
 * exactly one ANSWER note. Trouble that may pass is met with backoff, within the step's timeout; circuit
 * breakers, bulkheads and a service's wish to be left alone hold calls back (gate.h). A call that must not
 * be made twice is made only after a look that says so and that no earlier one, of whatever execution, can
 * still overtake.
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
 * A RESUME input says that nobody could act since the step before: what is under way (steps, groups,
 * undoings, the workflow) gets that time on top of its timeout. What was open then goes by its own
 * deadlines.
 *
 * Total: every (state, input) pair is defined. An answer to a call that is not open, a second START, and
 * anything before START has no effects. A TIMER input is harmless at any time.
 */
void bs_core_step(struct bs_core *core, struct bs_instant now, const struct bs_input *input,
                  struct bs_effects *effects);

#endif
