/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ORCHESTRATOR_FIXTURE_STORY_H
#define BS_TESTS_ORCHESTRATOR_FIXTURE_STORY_H

/**
 * A process that runs plans/story.yaml on a journal, and what outlives it: the world.
 *
 * The world is in memory of the caller's choosing. Each call changes it at once or not at all, also for one
 * who looks at the memory after the process was killed.
 */

#include <stdatomic.h>

#include "orchestrator/plan/plan_load.h"
#include "orchestrator/runner/runner.h"
#include "tests/orchestrator/fixture_world.h"

enum { FIXTURE_COMING_MAX = 64, FIXTURE_STORY_END_S = 300 };

struct fixture_outside {
    struct fixture_world world;
    uint64_t last_call;
    uint32_t sends;
    bool has_repeated; /* A call was sent whose number is not new. */
};

/** What outlives the process; zeroed, then fixture_survivors_init(). */
struct fixture_survivors {
    struct fixture_outside outside[2];
    atomic_uint current;      /* Which of `outside` counts. */
    atomic_int_least64_t now; /* ns; of the latest input. */
    atomic_uint appends;      /* That have returned BS_OK. */
};

struct fixture_coming {
    uint64_t call;
    struct bs_instant at;
    struct bs_call_answer answer;
};

/** The process. */
struct fixture_story {
    struct fixture_survivors *survivors;
    struct bs_loaded_plan *loaded;
    struct bs_history *history;
    uint64_t records;
    struct bs_journal_port journal;
    struct bs_runner_options options;
    struct bs_runner *runner;
    struct fixture_coming coming[FIXTURE_COMING_MAX];
    uint32_t coming_count;
    struct bs_instant timer;
    uint32_t append_max;                   /* Of this process: when it has made so many .. */
    void (*spoil)(struct fixture_story *); /* .. this is called before the next; may be NULL. */
    uint32_t append_count;
};

void fixture_survivors_init(struct fixture_survivors *survivors, const struct fixture_rule *rules,
                            uint32_t rule_count);
const struct fixture_outside *fixture_outside(const struct fixture_survivors *survivors);

/** Asserts that all goes well; `journal` is copied. */
void fixture_story_open(struct fixture_story *story, struct fixture_survivors *survivors,
                        const struct bs_journal_port *journal);
void fixture_story_close(struct fixture_story *story);

/** Starts, or resumes `downtime` after the latest input. */
void fixture_story_start(struct fixture_story *story);
enum bs_status fixture_story_resume(struct fixture_story *story, struct bs_duration downtime,
                                    struct bs_error *error);
/** Lets things happen until then. */
void fixture_story_run(struct fixture_story *story, int64_t until_s);

#endif
