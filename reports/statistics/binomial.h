/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_BINOMIAL_H
#define BS_REPORTS_STATISTICS_BINOMIAL_H

/**
 * How often something happens in independent trials, and what a count says about its probability.
 * Probabilities that are given are parts per 10^9.
 */

#include <stdint.h>

#include "reports/statistics/unimodal.h"

/** 0 <= trials <= BS_TRIALS_MAX, 0 <= p_ppb <= 10^9. */
struct bs_unimodal bs_binomial(int64_t trials, int64_t p_ppb);

/** P(X <= k) and P(X >= k). */
double bs_binomial_at_most(int64_t trials, int64_t p_ppb, int64_t k);
double bs_binomial_at_least(int64_t trials, int64_t p_ppb, int64_t k);

struct bs_share_interval {
    int64_t low_ppb;
    int64_t high_ppb;
};

/**
 * The probabilities that `successes` of `trials` do not rule out, rounded outward: never less than
 * `confidence_ppb` sure. (Clopper, Pearson, "The use of confidence or fiducial limits illustrated in the
 * case of the binomial", 1934.) Without trials it is everything.
 */
struct bs_share_interval bs_clopper_pearson(int64_t successes, int64_t trials,
                                            int64_t confidence_ppb);

/** Half of what a two-sided interval leaves out. */
static inline double bs_tail_of(int64_t confidence_ppb)
{
    return (double)(BS_PPB - confidence_ppb) / (2.0 * (double)BS_PPB);
}

#endif
