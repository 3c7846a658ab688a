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

/** BS_ERR_LIMIT if it does not fit into the buffer. */
enum bs_status bs_sweep_csv(struct bs_trial_table *table, struct bs_buffer *buffer,
                            struct bs_error *error);

#endif
