/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** A drill whose orchestrator dies at its points: nothing breaks, and each death can be retold. */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "reports/report.h"
#include "tests/trial/drill.h"
#include "tests/trial/laws.h"

/* A run takes ten milliseconds at full speed, and many times that with instruments. */
#if defined(NDEBUG) && !defined(BS_SANITIZE)
enum { EVERY = 7, EVERY_PAIR = 11 };
#else
enum { EVERY = 41, EVERY_PAIR = 83 };
#endif

enum { SEED = 1, DOWNTIME_S = 20 };

/* Lost at two minutes; the workflow has ended by ten. */
static void load(struct drill *drill)
{
    DRILL_LOAD(drill, DRILL_CHANGE("duration", "20m"), DRILL_CHANGE("faults.0.at", "2m"));
}

static struct bs_crash_request crash_at(uint64_t point, int64_t downtime_s)
{
    return (struct bs_crash_request){.at_point = point, .downtime = BS_SECONDS(downtime_s)};
}

/* The history is the caller's. */
static struct bs_history *run(const struct drill *drill, struct bs_crash_request *crash)
{
    const struct bs_trial_options options = {
        .scenario = drill->scenario,
        .plan = drill->plan,
        .seed = SEED,
        .detail = BS_DETAIL_SKIP,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .crash = crash,
    };
    struct bs_error error = {0};
    struct bs_history *history = NULL;

    assert_int_equal(bs_trial_run(&options, &history, NULL, &error), BS_OK);
    assert_non_null(history);
    return history;
}

/* As run(), leaving the history's SHA-256. */
static void fingerprint(const struct drill *drill, struct bs_crash_request *crash, char sha256[65])
{
    struct bs_history *history = run(drill, crash);

    bs_history_sha256(history, sha256);
    bs_history_destroy(history);
}

static uint64_t count_points(const struct drill *drill)
{
    struct bs_crash_request crash = crash_at(0, DOWNTIME_S);

    bs_history_destroy(run(drill, &crash));
    assert_false(crash.has_crashed);
    assert_true(crash.points > 1000);
    return crash.points;
}

static void check_invariants(const struct bs_report *report, uint64_t point)
{
    for (size_t i = 0; i < report->invariants.count; i++) {
        const struct bs_invariant *invariant = &report->invariants.items[i];

        if (invariant->outcome == BS_OUTCOME_FAIL) {
            fail_msg("point %" PRIu64 ": %s: %s\nblackstart torture scenarios/platform/"
                     "region-loss.yaml --set duration=20m --set faults.0.at=2m --point %" PRIu64,
                     point, invariant->name, invariant->reason, point);
        }
    }
}

static enum bs_crash_moment die(const struct drill *drill, uint64_t point)
{
    struct bs_crash_request crash = crash_at(point, DOWNTIME_S);
    struct bs_report_inputs inputs = {.backend = "sim"};
    struct bs_error error = {0};
    struct drill_result result;

    result.history = run(drill, &crash);
    assert_true(crash.has_crashed);
    assert_int_equal(crash.has_resumed,
                     crash.point.at.ns + crash.downtime.ns <= drill->scenario->duration.ns);
    inputs.history = result.history;
    assert_int_equal(bs_report_build(&inputs, &result.report, &error), BS_OK);
    check_invariants(result.report, point);
    laws_hold(drill, SEED, &result);
    drill_result_clean_up(&result);
    return crash.point.moment;
}

static void whatever_it_dies_of_nothing_breaks(void **state)
{
    uint64_t deaths[BS_CRASH_MOMENT_COUNT] = {0};
    struct drill drill;
    uint64_t points;

    (void)state;
    load(&drill);
    points = count_points(&drill);
    for (uint64_t point = 1; point <= points; point += EVERY) {
        deaths[die(&drill, point)]++;
    }
    for (size_t i = 0; i < BS_CRASH_MOMENT_COUNT; i++) {
        assert_true(deaths[i] > 0);
    }
    drill_clean_up(&drill);
}

static void a_death_can_be_told_again(void **state)
{
    struct drill drill;
    uint64_t points;

    (void)state;
    load(&drill);
    points = count_points(&drill);
    for (uint64_t i = 0; i < 12; i++) {
        const uint64_t point = 1 + i * (points - 1) / 11;
        struct bs_crash_request first = crash_at(point, DOWNTIME_S);
        struct bs_crash_request second = crash_at(point, DOWNTIME_S);
        char first_sha256[65];
        char second_sha256[65];

        fingerprint(&drill, &first, first_sha256);
        fingerprint(&drill, &second, second_sha256);
        assert_string_equal(first_sha256, second_sha256);
        assert_int_equal(first.points, second.points);
        assert_int_equal(first.point.moment, second.point.moment);
        assert_int_equal(first.point.step, second.point.step);
        assert_int_equal(first.point.at.ns, second.point.at.ns);
    }
    drill_clean_up(&drill);
}

