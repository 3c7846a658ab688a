/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Probabilities against sums that are made another way: binomial coefficients as whole numbers of 128 bits
 * from Pascal's triangle, powers in long double.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reports/statistics/binomial.h"
#include "reports/statistics/hypergeometric.h"

__extension__ typedef unsigned __int128 wide;

enum { TRIALS_MAX = 60 };

static wide coefficients[TRIALS_MAX + 1][TRIALS_MAX + 1];

static int make_coefficients(void **state)
{
    (void)state;
    for (int n = 0; n <= TRIALS_MAX; n++) {
        coefficients[n][0] = 1;
        for (int k = 1; k <= n; k++) {
            coefficients[n][k] = coefficients[n - 1][k - 1] + (k < n ? coefficients[n - 1][k] : 0);
        }
    }
    return 0;
}

static long double power(long double base, int64_t exponent)
{
    long double product = 1.0L;

    for (int64_t i = 0; i < exponent; i++) {
        product *= base;
    }
    return product;
}

static long double slow_binomial(int n, int64_t p_ppb, int64_t k)
{
    const long double p = (long double)p_ppb / 1e9L;
    const long double q = (long double)(BS_PPB - p_ppb) / 1e9L;

    return k < 0 || k > n ? 0.0L : (long double)coefficients[n][k] * power(p, k) * power(q, n - k);
}

/* Out of whole numbers: the quotient is the only rounding. */
static long double slow_hypergeometric(int total, int marked, int drawn, int k)
{
    if (k > marked || drawn - k > total - marked || k > drawn) {
        return 0.0L;
    }
    return (long double)(coefficients[marked][k] * coefficients[total - marked][drawn - k]) /
           (long double)coefficients[total][drawn];
}

static void assert_close(double found, long double expected, double relative)
{
    const long double size = expected < 0.0L ? -expected : expected;
    const long double difference = (long double)found - expected;

    if ((difference < 0.0L ? -difference : difference) > relative * size + 1e-30L) {
        print_error("%.17g instead of %.20Lg\n", found, expected);
        fail();
    }
}

static void test_binomial_tails_are_the_sums(void **state)
{
    static const int64_t ps[] = {1, 1000, 50000000, 300000000, 500000000, 950000000, 999999999};

    (void)state;
    for (int n = 0; n <= TRIALS_MAX; n++) {
        for (size_t i = 0; i < sizeof(ps) / sizeof(ps[0]); i++) {
            const struct bs_unimodal about = bs_binomial(n, ps[i]);
            long double below = 0.0L;

            for (int k = 0; k <= n; k++) {
                const struct bs_tails tails = bs_unimodal_tails(&about, k);
                long double above = 0.0L;

                for (int j = n; j > k; j--) {
                    above += slow_binomial(n, ps[i], j);
                }
                assert_close(tails.below, below, 1e-13);
                assert_close(tails.at, slow_binomial(n, ps[i], k), 1e-13);
                assert_close(tails.above, above, 1e-13);
                below += slow_binomial(n, ps[i], k);
            }
        }
    }
}

static void test_hypergeometric_tails_are_the_sums(void **state)
{
    (void)state;
    for (int total = 0; total <= 24; total++) {
        for (int marked = 0; marked <= total; marked++) {
            for (int drawn = 0; drawn <= total; drawn++) {
                const struct bs_urn urn = {total, marked, drawn};
                long double at_least = 0.0L;

                for (int k = drawn; k >= 0; k--) {
                    at_least += slow_hypergeometric(total, marked, drawn, k);
                    assert_close(bs_hypergeometric_at_least(urn, k), at_least, 1e-13);
                }
            }
        }
    }
}

/* Fisher's own example, "The Design of Experiments" (1935): eight cups, four with the milk first. */
static void test_the_lady_tasting_tea(void **state)
{
    const struct bs_urn cups = {.total = 8, .marked = 4, .drawn = 4};

    (void)state;
    assert_close(bs_hypergeometric_at_least(cups, 4), 1.0L / 70.0L, 1e-15);
    assert_close(bs_hypergeometric_at_least(cups, 3), 17.0L / 70.0L, 1e-15);
}

static void test_what_is_certain(void **state)
{
    (void)state;
    assert_true(bs_binomial_at_most(10, 0, 0) == 1.0);
    assert_true(bs_binomial_at_least(10, 0, 1) == 0.0);
    assert_true(bs_binomial_at_least(10, BS_PPB, 10) == 1.0);
    assert_true(bs_binomial_at_most(10, BS_PPB, 9) == 0.0);
    assert_true(bs_binomial_at_least(0, 7, 0) == 1.0);
    assert_true(bs_binomial_at_most(10, 7, -1) == 0.0);
    assert_true(bs_binomial_at_most(10, 7, 11) == 1.0);
}

/* Bin(n, p) and n - Bin(n, 1 - p) are the same; larger p makes few successes rarer. */
static void test_symmetry_and_order_at_ten_million(void **state)
{
    const int64_t n = 10000000;

    (void)state;
    for (int64_t k = 2990000; k <= 3010000; k += 1000) {
        const double at_most = bs_binomial_at_most(n, 300000000, k);

        assert_close(at_most, (long double)bs_binomial_at_least(n, 700000000, n - k), 1e-9);
        assert_true(at_most > bs_binomial_at_most(n, 300001000, k));
        assert_true(at_most <= bs_binomial_at_most(n, 300000000, k + 1));
        assert_close(at_most + bs_binomial_at_least(n, 300000000, k + 1), 1.0L, 1e-12);
    }
}

