/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon CloudWatch: alarms, as clients make and see them.
 *
 * Alarms on anomaly bands are refused; suppressors of composite alarms' actions are recorded.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/cloudwatch.h"
#include "sim/account/json.h"

enum {
    ALARMS_MAX = 1000, /* Of a Region; AWS's quota is larger. */
    ACTIONS_MAX = 5,
    METRICS_MAX = 20,
    NAME_MAX = 255,
    DAY_S = 86400,
    HOUR_S = 3600,
    RULE_MAX = 10240,
    TAGS_MAX = 50,
};

static const char *const shared_members[] = {"AlarmName",
                                             "AlarmDescription",
                                             "ActionsEnabled",
                                             "OKActions",
                                             "AlarmActions",
                                             "AlarmArn",
                                             "InsufficientDataActions",
                                             "StateValue",
                                             "Metrics",
                                             "StateReason",
                                             "StateReasonData",
                                             "StateUpdatedTimestamp",
                                             "AlarmConfigurationUpdatedTimestamp",
                                             NULL};
static const char *const metric_members[] = {"MetricName",
                                             "Namespace",
                                             "Statistic",
                                             "ExtendedStatistic",
                                             "Dimensions",
                                             "Period",
                                             "Unit",
                                             "EvaluationPeriods",
                                             "DatapointsToAlarm",
                                             "Threshold",
                                             "ComparisonOperator",
                                             "TreatMissingData",
                                             "ThresholdMetricId",
                                             "EvaluateLowSampleCountPercentile",
                                             NULL};
static const char *const composite_members[] = {"AlarmRule", "ActionsSuppressor",
                                                "ActionsSuppressorWaitPeriod",
                                                "ActionsSuppressorExtensionPeriod", NULL};

/* ---- What an alarm may be ---- */

static const char *wrong_actions(const struct bs_tree *input)
{
    static const char *const lists[] = {"AlarmActions", "OKActions", "InsufficientDataActions"};

    for (int i = 0; i < 3; i++) {
        const struct bs_tree *action = bs_tree_first(bs_tree_get(input, lists[i]));

        if (bs_tree_count(bs_tree_get(input, lists[i])) > ACTIONS_MAX) {
            return "there are more than five actions";
        }
        for (; action != NULL; action = action->next) {
            if (strncmp(action->is.text.bytes, "arn:", 4) != 0) {
                return "an action must be an ARN";
            }
        }
    }
    return NULL;
}

static const char *wrong_periods(const struct bs_tree *input)
{
    const int64_t period_s = bs_tree_integer(input, "Period", 60);
    const int64_t periods = bs_tree_integer(input, "EvaluationPeriods", 1);
    const int64_t datapoints = bs_tree_integer(input, "DatapointsToAlarm", periods);

    if (period_s < 10 || !bs_cloudwatch_is_period(period_s)) {
        return "Period must be 10, 30 or a multiple of 60";
    }
    if (periods < 1 || periods > 7 * DAY_S ||
        periods * period_s > (period_s >= HOUR_S ? 7 * DAY_S : DAY_S)) {
        return "metrics cannot be checked across more than a day, or a week with periods of an "
               "hour or more (EvaluationPeriods * Period)";
    }
    if (datapoints < 1 || datapoints > periods) {
        return "DatapointsToAlarm must be at least 1 and at most EvaluationPeriods";
    }
    return NULL;
}

static const char *wrong_metric(const struct bs_tree *input)
{
    struct bs_cloudwatch_statistic statistic;
    const char *name =
        bs_tree_text(input, "Statistic", bs_tree_text(input, "ExtendedStatistic", ""));

    if (bs_tree_get(input, "Namespace") == NULL || bs_tree_get(input, "Period") == NULL) {
        return "Namespace and Period are required with MetricName";
    }
    if ((bs_tree_get(input, "Statistic") == NULL) ==
        (bs_tree_get(input, "ExtendedStatistic") == NULL)) {
        return "there must be either Statistic or ExtendedStatistic";
    }
    return bs_cloudwatch_read_statistic(name, &statistic) ? NULL
                                                          : "the statistic is none that is served";
}

