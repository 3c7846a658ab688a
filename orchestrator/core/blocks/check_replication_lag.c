/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    const struct bs_parameters *parameters = &context->step->parameters;
    struct bs_reason reason;

    if (answer == NULL) {
        struct bs_call_request request =
            bs_subject_request(context, BS_OPERATION_CLOUDWATCH_GET_METRIC);

        return bs_progress_call(&request);
    }
    if (!answer->has_metric) {
        reason = bs_reason_of("lag is unknown: no data point in the last five minutes");
        return bs_progress_failed(&reason);
    }
    if (answer->metric.ns > parameters->span.ns) {
        reason = bs_reason_of("lag is ");
        bs_reason_add_span(&reason, answer->metric);
        bs_reason_add(&reason, ", more than ");
        bs_reason_add_span(&reason, parameters->span);
        return bs_progress_failed(&reason);
    }
    return bs_progress_done();
}

static const struct bs_parameter parameters[] = {
    {.name = "store",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(RDS_REPLICA) | BS_KIND_BIT(S3_BUCKET),
     .about = "the copy that replication fills"},
    {.name = "max",
     .kind = BS_PARAMETER_DURATION,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, span),
     .minimum = 0,
     .maximum = INT64_C(86400) * BS_NS_PER_S,
     .about = "the most that it may lag behind"},
};

const struct bs_block bs_block_check_replication_lag = {
    .name = "check_replication_lag",
    .effect = "checks",
    .about = "a copy is not too far behind, and it is known how far",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_CLOUDWATCH_GET_METRIC},
    .defaults = {.span = {5 * BS_NS_PER_S}},
};
