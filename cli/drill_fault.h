/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_DRILL_FAULT_H
#define BS_CLI_DRILL_FAULT_H

/**
 * What breaks the account on a game day, and what ends that: a command and the one that undoes it, an
 * experiment of the Fault Injection Service, or both.
 *
 * Its onset and its end are FAULT records: of kind "command", or of kind "fis" with the experiment's id. A
 * command is written down before it is run, so that it is never run twice; an experiment is started by a
 * token that makes starting it twice the same as once.
 */

#include <sys/types.h>

#include "base/history.h"
#include "orchestrator/aws/wire_experiment.h"
#include "orchestrator/live/caller.h"
#include "sim/scenario/scenario.h"

enum { BS_DRILL_TOKEN_MAX = 64 };

struct bs_drill_fault_settings {
    const struct bs_live_fault *fault;
    const char *region; /* Of its template; NULL: none. */
    struct bs_loop *loop;
    struct bs_caller *caller;
    struct bs_history *history;
    /* The instant of what is written down now, with all told that was due before it. */
    struct bs_instant (*now)(void *self);
    void (*failed)(void *self, const char *reason); /* It could not be begun. */
    void *self;
};

/** Begins with settings set and the rest zero; not to be moved once it has begun. */
struct bs_drill_fault {
    struct bs_drill_fault_settings settings;
    char token[BS_DRILL_TOKEN_MAX];
    struct bs_loop_timer timer;

    bool is_run; /* The command, .. */
    bool is_undone;
    pid_t child; /* .. or the one that undoes it; 0: none. */

    char experiment[BS_WIRE_EXPERIMENT_ID_MAX]; /* "": none was started. */
    bool is_over;
    bool is_starting;
    bool is_ending;
    int tries; /* Of the request that is under way. */
};

/** Asks FIS about the template, turning the loop. BS_ERR_INPUT, BS_ERR_IO: no; BS_ERR_LIMIT: stopped. */
enum bs_status bs_drill_fault_read(struct bs_drill_fault *fault,
                                   struct bs_wire_experiment_template *about,
                                   struct bs_error *error);

/** What a history says of it already. */
void bs_drill_fault_recall(struct bs_drill_fault *fault);

/** Sees to it that it begins when it is due, unless it has; `epoch_ns` tells this game day from others. */
void bs_drill_fault_schedule(struct bs_drill_fault *fault, int64_t epoch_ns);

/** Ends it if it is on; bs_drill_fault_is_ending() says how long that takes. */
void bs_drill_fault_end(struct bs_drill_fault *fault);
bool bs_drill_fault_is_ending(const struct bs_drill_fault *fault);

/** Now and then: whether the command has failed. */
void bs_drill_fault_look(struct bs_drill_fault *fault);

/** No more of it by itself. */
void bs_drill_fault_leave(struct bs_drill_fault *fault);

/** Says to standard error what is still broken, and how that is ended by hand. */
void bs_drill_fault_sum_up(const struct bs_drill_fault *fault);

#endif