/* Of several queries, one is what the alarm watches. */
static const char *wrong_queries(const struct bs_tree *input)
{
    const struct bs_tree *queries = bs_tree_get(input, "Metrics");
    const struct bs_tree *query = bs_tree_first(queries);
    int returned = 0;

    for (; query != NULL; query = query->next) {
        returned += bs_tree_boolean(query, "ReturnData", true) ? 1 : 0;
    }
    if (bs_tree_get(input, "Period") != NULL || bs_tree_get(input, "Statistic") != NULL ||
        bs_tree_get(input, "Namespace") != NULL) {
        return "Metrics and the parameters of a single metric exclude each other";
    }
    if (bs_tree_count(queries) > METRICS_MAX || returned != 1) {
        return "exactly one of up to 20 Metrics must return data";
    }
    return NULL;
}

static bool is_one_of(const char *text, const char *const words[])
{
    while (*words != NULL && strcmp(*words, text) != 0) {
        words++;
    }
    return *words != NULL;
}

static const char *wrong_alarm(const struct bs_tree *input)
{
    static const char *const treatments[] = {"breaching", "notBreaching", "ignore", "missing",
                                             NULL};
    static const char *const comparisons[] = {"GreaterThanOrEqualToThreshold",
                                              "GreaterThanThreshold", "LessThanThreshold",
                                              "LessThanOrEqualToThreshold", NULL};
    const char *wrong = wrong_actions(input);

    if (wrong == NULL) {
        wrong = wrong_periods(input);
    }
    if (wrong == NULL && !is_one_of(bs_tree_text(input, "ComparisonOperator", ""), comparisons)) {
        wrong = "the comparison is none that is served";
    }
    if (wrong == NULL &&
        !is_one_of(bs_tree_text(input, "TreatMissingData", "missing"), treatments)) {
        wrong = "TreatMissingData must be breaching, notBreaching, ignore or missing";
    }
    if (wrong == NULL && bs_tree_get(input, "Threshold") == NULL) {
        wrong = "Threshold is required";
    }
    if (wrong == NULL &&
        (bs_tree_get(input, "MetricName") == NULL) == (bs_tree_get(input, "Metrics") == NULL)) {
        wrong = "there must be either MetricName or Metrics";
    }
    if (wrong == NULL) {
        wrong = bs_tree_get(input, "Metrics") != NULL ? wrong_queries(input) : wrong_metric(input);
    }
    return wrong;
}

/* Works the queries out once, since that is what finds their mistakes. */
static bool are_good_queries(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    const struct bs_tree *queries = bs_tree_get(request->input, "Metrics");
    const int64_t now_s = bs_cloudwatch_seconds(account, bs_account_now(account));
    struct bs_cloudwatch_data *data =
        queries == NULL ? NULL
                        : bs_cloudwatch_data_new(account, request->region, queries, now_s - HOUR_S,
                                                 now_s, answer);

    if (data != NULL) {
        bs_cloudwatch_data_destroy(data);
    }
    return answer->error == NULL;
}

/* ---- Putting ---- */

static size_t count_alarms(struct bs_account *account, const char *region)
{
    const struct bs_account_entry *alarm =
        bs_account_next(account, BS_CLOUDWATCH_ALARM, region, NULL);
    size_t count = 0;

    for (; alarm != NULL;
         alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, region, alarm->key)) {
        count++;
    }
    return count;
}

static struct bs_account_entry *find(struct bs_account *account,
                                     const struct bs_account_request *request, const char *name)
{
    return bs_account_find(account, BS_CLOUDWATCH_ALARM, request->region, name);
}

