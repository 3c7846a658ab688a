/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "reports/why.h"

enum {
    ARENA_BYTES_MAX = 1024 * 1024 * 1024,
    FOCUS_MARGIN_PART =
        20, /* The focus begins 1/20 of its length early, so that the good time shows. */
};

static const char *copy_text(struct bs_evidence *evidence, const char *text)
{
    const char *copy;

    if (text == NULL) {
        return NULL;
    }
    copy = bs_arena_text(evidence->arena, text, strlen(text));
    evidence->failed = evidence->failed || copy == NULL;
    return copy;
}

static void fill_identity(struct bs_evidence *evidence, const struct bs_report_inputs *inputs,
                          struct bs_report *report)
{
    report->scenario_file = copy_text(evidence, inputs->scenario_file);
    report->backend = copy_text(evidence, inputs->backend);
    report->reproduce = copy_text(evidence, inputs->reproduce);
    if (!inputs->figures_only) {
        bs_history_sha256(evidence->history, report->history_sha256);
    }
    if (bs_evidence_count(evidence, BS_RECORD_RUN) > 0) {
        const struct bs_record *run = bs_evidence_get(evidence, BS_RECORD_RUN, 0);

        report->scenario = bs_record_text(run, "scenario");
        report->scenario_sha256 = bs_record_text(run, "scenario_sha256");
        report->plan = bs_record_text(run, "plan");
        report->plan_sha256 = bs_record_text(run, "plan_sha256");
        report->seed = bs_record_text(run, "seed");
        report->version = bs_record_text(run, "version");
    }
}

static struct bs_instant fault_end(const struct bs_evidence *evidence, size_t onset)
{
    const char *name = bs_record_text(bs_evidence_get(evidence, BS_RECORD_FAULT, onset), "fault");

    for (size_t k = onset + 1; k < bs_evidence_count(evidence, BS_RECORD_FAULT); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FAULT, k);

        if (bs_text_is(bs_record_text(record, "fault"), name) &&
            bs_text_is(bs_record_text(record, "state"), "end")) {
            return record->at;
        }
    }
    return BS_INSTANT_UNKNOWN;
}

static void fill_faults(struct bs_evidence *evidence, struct bs_report *report)
{
    size_t count = bs_evidence_count(evidence, BS_RECORD_FAULT);

    report->faults = bs_evidence_array(evidence, count, sizeof(*report->faults));
    for (size_t k = 0; report->faults != NULL && k < count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FAULT, k);

        if (bs_text_is(bs_record_text(record, "state"), "onset")) {
            report->faults[report->fault_count++] = (struct bs_fault_row){
                .name = bs_record_words(record, "fault"),
                .onset = record->at,
                .end = fault_end(evidence, k),
            };
        }
    }
}

static struct bs_figure rto_on_clock(const struct bs_clocks *clocks, const char *clock)
{
    const struct {
        const char *name;
        struct bs_figure rto;
    } table[] = {
        {"impact", clocks->impact},
        {"fault", clocks->fault},
        {"detected", clocks->detected},
        {"declared", clocks->declared},
    };

    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        if (bs_text_is(table[i].name, clock)) {
            return table[i].rto;
        }
    }
    return bs_unknown("the objective's clock is none that this version knows");
}

static struct bs_figure rto_of(struct bs_evidence *evidence, struct bs_series *series,
                               enum bs_series_kind kind, struct bs_outage_rule rule)
{
    struct bs_outages outages;

    bs_series_fill(series, kind, NULL);
    bs_outages_find(evidence, series, rule, &outages);
    return bs_outages_rto(&outages);
}

static struct bs_outage_rule outage_rule(const struct bs_report *report)
{
    return (struct bs_outage_rule){report->objectives.success_ppb, report->objectives.hold};
}

/* `series` holds all requests, as they were judged by. */
static void fill_recovery(struct bs_evidence *evidence, struct bs_series *series,
                          struct bs_report *report)
{
    const struct bs_outage_rule rule = outage_rule(report);
    const struct bs_outage *worst = bs_outages_worst(&report->outages);

