/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * What a trial costs as the flagship grows: more resolvers, more requests (on a platform that is sized for
 * them), more Regions. CPU time of trial and figures together, in a workspace; medians over the same seeds.
 *
 * The exponent is the slope of time over size, both as logarithms: 1 is linear. Since what does not grow
 * hides what does, the slope of the last step is given beside that of the whole.
 */

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "base/buffer.h"
#include "bench/bench.h"
#include "bench/hold_model.h"
#include "bench/measure.h"
#include "cli/inputs.h"
#include "reports/report.h"
#include "sim/trial/trial.h"

enum {
    DETAILS = 2,
    AXES = 3,
    SIZES = 5,
    QUICK_SIZES = 3,
    SEEDS = 5, /* Of trials with skipping; of the others one. */
    TEXT_BYTES_MAX = 64 * 1024,
};

static const char *const detail_names[DETAILS] = {"skip", "every-event"};

/* Writes what differs from the flagship, as keys of a scenario that extends it. */
typedef void grow_fn(struct bs_buffer *text, uint32_t size);

static void grow_resolvers(struct bs_buffer *text, uint32_t size)
{
    bs_buffer_format(text, "resolvers:\n  public: {count: %" PRIu32 "}\n", size * 1000);
}

/* What has a capacity gets as much more of it, so that clients meet the same fates. */
static void grow_requests(struct bs_buffer *text, uint32_t size)
{
    bs_buffer_format(text,
                     "clients:\n  shoppers: {reads: %" PRIu32 "/s, writes: %" PRIu32 "/s}\n"
                     "resources:\n"
                     "  app: {per_task: %" PRIu32 "/s, cache: {fill: %" PRIu32 "}}\n"
                     "  app-dr: {per_task: %" PRIu32 "/s, cache: {fill: %" PRIu32 "}}\n"
                     "  orders: {queries: %" PRIu32 "/s}\n"
                     "  orders-dr: {queries: %" PRIu32 "/s}\n",
                     size * 150, size * 50, size * 60, size * 15000, size * 60, size * 15000,
                     size * 800, size * 150);
}

static void add_resources(struct bs_buffer *text, uint32_t n)
{
    bs_buffer_format(text,
                     "  app-%" PRIu32 ": {kind: ecs_service, region: r-%" PRIu32
                     ", tasks: 10, max_tasks: 20, image: web, per_task: 60/s}\n",
                     n, n);
    bs_buffer_format(
        text, "  lb-%" PRIu32 ": {kind: alb, region: r-%" PRIu32 ", targets: app-%" PRIu32 "}\n", n,
        n, n);
    bs_buffer_format(
        text,
        "  orders-%" PRIu32 ": {kind: rds_replica, of: orders, region: r-%" PRIu32
        ", engine: postgres, queries: 800/s, lag: {lognormal: {median: 2300ms, p95: 5s}}}\n",
        n, n);
}

static void add_region(struct bs_buffer *text, uint32_t n)
{
    bs_buffer_format(text, "  r-%" PRIu32 ": {role: r-%" PRIu32 "}\n", n, n);
}

static void add_record(struct bs_buffer *text, uint32_t n)
{
    bs_buffer_format(text, "  r%" PRIu32 ".example.com: {alias: lb-%" PRIu32 "}\n", n, n);
}

static void add_readers(struct bs_buffer *text, uint32_t n)
{
    bs_buffer_format(text,
                     "  readers-%" PRIu32 ": {resolvers: public, record: r%" PRIu32
                     ".example.com, reads: 200/s, timeout: 5s, retry: {max: 2, base: 500ms},"
                     " keep_alive: 60s, stores: [orders]}\n",
                     n, n);
}

static void add_loss(struct bs_buffer *text, uint32_t n)
{
    bs_buffer_format(text,
                     "  - {name: r-%" PRIu32 " lost, at: %" PRIu32
                     "m, for: 5m, region_loss: r-%" PRIu32 "}\n",
                     n, 10 + n, n);
}

static const struct {
    const char *heading;
    grow_fn *add;
} added_parts[] = {
    {"regions:\n", add_region},
    {"resources:\n", add_resources},
    {"dns:\n", add_record},
    {"clients:\n  shoppers: {record: app.example.com}\n", add_readers},
    {"faults:\n  - {name: us-east-1 lost, at: 10m, region_loss: primary}\n", add_loss},
};

enum { ADDED_PARTS = sizeof(added_parts) / sizeof(added_parts[0]) };

/* Beside what the flagship has: Regions with customers of their own, each lost for five minutes. */
static void grow_regions(struct bs_buffer *text, uint32_t size)
{
    for (size_t i = 0; size > 1 && i < ADDED_PARTS; i++) {
        bs_buffer_format(text, "%s", added_parts[i].heading);
        for (uint32_t n = 1; n < size; n++) {
            added_parts[i].add(text, n);
        }
    }
}

/* Regions: a scenario has 16 at most, of which the flagship has three. */
static const struct {
    const char *name;
    grow_fn *grow;
    uint32_t sizes[SIZES];
} axes[AXES] = {
    {"resolvers", grow_resolvers, {1, 3, 10, 30, 100}},
    {"requests", grow_requests, {1, 3, 10, 30, 100}},
    {"regions", grow_regions, {1, 2, 4, 8, 14}},
};