/* A new alarm; a kind of alarm does not become the other. NULL: the answer says why. */
static struct bs_account_entry *alarm_to_put(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             bool composite, struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "AlarmName", "");
    struct bs_account_entry *alarm = find(account, request, name);
    const bool is_new = alarm == NULL;

    if (alarm != NULL && bs_cloudwatch_is_composite(alarm) != composite) {
        bs_account_fail(answer, "ValidationError",
                        "An alarm of the name %s and of another type exists already", name);
    } else if (name[0] == '\0' || strlen(name) > NAME_MAX ||
               bs_tree_count(bs_tree_get(request->input, "Tags")) > TAGS_MAX) {
        bs_account_fail(answer, "ValidationError", "The alarm's name or number of tags is invalid");
    } else if (is_new && count_alarms(account, request->region) >= ALARMS_MAX) {
        bs_account_fail(answer, "LimitExceededFault", "There are %d alarms already.", ALARMS_MAX);
    }
    if (answer->error != NULL) {
        return NULL;
    }
    if (is_new) {
        alarm = bs_account_add(account, BS_CLOUDWATCH_ALARM, request->region, name);
        bs_tree_set_format(alarm->attributes, "AlarmArn",
                           "arn:aws:cloudwatch:%s:" BS_ACCOUNT_ID ":alarm:%s", request->region,
                           name);
        bs_tree_set_text(alarm->attributes, "StateValue", "INSUFFICIENT_DATA");
        bs_tree_set_text(alarm->attributes, "StateReason", "Unchecked: Initial alarm creation");
        bs_tree_set_instant(alarm->attributes, "StateUpdatedTimestamp", bs_account_now(account));
        bs_account_merge_tags(alarm->attributes, bs_tree_get(request->input, "Tags"));
    }
    bs_tree_set_boolean(alarm->attributes, "IsComposite", composite);
    bs_cloudwatch_note(account, alarm, "ConfigurationUpdate",
                       is_new ? "Alarm created" : "Alarm configuration updated");
    return alarm;
}

/* An alarm that is put again is wholly replaced, but for its state. */
static void replace_members(struct bs_account_entry *alarm, const struct bs_tree *input,
                            const char *const members[])
{
    for (size_t i = 0; members[i] != NULL; i++) {
        (void)bs_tree_remove(alarm->attributes, members[i]);
    }
    bs_tree_copy_members(alarm->attributes, input, members);
}

static void configure(struct bs_account *account, struct bs_account_entry *alarm,
                      const struct bs_tree *input, const char *const own_members[])
{
    static const char *const members[] = {
        "AlarmName",    "AlarmDescription",        "ActionsEnabled", "OKActions",
        "AlarmActions", "InsufficientDataActions", "Metrics",        NULL};

    replace_members(alarm, input, members);
    replace_members(alarm, input, own_members);
    bs_tree_set_boolean(alarm->attributes, "ActionsEnabled",
                        bs_tree_boolean(input, "ActionsEnabled", true));
    bs_tree_set_instant(alarm->attributes, "AlarmConfigurationUpdatedTimestamp",
                        bs_account_now(account));
}

void bs_cloudwatch_put_metric_alarm(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const char *wrong = wrong_alarm(request->input);
    struct bs_account_entry *alarm;

    if (wrong != NULL) {
        bs_account_fail(answer, "ValidationError", "The alarm is invalid: %s", wrong);
        return;
    }
    if (!are_good_queries(account, request, answer)) {
        return;
    }
    alarm = alarm_to_put(account, request, false, answer);
    if (alarm != NULL) {
        configure(account, alarm, request->input, metric_members);
        bs_cloudwatch_schedule(account, alarm);
        bs_cloudwatch_evaluate_all(account, request->region);
    }
}

void bs_cloudwatch_put_composite_alarm(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    const char *rule = bs_tree_text(request->input, "AlarmRule", "");
    const char *wrong = wrong_actions(request->input);
    struct bs_account_entry *alarm;
    bool is_true;

    if (wrong != NULL || strlen(rule) > RULE_MAX ||
        !bs_cloudwatch_read_rule(account, request->region, rule, &is_true) ||
        bs_cloudwatch_rule_names(account, request->region, rule,
                                 bs_tree_text(request->input, "AlarmName", ""))) {
        bs_account_fail(answer, "ValidationError", "The alarm is invalid: %s",
                        wrong != NULL ? wrong
                                      : "AlarmRule must be an expression on other alarms that "
                                        "exist");
        return;
    }
    alarm = alarm_to_put(account, request, true, answer);
    if (alarm != NULL) {
        configure(account, alarm, request->input, composite_members);
        bs_cloudwatch_evaluate(account, alarm);
    }
}

