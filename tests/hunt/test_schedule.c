/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "orchestrator/plan/plan_load.h"
#include "sim/hunt/schedule.h"
#include "sim/hunt/shrink.h"
#include "sim/scenario/extend.h"
#include "sim/trial/trial.h"

#define BASE BS_SOURCE_DIR "/scenarios/platform/region-loss.yaml"
#define PLAN BS_SOURCE_DIR "/scenarios/plans/warm-standby.yaml"
#define NAME BS_SOURCE_DIR "/scenarios/platform/schedule.yaml"

enum { TEXT_BYTES_MAX = 1024 * 1024 };

struct fixture {
    struct bs_scenario *scenario;
    struct bs_loaded_plan *plan;
    struct bs_hunt_base base;
};

static void expect_ok(enum bs_status status, const struct bs_error *error, uint64_t number)
{
    char text[BS_ERROR_MESSAGE_MAX + BS_ERROR_FILE_MAX + 64];

    if (status != BS_OK) {
        bs_error_format(error, text, sizeof(text));
        fail_msg("%s\nblackstart hunt scenarios/platform/region-loss.yaml --schedule %llu", text,
                 (unsigned long long)number);
    }
}

static int set_up(void **state)
{
    static struct fixture fixture;
    struct bs_error error = {0};
    struct bs_bindings bindings;

    expect_ok(bs_scenario_load(BASE, NULL, 0, &fixture.scenario, &error), &error, 0);
    expect_ok(bs_trial_bindings(fixture.scenario, &bindings), &error, 0);
    expect_ok(bs_plan_load(PLAN, &bindings, &fixture.plan, &error), &error, 0);
    fixture.base = (struct bs_hunt_base){.scenario = fixture.scenario,
                                         .plan = bs_loaded_plan_get(fixture.plan),
                                         .extends = "region-loss.yaml",
                                         .seed = 1};
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;

    bs_loaded_plan_destroy(fixture->plan);
    bs_scenario_destroy(fixture->scenario);
    return 0;
}

static struct bs_hunt_schedule *draw(const struct bs_hunt_base *base, uint64_t number)
{
    struct bs_hunt_schedule *schedule = NULL;
    struct bs_error error = {0};

    expect_ok(bs_hunt_draw(base, number, &schedule, &error), &error, number);
    return schedule;
}

/* The caller cleans up the buffer. */
static struct bs_buffer write_text(const struct bs_hunt_base *base,
                                   const struct bs_hunt_schedule *schedule)
{
    struct bs_buffer text;

    bs_buffer_init(&text, TEXT_BYTES_MAX);
    bs_hunt_write(base, schedule, "Drawn: \"so\".", &text);
    assert_false(text.failed);
    return text;
}

static bool is_same(const struct bs_hunt_base *base, const struct bs_hunt_schedule *a,
                    const struct bs_hunt_schedule *b)
{
    struct bs_buffer one = write_text(base, a);
    struct bs_buffer other = write_text(base, b);
    const bool same = strcmp(one.bytes, other.bytes) == 0 && a->run_seed == b->run_seed &&
                      a->crash.is_wanted == b->crash.is_wanted && a->crash.bits == b->crash.bits;

    bs_buffer_clean_up(&one);
    bs_buffer_clean_up(&other);
    return same;
}

/* ---- Drawing ---- */

static void a_schedule_is_a_function_of_seed_and_number(void **state)
{
    const struct fixture *fixture = *state;
    struct bs_hunt_base another = fixture->base;

    another.seed = 2;
    for (uint64_t number = 0; number < 50; number++) {
        struct bs_hunt_schedule *once = draw(&fixture->base, number);
        struct bs_hunt_schedule *twice = draw(&fixture->base, number);
        struct bs_hunt_schedule *next = draw(&fixture->base, number + 1);
        struct bs_hunt_schedule *other = draw(&another, number);

        assert_true(is_same(&fixture->base, once, twice));
        next->number = number; /* It stands in the file, and must not be all that differs. */
        assert_false(is_same(&fixture->base, once, next));
        assert_false(is_same(&fixture->base, once, other));
        bs_hunt_schedule_destroy(once);
        bs_hunt_schedule_destroy(twice);
        bs_hunt_schedule_destroy(next);
        bs_hunt_schedule_destroy(other);
    }
}

static void every_schedule_is_a_scenario(void **state)
{
    const struct fixture *fixture = *state;
    uint32_t kinds = 0;

    for (uint64_t number = 0; number < 300; number++) {
        struct bs_hunt_schedule *schedule = draw(&fixture->base, number);
        struct bs_buffer text = write_text(&fixture->base, schedule);
        struct bs_document *document = NULL;
        struct bs_scenario *scenario = NULL;
        struct bs_error error = {0};

        expect_ok(bs_scenario_documents_parse(NAME, text.bytes, text.length, &document, &error),
                  &error, number);
        expect_ok(bs_scenario_from_document(document, &scenario, &error), &error, number);
        assert_int_equal(scenario->expectation_count, 0);
        for (size_t i = 0; i < scenario->fault_count; i++) {
            kinds |= 1U << (unsigned)scenario->faults[i].kind;
        }
        bs_scenario_destroy(scenario);
        bs_buffer_clean_up(&text);
        bs_hunt_schedule_destroy(schedule);
    }
    assert_int_equal(kinds, (1U << BS_FAULT_KIND_COUNT) - 1);
}

