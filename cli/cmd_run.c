/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "cli/wire_backend.h"
#include "orchestrator/live/journal_sqlite.h"
#include "reports/json_card.h"
#include "sim/trial/trial.h"

enum {
    REPRODUCE_BYTES_MAX = 8192,
    SCENARIOS_IN_FOLDER_MAX = 4096,
    CARD_BYTES_MAX = 256 * 1024 * 1024,
};

struct run_options {
    uint64_t seed;
    struct bs_texts overrides;
    int32_t backend;
    int32_t detail;
    const char *folder;
    const char *formats;
    const char *all;
    const char *journal;
    const char *store;
    bool is_quiet;
};

static int run_run(int count, char **words);

enum { BACKEND_SIM, BACKEND_WIRE };

static const char *const backend_names[] = {[BACKEND_SIM] = "sim", [BACKEND_WIRE] = "wire", NULL};
static const char *const detail_names[] = {"skip", "every-event", NULL};

static const struct bs_option run_option_table[] = {
    {"seed", "N", BS_OPTION_NUMBER, offsetof(struct run_options, seed), NULL,
     "Which of the possible runs; the same seed gives the same run. Default 1."},
    {"set", "PATH=VALUE", BS_OPTION_LIST, offsetof(struct run_options, overrides), NULL,
     "Change a value of the scenario, such as faults.0.at=5m; may be repeated."},
    {"backend", "NAME", BS_OPTION_CHOICE, offsetof(struct run_options, backend), backend_names,
     "sim (default): in process; wire: every call to AWS over HTTP, to a mock."},
    {"detail", "WHICH", BS_OPTION_CHOICE, offsetof(struct run_options, detail), detail_names,
     "skip (default) or every-event: the same history, at more cost."},
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct run_options, folder), NULL,
     "Write the cards, the history and a copy of the inputs there."},
    {"format", "LIST", BS_OPTION_TEXT, offsetof(struct run_options, formats), NULL,
     BS_OUTPUT_FORMATS_HELP},
    {"journal", "FILE", BS_OPTION_TEXT, offsetof(struct run_options, journal), NULL,
     "Keep the orchestrator's journal in this new SQLite file; the same history."},
    {"store", "FILE", BS_OPTION_TEXT, offsetof(struct run_options, store), NULL, BS_RECORDING_HELP},
    {"all", "DIR", BS_OPTION_TEXT, offsetof(struct run_options, all), NULL,
     "Run every scenario of a folder and print one table (json: runs[])."},
    {"quiet", NULL, BS_OPTION_FLAG, offsetof(struct run_options, is_quiet), NULL,
     "Print no card; the exit status tells."},
};

const struct bs_command bs_command_run = {
    .name = "run",
    .arguments = "SCENARIO",
    .about = "Run a scenario once and print its report card.",
    .details =
        "Examples:\n"
        "  blackstart run scenarios/platform/region-loss.yaml\n"
        "  blackstart run scenarios/platform/region-loss.yaml --seed 7 --set faults.0.at=20m "
        "--format json\n"
        "  blackstart run --all scenarios/platform\n\n"
        "Exit status: 0 objectives met, 1 missed or an invariant broken, 2 could not judge,\n"
        "64 usage or bad input, 70 internal error.\n",
    .options = run_option_table,
    .option_count = sizeof(run_option_table) / sizeof(run_option_table[0]),
    .arguments_min = 0,
    .arguments_max = 1,
    .run = run_run,
};

/* One scenario's run, from files to report. */
struct made_run {
    struct bs_inputs inputs;
    struct bs_history *history;
    struct bs_report *report;
    char reproduce[REPRODUCE_BYTES_MAX];
    double wall_s;
};

