/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Faults that befall calls, messages and monitors, and faults that come again. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

#define ESTATE(faults)                                                                       \
    "blackstart: scenario/1\nname: faults\nduration: 1h\n"                                   \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                    \
    "resources: {app: {kind: ecs_service, region: primary, launch: 1s}, "                    \
    "lb: {kind: alb, region: primary, targets: app}, "                                       \
    "alerts: {kind: sns_topic, region: standby}, news: {kind: sns_topic, region: standby}, " \
    "state: {kind: dynamodb_table, region: standby}}\n"                                      \
    "health_checks: {app: {of: lb, interval: 10s, failures: 1}}\n"                           \
    "alarms: {app: {metric: 5xx of lb, region: standby, delivery: 1s}}\n"                    \
    "probes: {app: {url: 'https://www/health', region: standby}}\n"                          \
    "dns: {www: {alias: lb}}\nresolvers: {}\nclients: {}\n"                                  \
    "people: {lead: {page: 1m, decides: 1m, absent: 0}, "                                    \
    "chief: {page: 1m, decides: 1m, absent: 0}}\n"                                           \
    "faults: " faults "\n"

enum { CALLS = 2000 };

static const struct bs_call_request scale_to_three = {
    .operation = BS_OPERATION_ECS_UPDATE_SERVICE,
    .region = "us-east-1",
    .resource = "app",
    .count = 3,
};
static const struct bs_call_request describe_service = {
    .operation = BS_OPERATION_ECS_DESCRIBE_SERVICE, .region = "us-east-1", .resource = "app"};
static const struct bs_call_request get_change = {
    .operation = BS_OPERATION_ROUTE53_GET_CHANGE, .region = "global", .resource = "www"};
static const struct bs_call_request get_status = {
    .operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
    .region = "global",
    .resource = "app",
};
static const struct bs_call_request describe_alarm = {
    .operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM, .region = "us-west-2", .resource = "app"};
static const struct bs_call_request probe_www = {
    .operation = BS_OPERATION_HTTP_REQUEST, .region = "us-west-2", .resource = "www"};

static void open_estate(struct estate *estate, const char *text, int64_t at_s)
{
    estate_open(estate, estate_scenario(text), (struct bs_stream_root){1, 0});
    estate_run(estate, BS_AT_SECONDS(at_s));
}

static void close_estate(struct estate *estate)
{
    struct bs_scenario *scenario = (struct bs_scenario *)(uintptr_t)estate->scenario;

    estate_close(estate);
    bs_scenario_destroy(scenario);
}

static bool is_answered_within(struct estate *estate, const struct bs_call_request *request,
                               struct bs_duration span)
{
    const struct bs_instant now = bs_simulation_now(estate->simulation);

    estate_send(estate, request);
    estate_run(estate, bs_instant_add(now, span));
    return estate->is_answered;
}

static const struct bs_ecs_state *service_of(const struct estate *estate)
{
    return &estate->world->ecs.services[bs_scenario_resource(estate->scenario, "app")];
}

/* ---- Calls ---- */

/* Sends many calls; which of them met the fault, one byte each. Returns how many. */
static size_t count_met(const char *text, uint64_t first_call, unsigned char met[CALLS])
{
    struct estate estate;
    size_t count = 0;

    open_estate(&estate, text, 1);
    estate.calls = first_call - 1;
    for (size_t i = 0; i < CALLS; i++) {
        met[i] = !is_answered_within(&estate, &describe_service, BS_SECONDS(1)) ||
                         estate.answer.error == BS_CALL_ERROR_THROTTLED
                     ? 1
                     : 0;
        count += met[i];
    }
    close_estate(&estate);
    return count;
}

