/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_JUNIT_CARD_H
#define BS_REPORTS_JUNIT_CARD_H

/**
 * The report as JUnit XML, for CI systems: one suite, its name that of the scenario, its time the RTO.
 *
 * Cases, by class: `objectives` (RTO, RPO per store that has one, split brain), `invariants`, `evidence`
 * (what else keeps the verdict from a pass: a stopped execution, a history without an end),
 * `steps.WORKFLOW`. What failed has a `failure`; what could not be judged, or was stopped or still under way,
 * an `error`; a step that was not executed, or was skipped, canceled or rolled back, is `skipped`, and so is
 * one that failed in a run that passes: there it was expected, and no build may fail for it.
 *
 * Only steps take time; a step without an end has none.
 */

#include "base/buffer.h"
#include "reports/report.h"

void bs_report_junit(const struct bs_report *report, struct bs_buffer *buffer);

#endif
