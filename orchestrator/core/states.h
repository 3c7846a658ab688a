/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_STATES_H
#define BS_ORCHESTRATOR_CORE_STATES_H

/**
 * The states an execution, a step, a source and a detection can be in, with the words histories use for
 * them. The execution's are those of ARC Region switch.
 */

#include <stdbool.h>

#define BS_EXECUTION_STATES(X)                                \
    X(PENDING, "pending")                                     \
    X(IN_PROGRESS, "in_progress")                             \
    X(PENDING_APPROVAL, "pending_approval")                   \
    X(PAUSED_BY_FAILED_STEP, "paused_by_failed_step")         \
    X(PAUSED_BY_OPERATOR, "paused_by_operator")               \
    X(MONITORING_HEALTH, "monitoring_health")                 \
    X(COMPLETED, "completed")                                 \
    X(COMPLETED_WITH_EXCEPTIONS, "completed_with_exceptions") \
    X(ROLLED_BACK, "rolled_back")                             \
    X(CANCELED, "canceled")                                   \
    X(TIMED_OUT, "timed_out")                                 \
    X(FAILED, "failed")

#define BS_STEP_STATES(X)                                     \
    X(PENDING, "pending")                                     \
    X(IN_PROGRESS, "in_progress")                             \
    X(PENDING_APPROVAL, "pending_approval")                   \
    X(COMPLETED, "completed")                                 \
    X(COMPLETED_WITH_EXCEPTIONS, "completed_with_exceptions") \
    X(FAILED, "failed")                                       \
    X(TIMED_OUT, "timed_out")                                 \
    X(SKIPPED, "skipped")                                     \
    X(ROLLING_BACK, "rolling_back")                           \
    X(ROLLED_BACK, "rolled_back")                             \
    X(CANCELED, "canceled")

#define BS_LATCH_STATES(X)  \
    X(SET, "set")           \
    X(ENFORCED, "enforced") \
    X(RELEASED, "released")

#define BS_SOURCE_STATES(X) \
    X(UNKNOWN, "unknown")   \
    X(HEALTHY, "healthy")   \
    X(UNHEALTHY, "unhealthy")

#define BS_DETECTION_STATES(X)  \
    X(QUIET, "quiet")           \
    X(DETECTED, "detected")     \
    X(STOOD_DOWN, "stood_down") \
    X(CONFIRMED, "confirmed")

#define BS_STATE_ENUM(id, name) BS_STATE_ENUM_PREFIX(id),
enum bs_execution_state {
#define BS_STATE_ENUM_PREFIX(id) BS_EXECUTION_##id
    BS_EXECUTION_STATES(BS_STATE_ENUM)
#undef BS_STATE_ENUM_PREFIX
        BS_EXECUTION_STATE_COUNT,
};

enum bs_step_state {
#define BS_STATE_ENUM_PREFIX(id) BS_STEP_##id
    BS_STEP_STATES(BS_STATE_ENUM)
#undef BS_STATE_ENUM_PREFIX
        BS_STEP_STATE_COUNT,
};

enum bs_source_state {
#define BS_STATE_ENUM_PREFIX(id) BS_SOURCE_##id
    BS_SOURCE_STATES(BS_STATE_ENUM)
#undef BS_STATE_ENUM_PREFIX
        BS_SOURCE_STATE_COUNT,
};

enum bs_detection_state {
#define BS_STATE_ENUM_PREFIX(id) BS_DETECTION_##id
    BS_DETECTION_STATES(BS_STATE_ENUM)
#undef BS_STATE_ENUM_PREFIX
        BS_DETECTION_STATE_COUNT,
};

enum bs_latch_state {
#define BS_STATE_ENUM_PREFIX(id) BS_LATCH_##id
    BS_LATCH_STATES(BS_STATE_ENUM)
#undef BS_STATE_ENUM_PREFIX
        BS_LATCH_STATE_COUNT,
};
#undef BS_STATE_ENUM

/** @{ The tables of transitions: whether one state may follow another. */
bool bs_execution_may_become(enum bs_execution_state from, enum bs_execution_state to);
bool bs_step_may_become(enum bs_step_state from, enum bs_step_state to);
/** @} */

/** Whether an execution in this state is over. PENDING is: nothing has been started. */
bool bs_execution_state_is_final(enum bs_execution_state state);

const char *bs_latch_state_name(enum bs_latch_state state);
const char *bs_execution_state_name(enum bs_execution_state state);
const char *bs_step_state_name(enum bs_step_state state);
const char *bs_source_state_name(enum bs_source_state state);
const char *bs_detection_state_name(enum bs_detection_state state);

#endif
