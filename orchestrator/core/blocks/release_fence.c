/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/* The latches were released before the first call (rows.c). */
enum { ASKING, STARTING };

static struct bs_progress look(const struct bs_block_context *context)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_ECS_DESCRIBE_SERVICE);

    return bs_progress_call(&request);
}

static struct bs_progress open_up(const struct bs_block_context *context)
{
    struct bs_call_request request =
        bs_subject_request(context, BS_OPERATION_EC2_AUTHORIZE_INGRESS);

    if (context->subject->kind == BS_KIND_ECS_SERVICE) {
        request = bs_subject_request(context, BS_OPERATION_ECS_UPDATE_SERVICE);
        request.count = context->parameters->count;
    }
    return bs_progress_call(&request);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    const bool is_service = context->subject->kind == BS_KIND_ECS_SERVICE;
    struct bs_reason reason;

    if (is_service && context->parameters->count == 0) {
        return bs_progress_done(); /* The latch is off, and that is all. */
    }
    if (answer == NULL) {
        return context->memory->phase == ASKING ? open_up(context) : look(context);
    }
    if (!is_service) {
        return bs_progress_done();
    }
    if (context->memory->phase == ASKING) {
        context->memory->phase = STARTING;
        return look(context);
    }
    if (answer->running >= context->parameters->count) {
        return bs_progress_done();
    }
    reason = bs_reason_of(context->subject->id);
    bs_reason_add(&reason, " runs ");
    bs_reason_add_count(&reason, answer->running);
    bs_reason_add(&reason, " tasks");
    return bs_progress_poll(&reason);
}

static const struct bs_parameter parameters[] = {
    {.name = "of",
     .kind = BS_PARAMETER_RESOURCES,
     .need = BS_NEED_REQUIRED,
     .resource_kinds =
         BS_KIND_BIT(ECS_SERVICE) | BS_KIND_BIT(RDS_INSTANCE) | BS_KIND_BIT(RDS_REPLICA),
     .about = "what may serve again"},
    {.name = "tasks",
     .kind = BS_PARAMETER_COUNT,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, count),
     .minimum = 0,
     .maximum = 100000,
     .about = "how many tasks each service shall run; 0 leaves that to others"},
};

const struct bs_block bs_block_release_fence = {
    .name = "release_fence",
    .effect = "releases",
    .about = "takes the latches off and lets a fenced Region serve again",
    .done = "databases let clients in and services run their tasks",
    .unknown = "opening up again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_FENCE,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 3,
    .operations = {BS_OPERATION_EC2_AUTHORIZE_INGRESS, BS_OPERATION_ECS_UPDATE_SERVICE,
                   BS_OPERATION_ECS_DESCRIBE_SERVICE},
};
