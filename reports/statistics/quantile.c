/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/quantile.h"

#include "base/assert.h"
#include "reports/statistics/binomial.h"

static void assert_sound(struct bs_quantile_question question)
{
    BS_ASSERT(question.p_ppb > 0 && question.p_ppb < BS_PPB);
    BS_ASSERT(question.confidence_ppb > 0 && question.confidence_ppb < BS_PPB);
}

struct bs_quantile_ranks bs_quantile_ranks(int64_t trials, struct bs_quantile_question question)
{
    const struct bs_unimodal about = bs_binomial(trials, question.p_ppb);
    const double tail = bs_tail_of(question.confidence_ppb);
    struct bs_quantile_ranks ranks = {.trials = trials};
    int64_t low;
    int64_t high;

    assert_sound(question);
    low = bs_unimodal_low_quantile(&about, tail);
    high = bs_unimodal_high_quantile(&about, tail);
    if (low < 1 || high > trials) {
        return ranks;
    }
    ranks.value = bs_nearest_rank(trials, question.p_ppb);
    ranks.low = low;
    ranks.high = high;
    ranks.coverage =
        1.0 - bs_unimodal_tails(&about, low).below - bs_unimodal_tails(&about, high - 1).above;
    return ranks;
}

/* The fewest trials of which all fall to one side with a probability of at most `tail`. */
static int64_t trials_until(double side, double tail)
{
    double all = side;
    int64_t trials = 1;

    for (; all > tail && trials <= BS_TRIALS_MAX; trials++) {
        all *= side;
    }
    return trials;
}

int64_t bs_quantile_trials_needed(struct bs_quantile_question question)
{
    const double p = (double)question.p_ppb / (double)BS_PPB;
    const double q = (double)(BS_PPB - question.p_ppb) / (double)BS_PPB;
    int64_t trials;

    assert_sound(question);
    trials = trials_until(p > q ? p : q, bs_tail_of(question.confidence_ppb));
    return trials <= BS_TRIALS_MAX ? trials : 0;
}

struct bs_quantile bs_quantile_of(const struct bs_sample *sample,
                                  const struct bs_quantile_ranks *ranks)
{
    BS_ASSERT(ranks->trials == bs_sample_size(sample));
    if (ranks->value == 0) {
        return (struct bs_quantile){BS_VALUE_ABSENT, BS_VALUE_ABSENT, BS_VALUE_ABSENT};
    }
    return (struct bs_quantile){.value = bs_sample_at(sample, ranks->value),
                                .low = bs_sample_at(sample, ranks->low),
                                .high = bs_sample_at(sample, ranks->high)};
}
