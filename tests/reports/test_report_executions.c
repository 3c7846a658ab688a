/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "reports/text_card.h"
#include "tests/reports/tale.h"

enum { CARD_BYTES_MAX = 256 * 1024 };

/** Nearly nobody is served in these seconds. */
static void hurt(struct story_events *tale, int64_t from_s, int64_t to_s)
{
    STORY_PUT(tale, 3600000, BS_RECORD_OBSERVED, bs_text("hurt"), bs_at(BS_AT_SECONDS(from_s)),
              bs_count(to_s - from_s), bs_count(9900), bs_count(0), bs_count(0), bs_count(0),
              bs_count(0), bs_count(9900));
}

/** Execution 1 fails over for an outage from 600 to 660; execution 2, ordered, goes back from 2000 on. */
static void failover_and_back(struct story_events *tale)
{
    tale_begin(tale);
    tale_fault(tale, 600, "onset");
    tale_fault(tale, 1500, "end");
    hurt(tale, 600, 660);
    tale_start(tale, 620, 1, "activate");
    tale_steps(tale, 620, 625, 1, "check", "failed");
    tale_step(tale, 625, 1, "check", "completed_with_exceptions");
    tale_steps(tale, 625, 630, 1, "fence", "completed");
    tale_execution(tale, 650, 1, "completed_with_exceptions");
    tale_order(tale, 2000, 2, "return");
    tale_steps(tale, 2000, 2090, 2, "rebuild", "completed");
    tale_execution(tale, 2200, 2, "completed");
}

static struct bs_report *build(struct story_events *tale, struct bs_history **history)
{
    struct bs_report *report = NULL;

    *history = tale_end(tale);
    assert_int_equal(
        bs_report_build(&(struct bs_report_inputs){.history = *history}, &report, NULL), BS_OK);
    return report;
}

