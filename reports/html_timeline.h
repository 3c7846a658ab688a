/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_HTML_TIMELINE_H
#define BS_REPORTS_HTML_TIMELINE_H

/**
 * The report drawn against time as SVG: the response closer up (share served, faults, outages, phases, marks,
 * cohorts, a bar for each step with waiting for people hatched), then the whole run.
 */

#include "reports/report.h"

void bs_html_timeline(const struct bs_report *report, struct bs_buffer *buffer);

#endif
