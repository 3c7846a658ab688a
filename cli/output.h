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

/** As bits, in the order of the table in output.c. */
enum bs_format {
    BS_FORMAT_TEXT = 1U << 0,
    BS_FORMAT_JSON = 1U << 1,
    BS_FORMAT_HTML = 1U << 2,
    BS_FORMAT_MARKDOWN = 1U << 3,
    BS_FORMAT_JUNIT = 1U << 4,
    BS_FORMAT_TRACE = 1U << 5,
    BS_FORMAT_PROMETHEUS = 1U << 6,
};

/** What is written into a folder of which nothing is said. */
#define BS_OUTPUT_FORMATS_DEFAULT "text,json,html"
#define BS_OUTPUT_FORMATS_HELP                                             \
    "text, json, html, markdown, junit, trace or prometheus; with --out\n" \
    "several, with commas between. Default text; with --out " BS_OUTPUT_FORMATS_DEFAULT "."

/**
 * Reads `text,json`; NULL: what is usual with this folder, or with none (NULL). BS_ERR_INPUT names what is
 * not known, or that standard output takes one format only.
 */
enum bs_status bs_output_formats(const char *list, const char *folder, uint32_t *formats,
                                 struct bs_error *error);

/** Whether a person is looking at standard output in colour: a terminal, NO_COLOR unset. */
bool bs_output_wants_colour(void);

/** Makes the folder of --out, and those above it; BS_ERR_INPUT if it cannot be written to. */
enum bs_status bs_output_make_folder(const char *path, struct bs_error *error);

/** Prints the card to standard output in that one format. */
enum bs_status bs_output_print(const struct bs_report *report, enum bs_format format,
                               struct bs_error *error);

/** What is printed: the format that was asked for, but text where a folder takes the others. */
enum bs_format bs_output_printed(uint32_t formats, const char *folder);

/** Makes the folder and writes the cards in these formats. */
enum bs_status bs_output_write_cards(const char *folder, uint32_t formats,
                                     const struct bs_report *report, struct bs_error *error);

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
 * Makes the folder and writes the cards, history.jsonl, the inputs, and host.json with what a history must
 * not hold. Each file whole or not at all.
 */
enum bs_status bs_output_write(const struct bs_output *output, struct bs_error *error);

#endif
