/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/*
 * A service is fenced when none of its tasks runs, an instance as soon as its security group lets nobody in.
 * One lane per resource: an unreachable one does not hold up the others.
 */
enum { ASKING, STOPPING };

static struct bs_progress start(const struct bs_block_context *context)
{
    bool is_service = context->subject->kind == BS_KIND_ECS_SERVICE;
    struct bs_call_request request = bs_subject_request(
        context, is_service ? BS_OPERATION_ECS_UPDATE_SERVICE : BS_OPERATION_EC2_REVOKE_INGRESS);

    return bs_progress_call(&request); /* Desired tasks: request.count is 0. */
}

static struct bs_progress look(const struct bs_block_context *context)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_ECS_DESCRIBE_SERVICE);

    return bs_progress_call(&request);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_reason reason;

    if (answer == NULL) {
        return context->memory->phase == ASKING ? start(context) : look(context);
    }
    if (context->subject->kind != BS_KIND_ECS_SERVICE) {
        return bs_progress_done();
    }
    if (context->memory->phase == ASKING) {
        context->memory->phase = STOPPING;
        return look(context);
    }
    if (answer->running == 0) {
        return bs_progress_done();
    }
    reason = bs_reason_of(context->subject->id);
    bs_reason_add(&reason, " still runs ");
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
     .about = "what must not serve any more"},
    {.name = "latch",
     .kind = BS_PARAMETER_BOOL,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, latch),
     .about = "whether the fence is to be put up again should the old primary come back"},
};

const struct bs_block bs_block_fence = {
    .name = "fence",
    .effect = "fences",
    .about = "stops writes in the old primary",
    .done = "databases let no client in and services run no task",
    .unknown = "fencing again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_RELEASE_FENCE,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 3,
    .operations = {BS_OPERATION_ECS_UPDATE_SERVICE, BS_OPERATION_ECS_DESCRIBE_SERVICE,
                   BS_OPERATION_EC2_REVOKE_INGRESS},
};
