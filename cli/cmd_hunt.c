/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/assert.h"
#include "cli/abort_note.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/hunt_output.h"
#include "sim/hunt/shrink.h"

enum {
    JOBS_MAX = 64,
    SHRUNK_PER_INVARIANT = 3,
    SHRINK_RUNS_MAX = 250,
};

#define SCHEDULES_DEFAULT UINT64_C(100)
#define SCHEDULES_MAX     UINT64_C(100000000)
#define NO_SCHEDULE       UINT64_MAX

struct hunt_options {
    uint64_t seed;
    uint64_t schedules;
    uint64_t only;
    uint64_t jobs;
    const char *time;
    const char *folder;
    int32_t format;
};

static int run_hunt(int count, char **words);

static const char *const format_names[] = {"text", "json", NULL};

static const struct bs_option hunt_option_table[] = {
    {"seeds", "N", BS_OPTION_NUMBER, offsetof(struct hunt_options, schedules), NULL,
     "So many schedules. Default 100."},
    {"for", "DURATION", BS_OPTION_TEXT, offsetof(struct hunt_options, time), NULL,
     "As many as can be begun in that time, such as 10m, in place of --seeds."},
    {"seed", "N", BS_OPTION_NUMBER, offsetof(struct hunt_options, seed), NULL,
     "Which schedules: the same seed draws the same ones. Default 1."},
    {"schedule", "N", BS_OPTION_NUMBER, offsetof(struct hunt_options, only), NULL,
     "Try the schedule of that number alone."},
    {"jobs", "N", BS_OPTION_NUMBER, offsetof(struct hunt_options, jobs), NULL,
     "Threads. Default: one for each processor."},
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct hunt_options, folder), NULL,
     "Write each finding, shrunken, to DIR/finding-N.yaml."},
    {"format", "NAME", BS_OPTION_CHOICE, offsetof(struct hunt_options, format), format_names,
     "text or json. Default text."},
};

const struct bs_command bs_command_hunt = {
    .name = "hunt",
    .arguments = "SCENARIO",
    .about = "Search random fault schedules for a broken invariant, and shrink what is found.",
    .details =
        "Each schedule is the scenario with faults, operators' orders, further orchestrators and "
        "changed\n"
        "values, and sometimes a crash of the orchestrator, all drawn from the seed. What the "
        "scenario\n"
        "expects is not asked of it: invariants must hold in every run. A schedule that breaks one "
        "is\n"
        "made as small as it gets, and is itself a scenario file.\n\n"
        "Exit status: 0 nothing broken, 1 something broken, 64 usage or bad input, 70 internal "
        "error.\n",
    .options = hunt_option_table,
    .option_count = sizeof(hunt_option_table) / sizeof(hunt_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_hunt,
};

/* One hunt. The workers take numbers from `next` and put what they have under `lock`. */
struct hunt {
    struct bs_hunter hunter;
    const struct hunt_options *options;
    uint64_t first;
    uint64_t count;
    struct timespec start;
    int64_t time_ns; /* INT64_MAX: no bound. */
    atomic_uint_fast64_t next;
    atomic_bool has_failed;
    pthread_mutex_t lock;
    uint64_t done;
    struct bs_hunt_totals totals;
    struct bs_hunt_finding *findings;
    size_t finding_count;
    size_t finding_capacity;
};

static int64_t elapsed_ns(const struct hunt *hunt)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)(now.tv_sec - hunt->start.tv_sec) * BS_NS_PER_S +
           (now.tv_nsec - hunt->start.tv_nsec);
}

/* ---- One schedule ---- */

static void note_schedule(const struct hunt *hunt, uint64_t number)
{
    char command[2 * BS_PATH_MAX];

    bs_hunt_reproduce(&hunt->hunter, number, command, sizeof(command));
    bs_abort_note_set(command);
}

/* First without a crash, which tells how many points there are, then with it. */
static enum bs_status try_schedule(const struct hunt *hunt, struct bs_hunt_schedule *schedule,
                                   struct bs_hunt_totals *totals, struct bs_hunt_finding *finding,
                                   struct bs_error *error)
{
    struct bs_hunt_result result;
    enum bs_status status = bs_hunt_run(&hunt->hunter, schedule, totals, &result, error);

