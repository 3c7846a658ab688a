/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/*
 * PromoteReadReplica is the one call that must not be made twice blindly. Whatever its answer, other than
 * OK, the instance is looked at before anything else, and the call is made again only if that look says
 * "still an available replica" and could not be overtaken by the first call: it was sent after the call's
 * deadline and the time that a request may still be on its way. A refusal by the service had no effect, so
 * there a look at once is proof enough.
 */
enum { PROMOTING, IN_DOUBT, PROMOTED };

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
    if (context->memory->phase == IN_DOUBT) {
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
     .resource_kinds = BS_KIND_BIT(RDS_REPLICA),
     .about = "the replica that becomes an instance of its own"},
};

const struct bs_block bs_block_promote_rds_replica = {
    .name = "promote_rds_replica",
    .effect = "promotes",
    .about = "makes a replica writable, for good",
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 2,
    .operations = {BS_OPERATION_RDS_PROMOTE_READ_REPLICA, BS_OPERATION_RDS_DESCRIBE_INSTANCE},
};
