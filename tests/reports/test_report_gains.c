/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/gains.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "tests/reports/cards.h"

enum { HORIZON_S = 3600, IMPACT_S = 600, END_S = 1200, HISTORY_BYTES = 1 << 22 };

/** A run whose outage is from 600 s to 1200 s; the plan is decided upon at 700 s, and done at 1000 s. */
struct run {
    struct story_events events;
    struct bs_history *history;
    struct bs_report *report;
};

static void put_source(struct run *run, int64_t at_s, const char *kind, const char *state)
{
    STORY_PUT(&run->events, at_s * 1000, BS_RECORD_SOURCE, bs_text("app"), bs_text(kind),
              bs_text(state), bs_text("us-east-2"));
}

static void put_planned(struct run *run, const char *step, int64_t target_s, const char *effect,
                        const char *group)
{
    STORY_PUT(&run->events, 0, BS_RECORD_PLANNED, bs_text("activate"), bs_text(step),
              bs_text("block"), bs_text("us-west-2"),
              bs_span(target_s > 0 ? BS_SECONDS(target_s) : BS_DURATION_UNKNOWN),
              bs_span(BS_SECONDS(600)), bs_text(effect), bs_text(group));
}

static void put_step(struct run *run, int64_t at_s, const char *step, const char *state)
{
    STORY_PUT(&run->events, at_s * 1000, BS_RECORD_STEP, bs_count(1), bs_text("activate"),
              bs_text(step), bs_text(state), bs_count(1), bs_text(NULL));
}

static void put_steps(struct run *run, int64_t from_s, int64_t to_s, const char *step,
                      const char *state)
{
    put_step(run, from_s, step, "in_progress");
    put_step(run, to_s, step, state);
}

/** `good` of 100 requests a second. */
static void put_seen(struct run *run, const char *cohort, int64_t from_s, int64_t to_s,
                     int64_t good, int64_t stale)
{
    STORY_PUT(&run->events, INT64_C(1000) * HORIZON_S, BS_RECORD_OBSERVED, bs_text(cohort),
              bs_at(BS_AT_SECONDS(from_s)), bs_count(to_s - from_s), bs_count(100), bs_count(good),
              bs_count(0), bs_count(0), bs_count(stale), bs_count(100));
}

static void put_cohort(struct run *run, const char *name, const char *behaviour, int64_t end_s)
{
    STORY_PUT(&run->events, 0, BS_RECORD_COHORT, bs_text(name), bs_text("shoppers"),
              bs_text(behaviour), bs_ppb(500000000), bs_count(10));
    put_seen(run, name, 0, IMPACT_S, 100, 0);
    put_seen(run, name, IMPACT_S, end_s, 0, 100);
    put_seen(run, name, end_s, HORIZON_S, 100, 0);
}

static struct run *begin(void)
{
    struct run *run = calloc(1, sizeof(*run));

    assert_non_null(run);
    STORY_PUT(&run->events, 0, BS_RECORD_RUN, bs_text("s"), bs_text("s"), bs_text("p"),
              bs_text("p"), bs_text("1"), bs_text("0"), bs_at(BS_AT_SECONDS(HORIZON_S)));
    STORY_PUT(&run->events, INT64_C(1000) * IMPACT_S, BS_RECORD_FAULT, bs_text("lost"),
              bs_text("region_loss"), bs_text("onset"));
    return run;
}

static void put_decision(struct run *run)
{
    STORY_PUT(&run->events, 690000, BS_RECORD_DETECTION, bs_text("health_check app"),
              bs_text("detected"), bs_text("r"));
    STORY_PUT(&run->events, 700000, BS_RECORD_DECISION, bs_count(1), bs_text("activate"),
              bs_text("ungraceful"), bs_text("P1"), bs_text(NULL), bs_text("health_check app"),
              bs_count(2), bs_count(3));
    STORY_PUT(&run->events, 700000, BS_RECORD_EXECUTION, bs_count(1), bs_text("activate"),
              bs_text("in_progress"), bs_text("r"));
    STORY_PUT(&run->events, 1000000, BS_RECORD_DNS, bs_text("app"), bs_text("lb-dr"),
              bs_text("us-west-2"), bs_text("pending"), bs_count(1), bs_count(100));
}