    finding->number = schedule->number;
    if (status == BS_OK && result.invariant[0] == '\0' && schedule->crash.is_wanted) {
        bs_hunt_choose_point(schedule, result.points);
        finding->has_crash = true;
        status = bs_hunt_run(&hunt->hunter, schedule, totals, &result, error);
    }
    if (status == BS_OK) {
        (void)snprintf(finding->invariant, sizeof(finding->invariant), "%s", result.invariant);
        (void)snprintf(finding->reason, sizeof(finding->reason), "%s", result.reason);
    }
    return status;
}

/* The schedule as it broke the invariant: with its crash only if it took one. */
static enum bs_status draw_again(const struct hunt *hunt, const struct bs_hunt_finding *finding,
                                 struct bs_hunt_schedule **schedule, struct bs_error *error)
{
    struct bs_hunt_result result;
    enum bs_status status = bs_hunt_draw(&hunt->hunter.base, finding->number, schedule, error);

    if (status != BS_OK) {
        return status;
    }
    if (!finding->has_crash) {
        (*schedule)->crash.is_wanted = false;
        return BS_OK;
    }
    status = bs_hunt_run(&hunt->hunter, *schedule, NULL, &result, error);
    bs_hunt_choose_point(*schedule, result.points);
    return status;
}

/* ---- All schedules ---- */

static enum bs_status keep_finding(struct hunt *hunt, const struct bs_hunt_finding *finding,
                                   struct bs_error *error)
{
    if (hunt->finding_count == hunt->finding_capacity) {
        const size_t capacity = hunt->finding_capacity * 2 + 8;
        struct bs_hunt_finding *more = realloc(hunt->findings, capacity * sizeof(*hunt->findings));

        if (more == NULL) {
            return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
        }
        hunt->findings = more;
        hunt->finding_capacity = capacity;
    }
    hunt->findings[hunt->finding_count++] = *finding;
    return BS_OK;
}

static void show_progress(const struct hunt *hunt, bool is_end)
{
    if (isatty(STDERR_FILENO) != 1) {
        return;
    }
    (void)fprintf(stderr, "\r%" PRIu64, hunt->done);
    if (hunt->time_ns == INT64_MAX) {
        (void)fprintf(stderr, " of %" PRIu64, hunt->count);
    }
    (void)fprintf(stderr, " schedules, %zu broke an invariant%s", hunt->finding_count,
                  is_end ? "\n" : "");
}

static enum bs_status hand_in(struct hunt *hunt, const struct bs_hunt_totals *totals,
                              const struct bs_hunt_finding *finding, struct bs_error *error)
{
    enum bs_status status = BS_OK;

    (void)pthread_mutex_lock(&hunt->lock);
    bs_hunt_add(&hunt->totals, totals);
    if (finding->invariant[0] != '\0') {
        status = keep_finding(hunt, finding, error);
    }
    hunt->done++;
    show_progress(hunt, false);
    (void)pthread_mutex_unlock(&hunt->lock);
    return status;
}

static enum bs_status hunt_one(struct hunt *hunt, uint64_t number, struct bs_error *error)
{
    struct bs_hunt_schedule *schedule = NULL;
    struct bs_hunt_totals totals = {.runs = 0};
    struct bs_hunt_finding finding = {.number = number};
    enum bs_status status;

    note_schedule(hunt, number);
    status = bs_hunt_draw(&hunt->hunter.base, number, &schedule, error);
    if (status == BS_OK) {
        status = try_schedule(hunt, schedule, &totals, &finding, error);
        bs_hunt_schedule_destroy(schedule);
    }
    bs_hunt_reproduce(&hunt->hunter, number, finding.reproduce, sizeof(finding.reproduce));
    return status == BS_OK ? hand_in(hunt, &totals, &finding, error) : status;
}

static void *work(void *argument)
{
    struct hunt *hunt = argument;

    for (;;) {
        const uint64_t index = atomic_fetch_add(&hunt->next, 1);
        struct bs_error error = {0};

        if (index >= hunt->count || atomic_load(&hunt->has_failed) ||
            elapsed_ns(hunt) > hunt->time_ns) {
            return NULL;
        }
        if (hunt_one(hunt, hunt->first + index, &error) != BS_OK) {
            atomic_store(&hunt->has_failed, true);
            (void)bs_inputs_report(&error);
        }
    }
}

