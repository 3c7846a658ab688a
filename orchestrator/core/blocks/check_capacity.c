/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_reason reason = bs_reason_of(context->subject->id);

    if (answer == NULL) {
        const struct bs_call_request request =
            bs_subject_request(context, BS_OPERATION_QUOTAS_GET_TASKS);

        return bs_progress_call(&request);
    }
    if (answer->running >= context->parameters->count) {
        return bs_progress_done();
    }
    bs_reason_add(&reason, " may run ");
    bs_reason_add_count(&reason, answer->running);
    bs_reason_add(&reason, " tasks of the ");
    bs_reason_add_count(&reason, context->parameters->count);
    bs_reason_add(&reason, " that are needed");
    return bs_progress_failed(&reason);
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
     .about = "how many tasks it will have to run"},
};

const struct bs_block bs_block_check_capacity = {
    .name = "check_capacity",
    .effect = "checks",
    .about = "the account's quota leaves room for the tasks that will be needed",
    .done = "the quota is at least that",
    .unknown = "reading again is harmless",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_QUOTAS_GET_TASKS},
};
