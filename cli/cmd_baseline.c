/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>

#include "cli/baseline_inputs.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "reports/compare/baseline_file.h"

struct baseline_options {
    const char *file;
};

static int run_baseline(int count, char **words);

static const struct bs_option baseline_option_table[] = {
    {"out", "FILE", BS_OPTION_TEXT, offsetof(struct baseline_options, file), NULL,
     "The file to write, for example scenarios/baselines/region-loss.json."},
};

const struct bs_command bs_command_baseline = {
    .name = "baseline",
    .arguments = "RESULTS",
    .about = "Keep what a sweep came to in a small file, to compare later sweeps with.\n"
             "RESULTS is the folder of blackstart sweep --out.",
    .details =
        "Example:\n"
        "  blackstart sweep dr/region-loss.yaml --trials 400 --influence 0 --out build/sweep\n"
        "  blackstart baseline build/sweep --out region-loss.baseline.json\n\n"
        "The file is meant to be committed: JSON, a line for each figure with its values in order\n"
        "(docs/CI.md). A hundred trials or so say something about p95, a few thousand a lot.\n\n"
        "Exit status: 0 written, 64 usage or bad input, 70 internal error.\n",
    .options = baseline_option_table,
    .option_count = sizeof(baseline_option_table) / sizeof(baseline_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_baseline,
};

static enum bs_status write_file(const struct bs_baseline *baseline, const char *path,
                                 struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;

    bs_buffer_init(&buffer, BS_BASELINE_FILE_BYTES_MAX);
    bs_baseline_write(baseline, &buffer);
    status =
        buffer.failed
            ? bs_error_set(error, BS_ERR_INPUT, NULL,
                           "a baseline of %" PRIu64 " trials would be larger than %d MiB, more "
                           "than belongs into a repository: sweep fewer (4000 tell a lot)",
                           baseline->trials - baseline->missing,
                           BS_BASELINE_FILE_BYTES_MAX / (1024 * 1024))
            : bs_buffer_write_file(&buffer, path, error);
    bs_buffer_clean_up(&buffer);
    return status;
}

static int make_baseline(const char *results, const char *path)
{
    struct bs_error error = {0};
    struct bs_baseline baseline;
    struct bs_arena arena;
    enum bs_status status;

    bs_arena_init(&arena, BS_BASELINE_BYTES_MAX);
    status = bs_baseline_load(results, &arena, &baseline, &error);
    if (status == BS_OK && baseline.missing > 0) {
        (void)fprintf(stderr, "blackstart: %" PRIu64 " of %" PRIu64 " trials are missing\n",
                      baseline.missing, baseline.trials);
    }
    if (status == BS_OK) {
        status = write_file(&baseline, path, &error);
    }
    bs_arena_clean_up(&arena);
    return status == BS_OK ? BS_EXIT_OK : bs_inputs_report(&error);
}

static int run_baseline(int count, char **words)
{
    struct baseline_options options = {.file = NULL};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    bool wants_help = false;
    enum bs_status status = bs_options_parse(&bs_command_baseline, count, words, &options,
                                             &positional, &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_baseline);
        return BS_EXIT_OK;
    }
    if (status == BS_OK && options.file == NULL) {
        status = bs_error_set(&error, BS_ERR_INPUT, NULL, "say where to: --out FILE");
    }
    return status == BS_OK ? make_baseline(positional.items[0], options.file)
                           : bs_inputs_report(&error);
}
