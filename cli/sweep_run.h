/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_RUN_H
#define BS_CLI_SWEEP_RUN_H

/**
 * The trials of a sweep, as far as its file has not got them yet, over threads and over a team's processes.
 *
 * SIGINT and SIGTERM end it after the trials under way; those that are done are in the file.
 */

#include "cli/sweep_team.h"

struct bs_sweep_run {
    const struct bs_sweep_plan *plan;
    struct bs_trial_table *table;
    struct bs_sweep_team *team; /* Led by this process, and gathered if it is of more than one. */
    struct bs_sweep_shard shard;
    size_t jobs;
    enum bs_detail detail;
    bool shows_progress; /* To standard error, if that is a terminal. */
    bool was_stopped;    /* [out] Before all were done. */
    uint64_t done;       /* [out] Trials that were run now. */
};

enum bs_status bs_sweep_run(struct bs_sweep_run *run, struct bs_error *error);

#endif
