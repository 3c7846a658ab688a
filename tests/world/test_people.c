/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** People who are paged and decide, and operators who give orders, asked by typed calls. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

#define ESTATE_OF(more)                                                   \
    "blackstart: scenario/1\nname: people\nduration: 3h\n"                \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n" \
    "resources: {}\ndns: {}\nresolvers: {}\nclients: {}\n" more
#define SURE "page: 3m, decides: 2m, absent: 0%"

enum { SEEDS = 400 };

struct asked {
    const char *role;
    const char *key;
    int64_t number;
    struct bs_duration loss;
};

static struct bs_call_request request_of(enum bs_operation operation, const struct asked *asked)
{
    return (struct bs_call_request){
        .operation = operation,
        .region = "people",
        .resource = asked->role,
        .target = "May it?",
        .key = asked->key,
        .count = asked->number,
        .span = asked->loss,
    };
}

static const struct bs_call_answer *ask(struct estate *estate, const struct asked *asked)
{
    const struct bs_call_request request = request_of(BS_OPERATION_PEOPLE_ASK, asked);

    return estate_call(estate, &request);
}

static const struct bs_call_answer *get_answer(struct estate *estate, const struct asked *asked)
{
    const struct bs_call_request request = request_of(BS_OPERATION_PEOPLE_GET_ANSWER, asked);

    return estate_call(estate, &request);
}

/* The instant of the n-th (from 0) record of a question with this state, or UNKNOWN. */
static struct bs_instant told_at(const struct estate *estate, const struct asked *asked,
                                 const char *state, size_t n)
{
    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        if (record->kind == BS_RECORD_PERSON &&
            strcmp(bs_record_text(record, "person"), asked->role) == 0 &&
            strcmp(bs_record_text(record, "state"), state) == 0 &&
            bs_record_number(record, "question") == asked->number && n-- == 0) {
            assert_int_equal(bs_record_number(record, "expected_loss_ns"), asked->loss.ns);
            return record->at;
        }
    }
    return BS_INSTANT_UNKNOWN;
}

struct decision_case {
    const char *person;
    const char *key;
    int64_t loss_s; /* -1: unknown. */
    enum bs_resource_state expected;
};

static const struct decision_case decisions[] = {
    {"{" SURE "}", NULL, 3600, BS_STATE_APPROVED},
    {"{" SURE ", accepts: 60s}", "approve", 60, BS_STATE_APPROVED},
    {"{" SURE ", accepts: 60s}", "approve", 61, BS_STATE_DECLINED},
    {"{" SURE ", accepts: 60s}", NULL, 61, BS_STATE_DECLINED},
    {"{" SURE ", accepts: 60s}", "approve", -1, BS_STATE_APPROVED},
    {"{" SURE ", accepts: 0s}", "approve", 1, BS_STATE_DECLINED},
    {"{" SURE ", accepts: 60s}", "checklist", 61, BS_STATE_APPROVED},
    {"{" SURE "}", "failed_step", -1, BS_STATE_RETRY},
    {"{" SURE ", on_failure: retry}", "failed_step", -1, BS_STATE_RETRY},
    {"{" SURE ", on_failure: skip}", "failed_step", 5, BS_STATE_SKIP},
    {"{" SURE ", on_failure: cancel, accepts: 1s}", "failed_step", 5, BS_STATE_CANCEL},
};

static void check_decision(const struct decision_case *row)
{
    const struct asked asked = {"lead", row->key, 7,
                                row->loss_s < 0 ? BS_DURATION_UNKNOWN : BS_SECONDS(row->loss_s)};
    const int64_t before_ns = 300 * BS_NS_PER_S;
    struct bs_instant paged;
    struct bs_scenario *scenario;
    struct estate estate;
    char text[1024];

    (void)snprintf(text, sizeof(text), ESTATE_OF("people: {lead: %s}\n"), row->person);
    scenario = estate_scenario(text);
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_int_equal(ask(&estate, &asked)->outcome, BS_OUTCOME_OK);
    paged = told_at(&estate, &asked, "paged", 0);
    assert_true(paged.ns > 0);
    estate_run(&estate, (struct bs_instant){paged.ns + before_ns - BS_NS_PER_S});
    assert_int_equal(get_answer(&estate, &asked)->state, BS_STATE_ASKED);
    estate_run(&estate, (struct bs_instant){paged.ns + before_ns});
    assert_int_equal(get_answer(&estate, &asked)->state, row->expected);
    assert_int_equal(told_at(&estate, &asked, "acknowledged", 0).ns, paged.ns + 180 * BS_NS_PER_S);
    assert_int_equal(told_at(&estate, &asked, bs_resource_state_name(row->expected), 0).ns,
                     paged.ns + before_ns);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void people_decide_as_they_are_and_when_they_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(decisions) / sizeof(decisions[0]); i++) {
        check_decision(&decisions[i]);
    }
}

