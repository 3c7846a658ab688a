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
    [BS_STATE_FAILED] = "failed",       [BS_STATE_PENDING] = "PENDING",
    [BS_STATE_INSYNC] = "INSYNC",       [BS_STATE_OK] = "OK",
    [BS_STATE_ALARM] = "ALARM",         [BS_STATE_INSUFFICIENT_DATA] = "INSUFFICIENT_DATA",
    [BS_STATE_HEALTHY] = "healthy",     [BS_STATE_UNHEALTHY] = "unhealthy",
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
