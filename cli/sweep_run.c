/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_run.h"

#include <stdlib.h>

#include "cli/stop_signals.h"
#include "cli/sweep_progress.h"

/* Where outcomes go: into the file. */
struct keeping {
    struct bs_trial_table *table;
    struct bs_sweep_progress progress;
};

static enum bs_status keep(void *self, const struct bs_ensemble_block *block, size_t count,
                           const int64_t *values, struct bs_error *error)
{
    struct keeping *keeping = self;
    const enum bs_status status =
        bs_trial_table_add(keeping->table, block->variant, block->first, count, values, error);

    if (status == BS_OK) {
        bs_sweep_progress_add(&keeping->progress, count);
    }
    return status;
}

/* The file takes what comes. */
static bool is_never_over(void *self)
{
    (void)self;
    return false;
}

static enum bs_status run_blocks(const struct bs_sweep_run *run,
                                 const struct bs_sweep_blocks *blocks, struct keeping *keeping,
                                 struct bs_error *error)
{
    const struct bs_sweep_work work = {
        .plan = run->plan,
        .blocks = blocks,
        .jobs = run->jobs,
        .detail = run->detail,
        .sink = {.self = keeping, .take = keep, .is_over = is_never_over},
    };

    return bs_sweep_team_size(run->team) > 1 ? bs_sweep_team_lead(run->team, &work, error)
                                             : bs_sweep_work_do(&work, error);
}

enum bs_status bs_sweep_run(struct bs_sweep_run *run, struct bs_error *error)
{
    struct keeping keeping = {.table = run->table};
    struct bs_sweep_blocks blocks = {.items = NULL};
    struct bs_stop_signals signals;
    enum bs_status status =
        bs_sweep_blocks_find(&run->plan->design, run->table, run->shard, &blocks, error);

    bs_sweep_progress_begin(&keeping.progress, blocks.trials, run->shows_progress);
    if (status == BS_OK && blocks.trials > 0) {
        bs_stop_signals_hold(&signals);
        status = run_blocks(run, &blocks, &keeping, error);
        bs_stop_signals_release(&signals);
        bs_sweep_progress_end(&keeping.progress);
    }
    run->done = keeping.progress.done;
    run->was_stopped = status == BS_OK && run->done < blocks.trials;
    free(blocks.items);
    return status;
}
