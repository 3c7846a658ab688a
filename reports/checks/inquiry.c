/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/inquiry.h"

#include <stdlib.h>
#include <string.h>

/** How long a request may still be on its way after its deadline (BS_IN_FLIGHT_MAX). */
enum { IN_FLIGHT_MAX_S = 10 };

/** Doing one of these twice makes a second resource or loses data. Source: the RDS API reference. */
static const char *const once_operations[] = {
    "rds:PromoteReadReplica", "rds:CreateDBInstanceReadReplica", "rds:DeleteDBInstance",
    "rds:RestoreDBInstanceFromDBSnapshot", NULL};

static bool begins_with(const char *text, const char *start)
{
    return text != NULL && text[0] == start[0] && strncmp(text, start, strlen(start)) == 0;
}

bool bs_operation_is_once(const char *operation)
{
    return begins_with(operation, "rds:") && bs_text_is_one_of(operation, once_operations);
}

bool bs_operation_is_of_aws(const char *operation)
{
    return !begins_with(operation, "http:") && !begins_with(operation, "people:");
}

bool bs_operation_reads(const char *operation)
{
    const char *name = operation != NULL ? strchr(operation, ':') : NULL;

    return name != NULL && (begins_with(name, ":Get") || begins_with(name, ":Describe") ||
                            begins_with(name, ":List"));
}

bool bs_lineage_is_of(const char *lineage, const char *resource)
{
    size_t length = lineage == NULL ? 0 : strcspn(lineage, "#");

    return lineage != NULL && resource != NULL && strncmp(lineage, resource, length) == 0 &&
           (resource[length] == '\0' || strcmp(lineage, resource) == 0);
}

bool bs_resource_went_through(const struct bs_evidence *evidence, const char *lineage,
                              const char *const *states, size_t from, size_t to)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STATE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STATE, k);
        size_t index = bs_evidence_index(evidence, BS_RECORD_STATE, k);

        if (index > from && index < to &&
            bs_text_is_one_of(bs_record_text(record, "state"), states) &&
            bs_lineage_is_of(lineage, bs_record_text(record, "entity"))) {
            return true;
        }
    }
    return false;
}

static int compare_numbers(const void *left, const void *right)
{
    const struct bs_call_fact *a = *(const struct bs_call_fact *const *)left;
    const struct bs_call_fact *b = *(const struct bs_call_fact *const *)right;

    return (a->number > b->number) - (a->number < b->number);
}

/** Where CALL's fields stand. */
struct call_places {
    size_t call, orchestrator, execution, step, operation, region, resource, target, count,
        deadline;
};

static struct call_places call_places(void)
{
    return (struct call_places){
        .call = bs_record_place(BS_RECORD_CALL, "call"),
        .orchestrator = bs_record_place(BS_RECORD_CALL, "orchestrator"),
        .execution = bs_record_place(BS_RECORD_CALL, "execution"),
        .step = bs_record_place(BS_RECORD_CALL, "step"),
        .operation = bs_record_place(BS_RECORD_CALL, "operation"),
        .region = bs_record_place(BS_RECORD_CALL, "region"),
        .resource = bs_record_place(BS_RECORD_CALL, "resource"),
        .target = bs_record_place(BS_RECORD_CALL, "target"),
        .count = bs_record_place(BS_RECORD_CALL, "count"),
        .deadline = bs_record_place(BS_RECORD_CALL, "deadline_ns"),
    };
}

static void read_calls(struct bs_inquiry *inquiry)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    const struct call_places places = call_places();

    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_CALL, k);
        const union bs_held *values = record->values;

        inquiry->calls[k] = (struct bs_call_fact){
            .index = bs_evidence_index(evidence, BS_RECORD_CALL, k),
            .at = record->at,
            .deadline = {values[places.deadline].number},
            .number = values[places.call].number,
            .orchestrator = values[places.orchestrator].number,
            .execution = values[places.execution].number,
            .step = values[places.step].text,
            .operation = values[places.operation].text,
            .region = values[places.region].text,
            .resource = values[places.resource].text,
            .target = values[places.target].text,
            .count = values[places.count].number,
            .answer_index = SIZE_MAX,
            .answered_at = BS_INSTANT_UNKNOWN,
        };
    }
}

/** The calls by their numbers, which is how they stand already unless several orchestrators made them. */
static void sort_calls(const struct bs_inquiry *inquiry, struct bs_call_fact **by_number)
{
    bool is_sorted = true;

    for (size_t k = 0; k < inquiry->call_count; k++) {
        by_number[k] = &inquiry->calls[k];
        is_sorted = is_sorted && (k == 0 || by_number[k - 1]->number <= by_number[k]->number);
    }
    if (!is_sorted) {
        qsort(by_number, inquiry->call_count, sizeof(struct bs_call_fact *), compare_numbers);
    }
}

