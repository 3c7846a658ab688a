/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_LAUNCH_H
#define BS_CLI_SWEEP_LAUNCH_H

/** What an MPI launcher says in the environment of the processes that it starts. */

#include <stdbool.h>
#include <stdint.h>

struct bs_sweep_launch {
    bool is_by_mpi;     /* Started by a launcher of MPI programs, not alone. */
    uint64_t processes; /* Of the same program; 1 if nothing is said. */
};

struct bs_sweep_launch bs_sweep_launch_read(void);

#endif