/* ---- Describing ---- */

static void write_alarm(const struct bs_account_entry *alarm, struct bs_tree *to)
{
    static const char *const lists[] = {"OKActions", "AlarmActions", "InsufficientDataActions"};

    bs_tree_copy_members(to, alarm->attributes, shared_members);
    bs_tree_copy_members(to, alarm->attributes,
                         bs_cloudwatch_is_composite(alarm) ? composite_members : metric_members);
    for (int i = 0; i < 3; i++) {
        if (bs_tree_get(to, lists[i]) == NULL) {
            (void)bs_tree_set_list(to, lists[i]);
        }
    }
    if (!bs_cloudwatch_is_composite(alarm) && bs_tree_get(to, "Metrics") == NULL &&
        bs_tree_get(to, "Dimensions") == NULL) {
        (void)bs_tree_set_list(to, "Dimensions");
    }
}

static bool has_action(const struct bs_tree *alarm, const char *prefix)
{
    static const char *const lists[] = {"OKActions", "AlarmActions", "InsufficientDataActions"};
    bool is_found = false;

    for (int i = 0; i < 3; i++) {
        const struct bs_tree *action = bs_tree_first(bs_tree_get(alarm, lists[i]));

        for (; action != NULL && !is_found; action = action->next) {
            is_found = strncmp(action->is.text.bytes, prefix, strlen(prefix)) == 0;
        }
    }
    return is_found;
}

static const char *rule_of(const struct bs_account_entry *alarm)
{
    return bs_tree_text(alarm->attributes, "AlarmRule", "");
}

static bool is_related(struct bs_account *account, const struct bs_account_entry *alarm,
                       const struct bs_tree *input)
{
    const char *parent = bs_tree_text(input, "ChildrenOfAlarmName", NULL);
    const char *child = bs_tree_text(input, "ParentsOfAlarmName", NULL);
    const struct bs_account_entry *found =
        parent == NULL ? NULL
                       : bs_account_find(account, BS_CLOUDWATCH_ALARM, alarm->region, parent);

    return (parent == NULL ||
            (found != NULL &&
             bs_cloudwatch_rule_names(account, alarm->region, rule_of(found), alarm->key))) &&
           (child == NULL ||
            bs_cloudwatch_rule_names(account, alarm->region, rule_of(alarm), child));
}

static bool is_wanted(struct bs_account *account, const struct bs_account_entry *alarm,
                      const struct bs_tree *input)
{
    const struct bs_tree *types = bs_tree_get(input, "AlarmTypes");
    const struct bs_tree *names = bs_tree_get(input, "AlarmNames");
    const char *type = bs_cloudwatch_is_composite(alarm) ? "CompositeAlarm" : "MetricAlarm";
    const char *prefix = bs_tree_text(input, "AlarmNamePrefix", "");
    const char *state = bs_tree_text(alarm->attributes, "StateValue", "");
    const char *action = bs_tree_text(input, "ActionPrefix", NULL);
    const bool has_type = bs_tree_count(types) > 0
                              ? bs_tree_has_text(types, type)
                              : !bs_cloudwatch_is_composite(alarm) ||
                                    bs_tree_get(input, "ParentsOfAlarmName") != NULL ||
                                    bs_tree_get(input, "ChildrenOfAlarmName") != NULL;

    return has_type && (bs_tree_count(names) == 0 || bs_tree_has_text(names, alarm->key)) &&
           strncmp(alarm->key, prefix, strlen(prefix)) == 0 &&
           strcmp(bs_tree_text(input, "StateValue", state), state) == 0 &&
           (action == NULL || has_action(alarm->attributes, action)) &&
           is_related(account, alarm, input);
}

