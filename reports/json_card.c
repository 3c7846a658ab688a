/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/json_card.h"

#include "base/assert.h"
#include "reports/json_figure.h"
#include "reports/json_posture.h"

static void write_text(struct bs_json_writer *writer, const char *key, const char *text,
                       const char *reason)
{
    bs_json_member_text(writer, key, text);
    if (text == NULL && reason != NULL) {
        bs_json_member_reason(writer, key, reason);
    }
}

/** An instant that may be unknown. */
static void write_instant(struct bs_json_writer *writer, const char *key, struct bs_instant at,
                          const char *reason)
{
    struct bs_figure figure = at.ns == BS_INSTANT_UNKNOWN.ns ? bs_unknown(reason) : bs_known(at.ns);

    bs_json_member_figure(writer, key, figure, bs_json_seconds);
}

static void write_truth(struct bs_json_writer *writer, int64_t value)
{
    bs_json_bool(writer, value != 0);
}

static void write_identity(struct bs_json_writer *writer, const struct bs_report *report)
{
    const char *no_run = "the history has no record of what was run";

    bs_json_key(writer, "scenario");
    bs_json_begin_object(writer);
    write_text(writer, "name", report->scenario, no_run);
    write_text(writer, "file", report->scenario_file, "not read from a file");
    write_text(writer, "sha256", report->scenario_sha256, no_run);
    bs_json_end_object(writer);
    bs_json_key(writer, "plan");
    bs_json_begin_object(writer);
    write_text(writer, "name", report->plan, "the run has no plan");
    write_text(writer, "sha256", report->plan_sha256, "the run has no plan");
    bs_json_end_object(writer);
    write_text(writer, "seed", report->seed, no_run);
    write_text(writer, "backend", report->backend, "not said");
    write_text(writer, "version", report->version, no_run);
    write_text(writer, "verdict", bs_verdict_name(report->findings.verdict), NULL);
    bs_json_key(writer, "fragile");
    bs_json_null(writer);
    bs_json_member_reason(writer, "fragile", "needs a sweep over priors");
    write_text(writer, "history_sha256", report->history_sha256, NULL);
}

static void write_faults(struct bs_json_writer *writer, const struct bs_report *report)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);
    const char *none =
        report->outages.unknown != NULL ? report->outages.unknown : "there was no outage";

    bs_json_key(writer, "faults");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < report->fault_count; i++) {
        bs_json_begin_object(writer);
        write_text(writer, "name", report->faults[i].name, NULL);
        bs_json_member_seconds(writer, "onset_s", report->faults[i].onset.ns);
        write_instant(writer, "end_s", report->faults[i].end, "lasted beyond the end of the run");
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
    write_instant(writer, "impact_s", worst != NULL ? worst->begin : BS_INSTANT_UNKNOWN, none);
}

static void write_objectives(struct bs_json_writer *writer, const struct bs_report *report)
{
    bs_json_key(writer, "objectives");
    bs_json_begin_object(writer);
    bs_json_member_figure(writer, "rto_s", report->objectives.rto, bs_json_seconds);
    bs_json_member_figure(writer, "rpo_s", report->rpo.objective, bs_json_seconds);
    bs_json_key(writer, "success");
    bs_json_ppb(writer, report->objectives.success_ppb);
    bs_json_member_seconds(writer, "split_brain_s", report->objectives.split_brain_ns);
    bs_json_end_object(writer);
}

static void write_clocks(struct bs_json_writer *writer, const struct bs_clocks *clocks)
{
    bs_json_key(writer, "rto_clocks");
    bs_json_begin_object(writer);
    bs_json_member_figure(writer, "impact_s", clocks->impact, bs_json_seconds);
    bs_json_member_figure(writer, "fault_s", clocks->fault, bs_json_seconds);
    bs_json_member_figure(writer, "detected_s", clocks->detected, bs_json_seconds);
    bs_json_member_figure(writer, "declared_s", clocks->declared, bs_json_seconds);
    bs_json_end_object(writer);
}

