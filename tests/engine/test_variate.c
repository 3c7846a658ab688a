/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Samples: their quantiles, their order, and what truncation leaves.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "sim/engine/variate.h"

#define MIDDLE UINT64_C(0x8000000000000000)
/* The bits that lie at 95 %, in the middle of a step as all samples are. */
#define AT_95_PERCENT UINT64_C(0xf333333333333333)

static const struct bs_duration observed[] = {{1}, {5}, {5}, {100}};

struct shape_case {
    const char *name;
    struct bs_distribution distribution;
    int64_t median_ns;
    int64_t p95_ns;
};

/* Medians and 95 % quantiles by the textbook formulas, computed with 30 digits; the step of 2^-40 in which
   they lie allows for a relative 10^-10. */
static const struct shape_case shapes[] = {
    {"constant", {.kind = BS_DISTRIBUTION_CONSTANT, .constant = {{90}}}, 90, 90},
    {"uniform",
     {.kind = BS_DISTRIBUTION_UNIFORM, .uniform = {{0}, {1000000000}}},
     500000000,
     950000000},
    {"normal",
     {.kind = BS_DISTRIBUTION_NORMAL, .normal = {{INT64_C(240000000000)}, {INT64_C(30000000000)}}},
     INT64_C(240000000000),
     INT64_C(289345608809)},
    {"lognormal",
     {.kind = BS_DISTRIBUTION_LOGNORMAL, .lognormal = {{1200000000}, {INT64_C(8000000000)}}},
     1200000000,
     INT64_C(8000000000)},
    {"exponential",
     {.kind = BS_DISTRIBUTION_EXPONENTIAL, .exponential = {{1000000000}}},
     693147181,
     INT64_C(2995732274)},
    {"weibull",
     {.kind = BS_DISTRIBUTION_WEIBULL, .weibull = {1.5, {1000000000}}},
     783219769,
     2078110638},
    {"weibull_steep",
     {.kind = BS_DISTRIBUTION_WEIBULL, .weibull = {1000.0, {1000000000}}},
     999633554,
     1001097791},
    {"pareto",
     {.kind = BS_DISTRIBUTION_PARETO, .pareto = {{900000000}, 1.0}},
     1800000000,
     INT64_C(18000000000)},
    {"gamma",
     {.kind = BS_DISTRIBUTION_GAMMA, .gamma = {2.0, {1000000000}}},
     1678346990,
     INT64_C(4743864518)},
    {"gamma_steep",
     {.kind = BS_DISTRIBUTION_GAMMA, .gamma = {1000.0, {1000000000}}},
     INT64_C(999666686427),
     INT64_C(1052577118082)},
    {"empirical", {.kind = BS_DISTRIBUTION_EMPIRICAL, .empirical = {observed, 4}}, 5, 100},
};

enum { SHAPES = sizeof(shapes) / sizeof(shapes[0]) };

static int64_t sample_ns(const struct bs_distribution *distribution, uint64_t bits)
{
    return bs_distribution_sample(distribution, bits).ns;
}

static void assert_near(const char *name, int64_t got_ns, int64_t want_ns)
{
    int64_t allowed_ns = 1 + want_ns / INT64_C(10000000000);

    if (got_ns < want_ns - allowed_ns || got_ns > want_ns + allowed_ns) {
        fail_msg("%s: %lld ns, not %lld", name, (long long)got_ns, (long long)want_ns);
    }
}

static void quantiles_are_those_of_the_textbook(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        assert_near(shapes[i].name, sample_ns(&shapes[i].distribution, MIDDLE),
                    shapes[i].median_ns);
        assert_near(shapes[i].name, sample_ns(&shapes[i].distribution, AT_95_PERCENT),
                    shapes[i].p95_ns);
    }
}

/* Neighbouring steps, where rounding could put them in the wrong order, and distant ones. */
static void samples_are_monotone_in_the_bits(void **state)
{
    enum { PAIRS = 10000 };
    const uint64_t step = UINT64_C(1) << 24;

    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        const struct bs_distribution *distribution = &shapes[i].distribution;
        struct bs_pcg pcg = bs_pcg_seeded(i, 5);

        for (int pair = 0; pair < PAIRS; pair++) {
            uint64_t low = bs_pcg_next(&pcg);
            uint64_t high = bs_pcg_next(&pcg);
            uint64_t next;

            if (low > high) {
                uint64_t other = low;

                low = high;
                high = other;
            }
            next = low > UINT64_MAX - step ? UINT64_MAX : low + step;
            if (sample_ns(distribution, low) > sample_ns(distribution, next) ||
                sample_ns(distribution, low) > sample_ns(distribution, high)) {
                fail_msg("%s: not monotone after %#llx", shapes[i].name, (unsigned long long)low);
            }
        }
        assert_true(sample_ns(distribution, 0) >= 0);
        assert_true(sample_ns(distribution, 0) <= sample_ns(distribution, UINT64_MAX));
        assert_true(sample_ns(distribution, UINT64_MAX) <= BS_DURATION_MAX.ns);
    }
}

