/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/pcg.h"
#include "reports/compare/comparison.h"
#include "reports/compare/comparison_cards.h"

enum { TRIALS = 400, COLUMNS = 7 };

#define S BS_NS_PER_S

/** A side with values of its own for each column, to be changed by the tests. */
struct side {
    int64_t values[COLUMNS][TRIALS];
    struct bs_baseline_column columns[COLUMNS];
    struct bs_baseline baseline;
};

enum { RTO, RPO, RECOVERED, VERDICT, INVARIANT, EXECUTE, PROMOTE };

static const struct bs_column columns[COLUMNS] = {
    [RTO] = {"outage", NULL, "rto", BS_UNIT_NS, BS_NO_VALUE},
    [RPO] = {"store", NULL, "orders", BS_UNIT_NS, BS_NO_VALUE},
    [RECOVERED] = {"trial", NULL, "recovered", BS_UNIT_COUNT, BS_NO_VALUE},
    [VERDICT] = {"trial", NULL, "verdict", BS_UNIT_VERDICT, BS_NO_VALUE},
    [INVARIANT] = {"invariant", NULL, "one_writer", BS_UNIT_OUTCOME, BS_NO_VALUE},
    [EXECUTE] = {"phase", NULL, "execute", BS_UNIT_NS, BS_NO_VALUE},
    [PROMOTE] = {"step", "activate", "promote", BS_UNIT_NS, BS_NO_VALUE},
};

static struct side before;
static struct side after;
static struct bs_arena arena;

static void make_side(struct side *side, uint64_t seed)
{
    struct bs_pcg random = bs_pcg_seeded(seed, 1);

    memset(side, 0, sizeof(*side));
    side->baseline = (struct bs_baseline){
        .path = "side",
        .scenario = "Region loss",
        .scenario_sha256 = "aaaaaaaaaaaaaaaa",
        .version = "1",
        .clock = "impact",
        .seed = seed * 10000,
        .trials = TRIALS,
        .columns = side->columns,
        .column_count = COLUMNS,
    };
    for (int i = 0; i < TRIALS; i++) {
        const int64_t promote = 60 * S + (int64_t)bs_pcg_below(&random, 61) * S;

        side->values[RTO][i] = promote + 200 * S;
        side->values[RPO][i] = (int64_t)bs_pcg_below(&random, 5) * S;
        side->values[RECOVERED][i] = 1;
        side->values[EXECUTE][i] = promote;
        side->values[PROMOTE][i] = promote;
    }
}

static struct bs_comparison compare(const struct bs_comparison_options *options)
{
    struct side *sides[] = {&before, &after};
    struct bs_comparison comparison;
    struct bs_error error = {0};

    for (int side = 0; side < 2; side++) {
        for (int i = 0; i < COLUMNS; i++) {
            sides[side]->columns[i].column = columns[i];
            sides[side]->columns[i].sample =
                bs_sample_sort(sides[side]->values[i], sides[side]->baseline.trials);
        }
    }
    assert_int_equal(
        bs_comparison_make(&before.baseline, &after.baseline, options, &arena, &comparison, &error),
        BS_OK);
    return comparison;
}

static struct bs_comparison compare_with_margin(int64_t percent)
{
    return compare(
        &(struct bs_comparison_options){.margin_ppb = percent * 10000000, .alpha_ppb = 10000000});
}

static const struct bs_comparison_row *row_of(const struct bs_comparison *comparison, int column,
                                              int64_t p_ppb)
{
    for (size_t i = 0; i < comparison->row_count; i++) {
        const struct bs_comparison_row *row = &comparison->rows[i];

        if (strcmp(row->subject, columns[column].subject) == 0 &&
            strcmp(row->name, columns[column].name) == 0 && row->p_ppb == p_ppb) {
            return row;
        }
    }
    return NULL;
}

static bool has_note(const struct bs_comparison *comparison, const char *words)
{
    for (size_t i = 0; i < comparison->note_count; i++) {
        if (strstr(comparison->notes[i], words) != NULL) {
            return true;
        }
    }
    return false;
}

