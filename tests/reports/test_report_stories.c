/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/reports/story.h"

enum { NEVER_S = -1, UNKNOWN_S = -2, WORDS_MAX = 160 };

struct row {
    const char *name;
    struct story story;
    enum bs_verdict verdict;
    int64_t rto_s;     /* NEVER_S: censored; UNKNOWN_S: cannot be judged. */
    const char *parts; /* Names and whole ms, in order. */
    const char
        *finding; /* Must occur in a finding of the verdict's severity; NULL: not looked at. */
};

/* Each row says how it differs from the failover that works. */
#pragma GCC diagnostic ignored "-Woverride-init"

/* A failover that works: down for 240 s, 200 s of it until the record changes, 30 s for resolvers. */
#define FAILOVER                                                                          \
    .fault_s = 600, .bad = {{600, 840, 0}}, .stale_from_s = 800, .stale_to_s = 830,       \
    .detected_ms = 660250, .decided_ms = 690500, .promoted_ms = 780000, .dns_ms = 800000, \
    .completed_ms = 810000, .missing_from_ms = 596800

#define FAILOVER_PARTS "detect 60250 decide 30250 execute 109500 propagate 30000 warm 10000"

static const struct row rows[] = {
    {"clean_pass", {FAILOVER}, BS_VERDICT_PASS, 240, FAILOVER_PARTS, "RPO orders 3.2s"},
    {"missed_rto",
     {FAILOVER, .rto_objective_s = 200},
     BS_VERDICT_FAIL,
     240,
     FAILOVER_PARTS,
     "RTO 4m, objective 3m 20s: missed by 40s"},
    {"objective_from_detection",
     {FAILOVER, .rto_objective_s = 200, .clock = "detected"},
     BS_VERDICT_PASS,
     240,
     FAILOVER_PARTS,
     "RTO (from detected) 2m 59s"},
    {"broken_from_the_start",
     {FAILOVER, .broken_from_start = true},
     BS_VERDICT_PASS,
     240,
     FAILOVER_PARTS,
     NULL},
    {"only_broken_from_the_start",
     {.broken_from_start = true},
     BS_VERDICT_UNKNOWN,
     UNKNOWN_S,
     "",
     NULL},
    {"no_outage", {.fault_s = 600}, BS_VERDICT_PASS, 0, "", "RTO 0s"},
    {"no_fault_at_all", {.horizon_s = 600}, BS_VERDICT_PASS, 0, "", NULL},
    {"dip_too_short_for_a_window",
     {.fault_s = 600, .bad = {{600, 604, 90}}},
     BS_VERDICT_PASS,
     0,
     "",
     NULL},
    {"latent_before_impact",
     {FAILOVER, .bad = {{630, 840, 0}}},
     BS_VERDICT_PASS,
     210,
     "latent 30000 detect 30250 decide 30250 execute 109500 propagate 30000 warm 10000",
     NULL},
    {"relapse_inside_hold",
     {FAILOVER, .bad = {{600, 840, 0}, {1000, 1020, 0}}},
     BS_VERDICT_FAIL,
     420,
     "detect 60250 decide 30250 execute 109500 propagate 30000 warm 190000",
     "missed by 2m"},
    {"second_outage_after_hold_is_its_own",
     {FAILOVER, .bad = {{600, 840, 0}, {1400, 1420, 0}}},
     BS_VERDICT_PASS,
     240,
     FAILOVER_PARTS,
     NULL},
    {"censored_at_the_horizon",
     {.fault_s = 600, .bad = {{600, 3600, 0}}},
     BS_VERDICT_FAIL,
     NEVER_S,
     "unrecovered 3000000",
     "RTO not reached"},
    {"end_within_hold_of_the_horizon",
     {FAILOVER, .horizon_s = 1100},
     BS_VERDICT_FAIL,
     NEVER_S,
     "detect 60250 decide 30250 execute 109500 propagate 30000 unrecovered 270000",
     "served again from 14m on"},
    {"paused_plan_does_not_count_as_executed",
     {.fault_s = 600,
      .bad = {{600, 3600, 0}},
      .detected_ms = 660000,
      .decided_ms = 690000,
      .promoted_ms = 780000,
      .completed_ms = 900000,
      .last_state = "paused_by_failed_step"},
     BS_VERDICT_FAIL,
     NEVER_S,
     "detect 60000 decide 30000 unrecovered 2910000",
     NULL},
    {"no_detection",
     {FAILOVER, .detected_ms = 0},
     BS_VERDICT_PASS,
     240,
     "detect 90500 decide 0 execute 109500 propagate 30000 warm 10000",
     NULL},
    {"stood_down_before_it_was_decided",
     {FAILOVER, .stood_down_ms = 670000},
     BS_VERDICT_PASS,
     240,
     "detect 90500 decide 0 execute 109500 propagate 30000 warm 10000",
     NULL},
    {"self_healed",
     {.fault_s = 600, .fault_end_s = 690, .bad = {{600, 700, 0}}, .detected_ms = 660000},
     BS_VERDICT_PASS,
     100,
     "self_healed 100000",
     NULL},
    {"decision_after_the_end",
     {FAILOVER, .bad = {{600, 680, 0}}},
     BS_VERDICT_PASS,
     80,
     "self_healed 80000",
     NULL},
    {"nothing_took_effect",
     {.fault_s = 600,
      .bad = {{600, 800, 0}},
      .detected_ms = 660000,
      .decided_ms = 690000,
      .completed_ms = 900000,
      .last_state = "failed"},
     BS_VERDICT_PASS,
     200,
     "detect 60000 decide 30000 execute 110000",
     NULL},
    {"no_whole_second_before_the_fault",
     {.fault_s = 0, .horizon_s = 5},
     BS_VERDICT_UNKNOWN,
     UNKNOWN_S,
     "",
     "shorter than one 10 s window"},
    {"run_cut_short", {FAILOVER, .end = ""}, BS_VERDICT_UNKNOWN, 240, NULL, "cut short"},
    {"event_limit", {FAILOVER, .end = "event_limit"}, BS_VERDICT_UNKNOWN, 240, NULL, "event_limit"},
    {"split_brain",
     {FAILOVER, .diverged_ms = 5000},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "split brain 5s and 200 writes, objective 0s: missed"},
    {"unguarded_promote",
     {FAILOVER, .unguarded = true},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "no_unguarded_promote"},
    {"promotion_by_authority",
     {FAILOVER, .unguarded = true, .risk = true},
     BS_VERDICT_PASS,
     240,
     FAILOVER_PARTS,
     "accepted risk: promote"},
    {"promotion_by_authority_with_split_brain",
     {FAILOVER, .unguarded = true, .risk = true, .diverged_ms = 5000},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "split brain"},
    {"write_behind_fence",
     {FAILOVER, .behind_fence = 3},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "no_write_behind_fence: old acknowledged 3 writes of orders"},
    {"repeated_promote",
     {FAILOVER, .promoted_twice = true},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "no_repeated_effect: rds:PromoteReadReplica of orders-dr was done twice"},
    {"dns_to_fenced",
     {FAILOVER, .dns_to_fenced = true},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "no_dns_to_fenced"},
    {"dns_overtaken",
     {FAILOVER, .is_dns_overtaken = true},
     BS_VERDICT_PASS,
     240,
     FAILOVER_PARTS,
     NULL},
    {"some_dns_to_fenced",
     {FAILOVER, .dns_left_percent = 10},
     BS_VERDICT_FAIL,
     240,
     /* A part of the answers is not yet a cutover: the last thing done is the promotion. */
     "detect 60250 decide 30250 execute 90000 propagate 49500 warm 10000",
     "no_dns_to_fenced: app.example.com points at lb in us-east-1"},
    {"execution_never_ends",
     {FAILOVER, .completed_ms = 0},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "execution_ends: activate still stood in_progress"},
    {"stopped_by_the_operator",
     {FAILOVER, .last_state = "paused_by_operator"},
     BS_VERDICT_STOPPED,
     240,
     NULL,
     "paused_by_operator"},
    {"expected_no_recovery",
     {.fault_s = 600, .bad = {{600, 3600, 0}}, .expect_recovered = "false"},
     BS_VERDICT_PASS,
     NEVER_S,
     "unrecovered 3000000",
     "(as expected)"},
    {"recovered_though_not_expected",
     {FAILOVER, .expect_recovered = "false"},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "expect_recovered"},
    {"expected_failovers_met",
     {FAILOVER, .expect_failovers = "1"},
     BS_VERDICT_PASS,
     240,
     NULL,
     NULL},
    {"expected_failovers_0_violated",
     {FAILOVER, .expect_failovers = "0"},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "expect_failovers: 1 decided, 0 expected"},
    {"deferred_s3_writes",
     {FAILOVER, .deferred = 1200},
     BS_VERDICT_PASS,
     240,
     NULL,
     "RPO uploads 8m, objective 15m: met"},
    {"rpo_missed",
     {FAILOVER, .missing_from_ms = 560000},
     BS_VERDICT_FAIL,
     240,
     NULL,
     "RPO orders 40s, objective 30s: missed by 10s"},
};

enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]) };

static struct bs_report *build(const struct bs_history *history)
{
    struct bs_report_inputs inputs = {.history = history, .backend = "sim"};
    struct bs_report *report = NULL;
    struct bs_error error = {0};

    if (bs_report_build(&inputs, &report, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    return report;
}

static void describe_parts(const struct bs_report *report, char *text, size_t size)
{
    size_t length = 0;

    text[0] = '\0';
    for (size_t i = 0; i < report->parts.count; i++) {
        const struct bs_part *part = &report->parts.items[i];

        length += (size_t)snprintf(text + length, size - length, "%s%s %lld", i > 0 ? " " : "",
                                   part->name,
                                   (long long)((part->end.ns - part->start.ns) / BS_NS_PER_MS));
        assert_true(length < size);
    }
}

static void check_sum(const struct bs_report *report)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);
    int64_t sum_ns = 0;

    if (worst == NULL) {
        assert_int_equal(report->parts.count, 0);
        return;
    }
    for (size_t i = 0; i < report->parts.count; i++) {
        const struct bs_part *part = &report->parts.items[i];

        assert_true(part->end.ns >= part->start.ns);
        assert_true(i == 0 || part->start.ns == report->parts.items[i - 1].end.ns);
        assert_non_null(part->boundary.words);
        sum_ns += strcmp(part->name, "latent") == 0 ? 0 : part->end.ns - part->start.ns;
    }
    assert_int_equal(sum_ns, bs_outage_last(worst, report->horizon).ns - worst->begin.ns);
}

