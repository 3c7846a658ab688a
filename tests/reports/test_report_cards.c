/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "reports/json_card.h"
#include "reports/text_card.h"
#include "tests/reports/cards.h"

static cJSON *parse_card(const struct bs_history *history, uint32_t indent)
{
    struct bs_report *report = cards_build(history);
    struct bs_buffer buffer;
    cJSON *root;

    bs_buffer_init(&buffer, CARDS_BYTES_MAX);
    bs_report_json(report, indent, &buffer);
    assert_false(buffer.failed);
    root = cJSON_Parse(buffer.bytes);
    assert_non_null(root);
    bs_buffer_clean_up(&buffer);
    bs_report_destroy(report);
    return root;
}

/** Keys by dotted path; `[]` stands for the first member of a list. */
static const cJSON *follow(const cJSON *node, const char *path)
{
    char part[64];

    while (node != NULL && *path != '\0') {
        size_t length = strcspn(path, ".");

        assert_true(length < sizeof(part));
        memcpy(part, path, length);
        part[length] = '\0';
        node = strcmp(part, "[]") == 0 ? node->child : cJSON_GetObjectItemCaseSensitive(node, part);
        path += length + (path[length] == '.' ? 1 : 0);
    }
    return node;
}

static const char *const paths[] = {
    "schema",
    "scenario.name",
    "scenario.file",
    "scenario.sha256",
    "plan.name",
    "plan.sha256",
    "seed",
    "backend",
    "version",
    "verdict",
    "fragile",
    "fragile_reason",
    "history_sha256",
    "faults.[].name",
    "faults.[].onset_s",
    "faults.[].end_s",
    "impact_s",
    "objectives.rto_s",
    "objectives.rpo_s",
    "objectives.success",
    "objectives.split_brain_s",
    "achieved.recovered",
    "achieved.rto_s",
    "achieved.rto_clocks.impact_s",
    "achieved.rto_clocks.fault_s",
    "achieved.rto_clocks.detected_s",
    "achieved.rto_clocks.declared_s",
    "achieved.rto_at.[].success",
    "achieved.rto_at.[].s",
    "achieved.rto_reads_s",
    "achieved.rto_writes_s",
    "achieved.plan_recovery_s",
    "achieved.rpo_s",
    "achieved.lost_writes",
    "achieved.split_brain_s",
    "achieved.lost_minutes",
    "achieved.failed_requests",
    "achieved.total_requests",
    "achieved.availability",
    "outages.[].start_s",
    "outages.[].end_s",
    "phases.[].name",
    "phases.[].start_s",
    "phases.[].end_s",
    "phases.[].human_wait_s",
    "phases.[].evidence",
    "predictions",
    "outages.[].planned",
    "executions.[].number",
    "executions.[].workflow",
    "executions.[].mode",
    "executions.[].trigger",
    "executions.[].severity",
    "executions.[].kind",
    "executions.[].state",
    "executions.[].start_s",
    "executions.[].end_s",
    "executions.[].human_wait_s",
    "executions.[].orchestrator",
    "steps.[].execution",
    "steps.[].workflow",
    "steps.[].id",
    "steps.[].block",
    "steps.[].region",
    "steps.[].state",
    "steps.[].start_s",
    "steps.[].end_s",
    "steps.[].target_s",
    "steps.[].attempts",
    "steps.[].waited_on_human_s",
    "steps.[].error",
    "not_executed.[].workflow",
    "not_executed.[].id",
    "gains.[].measure",
    "gains.[].part",
    "gains.[].about",
    "gains.[].saves_s",
    "gains.[].rto_then_s",
    "gains.[].words",
    "gains.[].arithmetic",
    "data_stores.[].id",
    "data_stores.[].kind",
    "data_stores.[].writers",
    "data_stores.[].rpo_s",
    "data_stores.[].rpo_resolution_s",
    "data_stores.[].lost_writes",
    "data_stores.[].deferred",
    "data_stores.[].quarantined",
    "data_stores.[].overwritten",
    "data_stores.[].diverged",
    "data_stores.[].ledger.[].counted",
    "data_stores.[].ledger.[].counted_s",
    "data_stores.[].ledger.[].lineage",
    "data_stores.[].ledger.[].class",
    "data_stores.[].ledger.[].writes",
    "data_stores.[].ledger.[].ranges",
    "data_stores.[].ledger.[].first_s",
    "data_stores.[].ledger.[].last_s",
    "data_stores.[].lag.[].lineage",
    "data_stores.[].lag.[].samples",
    "data_stores.[].lag.[].median_s",
    "data_stores.[].lag.[].worst_s",
    "data_stores.[].lag.[].worst_at_s",
    "cohorts.[].name",
    "cohorts.[].share",
    "cohorts.[].rto_s",
    "invariants.[].name",
    "invariants.[].outcome",
    "invariants.[].reason",
    "invariants.[].first_s",
    "readiness.score",
    "readiness.score_at_least",
    "readiness.score_at_most",
    "readiness.parts.[].name",
    "readiness.parts.[].weight",
    "readiness.parts.[].got",
    "readiness.parts.[].evidence",
    "readiness.blockers.[].name",
    "readiness.blockers.[].reason",
    "cost.monthly_usd",
    "cost.primary_monthly_usd",
    "cost.is_lower_bound",
    "cost.primary_is_lower_bound",
    "cost.parts.[].name",
    "cost.parts.[].monthly_usd",
    "cost.parts.[].primary_monthly_usd",
    "cost.parts.[].is_lower_bound",
    "cost.parts.[].primary_is_lower_bound",
    "cost.parts.[].charges.[].resource",
    "cost.parts.[].charges.[].region",
    "cost.parts.[].charges.[].side",
    "cost.parts.[].charges.[].monthly_usd",
    "cost.parts.[].charges.[].arithmetic",
    "cost.parts.[].charges.[].price",
    "cost.advice.[].name",
    "cost.advice.[].resource",
    "cost.advice.[].saving_monthly_usd",
    "cost.advice.[].arithmetic",
    "cost.advice.[].effect",
    "reproduce",
};

