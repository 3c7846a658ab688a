/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_OBJECTIVE_ROWS_H
#define BS_REPORTS_OBJECTIVE_ROWS_H

/**
 * The findings that judge an objective, each with the figures that it is about: the RTO, each store's RPO
 * that has an objective, split brain.
 */

#include <stdbool.h>
#include <stddef.h>

#include "reports/report.h"

struct bs_objective_row {
    const char *what;           /* "RTO", "RPO", "split brain". */
    const char *store;          /* Of an RPO; else NULL. */
    struct bs_figure objective; /* ns. */
    struct bs_figure achieved;  /* ns. */
    const struct bs_finding *finding;
};

/** Initialise with `{.report = ..}`. */
struct bs_objective_walk {
    const struct bs_report *report;
    size_t finding; /* The next one. */
    size_t store;
    bool is_over;
};

/** The next row; false behind the last. */
bool bs_objective_next(struct bs_objective_walk *walk, struct bs_objective_row *row);

#endif
