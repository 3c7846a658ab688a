/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
/*
 * What must hold whatever is drawn: a switchover loses no acknowledged write, and nobody is moved for a false
 * alarm.
 * BS_SEEDS says how many seeds are tried; scripts/campaign.sh tries a thousand.
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
#include "reports/report.h"
#include "sim/trial/trial.h"

#define PLATFORM BS_SOURCE_DIR "/scenarios/platform/"

enum { SEEDS_DEFAULT = 40 };

static uint64_t seed_count(void)
{
    const char *text = getenv("BS_SEEDS");

    return text == NULL ? SEEDS_DEFAULT : strtoull(text, NULL, 10);
}

static int64_t lost_writes(const struct bs_report *report)
{
    int64_t lost = 0;

    for (size_t i = 0; i < report->rpo.count; i++) {
        const struct bs_store_row *store = &report->rpo.stores[i];

        lost += store->lost_writes + store->quarantined + store->overwritten + store->discarded +
                store->diverged;
    }
    return lost;
}

/* Runs and judges one seed; `judge` fails the test if it does not like what it sees. */
static void try_seed(const struct bs_inputs *inputs, const char *scenario, uint64_t seed,
                     void (*judge)(const struct bs_report *, const char *, uint64_t))
{
    const struct bs_trial_options options = {.scenario = inputs->scenario,
                                             .plan = inputs->plan,
                                             .seed = seed,
                                             .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER};
    struct bs_report_inputs evidence = {.scenario_file = scenario, .backend = "sim"};
    struct bs_history *history = NULL;
    struct bs_report *report = NULL;
    struct bs_error error = {0};

    assert_int_equal(bs_trial_run(&options, &history, NULL, &error), BS_OK);
    evidence.history = history;
    assert_int_equal(bs_report_build(&evidence, &report, &error), BS_OK);
    for (size_t i = 0; i < report->invariants.count; i++) {
        const struct bs_invariant *invariant = &report->invariants.items[i];

        if (invariant->outcome == BS_OUTCOME_FAIL) {
            fail_msg("%s: %s\nreproduce: blackstart run %s --seed %" PRIu64, invariant->name,
                     invariant->reason, scenario, seed);
        }
    }
    judge(report, scenario, seed);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void try_seeds(const char *scenario,
                      void (*judge)(const struct bs_report *, const char *, uint64_t))
{
    const struct bs_texts none = {0};
    struct bs_inputs inputs;
    struct bs_error error = {0};

    if (bs_inputs_load(scenario, &none, &inputs, &error) != BS_OK) {
        fail_msg("%s: %s", scenario, error.message);
    }
    for (uint64_t seed = 1; seed <= seed_count(); seed++) {
        try_seed(&inputs, scenario, seed, judge);
    }
    bs_inputs_clean_up(&inputs);
}

static void has_lost_nothing(const struct bs_report *report, const char *scenario, uint64_t seed)
{
    if (lost_writes(report) > 0) {
        fail_msg("%" PRId64 " writes lost\nreproduce: blackstart run %s --seed %" PRIu64,
                 lost_writes(report), scenario, seed);
    }
}

static void a_switchover_loses_no_acknowledged_write(void **state)
{
    (void)state;
    try_seeds(PLATFORM "switchover.yaml", has_lost_nothing);
}

static void false_alarms_move_nobody(void **state)
{
    (void)state;
    try_seeds(PLATFORM "false-alarm.yaml", has_lost_nothing); /* It expects no execution at all. */
    try_seeds(PLATFORM "blip.yaml", has_lost_nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_switchover_loses_no_acknowledged_write),
        cmocka_unit_test(false_alarms_move_nobody),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