static void load(size_t axis, uint32_t size, struct bs_inputs *inputs)
{
    struct bs_error error = {0};
    struct bs_buffer text;

    bs_buffer_init(&text, TEXT_BYTES_MAX);
    bs_buffer_format(&text, "blackstart: scenario/1\nextends: region-loss.yaml\n"
                            "name: Grown\nabout: The flagship, with more of something.\n");
    axes[axis].grow(&text, size);
    bs_bench_must(text.failed ? BS_ERR_MEMORY : BS_OK);
    if (bs_inputs_parse(BS_PLATFORM "/grown.yaml", (const char *)text.bytes, text.length, inputs,
                        &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    bs_buffer_clean_up(&text);
}

/* CPU milliseconds of a trial and its figures. */
static double run(const struct bs_inputs *inputs, struct bs_trial_workspace *workspace,
                  enum bs_detail detail, uint64_t seed)
{
    const struct bs_trial_options options = {
        .scenario = inputs->scenario,
        .plan = inputs->plan,
        .seed = seed,
        .detail = detail,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .workspace = workspace,
    };
    struct bs_report_inputs report_inputs = {.backend = "sim", .figures_only = true};
    struct bs_history *history = NULL; /* The workspace's. */
    struct bs_report *report = NULL;
    struct bs_error error = {0};
    const double start_s = bs_cpu_s();
    double took_s;

    if (bs_trial_run(&options, &history, NULL, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    report_inputs.history = history;
    if (bs_report_build(&report_inputs, &report, &error) != BS_OK) {
        bs_bench_fail(&error);
    }
    took_s = bs_cpu_s() - start_s;
    bs_report_destroy(report);
    return took_s * 1e3;
}

/* The first trial grows the workspace's memory, and is no part of it. */
static double measure(size_t axis, uint32_t size, enum bs_detail detail)
{
    const uint64_t seeds = detail == BS_DETAIL_SKIP ? SEEDS : 1;
    struct bs_trial_workspace *workspace = bs_trial_workspace_new();
    struct bs_inputs inputs;
    double took_ms[SEEDS];

    bs_bench_must(workspace == NULL ? BS_ERR_MEMORY : BS_OK);
    load(axis, size, &inputs);
    (void)run(&inputs, workspace, BS_DETAIL_SKIP, SEEDS);
    for (uint64_t i = 0; i < seeds; i++) {
        took_ms[i] = run(&inputs, workspace, detail, i + 1);
    }
    bs_inputs_clean_up(&inputs);
    bs_trial_workspace_destroy(workspace);
    return bs_median(took_ms, seeds);
}

/* From size number `from` to number `to`: 1 is linear. */
static double exponent(size_t axis, const double *took_ms, size_t from, size_t to)
{
    return log(took_ms[to] / took_ms[from]) /
           log((double)axes[axis].sizes[to] / (double)axes[axis].sizes[from]);
}

static void print_text(size_t axis, size_t sizes, double took_ms[DETAILS][SIZES])
{
    (void)printf("%-10s %-12s", axes[axis].name, "x");
    for (size_t i = 0; i < sizes; i++) {
        (void)printf(" %9" PRIu32, axes[axis].sizes[i]);
    }
    (void)printf("  exponent  last step\n");
    for (size_t detail = 0; detail < DETAILS; detail++) {
        (void)printf("%-10s %-12s", "", detail_names[detail]);
        for (size_t i = 0; i < sizes; i++) {
            (void)printf(" %9.2f", took_ms[detail][i]);
        }
        (void)printf("  %8.2f  %9.2f\n", exponent(axis, took_ms[detail], 0, sizes - 1),
                     exponent(axis, took_ms[detail], sizes - 2, sizes - 1));
    }
}

static void print_json(size_t axis, size_t sizes, double took_ms[DETAILS][SIZES])
{
    for (size_t i = 0; i < DETAILS * sizes; i++) {
        const size_t detail = i / sizes;
        const size_t n = i % sizes;

        (void)printf("%s{\"axis\":\"%s\",\"detail\":\"%s\",\"times\":%" PRIu32
                     ",\"cpu_ms\":%.3f,\"exponent\":%.3f}",
                     axis + i > 0 ? "," : "", axes[axis].name, detail_names[detail],
                     axes[axis].sizes[n], took_ms[detail][n],
                     n > 0 ? exponent(axis, took_ms[detail], 0, n) : 0);
    }
}

bool bs_bench_growth(const struct bs_bench_options *options)
{
    const size_t sizes = options->is_quick ? QUICK_SIZES : SIZES;
    const double heap_per_s = bs_hold_reference();

    (void)printf(options->is_json ? "\"growth\":{\"heap_per_s\":%.0f,\"rows\":["
                                  : "CPU ms of a trial and its figures; heap at 1k: %.0f/s\n",
                 heap_per_s);
    for (size_t axis = 0; axis < AXES; axis++) {
        double took_ms[DETAILS][SIZES];

        for (size_t i = 0; i < sizes; i++) {
            took_ms[0][i] = measure(axis, axes[axis].sizes[i], BS_DETAIL_SKIP);
            took_ms[1][i] = measure(axis, axes[axis].sizes[i], BS_DETAIL_EVERY_EVENT);
        }
        (options->is_json ? print_json : print_text)(axis, sizes, took_ms);
    }
    (void)printf("%s", options->is_json ? "]}" : "");
    return true;
}
