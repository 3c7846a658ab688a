/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_DRILL_WATCH_H
#define BS_CLI_DRILL_WATCH_H

/**
 * Looks at a drill while it runs: writes what answers say of the world into the history, and tells people.
 *
 * Of a live world only what somebody has seen is known: a resource's state as it was last answered (STATE),
 * what a record was changed to and when that was everywhere (DNS), that a replica has become a database of
 * its own (LINEAGE), that nobody may connect to a database any more (FENCE).
 */

#include "base/history.h"
#include "orchestrator/calls/calls.h"
#include "orchestrator/live/prober.h"
#include "sim/scenario/scenario.h"

enum { BS_DRILL_CHANGES_MAX = 64, BS_DRILL_STATES_MAX = 128, BS_DRILL_LINEAGES_MAX = 4 };

/** Begins with scenario and history set and the rest zero. */
struct bs_drill_watch {
    const struct bs_scenario *scenario;
    struct bs_history *history;

    size_t told;             /* Records that people have been told of. */
    char execution[64];      /* The newest execution's state; "" before there is one. */
    bool has_ended;          /* .. which is a final one. */
    struct bs_instant since; /* When it came to that state. */

    struct {
        int64_t number;
        const char *record;
        const char *target;
        int64_t percent;
        bool is_insync;
    } changes[BS_DRILL_CHANGES_MAX];
    size_t change_count;
    struct {
        const char *resource;
        enum bs_resource_state state;
        int64_t running;
    } states[BS_DRILL_STATES_MAX];
    size_t state_count;
    struct bs_prober_lineage lineages[BS_DRILL_LINEAGES_MAX];
    size_t lineage_count;
};

/** The store that probes write to: the first database that clients write to; NULL if there is none. */
const struct bs_resource *bs_drill_store(const struct bs_scenario *scenario);

/** What is known at the start: the store and its lineage, and where the records point. */
void bs_drill_watch_begin(struct bs_drill_watch *watch);

/** When the last of the record's changes was begun that nothing but its target answers after; or NEVER. */
struct bs_instant bs_drill_watch_moved(const struct bs_drill_watch *watch, const char *record);

/** After a restart: what the history has. */
void bs_drill_watch_recall(struct bs_drill_watch *watch);

void bs_drill_watch_answer(struct bs_drill_watch *watch, struct bs_instant at,
                           const struct bs_call_request *request,
                           const struct bs_call_answer *answer);

/** Prints what is new in the history to standard error. */
void bs_drill_watch_tell(struct bs_drill_watch *watch);

/** Prints which steps are done and which are not. */
void bs_drill_watch_sum_up(const struct bs_drill_watch *watch);

#endif
