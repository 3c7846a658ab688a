/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/states.h"

#include <stddef.h>
#include <stdint.h>

#include "base/assert.h"

#define BS_STATE_NAME(id, name) name,
static const char *const execution_states[] = {BS_EXECUTION_STATES(BS_STATE_NAME)};
static const char *const step_states[] = {BS_STEP_STATES(BS_STATE_NAME)};
static const char *const latch_states[] = {BS_LATCH_STATES(BS_STATE_NAME)};
static const char *const source_states[] = {BS_SOURCE_STATES(BS_STATE_NAME)};
static const char *const detection_states[] = {BS_DETECTION_STATES(BS_STATE_NAME)};

const char *bs_execution_state_name(enum bs_execution_state state)
{
    BS_ASSERT((size_t)state < BS_EXECUTION_STATE_COUNT);
    return execution_states[state];
}

const char *bs_step_state_name(enum bs_step_state state)
{
    BS_ASSERT((size_t)state < BS_STEP_STATE_COUNT);
    return step_states[state];
}

const char *bs_latch_state_name(enum bs_latch_state state)
{
    BS_ASSERT((size_t)state < BS_LATCH_STATE_COUNT);
    return latch_states[state];
}

const char *bs_source_state_name(enum bs_source_state state)
{
    BS_ASSERT((size_t)state < BS_SOURCE_STATE_COUNT);
    return source_states[state];
}

const char *bs_detection_state_name(enum bs_detection_state state)
{
    BS_ASSERT((size_t)state < BS_DETECTION_STATE_COUNT);
    return detection_states[state];
}

/* ---- Transitions ---- */

#define E(state) (1U << BS_EXECUTION_##state)
#define ENDS                                                                                     \
    (E(COMPLETED) | E(COMPLETED_WITH_EXCEPTIONS) | E(ROLLED_BACK) | E(CANCELED) | E(TIMED_OUT) | \
     E(FAILED))

/* From each state to those that may follow. An execution that is over is followed by another's beginning. */
static const uint32_t execution_transitions[BS_EXECUTION_STATE_COUNT] = {
    [BS_EXECUTION_PENDING] = E(IN_PROGRESS),
    [BS_EXECUTION_IN_PROGRESS] = E(PENDING_APPROVAL) | E(PAUSED_BY_FAILED_STEP) |
                                 E(PAUSED_BY_OPERATOR) | E(MONITORING_HEALTH) | ENDS,
    [BS_EXECUTION_PENDING_APPROVAL] = E(IN_PROGRESS) | E(PAUSED_BY_FAILED_STEP) |
                                      E(PAUSED_BY_OPERATOR) | E(CANCELED) | E(TIMED_OUT),
    [BS_EXECUTION_PAUSED_BY_FAILED_STEP] = E(IN_PROGRESS) | E(CANCELED),
    [BS_EXECUTION_PAUSED_BY_OPERATOR] = E(IN_PROGRESS) | E(CANCELED),
    [BS_EXECUTION_MONITORING_HEALTH] = E(COMPLETED) | E(COMPLETED_WITH_EXCEPTIONS) | E(CANCELED) |
                                       E(PAUSED_BY_OPERATOR) | E(PAUSED_BY_FAILED_STEP) |
                                       E(TIMED_OUT),
    [BS_EXECUTION_COMPLETED] = E(IN_PROGRESS),
    [BS_EXECUTION_COMPLETED_WITH_EXCEPTIONS] = E(IN_PROGRESS),
    [BS_EXECUTION_ROLLED_BACK] = E(IN_PROGRESS),
    [BS_EXECUTION_CANCELED] = E(IN_PROGRESS),
    [BS_EXECUTION_TIMED_OUT] = E(IN_PROGRESS),
    [BS_EXECUTION_FAILED] = E(IN_PROGRESS),
};

#define S(state) (1U << BS_STEP_##state)

static const uint32_t step_transitions[BS_STEP_STATE_COUNT] = {
    [BS_STEP_PENDING] = S(IN_PROGRESS) | S(SKIPPED),
    [BS_STEP_IN_PROGRESS] = S(PENDING_APPROVAL) | S(COMPLETED) | S(COMPLETED_WITH_EXCEPTIONS) |
                            S(FAILED) | S(TIMED_OUT) | S(CANCELED),
    [BS_STEP_PENDING_APPROVAL] = S(COMPLETED) | S(FAILED) | S(TIMED_OUT) | S(CANCELED),
    [BS_STEP_COMPLETED] = S(ROLLING_BACK),
    [BS_STEP_COMPLETED_WITH_EXCEPTIONS] = S(ROLLING_BACK),
    [BS_STEP_FAILED] = S(COMPLETED_WITH_EXCEPTIONS) | S(ROLLING_BACK),
    [BS_STEP_TIMED_OUT] = S(COMPLETED_WITH_EXCEPTIONS) | S(ROLLING_BACK),
    [BS_STEP_ROLLING_BACK] = S(ROLLED_BACK) | S(FAILED) | S(CANCELED),
};

bool bs_execution_may_become(enum bs_execution_state from, enum bs_execution_state to)
{
    BS_ASSERT((size_t)from < BS_EXECUTION_STATE_COUNT && (size_t)to < BS_EXECUTION_STATE_COUNT);
    return (execution_transitions[from] >> to & 1) != 0;
}

bool bs_step_may_become(enum bs_step_state from, enum bs_step_state to)
{
    BS_ASSERT((size_t)from < BS_STEP_STATE_COUNT && (size_t)to < BS_STEP_STATE_COUNT);
    return (step_transitions[from] >> to & 1) != 0;
}

bool bs_execution_state_is_final(enum bs_execution_state state)
{
    return state == BS_EXECUTION_PENDING || ((ENDS >> state) & 1) != 0;
}
