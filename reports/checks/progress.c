/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/inquiry.h"

#include "reports/spans.h"

static const char *const ended_states[] = {"completed",
                                           "completed_with_exceptions",
                                           "failed",
                                           "timed_out",
                                           "skipped",
                                           "rolled_back",
                                           "rolling_back",
                                           "canceled",
                                           NULL};
static const char *const halted_states[] = {"paused_by_failed_step", "paused_by_operator",
                                            "pending_approval", NULL};

/* execution_ends */

/** The place of an execution's first final state; SIZE_MAX if it has none. */
static size_t end_of(const struct bs_evidence *evidence, int64_t execution)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);

        if (bs_record_number(record, "execution") == execution &&
            bs_execution_is_over_in(bs_record_text(record, "state"))) {
            return bs_evidence_index(evidence, BS_RECORD_EXECUTION, k);
        }
    }
    return SIZE_MAX;
}

/** The last EXECUTION record of an execution; NULL if it has none. */
static const struct bs_record *last_state(const struct bs_evidence *evidence, int64_t execution)
{
    for (size_t k = bs_evidence_count(evidence, BS_RECORD_EXECUTION); k-- > 0;) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);

        if (bs_record_number(record, "execution") == execution) {
            return record;
        }
    }
    return NULL;
}

/** The last ORCHESTRATOR record of an orchestrator; SIZE_MAX if it has none. */
static size_t last_heard(const struct bs_evidence *evidence, int64_t orchestrator)
{
    size_t last = SIZE_MAX;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k);

        last = bs_record_number(record, "orchestrator") == orchestrator ? k : last;
    }
    return last;
}

/** Whether an orchestrator's last word is that it stands in one of `states`. */
static bool ended_in(const struct bs_evidence *evidence, int64_t orchestrator,
                     const char *const *states)
{
    const size_t last = last_heard(evidence, orchestrator);

    return last != SIZE_MAX &&
           bs_text_is_one_of(
               bs_record_text(bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, last), "state"),
               states);
}

/** Whether an orchestrator crashed for good and another was granted a lease after that. */
static bool was_taken_over(const struct bs_evidence *evidence, int64_t orchestrator)
{
    static const char *const crashed[] = {"crashed", NULL};

    return ended_in(evidence, orchestrator, crashed) &&
           bs_taken_over_at(evidence, orchestrator,
                            bs_evidence_index(evidence, BS_RECORD_ORCHESTRATOR,
                                              last_heard(evidence, orchestrator)))
                   .ns != BS_INSTANT_NEVER.ns;
}

/** Whether a step was under way when the history ended; whether in time, steps_within_timeout asks. */
static bool is_under_way(const struct bs_inquiry *inquiry, int64_t execution)
{
    static const char *const moving[] = {"in_progress", "pending_approval", "rolling_back", NULL};

    for (size_t k = inquiry->move_count; k > 0; k--) {
        const struct bs_step_fact *move = &inquiry->moves[k - 1];
        bool is_last = move->execution == execution;

        for (size_t later = k; is_last && later < inquiry->move_count; later++) {
            is_last = inquiry->moves[later].execution != execution ||
                      !bs_text_is(inquiry->moves[later].step, move->step);
        }
        if (is_last && bs_text_is_one_of(move->state, moving)) {
            return true;
        }
    }
    return false;
}

/** Whether the lease of a table was asked for at an instant or later, and the answer heard. */
static bool was_asked_for(const struct bs_inquiry *inquiry, const char *table,
                          struct bs_instant from)
{
    for (size_t k = inquiry->call_count; k > 0 && inquiry->calls[k - 1].at.ns >= from.ns; k--) {
        if (bs_text_is(inquiry->calls[k - 1].resource, table) &&
            inquiry->calls[k - 1].outcome != NULL) {
            return true;
        }
    }
    return false;
}

/**
 * Whether the run ended before anybody could take the orchestrator's place: a lease still stood, or its own
 * had lapsed and nobody asked since, who need not have, for a lease is asked for more often than it lasts.
 */
static bool could_not_be_taken_over(const struct bs_inquiry *inquiry, int64_t orchestrator)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    const size_t count = bs_evidence_count(evidence, BS_RECORD_LEASE);
    const struct bs_record *lease;
    struct bs_instant until;

    if (count == 0) {
        return false;
    }
    lease = bs_evidence_get(evidence, BS_RECORD_LEASE, count - 1);
    until = bs_record_instant(lease, "until_ns");
    return until.ns > evidence->horizon.ns ||
           (bs_record_number(lease, "holder") == orchestrator &&
            evidence->horizon.ns - until.ns < until.ns - lease->at.ns &&
            !was_asked_for(inquiry, bs_record_text(lease, "table"), until));
}

