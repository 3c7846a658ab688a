/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_CSV_H
#define BS_REPORTS_SWEEP_SWEEP_CSV_H

/**
 * Every trial of a sweep as a line of CSV (RFC 4180): its variant, its seed, and a column for each figure,
 * named `subject.workflow.name` and its unit (`_s`). Nothing stands where a trial has no value, `unrecovered`
 * for an outage without an end; verdicts and outcomes are words. No field begins with what a spreadsheet
 * would take for a formula.
 */

#include "reports/sweep/trial_table.h"

/** Takes the pieces of the text in order; what it returns but BS_OK ends the writing. */
struct bs_sweep_csv_sink {
    void *self;
    enum bs_status (*take)(void *self, const char *bytes, size_t length, struct bs_error *error);
};

/** Needs memory for a piece, however many trials there are. BS_ERR_LIMIT if a line is no piece's size. */
enum bs_status bs_sweep_csv(struct bs_trial_table *table, const struct bs_sweep_csv_sink *sink,
                            struct bs_error *error);

#endif
