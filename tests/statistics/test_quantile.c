/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/pcg.h"
#include "reports/statistics/binomial.h"
#include "reports/statistics/quantile.h"

static struct bs_quantile_question asks(int64_t p_ppb)
{
    return (struct bs_quantile_question){.p_ppb = p_ppb, .confidence_ppb = 950000000};
}

enum { P50 = 500000000, P95 = 950000000, P99 = 990000000, P999 = 999000000 };

/* The exact ranks of two-sided 95 % intervals. */
static void test_the_table_of_ranks(void **state)
{
    static const struct {
        int64_t trials;
        int64_t p_ppb;
        int64_t low;
        int64_t high;
    } rows[] = {
        {100, P50, 40, 61},       {100, P95, 90, 100},      {100, P99, 0, 0},
        {400, P50, 180, 221},     {400, P95, 371, 389},     {400, P99, 392, 400},
        {1000, P50, 469, 532},    {1000, P95, 936, 964},    {1000, P99, 983, 997},
        {10000, P50, 4902, 5099}, {10000, P95, 9457, 9543}, {10000, P99, 9880, 9920},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const struct bs_quantile_ranks ranks =
            bs_quantile_ranks(rows[i].trials, asks(rows[i].p_ppb));

        assert_int_equal(ranks.low, rows[i].low);
        assert_int_equal(ranks.high, rows[i].high);
        assert_true(ranks.low == 0 || ranks.coverage >= 0.95);
        assert_true(ranks.low == 0 || (ranks.low <= ranks.value && ranks.value <= ranks.high));
    }
}

/* Coverage: P(l <= Bin(n, p) <= u - 1), summed one by one. */
static void test_coverage_is_the_sum(void **state)
{
    const struct bs_quantile_ranks ranks = bs_quantile_ranks(100, asks(P50));
    const struct bs_unimodal about = bs_binomial(100, P50);
    double sum = 0.0;

    (void)state;
    for (int64_t k = ranks.low; k < ranks.high; k++) {
        sum += bs_unimodal_tails(&about, k).at;
    }
    assert_true(sum - ranks.coverage < 1e-12 && ranks.coverage - sum < 1e-12);
    assert_true(ranks.coverage > 0.9647 && ranks.coverage < 0.9649);
}

