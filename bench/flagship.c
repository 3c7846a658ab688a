/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The flagship hour: every request, probe and refresh an event of its own, against exact skipping, with the
 * orchestrator in the loop both times. Prints CPU time, events and time per client request, and refuses to
 * print anything if the two do not give the same history.
 *
 * Repetitions are interleaved, so that a noisy neighbour hits both alike; medians are printed.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "bench/bench.h"
#include "bench/hold_model.h"
#include "bench/measure.h"
#include "cli/inputs.h"
#include "reports/report.h"
#include "sim/trial/trial.h"

enum { REPETITIONS = 7, DETAILS = 2 };

static const char *const detail_names[DETAILS] = {"skip", "every-event"};

struct measured {
    double trial_s[REPETITIONS];
    double report_s[REPETITIONS];
    uint64_t events;
    int64_t requests;
    char sha256[65];
};

static void measure(const struct bs_inputs *inputs, enum bs_detail detail, size_t repetition,
                    struct measured *measured)
{
    const struct bs_trial_options options = {
        .scenario = inputs->scenario,
        .plan = inputs->plan,
        .seed = 1,
        .detail = detail,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
    };
    struct bs_error error = {0};
    struct bs_history *history = NULL;
    struct bs_report *report = NULL;
    struct bs_report_inputs report_inputs = {.backend = "sim", .figures_only = true};
    const double start_s = bs_cpu_s();
    double trial_end_s;

    if (bs_trial_run(&options, &history, &measured->events, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    trial_end_s = bs_cpu_s();
    report_inputs.history = history;
    if (bs_report_build(&report_inputs, &report, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    measured->report_s[repetition] = bs_cpu_s() - trial_end_s;
    measured->trial_s[repetition] = trial_end_s - start_s;
    measured->requests = report->traffic.requests;
    bs_history_sha256(history, measured->sha256);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void print_text(struct measured *results, double reference_per_s)
{
    (void)printf("the flagship hour, %" PRId64
                 " client requests; the same history either way; heap at 1k: %.1f M/s\n"
                 "detail       CPU ms  report ms   events  M events/s  x heap at 1k  ns/request\n",
                 results[0].requests, reference_per_s / 1e6);
    for (size_t i = 0; i < DETAILS; i++) {
        const double trial_s = bs_median(results[i].trial_s, REPETITIONS);
        const double events_per_s = (double)results[i].events / trial_s;

        (void)printf("%-11s %7.2f  %9.2f %8" PRIu64 "  %10.2f  %12.2f  %10.2f\n", detail_names[i],
                     trial_s * 1e3, bs_median(results[i].report_s, REPETITIONS) * 1e3,
                     results[i].events, events_per_s / 1e6, events_per_s / reference_per_s,
                     trial_s * 1e9 / (double)results[i].requests);
    }
}

static void print_json(struct measured *results, double reference_per_s)
{
    (void)printf("\"flagship\":{\"requests\":%" PRId64
                 ",\"history_sha256\":\"%s\",\"heap_per_s\":%.0f,\"rows\":[",
                 results[0].requests, results[0].sha256, reference_per_s);
    for (size_t i = 0; i < DETAILS; i++) {
        const double trial_s = bs_median(results[i].trial_s, REPETITIONS);
        const double events_per_s = (double)results[i].events / trial_s;

        (void)printf("%s{\"detail\":\"%s\",\"cpu_ms\":%.3f,\"report_ms\":%.3f,\"events\":%" PRIu64
                     ",\"events_per_s\":%.0f,\"ratio_to_heap_at_1k\":%.3f,\"ns_per_request\":%.2f}",
                     i > 0 ? "," : "", detail_names[i], trial_s * 1e3,
                     bs_median(results[i].report_s, REPETITIONS) * 1e3, results[i].events,
                     events_per_s, events_per_s / reference_per_s,
                     trial_s * 1e9 / (double)results[i].requests);
    }
    (void)printf("]}");
}

bool bs_bench_flagship(const struct bs_bench_options *options)
{
    const struct bs_texts no_overrides = {.count = 0};
    const double reference_per_s = bs_hold_reference();
    struct measured results[DETAILS] = {{.events = 0}};
    struct bs_error error = {0};
    struct bs_inputs inputs;

    if (bs_inputs_load(options->scenario, &no_overrides, &inputs, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    for (size_t repetition = 0; repetition < REPETITIONS; repetition++) {
        measure(&inputs, BS_DETAIL_SKIP, repetition, &results[0]);
        measure(&inputs, BS_DETAIL_EVERY_EVENT, repetition, &results[1]);
    }
    bs_inputs_clean_up(&inputs);
    if (strcmp(results[0].sha256, results[1].sha256) != 0) {
        (void)fprintf(stderr, "bench: the histories differ: %s with skipping, %s without\n",
                      results[0].sha256, results[1].sha256);
        return false;
    }
    if (options->is_json) {
        print_json(results, reference_per_s);
    } else {
        print_text(results, reference_per_s);
    }
    return true;
}