static void write_reproduce(const char *path, const struct run_options *options, char *text)
{
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, REPRODUCE_BYTES_MAX - 1);
    bs_buffer_text(&buffer, "blackstart run ");
    bs_output_append_word(&buffer, path);
    bs_buffer_format(&buffer, " --seed %" PRIu64, options->seed);
    if (options->backend != BACKEND_SIM) {
        bs_buffer_format(&buffer, " --backend %s", backend_names[options->backend]);
    }
    for (size_t i = 0; i < options->overrides.count; i++) {
        bs_buffer_text(&buffer, " --set ");
        bs_output_append_word(&buffer, options->overrides.items[i]);
    }
    (void)snprintf(text, REPRODUCE_BYTES_MAX, "%s", buffer.bytes != NULL ? buffer.bytes : "");
    bs_buffer_clean_up(&buffer);
}

static double seconds_since(const struct timespec *start)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static void clean_up_run(struct made_run *run)
{
    bs_report_destroy(run->report);
    bs_history_destroy(run->history);
    bs_inputs_clean_up(&run->inputs);
}

/* As bs_trial_run(); what the orchestrator could not write down is an error here, not a finding. */
static enum bs_status run_on_journal(const char *path, const struct bs_trial_options *options,
                                     struct bs_history **history, struct bs_error *error)
{
    struct bs_trial_options trial = *options;
    const struct bs_journal_sqlite_options file = {.path = path, .mode = BS_JOURNAL_CREATE};
    struct bs_journal_sqlite *journal = NULL;
    struct bs_journal_port port;
    enum bs_status status;

    if (trial.plan == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--journal: the scenario names no plan, so there is no orchestrator "
                            "to keep a journal of");
    }
    status = bs_journal_sqlite_open(&file, &journal, error);
    if (status != BS_OK) {
        return status;
    }
    port = bs_journal_sqlite_port(journal);
    trial.journal = &port;
    status = bs_trial_run(&trial, history, NULL, error);
    if (status == BS_OK && bs_journal_sqlite_failure(journal)->status != BS_OK) {
        const struct bs_error *failure = bs_journal_sqlite_failure(journal);

        status = bs_error_set(error, failure->status, &failure->where, "%s", failure->message);
    }
    bs_journal_sqlite_close(journal);
    return status;
}

/* As run_on_journal(), or on none, with the backend that is wanted. */
static enum bs_status run_on_backend(const struct run_options *options,
                                     const struct bs_trial_options *plain,
                                     struct bs_history **history, struct bs_error *error)
{
    struct bs_trial_options trial = *plain;
    struct bs_wire_backend *backend = NULL;
    struct bs_trial_carrier carrier;
    enum bs_status status;

    if (options->backend == BACKEND_WIRE) {
        backend = bs_wire_backend_new(options->seed);
        if (backend == NULL) {
            return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
        }
        carrier = bs_wire_backend_carrier(backend);
        trial.carrier = &carrier;
    }
    status = options->journal != NULL ? run_on_journal(options->journal, &trial, history, error)
                                      : bs_trial_run(&trial, history, NULL, error);
    bs_wire_backend_destroy(backend);
    return status;
}

static enum bs_status make_run(const char *path, const struct run_options *options,
                               struct made_run *run, struct bs_error *error)
{
    struct bs_trial_options trial = {
        .seed = options->seed,
        .detail = options->detail == 1 ? BS_DETAIL_EVERY_EVENT : BS_DETAIL_SKIP,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
    };
    struct bs_report_inputs report = {.scenario_file = path,
                                      .backend = backend_names[options->backend]};
    struct timespec start = {0};
    enum bs_status status;

    (void)clock_gettime(CLOCK_MONOTONIC, &start);
    *run = (struct made_run){.history = NULL};
    status = bs_inputs_load(path, &options->overrides, &run->inputs, error);
    if (status == BS_OK) {
        trial.scenario = run->inputs.scenario;
        trial.plan = run->inputs.plan;
        status = run_on_backend(options, &trial, &run->history, error);
    }
    if (status == BS_OK) {
        write_reproduce(path, options, run->reproduce);
        report.history = run->history;
        report.reproduce = run->reproduce;
        status = bs_report_build(&report, &run->report, error);
    }
    run->wall_s = seconds_since(&start);
    if (status != BS_OK) {
        clean_up_run(run);
    }
    return status;
}

