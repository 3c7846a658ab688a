/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_STRETCH_H
#define BS_SIM_WORLD_STRETCH_H

/**
 * Looking back on a stretch without change: what the requests that fell into it have come to. Where all meet
 * the same fate they are counted, otherwise each is looked at. Inside this folder only.
 */

#include "sim/world/client.h"

/** Counts the process's requests that began before `until`, and tries its open ones as far as that. */
void bs_stretch_count(struct bs_process *process, struct bs_instant until);

/**
 * Attempts from `until` on may come to something else than was counted, of requests that were taken to fail
 * for good: of those at a load balancer, or of a resolver of the cohort.
 */
void bs_stretch_reopen_at(struct bs_process *process, int32_t balancer, struct bs_instant until);
void bs_stretch_reopen_of(struct bs_process *process, uint32_t resolver, struct bs_instant until);

#endif