static struct bs_invariant judge_end(struct bs_inquiry *inquiry, const struct bs_execution_row *row)
{
    static const char *const down[] = {"crashed", "stopped", NULL};
    struct bs_evidence *evidence = inquiry->evidence;
    const struct bs_record *last = last_state(evidence, row->number);
    bool waits =
        bs_text_is_one_of(row->state, halted_states) || bs_text_is(row->state, "monitoring_health");

    if (last == NULL || (waits && bs_record_text(last, "reason") != NULL)) {
        return bs_passed("");
    }
    if (end_of(evidence, row->number) == SIZE_MAX) {
        const bool may_go_on = ended_in(evidence, row->orchestrator, down)
                                   ? could_not_be_taken_over(inquiry, row->orchestrator)
                                   : is_under_way(inquiry, row->number);

        if (bs_text_is(row->state, "in_progress") && may_go_on) {
            return bs_undecided(
                bs_evidence_words(evidence, "the run ended before %s did", row->workflow));
        }
        return was_taken_over(evidence, row->orchestrator)
                   ? bs_passed("")
                   : bs_violated(last->at, bs_evidence_words(
                                               evidence, "%s still stood %s at the end of the run",
                                               row->workflow, row->state));
    }
    if (!bs_execution_is_over_in(row->state)) {
        return bs_violated(last->at,
                           bs_evidence_words(evidence, "%s came to stand %s after its end",
                                             row->workflow, row->state));
    }
    return bs_passed("");
}

/** The steps of an execution that is over may only be written off, and that at once. */
static bool comes_too_late(const struct bs_step_fact *move, size_t end, struct bs_instant ended_at)
{
    return move->index > end &&
           (move->at.ns > ended_at.ns || bs_text_is(move->state, "in_progress"));
}

struct bs_invariant bs_check_execution_ends(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;

    if (bs_evidence_count(evidence, BS_RECORD_END) == 0) {
        return bs_undecided("the history has no end");
    }
    for (size_t i = 0; i < inquiry->executions->count; i++) {
        const struct bs_execution_row *row = &inquiry->executions->items[i];
        struct bs_invariant judged = judge_end(inquiry, row);
        size_t end = end_of(evidence, row->number);

        if (judged.outcome != BS_OUTCOME_PASS) {
            return judged;
        }
        for (size_t k = 0; end != SIZE_MAX && k < inquiry->move_count; k++) {
            const struct bs_step_fact *move = &inquiry->moves[k];

            if (move->execution == row->number && comes_too_late(move, end, row->end)) {
                return bs_violated(
                    move->at, bs_evidence_words(evidence, "step %s came to stand %s after %s ended",
                                                move->step, move->state, row->workflow));
            }
        }
    }
    return bs_passed("every execution ended or stands waiting with a reason");
}

/* steps_within_timeout */

/** When an orchestrator was last heard of before place `index`, or that place's own instant. */
static struct bs_instant last_heard_of(const struct bs_inquiry *inquiry, int64_t orchestrator,
                                       size_t index, struct bs_instant otherwise)
{
    size_t last = 0;
    bool found = false;

    for (size_t k = 0; k < inquiry->call_count && inquiry->calls[k].index < index; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];

        if (call->orchestrator == orchestrator) {
            size_t place = call->answer_index < index ? call->answer_index : call->index;

            last = place > last ? place : last;
            found = true;
        }
    }
    return found ? bs_history_get(inquiry->evidence->history, last)->at : otherwise;
}

/** When an orchestrator that went down at ORCHESTRATOR record `k` was back, or the horizon. */
static struct bs_instant back_at(const struct bs_evidence *evidence, size_t k)
{
    int64_t number =
        bs_record_number(bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k), "orchestrator");

    while (++k < bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR)) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k);

        if (bs_record_number(record, "orchestrator") == number &&
            !bs_text_is(bs_record_text(record, "state"), "crashed")) {
            return record->at;
        }
    }
    return evidence->horizon;
}

static size_t add_downtimes(const struct bs_inquiry *inquiry, int64_t orchestrator,
                            struct bs_span_of_time *spans)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    size_t count = 0;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k);

        if (bs_record_number(record, "orchestrator") == orchestrator &&
            (bs_text_is(bs_record_text(record, "state"), "crashed") ||
             bs_text_is(bs_record_text(record, "state"), "stopped"))) {
            struct bs_instant from =
                last_heard_of(inquiry, orchestrator,
                              bs_evidence_index(evidence, BS_RECORD_ORCHESTRATOR, k), record->at);

            spans[count++] =
                (struct bs_span_of_time){from, bs_instant_max(from, back_at(evidence, k))};
        }
    }
    return count;
}

