/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_HYPERGEOMETRIC_H
#define BS_REPORTS_STATISTICS_HYPERGEOMETRIC_H

/** How many marked ones are among those drawn without putting back. */

#include "reports/statistics/unimodal.h"

struct bs_urn {
    int64_t total; /* At most BS_TRIALS_MAX. */
    int64_t marked;
    int64_t drawn;
};

/** The number of marked ones among the drawn. */
struct bs_unimodal bs_hypergeometric(struct bs_urn urn);

/** P(X >= k): Fisher's exact test, one-sided, if `k` of the drawn are marked. */
double bs_hypergeometric_at_least(struct bs_urn urn, int64_t k);

#endif
