/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/metric_writer.h"

#include <inttypes.h>

#include "reports/clean_text.h"

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

static void put_labels(struct bs_buffer *buffer, const struct bs_label *labels, size_t count)
{
    const char *before = "{";

    for (size_t i = 0; i < count; i++) {
        if (labels[i].value != NULL) {
            bs_buffer_format(buffer, "%s%s=\"", before, labels[i].name);
            bs_clean_text(buffer, labels[i].value, escape);
            bs_buffer_text(buffer, "\"");
            before = ",";
        }
    }
    bs_buffer_text(buffer, before[0] == ',' ? "}" : "");
}

/** Begins a sample; its value and the end of the line follow. */
static void begin_sample(struct bs_metric *metric, const struct bs_label *labels, size_t count)
{
    if (!metric->has_samples) {
        bs_buffer_format(metric->buffer, "# HELP blackstart_%s %s\n# TYPE blackstart_%s gauge\n",
                         metric->name, metric->help, metric->name);
        metric->has_samples = true;
    }
    bs_buffer_format(metric->buffer, "blackstart_%s", metric->name);
    put_labels(metric->buffer, labels, count);
}

void bs_metric_count(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                     int64_t value)
{
    begin_sample(metric, labels, count);
    bs_buffer_format(metric->buffer, " %" PRId64 "\n", value);
}

void bs_metric_figure(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                      struct bs_figure figure)
{
    char decimal[BS_TIME_TEXT_MAX];

    if (bs_is_known(figure)) {
        bs_seconds_format(figure.value, decimal);
        begin_sample(metric, labels, count);
        bs_buffer_format(metric->buffer, " %s\n", decimal);
    }
}
