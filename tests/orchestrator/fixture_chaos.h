/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ORCHESTRATOR_FIXTURE_CHAOS_H
#define BS_TESTS_ORCHESTRATOR_FIXTURE_CHAOS_H

/**
 * Random worlds from seeds: random answers, silences, delays, people, orders and holders of the lease, and a
 * witness who knows of the core only what its effects show, and asserts what must hold whatever happens.
 */

#include "base/pcg.h"
#include "orchestrator/core/core.h"

enum { CHAOS_OPEN_MAX = 256, CHAOS_ORDERS = 6 };

/** What was seen in all runs of a test. */
struct chaos_coverage {
    bool inputs[BS_EXECUTION_STATE_COUNT][BS_INPUT_KIND_COUNT];
    bool orders[BS_EXECUTION_STATE_COUNT][CHAOS_ORDERS]; /* By chaos_order_names. */
    bool executions[BS_EXECUTION_STATE_COUNT][BS_EXECUTION_STATE_COUNT];
    bool steps[BS_STEP_STATE_COUNT][BS_STEP_STATE_COUNT];
};

/** pause, resume, cancel, retry, skip, run. */
extern const char *const chaos_order_names[CHAOS_ORDERS];

/** Runs the plan in the world of one seed to its horizon; returns its last execution's state. */
enum bs_execution_state chaos_run(const struct bs_plan *plan, uint64_t seed,
                                  struct chaos_coverage *coverage);

#endif
