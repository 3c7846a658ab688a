/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/variate.h"

#include <math.h>
#include <stddef.h>

#include "base/stream.h"
#include "sim/engine/math.h"

enum { STEP_BITS = 40 };

#define STEPS (UINT64_C(1) << STEP_BITS)
/* The normal quantile of 0.95. */
#define NORMAL_P95 1.6448536269514722

/* A probability and its complement; both are exact for the middle of a step. */
struct probability {
    double p;
    double q;
};

static struct probability middle_of_step(uint64_t step)
{
    return (struct probability){
        .p = ((double)step + 0.5) / (double)STEPS,
        .q = ((double)(STEPS - 1 - step) + 0.5) / (double)STEPS,
    };
}

static double normal_ns(const struct bs_distribution *d, struct probability at)
{
    return (double)d->normal.mean.ns + (double)d->normal.sd.ns * bs_normal_quantile(at.p);
}

static double lognormal_ns(const struct bs_distribution *d, struct probability at)
{
    double median_ns = (double)d->lognormal.median.ns;
    double sigma = bs_log((double)d->lognormal.p95.ns / median_ns) / NORMAL_P95;

    return median_ns * bs_exp(sigma * bs_normal_quantile(at.p));
}

static double exponential_ns(const struct bs_distribution *d, struct probability at)
{
    return (double)d->exponential.mean.ns * -bs_log(at.q);
}

static double weibull_ns(const struct bs_distribution *d, struct probability at)
{
    return (double)d->weibull.scale.ns * bs_power(-bs_log(at.q), 1.0 / d->weibull.shape);
}

static double pareto_ns(const struct bs_distribution *d, struct probability at)
{
    return (double)d->pareto.minimum.ns * bs_exp(-bs_log(at.q) / d->pareto.shape);
}

static double gamma_ns(const struct bs_distribution *d, struct probability at)
{
    return (double)d->gamma.scale.ns * bs_gamma_quantile(d->gamma.shape, at.p, at.q);
}

/* The continuous shapes; the others have none. */
static double (*const quantiles_ns[])(const struct bs_distribution *, struct probability) = {
    [BS_DISTRIBUTION_NORMAL] = normal_ns,
    [BS_DISTRIBUTION_LOGNORMAL] = lognormal_ns,
    [BS_DISTRIBUTION_EXPONENTIAL] = exponential_ns,
    [BS_DISTRIBUTION_WEIBULL] = weibull_ns,
    [BS_DISTRIBUTION_PARETO] = pareto_ns,
    [BS_DISTRIBUTION_GAMMA] = gamma_ns,
    [BS_DISTRIBUTION_MIXTURE] = NULL,
};

static double quantile_ns(const struct bs_distribution *distribution, uint64_t step)
{
    return quantiles_ns[distribution->kind](distribution, middle_of_step(step));
}

/* 0 times infinity is no number: it counts as 0, which is what a scale of 0 means. */
static struct bs_duration to_duration(double ns)
{
    if (!(ns > 0.0)) {
        return (struct bs_duration){0};
    }
    if (ns >= (double)BS_DURATION_MAX.ns) {
        return BS_DURATION_MAX;
    }
    return (struct bs_duration){(int64_t)floor(ns + 0.5)};
}

/* The product of bits and the sum of weights: its whole part chooses among the weights, and what is left,
   seen within the chosen part's share, is uniform again. */
static struct bs_duration sample_mixture(const struct bs_distribution *distribution, uint64_t bits)
{
    const struct bs_distribution_part *part = distribution->mixture.parts;
    bs_uint128 place = (bs_uint128)bits * distribution->mixture.weight_sum;
    uint64_t below = 0;

    while ((uint64_t)(place >> 64) >= below + part->weight) {
        below += part->weight;
        part++;
    }
    place -= (bs_uint128)below << 64;
    return bs_distribution_sample(&part->of, (uint64_t)(place / part->weight));
}

struct bs_duration bs_distribution_sample(const struct bs_distribution *distribution, uint64_t bits)
{
    uint64_t step = bits >> (64 - STEP_BITS);

    switch (distribution->kind) {
    case BS_DISTRIBUTION_CONSTANT:
        return distribution->constant.value;
    case BS_DISTRIBUTION_UNIFORM: {
        int64_t low_ns = distribution->uniform.low.ns;
        uint64_t span = (uint64_t)(distribution->uniform.high.ns - low_ns) + 1;

        return (struct bs_duration){low_ns + (int64_t)bs_bits_below(bits, span)};
    }
    case BS_DISTRIBUTION_EMPIRICAL:
        return distribution->empirical.values[bs_bits_below(bits, distribution->empirical.count)];
    case BS_DISTRIBUTION_MIXTURE:
        return sample_mixture(distribution, bits);
    case BS_DISTRIBUTION_NORMAL:
    case BS_DISTRIBUTION_LOGNORMAL:
    case BS_DISTRIBUTION_EXPONENTIAL:
    case BS_DISTRIBUTION_WEIBULL:
    case BS_DISTRIBUTION_PARETO:
    case BS_DISTRIBUTION_GAMMA:
        break;
    }
    if (distribution->step_count > 0) {
        step = distribution->step_first + bs_bits_below(bits, distribution->step_count);
    }
    return to_duration(quantile_ns(distribution, step));
}