static void clean_up(struct bs_report *report, struct bs_history *history)
{
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static struct story_events tale;

static void planned_outages_are_told_apart(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    failover_and_back(&tale);
    hurt(&tale, 2010, 2110);
    report = build(&tale, &history);
    assert_int_equal(report->outages.count, 2);
    assert_false(report->outages.items[0].is_planned);
    assert_true(report->outages.items[1].is_planned);
    /* The planned one is longer and still does not decide. */
    assert_int_equal(report->rto.value, 60 * BS_NS_PER_S);
    assert_int_equal(report->response.execution, 1);
    clean_up(report, history);
}

static void a_planned_outage_without_end_decides(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    failover_and_back(&tale);
    hurt(&tale, 2010, 3600);
    report = build(&tale, &history);
    assert_int_equal(report->outages.count, 2);
    assert_true(report->outages.items[1].is_planned);
    assert_non_null(report->outages.items[1].censored);
    assert_int_equal(report->outages.worst, 1);
    assert_int_equal(report->recovered.value, 0);
    assert_false(bs_is_known(report->rto));
    clean_up(report, history);
}

/* Half of them fail for more than half of the run, which must not become what is usual. */
static void the_steady_state_ends_with_the_first_decision(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    tale_begin(&tale);
    tale_order(&tale, 1000, 1, "return");
    tale_execution(&tale, 3300, 1, "completed");
    STORY_PUT(&tale, 3600000, BS_RECORD_OBSERVED, bs_text("halved"), bs_at(BS_AT_SECONDS(1010)),
              bs_count(2000), bs_count(100), bs_count(0), bs_count(0), bs_count(0), bs_count(0),
              bs_count(100));
    report = build(&tale, &history);
    assert_int_equal(report->outages.count, 1);
    assert_int_equal(report->rto.value, 2000 * BS_NS_PER_S);
    clean_up(report, history);
}

static void only_planned_outages_decide(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    tale_begin(&tale);
    tale_order(&tale, 2000, 1, "return");
    tale_execution(&tale, 2200, 1, "completed");
    hurt(&tale, 2010, 2110);
    report = build(&tale, &history);
    assert_int_equal(report->outages.count, 1);
    assert_true(report->outages.items[0].is_planned);
    assert_int_equal(report->rto.value, 100 * BS_NS_PER_S);
    clean_up(report, history);
}

static void a_fault_during_an_order_is_not_planned(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    tale_begin(&tale);
    tale_order(&tale, 2000, 1, "return");
    tale_fault(&tale, 2010, "onset");
    tale_execution(&tale, 2200, 1, "completed");
    hurt(&tale, 2010, 2110);
    report = build(&tale, &history);
    assert_false(report->outages.items[0].is_planned);
    /* What was under way answers it. */
    assert_int_equal(report->response.execution, 1);
    clean_up(report, history);
}

static void an_outage_after_the_order_is_not_planned(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    tale_begin(&tale);
    tale_order(&tale, 2000, 1, "return");
    tale_execution(&tale, 2005, 1, "completed");
    hurt(&tale, 2010, 2110);
    report = build(&tale, &history);
    assert_false(report->outages.items[0].is_planned);
    assert_false(bs_has_happened(report->response.declared));
    clean_up(report, history);
}

static void the_second_outage_has_its_own_decision(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    failover_and_back(&tale);
    tale_start(&tale, 3030, 3, "activate");
    tale_execution(&tale, 3080, 3, "completed");
    hurt(&tale, 3000, 3120);
    report = build(&tale, &history);
    assert_int_equal(report->rto.value, 120 * BS_NS_PER_S);
    assert_int_equal(report->response.execution, 3);
    assert_int_equal(report->response.declared.at.ns, 3030 * BS_NS_PER_S);
    assert_int_equal(report->plan_recovery.value, 90 * BS_NS_PER_S);
    clean_up(report, history);
}

static void the_same_step_of_two_executions_is_two_rows(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    failover_and_back(&tale);
    tale_start(&tale, 3030, 3, "activate");
    tale_steps(&tale, 3030, 3040, 3, "check", "completed");
    tale_execution(&tale, 3080, 3, "completed");
    report = build(&tale, &history);
    assert_int_equal(report->steps.executed_count, 4);
    assert_string_equal(report->steps.executed[0].id, "check");
    assert_string_equal(report->steps.executed[0].state, "completed_with_exceptions");
    assert_int_equal(report->steps.executed[0].execution, 1);
    assert_string_equal(report->steps.executed[3].id, "check");
    assert_string_equal(report->steps.executed[3].state, "completed");
    assert_int_equal(report->steps.executed[3].execution, 3);
    /* 5 of the 7 of activate, 3 of the 4 of return, 6 of the 7 of the second activate. */
    assert_int_equal(report->steps.missed_count, 14);
    clean_up(report, history);
}

static void executions_say_who_ran_what(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    failover_and_back(&tale);
    tale_call(&tale, (struct tale_call){.at_s = 2001,
                                        .call = 1,
                                        .orchestrator = 2,
                                        .execution = 2,
                                        .step = "rebuild",
                                        .operation = "rds:DescribeDBInstances"});
    tale_step(&tale, 2100, 2, "promote-back", "pending_approval");
    tale_step(&tale, 2130, 2, "promote-back", "failed");
    report = build(&tale, &history);
    assert_int_equal(report->executions.count, 2);
    assert_false(report->executions.items[0].is_planned);
    assert_int_equal(report->executions.items[0].human_wait_ns, 0);
    assert_int_equal(report->executions.items[0].end.ns, 650 * BS_NS_PER_S);
    assert_true(report->executions.items[1].is_planned);
    assert_string_equal(report->executions.items[1].workflow, "return");
    assert_int_equal(report->executions.items[1].orchestrator, 2);
    assert_int_equal(report->executions.items[1].human_wait_ns, 30 * BS_NS_PER_S);
    clean_up(report, history);
}

static void the_card_has_a_table_per_execution(void **state)
{
    static const char *const words[] = {
        "1: activate (ungraceful), by app, at 10m 20s: completed_with_exceptions after 30s\n",
        "2: return (ungraceful), by operator: switch over, at 33m 20s: completed after 3m 20s\n",
        "planned outage"};
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;

    (void)state;
    failover_and_back(&tale);
    hurt(&tale, 2010, 2110);
    report = build(&tale, &history);
    bs_buffer_init(&card, CARD_BYTES_MAX);
    bs_report_text(report, &(struct bs_text_card_options){.colour = false}, &card);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strstr(card.bytes, words[i]) == NULL) {
            fail_msg("the card does not say '%s':\n%s", words[i], card.bytes);
        }
    }
    bs_buffer_clean_up(&card);
    clean_up(report, history);
}

static void any_stopped_execution_stops_the_verdict(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    tale_begin(&tale);
    tale_order(&tale, 100, 1, "activate");
    tale_execution(&tale, 110, 1, "canceled");
    tale_order(&tale, 200, 2, "return");
    tale_execution(&tale, 300, 2, "completed");
    report = build(&tale, &history);
    assert_int_equal(report->findings.verdict, BS_VERDICT_STOPPED);
    clean_up(report, history);
}