static void json_has_all_keys(void **state)
{
    struct bs_history *history = story_tell(&cards_missed);
    cJSON *root = parse_card(history, 2);

    (void)state;
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        if (follow(root, paths[i]) == NULL) {
            fail_msg("no key %s", paths[i]);
        }
    }
    assert_string_equal(follow(root, "schema")->valuestring, "blackstart.report/1");
    assert_string_equal(follow(root, "verdict")->valuestring, "fail");
    assert_string_equal(follow(root, "seed")->valuestring, "7");
    assert_true(follow(root, "achieved.rto_s")->valuedouble == 420.0);
    assert_true(cJSON_IsTrue(follow(root, "achieved.recovered")));
    cJSON_Delete(root);
    bs_history_destroy(history);
}

/** Whether null `node` may stand without a reason beside it. */
static void check_nulls(const cJSON *node)
{
    for (const cJSON *child = node->child; child != NULL; child = child->next) {
        char key[128];

        check_nulls(child);
        if (!cJSON_IsNull(child) || child->string == NULL || strcmp(child->string, "error") == 0) {
            continue;
        }
        (void)snprintf(key, sizeof(key), "%s_reason", child->string);
        if (!cJSON_IsString(cJSON_GetObjectItemCaseSensitive(node, key)) &&
            !cJSON_IsString(cJSON_GetObjectItemCaseSensitive(node, "reason"))) {
            fail_msg("%s is null without a reason", child->string);
        }
    }
}

static void json_gives_a_reason_for_every_null(void **state)
{
    static const struct story censored = {.fault_s = 600, .bad = {{600, 3600, 0}}, .end = ""};
    static const struct story early = {.horizon_s = 5, .rto_objective_s = -1};
    const struct story *const stories[] = {&cards_missed, &cards_passed, &censored, &early};

    (void)state;
    for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
        struct bs_history *history = story_tell(stories[i]);
        cJSON *root = parse_card(history, 0);

        check_nulls(root);
        cJSON_Delete(root);
        bs_history_destroy(history);
    }
}

static void json_of_an_empty_history_is_valid(void **state)
{
    struct bs_history *history = bs_history_new(64);
    cJSON *root = parse_card(history, 0);

    (void)state;
    check_nulls(root);
    assert_string_equal(follow(root, "verdict")->valuestring, "unknown");
    assert_true(cJSON_IsNull(follow(root, "achieved.recovered")));
    cJSON_Delete(root);
    bs_history_destroy(history);
}

struct golden {
    const char *file;
    const struct story *story;
    struct bs_text_card_options options;
};

static const struct golden goldens[] = {
    {"missed.txt", &cards_missed, {.colour = false}},
    {"passed.txt", &cards_passed, {.colour = false}},
    {"missed_colour.txt", &cards_missed, {.colour = true, .width = 120}},
};

static void text_card_is_as_drawn(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(goldens) / sizeof(goldens[0]); i++) {
        struct bs_history *history = story_tell(goldens[i].story);
        struct bs_report *report = cards_build(history);
        struct bs_buffer card;

        bs_buffer_init(&card, CARDS_BYTES_MAX);
        bs_report_text(report, &goldens[i].options, &card);
        assert_false(card.failed);
        cards_compare(goldens[i].file, &card);
        bs_buffer_clean_up(&card);
        bs_report_destroy(report);
        bs_history_destroy(history);
    }
}

static void text_card_of_an_empty_history_ends_with_the_command(void **state)
{
    static const char last[] = "reproduce: blackstart run scenarios/region-loss.yaml --seed 7\n";
    struct bs_history *history = bs_history_new(64);
    struct bs_report *report = cards_build(history);
    struct bs_buffer card;

    (void)state;
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_text(report, &(struct bs_text_card_options){.colour = false}, &card);
    assert_non_null(strstr(card.bytes, "UNKNOWN"));
    assert_string_equal(card.bytes + card.length - strlen(last), last);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_has_all_keys),
        cmocka_unit_test(json_gives_a_reason_for_every_null),
        cmocka_unit_test(json_of_an_empty_history_is_valid),
        cmocka_unit_test(text_card_is_as_drawn),
        cmocka_unit_test(text_card_of_an_empty_history_ends_with_the_command),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
