/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "bench/measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double clock_s(clockid_t clock)
{
    struct timespec now = {0};

    (void)clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double bs_cpu_s(void)
{
    return clock_s(CLOCK_PROCESS_CPUTIME_ID);
}

double bs_wall_s(void)
{
    return clock_s(CLOCK_MONOTONIC);
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;

    return (x > y) - (x < y);
}

double bs_median(double *values, size_t count)
{
    qsort(values, count, sizeof(*values), compare);
    return values[count / 2];
}

void bs_bench_fail(const struct bs_error *error)
{
    char text[BS_ERROR_MESSAGE_MAX + BS_ERROR_FILE_MAX + 64];

    bs_error_format(error, text, sizeof(text));
    (void)fprintf(stderr, "bench: %s\n", text);
    exit(EXIT_FAILURE);
}

void bs_bench_must(enum bs_status status)
{
    if (status != BS_OK) {
        (void)fprintf(stderr, "bench: %s\n", bs_status_name(status));
        exit(EXIT_FAILURE);
    }
}
