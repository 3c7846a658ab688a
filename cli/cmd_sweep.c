/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/sweep_keep.h"
#include "cli/sweep_output.h"
#include "cli/sweep_run.h"

enum { TRIALS_DEFAULT = 1000, INFLUENCE_DEFAULT = 100, PERCENT_MAX = 100, KEPT_MAX = 1000 };

#define PPB_PER_PERCENT INT64_C(10000000)

struct sweep_options {
    uint64_t trials;
    uint64_t seed;
    uint64_t jobs;
    uint64_t pass_percent;
    struct bs_texts overrides;
    struct bs_texts vary;
    const char *shard;
    uint64_t kept;
    uint64_t influence;
    int32_t detail;
    const char *folder;
    const char *formats;
    bool is_quiet;
};

static int run_sweep(int count, char **words);

static const char *const detail_names[] = {"skip", "every-event", NULL};

static const struct bs_option sweep_option_table[] = {
    {"trials", "N", BS_OPTION_NUMBER, offsetof(struct sweep_options, trials), NULL,
     "So many runs, with seeds from --seed on. Default 1000; p99 takes 368 at least."},
    {"seed", "N", BS_OPTION_NUMBER, offsetof(struct sweep_options, seed), NULL,
     "The first trial's seed. Default 1."},
    {"jobs", "J", BS_OPTION_NUMBER, offsetof(struct sweep_options, jobs), NULL,
     "Threads, of each process. Default: one for each processor. The result is the\n"
     "same with any."},
    {"set", "PATH=VALUE", BS_OPTION_LIST, offsetof(struct sweep_options, overrides), NULL,
     "Change a value of the scenario in all trials; may be repeated."},
    {"vary", "PATH=V1,V2,..", BS_OPTION_LIST, offsetof(struct sweep_options, vary), NULL,
     "Run it also with each of these values, over the same seeds, and compare.\n"
     "Given more than once: every combination."},
    {"influence", "N", BS_OPTION_NUMBER, offsetof(struct sweep_options, influence), NULL,
     "Run N trials more with each stochastic input held at its median, and with\n"
     "each value that has no source at half and at double, to tell which of them\n"
     "decide. Default 100, at most --trials; p95 takes 72. 0: none."},
    {"pass", "PERCENT", BS_OPTION_NUMBER, offsetof(struct sweep_options, pass_percent), NULL,
     "In so many of a hundred trials all objectives must be met. Default 95."},
    {"shard", "I/N", BS_OPTION_TEXT, offsetof(struct sweep_options, shard), NULL,
     "Run only the I-th of N equal parts, for blackstart merge. Needs --out."},
    {"keep-history", "K", BS_OPTION_NUMBER, offsetof(struct sweep_options, kept), NULL,
     "Run the K worst trials again and write each to DIR/seed-N, as run --out\n"
     "would. Needs --out."},
    {"detail", "WHICH", BS_OPTION_CHOICE, offsetof(struct sweep_options, detail), detail_names,
     "skip (default) or every-event: the same outcomes, at more cost."},
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct sweep_options, folder), NULL,
     "Keep the trials and write the results there; an interrupted sweep goes on\n"
     "when it is called again."},
    {"format", "LIST", BS_OPTION_TEXT, offsetof(struct sweep_options, formats), NULL,
     BS_SWEEP_FORMATS_HELP},
    {"quiet", NULL, BS_OPTION_FLAG, offsetof(struct sweep_options, is_quiet), NULL,
     "Print no results; the exit status tells."},
};

