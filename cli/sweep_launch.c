/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_launch.h"

#include <stddef.h>
#include <stdlib.h>

/*
 * OpenMPI's mpirun sets the first ("Environment variables" of mpirun(1)) and the last; launchers that speak
 * PMI set the second, those that speak PMIx, as Slurm's srun does, the last.
 */
static const struct variable {
    const char *name;
    bool is_size;
} variables[] = {{"OMPI_COMM_WORLD_SIZE", true}, {"PMI_SIZE", true}, {"PMIX_RANK", false}};

struct bs_sweep_launch bs_sweep_launch_read(void)
{
    struct bs_sweep_launch launch = {.processes = 1};

    for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
        const char *text = getenv(variables[i].name);
        const uint64_t number = text != NULL && variables[i].is_size ? strtoull(text, NULL, 10) : 0;

        launch.is_by_mpi = launch.is_by_mpi || text != NULL;
        launch.processes = number > launch.processes ? number : launch.processes;
    }
    return launch;
}
