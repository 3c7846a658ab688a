/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/prometheus_card.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/assert.h"
#include "reports/metric_writer.h"

enum { NUMBER_TEXT_MAX = 24 };

static void put_run(const struct bs_report *report, const struct bs_metrics *metrics)
{
    const struct bs_label labels[] = {
        {"plan", report->plan},
        {"seed", report->seed},
        {"version", report->version},
        {"backend", report->backend},
        {"history_sha256", report->history_sha256},
    };
    struct bs_metric info = {.metrics = metrics, .name = "run_info", .help = "What was run."};
    struct bs_metric verdict = {
        .metrics = metrics, .name = "verdict", .help = "Whether this is the run's verdict."};

    bs_metric_count(&info, labels, sizeof(labels) / sizeof(labels[0]), 1);
    for (enum bs_verdict i = BS_VERDICT_PASS; i <= BS_VERDICT_FAIL; i++) {
        const struct bs_label label = {"verdict", bs_verdict_name(i)};

        bs_metric_count(&verdict, &label, 1, report->findings.verdict == i);
    }
}

static void put_figures(const struct bs_report *report, const struct bs_metrics *metrics)
{
    const struct {
        const char *name;
        const char *help;
        struct bs_figure figure;
    } rows[] = {
        {"rto_seconds", "How long the worst outage took, on the objective's clock.", report->rto},
        {"rto_objective_seconds", "How long it may take.", report->objectives.rto},
        {"plan_recovery_seconds", "From the plan's start to the end of the worst outage.",
         report->plan_recovery},
        {"split_brain_seconds", "How long two copies of a store with one writer took writes.",
         report->split.duration},
        {"split_brain_objective_seconds", "How long they may.",
         bs_known(report->objectives.split_brain_ns)},
        {"availability_ratio", "Share of requests that were served in time.",
         report->traffic.availability},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_metric metric = {.metrics = metrics, .name = rows[i].name, .help = rows[i].help};

        bs_metric_figure(&metric, NULL, 0, rows[i].figure);
    }
}

static void put_counts(const struct bs_report *report, const struct bs_metrics *metrics)
{
    const struct {
        const char *name;
        const char *help;
        struct bs_figure count;
    } rows[] = {
        {"recovered", "Whether the worst outage ended, or there was none.", report->recovered},
        {"outages", "Outages, planned ones too.",
         report->outages.unknown != NULL ? bs_unknown(report->outages.unknown)
                                         : bs_known((int64_t)report->outages.count)},
        {"requests", "Requests of clients.", bs_known(report->traffic.requests)},
        {"failed_requests", "Requests that were not served in time.",
         bs_known(report->traffic.failed)},
        {"missed_steps", "Steps that were not executed.",
         bs_known((int64_t)report->steps.missed_count)},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_metric metric = {.metrics = metrics, .name = rows[i].name, .help = rows[i].help};

        if (bs_is_known(rows[i].count)) {
            bs_metric_count(&metric, NULL, 0, rows[i].count.value);
        }
    }
}

static void put_stores(const struct bs_rpo *rpo, const struct bs_metrics *metrics)
{
    struct bs_metric achieved = {.metrics = metrics,
                                 .name = "rpo_seconds",
                                 .help = "Age of the oldest write that was lost."};
    struct bs_metric objective = {
        .metrics = metrics, .name = "rpo_objective_seconds", .help = "How old it may be."};
    struct bs_metric lost = {
        .metrics = metrics, .name = "lost_writes", .help = "Acknowledged writes that were lost."};

    for (size_t i = 0; i < rpo->count; i++) {
        bs_metric_figure(&achieved, &(struct bs_label){"store", rpo->stores[i].id}, 1,
                         rpo->stores[i].rpo);
    }
    for (size_t i = 0; i < rpo->count; i++) {
        bs_metric_figure(&objective, &(struct bs_label){"store", rpo->stores[i].id}, 1,
                         rpo->stores[i].objective);
    }
    for (size_t i = 0; i < rpo->count; i++) {
        /* Without a count of what was acknowledged, nobody can say that nothing was lost. */
        if (bs_is_known(rpo->stores[i].acknowledged)) {
            bs_metric_count(&lost, &(struct bs_label){"store", rpo->stores[i].id}, 1,
                            rpo->stores[i].lost_writes);
        }
    }
}

static void put_phases(const struct bs_parts *parts, const struct bs_metrics *metrics)
{
    struct bs_metric metric = {.metrics = metrics,
                               .name = "phase_duration_seconds",
                               .help = "How long each phase of the worst outage took."};

    for (size_t i = 0; i < parts->count; i++) {
        const struct bs_part *part = &parts->items[i];

        bs_metric_figure(&metric, &(struct bs_label){"phase", part->name}, 1,
                         bs_known(part->end.ns - part->start.ns));
    }
}

typedef struct bs_figure step_figure_fn(const struct bs_step_row *row);

static struct bs_figure step_duration(const struct bs_step_row *row)
{
    return row->end.ns != BS_INSTANT_UNKNOWN.ns ? bs_known(row->end.ns - row->start.ns)
                                                : bs_unknown("it has no end");
}

static struct bs_figure step_target(const struct bs_step_row *row)
{
    return row->target;
}

static struct bs_figure step_wait(const struct bs_step_row *row)
{
    return bs_known(row->waited_on_human_ns);
}

