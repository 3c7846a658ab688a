/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_SCENARIO_FINGERPRINT_H
#define BS_TESTS_SCENARIO_FINGERPRINT_H

/** A loaded scenario as numbers, so that two of them can be compared value by value. */

#include <stddef.h>
#include <stdint.h>

#include "sim/scenario/scenario.h"

/** Each value three times over: a distribution as its draws at 1, 50 and 99 %, a number as itself. */
enum { FINGERPRINT_DRAWS = 3, FINGERPRINT_VALUES_MAX = 1024 };

struct fingerprint {
    int64_t values[FINGERPRINT_VALUES_MAX][FINGERPRINT_DRAWS];
    size_t count;
};

/** Of everything in the scenario that can be uncertain. */
void fingerprint_take(const struct bs_scenario *scenario, struct fingerprint *fingerprint);

#endif
