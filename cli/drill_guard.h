/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_DRILL_GUARD_H
#define BS_CLI_DRILL_GUARD_H

/**
 * A game day's stop conditions: an alarm that goes off, or nobody served for too long.
 *
 * An alarm that cannot be read guards nothing, so that counts as met too, after a while. A condition that has
 * been met is a STOP record; it does not stop the same game day a second time, since whoever resumed it knew.
 */

#include "base/history.h"
#include "orchestrator/live/caller.h"
#include "orchestrator/live/prober.h"
#include "sim/scenario/scenario.h"

enum { BS_DRILL_CONDITION_MAX = 160 };

struct bs_drill_guard_settings {
    const struct bs_scenario *scenario;
    struct bs_loop *loop;
    struct bs_caller *caller;
    const struct bs_prober *prober; /* May come later, but before it watches. */
    struct bs_history *history;
    /* Once for each condition, when it is met. */
    void (*met)(void *self, const char *condition, const char *reason);
    void *self;
};

struct bs_drill_guard;

struct bs_drill_watched {
    struct bs_drill_guard *guard;
    const struct bs_live_stop *stop;
    char words[BS_DRILL_CONDITION_MAX]; /* "alarm checkout in us-east-2". */
    struct bs_instant good;             /* When it was last seen not to be met. */
    bool is_met;
    bool is_asking;
};

/** Begins with settings set and the rest zero; not to be moved. */
struct bs_drill_guard {
    struct bs_drill_guard_settings settings;
    struct bs_drill_watched watched[BS_LIVE_STOPS_MAX];
    size_t count;
    struct bs_instant looked; /* At the alarms. */
};

void bs_drill_guard_open(struct bs_drill_guard *guard);

/** Prints them to standard error. */
void bs_drill_guard_announce(const struct bs_drill_guard *guard);

/**
 * Looks at each alarm, turning the loop. BS_ERR_INPUT: one is in ALARM or not there; BS_ERR_IO: one cannot be
 * read; BS_ERR_LIMIT: interrupted.
 */
enum bs_status bs_drill_guard_check(struct bs_drill_guard *guard, struct bs_error *error);

/** Before it watches: which have been met already. */
void bs_drill_guard_recall(struct bs_drill_guard *guard);

/** From now on, whenever it is called: a few times a second. */
void bs_drill_guard_watch(struct bs_drill_guard *guard);

#endif
