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
#include "cli/sweep_blocks.h"
#include "cli/sweep_output.h"

enum { PERCENT_MAX = 100, BATCH_TRIALS = 256, WORDS_MAX = 256 };

#define PPB_PER_PERCENT INT64_C(10000000)

struct merge_options {
    uint64_t pass_percent;
    const char *folder;
    const char *formats;
    bool is_quiet;
};

static int run_merge(int count, char **words);

static const struct bs_option merge_option_table[] = {
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct merge_options, folder), NULL,
     "Where all trials and the results go. Needed."},
    {"format", "LIST", BS_OPTION_TEXT, offsetof(struct merge_options, formats), NULL,
     BS_SWEEP_FORMATS_HELP},
    {"pass", "PERCENT", BS_OPTION_NUMBER, offsetof(struct merge_options, pass_percent), NULL,
     "In so many of a hundred trials all objectives must be met. Default 95."},
    {"quiet", NULL, BS_OPTION_FLAG, offsetof(struct merge_options, is_quiet), NULL,
     "Print no results; the exit status tells."},
};

const struct bs_command bs_command_merge = {
    .name = "merge",
    .arguments = "DIR...",
    .about = "Put the shards of a sweep together, in any order.",
    .details =
        "Examples:\n"
        "  blackstart merge part-1 part-2 part-3 part-4 --out build/sweep\n\n"
        "The result is that of the whole sweep in one piece. A shard that is missing is named,\n"
        "with the command that makes it, and nothing is written.\n\n"
        "Exit status: as blackstart sweep.\n",
    .options = merge_option_table,
    .option_count = sizeof(merge_option_table) / sizeof(merge_option_table[0]),
    .arguments_min = 1,
    .arguments_max = BS_TEXTS_MAX,
    .run = run_merge,
};

struct merging {
    const struct merge_options *options;
    const struct bs_texts *folders;
    uint32_t formats;
    struct bs_trial_table *shards[BS_TEXTS_MAX];
    struct bs_trial_table *merged;
    char path[BS_PATH_MAX];
};

/* ---- What there is ---- */

static enum bs_status table_path(const char *folder, char path[BS_PATH_MAX], struct bs_error *error)
{
    return snprintf(path, BS_PATH_MAX, "%s/%s", folder, BS_SWEEP_FILE) < BS_PATH_MAX
               ? BS_OK
               : bs_error_set(error, BS_ERR_INPUT, NULL, "the path of %s is too long", folder);
}

static enum bs_status open_shard(struct merging *merging, size_t i, struct bs_error *error)
{
    const char *folder = merging->folders->items[i];
    const struct bs_position where = {.file = folder};
    struct bs_error difference = {0};
    char path[BS_PATH_MAX];
    enum bs_status status = table_path(folder, path, error);

    if (status == BS_OK) {
        status = bs_trial_table_open(path, &merging->shards[i], error);
    }
    if (status == BS_OK &&
        bs_sweep_designs_match(bs_trial_table_design(merging->shards[0]),
                               bs_trial_table_design(merging->shards[i]), &difference) != BS_OK) {
        status = bs_error_set(error, BS_ERR_INPUT, &where, "is of another sweep than %s: %s",
                              merging->folders->items[0], difference.message);
    }
    return status;
}

static const char *shard_text(const struct merging *merging, size_t i)
{
    const char *shard = bs_trial_table_design(merging->shards[i])->shard;

    return shard != NULL ? shard : "1/1";
}

/* Whether this part of so many is among the folders. */
static bool is_given(const struct merging *merging, struct bs_sweep_shard wanted)
{
    for (size_t i = 0; i < merging->folders->count; i++) {
        struct bs_sweep_shard shard;

        if (bs_sweep_shard_parse(shard_text(merging, i), &shard) && shard.number == wanted.number &&
            shard.count == wanted.count) {
            return true;
        }
    }
    return false;
}

