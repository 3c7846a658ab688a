/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/drill.h"
#include "cli/drill_file.h"
#include "cli/exit_status.h"
#include "cli/forecast.h"
#include "cli/output.h"
#include "cli/recording.h"

enum { LINE_BYTES = 256, NAME_BYTES = 64, TRIALS = 200 };

struct gameday_words {
    const char *scale;
    const char *url;
    const char *confirm;
    const char *reason;
    const char *journal;
    const char *people;
    const char *out;
    const char *store;
    uint64_t trials;
    bool is_dry;
};

static int run_gameday(int count, char **arguments);
static int run_resume(int count, char **arguments);

static const struct bs_option gameday_option_table[] = {
    {"dry-run", NULL, BS_OPTION_FLAG, offsetof(struct gameday_words, is_dry), NULL,
     "Only read: whose account it is, and what the plan's resources are like."},
    {"confirm", "NAME", BS_OPTION_TEXT, offsetof(struct gameday_words, confirm), NULL,
     "The plan's name, which is asked for at the terminal otherwise."},
    {"reason", "TEXT", BS_OPTION_TEXT, offsetof(struct gameday_words, reason), NULL,
     "Why this is done; asked for at the terminal otherwise."},
    {"endpoint-url", "URL", BS_OPTION_TEXT, offsetof(struct gameday_words, url), NULL,
     "Send all calls to AWS there."},
    {"time-scale", "X", BS_OPTION_TEXT, offsetof(struct gameday_words, scale), NULL,
     "The endpoint's time goes so much faster (default 1): only against a mock."},
    {"trials", "N", BS_OPTION_NUMBER, offsetof(struct gameday_words, trials), NULL,
     "Simulate so many trials first, for what to expect (default 200; 0: none)."},
    {"journal", "FILE", BS_OPTION_TEXT, offsetof(struct gameday_words, journal), NULL,
     "Where to keep the journal, and beside it what else must survive (default\n"
     "drill-TIME.journal)."},
    {"people", "DIR", BS_OPTION_TEXT, offsetof(struct gameday_words, people), NULL,
     "Questions are written there as question-N, and answers (answer-N) and orders\n"
     "(order-K) read."},
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct gameday_words, out), NULL,
     "Write the cards, the history and a copy of the inputs there."},
    {"store", "FILE", BS_OPTION_TEXT, offsetof(struct gameday_words, store), NULL,
     BS_RECORDING_HELP},
};

