/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

enum { STARTING, WAITING };

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    (void)answer; /* A wait asks nobody. */
    if (context->memory->phase == WAITING) {
        return bs_progress_done();
    }
    context->memory->phase = WAITING;
    return (struct bs_progress){.kind = BS_PROGRESS_WAIT, .after = context->parameters->span};
}

static const struct bs_parameter parameters[] = {
    {.name = "for",
     .kind = BS_PARAMETER_DURATION,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, span),
     .minimum = 0,
     .maximum = INT64_C(86400) * BS_NS_PER_S,
     .about = "how long; shorter than the step's timeout"},
};

const struct bs_block bs_block_wait = {
    .name = "wait",
    .effect = "waits",
    .about = "lets time pass",
    .done = "so much time has passed",
    .advance = advance,
    BS_PARAMETERS(parameters),
};
