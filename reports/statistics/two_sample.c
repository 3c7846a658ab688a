/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/two_sample.h"

#include "base/assert.h"
#include "base/pcg.h"
#include "reports/statistics/hypergeometric.h"

#define MARGIN_MAX_PPB (1000 * BS_PPB)

static void judge_counts(struct bs_counts_test *test)
{
    const struct bs_urn urn = {.total = test->baseline_trials + test->current_trials,
                               .marked = test->baseline_count + test->current_count,
                               .drawn = test->current_trials};

    test->p = bs_hypergeometric_at_least(urn, test->current_count);
}

int64_t bs_value_lengthened(int64_t value, int64_t margin_ppb)
{
    bs_uint128 product;

    if (!bs_value_is_finite(value)) {
        return value;
    }
    BS_ASSERT(value >= 0);
    BS_ASSERT(margin_ppb >= 0 && margin_ppb <= MARGIN_MAX_PPB);
    product = (bs_uint128)(uint64_t)value * (uint64_t)(BS_PPB + margin_ppb);
    product = (product + (uint64_t)(BS_PPB - 1)) / (uint64_t)BS_PPB;
    return product <= (uint64_t)BS_VALUE_SIZE_MAX ? (int64_t)product : BS_VALUE_SIZE_MAX;
}

/* ---- The samples thrown together ---- */

struct pool {
    const struct bs_sample *baseline;
    const struct bs_sample *current;
    int64_t margin_ppb;
};

/* The value of this rank among all: walking both samples from their beginnings. */
static int64_t pool_at(const struct pool *pool, int64_t rank)
{
    const int64_t baseline_size = bs_sample_size(pool->baseline);
    const int64_t current_size = bs_sample_size(pool->current);
    int64_t baseline_rank = 1;
    int64_t current_rank = 1;
    int64_t value = 0;

    BS_ASSERT(rank >= 1 && rank <= baseline_size + current_size);
    for (int64_t i = 0; i < rank; i++) {
        const int64_t from_baseline =
            baseline_rank <= baseline_size
                ? bs_value_lengthened(bs_sample_at(pool->baseline, baseline_rank), pool->margin_ppb)
                : BS_VALUE_CENSORED;
        const int64_t from_current = current_rank <= current_size
                                         ? bs_sample_at(pool->current, current_rank)
                                         : BS_VALUE_CENSORED;
        const bool is_baseline = current_rank > current_size ||
                                 (baseline_rank <= baseline_size && from_baseline <= from_current);

        value = is_baseline ? from_baseline : from_current;
        baseline_rank += is_baseline;
        current_rank += !is_baseline;
    }
    return value;
}

/* How many of the baseline's, lengthened, are above `value`: they are as sorted as before. */
static int64_t lengthened_above(const struct pool *pool, int64_t value)
{
    int64_t first = 0;
    int64_t end = pool->baseline->known;

    if (value == BS_VALUE_CENSORED) {
        return 0;
    }
    while (first < end) {
        const int64_t middle = first + (end - first) / 2;

        if (bs_value_lengthened(pool->baseline->values[middle], pool->margin_ppb) > value) {
            end = middle;
        } else {
            first = middle + 1;
        }
    }
    return pool->baseline->known - first + pool->baseline->censored;
}

/* ---- Quantiles ---- */

/* Nothing is between a value and the one before it: from the cut on is above the one before. */
static void count_above(const struct pool *pool, int64_t cut, struct bs_counts_test *counts)
{
    counts->baseline_count = lengthened_above(pool, cut);
    counts->current_count = bs_sample_above(pool->current, cut);
}

/* `wanted` is how many would lie above the cut if no values were equal. */
static void choose_split(const struct pool *pool, int64_t wanted, struct bs_quantile_test *test)
{
    struct bs_counts_test above = test->counts;
    struct bs_counts_test from = test->counts;
    bs_uint128 above_count;
    bs_uint128 from_count;

    count_above(pool, test->cut, &above);
    count_above(pool, test->cut - 1, &from);
    above_count = (uint64_t)(above.baseline_count + above.current_count);
    from_count = (uint64_t)(from.baseline_count + from.current_count);
    test->counts_equal =
        above_count * from_count < (bs_uint128)(uint64_t)wanted * (uint64_t)wanted &&
        from_count < (uint64_t)(from.baseline_trials + from.current_trials);
    test->counts = test->counts_equal ? from : above;
}

struct bs_quantile_test bs_quantile_test(const struct bs_sample *baseline,
                                         const struct bs_sample *current, int64_t p_ppb,
                                         int64_t margin_ppb)
{
    const struct pool pool = {.baseline = baseline, .current = current, .margin_ppb = margin_ppb};
    const int64_t baseline_size = bs_sample_size(baseline);
    const int64_t current_size = bs_sample_size(current);
    const int64_t total = baseline_size + current_size;
    struct bs_quantile_test test = {
        .counts = {.baseline_trials = baseline_size, .current_trials = current_size}};
    int64_t rank;

    BS_ASSERT(baseline_size > 0 && current_size > 0);
    BS_ASSERT(p_ppb > 0 && p_ppb < BS_PPB);
    rank = bs_nearest_rank(total, p_ppb);
    test.cut = pool_at(&pool, rank);
    choose_split(&pool, total - rank, &test);
    judge_counts(&test.counts);
    test.baseline_quantile = bs_sample_at(baseline, bs_nearest_rank(baseline_size, p_ppb));
    test.lengthened_quantile = bs_value_lengthened(test.baseline_quantile, margin_ppb);
    test.current_quantile = bs_sample_at(current, bs_nearest_rank(current_size, p_ppb));
    test.is_larger = test.current_quantile > test.lengthened_quantile;
    return test;
}

/* ---- Shares ---- */

struct bs_counts_test bs_share_test(struct bs_tally baseline, struct bs_tally current,
                                    int64_t margin_ppb)
{
    struct bs_counts_test test = {.baseline_trials = baseline.trials,
                                  .current_trials = current.trials,
                                  .current_count = current.trials - current.successes};
    bs_uint128 kept;

    BS_ASSERT(baseline.successes >= 0 && baseline.successes <= baseline.trials);
    BS_ASSERT(current.successes >= 0 && current.successes <= current.trials);
    BS_ASSERT(margin_ppb >= 0 && margin_ppb <= BS_PPB);
    kept = (bs_uint128)(uint64_t)baseline.successes * (uint64_t)(BS_PPB - margin_ppb);
    test.baseline_count = baseline.trials - (int64_t)(kept / (uint64_t)BS_PPB);
    judge_counts(&test);
    return test;
}