/* Where the shape is locally flat, scaled up so that every bit of the result shows. */
static void fine_grained_samples_are_monotone(void **state)
{
    static const struct bs_distribution fine[] = {
        {.kind = BS_DISTRIBUTION_NORMAL,
         .normal = {{INT64_C(4000000000000000)}, {INT64_C(700000000000000)}}},
        {.kind = BS_DISTRIBUTION_LOGNORMAL,
         .lognormal = {{INT64_C(1000000000000000)}, {INT64_C(1001000000000000)}}},
        {.kind = BS_DISTRIBUTION_EXPONENTIAL, .exponential = {{INT64_C(1000000000000000)}}},
        {.kind = BS_DISTRIBUTION_WEIBULL, .weibull = {1000.0, {INT64_C(8000000000000000)}}},
        {.kind = BS_DISTRIBUTION_PARETO, .pareto = {{INT64_C(8000000000000000)}, 1000.0}},
        {.kind = BS_DISTRIBUTION_GAMMA, .gamma = {0.5, {INT64_C(1000000000000000)}}},
        {.kind = BS_DISTRIBUTION_GAMMA, .gamma = {9.9, {INT64_C(100000000000000)}}},
        {.kind = BS_DISTRIBUTION_GAMMA, .gamma = {1000.0, {INT64_C(5000000000000)}}},
    };
    enum { STEPS = 4000 };

    (void)state;
    for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++) {
        for (uint64_t place = 0; place < 16; place++) {
            int64_t before_ns = 0;

            for (uint64_t step = 0; step < STEPS / 16; step++) {
                int64_t now_ns = sample_ns(&fine[i], (place << 60) + (UINT64_C(0x55555555) << 28) +
                                                         (step << 24));

                assert_true(now_ns >= before_ns);
                before_ns = now_ns;
            }
        }
    }
}

static void samples_stay_within_durations(void **state)
{
    static const struct bs_distribution below = {.kind = BS_DISTRIBUTION_NORMAL,
                                                 .normal = {{5}, {INT64_C(1000000000)}}};
    static const struct bs_distribution beyond = {.kind = BS_DISTRIBUTION_PARETO,
                                                  .pareto = {{INT64_C(1000000000)}, 0.01}};

    (void)state;
    assert_int_equal(0, sample_ns(&below, 0));
    assert_int_equal(0, sample_ns(&below, MIDDLE / 2));
    assert_int_equal(BS_DURATION_MAX.ns, sample_ns(&beyond, UINT64_MAX));
}

/* The bits of every compiler, optimisation and machine must be these: a run is compared by its digest. */
static void samples_are_the_same_everywhere(void **state)
{
    enum { DRAWS = 2000 };
    uint64_t digest = 0;

    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        struct bs_pcg pcg = bs_pcg_seeded(i, 6);

        for (int draw = 0; draw < DRAWS; draw++) {
            digest ^= (uint64_t)sample_ns(&shapes[i].distribution, bs_pcg_next(&pcg));
            digest *= UINT64_C(0x9e3779b97f4a7c15);
            digest ^= digest >> 32;
        }
    }
    if (digest != UINT64_C(0x42358e5455c4bb11)) {
        fail_msg("digest %#llx", (unsigned long long)digest);
    }
}

/* A uniform distribution's every nanosecond can be drawn, its ends included. */
static void uniform_reaches_both_ends(void **state)
{
    static const struct bs_distribution die = {.kind = BS_DISTRIBUTION_UNIFORM,
                                               .uniform = {{1}, {6}}};

    (void)state;
    for (uint64_t face = 0; face < 6; face++) {
        assert_int_equal((int64_t)face + 1, sample_ns(&die, face * (UINT64_MAX / 6) + 100));
    }
}

static void mixture_draws_by_weight(void **state)
{
    struct bs_distribution_part parts[] = {
        {.weight = 0, .of = {.kind = BS_DISTRIBUTION_CONSTANT, .constant = {{1}}}},
        {.weight = 900, .of = {.kind = BS_DISTRIBUTION_CONSTANT, .constant = {{5}}}},
        {.weight = 100, .of = {.kind = BS_DISTRIBUTION_UNIFORM, .uniform = {{10}, {19}}}},
    };
    const struct bs_distribution mixture = {.kind = BS_DISTRIBUTION_MIXTURE,
                                            .mixture = {parts, 3, 1000}};
    enum { DRAWS = 100000 };
    int counts[20] = {0};

    (void)state;
    for (uint64_t i = 0; i < DRAWS; i++) {
        counts[sample_ns(&mixture, i * (UINT64_MAX / DRAWS))]++;
    }
    assert_int_equal(0, counts[1]);
    assert_in_range(counts[5], 89995, 90005);
    for (size_t value = 10; value < 20; value++) {
        assert_in_range(counts[value], 995, 1005);
    }
}

