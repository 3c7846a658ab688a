/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_PLOT_H
#define BS_REPORTS_SWEEP_SWEEP_PLOT_H

/**
 * A sweep's plots as files for gnuplot 5: data, and a script that makes PNGs of them in the folder that it
 * is run in. Times are in seconds, shares between 0 and 1, `?` is what is no number.
 *
 * The script holds no word that comes from a scenario: names stand in data files only, between quotes,
 * without quotes, backslashes, backquotes and controls of their own, so that they can be no commands.
 */

#include "base/buffer.h"
#include "reports/sweep/sweep.h"

enum { BS_SWEEP_PLOT_FILES = 7 };

struct bs_sweep_plot_file {
    const char *name;
    void (*write)(const struct bs_sweep *sweep, struct bs_buffer *buffer);
};

extern const struct bs_sweep_plot_file bs_sweep_plot_files[BS_SWEEP_PLOT_FILES];

/** That of the files which is the script. */
#define BS_SWEEP_PLOT_SCRIPT "sweep.gp"

#endif
