/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Amazon CloudWatch, as AWS documents it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/account/sns.h"
#include "tests/account/caller.h"

#define MISSING (-1e9)

static int set_up(void **state)
{
    static struct caller caller;

    caller_open(&caller, "cloudwatch", NULL);
    *state = &caller;
    return 0;
}

static int tear_down(void **state)
{
    caller_close(*state);
    return 0;
}

static struct bs_tree *add_datum(struct caller *c, const char *name)
{
    struct bs_tree *datum = bs_tree_append_structure(bs_tree_set_list(c->input, "MetricData"));

    caller_say(c, "Namespace", "App");
    bs_tree_set_text(datum, "MetricName", name);
    return datum;
}

/* A value at so many seconds of the run. */
static void put(struct caller *c, const char *name, int64_t at_s, double value)
{
    struct bs_tree *datum = add_datum(c, name);

    bs_tree_set_decimal(datum, "Value", value);
    bs_tree_set_instant(datum, "Timestamp", BS_AT_SECONDS(at_s));
    (void)caller_get(c, "PutMetricData");
}

static struct bs_tree *add_query(struct caller *c, const char *id)
{
    struct bs_tree *queries = bs_tree_get_mutable(c->input, "MetricDataQueries");
    struct bs_tree *query;

    if (queries == NULL) {
        queries = bs_tree_set_list(c->input, "MetricDataQueries");
        bs_tree_set_instant(c->input, "StartTime", BS_AT_SECONDS(0));
        bs_tree_set_instant(c->input, "EndTime", BS_AT_SECONDS(600));
        caller_say(c, "ScanBy", "TimestampAscending");
    }
    query = bs_tree_append_structure(queries);
    bs_tree_set_text(query, "Id", id);
    return query;
}

static struct bs_tree *ask_metric(struct caller *c, const char *id, const char *name,
                                  const char *stat, int64_t period_s)
{
    struct bs_tree *query = add_query(c, id);
    struct bs_tree *wanted = bs_tree_set_structure(query, "MetricStat");
    struct bs_tree *metric = bs_tree_set_structure(wanted, "Metric");

    bs_tree_set_text(metric, "Namespace", "App");
    bs_tree_set_text(metric, "MetricName", name);
    bs_tree_set_text(wanted, "Stat", stat);
    bs_tree_set_integer(wanted, "Period", period_s);
    return query;
}

static void ask_expression(struct caller *c, const char *expression)
{
    bs_tree_set_text(add_query(c, "e"), "Expression", expression);
}

static const struct bs_tree *result_of(const struct bs_tree *output, const char *id)
{
    const struct bs_tree *result = bs_tree_first(bs_tree_get(output, "MetricDataResults"));

    while (result != NULL && strcmp(bs_tree_text(result, "Id", ""), id) != 0) {
        result = result->next;
    }
    return result;
}

static void has_values(const struct bs_tree *result, const double *values, size_t count)
{
    const struct bs_tree *value = bs_tree_first(bs_tree_get(result, "Values"));

    assert_int_equal(bs_tree_count(bs_tree_get(result, "Values")), count);
    assert_int_equal(bs_tree_count(bs_tree_get(result, "Timestamps")), count);
    for (size_t i = 0; i < count; i++, value = value->next) {
        assert_true(value->is.decimal > values[i] - 1e-9 && value->is.decimal < values[i] + 1e-9);
    }
}

/* ---- Data ---- */