static void risks_are_told_with_what_came_of_them(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    failover_and_back(&tale);
    tale_risk(&tale, 630, 1, 3);
    tale_risk(&tale, 2100, 2, 3);
    STORY_PUT(&tale, 3600000, BS_RECORD_DIVERGED, bs_text("orders"), bs_text("orders"),
              bs_at(BS_AT_SECONDS(700)), bs_at(BS_AT_SECONDS(710)), bs_count(40));
    report = build(&tale, &history);
    assert_int_equal(report->split.risk_count, 2);
    assert_non_null(strstr(report->split.risks[0], "execution 1, fence: "));
    assert_non_null(strstr(report->split.risks[0], "; 10s and 40 writes of split brain followed"));
    assert_non_null(strstr(report->split.risks[1], "execution 2, fence: "));
    assert_null(strstr(report->split.risks[1], "split brain"));
    clean_up(report, history);
}

static void missing(const char *lineage, const char *counted, int64_t from_s, int64_t to_s,
                    int64_t writes)
{
    STORY_PUT(&tale, 3600000, BS_RECORD_MISSING, bs_text("orders"), bs_text(lineage),
              bs_text("shoppers"), bs_text(counted), bs_text("lost"), bs_count(1), bs_count(writes),
              bs_at(BS_AT_SECONDS(from_s)), bs_at(BS_AT_SECONDS(to_s)), bs_count(writes));
}

/* The old primary comes back in between, which is no promotion. */
static void the_worst_promotion_gives_the_rpo(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    failover_and_back(&tale);
    tale_lineage(&tale, 600, "orders", "us-east-1", "stopped");
    tale_lineage(&tale, 640, "orders-dr", "us-west-2", "writable");
    tale_lineage(&tale, 1500, "orders", "us-east-1", "writable");
    tale_lineage(&tale, 2100, "orders-dr", "us-west-2", "stopped");
    tale_lineage(&tale, 2150, "orders#2", "us-east-1", "writable");
    missing("orders", "recovery", 598, 600, 20);
    missing("orders", "end", 598, 600, 20);
    missing("orders-dr", "end", 2095, 2100, 50);
    report = build(&tale, &history);
    assert_int_equal(report->rpo.stores[0].rpo.value, 5 * BS_NS_PER_S);
    assert_int_equal(report->rpo.stores[0].lost_writes, 70);
    clean_up(report, history);
}

/* Writes of so many seconds, one each, all served or none. */
static void wrote(int64_t from_s, int64_t seconds, int64_t good)
{
    STORY_PUT(&tale, 3600000, BS_RECORD_OBSERVED, bs_text("writers"), bs_at(BS_AT_SECONDS(from_s)),
              bs_count(seconds), bs_count(0), bs_count(0), bs_count(1), bs_count(good), bs_count(0),
              bs_count(1));
}

/* Of a live database it is not recorded when it stopped: then it is when the last client was served. */
static void the_last_write_served_stands_for_the_stop(void **state)
{
    struct bs_history *history;
    struct bs_report *report;

    (void)state;
    tale_begin(&tale);
    tale_start(&tale, 610, 1, "activate");
    tale_risk(&tale, 620, 1, 3);
    tale_lineage(&tale, 900, "orders-dr", "us-west-2", "writable");
    missing("orders", "end", 598, 600, 20);
    wrote(0, 602, 1);
    wrote(602, 298, 0);
    wrote(900, 2700, 1);
    report = build(&tale, &history);
    assert_int_equal(report->rpo.stores[0].rpo.value, 4 * BS_NS_PER_S);
    clean_up(report, history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planned_outages_are_told_apart),
        cmocka_unit_test(a_planned_outage_without_end_decides),
        cmocka_unit_test(the_steady_state_ends_with_the_first_decision),
        cmocka_unit_test(only_planned_outages_decide),
        cmocka_unit_test(a_fault_during_an_order_is_not_planned),
        cmocka_unit_test(an_outage_after_the_order_is_not_planned),
        cmocka_unit_test(the_second_outage_has_its_own_decision),
        cmocka_unit_test(the_same_step_of_two_executions_is_two_rows),
        cmocka_unit_test(executions_say_who_ran_what),
        cmocka_unit_test(the_card_has_a_table_per_execution),
        cmocka_unit_test(any_stopped_execution_stops_the_verdict),
        cmocka_unit_test(risks_are_told_with_what_came_of_them),
        cmocka_unit_test(the_worst_promotion_gives_the_rpo),
        cmocka_unit_test(the_last_write_served_stands_for_the_stop),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