/* Trials that a shard should have and has not: it was interrupted. */
static enum bs_status check_shard(const struct merging *merging, size_t i, struct bs_error *error)
{
    const struct bs_sweep_design *design = bs_trial_table_design(merging->shards[i]);
    const struct bs_position where = {.file = merging->folders->items[i]};
    struct bs_sweep_shard shard = {1, 1};

    (void)bs_sweep_shard_parse(shard_text(merging, i), &shard);
    for (size_t v = 0; v < design->variant_count; v++) {
        const struct bs_sweep_range range = bs_sweep_range_of(shard, design->variants[v].trials);
        uint64_t count = 0;
        const enum bs_status status = bs_trial_table_count(merging->shards[i], v, &count, error);

        if (status != BS_OK) {
            return status;
        }
        if (count < range.end - range.first) {
            return bs_error_set(error, BS_ERR_INPUT, &where,
                                "shard %s has %" PRIu64 " of its %" PRIu64
                                " trials; the command that made it goes on",
                                shard_text(merging, i), count, range.end - range.first);
        }
    }
    return BS_OK;
}

/* Goes by the first folder: into so many parts the sweep was cut. */
static enum bs_status check_all_given(const struct merging *merging, struct bs_error *error)
{
    struct bs_sweep_shard wanted = {1, 1};
    char missing[WORDS_MAX] = "";
    uint64_t count = 0;

    if (!bs_sweep_shard_parse(shard_text(merging, 0), &wanted)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "%s: its shard is none: %s",
                            merging->folders->items[0], shard_text(merging, 0));
    }
    for (wanted.number = 1; wanted.number <= wanted.count; wanted.number++) {
        const size_t length = strlen(missing);

        if (is_given(merging, wanted)) {
            continue;
        }
        if (length < WORDS_MAX / 2) {
            (void)snprintf(missing + length, sizeof(missing) - length, "%s%" PRIu64 "/%" PRIu64,
                           count > 0 ? ", " : "", wanted.number, wanted.count);
        }
        count++;
    }
    return count == 0 ? BS_OK
                      : bs_error_set(error, BS_ERR_INPUT, NULL,
                                     "%" PRIu64 " of %" PRIu64 " shards %s missing: --shard %s",
                                     count, wanted.count, count == 1 ? "is" : "are", missing);
}

static enum bs_status open_shards(struct merging *merging, struct bs_error *error)
{
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < merging->folders->count && status == BS_OK; i++) {
        status = open_shard(merging, i, error);
    }
    if (status == BS_OK) {
        status = check_all_given(merging, error);
    }
    for (size_t i = 0; i < merging->folders->count && status == BS_OK; i++) {
        status = check_shard(merging, i, error);
    }
    return status;
}

/* ---- Putting them together ---- */

/* Trials on their way from a shard: neighbours go in one transaction. */
struct copying {
    struct merging *merging;
    size_t variant;
    size_t width;
    bool *is_there; /* In the merged file. */
    int64_t *batch;
    uint64_t first;
    size_t count;
    enum bs_status status;
    struct bs_error *error;
};

static void flush_batch(struct copying *copying)
{
    if (copying->count > 0 && copying->status == BS_OK) {
        copying->status =
            bs_trial_table_add(copying->merging->merged, copying->variant, copying->first,
                               copying->count, copying->batch, copying->error);
    }
    copying->count = 0;
}

/* A trial in two shards is the same in both: a run is a function of its inputs. */
static void copy_trial(void *self, uint64_t trial, const int64_t *values)
{
    struct copying *copying = self;

    if (copying->is_there[trial]) {
        return;
    }
    if (copying->count == BATCH_TRIALS ||
        (copying->count > 0 && copying->first + copying->count != trial)) {
        flush_batch(copying);
    }
    if (copying->count == 0) {
        copying->first = trial;
    }
    memcpy(&copying->batch[copying->count * copying->width], values,
           copying->width * sizeof(*values));
    copying->count++;
    copying->is_there[trial] = true;
}

