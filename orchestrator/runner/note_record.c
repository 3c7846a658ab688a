/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/runner/note_record.h"

#include "base/assert.h"

/* What the record functions need; one struct so that their table has one type. */
struct context {
    struct bs_history *history;
    struct bs_instant at;
    const struct bs_plan *plan;
    const struct bs_note *note;
};

static struct bs_value reason_of(const struct bs_note *note)
{
    return bs_text(note->reason.text[0] == '\0' ? NULL : note->reason.text);
}

static struct bs_value workflow_of(const struct context *context)
{
    return bs_text(context->plan->workflows[context->note->workflow].name);
}

static void record_source(const struct context *context)
{
    const struct bs_source *source = &context->plan->sources[context->note->index];

    BS_APPEND(context->history, context->at, BS_RECORD_SOURCE, bs_text(source->id),
              bs_text(bs_plan_resource_kind_name(source->kind)),
              bs_text(bs_source_state_name(context->note->state.source)), bs_text(source->region));
}

static void record_detection(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_DETECTION,
              bs_text(context->plan->triggers[context->note->index].id),
              bs_text(bs_detection_state_name(context->note->state.detection)),
              reason_of(context->note));
}

static void record_decision(const struct context *context)
{
    const struct bs_trigger *trigger = &context->plan->triggers[context->note->index];

    BS_APPEND(context->history, context->at, BS_RECORD_DECISION, workflow_of(context),
              bs_text(bs_mode_name(context->plan->workflows[context->note->workflow].mode)),
              bs_text(bs_severity_name(trigger->severity)), bs_text(trigger->id),
              bs_count(context->note->vantage.unhealthy), bs_count(context->note->vantage.sources));
}

static void record_execution(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_EXECUTION, workflow_of(context),
              bs_text(bs_execution_state_name(context->note->state.execution)),
              reason_of(context->note));
}

static void record_step(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_STEP, workflow_of(context),
              bs_text(context->plan->steps[context->note->index].id),
              bs_text(bs_step_state_name(context->note->state.step)),
              bs_count(context->note->attempt), reason_of(context->note));
}

static void record_risk(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_RISK, workflow_of(context),
              bs_text(context->plan->steps[context->note->index].id),
              bs_text(context->note->detail), bs_count(context->note->vantage.unhealthy),
              bs_count(context->note->vantage.sources), reason_of(context->note));
}

static void record_answer(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_ANSWER,
              bs_count((int64_t)context->note->call),
              bs_text(bs_call_outcome_name(context->note->state.outcome)), reason_of(context->note),
              bs_text(context->note->detail));
}

typedef void record_fn(const struct context *context);

static record_fn *const records[] = {
    [BS_NOTE_SOURCE] = record_source,     [BS_NOTE_DETECTION] = record_detection,
    [BS_NOTE_DECISION] = record_decision, [BS_NOTE_EXECUTION] = record_execution,
    [BS_NOTE_STEP] = record_step,         [BS_NOTE_RISK] = record_risk,
    [BS_NOTE_ANSWER] = record_answer,
};

void bs_note_record(struct bs_history *history, struct bs_instant at, const struct bs_plan *plan,
                    const struct bs_note *note)
{
    const struct context context = {.history = history, .at = at, .plan = plan, .note = note};

    BS_ASSERT((size_t)note->kind < sizeof(records) / sizeof(records[0]));
    records[note->kind](&context);
}

void bs_send_record(struct bs_history *history, struct bs_instant at, const struct bs_plan *plan,
                    const struct bs_send *send)
{
    BS_APPEND(history, at, BS_RECORD_CALL, bs_count((int64_t)send->call),
              bs_text(send->step == BS_STEP_NONE ? NULL : plan->steps[send->step].id),
              bs_text(bs_operation_info(send->request.operation)->full_name),
              bs_text(send->request.region), bs_text(send->request.resource),
              bs_at(send->deadline));
}

size_t bs_note_record_count(const struct bs_history *history)
{
    size_t count = 0;

    for (size_t i = 0; i < bs_history_count(history); i++) {
        const enum bs_record_kind kind = bs_history_get(history, i)->kind;

        count += kind >= BS_RECORD_SOURCE && kind <= BS_RECORD_ANSWER ? 1 : 0;
    }
    return count;
}
