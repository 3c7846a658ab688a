/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/response.h"

#include <inttypes.h>

#include "base/assert.h"

static const size_t NONE = SIZE_MAX;

static bool fault_ended_by(const struct bs_evidence *evidence, size_t onset, struct bs_instant at)
{
    const char *name = bs_record_text(bs_evidence_get(evidence, BS_RECORD_FAULT, onset), "fault");

    for (size_t k = onset + 1; k < bs_evidence_count(evidence, BS_RECORD_FAULT); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FAULT, k);

        if (record->at.ns <= at.ns && bs_text_is(bs_record_text(record, "state"), "end") &&
            bs_text_is(bs_record_text(record, "fault"), name)) {
            return true;
        }
    }
    return false;
}

static struct bs_moment find_fault(struct bs_evidence *evidence, struct bs_instant begin)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FAULT); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FAULT, k);

        /* An onset inside the first bad bin comes after that bin's start and still is the cause; one at
           the start of the run belongs to the steady state (unless the outage is there at once). */
        if (record->at.ns < begin.ns + BS_NS_PER_S && (record->at.ns > 0 || begin.ns == 0) &&
            bs_text_is(bs_record_text(record, "state"), "onset") &&
            !fault_ended_by(evidence, k, begin)) {
            return bs_evidence_moment(
                evidence, BS_RECORD_FAULT, k,
                bs_evidence_words(evidence, "fault %s", bs_record_words(record, "fault")));
        }
    }
    return bs_moment_missing("no fault was active when the outage began");
}

/** Where to look for the decision that answers an outage. */
struct window {
    struct bs_instant from;
    struct bs_instant begin; /* Of the outage: what is under way then counts too. */
    struct bs_instant to;
};

static bool was_under_way(const struct bs_executions *executions, const struct bs_record *decision,
                          struct bs_instant at)
{
    const struct bs_execution_row *row =
        bs_executions_get(executions, bs_record_number(decision, "execution"));

    return row != NULL && row->start.ns != BS_INSTANT_UNKNOWN.ns && row->start.ns <= at.ns &&
           (row->end.ns == BS_INSTANT_UNKNOWN.ns || row->end.ns > at.ns);
}

/** Whether all that a decision led to was over before an outage began. */
static bool was_over(const struct bs_executions *executions, const struct bs_record *decision,
                     struct bs_instant begin)
{
    const struct bs_execution_row *row =
        bs_executions_get(executions, bs_record_number(decision, "execution"));

    return row != NULL && row->end.ns != BS_INSTANT_UNKNOWN.ns && row->end.ns < begin.ns;
}

static size_t find_decision(const struct bs_evidence *evidence,
                            const struct bs_executions *executions, const struct window *window)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DECISION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DECISION, k);

        if (record->at.ns <= window->to.ns && !was_over(executions, record, window->begin) &&
            (record->at.ns >= window->from.ns ||
             was_under_way(executions, record, window->begin))) {
            return k;
        }
    }
    return NONE;
}

static struct bs_moment decision_moment(struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DECISION, k);
    const char *words = bs_evidence_words(
        evidence, "decision to run %s (%s), %" PRId64 " of %" PRId64 " sources unhealthy",
        bs_record_words(record, "workflow"), bs_record_words(record, "mode"),
        bs_record_number(record, "unhealthy"), bs_record_number(record, "sources"));

    return bs_evidence_moment(evidence, BS_RECORD_DECISION, k, words);
}

static const char *no_decision_words(struct bs_evidence *evidence, struct bs_instant last)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DECISION); k++) {
        struct bs_instant at = bs_evidence_get(evidence, BS_RECORD_DECISION, k)->at;

        if (at.ns >= last.ns) {
            return bs_evidence_words(evidence, "the decision came at %s, after the end",
                                     bs_evidence_duration(evidence, at.ns));
        }
    }
    return "no decision was taken";
}

/** The place in history of the last decision before decision `k` on the same trigger, or -1. */
static int64_t decided_before(const struct bs_evidence *evidence, size_t k, const char *trigger)
{
    int64_t index = -1;

    for (size_t i = 0; i < k; i++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DECISION, i);

        if (bs_text_is(bs_record_text(record, "trigger"), trigger)) {
            index = (int64_t)bs_evidence_index(evidence, BS_RECORD_DECISION, i);
        }
    }
    return index;
}