static void write_ladder(struct bs_json_writer *writer, const struct bs_report *report)
{
    bs_json_key(writer, "rto_at");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < BS_RUNG_COUNT; i++) {
        const struct bs_rung *rung = &report->rungs[i];

        bs_json_begin_object(writer);
        bs_json_key(writer, "success");
        bs_json_ppb(writer, rung->level_ppb);
        bs_json_member_seconds(writer, "s", bs_is_known(rung->rto) ? rung->rto.value : INT64_MIN);
        if (!bs_is_known(rung->rto)) {
            write_text(writer, "reason", rung->rto.unknown, NULL);
        }
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_achieved(struct bs_json_writer *writer, const struct bs_report *report)
{
    bs_json_key(writer, "achieved");
    bs_json_begin_object(writer);
    bs_json_member_figure(writer, "recovered", report->recovered, write_truth);
    bs_json_member_figure(writer, "rto_s", report->rto, bs_json_seconds);
    write_clocks(writer, &report->clocks);
    write_ladder(writer, report);
    bs_json_member_figure(writer, "rto_reads_s", report->rto_reads, bs_json_seconds);
    bs_json_member_figure(writer, "rto_writes_s", report->rto_writes, bs_json_seconds);
    bs_json_member_figure(writer, "plan_recovery_s", report->plan_recovery, bs_json_seconds);
    bs_json_member_figure(writer, "rpo_s", report->rpo.rpo, bs_json_seconds);
    bs_json_member_figure(writer, "lost_writes", report->rpo.lost_writes, bs_json_integer);
    bs_json_member_figure(writer, "split_brain_s", report->split.duration, bs_json_seconds);
    bs_json_member_figure(writer, "lost_minutes", report->traffic.lost_minutes, bs_json_ppb);
    bs_json_member_integer(writer, "failed_requests", report->traffic.failed);
    bs_json_member_integer(writer, "total_requests", report->traffic.requests);
    bs_json_member_figure(writer, "availability", report->traffic.availability, bs_json_ppb);
    bs_json_end_object(writer);
}

static void write_outages(struct bs_json_writer *writer, const struct bs_report *report)
{
    bs_json_key(writer, "outages");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < report->outages.count; i++) {
        const struct bs_outage *outage = &report->outages.items[i];

        bs_json_begin_object(writer);
        bs_json_member_seconds(writer, "start_s", outage->begin.ns);
        write_instant(writer, "end_s", outage->end, outage->censored);
        bs_json_key(writer, "planned");
        bs_json_bool(writer, outage->is_planned);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
    if (report->outages.unknown != NULL) {
        bs_json_member_reason(writer, "outages", report->outages.unknown);
    }
}

static void write_phases(struct bs_json_writer *writer, const struct bs_report *report)
{
    bs_json_key(writer, "phases");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < report->parts.count; i++) {
        const struct bs_part *part = &report->parts.items[i];

        bs_json_begin_object(writer);
        write_text(writer, "name", part->name, NULL);
        bs_json_member_seconds(writer, "start_s", part->start.ns);
        bs_json_member_seconds(writer, "end_s", part->end.ns);
        bs_json_member_seconds(writer, "human_wait_s", part->human_wait_ns);
        write_text(writer, "evidence", part->boundary.words, NULL);
        if (part->boundary.record != BS_NO_RECORD) {
            bs_json_member_integer(writer, "record", part->boundary.record);
        }
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_prediction(struct bs_json_writer *writer, const struct bs_prediction_row *row)
{
    bs_json_begin_object(writer);
    write_text(writer, "subject", row->live.subject, NULL);
    write_text(writer, "workflow", row->live.workflow, "it is no step");
    write_text(writer, "name", row->live.name, NULL);
    bs_json_member_integer(writer, "trials", row->trials);
    bs_json_member_integer(writer, "known", row->known);
    bs_json_member_figure(writer, "low_s", row->low, bs_json_seconds);
    bs_json_member_figure(writer, "median_s", row->median, bs_json_seconds);
    bs_json_member_figure(writer, "high_s", row->high, bs_json_seconds);
    bs_json_member_figure(writer, "live_s", row->live.took, bs_json_seconds);
    write_text(writer, "place", bs_prediction_place_name(row->place), NULL);
    bs_json_end_object(writer);
}

static void write_predictions(struct bs_json_writer *writer,
                              const struct bs_predictions *predictions)
{
    bs_json_key(writer, "predictions");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < predictions->count; i++) {
        write_prediction(writer, &predictions->items[i]);
    }
    bs_json_end_array(writer);
}

static void write_step(struct bs_json_writer *writer, const struct bs_step_row *row)
{
    bs_json_begin_object(writer);
    bs_json_member_integer(writer, "execution", row->execution);
    write_text(writer, "workflow", row->workflow, NULL);
    write_text(writer, "id", row->id, NULL);
    write_text(writer, "block", row->block, "not said by the plan");
    write_text(writer, "region", row->region, "the step belongs to no Region");
    write_text(writer, "state", row->state, NULL);
    bs_json_member_seconds(writer, "start_s", row->start.ns);
    write_instant(writer, "end_s", row->end, "still under way when the run ended");
    bs_json_member_figure(writer, "target_s", row->target, bs_json_seconds);
    bs_json_member_integer(writer, "attempts", row->attempts);
    bs_json_member_seconds(writer, "waited_on_human_s", row->waited_on_human_ns);
    write_text(writer, "error", row->error, NULL);
    bs_json_end_object(writer);
}

static void write_steps(struct bs_json_writer *writer, const struct bs_steps *steps)
{
    bs_json_key(writer, "steps");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < steps->executed_count; i++) {
        write_step(writer, &steps->executed[i]);
    }
    bs_json_end_array(writer);
    bs_json_key(writer, "not_executed");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < steps->missed_count; i++) {
        bs_json_begin_object(writer);
        bs_json_member_integer(writer, "execution", steps->missed[i].execution);
        write_text(writer, "workflow", steps->missed[i].workflow, NULL);
        write_text(writer, "id", steps->missed[i].id, NULL);
        write_text(writer, "block", steps->missed[i].block, "not said by the plan");
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_executions(struct bs_json_writer *writer, const struct bs_executions *executions)
{
    const char *undecided = "the history has no decision for it";

    bs_json_key(writer, "executions");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < executions->count; i++) {
        const struct bs_execution_row *row = &executions->items[i];

        bs_json_begin_object(writer);
        bs_json_member_integer(writer, "number", row->number);
        write_text(writer, "workflow", row->workflow, NULL);
        write_text(writer, "mode", row->mode, undecided);
        write_text(writer, "trigger", row->trigger, undecided);
        write_text(writer, "severity", row->severity, undecided);
        write_text(writer, "kind", row->kind, "not said");
        write_text(writer, "state", row->state, "it was never started");
        write_instant(writer, "start_s", row->start, "it was never started");
        write_instant(writer, "end_s", row->end, "it did not end within the run");
        bs_json_member_seconds(writer, "human_wait_s", row->human_wait_ns);
        bs_json_member_figure(writer, "orchestrator",
                              row->orchestrator != 0 ? bs_known(row->orchestrator)
                                                     : bs_unknown("it made no call"),
                              bs_json_integer);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_ledger(struct bs_json_writer *writer, const struct bs_ledger *ledger)
{
    bs_json_key(writer, "ledger");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < ledger->count; i++) {
        const struct bs_ledger_row *row = &ledger->rows[i];

        bs_json_begin_object(writer);
        write_text(writer, "counted", row->counted, NULL);
        bs_json_member_seconds(writer, "counted_s", row->counted_at.ns);
        write_text(writer, "lineage", row->lineage, NULL);
        write_text(writer, "class", row->class_name, NULL);
        bs_json_member_integer(writer, "writes", row->writes);
        bs_json_member_integer(writer, "ranges", (int64_t)row->range_count);
        bs_json_member_seconds(writer, "first_s", row->first.ns);
        bs_json_member_seconds(writer, "last_s", row->last.ns);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_lags(struct bs_json_writer *writer, const struct bs_lags *lags)
{
    bs_json_key(writer, "lag");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < lags->count; i++) {
        const struct bs_lag_course *course = &lags->courses[i];

        bs_json_begin_object(writer);
        write_text(writer, "lineage", course->lineage, NULL);
        bs_json_member_integer(writer, "samples", (int64_t)course->count);
        bs_json_member_seconds(writer, "median_s", course->median.ns);
        bs_json_member_seconds(writer, "worst_s", course->worst.lag.ns);
        bs_json_member_seconds(writer, "worst_at_s", course->worst.at.ns);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_stores(struct bs_json_writer *writer, const struct bs_report *report)
{
    const struct bs_rpo *rpo = &report->rpo;

    bs_json_key(writer, "data_stores");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < rpo->count; i++) {
        const struct bs_store_row *store = &rpo->stores[i];

        bs_json_begin_object(writer);
        write_text(writer, "id", store->id, NULL);
        write_text(writer, "kind", store->kind, "not said");
        write_text(writer, "writers", store->writers, "not said");
        bs_json_member_figure(writer, "rpo_s", store->rpo, bs_json_seconds);
        bs_json_member_figure(writer, "rpo_resolution_s", store->resolution, bs_json_seconds);
        bs_json_member_integer(writer, "lost_writes", store->lost_writes);
        bs_json_member_integer(writer, "deferred", store->deferred);
        bs_json_member_integer(writer, "quarantined", store->quarantined);
        bs_json_member_integer(writer, "overwritten", store->overwritten);
        bs_json_member_integer(writer, "diverged", store->diverged);
        bs_json_member_integer(writer, "discarded", store->discarded);
        bs_json_member_figure(writer, "acknowledged", store->acknowledged, bs_json_integer);
        bs_json_member_figure(writer, "rpo_objective_s", store->objective, bs_json_seconds);
        write_ledger(writer, &report->ledgers[i]);
        write_lags(writer, &report->lags[i]);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_gains(struct bs_json_writer *writer, const struct bs_gains *gains)
{
    bs_json_key(writer, "gains");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < gains->count; i++) {
        const struct bs_gain *gain = &gains->items[i];

        bs_json_begin_object(writer);
        write_text(writer, "measure", bs_gain_measure_name(gain->measure), NULL);
        write_text(writer, "part", gain->part, NULL);
        write_text(writer, "about", gain->about, NULL);
        bs_json_member_seconds(writer, "saves_s", gain->saves_ns);
        bs_json_member_seconds(writer, gain->measure == BS_GAIN_RTO ? "rto_then_s" : "rpo_then_s",
                               gain->then_ns);
        write_text(writer, "words", gain->words, NULL);
        write_text(writer, "arithmetic", gain->arithmetic, NULL);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
    if (gains->unknown != NULL) {
        bs_json_member_reason(writer, "gains", gains->unknown);
    }
}

static void write_cohorts(struct bs_json_writer *writer, const struct bs_cohorts *cohorts)
{
    bs_json_key(writer, "cohorts");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < cohorts->count; i++) {
        const struct bs_cohort_row *row = &cohorts->items[i];

        bs_json_begin_object(writer);
        write_text(writer, "name", row->name, NULL);
        bs_json_member_figure(writer, "share", row->share, bs_json_ppb);
        bs_json_member_figure(writer, "rto_s", row->rto, bs_json_seconds);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_invariants(struct bs_json_writer *writer, const struct bs_invariants *invariants)
{
    bs_json_key(writer, "invariants");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < invariants->count; i++) {
        const struct bs_invariant *item = &invariants->items[i];

        bs_json_begin_object(writer);
        write_text(writer, "name", item->name, NULL);
        write_text(writer, "outcome", bs_outcome_name(item->outcome), NULL);
        write_text(writer, "reason", item->reason, NULL);
        write_instant(writer, "first_s", item->first,
                      item->outcome == BS_OUTCOME_FAIL ? "the evidence has no instant"
                                                       : "no violation was seen");
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_findings(struct bs_json_writer *writer, const struct bs_report *report)
{
    bs_json_key(writer, "verdict_reasons");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < report->findings.count; i++) {
        if (report->findings.items[i].verdict != BS_VERDICT_PASS) {
            bs_json_text(writer, report->findings.items[i].text);
        }
    }
    bs_json_end_array(writer);
    bs_json_key(writer, "accepted_risks");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < report->split.risk_count; i++) {
        bs_json_text(writer, report->split.risks[i]);
    }
    bs_json_end_array(writer);
    write_text(writer, "why", report->why, NULL);
    write_text(writer, "reproduce", report->reproduce, "not said");
}

void bs_report_json(const struct bs_report *report, uint32_t indent, struct bs_buffer *buffer)
{
    struct bs_json_writer writer = {.buffer = buffer, .indent = indent};

    BS_ASSERT(report != NULL);
    BS_ASSERT(report->rpo.count == 0 || (report->ledgers != NULL && report->lags != NULL));
    BS_ASSERT(buffer != NULL);

    bs_json_begin_object(&writer);
    write_text(&writer, "schema", "blackstart.report/1", NULL);
    write_identity(&writer, report);
    write_faults(&writer, report);
    write_objectives(&writer, report);
    write_achieved(&writer, report);
    write_outages(&writer, report);
    write_phases(&writer, report);
    write_gains(&writer, &report->gains);
    write_predictions(&writer, &report->predictions);
    write_executions(&writer, &report->executions);
    write_steps(&writer, &report->steps);
    write_stores(&writer, report);
    write_cohorts(&writer, &report->cohorts);
    write_invariants(&writer, &report->invariants);
    bs_json_posture(&writer, report);
    write_findings(&writer, report);
    bs_json_end_object(&writer);
    bs_buffer_text(buffer, "\n");
}
