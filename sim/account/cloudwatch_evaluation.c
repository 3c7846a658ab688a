/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon CloudWatch: what state an alarm is in, and what follows from it.
 *
 * A metric alarm looks at its last N whole periods, as time goes on; CloudWatch itself fetches some more, of
 * a number that it does not tell. Missing data are treated as its User Guide says ("Configuring how alarms
 * treat missing data"). Where transitions are instant, no time goes on by itself, and alarms are evaluated
 * when somebody looks or puts data.
 *
 * A change is noted in the history, goes to the topics of SNS among the alarm's actions, and may change
 * composite alarms. Other actions are only noted. The state of a scenario's own alarm is the world's.
 */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/json_writer.h"
#include "sim/account/cloudwatch.h"
#include "sim/account/sns.h"

enum { ROUNDS_MAX = 10, MESSAGE_MAX = 65536, HISTORY_MAX = 1000, SUBJECT_MAX = 100 };

bool bs_cloudwatch_is_composite(const struct bs_account_entry *alarm)
{
    return bs_tree_boolean(alarm->attributes, "IsComposite", false);
}

/* ---- History ---- */

void bs_cloudwatch_note(struct bs_account *account, const struct bs_account_entry *alarm,
                        const char *type, const char *summary)
{
    struct bs_account_entry *history =
        bs_account_find(account, "cloudwatch:history", alarm->region, "all");
    struct bs_tree *items;
    struct bs_tree *item;

    if (history == NULL) {
        history = bs_account_add(account, "cloudwatch:history", alarm->region, "all");
        (void)bs_tree_set_list(history->attributes, "Items");
    }
    items = bs_tree_get_mutable(history->attributes, "Items");
    item = bs_tree_append_structure(items);
    bs_tree_set_text(item, "AlarmName", alarm->key);
    bs_tree_set_text(item, "AlarmType",
                     bs_cloudwatch_is_composite(alarm) ? "CompositeAlarm" : "MetricAlarm");
    bs_tree_set_instant(item, "Timestamp", bs_account_now(account));
    bs_tree_set_text(item, "HistoryItemType", type);
    bs_tree_set_text(item, "HistorySummary", summary);
    if (bs_tree_count(items) > HISTORY_MAX) {
        bs_tree_remove_element(items, bs_tree_first_mutable(items));
    }
}

/* ---- Actions ---- */

static void write_text(struct bs_json_writer *writer, const char *key, const char *text)
{
    bs_json_key(writer, key);
    bs_json_text(writer, text);
}

/* What CloudWatch sends to topics, but for its times and its trigger. */
static void write_message(const struct bs_account_entry *alarm, const char *old_state,
                          struct bs_buffer *buffer)
{
    const struct bs_tree *attributes = alarm->attributes;
    struct bs_json_writer writer = {.buffer = buffer};

    bs_json_begin_object(&writer);
    write_text(&writer, "AlarmName", alarm->key);
    write_text(&writer, "AlarmDescription", bs_tree_text(attributes, "AlarmDescription", NULL));
    write_text(&writer, "AWSAccountId", BS_ACCOUNT_ID);
    write_text(&writer, "AlarmArn", bs_tree_text(attributes, "AlarmArn", ""));
    write_text(&writer, "NewStateValue", bs_tree_text(attributes, "StateValue", ""));
    write_text(&writer, "NewStateReason", bs_tree_text(attributes, "StateReason", ""));
    write_text(&writer, "OldStateValue", old_state);
    write_text(&writer, "Region", alarm->region);
    bs_json_end_object(&writer);
    bs_buffer_append(buffer, "", 1);
}

static void act(struct bs_account *account, const struct bs_account_entry *alarm,
                const char *action, const char *old_state)
{
    struct bs_buffer message;
    char subject[SUBJECT_MAX + 1];
    char summary[256];
    bool is_done = true;

    if (strncmp(action, "arn:aws:sns:", 12) == 0) {
        bs_buffer_init(&message, MESSAGE_MAX);
        write_message(alarm, old_state, &message);
        (void)snprintf(subject, sizeof(subject), "%s: \"%.60s\" in %.20s",
                       bs_tree_text(alarm->attributes, "StateValue", ""), alarm->key,
                       alarm->region);
        is_done = !message.failed &&
                  bs_sns_notify(account, alarm->region, action, subject, message.bytes);
        bs_buffer_clean_up(&message);
    }
    (void)snprintf(summary, sizeof(summary), "%s action %.180s",
                   is_done ? "Successfully executed" : "Failed to execute", action);
    bs_cloudwatch_note(account, alarm, "Action", summary);
}

static void act_all(struct bs_account *account, const struct bs_account_entry *alarm,
                    const char *old_state)
{
    const char *state = bs_tree_text(alarm->attributes, "StateValue", "");
    const char *list = strcmp(state, "ALARM") == 0 ? "AlarmActions"
                       : strcmp(state, "OK") == 0  ? "OKActions"
                                                   : "InsufficientDataActions";
    const struct bs_tree *action = bs_tree_first(bs_tree_get(alarm->attributes, list));

    if (bs_tree_boolean(alarm->attributes, "ActionsEnabled", true)) {
        for (; action != NULL; action = action->next) {
            act(account, alarm, action->is.text.bytes, old_state);
        }
    }
}

/* ---- States ---- */

/* True if it has changed. */
static bool change_state(struct bs_account *account, struct bs_account_entry *alarm,
                         const char *state, const char *reason, const char *reason_data)
{
    char old_state[32];
    char summary[128];

    (void)snprintf(old_state, sizeof(old_state), "%s",
                   bs_tree_text(alarm->attributes, "StateValue", "INSUFFICIENT_DATA"));
    if (strcmp(old_state, state) == 0) {
        return false;
    }
    bs_tree_set_text(alarm->attributes, "StateReason", reason);
    (void)bs_tree_remove(alarm->attributes, "StateReasonData");
    if (reason_data != NULL) {
        bs_tree_set_text(alarm->attributes, "StateReasonData", reason_data);
    }
    bs_tree_set_text(alarm->attributes, "StateValue", state);
    bs_tree_set_instant(alarm->attributes, "StateUpdatedTimestamp", bs_account_now(account));
    (void)snprintf(summary, sizeof(summary), "Alarm updated from %s to %s", old_state, state);
    bs_cloudwatch_note(account, alarm, "StateUpdate", summary);
    act_all(account, alarm, old_state);
    return true;
}

static bool follow_rule(struct bs_account *account, struct bs_account_entry *alarm)
{
    bool is_true = false;
    const bool is_good = bs_cloudwatch_read_rule(
        account, alarm->region, bs_tree_text(alarm->attributes, "AlarmRule", ""), &is_true);

    /* A rule about an alarm that is gone has nothing to go by. */
    return change_state(account, alarm,
                        !is_good  ? "INSUFFICIENT_DATA"
                        : is_true ? "ALARM"
                                  : "OK",
                        "Evaluated from the rule's alarms", NULL);
}

/* Composite alarms may be about composite alarms; rules that go in circles come to an end, too. */
static void follow_rules(struct bs_account *account, const char *region)
{
    bool has_changed = true;

    for (int round = 0; round < ROUNDS_MAX && has_changed; round++) {
        struct bs_account_entry *alarm =
            bs_account_next(account, BS_CLOUDWATCH_ALARM, region, NULL);

        has_changed = false;
        for (; alarm != NULL;
             alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, region, alarm->key)) {
            if (bs_cloudwatch_is_composite(alarm) && follow_rule(account, alarm)) {
                has_changed = true;
            }
        }
    }
}

