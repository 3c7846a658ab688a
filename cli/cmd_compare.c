/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <string.h>

#include "cli/baseline_inputs.h"
#include "cli/commands.h"
#include "cli/comparison_output.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/output.h"

/** How many digits after the point make parts per 10^9: of a share, and of per cent. */
enum { SHARE_DECIMALS = 9, PERCENT_DECIMALS = 7 };

#define PPB         INT64_C(1000000000)
#define PERCENT_MAX "100000"

struct compare_options {
    const char *max_regression;
    const char *alpha;
    const char *formats;
    const char *folder;
    bool allows_other_scenario;
    bool only_headlines;
};

static int run_compare(int count, char **words);

static const struct bs_option compare_option_table[] = {
    {"max-regression", "PERCENT", BS_OPTION_TEXT, offsetof(struct compare_options, max_regression),
     NULL, "How much worse than the baseline is accepted. Default 0: nothing real is."},
    {"alpha", "A", BS_OPTION_TEXT, offsetof(struct compare_options, alpha), NULL,
     "The chance of a false alarm, over all tests together. Default 0.01."},
    {"only-headlines", NULL, BS_OPTION_FLAG, offsetof(struct compare_options, only_headlines), NULL,
     "A slower step is no regression as long as RTO and RPO do not show it."},
    {"other-scenario", NULL, BS_OPTION_FLAG,
     offsetof(struct compare_options, allows_other_scenario), NULL,
     "Compare sweeps of scenarios with different names."},
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct compare_options, folder), NULL,
     "Write the comparison there: compare.txt, .json, .md, .junit.xml."},
    {"format", "LIST", BS_OPTION_TEXT, offsetof(struct compare_options, formats), NULL,
     BS_COMPARISON_FORMATS_HELP},
};

const struct bs_command bs_command_compare = {
    .name = "compare",
    .arguments = "BASELINE CURRENT",
    .about = "Say whether a sweep is really worse than a baseline, and which step made it so.\n"
             "Each is a file of blackstart baseline, or the folder of blackstart sweep --out.",
    .details =
        "Example:\n"
        "  blackstart sweep scenarios/platform/region-loss.yaml --trials 400 --seed 5001 --out "
        "now\n"
        "  blackstart compare region-loss.baseline.json now --max-regression 5\n\n"
        "RTO, RPO and each step of the plan (p50, p95), the shares that recovered and that met "
        "all\n"
        "objectives, and violated invariants are tested together (Holm); a violation that is new\n"
        "needs no test.\n"
        "Take other seeds than the baseline's: with the same ones fewer changes are found.\n\n"
        "Exit status: 0 no regression, 3 a regression that is real and larger than accepted,\n"
        "2 could not judge (too few trials, another scenario), 64 usage or bad input,\n"
        "70 internal error.\n",
    .options = compare_option_table,
    .option_count = sizeof(compare_option_table) / sizeof(compare_option_table[0]),
    .arguments_min = 2,
    .arguments_max = 2,
    .run = run_compare,
};

/* ---- The command line ---- */

/* "12.5" in units of 10^-decimals; false for anything else, or above `most`. */
static bool read_decimal(const char *text, int decimals, int64_t most, int64_t *value)
{
    int left = decimals;
    bool is_behind_point = false;
    bool has_digits = false;

    *value = 0;
    for (; *text != '\0'; text++) {
        if (*text == '.' && has_digits && !is_behind_point && text[1] != '\0') {
            is_behind_point = true;
            continue;
        }
        if (*text < '0' || *text > '9' || (is_behind_point && left-- == 0) || *value > most) {
            return false;
        }
        *value = 10 * *value + (*text - '0');
        has_digits = true;
    }
    for (; left > 0 && *value <= most; left--) {
        *value *= 10;
    }
    return has_digits && *value <= most;
}

static enum bs_status read_options(const struct compare_options *words,
                                   struct bs_comparison_options *options, struct bs_error *error)
{
    options->allows_other_scenario = words->allows_other_scenario;
    options->only_headlines = words->only_headlines;

