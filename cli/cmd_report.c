/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/history_read.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/kept_history.h"
#include "cli/output.h"
#include "cli/recording.h"

enum { FILE_BYTES_MAX = 1024 * 1024 * 1024 };

struct report_words {
    const char *folder;
    const char *formats;
    const char *store;
    const char *held_at;
    bool is_quiet;
};

static int run_report(int count, char **arguments);

static const struct bs_option report_option_table[] = {
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct report_words, folder), NULL,
     "Write the cards there."},
    {"format", "LIST", BS_OPTION_TEXT, offsetof(struct report_words, formats), NULL,
     BS_OUTPUT_FORMATS_HELP},
    {"store", "FILE", BS_OPTION_TEXT, offsetof(struct report_words, store), NULL,
     BS_RECORDING_HELP},
    {"at", "DATE", BS_OPTION_TEXT, offsetof(struct report_words, held_at), NULL,
     "When it was held, for --store: " BS_UTC_DATE_HELP " (UTC).\n"
     "Default: what host.json or JOURNAL.drill beside HISTORY says, or unknown."},
    {"quiet", NULL, BS_OPTION_FLAG, offsetof(struct report_words, is_quiet), NULL,
     "Print no card; the exit status tells."},
};

const struct bs_command bs_command_report = {
    .name = "report",
    .arguments = "HISTORY",
    .about =
        "Judge a history that was kept, and print its report card.\n"
        "HISTORY is a history.jsonl, or a folder with one: what --out has written, or what a game "
        "day\nkeeps beside its journal.",
    .details =
        "Examples:\n"
        "  blackstart report results/history.jsonl\n"
        "  blackstart report results --format html > card.html\n\n"
        "Exit status: 0 objectives met, 1 missed or an invariant broken, 2 could not judge,\n"
        "64 usage or bad input, 70 internal error.\n",
    .options = report_option_table,
    .option_count = sizeof(report_option_table) / sizeof(report_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_report,
};

/* ---- The history ---- */

static enum bs_status find_file(const char *path, char file[BS_PATH_MAX], struct bs_error *error)
{
    struct stat about;
    const bool is_folder = stat(path, &about) == 0 && S_ISDIR(about.st_mode);

    if (snprintf(file, BS_PATH_MAX, is_folder ? "%s/history.jsonl" : "%s", path) >= BS_PATH_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "the path is too long");
    }
    return BS_OK;
}

/* A last line that is not whole is no history: somebody was still writing, or it was cut off. */
static enum bs_status take_bytes(const char *file, const struct bs_buffer *bytes,
                                 struct bs_history *history, struct bs_error *error)
{
    size_t whole = 0;
    enum bs_status status = BS_OK;

    if (bytes->length > 0) {
        status = bs_history_read(history, bytes->bytes, bytes->length, &whole, error);
    }
    if (status != BS_OK) {
        (void)snprintf(error->file, sizeof(error->file), "%.*s", (int)sizeof(error->file) - 1,
                       file);
        return status;
    }
    if (whole < bytes->length) {
        (void)fprintf(stderr, "blackstart: %s: the last line is not whole; it is left out\n", file);
    }
    return bs_history_count(history) > 0
               ? BS_OK
               : bs_error_set(error, BS_ERR_INPUT, NULL, "%s has no record of a history", file);
}

static enum bs_status read_history(const char *path, char file[BS_PATH_MAX],
                                   struct bs_history **history, struct bs_error *error)
{
    struct bs_buffer bytes;
    enum bs_status status = find_file(path, file, error);

    *history = NULL;
    bs_buffer_init(&bytes, FILE_BYTES_MAX);
    if (status == BS_OK) {
        status = bs_buffer_read_file(&bytes, file, error);
    }
    if (status == BS_OK) {
        *history = bs_history_new(BS_HISTORY_BYTES_MAX);
        status = *history != NULL ? take_bytes(file, &bytes, *history, error)
                                  : bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    bs_buffer_clean_up(&bytes);
    if (status != BS_OK) {
        bs_history_destroy(*history);
        *history = NULL;
    }
    return status;
}

/* ---- The store ---- */

/* What is said of the run, and what lies beside its history. */
static int record(const struct report_words *words, const char *file,
                  const struct bs_report *report)
{
    struct bs_kept_circumstances circumstances = {.held_at_s = BS_UTC_UNKNOWN};
    struct bs_document *document = NULL;
    struct bs_error error = {0};
    struct bs_utc_span held_at;
    int exit_status;

    if (words->store == NULL) {
        return BS_EXIT_OK;
    }
    if (bs_kept_history_circumstances(file, &circumstances, &document, &error) != BS_OK) {
        exit_status = bs_inputs_report(&error);
    } else {
        if (words->held_at != NULL && bs_utc_parse(words->held_at, &held_at)) {
            circumstances.held_at_s = held_at.first_s;
        }
        exit_status = bs_recording_add(words->store, report, circumstances);
    }
    bs_document_destroy(document);
    return exit_status;
}

static enum bs_status check_store(struct report_words *words, struct bs_error *error)
{
    struct bs_utc_span ignored;

    words->store = bs_recording_path(words->store);
    if (words->held_at != NULL && !bs_utc_parse(words->held_at, &ignored)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--at is a date, as " BS_UTC_DATE_HELP "; found '%s'", words->held_at);
    }
    if (words->held_at != NULL && words->store == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--at goes with --store FILE");
    }
    return bs_recording_check(words->store, error);
}

/* ---- The cards ---- */

static int show(const struct report_words *words, uint32_t formats, const char *file,
                const struct bs_history *history)
{
    struct bs_report_inputs inputs = {.history = history};
    struct bs_error error = {0};
    struct bs_report *report = NULL;
    struct bs_buffer reproduce;
    enum bs_status status;
    int recorded = BS_EXIT_OK;
    int exit_status;

    bs_buffer_init(&reproduce, (size_t)2 * BS_PATH_MAX);
    bs_buffer_text(&reproduce, "blackstart report ");
    bs_output_append_word(&reproduce, file);
    inputs.reproduce = reproduce.bytes;
    status = bs_report_build(&inputs, &report, &error);
    if (status == BS_OK) {
        recorded = record(words, file, report);
    }
    if (status == BS_OK && !words->is_quiet) {
        status = bs_output_print(report, bs_output_printed(formats, words->folder), &error);
    }
    if (status == BS_OK && words->folder != NULL) {
        status = bs_output_write_cards(words->folder, formats, report, &error);
    }
    exit_status = status == BS_OK ? bs_verdict_exit_status(report->findings.verdict)
                                  : bs_inputs_report(&error);
    bs_report_destroy(report);
    bs_buffer_clean_up(&reproduce);
    return recorded != BS_EXIT_OK ? recorded : exit_status;
}

static int run_report(int count, char **arguments)
{
    struct report_words words = {.is_quiet = false};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    struct bs_history *history = NULL;
    char file[BS_PATH_MAX];
    uint32_t formats = 0;
    bool wants_help = false;
    int exit_status;
    enum bs_status status = bs_options_parse(&bs_command_report, count, arguments, &words,
                                             &positional, &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_report);
        return BS_EXIT_OK;
    }
    if (status == BS_OK) {
        status = bs_output_formats(words.formats, words.folder, &formats, &error);
    }
    if (status == BS_OK) {
        status = check_store(&words, &error);
    }
    if (status == BS_OK) {
        status = read_history(positional.items[0], file, &history, &error);
    }
    if (status != BS_OK) {
        return bs_inputs_report(&error);
    }
    exit_status = show(&words, formats, file, history);
    bs_history_destroy(history);
    return exit_status;
}