static void what_is_put_is_added_up_by_period(void **state)
{
    static const struct {
        const char *stat;
        int64_t period_s;
        double values[3];
        size_t count;
    } cases[] = {
        {"Sum", 60, {3, 10}, 2},     {"Average", 60, {1.5, 10}, 2},  {"Minimum", 60, {1, 10}, 2},
        {"Maximum", 60, {2, 10}, 2}, {"SampleCount", 60, {2, 1}, 2}, {"Sum", 300, {13}, 1},
        {"p50", 300, {2}, 1},        {"p100", 300, {10}, 1},         {"p0", 300, {1}, 1},
    };
    struct caller *c = *state;

    put(c, "m", 125, 10);
    put(c, "m", 10, 1);
    put(c, "m", 59, 2);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        (void)ask_metric(c, "a", "m", cases[i].stat, cases[i].period_s);
        has_values(result_of(caller_get(c, "GetMetricData"), "a"), cases[i].values, cases[i].count);
    }
    (void)ask_metric(c, "a", "m", "Sum", 60);
    assert_int_equal(
        bs_tree_first(bs_tree_get(result_of(caller_get(c, "GetMetricData"), "a"), "Timestamps"))
            ->is.instant.ns,
        0);
    (void)ask_metric(c, "a", "m", "Sum", 60);
    bs_tree_set_instant(c->input, "EndTime", BS_AT_SECONDS(120)); /* Which is not in it. */
    has_values(result_of(caller_get(c, "GetMetricData"), "a"), (const double[]){3}, 1);
    (void)ask_metric(c, "a", "m", "tm99", 60);
    caller_fails(c, "GetMetricData", "ValidationError");
    (void)ask_metric(c, "a", "m", "Sum", 7);
    caller_fails(c, "GetMetricData", "ValidationError");
}

static void values_come_with_counts_or_as_sets(void **state)
{
    static const double expected[] = {2 * 3 + 5 + 100};
    struct caller *c = *state;
    struct bs_tree *datum = add_datum(c, "m");
    struct bs_tree *set;

    (void)bs_tree_append(bs_tree_set_list(datum, "Values"), bs_tree_new_decimal(2));
    (void)bs_tree_append(bs_tree_get_mutable(datum, "Values"), bs_tree_new_decimal(5));
    (void)bs_tree_append(bs_tree_set_list(datum, "Counts"), bs_tree_new_decimal(3));
    (void)bs_tree_append(bs_tree_get_mutable(datum, "Counts"), bs_tree_new_decimal(1));
    (void)caller_get(c, "PutMetricData");
    (void)ask_metric(c, "a", "m", "p50", 60);
    has_values(result_of(caller_get(c, "GetMetricData"), "a"), (const double[]){2}, 1);
    set = bs_tree_set_structure(add_datum(c, "m"), "StatisticValues");
    bs_tree_set_decimal(set, "SampleCount", 10);
    bs_tree_set_decimal(set, "Sum", 100);
    bs_tree_set_decimal(set, "Minimum", 1);
    bs_tree_set_decimal(set, "Maximum", 20);
    (void)caller_get(c, "PutMetricData");
    (void)ask_metric(c, "a", "m", "Sum", 60);
    has_values(result_of(caller_get(c, "GetMetricData"), "a"), expected, 1);
    (void)ask_metric(c, "a", "m", "p50", 60);
    has_values(result_of(caller_get(c, "GetMetricData"), "a"), expected, 0);
}

static void high_resolution_is_told_to_the_second(void **state)
{
    struct caller *c = *state;

    for (int i = 0; i < 3; i++) {
        struct bs_tree *datum = add_datum(c, "m");

        bs_tree_set_decimal(datum, "Value", i);
        bs_tree_set_integer(datum, "StorageResolution", 1);
        bs_tree_set_instant(datum, "Timestamp", (struct bs_instant){(10 + i) * BS_NS_PER_S});
        (void)caller_get(c, "PutMetricData");
    }
    (void)ask_metric(c, "a", "m", "Sum", 1);
    has_values(result_of(caller_get(c, "GetMetricData"), "a"), (const double[]){0, 1, 2}, 3);
    (void)ask_metric(c, "a", "m", "Sum", 10);
    has_values(result_of(caller_get(c, "GetMetricData"), "a"), (const double[]){3}, 1);
}

static void data_follow_the_rules(void **state)
{
    static const struct {
        const char *namespace;
        double value;
        int64_t at_s;
    } cases[] = {
        {"AWS/RDS", 1, 0},       {":x", 1, 0}, {"App", 1e300, 0}, {"App", 1, 2 * 3600 + 60},
        {"App", 1, -15 * 86400},
    };
    struct caller *c = *state;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct bs_tree *datum = add_datum(c, "m");

        caller_say(c, "Namespace", cases[i].namespace);
        bs_tree_set_decimal(datum, "Value", cases[i].value);
        bs_tree_set_instant(datum, "Timestamp", (struct bs_instant){cases[i].at_s * BS_NS_PER_S});
        caller_fails(c, "PutMetricData", "InvalidParameterValueException");
    }
    (void)add_datum(c, "m");
    caller_fails(c, "PutMetricData", "MissingRequiredParameterException");
    {
        struct bs_tree *datum = add_datum(c, "m");

        bs_tree_set_decimal(datum, "Value", 1);
        (void)bs_tree_set_list(datum, "Values");
        caller_fails(c, "PutMetricData", "InvalidParameterCombinationException");
    }
}