/** The call of a number, or NULL. One orchestrator's numbers have no gaps, so it is mostly found at once. */
static struct bs_call_fact *find_call(const struct bs_inquiry *inquiry,
                                      struct bs_call_fact **by_number, int64_t number)
{
    const struct bs_call_fact sought = {.number = number};
    const struct bs_call_fact *key = &sought;
    struct bs_call_fact **found;
    uint64_t guess;

    if (inquiry->call_count == 0) {
        return NULL;
    }
    guess = (uint64_t)number - (uint64_t)by_number[0]->number;
    if (guess < inquiry->call_count && by_number[guess]->number == number) {
        return by_number[guess];
    }
    found = bsearch(&key, by_number, inquiry->call_count, sizeof(struct bs_call_fact *),
                    compare_numbers);
    return found == NULL ? NULL : *found;
}

/** Gives each call its first answer. */
static void join_answers(struct bs_inquiry *inquiry, struct bs_call_fact **by_number)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    const size_t call = bs_record_place(BS_RECORD_ANSWER, "call");
    const size_t outcome = bs_record_place(BS_RECORD_ANSWER, "outcome");
    const size_t error = bs_record_place(BS_RECORD_ANSWER, "error");

    sort_calls(inquiry, by_number);
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ANSWER); k++) {
        const struct bs_record *answer = bs_evidence_get(evidence, BS_RECORD_ANSWER, k);
        const union bs_held *values = answer->values;
        struct bs_call_fact *found = find_call(inquiry, by_number, values[call].number);

        if (found != NULL && found->outcome == NULL) {
            found->answer_index = bs_evidence_index(evidence, BS_RECORD_ANSWER, k);
            found->answered_at = answer->at;
            found->outcome = values[outcome].text != NULL ? values[outcome].text : "?";
            found->error = values[error].text;
        }
    }
}

/** The place in the plan of a step of an execution; SIZE_MAX if the plan does not say. */
static size_t place_of(const struct bs_inquiry *inquiry, int64_t execution, const char *step)
{
    const struct bs_execution_row *row = bs_executions_get(inquiry->executions, execution);

    for (size_t p = 0; row != NULL && p < bs_evidence_count(inquiry->evidence, BS_RECORD_PLANNED);
         p++) {
        const struct bs_record *planned = bs_evidence_get(inquiry->evidence, BS_RECORD_PLANNED, p);

        if (bs_text_is(bs_record_text(planned, "step"), step) &&
            bs_text_is(bs_record_text(planned, "workflow"), row->workflow)) {
            return p;
        }
    }
    return SIZE_MAX;
}

const char *bs_step_effect(const struct bs_inquiry *inquiry, int64_t execution, const char *step)
{
    size_t place = place_of(inquiry, execution, step);

    return place == SIZE_MAX
               ? NULL
               : bs_record_text(bs_evidence_get(inquiry->evidence, BS_RECORD_PLANNED, place),
                                "effect");
}

static const char *state_before(const struct bs_inquiry *inquiry, size_t k)
{
    const struct bs_step_fact *move = &inquiry->moves[k];

    while (k-- > 0) {
        if (inquiry->moves[k].execution == move->execution &&
            bs_text_is(inquiry->moves[k].step, move->step)) {
            return inquiry->moves[k].state;
        }
    }
    return NULL;
}

static void read_moves(struct bs_inquiry *inquiry)
{
    const struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < inquiry->move_count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STEP, k);
        struct bs_step_fact *move = &inquiry->moves[k];

        *move = (struct bs_step_fact){
            .index = bs_evidence_index(evidence, BS_RECORD_STEP, k),
            .at = record->at,
            .execution = bs_record_number(record, "execution"),
            .step = bs_record_words(record, "step"),
            .state = bs_record_words(record, "state"),
        };
        move->place = place_of(inquiry, move->execution, move->step);
        if (move->place != SIZE_MAX) {
            move->group =
                bs_record_text(bs_evidence_get(evidence, BS_RECORD_PLANNED, move->place), "group");
        }
        move->before = state_before(inquiry, k);
        move->is_start =
            bs_text_is(move->state, "in_progress") && !bs_text_is(move->before, "pending_approval");
    }
}

static void read_latches(struct bs_inquiry *inquiry)
{
    const struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < inquiry->latch_count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LATCH, k);

        inquiry->latches[k] = (struct bs_latch_fact){
            .index = bs_evidence_index(evidence, BS_RECORD_LATCH, k),
            .execution = bs_record_number(record, "execution"),
            .step = bs_record_text(record, "step"),
            .resource = bs_record_text(record, "resource"),
            .is_set = bs_text_is(bs_record_text(record, "state"), "set"),
        };
    }
}

