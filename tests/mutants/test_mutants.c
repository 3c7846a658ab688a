/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
/*
 * Would the invariants notice a wrong orchestrator? Its core is built with mistakes that can be switched on
 * one at a time (orchestrator/core/mutant.h). Each must break an invariant in at least one of the platform's
 * runs; without any of them nothing may break.
 */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/inputs.h"
#include "orchestrator/core/mutant.h"
#include "reports/report.h"
#include "sim/trial/trial.h"

#define PLATFORM BS_SOURCE_DIR "/scenarios/platform/"
#define OWN      BS_SOURCE_DIR "/tests/mutants/"

enum bs_mutant bs_mutant;

static const struct {
    const char *name;
    const char *about;
} mutants[BS_MUTANT_COUNT] = {{"NONE", "makes no mistake"},
#define MUTANT_ROW(id, about) {#id, about},
                              BS_MUTANT_LIST(MUTANT_ROW)
#undef MUTANT_ROW
};

/* A run that mistakes may show in: a scenario, and where the first orchestrator dies, if it does. */
struct show {
    const char *scenario;
    uint64_t point_permille; /* Of the points that the run has; 0: it lives. */
    bool starts_another;
};

static const struct show shows[] = {
    {PLATFORM "region-loss.yaml", 0, false},
    {PLATFORM "switchover.yaml", 0, false},
    {PLATFORM "primary-returns.yaml", 0, false},
    {PLATFORM "primary-flaps.yaml", 0, false},
    {PLATFORM "false-alarm.yaml", 0, false},
    {PLATFORM "blip.yaml", 0, false},
    {PLATFORM "standby-sick.yaml", 0, false},
    {PLATFORM "promotion-fails-twice.yaml", 0, false},
    {PLATFORM "lost-responses.yaml", 0, false},
    {PLATFORM "throttled-account.yaml", 0, false},
    {PLATFORM "approver-asleep.yaml", 0, false},
    {PLATFORM "clock-skew.yaml", 0, false},
    {PLATFORM "lease-unreachable.yaml", 0, false},
    {PLATFORM "practice.yaml", 0, false},
    {PLATFORM "failback.yaml", 0, false},
    {PLATFORM "failback-rolls-back.yaml", 0, false},
    {OWN "approver-declines.yaml", 0, false},
    {OWN "blind.yaml", 0, false},
    {OWN "closed.yaml", 0, false},
    {OWN "across.yaml", 0, false},
    {OWN "no-metrics.yaml", 0, false},
    {OWN "maintenance.yaml", 0, false},
    {OWN "refused.yaml", 0, false},
    {OWN "turned-back.yaml", 0, false},
    {PLATFORM "region-loss.yaml", 300, true},
    {PLATFORM "primary-flaps.yaml", 600, true},
};

enum { SHOWS = sizeof(shows) / sizeof(shows[0]), REASON_MAX = 240 };

static uint64_t run(const struct bs_inputs *inputs, struct bs_crash_request *crash,
                    struct bs_history **history)
{
    const struct bs_trial_options options = {.scenario = inputs->scenario,
                                             .plan = inputs->plan,
                                             .seed = 1,
                                             .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
                                             .crash = crash};
    struct bs_error error = {0};

    if (bs_trial_run(&options, history, NULL, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    return crash->points;
}

static struct bs_history *perform(const struct show *show, const struct bs_inputs *inputs)
{
    struct bs_crash_request crash = {.downtime = BS_SECONDS(20),
                                     .starts_another = show->starts_another};
    struct bs_history *history = NULL;

    if (show->point_permille > 0) {
        const uint64_t points = run(inputs, &crash, &history);

        bs_history_destroy(history);
        crash = (struct bs_crash_request){.at_point = points * show->point_permille / 1000,
                                          .downtime = BS_SECONDS(90),
                                          .starts_another = show->starts_another};
    }
    (void)run(inputs, &crash, &history);
    return history;
}

/* Another orchestrator decides and executes once more: it knows of nothing. */
static bool counts(const struct show *show, const char *invariant)
{
    return !show->starts_another || strncmp(invariant, "expect_", 7) != 0;
}

/* The objective that stands beside the invariants. */
static int64_t split_brain_accepted_ns(const struct bs_history *history)
{
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        if (record->kind == BS_RECORD_OBJECTIVE) {
            return bs_record_number(record, "split_brain_ns");
        }
    }
    return 0;
}

/* The first broken invariant of a run, in words; false if none is. */
static bool is_noticed(const struct show *show, char reason[REASON_MAX])
{
    struct bs_report_inputs inputs = {.scenario_file = show->scenario, .backend = "sim"};
    const struct bs_texts none = {0};
    struct bs_report *report = NULL;
    struct bs_inputs files;
    struct bs_error error = {0};
    bool noticed = false;

    if (bs_inputs_load(show->scenario, &none, &files, &error) != BS_OK) {
        fail_msg("%s: %s", show->scenario, error.message);
    }
    inputs.history = perform(show, &files);
    assert_int_equal(bs_report_build(&inputs, &report, &error), BS_OK);
    if (report->split.duration.value > split_brain_accepted_ns(inputs.history)) {
        (void)snprintf(reason, REASON_MAX, "split brain: %" PRId64 " ms",
                       report->split.duration.value / BS_NS_PER_MS);
        noticed = true;
    }
    for (size_t i = 0; i < report->invariants.count && !noticed; i++) {
        const struct bs_invariant *invariant = &report->invariants.items[i];

        if (invariant->outcome == BS_OUTCOME_FAIL && counts(show, invariant->name)) {
            (void)snprintf(reason, REASON_MAX, "%s: %.160s", invariant->name, invariant->reason);
            noticed = true;
        }
    }
    bs_report_destroy(report);
    bs_history_destroy((struct bs_history *)inputs.history);
    bs_inputs_clean_up(&files);
    return noticed;
}

static const char *short_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static void no_mistake_breaks_nothing(void **state)
{
    char reason[REASON_MAX];

    (void)state;
    bs_mutant = BS_MUTANT_NONE;
    for (size_t i = 0; i < SHOWS; i++) {
        if (is_noticed(&shows[i], reason)) {
            fail_msg("%s: %s", short_name(shows[i].scenario), reason);
        }
    }
}

static bool is_caught(char reason[REASON_MAX], const char **where)
{
    for (size_t i = 0; i < SHOWS; i++) {
        if (is_noticed(&shows[i], reason)) {
            *where = short_name(shows[i].scenario);
            return true;
        }
    }
    return false;
}

static void every_mistake_is_caught(void **state)
{
    size_t caught = 0;

    (void)state;
    for (int i = BS_MUTANT_NONE + 1; i < BS_MUTANT_COUNT; i++) {
        char reason[REASON_MAX] = "";
        const char *where = "";

        bs_mutant = (enum bs_mutant)i;
        if (is_caught(reason, &where)) {
            caught++;
            print_message("caught   %-22s in %-26s %s\n", mutants[i].name, where, reason);
        } else {
            print_message("survived %-22s %s\n", mutants[i].name, mutants[i].about);
        }
    }
    print_message("%zu of %d mutants caught\n", caught, BS_MUTANT_COUNT - 1);
    assert_true(BS_MUTANT_COUNT - 1 >= 20);
    assert_int_equal(caught, BS_MUTANT_COUNT - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_mistake_breaks_nothing),
        cmocka_unit_test(every_mistake_is_caught),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
