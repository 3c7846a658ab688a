/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BENCH_MEASURE_H
#define BS_BENCH_MEASURE_H

/** How benchmarks measure: clocks, medians, and what becomes of an error. */

#include <stddef.h>

#include "base/status.h"

/** CPU time of this process, all threads together. */
double bs_cpu_s(void);

double bs_wall_s(void);

/** Sorts the values. */
double bs_median(double *values, size_t count);

/** Ends the program with the error's text. */
void bs_bench_fail(const struct bs_error *error);

/** Ends the program unless the status is BS_OK. */
void bs_bench_must(enum bs_status status);

#endif
