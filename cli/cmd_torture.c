/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "orchestrator/core/plan.h"
#include "reports/report.h"
#include "reports/text_card.h"
#include "sim/trial/trial.h"

enum {
    JOBS_MAX = 64,
    REASON_MAX = 160,
    CARD_BYTES_MAX = 64 * 1024 * 1024,
};

/* The points at least: each is one run. */
#define POINTS_MAX UINT64_C(10000000)

struct torture_options {
    uint64_t seed;
    uint64_t every;
    uint64_t jobs;
    uint64_t point;
    uint64_t downtime_s;
    bool second;
    int32_t format;
    struct bs_texts overrides;
};

static int run_torture(int count, char **words);

static const char *const format_names[] = {"text", "json", NULL};

static const struct bs_option torture_option_table[] = {
    {"seed", "N", BS_OPTION_NUMBER, offsetof(struct torture_options, seed), NULL,
     "As for run. Default 1."},
    {"set", "PATH=VALUE", BS_OPTION_LIST, offsetof(struct torture_options, overrides), NULL,
     "As for run."},
    {"every", "N", BS_OPTION_NUMBER, offsetof(struct torture_options, every), NULL,
     "Try only each N-th point. Default 1: all."},
    {"point", "N", BS_OPTION_NUMBER, offsetof(struct torture_options, point), NULL,
     "Try this point alone and print its report card."},
    {"downtime", "SECONDS", BS_OPTION_NUMBER, offsetof(struct torture_options, downtime_s), NULL,
     "How long it stays down. Default 20."},
    {"second-orchestrator", NULL, BS_OPTION_FLAG, offsetof(struct torture_options, second), NULL,
     "Start another orchestrator, which knows nothing, where the first dies."},
    {"jobs", "N", BS_OPTION_NUMBER, offsetof(struct torture_options, jobs), NULL,
     "Threads. Default: one for each processor."},
    {"format", "NAME", BS_OPTION_CHOICE, offsetof(struct torture_options, format), format_names,
     "text or json. Default text."},
};

