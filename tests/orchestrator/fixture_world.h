/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ORCHESTRATOR_FIXTURE_WORLD_H
#define BS_TESTS_ORCHESTRATOR_FIXTURE_WORLD_H

/**
 * A world just big enough to tell stories in: the primary is lost at `lost_at` and back at `back_at`, the
 * standby works, people do not answer and order nothing, and a script says what goes otherwise. Every answer
 * takes 100 ms.
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
    int64_t until_s; /* 0: for ever. */
    uint32_t times;  /* At most so often; 0: always. */
    enum fixture_manner manner;
    enum bs_call_error error;
    const char *code;
    int64_t retry_after_s;
    enum bs_resource_state state;
    int64_t running;
};

/** Something an operator wants, from then on. */
struct fixture_order {
    int64_t at_s;
    const char *order;
};

enum { FIXTURE_RULES_MAX = 8, FIXTURE_ORDERS_MAX = 4 };

/** A database: the old primary, or its replica. */
struct fixture_instance {
    bool is_deleted;
    const char *source;         /* Of a replica; NULL: none. */
    struct bs_instant ready_at; /* What was changed last is done from then on. */
};

struct fixture_service {
    int64_t tasks;        /* Running before the last change .. */
    int64_t desired;      /* .. and once that has come into force. */
    struct bs_instant at; /* Of the last change. */
};

struct fixture_lease {
    uint64_t holder;
    uint64_t token;
    uint64_t memo;
    struct bs_instant until;
};

struct fixture_world {
    struct bs_instant lost_at;
    struct bs_instant back_at;
    struct bs_duration promotion;   /* Also until an instance is deleted or created. */
    struct bs_duration launch;      /* Until an updated service runs what it should. */
    struct bs_duration propagation; /* Until a change of DNS is INSYNC. */
    const struct fixture_rule *rules;
    uint32_t rule_count;
    uint32_t used[FIXTURE_RULES_MAX];
    struct fixture_order orders[FIXTURE_ORDERS_MAX];
    uint32_t order_count;
    struct fixture_instance instances[2]; /* orders, orders-dr. */
    struct fixture_service services[2];   /* app, app-dr. */
    bool was_moved;                       /* To the standby, before the last change of DNS .. */
    bool is_moved;                        /* .. and after it. */
    struct bs_instant changed_at;
    struct fixture_lease lease;
    uint32_t promotions; /* Calls that took effect. */
    uint32_t deletions;
    uint32_t creations;
};

/** A world in which nothing is wrong but what `rules` say. */
struct fixture_world fixture_world(const struct fixture_rule *rules, uint32_t rule_count);

void fixture_world_order(struct fixture_world *world, int64_t at_s, const char *order);

/** What comes back, and when; false: nothing does. */
bool fixture_world_answer(struct fixture_world *world, struct bs_instant now,
                          const struct bs_call_request *request, struct bs_call_answer *answer,
                          struct bs_instant *answer_at);

#endif
