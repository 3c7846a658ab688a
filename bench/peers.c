/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The hold model with exponential increments, here and in other simulators (bench/peers), which run as
 * processes of their own and measure themselves. Repetitions are interleaved; medians of events per
 * second of CPU time.
 */

#define _GNU_SOURCE
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "bench/bench.h"
#include "bench/hold_model.h"
#include "bench/measure.h"

enum {
    REPETITIONS = 5,
    COMMAND_MAX = 4096,
    ANSWER_MAX = 64,
    NOT_INSTALLED = 69, /* How a peer's program says that its simulator is not there. */
    NO_COMMAND = 127,
};

struct row {
    const char *name;
    const char *package;
    const char *command; /* Takes pending and events; NULL: here, on .. */
    enum bs_event_list_kind list_kind;
    uint64_t events; /* How many take about a second. */
};

/* Empty where the library was not there to build with. */
static const struct row rows[] = {
    {"heap", "", NULL, BS_EVENT_LIST_HEAP, 2000000},
    {"ladder", "", NULL, BS_EVENT_LIST_LADDER, 2000000},
    {"SimPy", "python3-simpy3", BS_HOLD_SIMPY, 0, 500000},
    {"SimGrid", "libsimgrid-dev", BS_HOLD_SIMGRID, 0, 500000},
};

static const uint32_t pending_counts[] = {1000, 100000};

enum {

    LADDER = 1,
    ROWS = sizeof(rows) / sizeof(rows[0]),
    PENDING_COUNTS = sizeof(pending_counts) / sizeof(pending_counts[0]),
};

/* What a peer's program prints; 0 if its simulator is not installed. */
static double ask_peer(const struct row *row, uint32_t pending, uint64_t events)
{
    char command[COMMAND_MAX];
    char answer[ANSWER_MAX] = "";
    FILE *pipe;
    int status;

    if (row->command[0] == '\0') {
        return 0;
    }
    (void)snprintf(command, sizeof(command), "%s %" PRIu32 " %" PRIu64, row->command, pending,
                   events);
    pipe = popen(command, "r"); // NOLINT(cert-env33-c): the words are this build's own
    bs_bench_must(pipe != NULL ? BS_OK : BS_ERR_MEMORY);
    (void)fgets(answer, sizeof(answer), pipe);
    status = pclose(pipe);
    if (WIFEXITED(status) &&
        (WEXITSTATUS(status) == NOT_INSTALLED || WEXITSTATUS(status) == NO_COMMAND)) {
        return 0;
    }
    if (status != 0 || strtod(answer, NULL) <= 0) {
        (void)fprintf(stderr, "bench: %s: %s\n", row->name, command);
        exit(EXIT_FAILURE);
    }
    return strtod(answer, NULL);
}

static double measure(const struct row *row, uint32_t pending, uint64_t divisor)
{
    const uint64_t events = row->events / divisor;

    return row->command != NULL
               ? ask_peer(row, pending, events)
               : bs_hold_rate(BS_HOLD_EXPONENTIAL, row->list_kind, pending, events);
}

static void print_text(double medians[ROWS][PENDING_COUNTS])
{
    (void)printf(
        "hold model, exponential increments, events/s in millions (how much faster the ladder is)\n"
        "%-8s",
        "");
    for (size_t n = 0; n < PENDING_COUNTS; n++) {
        (void)printf(" %13" PRIu32 " pending", pending_counts[n]);
    }
    for (size_t r = 0; r < ROWS; r++) {
        (void)printf("\n%-8s", rows[r].name);
        if (medians[r][0] <= 0) {
            (void)printf(" not installed: %s", rows[r].package);
            continue;
        }
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            (void)printf(" %10.3f (%6.2f x)", medians[r][n] / 1e6,
                         medians[LADDER][n] / medians[r][n]);
        }
    }
    (void)printf("\n");
}

static void print_json(double medians[ROWS][PENDING_COUNTS])
{
    const char *separator = "";

    (void)printf("\"peers\":{\"repetitions\":%d,\"rows\":[", REPETITIONS);
    for (size_t i = 0; i < (size_t)ROWS * PENDING_COUNTS; i++) {
        const size_t r = i / PENDING_COUNTS;
        const size_t n = i % PENDING_COUNTS;

        (void)printf("%s{\"simulator\":\"%s\",\"pending\":%" PRIu32, separator, rows[r].name,
                     pending_counts[n]);
        if (medians[r][n] > 0) {
            (void)printf(",\"events_per_s\":%.0f,\"ladder_is_faster\":%.3f}", medians[r][n],
                         medians[LADDER][n] / medians[r][n]);
        } else {
            (void)printf(",\"events_per_s\":null,\"not_installed\":\"%s\"}", rows[r].package);
        }
        separator = ",";
    }
    (void)printf("]}");
}

bool bs_bench_peers(const struct bs_bench_options *options)
{
    static double rates[ROWS][PENDING_COUNTS][REPETITIONS];
    const size_t repetitions = options->is_quick ? 1 : REPETITIONS;
    double medians[ROWS][PENDING_COUNTS];

    for (size_t repetition = 0; repetition < repetitions; repetition++) {
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            for (size_t r = 0; r < ROWS; r++) {
                rates[r][n][repetition] =
                    measure(&rows[r], pending_counts[n], options->is_quick ? 10 : 1);
            }
        }
    }
    for (size_t r = 0; r < ROWS; r++) {
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            medians[r][n] = bs_median(rates[r][n], repetitions);
        }
    }
    (options->is_json ? print_json : print_text)(medians);
    return true;
}
