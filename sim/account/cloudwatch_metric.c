/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon CloudWatch: metrics, as they were put.
 *
 * A metric's entry has "Namespace", "MetricName", "Dimensions" (by name), "SlotCount" and "Newest", the
 * seconds of its last slot. A slot is what was put for one minute, or one second at high resolution, and one
 * unit: {Seconds, Unit, SampleCount, Sum, Minimum, Maximum, Values, Counts}. The newest SLOTS_MAX are kept. A
 * slot into which a statistic set went, or too many values, has "IsSummary": there are no percentiles of it.
 *
 * AWS/RDS ReplicaLag and AWS/S3 ReplicationLatency of the scenario's resources are the world's. It tells the
 * newest data point only, so their history begins when somebody first asks, be it an alarm; from then on a
 * point is kept per minute. Where transitions are instant, there are points only of when somebody asked.
 */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/cloudwatch.h"

enum {
    SLOTS_MAX = 1500,
    METRICS_MAX = 1000,
    DATA_MAX = 1000,
    VALUES_MAX = 150,
    SLOT_VALUES_MAX = 500,
    DIMENSIONS_MAX = 30,
    MINUTE_S = 60,
    PAST_MAX_S = 14 * 86400,
    FUTURE_MAX_S = 2 * 3600,
    RECENT_S = 3 * 3600,
    KEY_MAX = 64 * 1024,
};

#define VALUE_MAX 2.348542582773833e108 /* 2^360 */

/* ---- Numbers and time ---- */

double bs_cloudwatch_number(const struct bs_tree *structure, const char *name, double otherwise)
{
    const struct bs_tree *member = bs_tree_get(structure, name);

    if (member != NULL && member->kind == BS_TREE_INTEGER) {
        return (double)member->is.integer;
    }
    return member != NULL && member->kind == BS_TREE_DECIMAL ? member->is.decimal : otherwise;
}

static double element_number(const struct bs_tree *element)
{
    return element->kind == BS_TREE_INTEGER   ? (double)element->is.integer
           : element->kind == BS_TREE_DECIMAL ? element->is.decimal
                                              : 0;
}

int64_t bs_cloudwatch_seconds(const struct bs_account *account, struct bs_instant at)
{
    const int64_t rest_ns = ((at.ns % BS_NS_PER_S) + BS_NS_PER_S) % BS_NS_PER_S;

    return bs_account_options(account)->epoch_s + (at.ns - rest_ns) / BS_NS_PER_S;
}

struct bs_instant bs_cloudwatch_instant(const struct bs_account *account, int64_t seconds)
{
    return (struct bs_instant){(seconds - bs_account_options(account)->epoch_s) * BS_NS_PER_S};
}

bool bs_cloudwatch_is_period(int64_t period_s)
{
    return period_s == 1 || period_s == 5 || period_s == 10 || period_s == 30 ||
           (period_s > 0 && period_s % MINUTE_S == 0 && period_s <= 86400);
}

/* ---- Names ---- */

/* The dimension that comes first after `after`, by name. */
static const struct bs_tree *next_dimension(const struct bs_tree *dimensions,
                                            const struct bs_tree *after)
{
    const struct bs_tree *best = NULL;
    const struct bs_tree *dimension = bs_tree_first(dimensions);

    for (; dimension != NULL; dimension = dimension->next) {
        const char *name = bs_tree_text(dimension, "Name", "");

        if ((after == NULL || strcmp(name, bs_tree_text(after, "Name", "")) > 0) &&
            (best == NULL || strcmp(name, bs_tree_text(best, "Name", "")) < 0)) {
            best = dimension;
        }
    }
    return best;
}

