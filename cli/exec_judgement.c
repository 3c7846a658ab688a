/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/exec_judgement.h"

#include <stdio.h>

#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "sim/trial/trial.h"

/* From the world's own history to the one that is judged. */
struct copying {
    const struct bs_exec_judgement *judgement;
    struct bs_history *whole;
};

/* Seconds beyond the horizon, in which nothing was seen, are left out. */
static void copy_observed(struct bs_history *whole, const struct bs_record *record,
                          struct bs_duration horizon)
{
    enum { FROM = 1, SECONDS = 2 };
    struct bs_value values[BS_RECORD_FIELDS_MAX];
    const size_t count = bs_record_values(record, values);
    int64_t left;

    left = (horizon.ns - values[FROM].number) / BS_NS_PER_S;
    if (left > 0) {
        values[SECONDS].number = values[SECONDS].number < left ? values[SECONDS].number : left;
        bs_history_append(whole, record->at, BS_RECORD_OBSERVED, values, count);
    }
}

static void copy_records(void *self, struct bs_history *history, struct bs_instant now)
{
    const struct copying *copying = self;
    struct bs_value values[BS_RECORD_FIELDS_MAX];

    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        if (record->kind == BS_RECORD_OBSERVED) {
            copy_observed(copying->whole, record, copying->judgement->horizon);
        } else {
            const size_t count = bs_record_values(record, values);

            bs_history_append(copying->whole, record->at, record->kind, values, count);
        }
    }
    /* A history that has lost something says so by having no end. */
    if (!bs_history_is_truncated(history) && bs_deeds_unwritten(copying->judgement->deeds) == 0) {
        BS_APPEND(copying->whole, now, BS_RECORD_END, bs_text("horizon"));
    }
}

static struct bs_history *whole_history(struct bs_mock *mock,
                                        const struct bs_exec_judgement *judgement)
{
    struct bs_scenario scenario = *judgement->inputs->scenario;
    struct copying copying = {.judgement = judgement,
                              .whole = bs_history_new(BS_HISTORY_BYTES_MAX)};

    if (copying.whole != NULL) {
        scenario.duration = judgement->horizon;
        bs_trial_describe(&scenario, NULL, judgement->seed, copying.whole);
        bs_deeds_describe(judgement->deeds, copying.whole);
        bs_mock_write_down(mock, copy_records, &copying);
    }
    return copying.whole;
}

static enum bs_status give_out(const struct bs_exec_judgement *judgement,
                               const struct bs_history *history, const struct bs_report *report,
                               struct bs_error *error)
{
    const enum bs_format printed = bs_output_printed(judgement->formats, judgement->folder);
    const struct bs_output output = {judgement->folder,
                                     judgement->formats,
                                     judgement->scenario_path,
                                     judgement->inputs,
                                     history,
                                     report,
                                     judgement->wall_s};
    enum bs_status status = BS_OK;

    if (!judgement->is_quiet) {
        status = bs_output_print(report, printed, error);
    }
    if (status == BS_OK && judgement->folder != NULL) {
        status = bs_output_write(&output, error);
        if (status == BS_OK) {
            (void)fprintf(stderr, "written to %s\n", judgement->folder);
        }
    }
    if (status == BS_OK && report->findings.verdict != BS_VERDICT_PASS &&
        (printed != BS_FORMAT_TEXT || judgement->is_quiet || judgement->folder != NULL)) {
        (void)fprintf(stderr, "%s\n", judgement->reproduce);
    }
    return status;
}

enum bs_status bs_exec_judge(struct bs_mock *mock, const struct bs_exec_judgement *judgement,
                             int *exit_status, struct bs_error *error)
{
    struct bs_report_inputs inputs = {.scenario_file = judgement->scenario_path,
                                      .backend = "mock",
                                      .reproduce = judgement->reproduce};
    struct bs_past_drills past;
    struct bs_report *report = NULL;
    struct bs_history *history = whole_history(mock, judgement);
    enum bs_status status;
    int recorded = BS_EXIT_OK;

    if (history == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    inputs.history = history;
    inputs.past_drills = bs_recording_past(judgement->store, history, bs_recording_now_s(), &past);
    status = bs_report_build(&inputs, &report, error);
    if (status == BS_OK) {
        recorded =
            bs_recording_add(judgement->store, report,
                             (struct bs_kept_circumstances){.held_at_s = bs_recording_now_s()});
        status = give_out(judgement, history, report, error);
    }
    if (status == BS_OK) {
        *exit_status =
            recorded != BS_EXIT_OK ? recorded : bs_verdict_exit_status(report->findings.verdict);
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
    return status;
}
