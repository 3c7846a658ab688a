/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

static struct bs_progress set_suspended(const struct bs_block_context *context,
                                        const struct bs_call_answer *answer, int64_t suspended)
{
    struct bs_call_request request =
        bs_subject_request(context, BS_OPERATION_AUTOSCALING_SET_SUSPENDED);

    request.count = suspended;
    return answer == NULL ? bs_progress_call(&request) : bs_progress_done();
}

static struct bs_progress suspend(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    return set_suspended(context, answer, 1);
}

static struct bs_progress resume(const struct bs_block_context *context,
                                 const struct bs_call_answer *answer)
{
    return set_suspended(context, answer, 0);
}

static const struct bs_parameter parameters[] = {
    {.name = "of",
     .kind = BS_PARAMETER_RESOURCES,
     .need = BS_NEED_REQUIRED,
     .resource_kinds = BS_KIND_BIT(ECS_SERVICE),
     .about = "the services"},
};

const struct bs_block bs_block_suspend_change = {
    .name = "suspend_change",
    .effect = "freezes",
    .about = "keeps autoscaling from changing services while the plan does",
    .done = "the service has accepted it",
    .unknown = "setting it again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_RESUME_CHANGE,
    .advance = suspend,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_AUTOSCALING_SET_SUSPENDED},
};

const struct bs_block bs_block_resume_change = {
    .name = "resume_change",
    .effect = "freezes",
    .about = "lets autoscaling change services again",
    .done = "the service has accepted it",
    .unknown = "setting it again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_SUSPEND_CHANGE,
    .advance = resume,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_AUTOSCALING_SET_SUSPENDED},
};