const struct bs_command bs_command_sweep = {
    .name = "sweep",
    .arguments = "SCENARIO",
    .about = "Run a scenario many times: how RTO and RPO are distributed, and what decides.",
    .details =
        "Examples:\n"
        "  blackstart sweep scenarios/platform/region-loss.yaml --trials 1000 --out build/sweep\n"
        "  blackstart sweep scenarios/platform/region-loss.yaml --vary probes.app.every=5s,30s\n"
        "  blackstart sweep scenarios/platform/region-loss.yaml --shard 2/4 --out part-2\n"
        "  mpirun blackstart sweep scenarios/platform/region-loss.yaml --out build/sweep\n\n"
        "Trial n is 'blackstart run SCENARIO --seed N', N being --seed + n.\n\n"
        "Exit status: 0 enough trials met all objectives, 1 they did not or an invariant was\n"
        "violated, 2 so many trials cannot tell, or it was interrupted, 64 usage or bad input,\n"
        "70 internal error.\n",
    .options = sweep_option_table,
    .option_count = sizeof(sweep_option_table) / sizeof(sweep_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_sweep,
};

/* A sweep of the command line, under way. */
struct sweeping {
    const struct sweep_options *options;
    const char *scenario; /* Its file. */
    struct bs_sweep_shard shard;
    uint32_t formats;
    struct bs_sweep_plan plan;
    struct bs_sweep_team *team;
    struct bs_trial_table *table;
    char path[BS_PATH_MAX];
    bool is_temporary; /* Nobody asked for the file. */
};

/* ---- The command line ---- */

static enum bs_status read_shard(const char *text, struct bs_sweep_shard *shard,
                                 struct bs_error *error)
{
    *shard = (struct bs_sweep_shard){1, 1};
    return text == NULL || bs_sweep_shard_parse(text, shard)
               ? BS_OK
               : bs_error_set(error, BS_ERR_INPUT, NULL,
                              "--shard needs I/N with I from 1 to N, such as 2/4; found '%s'",
                              text);
}

static enum bs_status check_options(const struct sweep_options *options, struct bs_error *error)
{
    if (options->trials < 1 || options->trials > BS_SWEEP_TRIALS_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--trials must be from 1 to %" PRIu64 "; found %" PRIu64,
                            BS_SWEEP_TRIALS_MAX, options->trials);
    }
    if (options->seed > UINT64_MAX - options->trials) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--seed leaves no room for the trials");
    }
    if (options->jobs > BS_ENSEMBLE_JOBS_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--jobs must be at most %d",
                            BS_ENSEMBLE_JOBS_MAX);
    }
    if (options->pass_percent > PERCENT_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--pass must be from 0 to 100");
    }
    if (options->kept > KEPT_MAX || (options->kept > 0 && options->folder == NULL)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--keep-history takes a number up to %d, and needs --out DIR",
                            KEPT_MAX);
    }
    if (options->shard != NULL && options->folder == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--shard makes a part for blackstart merge: say --out DIR");
    }
    return BS_OK;
}

/* ---- The file of trials ---- */

static enum bs_status name_file(struct sweeping *sweeping, struct bs_error *error)
{
    const char *folder = sweeping->options->folder;
    const char *temporary = getenv("TMPDIR");
    int length;

    if (folder == NULL) {
        sweeping->is_temporary = true;
        length = snprintf(sweeping->path, sizeof(sweeping->path), "%s/blackstart-%ld.sqlite",
                          temporary != NULL && temporary[0] != '\0' ? temporary : "/tmp",
                          (long)getpid());
    } else {
        const enum bs_status status = bs_output_make_folder(folder, error);

        if (status != BS_OK) {
            return status;
        }
        length = snprintf(sweeping->path, sizeof(sweeping->path), "%s/%s", folder, BS_SWEEP_FILE);
    }
    return length < (int)sizeof(sweeping->path)
               ? BS_OK
               : bs_error_set(error, BS_ERR_INPUT, NULL, "--out: the path is too long");
}

/* What is there goes on, if it is the same sweep. */
static enum bs_status resume(struct sweeping *sweeping, struct bs_error *error)
{
    const struct bs_position where = {.file = sweeping->path};
    struct bs_error difference = {0};
    enum bs_status status = bs_trial_table_open(sweeping->path, &sweeping->table, error);

    if (status == BS_OK && bs_sweep_designs_match(bs_trial_table_design(sweeping->table),
                                                  &sweeping->plan.design, &difference) != BS_OK) {
        status = bs_error_set(error, BS_ERR_INPUT, &where,
                              "another sweep is kept there, and this one needs a folder of its "
                              "own: %s",
                              difference.message);
    }
    return status;
}

