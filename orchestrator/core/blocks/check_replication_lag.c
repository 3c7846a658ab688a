/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

#include "orchestrator/core/mutant.h"

/*
 * A copy has caught up when it has all that was acknowledged before the step began: its data point's instant
 * less its lag does not lie before that. Where writes were stopped first, that is all there is.
 */
static bool has_caught_up(const struct bs_block_context *context,
                          const struct bs_call_answer *answer)
{
    return answer->metric_at.ns - answer->metric.ns >= context->started_at.ns;
}

static struct bs_progress ask(const struct bs_block_context *context)
{
    const struct bs_call_request request =
        bs_subject_request(context, BS_OPERATION_CLOUDWATCH_GET_METRIC);

    return bs_progress_call(&request);
}

static struct bs_progress not_yet(const struct bs_block_context *context,
                                  const struct bs_reason *reason)
{
    return context->parameters->wait ? bs_progress_poll(reason) : bs_progress_failed(reason);
}

static struct bs_progress judge(const struct bs_block_context *context,
                                const struct bs_call_answer *answer)
{
    const struct bs_parameters *parameters = context->parameters;
    struct bs_reason reason;

    if (!answer->has_metric) {
        reason = bs_reason_of("lag is unknown: no data point in the last five minutes");
        return not_yet(context, &reason);
    }
    reason = bs_reason_of("lag is ");
    bs_reason_add_span(&reason, answer->metric);
    if (answer->metric.ns > parameters->span.ns) {
        bs_reason_add(&reason, ", more than ");
        bs_reason_add_span(&reason, parameters->span);
        return not_yet(context, &reason);
    }
    if (parameters->caught_up && !has_caught_up(context, answer)) {
        bs_reason_add(&reason, ": it has not all that was written before the step began");
        return bs_progress_poll(&reason);
    }
    return bs_progress_done();
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    if (answer == NULL) {
        return ask(context);
    }
    return BS_MUTANT(IGNORE_LAG) ? bs_progress_done() : judge(context, answer);
}

static const struct bs_parameter parameters[] = {
    {.name = "store",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds =
         BS_KIND_BIT(RDS_REPLICA) | BS_KIND_BIT(RDS_INSTANCE) | BS_KIND_BIT(S3_BUCKET),
     .about = "the copy that replication fills"},
    {.name = "max",
     .kind = BS_PARAMETER_DURATION,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, span),
     .minimum = 0,
     .maximum = INT64_C(86400) * BS_NS_PER_S,
     .about = "the most that it may lag behind"},
    {.name = "wait",
     .kind = BS_PARAMETER_BOOL,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, wait),
     .about = "whether to wait for it, up to the timeout, instead of failing at once"},
    {.name = "caught_up",
     .kind = BS_PARAMETER_BOOL,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, caught_up),
     .about = "whether to wait until it has all that was written before the step began"},
};

const struct bs_block bs_block_check_replication_lag = {
    .name = "check_replication_lag",
    .effect = "checks",
    .about = "a copy is not too far behind, and it is known how far",
    .done = "the newest data point says so",
    .unknown = "reading again is harmless",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_CLOUDWATCH_GET_METRIC},
    .defaults = {.span = {5 * BS_NS_PER_S}},
};