/* Alarms of the world's are asked first, as what they say decides what is wanted. */
static bool refresh(struct bs_account *account, const struct bs_account_request *request)
{
    const struct bs_tree *names = bs_tree_get(request->input, "AlarmNames");
    struct bs_account_entry *alarm =
        bs_account_next(account, BS_CLOUDWATCH_ALARM, request->region, NULL);
    bool is_answered = true;

    bs_cloudwatch_evaluate_all(account, request->region);
    for (; alarm != NULL;
         alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, request->region, alarm->key)) {
        if (bs_tree_boolean(alarm->attributes, "IsWorlds", false) &&
            (bs_tree_count(names) == 0 || bs_tree_has_text(names, alarm->key)) &&
            !bs_cloudwatch_ask_world(account, alarm, request->receipt)) {
            is_answered = false;
        }
    }
    return is_answered;
}

void bs_cloudwatch_describe_alarms(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    struct bs_tree *metric_alarms = bs_tree_set_list(answer->output, "MetricAlarms");
    struct bs_tree *composite_alarms = bs_tree_set_list(answer->output, "CompositeAlarms");
    const struct bs_account_entry *alarm;

    if (bs_tree_get(request->input, "AlarmNames") != NULL &&
        bs_tree_get(request->input, "AlarmNamePrefix") != NULL) {
        bs_account_fail(answer, "ValidationError",
                        "AlarmNames and AlarmNamePrefix exclude each other");
        return;
    }
    answer->is_unanswered = !refresh(account, request);
    alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, request->region, NULL);
    for (; alarm != NULL;
         alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, request->region, alarm->key)) {
        if (is_wanted(account, alarm, request->input)) {
            write_alarm(alarm, bs_tree_append_structure(bs_cloudwatch_is_composite(alarm)
                                                            ? composite_alarms
                                                            : metric_alarms));
        }
    }
}

static bool watches(const struct bs_tree *alarm, const struct bs_tree *input)
{
    static const char *const members[] = {"MetricName", "Namespace", "Statistic",
                                          "ExtendedStatistic", "Unit"};

    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        const char *wanted = bs_tree_text(input, members[i], NULL);

        if (wanted != NULL && strcmp(bs_tree_text(alarm, members[i], ""), wanted) != 0) {
            return false;
        }
    }
    return bs_tree_integer(input, "Period", bs_tree_integer(alarm, "Period", 0)) ==
               bs_tree_integer(alarm, "Period", 0) &&
           bs_cloudwatch_has_same_dimensions(bs_tree_get(alarm, "Dimensions"),
                                             bs_tree_get(input, "Dimensions"));
}

void bs_cloudwatch_describe_alarms_for_metric(struct bs_account *account,
                                              const struct bs_account_request *request,
                                              struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "MetricAlarms");
    const struct bs_account_entry *alarm;

    answer->is_unanswered = !refresh(account, request);
    alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, request->region, NULL);
    for (; alarm != NULL;
         alarm = bs_account_next(account, BS_CLOUDWATCH_ALARM, request->region, alarm->key)) {
        if (!bs_cloudwatch_is_composite(alarm) && watches(alarm->attributes, request->input)) {
            write_alarm(alarm, bs_tree_append_structure(list));
        }
    }
}

/* ---- Deleting, setting, enabling ---- */

/* All or none: one name that is not there keeps the others. */
void bs_cloudwatch_delete_alarms(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const struct bs_tree *names = bs_tree_get(request->input, "AlarmNames");
    const struct bs_tree *name = bs_tree_first(names);

    for (; name != NULL && answer->error == NULL; name = name->next) {
        if (find(account, request, name->is.text.bytes) == NULL) {
            bs_account_fail(answer, "ResourceNotFound", "Alarm %.255s does not exist",
                            name->is.text.bytes);
        }
    }
    for (name = answer->error == NULL ? bs_tree_first(names) : NULL; name != NULL;
         name = name->next) {
        struct bs_account_entry *alarm = find(account, request, name->is.text.bytes);

        if (alarm != NULL) { /* It may be named twice. */
            bs_cloudwatch_note(account, alarm, "ConfigurationUpdate", "Alarm deleted");
            bs_account_remove(account, alarm);
        }
    }
}

