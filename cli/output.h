/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_OUTPUT_H
#define BS_CLI_OUTPUT_H

/** Where a run's results go: standard output, or a folder with the history and a copy of all inputs. */

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "cli/inputs.h"
#include "reports/report.h"

enum bs_format {
    BS_FORMAT_TEXT = 1U << 0,
    BS_FORMAT_JSON = 1U << 1,
};

/** Reads `text,json`; BS_ERR_INPUT names what is not known. */
enum bs_status bs_output_formats(const char *list, uint32_t *formats, struct bs_error *error);

/** Whether a person is looking at standard output in colour: a terminal, NO_COLOR unset. */
bool bs_output_wants_colour(void);

/** Makes the folder of --out, and those above it; BS_ERR_INPUT if it cannot be written to. */
enum bs_status bs_output_make_folder(const char *path, struct bs_error *error);

/** Prints the card to standard output: as JSON if `formats` has that, else as text. */
enum bs_status bs_output_print(const struct bs_report *report, uint32_t formats,
                               struct bs_error *error);

/** Appends a word of a command as a shell would have to be given it. */
void bs_output_append_word(struct bs_buffer *buffer, const char *word);

struct bs_output {
    const char *folder;
    uint32_t formats;
    const char *scenario_path;
    const struct bs_inputs *inputs;
    const struct bs_history *history;
    const struct bs_report *report;
    double wall_s;
};

/**
 * Makes the folder and writes report.txt, report.json (as asked), history.jsonl, the inputs, and host.json
 * with what a history must not hold. Each file whole or not at all.
 */
enum bs_status bs_output_write(const struct bs_output *output, struct bs_error *error);

#endif