static bool has_finding(const struct bs_report *report, enum bs_verdict verdict, const char *words)
{
    for (size_t i = 0; i < report->findings.count; i++) {
        if (report->findings.items[i].verdict == verdict &&
            strstr(report->findings.items[i].text, words) != NULL) {
            return true;
        }
    }
    return false;
}

static void check_rto(const struct row *row, const struct bs_report *report)
{
    assert_int_equal(bs_is_known(report->clocks.impact), row->rto_s >= 0);
    if (row->rto_s >= 0) {
        assert_int_equal(report->clocks.impact.value, row->rto_s * BS_NS_PER_S);
    }
    assert_int_equal(bs_is_known(report->recovered), row->rto_s != UNKNOWN_S);
    if (bs_is_known(report->recovered)) {
        assert_int_equal(report->recovered.value, row->rto_s != NEVER_S);
    }
}

static void test_row(void **state)
{
    const struct row *row = *state;
    struct bs_history *history = story_tell(&row->story);
    struct bs_report *report = build(history);
    static const int exit_statuses[] = {0, 2, 2, 1};
    char parts[WORDS_MAX];

    for (size_t i = 0; i < report->findings.count; i++) {
        if (report->findings.items[i].verdict > row->verdict) {
            fail_msg("unexpected: %s", report->findings.items[i].text);
        }
    }
    assert_string_equal(bs_verdict_name(report->findings.verdict), bs_verdict_name(row->verdict));
    assert_int_equal(bs_verdict_exit_status(report->findings.verdict), exit_statuses[row->verdict]);
    check_rto(row, report);
    check_sum(report);
    describe_parts(report, parts, sizeof(parts));
    if (row->parts != NULL) {
        assert_string_equal(parts, row->parts);
    }
    if (row->finding != NULL && !has_finding(report, row->verdict, row->finding)) {
        fail_msg("no finding says: %s", row->finding);
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void empty_history_is_unknown(void **state)
{
    struct bs_history *history = bs_history_new(1024);
    struct bs_report *report = build(history);

    (void)state;
    assert_int_equal(report->findings.verdict, BS_VERDICT_UNKNOWN);
    assert_false(bs_is_known(report->rto));
    assert_false(bs_is_known(report->traffic.availability));
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void truncated_history_is_unknown(void **state)
{
    const struct story story = {FAILOVER};
    struct bs_history *whole = story_tell(&story);
    struct bs_history *cut = bs_history_new(6000);
    struct bs_report *report;

    (void)state;
    for (size_t i = 0; i < bs_history_count(whole); i++) {
        const struct bs_record *record = bs_history_get(whole, i);
        struct bs_value values[BS_RECORD_FIELDS_MAX];
        const size_t count = bs_record_values(record, values);

        bs_history_append(cut, record->at, record->kind, values, count);
    }
    assert_true(bs_history_is_truncated(cut));
    report = build(cut);
    assert_int_equal(report->findings.verdict, BS_VERDICT_UNKNOWN);
    assert_true(has_finding(report, BS_VERDICT_UNKNOWN, "truncated"));
    bs_report_destroy(report);
    bs_history_destroy(cut);
    bs_history_destroy(whole);
}

static void late_decision_and_missing_detection_say_why(void **state)
{
    const struct story after = {FAILOVER, .bad = {{600, 680, 0}}};
    const struct story undetected = {FAILOVER, .detected_ms = 0};
    struct bs_history *history = story_tell(&after);
    struct bs_report *report = build(history);

    (void)state;
    assert_non_null(strstr(report->clocks.declared.unknown, "after the end"));
    assert_non_null(strstr(report->clocks.detected.unknown, "no detection led to"));
    assert_non_null(report->plan_recovery.unknown);
    bs_report_destroy(report);
    bs_history_destroy(history);

    history = story_tell(&undetected);
    report = build(history);
    assert_string_equal(report->clocks.detected.unknown, "no detection led to the decision");
    assert_int_equal(report->clocks.declared.value, 149500 * BS_NS_PER_MS);
    assert_int_equal(report->plan_recovery.value, 149500 * BS_NS_PER_MS);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void human_wait_lies_inside_its_part(void **state)
{
    const struct story story = {FAILOVER, .approval_from_ms = 700000, .approval_to_ms = 745000};
    struct bs_history *history = story_tell(&story);
    struct bs_report *report = build(history);

    (void)state;
    for (size_t i = 0; i < report->parts.count; i++) {
        bool executes = strcmp(report->parts.items[i].name, "execute") == 0;

        assert_int_equal(report->parts.items[i].human_wait_ns, executes ? 45 * BS_NS_PER_S : 0);
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void steps_join_plan_and_record(void **state)
{
    const struct story story = {FAILOVER};
    struct bs_history *history = story_tell(&story);
    struct bs_report *report = build(history);
    const struct bs_step_row *promote = &report->steps.executed[1];

    (void)state;
    assert_int_equal(report->steps.executed_count, 3);
    assert_string_equal(promote->id, "promote");
    assert_string_equal(promote->state, "completed");
    assert_int_equal(promote->late_ns, 28 * BS_NS_PER_S);
    assert_int_equal(report->steps.missed_count, 2);
    assert_string_equal(report->steps.missed[1].id, "tell");
    assert_string_equal(report->steps.missed[1].workflow, "activate");
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void stores_count_what_is_missing(void **state)
{
    const struct story story = {FAILOVER, .deferred = 1200};
    struct bs_history *history = story_tell(&story);
    struct bs_report *report = build(history);

    (void)state;
    assert_int_equal(report->rpo.count, 2);
    assert_int_equal(report->rpo.stores[0].rpo.value, 3200 * BS_NS_PER_MS);
    assert_int_equal(report->rpo.stores[0].lost_writes, 128);
    assert_int_equal(report->rpo.stores[1].rpo.value, 480 * BS_NS_PER_S);
    assert_int_equal(report->rpo.stores[1].deferred, 1200);
    assert_int_equal(report->rpo.stores[1].lost_writes, 0);
    assert_int_equal(report->rpo.lost_writes.value, 128);
    assert_int_equal(report->rpo.rpo.value, 480 * BS_NS_PER_S);
    assert_int_equal(report->rpo.objective.value, 900 * BS_NS_PER_S);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void traffic_counts_exactly(void **state)
{
    /* One second at 90 % outside any outage, 240 s of nothing inside one. */
    const struct story story = {FAILOVER, .bad = {{600, 840, 0}, {2000, 2001, 90}}};
    struct bs_history *history = story_tell(&story);
    struct bs_report *report = build(history);

    (void)state;
    assert_int_equal(report->traffic.requests, 720000);
    assert_int_equal(report->traffic.failed, 48000 + 20);
    assert_int_equal(report->traffic.availability.value, 933305555);
    assert_int_equal(report->traffic.lost_minutes.value, 100000000 / 60);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

int main(void)
{
    struct CMUnitTest tests[ROW_COUNT + 8] = {{0}};
    const struct CMUnitTest singles[] = {
        cmocka_unit_test(empty_history_is_unknown),
        cmocka_unit_test(truncated_history_is_unknown),
        cmocka_unit_test(late_decision_and_missing_detection_say_why),
        cmocka_unit_test(human_wait_lies_inside_its_part),
        cmocka_unit_test(steps_join_plan_and_record),
        cmocka_unit_test(stores_count_what_is_missing),
        cmocka_unit_test(traffic_counts_exactly),
    };
    size_t count = 0;

    for (; count < ROW_COUNT; count++) {
        tests[count].name = rows[count].name;
        tests[count].test_func = test_row;
        tests[count].initial_state = (void *)(uintptr_t)&rows[count];
    }
    for (size_t i = 0; i < sizeof(singles) / sizeof(singles[0]); i++) {
        tests[count++] = singles[i];
    }
    return _cmocka_run_group_tests("report_stories", tests, count, NULL, NULL);
}
