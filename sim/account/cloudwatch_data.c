/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon CloudWatch: reading metrics.
 *
 * Statistics are SampleCount, Average, Sum, Minimum, Maximum and percentiles. What else CloudWatch knows
 * (trimmed means, SEARCH, anomaly bands, SQL) is refused.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/cloudwatch.h"
#include "sim/account/cloudwatch_math.h"

enum {
    QUERIES_MAX = 500,
    POINTS_MAX = 100800,
    STATISTICS_POINTS_MAX = 1440,
    PERIOD_OTHERWISE_S = 60,
    EXPRESSION_MAX = 2048,
    DEPTH_MAX = 10,
};

/* ---- Queries ---- */

enum progress { NOT_YET, UNDER_WAY, DONE };

struct query {
    const struct bs_tree *tree;
    struct bs_cloudwatch_series series;
    enum progress progress;
};

struct bs_cloudwatch_data {
    struct bs_account *account;
    const char *region;
    int64_t from_s;
    int64_t to_s;
    int64_t period_s; /* The longest of the metrics': expressions go by it. */
    struct query *queries;
    size_t count;
    int depth; /* Of expressions that name each other. */
    struct bs_account_answer *answer;
};

static struct bs_cloudwatch_range range_of(const struct bs_cloudwatch_data *data, int64_t period_s)
{
    const int64_t past_s = ((data->from_s % period_s) + period_s) % period_s;

    return (struct bs_cloudwatch_range){data->from_s - past_s, data->to_s, period_s};
}

static void refuse(struct bs_cloudwatch_data *data, const struct query *query, const char *why)
{
    if (data->answer->error == NULL) {
        bs_account_fail(data->answer, "ValidationError", "Error in query '%s': %s",
                        bs_tree_text(query->tree, "Id", ""), why);
    }
}

static void read_metric(struct bs_cloudwatch_data *data, struct query *query)
{
    const struct bs_tree *wanted = bs_tree_get(query->tree, "MetricStat");
    const int64_t period_s = bs_tree_integer(wanted, "Period", PERIOD_OTHERWISE_S);
    struct bs_cloudwatch_statistic statistic;

    if (!bs_cloudwatch_read_statistic(bs_tree_text(wanted, "Stat", ""), &statistic)) {
        refuse(data, query, "the statistic is none that is served");
    } else if (!bs_cloudwatch_is_period(period_s)) {
        refuse(data, query, "the period must be 1, 5, 10, 30 or a multiple of 60 seconds");
    } else {
        query->series = bs_cloudwatch_series_of(
            data->account,
            bs_cloudwatch_metric(data->account, data->region, bs_tree_get(wanted, "Metric")),
            bs_tree_text(wanted, "Unit", NULL), statistic, range_of(data, period_s));
    }
}

static void work_out(struct bs_cloudwatch_data *data, struct query *query);

/* The series of a query that is worked out, if need be now; NULL if it waits for itself, or for too many. */
static const struct bs_cloudwatch_series *series_of(struct bs_cloudwatch_data *data,
                                                    struct query *query)
{
    if (data->depth == DEPTH_MAX) {
        return NULL;
    }
    data->depth++;
    work_out(data, query);
    data->depth--;
    return query->progress == DONE ? &query->series : NULL;
}

static const struct bs_cloudwatch_series *find_series(void *self, const char *id)
{
    struct bs_cloudwatch_data *data = self;

    for (size_t i = 0; i < data->count; i++) {
        if (strcmp(bs_tree_text(data->queries[i].tree, "Id", ""), id) == 0) {
            return series_of(data, &data->queries[i]);
        }
    }
    return NULL;
}

static const struct bs_cloudwatch_series *metric_series(void *self, const char *text, size_t number)
{
    struct bs_cloudwatch_data *data = self;

    for (size_t i = 0; i < data->count; i++) {
        const struct bs_tree *tree = data->queries[i].tree;

        if (bs_tree_get(tree, "MetricStat") != NULL &&
            strstr(bs_tree_text(tree, "Id", ""), text) != NULL && number-- == 0) {
            return series_of(data, &data->queries[i]);
        }
    }
    return NULL;
}

static void compute(struct bs_cloudwatch_data *data, struct query *query)
{
    const int64_t period_s = bs_tree_integer(query->tree, "Period", data->period_s);
    const char *expression = bs_tree_text(query->tree, "Expression", "");
    const char *why = NULL;
    struct bs_cloudwatch_math math = {.find = find_series, .metric = metric_series, .self = data};

    if (!bs_cloudwatch_is_period(period_s) || strlen(expression) > EXPRESSION_MAX) {
        refuse(data, query, "the period or the expression's length is invalid");
        return;
    }
    math.range = range_of(data, period_s);
    if (!bs_cloudwatch_compute(&math, expression, &query->series, &why)) {
        refuse(data, query, why);
    }
}