static void lengthen(int column, int64_t from_trial, int64_t percent)
{
    for (int64_t i = from_trial; i < TRIALS; i++) {
        after.values[column][i] += after.values[column][i] * percent / 100;
    }
}

static int begin(void **state)
{
    (void)state;
    make_side(&before, 1);
    make_side(&after, 2);
    bs_arena_init(&arena, (size_t)1 << 24);
    return 0;
}

static int end(void **state)
{
    (void)state;
    bs_arena_clean_up(&arena);
    return 0;
}

static void test_the_same_is_no_regression(void **state)
{
    const struct bs_comparison found = compare_with_margin(0);

    (void)state;
    assert_int_equal(found.change, BS_CHANGE_NONE);
    assert_string_equal(found.why, "nothing is shown to be worse");
    assert_null(found.blame);
    assert_int_equal(found.note_count, 0);
    assert_null(row_of(&found, INVARIANT, 0));
    for (size_t i = 0; i < found.row_count; i++) {
        assert_int_equal(found.rows[i].change, BS_CHANGE_NONE);
        assert_true(found.rows[i].is_tested);
    }
}

static void test_a_slower_step_is_blamed(void **state)
{
    struct bs_comparison found;

    (void)state;
    for (int column = RTO; column <= PROMOTE; column++) {
        if (column == RTO || column == EXECUTE || column == PROMOTE) {
            lengthen(column, 0, 30);
        }
    }
    found = compare_with_margin(5);
    assert_int_equal(found.change, BS_CHANGE_WORSE);
    assert_int_equal(row_of(&found, RTO, 950000000)->change, BS_CHANGE_WORSE);
    assert_int_equal(row_of(&found, RPO, 950000000)->change, BS_CHANGE_NONE);
    assert_int_equal(row_of(&found, PROMOTE, 950000000)->change, BS_CHANGE_WORSE);
    assert_non_null(strstr(found.why, "RTO p95 "));
    assert_int_equal(strncmp(found.blame, "promote p95 +", 13), 0);
    assert_null(strstr(found.blame, "execute"));
}

static void test_a_margin_tolerates(void **state)
{
    struct bs_comparison found;

    (void)state;
    lengthen(RTO, 0, 10);
    found = compare_with_margin(20);
    assert_int_equal(found.change, BS_CHANGE_NONE);
    assert_int_equal(row_of(&found, RTO, 500000000)->change, BS_CHANGE_TOLERATED);
    assert_string_equal(found.why, "nothing is shown to be worse by more than 20 %");
}

/* Steps decide, unless they shall not; phases never do. */
static void test_a_slower_step_alone(void **state)
{
    struct bs_comparison_options options = {.alpha_ppb = 10000000};
    struct bs_comparison found;

    (void)state;
    lengthen(PROMOTE, 0, 30);
    lengthen(EXECUTE, 0, 30);
    found = compare(&options);
    assert_int_equal(found.change, BS_CHANGE_WORSE);
    assert_int_equal(strncmp(found.why, "step promote p50 ", 17), 0);
    assert_true(row_of(&found, PROMOTE, 950000000)->decides);
    assert_false(row_of(&found, EXECUTE, 950000000)->decides);
    options.only_headlines = true;
    found = compare(&options);
    assert_int_equal(found.change, BS_CHANGE_NONE);
    assert_int_equal(row_of(&found, PROMOTE, 950000000)->change, BS_CHANGE_WORSE);
    options = (struct bs_comparison_options){.alpha_ppb = 10000000, .margin_ppb = 400000000};
    found = compare(&options);
    assert_int_equal(found.change, BS_CHANGE_NONE);
    assert_int_equal(row_of(&found, PROMOTE, 950000000)->change, BS_CHANGE_TOLERATED);
}

static void test_less_is_better(void **state)
{
    struct bs_comparison found;

    (void)state;
    lengthen(RTO, 0, -30);
    found = compare_with_margin(0);
    assert_int_equal(found.change, BS_CHANGE_NONE);
    assert_int_equal(row_of(&found, RTO, 500000000)->change, BS_CHANGE_BETTER);
    assert_int_equal(row_of(&found, RTO, 950000000)->change, BS_CHANGE_BETTER);
}

