/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_COHORTS_H
#define BS_REPORTS_CHECKS_COHORTS_H

/** How each cohort of clients fared, by the outage rule on its own requests and its own steady state. */

#include "reports/checks/outage.h"

struct bs_cohort_row {
    const char *name;
    const char *behaviour;
    struct bs_figure share; /* ppb of its population's requests, as declared. */
    struct bs_figure rto;   /* ns. */
    int64_t requests;
    int64_t failed;
};

struct bs_cohorts {
    struct bs_cohort_row *items;
    size_t count;
};

/** Overwrites `series`. */
void bs_cohorts_find(struct bs_evidence *evidence, struct bs_series *series,
                     struct bs_outage_rule rule, struct bs_cohorts *cohorts);

#endif
