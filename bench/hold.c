/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Two workloads, each on every event list that suits it. Repetitions are interleaved, so that a noisy
 * neighbour hits all rows alike; medians are printed.
 */

#include <inttypes.h>
#include <stdio.h>

#include "bench/bench.h"
#include "bench/hold_model.h"
#include "bench/measure.h"

enum {
    REPETITIONS = 5,
    MEASURED_EVENTS = 2000000,
    QUICK_EVENTS = 200000,
};

struct row {
    const char *increments_name;
    const char *list_name;
    enum bs_hold_increments increments;
    enum bs_event_list_kind list_kind;
    size_t reference; /* The heap's row on the same workload. */
};

static const struct row rows[] = {
    {"exponential", "heap", BS_HOLD_EXPONENTIAL, BS_EVENT_LIST_HEAP, 0},
    {"exponential", "ladder", BS_HOLD_EXPONENTIAL, BS_EVENT_LIST_LADDER, 0},
    {"constant", "heap", BS_HOLD_CONSTANT, BS_EVENT_LIST_HEAP, 2},
    {"constant", "ladder", BS_HOLD_CONSTANT, BS_EVENT_LIST_LADDER, 2},
    {"constant", "rings", BS_HOLD_CONSTANT, BS_EVENT_LIST_RINGS_AND_LADDER, 2},
};

static const uint32_t pending_counts[] = {1000, 100000, 1000000};

enum {
    ROWS = sizeof(rows) / sizeof(rows[0]),
    PENDING_COUNTS = sizeof(pending_counts) / sizeof(pending_counts[0]),
};

static void print_text(double medians[ROWS][PENDING_COUNTS])
{
    (void)printf("hold model, events/s in millions (x heap on the same workload)\n%-12s %-8s",
                 "increments", "list");
    for (size_t n = 0; n < PENDING_COUNTS; n++) {
        (void)printf(" %9" PRIu32 " pending", pending_counts[n]);
    }
    (void)printf("\n");
    for (size_t r = 0; r < ROWS; r++) {
        (void)printf("%-12s %-8s", rows[r].increments_name, rows[r].list_name);
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            (void)printf(" %7.1f (%6.2f x)", medians[r][n] / 1e6,
                         medians[r][n] / medians[rows[r].reference][n]);
        }
        (void)printf("\n");
    }
}

static void print_json(double medians[ROWS][PENDING_COUNTS])
{
    const char *separator = "";

    (void)printf("\"hold\":{\"repetitions\":%d,\"rows\":[", REPETITIONS);
    for (size_t r = 0; r < ROWS; r++) {
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            (void)printf("%s{\"increments\":\"%s\",\"list\":\"%s\",\"pending\":%" PRIu32
                         ",\"events_per_s\":%.0f,\"ratio_to_heap\":%.3f}",
                         separator, rows[r].increments_name, rows[r].list_name, pending_counts[n],
                         medians[r][n], medians[r][n] / medians[rows[r].reference][n]);
            separator = ",";
        }
    }
    (void)printf("]}");
}

bool bs_bench_hold(const struct bs_bench_options *options)
{
    const uint64_t events = options->is_quick ? QUICK_EVENTS : MEASURED_EVENTS;
    static double rates[ROWS][PENDING_COUNTS][REPETITIONS];
    double medians[ROWS][PENDING_COUNTS];

    for (size_t repetition = 0; repetition < REPETITIONS; repetition++) {
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            for (size_t r = 0; r < ROWS; r++) {
                rates[r][n][repetition] =
                    bs_hold_rate(rows[r].increments, rows[r].list_kind, pending_counts[n], events);
            }
        }
    }
    for (size_t r = 0; r < ROWS; r++) {
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            medians[r][n] = bs_median(rates[r][n], REPETITIONS);
        }
    }
    (options->is_json ? print_json : print_text)(medians);
    return true;
}