/* A tenth of the trials do not recover: p95 has no end, p50 stays as it is. */
static void test_what_has_no_end_is_the_worst(void **state)
{
    struct bs_comparison found;

    (void)state;
    for (int i = 0; i < TRIALS / 10; i++) {
        after.values[RTO][i] = BS_ENDLESS;
        after.values[RECOVERED][i] = 0;
        after.values[VERDICT][i] = BS_VERDICT_FAIL;
    }
    found = compare_with_margin(0);
    assert_int_equal(found.change, BS_CHANGE_WORSE);
    assert_int_equal(row_of(&found, RTO, 950000000)->change, BS_CHANGE_WORSE);
    assert_int_equal(row_of(&found, RTO, 950000000)->current.value, BS_VALUE_CENSORED);
    assert_int_equal(row_of(&found, RECOVERED, 0)->change, BS_CHANGE_WORSE);
    assert_int_equal(row_of(&found, RECOVERED, 0)->current.value, 900000000);
    assert_int_equal(row_of(&found, VERDICT, 0)->change, BS_CHANGE_WORSE);
    assert_non_null(strstr(found.why, "no end"));
}

static void test_one_new_violation_is_enough(void **state)
{
    struct bs_comparison found;

    (void)state;
    after.values[INVARIANT][17] = BS_OUTCOME_FAIL;
    found = compare_with_margin(50);
    assert_int_equal(found.change, BS_CHANGE_WORSE);
    assert_false(row_of(&found, INVARIANT, 0)->is_tested);
    assert_string_equal(found.why, "invariant one_writer violated in 1 trials, before in 0");
    assert_string_equal(found.blame, "no step and no phase by itself can be shown to take longer");
}

static void test_known_violations_are_tested(void **state)
{
    struct bs_comparison found;

    (void)state;
    for (int i = 0; i < 10; i++) {
        before.values[INVARIANT][i] = BS_OUTCOME_FAIL;
        after.values[INVARIANT][i] = BS_OUTCOME_FAIL;
    }
    after.values[INVARIANT][10] = BS_OUTCOME_FAIL;
    found = compare_with_margin(0);
    assert_int_equal(found.change, BS_CHANGE_NONE);
    assert_true(row_of(&found, INVARIANT, 0)->is_tested);
}

static void test_too_few_cannot_be_judged(void **state)
{
    struct bs_comparison found;

    (void)state;
    after.baseline.trials = 71;
    found = compare_with_margin(0);
    assert_int_equal(found.change, BS_CHANGE_UNKNOWN);
    assert_int_equal(row_of(&found, RTO, 500000000)->change, BS_CHANGE_NONE);
    assert_string_equal(row_of(&found, RTO, 950000000)->unknown,
                        "it takes 72 trials with a value, and the current sweep has 71");
    assert_non_null(strstr(found.why, "RTO p95 cannot be judged: it takes 72"));
}

static void test_a_headline_that_is_gone_cannot_be_judged(void **state)
{
    struct bs_comparison found;

    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        after.values[RPO][i] = BS_NO_VALUE;
        after.values[PROMOTE][i] = BS_NO_VALUE;
        before.values[EXECUTE][i] = BS_NO_VALUE;
    }
    found = compare_with_margin(0);
    assert_int_equal(found.change, BS_CHANGE_UNKNOWN);
    assert_true(has_note(&found, "store orders has no values in the current sweep"));
    assert_true(has_note(&found, "step promote has no values in the current sweep"));
    assert_true(has_note(&found, "phase execute has no values in the baseline"));
    assert_null(row_of(&found, PROMOTE, 950000000));
}

static void test_a_regression_weighs_more_than_what_cannot_be_judged(void **state)
{
    (void)state;
    lengthen(RTO, 0, 50);
    for (int i = 0; i < TRIALS; i++) {
        after.values[RPO][i] = BS_NO_VALUE;
    }
    assert_int_equal(compare_with_margin(0).change, BS_CHANGE_WORSE);
}