static void old_data_make_room(void **state)
{
    struct caller *c = *state;

    for (int64_t i = 0; i < 1600; i++) {
        put(c, "m", -i * 60, 1);
    }
    (void)ask_metric(c, "a", "m", "Sum", 60);
    bs_tree_set_instant(c->input, "StartTime", (struct bs_instant){-1600 * 60 * BS_NS_PER_S});
    assert_int_equal(
        bs_tree_count(bs_tree_get(result_of(caller_get(c, "GetMetricData"), "a"), "Values")), 1500);
}

static void pages_go_on_where_the_last_one_ended(void **state)
{
    struct caller *c = *state;
    char token[64] = "";
    int64_t seen = 0;

    for (int64_t i = 0; i < 5; i++) {
        put(c, "m", i * 60, (double)i);
    }
    do {
        const struct bs_tree *output;

        (void)ask_metric(c, "a", "m", "Sum", 60);
        bs_tree_set_integer(c->input, "MaxDatapoints", 2);
        if (token[0] != '\0') {
            caller_say(c, "NextToken", token);
        }
        output = caller_get(c, "GetMetricData");
        seen += (int64_t)bs_tree_count(bs_tree_get(result_of(output, "a"), "Values"));
        assert_string_equal(bs_tree_text(result_of(output, "a"), "StatusCode", ""),
                            seen < 5 ? "PartialData" : "Complete");
        (void)snprintf(token, sizeof(token), "%s", bs_tree_text(output, "NextToken", ""));
    } while (token[0] != '\0');
    assert_int_equal(seen, 5);
    (void)ask_metric(c, "a", "m", "Sum", 60);
    caller_say(c, "NextToken", "guess");
    caller_fails(c, "GetMetricData", "InvalidNextToken");
    (void)ask_metric(c, "a", "m", "Sum", 60);
    caller_say(c, "ScanBy", "TimestampDescending");
    assert_true(bs_tree_first(bs_tree_get(result_of(caller_get(c, "GetMetricData"), "a"), "Values"))
                    ->is.decimal == 4);
}

static void expressions_compute(void **state)
{
    static const struct {
        const char *expression;
        double values[10];
        size_t count;
    } cases[] = {
        {"a + b", {11, 22}, 2},
        {"a * 2 - 1", {1, 3, 5}, 3},
        {"-a", {-1, -2, -3}, 3},
        {"(a + 1) * 2", {4, 6, 8}, 3},
        {"b / (a - 1)", {20}, 1},
        {"SUM([a, b])", {11, 22, 3}, 3},
        {"SUM(METRICS())", {11, 22, 3}, 3},
        {"MAX(METRICS(\"a\"))", {1, 2, 3}, 3},
        {"AVG([a, b])", {5.5, 11, 3}, 3},
        {"a - AVG(a)", {-1, 0, 1}, 3},
        {"a / MAX(a) * MIN(b)", {10.0 / 3, 20.0 / 3, 10}, 3},
        {"IF(a > 1, a, 0)", {0, 2, 3}, 3},
        {"IF(a > 1 && a < 3, a)", {2}, 1},
        {"FILL(b, 0)", {10, 20, 0, 0, 0, 0, 0, 0, 0, 0}, 10},
        {"FILL(b, REPEAT)", {10, 20, 20, 20, 20, 20, 20, 20, 20, 20}, 10},
        {"ABS(a - 2)", {1, 0, 1}, 3},
    };
    static const char *const wrong[] = {"a +",   "c",           "SUM(a)",
                                        "a b",   "SEARCH('x')", "(((((((((((((((((((((((((((((a",
                                        "e + 1", "[a, b]",      ""};
    struct caller *c = *state;

    for (int64_t i = 0; i < 3; i++) {
        put(c, "a", i * 60, (double)i + 1);
    }
    put(c, "b", 0, 10);
    put(c, "b", 60, 20);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        bs_tree_set_boolean(ask_metric(c, "a", "a", "Sum", 60), "ReturnData", false);
        ask_expression(c, cases[i].expression);
        bs_tree_set_boolean(ask_metric(c, "b", "b", "Sum", 60), "ReturnData", false);
        has_values(result_of(caller_get(c, "GetMetricData"), "e"), cases[i].values, cases[i].count);
        assert_null(result_of(c->answer.output, "a"));
    }
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        (void)ask_metric(c, "a", "a", "Sum", 60);
        (void)ask_metric(c, "b", "b", "Sum", 60);
        ask_expression(c, wrong[i]);
        caller_fails(c, "GetMetricData", "ValidationError");
    }
}

