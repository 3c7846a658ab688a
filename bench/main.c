/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"

struct part {
    const char *name;
    const char *about;
    bool (*run)(const struct bs_bench_options *options);
    bool is_wanted;
};

static struct part parts[] = {
    {"hold", "event lists: heap, ladder, rings, at a thousand to a million pending events",
     bs_bench_hold, false},
    {"peers", "the same model in SimPy and SimGrid, where they are installed", bs_bench_peers,
     false},
    {"flagship", "one trial of the flagship, with and without skipping", bs_bench_flagship, false},
    {"sweep", "trials per second on one thread and on two, with and without a file", bs_bench_sweep,
     false},
    {"growth", "a trial's time as resolvers, clients and Regions grow", bs_bench_growth, false},
};

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

static int print_help(FILE *stream, int exit_status)
{
    (void)fprintf(stream, "usage: bench [--quick] [--json] [PART...]\n\n"
                          "Measures the parts that are named, or all:\n");
    for (size_t i = 0; i < PARTS; i++) {
        (void)fprintf(stream, "  %-10s%s\n", parts[i].name, parts[i].about);
    }
    (void)fprintf(stream,
                  "\n  --quick   a fraction of the work: to see that it runs, not to quote\n"
                  "  --json    one JSON object instead of tables\n");
    return exit_status;
}

static bool want(const char *name)
{
    for (size_t i = 0; i < PARTS; i++) {
        if (strcmp(name, parts[i].name) == 0) {
            parts[i].is_wanted = true;
            return true;
        }
    }
    return false;
}

static bool run_parts(const struct bs_bench_options *options, bool all)
{
    const char *separator = "";
    bool is_right = true;

    (void)printf("%s", options->is_json ? "{" : "");
    for (size_t i = 0; i < PARTS; i++) {
        if (all || parts[i].is_wanted) {
            (void)printf("%s", separator);
            is_right = parts[i].run(options) && is_right;
            (void)fflush(stdout);
            separator = options->is_json ? "," : "\n";
        }
    }
    (void)printf("%s", options->is_json ? "}\n" : "");
    return is_right;
}

int main(int argc, char **argv)
{
    struct bs_bench_options options = {.scenario = BS_PLATFORM "/region-loss.yaml"};
    bool all = true;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0) {
            options.is_json = true;
        } else if (strcmp(argv[i], "--quick") == 0) {
            options.is_quick = true;
        } else if (strcmp(argv[i], "--help") == 0) {
            return print_help(stdout, EXIT_SUCCESS);
        } else if (want(argv[i])) {
            all = false;
        } else {
            return print_help(stderr, EXIT_FAILURE);
        }
    }
    return run_parts(&options, all) ? EXIT_SUCCESS : EXIT_FAILURE;
}