static int record(const struct run_options *options, const struct bs_report *report)
{
    return bs_recording_add(options->store, report,
                            (struct bs_kept_circumstances){.held_at_s = bs_recording_now_s()});
}

static int finish_run(const char *path, const struct run_options *options, uint32_t formats,
                      const struct made_run *run, struct bs_error *error)
{
    const enum bs_verdict verdict = run->report->findings.verdict;
    const enum bs_format printed = bs_output_printed(formats, options->folder);
    const int recorded = record(options, run->report);
    enum bs_status status = BS_OK;

    if (!options->is_quiet) {
        status = bs_output_print(run->report, printed, error);
    }
    if (status == BS_OK && options->folder != NULL) {
        const struct bs_output output = {options->folder, formats,     path,       &run->inputs,
                                         run->history,    run->report, run->wall_s};

        status = bs_output_write(&output, error);
        if (status == BS_OK) {
            (void)fprintf(stderr, "written to %s\n", options->folder);
        }
    }
    if (status != BS_OK) {
        return bs_inputs_report(error);
    }
    if (verdict != BS_VERDICT_PASS &&
        (printed != BS_FORMAT_TEXT || options->is_quiet || options->folder != NULL)) {
        (void)fprintf(stderr, "%s\n", run->reproduce);
    }
    return recorded != BS_EXIT_OK ? recorded : bs_verdict_exit_status(verdict);
}

static int run_one(const char *path, const struct run_options *options, uint32_t formats)
{
    struct bs_error error = {0};
    struct made_run run;
    int exit_status;

    if (make_run(path, options, &run, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    exit_status = finish_run(path, options, formats, &run, &error);
    clean_up_run(&run);
    return exit_status;
}

/* ---- A folder ---- */

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_scenario_name(const char *name)
{
    const size_t length = strlen(name);

    return length > 5 && name[0] != '.' && strcmp(name + length - 5, ".yaml") == 0;
}

static enum bs_status list_scenarios(const char *folder, char **paths, size_t *count,
                                     struct bs_error *error)
{
    DIR *directory = opendir(folder);

    if (directory == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--all: the folder '%s' cannot be read",
                            folder);
    }
    for (const struct dirent *entry = readdir(directory); entry != NULL;
         entry = readdir(directory)) {
        const size_t size = strlen(folder) + strlen(entry->d_name) + 2;

        if (!is_scenario_name(entry->d_name) || *count == SCENARIOS_IN_FOLDER_MAX) {
            continue;
        }
        paths[*count] = malloc(size);
        if (paths[*count] != NULL) {
            (void)snprintf(paths[*count], size, "%s/%s", folder, entry->d_name);
            ++*count;
        }
    }
    (void)closedir(directory);
    qsort(paths, *count, sizeof(*paths), compare_paths);
    return *count > 0 ? BS_OK
                      : bs_error_set(error, BS_ERR_INPUT, NULL, "--all: no *.yaml in '%s'", folder);
}

static void format_row(const struct made_run *run, const char *path, struct bs_buffer *table)
{
    const struct bs_report *report = run->report;
    char rto[BS_TIME_TEXT_MAX] = "not recovered";
    char rpo[BS_TIME_TEXT_MAX] = "?";

    if (bs_is_known(report->rto)) {
        bs_duration_format((struct bs_duration){report->rto.value}, rto);
    }
    if (bs_is_known(report->rpo.rpo)) {
        bs_duration_format((struct bs_duration){report->rpo.rpo.value}, rpo);
    }
    bs_buffer_format(table, "%-9s %-14s %-10s %s\n", bs_verdict_name(report->findings.verdict), rto,
                     rpo, path);
}

/* The graver of two: what could not be run at all, then missed, then unknown. */
static int graver(int a, int b)
{
    static const int order[] = {BS_EXIT_OK, BS_EXIT_UNKNOWN, BS_EXIT_MISSED, BS_EXIT_USAGE,
                                BS_EXIT_INTERNAL};
    size_t rank_a = 0;
    size_t rank_b = 0;

    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
        rank_a = order[i] == a ? i : rank_a;
        rank_b = order[i] == b ? i : rank_b;
    }
    return rank_a > rank_b ? a : b;
}