static void work_out(struct bs_cloudwatch_data *data, struct query *query)
{
    if (query->progress != NOT_YET) {
        return;
    }
    query->progress = UNDER_WAY;
    if (bs_tree_get(query->tree, "MetricStat") != NULL) {
        read_metric(data, query);
    } else {
        compute(data, query);
    }
    query->progress = DONE;
}

/* ---- What may be asked ---- */

static bool is_id(const char *id)
{
    return id[0] >= 'a' && id[0] <= 'z' && strlen(id) <= 63 &&
           id[strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] ==
               '\0';
}

static bool is_repeated(const struct bs_tree *query)
{
    const struct bs_tree *other = query->next;

    while (other != NULL &&
           strcmp(bs_tree_text(other, "Id", ""), bs_tree_text(query, "Id", "")) != 0) {
        other = other->next;
    }
    return other != NULL;
}

static bool are_good_queries(const struct bs_tree *queries, struct bs_account_answer *answer)
{
    const struct bs_tree *query = bs_tree_first(queries);
    const char *wrong = bs_tree_count(queries) == 0 || bs_tree_count(queries) > QUERIES_MAX
                            ? "there must be 1 to 500 queries"
                            : NULL;

    for (; query != NULL && wrong == NULL; query = query->next) {
        const char *id = bs_tree_text(query, "Id", "");

        if (!is_id(id)) {
            wrong = "an Id begins with a lower-case letter and has letters, digits and underscores";
        } else if (is_repeated(query)) {
            wrong = "Ids must differ";
        } else if ((bs_tree_get(query, "MetricStat") == NULL) ==
                   (bs_tree_get(query, "Expression") == NULL)) {
            wrong = "a query has either MetricStat or Expression";
        }
    }
    if (wrong != NULL) {
        bs_account_fail(answer, "ValidationError", "The parameter MetricDataQueries is invalid: %s",
                        wrong);
    }
    return wrong == NULL;
}

static struct bs_cloudwatch_data *new_data(struct bs_account *account, const char *region,
                                           const struct bs_tree *queries)
{
    struct bs_cloudwatch_data *data = calloc(1, sizeof(*data));
    const struct bs_tree *tree = bs_tree_first(queries);

    BS_ASSERT(data != NULL);
    data->account = account;
    data->region = region;
    data->queries = calloc(bs_tree_count(queries), sizeof(struct query));
    BS_ASSERT(data->queries != NULL);
    for (; tree != NULL; tree = tree->next) {
        const int64_t period_s = bs_tree_integer(bs_tree_get(tree, "MetricStat"), "Period", 0);

        data->queries[data->count++].tree = tree;
        data->period_s = period_s > data->period_s ? period_s : data->period_s;
    }
    data->period_s = data->period_s > 0 ? data->period_s : PERIOD_OTHERWISE_S;
    return data;
}

struct bs_cloudwatch_data *bs_cloudwatch_data_new(struct bs_account *account, const char *region,
                                                  const struct bs_tree *queries, int64_t from_s,
                                                  int64_t to_s, struct bs_account_answer *answer)
{
    struct bs_cloudwatch_data *data;

    if (from_s >= to_s) {
        bs_account_fail(answer, "ValidationError",
                        "The parameter StartTime must be less than the parameter EndTime.");
        return NULL;
    }
    if (!are_good_queries(queries, answer)) {
        return NULL;
    }
    data = new_data(account, region, queries);
    data->from_s = from_s;
    data->to_s = to_s;
    data->answer = answer;
    for (size_t i = 0; i < data->count && answer->error == NULL; i++) {
        work_out(data, &data->queries[i]);
    }
    if (answer->error != NULL) {
        bs_cloudwatch_data_destroy(data);
        data = NULL;
    }
    return data;
}

void bs_cloudwatch_data_destroy(struct bs_cloudwatch_data *data)
{
    for (size_t i = 0; i < data->count; i++) {
        bs_cloudwatch_series_clean_up(&data->queries[i].series);
    }
    free(data->queries);
    free(data);
}

const struct bs_cloudwatch_series *bs_cloudwatch_data_series(const struct bs_cloudwatch_data *data,
                                                             size_t place)
{
    return &data->queries[place].series;
}

/* ---- GetMetricData ---- */

/* A page: how many points to pass over, and how many may follow. */
struct page {
    size_t skipped;
    size_t room;
    size_t offset; /* Points passed or written so far. */
    bool is_full;
};

