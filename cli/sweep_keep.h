/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_KEEP_H
#define BS_CLI_SWEEP_KEEP_H

/** The worst trials of a sweep, run again to be looked at: a sweep itself keeps no histories. */

#include "cli/sweep_design.h"

struct bs_sweep_keep {
    const struct bs_sweep_plan *plan;
    struct bs_trial_table *table;
    const char *scenario_path;
    const char *folder; /* "FOLDER/seed-N" is written as by run --out. */
    size_t count;       /* Of the base's trials, those with the longest RTO; 0: none. */
};

enum bs_status bs_sweep_keep_worst(const struct bs_sweep_keep *keep, struct bs_error *error);

#endif
