/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_RANKS_H
#define BS_CLI_SWEEP_RANKS_H

/**
 * The processes that one mpirun has started, and messages between them: all that is known of MPI.
 *
 * sweep_ranks_mpi.c is built with -D BS_MPI=ON; without it sweep_ranks_alone.c, in which a process is always
 * the only one and no message is ever sent. All calls come from the thread that joined. What goes wrong
 * within MPI ends all processes with MPI's own words.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

struct bs_sweep_ranks;

/**
 * Waits until all processes have joined. BS_ERR_INPUT if this one was started among several and cannot join
 * them. A process that was started by no launcher is alone, and MPI is left asleep.
 */
enum bs_status bs_sweep_ranks_join(struct bs_sweep_ranks **ranks, struct bs_error *error);

/** From 0 to count - 1. */
size_t bs_sweep_ranks_number(const struct bs_sweep_ranks *ranks);
size_t bs_sweep_ranks_count(const struct bs_sweep_ranks *ranks);

/** How many processors this process has for itself: those it may use, shared with the ranks that may, too. */
size_t bs_sweep_ranks_processors(const struct bs_sweep_ranks *ranks);

/** Copies the bytes, and returns before they have arrived. In order to each rank. BS_ERR_MEMORY. */
enum bs_status bs_sweep_ranks_send(struct bs_sweep_ranks *ranks, size_t to, int kind,
                                   const void *bytes, size_t length, struct bs_error *error);

struct bs_sweep_message {
    size_t from;
    int kind;
    void *bytes; /* Aligned for any object; free() it. */
    size_t length;
};

/** Takes a message that has come; `*has_come` says whether there was one. BS_ERR_MEMORY. */
enum bs_status bs_sweep_ranks_receive(struct bs_sweep_ranks *ranks,
                                      struct bs_sweep_message *message, bool *has_come,
                                      struct bs_error *error);

/** Waits until all that was sent has arrived and all others leave, too. NULL is allowed. */
void bs_sweep_ranks_leave(struct bs_sweep_ranks *ranks);

/** Ends all processes, whatever they do, and this one with the exit status: for when others do not answer. */
_Noreturn void bs_sweep_ranks_abort(int exit_status);

#endif