static bool run_workers(struct hunt *hunt)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    uint64_t jobs =
        hunt->options->jobs > 0 ? hunt->options->jobs : (uint64_t)(processors > 0 ? processors : 1);
    pthread_t threads[JOBS_MAX] = {0};
    uint64_t started = 0;

    jobs = jobs > JOBS_MAX ? JOBS_MAX : jobs;
    while (started + 1 < jobs && pthread_create(&threads[started], NULL, work, hunt) == 0) {
        started++;
    }
    (void)work(hunt);
    for (uint64_t i = 0; i < started; i++) {
        (void)pthread_join(threads[i], NULL);
    }
    show_progress(hunt, true);
    return !atomic_load(&hunt->has_failed);
}

/* ---- Making findings small ---- */

struct question {
    const struct hunt *hunt;
    const struct bs_hunt_finding *finding;
};

static bool breaks_the_same(void *self, const struct bs_hunt_schedule *schedule)
{
    const struct question *question = self;
    struct bs_hunt_result result;
    struct bs_error error = {0};

    /* What is no scenario any more breaks nothing. */
    return bs_hunt_run(&question->hunt->hunter, schedule, NULL, &result, &error) == BS_OK &&
           strcmp(result.invariant, question->finding->invariant) == 0;
}

static enum bs_status shrink_finding(const struct hunt *hunt, struct bs_hunt_finding *finding,
                                     struct bs_error *error)
{
    struct question question = {.hunt = hunt, .finding = finding};
    struct bs_hunt_shrink shrink = {
        .breaks = breaks_the_same, .self = &question, .tries_max = SHRINK_RUNS_MAX};
    struct bs_hunt_result result;
    enum bs_status status = draw_again(hunt, finding, &finding->shrunk, error);

    if (status == BS_OK) {
        note_schedule(hunt, finding->number);
        bs_hunt_shrink(&shrink, finding->shrunk);
        finding->tries = shrink.tries;
        status = bs_hunt_run(&hunt->hunter, finding->shrunk, NULL, &result, error);
    }
    if (status == BS_OK) {
        finding->has_crash = finding->shrunk->crash.is_wanted;
        (void)snprintf(finding->reason, sizeof(finding->reason), "%s", result.reason);
        (void)snprintf(finding->history_sha256, sizeof(finding->history_sha256), "%s",
                       result.history_sha256);
    }
    return status == BS_OK && hunt->options->folder != NULL
               ? bs_hunt_write_finding(&hunt->hunter, hunt->options->folder, finding, error)
               : status;
}

static int by_number(const void *a, const void *b)
{
    const struct bs_hunt_finding *one = a;
    const struct bs_hunt_finding *other = b;

    return one->number < other->number ? -1 : one->number > other->number ? 1 : 0;
}

/* The first few of each invariant; the others are likely the same again. */
static enum bs_status shrink_findings(struct hunt *hunt, struct bs_error *error)
{
    enum bs_status status = BS_OK;

    if (hunt->finding_count > 1) {
        qsort(hunt->findings, hunt->finding_count, sizeof(*hunt->findings), by_number);
    }
    for (size_t i = 0; i < hunt->finding_count && status == BS_OK; i++) {
        size_t before = 0;

        for (size_t j = 0; j < i; j++) {
            before += strcmp(hunt->findings[j].invariant, hunt->findings[i].invariant) == 0 ? 1 : 0;
        }
        if (before < SHRUNK_PER_INVARIANT) {
            status = shrink_finding(hunt, &hunt->findings[i], error);
        }
    }
    return status;
}

/* ---- The command ---- */

static int by_name(const void *a, const void *b)
{
    const struct bs_hunt_tally *one = a;
    const struct bs_hunt_tally *other = b;

    return strcmp(one->name, other->name);
}

static int judge_hunt(struct hunt *hunt)
{
    const struct bs_hunt_summary summary = {
        .hunter = &hunt->hunter,
        .schedules = hunt->done,
        .totals = &hunt->totals,
        .findings = hunt->findings,
        .finding_count = hunt->finding_count,
    };

    /* Whichever thread came to one first must not show. */
    qsort(hunt->totals.states, hunt->totals.state_count, sizeof(hunt->totals.states[0]), by_name);
    if (hunt->options->format == 1) {
        bs_hunt_print_json(&summary);
    } else {
        bs_hunt_print_text(&summary);
    }
    if (hunt->finding_count == 0) {
        return BS_EXIT_OK;
    }
    (void)fflush(stdout); /* The command is the last line, wherever both go. */
    (void)fprintf(stderr, "%s\n", hunt->findings[0].reproduce);
    return BS_EXIT_MISSED;
}

