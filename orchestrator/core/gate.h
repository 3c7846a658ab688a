/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_GATE_H
#define BS_ORCHESTRATOR_CORE_GATE_H

/**
 * Whether a task's call may be made now. Internal to the core.
 *
 * In this order: the execution is not paused; the lease outlasts the call's deadline by the clocks'
 * skew; the service's bulkhead has room; the service in that Region has not asked to slow down; its circuit
 * is not open. A circuit opens after so many calls in a row that met silence, refusal or a 5xx; after its
 * recovery time a few may try it, and one success closes it. Requests to the application and to people have
 * no circuit: repeating them is what their blocks are for. Nor has a latch, which tries at its own slow pace.
 */

#include "orchestrator/core/core_state.h"
#include "orchestrator/core/task.h"

struct bs_gate_verdict {
    bool may_go;
    uint32_t circuit;        /* Of the call, or BS_CIRCUIT_NONE. */
    struct bs_instant until; /* When to ask again; NEVER: when something else has changed. */
    bool is_circuit_open;
    struct bs_reason reason; /* Why not. */
};

struct bs_gate_verdict bs_gate_ask(struct bs_core *core, const struct bs_task *task,
                                   const struct bs_call_request *request,
                                   struct bs_instant deadline);

/** The call is made. */
void bs_gate_opened(struct bs_core *core, uint32_t circuit);

/** The call was answered, or taken for `info`. */
void bs_gate_closed(struct bs_core *core, uint32_t circuit, const struct bs_call_answer *answer);

#endif