static void what_cannot_be_asked_is_refused(void **state)
{
    const struct asked nobody = {"chief", NULL, 1, BS_DURATION_UNKNOWN};
    const struct asked strange = {"lead", "riddle", 1, BS_DURATION_UNKNOWN};
    const struct asked never = {"lead", NULL, 2, BS_DURATION_UNKNOWN};
    struct bs_scenario *scenario = estate_scenario(ESTATE_OF("people: {lead: {" SURE "}}\n"));
    struct bs_call_request elsewhere = request_of(BS_OPERATION_PEOPLE_ASK, &never);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_int_equal(ask(&estate, &nobody)->error, BS_CALL_ERROR_NOT_FOUND);
    assert_int_equal(get_answer(&estate, &nobody)->error, BS_CALL_ERROR_NOT_FOUND);
    assert_int_equal(ask(&estate, &strange)->error, BS_CALL_ERROR_OTHER);
    assert_int_equal(get_answer(&estate, &never)->error, BS_CALL_ERROR_NOT_FOUND);
    elsewhere.region = "us-east-1";
    assert_string_equal(estate_call(&estate, &elsewhere)->code, "UnknownEndpoint");
    elsewhere.operation = BS_OPERATION_SNS_PUBLISH;
    elsewhere.region = "people";
    assert_string_equal(estate_call(&estate, &elsewhere)->code, "UnknownEndpoint");
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* Every Ask pages again until the question is acknowledged, and none restarts what is under way. */
static void asking_again_pages_again_until_it_is_acknowledged(void **state)
{
    const struct asked asked = {"lead", NULL, 1, BS_SECONDS(5)};
    struct bs_scenario *scenario = estate_scenario(ESTATE_OF("people: {lead: {" SURE "}}\n"));
    struct bs_instant paged;
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    (void)ask(&estate, &asked);
    paged = told_at(&estate, &asked, "paged", 0);
    estate_run(&estate, BS_AT_SECONDS(60));
    (void)ask(&estate, &asked);
    assert_true(told_at(&estate, &asked, "paged", 1).ns > 60 * BS_NS_PER_S);
    estate_run(&estate, BS_AT_SECONDS(200));
    (void)ask(&estate, &asked);
    estate_run(&estate, BS_AT_SECONDS(1800));
    (void)ask(&estate, &asked);
    estate_run(&estate, BS_AT_SECONDS(3600));
    assert_int_equal(told_at(&estate, &asked, "paged", 2).ns, BS_INSTANT_UNKNOWN.ns);
    assert_int_equal(told_at(&estate, &asked, "acknowledged", 0).ns, paged.ns + 180 * BS_NS_PER_S);
    assert_int_equal(told_at(&estate, &asked, "acknowledged", 1).ns, BS_INSTANT_UNKNOWN.ns);
    assert_int_equal(told_at(&estate, &asked, "approved", 0).ns, paged.ns + 300 * BS_NS_PER_S);
    assert_int_equal(told_at(&estate, &asked, "approved", 1).ns, BS_INSTANT_UNKNOWN.ns);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* At 40 % absence a single page is seen in 60 of 100 runs, one of two pages in 84. */
static void a_reminder_has_a_chance_of_its_own(void **state)
{
    struct bs_scenario *scenario =
        estate_scenario(ESTATE_OF("people: {lead: {page: 1m, decides: 1m, absent: 40%}}\n"));
    size_t seen[3] = {0};
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){0, 0});
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        estate_open_again(&estate, (struct bs_stream_root){seed, 0});
        for (int64_t pages = 1; pages <= 2; pages++) {
            const struct asked asked = {"lead", NULL, pages, BS_DURATION_UNKNOWN};

            for (int64_t i = 0; i < pages; i++) {
                (void)ask(&estate, &asked);
            }
        }
        estate_run(&estate, BS_AT_SECONDS(600));
        for (int64_t pages = 1; pages <= 2; pages++) {
            const struct asked asked = {"lead", NULL, pages, BS_DURATION_UNKNOWN};

            seen[pages] += get_answer(&estate, &asked)->state == BS_STATE_APPROVED ? 1 : 0;
        }
    }
    /* Five standard deviations: 5 x sqrt(400 x 0.6 x 0.4) = 49, 5 x sqrt(400 x 0.84 x 0.16) = 37. */
    assert_in_range(seen[1], 240 - 49, 240 + 49);
    assert_in_range(seen[2], 336 - 37, 336 + 37);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static struct bs_instant decided_with(const char *text, bool asks_others)
{
    const struct asked asked = {"lead", NULL, 3, BS_DURATION_UNKNOWN};
    const struct asked others[] = {{"lead", NULL, 2, BS_DURATION_UNKNOWN},
                                   {"chief", NULL, 3, BS_DURATION_UNKNOWN}};
    struct bs_scenario *scenario = estate_scenario(text);
    struct bs_instant took;
    struct estate estate;

    estate_open(&estate, scenario, (struct bs_stream_root){9, 0});
    for (size_t i = 0; asks_others && i < 2; i++) {
        assert_int_equal(ask(&estate, &others[i])->outcome, BS_OUTCOME_OK);
    }
    (void)ask(&estate, &asked);
    estate_run(&estate, BS_AT_SECONDS(9000));
    took.ns = told_at(&estate, &asked, "approved", 0).ns - told_at(&estate, &asked, "paged", 0).ns;
    estate_close(&estate);
    bs_scenario_destroy(scenario);
    return took;
}

