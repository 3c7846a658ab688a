/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_curve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "reports/statistics/unimodal.h"
#include "tests/sweep/sweeps.h"

enum { RTO = 3, AXES_TRIED = 2000 };

/* The RTOs of the base as they stand in the file. */
static int64_t *read_rtos(struct sweeps_made *made, size_t *trials)
{
    const size_t column = RTO;
    struct bs_error error = {0};
    int64_t *values;

    *trials = (size_t)made->sweep->results[0].variant->trials;
    values = calloc(*trials, sizeof(*values));
    assert_non_null(values);
    assert_int_equal(bs_trial_table_read(made->table, 0, &column, 1, &values, &error), BS_OK);
    return values;
}

static uint64_t count_at_most(const int64_t *values, size_t trials, int64_t limit)
{
    uint64_t count = 0;

    for (size_t i = 0; i < trials; i++) {
        count += values[i] != BS_NO_VALUE && values[i] <= limit ? 1 : 0;
    }
    return count;
}

/* At each second: the curve is the count over all trials, but for so many of them that it may miss. */
static void compare(const struct sweeps_recipe *recipe, uint64_t missed_max)
{
    struct sweeps_made made;
    struct bs_curve curve;
    size_t trials;
    int64_t *values;
    const struct bs_sweep_spread *rto;
    int64_t size;

    sweeps_make(recipe, &made);
    rto = &made.sweep->results[0].rto;
    size = (int64_t)(rto->known + rto->endless);
    values = read_rtos(&made, &trials);
    bs_sweep_curve(rto, &curve);
    for (int64_t at = rto->least - BS_NS_PER_S; at <= rto->most + BS_NS_PER_S; at += BS_NS_PER_S) {
        const uint64_t count = count_at_most(values, trials, at);
        const struct bs_curve_point *point = bs_curve_at(&curve, at);
        const uint64_t drawn = point != NULL ? point->trials : 0;

        assert_true(drawn <= count && count - drawn <= missed_max);
        if (point != NULL) {
            assert_int_equal(point->share_ppb, (int64_t)drawn * BS_PPB / size);
            assert_true(point->low_ppb <= point->share_ppb);
            assert_true(point->high_ppb >= (int64_t)count * BS_PPB / size);
        }
    }
    assert_int_equal(curve.points[curve.count - 1].trials, rto->known);
    free(values);
    sweeps_clean_up(&made);
}

static void test_curve(void **state)
{
    const struct sweeps_recipe many = {
        .trials = 1009, .endless_every = 12, .absent_every = 67, .rto_objective_s = 400};

    (void)state;
    compare(&sweeps_few, 0);
    compare(&sweeps_plain, 0);
    compare(&sweeps_endless, 0);
    compare(&many, 1009 / 200 + 1);
}

/* By floating point, which the curve does without. */
static void test_band(void **state)
{
    struct sweeps_made made;
    struct bs_curve curve;
    double distance;

    (void)state;
    sweeps_make(&sweeps_plain, &made);
    bs_sweep_curve(&made.sweep->results[0].rto, &curve);
    distance = sqrt(log(2 / 0.05) / (2.0 * 200)) * (double)BS_PPB;
    assert_true((double)curve.distance_ppb >= distance - 1);
    assert_true((double)curve.distance_ppb <= distance + 2);
    for (size_t i = 0; i < curve.count; i++) {
        const struct bs_curve_point *point = &curve.points[i];

        assert_int_equal(point->low_ppb, point->share_ppb > curve.distance_ppb
                                             ? point->share_ppb - curve.distance_ppb
                                             : 0);
        assert_true(point->high_ppb == BS_PPB ||
                    point->high_ppb == point->share_ppb + curve.distance_ppb);
    }
    sweeps_clean_up(&made);
}

static void test_histogram(void **state)
{
    const struct sweeps_recipe *recipes[] = {&sweeps_few, &sweeps_plain, &sweeps_endless};

    (void)state;
    for (size_t k = 0; k < sizeof(recipes) / sizeof(recipes[0]); k++) {
        struct sweeps_made made;
        struct bs_histogram histogram;
        size_t trials;
        int64_t *values;
        uint64_t sum = 0;

        sweeps_make(recipes[k], &made);
        values = read_rtos(&made, &trials);
        bs_sweep_histogram(&made.sweep->results[0].rto, &histogram);
        for (size_t i = 0; i < histogram.count; i++) {
            const int64_t from = histogram.axis.from + (int64_t)i * histogram.axis.step;

            assert_int_equal(histogram.trials[i],
                             count_at_most(values, trials, from + histogram.axis.step - 1) -
                                 count_at_most(values, trials, from - 1));
            sum += histogram.trials[i];
        }
        assert_int_equal(sum, made.sweep->results[0].rto.known);
        free(values);
        sweeps_clean_up(&made);
    }
}

/* ---- Axes ---- */

static void check_axis(const struct bs_axis *axis, const struct bs_axis_question *question)
{
    assert_true(axis->from <= question->least && axis->to >= question->most);
    assert_true(axis->from < axis->to);
    assert_true((axis->to - axis->from) / axis->step <= question->steps_max + 1);
    assert_int_equal(axis->from % axis->step, 0);
    assert_int_equal(axis->to % axis->step, 0);
    assert_int_equal(bs_axis_first_tick(axis), axis->from);
    assert_int_equal(bs_axis_place(axis, axis->from, 6720), 0);
    assert_int_equal(bs_axis_place(axis, axis->to, 6720), 6720);
    assert_int_equal(bs_axis_place(axis, INT64_MIN, 6720), 0);
    assert_int_equal(bs_axis_place(axis, INT64_MAX, 6720), 6720);
}

/* From nothing at all to as long as a value may be. */
static void test_axes(void **state)
{
    uint64_t chance = 88172645463325252;

    (void)state;
    for (int i = 0; i < AXES_TRIED; i++) {
        struct bs_axis_question question = {.steps_max = 1 + i % 24};
        struct bs_axis axis;

        chance ^= chance << 13; /* xorshift64, whose sequence is always this. */
        chance ^= chance >> 7;
        chance ^= chance << 17;
        question.least = (int64_t)(chance % (uint64_t)BS_VALUE_SIZE_MAX) >> (i % 61);
        question.least = i % 3 == 0 ? -question.least : question.least;
        question.most =
            question.least + ((int64_t)(chance % (uint64_t)(BS_VALUE_SIZE_MAX / 2)) >> (i % 59));
        axis = bs_axis_of_time(question);
        check_axis(&axis, &question);
        axis = bs_axis_of_amount(question);
        check_axis(&axis, &question);
    }
}

static void test_round_steps(void **state)
{
    const struct bs_axis minutes =
        bs_axis_of_time((struct bs_axis_question){437 * BS_NS_PER_S, 711 * BS_NS_PER_S, 8});
    const struct bs_axis usd = bs_axis_of_amount((struct bs_axis_question){0, 3703500000, 8});

    (void)state;
    assert_int_equal(minutes.step, 60 * BS_NS_PER_S);
    assert_int_equal(minutes.from, 420 * BS_NS_PER_S);
    assert_int_equal(minutes.to, 720 * BS_NS_PER_S);
    assert_int_equal(usd.step, 500000000);
    assert_int_equal(usd.to, 4000000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_curve),       cmocka_unit_test(test_band),
        cmocka_unit_test(test_histogram),   cmocka_unit_test(test_axes),
        cmocka_unit_test(test_round_steps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
