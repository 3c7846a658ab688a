/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_COMPARE_BASELINE_H
#define BS_REPORTS_COMPARE_BASELINE_H

/**
 * What a sweep came to, in as few bytes as comparing it takes: of each figure all values in order, whichever
 * trials they belong to.
 *
 * Figures are those that decide or explain (reports/sweep/outcome.h): verdict and recovered, the RTO, the
 * RPO of each store, phases, steps, invariants. Durations are whole milliseconds, rounded, however a
 * baseline was come by, so that a sweep and a file made of it are the same.
 */

#include "base/arena.h"
#include "base/status.h"
#include "reports/statistics/sample.h"
#include "reports/sweep/trial_table.h"

/** What a baseline may take. */
#define BS_BASELINE_BYTES_MAX ((size_t)4 * 1024 * 1024 * 1024)

struct bs_baseline_column {
    struct bs_column column;
    struct bs_sample sample; /* Durations in ns. Censored: endless. */
    int64_t absent;          /* Trials without a value. */
};

/** All but `path`, which is borrowed, belongs to the arena of whoever made it. */
struct bs_baseline {
    const char *path; /* For messages. */
    const char *scenario;
    const char *scenario_sha256;
    const char *plan; /* NULL: none. */
    const char *plan_sha256;
    const char *version;
    const char *clock; /* Of the RTO. */
    uint64_t seed;     /* Of trial 0; trial n has seed + n. */
    uint64_t trials;   /* That were to be run, and how many of them are missing. */
    uint64_t missing;
    struct bs_baseline_column *columns;
    size_t column_count;
};

/** Of the table's base variant; BS_ERR_INPUT if it has no trial. */
enum bs_status bs_baseline_take(struct bs_trial_table *table, const char *path,
                                struct bs_arena *arena, struct bs_baseline *baseline,
                                struct bs_error *error);

/** The column of these names, or NULL. `workflow` may be NULL. */
const struct bs_baseline_column *bs_baseline_find(const struct bs_baseline *baseline,
                                                  const char *subject, const char *workflow,
                                                  const char *name);

#endif