static void clocks_keep_within_the_lease(void **state)
{
    const struct fixture *fixture = *state;
    const int64_t skew_ns = fixture->base.plan->lease->skew.ns;
    size_t seen = 0;

    for (uint64_t number = 0; number < 300; number++) {
        struct bs_hunt_schedule *schedule = draw(&fixture->base, number);

        for (size_t i = 0; i < schedule->piece_count; i++) {
            const struct bs_hunt_piece *piece = &schedule->pieces[i];

            if (strcmp(piece->section, "orchestrators") == 0) {
                const char *clock = strstr(piece->value, "clock: ");

                assert_non_null(clock);
                assert_in_range(labs(strtol(clock + strlen("clock: "), NULL, 10)) * BS_NS_PER_MS *
                                    2,
                                0, (uint64_t)skew_ns);
                seen++;
            }
        }
        bs_hunt_schedule_destroy(schedule);
    }
    assert_true(seen > 50);
}

static void a_point_is_one_of_the_runs(void **state)
{
    struct bs_hunt_schedule schedule = {.crash = {.is_wanted = true}};

    (void)state;
    bs_hunt_choose_point(&schedule, 10);
    assert_int_equal(schedule.crash.point, 1);
    schedule.crash.bits = UINT64_MAX;
    bs_hunt_choose_point(&schedule, 10);
    assert_int_equal(schedule.crash.point, 10);
    bs_hunt_choose_point(&schedule, 0);
    assert_false(schedule.crash.is_wanted);
}

/* ---- Shrinking ---- */

/* What is taken for a violation: a fault that says so. */
struct wanted {
    const char *words;
    bool needs_crash;
};

static bool breaks(void *self, const struct bs_hunt_schedule *schedule)
{
    const struct wanted *wanted = self;

    for (size_t i = 0; i < schedule->piece_count; i++) {
        if (strstr(schedule->pieces[i].value, wanted->words) != NULL) {
            return !wanted->needs_crash || schedule->crash.is_wanted;
        }
    }
    return false;
}

/* The first schedule that has it. */
static struct bs_hunt_schedule *find(const struct bs_hunt_base *base, struct wanted *wanted)
{
    for (uint64_t number = 0; number < 1000; number++) {
        struct bs_hunt_schedule *schedule = draw(base, number);

        schedule->crash.is_wanted = true;
        if (breaks(wanted, schedule) && schedule->piece_count > 3) {
            return schedule;
        }
        bs_hunt_schedule_destroy(schedule);
    }
    fail_msg("none of 1000 schedules has '%s'", wanted->words);
    return NULL;
}

static void only_what_breaks_it_is_left(void **state)
{
    const struct fixture *fixture = *state;
    struct wanted wanted = {.words = "promotion_failure: {replica: orders-dr"};
    struct bs_hunt_shrink shrink = {.breaks = breaks, .self = &wanted, .tries_max = 500};
    struct bs_hunt_schedule *schedule = find(&fixture->base, &wanted);

    bs_hunt_shrink(&shrink, schedule);
    assert_int_equal(schedule->piece_count, 1);
    assert_string_equal(schedule->pieces[0].section, "faults");
    assert_null(strstr(schedule->pieces[0].value, "times"));
    assert_null(strstr(schedule->pieces[0].value, "for:"));
    assert_false(schedule->crash.is_wanted);
    assert_true(breaks(&wanted, schedule));
    assert_in_range(shrink.tries, 1, 500);
    bs_hunt_schedule_destroy(schedule);
}

static void a_crash_that_is_needed_stays(void **state)
{
    const struct fixture *fixture = *state;
    struct wanted wanted = {.words = "throttle", .needs_crash = true};
    struct bs_hunt_shrink shrink = {.breaks = breaks, .self = &wanted, .tries_max = 500};
    struct bs_hunt_schedule *schedule = find(&fixture->base, &wanted);

    bs_hunt_shrink(&shrink, schedule);
    assert_int_equal(schedule->piece_count, 1);
    assert_true(schedule->crash.is_wanted);
    bs_hunt_schedule_destroy(schedule);
}

static void times_become_round(void **state)
{
    struct wanted wanted = {.words = "hunt"};
    struct bs_hunt_shrink shrink = {.breaks = breaks, .self = &wanted, .tries_max = 500};
    struct bs_hunt_schedule schedule = {
        .piece_count = 1,
        .pieces = {{.section = "faults", .value = "{at: 754s, name: hunt 1}"}},
    };

    (void)state;
    bs_arena_init(&schedule.arena, TEXT_BYTES_MAX);
    bs_hunt_shrink(&shrink, &schedule);
    assert_string_equal(schedule.pieces[0].value, "{at: 10m, name: hunt 1}");
    bs_arena_clean_up(&schedule.arena);
}

static void it_is_asked_no_more_often_than_said(void **state)
{
    const struct fixture *fixture = *state;
    struct wanted wanted = {.words = "hunt"};
    struct bs_hunt_shrink shrink = {.breaks = breaks, .self = &wanted, .tries_max = 2};
    struct bs_hunt_schedule *schedule = find(&fixture->base, &wanted);

    bs_hunt_shrink(&shrink, schedule);
    assert_int_equal(shrink.tries, 2);
    assert_true(breaks(&wanted, schedule));
    bs_hunt_schedule_destroy(schedule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_schedule_is_a_function_of_seed_and_number),
        cmocka_unit_test(every_schedule_is_a_scenario),
        cmocka_unit_test(clocks_keep_within_the_lease),
        cmocka_unit_test(a_point_is_one_of_the_runs),
        cmocka_unit_test(only_what_breaks_it_is_left),
        cmocka_unit_test(a_crash_that_is_needed_stays),
        cmocka_unit_test(times_become_round),
        cmocka_unit_test(it_is_asked_no_more_often_than_said),
    };

    return cmocka_run_group_tests_name("schedules", tests, set_up, tear_down);
}
