/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/pcg.h"
#include "reports/report.h"
#include "tests/reports/story.h"

enum { BATCH_COUNT = 40, BATCH_STORIES = 15, NAME_BYTES = 64 };

static int64_t below(struct bs_pcg *pcg, int64_t bound)
{
    return (int64_t)bs_pcg_below(pcg, (uint64_t)bound);
}

/** 0, or an instant in ms within the run. */
static int64_t maybe_ms(struct bs_pcg *pcg, int64_t horizon_s)
{
    return below(pcg, 4) == 0 ? 0 : 1 + below(pcg, horizon_s * 1000 - 20000);
}

static struct story draw_story(struct bs_pcg *pcg)
{
    static const char *const states[] = {"completed", "canceled", "failed", "monitoring_health",
                                         "paused_by_operator"};
    struct story story = {.horizon_s = 60 + below(pcg, 1200)};

    story.fault_s = below(pcg, story.horizon_s);
    story.rto_objective_s = 1 + below(pcg, 600);
    for (size_t i = 0; i < 3; i++) {
        story.bad[i].from_s = below(pcg, story.horizon_s);
        story.bad[i].to_s = story.bad[i].from_s + below(pcg, 200);
        story.bad[i].percent = below(pcg, 101);
    }
    story.stale_from_s = below(pcg, story.horizon_s);
    story.stale_to_s = story.stale_from_s + below(pcg, 100);
    story.detected_ms = maybe_ms(pcg, story.horizon_s);
    story.stood_down_ms = below(pcg, 3) == 0 ? maybe_ms(pcg, story.horizon_s) : 0;
    story.decided_ms = maybe_ms(pcg, story.horizon_s);
    story.promoted_ms = maybe_ms(pcg, story.horizon_s);
    story.dns_ms = maybe_ms(pcg, story.horizon_s);
    story.completed_ms = maybe_ms(pcg, story.horizon_s);
    story.last_state = states[below(pcg, 5)];
    story.approval_from_ms = maybe_ms(pcg, story.horizon_s);
    story.approval_to_ms = maybe_ms(pcg, story.horizon_s);
    story.unguarded = below(pcg, 4) == 0;
    story.diverged_ms = below(pcg, 4) == 0 && story.promoted_ms != 0 ? below(pcg, 5000) : 0;
    if (story.fault_s > 30 && below(pcg, 2) == 0) {
        story.missing_from_ms = (story.fault_s - 30) * 1000 + below(pcg, 29000);
    }
    return story;
}

static void check_parts(const struct bs_report *report)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);
    int64_t sum_ns = 0;

    for (size_t i = 0; i < report->parts.count; i++) {
        const struct bs_part *part = &report->parts.items[i];
        int64_t part_ns = part->end.ns - part->start.ns;

        assert_true(part_ns >= 0);
        assert_true(part->human_wait_ns >= 0 && part->human_wait_ns <= part_ns);
        assert_true(i == 0 || part->start.ns == report->parts.items[i - 1].end.ns);
        sum_ns += strcmp(part->name, "latent") == 0 ? 0 : part_ns;
    }
    if (worst == NULL) {
        assert_int_equal(report->parts.count, 0);
    } else {
        assert_int_equal(sum_ns, bs_outage_last(worst, report->horizon).ns - worst->begin.ns);
    }
}

static void check_outages(const struct bs_report *report)
{
    for (size_t i = 0; i < report->outages.count; i++) {
        const struct bs_outage *outage = &report->outages.items[i];

        assert_true(outage->censored != NULL || outage->end.ns > outage->begin.ns);
        assert_true(outage->censored == NULL || i + 1 == report->outages.count);
        assert_true(i == 0 || outage->begin.ns > report->outages.items[i - 1].end.ns);
    }
    assert_true(!bs_is_known(report->clocks.impact) || report->clocks.impact.value >= 0);
    assert_true(!bs_is_known(report->rpo.rpo) || report->rpo.rpo.value >= 0);
}

static void check_verdict(const struct bs_report *report)
{
    enum bs_verdict worst = BS_VERDICT_PASS;

    for (size_t i = 0; i < report->findings.count; i++) {
        if (report->findings.items[i].verdict > worst) {
            worst = report->findings.items[i].verdict;
        }
    }
    assert_int_equal(worst, report->findings.verdict);
    if (bs_is_known(report->rto) && report->rto.value > report->objectives.rto.value) {
        assert_int_equal(worst, BS_VERDICT_FAIL);
    }
}

/** A higher level does not recover earlier, where both levels' worst outages begin together. */
static void check_ladder(struct bs_history *history, struct bs_report *report)
{
    struct bs_arena arena;
    struct bs_evidence evidence;
    struct bs_series series;
    struct bs_outages lower = {.unknown = "none yet"};

    bs_arena_init(&arena, 64 * 1024 * 1024);
    assert_int_equal(bs_evidence_init(&evidence, history, &arena, NULL), BS_OK);
    assert_int_equal(bs_series_init(&series, &evidence, NULL), BS_OK);
    bs_series_fill(&series, BS_SERIES_ALL, NULL);
    for (size_t i = 0; i < BS_RUNG_COUNT; i++) {
        struct bs_outage_rule rule = {report->rungs[i].level_ppb, report->objectives.hold};
        struct bs_outages higher;

        bs_outages_find(&evidence, &series, rule, &higher);
        if (bs_outages_worst(&lower) != NULL && bs_outages_worst(&higher) != NULL &&
            bs_outages_worst(&lower)->begin.ns == bs_outages_worst(&higher)->begin.ns) {
            assert_true(bs_outage_last(bs_outages_worst(&higher), evidence.horizon).ns >=
                        bs_outage_last(bs_outages_worst(&lower), evidence.horizon).ns);
        }
        lower = higher;
    }
    bs_arena_clean_up(&arena);
}

static void judge_seed(uint64_t seed)
{
    struct bs_pcg pcg = bs_pcg_seeded(seed, 0);
    struct story story = draw_story(&pcg);
    struct bs_history *history = story_tell(&story);
    struct bs_report_inputs inputs = {.history = history};
    struct bs_report *report = NULL;

    assert_int_equal(bs_report_build(&inputs, &report, NULL), BS_OK);
    check_parts(report);
    check_outages(report);
    check_verdict(report);
    check_ladder(history, report);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void judge_batch(void **state)
{
    const uint64_t *first = *state;

    for (uint64_t i = 0; i < BATCH_STORIES; i++) {
        judge_seed(*first + i);
    }
}

/* One test per few seeds, so that a failure names them. */
int main(void)
{
    static struct CMUnitTest tests[BATCH_COUNT];
    static uint64_t firsts[BATCH_COUNT];
    static char names[BATCH_COUNT][NAME_BYTES];

    for (size_t i = 0; i < BATCH_COUNT; i++) {
        firsts[i] = 1 + i * BATCH_STORIES;
        (void)snprintf(names[i], NAME_BYTES, "parts_add_up_from_seed_%llu",
                       (unsigned long long)firsts[i]);
        tests[i].name = names[i];
        tests[i].test_func = judge_batch;
        tests[i].initial_state = &firsts[i];
    }
    return _cmocka_run_group_tests("report_random", tests, BATCH_COUNT, NULL, NULL);
}
