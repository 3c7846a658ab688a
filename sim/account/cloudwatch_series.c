/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon CloudWatch: a metric as a series, one value per period.
 *
 * A percentile is the value of the nearest rank, of whatever values were put; a period with values that are
 * known only as a statistic set has none. How CloudWatch itself interpolates is not documented.
 */

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/cloudwatch.h"

bool bs_cloudwatch_read_statistic(const char *text, struct bs_cloudwatch_statistic *statistic)
{
    static const char *const names[] = {"SampleCount", "Average", "Sum", "Minimum", "Maximum"};
    char *end = NULL;

    for (int i = 0; i < 5; i++) {
        if (strcmp(names[i], text) == 0) {
            *statistic = (struct bs_cloudwatch_statistic){(enum bs_cloudwatch_statistic_kind)i, 0};
            return true;
        }
    }
    if (text[0] != 'p' || strlen(text) > 14 || text[1] < '0' || text[1] > '9' ||
        text[1 + strspn(text + 1, "0123456789.")] != '\0') {
        return false;
    }
    *statistic = (struct bs_cloudwatch_statistic){BS_CLOUDWATCH_PERCENTILE, strtod(text + 1, &end)};
    return *end == '\0' && statistic->percent <= 100;
}

/* ---- One period ---- */

struct sample {
    double value;
    double count;
};

/* What was put for a period, so far. */
struct bin {
    double count;
    double sum;
    double minimum;
    double maximum;
    bool is_summary;
    struct sample *samples;
    size_t sample_count;
    size_t sample_capacity;
};

static double element_number(const struct bs_tree *element)
{
    return element != NULL && element->kind == BS_TREE_DECIMAL ? element->is.decimal : 0;
}

static void add_samples(struct bin *bin, const struct bs_tree *slot)
{
    const struct bs_tree *value = bs_tree_first(bs_tree_get(slot, "Values"));
    const struct bs_tree *count = bs_tree_first(bs_tree_get(slot, "Counts"));

    for (; value != NULL && count != NULL; value = value->next, count = count->next) {
        if (bin->sample_count == bin->sample_capacity) {
            bin->sample_capacity = 2 * bin->sample_capacity + 64;
            bin->samples = realloc(bin->samples, bin->sample_capacity * sizeof(struct sample));
            BS_ASSERT(bin->samples != NULL);
        }
        bin->samples[bin->sample_count++] =
            (struct sample){element_number(value), element_number(count)};
    }
}

static void add_slot(struct bin *bin, const struct bs_tree *slot, bool with_samples)
{
    const double minimum = bs_cloudwatch_number(slot, "Minimum", 0);
    const double maximum = bs_cloudwatch_number(slot, "Maximum", 0);

    bin->minimum = bin->count == 0 || minimum < bin->minimum ? minimum : bin->minimum;
    bin->maximum = bin->count == 0 || maximum > bin->maximum ? maximum : bin->maximum;
    bin->count += bs_cloudwatch_number(slot, "SampleCount", 0);
    bin->sum += bs_cloudwatch_number(slot, "Sum", 0);
    bin->is_summary = bin->is_summary || bs_tree_boolean(slot, "IsSummary", false);
    if (with_samples) {
        add_samples(bin, slot);
    }
}

static int by_value(const void *left, const void *right)
{
    const double a = ((const struct sample *)left)->value;
    const double b = ((const struct sample *)right)->value;

    return (a > b) - (a < b);
}

static double percentile(struct bin *bin, double percent)
{
    const double rank = percent / 100 * bin->count;
    double seen = 0;
    size_t i = 0;

    qsort(bin->samples, bin->sample_count, sizeof(struct sample), by_value);
    while (i + 1 < bin->sample_count && seen + bin->samples[i].count < rank) {
        seen += bin->samples[i].count;
        i++;
    }
    return bin->samples[i].value;
}

/* False: the period has no such value. */
static bool value_of(struct bin *bin, struct bs_cloudwatch_statistic statistic, double *value)
{
    switch (statistic.kind) {
    case BS_CLOUDWATCH_SAMPLE_COUNT:
        *value = bin->count;
        break;
    case BS_CLOUDWATCH_AVERAGE:
        *value = bin->sum / bin->count;
        break;
    case BS_CLOUDWATCH_SUM:
        *value = bin->sum;
        break;
    case BS_CLOUDWATCH_MINIMUM:
        *value = bin->minimum;
        break;
    case BS_CLOUDWATCH_MAXIMUM:
        *value = bin->maximum;
        break;
    case BS_CLOUDWATCH_PERCENTILE:
        if (bin->is_summary || bin->sample_count == 0) {
            return false;
        }
        *value = percentile(bin, statistic.percent);
        break;
    }
    return bin->count > 0;
}

/* ---- Series ---- */

static void add_point(struct bs_cloudwatch_series *series, int64_t seconds, double value)
{
    if (series->count % 64 == 0) {
        const size_t capacity = series->count + 64;

        series->seconds = realloc(series->seconds, capacity * sizeof(int64_t));
        series->values = realloc(series->values, capacity * sizeof(double));
        BS_ASSERT(series->seconds != NULL && series->values != NULL);
    }
    series->seconds[series->count] = seconds;
    series->values[series->count++] = value;
}

static void close_bin(struct bin *bin, int64_t begin_s, struct bs_cloudwatch_statistic statistic,
                      struct bs_cloudwatch_series *series)
{
    double value = 0;

    if (bin->count > 0 && value_of(bin, statistic, &value)) {
        add_point(series, begin_s, value);
    }
    bin->count = 0;
    bin->sum = 0;
    bin->is_summary = false;
    bin->sample_count = 0;
}

struct bs_cloudwatch_series bs_cloudwatch_series_of(struct bs_account *account,
                                                    const struct bs_account_entry *metric,
                                                    const char *unit,
                                                    struct bs_cloudwatch_statistic statistic,
                                                    struct bs_cloudwatch_range range)
{
    struct bs_cloudwatch_series series = {.count = 0};
    struct bin bin = {.count = 0};
    int64_t begin_s = INT64_MIN;
    const struct bs_account_entry *slot;
    char key[BS_CLOUDWATCH_SLOT_KEY_MAX];

    if (metric == NULL) {
        return series;
    }
    bs_cloudwatch_write_slot_key(metric, range.from_s, "", key);
    slot = bs_account_next(account, BS_CLOUDWATCH_SLOT, metric->region, key);
    for (; slot != NULL && strncmp(slot->key, key, 17) == 0;
         slot = bs_account_next(account, BS_CLOUDWATCH_SLOT, metric->region, slot->key)) {
        const int64_t seconds = bs_tree_integer(slot->attributes, "Seconds", 0);

        if (seconds >= range.to_s) {
            break;
        }
        if (seconds - seconds % range.period_s != begin_s) {
            close_bin(&bin, begin_s, statistic, &series);
            begin_s = seconds - seconds % range.period_s;
        }
        if (unit == NULL || strcmp(bs_tree_text(slot->attributes, "Unit", ""), unit) == 0) {
            add_slot(&bin, slot->attributes, statistic.kind == BS_CLOUDWATCH_PERCENTILE);
        }
    }
    close_bin(&bin, begin_s, statistic, &series);
    free(bin.samples);
    return series;
}

void bs_cloudwatch_series_clean_up(struct bs_cloudwatch_series *series)
{
    free(series->seconds);
    free(series->values);
    *series = (struct bs_cloudwatch_series){.count = 0};
}