static int hunt_all(struct hunt *hunt)
{
    struct bs_error error = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &hunt->start);
    bs_abort_note_install();
    if (!run_workers(hunt)) {
        return BS_EXIT_INTERNAL;
    }
    if (isatty(STDERR_FILENO) == 1) {
        (void)fprintf(stderr, "%.1f s\n", (double)elapsed_ns(hunt) / 1e9);
    }
    return shrink_findings(hunt, &error) == BS_OK ? judge_hunt(hunt) : bs_inputs_report(&error);
}

static void clean_up(struct hunt *hunt)
{
    for (size_t i = 0; i < hunt->finding_count; i++) {
        bs_hunt_schedule_destroy(hunt->findings[i].shrunk);
    }
    free(hunt->findings);
    (void)pthread_mutex_destroy(&hunt->lock);
}

static enum bs_status read_time(const struct hunt_options *options, struct hunt *hunt,
                                struct bs_error *error)
{
    struct bs_duration time;

    hunt->time_ns = INT64_MAX;
    if (options->time == NULL) {
        return BS_OK;
    }
    if (!bs_duration_parse(options->time, strlen(options->time), &time) || time.ns <= 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--for must be a duration, such as 90s or 10m; found '%s'",
                            options->time);
    }
    hunt->time_ns = time.ns;
    return BS_OK;
}

static enum bs_status read_options(const struct hunt_options *options, struct hunt *hunt,
                                   struct bs_error *error)
{
    const bool has_only = options->only != NO_SCHEDULE;
    const bool has_count = options->schedules != NO_SCHEDULE;
    uint64_t without_count = options->time != NULL ? SCHEDULES_MAX : SCHEDULES_DEFAULT;

    if ((has_only ? 1 : 0) + (has_count ? 1 : 0) + (options->time != NULL ? 1 : 0) > 1) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--seeds, --for and --schedule exclude each other");
    }
    if (has_count && (options->schedules == 0 || options->schedules > SCHEDULES_MAX)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--seeds must be from 1 to %" PRIu64,
                            SCHEDULES_MAX);
    }
    without_count = has_only ? 1 : without_count;
    hunt->first = has_only ? options->only : 0;
    hunt->count = has_count ? options->schedules : without_count;
    return read_time(options, hunt, error);
}

static int hunt_scenario(const char *path, const struct hunt_options *options, struct hunt *hunt)
{
    const struct bs_texts none = {.count = 0};
    const char *slash = strrchr(path, '/');
    struct bs_inputs inputs = {.scenario = NULL};
    struct bs_error error = {0};
    enum bs_status status = bs_inputs_load(path, &none, &inputs, &error);
    int exit_status;

    if (status != BS_OK) {
        return bs_inputs_report(&error);
    }
    hunt->hunter = (struct bs_hunter){
        .base = {.scenario = inputs.scenario,
                 .plan = inputs.plan != NULL ? bs_loaded_plan_get(inputs.plan) : NULL,
                 .extends = slash != NULL ? slash + 1 : path,
                 .seed = options->seed},
        .path = path,
    };
    exit_status = hunt_all(hunt);
    clean_up(hunt);
    bs_inputs_clean_up(&inputs);
    return exit_status;
}

static int run_hunt(int count, char **words)
{
    struct hunt_options options = {.seed = 1, .schedules = NO_SCHEDULE, .only = NO_SCHEDULE};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    bool wants_help = false;
    struct hunt hunt = {.options = &options, .lock = PTHREAD_MUTEX_INITIALIZER};
    enum bs_status status = bs_options_parse(&bs_command_hunt, count, words, &options, &positional,
                                             &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_hunt);
        return BS_EXIT_OK;
    }
    if (status == BS_OK) {
        status = read_options(&options, &hunt, &error);
    }
    return status == BS_OK ? hunt_scenario(positional.items[0], &options, &hunt)
                           : bs_inputs_report(&error);
}
