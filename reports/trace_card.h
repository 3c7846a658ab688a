/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_TRACE_CARD_H
#define BS_REPORTS_TRACE_CARD_H

/**
 * The run as trace events in JSON, for Perfetto and chrome://tracing.
 *
 * Processes: `world` (a track per fault), `clients` (outages; the share of requests served, as a counter with
 * a value for each stretch of the report's strip that has requests), `response` (marks; phases of the worst
 * outage), and each execution (a track per step, so that parallel ones stand beside each other). Times are
 * microseconds of virtual time. What did not end is drawn to the end of the run and says so.
 *
 * Where a step waited for people, that is drawn within it; steps and phases also say how long in all.
 */

#include "base/buffer.h"
#include "reports/report.h"

/** Appends one object, an event per line, and a newline. */
void bs_report_trace(const struct bs_report *report, struct bs_buffer *buffer);

#endif
