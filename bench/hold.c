/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The hold model: N events are pending; each, when it runs, schedules its successor. Measures the whole
 * path: pop, callback, draw, schedule.
 *
 * Two workloads, each on every event list that suits it: increments that are exponential (from a table of
 * quantiles, so that drawing costs little), and four constant delays. Repetitions are interleaved, so that
 * a noisy neighbour hits all rows alike; medians are printed.
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/pcg.h"
#include "bench/bench.h"
#include "sim/engine/simulation.h"
#include "sim/engine/variate.h"

enum {
    DELAY_TABLE_SIZE = 4096,
    DELAY_CLASSES = 4,
    REPETITIONS = 5,
    MEASURED_EVENTS = 2000000,
    QUICK_EVENTS = 200000,
};

enum workload {
    EXPONENTIAL,
    CONSTANT,
};

struct row {
    const char *workload_name;
    const char *list_name;
    enum workload workload;
    enum bs_event_list_kind list_kind;
    size_t reference; /* The heap's row on the same workload. */
};

static const struct row rows[] = {
    {"exponential", "heap", EXPONENTIAL, BS_EVENT_LIST_HEAP, 0},
    {"exponential", "ladder", EXPONENTIAL, BS_EVENT_LIST_LADDER, 0},
    {"constant", "heap", CONSTANT, BS_EVENT_LIST_HEAP, 2},
    {"constant", "ladder", CONSTANT, BS_EVENT_LIST_LADDER, 2},
    {"constant", "rings", CONSTANT, BS_EVENT_LIST_RINGS_AND_LADDER, 2},
};

static const uint32_t pending_counts[] = {1000, 100000, 1000000};

enum {
    ROWS = sizeof(rows) / sizeof(rows[0]),
    PENDING_COUNTS = sizeof(pending_counts) / sizeof(pending_counts[0]),
};

static const int64_t class_delays_s[DELAY_CLASSES] = {1, 5, 10, 30};

struct hold {
    struct bs_simulation *simulation;
    struct bs_pcg pcg;
    uint32_t classes[DELAY_CLASSES];
    uint64_t k;
    int64_t delays_ns[DELAY_TABLE_SIZE];
};

static int64_t monotonic_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * BS_NS_PER_S + now.tv_nsec;
}

static void must(enum bs_status status)
{
    if (status != BS_OK) {
        (void)fprintf(stderr, "bench: %s\n", bs_status_name(status));
        exit(EXIT_FAILURE);
    }
}

static void on_exponential(void *subject, uint64_t entity)
{
    struct hold *hold = subject;
    int64_t delay_ns = hold->delays_ns[bs_pcg_next(&hold->pcg) % DELAY_TABLE_SIZE];
    const struct bs_event_key key = {
        .at = bs_instant_add(bs_simulation_now(hold->simulation), (struct bs_duration){delay_ns}),
        .phase = BS_PHASE_WORLD,
        .entity = entity,
        .k = hold->k++,
    };

    must(bs_simulation_schedule(hold->simulation, &key, on_exponential, hold, entity, NULL));
}

static void on_constant(void *subject, uint64_t entity)
{
    struct hold *hold = subject;
    size_t class = entity % DELAY_CLASSES;
    const struct bs_event_key key = {
        .at =
            bs_instant_add(bs_simulation_now(hold->simulation), BS_SECONDS(class_delays_s[class])),
        .phase = BS_PHASE_WORLD,
        .entity = entity,
        .k = hold->k++,
    };

    must(bs_simulation_schedule_class(hold->simulation, hold->classes[class], &key, on_constant,
                                      hold, entity, NULL));
}

static void fill_delays(struct hold *hold)
{
    const struct bs_distribution exponential = {
        .kind = BS_DISTRIBUTION_EXPONENTIAL,
        .exponential = {.mean = BS_SECONDS(10)},
    };

    for (uint64_t i = 0; i < DELAY_TABLE_SIZE; i++) {
        hold->delays_ns[i] =
            bs_distribution_sample(&exponential, i * (UINT64_MAX / DELAY_TABLE_SIZE)).ns;
    }
}