void bs_cloudwatch_set_alarm_state(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const char *data = bs_tree_text(request->input, "StateReasonData", NULL);
    struct bs_account_entry *alarm =
        find(account, request, bs_tree_text(request->input, "AlarmName", ""));

    if (alarm == NULL) {
        bs_account_fail(answer, "ResourceNotFound", "Unknown alarm");
    } else if (data != NULL && !bs_account_is_json_object(data)) {
        bs_account_fail(answer, "InvalidFormatFault", "StateReasonData is not a JSON object");
    } else {
        bs_cloudwatch_set_state(account, alarm, bs_tree_text(request->input, "StateValue", ""),
                                bs_tree_text(request->input, "StateReason", ""), data);
    }
}

static void enable_actions(struct bs_account *account, const struct bs_account_request *request,
                           bool enabled)
{
    const struct bs_tree *name = bs_tree_first(bs_tree_get(request->input, "AlarmNames"));

    for (; name != NULL; name = name->next) {
        struct bs_account_entry *alarm = find(account, request, name->is.text.bytes);

        if (alarm != NULL) {
            bs_tree_set_boolean(alarm->attributes, "ActionsEnabled", enabled);
        }
    }
}

void bs_cloudwatch_enable_alarm_actions(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    (void)answer;
    enable_actions(account, request, true);
}

void bs_cloudwatch_disable_alarm_actions(struct bs_account *account,
                                         const struct bs_account_request *request,
                                         struct bs_account_answer *answer)
{
    (void)answer;
    enable_actions(account, request, false);
}

/* ---- History ---- */

static bool is_item_wanted(const struct bs_tree *item, const struct bs_tree *input)
{
    const struct bs_tree *types = bs_tree_get(input, "AlarmTypes");
    const char *name = bs_tree_text(item, "AlarmName", "");
    const char *type = bs_tree_text(item, "HistoryItemType", "");
    const struct bs_instant at = bs_tree_instant(item, "Timestamp", BS_INSTANT_UNKNOWN);

    return strcmp(bs_tree_text(input, "AlarmName", name), name) == 0 &&
           strcmp(bs_tree_text(input, "HistoryItemType", type), type) == 0 &&
           bs_tree_instant(input, "StartDate", at).ns <= at.ns &&
           bs_tree_instant(input, "EndDate", at).ns >= at.ns &&
           bs_tree_has_text(types, bs_tree_text(item, "AlarmType", "")) ==
               (bs_tree_count(types) > 0);
}

/* The newest first, unless asked otherwise. */
void bs_cloudwatch_describe_alarm_history(struct bs_account *account,
                                          const struct bs_account_request *request,
                                          struct bs_account_answer *answer)
{
    const bool ascending =
        strcmp(bs_tree_text(request->input, "ScanBy", ""), "TimestampAscending") == 0;
    const struct bs_account_entry *history =
        bs_account_find(account, "cloudwatch:history", request->region, "all");
    const struct bs_tree *items =
        history == NULL ? NULL : bs_tree_get(history->attributes, "Items");
    struct bs_tree *list = bs_tree_set_list(answer->output, "AlarmHistoryItems");
    const struct bs_tree *item = bs_tree_first(items);
    const struct bs_tree *found[1000];
    size_t count = 0;

    for (; item != NULL && count < sizeof(found) / sizeof(found[0]); item = item->next) {
        if (is_item_wanted(item, request->input)) {
            found[count++] = item;
        }
    }
    for (size_t i = 0; i < count; i++) {
        (void)bs_tree_append(list, bs_tree_copy(found[ascending ? i : count - 1 - i]));
    }
}
