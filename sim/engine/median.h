/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_MEDIAN_H
#define BS_SIM_ENGINE_MEDIAN_H

/** What can be said of a distribution without drawing from it. */

#include <stdbool.h>

#include "sim/engine/variate.h"

/** Whether every draw is the same. */
bool bs_distribution_is_constant(const struct bs_distribution *distribution);

/**
 * What half of the draws do not exceed: the sample in the middle of the bits, and of a mixture, whose samples
 * are in order within each part only, the least duration that half of its weight lies at or below. Exact to
 * the steps of sampling (2^-40), the same on every machine.
 */
struct bs_duration bs_distribution_median(const struct bs_distribution *distribution);

#endif
