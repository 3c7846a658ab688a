/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "reports/drills/csv_list.h"
#include "reports/drills/json_list.h"
#include "reports/drills/prometheus_list.h"
#include "reports/drills/text_list.h"

enum { PAGE_BYTES_MAX = 1024 * 1024 * 1024, ANY = -1 };

struct history_words {
    const char *store;
    const char *scenario;
    int32_t verdict;
    int32_t backend;
    const char *since;
    const char *until;
    uint64_t last;
    const char *now;
    int32_t format;
    const char *file;
};

static int run_history(int count, char **arguments);

static const char *const verdict_names[] = {"pass", "fail", "unknown", "stopped", NULL};
static const char *const backend_names[] = {"sim", "wire", "mock", "aws", NULL};

enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV, FORMAT_PROMETHEUS };

static const char *const format_names[] = {[FORMAT_TEXT] = "text",
                                           [FORMAT_JSON] = "json",
                                           [FORMAT_CSV] = "csv",
                                           [FORMAT_PROMETHEUS] = "prometheus",
                                           NULL};
static bs_drills_write_fn *const formats[] = {[FORMAT_TEXT] = bs_drills_text,
                                              [FORMAT_JSON] = bs_drills_json,
                                              [FORMAT_CSV] = bs_drills_csv,
                                              [FORMAT_PROMETHEUS] = bs_drills_prometheus};

static const struct bs_option history_option_table[] = {
    {"store", "FILE", BS_OPTION_TEXT, offsetof(struct history_words, store), NULL,
     "The SQLite file of 'run --store' and others.\n"
     "Default: what BLACKSTART_STORE says in the environment."},
    {"scenario", "NAME", BS_OPTION_TEXT, offsetof(struct history_words, scenario), NULL,
     "Only drills of the scenario of this name."},
    {"backend", "NAME", BS_OPTION_CHOICE, offsetof(struct history_words, backend), backend_names,
     "Only drills on sim, wire, mock (exec) or aws (gameday)."},
    {"verdict", "WORD", BS_OPTION_CHOICE, offsetof(struct history_words, verdict), verdict_names,
     "List only drills that ended in pass, fail, unknown or stopped."},
    {"since", "DATE", BS_OPTION_TEXT, offsetof(struct history_words, since), NULL,
     "List only drills held on that day or later."},
    {"until", "DATE", BS_OPTION_TEXT, offsetof(struct history_words, until), NULL,
     "List only drills held on that day or earlier."},
    {"last", "N", BS_OPTION_NUMBER, offsetof(struct history_words, last), NULL,
     "List only so many, the newest (default: all)."},
    {"now", "DATE", BS_OPTION_TEXT, offsetof(struct history_words, now), NULL,
     "What counts as today; drills of a later date are not counted."},
    {"format", "WHICH", BS_OPTION_CHOICE, offsetof(struct history_words, format), format_names,
     "text (default), json, csv (the list), or prometheus (the trends)."},
    {"out", "FILE", BS_OPTION_TEXT, offsetof(struct history_words, file), NULL,
     "Write it to this file, whole or not at all, in place of standard output."},
};

const struct bs_command bs_command_history = {
    .name = "history",
    .arguments = "",
    .about =
        "List the drills that have been recorded, and how each scenario has gone.\n"
        "'run', 'exec', 'gameday' and 'report' record what they judge in the file of --store.\n"
        "A DATE is " BS_UTC_DATE_HELP " (UTC).",
    .details = "Examples:\n"
               "  blackstart run scenarios/platform/region-loss.yaml --store drills.db\n"
               "  blackstart history --store drills.db --backend aws --since 2026-01-01\n"
               "  blackstart history --store drills.db --format csv > drills.csv\n\n"
               "Exit status: 0, whatever the drills' verdicts; 64 usage, or FILE is no store of "
               "drills or\ndamaged; 70 internal error.\n",
    .options = history_option_table,
    .option_count = sizeof(history_option_table) / sizeof(history_option_table[0]),
    .arguments_min = 0,
    .arguments_max = 0,
    .run = run_history,
};

