/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon CloudWatch: dashboards, tags and the service.
 *
 * Source: Amazon CloudWatch API Reference and User Guide. Dashboards are recorded. Anomaly detectors,
 * Contributor Insights, metric streams and images are not served.
 */

#include "sim/account/cloudwatch.h"

#include <string.h>

#include "sim/account/json.h"
#include "sim/account/services.h"

#define DASHBOARD "cloudwatch:dashboard"

enum { TAGS_MAX = 50, DASHBOARD_NAME_MAX = 255 };

/* ---- Dashboards: the same whatever Region is asked ---- */

static bool is_dashboard_name(const char *name)
{
    const size_t length = strlen(name);

    return length > 0 && length <= DASHBOARD_NAME_MAX &&
           strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
               length;
}

static void put_dashboard(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "DashboardName", "");
    const char *body = bs_tree_text(request->input, "DashboardBody", "");
    struct bs_account_entry *dashboard =
        bs_account_find(account, DASHBOARD, BS_ACCOUNT_GLOBAL, name);

    if (!is_dashboard_name(name) || !bs_account_is_json_object(body)) {
        bs_account_fail(answer, "DashboardInvalidInputError",
                        "The field DashboardBody must be a valid JSON object, and DashboardName "
                        "have letters, digits, hyphens and underscores only");
        return;
    }
    if (dashboard == NULL) {
        dashboard = bs_account_add(account, DASHBOARD, BS_ACCOUNT_GLOBAL, name);
    }
    bs_tree_set_text(dashboard->attributes, "DashboardName", name);
    bs_tree_set_text(dashboard->attributes, "DashboardBody", body);
    bs_tree_set_integer(dashboard->attributes, "Size", (int64_t)strlen(body));
    bs_tree_set_instant(dashboard->attributes, "LastModified", bs_account_now(account));
    bs_tree_set_format(dashboard->attributes, "DashboardArn",
                       "arn:aws:cloudwatch::" BS_ACCOUNT_ID ":dashboard/%s", name);
    (void)bs_tree_set_list(answer->output, "DashboardValidationMessages");
}

static void fail_dashboard(struct bs_account_answer *answer, const char *name)
{
    bs_account_fail(answer, "DashboardNotFoundError", "Dashboard %.255s does not exist", name);
}

static void get_dashboard(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    static const char *const members[] = {"DashboardArn", "DashboardBody", "DashboardName", NULL};
    const char *name = bs_tree_text(request->input, "DashboardName", "");
    const struct bs_account_entry *dashboard =
        bs_account_find(account, DASHBOARD, BS_ACCOUNT_GLOBAL, name);

    if (dashboard == NULL) {
        fail_dashboard(answer, name);
    } else {
        bs_tree_copy_members(answer->output, dashboard->attributes, members);
    }
}

static void list_dashboards(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    static const char *const members[] = {"DashboardName", "DashboardArn", "LastModified", "Size",
                                          NULL};
    const char *prefix = bs_tree_text(request->input, "DashboardNamePrefix", "");
    struct bs_tree *list = bs_tree_set_list(answer->output, "DashboardEntries");
    const struct bs_account_entry *dashboard =
        bs_account_next(account, DASHBOARD, BS_ACCOUNT_GLOBAL, NULL);

    for (; dashboard != NULL;
         dashboard = bs_account_next(account, DASHBOARD, BS_ACCOUNT_GLOBAL, dashboard->key)) {
        if (strncmp(dashboard->key, prefix, strlen(prefix)) == 0) {
            bs_tree_copy_members(bs_tree_append_structure(list), dashboard->attributes, members);
        }
    }
}

/* All or none. */
static void delete_dashboards(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    const struct bs_tree *names = bs_tree_get(request->input, "DashboardNames");
    const struct bs_tree *name = bs_tree_first(names);

    for (; name != NULL && answer->error == NULL; name = name->next) {
        if (bs_account_find(account, DASHBOARD, BS_ACCOUNT_GLOBAL, name->is.text.bytes) == NULL) {
            fail_dashboard(answer, name->is.text.bytes);
        }
    }
    for (name = answer->error == NULL ? bs_tree_first(names) : NULL; name != NULL;
         name = name->next) {
        struct bs_account_entry *dashboard =
            bs_account_find(account, DASHBOARD, BS_ACCOUNT_GLOBAL, name->is.text.bytes);

        if (dashboard != NULL) { /* It may be named twice. */
            bs_account_remove(account, dashboard);
        }
    }
}

/* ---- Tags, of alarms ---- */

static struct bs_account_entry *find_tagged(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "ResourceARN", "");
    const char *name = strstr(arn, ":alarm:");
    struct bs_account_entry *alarm =
        name == NULL ? NULL
                     : bs_account_find(account, BS_CLOUDWATCH_ALARM, request->region, name + 7);

    if (name == NULL || strncmp(arn, "arn:aws:cloudwatch:", 19) != 0) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The value for parameter ResourceARN is invalid.");
        return NULL;
    }
    if (alarm == NULL || strcmp(bs_tree_text(alarm->attributes, "AlarmArn", ""), arn) != 0) {
        bs_account_fail(answer, "ResourceNotFoundException", "Unknown resource %.512s", arn);
        return NULL;
    }
    return alarm;
}

static void tag_resource(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    const struct bs_tree *tags = bs_tree_get(request->input, "Tags");
    struct bs_account_entry *alarm = find_tagged(account, request, answer);

    if (alarm == NULL) {
        return;
    }
    if (bs_tree_count(bs_tree_get(alarm->attributes, "Tags")) + bs_tree_count(tags) > TAGS_MAX) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "A resource can have at most %d tags.", TAGS_MAX);
        return;
    }
    bs_account_merge_tags(alarm->attributes, tags);
}

