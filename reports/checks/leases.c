/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>

#include "reports/checks/inquiry.h"

/* calls_covered_by_lease */

static bool is_grant(const struct bs_record *lease)
{
    return bs_record_instant(lease, "until_ns").ns > lease->at.ns;
}

/** Judges LEASE record `k` against the one before it in its table. */
static struct bs_invariant judge_grant(struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *lease = bs_evidence_get(evidence, BS_RECORD_LEASE, k);
    int64_t token = bs_record_number(lease, "token");

    for (size_t i = k; i-- > 0;) {
        const struct bs_record *last = bs_evidence_get(evidence, BS_RECORD_LEASE, i);
        int64_t holder = bs_record_number(last, "holder");
        bool changes_hands = holder != bs_record_number(lease, "holder");

        if (!bs_text_is(bs_record_text(last, "table"), bs_record_text(lease, "table"))) {
            continue;
        }
        if (token < bs_record_number(last, "token") ||
            (changes_hands && token == bs_record_number(last, "token"))) {
            return bs_violated(
                lease->at,
                bs_evidence_words(evidence, "the lease's token went from %" PRId64 " to %" PRId64,
                                  bs_record_number(last, "token"), token));
        }
        if (changes_hands && bs_record_instant(last, "until_ns").ns > lease->at.ns) {
            return bs_violated(
                lease->at, bs_evidence_words(evidence,
                                             "orchestrator %" PRId64 " was granted the lease while "
                                             "that of orchestrator %" PRId64 " stood",
                                             bs_record_number(lease, "holder"), holder));
        }
        return bs_passed("");
    }
    return bs_passed("");
}

static bool needs_lease(const struct bs_call_fact *call)
{
    return bs_operation_is_of_aws(call->operation) && !bs_operation_reads(call->operation) &&
           !bs_text_is(call->operation, "dynamodb:UpdateItem");
}

/** Whether a person has said before that the call's execution goes on without its lease. */
static bool is_excused(const struct bs_evidence *evidence, const struct bs_call_fact *call)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_RISK); k++) {
        const struct bs_record *risk = bs_evidence_get(evidence, BS_RECORD_RISK, k);

        if (bs_evidence_index(evidence, BS_RECORD_RISK, k) < call->index &&
            bs_record_text(risk, "step") == NULL &&
            bs_record_number(risk, "execution") == call->execution) {
            return true;
        }
    }
    return false;
}

/** How many LEASE records stand before a place in the history. */
static size_t leases_before(const struct bs_evidence *evidence, size_t index)
{
    size_t first = 0;
    size_t end = bs_evidence_count(evidence, BS_RECORD_LEASE);

    while (first < end) {
        const size_t middle = first + (end - first) / 2;

        if (bs_evidence_index(evidence, BS_RECORD_LEASE, middle) < index) {
            first = middle + 1;
        } else {
            end = middle;
        }
    }
    return first;
}

/** Whether the last grant before the call is its sender's and lasts to its deadline. */
static bool is_covered(const struct bs_evidence *evidence, const struct bs_call_fact *call)
{
    for (size_t k = leases_before(evidence, call->index); k-- > 0;) {
        const struct bs_record *lease = bs_evidence_get(evidence, BS_RECORD_LEASE, k);

        if (bs_record_number(lease, "holder") == call->orchestrator) {
            return bs_record_instant(lease, "until_ns").ns >= call->deadline.ns;
        }
        if (is_grant(lease)) {
            return false;
        }
    }
    return false;
}

/** Who, other than `orchestrator`, holds the lease at a place in the history; 0: nobody. */
static int64_t other_holder(const struct bs_evidence *evidence, int64_t orchestrator,
                            const struct bs_step_fact *start)
{
    int64_t holder = 0;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LEASE) &&
                       bs_evidence_index(evidence, BS_RECORD_LEASE, k) < start->index;
         k++) {
        const struct bs_record *lease = bs_evidence_get(evidence, BS_RECORD_LEASE, k);
        bool stands = bs_record_instant(lease, "until_ns").ns > start->at.ns &&
                      bs_record_number(lease, "holder") != orchestrator;

        holder = stands ? bs_record_number(lease, "holder") : 0;
    }
    return holder;
}

