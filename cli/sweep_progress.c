/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

enum { BAR_COLUMNS = 30, SECONDS_PER_MINUTE = 60 };

static double elapsed_s(const struct bs_sweep_progress *progress)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - progress->start.tv_sec) +
           (double)(now.tv_nsec - progress->start.tv_nsec) / 1e9;
}

void bs_sweep_progress_begin(struct bs_sweep_progress *progress, uint64_t wanted, bool is_wanted)
{
    *progress = (struct bs_sweep_progress){
        .wanted = wanted,
        .is_shown = is_wanted && wanted > 0 && isatty(STDERR_FILENO) == 1,
    };
    (void)clock_gettime(CLOCK_MONOTONIC, &progress->start);
}

/* "[=======>      ] 312 of 1000 trials, 61.2/s, 0m 11s left" */
static void show(const struct bs_sweep_progress *progress)
{
    const double took_s = elapsed_s(progress);
    const double rate = took_s > 0 ? (double)progress->done / took_s : 0;
    const double left_s = rate > 0 ? (double)(progress->wanted - progress->done) / rate : 0;
    const int filled = (int)(progress->done * BAR_COLUMNS / progress->wanted);
    char bar[BAR_COLUMNS + 1];

    for (int i = 0; i < BAR_COLUMNS; i++) {
        bar[i] = i < filled ? '=' : ' ';
    }
    bar[BAR_COLUMNS] = '\0';
    (void)fprintf(stderr, "\r[%s] %" PRIu64 " of %" PRIu64 " trials, %.1f/s, %dm %02ds left  ", bar,
                  progress->done, progress->wanted, rate, (int)left_s / SECONDS_PER_MINUTE,
                  (int)left_s % SECONDS_PER_MINUTE);
}

void bs_sweep_progress_add(struct bs_sweep_progress *progress, uint64_t count)
{
    progress->done += count;
    if (progress->is_shown) {
        show(progress);
    }
}

void bs_sweep_progress_end(const struct bs_sweep_progress *progress)
{
    if (progress->is_shown) {
        (void)fprintf(stderr, "\n");
    }
}