static void statistics_are_told_per_datapoint(void **state)
{
    struct caller *c = *state;
    const struct bs_tree *point;

    put(c, "m", 0, 1);
    put(c, "m", 10, 3);
    caller_say(c, "Namespace", "App");
    caller_say(c, "MetricName", "m");
    bs_tree_set_integer(c->input, "Period", 60);
    bs_tree_set_instant(c->input, "StartTime", BS_AT_SECONDS(0));
    bs_tree_set_instant(c->input, "EndTime", BS_AT_SECONDS(600));
    bs_tree_append_text(bs_tree_set_list(c->input, "Statistics"), "Sum");
    bs_tree_append_text(bs_tree_get_mutable(c->input, "Statistics"), "Average");
    bs_tree_append_text(bs_tree_set_list(c->input, "ExtendedStatistics"), "p99");
    point = bs_tree_first(bs_tree_get(caller_get(c, "GetMetricStatistics"), "Datapoints"));
    assert_true(bs_tree_get(point, "Sum")->is.decimal == 4);
    assert_true(bs_tree_get(point, "Average")->is.decimal == 2);
    assert_true(bs_tree_get(bs_tree_get(point, "ExtendedStatistics"), "p99")->is.decimal == 3);
    caller_say(c, "Namespace", "App");
    caller_say(c, "MetricName", "m");
    bs_tree_set_integer(c->input, "Period", 60);
    bs_tree_set_instant(c->input, "StartTime", BS_AT_SECONDS(0));
    bs_tree_set_instant(c->input, "EndTime", BS_AT_SECONDS(600));
    caller_fails(c, "GetMetricStatistics", "MissingRequiredParameterException");
}

static void metrics_are_listed_by_what_they_are_of(void **state)
{
    struct caller *c = *state;
    struct bs_tree *datum = add_datum(c, "m");
    struct bs_tree *dimension = bs_tree_append_structure(bs_tree_set_list(datum, "Dimensions"));

    bs_tree_set_text(dimension, "Name", "Zone");
    bs_tree_set_text(dimension, "Value", "a");
    bs_tree_set_decimal(datum, "Value", 1);
    (void)caller_get(c, "PutMetricData");
    put(c, "m", 0, 1);
    put(c, "n", 0, 1);
    assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "ListMetrics"), "Metrics")), 3);
    caller_say(c, "MetricName", "m");
    assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "ListMetrics"), "Metrics")), 2);
    dimension = bs_tree_append_structure(bs_tree_set_list(c->input, "Dimensions"));
    bs_tree_set_text(dimension, "Name", "Zone");
    assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "ListMetrics"), "Metrics")), 1);
    caller_wait(c, 4 * 3600);
    caller_say(c, "RecentlyActive", "PT3H");
    assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "ListMetrics"), "Metrics")), 0);
}

/* ---- Alarms ---- */

/* On "m", above 5, in `datapoints` of `periods` minutes. */
static void describe_alarm(struct caller *c, const char *name, int64_t datapoints, int64_t periods,
                           const char *treatment)
{
    caller_say(c, "AlarmName", name);
    caller_say(c, "Namespace", "App");
    caller_say(c, "MetricName", "m");
    caller_say(c, "Statistic", "Average");
    caller_say(c, "ComparisonOperator", "GreaterThanThreshold");
    caller_say(c, "TreatMissingData", treatment);
    bs_tree_set_integer(c->input, "Period", 60);
    bs_tree_set_integer(c->input, "EvaluationPeriods", periods);
    bs_tree_set_integer(c->input, "DatapointsToAlarm", datapoints);
    bs_tree_set_decimal(c->input, "Threshold", 5);
}