void bs_cloudwatch_set_state(struct bs_account *account, struct bs_account_entry *alarm,
                             const char *state, const char *reason, const char *reason_data)
{
    if (change_state(account, alarm, state, reason, reason_data)) {
        follow_rules(account, alarm->region);
    }
}

/* ---- Metric alarms ---- */

/* What an alarm on one metric asks for, as queries. */
static struct bs_tree *queries_of(const struct bs_tree *alarm)
{
    static const char *const members[] = {"Namespace", "MetricName", "Dimensions", NULL};
    static const char *const details[] = {"Period", "Unit", NULL};
    struct bs_tree *queries;
    struct bs_tree *query;
    struct bs_tree *stat;

    if (bs_tree_get(alarm, "Metrics") != NULL) {
        return bs_tree_copy(bs_tree_get(alarm, "Metrics"));
    }
    queries = bs_tree_new_list();
    query = bs_tree_append_structure(queries);
    bs_tree_set_text(query, "Id", "m1");
    stat = bs_tree_set_structure(query, "MetricStat");
    bs_tree_copy_members(bs_tree_set_structure(stat, "Metric"), alarm, members);
    bs_tree_copy_members(stat, alarm, details);
    bs_tree_set_text(
        stat, "Stat",
        bs_tree_text(alarm, "Statistic", bs_tree_text(alarm, "ExtendedStatistic", "")));
    return queries;
}

