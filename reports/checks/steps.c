/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/steps.h"

#include "base/assert.h"

static const char *const final_states[] = {"completed", "completed_with_exceptions",
                                           "failed",    "timed_out",
                                           "skipped",   "rolled_back",
                                           "canceled",  NULL};
static const char *const done_states[] = {"completed", "completed_with_exceptions", NULL};
static const char *const failure_states[] = {
    "failed",      "timed_out", "paused_by_failed_step", "completed_with_exceptions", "skipped",
    "rolled_back", NULL};

bool bs_step_state_is_done(const char *state)
{
    return bs_text_is_one_of(state, done_states);
}

bool bs_step_state_is_over(const char *state)
{
    return bs_text_is_one_of(state, final_states);
}

static const struct bs_record *step_record(const struct bs_evidence *evidence, size_t k)
{
    return bs_evidence_get(evidence, BS_RECORD_STEP, k);
}

static bool is_of_step(const struct bs_record *record, int64_t execution, const char *step)
{
    return bs_record_number(record, "execution") == execution &&
           bs_text_is(bs_record_text(record, "step"), step);
}

/** When the state that STEP record `k` entered was left. */
static struct bs_instant state_left(const struct bs_evidence *evidence, size_t k)
{
    int64_t execution = bs_record_number(step_record(evidence, k), "execution");
    const char *step = bs_record_text(step_record(evidence, k), "step");

    for (size_t i = k + 1; i < bs_evidence_count(evidence, BS_RECORD_STEP); i++) {
        if (is_of_step(step_record(evidence, i), execution, step)) {
            return step_record(evidence, i)->at;
        }
    }
    return bs_instant_max(evidence->horizon, step_record(evidence, k)->at);
}

int64_t bs_steps_human_wait_ns(struct bs_evidence *evidence, int64_t execution,
                               struct bs_instant from, struct bs_instant to)
{
    size_t count = bs_evidence_count(evidence, BS_RECORD_STEP);
    struct bs_span_of_time *waits = bs_evidence_array(evidence, count, sizeof(*waits));
    size_t wait_count = 0;

    if (waits == NULL) {
        return 0;
    }
    for (size_t k = 0; k < count; k++) {
        const struct bs_record *record = step_record(evidence, k);

        if (bs_text_is(bs_record_text(record, "state"), "pending_approval") &&
            (execution == BS_ANY_EXECUTION || bs_record_number(record, "execution") == execution)) {
            waits[wait_count++] = (struct bs_span_of_time){record->at, state_left(evidence, k)};
        }
    }
    return bs_spans_covered_ns(waits, wait_count, from, to);
}

/** Takes STEP record `k` of the row's step into account. */
static void add_step_record(const struct bs_evidence *evidence, struct bs_step_row *row, size_t k)
{
    const struct bs_record *record = step_record(evidence, k);
    const char *state = bs_record_text(record, "state");
    const char *reason = bs_record_text(record, "reason");

    if (row->state == NULL) {
        row->start = record->at;
    }
    row->state = state;
    row->end = bs_text_is_one_of(state, final_states) ? record->at : BS_INSTANT_UNKNOWN;
    if (bs_record_number(record, "attempt") > row->attempts) {
        row->attempts = bs_record_number(record, "attempt");
    }
    if (bs_text_is(state, "pending_approval")) {
        row->waited_on_human_ns += state_left(evidence, k).ns - record->at.ns;
        row->wait_count++;
    }
    if (bs_text_is_one_of(state, failure_states) && reason != NULL) {
        row->error = reason;
    }
}

static const struct bs_record *find_answer(const struct bs_evidence *evidence, int64_t call)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ANSWER); k++) {
        const struct bs_record *answer = bs_evidence_get(evidence, BS_RECORD_ANSWER, k);

        if (bs_record_number(answer, "call") == call) {
            return answer;
        }
    }
    return NULL;
}

