/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>

#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/torture_run.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/plan/plan_load.h"

enum { CARD_BYTES_MAX = 64 * 1024 * 1024, VIOLATIONS_SHOWN = 20 };

struct torture_options {
    uint64_t seed;
    uint64_t every;
    uint64_t jobs;
    uint64_t point;
    const char *folder;
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
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct torture_options, folder), NULL,
     "With --point: write its cards, history and inputs there."},
    {"downtime", "SECONDS", BS_OPTION_NUMBER, offsetof(struct torture_options, downtime_s), NULL,
     "How long it stays down. Default 20."},
    {"second-orchestrator", NULL, BS_OPTION_FLAG, offsetof(struct torture_options, second), NULL,
     "Start another orchestrator, which knows nothing, where the first dies."},
    {"jobs", "N", BS_OPTION_NUMBER, offsetof(struct torture_options, jobs), NULL,
     "Processes at once. Default: one for each processor."},
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

/* One campaign. */
struct campaign {
    const char *path;
    const struct torture_options *options;
    const struct bs_inputs *inputs;
    struct bs_torture torture;
};

/* ---- What came of it ---- */

static const char *step_name(const struct campaign *campaign, uint32_t step)
{
    return step == BS_CRASH_STEP_WATCHING
               ? "(watching)"
               : bs_loaded_plan_get(campaign->inputs->plan)->steps[step].id;
}

struct cell {
    uint64_t fates[BS_TORTURE_FATE_COUNT];
};

static struct cell count_cell(const struct campaign *campaign, uint32_t step,
                              enum bs_crash_moment moment)
{
    struct cell cell = {{0}};

    for (uint64_t i = 0; i < campaign->torture.count; i++) {
        const struct bs_torture_try *try = &campaign->torture.tries[i];

        if (try->point.step == step && try->point.moment == moment) {
            cell.fates[try->fate]++;
        }
    }
    return cell;
}

static uint64_t cell_total(const struct cell *cell)
{
    return cell->fates[BS_TORTURE_RESUMED] + cell->fates[BS_TORTURE_SAFE_STOP] +
           cell->fates[BS_TORTURE_VIOLATED];
}

static uint64_t count_fate(const struct campaign *campaign, enum bs_torture_fate fate)
{
    uint64_t count = 0;

    for (uint64_t i = 0; i < campaign->torture.count; i++) {
        count += campaign->torture.tries[i].fate == fate ? 1 : 0;
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
                               cell.fates[BS_TORTURE_RESUMED], cell.fates[BS_TORTURE_SAFE_STOP],
                               cell.fates[BS_TORTURE_VIOLATED]);
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

    for (uint64_t i = 0; i < campaign->torture.count; i++) {
        const struct bs_torture_try *try = &campaign->torture.tries[i];

        if (try->fate == BS_TORTURE_VIOLATED && shown++ < VIOLATIONS_SHOWN) {
            (void)printf("violated at point %" PRIu64 ", %s, %s: %s\n", try->number,
                         step_name(campaign, try->point.step),
                         bs_crash_moment_name(try->point.moment), try->reason);
        }
    }
}

static void print_text(const struct campaign *campaign)
{
    (void)printf("torture of %s, seed %" PRIu64 ": %" PRIu64 " points, %" PRIu64
                 " tried in %" PRIu64 " runs\n\n",
                 campaign->path, campaign->options->seed, campaign->torture.points,
                 campaign->torture.count, campaign->torture.runs);
    print_matrix(campaign);
    (void)printf("\n%" PRIu64 " resumed, %" PRIu64 " stopped safely, %" PRIu64 " violated\n",
                 count_fate(campaign, BS_TORTURE_RESUMED),
                 count_fate(campaign, BS_TORTURE_SAFE_STOP),
                 count_fate(campaign, BS_TORTURE_VIOLATED));
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
    for (size_t fate = 0; fate < BS_TORTURE_FATE_COUNT; fate++) {
        bs_json_key(writer, bs_torture_fate_name((enum bs_torture_fate)fate));
        bs_json_integer(writer, (int64_t)cell.fates[fate]);
    }
    bs_json_end_object(writer);
}