/* The place of the query whose data the alarm watches. */
static size_t watched_query(const struct bs_tree *queries)
{
    const struct bs_tree *query = bs_tree_first(queries);
    size_t place = 0;

    while (query != NULL && bs_tree_count(queries) > 1 &&
           !bs_tree_boolean(query, "ReturnData", true)) {
        query = query->next;
        place++;
    }
    return query == NULL ? 0 : place;
}

static int64_t period_of(const struct bs_tree *alarm)
{
    const struct bs_tree *query = bs_tree_first(bs_tree_get(alarm, "Metrics"));
    int64_t longest_s = bs_tree_integer(alarm, "Period", 0);

    for (; query != NULL; query = query->next) {
        const int64_t period_s = bs_tree_integer(bs_tree_get(query, "MetricStat"), "Period",
                                                 bs_tree_integer(query, "Period", 0));

        longest_s = period_s > longest_s ? period_s : longest_s;
    }
    return longest_s > 0 ? longest_s : 60;
}

static bool breaches(const char *comparison, double value, double threshold)
{
    if (strcmp(comparison, "GreaterThanThreshold") == 0) {
        return value > threshold;
    }
    if (strcmp(comparison, "GreaterThanOrEqualToThreshold") == 0) {
        return value >= threshold;
    }
    return strcmp(comparison, "LessThanThreshold") == 0 ? value < threshold : value <= threshold;
}

struct datapoints {
    int64_t breaching;
    int64_t other;
    int64_t missing;
};

/* The state that they make; NULL: it stays. */
static const char *judge(const struct bs_tree *alarm, struct datapoints points)
{
    const int64_t wanted =
        bs_tree_integer(alarm, "DatapointsToAlarm", bs_tree_integer(alarm, "EvaluationPeriods", 1));
    const int64_t all = points.breaching + points.other + points.missing;
    const char *treatment = bs_tree_text(alarm, "TreatMissingData", "missing");

    if (strcmp(treatment, "breaching") == 0) {
        return points.breaching + points.missing >= wanted ? "ALARM" : "OK";
    }
    if (points.breaching >= wanted) {
        return "ALARM";
    }
    if (strcmp(treatment, "ignore") == 0) {
        return points.other > all - wanted ? "OK" : NULL;
    }
    if (strcmp(treatment, "notBreaching") == 0) {
        return "OK";
    }
    if (points.missing == all) {
        return "INSUFFICIENT_DATA";
    }
    /* All that is there breaches, and what is not there could. */
    return points.other == 0 && points.breaching + points.missing >= wanted ? "ALARM" : "OK";
}

static struct datapoints count_points(const struct bs_tree *alarm,
                                      const struct bs_cloudwatch_series *series, int64_t periods,
                                      int64_t from_s, int64_t to_s)
{
    const char *comparison = bs_tree_text(alarm, "ComparisonOperator", "");
    const double threshold = bs_cloudwatch_number(alarm, "Threshold", 0);
    struct datapoints points = {0, 0, 0};

    for (size_t i = 0; i < series->count; i++) {
        if (series->seconds[i] >= from_s && series->seconds[i] < to_s) {
            const bool is_breaching = breaches(comparison, series->values[i], threshold);

            points.breaching += is_breaching ? 1 : 0;
            points.other += is_breaching ? 0 : 1;
        }
    }
    points.missing = periods - points.breaching - points.other;
    points.missing = points.missing < 0 ? 0 : points.missing;
    return points;
}

static void conclude(struct bs_account *account, struct bs_account_entry *alarm,
                     struct datapoints points)
{
    const char *state = judge(alarm->attributes, points);
    char reason[256];