    bs_outages_ladder(evidence, series, rule.hold, report->rungs);
    bs_traffic_find(series, &report->outages, &report->traffic);
    report->recovered = report->outages.unknown != NULL
                            ? bs_unknown(report->outages.unknown)
                            : bs_known(worst == NULL || worst->censored == NULL);
    if (worst != NULL) {
        bs_response_find(evidence, &report->outages, &report->executions, &report->response);
    }
    bs_response_clocks(&report->outages, &report->response, &report->clocks);
    report->rto = rto_on_clock(&report->clocks, report->objectives.clock);
    report->plan_recovery = bs_response_plan_recovery(&report->outages, &report->response);
    report->rto_reads = rto_of(evidence, series, BS_SERIES_READS, rule);
    report->rto_writes = rto_of(evidence, series, BS_SERIES_WRITES, rule);
    bs_cohorts_find(evidence, series, rule, &report->cohorts);
}

static void fill_parts(struct bs_evidence *evidence, struct bs_series *series,
                       struct bs_report *report)
{
    struct bs_parts_question question = {
        .outage = bs_outages_worst(&report->outages),
        .response = &report->response,
        .fresh = series,
        .success_ppb = report->objectives.success_ppb,
    };

    if (question.outage != NULL) {
        bs_series_fill(series, BS_SERIES_FRESH, NULL);
        bs_parts_find(evidence, &question, &report->parts);
    }
}

static void fill_predictions(struct bs_evidence *evidence, struct bs_report *report)
{
    const struct bs_measures_question question = {report->rto, &report->rpo, &report->parts,
                                                  &report->steps};

    bs_measures_find(evidence, &question, &report->measures);
    bs_predictions_find(evidence, &report->measures, &report->predictions);
}

static int compare_marks(const void *left, const void *right)
{
    const struct bs_mark *a = left;
    const struct bs_mark *b = right;

    if (a->at.ns != b->at.ns) {
        return a->at.ns < b->at.ns ? -1 : 1;
    }
    return strcmp(a->words, b->words);
}

static void add_mark(struct bs_report *report, struct bs_instant at, const char *words)
{
    if (at.ns != BS_INSTANT_UNKNOWN.ns) {
        report->marks[report->mark_count++] = (struct bs_mark){at, words};
    }
}

static void fill_marks(struct bs_evidence *evidence, struct bs_report *report)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);
    size_t changes = bs_evidence_count(evidence, BS_RECORD_DNS);

    report->marks = bs_evidence_array(evidence, changes + 3, sizeof(*report->marks));
    if (report->marks == NULL) {
        return;
    }
    if (worst != NULL) {
        add_mark(report, report->response.detected.at, "detected");
        add_mark(report, report->response.declared.at, "decided");
        add_mark(report, worst->end, "recovered");
    }
    for (size_t k = 0; k < changes; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

        if (record->at.ns > 0 && bs_record_number(record, "percent") == 100 &&
            bs_text_is(bs_record_text(record, "state"), "pending")) {
            add_mark(report, record->at,
                     bs_evidence_words(evidence, "DNS -> %s", bs_record_words(record, "target")));
        }
    }
    qsort(report->marks, report->mark_count, sizeof(*report->marks), compare_marks);
}

/** Whether a step answers the worst outage; without one, all of them are looked at. */
static bool is_of_response(const struct bs_report *report, const struct bs_step_row *row)
{
    return report->response.workflow == NULL || row->execution == report->response.execution;
}

/** From the fault or the impact, whichever is earlier, until outage and the steps that answer it are over. */
static void find_focus(const struct bs_report *report, struct bs_strip *focus)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);
    struct bs_instant from = BS_INSTANT_NEVER;
    struct bs_instant to = {0};
    int64_t margin_ns;

    if (worst != NULL) {
        from = worst->begin;
        to = bs_outage_last(worst, report->horizon);
        if (bs_has_happened(report->response.fault)) {
            from = bs_instant_min(from, report->response.fault.at);
        }
    }
    for (size_t i = 0; i < report->steps.executed_count; i++) {
        const struct bs_step_row *row = &report->steps.executed[i];

        if (!is_of_response(report, row)) {
            continue;
        }
        from = bs_instant_min(from, row->start);
        to = bs_instant_max(to, row->end.ns == BS_INSTANT_UNKNOWN.ns ? report->horizon : row->end);
    }
    if (to.ns <= from.ns) {
        return;
    }
    margin_ns = (to.ns - from.ns) / FOCUS_MARGIN_PART;
    focus->from = bs_instant_max((struct bs_instant){from.ns - margin_ns}, (struct bs_instant){0});
    focus->to = bs_instant_min((struct bs_instant){to.ns + margin_ns}, report->horizon);
}

static void fill_strips(struct bs_series *series, struct bs_report *report)
{
    bs_series_fill(series, BS_SERIES_ALL, NULL);
    report->strip.to = report->horizon;
    bs_strip_fill(series, &report->strip);
    find_focus(report, &report->focus);
    if (report->focus.to.ns > report->focus.from.ns) {
        bs_strip_fill(series, &report->focus);
    }
}