/* Five standard deviations: 5 x sqrt(2000 x 0.6 x 0.4) = 110. */
static void a_share_of_calls_meets_a_fault(void **state)
{
    static const char *const kinds[] = {"throttle", "response_loss"};
    static unsigned char low[CALLS];
    static unsigned char high[CALLS];
    static unsigned char again[CALLS];
    char text[2048];

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        for (uint64_t first = 1; first != 0; first = first == 1 ? UINT64_C(1) << 40 : 0) {
            (void)snprintf(text, sizeof(text),
                           ESTATE("[{name: f, at: 0s, %s: {region: primary, share: 40%%}}]"),
                           kinds[i]);
            assert_in_range(count_met(text, first, low), 800 - 110, 800 + 110);
            (void)snprintf(text, sizeof(text),
                           ESTATE("[{name: f, at: 0s, %s: {region: primary, share: 60%%}}]"),
                           kinds[i]);
            assert_in_range(count_met(text, first, high), 1200 - 110, 1200 + 110);
            /* Draws are the calls' own: other faults do not shift them, a larger share adds to them. */
            (void)snprintf(text, sizeof(text),
                           ESTATE("[{name: g, at: 0s, throttle: {region: standby}}, {name: f, at: "
                                  "0s, %s: {region: primary, services: [ecs], share: 40%%}}]"),
                           kinds[i]);
            (void)count_met(text, first, again);
            assert_memory_equal(low, again, CALLS);
            for (size_t k = 0; k < CALLS; k++) {
                assert_true(high[k] >= low[k]);
            }
        }
    }
}

static void a_throttled_call_is_told_so_and_has_no_effect(void **state)
{
    struct estate estate;

    (void)state;
    open_estate(&estate,
                ESTATE("[{name: f, at: 1m, for: 1m, throttle: {region: primary, services: [ecs], "
                       "retry_after: 2s}}, {name: g, at: 1m, throttle: global}]"),
                1);
    assert_int_equal(estate_call(&estate, &describe_service)->outcome, BS_OUTCOME_OK);
    estate_run(&estate, BS_AT_SECONDS(60));
    assert_int_equal(estate_call(&estate, &scale_to_three)->error, BS_CALL_ERROR_THROTTLED);
    assert_string_equal(estate.answer.code, "ThrottlingException");
    assert_int_equal(estate.answer.retry_after.ns, 2 * BS_NS_PER_S);
    assert_int_equal(service_of(&estate)->desired, 1);
    assert_int_equal(estate_call(&estate, &get_change)->error, BS_CALL_ERROR_THROTTLED);
    assert_string_equal(estate.answer.code, "Throttling");
    assert_int_equal(estate.answer.retry_after.ns, 0);
    assert_int_equal(estate_call(&estate, &describe_alarm)->outcome, BS_OUTCOME_OK);
    estate_run(&estate, BS_AT_SECONDS(120));
    assert_int_equal(estate_call(&estate, &scale_to_three)->outcome, BS_OUTCOME_OK);
    assert_int_equal(service_of(&estate)->desired, 3);
    close_estate(&estate);
}

static void a_lost_response_is_of_a_call_that_took_effect(void **state)
{
    struct estate estate;

    (void)state;
    open_estate(&estate, ESTATE("[{name: f, at: 0s, for: 10m, response_loss: primary}]"), 1);
    assert_false(is_answered_within(&estate, &scale_to_three, BS_SECONDS(300)));
    assert_int_equal(service_of(&estate)->desired, 3);
    estate_run(&estate, BS_AT_SECONDS(600));
    assert_int_equal(estate_call(&estate, &describe_service)->desired, 3);
    close_estate(&estate);
}

/* ---- Messages ---- */

static size_t count_records(const struct estate *estate, enum bs_record_kind kind,
                            const char *field, const char *word)
{
    size_t count = 0;

    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        count += record->kind == kind && strcmp(bs_record_text(record, field), word) == 0 ? 1 : 0;
    }
    return count;
}

struct loss_case {
    const char *insides;
    bool alerts, news, lead, chief; /* Which are lost. */
};

static const struct loss_case losses[] = {
    {"{share: 100%}", true, true, true, true},
    {"{share: 0%}", false, false, false, false},
    {"{of: [alerts]}", true, false, false, false},
    {"{people: [chief]}", false, false, false, true},
    {"{of: [news], people: [lead]}", false, true, true, false},
};

