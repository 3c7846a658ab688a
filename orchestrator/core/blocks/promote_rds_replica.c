/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

#include "orchestrator/core/mutant.h"

/*
 * PromoteReadReplica must not be made twice blindly, by whomever. So the instance is looked at first, and
 * again whatever the call's answer, other than OK. The call is made only if a look says "still an available
 * replica" and could not be overtaken by an earlier call: it was sent after that one's deadline and the
 * time that a request may still be on its way; the first look after those of whatever was executed before.
 * A refusal by the service had no effect, so there a look at once is proof enough.
 */
enum { BEFORE, PROMOTING, IN_DOUBT, PROMOTED };

static struct bs_progress promote(const struct bs_block_context *context)
{
    struct bs_call_request request =
        bs_subject_request(context, BS_OPERATION_RDS_PROMOTE_READ_REPLICA);

    context->memory->phase = PROMOTING;
    return bs_progress_try(&request);
}

static struct bs_progress look(const struct bs_block_context *context)
{
    struct bs_call_request request =
        bs_subject_request(context, BS_OPERATION_RDS_DESCRIBE_INSTANCE);

    return bs_progress_call(&request);
}

static struct bs_reason state_reason(const struct bs_block_context *context,
                                     const struct bs_call_answer *answer)
{
    struct bs_reason reason = bs_reason_of(context->subject->id);

    bs_reason_add(&reason, answer->is_replica ? " is a replica and " : " is no replica and ");
    bs_reason_add(&reason, bs_resource_state_name(answer->state));
    return reason;
}

static struct bs_progress judge_promotion(const struct bs_block_context *context,
                                          const struct bs_call_answer *answer)
{
    struct bs_reason trouble;

    if (answer->outcome == BS_OUTCOME_OK) {
        context->memory->phase = PROMOTED;
        return look(context);
    }
    if (!bs_trouble_may_pass(answer) && answer->error != BS_CALL_ERROR_INVALID_STATE) {
        trouble = bs_trouble_reason(BS_OPERATION_RDS_PROMOTE_READ_REPLICA, answer);
        return bs_progress_failed(&trouble);
    }
    if (BS_MUTANT(REPEAT_PROMOTE)) {
        return promote(context);
    }
    context->memory->phase = IN_DOUBT;
    context->memory->certain_at = context->now;
    if (answer->outcome == BS_OUTCOME_INFO) {
        context->memory->certain_at = bs_instant_add(context->call_deadline, BS_IN_FLIGHT_MAX);
    }
    return look(context);
}

/* The look that decides whether to promote again. */
static struct bs_progress judge_doubt(const struct bs_block_context *context,
                                      const struct bs_call_answer *answer)
{
    struct bs_reason reason = state_reason(context, answer);

    if (!answer->is_replica) {
        context->memory->phase = PROMOTED;
        return answer->state == BS_STATE_AVAILABLE ? bs_progress_done() : bs_progress_poll(&reason);
    }
    if (answer->state == BS_STATE_AVAILABLE &&
        context->call_sent_at.ns >= context->memory->certain_at.ns) {
        if (context->memory->phase == BEFORE) {
            return promote(context);
        }
        context->memory->phase = PROMOTING;
        return bs_progress_back_off(&reason);
    }
    return bs_progress_poll(&reason);
}

static struct bs_progress judge_look(const struct bs_block_context *context,
                                     const struct bs_call_answer *answer)
{
    struct bs_reason reason = state_reason(context, answer);

    if (answer->state == BS_STATE_FAILED || answer->state == BS_STATE_STOPPED) {
        return bs_progress_failed(&reason);
    }
    if (context->memory->phase == BEFORE || context->memory->phase == IN_DOUBT) {
        return judge_doubt(context, answer);
    }
    if (!answer->is_replica && answer->state == BS_STATE_AVAILABLE) {
        return bs_progress_done();
    }
    return bs_progress_poll(&reason);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    if (answer == NULL && context->memory->phase == BEFORE) {
        context->memory->certain_at = context->quiet_at;
    }
    if (answer == NULL) {
        return context->memory->phase == PROMOTING ? promote(context) : look(context);
    }
    if (context->memory->phase == PROMOTING) {
        return judge_promotion(context, answer);
    }
    return judge_look(context, answer);
}

static const struct bs_parameter parameters[] = {
    {.name = "store",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(RDS_REPLICA) | BS_KIND_BIT(RDS_INSTANCE),
     .about = "the replica that becomes an instance of its own"},
};

const struct bs_block bs_block_promote_rds_replica = {
    .name = "promote_rds_replica",
    .effect = "promotes",
    .about = "makes a replica writable, for good",
    .done = "the instance is available and no replica",
    .unknown =
        "the instance is read before anything is repeated, once a late call can no longer come",
    .is_irreversible = true,
    .moves_service = true,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 2,
    .operations = {BS_OPERATION_RDS_PROMOTE_READ_REPLICA, BS_OPERATION_RDS_DESCRIBE_INSTANCE},
};
