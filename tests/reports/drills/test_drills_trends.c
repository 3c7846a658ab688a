/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/trends.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/pcg.h"
#include "tests/reports/drills/desk.h"

enum { ARENA_BYTES = 16 * 1024 * 1024, TRIES = 2000 };

/* ---- Slope ---- */

static void check_slope(const int64_t *rto_s, size_t count, int64_t slope_s, bool is_clear)
{
    int64_t rto_ns[BS_DRILLS_LAST];
    struct bs_drill_slope slope;

    for (size_t i = 0; i < count; i++) {
        rto_ns[i] = rto_s[i] * BS_NS_PER_S;
    }
    slope = bs_drill_slope_of(rto_ns, count);
    assert_int_equal(slope.drills, count);
    assert_true(bs_is_known(slope.slope_ns));
    assert_int_equal(slope.slope_ns.value, slope_s * BS_NS_PER_S);
    assert_int_equal(slope.is_clear, is_clear);
}

static void slopes_that_are_known(void **state)
{
    static const int64_t rising[] = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    static const int64_t falling[] = {100, 90, 80, 70, 60, 50, 40, 30, 20, 10};
    static const int64_t level[] = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
    /* Two nights that went wrong do not turn ten around. */
    static const int64_t accidents[] = {10, 20, 30, 4000, 50, 60, 70, 80, 90, 5000};

    (void)state;
    check_slope(rising, 10, 10, true);
    check_slope(rising, 5, 10, true);
    check_slope(rising, 4, 10, false); /* Four in order come by chance, one time in twelve. */
    check_slope(falling, 10, -10, true);
    check_slope(level, 10, 0, false);
    check_slope(accidents, 10, 10, true);
    assert_false(bs_is_known(bs_drill_slope_of(rising, 2).slope_ns));
    assert_false(bs_is_known(bs_drill_slope_of(NULL, 0).slope_ns));
}

/* Of series without a trend, at most one of twenty is said to have one. */
static void chance_is_seldom_clear(void **state)
{
    struct bs_pcg pcg = bs_pcg_seeded(5, 6);

    (void)state;
    for (size_t count = 3; count <= BS_DRILLS_LAST; count++) {
        int clear = 0;

        for (int i = 0; i < TRIES; i++) {
            int64_t rto_ns[BS_DRILLS_LAST];

            for (size_t k = 0; k < count; k++) {
                rto_ns[k] = (int64_t)bs_pcg_below(&pcg, UINT64_C(1) << 40);
            }
            clear += bs_drill_slope_of(rto_ns, count).is_clear ? 1 : 0;
        }
        /* 5 % of 2,000 and four standard deviations. */
        assert_in_range(clear, count < 5 ? 0 : 1, count < 5 ? 0 : 140);
    }
}

/* ---- Of a store ---- */

struct shelf {
    struct bs_drills *drills;
    struct bs_arena arena;
    int64_t number;
};

static void put(struct shelf *shelf, int64_t day, const char *backend, const char *verdict,
                int64_t promote_s)
{
    struct kept kept;

    desk_fill(&kept, ++shelf->number);
    kept.drill.held_at_s = day < 0 ? BS_UTC_UNKNOWN : day * BS_UTC_DAY_S;
    kept.drill.backend = backend;
    kept.drill.verdict = verdict;
    kept.drill.rto = promote_s < 0 ? bs_unknown("it was not recovered")
                                   : bs_known((100 + promote_s) * BS_NS_PER_S);
    kept.steps[1].took =
        promote_s < 0 ? bs_unknown("it has no end") : bs_known(promote_s * BS_NS_PER_S);
    desk_add(shelf->drills, &kept.drill, BS_DRILLS_ADDED);
}

static struct bs_drill_trends find(struct shelf *shelf, int64_t now_day)
{
    struct bs_drill_trends trends;
    struct bs_error error = {0};