/* Separated by what no name may hold. False: it is too long for any metric. */
static bool write_key(const struct bs_tree *metric, char key[KEY_MAX])
{
    const struct bs_tree *dimensions = bs_tree_get(metric, "Dimensions");
    const struct bs_tree *dimension = next_dimension(dimensions, NULL);
    int length = snprintf(key, KEY_MAX, "%s\x1f%s", bs_tree_text(metric, "Namespace", ""),
                          bs_tree_text(metric, "MetricName", ""));

    for (; dimension != NULL && length < KEY_MAX;
         dimension = next_dimension(dimensions, dimension)) {
        length +=
            snprintf(key + length, (size_t)(KEY_MAX - length), "\x1f%s\x1e%s",
                     bs_tree_text(dimension, "Name", ""), bs_tree_text(dimension, "Value", ""));
    }
    return length < KEY_MAX;
}

bool bs_cloudwatch_has_same_dimensions(const struct bs_tree *a, const struct bs_tree *b)
{
    const struct bs_tree *one = next_dimension(a, NULL);
    const struct bs_tree *other = next_dimension(b, NULL);

    while (one != NULL && other != NULL &&
           strcmp(bs_tree_text(one, "Name", ""), bs_tree_text(other, "Name", "")) == 0 &&
           strcmp(bs_tree_text(one, "Value", ""), bs_tree_text(other, "Value", "")) == 0) {
        one = next_dimension(a, one);
        other = next_dimension(b, other);
    }
    return one == NULL && other == NULL;
}

static size_t count_metrics(struct bs_account *account, const char *region)
{
    const struct bs_account_entry *entry =
        bs_account_next(account, BS_CLOUDWATCH_METRIC, region, NULL);
    size_t count = 0;

    for (; entry != NULL;
         entry = bs_account_next(account, BS_CLOUDWATCH_METRIC, region, entry->key)) {
        count++;
    }
    return count;
}

/* NULL: there are too many. */
static struct bs_account_entry *find_or_add(struct bs_account *account, const char *region,
                                            const struct bs_tree *metric)
{
    static const char *const members[] = {"Namespace", "MetricName", NULL};
    const struct bs_tree *dimensions = bs_tree_get(metric, "Dimensions");
    const struct bs_tree *dimension = next_dimension(dimensions, NULL);
    struct bs_account_entry *entry;
    struct bs_tree *list;
    char key[KEY_MAX];

    if (!write_key(metric, key)) {
        return NULL;
    }
    entry = bs_account_find(account, BS_CLOUDWATCH_METRIC, region, key);
    if (entry != NULL || count_metrics(account, region) >= METRICS_MAX) {
        return entry;
    }
    entry = bs_account_add(account, BS_CLOUDWATCH_METRIC, region, key);
    bs_tree_copy_members(entry->attributes, metric, members);
    list = bs_tree_set_list(entry->attributes, "Dimensions");
    for (; dimension != NULL; dimension = next_dimension(dimensions, dimension)) {
        (void)bs_tree_append(list, bs_tree_copy(dimension));
    }
    return entry;
}

/* ---- Slots ---- */

/* Slots of all metrics are in one collection: a metric's together, ascending. */
void bs_cloudwatch_write_slot_key(const struct bs_account_entry *metric, int64_t seconds,
                                  const char *unit, char key[BS_CLOUDWATCH_SLOT_KEY_MAX])
{
    (void)snprintf(key, BS_CLOUDWATCH_SLOT_KEY_MAX, "%016llx %016llx %.31s",
                   (unsigned long long)metric->generation,
                   (unsigned long long)seconds ^ (UINT64_C(1) << 63), unit);
}

static void drop_oldest_slot(struct bs_account *account, const struct bs_account_entry *metric)
{
    char key[BS_CLOUDWATCH_SLOT_KEY_MAX];

    bs_cloudwatch_write_slot_key(metric, INT64_MIN, "", key);
    bs_account_remove(account, bs_account_next(account, BS_CLOUDWATCH_SLOT, metric->region, key));
}