/* How long it is gone afterwards cannot change what came before; nor do points go back in time. */
static void points_have_stable_numbers(void **state)
{
    struct bs_instant last = {0};
    struct drill drill;
    uint64_t points;

    (void)state;
    load(&drill);
    points = count_points(&drill);
    assert_int_equal(count_points(&drill), points);
    for (uint64_t point = 1; point <= points; point += 211) {
        struct bs_crash_request soon = crash_at(point, 1);
        struct bs_crash_request late = crash_at(point, 300);

        bs_history_destroy(run(&drill, &soon));
        bs_history_destroy(run(&drill, &late));
        assert_int_equal(soon.point.at.ns, late.point.at.ns);
        assert_int_equal(soon.point.moment, late.point.moment);
        assert_int_equal(soon.point.step, late.point.step);
        assert_true(soon.point.at.ns >= last.ns);
        last = soon.point.at;
    }
    drill_clean_up(&drill);
}

static void who_stays_away_too_long_never_resumes(void **state)
{
    struct drill drill;
    uint64_t points;

    (void)state;
    load(&drill);
    points = count_points(&drill);
    for (uint64_t point = 1; point <= points; point += points / 7) {
        struct bs_crash_request crash = crash_at(point, 86400);
        struct bs_history *history = run(&drill, &crash);
        size_t from = 0;
        const struct bs_record *record;

        assert_true(crash.has_crashed);
        assert_false(crash.has_resumed);
        assert_int_equal(crash.points, point);
        while ((record = drill_next(history, &from, BS_RECORD_CALL, NULL, NULL)) != NULL) {
            assert_true(record->at.ns <= crash.point.at.ns);
        }
        bs_history_destroy(history);
    }
    drill_clean_up(&drill);
}

static void a_run_that_is_only_watched_is_the_same_run(void **state)
{
    struct bs_crash_request never = crash_at(0, DOWNTIME_S);
    struct bs_crash_request beyond;
    char plain_sha256[65];
    char never_sha256[65];
    char beyond_sha256[65];
    struct drill drill;

    (void)state;
    load(&drill);
    fingerprint(&drill, NULL, plain_sha256);
    fingerprint(&drill, &never, never_sha256);
    beyond = crash_at(never.points + 1, DOWNTIME_S);
    fingerprint(&drill, &beyond, beyond_sha256);
    assert_string_equal(plain_sha256, never_sha256);
    assert_string_equal(plain_sha256, beyond_sha256);
    assert_int_equal(never.points, beyond.points);
    assert_false(never.has_crashed || never.has_resumed);
    assert_false(beyond.has_crashed || beyond.has_resumed);
    drill_clean_up(&drill);
}

/* A run's digest and whether its point is called the same death as the one before. */
static bool die_and_compare(const struct drill *drill, uint64_t point, bool starts_another,
                            char sha256[65])
{
    struct bs_crash_request crash = crash_at(point, DOWNTIME_S);

    crash.starts_another = starts_another;
    fingerprint(drill, &crash, sha256);
    assert_true(crash.has_crashed);
    return crash.point.is_same;
}

/* What is called the same death is the same history, byte for byte, and what is not is another. */
static void the_same_death_is_the_same_history(void **state)
{
    uint64_t same = 0;
    uint64_t other = 0;
    struct drill drill;
    uint64_t points;

    (void)state;
    load(&drill);
    points = count_points(&drill);
    for (uint64_t point = 2; point <= points; point += EVERY_PAIR) {
        const bool starts_another = point % 2 == 0;
        char before[65];
        char at[65];
        bool is_same;

        (void)die_and_compare(&drill, point - 1, starts_another, before);
        is_same = die_and_compare(&drill, point, starts_another, at);
        if (is_same && strcmp(before, at) != 0) {
            fail_msg("points %" PRIu64 " and %" PRIu64 " are not the same", point - 1, point);
        }
        same += is_same ? 1 : 0;
        other += !is_same && strcmp(before, at) != 0 ? 1 : 0;
    }
    assert_true(same > 10);
    assert_true(other > 10);
    drill_clean_up(&drill);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_it_dies_of_nothing_breaks),
        cmocka_unit_test(a_death_can_be_told_again),
        cmocka_unit_test(the_same_death_is_the_same_history),
        cmocka_unit_test(points_have_stable_numbers),
        cmocka_unit_test(who_stays_away_too_long_never_resumes),
        cmocka_unit_test(a_run_that_is_only_watched_is_the_same_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