static const struct bs_tree *alarm_named(struct caller *c, const char *name)
{
    bs_tree_append_text(bs_tree_set_list(c->input, "AlarmNames"), name);
    bs_tree_append_text(bs_tree_set_list(c->input, "AlarmTypes"), "MetricAlarm");
    bs_tree_append_text(bs_tree_get_mutable(c->input, "AlarmTypes"), "CompositeAlarm");
    (void)caller_get(c, "DescribeAlarms");
    return bs_tree_count(bs_tree_get(c->answer.output, "MetricAlarms")) > 0
               ? bs_tree_first(bs_tree_get(c->answer.output, "MetricAlarms"))
               : bs_tree_first(bs_tree_get(c->answer.output, "CompositeAlarms"));
}

static const char *state_of(struct caller *c, const char *name)
{
    return bs_tree_text(alarm_named(c, name), "StateValue", "none");
}

/* The table of the User Guide, where the data are the last three periods, the oldest first. */
static void missing_data_are_treated_as_configured(void **state)
{
    static const struct {
        double points[3];
        const char *states[4]; /* missing, ignore, breaching, notBreaching */
    } cases[] = {
        {{0, MISSING, 9}, {"OK", "OK", "OK", "OK"}},
        {{9, 9, 9}, {"ALARM", "ALARM", "ALARM", "ALARM"}},
        {{MISSING, MISSING, MISSING}, {"INSUFFICIENT_DATA", "INSUFFICIENT_DATA", "ALARM", "OK"}},
        {{MISSING, 9, MISSING}, {"ALARM", "INSUFFICIENT_DATA", "ALARM", "OK"}},
        {{0, MISSING, MISSING}, {"OK", "OK", "OK", "OK"}},
    };
    static const char *const treatments[] = {"missing", "ignore", "breaching", "notBreaching"};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct caller c;

        caller_open(&c, "cloudwatch", NULL);
        for (int64_t k = 0; k < 3; k++) {
            if (cases[i].points[k] != MISSING) {
                put(&c, "m", k * 60, cases[i].points[k]);
            }
        }
        caller_wait(&c, 179);
        for (size_t k = 0; k < 4; k++) {
            describe_alarm(&c, treatments[k], 3, 3, treatments[k]);
            (void)caller_get(&c, "PutMetricAlarm");
            assert_string_equal(state_of(&c, treatments[k]), "INSUFFICIENT_DATA");
        }
        caller_wait(&c, 2);
        for (size_t k = 0; k < 4; k++) {
            assert_string_equal(state_of(&c, treatments[k]), cases[i].states[k]);
        }
        caller_close(&c);
    }
}

static void an_alarm_follows_its_data_and_tells(void **state)
{
    struct caller *c = *state;
    const struct bs_account_entry *topic;

    c->service = "sns";
    caller_say(c, "Name", "pager");
    (void)caller_get(c, "CreateTopic");
    c->service = "cloudwatch";
    describe_alarm(c, "hot", 2, 3, "notBreaching");
    bs_tree_append_text(bs_tree_set_list(c->input, "AlarmActions"),
                        "arn:aws:sns:us-east-1:123456789012:pager");
    (void)caller_get(c, "PutMetricAlarm");
    caller_wait(c, 61);
    assert_string_equal(state_of(c, "hot"), "OK");
    for (int64_t minute = 2; minute < 6; minute++) {
        put(c, "m", minute * 60, 10);
    }
    caller_wait(c, 180); /* 241 s: two whole minutes of them are over. */
    assert_string_equal(state_of(c, "hot"), "ALARM");
    caller_wait(c, 600);
    assert_string_equal(state_of(c, "hot"), "OK");
    topic = bs_account_find(c->account, BS_SNS_TOPIC, "us-east-1", "pager");
    assert_int_equal(bs_tree_count(bs_tree_get(topic->attributes, "Messages")), 1);
    assert_non_null(strstr(
        bs_tree_text(bs_tree_first(bs_tree_get(topic->attributes, "Messages")), "Message", ""),
        "\"NewStateValue\":\"ALARM\""));
    caller_say(c, "AlarmName", "hot");
    caller_say(c, "HistoryItemType", "StateUpdate");
    assert_int_equal(
        bs_tree_count(bs_tree_get(caller_get(c, "DescribeAlarmHistory"), "AlarmHistoryItems")), 3);
    assert_string_equal(
        bs_tree_text(bs_tree_first(bs_tree_get(c->answer.output, "AlarmHistoryItems")),
                     "HistorySummary", ""),
        "Alarm updated from ALARM to OK");
}

