/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Trials of the flagship as `blackstart sweep` runs them (cli/sweep_work.h): in blocks over threads,
 * each thread with a workspace, for their figures only. On one thread and on two, with outcomes thrown
 * away and with outcomes in an SQLite file, each transaction synced.
 *
 * What threads gain is measured by the clock on the wall, which says little on a machine that has other
 * work, and by CPU time: as if each thread had a core to itself, but for what they wait for each other.
 * Repetitions are interleaved; medians are printed.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/hold_model.h"
#include "bench/measure.h"
#include "cli/sweep_work.h"

enum { REPETITIONS = 5, TRIALS = 640, QUICK_TRIALS = 64, FOLDER_MAX = 4096, FILE_MAX = 64 };

struct row {
    const char *name;
    size_t jobs;
    bool is_kept;
    size_t one_thread; /* The row it is compared with. */
};

static const struct row rows[] = {
    {"1 thread", 1, false, 0},
    {"2 threads", 2, false, 0},
    {"1 thread, file", 1, true, 2},
    {"2 threads, file", 2, true, 2},
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

struct measured {
    double trials_per_s[REPETITIONS];
    double cpu_us[REPETITIONS]; /* A trial. */
};

struct medians {
    double trials_per_s[ROWS];
    double cpu_us[ROWS];
    double heap_per_s;
};

static enum bs_status throw_away(void *self, const struct bs_ensemble_block *block, size_t count,
                                 const int64_t *values, struct bs_error *error)
{
    (void)self;
    (void)block;
    (void)count;
    (void)values;
    (void)error;
    return BS_OK;
}

static enum bs_status keep(void *self, const struct bs_ensemble_block *block, size_t count,
                           const int64_t *values, struct bs_error *error)
{
    return bs_trial_table_add(self, block->variant, block->first, count, values, error);
}

static bool is_never_over(void *self)
{
    (void)self;
    return false;
}

static void run(const struct bs_sweep_plan *plan, const struct row *row,
                struct bs_trial_table *table, struct measured *measured, size_t repetition)
{
    const double trials = (double)plan->design.variants[0].trials;
    const struct bs_sweep_shard all = {1, 1};
    struct bs_sweep_blocks blocks = {.items = NULL};
    struct bs_error error = {0};
    const struct bs_sweep_work work = {
        .plan = plan,
        .blocks = &blocks,
        .jobs = row->jobs,
        .detail = BS_DETAIL_SKIP,
        .sink = {.self = table, .take = row->is_kept ? keep : throw_away, .is_over = is_never_over},
    };
    double wall_s;
    double cpu_s;

    if (bs_sweep_blocks_find(&plan->design, table, all, &blocks, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    wall_s = bs_wall_s();
    cpu_s = bs_cpu_s();
    if (bs_sweep_work_do(&work, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    measured->trials_per_s[repetition] = trials / (bs_wall_s() - wall_s);
    measured->cpu_us[repetition] = (bs_cpu_s() - cpu_s) * 1e6 / trials;
    free(blocks.items);
}

/* A file of its own each time, beside the others until all are measured, on the disk that has TMPDIR. */
static void run_with_file(const struct bs_sweep_plan *plan, const struct row *row,
                          struct measured *measured, size_t repetition)
{
    const char *parent = getenv("TMPDIR");
    char folder[FOLDER_MAX];
    char path[FOLDER_MAX + FILE_MAX];
    struct bs_trial_table *table = NULL;
    struct bs_error error = {0};

    (void)snprintf(folder, sizeof(folder), "%s/bench-XXXXXX", parent != NULL ? parent : "/tmp");
    bs_bench_must(mkdtemp(folder) != NULL ? BS_OK : BS_ERR_INPUT);
    (void)snprintf(path, sizeof(path), "%s/sweep.sqlite", folder);
    if (bs_trial_table_create(path, &plan->design, &table, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    run(plan, row, table, measured, repetition);
    bs_trial_table_close(table);
    (void)unlink(path);
    (void)rmdir(folder);
}

/* How much faster than one thread, by CPU time: twice, if a trial takes no more of it on two. */
static double gain_by_cpu(const struct medians *medians, size_t row)
{
    return (double)rows[row].jobs * medians->cpu_us[rows[row].one_thread] / medians->cpu_us[row];
}

static double gain_by_wall(const struct medians *medians, size_t row)
{
    return medians->trials_per_s[row] / medians->trials_per_s[rows[row].one_thread];
}

/* Trials on a core in the time in which a heap holds a million times. */
static double trials_per_heap_holds(const struct medians *medians, size_t row)
{
    return 1e6 / medians->cpu_us[row] * 1e6 / medians->heap_per_s;
}

static void print_text(const struct medians *medians, uint64_t trials)
{
    (void)printf(
        "the flagship in sweeps of %" PRIu64 " trials, heap at 1k: %.1f M/s\n"
        "%-16s  trials/s  two/one  by CPU  CPU us a trial  trials per million heap holds\n",
        trials, medians->heap_per_s / 1e6, "");
    for (size_t r = 0; r < ROWS; r++) {
        (void)printf("%-16s %9.1f  %7.2f  %6.2f  %14.0f  %29.2f\n", rows[r].name,
                     medians->trials_per_s[r], gain_by_wall(medians, r), gain_by_cpu(medians, r),
                     medians->cpu_us[r], trials_per_heap_holds(medians, r));
    }
}

static void print_json(const struct medians *medians, uint64_t trials)
{
    (void)printf("\"sweep\":{\"trials\":%" PRIu64 ",\"heap_per_s\":%.0f,\"rows\":[", trials,
                 medians->heap_per_s);
    for (size_t r = 0; r < ROWS; r++) {
        (void)printf(
            "%s{\"threads\":%zu,\"file\":%s,\"trials_per_s\":%.1f,\"ratio_to_one_thread\":%.3f,"
            "\"ratio_by_cpu\":%.3f,\"cpu_us\":%.1f,\"trials_per_million_heap_holds\":%.3f}",
            r > 0 ? "," : "", rows[r].jobs, rows[r].is_kept ? "true" : "false",
            medians->trials_per_s[r], gain_by_wall(medians, r), gain_by_cpu(medians, r),
            medians->cpu_us[r], trials_per_heap_holds(medians, r));
    }
    (void)printf("]}");
}

static void measure(const struct bs_sweep_plan *plan, struct medians *medians)
{
    struct measured measured[ROWS];
    double heap_per_s[REPETITIONS];

    for (size_t repetition = 0; repetition < REPETITIONS; repetition++) {
        for (size_t r = 0; r < ROWS; r++) {
            run_with_file(plan, &rows[r], &measured[r], repetition);
        }
        heap_per_s[repetition] = bs_hold_reference();
    }
    for (size_t r = 0; r < ROWS; r++) {
        medians->trials_per_s[r] = bs_median(measured[r].trials_per_s, REPETITIONS);
        medians->cpu_us[r] = bs_median(measured[r].cpu_us, REPETITIONS);
    }
    medians->heap_per_s = bs_median(heap_per_s, REPETITIONS);
}

bool bs_bench_sweep(const struct bs_bench_options *options)
{
    const struct bs_texts none = {.count = 0};
    const struct bs_sweep_request request = {
        .scenario = options->scenario,
        .overrides = &none,
        .vary = &none,
        .seed = 1,
        .trials = options->is_quick ? QUICK_TRIALS : TRIALS,
    };
    struct bs_sweep_plan plan;
    struct medians medians;
    struct bs_error error = {0};

    if (bs_sweep_plan_make(&request, &plan, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    measure(&plan, &medians);
    bs_sweep_plan_clean_up(&plan);
    (options->is_json ? print_json : print_text)(&medians, request.trials);
    return true;
}