static enum bs_status copy_variant(struct merging *merging, size_t variant, struct bs_error *error)
{
    const struct bs_sweep_design *design = bs_trial_table_design(merging->merged);
    struct copying copying = {
        .merging = merging,
        .variant = variant,
        .width = design->columns.count,
        .is_there = calloc((size_t)design->variants[variant].trials, sizeof(bool)),
        .batch = calloc(BATCH_TRIALS * design->columns.count, sizeof(int64_t)),
        .status = BS_OK,
        .error = error,
    };

    if (copying.is_there == NULL || copying.batch == NULL) {
        copying.status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < merging->folders->count && copying.status == BS_OK; i++) {
        const enum bs_status status =
            bs_trial_table_visit(merging->shards[i], variant, copy_trial, &copying, error);

        flush_batch(&copying);
        copying.status = copying.status == BS_OK ? status : copying.status;
    }
    free(copying.batch);
    free(copying.is_there);
    return copying.status;
}

static enum bs_status copy_all(struct merging *merging, struct bs_error *error)
{
    struct bs_sweep_design design = *bs_trial_table_design(merging->shards[0]);
    enum bs_status status = bs_output_make_folder(merging->options->folder, error);

    design.shard = NULL;
    if (status == BS_OK) {
        status = table_path(merging->options->folder, merging->path, error);
    }
    if (status == BS_OK) {
        status = bs_trial_table_create(merging->path, &design, &merging->merged, error);
    }
    for (size_t v = 0; v < design.variant_count && status == BS_OK; v++) {
        status = copy_variant(merging, v, error);
    }
    return status;
}

static enum bs_status show_results(const struct merging *merging, enum bs_verdict *verdict,
                                   struct bs_error *error)
{
    const int64_t pass_ppb = (int64_t)merging->options->pass_percent * PPB_PER_PERCENT;
    struct bs_sweep *sweep = NULL;
    enum bs_status status = bs_sweep_build(merging->merged, pass_ppb, &sweep, error);

    if (status == BS_OK) {
        const struct bs_sweep_output output = {
            .sweep = sweep,
            .table = merging->merged,
            .folder = merging->options->folder,
            .formats = merging->formats,
            .is_quiet = merging->options->is_quiet,
        };

        *verdict = sweep->verdict;
        status = bs_sweep_output(&output, error);
    }
    bs_sweep_destroy(sweep);
    return status;
}

static int merge_all(struct merging *merging)
{
    enum bs_verdict verdict = BS_VERDICT_UNKNOWN;
    struct bs_error error = {0};
    enum bs_status status = open_shards(merging, &error);

    if (status == BS_OK) {
        status = copy_all(merging, &error);
        if (status != BS_OK && merging->merged != NULL) {
            (void)unlink(merging->path);
        }
    }
    if (status == BS_OK) {
        status = show_results(merging, &verdict, &error);
    }
    for (size_t i = 0; i < merging->folders->count; i++) {
        bs_trial_table_close(merging->shards[i]);
    }
    bs_trial_table_close(merging->merged);
    return status == BS_OK ? bs_verdict_exit_status(verdict) : bs_inputs_report(&error);
}

static int run_merge(int count, char **words)
{
    struct merge_options options = {.pass_percent = 95};
    struct bs_texts positional = {.count = 0};
    struct merging merging = {.options = &options, .folders = &positional};
    struct bs_error error = {0};
    bool wants_help = false;
    enum bs_status status = bs_options_parse(&bs_command_merge, count, words, &options, &positional,
                                             &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_merge);
        return BS_EXIT_OK;
    }
    if (status == BS_OK && options.folder == NULL) {
        status = bs_error_set(&error, BS_ERR_INPUT, NULL, "say where to: --out DIR");
    }
    if (status == BS_OK && options.pass_percent > PERCENT_MAX) {
        status = bs_error_set(&error, BS_ERR_INPUT, NULL, "--pass must be from 0 to 100");
    }
    if (status == BS_OK) {
        status = bs_sweep_formats(options.formats, options.folder, &merging.formats, &error);
    }
    return status == BS_OK ? merge_all(&merging) : bs_inputs_report(&error);
}