static void write_violations(const struct campaign *campaign, struct bs_json_writer *writer)
{
    bs_json_key(writer, "violations");
    bs_json_begin_array(writer);
    for (uint64_t i = 0; i < campaign->torture.count; i++) {
        const struct bs_torture_try *try = &campaign->torture.tries[i];

        if (try->fate != BS_TORTURE_VIOLATED) {
            continue;
        }
        bs_json_begin_object(writer);
        bs_json_key(writer, "point");
        bs_json_integer(writer, (int64_t)try->number);
        bs_json_key(writer, "reason");
        bs_json_text(writer, try->reason);
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
    bs_json_integer(&writer, (int64_t)campaign->torture.points);
    bs_json_key(&writer, "tried");
    bs_json_integer(&writer, (int64_t)campaign->torture.count);
    bs_json_key(&writer, "runs");
    bs_json_integer(&writer, (int64_t)campaign->torture.runs);
    for (size_t fate = 0; fate < BS_TORTURE_FATE_COUNT; fate++) {
        bs_json_key(&writer, bs_torture_fate_name((enum bs_torture_fate)fate));
        bs_json_integer(&writer, (int64_t)count_fate(campaign, (enum bs_torture_fate)fate));
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

static struct bs_torture_options run_options(const struct campaign *campaign)
{
    return (struct bs_torture_options){
        .inputs = campaign->inputs,
        .seed = campaign->options->seed,
        .every = campaign->options->every,
        .jobs = campaign->options->jobs,
        .downtime = BS_SECONDS(campaign->options->downtime_s),
        .starts_another = campaign->options->second,
        .shows_progress = true,
        .folder = campaign->options->folder,
    };
}

static int torture_all(struct campaign *campaign)
{
    const struct bs_torture_options options = run_options(campaign);
    struct bs_error error = {0};

    if (bs_torture_run(&options, &campaign->torture, &error) != BS_OK) {
        return bs_inputs_report(&error);
    }
    if (campaign->options->format == 1) {
        print_json(campaign);
    } else {
        print_text(campaign);
    }
    for (uint64_t i = 0; i < campaign->torture.count; i++) {
        if (campaign->torture.tries[i].fate == BS_TORTURE_VIOLATED) {
            print_reproduce(campaign, campaign->torture.tries[i].number);
            return BS_EXIT_MISSED;
        }
    }
    return BS_EXIT_OK;
}

static int torture_one(const struct campaign *campaign)
{
    const struct bs_torture_options options = run_options(campaign);
    struct bs_torture_try try = {.number = campaign->options->point};
    struct bs_error error = {0};
    struct bs_buffer card;

    bs_buffer_init(&card, CARD_BYTES_MAX);
    if (bs_torture_try_one(&options, campaign->path, &try, &card, &error) != BS_OK) {
        bs_buffer_clean_up(&card);
        return bs_inputs_report(&error);
    }
    (void)printf("%s\npoint %" PRIu64 ": crashed %s, %s: %s%s%s\n", card.bytes, try.number,
                 bs_crash_moment_name(try.point.moment), step_name(campaign, try.point.step),
                 bs_torture_fate_name(try.fate), try.reason[0] != '\0' ? ", " : "", try.reason);
    bs_buffer_clean_up(&card);
    return try.fate == BS_TORTURE_VIOLATED ? BS_EXIT_MISSED : BS_EXIT_OK;
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
    if (options->folder != NULL && options->point == 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--out is for one point: give --point");
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
    if (status == BS_OK && options.folder != NULL) {
        status = bs_output_make_folder(options.folder, &error);
    }
    if (status != BS_OK) {
        bs_inputs_clean_up(&inputs);
        return bs_inputs_report(&error);
    }
    campaign.path = positional.items[0];
    exit_status = options.point > 0 ? torture_one(&campaign) : torture_all(&campaign);
    bs_torture_clean_up(&campaign.torture);
    bs_inputs_clean_up(&inputs);
    return exit_status;
}
