/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/verdict.h"

#include <inttypes.h>

#include "base/assert.h"

enum { PPB = 1000000000, DEFAULT_SUCCESS_PPB = 950000000, DEFAULT_HOLD_S = 300 };

/** Findings besides those per store, invariant, risk and execution. */
enum { FIXED_FINDINGS_MAX = 8 };

static const char *const stopped_states[] = {"paused_by_operator", "canceled", NULL};

void bs_objectives_find(const struct bs_evidence *evidence, struct bs_objectives *objectives)
{
    *objectives = (struct bs_objectives){
        .rto = bs_unknown("no RTO objective was set"),
        .clock = "impact",
        .success_ppb = DEFAULT_SUCCESS_PPB,
        .hold = BS_SECONDS(DEFAULT_HOLD_S),
    };
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_OBJECTIVE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_OBJECTIVE, k);
        int64_t rto_ns = bs_record_number(record, "rto_ns");
        int64_t split_ns = bs_record_number(record, "split_brain_ns");
        int64_t success_ppb = bs_record_number(record, "success_ppb");
        int64_t hold_ns = bs_record_number(record, "hold_ns");

        if (rto_ns >= 0 && (!bs_is_known(objectives->rto) || rto_ns < objectives->rto.value)) {
            objectives->rto = bs_known(rto_ns);
        }
        if (split_ns >= 0 && (k == 0 || split_ns < objectives->split_brain_ns)) {
            objectives->split_brain_ns = split_ns;
        }
        if (k > 0) {
            continue;
        }
        objectives->given = true;
        objectives->clock = bs_record_words(record, "clock");
        if (success_ppb >= 0 && success_ppb <= PPB) {
            objectives->success_ppb = success_ppb;
        }
        if (hold_ns >= 0) {
            objectives->hold.ns = hold_ns;
        }
    }
}

static void add(struct bs_findings *findings, enum bs_verdict verdict, bool is_headline,
                const char *text)
{
    findings->items[findings->count++] =
        (struct bs_finding){.verdict = verdict, .is_headline = is_headline, .text = text};
    if (verdict > findings->verdict) {
        findings->verdict = verdict;
    }
}

static enum bs_verdict compare_with(int64_t achieved, int64_t objective)
{
    return achieved > objective ? BS_VERDICT_FAIL : BS_VERDICT_PASS;
}

/** "met, 26.8s to spare" or "missed by 6m 42s". */
static const char *margin_words(struct bs_evidence *evidence, int64_t achieved, int64_t objective)
{
    if (achieved > objective) {
        return bs_evidence_words(evidence, "missed by %s",
                                 bs_evidence_duration(evidence, achieved - objective));
    }
    return bs_evidence_words(evidence, "met, %s to spare",
                             bs_evidence_duration(evidence, objective - achieved));
}

static const char *objective_words(struct bs_evidence *evidence, struct bs_figure objective)
{
    if (!bs_is_known(objective)) {
        return "no objective";
    }
    return bs_evidence_words(evidence, "objective %s",
                             bs_evidence_duration(evidence, objective.value));
}

static bool expects_no_recovery(const struct bs_evidence *evidence)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXPECT); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXPECT, k);

        if (bs_text_is(bs_record_text(record, "expectation"), "recovered")) {
            return bs_text_is(bs_record_text(record, "value"), "false");
        }
    }
    return false;
}

static void judge_unrecovered(struct bs_evidence *evidence,
                              const struct bs_verdict_question *question,
                              struct bs_findings *findings)
{
    const struct bs_outage *worst = bs_outages_worst(question->outages);
    bool expected = expects_no_recovery(evidence);

    add(findings, expected ? BS_VERDICT_PASS : BS_VERDICT_FAIL, true,
        bs_evidence_words(evidence, "RTO not reached, %s: %s%s",
                          objective_words(evidence, question->objectives->rto), worst->censored,
                          expected ? " (as expected)" : ""));
}

static void judge_rto(struct bs_evidence *evidence, const struct bs_verdict_question *question,
                      struct bs_findings *findings)
{
    const struct bs_outage *worst = bs_outages_worst(question->outages);
    struct bs_figure objective = question->objectives->rto;
    const char *clock =
        bs_text_is(question->objectives->clock, "impact")
            ? ""
            : bs_evidence_words(evidence, " (from %s)", question->objectives->clock);

    if (worst != NULL && worst->censored != NULL) {
        judge_unrecovered(evidence, question, findings);
    } else if (!bs_is_known(question->rto)) {
        add(findings, BS_VERDICT_UNKNOWN, true,
            bs_evidence_words(evidence, "RTO%s unknown, %s: %s", clock,
                              objective_words(evidence, objective), question->rto.unknown));
    } else if (!bs_is_known(objective)) {
        add(findings, BS_VERDICT_PASS, true,
            bs_evidence_words(evidence, "RTO%s %s, no objective", clock,
                              bs_evidence_duration(evidence, question->rto.value)));
    } else {
        add(findings, compare_with(question->rto.value, objective.value), true,
            bs_evidence_words(evidence, "RTO%s %s, objective %s: %s", clock,
                              bs_evidence_duration(evidence, question->rto.value),
                              bs_evidence_duration(evidence, objective.value),
                              margin_words(evidence, question->rto.value, objective.value)));
    }
}

static void judge_store(struct bs_evidence *evidence, const struct bs_store_row *store,
                        struct bs_findings *findings)
{
    const char *objective;