static void write_label(const struct bs_tree *query, struct bs_tree *to)
{
    const struct bs_tree *metric = bs_tree_get(bs_tree_get(query, "MetricStat"), "Metric");

    bs_tree_set_text(
        to, "Label",
        bs_tree_text(query, "Label",
                     bs_tree_text(metric, "MetricName", bs_tree_text(query, "Id", ""))));
}

static void write_result(const struct bs_account *account, const struct query *query,
                         bool ascending, struct page *page, struct bs_tree *results)
{
    static const char *const members[] = {"Id", NULL};
    const size_t count = query->series.count;
    struct bs_tree *result = bs_tree_append_structure(results);
    struct bs_tree *timestamps;
    struct bs_tree *values;
    size_t i = 0;

    bs_tree_copy_members(result, query->tree, members);
    write_label(query->tree, result);
    timestamps = bs_tree_set_list(result, "Timestamps");
    values = bs_tree_set_list(result, "Values");
    for (; i < count && !page->is_full; i++) {
        const size_t place = ascending ? i : count - 1 - i;

        if (page->offset >= page->skipped + page->room) {
            page->is_full = true;
            break;
        }
        if (page->offset++ >= page->skipped) {
            (void)bs_tree_append(timestamps, bs_tree_new_instant(bs_cloudwatch_instant(
                                                 account, query->series.seconds[place])));
            (void)bs_tree_append(values, bs_tree_new_decimal(query->series.values[place]));
        }
    }
    bs_tree_set_text(result, "StatusCode", i < count ? "PartialData" : "Complete");
}

static bool read_page(const struct bs_tree *input, struct page *page,
                      struct bs_account_answer *answer)
{
    const char *token = bs_tree_text(input, "NextToken", "");
    const int64_t room = bs_tree_integer(input, "MaxDatapoints", POINTS_MAX);

    *page = (struct page){.skipped = 0};
    if (token[0] != '\0') {
        if (strncmp(token, "points-", 7) != 0 || strlen(token) > 20 || strlen(token) < 8 ||
            token[7 + strspn(token + 7, "0123456789")] != '\0') {
            bs_account_fail(answer, "InvalidNextToken", "The next token specified is invalid.");
            return false;
        }
        page->skipped = (size_t)strtoull(token + 7, NULL, 10);
    }
    page->room = room > 0 && room <= POINTS_MAX ? (size_t)room : POINTS_MAX;
    return true;
}

static struct bs_cloudwatch_data *read_data(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    const struct bs_instant now = bs_account_now(account);

    return bs_cloudwatch_data_new(
        account, request->region, bs_tree_get(request->input, "MetricDataQueries"),
        bs_cloudwatch_seconds(account, bs_tree_instant(request->input, "StartTime", now)),
        bs_cloudwatch_seconds(account, bs_tree_instant(request->input, "EndTime", now)), answer);
}

void bs_cloudwatch_get_metric_data(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const bool ascending =
        strcmp(bs_tree_text(request->input, "ScanBy", ""), "TimestampAscending") == 0;
    struct bs_tree *results = bs_tree_set_list(answer->output, "MetricDataResults");
    struct bs_cloudwatch_data *data;
    struct page page;

    if (!read_page(request->input, &page, answer)) {
        return;
    }
    data = read_data(account, request, answer);
    if (data == NULL) {
        return;
    }
    for (size_t i = 0; i < data->count; i++) {
        if (bs_tree_boolean(data->queries[i].tree, "ReturnData", true)) {
            write_result(account, &data->queries[i], ascending, &page, results);
        }
    }
    if (page.is_full) {
        bs_tree_set_format(answer->output, "NextToken", "points-%zu", page.offset);
    }
    bs_cloudwatch_data_destroy(data);
}

/* ---- GetMetricStatistics ---- */

static bool is_good_statistics_request(const struct bs_account *account,
                                       const struct bs_tree *input,
                                       struct bs_account_answer *answer)
{
    const struct bs_instant now = bs_account_now(account);
    const int64_t period_s = bs_tree_integer(input, "Period", 0);
    const int64_t span_ns =
        bs_tree_instant(input, "EndTime", now).ns - bs_tree_instant(input, "StartTime", now).ns;

