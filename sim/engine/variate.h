/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_VARIATE_H
#define BS_SIM_ENGINE_VARIATE_H

/**
 * Distributions of durations, sampled by inversion: one word of uniform bits makes one duration.
 *
 * A sample is a pure function of the distribution and the bits and never decreases when the bits increase
 * (in a mixture: within each component), so that variants compared under common random numbers move
 * together. Continuous shapes look at the first 40 bits: neighbouring steps of 2^-40 differ by far more than
 * rounding errs, which is what keeps them in order; the tails end at a probability of 2^-41.
 *
 * Samples are whole nanoseconds, rounded to the nearest and held within [0, BS_DURATION_MAX]: a normal
 * distribution reaching below 0 piles up there unless it is truncated.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/time.h"

enum bs_distribution_kind {
    BS_DISTRIBUTION_CONSTANT,
    BS_DISTRIBUTION_UNIFORM,
    BS_DISTRIBUTION_NORMAL,
    BS_DISTRIBUTION_LOGNORMAL,
    BS_DISTRIBUTION_EXPONENTIAL,
    BS_DISTRIBUTION_WEIBULL,
    BS_DISTRIBUTION_PARETO,
    BS_DISTRIBUTION_GAMMA,
    BS_DISTRIBUTION_EMPIRICAL,
    BS_DISTRIBUTION_MIXTURE,
};

struct bs_distribution_part;

/** All durations in [0, BS_DURATION_MAX]. */
struct bs_distribution {
    enum bs_distribution_kind kind;
    union {
        struct {
            struct bs_duration value;
        } constant;
        struct {
            struct bs_duration low; /* Every nanosecond from low to high, both included. */
            struct bs_duration high;
        } uniform;
        struct {
            struct bs_duration mean;
            struct bs_duration sd;
        } normal;
        struct {
            struct bs_duration median; /* > 0 */
            struct bs_duration p95; /* >= median; the underlying sd is log(p95 / median) / 1.645. */
        } lognormal;
        struct {
            struct bs_duration mean;
        } exponential;
        struct {
            double shape; /* [0.01, 1000] */
            struct bs_duration scale;
        } weibull;
        struct {
            struct bs_duration minimum;
            double shape; /* [0.01, 1000] */
        } pareto;
        struct {
            double shape; /* [0.01, 1000] */
            struct bs_duration scale;
        } gamma;
        struct {
            const struct bs_duration
                *values;    /* Ascending, borrowed; each as likely as the others. */
            uint32_t count; /* > 0 */
        } empirical;
        struct {
            struct bs_distribution_part *parts; /* Borrowed. */
            uint32_t count;                     /* > 0 */
            uint64_t weight_sum;                /* Of the parts; in (0, 2^53). */
        } mixture;
    };
    /* What truncation left of the 2^40 steps of probability: from step_first, step_count of them; a count
       of 0 stands for all. Set by bs_distribution_truncate(). */
    uint64_t step_first;
    uint64_t step_count;
};

/** A component of a mixture. */
struct bs_distribution_part {
    uint64_t weight; /* Relative to the others'; the sum lies below 2^53. */
    struct bs_distribution of;
};

/** The bounds of a weibull's, pareto's or gamma's shape. */
#define BS_DISTRIBUTION_SHAPE_MIN 0.01
#define BS_DISTRIBUTION_SHAPE_MAX 1000.0

/** A sample from 64 uniform bits. */
struct bs_duration bs_distribution_sample(const struct bs_distribution *distribution,
                                          uint64_t bits);

/**
 * Restricts a distribution to [minimum, maximum]: what lies outside is given up and the rest scaled up, not
 * piled up at the bounds. A mixture's parts are changed in place, their weights included. False if less than
 * 2^-40 of the distribution lies inside; the distribution must not be sampled then.
 */
bool bs_distribution_truncate(struct bs_distribution *distribution, struct bs_duration minimum,
                              struct bs_duration maximum);

#endif
