/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_COMPARE_BASELINE_FILE_H
#define BS_REPORTS_COMPARE_BASELINE_FILE_H

/**
 * A baseline as a file that is committed beside what it is a baseline of: JSON, a line for each figure.
 *
 *     {"schema": "blackstart.baseline/1", "scenario": .., "scenario_sha256": .., "plan": ..,
 *      "plan_sha256": .., "version": .., "clock": "impact", "seed": "1", "trials": 400, "missing": 0,
 *      "columns": [
 *     {"subject": "outage", "name": "rto", "unit": "ms", "absent": 0, "endless": 2,
 *      "values": "57000 12*3 8"}, ..]}
 *
 * `unit` is ms (durations), count, verdict or outcome (their numbers); a step has a `workflow`. `values` are
 * in order: each word is how much larger the next value is than the one before (than 0, for the first), and
 * `*N` behind it says that N values are equal to it. The example's known values are 57000, 57012 three times
 * and 57020. `endless` counts those that are larger than any, `absent` trials without a value; all together
 * are `trials` less `missing`.
 */

#include "base/buffer.h"
#include "reports/compare/baseline.h"

enum { BS_BASELINE_FILE_BYTES_MAX = 4 * 1024 * 1024 };

void bs_baseline_write(const struct bs_baseline *baseline, struct bs_buffer *buffer);

/**
 * BS_ERR_INPUT with a position for whatever is not as above; all is copied into `arena`, but for `path`,
 * which is borrowed.
 */
enum bs_status bs_baseline_read(const char *path, struct bs_arena *arena,
                                struct bs_baseline *baseline, struct bs_error *error);

#endif
