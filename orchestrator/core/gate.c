/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/gate.h"

#include <string.h>

#include "base/assert.h"
#include "orchestrator/core/lease.h"
#include "orchestrator/core/mutant.h"

/* How long a service that says "too many requests" without saying for how long is left alone. */
#define QUIET BS_SECONDS(1)

static struct bs_gate_verdict no(const char *why, struct bs_instant until)
{
    return (struct bs_gate_verdict){
        .circuit = BS_CIRCUIT_NONE, .until = until, .reason = bs_reason_of(why)};
}

/* Most often it is the same text, of the plan's or of the table of operations. */
static bool is_same(const char *a, const char *b)
{
    return a == b || strcmp(a, b) == 0;
}

static bool has_circuit(const char *service)
{
    return strcmp(service, "http") != 0 && strcmp(service, "people") != 0;
}

/* The circuit of a service in a Region, made when first needed. */
static uint32_t find_circuit(struct bs_core *core, const char *service, const char *region)
{
    struct bs_circuit *circuit;

    for (uint32_t i = 0; i < core->circuit_count; i++) {
        if (is_same(core->circuits[i].service, service) &&
            is_same(core->circuits[i].region, region)) {
            return i;
        }
    }
    BS_ASSERT(core->circuit_count < BS_CIRCUITS_MAX);
    circuit = &core->circuits[core->circuit_count];
    circuit->service = service;
    circuit->region = region;
    return core->circuit_count++;
}

static int64_t open_calls_to(const struct bs_core *core, const char *service)
{
    int64_t open = 0;

    for (uint32_t i = 0; i < core->circuit_count; i++) {
        open += is_same(core->circuits[i].service, service) ? core->circuits[i].open_calls : 0;
    }
    return open;
}

static struct bs_gate_verdict open_circuit(const struct bs_circuit *circuit)
{
    struct bs_gate_verdict verdict = no("the circuit to ", circuit->open_until);

    bs_reason_add(&verdict.reason, circuit->service);
    bs_reason_add(&verdict.reason, " in ");
    bs_reason_add(&verdict.reason, circuit->region);
    bs_reason_add(&verdict.reason, " is open");
    verdict.is_circuit_open = true;
    return verdict;
}

static struct bs_gate_verdict ask_circuit(struct bs_core *core, const struct bs_task *task,
                                          uint32_t index)
{
    struct bs_circuit *circuit = &core->circuits[index];

    if (core->now.ns < circuit->quiet_until.ns) {
        return no("asked to slow down", circuit->quiet_until);
    }
    if (task->role == BS_TASK_LATCH) {
        return (struct bs_gate_verdict){.may_go = true, .circuit = index};
    }
    if (circuit->state == BS_CIRCUIT_OPEN && core->now.ns >= circuit->open_until.ns) {
        circuit->state = BS_CIRCUIT_HALF_OPEN;
        circuit->trials = 0;
    }
    if (circuit->state == BS_CIRCUIT_OPEN) {
        return open_circuit(circuit);
    }
    if (circuit->state == BS_CIRCUIT_HALF_OPEN &&
        circuit->trials >= core->plan->calls.half_open_limit) {
        return no("the circuit is being tried", BS_INSTANT_NEVER);
    }
    return (struct bs_gate_verdict){.may_go = true, .circuit = index};
}

/* Pauses hold back what an execution does, not what people are asked and not what keeps a fence up. */
static bool is_held_back(const struct bs_core *core, const struct bs_task *task)
{
    return core->execution.pause != BS_PAUSE_NONE && task->step != BS_STEP_NONE &&
           task->role != BS_TASK_LATCH;
}

struct bs_gate_verdict bs_gate_ask(struct bs_core *core, const struct bs_task *task,
                                   const struct bs_call_request *request,
                                   struct bs_instant deadline)
{
    const char *service = bs_operation_info(request->operation)->service;
    uint32_t circuit;

    if (is_held_back(core, task)) {
        return no("paused", BS_INSTANT_NEVER);
    }
    if (!bs_lease_covers(core, deadline) && task->step != BS_STEP_NONE) {
        return no("waiting for the lease", BS_INSTANT_NEVER);
    }
    if (!bs_core_has_room_for_call(core)) {
        return no("too many calls are open", BS_INSTANT_NEVER);
    }
    if (!has_circuit(service)) {
        return (struct bs_gate_verdict){.may_go = true, .circuit = BS_CIRCUIT_NONE};
    }
    circuit = find_circuit(core, service, request->region != NULL ? request->region : "global");
    if (open_calls_to(core, service) >= core->plan->calls.max_connections) {
        return no("too many calls to the service are open", BS_INSTANT_NEVER);
    }
    return ask_circuit(core, task, circuit);
}

void bs_gate_opened(struct bs_core *core, uint32_t circuit)
{
    if (circuit != BS_CIRCUIT_NONE) {
        core->circuits[circuit].open_calls++;
        core->circuits[circuit].trials++;
    }
}

static bool is_trouble(const struct bs_call_answer *answer)
{
    return answer->outcome == BS_OUTCOME_INFO ||
           (answer->outcome == BS_OUTCOME_ERROR &&
            (answer->error == BS_CALL_ERROR_REFUSED || answer->error == BS_CALL_ERROR_UNAVAILABLE));
}

static void slow_down(struct bs_core *core, struct bs_circuit *circuit,
                      const struct bs_call_answer *answer)
{
    const struct bs_duration span = answer->retry_after.ns > 0 ? answer->retry_after : QUIET;

    circuit->quiet_until = bs_instant_max(circuit->quiet_until, bs_instant_add(core->now, span));
}

void bs_gate_closed(struct bs_core *core, uint32_t circuit, const struct bs_call_answer *answer)
{
    const struct bs_call_limits *limits = &core->plan->calls;
    struct bs_circuit *run;

    if (circuit == BS_CIRCUIT_NONE) {
        return;
    }
    run = &core->circuits[circuit];
    BS_ASSERT(run->open_calls > 0);
    run->open_calls--;
    if (answer->outcome == BS_OUTCOME_ERROR && answer->error == BS_CALL_ERROR_THROTTLED) {
        slow_down(core, run, answer);
    }
    if (!is_trouble(answer)) {
        run->state = BS_CIRCUIT_CLOSED;
        run->failures = 0;
        return;
    }
    run->failures++;
    if (run->state == BS_CIRCUIT_OPEN) {
        return; /* A call of before, or a latch's, does not keep it open for longer. */
    }
    if ((run->state == BS_CIRCUIT_HALF_OPEN || run->failures >= limits->failure_threshold) &&
        !BS_MUTANT(BREAKER_NEVER_OPENS)) {
        run->state = BS_CIRCUIT_OPEN;
        run->open_until = bs_instant_add(core->now, limits->recovery_timeout);
    }
}
