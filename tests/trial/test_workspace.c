/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * What makes many trials cheap shows in nothing: neither a workspace whose memory goes from one scenario,
 * list and detail to the next, nor a journal that nobody keeps, nor a card of figures only.
 */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "cli/inputs.h"
#include "reports/report.h"
#include "reports/sweep/outcome.h"
#include "sim/trial/trial.h"

enum { SEEDS = 3, ARENA_BYTES_MAX = 16 * 1024 * 1024 };

#define PLATFORM "scenarios/platform/"

static const char *const scenarios[] = {
    PLATFORM "region-loss.yaml", PLATFORM "gray-failure.yaml", PLATFORM "failback.yaml",
    PLATFORM "clock-skew.yaml",  PLATFORM "blip.yaml",
};

enum { SCENARIOS = sizeof(scenarios) / sizeof(scenarios[0]) };

static void load(const char *scenario, struct bs_inputs *inputs)
{
    const struct bs_texts none = {.count = 0};
    struct bs_error error = {0};
    char path[BS_PATH_MAX];

    (void)snprintf(path, sizeof(path), "%s/%s", BS_SOURCE_DIR, scenario);
    if (bs_inputs_load(path, &none, inputs, &error) != BS_OK) {
        fail_msg("%s: %s", scenario, error.message);
    }
}

static struct bs_history *run(const struct bs_trial_options *options)
{
    struct bs_history *history = NULL;
    struct bs_error error = {0};

    if (bs_trial_run(options, &history, NULL, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    return history;
}

static void check_same(const struct bs_history *expected, const struct bs_history *found,
                       const char *scenario, uint64_t seed)
{
    char hashes[2][65];

    bs_history_sha256(expected, hashes[0]);
    bs_history_sha256(found, hashes[1]);
    if (strcmp(hashes[0], hashes[1]) != 0) {
        fail_msg("another history: blackstart run %s --seed %" PRIu64, scenario, seed);
    }
}

static void check_in_workspace(struct bs_trial_workspace *workspace, const char *scenario,
                               uint64_t seed, enum bs_event_list_kind list_kind)
{
    struct bs_inputs inputs;
    struct bs_trial_options options = {.seed = seed, .list_kind = list_kind};
    struct bs_history *expected;

    load(scenario, &inputs);
    options.scenario = inputs.scenario;
    options.plan = inputs.plan;
    expected = run(&options);
    options.workspace = workspace;
    check_same(expected, run(&options), scenario, seed);
    bs_history_destroy(expected);
    bs_inputs_clean_up(&inputs);
}

static void a_workspace_does_not_show(void **state)
{
    static const enum bs_event_list_kind kinds[] = {BS_EVENT_LIST_RINGS_AND_LADDER,
                                                    BS_EVENT_LIST_HEAP, BS_EVENT_LIST_LADDER};
    struct bs_trial_workspace *workspace = bs_trial_workspace_new();

    (void)state;
    assert_non_null(workspace);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        for (size_t i = 0; i < SCENARIOS; i++) {
            check_in_workspace(workspace, scenarios[i], seed, kinds[(seed + i / 2) % 3]);
        }
    }
    bs_trial_workspace_destroy(workspace);
}

/* An orchestrator that may die keeps its journal; this one lives all the same. */
static bool never(void *self, uint64_t points, const struct bs_crash_point *point)
{
    (void)self;
    (void)points;
    (void)point;
    return false;
}

static void an_unread_journal_does_not_show(void **state)
{
    (void)state;
    for (size_t i = 0; i < SCENARIOS; i++) {
        struct bs_crash_request crash = {.dies = never};
        struct bs_inputs inputs;
        struct bs_trial_options options = {.seed = 5};
        struct bs_history *expected;
        struct bs_history *found;

        load(scenarios[i], &inputs);
        options.scenario = inputs.scenario;
        options.plan = inputs.plan;
        found = run(&options);
        options.crash = &crash;
        expected = run(&options);
        assert_true(crash.points > 0);
        check_same(expected, found, scenarios[i], options.seed);
        bs_history_destroy(expected);
        bs_history_destroy(found);
        bs_inputs_clean_up(&inputs);
    }
}

/* What a sweep takes of the trial, of a card with figures only or of a whole one. */
static void take(const struct bs_history *history, bool figures_only, struct bs_arena *arena,
                 struct bs_columns *columns, int64_t *values)
{
    const struct bs_report_inputs inputs = {.history = history, .figures_only = figures_only};
    struct bs_report *report = NULL;
    struct bs_error error = {0};

    assert_int_equal(BS_OK, bs_report_build(&inputs, &report, &error));
    assert_int_equal(BS_OK, bs_columns_make(history, report, arena, columns, &error));
    bs_outcome_take(columns, report, values);
    bs_report_destroy(report);
}

static void a_card_of_figures_only_has_the_same(void **state)
{
    static int64_t whole[BS_COLUMNS_MAX];
    static int64_t figures[BS_COLUMNS_MAX];

    (void)state;
    for (size_t i = 0; i < SCENARIOS; i++) {
        struct bs_trial_options options = {.seed = 2};
        struct bs_columns columns[2];
        struct bs_arena arena;
        struct bs_inputs inputs;
        struct bs_history *history;

        load(scenarios[i], &inputs);
        bs_arena_init(&arena, ARENA_BYTES_MAX);
        options.scenario = inputs.scenario;
        options.plan = inputs.plan;
        history = run(&options);
        take(history, false, &arena, &columns[0], whole);
        take(history, true, &arena, &columns[1], figures);
        assert_true(bs_columns_are_same(&columns[0], &columns[1]));
        assert_memory_equal(whole, figures, columns[0].count * sizeof(whole[0]));
        bs_history_destroy(history);
        bs_arena_clean_up(&arena);
        bs_inputs_clean_up(&inputs);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_workspace_does_not_show),
        cmocka_unit_test(an_unread_journal_does_not_show),
        cmocka_unit_test(a_card_of_figures_only_has_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
