/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_BASELINE_INPUTS_H
#define BS_CLI_BASELINE_INPUTS_H

/** What a command compares: a sweep's folder, its file of trials, or a baseline made of one. */

#include "reports/compare/baseline.h"

/** The path is borrowed, all else comes from `arena`. */
enum bs_status bs_baseline_load(const char *path, struct bs_arena *arena,
                                struct bs_baseline *baseline, struct bs_error *error);

#endif
