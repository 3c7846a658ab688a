/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

enum { ASKING, SPREADING };

static struct bs_progress start(const struct bs_block_context *context)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_ROUTE53_CHANGE_TTL);

    request.span = context->parameters->span;
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
     .about = "a record with a TTL of its own; an alias has none"},
    {.name = "ttl",
     .kind = BS_PARAMETER_DURATION,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, span),
     .minimum = BS_NS_PER_S,
     .maximum = INT64_C(172800) * BS_NS_PER_S,
     .about = "its new TTL"},
};

const struct bs_block bs_block_lower_ttl = {
    .name = "lower_ttl",
    .effect = "records",
    .about = "changes a record's TTL ahead of a cutover; answers given before keep the old one",
    .done = "all name servers have the change",
    .unknown = "making the same change again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_LOWER_TTL,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 2,
    .operations = {BS_OPERATION_ROUTE53_CHANGE_TTL, BS_OPERATION_ROUTE53_GET_CHANGE},
};
