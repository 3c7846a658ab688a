/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/binomial.h"

#include "base/assert.h"
#include "base/pcg.h"

enum { TRIALS, P, Q };

static double ratio(const struct bs_unimodal *about, int64_t k)
{
    const double *is = about->parameters;

    return ((is[TRIALS] - (double)k) * is[P]) / ((double)(k + 1) * is[Q]);
}

/* floor((trials + 1) p), which is one too many where p is 1. */
static int64_t mode_of(int64_t trials, int64_t p_ppb)
{
    const int64_t mode =
        (int64_t)((bs_uint128)(uint64_t)(trials + 1) * (uint64_t)p_ppb / (uint64_t)BS_PPB);

    return mode < trials ? mode : trials;
}

/* What is certain is a distribution over one number, so that no ratio is by nought. */
struct bs_unimodal bs_binomial(int64_t trials, int64_t p_ppb)
{
    BS_ASSERT(trials >= 0 && trials <= BS_TRIALS_MAX);
    BS_ASSERT(p_ppb >= 0 && p_ppb <= BS_PPB);
    return (struct bs_unimodal){
        .low = p_ppb == BS_PPB ? trials : 0,
        .high = p_ppb == 0 ? 0 : trials,
        .mode = mode_of(trials, p_ppb),
        .ratio = ratio,
        .parameters = {(double)trials, (double)p_ppb, (double)(BS_PPB - p_ppb)},
    };
}

double bs_binomial_at_most(int64_t trials, int64_t p_ppb, int64_t k)
{
    const struct bs_unimodal about = bs_binomial(trials, p_ppb);
    const struct bs_tails tails = bs_unimodal_tails(&about, k);

    return tails.below + tails.at;
}

double bs_binomial_at_least(int64_t trials, int64_t p_ppb, int64_t k)
{
    const struct bs_unimodal about = bs_binomial(trials, p_ppb);
    const struct bs_tails tails = bs_unimodal_tails(&about, k);

    return tails.above + tails.at;
}

/* The largest p that makes so many successes too rare: bisection over parts per 10^9. */
static int64_t low_bound(int64_t successes, int64_t trials, double tail)
{
    int64_t rare = 0;
    int64_t common = BS_PPB;

    while (common - rare > 1) {
        const int64_t middle = rare + (common - rare) / 2;

        if (bs_binomial_at_least(trials, middle, successes) <= tail) {
            rare = middle;
        } else {
            common = middle;
        }
    }
    return rare;
}

struct bs_share_interval bs_clopper_pearson(int64_t successes, int64_t trials,
                                            int64_t confidence_ppb)
{
    const double tail = bs_tail_of(confidence_ppb);

    BS_ASSERT(successes >= 0 && successes <= trials);
    BS_ASSERT(confidence_ppb > 0 && confidence_ppb < BS_PPB);
    return (struct bs_share_interval){
        .low_ppb = successes == 0 ? 0 : low_bound(successes, trials, tail),
        .high_ppb =
            successes == trials ? BS_PPB : BS_PPB - low_bound(trials - successes, trials, tail),
    };
}