/** The last answer, other than ok, to a call made for a step. */
static const char *last_call_error(struct bs_evidence *evidence, const struct bs_step_row *row)
{
    for (size_t k = bs_evidence_count(evidence, BS_RECORD_CALL); k-- > 0;) {
        const struct bs_record *call = bs_evidence_get(evidence, BS_RECORD_CALL, k);
        const struct bs_record *answer;
        const char *code;

        if (!is_of_step(call, row->execution, row->id)) {
            continue;
        }
        answer = find_answer(evidence, bs_record_number(call, "call"));
        if (answer == NULL || bs_text_is(bs_record_text(answer, "outcome"), "ok")) {
            continue;
        }
        code = bs_record_text(answer, "code");
        return bs_evidence_words(evidence, "%s: %s", bs_record_text(call, "operation"),
                                 code != NULL ? code : bs_record_text(answer, "outcome"));
    }
    return NULL;
}

/** When it waited on people: as often as add_step_record() has seen it begin to. */
static void fill_waits(struct bs_evidence *evidence, struct bs_step_row *row)
{
    size_t next = 0;

    row->waits = bs_evidence_array(evidence, row->wait_count, sizeof(*row->waits));
    for (size_t k = 0; row->waits != NULL && next < row->wait_count; k++) {
        const struct bs_record *record = step_record(evidence, k);

        if (is_of_step(record, row->execution, row->id) &&
            bs_text_is(bs_record_text(record, "state"), "pending_approval")) {
            row->waits[next++] = (struct bs_span_of_time){record->at, state_left(evidence, k)};
        }
    }
}

static void finish_row(struct bs_evidence *evidence, struct bs_step_row *row)
{
    struct bs_instant last = row->end.ns == BS_INSTANT_UNKNOWN.ns
                                 ? bs_instant_max(evidence->horizon, row->start)
                                 : row->end;

    if (bs_is_known(row->target) && last.ns - row->start.ns > row->target.value) {
        row->late_ns = last.ns - row->start.ns - row->target.value;
    }
    fill_waits(evidence, row);
    if (bs_text_is(row->state, "completed")) {
        row->error = NULL;
    } else if (row->error == NULL && bs_text_is_one_of(row->state, failure_states)) {
        row->error = last_call_error(evidence, row);
    }
}

static struct bs_step_row planned_row(const struct bs_record *planned, int64_t execution)
{
    int64_t target_ns = bs_record_number(planned, "target_ns");

    return (struct bs_step_row){
        .execution = execution,
        .workflow = bs_record_text(planned, "workflow"),
        .id = bs_record_text(planned, "step"),
        .block = bs_record_text(planned, "block"),
        .region = bs_record_text(planned, "region"),
        .effect = bs_record_text(planned, "effect"),
        .group = bs_record_text(planned, "group"),
        .start = BS_INSTANT_UNKNOWN,
        .end = BS_INSTANT_UNKNOWN,
        .target = target_ns == BS_DURATION_UNKNOWN.ns ? bs_unknown("the plan sets no target")
                                                      : bs_known(target_ns),
    };
}

/** Adds the rows of one execution. */
static void add_rows(struct bs_evidence *evidence, const struct bs_execution_row *execution,
                     struct bs_steps *steps)
{
    bool was_started = execution->state != NULL && !bs_text_is(execution->state, "pending");

    for (size_t p = 0; p < bs_evidence_count(evidence, BS_RECORD_PLANNED); p++) {
        const struct bs_record *planned = bs_evidence_get(evidence, BS_RECORD_PLANNED, p);
        struct bs_step_row row = planned_row(planned, execution->number);

        if (!bs_text_is(row.workflow, execution->workflow)) {
            continue;
        }
        for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STEP); k++) {
            if (is_of_step(step_record(evidence, k), row.execution, row.id)) {
                add_step_record(evidence, &row, k);
            }
        }
        if (row.state != NULL) {
            finish_row(evidence, &row);
            steps->executed[steps->executed_count++] = row;
        } else if (was_started) {
            steps->missed[steps->missed_count++] = row;
        }
    }
}

void bs_steps_find(struct bs_evidence *evidence, const struct bs_executions *executions,
                   struct bs_steps *steps)
{
    size_t rows = bs_evidence_count(evidence, BS_RECORD_PLANNED) * executions->count;

    *steps = (struct bs_steps){
        .executed = bs_evidence_array(evidence, rows, sizeof(*steps->executed)),
        .missed = bs_evidence_array(evidence, rows, sizeof(*steps->missed)),
    };
    if (steps->executed == NULL || steps->missed == NULL) {
        return;
    }
    for (size_t i = 0; i < executions->count; i++) {
        add_rows(evidence, &executions->items[i], steps);
    }
}
