/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_GNUPLOT_H
#define BS_CLI_GNUPLOT_H

/** Runs gnuplot, where it is installed, on a script that was written into a folder. */

#include <stdint.h>

#include "base/status.h"

#define BS_GNUPLOT_DEADLINE_NS (INT64_C(60) * 1000000000)

struct bs_gnuplot {
    const char *folder; /* In which it is run, and its files are. */
    const char *script; /* A name in it. */
    int64_t deadline_ns;
};

/** What became of it: the plots are there; there is no gnuplot; it failed. */
enum bs_gnuplot_end {
    BS_GNUPLOT_DONE,
    BS_GNUPLOT_ABSENT,
    BS_GNUPLOT_FAILED,
};

/**
 * Looks for gnuplot in the absolute folders of PATH, and runs it without anybody's settings, reading nothing,
 * until the deadline. If it is not done, `error` (which may be NULL) says why: no reason for a sweep to fail,
 * whose script is there all the same.
 */
enum bs_gnuplot_end bs_gnuplot_run(const struct bs_gnuplot *gnuplot, struct bs_error *error);

#endif
