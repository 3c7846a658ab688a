/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_WIRE_BACKEND_H
#define BS_CLI_WIRE_BACKEND_H

/**
 * Carries an orchestrator's calls to AWS over HTTP: encoded, signed and sent by what a game day sends them
 * with, to a mock on a free loopback port that has the run's own world behind it.
 *
 * Virtual time stands still while a request is on its way to the mock, and while its answer is on its way
 * back. What becomes of it in between is the world's: so the history is that of a run without a carrier.
 */

#include "sim/trial/trial.h"

struct bs_wire_backend;

/** NULL: no memory. */
struct bs_wire_backend *bs_wire_backend_new(uint64_t seed);
/** NULL is allowed. */
void bs_wire_backend_destroy(struct bs_wire_backend *backend);

/** For one run at a time. The backend outlives it. */
struct bs_trial_carrier bs_wire_backend_carrier(struct bs_wire_backend *backend);

#endif