/* The first of the steps [first, end) whose quantile is at least `bound_ns`, or else `end`. */
static uint64_t first_step_at(const struct bs_distribution *distribution, uint64_t first,
                              uint64_t end, double bound_ns)
{
    while (first < end) {
        uint64_t middle = first + (end - first) / 2;

        if (quantile_ns(distribution, middle) >= bound_ns) {
            end = middle;
        } else {
            first = middle + 1;
        }
    }
    return first;
}

/* As wide as rounding: what rounds into the bounds is inside. Returns the share kept, in steps. */
static uint64_t truncate_steps(struct bs_distribution *distribution, struct bs_duration minimum,
                               struct bs_duration maximum)
{
    uint64_t all = distribution->step_count == 0 ? STEPS : distribution->step_count;
    uint64_t end = distribution->step_first + all;

    distribution->step_first =
        first_step_at(distribution, distribution->step_first, end, (double)minimum.ns - 0.5);
    end = first_step_at(distribution, distribution->step_first, end, (double)maximum.ns + 0.5);
    distribution->step_count = end - distribution->step_first;
    return (uint64_t)(((bs_uint128)distribution->step_count * STEPS) / all);
}

static uint64_t truncate_uniform(struct bs_distribution *distribution, struct bs_duration minimum,
                                 struct bs_duration maximum)
{
    int64_t *low_ns = &distribution->uniform.low.ns;
    int64_t *high_ns = &distribution->uniform.high.ns;
    bs_uint128 all = (bs_uint128)(*high_ns - *low_ns) + 1;

    *low_ns = *low_ns > minimum.ns ? *low_ns : minimum.ns;
    *high_ns = *high_ns < maximum.ns ? *high_ns : maximum.ns;
    return *low_ns > *high_ns ? 0
                              : (uint64_t)(((bs_uint128)(*high_ns - *low_ns) + 1) * STEPS / all);
}

static uint64_t truncate_empirical(struct bs_distribution *distribution, struct bs_duration minimum,
                                   struct bs_duration maximum)
{
    const struct bs_duration *values = distribution->empirical.values;
    uint32_t all = distribution->empirical.count;
    uint32_t first = 0;
    uint32_t end = all;

    BS_ASSERT(all > 0);

    while (first < end && values[first].ns < minimum.ns) {
        first++;
    }
    while (end > first && values[end - 1].ns > maximum.ns) {
        end--;
    }
    distribution->empirical.values = &values[first];
    distribution->empirical.count = end - first;
    return (uint64_t)(end - first) * STEPS / all;
}

static uint64_t truncate_kept(struct bs_distribution *distribution, struct bs_duration minimum,
                              struct bs_duration maximum);

/* Weights are first scaled up, to lose nothing that matters when they are multiplied by shares. */
static uint64_t truncate_mixture(struct bs_distribution *distribution, struct bs_duration minimum,
                                 struct bs_duration maximum)
{
    uint64_t all = distribution->mixture.weight_sum;
    uint64_t kept = 0;
    uint32_t shift = 0;

    while ((all << shift) < (UINT64_C(1) << 52)) {
        shift++;
    }
    for (uint32_t i = 0; i < distribution->mixture.count; i++) {
        struct bs_distribution_part *part = &distribution->mixture.parts[i];
        bs_uint128 share = truncate_kept(&part->of, minimum, maximum);

        part->weight = (uint64_t)((share * (part->weight << shift)) >> STEP_BITS);
        kept += part->weight;
    }
    distribution->mixture.weight_sum = kept;
    return (uint64_t)((bs_uint128)kept * STEPS / (all << shift));
}

/* Returns the share kept, of STEPS. */
static uint64_t truncate_kept(struct bs_distribution *distribution, struct bs_duration minimum,
                              struct bs_duration maximum)
{
    switch (distribution->kind) {
    case BS_DISTRIBUTION_CONSTANT:
        return distribution->constant.value.ns >= minimum.ns &&
                       distribution->constant.value.ns <= maximum.ns
                   ? STEPS
                   : 0;
    case BS_DISTRIBUTION_UNIFORM:
        return truncate_uniform(distribution, minimum, maximum);
    case BS_DISTRIBUTION_EMPIRICAL:
        return truncate_empirical(distribution, minimum, maximum);
    case BS_DISTRIBUTION_MIXTURE:
        return truncate_mixture(distribution, minimum, maximum);
    case BS_DISTRIBUTION_NORMAL:
    case BS_DISTRIBUTION_LOGNORMAL:
    case BS_DISTRIBUTION_EXPONENTIAL:
    case BS_DISTRIBUTION_WEIBULL:
    case BS_DISTRIBUTION_PARETO:
    case BS_DISTRIBUTION_GAMMA:
        break;
    }
    return truncate_steps(distribution, minimum, maximum);
}

bool bs_distribution_truncate(struct bs_distribution *distribution, struct bs_duration minimum,
                              struct bs_duration maximum)
{
    BS_ASSERT(minimum.ns <= maximum.ns);

    return truncate_kept(distribution, minimum, maximum) > 0;
}
