/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_OUTPUT_H
#define BS_CLI_SWEEP_OUTPUT_H

/** Where a sweep's results go: standard output, or files beside its trials. */

#include "reports/sweep/sweep.h"

/** The trials within the folder of --out. */
#define BS_SWEEP_FILE "trials.sqlite"

#define BS_SWEEP_FORMATS_DEFAULT "text,json,html"
#define BS_SWEEP_FORMATS_HELP                                             \
    "text, json, csv, html or gnuplot; with --out several, with commas\n" \
    "between. Default text; with --out " BS_SWEEP_FORMATS_DEFAULT "."

/** As bits in the order of the table in sweep_output.c. NULL: what is usual with this folder, or none. */
enum bs_status bs_sweep_formats(const char *list, const char *folder, uint32_t *formats,
                                struct bs_error *error);

/** What is printed, and what is written into `folder` unless that is NULL. */
struct bs_sweep_output {
    const struct bs_sweep *sweep;
    struct bs_trial_table *table;
    const char *folder;
    uint32_t formats;
    bool is_quiet;
};

enum bs_status bs_sweep_output(const struct bs_sweep_output *output, struct bs_error *error);

#endif
