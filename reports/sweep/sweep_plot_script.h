/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_PLOT_SCRIPT_H
#define BS_REPORTS_SWEEP_SWEEP_PLOT_SCRIPT_H

/** The script among the files of reports/sweep/sweep_plot.h. Inside reports/sweep only. */

#include "base/buffer.h"
#include "reports/sweep/sweep.h"

void bs_sweep_plot_script(const struct bs_sweep *sweep, struct bs_buffer *buffer);

#endif
