/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/sweep_launch.h"
#include "cli/sweep_ranks.h"

struct bs_sweep_ranks {
    size_t processors;
};

enum bs_status bs_sweep_ranks_join(struct bs_sweep_ranks **ranks, struct bs_error *error)
{
    const struct bs_sweep_launch launch = bs_sweep_launch_read();
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (launch.processes > 1) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "started by mpirun as one of %" PRIu64
                            ", but this blackstart was built without MPI: build it with "
                            "-D BS_MPI=ON, or divide the sweep with --shard",
                            launch.processes);
    }
    *ranks = calloc(1, sizeof(**ranks));
    if (*ranks == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    (*ranks)->processors = processors > 0 ? (size_t)processors : 1;
    return BS_OK;
}

size_t bs_sweep_ranks_number(const struct bs_sweep_ranks *ranks)
{
    (void)ranks;
    return 0;
}

size_t bs_sweep_ranks_count(const struct bs_sweep_ranks *ranks)
{
    (void)ranks;
    return 1;
}

size_t bs_sweep_ranks_processors(const struct bs_sweep_ranks *ranks)
{
    return ranks->processors;
}

enum bs_status bs_sweep_ranks_send(struct bs_sweep_ranks *ranks, size_t to, int kind,
                                   const void *bytes, size_t length, struct bs_error *error)
{
    (void)ranks, (void)to, (void)kind, (void)bytes, (void)length;
    return bs_error_set(error, BS_ERR_INTERNAL, NULL, "there is nobody to send to");
}

enum bs_status bs_sweep_ranks_receive(struct bs_sweep_ranks *ranks,
                                      struct bs_sweep_message *message, bool *has_come,
                                      struct bs_error *error)
{
    (void)ranks, (void)message, (void)error;
    *has_come = false;
    return BS_OK;
}

void bs_sweep_ranks_leave(struct bs_sweep_ranks *ranks)
{
    free(ranks);
}

_Noreturn void bs_sweep_ranks_abort(int exit_status)
{
    exit(exit_status);
}