static struct bs_moment find_detection(struct bs_evidence *evidence, size_t decision)
{
    const char *trigger =
        bs_record_text(bs_evidence_get(evidence, BS_RECORD_DECISION, decision), "trigger");
    int64_t from = decided_before(evidence, decision, trigger);
    int64_t to = (int64_t)bs_evidence_index(evidence, BS_RECORD_DECISION, decision);
    size_t found = NONE;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DETECTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DETECTION, k);
        int64_t index = (int64_t)bs_evidence_index(evidence, BS_RECORD_DETECTION, k);

        if (index < from || index > to || !bs_text_is(bs_record_text(record, "trigger"), trigger)) {
            continue;
        }
        if (bs_text_is(bs_record_text(record, "state"), "stood_down")) {
            found = NONE;
        } else if (found == NONE && bs_text_is(bs_record_text(record, "state"), "detected")) {
            found = k;
        }
    }
    if (found == NONE) {
        return bs_moment_missing("no detection led to the decision");
    }
    return bs_evidence_moment(
        evidence, BS_RECORD_DETECTION, found,
        bs_evidence_words(evidence, "trigger %s detected the failure", trigger ? trigger : "?"));
}

static struct bs_moment find_start(struct bs_evidence *evidence, int64_t execution)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);

        if (bs_record_number(record, "execution") == execution &&
            bs_text_is(bs_record_text(record, "state"), "in_progress")) {
            return bs_evidence_moment(
                evidence, BS_RECORD_EXECUTION, k,
                bs_evidence_words(evidence, "%s started", bs_record_words(record, "workflow")));
        }
    }
    return bs_moment_missing("the decided workflow was never started");
}

static struct window window_of(const struct bs_evidence *evidence, const struct bs_outages *outages,
                               const struct bs_moment *fault)
{
    const struct bs_outage *outage = &outages->items[outages->worst];
    struct window window = {.begin = outage->begin,
                            .to = bs_outage_last(outage, evidence->horizon)};

    if (outages->worst > 0) {
        window.from = (struct bs_instant){outages->items[outages->worst - 1].end.ns + 1};
    }
    if (bs_has_happened(*fault)) {
        window.from = bs_instant_max(window.from, fault->at);
    }
    return window;
}

void bs_response_find(struct bs_evidence *evidence, const struct bs_outages *outages,
                      const struct bs_executions *executions, struct bs_response *response)
{
    struct window window;
    size_t decision;

    BS_ASSERT(bs_outages_worst(outages) != NULL);
    *response = (struct bs_response){.execution = BS_ANY_EXECUTION};
    response->fault = find_fault(evidence, bs_outages_worst(outages)->begin);
    window = window_of(evidence, outages, &response->fault);
    decision = find_decision(evidence, executions, &window);
    if (decision == NONE) {
        response->declared = bs_moment_missing(no_decision_words(evidence, window.to));
        response->detected = bs_moment_missing(bs_evidence_words(
            evidence, "no detection led to a decision in time: %s", response->declared.words));
        response->started = bs_moment_missing(response->declared.words);
        return;
    }
    response->declared = decision_moment(evidence, decision);
    response->detected = find_detection(evidence, decision);
    response->workflow =
        bs_record_text(bs_evidence_get(evidence, BS_RECORD_DECISION, decision), "workflow");
    response->execution =
        bs_record_number(bs_evidence_get(evidence, BS_RECORD_DECISION, decision), "execution");
    response->started = find_start(evidence, response->execution);
}

static struct bs_figure since(struct bs_moment moment, struct bs_instant end)
{
    if (!bs_has_happened(moment)) {
        return bs_unknown(moment.words);
    }
    if (moment.at.ns > end.ns) {
        return bs_unknown("came after the end of the outage");
    }
    return bs_known(end.ns - moment.at.ns);
}

void bs_response_clocks(const struct bs_outages *outages, const struct bs_response *response,
                        struct bs_clocks *clocks)
{
    struct bs_figure impact = bs_outages_rto(outages);
    const struct bs_outage *worst = bs_outages_worst(outages);

    *clocks = (struct bs_clocks){impact, impact, impact, impact};
    if (worst == NULL || worst->censored != NULL) {
        return;
    }
    BS_ASSERT(response != NULL);
    clocks->fault = since(response->fault, worst->end);
    clocks->detected = since(response->detected, worst->end);
    clocks->declared = since(response->declared, worst->end);
}

struct bs_figure bs_response_plan_recovery(const struct bs_outages *outages,
                                           const struct bs_response *response)
{
    const struct bs_outage *worst = bs_outages_worst(outages);

    if (outages->unknown != NULL) {
        return bs_unknown(outages->unknown);
    }
    if (worst == NULL) {
        return bs_unknown("there was no outage to recover from");
    }
    if (worst->censored != NULL) {
        return bs_unknown(worst->censored);
    }
    BS_ASSERT(response != NULL);
    return since(response->started, worst->end);
}
