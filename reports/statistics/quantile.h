/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_QUANTILE_H
#define BS_REPORTS_STATISTICS_QUANTILE_H

/**
 * A quantile of what was measured, with an interval that holds whatever the distribution is: between two of
 * the values, whose ranks follow from the number of trials alone. (David, Nagaraja, "Order Statistics", 2003,
 * section 7.1.) [X(low), X(high)] covers the quantile with probability P(low <= Bin(n, p) <= high - 1).
 *
 * Too few trials give no interval and therefore no quantile either: it would be the largest value that
 * happened to come.
 */

#include <stdint.h>

#include "reports/statistics/sample.h"

struct bs_quantile_question {
    int64_t p_ppb;          /* 0 < p < 10^9 */
    int64_t confidence_ppb; /* As p; two-sided, with the same tail at either end. */
};

/** Ranks count from 1; all are 0 where so few trials have no interval. */
struct bs_quantile_ranks {
    int64_t trials;
    int64_t value;
    int64_t low;
    int64_t high;
    double coverage; /* Exact, for continuous values; at least that where values are equal. */
};

struct bs_quantile_ranks bs_quantile_ranks(int64_t trials, struct bs_quantile_question question);

/** The fewest trials that give an interval: 72, 368, 3688 for p95, p99, p99.9; 0 if over BS_TRIALS_MAX. */
int64_t bs_quantile_trials_needed(struct bs_quantile_question question);

/**
 * Each is BS_VALUE_ABSENT if the trials do not support it, and BS_VALUE_CENSORED if its rank lies among the
 * censored ones: then nothing is known but that it is no smaller than the largest known value.
 */
struct bs_quantile {
    int64_t value;
    int64_t low;
    int64_t high;
};

/** The ranks are those of the sample's size. */
struct bs_quantile bs_quantile_of(const struct bs_sample *sample,
                                  const struct bs_quantile_ranks *ranks);

#endif
