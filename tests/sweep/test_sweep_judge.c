/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** What a sweep says of its trials: verdict, tail owner, influence, priors that flip, variants. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "tests/sweep/sweeps.h"

enum { TRIALS = 200, HALF_OF_THEM = TRIALS / 2, BAND = TRIALS / 20 };

static const struct sweeps_recipe calm = {
    .trials = TRIALS,
    .choice = "resources.orders-dr.lag=5s",
    .held = "people.commander.decides",
    .rto_objective_s = 600,
};

static void read_column(const struct sweeps_made *made, size_t variant, const char *subject,
                        const char *name, int64_t *values)
{
    const struct bs_columns *columns = &made->sweep->design->columns;
    struct bs_error error = {0};
    size_t column = 0;

    while (strcmp(columns->items[column].subject, subject) != 0 ||
           strcmp(columns->items[column].name, name) != 0) {
        column++;
        assert_true(column < columns->count);
    }
    assert_int_equal(bs_trial_table_read(made->table, variant, &column, 1, &values, &error), BS_OK);
}

/* ---- Verdicts ---- */

/* 0.025 ^ (1 / n) is the lower end when all of n trials pass: 98.172 % of 200, 29.2 % of 3. */
static void test_verdicts(void **state)
{
    static const struct {
        struct sweeps_recipe recipe;
        enum bs_verdict verdict;
        const char *says;
    } cases[] = {
        {{.trials = TRIALS, .rto_objective_s = 600},
         BS_VERDICT_PASS,
         "200 of 200 trials met all objectives (between 98.172 % and 100 %)"},
        {{.trials = 3, .rto_objective_s = 600}, BS_VERDICT_UNKNOWN, "so many trials cannot tell"},
        {{.trials = TRIALS, .rto_objective_s = 200}, BS_VERDICT_FAIL, "0 of 200 trials"},
        {{.trials = TRIALS, .endless_every = 4, .rto_objective_s = 600},
         BS_VERDICT_FAIL,
         "150 of 200 trials"},
        {{.trials = TRIALS, .absent_every = 20, .rto_objective_s = 600},
         BS_VERDICT_UNKNOWN,
         "190 of 200 trials"},
        {{.trials = TRIALS, .broken_every = 90, .rto_objective_s = 600},
         BS_VERDICT_FAIL,
         "latch_holds was violated in 2 trials, seed 96 the first"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct sweeps_made made;

        sweeps_make(&cases[i].recipe, &made);
        if (made.sweep->verdict != cases[i].verdict ||
            strstr(made.sweep->why, cases[i].says) == NULL) {
            fail_msg("case %zu: verdict %d, '%s', expected %d, '%s'", i, (int)made.sweep->verdict,
                     made.sweep->why, (int)cases[i].verdict, cases[i].says);
        }
        sweeps_clean_up(&made);
    }
}

/* An outage without an end is larger than all others: it moves quantiles up, and is never left out. */
static void test_endless_outages_count(void **state)
{
    const struct sweeps_recipe recipe = {
        .trials = TRIALS, .endless_every = 12, .rto_objective_s = 600};
    struct sweeps_made made;
    const struct bs_sweep_spread *rto;

    (void)state;
    sweeps_make(&recipe, &made);
    rto = &made.sweep->results[0].rto;
    assert_int_equal(made.sweep->results[0].endless, TRIALS / 12);
    assert_int_equal(rto->known + rto->endless, TRIALS);
    assert_int_equal(rto->met.count, TRIALS - TRIALS / 12);
    assert_int_equal(rto->quantiles[1].value, BS_VALUE_CENSORED);
    assert_true(bs_value_is_finite(rto->quantiles[0].value));
    assert_non_null(made.sweep->tail.unknown);
    sweeps_clean_up(&made);
}

/* ---- The tail ---- */

/* Trials of one RTO stand in the order of their numbers. */
struct ranked {
    int64_t rto;
    size_t trial;
    int64_t part;
};

static int by_rto(const void *a, const void *b)
{
    const struct ranked *one = a;
    const struct ranked *other = b;

    if (one->rto != other->rto) {
        return one->rto < other->rto ? -1 : 1;
    }
    return one->trial < other->trial ? -1 : 1;
}

/* The sum of a part over the trials of ranks [first, first + BAND). */
static int64_t band_sum(const struct ranked *ranked, size_t first)
{
    int64_t sum = 0;

    for (size_t i = first; i < first + BAND; i++) {
        sum += ranked[i].part;
    }
    return sum;
}

/* Within 2.5 % of p95, less within 2.5 % of p50. */
static int64_t gap_of(const struct sweeps_made *made, const char *part)
{
    int64_t rto[TRIALS];
    int64_t length[TRIALS];
    struct ranked ranked[TRIALS];

    read_column(made, 0, "outage", "rto", rto);
    read_column(made, 0, "phase", part, length);
    for (size_t i = 0; i < TRIALS; i++) {
        ranked[i] = (struct ranked){rto[i], i, length[i]};
    }
    qsort(ranked, TRIALS, sizeof(ranked[0]), by_rto);
    return (band_sum(ranked, TRIALS * 925 / 1000) - band_sum(ranked, TRIALS * 475 / 1000)) / BAND;
}

static void test_tail_owner(void **state)
{
    struct sweeps_made made;
    const struct bs_tail *tail;
    int64_t parts_ns = 0;

    (void)state;
    sweeps_make(&calm, &made);
    tail = &made.sweep->tail;
    assert_null(tail->unknown);
    assert_true(tail->part_count >= 2);
    for (size_t i = 0; i < tail->part_count; i++) {
        assert_int_equal(tail->parts[i].gap_ns, gap_of(&made, tail->parts[i].column->name));
        assert_true(i == 0 || tail->parts[i - 1].gap_ns >= tail->parts[i].gap_ns);
        parts_ns += tail->parts[i].gap_ns;
    }
    assert_int_equal(tail->gap_ns, parts_ns);
    /* What makes each 16th trial slow is the promotion. */
    assert_string_equal(tail->parts[0].column->name, "execute");
    assert_string_equal(tail->steps[0].column->name, "promote");
    sweeps_clean_up(&made);
}

/* ---- Inputs ---- */

static void test_influence(void **state)
{
    struct sweeps_made made;
    const struct bs_influence *influence;

    (void)state;
    sweeps_make(&calm, &made);
    assert_int_equal(made.sweep->influence_count, 1);
    influence = &made.sweep->influences[0];
    assert_string_equal(influence->path, calm.held);
    assert_string_equal(influence->held, "2m");
    assert_int_equal(influence->pairs, HALF_OF_THEM);
    /* Held, each trial is 12 s faster, and loses what it lost. */
    assert_int_equal(influence->rto_moved_ns, 12 * BS_NS_PER_S);
    assert_int_equal(influence->base_rto_p95 - influence->rto_p95, 12 * BS_NS_PER_S);
    assert_int_equal(influence->rpo_moved_ns, 0);
    sweeps_clean_up(&made);
}

/* The prior of the RTO; that of the other headlines moves nothing. */
static const struct bs_prior *prior_of_rto(const struct bs_sweep *sweep)
{
    const struct bs_prior *found = NULL;

    for (size_t i = 0; i < sweep->prior_count; i++) {
        if (strcmp(sweep->priors[i].headline->subject, "outage") == 0) {
            found = &sweep->priors[i];
        } else {
            assert_int_equal(sweep->priors[i].moved_ns, 0);
            assert_false(sweep->priors[i].flips);
        }
    }
    assert_non_null(found);
    return found;
}

/* Halved, each trial is 45 s faster; doubled, 90 s slower. */
static void test_priors_flip_where_the_objective_lies_between(void **state)
{
    struct sweeps_made made;
    int64_t base_s;

    (void)state;
    sweeps_make(&calm, &made);
    base_s = prior_of_rto(made.sweep)->base / BS_NS_PER_S;
    assert_int_equal(prior_of_rto(made.sweep)->moved_ns, 90 * BS_NS_PER_S);
    sweeps_clean_up(&made);
    for (int64_t objective_s = base_s - 47; objective_s <= base_s + 92; objective_s++) {
        struct sweeps_recipe recipe = calm;
        const struct bs_prior *prior;

        recipe.rto_objective_s = objective_s;
        sweeps_make(&recipe, &made);
        prior = prior_of_rto(made.sweep);
        assert_int_equal(prior->half, (base_s - 45) * BS_NS_PER_S);
        assert_int_equal(prior->base, base_s * BS_NS_PER_S);
        assert_int_equal(prior->twice, (base_s + 90) * BS_NS_PER_S);
        assert_int_equal(prior->flips, objective_s >= base_s - 45 && objective_s < base_s + 90);
        assert_int_equal(made.sweep->fragile, prior->flips);
        sweeps_clean_up(&made);
    }
}

/* ---- Variants ---- */

static void test_variants_are_compared_pair_by_pair(void **state)
{
    struct sweeps_made made;
    const struct bs_paired *paired;

    (void)state;
    sweeps_make(&calm, &made);
    assert_int_equal(made.sweep->result_count, 2);
    paired = &made.sweep->results[1].rto_against_base;
    assert_int_equal(paired->pairs, TRIALS);
    assert_int_equal(paired->better, TRIALS);
    assert_int_equal(paired->median.value, -30 * BS_NS_PER_S);
    assert_int_equal(paired->mean, -30 * BS_NS_PER_S);
    assert_int_equal(made.sweep->results[1].rpo_against_base.equal, TRIALS);
    sweeps_clean_up(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_endless_outages_count),
        cmocka_unit_test(test_tail_owner),
        cmocka_unit_test(test_influence),
        cmocka_unit_test(test_priors_flip_where_the_objective_lies_between),
        cmocka_unit_test(test_variants_are_compared_pair_by_pair),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