static void test_other_scenarios_only_if_asked_for(void **state)
{
    struct bs_comparison_options options = {.alpha_ppb = 10000000};
    struct bs_comparison found;

    (void)state;
    after.baseline.scenario = "Another";
    found = compare(&options);
    assert_int_equal(found.change, BS_CHANGE_UNKNOWN);
    assert_int_equal(found.row_count, 0);
    assert_non_null(strstr(found.why, "--other-scenario"));
    options.allows_other_scenario = true;
    found = compare(&options);
    assert_int_equal(found.change, BS_CHANGE_NONE);
    assert_true(has_note(&found, "the baseline is of the scenario Region loss"));
    after.baseline.clock = "fault";
    assert_int_equal(compare(&options).change, BS_CHANGE_UNKNOWN);
}

static void test_notes_say_what_differs(void **state)
{
    struct bs_comparison found;

    (void)state;
    after.baseline.scenario_sha256 = "bbbbbbbbbbbbbbbb";
    after.baseline.version = "2";
    after.baseline.seed = before.baseline.seed + 300;
    after.baseline.missing = 0;
    before.baseline.missing = 3;
    found = compare_with_margin(0);
    assert_true(has_note(&found, "the scenario has changed since the baseline: sha256 aaaaaaaaaaaa "
                                 "then, bbbbbbbbbbbb now"));
    assert_true(has_note(&found, "made by blackstart 1, compared with 2"));
    assert_true(has_note(&found, "100 seeds are in both, from 10300 on"));
    assert_true(has_note(&found, "3 of 400 trials of the baseline are missing"));
}

/* Whatever names hold, each format stays what it is. */
static void test_hostile_names_are_inert(void **state)
{
    static void (*const cards[])(const struct bs_comparison *, struct bs_buffer *) = {
        bs_comparison_json_card, bs_comparison_markdown_card, bs_comparison_junit_card};
    struct bs_comparison found;
    struct bs_buffer buffer;

    (void)state;
    after.baseline.scenario = "<script>\"\x1b[31m|";
    before.baseline.scenario = after.baseline.scenario;
    found = compare_with_margin(0);
    for (size_t i = 0; i < 4; i++) {
        bs_buffer_init(&buffer, (size_t)1 << 20);
        if (i < 3) {
            cards[i](&found, &buffer);
        } else {
            bs_comparison_text_card(&found, false, &buffer);
        }
        assert_false(buffer.failed);
        assert_null(strchr(buffer.bytes, '\x1b'));
        assert_true(i == 0 || i == 3 || strstr(buffer.bytes, "<script>") == NULL);
        bs_buffer_clean_up(&buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_same_is_no_regression, begin, end),
        cmocka_unit_test_setup_teardown(test_a_slower_step_is_blamed, begin, end),
        cmocka_unit_test_setup_teardown(test_a_margin_tolerates, begin, end),
        cmocka_unit_test_setup_teardown(test_a_slower_step_alone, begin, end),
        cmocka_unit_test_setup_teardown(test_less_is_better, begin, end),
        cmocka_unit_test_setup_teardown(test_what_has_no_end_is_the_worst, begin, end),
        cmocka_unit_test_setup_teardown(test_one_new_violation_is_enough, begin, end),
        cmocka_unit_test_setup_teardown(test_known_violations_are_tested, begin, end),
        cmocka_unit_test_setup_teardown(test_too_few_cannot_be_judged, begin, end),
        cmocka_unit_test_setup_teardown(test_a_headline_that_is_gone_cannot_be_judged, begin, end),
        cmocka_unit_test_setup_teardown(test_a_regression_weighs_more_than_what_cannot_be_judged,
                                        begin, end),
        cmocka_unit_test_setup_teardown(test_other_scenarios_only_if_asked_for, begin, end),
        cmocka_unit_test_setup_teardown(test_notes_say_what_differs, begin, end),
        cmocka_unit_test_setup_teardown(test_hostile_names_are_inert, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
