/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_OUTCOME_H
#define BS_REPORTS_SWEEP_OUTCOME_H

/**
 * What a sweep keeps of a trial: one number for each column, and which columns there are.
 *
 * Columns follow from the scenario and the plan alone (OBJECTIVE, STORE and PLANNED records, and the names
 * of invariants), so that every trial of a sweep, and every variant that keeps the plan, has the same ones,
 * in this order (subject, name, unit):
 * - trial: verdict, recovered (1 or 0), rpo, lost_writes, split_brain, failed_requests, human_wait (within
 *   the worst outage), plan_recovery;
 * - outage: rto, on the objective's clock; BS_ENDLESS for an outage that does not end within the run;
 * - store: the RPO of each; lost: the writes that each lost;
 * - phase: the length of each within the worst outage, 0 where it had none (reports/checks/parts.h);
 * - step: how long each of the plan took, as in reports/checks/predictions.h; no value if it was not
 *   executed or has no end;
 * - invariant: the outcome of each.
 */

#include "base/arena.h"
#include "base/status.h"
#include "reports/report.h"
#include "reports/statistics/sample.h"

/** Stands where a trial has no value, and where there was no end to what is measured. */
#define BS_NO_VALUE BS_VALUE_ABSENT
#define BS_ENDLESS  BS_VALUE_CENSORED

enum bs_unit {
    BS_UNIT_NS,
    BS_UNIT_COUNT,
    BS_UNIT_VERDICT, /* enum bs_verdict */
    BS_UNIT_OUTCOME, /* enum bs_outcome */
};

struct bs_column {
    const char *subject;
    const char *workflow; /* Of a step; else NULL. */
    const char *name;
    enum bs_unit unit;
    int64_t objective; /* The most that is accepted, in the column's unit; BS_NO_VALUE: none. */
};

enum { BS_COLUMNS_MAX = 1024 };

struct bs_columns {
    struct bs_column *items;
    size_t count;
};

/**
 * The columns of the sweep that this trial belongs to; texts are copied into `arena`. BS_ERR_LIMIT beyond
 * BS_COLUMNS_MAX, BS_ERR_MEMORY.
 */
enum bs_status bs_columns_make(const struct bs_history *history, const struct bs_report *report,
                               struct bs_arena *arena, struct bs_columns *columns,
                               struct bs_error *error);

/** Appends the columns that `columns` has not; BS_ERR_LIMIT as above. Texts are shared. */
enum bs_status bs_columns_merge(struct bs_columns *columns, const struct bs_columns *others,
                                struct bs_error *error);

/** The column's index; -1 if there is none. `workflow` may be NULL. */
int64_t bs_columns_find(const struct bs_columns *columns, const char *subject, const char *workflow,
                        const char *name);

/** Whether both have the same names, units and objectives in the same order. */
bool bs_columns_are_same(const struct bs_columns *a, const struct bs_columns *b);

/** Fills in `columns->count` values from a trial's report. */
void bs_outcome_take(const struct bs_columns *columns, const struct bs_report *report,
                     int64_t *values);

#endif