/** When an execution left the state that EXECUTION record `k` entered, or the horizon. */
static struct bs_instant left_at(const struct bs_evidence *evidence, size_t k)
{
    int64_t execution =
        bs_record_number(bs_evidence_get(evidence, BS_RECORD_EXECUTION, k), "execution");
    struct bs_instant entered = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k)->at;

    while (++k < bs_evidence_count(evidence, BS_RECORD_EXECUTION)) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);

        if (bs_record_number(record, "execution") == execution) {
            return record->at;
        }
    }
    return bs_instant_max(entered, evidence->horizon);
}

static size_t add_pauses(const struct bs_evidence *evidence, int64_t execution,
                         struct bs_span_of_time *spans)
{
    static const char *const standing[] = {"pending", "paused_by_operator", "paused_by_failed_step",
                                           NULL};
    size_t count = 0;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);

        if (bs_record_number(record, "execution") == execution &&
            bs_text_is_one_of(bs_record_text(record, "state"), standing)) {
            spans[count++] = (struct bs_span_of_time){record->at, left_at(evidence, k)};
        }
    }
    return count;
}

/** When the step that started with move `k` ended or was started anew, or the horizon. */
static struct bs_instant step_ended_at(const struct bs_inquiry *inquiry, size_t k)
{
    const struct bs_step_fact *start = &inquiry->moves[k];

    while (++k < inquiry->move_count) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (move->execution == start->execution && bs_text_is(move->step, start->step) &&
            (move->is_start || bs_text_is_one_of(move->state, ended_states))) {
            return move->at;
        }
    }
    return bs_instant_max(start->at, inquiry->evidence->horizon);
}

static struct bs_invariant judge_timeout(struct bs_inquiry *inquiry, size_t k,
                                         struct bs_span_of_time *spans)
{
    const struct bs_step_fact *start = &inquiry->moves[k];
    const struct bs_execution_row *row = bs_executions_get(inquiry->executions, start->execution);
    struct bs_instant end = step_ended_at(inquiry, k);
    int64_t timeout_ns;
    int64_t excused_ns;
    size_t count;

    if (start->place == SIZE_MAX || row == NULL) {
        return bs_undecided(
            bs_evidence_words(inquiry->evidence, "the plan says no timeout for %s", start->step));
    }
    timeout_ns = bs_record_number(
        bs_evidence_get(inquiry->evidence, BS_RECORD_PLANNED, start->place), "timeout_ns");
    if (timeout_ns == BS_DURATION_UNKNOWN.ns || end.ns - start->at.ns <= timeout_ns) {
        return bs_passed("");
    }
    count = add_downtimes(inquiry, row->orchestrator, spans);
    count += add_pauses(inquiry->evidence, start->execution, spans + count);
    excused_ns = bs_spans_covered_ns(spans, count, start->at, end);
    if (end.ns - start->at.ns - excused_ns <= timeout_ns) {
        return bs_passed("");
    }
    return bs_violated(
        (struct bs_instant){start->at.ns + timeout_ns},
        bs_evidence_words(inquiry->evidence, "step %s took %s, its timeout is %s", start->step,
                          bs_evidence_duration(inquiry->evidence, end.ns - start->at.ns),
                          bs_evidence_duration(inquiry->evidence, timeout_ns)));
}

struct bs_invariant bs_check_timeouts(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;
    size_t count = bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR) +
                   bs_evidence_count(evidence, BS_RECORD_EXECUTION);
    struct bs_span_of_time *spans = bs_evidence_array(evidence, count, sizeof(*spans));
    struct bs_invariant worst = bs_passed("no step took longer than its timeout");

    for (size_t k = 0; spans != NULL && k < inquiry->move_count; k++) {
        if (inquiry->moves[k].is_start) {
            struct bs_invariant judged = judge_timeout(inquiry, k, spans);

            if (judged.outcome == BS_OUTCOME_FAIL) {
                return judged;
            }
            worst = judged.outcome == BS_OUTCOME_UNKNOWN ? judged : worst;
        }
    }
    return worst;
}

/* no_step_after_stop */

static bool is_same_group(const struct bs_step_fact *a, const struct bs_step_fact *b)
{
    return a->group != NULL && bs_text_is(a->group, b->group);
}

