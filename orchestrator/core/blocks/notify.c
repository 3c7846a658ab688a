/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_SNS_PUBLISH);

    request.target = context->parameters->text;
    return answer == NULL ? bs_progress_call(&request) : bs_progress_done();
}

static const struct bs_parameter parameters[] = {
    {.name = "topic",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(SNS_TOPIC),
     .about = "whom to tell"},
    {.name = "message",
     .kind = BS_PARAMETER_TEXT,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, text),
     .about = "what to say"},
};

const struct bs_block bs_block_notify = {
    .name = "notify",
    .effect = "tells",
    .about = "tells people",
    .done = "the topic has accepted it, which is not that anybody has read it",
    .unknown = "it is sent again: people may be told twice",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_SNS_PUBLISH},
    .defaults = {.text = "The failover has reached this step."},
};
