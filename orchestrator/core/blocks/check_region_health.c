/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/*
 * Two questions, one per plane: the load balancer says that something there serves, and an answer from the
 * container service's control plane says that more of it can be started.
 */
enum { ASKING_BALANCER, ASKING_CONTROL_PLANE };

static struct bs_progress judge_balancer(const struct bs_block_context *context,
                                         const struct bs_call_answer *answer)
{
    const struct bs_plan_resource *service = context->subject->related;
    struct bs_reason reason = bs_reason_of(context->subject->id);
    struct bs_call_request request;

    if (answer->running < 1) {
        bs_reason_add(&reason, " has no healthy target");
        return bs_progress_failed(&reason);
    }
    if (service == NULL) {
        return bs_progress_done();
    }
    request = bs_subject_request(context, BS_OPERATION_ECS_DESCRIBE_SERVICE);
    request.region = service->region;
    request.resource = service->id;
    context->memory->phase = ASKING_CONTROL_PLANE;
    return bs_progress_call(&request);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    if (answer == NULL) {
        struct bs_call_request request =
            bs_subject_request(context, BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH);

        context->memory->phase = ASKING_BALANCER;
        return bs_progress_call(&request);
    }
    if (context->memory->phase == ASKING_BALANCER) {
        return judge_balancer(context, answer);
    }
    return bs_progress_done();
}

static const struct bs_parameter parameters[] = {
    {.name = "via",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_IMPLIED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(ALB),
     .about = "the load balancer that must have a healthy target"},
};

const struct bs_block bs_block_check_region_health = {
    .name = "check_region_health",
    .effect = "checks",
    .about = "the Region serves from at least one target and its control plane answers",
    .done = "a target is healthy and the container service answers",
    .unknown = "reading again is harmless",
    .region = BS_REGION_REQUIRED,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 2,
    .operations = {BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH, BS_OPERATION_ECS_DESCRIBE_SERVICE},
};