static void check_person(struct estate *estate, const char *role, bool is_lost)
{
    struct bs_call_request request = {.operation = BS_OPERATION_PEOPLE_ASK,
                                      .region = "people",
                                      .resource = role,
                                      .count = 1,
                                      .span = BS_DURATION_UNKNOWN};

    assert_int_equal(estate_call(estate, &request)->outcome, BS_OUTCOME_OK);
    request.operation = BS_OPERATION_PEOPLE_GET_ANSWER;
    estate_run(estate, bs_instant_add(bs_simulation_now(estate->simulation), BS_SECONDS(300)));
    assert_int_equal(estate_call(estate, &request)->state,
                     is_lost ? BS_STATE_ASKED : BS_STATE_APPROVED);
    assert_int_equal(count_records(estate, BS_RECORD_PERSON, "person", role), is_lost ? 1 : 3);
}

static void check_topic(struct estate *estate, const char *topic, bool is_lost)
{
    const struct bs_call_request request = {
        .operation = BS_OPERATION_SNS_PUBLISH, .region = "us-west-2", .resource = topic};

    assert_int_equal(estate_call(estate, &request)->outcome, BS_OUTCOME_OK);
    assert_int_equal(count_records(estate, BS_RECORD_STATE, "entity", topic), is_lost ? 1 : 0);
}

static void lost_messages_are_accepted_and_reach_nobody(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(losses) / sizeof(losses[0]); i++) {
        struct estate estate;
        char text[2048];

        (void)snprintf(text, sizeof(text), ESTATE("[{name: f, at: 0s, notification_loss: %s}]"),
                       losses[i].insides);
        open_estate(&estate, text, 1);
        check_topic(&estate, "alerts", losses[i].alerts);
        check_topic(&estate, "news", losses[i].news);
        check_person(&estate, "lead", losses[i].lead);
        check_person(&estate, "chief", losses[i].chief);
        close_estate(&estate);
    }
}

/* ---- Monitors ---- */

struct monitor_case {
    const char *kind;
    const char *shows;
    bool is_up; /* What is true. */
    enum bs_resource_state check;
    enum bs_resource_state alarm;
    int32_t http_status; /* -1: no answer. */
};

static const struct monitor_case monitors[] = {
    {"", "unhealthy", true, BS_STATE_UNHEALTHY, BS_STATE_ALARM, 503},
    {"", "healthy", false, BS_STATE_HEALTHY, BS_STATE_OK, 200},
    {"", "nothing", true, BS_STATE_UNKNOWN, BS_STATE_INSUFFICIENT_DATA, -1},
    {", kind: health_check", "unhealthy", true, BS_STATE_UNHEALTHY, BS_STATE_OK, 200},
    {", kind: alarm", "unhealthy", true, BS_STATE_HEALTHY, BS_STATE_ALARM, 200},
    {", kind: probe", "unhealthy", true, BS_STATE_HEALTHY, BS_STATE_OK, 503},
    {", kind: probe", "healthy", false, BS_STATE_UNHEALTHY, BS_STATE_ALARM, 200},
};

static void check_shown(struct estate *estate, enum bs_resource_state check,
                        enum bs_resource_state alarm, int32_t http_status)
{
    if (check == BS_STATE_UNKNOWN) {
        assert_false(is_answered_within(estate, &get_status, BS_SECONDS(60)));
    } else {
        assert_int_equal(estate_call(estate, &get_status)->state, check);
        assert_int_equal(estate->answer.running, check == BS_STATE_HEALTHY ? 15 : 0);
        assert_int_equal(estate->answer.total, 15);
    }
    assert_int_equal(estate_call(estate, &describe_alarm)->state, alarm);
    if (http_status < 0) {
        assert_false(is_answered_within(estate, &probe_www, BS_SECONDS(60)));
    } else {
        assert_int_equal(estate_call(estate, &probe_www)->http_status, http_status);
    }
}

/* The truth is settled by minute 10, when the monitor goes wrong for ten minutes. */
static void a_monitor_says_what_its_fault_says_and_then_the_truth(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(monitors) / sizeof(monitors[0]); i++) {
        const struct monitor_case *row = &monitors[i];
        struct estate estate;
        char text[2048];

        (void)snprintf(text, sizeof(text),
                       ESTATE("[{name: f, at: 10m, for: 10m, monitor: {of: app, shows: %s%s}}%s]"),
                       row->shows, row->kind,
                       row->is_up ? ""
                                  : ", {name: g, at: 1m, data_plane_loss: {region: primary, "
                                    "services: [ecs]}}");
        open_estate(&estate, text, 601);
        check_shown(&estate, row->check, row->alarm, row->http_status);
        estate_run(&estate, BS_AT_SECONDS(1201));
        check_shown(&estate, row->is_up ? BS_STATE_HEALTHY : BS_STATE_UNHEALTHY,
                    row->is_up ? BS_STATE_OK : BS_STATE_ALARM, row->is_up ? 200 : 503);
        close_estate(&estate);
    }
}

