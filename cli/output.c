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
#include "cli/result_files.h"
#include "reports/html_card.h"
#include "reports/json_card.h"
#include "reports/junit_card.h"
#include "reports/markdown_card.h"
#include "reports/prometheus_card.h"
#include "reports/text_card.h"
#include "reports/trace_card.h"
#include "sim/trial/trial.h"

enum { OUTPUT_BYTES_MAX = 1024 * 1024 * 1024 };

static void fill_text(const struct bs_report *report, struct bs_buffer *buffer)
{
    bs_report_text(report, &(struct bs_text_card_options){.colour = false}, buffer);
}

static void fill_json(const struct bs_report *report, struct bs_buffer *buffer)
{
    bs_report_json(report, 2, buffer);
}

static const char *const names[] = {
    "text", "json", "html", "markdown", "junit", "trace", "prometheus",
};
enum { CARD_COUNT = sizeof(names) / sizeof(names[0]) };

static const struct {
    const char *file;
    void (*fill)(const struct bs_report *report, struct bs_buffer *buffer);
} cards[CARD_COUNT] = {
    {"report.txt", fill_text},
    {"report.json", fill_json},
    {"report.html", bs_report_html},
    {"report.md", bs_report_markdown},
    {"report.junit.xml", bs_report_junit},
    {"report.trace.json", bs_report_trace},
    {"report.prom", bs_report_prometheus},
};

enum bs_status bs_output_formats(const char *list, const char *folder, uint32_t *formats,
                                 struct bs_error *error)
{
    const struct bs_format_names known = {names, CARD_COUNT, BS_OUTPUT_FORMATS_DEFAULT};

    return bs_formats_read(&known, list, folder, formats, error);
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
    status = bs_result_print(&buffer, "the card", error);
    bs_buffer_clean_up(&buffer);
    return status;
}

enum bs_format bs_output_printed(uint32_t formats, const char *folder)
{
    return folder == NULL ? (enum bs_format)formats : BS_FORMAT_TEXT;
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
        status = bs_result_write(output->folder, to, &buffer, error);
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

enum bs_status bs_output_write_cards(const char *folder, uint32_t formats,
                                     const struct bs_report *report, struct bs_error *error)
{
    enum bs_status status = bs_output_make_folder(folder, error);

    for (size_t i = 0; i < CARD_COUNT && status == BS_OK; i++) {
        struct bs_buffer buffer;

        if ((formats & (1U << i)) != 0) {
            bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
            cards[i].fill(report, &buffer);
            status = bs_result_write(folder, cards[i].file, &buffer, error);
            bs_buffer_clean_up(&buffer);
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
        status = bs_result_write(output->folder, output_files[i].name, &buffer, error);
        bs_buffer_clean_up(&buffer);
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
