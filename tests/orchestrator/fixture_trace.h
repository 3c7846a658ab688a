/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ORCHESTRATOR_FIXTURE_TRACE_H
#define BS_TESTS_ORCHESTRATOR_FIXTURE_TRACE_H

/**
 * Stories: the core and a scripted world, and the trace that is expected of them. `>` is a call that changes
 * something, `<` an answer that is not OK, everything else a note. Times are seconds since the start. Left
 * out are the watching, the taking of the lease, and the calls by which a latch keeps up what it enforced.
 */

#include <stdbool.h>

#include "base/buffer.h"
#include "orchestrator/core/core.h"
#include "orchestrator/plan/plan_load.h"
#include "tests/orchestrator/fixture_world.h"

enum { STORY_LATCHES_MAX = 4, STORY_ANSWERS_MAX = 64, STORY_CALLS_MAX = 16384 };

struct coming {
    uint64_t call;
    struct bs_instant at;
    struct bs_call_answer answer;
};

struct story {
    struct fixture_world world;
    struct bs_loaded_plan *loaded;
    const struct bs_plan *plan;
    struct bs_core *core;
    bool is_started;
    struct bs_effects effects;
    struct coming coming[STORY_ANSWERS_MAX];
    uint32_t coming_count;
    enum bs_operation operations[STORY_CALLS_MAX];
    bool is_watching[STORY_CALLS_MAX];
    const char *enforced[STORY_LATCHES_MAX]; /* Resources whose latches are. */
    struct bs_buffer trace;
};

/** A story of a plan under plans/, in which the primary is lost after a minute. */
struct story *story_begin(const char *plan_file, const struct fixture_rule *rules,
                          uint32_t rule_count);

/** Goes on until then. */
void story_run_until(struct story *story, int64_t until_s);

/** Whether the trace says so anywhere. */
bool story_says(const struct story *story, const char *text);

/** Compares the trace from the first line that says `from`, and ends the story. */
void story_finish(struct story *story, const char *from, const char *expected);

#endif