/* Adds one run to the table (or to runs[]), and to the store; returns its exit status. */
static int add_run(const char *path, const struct run_options *options, uint32_t formats,
                   struct bs_buffer *table)
{
    struct bs_error error = {0};
    struct made_run run;
    int exit_status;

    if (make_run(path, options, &run, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    if ((formats & BS_FORMAT_JSON) != 0) {
        bs_buffer_text(table, table->length > 0 ? "," : "");
        bs_report_json(run.report, 0, table);
    } else {
        format_row(&run, path, table);
    }
    exit_status =
        graver(record(options, run.report), bs_verdict_exit_status(run.report->findings.verdict));
    if (exit_status != BS_EXIT_OK) {
        (void)fprintf(stderr, "%s\n", run.reproduce);
    }
    clean_up_run(&run);
    return exit_status;
}

static void print_table(const struct bs_buffer *rows, bool is_json)
{
    (void)printf("%s%s%s",
                 is_json ? "{\"runs\":[" : "verdict   RTO            RPO        scenario\n",
                 rows->length > 0 ? rows->bytes : "", is_json ? "]}\n" : "");
}

static int run_folder(const struct run_options *options, uint32_t formats)
{
    char **paths = calloc(SCENARIOS_IN_FOLDER_MAX, sizeof(*paths));
    struct bs_error error = {0};
    struct bs_buffer rows;
    size_t count = 0;
    int exit_status = BS_EXIT_OK;

    if (paths == NULL || list_scenarios(options->all, paths, &count, &error) != BS_OK) {
        free(paths);
        (void)bs_error_set(&error, BS_ERR_MEMORY, NULL, "out of memory");
        return bs_inputs_report(&error);
    }
    bs_buffer_init(&rows, CARD_BYTES_MAX);
    for (size_t i = 0; i < count; i++) {
        exit_status = graver(exit_status, add_run(paths[i], options, formats, &rows));
        free(paths[i]);
    }
    free(paths);
    if (rows.failed) {
        (void)bs_error_set(&error, BS_ERR_MEMORY, NULL, "the table does not fit into memory");
    } else if (!options->is_quiet) {
        print_table(&rows, (formats & BS_FORMAT_JSON) != 0);
    }
    bs_buffer_clean_up(&rows);
    if (fflush(stdout) != 0) {
        (void)bs_error_set(&error, BS_ERR_IO, NULL,
                           "the table could not be written to standard output");
    }
    return error.status != BS_OK ? bs_inputs_report(&error) : exit_status;
}

/* What no table of options can say: which of them exclude each other. */
static enum bs_status check_together(const struct run_options *options,
                                     const struct bs_texts *positional, uint32_t formats,
                                     struct bs_error *error)
{
    if ((positional->count == 1) == (options->all != NULL)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "usage: blackstart run SCENARIO, or blackstart run --all DIR");
    }
    if (options->all != NULL && options->folder != NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--out holds one run; --all prints a table of many");
    }
    if (options->all != NULL && options->journal != NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--journal holds one run; --all prints a table of many");
    }
    if (options->all != NULL && formats != BS_FORMAT_TEXT && formats != BS_FORMAT_JSON) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--all prints its table as text or json");
    }
    return BS_OK;
}

static int run_run(int count, char **words)
{
    struct run_options options = {.seed = 1};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    uint32_t formats = 0;
    bool wants_help = false;
    enum bs_status status =
        bs_options_parse(&bs_command_run, count, words, &options, &positional, &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_run);
        return BS_EXIT_OK;
    }
    if (status == BS_OK) {
        status = bs_output_formats(options.formats, options.folder, &formats, &error);
    }
    if (status == BS_OK) {
        status = check_together(&options, &positional, formats, &error);
    }
    if (status != BS_OK) {
        return bs_inputs_report(&error);
    }
    options.store = bs_recording_path(options.store);
    if (bs_recording_check(options.store, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    return options.all != NULL ? run_folder(&options, formats)
                               : run_one(positional.items[0], &options, formats);
}
