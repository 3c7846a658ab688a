/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ORCHESTRATOR_FIXTURE_WORLD_H
#define BS_TESTS_ORCHESTRATOR_FIXTURE_WORLD_H

/**
 * A world just big enough to tell stories in: the primary is lost at `lost_at`, the standby works, and a
 * script says which calls go otherwise. Every answer takes 100 ms.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/time.h"
#include "orchestrator/calls/calls.h"

/** How a call that a rule matches goes. */
enum fixture_manner {
    FIXTURE_NORMAL,      /* As if there were no rule. */
    FIXTURE_SILENT,      /* No answer, and no effect. */
    FIXTURE_LOST_ANSWER, /* It takes effect; the answer never comes. */
    FIXTURE_LATE,        /* It takes effect; the answer comes after 7 s. */
    FIXTURE_ERROR,       /* `error` and `code`. */
    FIXTURE_STATE,       /* The normal answer, with `state` and `running` instead of its own. */
};

struct fixture_rule {
    enum bs_operation operation;
    const char *resource; /* NULL: any. */
    int64_t from_s;
    int64_t until_s;
    uint32_t times; /* At most so often; 0: always. */
    enum fixture_manner manner;
    enum bs_call_error error;
    const char *code;
    enum bs_resource_state state;
    int64_t running;
};

enum { FIXTURE_RULES_MAX = 8 };

struct fixture_world {
    struct bs_instant lost_at;
    struct bs_duration promotion;
    struct bs_duration launch;      /* Until an updated service runs what it should. */
    struct bs_duration propagation; /* Until a change of DNS is INSYNC. */
    const struct fixture_rule *rules;
    uint32_t rule_count;
    uint32_t used[FIXTURE_RULES_MAX];
    struct bs_instant promoted_at; /* NEVER: not. */
    struct bs_instant scaled_at;
    struct bs_instant changed_at;
    uint32_t promotions; /* Calls that took effect. */
};

/** A world in which nothing is wrong but what `rules` say. */
struct fixture_world fixture_world(const struct fixture_rule *rules, uint32_t rule_count);

/** What comes back, and when; false: nothing does. */
bool fixture_world_answer(struct fixture_world *world, struct bs_instant now,
                          const struct bs_call_request *request, struct bs_call_answer *answer,
                          struct bs_instant *answer_at);

#endif
