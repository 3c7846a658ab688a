/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_SSM_PUT_PARAMETER);

    request.target = context->parameters->text;
    return answer == NULL ? bs_progress_call(&request) : bs_progress_done();
}

static const struct bs_parameter parameters[] = {
    {.name = "parameter",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(SSM_PARAMETER),
     .about = "where it is written"},
    {.name = "value",
     .kind = BS_PARAMETER_PLACE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, text),
     .about = "what is written; a role stands for its Region"},
};

const struct bs_block bs_block_set_parameter = {
    .name = "set_parameter",
    .effect = "records",
    .done = "the parameter store has accepted it",
    .unknown = "writing it again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_SET_PARAMETER,
    .about = "writes a value that others read, such as which Region is active",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_SSM_PUT_PARAMETER},
};
