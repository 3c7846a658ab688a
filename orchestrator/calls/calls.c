/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/calls/calls.h"

#include "base/assert.h"

static const struct bs_operation_info operations[BS_OPERATION_COUNT] = {
#define BS_OPERATION_ROW(id, service, name, effect) \
    {service, name, service ":" name, BS_EFFECT_##effect},
    BS_OPERATIONS(BS_OPERATION_ROW)
#undef BS_OPERATION_ROW
};

/* The words are those of DescribeDBInstances, GetChange, DescribeAlarms and of Route 53's console. */
static const char *const resource_states[BS_STATE_COUNT] = {
    [BS_STATE_UNKNOWN] = "unknown",     [BS_STATE_AVAILABLE] = "available",
    [BS_STATE_MODIFYING] = "modifying", [BS_STATE_BACKING_UP] = "backing-up",
    [BS_STATE_REBOOTING] = "rebooting", [BS_STATE_STOPPED] = "stopped",
    [BS_STATE_FAILED] = "failed",       [BS_STATE_CREATING] = "creating",
    [BS_STATE_DELETING] = "deleting",   [BS_STATE_PENDING] = "PENDING",
    [BS_STATE_INSYNC] = "INSYNC",       [BS_STATE_OK] = "OK",
    [BS_STATE_ALARM] = "ALARM",         [BS_STATE_INSUFFICIENT_DATA] = "INSUFFICIENT_DATA",
    [BS_STATE_HEALTHY] = "healthy",     [BS_STATE_UNHEALTHY] = "unhealthy",
    [BS_STATE_ASKED] = "asked",         [BS_STATE_APPROVED] = "approved",
    [BS_STATE_DECLINED] = "declined",   [BS_STATE_RETRY] = "retry",
    [BS_STATE_SKIP] = "skip",           [BS_STATE_CANCEL] = "cancel",
};

static const char *const errors[BS_CALL_ERROR_COUNT] = {
    [BS_CALL_ERROR_NONE] = NULL,
    [BS_CALL_ERROR_REFUSED] = "refused",
    [BS_CALL_ERROR_THROTTLED] = "throttled",
    [BS_CALL_ERROR_UNAVAILABLE] = "unavailable",
    [BS_CALL_ERROR_CAPACITY] = "capacity",
    [BS_CALL_ERROR_INVALID_STATE] = "invalid_state",
    [BS_CALL_ERROR_NOT_FOUND] = "not_found",
    [BS_CALL_ERROR_DENIED] = "denied",
    [BS_CALL_ERROR_CONDITION] = "condition",
    [BS_CALL_ERROR_OTHER] = "other",
};

static const char *const outcomes[] = {
    [BS_OUTCOME_OK] = "ok",
    [BS_OUTCOME_ERROR] = "error",
    [BS_OUTCOME_INFO] = "info",
};

const struct bs_operation_info *bs_operation_info(enum bs_operation operation)
{
    BS_ASSERT((size_t)operation < BS_OPERATION_COUNT);
    return &operations[operation];
}

const char *bs_resource_state_name(enum bs_resource_state state)
{
    BS_ASSERT((size_t)state < BS_STATE_COUNT);
    return resource_states[state];
}

const char *bs_call_outcome_name(enum bs_call_outcome outcome)
{
    BS_ASSERT((size_t)outcome < sizeof(outcomes) / sizeof(outcomes[0]));
    return outcomes[outcome];
}

const char *bs_call_error_name(enum bs_call_error error)
{
    BS_ASSERT((size_t)error < BS_CALL_ERROR_COUNT);
    return errors[error];
}
