/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/executions.h"

#include <string.h>

#include "reports/checks/steps.h"

static const char *const final_states[] = {
    "completed", "completed_with_exceptions", "rolled_back", "canceled", "failed", "timed_out",
    NULL};

bool bs_execution_is_over_in(const char *state)
{
    return bs_text_is_one_of(state, final_states);
}

bool bs_trigger_is_order(const char *trigger)
{
    static const char order[] = "operator";

    return trigger != NULL && strncmp(trigger, order, sizeof(order) - 1) == 0;
}

static struct bs_execution_row *find_row(const struct bs_executions *executions, int64_t number)
{
    for (size_t i = executions->count; i > 0; i--) {
        if (executions->items[i - 1].number == number) {
            return &executions->items[i - 1];
        }
    }
    return NULL;
}

const struct bs_execution_row *bs_executions_get(const struct bs_executions *executions,
                                                 int64_t number)
{
    return find_row(executions, number);
}

/** The row of the execution that a record names; a new one where it is the first to do so. */
static struct bs_execution_row *row_of(struct bs_executions *executions,
                                       const struct bs_record *record)
{
    int64_t number = bs_record_number(record, "execution");
    struct bs_execution_row *row = find_row(executions, number);

    if (row == NULL) {
        row = &executions->items[executions->count++];
        *row = (struct bs_execution_row){
            .number = number,
            .workflow = bs_record_words(record, "workflow"),
            .decided = BS_INSTANT_UNKNOWN,
            .start = BS_INSTANT_UNKNOWN,
            .end = BS_INSTANT_UNKNOWN,
        };
    }
    return row;
}

static void take_decision(struct bs_executions *executions, const struct bs_record *record)
{
    struct bs_execution_row *row = row_of(executions, record);

    row->mode = bs_record_text(record, "mode");
    row->trigger = bs_record_text(record, "trigger");
    row->severity = bs_record_text(record, "severity");
    row->kind = bs_record_text(record, "kind");
    row->decided = record->at;
    row->is_planned = bs_trigger_is_order(row->trigger);
}

static void take_state(struct bs_executions *executions, const struct bs_record *record)
{
    struct bs_execution_row *row = row_of(executions, record);

    row->state = bs_record_words(record, "state");
    if (row->start.ns == BS_INSTANT_UNKNOWN.ns && bs_text_is(row->state, "in_progress")) {
        row->start = record->at;
    }
    if (row->end.ns == BS_INSTANT_UNKNOWN.ns && bs_execution_is_over_in(row->state)) {
        row->end = record->at;
    }
}

/** The only orchestrator whose life the history tells, 1 if it tells of none, 0 if of several. */
static int64_t only_orchestrator(const struct bs_evidence *evidence)
{
    int64_t only = 1;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR); k++) {
        int64_t number =
            bs_record_number(bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k), "orchestrator");

        if (k > 0 && number != only) {
            return 0;
        }
        only = number;
    }
    return only;
}

static void find_orchestrators(const struct bs_evidence *evidence, struct bs_executions *executions)
{
    const size_t execution = bs_record_place(BS_RECORD_CALL, "execution");
    const size_t orchestrator = bs_record_place(BS_RECORD_CALL, "orchestrator");
    int64_t only = only_orchestrator(evidence);

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_CALL); k++) {
        const union bs_held *call = bs_evidence_get(evidence, BS_RECORD_CALL, k)->values;
        int64_t number = call[execution].number;
        struct bs_execution_row *row = number < 0 ? NULL : find_row(executions, number);

        if (row != NULL && row->orchestrator == 0) {
            row->orchestrator = call[orchestrator].number;
        }
        only = call[orchestrator].number == only ? only : 0;
    }
    for (size_t i = 0; i < executions->count; i++) {
        if (executions->items[i].orchestrator == 0) {
            executions->items[i].orchestrator = only;
        }
    }
}

void bs_executions_find(struct bs_evidence *evidence, struct bs_executions *executions)
{
    const size_t decisions = bs_evidence_count(evidence, BS_RECORD_DECISION);
    const size_t states = bs_evidence_count(evidence, BS_RECORD_EXECUTION);
    const size_t steps = bs_evidence_count(evidence, BS_RECORD_STEP);

    *executions = (struct bs_executions){
        .items =
            bs_evidence_array(evidence, decisions + states + steps, sizeof(*executions->items)),
    };
    if (executions->items == NULL) {
        return;
    }
    for (size_t k = 0; k < decisions; k++) {
        take_decision(executions, bs_evidence_get(evidence, BS_RECORD_DECISION, k));
    }
    for (size_t k = 0; k < states; k++) {
        take_state(executions, bs_evidence_get(evidence, BS_RECORD_EXECUTION, k));
    }
    for (size_t k = 0; k < steps; k++) {
        (void)row_of(executions, bs_evidence_get(evidence, BS_RECORD_STEP, k));
    }
    find_orchestrators(evidence, executions);
    for (size_t i = 0; i < executions->count; i++) {
        struct bs_execution_row *row = &executions->items[i];

        row->human_wait_ns =
            bs_steps_human_wait_ns(evidence, row->number, (struct bs_instant){0}, BS_INSTANT_NEVER);
    }
}
