/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_PROMETHEUS_CARD_H
#define BS_REPORTS_PROMETHEUS_CARD_H

/**
 * The report as gauges in Prometheus' text exposition format 0.0.4, for a textfile collector or a push
 * gateway.
 *
 * Seconds and ratios are decimals, printed from integers. What is unknown has no sample, and a metric without
 * samples is left out. Every sample has the label `scenario`, if the history names it. Labels hold names as
 * bs_distinct_text() writes them, so that different names give different series.
 */

#include "base/buffer.h"
#include "reports/report.h"

void bs_report_prometheus(const struct bs_report *report, struct bs_buffer *buffer);

#endif