/* No time goes on there by itself: who puts data or looks has alarms evaluated. */
static void instant_alarms_are_evaluated_when_somebody_looks(void **state)
{
    struct caller *c = *state;
    struct bs_account_options options = *bs_account_options(c->account);

    options.pace = BS_ACCOUNT_INSTANT;
    bs_account_destroy(c->account);
    c->account = bs_account_new(&options);
    describe_alarm(c, "a", 1, 1, "missing");
    (void)caller_get(c, "PutMetricAlarm");
    caller_wait(c, 60);
    put(c, "m", 0, 9);
    assert_string_equal(state_of(c, "a"), "ALARM");
    caller_wait(c, 60);
    assert_string_equal(state_of(c, "a"), "INSUFFICIENT_DATA");
}

static void set_state(struct caller *c, const char *name, const char *value)
{
    caller_say(c, "AlarmName", name);
    caller_say(c, "StateValue", value);
    caller_say(c, "StateReason", "for a test");
    (void)caller_get(c, "SetAlarmState");
}

static void a_state_that_is_set_lasts_until_the_next_look(void **state)
{
    struct caller *c = *state;

    describe_alarm(c, "a", 1, 1, "notBreaching");
    (void)caller_get(c, "PutMetricAlarm");
    caller_wait(c, 61);
    set_state(c, "a", "ALARM");
    assert_string_equal(state_of(c, "a"), "ALARM");
    caller_wait(c, 60);
    assert_string_equal(state_of(c, "a"), "OK");
    caller_say(c, "AlarmName", "b");
    caller_fails(c, "SetAlarmState", "ResourceNotFound");
    bs_tree_append_text(bs_tree_set_list(c->input, "AlarmNames"), "a");
    (void)caller_get(c, "DisableAlarmActions");
    assert_false(bs_tree_boolean(alarm_named(c, "a"), "ActionsEnabled", true));
}

static void alarms_follow_the_rules(void **state)
{
    static const struct {
        const char *member;
        const char *text; /* NULL: the number. */
        int64_t number;
    } cases[] = {
        {"Period", NULL, 45},
        {"EvaluationPeriods", NULL, 1441},
        {"DatapointsToAlarm", NULL, 4},
        {"ComparisonOperator", "GreaterThanUpperThreshold", 0},
        {"TreatMissingData", "guess", 0},
        {"ExtendedStatistic", "p99", 0},
        {"Statistic", "tm99", 0},
    };
    struct caller *c = *state;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        describe_alarm(c, "a", 3, 3, "missing");
        if (cases[i].text != NULL) {
            caller_say(c, cases[i].member, cases[i].text);
        } else {
            bs_tree_set_integer(c->input, cases[i].member, cases[i].number);
        }
        caller_fails(c, "PutMetricAlarm", "ValidationError");
    }
    describe_alarm(c, "a", 3, 3, "missing");
    (void)caller_get(c, "PutMetricAlarm");
    bs_tree_append_text(bs_tree_set_list(c->input, "AlarmNames"), "a");
    bs_tree_append_text(bs_tree_get_mutable(c->input, "AlarmNames"), "b");
    caller_fails(c, "DeleteAlarms", "ResourceNotFound");
    caller_say(c, "Namespace", "App");
    caller_say(c, "MetricName", "m");
    assert_int_equal(
        bs_tree_count(bs_tree_get(caller_get(c, "DescribeAlarmsForMetric"), "MetricAlarms")), 1);
    bs_tree_append_text(bs_tree_set_list(c->input, "AlarmNames"), "a");
    (void)caller_get(c, "DeleteAlarms");
    assert_string_equal(state_of(c, "a"), "none");
}

