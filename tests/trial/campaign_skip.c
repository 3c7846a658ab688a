/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * What many trials are made cheap with changes nothing: each trial is run with every request, probe and
 * refresh as an event, in memory of its own, and judged in full; and again as a sweep runs it, with
 * stretches counted in closed form, in a workspace, for its figures only. Histories, cards (all fields
 * of report.json) and what a sweep keeps must be the same.
 *
 * usage: campaign_skip [--seeds N] [--from SEED] SCENARIO...
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "cli/inputs.h"
#include "reports/json_card.h"
#include "reports/sweep/outcome.h"
#include "sim/trial/trial.h"

enum { USUAL_SEEDS = 100, CARD_BYTES_MAX = 64 * 1024 * 1024, COLUMNS_BYTES_MAX = 1024 * 1024 };

/* What one way to run a trial comes to. */
struct outcome {
    char history_sha256[65];
    struct bs_buffer card;
    int64_t values[BS_COLUMNS_MAX];
};

struct campaign {
    const char *path;
    struct bs_inputs inputs;
    struct bs_trial_workspace *workspace;
    struct bs_arena arena; /* Holds the columns. */
    struct bs_columns columns;
    double cpu_s[2]; /* By enum bs_detail. */
    uint64_t differ;
};

static void fail(const struct bs_error *error)
{
    char text[BS_ERROR_MESSAGE_MAX + BS_ERROR_FILE_MAX + 64];

    bs_error_format(error, text, sizeof(text));
    (void)fprintf(stderr, "campaign_skip: %s\n", text);
    exit(EXIT_FAILURE);
}

static double cpu_s(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static struct bs_report *judge(const struct bs_history *history, bool figures_only)
{
    const struct bs_report_inputs inputs = {
        .history = history, .backend = "sim", .figures_only = figures_only};
    struct bs_error error = {0};
    struct bs_report *report = NULL;

    if (bs_report_build(&inputs, &report, &error) != BS_OK) {
        fail(&error);
    }
    return report;
}

static struct bs_history *run(struct campaign *campaign, uint64_t seed, enum bs_detail detail)
{
    const struct bs_trial_options options = {
        .scenario = campaign->inputs.scenario,
        .plan = campaign->inputs.plan,
        .seed = seed,
        .detail = detail,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .workspace = detail == BS_DETAIL_SKIP ? campaign->workspace : NULL,
    };
    const double start_s = cpu_s();
    struct bs_error error = {0};
    struct bs_history *history = NULL;

    if (bs_trial_run(&options, &history, NULL, &error) != BS_OK) {
        fail(&error);
    }
    campaign->cpu_s[detail] += cpu_s() - start_s;
    return history;
}

/* Figures are taken of a report in full where nothing is skipped, of the sweep's kind where it is. */
static void take(struct campaign *campaign, const struct bs_history *history, enum bs_detail detail,
                 struct outcome *outcome)
{
    struct bs_report *report = judge(history, false);
    struct bs_report *figures = judge(history, detail == BS_DETAIL_SKIP);

    if (campaign->columns.items == NULL) {
        struct bs_error error = {0};

        if (bs_columns_make(history, report, &campaign->arena, &campaign->columns, &error) !=
            BS_OK) {
            fail(&error);
        }
    }
    bs_outcome_take(&campaign->columns, figures, outcome->values);
    bs_buffer_init(&outcome->card, CARD_BYTES_MAX);
    bs_report_json(report, 1, &outcome->card);
    bs_history_sha256(history, outcome->history_sha256);
    bs_report_destroy(figures);
    bs_report_destroy(report);
}

static const char *first_difference(const struct campaign *campaign, const struct outcome *a,
                                    const struct outcome *b)
{
    if (strcmp(a->history_sha256, b->history_sha256) != 0) {
        return "histories";
    }
    if (a->card.failed || b->card.failed || a->card.length != b->card.length ||
        memcmp(a->card.bytes, b->card.bytes, a->card.length) != 0) {
        return "cards";
    }
    for (size_t i = 0; i < campaign->columns.count; i++) {
        if (a->values[i] != b->values[i]) {
            return campaign->columns.items[i].name;
        }
    }
    return NULL;
}

static void try_seed(struct campaign *campaign, uint64_t seed)
{
    static struct outcome every;
    static struct outcome skipped;
    struct bs_history *history = run(campaign, seed, BS_DETAIL_EVERY_EVENT);
    const char *difference;

    take(campaign, history, BS_DETAIL_EVERY_EVENT, &every);
    bs_history_destroy(history);
    history = run(campaign, seed, BS_DETAIL_SKIP); /* The workspace's. */
    take(campaign, history, BS_DETAIL_SKIP, &skipped);
    difference = first_difference(campaign, &every, &skipped);
    if (difference != NULL) {
        campaign->differ++;
        (void)fprintf(stderr,
                      "%s differ: blackstart run %s --seed %" PRIu64 " [--detail every-event]\n",
                      difference, campaign->path, seed);
    }
    bs_buffer_clean_up(&every.card);
    bs_buffer_clean_up(&skipped.card);
}

/* How many trials of the scenario differ. */
static uint64_t try_scenario(const char *path, uint64_t from, uint64_t seeds)
{
    const struct bs_texts none = {.count = 0};
    struct campaign campaign = {.path = path, .workspace = bs_trial_workspace_new()};
    struct bs_error error = {0};

    if (campaign.workspace == NULL) {
        (void)bs_error_set(&error, BS_ERR_MEMORY, NULL, "out of memory");
        fail(&error);
    }
    if (bs_inputs_load(path, &none, &campaign.inputs, &error) != BS_OK) {
        fail(&error);
    }
    bs_arena_init(&campaign.arena, COLUMNS_BYTES_MAX);
    for (uint64_t i = 0; i < seeds; i++) {
        try_seed(&campaign, from + i);
    }
    (void)printf("%-48s %7" PRIu64 " %7zu %7" PRIu64 " %10.2f %9.2f\n", path, seeds,
                 campaign.columns.count, campaign.differ,
                 campaign.cpu_s[BS_DETAIL_EVERY_EVENT] * 1e3 / (double)seeds,
                 campaign.cpu_s[BS_DETAIL_SKIP] * 1e3 / (double)seeds);
    (void)fflush(stdout);
    bs_arena_clean_up(&campaign.arena);
    bs_inputs_clean_up(&campaign.inputs);
    bs_trial_workspace_destroy(campaign.workspace);
    return campaign.differ;
}

static bool read_number(const char *text, uint64_t *number)
{
    char *end;

    *number = strtoull(text, &end, 10);
    return end != text && *end == '\0';
}

int main(int argc, char **argv)
{
    uint64_t seeds = USUAL_SEEDS;
    uint64_t from = 1;
    uint64_t differ = 0;
    int i = 1;

    while (i + 1 < argc && ((strcmp(argv[i], "--seeds") == 0 && read_number(argv[i + 1], &seeds)) ||
                            (strcmp(argv[i], "--from") == 0 && read_number(argv[i + 1], &from)))) {
        i += 2;
    }
    if (i == argc || argv[i][0] == '-' || seeds == 0) {
        (void)fprintf(stderr, "usage: campaign_skip [--seeds N] [--from SEED] SCENARIO...\n");
        return EXIT_FAILURE;
    }
    (void)printf("%-48s %7s %7s %7s %10s %9s\n", "scenario", "trials", "figures", "differ",
                 "every ms", "skip ms");
    for (; i < argc; i++) {
        differ += try_scenario(argv[i], from, seeds);
    }
    return differ == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
