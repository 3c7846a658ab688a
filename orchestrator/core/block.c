/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/block.h"

#include "base/assert.h"
#include "orchestrator/core/blocks/blocks.h"

#define BS_BLOCK_ROW(id, name) [BS_BLOCK_##id] = &bs_block_##name,
static const struct bs_block *const blocks[BS_BLOCK_COUNT] = {BS_BLOCKS(BS_BLOCK_ROW)};
#undef BS_BLOCK_ROW

const struct bs_block *bs_block(enum bs_block_id id)
{
    BS_ASSERT((size_t)id < BS_BLOCK_COUNT);
    return blocks[id];
}

struct bs_progress bs_progress_call(const struct bs_call_request *request)
{
    return (struct bs_progress){.kind = BS_PROGRESS_CALL, .request = *request};
}

struct bs_progress bs_progress_try(const struct bs_call_request *request)
{
    return (struct bs_progress){.kind = BS_PROGRESS_TRY, .request = *request};
}

struct bs_progress bs_progress_wait(struct bs_duration after, const struct bs_reason *reason)
{
    return (struct bs_progress){.kind = BS_PROGRESS_WAIT, .after = after, .reason = *reason};
}

struct bs_progress bs_progress_poll(const struct bs_reason *reason)
{
    return bs_progress_wait(BS_POLL_INTERVAL, reason);
}

struct bs_progress bs_progress_back_off(const struct bs_reason *reason)
{
    return (struct bs_progress){.kind = BS_PROGRESS_BACK_OFF, .reason = *reason};
}

struct bs_progress bs_progress_done(void)
{
    return (struct bs_progress){.kind = BS_PROGRESS_DONE};
}

struct bs_progress bs_progress_failed(const struct bs_reason *reason)
{
    return (struct bs_progress){.kind = BS_PROGRESS_FAILED, .reason = *reason};
}

struct bs_call_request bs_subject_request(const struct bs_block_context *context,
                                          enum bs_operation operation)
{
    BS_ASSERT(context->subject != NULL);
    return (struct bs_call_request){.operation = operation,
                                    .region = context->subject->region,
                                    .resource = context->subject->id};
}

struct bs_reason bs_trouble_reason(enum bs_operation operation, const struct bs_call_answer *answer)
{
    struct bs_reason reason = bs_reason_of(bs_operation_info(operation)->full_name);

    BS_ASSERT(answer->outcome != BS_OUTCOME_OK);
    bs_reason_add(&reason, ": ");
    if (answer->outcome == BS_OUTCOME_INFO) {
        bs_reason_add(&reason, "no answer");
    } else {
        bs_reason_add(&reason, answer->code[0] != '\0' ? answer->code : "refused");
    }
    return reason;
}

bool bs_trouble_may_pass(const struct bs_call_answer *answer)
{
    if (answer->outcome == BS_OUTCOME_INFO) {
        return true;
    }
    switch (answer->error) {
    case BS_CALL_ERROR_REFUSED:
    case BS_CALL_ERROR_THROTTLED:
    case BS_CALL_ERROR_UNAVAILABLE:
    case BS_CALL_ERROR_CAPACITY:
        return true;
    default:
        return false;
    }
}
