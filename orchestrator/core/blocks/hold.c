/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/*
 * Time counts only while every source is healthy. One that turns unhealthy fails the step where it guards,
 * and starts the time anew where it is only waited for.
 */
static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    const struct bs_parameters *parameters = context->parameters;
    struct bs_lane_memory *memory = context->memory;
    struct bs_reason reason = bs_reason_of("a source is not healthy");
    struct bs_duration left;

    (void)answer; /* It asks nobody: the sources are watched anyway. */
    if (parameters->guard && context->unhealthy > 0) {
        return bs_progress_failed(&reason);
    }
    if (context->healthy < parameters->source_count) {
        memory->successes = 0;
        return bs_progress_poll(&reason);
    }
    if (memory->successes == 0) {
        memory->successes = 1;
        memory->since = context->now;
    }
    left.ns = parameters->span.ns - bs_duration_between(memory->since, context->now).ns;
    if (left.ns <= 0) {
        return bs_progress_done();
    }
    reason = bs_reason_of("held for another ");
    bs_reason_add_span(&reason, left);
    return bs_progress_wait(left.ns < BS_POLL_INTERVAL.ns ? left : BS_POLL_INTERVAL, &reason);
}

static const struct bs_parameter parameters[] = {
    {.name = "for",
     .kind = BS_PARAMETER_DURATION,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, span),
     .minimum = 0,
     .maximum = INT64_C(86400) * BS_NS_PER_S,
     .about = "how long without a break"},
    {.name = "healthy",
     .kind = BS_PARAMETER_SOURCES,
     .need = BS_NEED_REQUIRED,
     .about = "the sources that must be healthy all the while"},
    {.name = "guard",
     .kind = BS_PARAMETER_BOOL,
     .need = BS_NEED_OPTIONAL,
     .offset = offsetof(struct bs_parameters, guard),
     .about = "whether the step fails as soon as one is unhealthy, instead of waiting on"},
};

const struct bs_block bs_block_hold = {
    .name = "hold",
    .effect = "holds",
    .about = "waits until sources have been healthy for a while",
    .done = "all sources were healthy for so long without a break",
    .advance = advance,
    BS_PARAMETERS(parameters),
};