    if (!read_decimal(words->max_regression, PERCENT_DECIMALS, 1000 * PPB, &options->margin_ppb)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--max-regression must be per cent from 0 to " PERCENT_MAX
                            ", such as 5 or 2.5; found '%s'",
                            words->max_regression);
    }
    if (!read_decimal(words->alpha, SHARE_DECIMALS, PPB - 1, &options->alpha_ppb) ||
        options->alpha_ppb == 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--alpha must lie between 0 and 1, such as 0.01; found '%s'",
                            words->alpha);
    }
    return BS_OK;
}

/* ---- Comparing ---- */

static int exit_status_of(enum bs_change change)
{
    switch (change) {
    case BS_CHANGE_WORSE:
        return BS_EXIT_REGRESSION;
    case BS_CHANGE_UNKNOWN:
        return BS_EXIT_UNKNOWN;
    default:
        return BS_EXIT_OK;
    }
}

static void put_command(struct bs_buffer *buffer, const struct compare_options *words,
                        const struct bs_texts *paths)
{
    bs_buffer_text(buffer, "blackstart compare ");
    bs_output_append_word(buffer, paths->items[0]);
    bs_buffer_text(buffer, " ");
    bs_output_append_word(buffer, paths->items[1]);
    bs_buffer_format(buffer, " --max-regression %s --alpha %s%s%s", words->max_regression,
                     words->alpha, words->only_headlines ? " --only-headlines" : "",
                     words->allows_other_scenario ? " --other-scenario" : "");
}

struct compared {
    struct bs_arena arenas[2];
    struct bs_baseline sides[2];
    struct bs_comparison comparison;
};

static enum bs_status load_both(const struct bs_texts *paths, struct compared *compared,
                                struct bs_error *error)
{
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < 2 && status == BS_OK; i++) {
        status =
            bs_baseline_load(paths->items[i], &compared->arenas[i], &compared->sides[i], error);
    }
    return status;
}

static int compare(const struct compare_options *words, const struct bs_comparison_options *options,
                   const struct bs_texts *paths, uint32_t formats)
{
    struct compared compared = {.comparison = {.change = BS_CHANGE_UNKNOWN}};
    struct bs_error error = {0};
    struct bs_buffer command;
    enum bs_status status;

    bs_buffer_init(&command, (size_t)8 * BS_PATH_MAX);
    put_command(&command, words, paths);
    bs_arena_init(&compared.arenas[0], BS_BASELINE_BYTES_MAX);
    bs_arena_init(&compared.arenas[1], BS_BASELINE_BYTES_MAX);
    status = load_both(paths, &compared, &error);
    if (status == BS_OK) {
        status = bs_comparison_make(&compared.sides[0], &compared.sides[1], options,
                                    &compared.arenas[0], &compared.comparison, &error);
    }
    compared.comparison.reproduce = command.bytes;
    if (status == BS_OK) {
        status = bs_comparison_output(&compared.comparison, words->folder, formats, &error);
    }
    bs_arena_clean_up(&compared.arenas[0]);
    bs_arena_clean_up(&compared.arenas[1]);
    bs_buffer_clean_up(&command);
    return status == BS_OK ? exit_status_of(compared.comparison.change) : bs_inputs_report(&error);
}

static int run_compare(int count, char **words)
{
    struct compare_options options = {.max_regression = "0", .alpha = "0.01"};
    struct bs_comparison_options comparison = {.margin_ppb = 0};
    struct bs_texts paths = {.count = 0};
    struct bs_error error = {0};
    uint32_t formats = 0;
    bool wants_help = false;
    enum bs_status status =
        bs_options_parse(&bs_command_compare, count, words, &options, &paths, &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_compare);
        return BS_EXIT_OK;
    }
    if (status == BS_OK) {
        status = read_options(&options, &comparison, &error);
    }
    if (status == BS_OK) {
        status = bs_comparison_formats(options.formats, options.folder, &formats, &error);
    }
    return status == BS_OK ? compare(&options, &comparison, &paths, formats)
                           : bs_inputs_report(&error);
}
