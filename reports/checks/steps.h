/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_STEPS_H
#define BS_REPORTS_CHECKS_STEPS_H

/**
 * What the plan's steps did, one row per execution and step: PLANNED joined with STEP, CALL and ANSWER.
 *
 * A step is executed if it has a STEP record in that execution, else not executed if the execution was
 * started; steps of executions that were never started are left out. A step starts with its first STEP record
 * and ends with its last, if that says a final state. Its attempts are the highest number that a STEP record
 * gives. It waits on a person from each `pending_approval` to its next record, or to the horizon.
 */

#include <stddef.h>
#include <stdint.h>

#include "reports/checks/executions.h"
#include "reports/evidence.h"
#include "reports/spans.h"

struct bs_step_row {
    int64_t execution;
    const char *workflow;
    const char *id;
    const char *block;  /* May be NULL. */
    const char *region; /* May be NULL. */
    const char *effect; /* May be NULL. */
    const char *group;  /* That it stands in; may be NULL. */
    const char *state;  /* The last one; NULL if not executed. */
    struct bs_instant start;
    struct bs_instant end; /* BS_INSTANT_UNKNOWN while under way at the run's end. */
    struct bs_figure target;
    int64_t
        late_ns; /* How far it ran over its target (to the horizon if it has no end); 0: in time. */
    int64_t attempts;
    int64_t waited_on_human_ns;
    struct bs_span_of_time *waits; /* On people, in order of time; their sum is the number above. */
    size_t wait_count;
    const char
        *error; /* The last failure's reason of a step that did not simply complete; else NULL. */
};

struct bs_steps {
    struct bs_step_row *executed; /* By execution, each in the order of the plan. */
    size_t executed_count;
    struct bs_step_row *missed;
    size_t missed_count;
};

void bs_steps_find(struct bs_evidence *evidence, const struct bs_executions *executions,
                   struct bs_steps *steps);

/** Whether the state is completed or completed_with_exceptions. */
bool bs_step_state_is_done(const char *state);

/** Whether a step in that state is not under way. */
bool bs_step_state_is_over(const char *state);

/** For how long, within [from, to), a step of an execution (or of any) waited for an approval; ns. */
int64_t bs_steps_human_wait_ns(struct bs_evidence *evidence, int64_t execution,
                               struct bs_instant from, struct bs_instant to);

#endif