/* Spreads the first events as the running model would, so that little warming up is needed. */
static void schedule_first(struct hold *hold, enum workload workload, uint32_t pending)
{
    for (uint32_t i = 0; i < pending; i++) {
        uint64_t entity = bs_pcg_next(&hold->pcg);
        int64_t delay_ns =
            workload == EXPONENTIAL
                ? hold->delays_ns[i % DELAY_TABLE_SIZE]
                : (int64_t)bs_pcg_below(
                      &hold->pcg, (uint64_t)(class_delays_s[entity % DELAY_CLASSES] * BS_NS_PER_S));
        const struct bs_event_key key = {
            .at = {delay_ns}, .phase = BS_PHASE_WORLD, .entity = entity, .k = hold->k++};

        must(bs_simulation_schedule(hold->simulation, &key,
                                    workload == EXPONENTIAL ? on_exponential : on_constant, hold,
                                    entity, NULL));
    }
}

/* Events per second. */
static double measure(struct hold *hold, const struct row *row, uint32_t pending, uint64_t events)
{
    const struct bs_simulation_options options = {
        .list_kind = row->list_kind,
        .pending_max = pending + 1,
        .event_count_max = UINT64_MAX,
    };
    int64_t began_ns;
    int64_t took_ns;

    hold->simulation = bs_simulation_new(&options);
    must(hold->simulation == NULL ? BS_ERR_MEMORY : BS_OK);
    hold->pcg = bs_pcg_seeded(42, 54);
    hold->k = 0;
    for (size_t class = 0; class < DELAY_CLASSES; class ++) {
        hold->classes[class] =
            bs_simulation_delay_class(hold->simulation, BS_SECONDS(class_delays_s[class]));
    }
    schedule_first(hold, row->workload, pending);
    for (uint64_t i = 0; i < (uint64_t)pending * 2; i++) {
        (void)bs_simulation_step(hold->simulation);
    }
    began_ns = monotonic_ns();
    for (uint64_t i = 0; i < events; i++) {
        (void)bs_simulation_step(hold->simulation);
    }
    took_ns = monotonic_ns() - began_ns;
    bs_simulation_destroy(hold->simulation);
    return (double)events * (double)BS_NS_PER_S / (double)took_ns;
}

static int compare_rates(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

static void print_text(double medians[ROWS][PENDING_COUNTS])
{
    (void)printf("hold model, events/s in millions (x heap on the same workload)\n%-12s %-8s",
                 "increments", "list");
    for (size_t n = 0; n < PENDING_COUNTS; n++) {
        (void)printf(" %9" PRIu32 " pending", pending_counts[n]);
    }
    (void)printf("\n");
    for (size_t r = 0; r < ROWS; r++) {
        (void)printf("%-12s %-8s", rows[r].workload_name, rows[r].list_name);
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
                         separator, rows[r].workload_name, rows[r].list_name, pending_counts[n],
                         medians[r][n], medians[r][n] / medians[rows[r].reference][n]);
            separator = ",";
        }
    }
    (void)printf("]}");
}

double bs_bench_hold(const struct bs_bench_options *options)
{
    static double rates[ROWS][PENDING_COUNTS][REPETITIONS];
    static struct hold hold;
    double medians[ROWS][PENDING_COUNTS];

    fill_delays(&hold);
    for (size_t repetition = 0; repetition < REPETITIONS; repetition++) {
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            for (size_t r = 0; r < ROWS; r++) {
                rates[r][n][repetition] =
                    measure(&hold, &rows[r], pending_counts[n],
                            options->is_quick ? QUICK_EVENTS : MEASURED_EVENTS);
            }
        }
    }
    for (size_t r = 0; r < ROWS; r++) {
        for (size_t n = 0; n < PENDING_COUNTS; n++) {
            qsort(rates[r][n], REPETITIONS, sizeof(double), compare_rates);
            medians[r][n] = rates[r][n][REPETITIONS / 2];
        }
    }
    if (options->is_json) {
        print_json(medians);
    } else {
        print_text(medians);
    }
    return medians[0][0];
}