static void test_fewest_trials(void **state)
{
    static const struct {
        int64_t p_ppb;
        int64_t trials;
    } rows[] = {{P50, 6}, {P95, 72}, {P99, 368}, {P999, 3688}, {50000000, 72}, {1, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const int64_t needed = bs_quantile_trials_needed(asks(rows[i].p_ppb));

        assert_int_equal(needed, rows[i].trials);
        if (needed > 0) {
            assert_true(bs_quantile_ranks(needed, asks(rows[i].p_ppb)).low > 0);
            assert_int_equal(bs_quantile_ranks(needed - 1, asks(rows[i].p_ppb)).low, 0);
        }
    }
}

static void fill(int64_t *values, int64_t count)
{
    for (int64_t i = 0; i < count; i++) {
        values[i] = 10 * (i + 1);
    }
}

static struct bs_quantile quantile_of(const struct bs_sample *sample, int64_t p_ppb)
{
    const struct bs_quantile_ranks ranks = bs_quantile_ranks(bs_sample_size(sample), asks(p_ppb));

    return bs_quantile_of(sample, &ranks);
}

static void test_values_by_nearest_rank(void **state)
{
    int64_t values[400];
    struct bs_quantile found;
    const struct bs_sample sample = {.values = values, .known = 400};

    (void)state;
    fill(values, 400);
    found = quantile_of(&sample, P95);
    assert_int_equal(found.value, 3800);
    assert_int_equal(found.low, 3710);
    assert_int_equal(found.high, 3890);
    assert_int_equal(bs_nearest_rank(1, P95), 1);
    assert_int_equal(bs_nearest_rank(20, P95), 19);
    assert_int_equal(bs_nearest_rank(21, P95), 20);
    assert_int_equal(bs_nearest_rank(4, P50), 2);
    assert_int_equal(bs_nearest_rank(5, 0), 1);
    assert_int_equal(bs_nearest_rank(10000000, P999), 9990000);
}

/* As the censored grow in number, first the upper end goes, then the value, then the lower end. */
static void test_censored_ones_are_the_largest(void **state)
{
    int64_t values[400];

    (void)state;
    fill(values, 400);
    for (int64_t censored = 0; censored <= 400; censored++) {
        const struct bs_sample sample = {
            .values = values, .known = 400 - censored, .censored = censored};
        const struct bs_quantile found = quantile_of(&sample, P95);

        assert_int_equal(found.high, censored > 11 ? BS_VALUE_CENSORED : 3890);
        assert_int_equal(found.value, censored > 20 ? BS_VALUE_CENSORED : 3800);
        assert_int_equal(found.low, censored > 29 ? BS_VALUE_CENSORED : 3710);
    }
}

static void test_too_few_give_nothing(void **state)
{
    int64_t values[71];
    const struct bs_sample sample = {.values = values, .known = 71};
    const struct bs_sample none = {.values = values};
    struct bs_quantile found;

    (void)state;
    fill(values, 71);
    found = quantile_of(&sample, P95);
    assert_int_equal(found.value, BS_VALUE_ABSENT);
    assert_int_equal(found.low, BS_VALUE_ABSENT);
    assert_int_equal(found.high, BS_VALUE_ABSENT);
    assert_int_equal(quantile_of(&none, P50).value, BS_VALUE_ABSENT);
}

static void test_sorting_sets_apart(void **state)
{
    int64_t values[] = {7, BS_VALUE_CENSORED, 3, BS_VALUE_ABSENT, 7, BS_VALUE_CENSORED, 1};
    const struct bs_sample sample = bs_sample_sort(values, 7);
    const struct bs_sample empty = bs_sample_sort(NULL, 0);

    (void)state;
    assert_int_equal(sample.known, 4);
    assert_int_equal(sample.censored, 2);
    assert_int_equal(bs_sample_at(&sample, 1), 1);
    assert_int_equal(bs_sample_at(&sample, 4), 7);
    assert_int_equal(bs_sample_at(&sample, 5), BS_VALUE_CENSORED);
    assert_int_equal(bs_sample_above(&sample, 0), 6);
    assert_int_equal(bs_sample_above(&sample, 3), 4);
    assert_int_equal(bs_sample_above(&sample, 7), 2);
    assert_int_equal(bs_sample_above(&sample, BS_VALUE_CENSORED), 0);
    assert_int_equal(bs_sample_size(&empty), 0);
}

/* ---- Coverage, by trying ---- */

enum { SAMPLES = 2000 };

/* Values below 2^62 with true quantile p at p * 2^62. */
static void draw(struct bs_pcg *random, int64_t *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        values[i] = (int64_t)(bs_pcg_next(random) >> 3);
    }
}

static double covered_share(size_t trials, int64_t p_ppb, uint64_t seed)
{
    const int64_t truth = (int64_t)(((bs_uint128)(uint64_t)p_ppb << 61) / (uint64_t)BS_PPB);
    struct bs_pcg random = bs_pcg_seeded(seed, 5);
    static int64_t values[1000];
    int covered = 0;

    for (int i = 0; i < SAMPLES; i++) {
        struct bs_sample sample;
        struct bs_quantile found;

        draw(&random, values, trials);
        sample = bs_sample_sort(values, trials);
        found = quantile_of(&sample, p_ppb);
        covered += found.low <= truth && truth <= found.high;
    }
    return (double)covered / SAMPLES;
}

static void test_intervals_cover_as_often_as_they_say(void **state)
{
    static const struct {
        size_t trials;
        int64_t p_ppb;
    } rows[] = {{72, P50}, {72, P95}, {100, P50}, {100, P95}, {400, P50}, {400, P95}, {400, P99}};

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const double exact =
            bs_quantile_ranks((int64_t)rows[i].trials, asks(rows[i].p_ppb)).coverage;
        const double found = covered_share(rows[i].trials, rows[i].p_ppb, 20 + i);

        print_message("n = %d, p = %d: covered %.4f, exactly %.4f\n", (int)rows[i].trials,
                      (int)(rows[i].p_ppb / 1000000), found, exact);
        assert_true(found >= 0.935);
        assert_true(found - exact < 0.015 && exact - found < 0.015);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_table_of_ranks),
        cmocka_unit_test(test_coverage_is_the_sum),
        cmocka_unit_test(test_fewest_trials),
        cmocka_unit_test(test_values_by_nearest_rank),
        cmocka_unit_test(test_censored_ones_are_the_largest),
        cmocka_unit_test(test_too_few_give_nothing),
        cmocka_unit_test(test_sorting_sets_apart),
        cmocka_unit_test(test_intervals_cover_as_often_as_they_say),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
