/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_METRIC_WRITER_H
#define BS_REPORTS_METRIC_WRITER_H

/** Gauges in Prometheus's text format; names and values of labels may hold anything. */

#include "base/buffer.h"
#include "reports/figure.h"

struct bs_label {
    const char *name;
    const char *value; /* NULL: the sample has no such label. */
};

/** Where metrics go, and what all of them say. */
struct bs_metrics {
    struct bs_buffer *buffer;
    struct bs_label common; /* The first label of each sample. */
};

/** One metric; its head is written before its first sample. Initialise all but `has_samples`. */
struct bs_metric {
    const struct bs_metrics *metrics;
    const char *name; /* Behind "blackstart_". */
    const char *help;
    bool has_samples;
};

void bs_metric_count(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                     int64_t value);

/** A figure in units of 10^-9: ns as seconds, ppb as a ratio. One that is unknown has no sample. */
void bs_metric_figure(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                      struct bs_figure figure);

/** A sum of money in cents, as USD. One that is unknown has no sample. */
void bs_metric_usd(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                   struct bs_figure cents);

#endif
