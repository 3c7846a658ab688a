/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_reason reason;

    if (answer == NULL) {
        struct bs_call_request request =
            bs_subject_request(context, BS_OPERATION_ECR_DESCRIBE_IMAGE);

        /* An image lies in several Regions; the one that will pull it is the step's. */
        request.region = context->region;
        return bs_progress_call(&request);
    }
    if (answer->running < 1) {
        reason = bs_reason_of(context->subject->id);
        bs_reason_add(&reason, " is not in ");
        bs_reason_add(&reason, context->region);
        return bs_progress_failed(&reason);
    }
    return bs_progress_done();
}

static const struct bs_parameter parameters[] = {
    {.name = "image",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(ECR_IMAGE),
     .about = "the image that new tasks will pull"},
};

const struct bs_block bs_block_check_image = {
    .name = "check_image",
    .effect = "checks",
    .about = "a container image can be pulled in the Region",
    .region = BS_REGION_REQUIRED,
    .done = "the image is in the Region's registry",
    .unknown = "reading again is harmless",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_ECR_DESCRIBE_IMAGE},
};
