/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

#include "orchestrator/core/mutant.h"

/*
 * A question is put under a number that is the same however often it is asked, so asking again is harmless:
 * it pages once more. Before the approver is asked, the lag of every copy they should know of is read: what
 * would be lost if it were decided now.
 */
enum { READING, ASKING, WAITING };

/* A page that nobody has answered is sent again. The project's own choice. */
#define REMINDER BS_SECONDS(300)

static struct bs_progress ask(const struct bs_block_context *context,
                              const struct bs_plan_resource *role, const char *kind,
                              const char *text, int64_t question)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_PEOPLE_ASK,
                                            .region = "people",
                                            .resource = role->id,
                                            .target = text,
                                            .key = kind,
                                            .count = question,
                                            .span = context->memory->loss};
    struct bs_progress progress = bs_progress_call(&request);

    context->memory->phase = ASKING;
    progress.is_asking = true;
    return progress;
}

static struct bs_progress look(const struct bs_plan_resource *role, int64_t question)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
                                            .region = "people",
                                            .resource = role->id,
                                            .count = question};
    struct bs_progress progress = bs_progress_call(&request);

    progress.is_asking = true;
    return progress;
}

static struct bs_progress wait(const struct bs_plan_resource *role)
{
    struct bs_reason reason = bs_reason_of("waiting for ");
    struct bs_progress progress;

    bs_reason_add(&reason, role->id);
    progress = bs_progress_poll(&reason);
    progress.is_asking = true;
    return progress;
}

static struct bs_progress judge(const struct bs_block_context *context,
                                const struct bs_call_answer *answer,
                                const struct bs_plan_resource *role)
{
    struct bs_reason reason = bs_reason_of("declined by ");

    if (answer->state == BS_STATE_ASKED) {
        return wait(role);
    }
    context->memory->change = (int64_t)answer->state;
    if (answer->state != BS_STATE_DECLINED || BS_MUTANT(IGNORE_DECLINE)) {
        return bs_progress_done();
    }
    bs_reason_add(&reason, role->id);
    if (context->memory->loss.ns != BS_DURATION_UNKNOWN.ns) {
        bs_reason_add(&reason, ", who was told of a loss of ");
        bs_reason_add_span(&reason, context->memory->loss);
    }
    return bs_progress_failed(&reason);
}

struct bs_progress bs_ask_people(const struct bs_block_context *context,
                                 const struct bs_call_answer *answer,
                                 const struct bs_plan_resource *role, const char *kind,
                                 const char *text, int64_t question)
{
    if (BS_MUTANT(APPROVE_BY_ITSELF)) {
        context->memory->change = BS_STATE_APPROVED;
        return bs_progress_done();
    }
    if (context->memory->phase == READING) {
        context->memory->since = context->now;
        return ask(context, role, kind, text, question);
    }
    if (answer == NULL &&
        bs_duration_between(context->memory->since, context->now).ns >= REMINDER.ns) {
        context->memory->since = context->now;
        return ask(context, role, kind, text, question);
    }
    if (answer == NULL) {
        return look(role, question);
    }
    if (context->memory->phase == ASKING) {
        context->memory->phase = WAITING;
        return look(role, question);
    }
    return judge(context, answer, role);
}

/* How old what the copy has is by now; the worst of all that are shown. */
static void add_loss(const struct bs_block_context *context, const struct bs_call_answer *answer)
{
    struct bs_duration loss;

    if (!answer->has_metric) {
        return;
    }
    loss = bs_duration_add(answer->metric, bs_duration_between(answer->metric_at, context->now));
    if (loss.ns > context->memory->loss.ns) {
        context->memory->loss = loss;
    }
}

/* Reads the copies one after the other; what cannot be read is left out. */
static struct bs_progress read_lags(const struct bs_block_context *context)
{
    const struct bs_plan_resource *copy = context->parameters->shown[context->memory->successes];
    const struct bs_call_request request = {.operation = BS_OPERATION_CLOUDWATCH_GET_METRIC,
                                            .region = copy->region,
                                            .resource = copy->id};

    return bs_progress_try(&request);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    const struct bs_parameters *parameters = context->parameters;

    if (context->memory->phase == READING && answer == NULL) {
        context->memory->loss = BS_DURATION_UNKNOWN;
    }
    if (context->memory->phase == READING && answer != NULL) {
        if (answer->outcome == BS_OUTCOME_OK) {
            add_loss(context, answer);
        }
        context->memory->successes++;
    }
    if (context->memory->phase == READING && context->memory->successes < parameters->shown_count) {
        return read_lags(context);
    }
    return bs_ask_people(context, answer, parameters->resource, parameters->key, parameters->text,
                         context->question);
}

static const struct bs_parameter parameters[] = {
    {.name = "role",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(PERSON),
     .about = "who decides"},
    {.name = "show",
     .kind = BS_PARAMETER_SHOWN,
     .need = BS_NEED_OPTIONAL,
     .resource_kinds =
         BS_KIND_BIT(RDS_REPLICA) | BS_KIND_BIT(RDS_INSTANCE) | BS_KIND_BIT(S3_BUCKET),
     .about = "the copies whose lag is shown as the expected loss"},
    {.name = "message",
     .kind = BS_PARAMETER_TEXT,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, text),
     .about = "the question"},
};

const struct bs_block bs_block_approve = {
    .name = "approve",
    .effect = "asks",
    .about = "asks a role to decide, and shows what would be lost",
    .done = "the role approves; declining fails the step",
    .unknown = "asking again under the same number is harmless",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 3,
    .operations = {BS_OPERATION_CLOUDWATCH_GET_METRIC, BS_OPERATION_PEOPLE_ASK,
                   BS_OPERATION_PEOPLE_GET_ANSWER},
    .defaults = {.text = "May the workflow go on?", .key = "approve"},
};
