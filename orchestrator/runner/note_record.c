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
    return bs_lasting(context->plan->workflows[context->note->workflow].name);
}

static struct bs_value execution_of(const struct context *context)
{
    return bs_count((int64_t)context->note->execution);
}

static void record_source(const struct context *context)
{
    const struct bs_source *source = &context->plan->sources[context->note->index];

    BS_APPEND(context->history, context->at, BS_RECORD_SOURCE, bs_lasting(source->id),
              bs_lasting(bs_plan_resource_kind_name(source->kind)),
              bs_lasting(bs_source_state_name(context->note->state.source)),
              bs_lasting(source->region));
}

static void record_detection(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_DETECTION,
              bs_lasting(context->plan->triggers[context->note->index].id),
              bs_lasting(bs_detection_state_name(context->note->state.detection)),
              reason_of(context->note));
}

static void record_decision(const struct context *context)
{
    const struct bs_trigger *trigger = &context->plan->triggers[context->note->index];

    BS_APPEND(context->history, context->at, BS_RECORD_DECISION, execution_of(context),
              workflow_of(context),
              bs_lasting(bs_mode_name(context->plan->workflows[context->note->workflow].mode)),
              bs_lasting(bs_severity_name(context->note->severity)),
              bs_lasting(context->note->detail), bs_lasting(trigger->id),
              bs_count(context->note->vantage.unhealthy), bs_count(context->note->vantage.sources));
}

static void record_execution(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_EXECUTION, execution_of(context),
              workflow_of(context),
              bs_lasting(bs_execution_state_name(context->note->state.execution)),
              reason_of(context->note));
}

static void record_step(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_STEP, execution_of(context),
              workflow_of(context), bs_lasting(context->plan->steps[context->note->index].id),
              bs_lasting(bs_step_state_name(context->note->state.step)),
              bs_count(context->note->attempt), reason_of(context->note));
}

static void record_risk(const struct context *context)
{
    const uint32_t step = context->note->index;

    BS_APPEND(context->history, context->at, BS_RECORD_RISK, execution_of(context),
              workflow_of(context),
              bs_lasting(step == BS_STEP_NONE ? NULL : context->plan->steps[step].id),
              bs_lasting(context->note->detail), bs_count(context->note->vantage.unhealthy),
              bs_count(context->note->vantage.sources), reason_of(context->note));
}

static void record_latch(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_LATCH, execution_of(context),
              bs_lasting(context->plan->steps[context->note->index].id),
              bs_lasting(context->note->detail),
              bs_lasting(bs_latch_state_name(context->note->state.latch)));
}

static void record_answer(const struct context *context)
{
    BS_APPEND(context->history, context->at, BS_RECORD_ANSWER,
              bs_count((int64_t)context->note->call),
              bs_lasting(bs_call_outcome_name(context->note->state.outcome)),
              bs_lasting(bs_call_error_name(context->note->error)), reason_of(context->note),
              bs_lasting(context->note->detail));
}

typedef void record_fn(const struct context *context);

static record_fn *const records[] = {
    [BS_NOTE_SOURCE] = record_source,     [BS_NOTE_DETECTION] = record_detection,
    [BS_NOTE_DECISION] = record_decision, [BS_NOTE_EXECUTION] = record_execution,
    [BS_NOTE_STEP] = record_step,         [BS_NOTE_RISK] = record_risk,
    [BS_NOTE_LATCH] = record_latch,       [BS_NOTE_ANSWER] = record_answer,
};

void bs_note_record(struct bs_history *history, struct bs_instant at, const struct bs_plan *plan,
                    const struct bs_note *note)
{
    const struct context context = {.history = history, .at = at, .plan = plan, .note = note};

    BS_ASSERT((size_t)note->kind < sizeof(records) / sizeof(records[0]));
    records[note->kind](&context);
}

void bs_send_record(struct bs_history *history, struct bs_instant at, const struct bs_plan *plan,
                    uint32_t orchestrator, const struct bs_send *send)
{
    const struct bs_call_request *request = &send->request;

    BS_APPEND(history, at, BS_RECORD_CALL, bs_count((int64_t)send->call), bs_count(orchestrator),
              bs_count(send->execution == 0 ? INT64_MIN : (int64_t)send->execution),
              bs_lasting(send->step == BS_STEP_NONE ? NULL : plan->steps[send->step].id),
              bs_lasting(bs_operation_info(request->operation)->full_name),
              bs_lasting(request->region), bs_lasting(request->resource),
              bs_lasting(request->target), bs_count(request->count), bs_at(send->deadline));
}
