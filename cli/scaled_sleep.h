/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SCALED_SLEEP_H
#define BS_CLI_SCALED_SLEEP_H

/**
 * A `sleep` for scripts in a world whose clock goes at another speed: of that world's seconds.
 *
 * It stands in front of the real one in PATH, so scripts find it that ask for "sleep", and those only: a
 * program that waits by itself, as aws-cli's waiters do, waits in real time.
 */

#include <stdint.h>

#include "base/status.h"
#include "cli/inputs.h"

struct bs_scaled_sleep {
    char path[BS_PATH_MAX]; /* Of the file; empty: none is needed, or none can be had. */
    char *search_path;      /* What PATH is to be; NULL: there is none. */
};

/** Writes it into a folder of the caller's. BS_ERR_IO. */
enum bs_status bs_scaled_sleep_write(const char *folder, int64_t speed_thousandths,
                                     struct bs_scaled_sleep *scaled, struct bs_error *error);

/** Removes the file. */
void bs_scaled_sleep_remove(struct bs_scaled_sleep *scaled);

#endif
