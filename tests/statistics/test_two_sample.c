/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "reports/statistics/holm.h"
#include "reports/statistics/two_sample.h"
#include "reports/statistics/unimodal.h"

enum { P50 = 500000000, P95 = 950000000 };

static bool is_close(double found, double expected)
{
    return found - expected < 1e-12 && expected - found < 1e-12;
}

/* ---- One test ---- */

static void test_counts_above_the_cut(void **state)
{
    const int64_t first[] = {1, 2, 3, 4, 5};
    const int64_t second[] = {4, 6, 7, 8, 9};
    const struct bs_sample baseline = {.values = first, .known = 5};
    const struct bs_sample current = {.values = second, .known = 5};
    const struct bs_quantile_test found = bs_quantile_test(&baseline, &current, P50, 0);

    (void)state;
    /* 1 2 3 4 4 | 5 6 7 8 9 */
    assert_int_equal(found.cut, 4);
    assert_false(found.counts_equal);
    assert_int_equal(found.counts.baseline_count, 1);
    assert_int_equal(found.counts.current_count, 4);
    assert_true(is_close(found.counts.p, 26.0 / 252.0)); /* (C(5,4) C(5,1) + 1) / C(10,5) */
    assert_int_equal(found.baseline_quantile, 3);
    assert_int_equal(found.current_quantile, 7);
    assert_true(found.is_larger);
}

static void test_margin_lengthens_the_baseline(void **state)
{
    const int64_t first[] = {100, 200, 300, 400, 500};
    const int64_t second[] = {110, 220, 330, 440, 550};
    const struct bs_sample baseline = {.values = first, .known = 5};
    const struct bs_sample current = {.values = second, .known = 5};
    const struct bs_quantile_test exact = bs_quantile_test(&baseline, &current, P50, 100000000);
    const struct bs_quantile_test smaller = bs_quantile_test(&baseline, &current, P50, 90000000);

    (void)state;
    assert_int_equal(exact.baseline_quantile, 300);
    assert_int_equal(exact.lengthened_quantile, 330);
    assert_false(exact.is_larger);
    assert_true(exact.counts.p > 0.5);
    assert_true(smaller.is_larger);
    assert_int_equal(bs_value_lengthened(3, 1), 4);
    assert_int_equal(bs_value_lengthened(3, 0), 3);
    assert_int_equal(bs_value_lengthened(0, 500000000), 0);
    assert_int_equal(bs_value_lengthened(BS_VALUE_CENSORED, 500000000), BS_VALUE_CENSORED);
    assert_int_equal(bs_value_lengthened(INT64_C(2000000000000000000), BS_PPB), BS_VALUE_SIZE_MAX);
}

static void fill(int64_t *values, int64_t count, int64_t value)
{
    for (int64_t i = 0; i < count; i++) {
        values[i] = value;
    }
}

/* All of one sample equal, all of the other a little larger: nothing lies above the 95th percentile. */
static void test_clumps_are_split_where_it_tells(void **state)
{
    int64_t first[100];
    int64_t second[100];
    const struct bs_sample baseline = {.values = first, .known = 100};
    const struct bs_sample current = {.values = second, .known = 100};
    struct bs_quantile_test found;

    (void)state;
    fill(first, 100, 60);
    fill(second, 100, 61);
    found = bs_quantile_test(&baseline, &current, P95, 0);
    assert_true(found.counts_equal);
    assert_int_equal(found.counts.baseline_count, 0);
    assert_int_equal(found.counts.current_count, 100);
    assert_true(found.counts.p < 1e-50);
    assert_true(found.is_larger);
    found = bs_quantile_test(&baseline, &baseline, P95, 0);
    assert_false(found.counts_equal);
    assert_true(found.counts.p == 1.0);
    assert_false(found.is_larger);
}

/* More of the second sample share the clump's value, but its quantile is the same: no regression of it. */
static void test_a_clump_alone_is_no_larger_quantile(void **state)
{
    int64_t first[100];
    int64_t second[100];
    const struct bs_sample baseline = {.values = first, .known = 100};
    const struct bs_sample current = {.values = second, .known = 100};
    struct bs_quantile_test found;

    (void)state;
    fill(first, 100, 60);
    fill(first, 80, 50);
    fill(second, 100, 60);
    found = bs_quantile_test(&baseline, &current, P95, 0);
    assert_true(found.counts.p < 1e-6);
    assert_false(found.is_larger);
}

