/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/hunt_run.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "reports/report.h"
#include "sim/trial/trial.h"

/* ---- Adding up ---- */

/* The row of that name, made if there is none; NULL if there is no room. */
static struct bs_hunt_tally *find_row(struct bs_hunt_tally *rows, size_t *count, size_t count_max,
                                      const char *name)
{
    for (size_t i = 0; i < *count; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return &rows[i];
        }
    }
    if (*count == count_max) {
        return NULL;
    }
    (void)snprintf(rows[*count].name, sizeof(rows[*count].name), "%s", name);
    return &rows[(*count)++];
}

static struct bs_hunt_tally *find_state(struct bs_hunt_totals *totals, const char *name)
{
    return find_row(totals->states, &totals->state_count, BS_HUNT_STATES_MAX, name);
}

static struct bs_hunt_tally *find_invariant(struct bs_hunt_totals *totals, const char *name)
{
    return find_row(totals->invariants, &totals->invariant_count, BS_HUNT_INVARIANTS_MAX, name);
}

static void count_outcome(struct bs_hunt_totals *totals, const char *name, enum bs_outcome outcome)
{
    struct bs_hunt_tally *row = find_invariant(totals, name);

    if (row != NULL) {
        row->passed += outcome == BS_OUTCOME_PASS ? 1 : 0;
        row->failed += outcome == BS_OUTCOME_FAIL ? 1 : 0;
        row->unknown += outcome == BS_OUTCOME_UNKNOWN ? 1 : 0;
    }
}

static void count_split_brain(struct bs_hunt_totals *totals, const struct bs_split_brain *split)
{
    const int64_t ns =
        split->writes > 0 && bs_is_known(split->duration) ? split->duration.value : 0;

    if (split->risk_count > 0) {
        totals->risk_runs++;
        totals->risks += split->risk_count;
        totals->risk_split_ns += ns;
        totals->risk_split_ns_max = ns > totals->risk_split_ns_max ? ns : totals->risk_split_ns_max;
        totals->risk_writes += split->writes;
    } else if (split->writes > 0) {
        totals->bare_runs++;
        totals->bare_split_ns += ns;
        totals->bare_writes += split->writes;
    }
}

static void count_run(struct bs_hunt_totals *totals, const struct bs_history *history,
                      const struct bs_report *report, const struct bs_crash_request *crash)
{
    totals->runs++;
    totals->crashes += crash->has_crashed ? 1 : 0;
    for (size_t i = 0; i < bs_history_count(history); i++) {
        totals->decisions += bs_history_get(history, i)->kind == BS_RECORD_DECISION ? 1 : 0;
    }
    for (size_t i = 0; i < report->executions.count; i++) {
        const char *state = report->executions.items[i].state;
        struct bs_hunt_tally *row = find_state(totals, state != NULL ? state : "not begun");

        if (row != NULL) {
            row->passed++;
        }
    }
    count_split_brain(totals, &report->split);
    for (size_t i = 0; i < report->invariants.count; i++) {
        count_outcome(totals, report->invariants.items[i].name,
                      report->invariants.items[i].outcome);
    }
}

void bs_hunt_add(struct bs_hunt_totals *totals, const struct bs_hunt_totals *part)
{
    totals->runs += part->runs;
    totals->crashes += part->crashes;
    totals->decisions += part->decisions;
    totals->risk_runs += part->risk_runs;
    totals->risks += part->risks;
    totals->risk_split_ns += part->risk_split_ns;
    if (part->risk_split_ns_max > totals->risk_split_ns_max) {
        totals->risk_split_ns_max = part->risk_split_ns_max;
    }
    totals->risk_writes += part->risk_writes;
    totals->bare_runs += part->bare_runs;
    totals->bare_split_ns += part->bare_split_ns;
    totals->bare_writes += part->bare_writes;
    for (size_t i = 0; i < part->state_count; i++) {
        struct bs_hunt_tally *row = find_state(totals, part->states[i].name);

        if (row != NULL) {
            row->passed += part->states[i].passed;
        }
    }
    for (size_t i = 0; i < part->invariant_count; i++) {
        struct bs_hunt_tally *row = find_invariant(totals, part->invariants[i].name);

        if (row != NULL) {
            row->passed += part->invariants[i].passed;
            row->failed += part->invariants[i].failed;
            row->unknown += part->invariants[i].unknown;
        }
    }
}

/* ---- One run ---- */

/* A crash is judged by what came of it only where there is time left to see it. */
static bool comes_back(const struct bs_crash_request *crash, const struct bs_scenario *scenario)
{
    return !crash->has_crashed || crash->starts_another ||
           crash->point.at.ns + crash->downtime.ns <= scenario->duration.ns;
}

