/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_WORK_H
#define BS_CLI_SWEEP_WORK_H

/** Trials of a sweep over the threads of this process; where their outcomes go is the caller's. */

#include "cli/sweep_blocks.h"

/** Takes what trials come to. */
struct bs_sweep_sink {
    void *self;
    /** Called of one thread at a time, in any order: outcomes of the first `count` trials of a block. */
    enum bs_status (*take)(void *self, const struct bs_ensemble_block *block, size_t count,
                           const int64_t *values, struct bs_error *error);
    /** Called of several threads at the same time: whether no further trial is wanted. */
    bool (*is_over)(void *self);
};

struct bs_sweep_work {
    const struct bs_sweep_plan *plan;
    const struct bs_sweep_blocks *blocks;
    size_t jobs;
    enum bs_detail detail;
    struct bs_sweep_sink sink;
};

/**
 * Returns when all blocks are done, the sink wants no more, or a held stop signal has come
 * (cli/stop_signals.h); trials under way are finished. The first error ends it.
 */
enum bs_status bs_sweep_work_do(const struct bs_sweep_work *work, struct bs_error *error);

#endif