static void fill_verdict(struct bs_evidence *evidence, struct bs_report *report)
{
    struct bs_verdict_question question = {
        .objectives = &report->objectives,
        .outages = &report->outages,
        .rto = report->rto,
        .rpo = &report->rpo,
        .split = &report->split,
        .invariants = &report->invariants,
        .executions = &report->executions,
    };

    bs_verdict_find(evidence, &question, &report->findings);
    report->why = bs_why(evidence, report);
}

static void fill_posture(struct bs_evidence *evidence, const struct bs_report_inputs *inputs,
                         struct bs_report *report)
{
    const struct bs_readiness_question question = {
        .outages = &report->outages,
        .executions = &report->executions,
        .steps = &report->steps,
        .rpo = &report->rpo,
        .invariants = &report->invariants,
        .drills = inputs->past_drills,
    };

    bs_readiness_find(evidence, &question, &report->readiness);
    bs_cost_find(evidence, &report->cost);
}

/* What the invariants are judged by, and they. */
static void fill_judgement(struct bs_evidence *evidence, struct bs_series *series,
                           struct bs_report *report)
{
    bs_objectives_find(evidence, &report->objectives);
    bs_executions_find(evidence, &report->executions);
    bs_series_fill(series, BS_SERIES_ALL, NULL);
    bs_outages_find(evidence, series, outage_rule(report), &report->outages);
    bs_steps_find(evidence, &report->executions, &report->steps);
    bs_split_brain_find(evidence, report->executions.count, &report->split);
    bs_invariants_find(
        evidence,
        &(struct bs_invariants_question){&report->outages, &report->executions, &report->steps},
        &report->invariants);
}

/* What is no figure of the run's own: drawings, what would help, what stands ready and costs. */
static void fill_card(struct bs_evidence *evidence, struct bs_series *series,
                      const struct bs_report_inputs *inputs, struct bs_report *report)
{
    fill_marks(evidence, report);
    fill_strips(series, report);
    report->ledgers = bs_ledgers_find(evidence, &report->rpo);
    report->lags = bs_lags_find(evidence, &report->rpo);
    bs_gains_find(evidence, series, report, &report->gains);
    fill_posture(evidence, inputs, report);
}

static void fill_figures(struct bs_evidence *evidence, struct bs_series *series,
                         const struct bs_report_inputs *inputs, struct bs_report *report)
{
    fill_identity(evidence, inputs, report);
    fill_faults(evidence, report);
    fill_recovery(evidence, series, report);
    fill_parts(evidence, series, report);
    bs_rpo_find(evidence, &report->rpo);
    fill_predictions(evidence, report);
    fill_verdict(evidence, report);
    if (!inputs->figures_only) {
        fill_card(evidence, series, inputs, report);
    }
}

static enum bs_status fill_report(const struct bs_report_inputs *inputs, struct bs_report *report,
                                  struct bs_error *error)
{
    struct bs_evidence evidence;
    struct bs_series series;
    enum bs_status status = bs_evidence_init(&evidence, inputs->history, &report->arena, error);

    if (status == BS_OK) {
        status = bs_series_init(&series, &evidence, error);
    }
    if (status != BS_OK) {
        return status;
    }
    report->horizon = evidence.horizon;
    fill_judgement(&evidence, &series, report);
    if (!inputs->judgement_only) {
        fill_figures(&evidence, &series, inputs, report);
    }
    if (evidence.failed) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "no memory for the report");
    }
    return BS_OK;
}

enum bs_status bs_report_build(const struct bs_report_inputs *inputs, struct bs_report **report,
                               struct bs_error *error)
{
    struct bs_report *built;
    enum bs_status status;

    BS_ASSERT(inputs != NULL && inputs->history != NULL);
    BS_ASSERT(report != NULL);

    *report = NULL;
    built = calloc(1, sizeof(*built));
    if (built == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "no memory for the report");
    }
    bs_arena_init(&built->arena, ARENA_BYTES_MAX);
    status = fill_report(inputs, built, error);
    if (status != BS_OK) {
        bs_report_destroy(built);
        return status;
    }
    *report = built;
    return BS_OK;
}

void bs_report_destroy(struct bs_report *report)
{
    if (report == NULL) {
        return;
    }
    bs_arena_clean_up(&report->arena);
    free(report);
}
