/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "base/json_writer.h"
#include "reports/html_card.h"
#include "reports/json_card.h"
#include "reports/junit_card.h"
#include "reports/markdown_card.h"
#include "reports/prometheus_card.h"
#include "reports/text_card.h"
#include "reports/trace_card.h"
#include "sim/trial/trial.h"

enum { OUTPUT_BYTES_MAX = 1024 * 1024 * 1024, FORMAT_NAMES_MAX = 256 };

static void fill_text(const struct bs_report *report, struct bs_buffer *buffer)
{
    bs_report_text(report, &(struct bs_text_card_options){.colour = false}, buffer);
}

static void fill_json(const struct bs_report *report, struct bs_buffer *buffer)
{
    bs_report_json(report, 2, buffer);
}

static const struct {
    const char *name;
    const char *file;
    void (*fill)(const struct bs_report *report, struct bs_buffer *buffer);
} cards[] = {
    {"text", "report.txt", fill_text},
    {"json", "report.json", fill_json},
    {"html", "report.html", bs_report_html},
    {"markdown", "report.md", bs_report_markdown},
    {"junit", "report.junit.xml", bs_report_junit},
    {"trace", "report.trace.json", bs_report_trace},
    {"prometheus", "report.prom", bs_report_prometheus},
};
enum { CARD_COUNT = sizeof(cards) / sizeof(cards[0]) };

/* The bit of a name, or 0. */
static uint32_t format_named(const char *name, size_t length)
{
    for (size_t i = 0; i < CARD_COUNT; i++) {
        if (strlen(cards[i].name) == length && strncmp(cards[i].name, name, length) == 0) {
            return 1U << i;
        }
    }
    return 0;
}

static enum bs_status refuse_format(const char *name, size_t length, struct bs_error *error)
{
    char known[FORMAT_NAMES_MAX] = "";

    for (size_t i = 0; i < CARD_COUNT; i++) {
        (void)snprintf(known + strlen(known), sizeof(known) - strlen(known), "%s%s",
                       i == 0 ? "" : (i + 1 < CARD_COUNT ? ", " : " and "), cards[i].name);
    }
    return bs_error_set(error, BS_ERR_INPUT, NULL,
                        "--format takes %s, with commas between; found '%.*s'", known, (int)length,
                        name);
}

enum bs_status bs_output_formats(const char *list, const char *folder, uint32_t *formats,
                                 struct bs_error *error)
{
    const char *left = list;