static enum bs_status open_table(struct sweeping *sweeping, struct bs_error *error)
{
    enum bs_status status = name_file(sweeping, error);

    if (status != BS_OK) {
        return status;
    }
    return access(sweeping->path, F_OK) == 0
               ? resume(sweeping, error)
               : bs_trial_table_create(sweeping->path, &sweeping->plan.design, &sweeping->table,
                                       error);
}

static void remove_temporary(const struct sweeping *sweeping)
{
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    char path[BS_PATH_MAX + 8];

    for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
        (void)snprintf(path, sizeof(path), "%s%s", sweeping->path, suffixes[i]);
        (void)unlink(path);
    }
}

/* ---- Trials and results ---- */

static void leave_team(struct sweeping *sweeping, int exit_status)
{
    bs_sweep_team_leave(sweeping->team, exit_status);
    sweeping->team = NULL;
}

static int tell_stopped(const struct sweeping *sweeping, uint64_t done)
{
    (void)fprintf(stderr, "interrupted after %" PRIu64 " trials%s\n", done,
                  sweeping->is_temporary ? ", which nobody asked to keep (--out)"
                                         : "; the same command goes on");
    return BS_EXIT_UNKNOWN;
}

static int tell_shard(const struct sweeping *sweeping)
{
    if (!sweeping->options->is_quiet) {
        (void)printf("shard %" PRIu64 " of %" PRIu64 " is in %s; all of them together: "
                     "blackstart merge DIR... --out DIR\n",
                     sweeping->shard.number, sweeping->shard.count, sweeping->options->folder);
    }
    return BS_EXIT_OK;
}

static enum bs_status show_results(const struct sweeping *sweeping, enum bs_verdict *verdict,
                                   struct bs_error *error)
{
    struct bs_sweep *sweep = NULL;
    enum bs_status status = bs_sweep_build(
        sweeping->table, (int64_t)sweeping->options->pass_percent * PPB_PER_PERCENT, &sweep, error);

    if (status == BS_OK) {
        const struct bs_sweep_output output = {
            .sweep = sweep,
            .table = sweeping->table,
            .folder = sweeping->options->folder,
            .formats = sweeping->formats,
            .is_quiet = sweeping->options->is_quiet,
        };

        *verdict = sweep->verdict;
        status = bs_sweep_output(&output, error);
    }
    bs_sweep_destroy(sweep);
    return status;
}

static enum bs_status keep_worst(const struct sweeping *sweeping, struct bs_error *error)
{
    const struct bs_sweep_keep keep = {
        .plan = &sweeping->plan,
        .table = sweeping->table,
        .scenario_path = sweeping->scenario,
        .folder = sweeping->options->folder,
        .count = (size_t)sweeping->options->kept,
    };

    return bs_sweep_keep_worst(&keep, error);
}

static size_t jobs_of(const struct sweeping *sweeping)
{
    return sweeping->options->jobs > 0 ? (size_t)sweeping->options->jobs
                                       : bs_sweep_team_jobs(sweeping->team);
}

static enum bs_detail detail_of(const struct sweeping *sweeping)
{
    return sweeping->options->detail == 1 ? BS_DETAIL_EVERY_EVENT : BS_DETAIL_SKIP;
}

