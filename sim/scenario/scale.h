/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_SCENARIO_SCALE_H
#define BS_SIM_SCENARIO_SCALE_H

/** A value at half and at double of what it says, in the author's language: inside this folder only. */

#include <stdbool.h>

#include "base/buffer.h"
#include "base/document.h"

enum bs_scale {
    BS_SCALE_HALF,
    BS_SCALE_DOUBLE,
};

/**
 * Writes the value on one line with every number that has a unit scaled: durations, rates, sizes, shares,
 * also inside of distributions. Numbers without a unit (a shape, the `max` of retries, `[2, 3]`) stay, unless
 * one is the whole value: a count, whose half is rounded up; so do a mixture's weights, which are relative.
 * A share of 50 % or more has no double: half of what it lacks to 100 % is added instead. False if there is
 * nothing to scale; out of memory is the buffer's `failed`.
 */
bool bs_scale_write(const struct bs_node *node, enum bs_scale scale, struct bs_buffer *buffer);

#endif
