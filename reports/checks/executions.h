/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_EXECUTIONS_H
#define BS_REPORTS_CHECKS_EXECUTIONS_H

/**
 * The executions of a history, each by its number: DECISION joined with EXECUTION, STEP and CALL.
 *
 * An execution starts with its first EXECUTION `in_progress` and ends with its first final state. It is
 * planned if an operator ordered it: its decision's trigger then begins with "operator".
 */

#include <stddef.h>
#include <stdint.h>

#include "reports/evidence.h"

/** Stands for all executions where one may be named. */
enum { BS_ANY_EXECUTION = -1 };

struct bs_execution_row {
    int64_t number;
    const char *workflow;
    const char *mode;          /* These four are NULL where the history has no decision. */
    const char *trigger;       /* Or the operator's order. */
    const char *severity;      /* */
    const char *kind;          /* Of failure; NULL also where the trigger does not say. */
    const char *state;         /* The last one; NULL if it never began. */
    struct bs_instant decided; /* These three are BS_INSTANT_UNKNOWN where they did not happen. */
    struct bs_instant start;
    struct bs_instant end;
    int64_t human_wait_ns; /* At least one of its steps waited for an approval. */
    int64_t orchestrator;  /* That made its first call; the only one there is; 0: not said. */
    bool is_planned;
};

struct bs_executions {
    struct bs_execution_row *items; /* In the order in which the history first names them. */
    size_t count;
};

void bs_executions_find(struct bs_evidence *evidence, struct bs_executions *executions);

/** The execution of that number, or NULL. */
const struct bs_execution_row *bs_executions_get(const struct bs_executions *executions,
                                                 int64_t number);

/** Whether no other state may follow: completed, failed, canceled, .. */
bool bs_execution_is_over_in(const char *state);

/** Whether `trigger` is an operator's order. */
bool bs_trigger_is_order(const char *trigger);

#endif
