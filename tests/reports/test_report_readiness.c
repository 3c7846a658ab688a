/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/readiness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/report.h"
#include "tests/reports/tale.h"

enum { ALL_POINTS = 100 };

/* The tale's workflow that goes back has none; whatever else blocks stands before or behind. */
#define NO_FENCE_BACK "no_fence: workflow return promotes without a fence before\n"

static struct bs_report *build(struct bs_history *history, const struct bs_past_drills *drills)
{
    const struct bs_report_inputs inputs = {.history = history, .past_drills = drills};
    struct bs_report *report = NULL;
    struct bs_error error = {0};

    if (bs_report_build(&inputs, &report, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    return report;
}

/* ---- Tales: an estate with a copy of its database, to which each test adds what it is about ---- */

static struct story_events *begin(void)
{
    struct story_events *tale = calloc(1, sizeof(*tale));

    assert_non_null(tale);
    tale_begin(tale);
    STORY_PUT(tale, 0, BS_RECORD_RESOURCE, bs_text("lb-dr"), bs_text("alb"), bs_text("us-west-2"),
              bs_text("standby"), bs_text(NULL), bs_text(NULL), bs_text(NULL), bs_count(1),
              bs_count(INT64_MIN), bs_count(INT64_MIN), bs_count(INT64_MIN), bs_text(NULL));
    STORY_PUT(tale, 0, BS_RECORD_REPLICATION, bs_text("orders"), bs_text("orders-dr"), bs_count(0),
              bs_count(INT64_MIN), bs_text(NULL));
    return tale;
}

static void plan(struct story_events *tale, const char *step, const char *block, const char *region,
                 const char *effect)
{
    STORY_PUT(tale, 0, BS_RECORD_PLANNED, bs_text("look"), bs_text(step), bs_text(block),
              bs_text(region), bs_span(BS_DURATION_UNKNOWN), bs_span(BS_SECONDS(60)),
              bs_text(effect), bs_text(NULL));
}

static void run_look(struct story_events *tale, const char *mode)
{
    STORY_PUT(tale, 100000, BS_RECORD_DECISION, bs_count(1), bs_text("look"), bs_text(mode),
              bs_text("P1"), bs_text(NULL), bs_text("operator"), bs_count(0), bs_count(0));
    tale_execution(tale, 100, 1, "in_progress");
}

static void source(struct story_events *tale, int64_t at_s, const char *name, const char *state)
{
    STORY_PUT(tale, at_s * 1000, BS_RECORD_SOURCE, bs_text(name), bs_text("health_check"),
              bs_text(state), bs_text("global"));
}

/** Ends the tale, and compares what a part got; INT64_MIN: it must be unknown. */
static void expect_part(struct story_events *tale, size_t part, int64_t got, const char *evidence)
{
    struct bs_history *history = tale_end(tale);
    struct bs_report *report = build(history, NULL);
    const struct bs_readiness_part *found = &report->readiness.parts[part];

    assert_string_equal(found->evidence, evidence);
    assert_int_equal(bs_is_known(found->got), got != INT64_MIN);
    assert_int_equal(found->got.value, got);
    bs_report_destroy(report);
    bs_history_destroy(history);
    free(tale);
}

/* ---- Replication lag ---- */

static void expect_lag_of(struct story story, int64_t got, const char *evidence)
{
    struct bs_history *history = story_tell(&story);
    struct bs_report *report = build(history, NULL);
    const struct bs_readiness_part *part = &report->readiness.parts[BS_READINESS_LAG];

    assert_string_equal(part->name, "replication_lag");
    assert_int_equal(part->weight, 40);
    assert_string_equal(part->evidence, evidence);
    assert_int_equal(part->got.value, got);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void what_was_lost_at_the_failover_is_judged_by_its_objective(void **state)
{
    const struct story lost = {.fault_s = 600,
                               .bad = {{600, 900, 0}},
                               .detected_ms = 640000,
                               .decided_ms = 650000,
                               .promoted_ms = 780000,
                               .dns_ms = 790000,
                               .completed_ms = 850000,
                               .missing_from_ms = 597000};
    struct story late = lost;

    (void)state;
    late.missing_from_ms = 500000;
    expect_lag_of(lost, 40,
                  "3s of orders missing at the failover, objective 30s; 0s of uploads missing at "
                  "the failover, objective 15m");
    expect_lag_of(late, 0, "1m 40s of orders missing at the failover, objective 30s");
}

static void a_store_that_was_not_failed_over_proves_nothing(void **state)
{
    (void)state;
    expect_lag_of((struct story){0}, INT64_MIN,
                  "no store was failed over, and no check of replication lag ran");
}

static void checks_of_lag_stand_in(void **state)
{
    struct story_events *tale;

    (void)state;
    tale = begin();
    plan(tale, "lag", "check_replication_lag", "us-west-2", "checks");
    run_look(tale, "graceful");
    tale_steps(tale, 100, 101, 1, "lag", "completed");
    expect_part(tale, BS_READINESS_LAG, 40, "lag of look: completed");

    tale = begin();
    plan(tale, "lag", "check_replication_lag", "us-west-2", "checks");
    run_look(tale, "graceful");
    tale_steps(tale, 100, 101, 1, "lag", "failed");
    expect_part(tale, BS_READINESS_LAG, 0, "lag of look: failed");
}

static void a_check_of_lag_after_the_loss_sees_the_loss(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    plan(tale, "lag", "check_replication_lag", "us-west-2", "checks");
    run_look(tale, "ungraceful");
    tale_steps(tale, 100, 101, 1, "lag", "failed");
    expect_part(tale, BS_READINESS_LAG, INT64_MIN,
                "no store was failed over, and no check of replication lag ran");
}

/* ---- The standby's health ---- */

static void the_standbys_health_is_what_its_checks_said(void **state)
{
    struct story_events *tale;

    (void)state;
    tale = begin();
    plan(tale, "healthy", "check_region_health", "us-west-2", "checks");
    run_look(tale, "graceful");
    tale_steps(tale, 100, 101, 1, "healthy", "completed");
    expect_part(tale, BS_READINESS_STANDBY, 30, "healthy of look: completed");

    tale = begin();
    plan(tale, "healthy", "check_region_health", "us-west-2", "checks");
    plan(tale, "again", "check_region_health", "us-west-2", "checks");
    run_look(tale, "graceful");
    tale_steps(tale, 100, 101, 1, "healthy", "timed_out");
    tale_steps(tale, 102, 103, 1, "again", "completed");
    expect_part(tale, BS_READINESS_STANDBY, 0, "healthy of look: timed_out");
}

static void the_health_of_what_serves_is_another_matter(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    plan(tale, "healthy", "check_region_health", "us-east-1", "checks");
    run_look(tale, "graceful");
    tale_steps(tale, 100, 101, 1, "healthy", "completed");
    expect_part(tale, BS_READINESS_STANDBY, INT64_MIN, "no check of the standby's health ran");
}

static void proofs_count_if_they_asked_the_standby(void **state)
{
    struct story_events *tale;

    (void)state;
    tale = begin();
    plan(tale, "smoke", "smoke_test", "us-east-2", "proves");
    run_look(tale, "graceful");
    tale_call(tale, (struct tale_call){.at_s = 100,
                                       .call = 1,
                                       .step = "smoke",
                                       .operation = "http:Request",
                                       .region = "us-east-2",
                                       .resource = "lb-dr",
                                       .outcome = "ok"});
    tale_steps(tale, 100, 102, 1, "smoke", "completed");
    expect_part(tale, BS_READINESS_STANDBY, 30, "smoke of look: completed");

    tale = begin();
    plan(tale, "smoke", "smoke_test", "us-east-2", "proves");
    run_look(tale, "graceful");
    tale_call(tale, (struct tale_call){.at_s = 100,
                                       .call = 1,
                                       .step = "smoke",
                                       .operation = "http:Request",
                                       .region = "us-east-2",
                                       .resource = "app.example.com",
                                       .outcome = "ok"});
    tale_steps(tale, 100, 102, 1, "smoke", "completed");
    expect_part(tale, BS_READINESS_STANDBY, INT64_MIN, "no check of the standby's health ran");
}

/* ---- Health checks ---- */

static void health_checks_count_as_they_stood_before_anything_happened(void **state)
{
    struct story_events *tale;

    (void)state;
    tale = begin();
    source(tale, 1, "app", "unhealthy");
    source(tale, 5, "app", "healthy");
    source(tale, 700, "app", "unhealthy");
    tale_fault(tale, 600, "onset");
    expect_part(tale, BS_READINESS_DNS, 10, "app was healthy before anything happened");

    tale = begin();
    source(tale, 1, "app", "healthy");
    source(tale, 1, "api", "unhealthy");
    expect_part(tale, BS_READINESS_DNS, 0, "api was unhealthy before anything happened");

    expect_part(begin(), BS_READINESS_DNS, INT64_MIN,
                "no health check is on record before anything happened");
}

static void states_stand_in_where_nobody_asked(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    STORY_PUT(tale, 0, BS_RECORD_STATE, bs_text("app"), bs_text("health_check"), bs_text("healthy"),
              bs_count(15));
    expect_part(tale, BS_READINESS_DNS, 10, "app was healthy before anything happened");
}

/* ---- The last drill, and the score ---- */

static struct bs_history *all_is_well(void)
{
    struct story_events *tale = begin();
    struct bs_history *history;

    plan(tale, "lag", "check_replication_lag", "us-west-2", "checks");
    plan(tale, "healthy", "check_region_health", "us-west-2", "checks");
    source(tale, 1, "app", "healthy");
    run_look(tale, "graceful");
    tale_steps(tale, 100, 101, 1, "lag", "completed");
    tale_steps(tale, 102, 103, 1, "healthy", "completed");
    tale_execution(tale, 104, 1, "completed");
    history = tale_end(tale);
    free(tale);
    return history;
}

static void the_score_is_known_with_all_its_parts(void **state)
{
    const struct bs_past_drills passed = {true, BS_SECONDS(2 * 86400).ns, 10, 9};
    const struct bs_past_drills failed = {false, BS_SECONDS(3600).ns, 3, 2};
    const struct bs_past_drills none = {.count = 0};
    const struct {
        const struct bs_past_drills *drills;
        int64_t score; /* INT64_MIN: unknown. */
        const char *evidence;
    } rows[] = {
        {&passed, ALL_POINTS, "passed 2d ago; 9 of the last 10 passed"},
        {&failed, 80, "not passed 1h ago; 2 of the last 3 passed"},
        {&none, 80, "no drill is on record"},
        {NULL, INT64_MIN, "a history does not tell of other drills"},
    };
    struct bs_history *history = all_is_well();

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_report *report = build(history, rows[i].drills);
        const struct bs_readiness *readiness = &report->readiness;

        assert_string_equal(readiness->parts[BS_READINESS_DRILL].evidence, rows[i].evidence);
        assert_int_equal(readiness->score.value, rows[i].score);
        assert_int_equal(bs_is_known(readiness->score), rows[i].score != INT64_MIN);
        assert_int_equal(readiness->at_least, rows[i].score == ALL_POINTS ? ALL_POINTS : 80);
        assert_int_equal(readiness->at_most,
                         rows[i].drills == NULL ? ALL_POINTS : readiness->at_least);
        assert_int_equal(readiness->blocker_count, 1); /* NO_FENCE_BACK. */
        bs_report_destroy(report);
    }
    bs_history_destroy(history);
}

static void an_empty_history_says_nothing(void **state)
{
    struct bs_history *history = bs_history_new(64);
    struct bs_report *report = build(history, NULL);

    (void)state;
    assert_int_equal(report->readiness.at_least, 0);
    assert_int_equal(report->readiness.at_most, ALL_POINTS);
    assert_false(bs_is_known(report->readiness.score));
    bs_report_destroy(report);
    bs_history_destroy(history);
}

/* ---- Blockers ---- */

/** All blockers as "name: reason\n". */
static void expect_blockers_of(struct bs_history *history, const char *expected)
{
    struct bs_report *report = build(history, NULL);
    char found[2048] = "";
    size_t length = 0;

    for (size_t i = 0; i < report->readiness.blocker_count; i++) {
        const struct bs_blocker *blocker = &report->readiness.blockers[i];

        length += (size_t)snprintf(found + length, sizeof(found) - length, "%s: %s\n",
                                   blocker->name, blocker->reason);
        assert_true(length < sizeof(found));
    }
    assert_string_equal(found, expected);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void expect_blockers(struct story_events *tale, const char *expected)
{
    expect_blockers_of(tale_end(tale), expected);
    free(tale);
}

static void an_estate_with_a_copy_and_a_way_back_lacks_but_the_tales_fence(void **state)
{
    (void)state;
    expect_blockers(begin(), NO_FENCE_BACK);
}

static void a_store_without_a_copy_blocks(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    STORY_PUT(tale, 0, BS_RECORD_STORE, bs_text("carts"), bs_text("rds_instance"), bs_text("one"),
              bs_span(BS_DURATION_UNKNOWN));
    STORY_PUT(tale, 0, BS_RECORD_LINEAGE, bs_text("carts"), bs_text("carts"), bs_text("us-east-1"),
              bs_text("writable"), bs_text("as declared"));
    expect_blockers(tale, "no_replica: carts has no copy in another Region\n" NO_FENCE_BACK);
}

static void a_copy_that_was_broken_before_blocks(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    STORY_PUT(tale, 0, BS_RECORD_STATE, bs_text("orders-dr"), bs_text("rds_replica"),
              bs_text("available"), bs_count(INT64_MIN));
    STORY_PUT(tale, 50000, BS_RECORD_STATE, bs_text("orders-dr"), bs_text("rds_replica"),
              bs_text("storage-full"), bs_count(INT64_MIN));
    tale_fault(tale, 600, "onset");
    expect_blockers(
        tale,
        "broken_replica: orders-dr was storage-full before anything happened\n" NO_FENCE_BACK);

    /* What the failover does to it is no fault of it. */
    tale = begin();
    STORY_PUT(tale, 0, BS_RECORD_STATE, bs_text("orders-dr"), bs_text("rds_replica"),
              bs_text("available"), bs_count(INT64_MIN));
    tale_fault(tale, 600, "onset");
    STORY_PUT(tale, 700000, BS_RECORD_STATE, bs_text("orders-dr"), bs_text("rds_replica"),
              bs_text("modifying"), bs_count(INT64_MIN));
    expect_blockers(tale, NO_FENCE_BACK);
}

static void a_promotion_that_failed_blocks(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    tale_start(tale, 600, 1, "activate");
    tale_steps(tale, 602, 610, 1, "promote", "failed");
    tale_execution(tale, 611, 1, "failed");
    expect_blockers(tale,
                    "broken_replica: promote of activate failed: no reason given\n" NO_FENCE_BACK);
}

static void a_plan_without_a_fence_blocks_once_for_each_workflow(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    plan(tale, "up", "promote_rds_replica", "us-west-2", "promotes");
    plan(tale, "up too", "promote_rds_replica", "us-west-2", "promotes");
    plan(tale, "too late", "fence", "us-east-1", "fences");
    expect_blockers(tale,
                    NO_FENCE_BACK "no_fence: workflow look promotes without a fence before\n");
}

static void a_promotion_that_nobody_guarded_blocks(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    tale_lineage(tale, 700, "orders-dr", "us-west-2", "writable");
    expect_blockers(
        tale, NO_FENCE_BACK
        "no_fence: no_unguarded_promote: orders: orders-dr became writable while orders "
        "had no effective fence, and no authority backed by most sources was recorded\n");
}

static void other_broken_invariants_block_and_expectations_do_not(void **state)
{
    struct story_events *tale = begin();

    (void)state;
    tale_expect(tale, "failovers", "7");
    STORY_PUT(tale, 3599000, BS_RECORD_ACKNOWLEDGED, bs_text("orders"), bs_text("orders"),
              bs_count(10), bs_count(3));
    expect_blockers(tale, NO_FENCE_BACK
                    "invariant_broken: no_write_behind_fence: orders acknowledged 3 writes of "
                    "orders behind its effective fence\n");
}

static void an_outage_without_an_end_and_a_plan_without_a_way_back_block(void **state)
{
    static const struct story story = {.fault_s = 600, .bad = {{600, 3600, 0}}};

    (void)state;
    expect_blockers_of(story_tell(&story),
                       "no_way_back: workflows promote, but none rebuilds replication afterwards\n"
                       "not_recovered: the outage at 10m: clients were not served again before the "
                       "run ended\n");
}

static void nothing_planned_and_nobody_acting_blocks(void **state)
{
    struct bs_history *history = bs_history_new(64 * 1024);

    (void)state;
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_RUN, bs_text("s"), bs_text("s"), bs_text(NULL),
              bs_text(NULL), bs_text("1"), bs_text("v"), bs_at(BS_AT_SECONDS(60)));
    expect_blockers_of(history,
                       "no_plan: nothing says what is to be done when the Region is lost\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_lost_at_the_failover_is_judged_by_its_objective),
        cmocka_unit_test(a_store_that_was_not_failed_over_proves_nothing),
        cmocka_unit_test(checks_of_lag_stand_in),
        cmocka_unit_test(a_check_of_lag_after_the_loss_sees_the_loss),
        cmocka_unit_test(the_standbys_health_is_what_its_checks_said),
        cmocka_unit_test(the_health_of_what_serves_is_another_matter),
        cmocka_unit_test(proofs_count_if_they_asked_the_standby),
        cmocka_unit_test(health_checks_count_as_they_stood_before_anything_happened),
        cmocka_unit_test(states_stand_in_where_nobody_asked),
        cmocka_unit_test(the_score_is_known_with_all_its_parts),
        cmocka_unit_test(an_empty_history_says_nothing),
        cmocka_unit_test(an_estate_with_a_copy_and_a_way_back_lacks_but_the_tales_fence),
        cmocka_unit_test(a_store_without_a_copy_blocks),
        cmocka_unit_test(a_copy_that_was_broken_before_blocks),
        cmocka_unit_test(a_promotion_that_failed_blocks),
        cmocka_unit_test(a_plan_without_a_fence_blocks_once_for_each_workflow),
        cmocka_unit_test(a_promotion_that_nobody_guarded_blocks),
        cmocka_unit_test(other_broken_invariants_block_and_expectations_do_not),
        cmocka_unit_test(an_outage_without_an_end_and_a_plan_without_a_way_back_block),
        cmocka_unit_test(nothing_planned_and_nobody_acting_blocks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
