/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/metric_writer.h"

#include <inttypes.h>
#include <stdio.h>

#include "reports/clean_text.h"
#include "reports/money.h"

enum { NUMBER_TEXT_MAX = 24 };

static const char *escape(char character)
{
    switch (character) {
    case '\\':
        return "\\\\";
    case '"':
        return "\\\"";
    case '\n':
        return "\\n";
    default:
        return NULL;
    }
}

/* Distinct samples must have distinct labels, however long the names are. */
static void put_label(struct bs_buffer *buffer, const struct bs_label *label, const char **before)
{
    if (label->value != NULL) {
        bs_buffer_format(buffer, "%s%s=\"", *before, label->name);
        bs_distinct_text(buffer, label->value, escape);
        bs_buffer_text(buffer, "\"");
        *before = ",";
    }
}

static void put_labels(const struct bs_metrics *metrics, const struct bs_label *labels,
                       size_t count)
{
    const char *before = "{";

    put_label(metrics->buffer, &metrics->common, &before);
    for (size_t i = 0; i < count; i++) {
        put_label(metrics->buffer, &labels[i], &before);
    }
    bs_buffer_text(metrics->buffer, before[0] == ',' ? "}" : "");
}

static void put_sample(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                       const char *value)
{
    struct bs_buffer *buffer = metric->metrics->buffer;

    if (!metric->has_samples) {
        bs_buffer_format(buffer, "# HELP blackstart_%s %s\n# TYPE blackstart_%s gauge\n",
                         metric->name, metric->help, metric->name);
        metric->has_samples = true;
    }
    bs_buffer_format(buffer, "blackstart_%s", metric->name);
    put_labels(metric->metrics, labels, count);
    bs_buffer_format(buffer, " %s\n", value);
}

void bs_metric_count(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                     int64_t value)
{
    char digits[NUMBER_TEXT_MAX];

    (void)snprintf(digits, sizeof(digits), "%" PRId64, value);
    put_sample(metric, labels, count, digits);
}

void bs_metric_figure(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                      struct bs_figure figure)
{
    char decimal[BS_TIME_TEXT_MAX];

    if (bs_is_known(figure)) {
        bs_seconds_format(figure.value, decimal);
        put_sample(metric, labels, count, decimal);
    }
}

void bs_metric_usd(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                   struct bs_figure cents)
{
    char usd[BS_MONEY_TEXT_MAX];

    if (bs_is_known(cents)) {
        put_sample(metric, labels, count, bs_usd_text(cents.value, usd));
    }
}
