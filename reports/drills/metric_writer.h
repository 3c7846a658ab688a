/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_METRIC_WRITER_H
#define BS_REPORTS_DRILLS_METRIC_WRITER_H

/** Gauges in Prometheus's text format; names and values of labels may hold anything. */

#include "base/buffer.h"
#include "reports/figure.h"

/** One metric; its head is written before its first sample. Initialise all but `has_samples`. */
struct bs_metric {
    struct bs_buffer *buffer;
    const char *name; /* Behind "blackstart_". */
    const char *help;
    bool has_samples;
};

struct bs_label {
    const char *name;
    const char *value; /* NULL: the sample has no such label. */
};

void bs_metric_count(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                     int64_t value);

/** A figure in units of 10^-9: ns as seconds, ppb as a ratio. One that is unknown has no sample. */
void bs_metric_figure(struct bs_metric *metric, const struct bs_label *labels, size_t count,
                      struct bs_figure figure);

#endif
