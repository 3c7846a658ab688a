/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_RESULT_FILES_H
#define BS_CLI_RESULT_FILES_H

/** What --format and --out mean, alike for cards, sweeps and comparisons. */

#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"

/** The formats that a command has; `text` is the first. As a set, bit i stands for names[i]. */
struct bs_format_names {
    const char *const *names;
    size_t count;
    const char *usual; /* Those that are written into a folder of which nothing is said. */
};

/**
 * Reads `text,json`; NULL: what is usual with this folder, or with none (NULL). BS_ERR_INPUT names what is
 * not known, or that standard output takes one format only.
 */
enum bs_status bs_formats_read(const struct bs_format_names *known, const char *list,
                               const char *folder, uint32_t *formats, struct bs_error *error);

/** The file in the folder of --out; BS_ERR_INPUT if that is too long. `path` has BS_PATH_MAX places. */
enum bs_status bs_result_path(const char *folder, const char *name, char *path,
                              struct bs_error *error);

/** A file whole or not at all; BS_ERR_LIMIT if the buffer could not hold it. */
enum bs_status bs_result_write(const char *folder, const char *name, const struct bs_buffer *buffer,
                               struct bs_error *error);

/** To standard output, all of it at once. `what` is said in the error: "the card". */
enum bs_status bs_result_print(const struct bs_buffer *buffer, const char *what,
                               struct bs_error *error);

#endif