const struct bs_command bs_command_torture = {
    .name = "torture",
    .arguments = "SCENARIO",
    .about = "Crash the orchestrator at every point of a run, restart it, and judge the outcome.",
    .details = "A point lies before and after each append to the journal, after each call sent and "
               "before each\n"
               "answer. For each, the scenario is run again, the orchestrator killed there and "
               "started anew with\n"
               "nothing but its journal. The outcome is `resumed` (the workflow ended, or none was "
               "called for),\n"
               "`safe stop` (it stands still, with a reason), or `violated` (an invariant or "
               "expectation broke).\n\n"
               "Exit status: 0 nothing violated, 1 something violated, 64 usage or bad input, 70 "
               "internal error.\n",
    .options = torture_option_table,
    .option_count = sizeof(torture_option_table) / sizeof(torture_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_torture,
};

enum fate {
    FATE_RESUMED,
    FATE_SAFE_STOP,
    FATE_VIOLATED,
    FATE_COUNT,
};

static const char *const fate_names[FATE_COUNT] = {"resumed", "safe_stop", "violated"};

struct tried {
    uint64_t number;
    struct bs_crash_point point;
    enum fate fate;
    char reason[REASON_MAX];
};

/* One campaign; `tried` is filled by the workers, each slot by one of them. */
struct campaign {
    const char *path;
    const struct torture_options *options;
    const struct bs_inputs *inputs;
    uint64_t points;
    struct tried *tried;
    uint64_t count;
    atomic_uint_fast64_t next;
    atomic_uint_fast64_t done;
    atomic_bool has_failed;
};

/* ---- One point ---- */

static bool is_end(const char *state)
{
    static const char *const ends[] = {"completed", "completed_with_exceptions", "rolled_back"};

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (strcmp(state, ends[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* What stands still with a reason, or gave up with one, waits for people: it need not have recovered. */
static bool is_stop(const char *state)
{
    return state != NULL && !is_end(state) && strcmp(state, "in_progress") != 0 &&
           strcmp(state, "pending") != 0;
}

/* The last state of the execution, or NULL if there was none. */
static const char *last_state(const struct bs_history *history)
{
    for (size_t i = bs_history_count(history); i > 0; i--) {
        const struct bs_record *record = bs_history_get(history, i - 1);

        if (record->kind == BS_RECORD_EXECUTION) {
            return bs_record_text(record, "state");
        }
    }
    return NULL;
}

/* What the author expects of a run in which nobody dies, and need not hold where somebody does. */
static bool is_excused(const char *invariant, const char *state,
                       const struct bs_crash_request *crash)
{
    static const char *const counts[] = {"expect_failovers", "expect_executions",
                                         "expect_approvals"};

    /* Another orchestrator decides, executes and asks once more: it knows of nothing. */
    for (size_t i = 0; crash->starts_another && i < sizeof(counts) / sizeof(counts[0]); i++) {
        if (strcmp(counts[i], invariant) == 0) {
            return true;
        }
    }
    return is_stop(state) && strncmp(invariant, "expect_", 7) == 0;
}

static void judge(const struct bs_history *history, const struct bs_report *report,
                  bool must_resume, const struct bs_crash_request *crash, struct tried *tried)
{
    const char *state = last_state(history);

    tried->point = crash->point;
    for (size_t i = 0; i < report->invariants.count; i++) {
        const struct bs_invariant *invariant = &report->invariants.items[i];

        if (invariant->outcome == BS_OUTCOME_FAIL && !is_excused(invariant->name, state, crash)) {
            tried->fate = FATE_VIOLATED;
            (void)snprintf(tried->reason, REASON_MAX, "%s: %s", invariant->name, invariant->reason);
            return;
        }
    }
    if (must_resume && !crash->has_resumed) {
        tried->fate = FATE_VIOLATED;
        (void)snprintf(tried->reason, REASON_MAX, "the journal was not accepted: %.120s",
                       crash->refusal.message);
    } else if (state == NULL || is_end(state)) {
        tried->fate = FATE_RESUMED;
    } else {
        tried->fate = FATE_SAFE_STOP;
        (void)snprintf(tried->reason, REASON_MAX, "%s", state);
    }
}

static struct bs_trial_options trial_of(const struct campaign *campaign,
                                        struct bs_crash_request *crash)
{
    return (struct bs_trial_options){
        .scenario = campaign->inputs->scenario,
        .plan = campaign->inputs->plan,
        .seed = campaign->options->seed,
        .detail = BS_DETAIL_SKIP,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .crash = crash,
    };
}

static enum bs_status try_point(const struct campaign *campaign, struct tried *tried,
                                struct bs_buffer *card, struct bs_error *error)
{
    struct bs_crash_request crash = {
        .at_point = tried->number,
        .downtime = BS_SECONDS(campaign->options->downtime_s),
        .starts_another = campaign->options->second,
    };
    const struct bs_trial_options options = trial_of(campaign, &crash);
    struct bs_report_inputs inputs = {.scenario_file = campaign->path, .backend = "sim"};
    struct bs_history *history = NULL;
    struct bs_report *report = NULL;
    enum bs_status status = bs_trial_run(&options, &history, NULL, error);

    if (status == BS_OK && !crash.has_crashed) {
        status = bs_error_set(error, BS_ERR_INPUT, NULL,
                              "--point must be from 1 to %" PRIu64 ", the run's last point",
                              crash.points);
    }
    if (status == BS_OK) {
        inputs.history = history;
        status = bs_report_build(&inputs, &report, error);
    }
    if (status == BS_OK) {
        const int64_t restart_ns = crash.point.at.ns + crash.downtime.ns;

        judge(history, report, restart_ns <= campaign->inputs->scenario->duration.ns, &crash,
              tried);
        if (card != NULL) {
            bs_report_text(report, &(struct bs_text_card_options){.colour = false}, card);
        }
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
    return status;
}

/* ---- All points ---- */

static void show_progress(struct campaign *campaign)
{
    const uint64_t done = atomic_fetch_add(&campaign->done, 1) + 1;
    const uint64_t step = campaign->count / 100 + 1;

    if (isatty(STDERR_FILENO) == 1 && (done % step == 0 || done == campaign->count)) {
        (void)fprintf(stderr, "\r%" PRIu64 " of %" PRIu64 " points%s", done, campaign->count,
                      done == campaign->count ? "\n" : "");
    }
}

static void *work(void *argument)
{
    struct campaign *campaign = argument;

    for (;;) {
        const uint64_t index = atomic_fetch_add(&campaign->next, 1);
        struct bs_error error = {0};

        if (index >= campaign->count || atomic_load(&campaign->has_failed)) {
            return NULL;
        }
        if (try_point(campaign, &campaign->tried[index], NULL, &error) != BS_OK) {
            atomic_store(&campaign->has_failed, true);
            (void)bs_inputs_report(&error);
        }
        show_progress(campaign);
    }
}

static bool run_workers(struct campaign *campaign)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    uint64_t jobs = campaign->options->jobs > 0 ? campaign->options->jobs
                                                : (uint64_t)(processors > 0 ? processors : 1);
    pthread_t threads[JOBS_MAX] = {0};
    uint64_t started = 0;

    jobs = jobs > JOBS_MAX ? JOBS_MAX : jobs;
    while (started + 1 < jobs && pthread_create(&threads[started], NULL, work, campaign) == 0) {
        started++;
    }
    (void)work(campaign);
    for (uint64_t i = 0; i < started; i++) {
        (void)pthread_join(threads[i], NULL);
    }
    return !atomic_load(&campaign->has_failed);
}

/* Runs once without a crash: how many points there are. */
static enum bs_status count_points(struct campaign *campaign, struct bs_error *error)
{
    struct bs_crash_request crash = {.at_point = 0};
    const struct bs_trial_options options = trial_of(campaign, &crash);
    struct bs_history *history = NULL;
    enum bs_status status = bs_trial_run(&options, &history, NULL, error);

    bs_history_destroy(history);
    campaign->points = crash.points;
    if (status == BS_OK && crash.points > POINTS_MAX) {
        status = bs_error_set(error, BS_ERR_LIMIT, NULL,
                              "%" PRIu64 " points are too many; shorten 'duration'", crash.points);
    }
    return status;
}

static enum bs_status plan_campaign(struct campaign *campaign, struct bs_error *error)
{
    enum bs_status status = count_points(campaign, error);

    if (status != BS_OK) {
        return status;
    }
    campaign->count = (campaign->points + campaign->options->every - 1) / campaign->options->every;
    campaign->tried = calloc(campaign->count + 1, sizeof(*campaign->tried));
    if (campaign->tried == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    for (uint64_t i = 0; i < campaign->count; i++) {
        campaign->tried[i].number = 1 + i * campaign->options->every;
    }
    return BS_OK;
}

/* ---- What came of it ---- */

static const char *step_name(const struct campaign *campaign, uint32_t step)
{
    return step == BS_CRASH_STEP_WATCHING
               ? "(watching)"
               : bs_loaded_plan_get(campaign->inputs->plan)->steps[step].id;
}

struct cell {
    uint64_t fates[FATE_COUNT];
};

static struct cell count_cell(const struct campaign *campaign, uint32_t step,
                              enum bs_crash_moment moment)
{
    struct cell cell = {{0}};

    for (uint64_t i = 0; i < campaign->count; i++) {
        const struct tried *tried = &campaign->tried[i];

        if (tried->point.step == step && tried->point.moment == moment) {
            cell.fates[tried->fate]++;
        }
    }
    return cell;
}

static uint64_t cell_total(const struct cell *cell)
{
    return cell->fates[FATE_RESUMED] + cell->fates[FATE_SAFE_STOP] + cell->fates[FATE_VIOLATED];
}

static uint64_t count_fate(const struct campaign *campaign, enum fate fate)
{
    uint64_t count = 0;

    for (uint64_t i = 0; i < campaign->count; i++) {
        count += campaign->tried[i].fate == fate ? 1 : 0;
    }
    return count;
}

/* Row 0 is watching, then the plan's steps. */
static uint32_t row_step(uint32_t row)
{
    return row == 0 ? BS_CRASH_STEP_WATCHING : row - 1;
}

static void print_matrix(const struct campaign *campaign)
{
    const uint32_t rows = bs_loaded_plan_get(campaign->inputs->plan)->step_count + 1;

    (void)printf("resumed / safe stop / violated\n%-20s", "step");
    for (int moment = 0; moment < BS_CRASH_MOMENT_COUNT; moment++) {
        (void)printf(" %16s", bs_crash_moment_name((enum bs_crash_moment)moment));
    }
    (void)printf("\n");
    for (uint32_t row = 0; row < rows; row++) {
        uint64_t total = 0;
        char line[256];
        int length = snprintf(line, sizeof(line), "%-20s", step_name(campaign, row_step(row)));

        for (int moment = 0; moment < BS_CRASH_MOMENT_COUNT && length < (int)sizeof(line);
             moment++) {
            const struct cell cell =
                count_cell(campaign, row_step(row), (enum bs_crash_moment)moment);
            char text[64] = "-";

            if (cell_total(&cell) > 0) {
                (void)snprintf(text, sizeof(text), "%" PRIu64 " / %" PRIu64 " / %" PRIu64,
                               cell.fates[FATE_RESUMED], cell.fates[FATE_SAFE_STOP],
                               cell.fates[FATE_VIOLATED]);
            }
            total += cell_total(&cell);
            length += snprintf(line + length, sizeof(line) - (size_t)length, " %16s", text);
        }
        if (total > 0) {
            (void)printf("%s\n", line);
        }
    }
}

static void print_violations(const struct campaign *campaign)
{
    uint64_t shown = 0;

    for (uint64_t i = 0; i < campaign->count; i++) {
        const struct tried *tried = &campaign->tried[i];

        if (tried->fate == FATE_VIOLATED && shown++ < 20) {
            (void)printf("violated at point %" PRIu64 ", %s, %s: %s\n", tried->number,
                         step_name(campaign, tried->point.step),
                         bs_crash_moment_name(tried->point.moment), tried->reason);
        }
    }
}

static void print_text(const struct campaign *campaign)
{
    (void)printf("torture of %s, seed %" PRIu64 ": %" PRIu64 " points, %" PRIu64 " tried\n\n",
                 campaign->path, campaign->options->seed, campaign->points, campaign->count);
    print_matrix(campaign);
    (void)printf("\n%" PRIu64 " resumed, %" PRIu64 " stopped safely, %" PRIu64 " violated\n",
                 count_fate(campaign, FATE_RESUMED), count_fate(campaign, FATE_SAFE_STOP),
                 count_fate(campaign, FATE_VIOLATED));
    print_violations(campaign);
}

static void write_cell(const struct campaign *campaign, uint32_t step, enum bs_crash_moment moment,
                       struct bs_json_writer *writer)
{
    const struct cell cell = count_cell(campaign, step, moment);

    if (cell_total(&cell) == 0) {
        return;
    }
    bs_json_begin_object(writer);
    bs_json_key(writer, "step");
    bs_json_text(writer, step == BS_CRASH_STEP_WATCHING ? NULL : step_name(campaign, step));
    bs_json_key(writer, "moment");
    bs_json_text(writer, bs_crash_moment_name(moment));
    for (size_t fate = 0; fate < FATE_COUNT; fate++) {
        bs_json_key(writer, fate_names[fate]);
        bs_json_integer(writer, (int64_t)cell.fates[fate]);
    }
    bs_json_end_object(writer);
}

static void write_violations(const struct campaign *campaign, struct bs_json_writer *writer)
{
    bs_json_key(writer, "violations");
    bs_json_begin_array(writer);
    for (uint64_t i = 0; i < campaign->count; i++) {
        const struct tried *tried = &campaign->tried[i];

        if (tried->fate != FATE_VIOLATED) {
            continue;
        }
        bs_json_begin_object(writer);
        bs_json_key(writer, "point");
        bs_json_integer(writer, (int64_t)tried->number);
        bs_json_key(writer, "reason");
        bs_json_text(writer, tried->reason);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void print_json(const struct campaign *campaign)
{
    struct bs_buffer buffer;
    struct bs_json_writer writer = {.buffer = &buffer, .indent = 2};
    const uint32_t rows = bs_loaded_plan_get(campaign->inputs->plan)->step_count + 1;

    bs_buffer_init(&buffer, CARD_BYTES_MAX);
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "schema");
    bs_json_text(&writer, "blackstart.torture/1");
    bs_json_key(&writer, "points");
    bs_json_integer(&writer, (int64_t)campaign->points);
    bs_json_key(&writer, "tried");
    bs_json_integer(&writer, (int64_t)campaign->count);
    for (size_t fate = 0; fate < FATE_COUNT; fate++) {
        bs_json_key(&writer, fate_names[fate]);
        bs_json_integer(&writer, (int64_t)count_fate(campaign, (enum fate)fate));
    }
    bs_json_key(&writer, "matrix");
    bs_json_begin_array(&writer);
    for (uint32_t row = 0; row < rows; row++) {
        for (int moment = 0; moment < BS_CRASH_MOMENT_COUNT; moment++) {
            write_cell(campaign, row_step(row), (enum bs_crash_moment)moment, &writer);
        }
    }
    bs_json_end_array(&writer);
    write_violations(campaign, &writer);
    bs_json_end_object(&writer);
    (void)printf("%s\n", buffer.bytes != NULL ? buffer.bytes : "");
    bs_buffer_clean_up(&buffer);
}

/* ---- The command ---- */

static void print_reproduce(const struct campaign *campaign, uint64_t point)
{
    (void)fprintf(stderr,
                  "blackstart torture %s --seed %" PRIu64 " --downtime %" PRIu64
                  "%s --point %" PRIu64 "\n",
                  campaign->path, campaign->options->seed, campaign->options->downtime_s,
                  campaign->options->second ? " --second-orchestrator" : "", point);
}

static int torture_all(struct campaign *campaign)
{
    struct bs_error error = {0};

    if (plan_campaign(campaign, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    if (!run_workers(campaign)) {
        return BS_EXIT_INTERNAL;
    }
    if (campaign->options->format == 1) {
        print_json(campaign);
    } else {
        print_text(campaign);
    }
    for (uint64_t i = 0; i < campaign->count; i++) {
        if (campaign->tried[i].fate == FATE_VIOLATED) {
            print_reproduce(campaign, campaign->tried[i].number);
            return BS_EXIT_MISSED;
        }
    }
    return BS_EXIT_OK;
}

static int torture_one(const struct campaign *campaign)
{
    struct tried tried = {.number = campaign->options->point};
    struct bs_error error = {0};
    struct bs_buffer card;

    bs_buffer_init(&card, CARD_BYTES_MAX);
    if (try_point(campaign, &tried, &card, &error) != BS_OK) {
        bs_buffer_clean_up(&card);
        return bs_inputs_report(&error);
    }
    (void)printf("%s\npoint %" PRIu64 ": crashed %s, %s: %s%s%s\n", card.bytes, tried.number,
                 bs_crash_moment_name(tried.point.moment), step_name(campaign, tried.point.step),
                 fate_names[tried.fate], tried.reason[0] != '\0' ? ", " : "", tried.reason);
    bs_buffer_clean_up(&card);
    return tried.fate == FATE_VIOLATED ? BS_EXIT_MISSED : BS_EXIT_OK;
}

static enum bs_status check_options(const struct torture_options *options,
                                    const struct bs_inputs *inputs, const char *path,
                                    struct bs_error *error)
{
    if (options->every == 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--every must be at least 1");
    }
    if (options->downtime_s == 0 || options->downtime_s > 86400) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--downtime must be from 1 to 86400 seconds");
    }
    if (inputs->plan == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "%s names no plan: there is no orchestrator to crash", path);
    }
    return BS_OK;
}

static int run_torture(int count, char **words)
{
    struct torture_options options = {.seed = 1, .every = 1, .downtime_s = 20};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    struct bs_inputs inputs = {.scenario = NULL};
    bool wants_help = false;
    enum bs_status status = bs_options_parse(&bs_command_torture, count, words, &options,
                                             &positional, &wants_help, &error);
    struct campaign campaign = {.options = &options, .inputs = &inputs};
    int exit_status;

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_torture);
        return BS_EXIT_OK;
    }
    if (status == BS_OK) {
        status = bs_inputs_load(positional.items[0], &options.overrides, &inputs, &error);
    }
    if (status == BS_OK) {
        status = check_options(&options, &inputs, positional.items[0], &error);
    }
    if (status != BS_OK) {
        bs_inputs_clean_up(&inputs);
        return bs_inputs_report(&error);
    }
    campaign.path = positional.items[0];
    exit_status = options.point > 0 ? torture_one(&campaign) : torture_all(&campaign);
    free(campaign.tried);
    bs_inputs_clean_up(&inputs);
    return exit_status;
}
