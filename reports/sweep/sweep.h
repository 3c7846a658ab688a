/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_H
#define BS_REPORTS_SWEEP_SWEEP_H

/**
 * What a sweep's trials come to, computed once from its file. Renderers compute nothing but layout.
 *
 * The unit is the trial: each gives one RTO and one RPO, and quantiles and shares are over trials, with
 * intervals of 95 % that hold whatever the distribution is (reports/statistics/). An outage that does not end
 * within its run is larger than all others, never dropped; a trial that could not be judged is counted apart.
 * Two sweeps of the same trials come to the same, whatever threads, shards and resumptions made them.
 */

#include "reports/statistics/paired.h"
#include "reports/statistics/quantile.h"
#include "reports/sweep/trial_table.h"

enum { BS_SWEEP_LEVELS = 3, BS_SWEEP_CURVE = 201, BS_SWEEP_SEEDS_MAX = 10 };

/** p50, p95 and p99. */
struct bs_sweep_level {
    const char *name;
    int64_t p_ppb;
};
extern const struct bs_sweep_level bs_sweep_levels[BS_SWEEP_LEVELS];

/** In this share of the trials all objectives have to be met: 95 %, if nothing else is said. */
#define BS_SWEEP_PASS_PPB_DEFAULT INT64_C(950000000)

/** The confidence of all intervals. */
#define BS_SWEEP_CONFIDENCE_PPB INT64_C(950000000)

/** So many of the trials, and which probabilities that does not rule out. */
struct bs_sweep_share {
    uint64_t count;
    uint64_t trials;
    int64_t low_ppb;
    int64_t high_ppb;
};

/** One figure over a variant's trials. */
struct bs_sweep_spread {
    const struct bs_column *column;
    uint64_t known;
    uint64_t endless;
    uint64_t absent; /* Could not be judged, or, of a step, did not happen. */
    int64_t least;   /* Of those known; BS_NO_VALUE without any. */
    int64_t most;
    struct bs_quantile
        quantiles[BS_SWEEP_LEVELS]; /* BS_VALUE_ABSENT, BS_VALUE_CENSORED: see there. */
    struct bs_sweep_share
        met; /* At most the column's objective; of all trials. Empty without one. */
    /** The value at rank i / 200 of those known and endless, i = 0 .. 200; of nothing, all BS_NO_VALUE. */
    int64_t curve[BS_SWEEP_CURVE];
};

/** A variant, or the base. */
struct bs_sweep_result {
    const struct bs_variant *variant;
    uint64_t trials;
    uint64_t verdicts[4]; /* By enum bs_verdict. */
    struct bs_sweep_share passed;
    uint64_t recovered;
    uint64_t endless;
    struct bs_sweep_spread rto;
    struct bs_sweep_spread rpo;     /* Of the store that decides in each trial. */
    struct bs_sweep_spread *stores; /* `store` columns, in their order. */
    size_t store_count;
    struct bs_paired rto_against_base; /* Of the base against itself: without meaning. */
    struct bs_paired rpo_against_base;
    struct bs_figure monthly_usd_micro; /* What the posture costs, in 10^-6 USD a month. */
};

struct bs_sweep_invariant {
    const char *name;
    uint64_t violations; /* Trials of the base in which it failed. */
    uint64_t unknown;
    uint64_t seeds[BS_SWEEP_SEEDS_MAX]; /* Of the first that failed. */
    size_t seed_count;
};

/**
 * What a part or step adds between an ordinary trial and a bad one: the mean of its length over the trials
 * whose RTO ranks within 2.5 % of p95, less that over those within 2.5 % of p50. A step that did not happen
 * has no length. The parts' differences add up to that of the RTO, those of steps need not.
 */
struct bs_tail_row {
    const struct bs_column *column;
    int64_t ordinary_ns;
    int64_t bad_ns;
    int64_t gap_ns;
    int64_t share_ppb; /* Of the RTO's difference. */
};

struct bs_tail {
    const char *unknown;       /* Why there is nothing to say; NULL if there is. */
    int64_t gap_ns;            /* Of the means of the RTO. */
    struct bs_tail_row *parts; /* By gap, the largest first; those without any are left out. */
    size_t part_count;
    struct bs_tail_row *steps;
    size_t step_count;
};

/** A stochastic input, held at its median: how far that moves trials, one by one. */
struct bs_influence {
    const char *path; /* "people.incident-commander.decides" */
    const char *held; /* "2m" */
    uint64_t pairs;
    int64_t rto_moved_ns; /* Mean of |difference| of the RTO, where it is known in both. */
    int64_t rpo_moved_ns; /* Of the store whose RPO it moves farthest, .. */
    const struct bs_column *rpo_store; /* .. which is this one; NULL if there is no store. */
    int64_t rto_p95;      /* With it held, over these trials; or as in struct bs_quantile. */
    int64_t base_rto_p95; /* Of the same trials as they are. */
};

/** What no source supports, at half and at double of its value. */
struct bs_prior {
    const char *path;
    const struct bs_column *headline; /* "outage" rto, or a "store", whose RPO it is. */
    int64_t half;                     /* The headline's p95; or as in struct bs_quantile. */
    int64_t base;
    int64_t twice;
    int64_t moved_ns; /* The larger of the two mean |differences| from trial to trial. */
    bool flips;       /* p95 within the objective at one of the three and not at another. */
};

struct bs_sweep {
    const struct bs_sweep_design *design; /* Of the table, which must outlive this. */
    int64_t pass_ppb;
    struct bs_sweep_result *results; /* The base, then each choice. */
    size_t result_count;
    struct bs_sweep_invariant *invariants;
    size_t invariant_count;
    struct bs_tail tail;
    struct bs_influence *influences; /* By how far they move the RTO, the farthest first. */
    size_t influence_count;
    struct bs_prior *priors; /* By headline, then by how far they move it. */
    size_t prior_count;
    bool fragile; /* One of them flips. */
    enum bs_verdict verdict;
    const char *why; /* The verdict in a sentence. */
    struct bs_arena arena;
};

/**
 * BS_ERR_INPUT if trials are missing: which. On success the caller owns `*sweep`. The verdict is that of
 * the base: fail if an invariant was violated, or if less than `pass_ppb` of trials pass beyond doubt; pass
 * if as many do beyond doubt; else unknown: so many trials cannot tell.
 */
enum bs_status bs_sweep_build(struct bs_trial_table *table, int64_t pass_ppb,
                              struct bs_sweep **sweep, struct bs_error *error);

void bs_sweep_destroy(struct bs_sweep *sweep);

#endif