static bool is_broken(const struct bs_invariant *invariant, const struct bs_crash_request *crash,
                      const struct bs_scenario *scenario)
{
    return invariant->outcome == BS_OUTCOME_FAIL && strncmp(invariant->name, "expect_", 7) != 0 &&
           (strcmp(invariant->name, "execution_ends") != 0 || comes_back(crash, scenario));
}

static void judge(const struct bs_report *report, const struct bs_crash_request *crash,
                  const struct bs_scenario *scenario, struct bs_hunt_result *result)
{
    for (size_t i = 0; i < report->invariants.count; i++) {
        const struct bs_invariant *invariant = &report->invariants.items[i];

        if (is_broken(invariant, crash, scenario)) {
            (void)snprintf(result->invariant, sizeof(result->invariant), "%s", invariant->name);
            (void)snprintf(result->reason, sizeof(result->reason), "%s", invariant->reason);
            return;
        }
    }
    if (crash->has_crashed && !crash->has_resumed &&
        crash->point.at.ns + crash->downtime.ns <= scenario->duration.ns) {
        (void)snprintf(result->invariant, sizeof(result->invariant), "journal_accepted");
        (void)snprintf(result->reason, sizeof(result->reason), "%s", crash->refusal.message);
    }
}

static enum bs_status run_inputs(const struct bs_inputs *inputs,
                                 const struct bs_hunt_schedule *schedule,
                                 struct bs_hunt_totals *totals, struct bs_hunt_result *result,
                                 struct bs_error *error)
{
    struct bs_crash_request crash = {
        .at_point = schedule->crash.is_wanted ? schedule->crash.point : 0,
        .downtime = schedule->crash.downtime,
        .starts_another = schedule->crash.starts_another,
    };
    const struct bs_trial_options options = {
        .scenario = inputs->scenario,
        .plan = inputs->plan,
        .seed = schedule->run_seed,
        .detail = BS_DETAIL_SKIP,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .crash = &crash,
    };
    struct bs_report_inputs judged = {.judgement_only = true};
    struct bs_report *report = NULL;
    struct bs_history *history = NULL;
    enum bs_status status = bs_trial_run(&options, &history, NULL, error);

    if (status == BS_OK) {
        judged.history = history;
        status = bs_report_build(&judged, &report, error);
    }
    if (status == BS_OK) {
        result->points = crash.points;
        judge(report, &crash, inputs->scenario, result);
        if (result->invariant[0] != '\0') {
            bs_history_sha256(history, result->history_sha256);
        }
        if (totals != NULL) {
            count_run(totals, history, report, &crash);
        }
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
    return status;
}

/* The schedule stands beside the base, so that relative paths are those of the base. */
static enum bs_status load_schedule(const struct bs_hunter *hunter,
                                    const struct bs_hunt_schedule *schedule,
                                    struct bs_inputs *inputs, struct bs_error *error)
{
    char name[BS_PATH_MAX];
    char file[BS_HUNT_WORD_MAX];
    struct bs_buffer text;
    enum bs_status status = BS_OK;

    (void)snprintf(file, sizeof(file), "schedule-%" PRIu64 ".yaml", schedule->number);
    if (!bs_scenario_path_beside(hunter->path, file, name, sizeof(name))) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "%s: the path is too long", hunter->path);
    }
    bs_buffer_init(&text, BS_HUNT_TEXT_BYTES_MAX);
    bs_hunt_write(&hunter->base, schedule, "Drawn by a hunt.", &text);
    if (text.failed) {
        status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    } else {
        status = bs_inputs_parse(name, text.bytes, text.length, inputs, error);
    }
    bs_buffer_clean_up(&text);
    return status;
}

enum bs_status bs_hunt_run(const struct bs_hunter *hunter, const struct bs_hunt_schedule *schedule,
                           struct bs_hunt_totals *totals, struct bs_hunt_result *result,
                           struct bs_error *error)
{
    struct bs_inputs inputs = {.scenario = NULL};
    enum bs_status status = load_schedule(hunter, schedule, &inputs, error);

    *result = (struct bs_hunt_result){.points = 0};
    if (status == BS_OK) {
        status = run_inputs(&inputs, schedule, totals, result, error);
        bs_inputs_clean_up(&inputs);
    }
    return status;
}

enum bs_status bs_hunt_run_file(const char *path, const struct bs_hunt_schedule *schedule,
                                struct bs_hunt_result *result, struct bs_error *error)
{
    const struct bs_texts none = {.count = 0};
    struct bs_inputs inputs = {.scenario = NULL};
    enum bs_status status = bs_inputs_load(path, &none, &inputs, error);

    *result = (struct bs_hunt_result){.points = 0};
    if (status == BS_OK) {
        status = run_inputs(&inputs, schedule, NULL, result, error);
        bs_inputs_clean_up(&inputs);
    }
    return status;
}
