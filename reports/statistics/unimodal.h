/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_UNIMODAL_H
#define BS_REPORTS_STATISTICS_UNIMODAL_H

/**
 * Probabilities of whole numbers whose weights rise to a mode and fall after it, from nothing but the ratio
 * of neighbours.
 *
 * Weights are taken outward from the mode, where the weight is 1, until they fall below 10^-40; their sum
 * makes probabilities of them. No logarithm or gamma function is needed, every step is one of + - * / in a
 * fixed order, and so the bits are the same everywhere. Cost is that of some thirteen standard deviations to
 * either side. What lies beyond counts as 0.
 */

#include <stdint.h>

/** No distribution here is over more than this many trials. */
#define BS_TRIALS_MAX INT64_C(20000000)

#define BS_PPB INT64_C(1000000000)

struct bs_unimodal {
    int64_t low; /* The least number with a positive probability, and the greatest. */
    int64_t high;
    int64_t mode;
    /** P(k + 1) / P(k), for low <= k < high. */
    double (*ratio)(const struct bs_unimodal *about, int64_t k);
    double parameters[3]; /* The ratio's own. */
};

/** Their sum is 1 up to rounding. */
struct bs_tails {
    double below; /* P(X < k) */
    double at;    /* P(X = k) */
    double above; /* P(X > k) */
};

/** `k` may lie anywhere. */
struct bs_tails bs_unimodal_tails(const struct bs_unimodal *about, int64_t k);

/** The largest k with P(X < k) <= tail; `low` if there is none above it. */
int64_t bs_unimodal_low_quantile(const struct bs_unimodal *about, double tail);

/** The smallest k with P(X >= k) <= tail; `high` + 1 if P(X = high) alone is more. */
int64_t bs_unimodal_high_quantile(const struct bs_unimodal *about, double tail);

#endif
