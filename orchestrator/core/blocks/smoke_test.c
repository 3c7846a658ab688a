/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/* The phase is the index of the check that is being made; a failure starts over, passes and all. */

static const char *const check_names[] = {
    [BS_HTTP_HEALTH] = "health",
    [BS_HTTP_READ] = "read",
    [BS_HTTP_WRITE] = "write",
    [BS_HTTP_READ_BACK] = "read-back",
};

static struct bs_progress request_check(const struct bs_block_context *context)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_HTTP_REQUEST);

    request.region = context->region;
    request.check = context->parameters->checks[context->memory->phase];
    return bs_progress_try(&request);
}

static struct bs_progress start_over(const struct bs_block_context *context,
                                     const struct bs_call_answer *answer)
{
    const struct bs_parameters *parameters = context->parameters;
    struct bs_reason reason = bs_reason_of(check_names[parameters->checks[context->memory->phase]]);

    bs_reason_add(&reason, " of ");
    bs_reason_add(&reason, context->subject->id);
    if (answer->outcome == BS_OUTCOME_INFO) {
        bs_reason_add(&reason, ": no answer");
    } else if (answer->outcome == BS_OUTCOME_ERROR) {
        bs_reason_add(&reason, ": ");
        bs_reason_add(&reason, answer->code[0] != '\0' ? answer->code : "refused");
    } else {
        bs_reason_add(&reason, " answered ");
        bs_reason_add_count(&reason, answer->http_status);
    }
    context->memory->phase = 0;
    context->memory->successes = 0;
    return bs_progress_poll(&reason);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    const struct bs_parameters *parameters = context->parameters;

    if (answer == NULL) {
        return request_check(context);
    }
    if (answer->outcome != BS_OUTCOME_OK || answer->http_status < 200 ||
        answer->http_status >= 300) {
        return start_over(context, answer);
    }
    context->memory->phase++;
    if (context->memory->phase == parameters->check_count) {
        context->memory->phase = 0;
        context->memory->successes++;
        if (context->memory->successes >= parameters->count) {
            return bs_progress_done();
        }
    }
    return request_check(context);
}

static const struct bs_parameter parameters[] = {
    {.name = "via",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(ALB) | BS_KIND_BIT(DNS_RECORD),
     .about = "the load balancer to ask directly, or the record to ask by name"},
    {.name = "checks",
     .kind = BS_PARAMETER_CHECKS,
     .need = BS_NEED_OPTIONAL,
     .about = "what must succeed, in this order"},
    {.name = "passes",
     .kind = BS_PARAMETER_COUNT,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, count),
     .minimum = 1,
     .maximum = 1000,
     .about = "how many times in a row all of them must succeed"},
};

const struct bs_block bs_block_smoke_test = {
    .name = "smoke_test",
    .effect = "proves",
    .about = "real requests succeed",
    .done = "all checks have succeeded so many times in a row",
    .unknown = "no answer is a failure, and the passes start anew",
    .region = BS_REGION_VANTAGE,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 1,
    .operations = {BS_OPERATION_HTTP_REQUEST},
    .defaults = {.count = 1, .check_count = 1, .checks = {BS_HTTP_HEALTH}},
};
