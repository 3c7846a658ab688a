/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_PLOT_AXIS_H
#define BS_REPORTS_SWEEP_PLOT_AXIS_H

/** A plot's axis: from one round number to another, with ticks at round numbers between. */

#include <stdint.h>

/** Ticks are at the multiples of `step` within; from < to. */
struct bs_axis {
    int64_t from;
    int64_t to;
    int64_t step;
};

/** What lies on the axis, and the most steps that it may take, some two more at the ends. */
struct bs_axis_question {
    int64_t least;
    int64_t most;
    int32_t steps_max;
};

/**
 * An axis whose ends are ticks, of durations in ns: steps that people count time by, from 1 ms to 50 days,
 * and doubles of that.
 */
struct bs_axis bs_axis_of_time(struct bs_axis_question question);

/** Of anything else: steps of 1, 2 or 5 times a power of ten. */
struct bs_axis bs_axis_of_amount(struct bs_axis_question question);
/** @} */

int64_t bs_axis_first_tick(const struct bs_axis *axis);

/** How far along an axis of this length the value lies; at its ends what lies beyond. */
int64_t bs_axis_place(const struct bs_axis *axis, int64_t value, int64_t length);

#endif