static struct bs_tree *slot_at(struct bs_account *account, struct bs_account_entry *metric,
                               int64_t seconds, const char *unit)
{
    const int64_t count = bs_tree_integer(metric->attributes, "SlotCount", 0);
    const int64_t newest_s = bs_tree_integer(metric->attributes, "Newest", INT64_MIN);
    struct bs_account_entry *slot;
    char key[BS_CLOUDWATCH_SLOT_KEY_MAX];

    bs_cloudwatch_write_slot_key(metric, seconds, unit, key);
    slot = bs_account_find(account, BS_CLOUDWATCH_SLOT, metric->region, key);
    if (slot != NULL) {
        return slot->attributes;
    }
    if (count == SLOTS_MAX) {
        drop_oldest_slot(account, metric);
    } else {
        bs_tree_set_integer(metric->attributes, "SlotCount", count + 1);
    }
    bs_tree_set_integer(metric->attributes, "Newest", seconds > newest_s ? seconds : newest_s);
    slot = bs_account_add(account, BS_CLOUDWATCH_SLOT, metric->region, key);
    bs_tree_set_integer(slot->attributes, "Seconds", seconds);
    bs_tree_set_text(slot->attributes, "Unit", unit);
    (void)bs_tree_set_list(slot->attributes, "Values");
    (void)bs_tree_set_list(slot->attributes, "Counts");
    return slot->attributes;
}

static void add_value(struct bs_tree *slot, double value, double count)
{
    struct bs_tree *values = bs_tree_get_mutable(slot, "Values");

    if (bs_tree_count(values) >= SLOT_VALUES_MAX) {
        bs_tree_set_boolean(slot, "IsSummary", true);
        return;
    }
    (void)bs_tree_append(values, bs_tree_new_decimal(value));
    (void)bs_tree_append(bs_tree_get_mutable(slot, "Counts"), bs_tree_new_decimal(count));
}

struct statistics {
    double count;
    double sum;
    double minimum;
    double maximum;
};

static void add_statistics(struct bs_tree *slot, struct statistics more)
{
    const double minimum = bs_cloudwatch_number(slot, "Minimum", more.minimum);
    const double maximum = bs_cloudwatch_number(slot, "Maximum", more.maximum);

    bs_tree_set_decimal(slot, "SampleCount",
                        bs_cloudwatch_number(slot, "SampleCount", 0) + more.count);
    bs_tree_set_decimal(slot, "Sum", bs_cloudwatch_number(slot, "Sum", 0) + more.sum);
    bs_tree_set_decimal(slot, "Minimum", more.minimum < minimum ? more.minimum : minimum);
    bs_tree_set_decimal(slot, "Maximum", more.maximum > maximum ? more.maximum : maximum);
}

static void add_plain(struct bs_tree *slot, double value, double count)
{
    add_value(slot, value, count);
    add_statistics(slot, (struct statistics){count, value * count, value, value});
}

/* A set of equal values, or of one, is as good as the values. */
static void add_set(struct bs_tree *slot, const struct bs_tree *set)
{
    const struct statistics more = {
        bs_cloudwatch_number(set, "SampleCount", 0), bs_cloudwatch_number(set, "Sum", 0),
        bs_cloudwatch_number(set, "Minimum", 0), bs_cloudwatch_number(set, "Maximum", 0)};

    if (more.minimum == more.maximum) {
        add_value(slot, more.minimum, more.count);
    } else {
        bs_tree_set_boolean(slot, "IsSummary", true);
    }
    add_statistics(slot, more);
}

static void add_datum(struct bs_tree *slot, const struct bs_tree *datum)
{
    const struct bs_tree *value = bs_tree_first(bs_tree_get(datum, "Values"));
    const struct bs_tree *count = bs_tree_first(bs_tree_get(datum, "Counts"));

    if (bs_tree_get(datum, "StatisticValues") != NULL) {
        add_set(slot, bs_tree_get(datum, "StatisticValues"));
    } else if (bs_tree_get(datum, "Value") != NULL) {
        add_plain(slot, bs_cloudwatch_number(datum, "Value", 0), 1);
    }
    for (; value != NULL; value = value->next) {
        add_plain(slot, element_number(value), count != NULL ? element_number(count) : 1);
        count = count != NULL ? count->next : NULL;
    }
}

