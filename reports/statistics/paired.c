/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/paired.h"

#include "base/assert.h"
#include "reports/statistics/binomial.h"

__extension__ typedef __int128 wide;

struct running {
    struct bs_paired paired;
    int64_t *differences;
    size_t difference_count;
    wide sum;
    int64_t sum_count;
};

/* Whether one is missing; if so the pair is counted. */
static bool count_absent(struct bs_paired *paired, int64_t before, int64_t after)
{
    const bool lacks_before = before == BS_VALUE_ABSENT;
    const bool lacks_after = after == BS_VALUE_ABSENT;

    paired->absent_both += lacks_before && lacks_after;
    paired->absent_before += lacks_before && !lacks_after;
    paired->absent_after += !lacks_before && lacks_after;
    return lacks_before || lacks_after;
}

static void count_censored(struct bs_paired *paired, int64_t before, int64_t after)
{
    const bool is_before = before == BS_VALUE_CENSORED;
    const bool is_after = after == BS_VALUE_CENSORED;

    paired->censored_both += is_before && is_after;
    paired->censored_before += is_before && !is_after;
    paired->censored_after += !is_before && is_after;
}

static int64_t difference_of(int64_t before, int64_t after)
{
    if (before == BS_VALUE_CENSORED || after == BS_VALUE_CENSORED) {
        return after == BS_VALUE_CENSORED ? BS_VALUE_CENSORED : BS_VALUE_BELOW_ALL;
    }
    BS_ASSERT(bs_value_is_finite(before) && bs_value_is_finite(after));
    return after - before;
}

static void take_pair(struct running *running, int64_t before, int64_t after)
{
    struct bs_paired *paired = &running->paired;
    int64_t difference;

    if (count_absent(paired, before, after)) {
        return;
    }
    count_censored(paired, before, after);
    paired->pairs++;
    paired->better += after < before;
    paired->equal += after == before;
    paired->worse += after > before;
    if (before == BS_VALUE_CENSORED && after == BS_VALUE_CENSORED) {
        return;
    }
    difference = difference_of(before, after);
    running->differences[running->difference_count++] = difference;
    if (difference != BS_VALUE_CENSORED && difference != BS_VALUE_BELOW_ALL) {
        running->sum += difference;
        running->sum_count++;
    }
}

static void test_signs(struct bs_paired *paired)
{
    const int64_t unequal = paired->better + paired->worse;
    const double p_better = bs_binomial_at_least(unequal, BS_PPB / 2, paired->better);
    double both;

    paired->p_worse = bs_binomial_at_least(unequal, BS_PPB / 2, paired->worse);
    both = 2.0 * (p_better < paired->p_worse ? p_better : paired->p_worse);
    paired->p_differs = both < 1.0 ? both : 1.0;
}

struct bs_paired bs_paired_compare(const int64_t *before, const int64_t *after, size_t count,
                                   int64_t confidence_ppb, int64_t *differences)
{
    const struct bs_quantile_question question = {.p_ppb = BS_PPB / 2,
                                                  .confidence_ppb = confidence_ppb};
    struct running running = {.differences = differences};
    struct bs_paired *paired = &running.paired;
    struct bs_sample sample;

    for (size_t i = 0; i < count; i++) {
        take_pair(&running, before[i], after[i]);
    }
    sample = bs_sample_sort(differences, running.difference_count);
    paired->median_ranks = bs_quantile_ranks(bs_sample_size(&sample), question);
    paired->median = bs_quantile_of(&sample, &paired->median_ranks);
    paired->mean =
        running.sum_count > 0 ? (int64_t)(running.sum / running.sum_count) : BS_VALUE_ABSENT;
    test_signs(paired);
    return *paired;
}
