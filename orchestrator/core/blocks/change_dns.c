/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

enum { ASKING, SPREADING };

static struct bs_progress start(const struct bs_block_context *context)
{
    struct bs_call_request request =
        bs_subject_request(context, BS_OPERATION_ROUTE53_CHANGE_RECORD);

    request.target = context->step->parameters.to->id;
    return bs_progress_call(&request);
}

static struct bs_progress look(const struct bs_block_context *context)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_ROUTE53_GET_CHANGE);

    request.count = context->memory->change;
    return bs_progress_call(&request);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_reason reason = bs_reason_of("the change is not at all name servers yet");

    if (answer == NULL) {
        return context->memory->phase == ASKING ? start(context) : look(context);
    }
    if (context->memory->phase == ASKING) {
        context->memory->phase = SPREADING;
        context->memory->change = answer->change;
        return look(context);
    }
    return answer->state == BS_STATE_INSYNC ? bs_progress_done() : bs_progress_poll(&reason);
}

static const struct bs_parameter parameters[] = {
    {.name = "record",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(DNS_RECORD),
     .about = "the name that clients use"},
    {.name = "to",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, to),
     .resource_kinds = BS_KIND_BIT(ALB),
     .about = "the load balancer it shall point to"},
};

const struct bs_block bs_block_change_dns = {
    .name = "change_dns",
    .effect = "moves_traffic",
    .about = "points a record elsewhere and waits until all name servers say so",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 2,
    .operations = {BS_OPERATION_ROUTE53_CHANGE_RECORD, BS_OPERATION_ROUTE53_GET_CHANGE},
};