static void keep(struct bs_account *account, struct bs_account_entry *metric,
                 const struct bs_tree *datum)
{
    const int64_t resolution_s =
        bs_tree_integer(datum, "StorageResolution", MINUTE_S) == 1 ? 1 : MINUTE_S;
    const int64_t seconds = bs_cloudwatch_seconds(
        account, bs_tree_instant(datum, "Timestamp", bs_account_now(account)));

    add_datum(slot_at(account, metric, seconds - seconds % resolution_s,
                      bs_tree_text(datum, "Unit", "None")),
              datum);
}

/* ---- PutMetricData ---- */

static bool is_good_number(double value)
{
    return value >= -VALUE_MAX && value <= VALUE_MAX; /* Not of NaN. */
}

static bool are_good_numbers(const struct bs_tree *list, double at_least)
{
    const struct bs_tree *element = bs_tree_first(list);

    while (element != NULL && is_good_number(element_number(element)) &&
           element_number(element) >= at_least) {
        element = element->next;
    }
    return element == NULL;
}

static bool is_good_set(const struct bs_tree *set)
{
    return set == NULL ||
           (bs_cloudwatch_number(set, "SampleCount", 0) > 0 &&
            is_good_number(bs_cloudwatch_number(set, "SampleCount", 0)) &&
            is_good_number(bs_cloudwatch_number(set, "Sum", 0)) &&
            is_good_number(bs_cloudwatch_number(set, "Minimum", 0)) &&
            is_good_number(bs_cloudwatch_number(set, "Maximum", 0)) &&
            bs_cloudwatch_number(set, "Minimum", 0) <= bs_cloudwatch_number(set, "Maximum", 0));
}

/* What is wrong with the numbers; NULL: nothing. */
static const char *wrong_number(const struct bs_tree *datum)
{
    const struct bs_tree *values = bs_tree_get(datum, "Values");
    const struct bs_tree *counts = bs_tree_get(datum, "Counts");

    if (!is_good_number(bs_cloudwatch_number(datum, "Value", 0))) {
        return "Value";
    }
    if (bs_tree_count(values) > VALUES_MAX || !are_good_numbers(values, -VALUE_MAX)) {
        return "Values";
    }
    if ((counts != NULL && bs_tree_count(counts) != bs_tree_count(values)) ||
        !are_good_numbers(counts, 0)) {
        return "Counts";
    }
    return is_good_set(bs_tree_get(datum, "StatisticValues")) ? NULL : "StatisticValues";
}

static const char *wrong_parameter(const struct bs_account *account, const struct bs_tree *datum)
{
    const struct bs_instant now = bs_account_now(account);
    const int64_t age_s = (now.ns - bs_tree_instant(datum, "Timestamp", now).ns) / BS_NS_PER_S;
    const int64_t resolution_s = bs_tree_integer(datum, "StorageResolution", MINUTE_S);
    const struct bs_tree *dimension = bs_tree_first(bs_tree_get(datum, "Dimensions"));

    if (age_s > PAST_MAX_S || age_s < -FUTURE_MAX_S) {
        return "Timestamp";
    }
    if (resolution_s != 1 && resolution_s != MINUTE_S) {
        return "StorageResolution";
    }
    if (bs_tree_count(bs_tree_get(datum, "Dimensions")) > DIMENSIONS_MAX) {
        return "Dimensions";
    }
    for (; dimension != NULL; dimension = dimension->next) {
        if (bs_tree_text(dimension, "Name", ":")[0] == ':' ||
            bs_tree_text(dimension, "Value", "")[0] == '\0') {
            return "Dimensions";
        }
    }
    return wrong_number(datum);
}

static bool is_good_datum(const struct bs_account *account, const struct bs_tree *datum,
                          struct bs_account_answer *answer)
{
    static const char *const forms[] = {"Value", "Values", "StatisticValues"};
    const char *wrong = wrong_parameter(account, datum);
    int count = 0;