    if (left == NULL) {
        left = folder != NULL ? BS_OUTPUT_FORMATS_DEFAULT : "text";
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

bool bs_output_wants_colour(void)
{
    const char *no_colour = getenv("NO_COLOR");

    return isatty(STDOUT_FILENO) == 1 && (no_colour == NULL || no_colour[0] == '\0');
}

enum bs_status bs_output_make_folder(const char *path, struct bs_error *error)
{
    char partial[BS_PATH_MAX];
    const size_t length = strlen(path);
    struct stat about;

    if (length == 0 || length >= sizeof(partial)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--out: the path is empty or too long");
    }
    for (size_t i = 1; i <= length; i++) {
        if (path[i] != '/' && path[i] != '\0') {
            continue;
        }
        memcpy(partial, path, i);
        partial[i] = '\0';
        if (mkdir(partial, 0777) != 0 && errno != EEXIST) {
            return bs_error_set(error, BS_ERR_INPUT, NULL,
                                "--out: the folder %s cannot be made: %s", partial,
                                strerror(errno));
        }
    }
    /* EEXIST may have been a file. */
    if (stat(path, &about) != 0 || !S_ISDIR(about.st_mode)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--out: %s is not a folder", path);
    }
    if (access(path, W_OK | X_OK) != 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--out: the folder %s cannot be written to: %s", path, strerror(errno));
    }
    return BS_OK;
}

/* Single quotes hold anything but themselves. */
void bs_output_append_word(struct bs_buffer *buffer, const char *word)
{
    if (word[0] != '\0' &&
        word[strspn(word,
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=:,+-@%")] ==
            '\0') {
        bs_buffer_text(buffer, word);
        return;
    }
    bs_buffer_text(buffer, "'");
    for (; *word != '\0'; word++) {
        bs_buffer_append(buffer, *word == '\'' ? "'\\''" : word, *word == '\'' ? 4 : 1);
    }
    bs_buffer_text(buffer, "'");
}

static enum bs_status print_buffer(struct bs_buffer *buffer, struct bs_error *error)
{
    const bool written = !buffer->failed &&
                         fwrite(buffer->bytes, 1, buffer->length, stdout) == buffer->length &&
                         fflush(stdout) == 0;

    return written ? BS_OK
                   : bs_error_set(error, BS_ERR_IO, NULL,
                                  "the card could not be written to standard output");
}

enum bs_status bs_output_print(const struct bs_report *report, enum bs_format format,
                               struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;

    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    if (format == BS_FORMAT_TEXT) {
        bs_report_text(report, &(struct bs_text_card_options){.colour = bs_output_wants_colour()},
                       &buffer);
    } else {
        cards[__builtin_ctz(format)].fill(report, &buffer);
    }
    status = print_buffer(&buffer, error);
    bs_buffer_clean_up(&buffer);
    return status;
}

enum bs_format bs_output_printed(uint32_t formats, const char *folder)
{
    return folder == NULL ? (enum bs_format)formats : BS_FORMAT_TEXT;
}

static enum bs_status write_named(const char *folder, const char *name,
                                  const struct bs_buffer *buffer, struct bs_error *error)
{
    char path[BS_PATH_MAX];

    if (snprintf(path, sizeof(path), "%s/%s", folder, name) >= (int)sizeof(path)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--out: the path is too long");
    }
    return bs_buffer_write_file(buffer, path, error);
}

static void fill_history(const struct bs_output *output, struct bs_buffer *buffer)
{
    bs_history_write(output->history, buffer);
}

/* What differs from machine to machine, kept out of the history. */
static void fill_host(const struct bs_output *output, struct bs_buffer *buffer)
{
    struct bs_json_writer writer = {.buffer = buffer, .indent = 2};
    struct utsname host = {0};
    char now[32] = "";
    struct timespec clock = {0};
    struct tm calendar;

    (void)uname(&host);
    if (clock_gettime(CLOCK_REALTIME, &clock) == 0 && gmtime_r(&clock.tv_sec, &calendar) != NULL) {
        (void)strftime(now, sizeof(now), "%Y-%m-%dT%H:%M:%SZ", &calendar);
    }
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "written_at");
    bs_json_text(&writer, now);
    bs_json_key(&writer, "machine");
    bs_json_text(&writer, host.machine);
    bs_json_key(&writer, "system");
    bs_json_text(&writer, host.sysname);
    bs_json_key(&writer, "host");
    bs_json_text(&writer, host.nodename);
    bs_json_key(&writer, "version");
    bs_json_text(&writer, bs_version);
    bs_json_key(&writer, "backend");
    bs_json_text(&writer, output->report->backend);
    bs_json_key(&writer, "reproduce");
    bs_json_text(&writer, output->report->reproduce);
    bs_json_key(&writer, "wall_s");
    bs_json_seconds(&writer, (int64_t)(output->wall_s * 1e9));
    bs_json_end_object(&writer);
    bs_buffer_text(buffer, "\n");
}

static enum bs_status copy_input(const struct bs_output *output, const char *from, const char *to,
                                 struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;

    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    status = bs_buffer_read_file(&buffer, from, error);
    if (status == BS_OK) {
        status = write_named(output->folder, to, &buffer, error);
    }
    bs_buffer_clean_up(&buffer);
    return status;
}

/* The files that the scenario extends, nearest first. */
static enum bs_status copy_extended(const struct bs_output *output, struct bs_error *error)
{
    const struct bs_document *document = output->inputs->scenario->document;
    enum bs_status status = BS_OK;

    for (int number = 1; status == BS_OK; number++) {
        char name[32];

        document = bs_document_parent(document);
        if (document == NULL) {
            break;
        }
        (void)snprintf(name, sizeof(name), "extended-%d.yaml", number);
        status = copy_input(output, bs_document_name(document), name, error);
    }
    return status;
}

/* What a buffer holds, as a file, unless it could not hold it. */
static enum bs_status write_filled(const char *folder, const char *name, struct bs_buffer *buffer,
                                   struct bs_error *error)
{
    const enum bs_status status = buffer->failed ? bs_error_set(error, BS_ERR_LIMIT, NULL,
                                                                "%s does not fit into memory", name)
                                                 : write_named(folder, name, buffer, error);

    bs_buffer_clean_up(buffer);
    return status;
}

enum bs_status bs_output_write_cards(const char *folder, uint32_t formats,
                                     const struct bs_report *report, struct bs_error *error)
{
    enum bs_status status = bs_output_make_folder(folder, error);

    for (size_t i = 0; i < CARD_COUNT && status == BS_OK; i++) {
        struct bs_buffer buffer;

        if ((formats & (1U << i)) != 0) {
            bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
            cards[i].fill(report, &buffer);
            status = write_filled(folder, cards[i].file, &buffer, error);
        }
    }
    return status;
}

static const struct {
    const char *name;
    void (*fill)(const struct bs_output *output, struct bs_buffer *buffer);
} output_files[] = {
    {"history.jsonl", fill_history},
    {"host.json", fill_host},
};

enum bs_status bs_output_write(const struct bs_output *output, struct bs_error *error)
{
    enum bs_status status =
        bs_output_write_cards(output->folder, output->formats, output->report, error);

    for (size_t i = 0; i < sizeof(output_files) / sizeof(output_files[0]) && status == BS_OK; i++) {
        struct bs_buffer buffer;

        bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
        output_files[i].fill(output, &buffer);
        status = write_filled(output->folder, output_files[i].name, &buffer, error);
    }
    if (status == BS_OK) {
        status = copy_input(output, output->scenario_path, "scenario.yaml", error);
    }
    if (status == BS_OK) {
        status = copy_extended(output, error);
    }
    if (status == BS_OK && output->inputs->plan != NULL) {
        status = copy_input(output, output->inputs->plan_path, "plan.yaml", error);
    }
    return status;
}
