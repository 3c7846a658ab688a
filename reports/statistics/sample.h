/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_SAMPLE_H
#define BS_REPORTS_STATISTICS_SAMPLE_H

/**
 * What was measured in many trials, one number each. A trial that was still waiting when it was cut off has
 * no number but counts as larger than all (censored); one in which there was nothing to measure is absent.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BS_VALUE_CENSORED  INT64_MAX       /* Plus infinity. */
#define BS_VALUE_ABSENT    INT64_MIN       /* No value at all. */
#define BS_VALUE_BELOW_ALL (-INT64_MAX)    /* Minus infinity: only among differences. */
#define BS_VALUE_SIZE_MAX  (INT64_MAX / 4) /* Of a finite value, either side of 0. */

static inline bool bs_value_is_finite(int64_t value)
{
    return value >= -BS_VALUE_SIZE_MAX && value <= BS_VALUE_SIZE_MAX;
}

/** Borrowed values in ascending order, the censored ones behind them not stored. */
struct bs_sample {
    const int64_t *values;
    int64_t known;
    int64_t censored;
};

/**
 * Sorts `values` in place and gives a view of them without those that are absent, which are
 * count - bs_sample_size() in number.
 */
struct bs_sample bs_sample_sort(int64_t *values, size_t count);

static inline int64_t bs_sample_size(const struct bs_sample *sample)
{
    return sample->known + sample->censored;
}

/** The value with this rank, from 1 to the size; BS_VALUE_CENSORED beyond those that are known. */
int64_t bs_sample_at(const struct bs_sample *sample, int64_t rank);

/** How many are larger than `value`. */
int64_t bs_sample_above(const struct bs_sample *sample, int64_t value);

/**
 * The rank of the quantile `p_ppb` of `count` values, 1 <= count: the smallest value that at least so many
 * of them do not exceed. That is nearest rank, as in reports/checks/predictions.h.
 */
int64_t bs_nearest_rank(int64_t count, int64_t p_ppb);

#endif