const struct bs_command bs_command_gameday = {
    .name = "gameday",
    .arguments = "SCENARIO",
    .about = "Run a plan against a live account and measure it.\n"
             "The scenario's live section says which account, what is called how there, and what "
             "may be\nchanged. Credentials, Regions, endpoints and proxies are found as the AWS "
             "command line finds\nthem. At the terminal, 'order WORKFLOW' gives an order.",
    .details =
        "Example:\n"
        "  blackstart gameday drill.yaml --dry-run\n"
        "  blackstart gameday drill.yaml --confirm 'Warm standby' --reason 'autumn drill'\n\n"
        "Ctrl-C pauses; 'blackstart resume JOURNAL' goes on, also after a crash.\n"
        "Exit status: 0 objectives met, 1 missed, 2 could not judge or interrupted, 64 usage,"
        "\nbad input or not confirmed, 69 AWS does not answer, 70 internal error.\n",
    .options = gameday_option_table,
    .option_count = sizeof(gameday_option_table) / sizeof(gameday_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_gameday,
};

const struct bs_command bs_command_resume = {
    .name = "resume",
    .arguments = "JOURNAL",
    .about = "Go on with a game day that was interrupted.",
    .details = "Whoever paused it with Ctrl-C orders it to go on by this. Nothing that must not be "
               "done\ntwice is repeated before the truth has been read back.\n",
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_resume,
};

static int report(const struct bs_error *error)
{
    const int status = bs_inputs_report(error);

    return error->status == BS_ERR_IO ? BS_EXIT_UNAVAILABLE : status;
}

/* ---- Being sure ---- */

static bool read_scale(const char *text, int64_t *scale)
{
    char *end = NULL;
    double value;

    *scale = BS_LOOP_SCALE_ONE;
    if (text == NULL) {
        return true;
    }
    value = strtod(text, &end);
    if (end == text || *end != '\0' || !(value >= 0.001 && value <= 1000)) {
        (void)fprintf(stderr, "--time-scale: '%s' is no number from 0.001 to 1000\n", text);
        return false;
    }
    *scale = (int64_t)(value * BS_LOOP_SCALE_ONE + 0.5);
    return true;
}

static bool ask_line(const char *question, char line[LINE_BYTES])
{
    (void)fprintf(stderr, "%s: ", question);
    if (!isatty(STDIN_FILENO) || fgets(line, LINE_BYTES, stdin) == NULL) {
        (void)fprintf(stderr, "\n");
        return false;
    }
    line[strcspn(line, "\n")] = '\0';
    return line[0] != '\0';
}

/* What was given with the command, else what is typed now. */
static const char *given_or_typed(const char *given, const char *question, char line[LINE_BYTES])
{
    if (given != NULL) {
        return given;
    }
    return ask_line(question, line) ? line : "";
}

/* The reason, which may be in `line`; NULL: not confirmed. */
static const char *confirm(const struct bs_drill *drill, const struct gameday_words *words,
                           char line[LINE_BYTES])
{
    const char *name = bs_loaded_plan_get(bs_drill_inputs(drill)->plan)->name;
    const char *reason;

    if (strcmp(given_or_typed(words->confirm, "type the plan's name to go on", line), name) != 0) {
        (void)fprintf(stderr, "not confirmed: the plan's name is '%s'\n", name);
        return NULL;
    }
    reason = given_or_typed(words->reason, "reason", line);
    if (reason[0] == '\0') {
        (void)fprintf(stderr, "not confirmed: a reason is needed (--reason)\n");
        return NULL;
    }
    return reason;
}

/* ---- The card ---- */

static int judge(const struct bs_drill *drill, const struct bs_drill_settings *settings)
{
    const char *scenario = settings->scenario;
    const char *out = settings->out;
    const struct bs_report_inputs inputs = {
        .history = bs_drill_history(drill), .scenario_file = scenario, .backend = "aws"};
    struct bs_error error = {0};
    struct bs_report *made = NULL;
    enum bs_status status = bs_report_build(&inputs, &made, &error);
    int recorded = BS_EXIT_OK;
    int exit_status;

    if (status == BS_OK) {
        recorded = bs_recording_add(
            settings->store, made,
            (struct bs_kept_circumstances){.held_at_s = bs_drill_epoch_ns(drill) / BS_NS_PER_S});
        status = bs_output_print(made, BS_FORMAT_TEXT, &error);
    }
    if (status == BS_OK && out != NULL) {
        const struct bs_output output = {out,
                                         BS_FORMAT_TEXT | BS_FORMAT_JSON | BS_FORMAT_HTML,
                                         scenario,
                                         bs_drill_inputs(drill),
                                         bs_drill_history(drill),
                                         made,
                                         0};

        status = bs_output_write(&output, &error);
    }
    exit_status =
        status == BS_OK ? bs_verdict_exit_status(made->findings.verdict) : bs_inputs_report(&error);
    bs_report_destroy(made);
    return recorded != BS_EXIT_OK ? recorded : exit_status;
}

static int run_drill(struct bs_drill *drill, const struct bs_drill_settings *settings,
                     enum bs_drill_start start)
{
    struct bs_error error = {0};
    enum bs_drill_end end;

    if (bs_drill_run(drill, start, &end, &error) != BS_OK) {
        return report(&error);
    }
    if (end == BS_DRILL_INTERRUPTED) {
        bs_drill_sum_up(drill);
        return BS_EXIT_UNKNOWN;
    }
    return judge(drill, settings);
}

/* ---- The commands ---- */

static void name_journal(char name[NAME_BYTES])
{
    struct timespec clock = {0};
    struct tm calendar = {0};

    (void)clock_gettime(CLOCK_REALTIME, &clock);
    (void)gmtime_r(&clock.tv_sec, &calendar);
    (void)strftime(name, NAME_BYTES, "drill-%Y%m%dT%H%M%SZ.journal", &calendar);
}

static int hold_gameday(const struct gameday_words *words, const struct bs_drill_settings *settings)
{
    struct bs_error error = {0};
    struct bs_drill *drill = NULL;
    const char *reason = NULL;
    char line[LINE_BYTES];
    int exit_status = BS_EXIT_USAGE;

    if (bs_drill_open(settings, &drill, &error) != BS_OK) {
        return report(&error);
    }
    bs_drill_announce(drill);
    if (bs_drill_check(drill, &error) != BS_OK ||
        (words->trials > 0 && bs_drill_forecast(drill, words->trials, &error) != BS_OK)) {
        bs_drill_close(drill);
        return report(&error);
    }
    if (words->is_dry) {
        exit_status = bs_drill_rehearse(drill) ? BS_EXIT_OK : BS_EXIT_MISSED;
    } else {
        reason = confirm(drill, words, line);
    }
    if (reason != NULL) {
        bs_drill_give_reason(drill, reason);
        exit_status = run_drill(drill, settings, BS_DRILL_NEW);
    }
    bs_drill_close(drill);
    return exit_status;
}

static int run_gameday(int count, char **arguments)
{
    struct gameday_words words = {.trials = TRIALS};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    struct bs_drill_settings settings = {.mode = BS_CALLER_ALL};
    bool wants_help = false;
    char journal[NAME_BYTES];

    if (bs_options_parse(&bs_command_gameday, count, arguments, &words, &positional, &wants_help,
                         &error) != BS_OK) {
        (void)fprintf(stderr, "blackstart gameday: %s\n", error.message);
        return BS_EXIT_USAGE;
    }
    if (wants_help) {
        bs_options_print_help(&bs_command_gameday);
        return BS_EXIT_OK;
    }
    if (!read_scale(words.scale, &settings.scale)) {
        return BS_EXIT_USAGE;
    }
    if (words.trials > BS_FORECAST_TRIALS_MAX) {
        (void)fprintf(stderr, "--trials: %llu is more than %d\n", (unsigned long long)words.trials,
                      BS_FORECAST_TRIALS_MAX);
        return BS_EXIT_USAGE;
    }
    name_journal(journal);
    settings.scenario = positional.items[0];
    settings.url = words.url;
    settings.people = words.people;
    settings.out = words.out;
    settings.store = words.is_dry ? NULL : bs_recording_path(words.store);
    settings.journal = words.journal != NULL ? words.journal : journal;
    if (words.is_dry) {
        settings.mode = BS_CALLER_READS_ONLY;
        settings.journal = NULL;
    }
    if (bs_recording_check(settings.store, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    return hold_gameday(&words, &settings);
}

static int resume_drill(const char *journal, const struct bs_drill_file *file)
{
    const struct bs_drill_settings settings = {
        .scenario = file->scenario,
        .url = file->url,
        .journal = journal,
        .people = file->people,
        .out = file->out,
        .store = bs_recording_path(file->store),
        .reason = file->reason,
        .scale = file->scale,
        .epoch_ns = file->epoch_ns,
        .orchestrator = file->orchestrator,
        .mode = BS_CALLER_ALL,
    };
    struct bs_error error = {0};
    struct bs_drill *drill = NULL;
    int exit_status;

    if (bs_drill_open(&settings, &drill, &error) != BS_OK) {
        return report(&error);
    }
    if (strcmp(bs_drill_inputs(drill)->scenario->sha256, file->scenario_sha256) != 0 ||
        strcmp(bs_drill_identity(drill)->account, file->account) != 0) {
        (void)fprintf(stderr, "%s: the scenario or the account is another than that of %s\n",
                      file->scenario, journal);
        exit_status = BS_EXIT_USAGE;
    } else {
        exit_status = run_drill(drill, &settings, BS_DRILL_RESUMED);
    }
    bs_drill_close(drill);
    return exit_status;
}

static int run_resume(int count, char **arguments)
{
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    struct bs_document *document = NULL;
    struct bs_drill_file file;
    char path[BS_PATH_MAX];
    bool wants_help = false;
    int exit_status;
    char unused;

    if (bs_options_parse(&bs_command_resume, count, arguments, &unused, &positional, &wants_help,
                         &error) != BS_OK) {
        (void)fprintf(stderr, "blackstart resume: %s\n", error.message);
        return BS_EXIT_USAGE;
    }
    if (wants_help) {
        bs_options_print_help(&bs_command_resume);
        return BS_EXIT_OK;
    }
    if (!bs_drill_path(positional.items[0], "drill", path, sizeof(path)) ||
        bs_drill_file_read(path, &file, &document, &error) != BS_OK) {
        (void)bs_error_set(&error, BS_ERR_INPUT, NULL, "the journal's path is too long");
        return bs_inputs_report(&error);
    }
    exit_status = resume_drill(positional.items[0], &file);
    bs_document_destroy(document);
    return exit_status;
}
