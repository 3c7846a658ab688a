/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_TRIAL_TABLE_H
#define BS_REPORTS_SWEEP_TRIAL_TABLE_H

/**
 * A sweep's trials in a file: what was run, and the outcome of each trial so far.
 *
 * An SQLite database. Trials are added in transactions: whatever kills the program leaves the trials that
 * were added, and the sweep goes on with those that are missing. Values are read column by column, so that
 * a million trials need no more memory than their columns in use. Texts belong to the table.
 *
 * Trial n of a variant, counted from 0, is `blackstart run` with the sweep's seed + n: all variants have the
 * same seeds, and so common random numbers.
 */

#include "reports/sweep/outcome.h"

/** Why a variant is run. */
enum bs_variant_kind {
    BS_VARIANT_BASE,   /* The scenario as it is: variant 0, and no other. */
    BS_VARIANT_CHOICE, /* --vary: the author compares it with the base. */
    BS_VARIANT_HELD,   /* A stochastic input is held at its median. */
    BS_VARIANT_HALF,   /* A value that has no source is halved .. */
    BS_VARIANT_DOUBLE, /* .. and doubled. */
    BS_VARIANT_KIND_COUNT,
};

/** "base", "choice", "held", "half", "double". */
const char *bs_variant_kind_name(enum bs_variant_kind kind);

struct bs_variant {
    enum bs_variant_kind kind;
    const char *label;     /* "resources.orders-dr.lag=5s"; of a base the empty text. */
    const char *overrides; /* Its --set texts, with line feeds between; empty for the base. */
    uint64_t trials;       /* Those of numbers below. */
    int64_t
        monthly_cents; /* What the posture costs beside what serves anyway; BS_NO_VALUE: unknown. */
};

enum { BS_VARIANTS_MAX = 512 };

/** What is run. Two tables may be merged if all of it is the same. */
struct bs_sweep_design {
    const char *scenario; /* Its name. */
    const char *scenario_sha256;
    const char *plan; /* NULL: none. */
    const char *plan_sha256;
    const char *version;
    const char
        *command; /* "blackstart run FILE --set ..": what runs a trial again but for the seed. */
    const char *clock; /* Of the RTO. */
    const char *shard; /* "2/4": the part that this file is for; NULL: all. Not what is run. */
    uint64_t seed;     /* Of trial 0. */
    const struct bs_variant *variants;
    size_t variant_count;
    struct bs_columns columns;
};

struct bs_trial_table;

/** A new file, whose name must be free. */
enum bs_status bs_trial_table_create(const char *path, const struct bs_sweep_design *design,
                                     struct bs_trial_table **table, struct bs_error *error);

/** One that exists; BS_ERR_INPUT if it is none of these files, or of another version. */
enum bs_status bs_trial_table_open(const char *path, struct bs_trial_table **table,
                                   struct bs_error *error);

/** NULL is allowed. */
void bs_trial_table_close(struct bs_trial_table *table);

const struct bs_sweep_design *bs_trial_table_design(const struct bs_trial_table *table);

/** BS_ERR_INPUT says in which respect two sweeps are not the same. */
enum bs_status bs_sweep_designs_match(const struct bs_sweep_design *a,
                                      const struct bs_sweep_design *b, struct bs_error *error);

/** `count` outcomes of a variant's trials `first`, `first` + 1, ..; one transaction, on disk at the end. */
enum bs_status bs_trial_table_add(struct bs_trial_table *table, size_t variant, uint64_t first,
                                  size_t count, const int64_t *values, struct bs_error *error);

/** Sets `is_there[n]` for each trial n of the variant that the table has; `is_there` has `trials` places. */
enum bs_status bs_trial_table_present(struct bs_trial_table *table, size_t variant, bool *is_there,
                                      struct bs_error *error);

/** How many trials of a variant the table has. */
enum bs_status bs_trial_table_count(struct bs_trial_table *table, size_t variant, uint64_t *count,
                                    struct bs_error *error);

/** Called of each trial of a variant, in order of their numbers; `values` are gone when it returns. */
typedef void bs_trial_visit_fn(void *self, uint64_t trial, const int64_t *values);

enum bs_status bs_trial_table_visit(struct bs_trial_table *table, size_t variant,
                                    bs_trial_visit_fn *visit, void *self, struct bs_error *error);

/**
 * `wanted` columns of a variant's trials in order of their numbers: values[k][n] of column columns[k];
 * BS_NO_VALUE where a trial is not there. Each array has the variant's `trials` places.
 */
enum bs_status bs_trial_table_read(struct bs_trial_table *table, size_t variant,
                                   const size_t *columns, size_t wanted, int64_t *const *values,
                                   struct bs_error *error);

#endif
