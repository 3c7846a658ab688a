/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>

#include "reports/checks/inquiry.h"

/* approval_respected */

/** The call that asked a question; NULL if none did. */
static const struct bs_call_fact *asked_by(const struct bs_inquiry *inquiry, int64_t question)
{
    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];

        if (call->count == question && bs_text_is(call->operation, "people:Ask")) {
            return call;
        }
    }
    return NULL;
}

/** Whether, between two places, a person let the execution go on. */
static bool was_let_on(const struct bs_inquiry *inquiry, int64_t execution, size_t from, size_t to)
{
    static const char *const lets_on[] = {"approved", "retry", "skip", NULL};
    const struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_PERSON); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PERSON, k);
        size_t index = bs_evidence_index(evidence, BS_RECORD_PERSON, k);
        const struct bs_call_fact *ask;

        if (index <= from || index >= to ||
            !bs_text_is_one_of(bs_record_text(record, "state"), lets_on)) {
            continue;
        }
        ask = asked_by(inquiry, bs_record_number(record, "question"));
        if (ask != NULL && ask->execution == execution) {
            return true;
        }
    }
    return false;
}

/** Judges PERSON record `k`, by which somebody declined. */
static struct bs_invariant judge_refusal(struct bs_inquiry *inquiry, size_t k)
{
    struct bs_evidence *evidence = inquiry->evidence;
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PERSON, k);
    size_t index = bs_evidence_index(evidence, BS_RECORD_PERSON, k);
    const struct bs_call_fact *ask = asked_by(inquiry, bs_record_number(record, "question"));

    if (ask == NULL) {
        return bs_undecided(bs_evidence_words(
            evidence, "%s declined question %" PRId64 ", which no call asked",
            bs_record_words(record, "person"), bs_record_number(record, "question")));
    }
    for (size_t i = 0; i < inquiry->move_count; i++) {
        const struct bs_step_fact *move = &inquiry->moves[i];

        if (move->is_start && move->index > index && move->execution == ask->execution &&
            !was_let_on(inquiry, ask->execution, index, move->index)) {
            return bs_violated(move->at,
                               bs_evidence_words(evidence, "step %s started after %s declined %s",
                                                 move->step, bs_record_words(record, "person"),
                                                 ask->step != NULL ? ask->step : "a question"));
        }
    }
    return bs_passed("");
}

/** Whether the run of the step that move `k` belongs to waited for an approval. */
static bool has_waited(const struct bs_inquiry *inquiry, size_t k)
{
    const struct bs_step_fact *end = &inquiry->moves[k];

    while (k-- > 0) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (move->execution != end->execution || !bs_text_is(move->step, end->step)) {
            continue;
        }
        if (bs_text_is(move->state, "pending_approval")) {
            return true;
        }
        if (move->is_start) {
            return false;
        }
    }
    return false;
}

/** Whether people approved before a step's end: a question that is asked again keeps its answer. */
static bool was_approved(const struct bs_inquiry *inquiry, const struct bs_step_fact *end)
{
    const struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_PERSON); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PERSON, k);
        size_t index = bs_evidence_index(evidence, BS_RECORD_PERSON, k);
        const struct bs_call_fact *ask;

        if (index >= end->index || !bs_text_is(bs_record_text(record, "state"), "approved")) {
            continue;
        }
        ask = asked_by(inquiry, bs_record_number(record, "question"));
        if (ask != NULL && ask->execution == end->execution && bs_text_is(ask->step, end->step)) {
            return true;
        }
    }
    return false;
}

struct bs_invariant bs_check_approvals(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;
    struct bs_invariant worst = bs_passed("people were asked and obeyed");

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_PERSON); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PERSON, k);

        if (bs_text_is(bs_record_text(record, "state"), "declined")) {
            struct bs_invariant judged = judge_refusal(inquiry, k);

            if (judged.outcome == BS_OUTCOME_FAIL) {
                return judged;
            }
            worst = judged.outcome == BS_OUTCOME_UNKNOWN ? judged : worst;
        }
    }
    for (size_t k = 0; k < inquiry->move_count; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (bs_text_is(move->state, "completed") && has_waited(inquiry, k) &&
            !was_approved(inquiry, move)) {
            return bs_violated(move->at, bs_evidence_words(evidence,
                                                           "step %s waited for an approval and "
                                                           "completed without one",
                                                           move->step));
        }
    }
    return worst;
}

/* no_failover_without_confirmation */

/** What confirmed it was recorded before the crash, or like the decision only at the resumption. */
static bool was_confirmed(const struct bs_inquiry *inquiry, size_t decided)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    const struct bs_record *decision = bs_evidence_get(evidence, BS_RECORD_DECISION, decided);
    const size_t index = bs_evidence_index(evidence, BS_RECORD_DECISION, decided);
    const struct bs_instant at = bs_decided_at(inquiry, decided);

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DETECTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DETECTION, k);

        if (bs_evidence_index(evidence, BS_RECORD_DETECTION, k) < index &&
            (record->at.ns == at.ns || record->at.ns == decision->at.ns) &&
            bs_text_is(bs_record_text(record, "state"), "confirmed") &&
            bs_text_is(bs_record_text(record, "trigger"), bs_record_text(decision, "trigger"))) {
            return true;
        }
    }
    return false;
}

struct bs_invariant bs_check_confirmation(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DECISION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DECISION, k);

        if (!bs_trigger_is_order(bs_record_text(record, "trigger")) && !was_confirmed(inquiry, k)) {
            return bs_violated(record->at,
                               bs_evidence_words(evidence,
                                                 "%s was decided on although %s was not confirmed",
                                                 bs_record_words(record, "workflow"),
                                                 bs_record_words(record, "trigger")));
        }
    }
    return bs_passed("no decision without a confirmed detection or an operator's order");
}
