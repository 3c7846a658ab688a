/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BENCH_BENCH_H
#define BS_BENCH_BENCH_H

/** The benchmarks of one process run: figures measured side by side, so that their ratios mean something. */

#include <stdbool.h>

struct bs_bench_options {
    const char *scenario; /* The flagship's file. */
    bool is_json;
    bool is_quick; /* A tenth of the work: to see that it runs, not to quote. */
};

/** Prints the hold model's table; returns the reference: the heap's events per second at 1k pending. */
double bs_bench_hold(const struct bs_bench_options *options);

/** Prints the flagship hour's table. False, with a message, if skipping changes the history. */
bool bs_bench_flagship(const struct bs_bench_options *options, double reference_per_s);

#endif
