/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_JSON_H
#define BS_REPORTS_SWEEP_SWEEP_JSON_H

/**
 * A sweep as JSON, `"schema": "blackstart.sweep/1"`; the keys are those of docs/SWEEPS.md.
 *
 * As in report JSON, seconds are decimal, printed from integer ns; what is not known is null with a
 * `reason` beside it: "not estimable" (too few trials), or "unrecovered" (the rank lies among outages
 * without an end).
 */

#include "reports/sweep/sweep.h"

void bs_sweep_json(const struct bs_sweep *sweep, struct bs_buffer *buffer);

#endif
