/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/*
 * The steps of a gradual cutover are one change each: ask, wait until it is everywhere, watch for a while.
 * `successes` counts the steps that are done. An unhealthy guard fails the step where it stands; what has
 * moved is taken back by its undo.
 */
enum { ASKING, SPREADING, WATCHING };

static int64_t weight_of(const struct bs_block_context *context)
{
    const struct bs_parameters *parameters = context->parameters;

    return parameters->weight_count > 0 ? parameters->weights[context->memory->successes] : 100;
}

static struct bs_progress start(const struct bs_block_context *context)
{
    struct bs_call_request request =
        bs_subject_request(context, BS_OPERATION_ROUTE53_CHANGE_RECORD);

    request.target = context->parameters->to->id;
    request.count = weight_of(context);
    context->memory->phase = ASKING;
    return bs_progress_call(&request);
}

static struct bs_progress look(const struct bs_block_context *context)
{
    struct bs_call_request request = bs_subject_request(context, BS_OPERATION_ROUTE53_GET_CHANGE);

    request.count = context->memory->change;
    context->memory->phase = SPREADING;
    return bs_progress_call(&request);
}

static struct bs_progress watch(const struct bs_block_context *context)
{
    const struct bs_parameters *parameters = context->parameters;
    struct bs_reason reason = bs_reason_of("watching with ");
    struct bs_duration left = {parameters->span.ns -
                               bs_duration_between(context->memory->since, context->now).ns};

    bs_reason_add_count(&reason, weight_of(context));
    bs_reason_add(&reason, " % moved");
    if (left.ns > 0) {
        return bs_progress_wait(left.ns < BS_POLL_INTERVAL.ns ? left : BS_POLL_INTERVAL, &reason);
    }
    context->memory->successes++;
    return start(context);
}

/* Everywhere by now: on to the next step, after a while of watching. */
static struct bs_progress moved(const struct bs_block_context *context)
{
    if (context->memory->successes + 1 >= context->parameters->weight_count) {
        return bs_progress_done();
    }
    context->memory->phase = WATCHING;
    context->memory->since = context->now;
    return watch(context);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_reason reason = bs_reason_of("the change is not at all name servers yet");

    if (context->unhealthy > 0) {
        reason = bs_reason_of("the guard is unhealthy with ");
        bs_reason_add_count(&reason, weight_of(context));
        bs_reason_add(&reason, " % moved");
        return bs_progress_failed(&reason);
    }
    if (context->memory->phase == WATCHING) {
        return watch(context);
    }
    if (answer == NULL) {
        return context->memory->phase == ASKING ? start(context) : look(context);
    }
    if (context->memory->phase == ASKING) {
        context->memory->change = answer->change;
        return look(context);
    }
    return answer->state == BS_STATE_INSYNC ? moved(context) : bs_progress_poll(&reason);
}

static const struct bs_parameter parameters[] = {
    {.name = "record",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(DNS_RECORD),
     .about = "the name that clients use"},
    {.name = "to",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, to),
     .resource_kinds = BS_KIND_BIT(ALB),
     .about = "the load balancer it shall point to"},
    {.name = "weights",
     .kind = BS_PARAMETER_WEIGHTS,
     .need = BS_NEED_OPTIONAL,
     .about = "the shares of answers in per cent that move, step by step, such as [10, 50, 100]"},
    {.name = "every",
     .kind = BS_PARAMETER_DURATION,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, span),
     .minimum = 0,
     .maximum = INT64_C(86400) * BS_NS_PER_S,
     .about = "how long each share but the last is watched"},
    {.name = "guard",
     .kind = BS_PARAMETER_SOURCES,
     .need = BS_NEED_OPTIONAL,
     .about = "sources that fail the step when one is unhealthy"},
};

const struct bs_block bs_block_change_dns = {
    .name = "change_dns",
    .effect = "moves_traffic",
    .about =
        "points a record elsewhere, at once or in steps, and waits until all name servers say so",
    .done = "all name servers have the last change",
    .unknown = "making the same change again is harmless",
    .can_be_undone = true,
    .undo = BS_BLOCK_CHANGE_DNS,
    .moves_service = true,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 2,
    .operations = {BS_OPERATION_ROUTE53_CHANGE_RECORD, BS_OPERATION_ROUTE53_GET_CHANGE},
    .defaults = {.span = {120 * BS_NS_PER_S}},
};