static void an_alarm_may_watch_an_expression(void **state)
{
    struct caller *c = *state;
    struct bs_tree *queries;

    put(c, "m", 0, 8);
    put(c, "n", 0, 2);
    bs_tree_set_boolean(ask_metric(c, "a", "m", "Sum", 60), "ReturnData", false);
    bs_tree_set_boolean(ask_metric(c, "b", "n", "Sum", 60), "ReturnData", false);
    ask_expression(c, "a / b");
    queries = bs_tree_copy(bs_tree_get(c->input, "MetricDataQueries"));
    bs_tree_destroy(c->input);
    c->input = bs_tree_new_structure();
    (void)bs_tree_set(c->input, "Metrics", queries);
    caller_say(c, "AlarmName", "ratio");
    caller_say(c, "ComparisonOperator", "GreaterThanOrEqualToThreshold");
    bs_tree_set_integer(c->input, "EvaluationPeriods", 1);
    bs_tree_set_integer(c->input, "Threshold", 4);
    (void)caller_get(c, "PutMetricAlarm");
    caller_wait(c, 61);
    assert_string_equal(state_of(c, "ratio"), "ALARM");
}

static void composite(struct caller *c, const char *name, const char *rule)
{
    caller_say(c, "AlarmName", name);
    caller_say(c, "AlarmRule", rule);
}

static void rules_combine_alarms(void **state)
{
    static const struct {
        const char *rule;
        const char *state; /* While a is in ALARM and b is OK. */
    } cases[] = {
        {"ALARM(a)", "ALARM"},
        {"ALARM(\"a\") AND OK(b)", "ALARM"},
        {"ALARM(a) AND ALARM(b)", "OK"},
        {"ALARM(a) OR ALARM(b) AND FALSE", "ALARM"},
        {"(ALARM(a) OR ALARM(b)) AND FALSE", "OK"},
        {"NOT ALARM(b)", "ALARM"},
        {"INSUFFICIENT_DATA(a)", "OK"},
        {"ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:a)", "ALARM"},
    };
    static const char *const wrong[] = {"ALARM(c)",     "ALARM(a", "a",
                                        "ALARM(a) AND", "",        "BROKEN(a)"};
    struct caller *c = *state;

    describe_alarm(c, "a", 1, 1, "ignore");
    (void)caller_get(c, "PutMetricAlarm");
    describe_alarm(c, "b", 1, 1, "ignore");
    (void)caller_get(c, "PutMetricAlarm");
    set_state(c, "a", "ALARM");
    set_state(c, "b", "OK");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        composite(c, "both", cases[i].rule);
        (void)caller_get(c, "PutCompositeAlarm");
        assert_string_equal(state_of(c, "both"), cases[i].state);
    }
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        composite(c, "wrong", wrong[i]);
        caller_fails(c, "PutCompositeAlarm", "ValidationError");
    }
    composite(c, "top", "ALARM(both)");
    (void)caller_get(c, "PutCompositeAlarm");
    set_state(c, "a", "OK");
    assert_string_equal(state_of(c, "both"), "OK");
    assert_string_equal(state_of(c, "top"), "OK");
    assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "DescribeAlarms"), "CompositeAlarms")),
                     0);
}

static void dashboards_and_tags_are_kept(void **state)
{
    struct caller *c = *state;
    struct bs_tree *tag;

    caller_say(c, "DashboardName", "d");
    caller_say(c, "DashboardBody", "{\"widgets\":");
    caller_fails(c, "PutDashboard", "DashboardInvalidInputError");
    caller_say(c, "DashboardName", "d");
    caller_say(c, "DashboardBody", "{\"widgets\":[]}");
    (void)caller_get(c, "PutDashboard");
    caller_say(c, "DashboardName", "d");
    assert_string_equal(bs_tree_text(caller_get(c, "GetDashboard"), "DashboardBody", ""),
                        "{\"widgets\":[]}");
    assert_int_equal(
        bs_tree_count(bs_tree_get(caller_get(c, "ListDashboards"), "DashboardEntries")), 1);
    bs_tree_append_text(bs_tree_set_list(c->input, "DashboardNames"), "x");
    caller_fails(c, "DeleteDashboards", "DashboardNotFoundError");
    describe_alarm(c, "a", 1, 1, "ignore");
    tag = bs_tree_append_structure(bs_tree_set_list(c->input, "Tags"));
    bs_tree_set_text(tag, "Key", "team");
    bs_tree_set_text(tag, "Value", "dr");
    (void)caller_get(c, "PutMetricAlarm");
    caller_say(c, "ResourceARN", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a");
    assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "ListTagsForResource"), "Tags")), 1);
    caller_say(c, "ResourceARN", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:b");
    caller_fails(c, "ListTagsForResource", "ResourceNotFoundException");
}