void bs_inquiry_open(struct bs_evidence *evidence, const struct bs_invariants_question *question,
                     struct bs_inquiry *inquiry)
{
    struct bs_call_fact **by_number;

    *inquiry = (struct bs_inquiry){
        .evidence = evidence,
        .outages = question->outages,
        .executions = question->executions,
        .steps = question->steps,
        .call_count = bs_evidence_count(evidence, BS_RECORD_CALL),
        .move_count = bs_evidence_count(evidence, BS_RECORD_STEP),
        .latch_count = bs_evidence_count(evidence, BS_RECORD_LATCH),
    };
    inquiry->calls =
        bs_evidence_unset_array(evidence, inquiry->call_count, sizeof(*inquiry->calls));
    inquiry->moves =
        bs_evidence_unset_array(evidence, inquiry->move_count, sizeof(*inquiry->moves));
    inquiry->latches =
        bs_evidence_unset_array(evidence, inquiry->latch_count, sizeof(*inquiry->latches));
    by_number =
        bs_evidence_unset_array(evidence, inquiry->call_count, sizeof(struct bs_call_fact *));
    if (evidence->failed) {
        return;
    }
    read_calls(inquiry);
    join_answers(inquiry, by_number);
    read_moves(inquiry);
    read_latches(inquiry);
}

bool bs_call_was_answered(const struct bs_call_fact *call, const char *outcome, size_t index)
{
    return call->answer_index < index && bs_text_is(call->outcome, outcome);
}

bool bs_call_is_same_effect(const struct bs_call_fact *a, const struct bs_call_fact *b)
{
    return bs_text_is(a->operation, b->operation) && bs_text_is(a->region, b->region) &&
           bs_text_is(a->resource, b->resource);
}

/** That there is no such thing is an answer too, and the one before it is made. */
static bool has_told(const struct bs_call_fact *read, size_t index)
{
    return bs_call_was_answered(read, "ok", index) ||
           (bs_call_was_answered(read, "error", index) && bs_text_is(read->error, "not_found"));
}

bool bs_was_read_back(const struct bs_inquiry *inquiry, const struct bs_call_fact *first,
                      const struct bs_call_fact *second)
{
    bool is_certain = bs_call_was_answered(first, "ok", second->index) ||
                      bs_call_was_answered(first, "error", second->index);
    struct bs_instant from = bs_instant_add(first->deadline, BS_SECONDS(IN_FLIGHT_MAX_S));

    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *read = &inquiry->calls[k];

        if (read->orchestrator == second->orchestrator &&
            bs_text_is(read->operation, "rds:DescribeDBInstances") &&
            bs_text_is(read->resource, second->resource) &&
            bs_text_is(read->region, second->region) && has_told(read, second->index) &&
            (is_certain ? read->index > first->answer_index : read->at.ns >= from.ns)) {
            return true;
        }
    }
    return false;
}

struct bs_instant bs_taken_over_at(const struct bs_evidence *evidence, int64_t orchestrator,
                                   size_t from)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LEASE); k++) {
        const struct bs_record *lease = bs_evidence_get(evidence, BS_RECORD_LEASE, k);

        if (bs_evidence_index(evidence, BS_RECORD_LEASE, k) > from &&
            bs_record_number(lease, "holder") != orchestrator &&
            bs_record_instant(lease, "until_ns").ns > lease->at.ns) {
            return lease->at;
        }
    }
    return BS_INSTANT_NEVER;
}

struct bs_instant bs_begun_at(const struct bs_evidence *evidence, int64_t orchestrator,
                              struct bs_instant at)
{
    struct bs_instant crashed = at;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k);
        const char *state = bs_record_text(record, "state");

        if (bs_record_number(record, "orchestrator") != orchestrator) {
            continue;
        }
        if (bs_text_is(state, "crashed")) {
            crashed = record->at;
        }
        if (bs_text_is(state, "resumed") && record->at.ns == at.ns) {
            return crashed;
        }
    }
    return at;
}

struct bs_instant bs_decided_at(const struct bs_inquiry *inquiry, size_t k)
{
    const struct bs_record *decision = bs_evidence_get(inquiry->evidence, BS_RECORD_DECISION, k);
    const struct bs_execution_row *row =
        bs_executions_get(inquiry->executions, bs_record_number(decision, "execution"));

    return row == NULL ? decision->at
                       : bs_begun_at(inquiry->evidence, row->orchestrator, decision->at);
}
