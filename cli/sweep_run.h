/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_RUN_H
#define BS_CLI_SWEEP_RUN_H

/**
 * The trials of a sweep, as far as its file has not got them yet, over threads.
 *
 * SIGINT and SIGTERM end it after the trials under way; those that are done are in the file.
 */

#include "cli/sweep_design.h"

/** Which part of each variant's trials: share `number` of `count`, from 1. */
struct bs_sweep_shard {
    uint64_t number;
    uint64_t count;
};

/** Reads "2/4"; false if it is none, or has more parts than a sweep has trials. */
bool bs_sweep_shard_parse(const char *text, struct bs_sweep_shard *shard);

struct bs_sweep_range {
    uint64_t first;
    uint64_t end;
};

/** The trials of a shard: contiguous, and together all of them. */
struct bs_sweep_range bs_sweep_range_of(struct bs_sweep_shard shard, uint64_t trials);

struct bs_sweep_run {
    const struct bs_sweep_plan *plan;
    struct bs_trial_table *table;
    struct bs_sweep_shard shard;
    size_t jobs;
    enum bs_detail detail;
    bool shows_progress; /* To standard error, if that is a terminal. */
    bool was_stopped;    /* [out] Before all were done. */
    uint64_t done;       /* [out] Trials that were run now. */
    double wall_s;       /* [out] */
};

enum bs_status bs_sweep_run(struct bs_sweep_run *run, struct bs_error *error);

/** As many threads as there are processors, within what an ensemble may have. */
size_t bs_sweep_jobs_default(void);

#endif
