/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/states.h"

#include <stddef.h>

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
