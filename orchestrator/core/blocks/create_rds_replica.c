/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/blocks/blocks.h"

/*
 * Replication is rebuilt in reverse under the old name: the old instance is deleted, its data kept in a final
 * snapshot, and a replica of the instance that serves now is created in its place. Neither call may be made
 * twice blindly, and a deletion that comes late would hit the new replica: after one whose answer never came,
 * nothing is done until it can no longer be on its way. What is there is read before each call and decides
 * what comes next, so that a restart goes on where it was.
 */
enum { CHECKING_SOURCE, LOOKING, DELETING, CREATING };

static struct bs_progress look_at(const struct bs_plan_resource *resource)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_RDS_DESCRIBE_INSTANCE,
                                            .region = resource->region,
                                            .resource = resource->id};

    return bs_progress_try(&request);
}

static struct bs_progress call(const struct bs_block_context *context, enum bs_operation operation,
                               uint32_t phase)
{
    struct bs_call_request request = bs_subject_request(context, operation);

    if (operation == BS_OPERATION_RDS_CREATE_READ_REPLICA) {
        request.target = context->parameters->to->id;
    }
    context->memory->phase = phase;
    return bs_progress_try(&request);
}

static struct bs_progress look_later(const struct bs_block_context *context, const char *why)
{
    struct bs_reason reason = bs_reason_of(context->subject->id);

    bs_reason_add(&reason, why);
    context->memory->phase = LOOKING;
    return bs_progress_poll(&reason);
}

static struct bs_progress trouble(enum bs_operation operation, const struct bs_call_answer *answer)
{
    const struct bs_reason reason = bs_trouble_reason(operation, answer);

    return bs_trouble_may_pass(answer) ? bs_progress_back_off(&reason)
                                       : bs_progress_failed(&reason);
}

/* Only what can take the old instance's place may cost it its life. */
static struct bs_progress judge_source(const struct bs_block_context *context,
                                       const struct bs_call_answer *answer)
{
    struct bs_reason reason = bs_reason_of(context->parameters->to->id);

    if (answer->outcome != BS_OUTCOME_OK) {
        return trouble(BS_OPERATION_RDS_DESCRIBE_INSTANCE, answer);
    }
    if (answer->is_replica || answer->state != BS_STATE_AVAILABLE) {
        bs_reason_add(&reason, answer->is_replica ? " is a replica itself" : " is not available");
        return bs_progress_failed(&reason);
    }
    context->memory->phase = LOOKING;
    return look_at(context->subject);
}

static bool is_replica_of(const struct bs_call_answer *answer,
                          const struct bs_plan_resource *source)
{
    const char *a = answer->source;
    const char *b = source->id;

    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    return answer->is_replica && *a == *b;
}

/* What is there now says what is to be done. */
static struct bs_progress judge_look(const struct bs_block_context *context,
                                     const struct bs_call_answer *answer)
{
    const bool is_gone =
        answer->outcome == BS_OUTCOME_ERROR && answer->error == BS_CALL_ERROR_NOT_FOUND;

    if (answer->outcome != BS_OUTCOME_OK && !is_gone) {
        return trouble(BS_OPERATION_RDS_DESCRIBE_INSTANCE, answer);
    }
    if (answer->state == BS_STATE_DELETING) {
        return look_later(context, " is being deleted");
    }
    if (!is_gone && is_replica_of(answer, context->parameters->to)) {
        return answer->state == BS_STATE_AVAILABLE ? bs_progress_done()
                                                   : look_later(context, " is being created");
    }
    if (context->call_sent_at.ns < context->memory->certain_at.ns) {
        return look_later(context, ": an earlier call may still be on its way");
    }
    return is_gone ? call(context, BS_OPERATION_RDS_CREATE_READ_REPLICA, CREATING)
                   : call(context, BS_OPERATION_RDS_DELETE_INSTANCE, DELETING);
}

static struct bs_progress judge_change(const struct bs_block_context *context,
                                       const struct bs_call_answer *answer)
{
    const enum bs_operation operation = context->memory->phase == DELETING
                                            ? BS_OPERATION_RDS_DELETE_INSTANCE
                                            : BS_OPERATION_RDS_CREATE_READ_REPLICA;

    context->memory->phase = LOOKING;
    if (answer->outcome == BS_OUTCOME_OK) {
        return look_at(context->subject);
    }
    if (answer->outcome == BS_OUTCOME_INFO) {
        context->memory->certain_at = bs_instant_add(context->call_deadline, BS_IN_FLIGHT_MAX);
    }
    if (answer->outcome == BS_OUTCOME_ERROR && answer->error == BS_CALL_ERROR_INVALID_STATE) {
        return look_later(context, " is not in a state for it");
    }
    return trouble(operation, answer);
}

static struct bs_progress advance(const struct bs_block_context *context,
                                  const struct bs_call_answer *answer)
{
    if (answer == NULL && context->memory->phase == CHECKING_SOURCE) {
        context->memory->certain_at = context->quiet_at;
    }
    if (answer == NULL) {
        return context->memory->phase == CHECKING_SOURCE ? look_at(context->parameters->to)
                                                         : look_at(context->subject);
    }
    switch (context->memory->phase) {
    case CHECKING_SOURCE:
        return judge_source(context, answer);
    case LOOKING:
        return judge_look(context, answer);
    default:
        return judge_change(context, answer);
    }
}

static const struct bs_parameter parameters[] = {
    {.name = "store",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, resource),
     .resource_kinds = BS_KIND_BIT(RDS_REPLICA) | BS_KIND_BIT(RDS_INSTANCE),
     .about = "the instance that is replaced by a replica"},
    {.name = "from",
     .kind = BS_PARAMETER_RESOURCE,
     .need = BS_NEED_REQUIRED,
     .offset = offsetof(struct bs_parameters, to),
     .resource_kinds = BS_KIND_BIT(RDS_REPLICA) | BS_KIND_BIT(RDS_INSTANCE),
     .about = "the instance that serves, and that the replica follows"},
};

const struct bs_block bs_block_create_rds_replica = {
    .name = "create_rds_replica",
    .effect = "rebuilds",
    .about = "replaces an old primary by a replica of the new one; its data stay in a snapshot",
    .done = "the replica is available",
    .unknown =
        "what is there is read before anything is repeated, once a late call can no longer come",
    .is_irreversible = true,
    .advance = advance,
    BS_PARAMETERS(parameters),
    .operation_count = 3,
    .operations = {BS_OPERATION_RDS_DESCRIBE_INSTANCE, BS_OPERATION_RDS_DELETE_INSTANCE,
                   BS_OPERATION_RDS_CREATE_READ_REPLICA},
};
