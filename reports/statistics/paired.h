/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_PAIRED_H
#define BS_REPORTS_STATISTICS_PAIRED_H

/**
 * Two variants of the same trials, compared trial by trial: under common random numbers a trial's luck is
 * the same in both, and only what the variants make of it differs. Smaller is better.
 *
 * A censored value is larger than all others: against a known one the difference is infinite, against another
 * there is none, and the pair counts as equal. A pair with an absent value is left out and counted.
 */

#include <stddef.h>
#include <stdint.h>

#include "reports/statistics/quantile.h"

struct bs_paired {
    int64_t pairs;         /* In which neither is absent. */
    int64_t absent_before; /* Absent in the first only, in the second only, in both. */
    int64_t absent_after;
    int64_t absent_both;
    int64_t
        censored_before; /* Of `pairs`: censored in the first only, in the second only, in both. */
    int64_t censored_after;
    int64_t censored_both;
    int64_t better; /* Of `pairs`: the second is smaller, equal, larger. */
    int64_t equal;
    int64_t worse;
    /** Of second - first over the pairs that are not censored in both; may be BS_VALUE_BELOW_ALL, too. */
    struct bs_quantile median;
    struct bs_quantile_ranks median_ranks;
    /** Over the pairs of two known values, rounded towards zero; BS_VALUE_ABSENT without any. */
    int64_t mean;
    /** The sign test: that equal chances make as many or more worse; and as uneven, either way. */
    double p_worse;
    double p_differs;
};

/** `differences` is room for `count` values; what it holds afterwards belongs to nobody. */
struct bs_paired bs_paired_compare(const int64_t *before, const int64_t *after, size_t count,
                                   int64_t confidence_ppb, int64_t *differences);

#endif
