/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_TRIAL_LAWS_H
#define BS_TESTS_TRIAL_LAWS_H

/**
 * What holds in every run of every drill, whatever goes wrong in it.
 *
 * - Of requests, no more are good than arrived, no more stale than arrived, and each is tried at least once
 *   and at most once more than clients retry; where a cohort's rate times the run's length is a whole
 *   number, exactly that many arrive.
 * - No write is acknowledged behind an effective fence, and none by more lineages than one.
 * - Missing ranges of one population lie apart, within what arrived, and count what they span; there are no
 *   more of them than were acknowledged. What an asynchronous replica lacks is younger than all it has: no
 *   write at or after the oldest missing one of its population is anything but missing.
 * - A lineage, a fence, a fault turns over each time it is recorded.
 * - The parts of the worst outage touch each other and add up to the RTO on the impact clock, in ns.
 */

#include "tests/trial/drill.h"

/** Fails the running test if the run breaks a law. */
void laws_hold(const struct drill *drill, uint64_t seed, const struct drill_result *result);

#endif
