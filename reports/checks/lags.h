/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_LAGS_H
#define BS_REPORTS_CHECKS_LAGS_H

/**
 * How far each store's copies were behind, from the LAG records. A record without a lag, or with a negative
 * one, is passed over.
 */

#include "reports/checks/rpo.h"
#include "reports/evidence.h"

struct bs_lag_point {
    struct bs_instant at;
    struct bs_duration lag;
};

/** Of one lineage; it has a point or more, in order of time. */
struct bs_lag_course {
    const char *lineage;
    const struct bs_lag_point *points;
    size_t count;
    struct bs_duration median; /* Of the points; of two in the middle the lower. */
    struct bs_lag_point worst; /* Of equals the first. */
};

/** Of one store: its lineages, by name. */
struct bs_lags {
    struct bs_lag_course *courses;
    size_t count;
};

/** One for each of the stores, in their order; NULL and `failed` where the arena says no. */
struct bs_lags *bs_lags_find(struct bs_evidence *evidence, const struct bs_rpo *rpo);

#endif