static void test_censored_ones_are_larger(void **state)
{
    int64_t values[100];
    const struct bs_sample baseline = {.values = values, .known = 100};
    const struct bs_sample current = {.values = values, .known = 70, .censored = 30};
    struct bs_quantile_test found;

    (void)state;
    for (int i = 0; i < 100; i++) {
        values[i] = i;
    }
    found = bs_quantile_test(&baseline, &current, P95, 0);
    assert_int_equal(found.cut, BS_VALUE_CENSORED);
    assert_true(found.counts_equal);
    assert_int_equal(found.counts.baseline_count, 0);
    assert_int_equal(found.counts.current_count, 30);
    assert_int_equal(found.current_quantile, BS_VALUE_CENSORED);
    assert_true(found.is_larger);
    assert_true(found.counts.p < 1e-8);
    assert_false(bs_quantile_test(&current, &baseline, P95, 0).is_larger);
}

static void test_shares(void **state)
{
    const struct bs_tally baseline = {.trials = 10, .successes = 9};
    const struct bs_tally current = {.trials = 10, .successes = 5};
    const struct bs_counts_test found = bs_share_test(baseline, current, 0);
    const struct bs_counts_test allowed = bs_share_test(baseline, current, 500000000);

    (void)state;
    /* 1 and 5 of 6 that failed: (C(6,5) .. in C(20,10)): (C(10,5) C(10,1) + C(10,6)) / C(20,6). */
    assert_int_equal(found.baseline_count, 1);
    assert_int_equal(found.current_count, 5);
    assert_true(is_close(found.p, 2730.0 / 38760.0));
    assert_int_equal(allowed.baseline_count, 6); /* 4.5 of 9 are left: 4. */
    assert_true(allowed.p > 0.5);
}

/* The test's error, exactly: all ways to deal ten different values to the two samples. */
static void test_level_by_enumeration(void **state)
{
    enum { EACH = 6, ALL = 12 };
    static const double alphas[] = {0.5, 0.1, 0.05, 0.01};
    int rejected[4] = {0};
    int deals = 0;

    (void)state;
    for (unsigned deal = 0; deal < 1U << ALL; deal++) {
        int64_t values[2][ALL];
        int64_t count[2] = {0};
        struct bs_sample samples[2];
        double p;

        for (unsigned i = 0; i < ALL; i++) {
            const unsigned side = (deal >> i) & 1U;

            values[side][count[side]++] = i / 2; /* In pairs of equal ones. */
        }
        if (count[0] != EACH) {
            continue;
        }
        for (int side = 0; side < 2; side++) {
            samples[side] = (struct bs_sample){.values = values[side], .known = EACH};
        }
        p = bs_quantile_test(&samples[0], &samples[1], 700000000, 0).counts.p;
        for (int i = 0; i < 4; i++) {
            rejected[i] += p <= alphas[i];
        }
        deals++;
    }
    assert_int_equal(deals, 924);
    for (int i = 0; i < 4; i++) {
        assert_true((double)rejected[i] <= alphas[i] * deals);
    }
}

/* ---- Holm ---- */

static void test_holm_steps_down(void **state)
{
    /* By hand: 0.005 * 4, 0.01 * 3, 0.03 * 2, and 0.04, which may not be less than what came before. */
    const double p[] = {0.01, 0.04, 0.03, 0.005};
    const double expected[] = {0.03, 0.06, 0.06, 0.02};
    double adjusted[4];

    (void)state;
    bs_holm(p, 4, adjusted);
    for (int i = 0; i < 4; i++) {
        assert_true(is_close(adjusted[i], expected[i]));
    }
    bs_holm(p, 0, adjusted);
}