static void judge(struct run *run)
{
    STORY_PUT(&run->events, INT64_C(1000) * HORIZON_S, BS_RECORD_END, bs_text("horizon"));
    run->history = story_history(&run->events, HISTORY_BYTES);
    run->report = cards_build(run->history);
}

static void end(struct run *run)
{
    bs_report_destroy(run->report);
    bs_history_destroy(run->history);
    free(run);
}

/** What the gain of that part about that saves, in s; of several the `nth`, from 0; -1: there is none. */
static int64_t saved_s(const struct run *run, const char *part, const char *about, size_t nth)
{
    const struct bs_gains *gains = &run->report->gains;

    for (size_t i = 0; i < gains->count; i++) {
        const struct bs_gain *gain = &gains->items[i];

        if (strcmp(gain->part, part) == 0 && strcmp(gain->about, about) == 0 && nth-- == 0) {
            assert_int_equal(gain->saves_ns % BS_NS_PER_S, 0);
            return gain->saves_ns / BS_NS_PER_S;
        }
    }
    return -1;
}

static void test_detection_and_decision(void **state)
{
    struct run *run = begin();

    (void)state;
    put_cohort(run, "all", "honour", END_S);
    put_source(run, 610, "alarm", "unhealthy"); /* Thought better of it. */
    put_source(run, 620, "alarm", "healthy");
    put_source(run, 640, "probe", "unhealthy");
    put_source(run, 690, "health_check", "unhealthy");
    STORY_PUT(&run->events, 675000, BS_RECORD_STATE, bs_text("app"), bs_text("health_check"),
              bs_text("unhealthy"), bs_count(2));
    put_decision(run);
    judge(run);
    assert_int_equal(run->report->rto.value, (END_S - IMPACT_S) * BS_NS_PER_S);
    assert_int_equal(saved_s(run, "detect", "probe app", 0), 50);
    assert_int_equal(saved_s(run, "detect", "alarm app", 0), -1);
    assert_int_equal(saved_s(run, "detect", "health_check app", 0), 75);
    assert_int_equal(saved_s(run, "detect", "health_check app", 1), 15);
    assert_int_equal(saved_s(run, "decide", "all", 0), 10);
    assert_int_equal(saved_s(run, "propagate", "all", 0), 200);
    assert_int_equal(run->report->gains.items[0].saves_ns, 300 * BS_NS_PER_S); /* Nothing ran. */
    assert_int_equal(run->report->gains.items[0].then_ns, 300 * BS_NS_PER_S);
    assert_string_equal(run->report->gains.items[1].arithmetic,
                        "1200 s its end - 1000 s its beginning = 200 s");
    end(run);
}

