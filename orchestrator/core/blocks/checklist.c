/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/*
 * Items are given to their owners one after the other: `successes` counts those that are done. Each is a
 * question of its own, numbered after the step's.
 */
enum { ITEM_SHIFT = 40 };

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    struct bs_lane_memory *memory = context->memory;
    const struct bs_item *item = &context->parameters->items[memory->successes];
    const int64_t question = context->question | (int64_t)memory->successes << ITEM_SHIFT;
    struct bs_progress progress;

    if (memory->phase == 0) {
        memory->loss = BS_DURATION_UNKNOWN;
    }
    progress = bs_ask_people(context, answer, item->owner, "checklist", item->text, question);
    if (progress.kind != BS_PROGRESS_DONE ||
        ++memory->successes == context->parameters->item_count) {
        return progress;
    }
    memory->phase = 0;
    return advance(context, NULL); /* At most once for each item. */
}

static const struct bs_parameter parameters[] = {
    {.name = "items",
     .kind = BS_PARAMETER_ITEMS,
     .need = BS_NEED_REQUIRED,
     .resource_kinds = BS_KIND_BIT(PERSON),
     .about = "what is to be done, in this order, each {do, owner}"},
};

const struct bs_block bs_block_checklist = {
    .name = "checklist",
    .effect = "asks",
    .about = "has people do things, each its owner, one after the other",
    .done = "every owner has said that their item is done",
    .unknown = "asking again under the same number is harmless",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 2,
    .operations = {BS_OPERATION_PEOPLE_ASK, BS_OPERATION_PEOPLE_GET_ANSWER},
};