static void truncation_keeps_proportions(void **state)
{
    enum { DRAWS = 1000 };
    const struct bs_duration low = {500000000};
    const struct bs_duration high = {INT64_C(2000000000)};

    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        struct bs_distribution cut = shapes[i].distribution;
        int64_t before_ns = low.ns;

        if (!bs_distribution_truncate(&cut, low, high)) {
            continue;
        }
        for (uint64_t draw = 0; draw <= DRAWS; draw++) {
            int64_t drawn_ns = sample_ns(&cut, draw * (UINT64_MAX / DRAWS));

            assert_true(drawn_ns >= before_ns);
            assert_true(drawn_ns <= high.ns);
            before_ns = drawn_ns;
        }
    }
}

/* Exponential between 1 and 2 means: F^-1((F(1) + F(2)) / 2) = 1.3798854930 means. */
static void truncated_median_is_exact(void **state)
{
    struct bs_distribution exponential = shapes[4].distribution;
    const struct bs_duration low = {1000000000};
    const struct bs_duration high = {2000000000};

    (void)state;
    assert_true(bs_distribution_truncate(&exponential, low, high));
    assert_near("truncated exponential", sample_ns(&exponential, MIDDLE), 1379885493);
    assert_near("its low end", sample_ns(&exponential, 0), low.ns);
    assert_near("its high end", sample_ns(&exponential, UINT64_MAX), high.ns);
}

/* Cutting the normal at its mean leaves half a normal: its median is the quantile of 0.75. */
static void truncation_of_a_normal_leaves_no_heap_at_zero(void **state)
{
    struct bs_distribution normal = {.kind = BS_DISTRIBUTION_NORMAL, .normal = {{0}, {1000000000}}};

    (void)state;
    assert_true(bs_distribution_truncate(&normal, (struct bs_duration){0}, BS_DURATION_MAX));
    assert_near("half normal", sample_ns(&normal, MIDDLE), 674489750);
}

static void truncation_that_leaves_nothing_says_so(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        struct bs_distribution cut = shapes[i].distribution;

        assert_false(bs_distribution_truncate(&cut, BS_DURATION_MAX, BS_DURATION_MAX));
    }
}

static void truncated_mixture_gives_up_what_lies_outside(void **state)
{
    struct bs_distribution_part parts[] = {
        {.weight = 500000000, .of = {.kind = BS_DISTRIBUTION_CONSTANT, .constant = {{5}}}},
        {.weight = 250000000, .of = {.kind = BS_DISTRIBUTION_CONSTANT, .constant = {{50}}}},
        {.weight = 250000000, .of = {.kind = BS_DISTRIBUTION_UNIFORM, .uniform = {{51}, {60}}}},
    };
    struct bs_distribution mixture = {.kind = BS_DISTRIBUTION_MIXTURE,
                                      .mixture = {parts, 3, 1000000000}};

    (void)state;
    /* 50 keeps its 25 %, the uniform half of its: two to one. */
    assert_true(
        bs_distribution_truncate(&mixture, (struct bs_duration){10}, (struct bs_duration){55}));
    assert_int_equal(50, sample_ns(&mixture, 0));
    assert_int_equal(50, sample_ns(&mixture, UINT64_MAX / 100 * 66));
    assert_int_equal(51, sample_ns(&mixture, UINT64_MAX / 100 * 67));
    assert_int_equal(55, sample_ns(&mixture, UINT64_MAX));
    /* And once more. */
    assert_true(bs_distribution_truncate(&mixture, (struct bs_duration){51}, BS_DURATION_MAX));
    assert_int_equal(51, sample_ns(&mixture, 0));
    assert_false(bs_distribution_truncate(&mixture, BS_DURATION_MAX, BS_DURATION_MAX));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_are_those_of_the_textbook),
        cmocka_unit_test(samples_are_monotone_in_the_bits),
        cmocka_unit_test(fine_grained_samples_are_monotone),
        cmocka_unit_test(samples_are_the_same_everywhere),
        cmocka_unit_test(samples_stay_within_durations),
        cmocka_unit_test(uniform_reaches_both_ends),
        cmocka_unit_test(mixture_draws_by_weight),
        cmocka_unit_test(truncation_keeps_proportions),
        cmocka_unit_test(truncated_median_is_exact),
        cmocka_unit_test(truncation_of_a_normal_leaves_no_heap_at_zero),
        cmocka_unit_test(truncation_that_leaves_nothing_says_so),
        cmocka_unit_test(truncated_mixture_gives_up_what_lies_outside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
