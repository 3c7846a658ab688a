/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/block.h"

#include "base/assert.h"
#include "orchestrator/core/blocks/blocks.h"

static const struct bs_block *const blocks[BS_BLOCK_COUNT] = {
    [BS_BLOCK_CHECK_REGION_HEALTH] = &bs_block_check_region_health,
    [BS_BLOCK_CHECK_REPLICATION_LAG] = &bs_block_check_replication_lag,
    [BS_BLOCK_CHECK_CAPACITY] = &bs_block_check_capacity,
    [BS_BLOCK_CHECK_IMAGE] = &bs_block_check_image,
    [BS_BLOCK_APPROVE] = &bs_block_approve,
    [BS_BLOCK_CHECKLIST] = &bs_block_checklist,
    [BS_BLOCK_HOLD] = &bs_block_hold,
    [BS_BLOCK_SUSPEND_CHANGE] = &bs_block_suspend_change,
    [BS_BLOCK_RESUME_CHANGE] = &bs_block_resume_change,
    [BS_BLOCK_FENCE] = &bs_block_fence,
    [BS_BLOCK_RELEASE_FENCE] = &bs_block_release_fence,
    [BS_BLOCK_PROMOTE_RDS_REPLICA] = &bs_block_promote_rds_replica,
    [BS_BLOCK_CREATE_RDS_REPLICA] = &bs_block_create_rds_replica,
    [BS_BLOCK_SCALE_ECS] = &bs_block_scale_ecs,
    [BS_BLOCK_SMOKE_TEST] = &bs_block_smoke_test,
    [BS_BLOCK_LOWER_TTL] = &bs_block_lower_ttl,
    [BS_BLOCK_CHANGE_DNS] = &bs_block_change_dns,
    [BS_BLOCK_SET_PARAMETER] = &bs_block_set_parameter,
    [BS_BLOCK_RECORD_STATE] = &bs_block_record_state,
    [BS_BLOCK_NOTIFY] = &bs_block_notify,
    [BS_BLOCK_WAIT] = &bs_block_wait,
};

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
