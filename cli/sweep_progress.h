/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_PROGRESS_H
#define BS_CLI_SWEEP_PROGRESS_H

/** How far a sweep is, as one line on standard error, if that is a terminal. */

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct bs_sweep_progress {
    uint64_t wanted;
    uint64_t done;
    bool is_shown;
    struct timespec start;
};

/** `is_wanted`: unless somebody asked for quiet. */
void bs_sweep_progress_begin(struct bs_sweep_progress *progress, uint64_t wanted, bool is_wanted);

/** So many more trials are done. */
void bs_sweep_progress_add(struct bs_sweep_progress *progress, uint64_t count);

/** Ends the line. */
void bs_sweep_progress_end(const struct bs_sweep_progress *progress);

#endif
