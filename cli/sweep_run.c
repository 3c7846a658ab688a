/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_run.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/assert.h"
#include "cli/abort_note.h"

enum {
    SHARD_DIGITS_MAX = 9,
    BLOCK_TRIALS = 32,
    BAR_COLUMNS = 30,
    SECONDS_PER_MINUTE = 60,
    NOTE_BYTES_MAX = 4096
};

struct sweeping {
    struct bs_sweep_run *run;
    struct bs_ensemble_block *blocks;
    size_t block_count;
    uint64_t wanted; /* Trials in the blocks. */
    struct timespec start;
};

/* A whole number from 1 on that ends before `end`; where it ends, or NULL. */
static const char *read_number(const char *text, char end, uint64_t *number)
{
    const size_t digits = strspn(text, "0123456789");

    if (digits == 0 || digits > SHARD_DIGITS_MAX || text[digits] != end) {
        return NULL;
    }
    *number = strtoull(text, NULL, 10);
    return *number > 0 ? text + digits : NULL;
}

bool bs_sweep_shard_parse(const char *text, struct bs_sweep_shard *shard)
{
    const char *slash = read_number(text, '/', &shard->number);

    return slash != NULL && read_number(slash + 1, '\0', &shard->count) != NULL &&
           shard->number <= shard->count && shard->count <= BS_SWEEP_TRIALS_MAX;
}

struct bs_sweep_range bs_sweep_range_of(struct bs_sweep_shard shard, uint64_t trials)
{
    BS_ASSERT(shard.number >= 1 && shard.number <= shard.count);
    BS_ASSERT(trials <= BS_SWEEP_TRIALS_MAX && shard.count <= BS_SWEEP_TRIALS_MAX);
    return (struct bs_sweep_range){trials * (shard.number - 1) / shard.count,
                                   trials * shard.number / shard.count};
}

size_t bs_sweep_jobs_default(void)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (processors < 1) {
        return 1;
    }
    return processors > BS_ENSEMBLE_JOBS_MAX ? BS_ENSEMBLE_JOBS_MAX : (size_t)processors;
}

static double elapsed_s(const struct sweeping *sweeping)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - sweeping->start.tv_sec) +
           (double)(now.tv_nsec - sweeping->start.tv_nsec) / 1e9;
}

/* ---- What is missing ---- */

/* Blocks of those trials of the range that are not there. */
static void add_blocks(struct sweeping *sweeping, size_t variant, struct bs_sweep_range range,
                       const bool *is_there)
{
    for (uint64_t n = range.first; n < range.end; n++) {
        struct bs_ensemble_block *last =
            sweeping->block_count > 0 ? &sweeping->blocks[sweeping->block_count - 1] : NULL;

        if (is_there[n]) {
            continue;
        }
        sweeping->wanted++;
        if (last != NULL && last->variant == variant && last->first + last->count == n &&
            last->count < BLOCK_TRIALS) {
            last->count++;
        } else {
            sweeping->blocks[sweeping->block_count++] =
                (struct bs_ensemble_block){.variant = variant, .first = n, .count = 1};
        }
    }
}

static uint64_t most_trials(const struct bs_sweep_design *design)
{
    uint64_t most = 1;

    for (size_t i = 0; i < design->variant_count; i++) {
        most = design->variants[i].trials > most ? design->variants[i].trials : most;
    }
    return most;
}

/* A gap is a block at least; between two gaps there is a trial. */
static size_t blocks_max(const struct bs_sweep_design *design, bool is_new)
{
    size_t most = 1;

    for (size_t i = 0; i < design->variant_count; i++) {
        most += (size_t)design->variants[i].trials / (is_new ? BLOCK_TRIALS : 1) + 1;
    }
    return most;
}

static enum bs_status count_trials(struct bs_sweep_run *run, uint64_t *there,
                                   struct bs_error *error)
{
    enum bs_status status = BS_OK;

    *there = 0;
    for (size_t i = 0; i < run->plan->design.variant_count && status == BS_OK; i++) {
        uint64_t count = 0;

        status = bs_trial_table_count(run->table, i, &count, error);
        *there += count;
    }
    return status;
}

static enum bs_status find_blocks(struct sweeping *sweeping, struct bs_error *error)
{
    struct bs_sweep_run *run = sweeping->run;
    const struct bs_sweep_design *design = &run->plan->design;
    const uint64_t most = most_trials(design);
    bool *is_there = calloc(most, sizeof(*is_there));
    uint64_t there = 0;
    enum bs_status status = count_trials(run, &there, error);

    if (status == BS_OK) {
        sweeping->blocks = calloc(blocks_max(design, there == 0), sizeof(*sweeping->blocks));
    }
    if (status == BS_OK && (is_there == NULL || sweeping->blocks == NULL)) {
        status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < design->variant_count && status == BS_OK; i++) {
        const uint64_t trials = design->variants[i].trials;

        for (uint64_t n = 0; n < trials; n++) {
            is_there[n] = false;
        }
        status = bs_trial_table_present(run->table, i, is_there, error);
        if (status == BS_OK) {
            add_blocks(sweeping, i, bs_sweep_range_of(run->shard, trials), is_there);
        }
    }
    free(is_there);
    return status;
}

