/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_BUILD_H
#define BS_REPORTS_SWEEP_SWEEP_BUILD_H

/** The parts that bs_sweep_build() puts together. Inside reports/sweep only. */

#include "reports/sweep/sweep.h"

/** Sets `sweep->tail`. BS_ERR_MEMORY. */
enum bs_status bs_sweep_find_tail(struct bs_sweep *sweep, struct bs_trial_table *table,
                                  struct bs_error *error);

/** Sets influences and priors, from the held, halved and doubled variants. */
enum bs_status bs_sweep_find_inputs(struct bs_sweep *sweep, struct bs_trial_table *table,
                                    struct bs_error *error);

/** Sets the verdict, its reason and `fragile`. */
void bs_sweep_judge(struct bs_sweep *sweep);

/** One column of all trials of a variant, for free(); NULL with `status`. */
int64_t *bs_sweep_column(struct bs_trial_table *table, size_t variant, size_t column,
                         enum bs_status *status, struct bs_error *error);

/** The place of a column that every sweep has. */
size_t bs_sweep_place(const struct bs_sweep *sweep, const char *subject, const char *name);

/** p50, p95 and p99 of values that are sorted in place. */
void bs_sweep_quantiles(int64_t *values, size_t count,
                        struct bs_quantile quantiles[BS_SWEEP_LEVELS]);

/** A zeroed array in the sweep's arena; NULL with an error. */
void *bs_sweep_array(struct bs_sweep *sweep, size_t count, size_t size, struct bs_error *error);

/** Formatted text in the sweep's arena; "" if there is no memory. */
__attribute__((format(printf, 2, 3))) const char *bs_sweep_words(struct bs_sweep *sweep,
                                                                 const char *format, ...);

#endif
