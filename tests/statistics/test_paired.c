/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "reports/statistics/paired.h"
#include "reports/statistics/rank_correlation.h"

enum { CONFIDENCE = 950000000, COUNT = 10 };

static const int64_t censored = BS_VALUE_CENSORED;
static const int64_t absent = BS_VALUE_ABSENT;

static struct bs_paired compare(const int64_t *before, const int64_t *after, size_t count)
{
    static int64_t room[1000];

    assert_true(count <= 1000);
    return bs_paired_compare(before, after, count, CONFIDENCE, room);
}

static void test_differences(void **state)
{
    const int64_t before[COUNT] = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    const int64_t after[COUNT] = {11, 22, 33, 44, 55, 66, 77, 88, 90, 95};
    const struct bs_paired found = compare(before, after, COUNT);

    (void)state;
    assert_int_equal(found.pairs, 10);
    assert_int_equal(found.better, 1);
    assert_int_equal(found.equal, 1);
    assert_int_equal(found.worse, 8);
    /* -5 0 1 2 3 4 5 6 7 8: of ten, ranks 5, and 2 to 9. */
    assert_int_equal(found.median.value, 3);
    assert_int_equal(found.median.low, 0);
    assert_int_equal(found.median.high, 7);
    assert_int_equal(found.mean, 3);
    /* Of nine: C(9,8) + C(9,9) over 2^9, and twice that. */
    assert_true(found.p_worse == 10.0 / 512.0);
    assert_true(found.p_differs == 20.0 / 512.0);
}

static void test_nothing_known_is_counted(void **state)
{
    const int64_t before[] = {absent, 1, absent, censored, 5, censored, 9};
    const int64_t after[] = {1, absent, absent, 5, censored, censored, 8};
    const struct bs_paired found = compare(before, after, 7);

    (void)state;
    assert_int_equal(found.absent_before, 1);
    assert_int_equal(found.absent_after, 1);
    assert_int_equal(found.absent_both, 1);
    assert_int_equal(found.pairs, 4);
    assert_int_equal(found.censored_before, 1);
    assert_int_equal(found.censored_after, 1);
    assert_int_equal(found.censored_both, 1);
    assert_int_equal(found.better, 2);
    assert_int_equal(found.equal, 1);
    assert_int_equal(found.worse, 1);
    assert_int_equal(found.median.value, absent);
    assert_int_equal(found.mean, -1);
}

static void test_infinite_differences_have_ranks(void **state)
{
    const int64_t before[COUNT] = {censored, censored, censored, 1, 1, 1, 1, 1, 1, 1};
    const int64_t after[COUNT] = {1, 1, 1, 2, 3, 4, 5, censored, censored, censored};
    const struct bs_paired found = compare(before, after, COUNT);

    (void)state;
    assert_int_equal(found.median.value, 2);
    assert_int_equal(found.median.low, BS_VALUE_BELOW_ALL);
    assert_int_equal(found.median.high, BS_VALUE_CENSORED);
    assert_int_equal(found.mean, 2);
}

static void test_no_pairs(void **state)
{
    const struct bs_paired found = compare(NULL, NULL, 0);

    (void)state;
    assert_int_equal(found.mean, absent);
    assert_int_equal(found.median.value, absent);
    assert_true(found.p_worse == 1.0 && found.p_differs == 1.0);
}

/* The two exchanged: everything changes its sign, and is as likely. */
static void test_exchange(void **state)
{
    struct bs_pcg random = bs_pcg_seeded(3, 1);
    int64_t before[101];
    int64_t after[101];
    struct bs_paired there;
    struct bs_paired back;

    (void)state;
    for (int i = 0; i < 101; i++) {
        before[i] = (int64_t)bs_pcg_below(&random, 100);
        after[i] = before[i] + (int64_t)bs_pcg_below(&random, 30) - 5;
    }
    there = compare(before, after, 101);
    back = compare(after, before, 101);
    assert_int_equal(there.better, back.worse);
    assert_int_equal(there.median.value, -back.median.value);
    assert_int_equal(there.median.low, -back.median.high);
    assert_int_equal(there.mean, -back.mean);
    assert_true(there.p_differs == back.p_differs);
    assert_true(there.p_worse < 0.001 && back.p_worse > 0.999);
}

/* ---- Rank correlation ---- */

static struct bs_rank_correlation correlate(const int64_t *a, const int64_t *b, size_t count)
{
    struct bs_ranked room[16];
    int64_t ranks_a[16];
    int64_t ranks_b[16];

    assert_true(count <= 16);
    bs_midranks(a, count, room, ranks_a);
    bs_midranks(b, count, room, ranks_b);
    return bs_rank_correlation(ranks_a, ranks_b, count);
}

static void test_midranks_share(void **state)
{
    const int64_t values[] = {5, censored, 5, 1, censored, 9};
    const int64_t expected[] = {5, 11, 5, 2, 11, 8};
    struct bs_ranked room[6];
    int64_t doubled[6];

    (void)state;
    bs_midranks(values, 6, room, doubled);
    for (int i = 0; i < 6; i++) {
        assert_int_equal(doubled[i], expected[i]);
    }
}

static void test_correlations(void **state)
{
    const int64_t up[] = {1, 10, 100, 1000, 10000};
    const int64_t down[] = {9, 8, 7, 6, 0};
    const int64_t flat[] = {4, 4, 4, 4, 4};
    /* Ranks 1 2 3 4 5 and 2 1 4 3 5: 1 - 6 * 4 / (5 * 24) = 0.8. */
    const int64_t nearly[] = {12, 11, 14, 13, 15};
    /* Ranks 1.5 1.5 3 4 5: covariance 9.5 over the root of 10 * 9.5. */
    const int64_t tied[] = {7, 7, 8, 9, 10};

    (void)state;
    assert_true(correlate(up, up, 5).rho == 1.0);
    assert_true(correlate(up, down, 5).rho == -1.0);
    assert_true(correlate(up, nearly, 5).rho == 0.8);
    assert_true(correlate(tied, up, 5).rho > 0.97467943 && correlate(tied, up, 5).rho < 0.97467944);
    assert_false(correlate(up, flat, 5).is_known);
    assert_false(correlate(up, up, 1).is_known);
    assert_false(correlate(up, up, 0).is_known);
}

static void test_independent_measures_do_not_correlate(void **state)
{
    enum { MANY = 20000 };
    static int64_t values[2][MANY];
    static int64_t ranks[2][MANY];
    static struct bs_ranked room[MANY];
    struct bs_pcg random = bs_pcg_seeded(8, 1);
    double rho;

    (void)state;
    for (int side = 0; side < 2; side++) {
        for (int i = 0; i < MANY; i++) {
            values[side][i] = (int64_t)bs_pcg_below(&random, 1000);
        }
        bs_midranks(values[side], MANY, room, ranks[side]);
    }
    rho = bs_rank_correlation(ranks[0], ranks[1], MANY).rho;
    assert_true(rho > -0.03 && rho < 0.03); /* Four standard deviations: 4 / sqrt(20000). */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_differences),
        cmocka_unit_test(test_nothing_known_is_counted),
        cmocka_unit_test(test_infinite_differences_have_ranks),
        cmocka_unit_test(test_no_pairs),
        cmocka_unit_test(test_exchange),
        cmocka_unit_test(test_midranks_share),
        cmocka_unit_test(test_correlations),
        cmocka_unit_test(test_independent_measures_do_not_correlate),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