/* ---- Trials ---- */

static bool is_stop_pending(void)
{
    sigset_t pending;

    return sigpending(&pending) == 0 &&
           (sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1);
}

static bool begins(void *self, size_t variant, uint64_t seed)
{
    const struct sweeping *sweeping = self;
    const struct bs_sweep_design *design = &sweeping->run->plan->design;
    char note[NOTE_BYTES_MAX];

    (void)snprintf(note, sizeof(note), "%s --seed %" PRIu64 "%s%s", design->command, seed,
                   design->variants[variant].label[0] != '\0' ? " # with " : "",
                   design->variants[variant].label);
    bs_abort_note_set(note);
    return !is_stop_pending();
}

static enum bs_status judge(void *self, const struct bs_history *history, int64_t *values,
                            struct bs_error *error)
{
    const struct sweeping *sweeping = self;
    const struct bs_report_inputs inputs = {.history = history};
    struct bs_report *report = NULL;
    enum bs_status status = bs_report_build(&inputs, &report, error);

    if (status == BS_OK) {
        bs_outcome_take(&sweeping->run->plan->design.columns, report, values);
    }
    bs_report_destroy(report);
    return status;
}

/* "[=======>      ] 312 of 1000 trials, 61.2/s, 0m 11s left" */
static void show_progress(const struct sweeping *sweeping)
{
    const uint64_t done = sweeping->run->done;
    const double took_s = elapsed_s(sweeping);
    const double rate = took_s > 0 ? (double)done / took_s : 0;
    const double left_s = rate > 0 ? (double)(sweeping->wanted - done) / rate : 0;
    const int filled = (int)(done * BAR_COLUMNS / sweeping->wanted);
    char bar[BAR_COLUMNS + 1];

    if (!sweeping->run->shows_progress || isatty(STDERR_FILENO) != 1) {
        return;
    }
    for (int i = 0; i < BAR_COLUMNS; i++) {
        bar[i] = i < filled ? '=' : ' ';
    }
    bar[BAR_COLUMNS] = '\0';
    (void)fprintf(stderr, "\r[%s] %" PRIu64 " of %" PRIu64 " trials, %.1f/s, %dm %02ds left  ", bar,
                  done, sweeping->wanted, rate, (int)left_s / SECONDS_PER_MINUTE,
                  (int)left_s % SECONDS_PER_MINUTE);
}

static enum bs_status keep(void *self, const struct bs_ensemble_block *block, size_t count,
                           const int64_t *values, struct bs_error *error)
{
    struct sweeping *sweeping = self;
    const enum bs_status status = bs_trial_table_add(sweeping->run->table, block->variant,
                                                     block->first, count, values, error);

    sweeping->run->done += status == BS_OK ? count : 0;
    show_progress(sweeping);
    return status;
}

static enum bs_status run_blocks(struct sweeping *sweeping, struct bs_error *error)
{
    const struct bs_sweep_plan *plan = sweeping->run->plan;
    const struct bs_ensemble ensemble = {
        .variants = plan->to_run,
        .blocks = sweeping->blocks,
        .block_count = sweeping->block_count,
        .seed = plan->design.seed,
        .jobs = sweeping->run->jobs,
        .detail = sweeping->run->detail,
        .width = plan->design.columns.count,
        .self = sweeping,
        .begins = begins,
        .judge = judge,
        .keep = keep,
    };

    return bs_ensemble_run(&ensemble, error);
}

/* Signals that would end the program wait until a thread looks for them. */
static enum bs_status run_undisturbed(struct sweeping *sweeping, struct bs_error *error)
{
    sigset_t stops;
    sigset_t before;
    enum bs_status status;

    (void)sigemptyset(&stops);
    (void)sigaddset(&stops, SIGINT);
    (void)sigaddset(&stops, SIGTERM);
    (void)sigprocmask(SIG_BLOCK, &stops, &before);
    status = run_blocks(sweeping, error);
    if (is_stop_pending()) {
        int number = 0;

        (void)sigwait(&stops, &number); /* It has been heard. */
    }
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return status;
}

enum bs_status bs_sweep_run(struct bs_sweep_run *run, struct bs_error *error)
{
    struct sweeping sweeping = {.run = run};
    enum bs_status status = find_blocks(&sweeping, error);

    (void)clock_gettime(CLOCK_MONOTONIC, &sweeping.start);
    run->done = 0;
    if (status == BS_OK && sweeping.wanted > 0) {
        bs_abort_note_install();
        status = run_undisturbed(&sweeping, error);
        if (run->shows_progress && isatty(STDERR_FILENO) == 1) {
            (void)fprintf(stderr, "\n");
        }
    }
    run->was_stopped = status == BS_OK && run->done < sweeping.wanted;
    run->wall_s = elapsed_s(&sweeping);
    free(sweeping.blocks);
    return status;
}
