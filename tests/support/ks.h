/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_SUPPORT_KS_H
#define BS_TESTS_SUPPORT_KS_H

/**
 * The Kolmogorov-Smirnov test of one sample against a known distribution.
 */

#include <stddef.h>

/** P(X <= x); `parameters` as given to bs_ks_statistic(). */
typedef double bs_ks_cdf(const void *parameters, double x);

/** The greatest distance between the empirical and the given distribution. Sorts `sample`. */
double bs_ks_statistic(double *sample, size_t count, bs_ks_cdf *cdf, const void *parameters);

/** c(alpha) / sqrt(count), c = sqrt(-log(alpha / 2) / 2): the asymptotic bound, good from 50 or so. */
double bs_ks_critical(size_t count, double alpha);

#endif
