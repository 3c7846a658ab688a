/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/support/ks.h"

#include <math.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

double bs_ks_statistic(double *sample, size_t count, bs_ks_cdf *cdf, const void *parameters)
{
    double greatest = 0.0;

    qsort(sample, count, sizeof(*sample), compare);
    for (size_t i = 0; i < count; i++) {
        double expected = cdf(parameters, sample[i]);

        /* The empirical distribution jumps at the sample: both sides of the jump count. */
        greatest = fmax(greatest, expected - (double)i / (double)count);
        greatest = fmax(greatest, (double)(i + 1) / (double)count - expected);
    }
    return greatest;
}

double bs_ks_critical(size_t count, double alpha)
{
    return sqrt(-log(alpha / 2.0) / 2.0) / sqrt((double)count);
}
