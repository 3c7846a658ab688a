/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_work.h"

#include <inttypes.h>
#include <stdio.h>

#include "cli/abort_note.h"
#include "cli/stop_signals.h"

enum { NOTE_BYTES_MAX = 4096 };

static bool begins(void *self, size_t variant, uint64_t seed)
{
    const struct bs_sweep_work *work = self;
    const struct bs_sweep_design *design = &work->plan->design;
    char note[NOTE_BYTES_MAX];

    (void)snprintf(note, sizeof(note), "%s --seed %" PRIu64 "%s%s", design->command, seed,
                   design->variants[variant].label[0] != '\0' ? " # with " : "",
                   design->variants[variant].label);
    bs_abort_note_set(note);
    return !bs_stop_signals_have_come() && !work->sink.is_over(work->sink.self);
}

static enum bs_status judge(void *self, const struct bs_history *history, int64_t *values,
                            struct bs_error *error)
{
    const struct bs_sweep_work *work = self;
    const struct bs_report_inputs inputs = {.history = history, .figures_only = true};
    struct bs_report *report = NULL;
    enum bs_status status = bs_report_build(&inputs, &report, error);

    if (status == BS_OK) {
        bs_outcome_take(&work->plan->design.columns, report, values);
    }
    bs_report_destroy(report);
    return status;
}

static enum bs_status keep(void *self, const struct bs_ensemble_block *block, size_t count,
                           const int64_t *values, struct bs_error *error)
{
    const struct bs_sweep_work *work = self;

    return work->sink.take(work->sink.self, block, count, values, error);
}

enum bs_status bs_sweep_work_do(const struct bs_sweep_work *work, struct bs_error *error)
{
    const struct bs_ensemble ensemble = {
        .variants = work->plan->to_run,
        .blocks = work->blocks->items,
        .block_count = work->blocks->count,
        .seed = work->plan->design.seed,
        .jobs = work->jobs,
        .detail = work->detail,
        .width = work->plan->design.columns.count,
        .self = (void *)work,
        .begins = begins,
        .judge = judge,
        .keep = keep,
    };

    bs_abort_note_install();
    return bs_ensemble_run(&ensemble, error);
}
