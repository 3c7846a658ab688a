/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_CURVE_H
#define BS_REPORTS_SWEEP_SWEEP_CURVE_H

/**
 * A figure's distribution as it is drawn: the share of the trials that are at most a value, with a band, and
 * how many trials lie between two.
 *
 * Shares are of the trials with the figure, those without an end included: where there are such, the curve
 * ends below 1. It comes from the spread's 201 ranks: exact up to as many trials, with more it may be up to
 * 1 / 200 of them too low between two of its points.
 */

#include "reports/sweep/plot_axis.h"
#include "reports/sweep/sweep.h"

enum { BS_CURVE_POINTS_MAX = BS_SWEEP_CURVE + 1, BS_HISTOGRAM_BINS_MAX = 32 };

struct bs_curve_point {
    int64_t value;
    uint64_t trials; /* At least so many are at most `value`. */
    int64_t share_ppb;
    int64_t low_ppb; /* The band from here to the next point. */
    int64_t high_ppb;
};

/**
 * By value, each once; none if no trial has one. With a confidence of 95 % the whole curve that ever more
 * trials would come to lies within the band, whose distance is sqrt(ln(2 / 0.05) / 2n) whatever the
 * distribution. (Massart, "The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality", 1990.)
 */
struct bs_curve {
    struct bs_curve_point points[BS_CURVE_POINTS_MAX];
    size_t count;
    int64_t distance_ppb; /* Of the band: it goes up to this before the first point. */
};

void bs_sweep_curve(const struct bs_sweep_spread *spread, struct bs_curve *curve);

/** The last point that is not beyond `value`; NULL before the first. */
const struct bs_curve_point *bs_curve_at(const struct bs_curve *curve, int64_t value);

/** Trials by value in steps of the axis: bin i is from axis.from + i * axis.step to the next, exclusive. */
struct bs_histogram {
    struct bs_axis axis;
    uint64_t trials[BS_HISTOGRAM_BINS_MAX];
    size_t count;
    uint64_t most; /* Trials in the fullest. */
};

/** At least one trial must have a value. */
void bs_sweep_histogram(const struct bs_sweep_spread *spread, struct bs_histogram *histogram);

/** @{ What there is to draw: an RTO of any result; of a result its cost and a p95 that is a number. */
bool bs_sweep_has_rto(const struct bs_sweep *sweep);
bool bs_sweep_has_cost(const struct bs_sweep_result *result);
/** @} */

/** How far an input moves a trial: its RTO, or its RPO. */
typedef int64_t bs_moved_fn(const struct bs_influence *influence);
int64_t bs_rto_moved(const struct bs_influence *influence);
int64_t bs_rpo_moved(const struct bs_influence *influence);

/** The inputs that move it at all, the farthest first, and how many. */
struct bs_movers {
    const struct bs_influence *items[BS_VARIANTS_MAX];
    size_t count;
};

void bs_sweep_movers(const struct bs_sweep *sweep, bs_moved_fn *moved, struct bs_movers *movers);

/** Whether a prior's headline is another with half or double of it, in some trial or in its p95. */
bool bs_sweep_prior_moves(const struct bs_prior *prior);

/** How many priors from this one on, which must be there, are of the same headline. */
size_t bs_sweep_priors_together(const struct bs_sweep *sweep, size_t first);

/**
 * What all RTOs that are known, of the base and its choices, lie on, and the objective unless it is so far
 * from them that they could not be told apart. There must be one.
 */
struct bs_axis bs_sweep_rto_axis(const struct bs_sweep *sweep, int32_t steps_max);

#endif