    if (!bs_is_known(store->objective)) {
        return;
    }
    objective = bs_evidence_duration(evidence, store->objective.value);
    if (!bs_is_known(store->rpo)) {
        add(findings, BS_VERDICT_UNKNOWN, true,
            bs_evidence_words(evidence, "RPO %s unknown, objective %s: %s", store->id, objective,
                              store->rpo.unknown));
        return;
    }
    add(findings, compare_with(store->rpo.value, store->objective.value), true,
        bs_evidence_words(evidence, "RPO %s %s, objective %s: %s", store->id,
                          bs_evidence_duration(evidence, store->rpo.value), objective,
                          margin_words(evidence, store->rpo.value, store->objective.value)));
}

static void judge_split_brain(struct bs_evidence *evidence,
                              const struct bs_verdict_question *question,
                              struct bs_findings *findings)
{
    const struct bs_split_brain *split = question->split;
    int64_t objective_ns = question->objectives->split_brain_ns;
    bool missed;

    if (!bs_is_known(split->duration)) {
        add(findings, BS_VERDICT_UNKNOWN, true,
            bs_evidence_words(evidence, "split brain unknown: %s", split->duration.unknown));
        return;
    }
    missed = split->duration.value > objective_ns || (objective_ns == 0 && split->writes > 0);
    add(findings, missed ? BS_VERDICT_FAIL : BS_VERDICT_PASS, true,
        bs_evidence_words(evidence, "split brain %s and %" PRId64 " writes, objective %s: %s",
                          bs_evidence_duration(evidence, split->duration.value), split->writes,
                          bs_evidence_duration(evidence, objective_ns), missed ? "missed" : "met"));
}

static void judge_risks(struct bs_evidence *evidence, const struct bs_split_brain *split,
                        struct bs_findings *findings)
{
    for (size_t i = 0; i < split->risk_count; i++) {
        add(findings, BS_VERDICT_PASS, true,
            bs_evidence_words(evidence, "accepted risk: %s", split->risks[i]));
    }
}

static void judge_invariants(struct bs_evidence *evidence, const struct bs_invariants *invariants,
                             struct bs_findings *findings)
{
    static const enum bs_verdict verdicts[] = {
        [BS_OUTCOME_PASS] = BS_VERDICT_PASS,
        [BS_OUTCOME_FAIL] = BS_VERDICT_FAIL,
        [BS_OUTCOME_UNKNOWN] = BS_VERDICT_UNKNOWN,
    };

    for (size_t i = 0; i < invariants->count; i++) {
        const struct bs_invariant *item = &invariants->items[i];

        add(findings, verdicts[item->outcome], false,
            bs_evidence_words(evidence, "%s: %s", item->name, item->reason));
    }
}

static void judge_evidence(struct bs_evidence *evidence, const struct bs_objectives *objectives,
                           struct bs_findings *findings)
{
    if (!objectives->given) {
        add(findings, BS_VERDICT_UNKNOWN, false, "no objective is given, so nothing can be met");
    }
    if (bs_history_is_truncated(evidence->history)) {
        add(findings, BS_VERDICT_UNKNOWN, false,
            "the history is truncated: it reached its bound and misses what came after");
    }
    if (bs_evidence_count(evidence, BS_RECORD_END) == 0) {
        add(findings, BS_VERDICT_UNKNOWN, false, "the history has no end: the run was cut short");
    } else {
        const struct bs_record *end = bs_evidence_get(evidence, BS_RECORD_END, 0);

        if (!bs_text_is(bs_record_text(end, "reason"), "horizon")) {
            add(findings, BS_VERDICT_UNKNOWN, false,
                bs_evidence_words(evidence, "the run ended before its horizon: %s",
                                  bs_record_words(end, "reason")));
        }
    }
}

static void judge_executions(struct bs_evidence *evidence, const struct bs_executions *executions,
                             struct bs_findings *findings)
{
    for (size_t i = 0; i < executions->count; i++) {
        const struct bs_execution_row *row = &executions->items[i];

        if (bs_text_is_one_of(row->state, stopped_states)) {
            add(findings, BS_VERDICT_STOPPED, true,
                bs_evidence_words(evidence, "%s is %s", row->workflow, row->state));
        }
    }
}

void bs_verdict_find(struct bs_evidence *evidence, const struct bs_verdict_question *question,
                     struct bs_findings *findings)
{
    size_t capacity = FIXED_FINDINGS_MAX + question->rpo->count + question->invariants->count +
                      question->split->risk_count + question->executions->count;

    *findings = (struct bs_findings){
        .items = bs_evidence_array(evidence, capacity, sizeof(*findings->items)),
    };
    if (findings->items == NULL) {
        findings->verdict = BS_VERDICT_UNKNOWN;
        return;
    }
    judge_rto(evidence, question, findings);
    for (size_t i = 0; i < question->rpo->count; i++) {
        judge_store(evidence, &question->rpo->stores[i], findings);
    }
    judge_split_brain(evidence, question, findings);
    judge_risks(evidence, question->split, findings);
    judge_executions(evidence, question->executions, findings);
    judge_invariants(evidence, question->invariants, findings);
    judge_evidence(evidence, question->objectives, findings);
    BS_ASSERT(findings->count <= capacity);
}

const char *bs_verdict_name(enum bs_verdict verdict)
{
    static const char *const names[] = {"pass", "stopped", "unknown", "fail"};

    BS_ASSERT((size_t)verdict < sizeof(names) / sizeof(names[0]));
    return names[verdict];
}

int bs_verdict_exit_status(enum bs_verdict verdict)
{
    static const int statuses[] = {
        [BS_VERDICT_PASS] = 0,
        [BS_VERDICT_STOPPED] = 2,
        [BS_VERDICT_UNKNOWN] = 2,
        [BS_VERDICT_FAIL] = 1,
    };

    BS_ASSERT((size_t)verdict < sizeof(statuses) / sizeof(statuses[0]));
    return statuses[verdict];
}