    (void)snprintf(reason, sizeof(reason),
                   "Threshold Crossed: of the last %lld datapoints, %lld were breaching, %lld were "
                   "not and %lld were missing.",
                   (long long)(points.breaching + points.other + points.missing),
                   (long long)points.breaching, (long long)points.other, (long long)points.missing);
    if (state != NULL) {
        bs_cloudwatch_set_state(account, alarm, state, reason, NULL);
    }
}

static void evaluate_metric(struct bs_account *account, struct bs_account_entry *alarm)
{
    const int64_t now_s = bs_cloudwatch_seconds(account, bs_account_now(account));
    const int64_t period_s = period_of(alarm->attributes);
    const int64_t periods = bs_tree_integer(alarm->attributes, "EvaluationPeriods", 1);
    const int64_t to_s = now_s - now_s % period_s;
    const int64_t from_s = to_s - periods * period_s;
    struct bs_tree *queries = queries_of(alarm->attributes);
    struct bs_account_answer answer = {.output = NULL};
    struct bs_cloudwatch_data *data =
        bs_cloudwatch_data_new(account, alarm->region, queries, from_s, to_s, &answer);

    if (data != NULL) {
        conclude(account, alarm,
                 count_points(alarm->attributes,
                              bs_cloudwatch_data_series(data, watched_query(queries)), periods,
                              from_s, to_s));
        bs_cloudwatch_data_destroy(data);
    }
    bs_tree_destroy(queries);
}

/* ---- The scenario's alarms ---- */

bool bs_cloudwatch_ask_world(struct bs_account *account, struct bs_account_entry *alarm,
                             uint64_t receipt)
{
    const struct bs_account_request request = {
        .service = "cloudwatch", .region = alarm->region, .receipt = receipt};
    const struct bs_call_request call = {.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
                                         .region = alarm->region,
                                         .resource = alarm->key};
    struct bs_call_answer told;

    if (!bs_account_ask_world(account, &request, &call, &told)) {
        return false;
    }
    if (told.outcome == BS_OUTCOME_OK) {
        const char *state = told.state == BS_STATE_ALARM ? "ALARM"
                            : told.state == BS_STATE_OK  ? "OK"
                                                         : "INSUFFICIENT_DATA";

        bs_cloudwatch_set_state(account, alarm, state,
                                "As the data points of the load balancer say", NULL);
    }
    return true;
}

/* ---- Evaluating ---- */

void bs_cloudwatch_evaluate(struct bs_account *account, struct bs_account_entry *alarm)
{
    if (bs_cloudwatch_is_composite(alarm)) {
        follow_rules(account, alarm->region);
    } else if (bs_tree_boolean(alarm->attributes, "IsWorlds", false)) {
        (void)bs_cloudwatch_ask_world(account, alarm, 0);
    } else {
        evaluate_metric(account, alarm);
    }
}

void bs_cloudwatch_evaluate_all(struct bs_account *account, const char *region)
{
    struct bs_account_entry *alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, region, NULL);

    if (bs_account_options(account)->pace != BS_ACCOUNT_INSTANT) {
        return;
    }
    for (; alarm != NULL;
         alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, region, alarm->key)) {
        if (!bs_cloudwatch_is_composite(alarm)) {
            bs_cloudwatch_evaluate(account, alarm);
        }
    }
    follow_rules(account, region);
}

static void period_is_over(struct bs_account *account, struct bs_account_entry *alarm)
{
    bs_cloudwatch_evaluate(account, alarm);
    bs_tree_set_boolean(alarm->attributes, "IsScheduled", false);
    bs_cloudwatch_schedule(account, alarm);
}

void bs_cloudwatch_schedule(struct bs_account *account, struct bs_account_entry *alarm)
{
    const int64_t period_s = period_of(alarm->attributes);
    const int64_t step_s = period_s < 60 ? period_s : 60;
    const int64_t now_s = bs_cloudwatch_seconds(account, bs_account_now(account));
    const struct bs_instant next = bs_cloudwatch_instant(account, now_s - now_s % step_s + step_s);

    if (bs_account_options(account)->pace != BS_ACCOUNT_INSTANT &&
        !bs_tree_boolean(alarm->attributes, "IsScheduled", false)) {
        bs_tree_set_boolean(alarm->attributes, "IsScheduled", true);
        bs_account_later(account, alarm, bs_duration_between(bs_account_now(account), next),
                         period_is_over);
    }
}
