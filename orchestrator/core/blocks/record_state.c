/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_DYNAMODB_PUT_ITEM);

    request.key = context->parameters->key;
    request.target = context->parameters->text;
    return answer == NULL ? bs_progress_call(&request) : bs_progress_done();
}

static const struct bs_parameter parameters[] = {
    {.name = "table",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(DYNAMODB_TABLE),
     .about = "where it is written"},
    {.name = "key",
     .kind = BS_PARAMETER_TEXT,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, key),
     .about = "the item"},
    {.name = "value",
     .kind = BS_PARAMETER_PLACE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, text),
     .about = "what is written; a role stands for its Region"},
};

const struct bs_block bs_block_record_state = {
    .name = "record_state",
    .effect = "records",
    .about = "writes an item that others read, such as the phase of a recovery",
    .done = "the table has accepted it",
    .unknown = "writing it again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_RECORD_STATE,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_DYNAMODB_PUT_ITEM},
};