/* ---- The scenario's own ---- */

static void ask_lag(struct caller *c)
{
    struct bs_tree *wanted = bs_tree_set_structure(add_query(c, "lag"), "MetricStat");
    struct bs_tree *metric = bs_tree_set_structure(wanted, "Metric");
    struct bs_tree *dimension = bs_tree_append_structure(bs_tree_set_list(metric, "Dimensions"));

    bs_tree_set_text(wanted, "Stat", "Maximum");
    bs_tree_set_integer(wanted, "Period", 60);
    bs_tree_set_text(metric, "Namespace", "AWS/RDS");
    bs_tree_set_text(metric, "MetricName", "ReplicaLag");
    bs_tree_set_text(dimension, "Name", "DBInstanceIdentifier");
    bs_tree_set_text(dimension, "Value", "orders-dr");
}

static void the_world_says_what_is_its(void **state)
{
    struct caller c;

    (void)state;
    caller_open(&c, "cloudwatch",
                "blackstart: scenario/1\nname: t\nduration: 1h\n"
                "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"
                "resources: {app: {kind: ecs_service, region: primary}, "
                "lb: {kind: alb, region: primary, targets: app}, "
                "orders: {kind: rds_instance, region: primary}, "
                "orders-dr: {kind: rds_replica, region: standby, of: orders, lag: 7s}}\n"
                "alarms: {errors: {metric: 5xx of lb, region: standby, period: 10s, of: [2, 2], "
                "above: 5%, missing: breaching, delivery: 0s}}\n"
                "dns: {}\nresolvers: {}\nclients: {}\n"
                "faults: [{name: f, at: 60s, for: 30m, region_loss: primary}]\n");
    c.region = "us-west-2";
    assert_string_equal(state_of(&c, "errors"), "OK");
    assert_string_equal(bs_tree_text(alarm_named(&c, "errors"), "TreatMissingData", ""),
                        "breaching");
    caller_wait(&c, 50);
    ask_lag(&c);
    assert_int_equal(
        bs_tree_count(bs_tree_get(result_of(caller_get(&c, "GetMetricData"), "lag"), "Values")), 1);
    caller_wait(&c, 310); /* Once asked for, it is looked at each minute: 0, 60, .. 360. */
    ask_lag(&c);
    assert_int_equal(
        bs_tree_count(bs_tree_get(result_of(caller_get(&c, "GetMetricData"), "lag"), "Values")), 7);
    assert_string_equal(state_of(&c, "errors"), "ALARM");
    caller_close(&c);
}

int main(void)
{
#define CLOUDWATCH_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CLOUDWATCH_TEST(what_is_put_is_added_up_by_period),
        CLOUDWATCH_TEST(values_come_with_counts_or_as_sets),
        CLOUDWATCH_TEST(high_resolution_is_told_to_the_second),
        CLOUDWATCH_TEST(data_follow_the_rules),
        CLOUDWATCH_TEST(old_data_make_room),
        CLOUDWATCH_TEST(pages_go_on_where_the_last_one_ended),
        CLOUDWATCH_TEST(expressions_compute),
        CLOUDWATCH_TEST(statistics_are_told_per_datapoint),
        CLOUDWATCH_TEST(metrics_are_listed_by_what_they_are_of),
        cmocka_unit_test(missing_data_are_treated_as_configured),
        CLOUDWATCH_TEST(an_alarm_follows_its_data_and_tells),
        CLOUDWATCH_TEST(instant_alarms_are_evaluated_when_somebody_looks),
        CLOUDWATCH_TEST(a_state_that_is_set_lasts_until_the_next_look),
        CLOUDWATCH_TEST(alarms_follow_the_rules),
        CLOUDWATCH_TEST(an_alarm_may_watch_an_expression),
        CLOUDWATCH_TEST(rules_combine_alarms),
        CLOUDWATCH_TEST(dashboards_and_tags_are_kept),
        cmocka_unit_test(the_world_says_what_is_its),
    };

    return cmocka_run_group_tests_name("cloudwatch", tests, NULL, NULL);
}
