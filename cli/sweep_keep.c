/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_keep.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/assert.h"
#include "cli/output.h"
#include "sim/trial/trial.h"

enum { COMMAND_BYTES_MAX = 64 * 1024 };

struct candidate {
    int64_t rto;
    uint64_t trial;
};

/* Of equals the earlier one: which are kept must not depend on how they are sorted. */
static int worst_first(const void *a, const void *b)
{
    const struct candidate *one = a;
    const struct candidate *other = b;

    if (one->rto != other->rto) {
        return one->rto > other->rto ? -1 : 1;
    }
    return one->trial < other->trial ? -1 : one->trial > other->trial;
}

static enum bs_status write_trial(const struct bs_sweep_keep *keep, uint64_t seed,
                                  const struct bs_history *history, struct bs_error *error)
{
    char folder[BS_PATH_MAX];
    char command[COMMAND_BYTES_MAX];
    struct bs_report_inputs inputs = {
        .history = history,
        .scenario_file = keep->scenario_path,
        .backend = "sim",
        .reproduce = command,
    };
    struct bs_output output = {
        .folder = folder,
        .scenario_path = keep->scenario_path,
        .inputs = &keep->plan->inputs[0],
        .history = history,
    };
    struct bs_report *report = NULL;
    enum bs_status status = bs_output_formats(NULL, keep->folder, &output.formats, error);

    if (snprintf(folder, sizeof(folder), "%s/seed-%" PRIu64, keep->folder, seed) >=
        (int)sizeof(folder)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--out: the path is too long");
    }
    (void)snprintf(command, sizeof(command), "%s --seed %" PRIu64, keep->plan->design.command,
                   seed);
    if (status == BS_OK) {
        status = bs_report_build(&inputs, &report, error);
    }
    output.report = report;
    if (status == BS_OK) {
        status = bs_output_write(&output, error);
    }
    bs_report_destroy(report);
    return status;
}

static enum bs_status keep_trial(const struct bs_sweep_keep *keep, uint64_t trial,
                                 struct bs_error *error)
{
    const struct bs_trial_options options = {
        .scenario = keep->plan->to_run[0].scenario,
        .plan = keep->plan->to_run[0].plan,
        .seed = keep->plan->design.seed + trial,
        .detail = BS_DETAIL_SKIP,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
    };
    struct bs_history *history = NULL;
    enum bs_status status = bs_trial_run(&options, &history, NULL, error);

    if (status == BS_OK) {
        status = write_trial(keep, options.seed, history, error);
    }
    bs_history_destroy(history);
    return status;
}

static enum bs_status list_candidates(const struct bs_sweep_keep *keep,
                                      struct candidate *candidates, int64_t *rto,
                                      struct bs_error *error)
{
    const size_t trials = (size_t)keep->plan->design.variants[0].trials;
    const int64_t column = bs_columns_find(&keep->plan->design.columns, "outage", NULL, "rto");
    size_t wanted;
    enum bs_status status;

    BS_ASSERT(column >= 0);
    wanted = (size_t)column;
    status = bs_trial_table_read(keep->table, 0, &wanted, 1, &rto, error);
    for (size_t i = 0; i < trials && status == BS_OK; i++) {
        candidates[i] = (struct candidate){rto[i], i};
    }
    if (status == BS_OK) {
        qsort(candidates, trials, sizeof(*candidates), worst_first);
    }
    return status;
}

enum bs_status bs_sweep_keep_worst(const struct bs_sweep_keep *keep, struct bs_error *error)
{
    const size_t trials = (size_t)keep->plan->design.variants[0].trials;
    struct candidate *candidates;
    int64_t *rto;
    enum bs_status status;

    if (keep->count == 0) {
        return BS_OK;
    }
    candidates = calloc(trials, sizeof(*candidates));
    rto = calloc(trials, sizeof(*rto));
    status = candidates != NULL && rto != NULL
                 ? list_candidates(keep, candidates, rto, error)
                 : bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    for (size_t i = 0; i < keep->count && i < trials && status == BS_OK; i++) {
        status = keep_trial(keep, candidates[i].trial, error);
    }
    free(rto);
    free(candidates);
    return status;
}
