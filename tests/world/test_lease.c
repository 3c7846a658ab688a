/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Leases in a table: who gets one, which token, and what the history says of it. */

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "tests/world/estate.h"

static const char estate_text[] =
    "blackstart: scenario/1\nname: leases\nduration: 1h\n"
    "regions: {us-east-1: {role: primary}, us-east-2: {role: control}}\n"
    "resources: {state: {kind: dynamodb_table, region: control}, "
    "other: {kind: dynamodb_table, region: control}, "
    "alerts: {kind: sns_topic, region: control}}\n"
    "dns: {}\nresolvers: {}\nclients: {}\n";

struct take {
    uint64_t holder;
    int64_t now_s;
    int64_t until_s;
    int64_t skew_s;
    bool is_granted;
    int64_t token;
};

static struct bs_call_request request_of(const struct take *take)
{
    return (struct bs_call_request){
        .operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
        .region = "us-east-2",
        .resource = "state",
        .key = "orchestrator",
        .lease = {.holder = take->holder,
                  .now = BS_AT_SECONDS(take->now_s),
                  .until = BS_AT_SECONDS(take->until_s),
                  .skew = BS_SECONDS(take->skew_s)},
    };
}

static size_t count_kind(const struct bs_history *history, enum bs_record_kind kind)
{
    size_t count = 0;

    for (size_t i = 0; i < bs_history_count(history); i++) {
        count += bs_history_get(history, i)->kind == kind ? 1 : 0;
    }
    return count;
}

static const struct bs_record *last_lease(const struct bs_history *history)
{
    for (size_t i = bs_history_count(history); i > 0; i--) {
        if (bs_history_get(history, i - 1)->kind == BS_RECORD_LEASE) {
            return bs_history_get(history, i - 1);
        }
    }
    return NULL;
}

static void check_take(struct estate *estate, const struct take *take)
{
    const struct bs_call_request request = request_of(take);
    const size_t before = count_kind(estate->history, BS_RECORD_LEASE);
    const struct bs_call_answer *answer = estate_call(estate, &request);
    const struct bs_record *record = last_lease(estate->history);

    assert_int_equal(answer->change, take->token);
    if (!take->is_granted) {
        assert_int_equal(answer->outcome, BS_OUTCOME_ERROR);
        assert_int_equal(answer->error, BS_CALL_ERROR_CONDITION);
        assert_string_equal(answer->code, "ConditionalCheckFailedException");
        assert_int_equal(count_kind(estate->history, BS_RECORD_LEASE), before);
        return;
    }
    assert_int_equal(answer->outcome, BS_OUTCOME_OK);
    assert_int_equal(count_kind(estate->history, BS_RECORD_LEASE), before + 1);
    assert_string_equal(bs_record_text(record, "table"), "state");
    assert_int_equal(bs_record_number(record, "holder"), take->holder);
    assert_int_equal(bs_record_number(record, "token"), take->token);
    assert_int_equal(bs_record_number(record, "until_ns"), take->until_s * BS_NS_PER_S);
}

/* The world's clock stands near 0 throughout: only the callers' clocks count. */
static const struct take story[] = {
    {1, 1000, 1010, 1, true, 1},  {1, 1005, 1015, 1, true, 1},  /* Renewed. */
    {2, 1006, 1016, 1, false, 1}, {2, 1015, 1025, 1, false, 1}, /* Not over. */
    {2, 1016, 1026, 1, false, 1},                               /* Over by the skew, not more. */
    {1, 1100, 1110, 1, true, 1},                                /* Late, but nobody else came. */
    {2, 1112, 1122, 1, true, 2},                                /* Changes hands. */
    {1, 1113, 1123, 1, false, 2}, {2, 1115, 1115, 1, true, 2},  /* Given back. */
    {1, 1116, 1126, 1, false, 2}, {1, 1116, 1126, 0, true, 3},  /* The skew still counts. */
    {3, 900, 1200, 5, false, 3},                                /* A clock that is behind. */
    {1, 1117, 0, 0, true, 3},     {3, 900, 1200, 5, true, 4},   /* Given back from the start. */
};

static void leases_go_by_the_clocks_in_the_requests(void **state)
{
    struct bs_scenario *scenario = estate_scenario(estate_text);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    for (size_t i = 0; i < sizeof(story) / sizeof(story[0]); i++) {
        check_take(&estate, &story[i]);
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* Whatever is asked: a token never shrinks, belongs to one holder, and terms of two holders never overlap. */
static void two_never_hold_one_lease(void **state)
{
    struct bs_scenario *scenario = estate_scenario(estate_text);
    struct bs_stream draws = bs_stream_open((struct bs_stream_root){.seed = 4}, "lease", "draw");
    struct take held = {0};
    struct estate estate;
    int64_t now_s = 10;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    for (uint64_t i = 0; i < 500; i++) {
        struct take take = {.holder = 1 + bs_bits_below(bs_stream_at(&draws, 3 * i), 3),
                            .now_s = now_s};
        struct bs_call_request request;

        take.until_s = now_s - 1 + (int64_t)bs_bits_below(bs_stream_at(&draws, 3 * i + 1), 20);
        request = request_of(&take);
        if (estate_call(&estate, &request)->outcome == BS_OUTCOME_OK) {
            take.token = estate.answer.change;
            assert_int_equal(take.token - held.token, take.holder == held.holder ? 0 : 1);
            assert_true(take.holder == held.holder || held.until_s < take.now_s);
            held = take;
        } else {
            assert_true(take.holder != held.holder && held.until_s >= take.now_s);
        }
        now_s += (int64_t)bs_bits_below(bs_stream_at(&draws, 3 * i + 2), 8);
    }
    assert_true(held.token > 20);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void keys_and_tables_are_apart(void **state)
{
    const struct take first = {1, 1000, 2000, 0, true, 1};
    struct bs_scenario *scenario = estate_scenario(estate_text);
    struct bs_call_request request = request_of(&first);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    check_take(&estate, &first);
    request.lease.holder = 2;
    request.key = "standby";
    assert_int_equal(estate_call(&estate, &request)->outcome, BS_OUTCOME_OK);
    request.key = "orchestrator";
    request.resource = "other";
    assert_int_equal(estate_call(&estate, &request)->outcome, BS_OUTCOME_OK);
    request.resource = "alerts";
    assert_int_equal(estate_call(&estate, &request)->error, BS_CALL_ERROR_NOT_FOUND);
    request.resource = "state";
    request.region = "us-east-1";
    assert_int_equal(estate_call(&estate, &request)->error, BS_CALL_ERROR_NOT_FOUND);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void an_item_put_is_a_state_of_its_own(void **state)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_DYNAMODB_PUT_ITEM,
                                            .region = "us-east-2",
                                            .resource = "state",
                                            .target = "us-west-2",
                                            .key = "active"};
    struct bs_scenario *scenario = estate_scenario(estate_text);
    const struct bs_record *record;
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_int_equal(estate_call(&estate, &request)->outcome, BS_OUTCOME_OK);
    assert_int_equal(bs_history_count(estate.history), 1);
    record = bs_history_get(estate.history, 0);
    assert_int_equal(record->kind, BS_RECORD_STATE);
    assert_string_equal(bs_record_text(record, "entity"), "state/active");
    assert_string_equal(bs_record_text(record, "kind"), "dynamodb_item");
    assert_string_equal(bs_record_text(record, "state"), "us-west-2");
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leases_go_by_the_clocks_in_the_requests),
        cmocka_unit_test(two_never_hold_one_lease),
        cmocka_unit_test(keys_and_tables_are_apart),
        cmocka_unit_test(an_item_put_is_a_state_of_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
