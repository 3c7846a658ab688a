/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The samplers' functions against the C library in extended precision, and against quantiles computed with
 * 40 digits (of the doubles nearest to the probabilities written here).
 */

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "base/stream.h"
#include "sim/engine/math.h"

enum { POINTS = 300000 };

static double uniform(struct bs_pcg *pcg, double low, double high)
{
    return low + (high - low) * bs_bits_unit(bs_pcg_next(pcg));
}

static double error_ulp(double got, long double want)
{
    double nearest = fabs((double)want);

    return (double)(fabsl((long double)got - want) / (nextafter(nearest, INFINITY) - nearest));
}

static void exp_is_within_one_ulp(void **state)
{
    struct bs_pcg pcg = bs_pcg_seeded(1, 1);

    (void)state;
    for (int i = 0; i < POINTS; i++) {
        double wide = uniform(&pcg, -708.0, 709.7);
        double narrow = uniform(&pcg, -1.0, 1.0);

        assert_true(error_ulp(bs_exp(wide), expl(wide)) < 1.0);
        assert_true(error_ulp(bs_exp(narrow), expl(narrow)) < 1.0);
    }
    assert_true(bs_exp(0.0) == 1.0);
    assert_true(bs_exp(-800.0) == 0.0);
    assert_true(bs_exp(-INFINITY) == 0.0);
    assert_true(bs_exp(710.0) == INFINITY);
    assert_true(error_ulp(bs_exp(709.78), expl(709.78)) < 1.0);
}

static void log_is_within_one_ulp(void **state)
{
    struct bs_pcg pcg = bs_pcg_seeded(1, 2);

    (void)state;
    for (int i = 0; i < POINTS; i++) {
        double wide = exp(uniform(&pcg, -708.0, 709.0));
        double narrow = uniform(&pcg, 0.5, 2.0);
        double unit = bs_bits_unit(bs_pcg_next(&pcg));

        assert_true(error_ulp(bs_log(wide), logl(wide)) < 1.0);
        assert_true(error_ulp(bs_log(narrow), logl(narrow)) < 1.0);
        assert_true(error_ulp(bs_log(unit), logl(unit)) < 1.0);
    }
    assert_true(bs_log(1.0) == 0.0);
}

static void power_follows_log_and_exp(void **state)
{
    struct bs_pcg pcg = bs_pcg_seeded(1, 3);

    (void)state;
    for (int i = 0; i < POINTS; i++) {
        double x = exp(uniform(&pcg, -20.0, 20.0));
        double y = uniform(&pcg, -10.0, 10.0);
        long double want = powl(x, y);
        double bound = (1.0 + fabs(y * log(x))) * 0x1p-52;

        assert_true((double)fabsl(bs_power(x, y) / want - 1.0L) <= bound);
    }
    assert_true(bs_power(0.0, 0.5) == 0.0);
}

struct normal_case {
    double p;
    double quantile;
};

static const struct normal_case normal_cases[] = {
    {1e-12, -7.0344838253011319326}, {1e-9, -5.9978070150076868614},
    {1e-6, -4.7534243088228989573},  {0.001, -3.0902323061678135354},
    {0.01, -2.3263478740408410931},  {0.05, -1.644853626951472688},
    {0.074, -1.4466320671589785099}, {0.2, -0.84162123357291416552},
    {0.45, -0.12566134685507400616}, {0.6, 0.25334710313579974132},
    {0.95, 1.6448536269514722843},   {0.99, 2.3263478740408407676},
};

static void normal_quantiles_match(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(normal_cases) / sizeof(normal_cases[0]); i++) {
        const struct normal_case *row = &normal_cases[i];

        if (!(fabs(bs_normal_quantile(row->p) / row->quantile - 1.0) < 2e-15)) {
            fail_msg("p = %g: %.17g, not %.17g", row->p, bs_normal_quantile(row->p), row->quantile);
        }
    }
    assert_true(bs_normal_quantile(0.5) == 0.0);
    assert_true(bs_normal_quantile(0.25) == -bs_normal_quantile(0.75));
}

/* The quantile's density times its error is the error in probability: erfc tells over the whole range. */
static void normal_quantiles_invert_erfc(void **state)
{
    struct bs_pcg pcg = bs_pcg_seeded(1, 4);

    (void)state;
    for (int i = 0; i < POINTS; i++) {
        double p = 0.5 * exp(uniform(&pcg, -30.0, 0.0));
        long double z = bs_normal_quantile(p);
        long double back = 0.5L * erfcl(-z / sqrtl(2.0L));

        /* d log p / d log z is about z^2 for far tails. */
        assert_true((double)fabsl(back / p - 1.0L) < 2e-15 * (1.0 + (double)(z * z)));
    }
}

struct gamma_case {
    double shape;
    double p;
    double quantile;
};

static const struct gamma_case gamma_cases[] = {
    {0.05, 1e-9, 5.84463205728664144e-181}, {0.05, 0.01, 5.84463205728653201e-41},
    {0.05, 0.5, 5.57387844074624752e-7},    {0.05, 0.9, 0.076317113909188504},
    {0.05, 0.999999, 8.6968626678937438},   {0.5, 1e-9, 7.85398163397448408e-19},
    {0.5, 0.01, 0.000078543928954850992},   {0.5, 0.5, 0.227468211559786376},
    {0.5, 0.9, 1.35277172704770746},        {0.5, 0.999999, 11.9640634884397345},
    {1, 1e-9, 1.00000000050000006e-9},      {1, 0.01, 0.0100503358535014414},
    {1, 0.5, 0.693147180559945309},         {1, 0.9, 2.30258509299404591},
    {1, 0.999999, 13.8155105579355184},     {2, 1e-9, 0.0000447220262303276404},
    {2, 0.01, 0.148554740253265949},        {2, 0.5, 1.67834699001666065},
    {2, 0.9, 3.88972016986742934},          {2, 0.999999, 16.6884207908294409},
    {3.7, 1e-9, 0.00775308580677093214},    {3.7, 0.01, 0.698785489415046545},
    {3.7, 0.5, 3.37253801323641491},        {3.7, 0.9, 6.27892232102263438},
    {3.7, 0.999999, 20.701308167702947},    {50, 1e-9, 18.4546489685909908},
    {50, 0.01, 35.0324474626998997},        {50, 0.5, 49.6670646179942279},
    {50, 0.9, 59.2490019055310528},         {50, 0.999999, 91.0633885597130716},
    {1000, 1e-9, 821.832753583170835},      {1000, 0.01, 927.908159796642519},
    {1000, 0.5, 999.666686426965182},       {1000, 0.9, 1040.7343080136901},
    {1000, 0.999999, 1157.57791100872391},
};

static void gamma_quantiles_match(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(gamma_cases) / sizeof(gamma_cases[0]); i++) {
        const struct gamma_case *row = &gamma_cases[i];
        double got = bs_gamma_quantile(row->shape, row->p, 1.0 - row->p);

        if (!(fabs(got / row->quantile - 1.0) < 1e-12)) {
            fail_msg("shape %g, p = %g: %.17g, not %.17g", row->shape, row->p, got, row->quantile);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_is_within_one_ulp),        cmocka_unit_test(log_is_within_one_ulp),
        cmocka_unit_test(power_follows_log_and_exp),    cmocka_unit_test(normal_quantiles_match),
        cmocka_unit_test(normal_quantiles_invert_erfc), cmocka_unit_test(gamma_quantiles_match),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