static int run_trials(struct sweeping *sweeping)
{
    struct bs_sweep_run run = {
        .plan = &sweeping->plan,
        .table = sweeping->table,
        .team = sweeping->team,
        .shard = sweeping->shard,
        .jobs = jobs_of(sweeping),
        .detail = detail_of(sweeping),
        .shows_progress = !sweeping->options->is_quiet,
    };
    struct bs_error error = {0};
    enum bs_verdict verdict = BS_VERDICT_UNKNOWN;

    if (bs_sweep_run(&run, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    if (run.was_stopped) {
        return tell_stopped(sweeping, run.done);
    }
    leave_team(sweeping, BS_EXIT_OK); /* Its members need not wait for the results. */
    if (sweeping->shard.count > 1) {
        return tell_shard(sweeping);
    }
    if (show_results(sweeping, &verdict, &error) != BS_OK ||
        keep_worst(sweeping, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    return bs_verdict_exit_status(verdict);
}

/* Of the process that has the file: in a team, its leader. */
static int lead_sweep(struct sweeping *sweeping)
{
    struct bs_error error = {0};
    int exit_status;

    if (bs_sweep_team_gather(sweeping->team, &sweeping->plan, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    if (open_table(sweeping, &error) == BS_OK) {
        exit_status = run_trials(sweeping);
    } else {
        exit_status = bs_inputs_report(&error);
    }
    bs_trial_table_close(sweeping->table);
    if (sweeping->is_temporary) {
        remove_temporary(sweeping);
    }
    return exit_status;
}

/* The leader says how it went. */
static int follow_sweep(const struct sweeping *sweeping, const struct bs_error *failure)
{
    const struct bs_sweep_work work = {
        .plan = &sweeping->plan,
        .jobs = jobs_of(sweeping),
        .detail = detail_of(sweeping),
    };

    bs_sweep_team_follow(sweeping->team, &work, failure);
    return BS_EXIT_OK;
}

static enum bs_status load_sweep(struct sweeping *sweeping, struct bs_error *error)
{
    const struct bs_sweep_request request = {
        .scenario = sweeping->scenario,
        .overrides = &sweeping->options->overrides,
        .vary = &sweeping->options->vary,
        .seed = sweeping->options->seed,
        .trials = sweeping->options->trials,
        .influence = sweeping->options->influence,
    };
    const enum bs_status status = bs_sweep_plan_make(&request, &sweeping->plan, error);

    if (status == BS_OK) {
        sweeping->plan.design.shard = sweeping->options->shard;
    }
    return status;
}

/* What the words of the command line ask for; `*wants_help` if that is all. */
static enum bs_status read_words(int count, char **words, struct sweep_options *options,
                                 struct sweeping *sweeping, bool *wants_help,
                                 struct bs_error *error)
{
    struct bs_texts positional = {.count = 0};
    enum bs_status status =
        bs_options_parse(&bs_command_sweep, count, words, options, &positional, wants_help, error);

    if (status != BS_OK || *wants_help) {
        return status;
    }
    sweeping->scenario = positional.items[0];
    status = check_options(options, error);
    if (status == BS_OK) {
        status = read_shard(options->shard, &sweeping->shard, error);
    }
    return status == BS_OK
               ? bs_sweep_formats(options->formats, options->folder, &sweeping->formats, error)
               : status;
}

/* With a team: all its processes come here with the same words. */
static int sweep_in_team(struct sweeping *sweeping, struct bs_error *error)
{
    const enum bs_status status =
        error->status == BS_OK ? load_sweep(sweeping, error) : error->status;
    int exit_status;

    if (!bs_sweep_team_is_led_here(sweeping->team)) {
        exit_status = follow_sweep(sweeping, error);
    } else if (status == BS_OK) {
        exit_status = lead_sweep(sweeping);
    } else {
        exit_status = bs_inputs_report(error);
    }
    if (status == BS_OK) {
        bs_sweep_plan_clean_up(&sweeping->plan);
    }
    return exit_status;
}

static int run_sweep(int count, char **words)
{
    struct sweep_options options = {
        .trials = TRIALS_DEFAULT, .seed = 1, .pass_percent = 95, .influence = INFLUENCE_DEFAULT};
    struct sweeping sweeping = {.options = &options};
    struct bs_error error = {0};
    bool wants_help = false;
    int exit_status;

    (void)read_words(count, words, &options, &sweeping, &wants_help, &error);
    if (wants_help) {
        bs_options_print_help(&bs_command_sweep);
        return BS_EXIT_OK;
    }
    if (bs_sweep_team_join(&sweeping.team, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    exit_status = sweep_in_team(&sweeping, &error);
    leave_team(&sweeping, exit_status);
    return exit_status;
}
