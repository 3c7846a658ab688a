/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_HOLM_H
#define BS_REPORTS_STATISTICS_HOLM_H

/**
 * Many tests at once without more false alarms than one would have. (Holm, "A simple sequentially rejective
 * multiple test procedure", 1979.)
 */

#include <stddef.h>

/**
 * The p values as they are worth in the family: those at most alpha are the ones to reject at alpha, and the
 * probability of even one false rejection is at most alpha, however the tests depend on each other. Cost is
 * quadratic; `adjusted` may not be `p`.
 */
void bs_holm(const double *p, size_t count, double *adjusted);

#endif