/* A date that was given; `*span` is left alone if none was. */
static enum bs_status read_date(const char *option, const char *text, struct bs_utc_span *span,
                                struct bs_error *error)
{
    return text == NULL || bs_utc_parse(text, span)
               ? BS_OK
               : bs_error_set(error, BS_ERR_INPUT, NULL,
                              "--%s is a date, as " BS_UTC_DATE_HELP "; found '%s'", option, text);
}

static enum bs_status read_dates(const struct history_words *words, struct bs_drills_page *page,
                                 struct bs_error *error)
{
    struct bs_utc_span since = {BS_UTC_UNKNOWN, BS_UTC_UNKNOWN};
    struct bs_utc_span until = since;
    struct bs_utc_span now = {.last_s = bs_recording_now_s()};
    enum bs_status status = read_date("since", words->since, &since, error);

    if (status == BS_OK) {
        status = read_date("until", words->until, &until, error);
    }
    if (status == BS_OK) {
        status = read_date("now", words->now, &now, error);
    }
    page->filter.since_s = since.first_s;
    page->filter.until_s = until.last_s;
    page->now_s = now.last_s;
    return status;
}

static enum bs_status read_words(const struct history_words *words, struct bs_drills_page *page,
                                 struct bs_error *error)
{
    page->filter = BS_DRILLS_ALL;
    page->filter.scenario = words->scenario;
    page->filter.backend = words->backend != ANY ? backend_names[words->backend] : NULL;
    page->filter.verdict = words->verdict != ANY ? verdict_names[words->verdict] : NULL;
    if (words->last > INT64_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--last is too large");
    }
    if (words->last > 0) {
        page->filter.last = (int64_t)words->last;
    }
    page->colour = words->format == FORMAT_TEXT && words->file == NULL && bs_output_wants_colour();
    return read_dates(words, page, error);
}

static enum bs_status fill(const char *path, int32_t format, struct bs_drills_page *page,
                           struct bs_buffer *buffer, struct bs_error *error)
{
    const struct bs_drills_options options = {path, BS_DRILLS_READ, BS_DRILLS_WAIT_MS};
    enum bs_status status = bs_drills_open(&options, &page->drills, error);

    if (status == BS_OK) {
        status = formats[format](page, buffer, error);
    }
    if (status == BS_OK && buffer->failed) {
        status = bs_error_set(error, BS_ERR_LIMIT, NULL,
                              "the page does not fit into memory; --last takes fewer drills");
    }
    bs_drills_close(page->drills);
    return status;
}

static enum bs_status give_out(const char *file, const struct bs_buffer *buffer,
                               struct bs_error *error)
{
    if (file != NULL) {
        return bs_buffer_write_file(buffer, file, error);
    }
    return fwrite(buffer->bytes, 1, buffer->length, stdout) == buffer->length && fflush(stdout) == 0
               ? BS_OK
               : bs_error_set(error, BS_ERR_IO, NULL,
                              "the page could not be written to standard output");
}

static enum bs_status show(const struct history_words *words, struct bs_error *error)
{
    const char *path = bs_recording_path(words->store);
    struct bs_drills_page page = {.drills = NULL};
    struct bs_buffer buffer;
    enum bs_status status;

    if (path == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "which drills? --store FILE, or BLACKSTART_STORE in the environment, "
                            "names the file in which 'run --store FILE' and others record them");
    }
    bs_buffer_init(&buffer, PAGE_BYTES_MAX);
    status = read_words(words, &page, error);
    if (status == BS_OK) {
        status = fill(path, words->format, &page, &buffer, error);
    }
    if (status == BS_OK) {
        status = give_out(words->file, &buffer, error);
    }
    bs_buffer_clean_up(&buffer);
    return status;
}

static int run_history(int count, char **arguments)
{
    struct history_words words = {.verdict = ANY, .backend = ANY};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    bool wants_help = false;
    enum bs_status status = bs_options_parse(&bs_command_history, count, arguments, &words,
                                             &positional, &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_history);
        return BS_EXIT_OK;
    }
    if (status == BS_OK) {
        status = show(&words, &error);
    }
    return status == BS_OK ? BS_EXIT_OK : bs_inputs_report(&error);
}
