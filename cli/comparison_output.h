/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_COMPARISON_OUTPUT_H
#define BS_CLI_COMPARISON_OUTPUT_H

/** Where a comparison goes: standard output, or a file for each format. */

#include "base/status.h"
#include "reports/compare/comparison.h"

#define BS_COMPARISON_FORMATS_DEFAULT "text,json,markdown,junit"
#define BS_COMPARISON_FORMATS_HELP                                                      \
    "text, json, markdown or junit; with --out several, with commas between.\nDefault " \
    "text; with --out " BS_COMPARISON_FORMATS_DEFAULT "."

/** As bits in the order of the table in comparison_output.c. NULL: what is usual with this folder. */
enum bs_status bs_comparison_formats(const char *list, const char *folder, uint32_t *formats,
                                     struct bs_error *error);

/** Prints it in the one format, or as text if there is a `folder`, in which the files then are. */
enum bs_status bs_comparison_output(const struct bs_comparison *comparison, const char *folder,
                                    uint32_t formats, struct bs_error *error);

#endif
