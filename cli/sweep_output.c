/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_output.h"

#include <stdio.h>
#include <string.h>

#include "cli/gnuplot.h"
#include "cli/output.h"
#include "reports/sweep/sweep_csv.h"
#include "reports/sweep/sweep_html.h"
#include "reports/sweep/sweep_json.h"
#include "reports/sweep/sweep_plot.h"
#include "reports/sweep/sweep_text.h"

enum { OUTPUT_BYTES_MAX = 2000 * 1024 * 1024, FORMAT_NAMES_MAX = 256 };

static enum bs_status fill_text(const struct bs_sweep_output *output, struct bs_buffer *buffer,
                                struct bs_error *error)
{
    (void)error;
    bs_sweep_text(output->sweep, output->folder == NULL && bs_output_wants_colour(), buffer);
    return BS_OK;
}

static enum bs_status fill_json(const struct bs_sweep_output *output, struct bs_buffer *buffer,
                                struct bs_error *error)
{
    (void)error;
    bs_sweep_json(output->sweep, buffer);
    return BS_OK;
}

static enum bs_status fill_csv(const struct bs_sweep_output *output, struct bs_buffer *buffer,
                               struct bs_error *error)
{
    return bs_sweep_csv(output->table, buffer, error);
}

static enum bs_status fill_html(const struct bs_sweep_output *output, struct bs_buffer *buffer,
                                struct bs_error *error)
{
    (void)error;
    bs_sweep_html(output->sweep, buffer);
    return BS_OK;
}

/* The script alone: its data are files beside it. */
static enum bs_status fill_script(const struct bs_sweep_output *output, struct bs_buffer *buffer,
                                  struct bs_error *error)
{
    (void)error;
    for (size_t i = 0; i < BS_SWEEP_PLOT_FILES; i++) {
        if (strcmp(bs_sweep_plot_files[i].name, BS_SWEEP_PLOT_SCRIPT) == 0) {
            bs_sweep_plot_files[i].write(output->sweep, buffer);
        }
    }
    return BS_OK;
}

static const struct {
    const char *name;
    const char *file;
    enum bs_status (*fill)(const struct bs_sweep_output *output, struct bs_buffer *buffer,
                           struct bs_error *error);
} formats_known[] = {
    {"text", "sweep.txt", fill_text},
    {"json", "sweep.json", fill_json},
    {"csv", "trials.csv", fill_csv},
    {"html", "sweep.html", fill_html},
    {"gnuplot", BS_SWEEP_PLOT_SCRIPT, fill_script},
};
enum { FORMAT_GNUPLOT = 4 };
enum { FORMAT_COUNT = sizeof(formats_known) / sizeof(formats_known[0]) };

static enum bs_status refuse_format(const char *name, size_t length, struct bs_error *error)
{
    char known[FORMAT_NAMES_MAX] = "";

    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        (void)snprintf(known + strlen(known), sizeof(known) - strlen(known), "%s%s",
                       i == 0 ? "" : (i + 1 < FORMAT_COUNT ? ", " : " and "),
                       formats_known[i].name);
    }
    return bs_error_set(error, BS_ERR_INPUT, NULL,
                        "--format takes %s, with commas between; found '%.*s'", known, (int)length,
                        name);
}

static uint32_t format_named(const char *name, size_t length)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (strlen(formats_known[i].name) == length &&
            strncmp(formats_known[i].name, name, length) == 0) {
            return 1U << i;
        }
    }
    return 0;
}

enum bs_status bs_sweep_formats(const char *list, const char *folder, uint32_t *formats,
                                struct bs_error *error)
{
    const char *left = list;

    if (left == NULL) {
        left = folder != NULL ? BS_SWEEP_FORMATS_DEFAULT : "text";
    }
    *formats = 0;
    while (*left != '\0') {
        const size_t length = strcspn(left, ",");
        const uint32_t format = format_named(left, length);

        if (format == 0) {
            return refuse_format(left, length, error);
        }
        *formats |= format;
        left += length + (left[length] == ',' ? 1 : 0);
    }
    if (*formats == 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--format is empty");
    }
    if (folder == NULL && (*formats & (*formats - 1)) != 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--format: standard output takes one format; for several say --out");
    }
    return BS_OK;
}

static enum bs_status print_buffer(const struct bs_buffer *buffer, struct bs_error *error)
{
    const bool is_written = !buffer->failed &&
                            fwrite(buffer->bytes, 1, buffer->length, stdout) == buffer->length &&
                            fflush(stdout) == 0;

    return is_written ? BS_OK
                      : bs_error_set(error, BS_ERR_IO, NULL,
                                     "the sweep could not be written to standard output");
}

static enum bs_status write_buffer(const char *folder, const char *name,
                                   const struct bs_buffer *buffer, struct bs_error *error)
{
    char path[BS_PATH_MAX];

    if (buffer->failed) {
        return bs_error_set(error, BS_ERR_LIMIT, NULL, "%s does not fit into memory", name);
    }
    if (snprintf(path, sizeof(path), "%s/%s", folder, name) >= (int)sizeof(path)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--out: the path is too long");
    }
    return bs_buffer_write_file(buffer, path, error);
}

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
        status = write_buffer(output->folder, bs_sweep_plot_files[i].name, &buffer, error);
        bs_buffer_clean_up(&buffer);
    }
    if (status == BS_OK && bs_gnuplot_run(&gnuplot, &reason) != BS_GNUPLOT_DONE) {
        (void)fprintf(stderr, "no PNGs: %s\n", reason.message);
    }
    return status;
}

/* In that format, to standard output or into the folder. */
static enum bs_status put(const struct bs_sweep_output *output, size_t format, bool prints,
                          struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;

    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    status = formats_known[format].fill(output, &buffer, error);
    if (status == BS_OK) {
        status = prints ? print_buffer(&buffer, error)
                        : write_buffer(output->folder, formats_known[format].file, &buffer, error);
    }
    bs_buffer_clean_up(&buffer);
    return status;
}

enum bs_status bs_sweep_output(const struct bs_sweep_output *output, struct bs_error *error)
{
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < FORMAT_COUNT && status == BS_OK; i++) {
        const bool is_wanted = (output->formats & (1U << i)) != 0;

        if (is_wanted && output->folder != NULL) {
            status =
                i == FORMAT_GNUPLOT ? write_plots(output, error) : put(output, i, false, error);
        }
        if (status == BS_OK && !output->is_quiet && is_wanted && output->folder == NULL) {
            status = put(output, i, true, error);
        }
    }
    /* Whoever writes files reads the text all the same. */
    return status == BS_OK && !output->is_quiet && output->folder != NULL
               ? put(output, 0, true, error)
               : status;
}