    for (int i = 0; i < 3; i++) {
        count += bs_tree_get(datum, forms[i]) != NULL ? 1 : 0;
    }
    if (count == 0) {
        bs_account_fail(answer, "MissingRequiredParameterException",
                        "At least one of the parameters Value, Values and StatisticValues must be "
                        "specified.");
    } else if (count > 1) {
        bs_account_fail(answer, "InvalidParameterCombinationException",
                        "The parameters Value, Values and StatisticValues are mutually exclusive "
                        "and you have specified more than one.");
    } else if (wrong != NULL) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The value for parameter MetricData.%s is invalid.", wrong);
    }
    return answer->error == NULL;
}

void bs_cloudwatch_put_metric_data(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const char *namespace = bs_tree_text(request->input, "Namespace", "");
    const struct bs_tree *data = bs_tree_get(request->input, "MetricData");
    const struct bs_tree *datum = bs_tree_first(data);

    if (strncmp(namespace, "AWS/", 4) == 0 || namespace[0] == ':' || namespace[0] == '\0' ||
        bs_tree_count(data) > DATA_MAX) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The value for parameter %s is invalid.",
                        bs_tree_count(data) > DATA_MAX ? "MetricData" : "Namespace");
        return;
    }
    while (datum != NULL && is_good_datum(account, datum, answer)) {
        datum = datum->next;
    }
    for (datum = answer->error == NULL ? bs_tree_first(data) : NULL; datum != NULL;
         datum = datum->next) {
        struct bs_tree *metric = bs_tree_copy(datum);
        struct bs_account_entry *entry;

        bs_tree_set_text(metric, "Namespace", namespace);
        entry = find_or_add(account, request->region, metric);
        bs_tree_destroy(metric);
        if (entry == NULL) {
            bs_account_fail(answer, "InvalidParameterValueException",
                            "There are more than %d metrics.", METRICS_MAX);
            return;
        }
        keep(account, entry, datum);
    }
    bs_cloudwatch_evaluate_all(account, request->region);
}

/* ---- The world's metrics ---- */

static const char *dimension_value(const struct bs_tree *metric, const char *name)
{
    const struct bs_tree *dimension = bs_tree_first(bs_tree_get(metric, "Dimensions"));

    while (dimension != NULL && strcmp(bs_tree_text(dimension, "Name", ""), name) != 0) {
        dimension = dimension->next;
    }
    return bs_tree_text(dimension, "Value", NULL);
}

/* The scenario's resource that the world measures; NULL: the metric is none of the world's. */
static const struct bs_resource *measured(const struct bs_account *account, const char *region,
                                          const struct bs_tree *metric)
{
    static const struct {
        const char *space;
        const char *name;
        const char *dimension;
        enum bs_resource_kind kind;
        bool is_of_region; /* A replication is measured between two. */
    } rows[] = {
        {"AWS/RDS", "ReplicaLag", "DBInstanceIdentifier", BS_RESOURCE_RDS_REPLICA, true},
        {"AWS/RDS", "ReplicaLag", "DBInstanceIdentifier", BS_RESOURCE_RDS_INSTANCE, true},
        {"AWS/S3", "ReplicationLatency", "DestinationBucket", BS_RESOURCE_S3_BUCKET, false},
    };
    const struct bs_resource *resource = NULL;

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]) && resource == NULL; i++) {
        const char *name = dimension_value(metric, rows[i].dimension);

        if (name != NULL && strcmp(bs_tree_text(metric, "Namespace", ""), rows[i].space) == 0 &&
            strcmp(bs_tree_text(metric, "MetricName", ""), rows[i].name) == 0) {
            resource = bs_account_resource(account, rows[i].kind,
                                           rows[i].is_of_region ? region : BS_ACCOUNT_GLOBAL, name);
        }
    }
    return resource;
}

static void watch(struct bs_account *account, struct bs_account_entry *metric);