/** Whether move `k` is the last of its step before place `before`. */
static bool is_last_move(const struct bs_inquiry *inquiry, size_t k, size_t before)
{
    const struct bs_step_fact *move = &inquiry->moves[k];

    while (++k < inquiry->move_count && inquiry->moves[k].index < before) {
        if (inquiry->moves[k].execution == move->execution &&
            bs_text_is(inquiry->moves[k].step, move->step)) {
            return false;
        }
    }
    return true;
}

/** The move before `start` after which it may not start; NULL if there is none. */
static const struct bs_step_fact *find_obstacle(const struct bs_inquiry *inquiry,
                                                const struct bs_step_fact *start)
{
    static const char *const failures[] = {"failed", "timed_out", NULL};

    for (size_t k = 0; k < inquiry->move_count && inquiry->moves[k].index < start->index; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (move->execution == start->execution && bs_text_is_one_of(move->state, failures) &&
            !bs_text_is(move->step, start->step) && !is_same_group(move, start) &&
            is_last_move(inquiry, k, start->index)) {
            return move;
        }
    }
    return NULL;
}

/** The state in which an execution stood before a place. */
static const char *state_at(const struct bs_evidence *evidence, const struct bs_step_fact *start)
{
    const char *state = NULL;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);

        if (bs_record_number(record, "execution") == start->execution &&
            bs_evidence_index(evidence, BS_RECORD_EXECUTION, k) < start->index) {
            state = bs_record_text(record, "state");
        }
    }
    return state;
}

struct bs_invariant bs_check_step_after_stop(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < inquiry->move_count; k++) {
        const struct bs_step_fact *start = &inquiry->moves[k];
        const struct bs_step_fact *obstacle;
        const char *state;

        if (!start->is_start) {
            continue;
        }
        obstacle = find_obstacle(inquiry, start);
        if (obstacle != NULL) {
            return bs_violated(
                start->at,
                bs_evidence_words(evidence, "step %s started though step %s had %s", start->step,
                                  obstacle->step,
                                  bs_text_is(obstacle->state, "failed") ? "failed" : "timed out"));
        }
        state = state_at(evidence, start);
        if (bs_execution_is_over_in(state) || bs_text_is_one_of(state, halted_states)) {
            return bs_violated(start->at,
                               bs_evidence_words(evidence,
                                                 "step %s started though its execution stood %s",
                                                 start->step, state));
        }
    }
    return bs_passed("no step started after a stop");
}

/* no_undo_of_undone */

/**
 * Whether the step was started since it was last rolled back, before move `k`. An undo that failed has not
 * undone it: it may be tried again.
 */
static bool was_started(const struct bs_inquiry *inquiry, size_t k)
{
    const struct bs_step_fact *undo = &inquiry->moves[k];

    while (k-- > 0) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (move->execution != undo->execution || !bs_text_is(move->step, undo->step)) {
            continue;
        }
        if (bs_text_is(move->state, "rolled_back")) {
            return false;
        }
        if (bs_text_is(move->state, "in_progress")) {
            return true;
        }
    }
    return false;
}

/** A completed promotion behind which the step of an undo stands; NULL if there is none. */
static const struct bs_step_fact *find_barrier(const struct bs_inquiry *inquiry,
                                               const struct bs_step_fact *undo)
{
    for (size_t k = 0; k < inquiry->move_count && inquiry->moves[k].index < undo->index; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (move->execution == undo->execution && bs_step_state_is_done(move->state) &&
            move->place != SIZE_MAX && undo->place < move->place && !is_same_group(move, undo) &&
            bs_text_is(bs_step_effect(inquiry, move->execution, move->step), "promotes")) {
            return move;
        }
    }
    return NULL;
}

struct bs_invariant bs_check_undo(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < inquiry->move_count; k++) {
        const struct bs_step_fact *undo = &inquiry->moves[k];
        const struct bs_step_fact *barrier;

        if (!bs_text_is(undo->state, "rolling_back")) {
            continue;
        }
        if (!was_started(inquiry, k)) {
            return bs_violated(undo->at, bs_evidence_words(evidence,
                                                           "step %s was rolled back without having "
                                                           "been done since the last time",
                                                           undo->step));
        }
        barrier = find_barrier(inquiry, undo);
        if (barrier != NULL) {
            return bs_violated(undo->at,
                               bs_evidence_words(evidence,
                                                 "step %s was rolled back after the promotion %s, "
                                                 "which cannot be undone",
                                                 undo->step, barrier->step));
        }
    }
    return bs_passed("only what was done was undone, and nothing before a promotion");
}
