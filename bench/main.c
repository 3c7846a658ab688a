/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"

int main(int argc, char **argv)
{
    struct bs_bench_options options = {.scenario = BS_FLAGSHIP};
    double reference_per_s;
    bool is_same;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0) {
            options.is_json = true;
        } else if (strcmp(argv[i], "--quick") == 0) {
            options.is_quick = true;
        } else {
            (void)fprintf(stderr, "usage: bench [--json] [--quick]\n");
            return EXIT_FAILURE;
        }
    }
    (void)printf("%s", options.is_json ? "{" : "");
    reference_per_s = bs_bench_hold(&options);
    (void)printf("%s", options.is_json ? "," : "");
    is_same = bs_bench_flagship(&options, reference_per_s);
    (void)printf("%s", options.is_json ? "}\n" : "");
    return is_same ? EXIT_SUCCESS : EXIT_FAILURE;
}