    if (bs_drill_trends_find(shelf->drills, &BS_DRILLS_ALL, now_day * BS_UTC_DAY_S, &shelf->arena,
                             &trends, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    return trends;
}

static struct shelf begin(const struct desk *desk)
{
    struct shelf shelf = {.drills = desk_open(desk, BS_DRILLS_RECORD)};

    bs_arena_init(&shelf.arena, ARENA_BYTES);
    return shelf;
}

static void end(struct shelf *shelf)
{
    bs_arena_clean_up(&shelf->arena);
    bs_drills_close(shelf->drills);
}

static void check_summary(const struct bs_drills_summary *summary, int64_t age_days, int64_t count,
                          int64_t passed, int64_t left_out)
{
    assert_int_equal(bs_is_known(summary->age_s), age_days >= 0);
    assert_true(age_days < 0 || bs_drills_age_days(summary).value == age_days);
    assert_int_equal(summary->count, count);
    assert_int_equal(summary->passed, passed);
    assert_int_equal(summary->left_out, left_out);
}

static void summaries(void **state)
{
    struct shelf shelf = begin(*state);
    struct bs_drills_summary summary;
    struct bs_error error = {0};

    for (int64_t day = 1; day <= 14; day++) {
        put(&shelf, day, "sim", day <= 6 ? "pass" : (day % 2 == 0 ? "pass" : "fail"), 30);
    }
    put(&shelf, 10, "aws", "unknown", 30);
    put(&shelf, -1, "aws", "pass", 30);
    put(&shelf, 99, "aws", "pass", 30);
    put(&shelf, -1, NULL, "pass", 30);
#define SUMMARISE(name, on, at_s)                                                               \
    assert_int_equal(                                                                           \
        bs_drills_summarise(                                                                    \
            shelf.drills,                                                                       \
            &(struct bs_drills_question){.scenario = (name), .backend = (on), .now_s = (at_s)}, \
            &summary, &error),                                                                  \
        BS_OK)
    SUMMARISE("Region loss", "sim", 20 * BS_UTC_DAY_S);
    check_summary(&summary, 6, 10, 6, 0); /* Days 5, 6, 8, 10, 12, 14. */
    assert_true(summary.is_last_passed);
    SUMMARISE("Region loss", "sim", 15 * BS_UTC_DAY_S - 1);
    check_summary(&summary, 0, 10, 6, 0);
    SUMMARISE("Region loss", "sim", 3 * BS_UTC_DAY_S);
    check_summary(&summary, 0, 3, 3, 11);
    SUMMARISE("Region loss", "aws", 20 * BS_UTC_DAY_S);
    check_summary(&summary, 10, 1, 0, 2);
    assert_false(summary.is_last_passed);
    SUMMARISE("Region loss", BS_DRILLS_NO_BACKEND, 20 * BS_UTC_DAY_S);
    check_summary(&summary, -1, 0, 0, 1);
    SUMMARISE("Region loss", NULL, 20 * BS_UTC_DAY_S);
    check_summary(&summary, 6, 10, 5, 3);
    SUMMARISE("Another", NULL, 20 * BS_UTC_DAY_S);
    check_summary(&summary, -1, 0, 0, 0);
    end(&shelf);
}

/* A drill that is judged again is not one of those before it. */
static void one_is_left_out(void **state)
{
    struct shelf shelf = begin(*state);
    struct bs_drills_question question = {.scenario = "Region loss", .now_s = 5 * BS_UTC_DAY_S};
    struct bs_drills_summary summary;
    struct bs_error error = {0};
    struct kept kept;

    put(&shelf, 2, "sim", "fail", 30);
    put(&shelf, 3, "sim", "pass", 30);
    desk_fill(&kept, shelf.number);
    assert_int_equal(bs_drills_summarise(shelf.drills, &question, &summary, &error), BS_OK);
    check_summary(&summary, 2, 2, 1, 0);
    assert_true(summary.is_last_passed);
    question.except_history = kept.drill.history_sha256;
    assert_int_equal(bs_drills_summarise(shelf.drills, &question, &summary, &error), BS_OK);
    check_summary(&summary, 3, 1, 0, 0);
    assert_false(summary.is_last_passed);
    end(&shelf);
}

static void tracks(void **state)
{
    struct shelf shelf = begin(*state);
    struct bs_drill_trends trends;
    const struct bs_drill_track *aws;
    const struct bs_drill_track *sim;

    for (int64_t day = 1; day <= 12; day++) {
        put(&shelf, day, "sim", "pass", day == 4 ? -1 : 10 * day);
        put(&shelf, day, "aws", "fail", 50);
    }
    trends = find(&shelf, 30);
    assert_int_equal(trends.count, 1);
    assert_int_equal(trends.items[0].track_count, 2);
    check_summary(&trends.items[0].any, 18, 10, 5, 0);
    check_summary(&trends.items[0].aws, 18, 10, 0, 0);
    aws = &trends.items[0].tracks[0];
    sim = &trends.items[0].tracks[1];
    assert_string_equal(aws->backend, "aws");
    assert_int_equal(aws->slower_count, 0);
    assert_int_equal(aws->slope.slope_ns.value, 0);
    assert_string_equal(sim->backend, "sim");
    assert_int_equal(sim->count, BS_DRILLS_LAST);
    assert_int_equal(sim->last[0].held_at_s, 3 * BS_UTC_DAY_S);
    assert_int_equal(sim->last[9].held_at_s, 12 * BS_UTC_DAY_S);
    assert_int_equal(sim->slope.drills, 9); /* One has no RTO. */
    assert_true(sim->slope.is_clear);
    assert_int_equal(sim->slope.slope_ns.value, 10 * BS_NS_PER_S);
    assert_int_equal(sim->slower_count, 1);
    assert_string_equal(sim->slower[0].id, "promote");
    assert_int_equal(sim->slower[0].took_ns, 120 * BS_NS_PER_S);
    /* Of 30, 50, 60, 70, 80, 90, 100, 110 s. */
    assert_int_equal(sim->slower[0].before_ns, 75 * BS_NS_PER_S);
    assert_int_equal(sim->slower[0].drills, 8);
    end(&shelf);
}

/*
 * The three that grew most, the most first; a step's longest execution counts, and what is new is not
 * slower.
 */
static void slower_steps(void **state)
{
    static const int64_t growth_s[] = {3, 0, 9, 1, 5, -4, 0};
    static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "c"};
    enum { STEPS = sizeof(growth_s) / sizeof(growth_s[0]) };
    struct shelf shelf = begin(*state);
    struct bs_kept_step steps[STEPS + 1];
    const struct bs_drill_track *track;
    struct bs_drill_trends trends;

    for (int64_t day = 1; day <= 2; day++) {
        struct kept kept;

        desk_fill(&kept, day);
        for (size_t i = 0; i < STEPS; i++) {
            steps[i] = kept.steps[0];
            steps[i].id = ids[i];
            steps[i].took = bs_known((10 + (day == 2 ? growth_s[i] : 0)) * BS_NS_PER_S);
        }
        steps[STEPS] = kept.steps[0];
        steps[STEPS].id = "new";
        kept.drill.steps = steps;
        kept.drill.step_count = day == 2 ? STEPS + 1 : STEPS;
        desk_add(shelf.drills, &kept.drill, BS_DRILLS_ADDED);
    }
    trends = find(&shelf, 3);
    track = &trends.items[0].tracks[0];
    assert_int_equal(track->slower_count, 3);
    assert_string_equal(track->slower[0].id, "c");
    assert_string_equal(track->slower[1].id, "e");
    assert_string_equal(track->slower[2].id, "a");
    assert_int_equal(track->slower[0].took_ns - track->slower[0].before_ns, 9 * BS_NS_PER_S);
    end(&shelf);
}

static void nothing(void **state)
{
    struct shelf shelf = begin(*state);

    assert_int_equal(find(&shelf, 1).count, 0);
    put(&shelf, -1, "sim", "pass", -1);
    assert_int_equal(find(&shelf, 1).items[0].tracks[0].count, 0);
    put(&shelf, 1, "sim", "pass", -1);
    assert_int_equal(find(&shelf, 1).items[0].tracks[0].slope.drills, 0);
    end(&shelf);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slopes_that_are_known),
        cmocka_unit_test(chance_is_seldom_clear),
        TEST(summaries),
        TEST(one_is_left_out),
        TEST(tracks),
        TEST(slower_steps),
        TEST(nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