/* At the median of a symmetric distribution: half of what is not at it. */
static void test_the_middle_of_ten_million(void **state)
{
    const struct bs_unimodal about = bs_binomial(10000000, BS_PPB / 2);
    const struct bs_tails tails = bs_unimodal_tails(&about, 5000000);

    (void)state;
    assert_close(tails.below, (long double)tails.above, 1e-12);
    /* C(2m, m) / 4^m = (pi m)^(-1/2) (1 - 1/(8m) + ..), by Stirling. */
    assert_close(tails.at, 2.523132522020160048e-4L * (1.0L - 1.0L / 4e7L), 1e-11);
}

static void test_quantiles_are_where_the_tails_say(void **state)
{
    static const double tail_sizes[] = {0.4, 0.025, 1e-9};

    (void)state;
    for (int n = 1; n <= 200; n += 7) {
        for (int64_t p = 50000000; p < BS_PPB; p += 150000000) {
            for (size_t i = 0; i < 3; i++) {
                const double tail = tail_sizes[i];
                const struct bs_unimodal about = bs_binomial(n, p);
                const int64_t low = bs_unimodal_low_quantile(&about, tail);
                const int64_t high = bs_unimodal_high_quantile(&about, tail);

                assert_true(low == 0 || bs_binomial_at_most(n, p, low - 1) <= tail);
                assert_true(low == n || bs_binomial_at_most(n, p, low) > tail);
                assert_true(high == n + 1 || bs_binomial_at_least(n, p, high) <= tail);
                assert_true(high == 0 || bs_binomial_at_least(n, p, high - 1) > tail);
            }
        }
    }
}

/* ---- Clopper and Pearson ---- */

struct interval_case {
    int64_t successes;
    int64_t trials;
    double low;
    double high;
};

static void test_intervals_in_closed_form(void **state)
{
    /* None of n: 1 - 0.025^(1/n); one of one: 0.025; the rule of three is the same at one side. */
    static const struct interval_case cases[] = {
        {0, 1, 0.0, 0.975},         {1, 1, 0.025, 1.0},         {0, 10, 0.0, 0.308497108},
        {10, 10, 0.691502892, 1.0}, {0, 100, 0.0, 0.036216693}, {5, 10, 0.187086028, 0.812913972},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct bs_share_interval found =
            bs_clopper_pearson(cases[i].successes, cases[i].trials, 950000000);

        assert_true((double)found.low_ppb <= cases[i].low * 1e9 + 0.5);
        assert_true((double)found.low_ppb >= cases[i].low * 1e9 - 1.5);
        assert_true((double)found.high_ppb >= cases[i].high * 1e9 - 0.5);
        assert_true((double)found.high_ppb <= cases[i].high * 1e9 + 1.5);
    }
}

/* Each end is the outermost part per 10^9 that the count still speaks against. */
static void test_intervals_are_tight_and_outward(void **state)
{
    (void)state;
    for (int n = 1; n <= 40; n += 3) {
        for (int x = 0; x <= n; x++) {
            const struct bs_share_interval found = bs_clopper_pearson(x, n, 950000000);

            assert_true(x == 0 || bs_binomial_at_least(n, found.low_ppb, x) <= 0.025);
            assert_true(x == 0 || bs_binomial_at_least(n, found.low_ppb + 1, x) > 0.025);
            assert_true(x == n || bs_binomial_at_most(n, found.high_ppb, x) <= 0.025);
            assert_true(x == n || bs_binomial_at_most(n, found.high_ppb - 1, x) > 0.025);
            assert_true(found.low_ppb * n <= x * BS_PPB && x * BS_PPB <= found.high_ppb * n);
        }
    }
}

static void test_intervals_cover(void **state)
{
    const int n = 50;

    (void)state;
    for (int64_t p = 10000000; p < BS_PPB; p += 10000000) {
        double covered = 0.0;

        for (int x = 0; x <= n; x++) {
            const struct bs_share_interval found = bs_clopper_pearson(x, n, 950000000);

            if (found.low_ppb <= p && p <= found.high_ppb) {
                covered += (double)slow_binomial(n, p, x);
            }
        }
        assert_true(covered >= 0.95);
    }
}

static void test_no_trials_say_nothing(void **state)
{
    const struct bs_share_interval found = bs_clopper_pearson(0, 0, 950000000);

    (void)state;
    assert_int_equal(found.low_ppb, 0);
    assert_int_equal(found.high_ppb, BS_PPB);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_binomial_tails_are_the_sums),
        cmocka_unit_test(test_hypergeometric_tails_are_the_sums),
        cmocka_unit_test(test_the_lady_tasting_tea),
        cmocka_unit_test(test_what_is_certain),
        cmocka_unit_test(test_symmetry_and_order_at_ten_million),
        cmocka_unit_test(test_the_middle_of_ten_million),
        cmocka_unit_test(test_quantiles_are_where_the_tails_say),
        cmocka_unit_test(test_intervals_in_closed_form),
        cmocka_unit_test(test_intervals_are_tight_and_outward),
        cmocka_unit_test(test_intervals_cover),
        cmocka_unit_test(test_no_trials_say_nothing),
    };

    return cmocka_run_group_tests(tests, make_coefficients, NULL);
}
