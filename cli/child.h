/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_CHILD_H
#define BS_CLI_CHILD_H

/**
 * A command of the user's as a child: run to its end, signals passed on, nothing of it left behind.
 *
 * It gets a process group of its own, and the terminal if this process has it. Whoever leaves the group
 * (daemons) is out of reach.
 */

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"

/** Signals that are waited for, and the mask to give to the child. */
struct bs_child_signals {
    sigset_t awaited;
    sigset_t before;
};

struct bs_child_options {
    char *const *words; /* Ended by NULL; the first is looked up in PATH. */
    char *const *environment;
    int64_t deadline_ns; /* From its start; 0: none. */
};

struct bs_child_end {
    int exit_status; /* -1: it was killed, by .. */
    int signal;      /* .. this. */
    bool is_overdue; /* The deadline passed first. */
};

/** Holds back the signals that end a process, in this thread and those that it starts from then on. */
void bs_child_hold_signals(struct bs_child_signals *signals);

/** BS_ERR_INPUT: it cannot be run. Else returns when it, and what it has left in its group, has ended. */
enum bs_status bs_child_run(const struct bs_child_options *options,
                            const struct bs_child_signals *signals, struct bs_child_end *end,
                            struct bs_error *error);

#endif