static struct bs_invariant judge_starts(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < inquiry->move_count; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];
        const struct bs_execution_row *row =
            bs_executions_get(inquiry->executions, move->execution);
        int64_t holder;

        if (!move->is_start || row == NULL || row->orchestrator == 0 ||
            bs_begun_at(evidence, row->orchestrator, move->at).ns != move->at.ns) {
            continue;
        }
        holder = other_holder(evidence, row->orchestrator, move);
        if (holder != 0) {
            return bs_violated(
                move->at, bs_evidence_words(evidence,
                                            "step %s of orchestrator %" PRId64 " started while "
                                            "orchestrator %" PRId64 " held the lease",
                                            move->step, row->orchestrator, holder));
        }
    }
    return bs_passed("");
}

struct bs_invariant bs_check_leases(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;
    size_t leases = bs_evidence_count(evidence, BS_RECORD_LEASE);
    struct bs_invariant judged = bs_passed("");

    if (leases == 0) {
        return bs_passed("no lease is in use");
    }
    for (size_t k = 0; k < leases && judged.outcome == BS_OUTCOME_PASS; k++) {
        judged = judge_grant(evidence, k);
    }
    for (size_t k = 0; k < inquiry->call_count && judged.outcome == BS_OUTCOME_PASS; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];

        if (bs_call_was_sent(call) && needs_lease(call) && !is_covered(evidence, call) &&
            !is_excused(evidence, call)) {
            judged = bs_violated(call->at,
                                 bs_evidence_words(evidence,
                                                   "orchestrator %" PRId64
                                                   " sent %s without a lease up to its deadline",
                                                   call->orchestrator, call->operation));
        }
    }
    if (judged.outcome == BS_OUTCOME_PASS) {
        judged = judge_starts(inquiry);
    }
    return judged.outcome == BS_OUTCOME_PASS
               ? bs_passed("all that changed anything was sent under a lease")
               : judged;
}

/* one_execution_at_a_time */

/** The place of an orchestrator's last crash, if it was down at place `before`; else SIZE_MAX. */
static size_t last_crash(const struct bs_evidence *evidence, int64_t orchestrator, size_t before)
{
    size_t crash = SIZE_MAX;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k);
        size_t index = bs_evidence_index(evidence, BS_RECORD_ORCHESTRATOR, k);

        if (index < before && bs_record_number(record, "orchestrator") == orchestrator) {
            crash = bs_text_is(bs_record_text(record, "state"), "crashed") ? index : SIZE_MAX;
        }
    }
    return crash;
}

/** Whether an execution stands in_progress at a place in the history, and nobody has taken it over. */
static bool is_under_way(const struct bs_inquiry *inquiry, const struct bs_execution_row *row,
                         size_t before, struct bs_instant at)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    const char *state = NULL;
    size_t crash;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION) &&
                       bs_evidence_index(evidence, BS_RECORD_EXECUTION, k) < before;
         k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);

        if (bs_record_number(record, "execution") == row->number) {
            state = bs_record_text(record, "state");
        }
    }
    if (!bs_text_is(state, "in_progress")) {
        return false;
    }
    crash = last_crash(evidence, row->orchestrator, before);
    return crash == SIZE_MAX || bs_taken_over_at(evidence, row->orchestrator, crash).ns > at.ns;
}

/** Whether EXECUTION record `k` only says at a resumption what had begun before the crash. */
static bool is_belated(const struct bs_inquiry *inquiry, size_t k)
{
    const struct bs_record *record = bs_evidence_get(inquiry->evidence, BS_RECORD_EXECUTION, k);
    const struct bs_execution_row *row =
        bs_executions_get(inquiry->executions, bs_record_number(record, "execution"));

    return row != NULL &&
           bs_begun_at(inquiry->evidence, row->orchestrator, record->at).ns != record->at.ns;
}

struct bs_invariant bs_check_one_execution(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);
        size_t index = bs_evidence_index(evidence, BS_RECORD_EXECUTION, k);

        if (!bs_text_is(bs_record_text(record, "state"), "in_progress") || is_belated(inquiry, k)) {
            continue;
        }
        for (size_t i = 0; i < inquiry->executions->count; i++) {
            const struct bs_execution_row *row = &inquiry->executions->items[i];

            if (row->number != bs_record_number(record, "execution") &&
                is_under_way(inquiry, row, index, record->at)) {
                return bs_violated(
                    record->at, bs_evidence_words(evidence,
                                                  "%s (execution %" PRId64 ") was under way while "
                                                  "%s (execution %" PRId64 ") was",
                                                  bs_record_words(record, "workflow"),
                                                  bs_record_number(record, "execution"),
                                                  row->workflow, row->number));
            }
        }
    }
    return bs_passed("no two executions were under way at once");
}
