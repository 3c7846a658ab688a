/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_COMPARE_COMPARISON_H
#define BS_REPORTS_COMPARE_COMPARISON_H

/**
 * Whether a sweep is worse than its baseline, and what made it so.
 *
 * Headlines decide: the RTO and each store's RPO (p50 and p95), the share of trials that recovered and of
 * those that met all objectives, and each invariant that was violated. So do the plan's steps (p50 and p95),
 * unless only headlines shall: among what else an outage takes, a step that has become slower may not show
 * in the RTO before it is much slower. Each is a one-sided test (reports/statistics/two_sample.h) against
 * the baseline lengthened by what is allowed, all together one family by Holm's method: the probability of
 * any false alarm is at most alpha. An invariant that was never violated in the baseline and is now needs no
 * test: one violation is a fact.
 *
 * What does not decide explains: the phases of the outage, a family of their own, with nothing allowed.
 * "Unchanged" means that no change could be shown. What cannot be judged matters of headlines only.
 *
 * Samples are taken for independent. With seeds in common the same luck is in both, which makes differences
 * smaller and alarms rarer; the comparison then says so.
 */

#include "reports/compare/baseline.h"

/** By severity. */
enum bs_change {
    BS_CHANGE_NONE,
    BS_CHANGE_BETTER,
    BS_CHANGE_TOLERATED, /* Worse, but not shown to be so by more than is allowed. */
    BS_CHANGE_UNKNOWN,
    BS_CHANGE_WORSE,
    BS_CHANGE_COUNT,
};

/** "unchanged", "better", "tolerated", "unknown", "worse". */
const char *bs_change_name(enum bs_change change);

enum bs_comparison_kind {
    BS_COMPARISON_QUANTILE,
    BS_COMPARISON_SHARE,      /* Of trials in which it was so: the larger the better. */
    BS_COMPARISON_VIOLATIONS, /* Trials in which an invariant failed. */
};

struct bs_comparison_side {
    int64_t trials; /* With a value. */
    /** ns of a quantile (BS_VALUE_CENSORED: no end), parts per 10^9 of a share, or violations. */
    int64_t value;
};

struct bs_comparison_row {
    bool is_headline;
    bool decides;
    enum bs_comparison_kind kind;
    const char *subject;
    const char *workflow; /* Of a step; else NULL. */
    const char *name;
    int64_t p_ppb; /* Which quantile; 0 for the others. */
    struct bs_comparison_side baseline;
    struct bs_comparison_side current;
    bool is_tested;
    double p; /* That it is worse by more than allowed, as it is worth in its family. */
    enum bs_change change;
    const char *unknown; /* Why it cannot be judged; else NULL. */
};

struct bs_comparison_options {
    int64_t margin_ppb; /* What is allowed: 0 <= margin <= 10^12. */
    int64_t alpha_ppb;  /* 0 < alpha < 10^9 */
    bool allows_other_scenario;
    bool only_headlines; /* Steps decide nothing. */
};

enum { BS_COMPARISON_NOTES_MAX = 64 };

struct bs_comparison {
    const struct bs_baseline *baseline;
    const struct bs_baseline *current;
    struct bs_comparison_options options;
    enum bs_change change;          /* NONE, UNKNOWN or WORSE. */
    struct bs_comparison_row *rows; /* Headlines first. */
    size_t row_count;
    const char *why;   /* In a sentence. */
    const char *blame; /* "promote p95 +41s; unchanged: cutover"; NULL if nothing is worse. */
    const char *notes[BS_COMPARISON_NOTES_MAX]; /* What whoever believes it should know. */
    size_t note_count;
    const char *reproduce; /* The command, set by who knows it; or NULL. */
};

/** Borrows both sides; texts and rows come from `arena`. BS_ERR_MEMORY. */
enum bs_status bs_comparison_make(const struct bs_baseline *baseline,
                                  const struct bs_baseline *current,
                                  const struct bs_comparison_options *options,
                                  struct bs_arena *arena, struct bs_comparison *comparison,
                                  struct bs_error *error);

#endif
