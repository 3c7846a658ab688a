/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_REPORTS_TALE_H
#define BS_TESTS_REPORTS_TALE_H

/**
 * Histories for tests of single invariants: one record per call, times in whole seconds unless said
 * otherwise.
 *
 * All are of the same estate: store "orders" with one writer, `orders` in us-east-1 and its replica
 * `orders-dr` in us-west-2; record app.example.com, first at `lb` in us-east-1, then at `lb-dr` in
 * us-west-2. Its plan has two workflows, every timeout 60 s:
 *
 * - `activate`: check, fence (us-east-1), [promote (us-west-2), scale] in the group "up", approve,
 *   cutover, tell
 * - `return`: release (us-east-1), rebuild, promote-back (us-east-1), cutover-back
 */

#include "tests/reports/story.h"

/** An empty history of an hour in which everything is served. */
void tale_begin(struct story_events *tale);

/** Its last records; then the history. */
struct bs_history *tale_end(struct story_events *tale);

/** A detection confirmed, a decision, and the execution in progress. */
void tale_start(struct story_events *tale, int64_t at_s, int64_t execution, const char *workflow);

/** An operator's order, and the execution in progress. */
void tale_order(struct story_events *tale, int64_t at_s, int64_t execution, const char *workflow);

void tale_execution(struct story_events *tale, int64_t at_s, int64_t execution, const char *state);
void tale_step(struct story_events *tale, int64_t at_s, int64_t execution, const char *step,
               const char *state);

/** In progress from one instant to the other, and then in that state. */
void tale_steps(struct story_events *tale, int64_t from_s, int64_t to_s, int64_t execution,
                const char *step, const char *state);

struct tale_call {
    int64_t at_s;
    int64_t call;
    int64_t orchestrator; /* 0: 1. */
    int64_t execution;    /* 0: 1. */
    const char *step;
    const char *operation;
    const char *region;   /* NULL: us-west-2. */
    const char *resource; /* NULL: orders-dr. */
    const char *target;
    int64_t count;
    const char
        *outcome; /* NULL: not answered; else 1 s later, `info` 5 s later, which is the deadline. */
    int64_t late_s; /* So much later is the answer written down. */
    const char *error;
};

void tale_call(struct story_events *tale, struct tale_call call);
void tale_lineage(struct story_events *tale, int64_t at_s, const char *lineage, const char *region,
                  const char *state);
void tale_fence(struct story_events *tale, int64_t at_s, const char *lineage, const char *state);
void tale_state(struct story_events *tale, int64_t at_s, const char *entity, const char *state);
void tale_risk(struct story_events *tale, int64_t at_s, int64_t execution, int64_t unhealthy);
void tale_person(struct story_events *tale, int64_t at_s, int64_t question, const char *state);
void tale_lease(struct story_events *tale, int64_t at_s, int64_t holder, int64_t token,
                int64_t until_s);
void tale_life(struct story_events *tale, int64_t at_s, int64_t orchestrator, const char *state);
void tale_latch(struct story_events *tale, int64_t at_s, const char *resource, const char *state);
void tale_fault(struct story_events *tale, int64_t at_s, const char *state);
void tale_dns(struct story_events *tale, int64_t at_s, const char *target, const char *region);
void tale_expect(struct story_events *tale, const char *expectation, const char *value);

#endif