static void put_steps(const struct bs_steps *steps, const struct bs_metrics *metrics)
{
    static const struct {
        const char *name;
        const char *help;
        step_figure_fn *figure;
    } rows[] = {
        {"step_duration_seconds", "How long each step took.", step_duration},
        {"step_target_seconds", "How long each step should take.", step_target},
        {"step_human_wait_seconds", "How long each step waited for people.", step_wait},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_metric metric = {.metrics = metrics, .name = rows[i].name, .help = rows[i].help};

        for (size_t k = 0; k < steps->executed_count; k++) {
            const struct bs_step_row *row = &steps->executed[k];
            char execution[NUMBER_TEXT_MAX];

            (void)snprintf(execution, sizeof(execution), "%" PRId64, row->execution);
            bs_metric_figure(&metric,
                             (const struct bs_label[]){{"workflow", row->workflow},
                                                       {"step", row->id},
                                                       {"execution", execution}},
                             3, rows[i].figure(row));
        }
    }
}

static void put_invariants(const struct bs_invariants *invariants, const struct bs_metrics *metrics)
{
    struct bs_metric metric = {
        .metrics = metrics, .name = "invariant_failed", .help = "Whether each invariant failed."};

    for (size_t i = 0; i < invariants->count; i++) {
        const struct bs_invariant *item = &invariants->items[i];

        if (item->outcome != BS_OUTCOME_UNKNOWN) {
            bs_metric_count(&metric, &(struct bs_label){"invariant", item->name}, 1,
                            item->outcome == BS_OUTCOME_FAIL);
        }
    }
}

static void put_readiness(const struct bs_readiness *readiness, const struct bs_metrics *metrics)
{
    const struct {
        const char *name;
        const char *help;
        struct bs_figure count;
    } rows[] = {
        {"readiness_score", "How ready the posture is, of 100.", readiness->score},
        {"readiness_score_min", "The score if what is not known counts nothing.",
         bs_known(readiness->at_least)},
        {"readiness_score_max", "The score if what is not known counts in full.",
         bs_known(readiness->at_most)},
        {"readiness_blockers", "What makes it not ready whatever the score.",
         bs_known((int64_t)readiness->blocker_count)},
    };
    struct bs_metric parts = {
        .metrics = metrics, .name = "readiness_part", .help = "What each part adds to the score."};

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_metric metric = {.metrics = metrics, .name = rows[i].name, .help = rows[i].help};

        if (bs_is_known(rows[i].count)) {
            bs_metric_count(&metric, NULL, 0, rows[i].count.value);
        }
    }
    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        if (bs_is_known(readiness->parts[i].got)) {
            bs_metric_count(&parts, &(struct bs_label){"part", readiness->parts[i].name}, 1,
                            readiness->parts[i].got.value);
        }
    }
}

static void put_cost(const struct bs_cost *cost, const struct bs_metrics *metrics)
{
    struct bs_metric metric = {.metrics = metrics,
                               .name = "monthly_cost_usd",
                               .help = "What the posture costs a month, at least."};

    for (enum bs_cost_part part = 0; part < BS_COST_PART_COUNT; part++) {
        for (enum bs_cost_side side = 0; side < BS_COST_SIDE_COUNT; side++) {
            const struct bs_figure cents = bs_cost_of_side(&cost->parts[part], side);
            const struct bs_label labels[] = {{"part", bs_cost_part_name(part)},
                                              {"side", bs_cost_side_name(side)}};

            if (cost->parts[part].charges[side] > 0) {
                bs_metric_usd(&metric, labels, 2, cents);
            }
        }
    }
}

static struct bs_figure predicted_low(const struct bs_prediction_row *row)
{
    return row->low;
}

static struct bs_figure predicted_median(const struct bs_prediction_row *row)
{
    return row->median;
}

static struct bs_figure predicted_high(const struct bs_prediction_row *row)
{
    return row->high;
}

static struct bs_figure live(const struct bs_prediction_row *row)
{
    return row->live.took;
}

static void put_predictions(const struct bs_predictions *predictions,
                            const struct bs_metrics *metrics)
{
    static const struct {
        const char *name;
        const char *help;
        struct bs_figure (*figure)(const struct bs_prediction_row *);
    } rows[] = {
        {"predicted_low_seconds", "1st percentile of simulated trials.", predicted_low},
        {"predicted_median_seconds", "Median of simulated trials.", predicted_median},
        {"predicted_high_seconds", "99th percentile of simulated trials.", predicted_high},
        {"live_seconds", "What was predicted, as it came live.", live},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_metric metric = {.metrics = metrics, .name = rows[i].name, .help = rows[i].help};

        for (size_t k = 0; k < predictions->count; k++) {
            const struct bs_prediction_row *row = &predictions->items[k];

            bs_metric_figure(&metric,
                             (const struct bs_label[]){{"subject", row->live.subject},
                                                       {"workflow", row->live.workflow},
                                                       {"name", row->live.name}},
                             3, rows[i].figure(row));
        }
    }
}

void bs_report_prometheus(const struct bs_report *report, struct bs_buffer *buffer)
{
    struct bs_metrics metrics = {.buffer = buffer};

    BS_ASSERT(report != NULL);
    BS_ASSERT(buffer != NULL);

    metrics.common = (struct bs_label){"scenario", report->scenario};
    put_run(report, &metrics);
    put_figures(report, &metrics);
    put_counts(report, &metrics);
    put_stores(&report->rpo, &metrics);
    put_phases(&report->parts, &metrics);
    put_steps(&report->steps, &metrics);
    put_invariants(&report->invariants, &metrics);
    put_readiness(&report->readiness, &metrics);
    put_cost(&report->cost, &metrics);
    put_predictions(&report->predictions, &metrics);
}
