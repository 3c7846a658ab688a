/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

enum { ASKING, STARTING };

static struct bs_progress start(const struct bs_block_context *context)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_ECS_UPDATE_SERVICE);

    request.count = context->parameters->count;
    return bs_progress_call(&request);
}

static struct bs_progress look(const struct bs_block_context *context)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_ECS_DESCRIBE_SERVICE);

    return bs_progress_call(&request);
}

static bool is_enough(const struct bs_block_context *context, int64_t running)
{
    const struct bs_accept *accept = &context->parameters->accept;

    return accept->min > 0 && running >= accept->min &&
           bs_duration_between(context->started_at, context->now).ns >= accept->after.ns;
}

static struct bs_progress judge(const struct bs_block_context *context,
                                const struct bs_call_answer *answer)
{
    int64_t tasks = context->parameters->count;
    struct bs_reason reason = bs_reason_of(context->subject->id);

    if (answer->running >= tasks) {
        return bs_progress_done();
    }
    bs_reason_add(&reason, " runs ");
    bs_reason_add_count(&reason, answer->running);
    bs_reason_add(&reason, " of ");
    bs_reason_add_count(&reason, tasks);
    bs_reason_add(&reason, " tasks");
    if (is_enough(context, answer->running)) {
        return (struct bs_progress){.kind = BS_PROGRESS_ACCEPTED, .reason = reason};
    }
    return bs_progress_poll(&reason);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    if (answer == NULL) {
        return context->memory->phase == ASKING ? start(context) : look(context);
    }
    if (context->memory->phase == ASKING) {
        context->memory->phase = STARTING;
        return look(context);
    }
    return judge(context, answer);
}

static const struct bs_parameter parameters[] = {
    {.name = "service",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(ECS_SERVICE),
     .about = "the service"},
    {.name = "tasks",
     .kind = BS_PARAMETER_COUNT,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, count),
     .minimum = 1,
     .maximum = 100000,
     .about = "how many tasks shall run"},
    {.name = "accept",
     .kind = BS_PARAMETER_ACCEPT,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, accept),
     .about = "how many will do after how long"},
};

const struct bs_block bs_block_scale_ecs = {
    .name = "scale_ecs",
    .effect = "scales",
    .about = "changes how many tasks run and waits until they do",
    .done = "as many run, or as many as `accept` says after its time",
    .unknown = "asking for the same number again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_SCALE_ECS,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 2,
    .operations = {BS_OPERATION_ECS_UPDATE_SERVICE, BS_OPERATION_ECS_DESCRIBE_SERVICE},
};