static void test_holm_is_bounded_and_keeps_the_order(void **state)
{
    struct bs_pcg random = bs_pcg_seeded(11, 1);
    double p[30];
    double adjusted[30];

    (void)state;
    for (int i = 0; i < 30; i++) {
        p[i] = (double)bs_pcg_below(&random, 20) / 100.0; /* With equal ones. */
    }
    bs_holm(p, 30, adjusted);
    for (int i = 0; i < 30; i++) {
        assert_true(adjusted[i] >= p[i] && adjusted[i] <= 1.0 && adjusted[i] <= 30.0 * p[i]);
        for (int j = 0; j < 30; j++) {
            assert_true(p[i] >= p[j] ? adjusted[i] >= adjusted[j] : adjusted[i] <= adjusted[j]);
        }
    }
}

/* ---- Families, by trying ---- */

enum { TRIALS = 2000, TESTS = 20 };

/* Seconds as an outage has them: whole, several modes, some never over. */
static int64_t draw_outage(struct bs_pcg *random)
{
    const uint64_t kind = bs_pcg_below(random, 100);

    if (kind < 2) {
        return BS_VALUE_CENSORED;
    }
    if (kind < 30) {
        return 0;
    }
    return (int64_t)(kind < 80 ? 300 + bs_pcg_below(random, 20) : 400 + bs_pcg_below(random, 2000));
}

static struct bs_sample draw_sample(struct bs_pcg *random, int64_t values[TRIALS])
{
    for (int i = 0; i < TRIALS; i++) {
        values[i] = draw_outage(random);
    }
    return bs_sample_sort(values, TRIALS);
}

static bool family_alarms(struct bs_pcg *random)
{
    static int64_t values[2][TRIALS];
    double p[TESTS];
    double adjusted[TESTS];
    bool alarms = false;

    for (int i = 0; i < TESTS; i += 2) {
        const struct bs_sample baseline = draw_sample(random, values[0]);
        const struct bs_sample current = draw_sample(random, values[1]);

        p[i] = bs_quantile_test(&baseline, &current, P50, 0).counts.p;
        p[i + 1] = bs_quantile_test(&baseline, &current, P95, 0).counts.p;
    }
    bs_holm(p, TESTS, adjusted);
    for (int i = 0; i < TESTS; i++) {
        alarms = alarms || adjusted[i] <= 0.01;
    }
    return alarms;
}

static void test_no_difference_rarely_alarms(void **state)
{
    struct bs_pcg random = bs_pcg_seeded(2026, 1);
    int alarms = 0;

    (void)state;
    for (int family = 0; family < 200; family++) {
        alarms += family_alarms(&random);
    }
    print_message("%d alarms in 200 families\n", alarms);
    assert_true(alarms <= 6);
}

static void test_a_tenth_more_is_caught(void **state)
{
    struct bs_pcg random = bs_pcg_seeded(2027, 1);
    static int64_t values[2][TRIALS];
    int caught = 0;

    (void)state;
    for (int round = 0; round < 100; round++) {
        struct bs_sample samples[2];
        double p[TESTS] = {0};
        double adjusted[TESTS];

        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < TRIALS; i++) {
                const int64_t ms = 60000 + (int64_t)bs_pcg_below(&random, 60001);

                values[side][i] = side == 0 ? ms : ms + ms / 10;
            }
            samples[side] = bs_sample_sort(values[side], TRIALS);
        }
        for (int i = 2; i < TESTS; i++) {
            p[i] = 1.0;
        }
        p[0] = bs_quantile_test(&samples[0], &samples[1], P50, 0).counts.p;
        p[1] = bs_quantile_test(&samples[0], &samples[1], P95, 0).counts.p;
        bs_holm(p, TESTS, adjusted);
        caught += adjusted[0] <= 0.01 && adjusted[1] <= 0.01;
    }
    print_message("caught at both quantiles in %d of 100\n", caught);
    assert_true(caught >= 99);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_above_the_cut),
        cmocka_unit_test(test_margin_lengthens_the_baseline),
        cmocka_unit_test(test_clumps_are_split_where_it_tells),
        cmocka_unit_test(test_a_clump_alone_is_no_larger_quantile),
        cmocka_unit_test(test_censored_ones_are_larger),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_level_by_enumeration),
        cmocka_unit_test(test_holm_steps_down),
        cmocka_unit_test(test_holm_is_bounded_and_keeps_the_order),
        cmocka_unit_test(test_no_difference_rarely_alarms),
        cmocka_unit_test(test_a_tenth_more_is_caught),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
