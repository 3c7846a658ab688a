/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BENCH_BENCH_H
#define BS_BENCH_BENCH_H

/**
 * The benchmarks of one process run: figures measured side by side, so that their ratios mean something.
 *
 * Each part prints a table, or a member of a JSON object; what it gives in absolute figures stands beside the
 * rate at which the reference heap holds a thousand pending events, measured along with them. What cannot be
 * measured ends the program; false, with a message: what was measured is wrong.
 */

#include <stdbool.h>

struct bs_bench_options {
    const char *scenario; /* The flagship's file. */
    bool is_json;
    bool is_quick; /* A fraction of the work: to see that it runs, not to quote. */
};

bool bs_bench_hold(const struct bs_bench_options *options);
bool bs_bench_peers(const struct bs_bench_options *options);
bool bs_bench_flagship(const struct bs_bench_options *options);
bool bs_bench_sweep(const struct bs_bench_options *options);
bool bs_bench_growth(const struct bs_bench_options *options);

#endif