static void untag_resource(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *alarm = find_tagged(account, request, answer);

    if (alarm != NULL) {
        bs_account_remove_tags(alarm->attributes, bs_tree_get(request->input, "TagKeys"));
    }
}

static void list_tags(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct bs_account_entry *alarm = find_tagged(account, request, answer);

    if (alarm != NULL) {
        const struct bs_tree *tags = bs_tree_get(alarm->attributes, "Tags");

        (void)bs_tree_set(answer->output, "Tags",
                          tags != NULL ? bs_tree_copy(tags) : bs_tree_new_list());
    }
}

/* ---- The scenario's alarms ---- */

static void add_alarm(struct bs_account *account, const struct bs_monitor *monitor)
{
    static const char *const treatments[] = {
        [BS_MISSING_BREACHING] = "breaching",
        [BS_MISSING_NOT_BREACHING] = "notBreaching",
        [BS_MISSING_IGNORE] = "ignore",
        [BS_MISSING_MISSING] = "missing",
    };
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const char *region = scenario->regions[monitor->region].name;
    struct bs_tree *alarm =
        bs_account_add(account, BS_CLOUDWATCH_ALARM, region, monitor->id)->attributes;
    struct bs_tree *dimension;

    bs_tree_set_text(alarm, "AlarmName", monitor->id);
    bs_tree_set_format(alarm, "AlarmArn", "arn:aws:cloudwatch:%s:" BS_ACCOUNT_ID ":alarm:%s",
                       region, monitor->id);
    bs_tree_set_boolean(alarm, "IsWorlds", true);
    bs_tree_set_boolean(alarm, "ActionsEnabled", true);
    bs_tree_set_text(alarm, "StateValue", "OK");
    bs_tree_set_text(alarm, "StateReason", "As the scenario begins");
    bs_tree_set_instant(alarm, "StateUpdatedTimestamp", bs_account_now(account));
    bs_tree_set_instant(alarm, "AlarmConfigurationUpdatedTimestamp", bs_account_now(account));
    bs_tree_set_text(alarm, "Namespace", "AWS/ApplicationELB");
    bs_tree_set_text(alarm, "MetricName", "HTTPCode_ELB_5XX_Count");
    dimension = bs_tree_append_structure(bs_tree_set_list(alarm, "Dimensions"));
    bs_tree_set_text(dimension, "Name", "LoadBalancer");
    bs_tree_set_text(dimension, "Value", scenario->resources[monitor->alb].id);
    bs_tree_set_text(alarm, "Statistic", "Average");
    bs_tree_set_integer(alarm, "Period", monitor->interval.ns / BS_NS_PER_S);
    bs_tree_set_integer(alarm, "EvaluationPeriods", monitor->periods);
    bs_tree_set_integer(alarm, "DatapointsToAlarm", monitor->datapoints);
    bs_tree_set_decimal(alarm, "Threshold", (double)monitor->above_ppb / (double)BS_PPB_ONE);
    bs_tree_set_text(alarm, "ComparisonOperator", "GreaterThanThreshold");
    bs_tree_set_text(alarm, "TreatMissingData", treatments[monitor->missing]);
}

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->monitor_count; i++) {
        if (scenario->monitors[i].kind == BS_MONITOR_ALARM) {
            add_alarm(account, &scenario->monitors[i]);
        }
    }
}

static const struct bs_account_operation operations[] = {
    {"DeleteAlarms", bs_cloudwatch_delete_alarms, BS_ACCOUNT_MODELLED, false},
    {"DeleteDashboards", delete_dashboards, BS_ACCOUNT_RECORDED, false},
    {"DescribeAlarmHistory", bs_cloudwatch_describe_alarm_history, BS_ACCOUNT_MODELLED, true},
    {"DescribeAlarms", bs_cloudwatch_describe_alarms, BS_ACCOUNT_MODELLED, true},
    {"DescribeAlarmsForMetric", bs_cloudwatch_describe_alarms_for_metric, BS_ACCOUNT_MODELLED,
     false},
    {"DisableAlarmActions", bs_cloudwatch_disable_alarm_actions, BS_ACCOUNT_MODELLED, false},
    {"EnableAlarmActions", bs_cloudwatch_enable_alarm_actions, BS_ACCOUNT_MODELLED, false},
    {"GetDashboard", get_dashboard, BS_ACCOUNT_RECORDED, false},
    {"GetMetricData", bs_cloudwatch_get_metric_data, BS_ACCOUNT_MODELLED, false},
    {"GetMetricStatistics", bs_cloudwatch_get_metric_statistics, BS_ACCOUNT_MODELLED, false},
    {"ListDashboards", list_dashboards, BS_ACCOUNT_RECORDED, true},
    {"ListMetrics", bs_cloudwatch_list_metrics, BS_ACCOUNT_MODELLED, true},
    {"ListTagsForResource", list_tags, BS_ACCOUNT_RECORDED, false},
    {"PutCompositeAlarm", bs_cloudwatch_put_composite_alarm, BS_ACCOUNT_MODELLED, false},
    {"PutDashboard", put_dashboard, BS_ACCOUNT_RECORDED, false},
    {"PutMetricAlarm", bs_cloudwatch_put_metric_alarm, BS_ACCOUNT_MODELLED, false},
    {"PutMetricData", bs_cloudwatch_put_metric_data, BS_ACCOUNT_MODELLED, false},
    {"SetAlarmState", bs_cloudwatch_set_alarm_state, BS_ACCOUNT_MODELLED, false},
    {"TagResource", tag_resource, BS_ACCOUNT_RECORDED, false},
    {"UntagResource", untag_resource, BS_ACCOUNT_RECORDED, false},
};

const struct bs_account_service bs_account_service_cloudwatch = {
    .name = "cloudwatch",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
