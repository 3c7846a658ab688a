/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_output.h"

#include <stdio.h>
#include <string.h>

#include "base/whole_file.h"
#include "cli/gnuplot.h"
#include "cli/output.h"
#include "cli/result_files.h"
#include "reports/sweep/sweep_csv.h"
#include "reports/sweep/sweep_html.h"
#include "reports/sweep/sweep_json.h"
#include "reports/sweep/sweep_plot.h"
#include "reports/sweep/sweep_text.h"

enum { OUTPUT_BYTES_MAX = 256 * 1024 * 1024 };

static void fill_text(const struct bs_sweep_output *output, struct bs_buffer *buffer)
{
    bs_sweep_text(output->sweep, output->folder == NULL && bs_output_wants_colour(), buffer);
}

static void fill_json(const struct bs_sweep_output *output, struct bs_buffer *buffer)
{
    bs_sweep_json(output->sweep, buffer);
}

static void fill_html(const struct bs_sweep_output *output, struct bs_buffer *buffer)
{
    bs_sweep_html(output->sweep, buffer);
}

/* The script alone: its data are files beside it. */
static void fill_script(const struct bs_sweep_output *output, struct bs_buffer *buffer)
{
    for (size_t i = 0; i < BS_SWEEP_PLOT_FILES; i++) {
        if (strcmp(bs_sweep_plot_files[i].name, BS_SWEEP_PLOT_SCRIPT) == 0) {
            bs_sweep_plot_files[i].write(output->sweep, buffer);
        }
    }
}

/* ---- Trials, piece by piece: all lines together are many times what the rest needs ---- */

static enum bs_status print_piece(void *self, const char *bytes, size_t length,
                                  struct bs_error *error)
{
    (void)self;
    return fwrite(bytes, 1, length, stdout) == length
               ? BS_OK
               : bs_error_set(error, BS_ERR_IO, NULL,
                              "the trials could not be written to standard output");
}

static enum bs_status write_piece(void *self, const char *bytes, size_t length,
                                  struct bs_error *error)
{
    return bs_whole_file_append(self, bytes, length, error);
}

static enum bs_status write_csv(const struct bs_sweep_output *output, struct bs_error *error)
{
    struct bs_whole_file *file = NULL;
    char path[BS_PATH_MAX];
    enum bs_status status = bs_result_path(output->folder, "trials.csv", path, error);

    if (status == BS_OK) {
        status = bs_whole_file_open(path, &file, error);
    }
    if (status == BS_OK) {
        status = bs_sweep_csv(output->table, &(struct bs_sweep_csv_sink){file, write_piece}, error);
    }
    if (status != BS_OK) {
        bs_whole_file_discard(file);
        return status;
    }
    return bs_whole_file_finish(file, error);
}

static enum bs_status print_csv(const struct bs_sweep_output *output, struct bs_error *error)
{
    const struct bs_sweep_csv_sink sink = {NULL, print_piece};
    const enum bs_status status = bs_sweep_csv(output->table, &sink, error);

    return status == BS_OK && fflush(stdout) != 0
               ? bs_error_set(error, BS_ERR_IO, NULL,
                              "the trials could not be written to standard output")
               : status;
}

/* ---- Plots ---- */

/* Script and data, and PNGs where there is a gnuplot to draw them; the sweep is one without them, too. */
static enum bs_status write_plots(const struct bs_sweep_output *output, struct bs_error *error)
{
    const struct bs_gnuplot gnuplot = {.folder = output->folder,
                                       .script = BS_SWEEP_PLOT_SCRIPT,
                                       .deadline_ns = BS_GNUPLOT_DEADLINE_NS};
    struct bs_error reason = {0};
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < BS_SWEEP_PLOT_FILES && status == BS_OK; i++) {
        struct bs_buffer buffer;

        bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
        bs_sweep_plot_files[i].write(output->sweep, &buffer);
        status = bs_result_write(output->folder, bs_sweep_plot_files[i].name, &buffer, error);
        bs_buffer_clean_up(&buffer);
    }
    if (status == BS_OK && bs_gnuplot_run(&gnuplot, &reason) != BS_GNUPLOT_DONE) {
        (void)fprintf(stderr, "no PNGs: %s\n", reason.message);
    }
    return status;
}

/* ---- Formats ---- */

static const char *const names[] = {"text", "json", "csv", "html", "gnuplot"};
enum { FORMAT_COUNT = sizeof(names) / sizeof(names[0]), FORMAT_TEXT = 0 };

/* What a format is written and printed by; NULL: as one file, or one text, that fits into memory. */
static const struct {
    const char *file;
    void (*fill)(const struct bs_sweep_output *output, struct bs_buffer *buffer);
    enum bs_status (*write)(const struct bs_sweep_output *output, struct bs_error *error);
    enum bs_status (*print)(const struct bs_sweep_output *output, struct bs_error *error);
} ways[FORMAT_COUNT] = {
    {.file = "sweep.txt", .fill = fill_text},    {.file = "sweep.json", .fill = fill_json},
    {.write = write_csv, .print = print_csv},    {.file = "sweep.html", .fill = fill_html},
    {.write = write_plots, .fill = fill_script},
};

enum bs_status bs_sweep_formats(const char *list, const char *folder, uint32_t *formats,
                                struct bs_error *error)
{
    const struct bs_format_names known = {names, FORMAT_COUNT, BS_SWEEP_FORMATS_DEFAULT};

    return bs_formats_read(&known, list, folder, formats, error);
}

static enum bs_status print_format(const struct bs_sweep_output *output, size_t format,
                                   struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;

    if (ways[format].print != NULL) {
        return ways[format].print(output, error);
    }
    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    ways[format].fill(output, &buffer);
    status = bs_result_print(&buffer, "the sweep", error);
    bs_buffer_clean_up(&buffer);
    return status;
}

static enum bs_status write_format(const struct bs_sweep_output *output, size_t format,
                                   struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;

    if (ways[format].write != NULL) {
        return ways[format].write(output, error);
    }
    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    ways[format].fill(output, &buffer);
    status = bs_result_write(output->folder, ways[format].file, &buffer, error);
    bs_buffer_clean_up(&buffer);
    return status;
}

/* Whoever writes files reads the text all the same. */
enum bs_status bs_sweep_output(const struct bs_sweep_output *output, struct bs_error *error)
{
    size_t printed = FORMAT_TEXT;
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < FORMAT_COUNT && status == BS_OK; i++) {
        if ((output->formats & (1U << i)) == 0) {
            continue;
        }
        if (output->folder != NULL) {
            status = write_format(output, i, error);
        } else {
            printed = i;
        }
    }
    return status == BS_OK && !output->is_quiet ? print_format(output, printed, error) : status;
}