    if (span_ns <= 0) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The parameter StartTime must be less than the parameter EndTime.");
    } else if (!bs_cloudwatch_is_period(period_s)) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The parameter Period must be 1, 5, 10, 30 or a multiple of 60.");
    } else if (span_ns / BS_NS_PER_S / period_s > STATISTICS_POINTS_MAX) {
        bs_account_fail(answer, "InvalidParameterCombinationException",
                        "You have requested up to %lld datapoints, which exceeds the limit of %d.",
                        (long long)(span_ns / BS_NS_PER_S / period_s), STATISTICS_POINTS_MAX);
    } else if (bs_tree_count(bs_tree_get(input, "Statistics")) == 0 &&
               bs_tree_count(bs_tree_get(input, "ExtendedStatistics")) == 0) {
        bs_account_fail(answer, "MissingRequiredParameterException",
                        "The request must contain Statistics or ExtendedStatistics.");
    }
    return answer->error == NULL;
}

static struct bs_tree *datapoint_at(const struct bs_account *account, struct bs_tree *datapoints,
                                    int64_t seconds, const char *unit)
{
    const struct bs_instant at = bs_cloudwatch_instant(account, seconds);
    struct bs_tree *datapoint = bs_tree_first_mutable(datapoints);

    while (datapoint != NULL &&
           bs_tree_instant(datapoint, "Timestamp", BS_INSTANT_UNKNOWN).ns != at.ns) {
        datapoint = datapoint->next;
    }
    if (datapoint == NULL) {
        datapoint = bs_tree_append_structure(datapoints);
        bs_tree_set_instant(datapoint, "Timestamp", at);
        bs_tree_set_text(datapoint, "Unit", unit);
    }
    return datapoint;
}

/* The unit that the data have. Those of several units are only told apart if one is asked for. */
static const char *unit_of(struct bs_account *account, const struct bs_account_entry *metric,
                           const struct bs_tree *input)
{
    const struct bs_account_entry *slot;
    char key[BS_CLOUDWATCH_SLOT_KEY_MAX];

    if (metric == NULL || bs_tree_get(input, "Unit") != NULL) {
        return bs_tree_text(input, "Unit", "None");
    }
    bs_cloudwatch_write_slot_key(metric, INT64_MIN, "", key);
    slot = bs_account_next(account, BS_CLOUDWATCH_SLOT, metric->region, key);
    return slot == NULL ? "None" : bs_tree_text(slot->attributes, "Unit", "None");
}

static void write_statistic(struct bs_account *account, const struct bs_account_entry *metric,
                            const struct bs_tree *input, const char *name,
                            struct bs_account_answer *answer)
{
    const struct bs_instant now = bs_account_now(account);
    struct bs_tree *datapoints = bs_tree_get_mutable(answer->output, "Datapoints");
    const char *unit = unit_of(account, metric, input);
    struct bs_cloudwatch_range range = {
        bs_cloudwatch_seconds(account, bs_tree_instant(input, "StartTime", now)),
        bs_cloudwatch_seconds(account, bs_tree_instant(input, "EndTime", now)),
        bs_tree_integer(input, "Period", PERIOD_OTHERWISE_S)};
    struct bs_cloudwatch_statistic statistic;
    struct bs_cloudwatch_series series;

    if (!bs_cloudwatch_read_statistic(name, &statistic)) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The statistic %.32s is none that is served.", name);
        return;
    }
    range.from_s -= range.from_s % range.period_s;
    series = bs_cloudwatch_series_of(account, metric, bs_tree_text(input, "Unit", NULL), statistic,
                                     range);
    for (size_t i = 0; i < series.count; i++) {
        struct bs_tree *to = datapoint_at(account, datapoints, series.seconds[i], unit);

        if (statistic.kind == BS_CLOUDWATCH_PERCENTILE) {
            struct bs_tree *extended = bs_tree_get_mutable(to, "ExtendedStatistics");

            to = extended != NULL ? extended : bs_tree_set_structure(to, "ExtendedStatistics");
        }
        bs_tree_set_decimal(to, name, series.values[i]);
    }
    bs_cloudwatch_series_clean_up(&series);
}

void bs_cloudwatch_get_metric_statistics(struct bs_account *account,
                                         const struct bs_account_request *request,
                                         struct bs_account_answer *answer)
{
    static const char *const lists[] = {"Statistics", "ExtendedStatistics"};
    const struct bs_account_entry *metric;

    bs_tree_set_text(answer->output, "Label", bs_tree_text(request->input, "MetricName", ""));
    (void)bs_tree_set_list(answer->output, "Datapoints");
    if (!is_good_statistics_request(account, request->input, answer)) {
        return;
    }
    metric = bs_cloudwatch_metric(account, request->region, request->input);
    for (int i = 0; i < 2; i++) {
        const struct bs_tree *name = bs_tree_first(bs_tree_get(request->input, lists[i]));

        for (; name != NULL && answer->error == NULL; name = name->next) {
            write_statistic(account, metric, request->input, name->is.text.bytes, answer);
        }
    }
}
