/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_PART_H
#define BS_CLI_SWEEP_PART_H

/** A process's own part of a sweep, on threads of its own, while its caller talks to other processes. */

#include <stdatomic.h>

#include "cli/sweep_outbox.h"
#include "cli/sweep_work.h"

struct bs_sweep_part {
    struct bs_sweep_work work;     /* Its sink is the part's own. */
    struct bs_sweep_outbox outbox; /* Where its outcomes are to be taken. */
    pthread_t thread;
    atomic_bool is_over; /* Set: no further trial begins. */
    atomic_bool has_ended;
    enum bs_status status; /* Once it has ended. */
    struct bs_error error;
};

/** Starts it; `work` is copied but for its sink. On failure nothing is left behind. */
enum bs_status bs_sweep_part_start(struct bs_sweep_part *part, const struct bs_sweep_work *work,
                                   struct bs_error *error);

/** Whether it has ended and all its outcomes have been taken. */
bool bs_sweep_part_is_done(struct bs_sweep_part *part);

/** Of a part that is done. */
void bs_sweep_part_clean_up(struct bs_sweep_part *part);

#endif