/* Keeps the newest data point of a metric of the world's. What was asked for once is watched from then on. */
static void ask_world(struct bs_account *account, const char *region, const struct bs_tree *metric)
{
    const struct bs_resource *resource = measured(account, region, metric);
    const struct bs_account_request request = {.service = "cloudwatch", .region = region};
    const struct bs_call_request call = {.operation = BS_OPERATION_CLOUDWATCH_GET_METRIC,
                                         .region = region,
                                         .resource = resource != NULL ? resource->id : NULL};
    struct bs_account_entry *entry;
    struct bs_call_answer told;
    int64_t seconds;

    if (resource == NULL || !bs_account_ask_world(account, &request, &call, &told) ||
        !told.has_metric) {
        return;
    }
    entry = find_or_add(account, region, metric);
    seconds = bs_cloudwatch_seconds(account, told.metric_at);
    if (entry != NULL && bs_tree_integer(entry->attributes, "Newest", INT64_MIN) < seconds) {
        add_plain(slot_at(account, entry, seconds, "Seconds"),
                  (double)told.metric.ns / (double)BS_NS_PER_S, 1);
        watch(account, entry);
    }
}

static void look_again(struct bs_account *account, struct bs_account_entry *metric)
{
    bs_tree_set_boolean(metric->attributes, "IsWatched", false);
    ask_world(account, metric->region, metric->attributes);
    watch(account, metric);
}

static void watch(struct bs_account *account, struct bs_account_entry *metric)
{
    if (bs_account_options(account)->pace != BS_ACCOUNT_INSTANT &&
        !bs_tree_boolean(metric->attributes, "IsWatched", false)) {
        bs_tree_set_boolean(metric->attributes, "IsWatched", true);
        bs_account_later(account, metric, BS_SECONDS(MINUTE_S), look_again);
    }
}

const struct bs_account_entry *bs_cloudwatch_metric(struct bs_account *account, const char *region,
                                                    const struct bs_tree *metric)
{
    char key[KEY_MAX];

    ask_world(account, region, metric);
    return write_key(metric, key) ? bs_account_find(account, BS_CLOUDWATCH_METRIC, region, key)
                                  : NULL;
}

/* ---- ListMetrics ---- */

static bool has_dimensions(const struct bs_tree *metric, const struct bs_tree *filters)
{
    const struct bs_tree *filter = bs_tree_first(filters);

    for (; filter != NULL; filter = filter->next) {
        const char *value = dimension_value(metric, bs_tree_text(filter, "Name", ""));
        const char *wanted = bs_tree_text(filter, "Value", NULL);

        if (value == NULL || (wanted != NULL && strcmp(value, wanted) != 0)) {
            return false;
        }
    }
    return true;
}

static bool is_recent(const struct bs_account *account, const struct bs_tree *metric)
{
    return bs_cloudwatch_seconds(account, bs_account_now(account)) -
               bs_tree_integer(metric, "Newest", 0) <=
           RECENT_S;
}

void bs_cloudwatch_list_metrics(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    static const char *const members[] = {"Namespace", "MetricName", "Dimensions", NULL};
    const char *namespace = bs_tree_text(request->input, "Namespace", NULL);
    const char *name = bs_tree_text(request->input, "MetricName", NULL);
    const bool wants_recent = bs_tree_get(request->input, "RecentlyActive") != NULL;
    struct bs_tree *list = bs_tree_set_list(answer->output, "Metrics");
    const struct bs_account_entry *entry =
        bs_account_next(account, BS_CLOUDWATCH_METRIC, request->region, NULL);

    for (; entry != NULL;
         entry = bs_account_next(account, BS_CLOUDWATCH_METRIC, request->region, entry->key)) {
        const struct bs_tree *metric = entry->attributes;

        if ((namespace == NULL || strcmp(bs_tree_text(metric, "Namespace", ""), namespace) == 0) &&
            (name == NULL || strcmp(bs_tree_text(metric, "MetricName", ""), name) == 0) &&
            has_dimensions(metric, bs_tree_get(request->input, "Dimensions")) &&
            (!wants_recent || is_recent(account, metric))) {
            bs_tree_copy_members(bs_tree_append_structure(list), metric, members);
        }
    }
}