/* The history says what is reported: wrong from the fault's onset on, true again from its end. */
static void reported_states_are_recorded(void **state)
{
    struct estate estate;

    (void)state;
    open_estate(&estate,
                ESTATE("[{name: f, at: 10m, for: 10m, monitor: {of: app, kind: health_check, "
                       "shows: unhealthy}}, {name: g, at: 12m, for: 2m, region_loss: primary}]"),
                1800);
    assert_int_equal(count_records(&estate, BS_RECORD_STATE, "state", "unhealthy"), 1);
    assert_int_equal(count_records(&estate, BS_RECORD_STATE, "state", "healthy"), 2);
    close_estate(&estate);
}

/* ---- Again and again ---- */

static void a_repeated_fault_begins_again(void **state)
{
    static const int64_t expected_s[] = {300, 360, 540, 600, 780, 840};
    struct estate estate;
    size_t found = 0;

    (void)state;
    open_estate(&estate,
                ESTATE("[{name: flap, at: 5m, for: 1m, repeat: {times: 3, every: 4m}, "
                       "region_loss: primary}]"),
                3600);
    for (size_t i = 0; i < bs_history_count(estate.history); i++) {
        const struct bs_record *record = bs_history_get(estate.history, i);

        if (record->kind == BS_RECORD_FAULT) {
            assert_true(found < 6);
            assert_string_equal(bs_record_text(record, "state"), found % 2 == 0 ? "onset" : "end");
            assert_int_equal(record->at.ns, expected_s[found] * BS_NS_PER_S);
            found++;
        }
    }
    assert_int_equal(found, 6);
    close_estate(&estate);
}

/* What is drawn too long ends when the next begins; each time is drawn by itself, as the first would be. */
static void a_repeated_fault_is_over_before_it_begins_again(void **state)
{
    struct estate estate;
    int64_t onset_ns = 0;
    int64_t first_ns = 0;
    size_t cut = 0;
    size_t ends = 0;

    (void)state;
    open_estate(&estate,
                ESTATE("[{name: flap, at: 1m, for: {exponential: {mean: 60s}}, "
                       "repeat: {times: 40, every: 1m}, region_loss: primary}]"),
                3600);
    for (size_t i = 0; i < bs_history_count(estate.history); i++) {
        const struct bs_record *record = bs_history_get(estate.history, i);

        if (record->kind != BS_RECORD_FAULT) {
            continue;
        }
        if (strcmp(bs_record_text(record, "state"), "onset") == 0) {
            onset_ns = record->at.ns;
            continue;
        }
        ends++;
        first_ns = ends == 1 ? record->at.ns - onset_ns : first_ns;
        assert_true(ends == 40 || record->at.ns - onset_ns <= 60 * BS_NS_PER_S);
        assert_true(ends == 1 || record->at.ns - onset_ns != first_ns ||
                    first_ns == 60 * BS_NS_PER_S);
        cut += record->at.ns - onset_ns == 60 * BS_NS_PER_S ? 1 : 0;
    }
    assert_int_equal(ends, 40);
    assert_in_range(cut, 1, 39);
    close_estate(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_share_of_calls_meets_a_fault),
        cmocka_unit_test(a_throttled_call_is_told_so_and_has_no_effect),
        cmocka_unit_test(a_lost_response_is_of_a_call_that_took_effect),
        cmocka_unit_test(lost_messages_are_accepted_and_reach_nobody),
        cmocka_unit_test(a_monitor_says_what_its_fault_says_and_then_the_truth),
        cmocka_unit_test(reported_states_are_recorded),
        cmocka_unit_test(a_repeated_fault_begins_again),
        cmocka_unit_test(a_repeated_fault_is_over_before_it_begins_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