/* 700 to 1000 s: a failure passed over, two side by side, a wait for people, a stand-still, a late one. */
static void test_steps(void **state)
{
    struct run *run = begin();

    (void)state;
    put_cohort(run, "all", "honour", END_S);
    put_planned(run, "fence", 0, "fences", NULL);
    put_planned(run, "promote", 0, "promotes", "up");
    put_planned(run, "scale", 0, "scales", "up");
    put_planned(run, "approve", 0, "asks", NULL);
    put_planned(run, "retry", 0, "promotes", NULL);
    put_planned(run, "late", 20, "scales", NULL);
    put_planned(run, "tell", 0, "tells", NULL);
    put_decision(run);
    put_steps(run, 700, 730, "fence", "timed_out");
    put_step(run, 730, "fence", "completed_with_exceptions");
    put_steps(run, 730, 800, "promote", "completed");
    put_steps(run, 730, 760, "scale", "completed");
    put_step(run, 800, "approve", "in_progress");
    put_step(run, 805, "approve", "pending_approval");
    put_step(run, 850, "approve", "completed");
    put_steps(run, 850, 860, "retry", "failed");
    put_steps(run, 900, 940, "retry", "completed");
    put_steps(run, 940, 985, "late", "completed");
    put_steps(run, 985, 990, "tell", "completed");
    judge(run);
    assert_int_equal(saved_s(run, "execute", "fence", 0), 30);
    assert_int_equal(saved_s(run, "execute", "promote", 0),
                     40); /* 70 s, of which scale takes 30. */
    assert_int_equal(saved_s(run, "execute", "scale", 0), -1);
    assert_int_equal(saved_s(run, "execute", "approve", 0), 5);
    assert_int_equal(saved_s(run, "execute", "people", 0), 45);
    assert_int_equal(saved_s(run, "execute", "retry", 0), 10);
    assert_int_equal(saved_s(run, "execute", "late", 0), 25);
    assert_int_equal(saved_s(run, "execute", "tell", 0), 5);
    assert_int_equal(saved_s(run, "execute", "all", 0), 50); /* 860 to 900, 990 to 1000. */
    for (size_t i = 0; i < run->report->gains.count; i++) {
        const struct bs_gain *gain = &run->report->gains.items[i];

        assert_int_equal(gain->then_ns + gain->saves_ns, run->report->rto.value);
        assert_true(i == 0 || gain[-1].saves_ns >= gain->saves_ns);
    }
    end(run);
}

static void test_cohorts(void **state)
{
    struct run *run = begin();

    (void)state;
    put_cohort(run, "honour", "honour", 900);
    put_cohort(run, "floor", "floor", 1000);
    put_cohort(run, "extend", "extend", END_S);
    put_decision(run);
    judge(run);
    /* A window whose first second is served by two of three, or one of two, cohorts is good enough. */
    assert_int_equal(run->report->rto.value, (END_S - 1 - IMPACT_S) * BS_NS_PER_S);
    assert_int_equal(saved_s(run, "propagate", "extend", 0), 200);
    assert_int_equal(saved_s(run, "propagate", "all that do not honour the TTL", 0), 299);
    assert_int_equal(saved_s(run, "propagate", "floor", 0), -1); /* Without them it is the same. */
    assert_int_equal(saved_s(run, "propagate", "honour", 0), -1);
    end(run);
}

static void test_without_an_end_only_data(void **state)
{
    static const struct story censored = {.fault_s = 600,
                                          .bad = {{600, 3600, 0}},
                                          .missing_from_ms = 590000,
                                          .promoted_ms = 700000,
                                          .unguarded = true};
    struct bs_history *history = story_tell(&censored);
    struct bs_report *report = cards_build(history);

    (void)state;
    assert_int_equal(report->gains.count, 1);
    assert_int_equal(report->gains.items[0].measure, BS_GAIN_RPO);
    assert_string_equal(report->gains.items[0].about, "orders");
    assert_int_equal(report->gains.items[0].saves_ns, report->rpo.rpo.value);
    assert_int_equal(report->gains.items[0].then_ns, 0);
    assert_non_null(report->gains.unknown);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void test_nobody_decided(void **state)
{
    struct run *run = begin();

    (void)state;
    put_cohort(run, "all", "honour", END_S);
    put_source(run, 640, "probe", "unhealthy");
    put_source(run, 650, "probe", "healthy");
    judge(run);
    assert_int_equal(run->report->gains.count, 1);
    assert_int_equal(saved_s(run, "self_healed", "probe app", 0), END_S - 640);
    end(run);
}

static void test_headlines(void **state)
{
    struct bs_gain items[9] = {0};
    const struct bs_gains gains = {.items = items, .count = 9};

    (void)state;
    for (size_t i = 6; i < 9; i++) {
        items[i].measure = BS_GAIN_RPO;
    }
    for (size_t i = 0; i < 9; i++) {
        assert_int_equal(bs_gain_is_headline(&gains, i), i != 5 && i != 8);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_detection_and_decision),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_cohorts),
        cmocka_unit_test(test_without_an_end_only_data),
        cmocka_unit_test(test_nobody_decided),
        cmocka_unit_test(test_headlines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