static void what_one_draws_does_not_depend_on_others(void **state)
{
    const char *alone = ESTATE_OF("people: {lead: {absent: 0%}}\n");
    const char *among = ESTATE_OF("people: {chief: {absent: 0%}, lead: {absent: 0%}}\n");

    (void)state;
    assert_true(decided_with(alone, false).ns > 0);
    assert_int_equal(decided_with(alone, false).ns, decided_with(among, true).ns);
}

static const struct bs_call_answer *get_order(struct estate *estate, int64_t heard)
{
    const struct bs_call_request request = {
        .operation = BS_OPERATION_PEOPLE_GET_ORDER, .region = "people", .count = heard};

    return estate_call(estate, &request);
}

static void orders_are_heard_in_order_of_time_once_given(void **state)
{
    struct bs_scenario *scenario =
        estate_scenario(ESTATE_OF("faults: [{name: lost, at: 40m, for: 1m, region_loss: primary}]\n"
                                  "orders: [{at: 1h, do: failback}, {at: 30m, do: pause}, "
                                  "{after: lost, delay: {uniform: {low: 1m, high: 2m}}, do: "
                                  "resume}, {after: lost, do: go}]\n"));
    static const char *const expected[] = {"pause", "go", "resume", "failback"};
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_int_equal(get_order(&estate, 0)->change, 0);
    estate_run(&estate, BS_AT_SECONDS(1790));
    assert_int_equal(get_order(&estate, 0)->change, 0);
    estate_run(&estate, BS_AT_SECONDS(1801));
    assert_int_equal(get_order(&estate, 0)->change, 1);
    assert_string_equal(get_order(&estate, 0)->order, "pause");
    assert_int_equal(get_order(&estate, 1)->change, 0);
    estate_run(&estate, BS_AT_SECONDS(3700));
    for (int64_t heard = 0; heard < 4; heard++) {
        assert_int_equal(get_order(&estate, heard)->change, heard + 1);
        assert_string_equal(get_order(&estate, heard)->order, expected[heard]);
    }
    assert_int_equal(get_order(&estate, 4)->change, 0);
    assert_int_equal(get_order(&estate, 99)->change, 0);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* How long after 10 min the first order with a word is given; its draw is its own. */
static int64_t given_at(const char *text, int64_t heard, const char *word)
{
    struct bs_scenario *scenario = estate_scenario(text);
    struct estate estate;
    int64_t at_ns;

    estate_open(&estate, scenario, (struct bs_stream_root){5, 0});
    at_ns = estate.world->people.orders[heard].at.ns;
    assert_string_equal(estate.world->people.orders[heard].wish, word);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
    return at_ns;
}

static void an_order_does_not_shift_another(void **state)
{
    (void)state;
    assert_int_equal(
        given_at(ESTATE_OF("orders: [{at: {uniform: {low: 10m, high: 1h}}, do: failback}]\n"), 0,
                 "failback"),
        given_at(ESTATE_OF("orders: [{at: 5m, do: pause}, "
                           "{at: {uniform: {low: 10m, high: 1h}}, do: failback}]\n"),
                 1, "failback"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_decide_as_they_are_and_when_they_are),
        cmocka_unit_test(what_cannot_be_asked_is_refused),
        cmocka_unit_test(asking_again_pages_again_until_it_is_acknowledged),
        cmocka_unit_test(a_reminder_has_a_chance_of_its_own),
        cmocka_unit_test(what_one_draws_does_not_depend_on_others),
        cmocka_unit_test(orders_are_heard_in_order_of_time_once_given),
        cmocka_unit_test(an_order_does_not_shift_another),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
