/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_JSON_CARD_H
#define BS_REPORTS_JSON_CARD_H

/**
 * The report as JSON, `"schema": "blackstart.report/1"`.
 *
 * Durations and instants are decimal seconds, shares decimals, both printed from integers; `lost_minutes` is
 * in minutes. A null has a sibling `<key>_reason` (in `rto_at`, `readiness` and `cost`: `reason`) that says
 * why; only a step's `error` is null for "none".
 */

#include "base/buffer.h"
#include "reports/report.h"

/** Appends one object and a newline. `indent` is the spaces per level; 0 writes one line. */
void bs_report_json(const struct bs_report *report, uint32_t indent, struct bs_buffer *buffer);

#endif
