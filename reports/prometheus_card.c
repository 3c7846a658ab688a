/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/prometheus_card.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/assert.h"
#include "reports/clean_text.h"
#include "reports/money.h"

enum { NUMBER_TEXT_MAX = 24 };

/** What all metrics go to, and what all of them say. */
struct card {
    struct bs_buffer *buffer;
    const char *scenario; /* NULL: not said. */
};

/** One metric; its head is written before its first sample. */
struct metric {
    const struct card *card;
    const char *name; /* Behind "blackstart_". */
    const char *help;
    bool has_samples;
};

struct label {
    const char *name;
    const char *value; /* NULL: the sample has no such label. */
};

static const char *escape(char character)
{
    switch (character) {
    case '\\':
        return "\\\\";
    case '"':
        return "\\\"";
    case '\n':
        return "\\n";
    default:
        return NULL;
    }
}

static void put_label(struct bs_buffer *buffer, const char *before, const struct label *label)
{
    bs_buffer_format(buffer, "%s%s=\"", before, label->name);
    bs_distinct_text(buffer, label->value, escape);
    bs_buffer_text(buffer, "\"");
}

static void put_labels(const struct card *card, const struct label *labels, size_t count)
{
    const struct label scenario = {"scenario", card->scenario};
    const char *before = "{";

    if (card->scenario != NULL) {
        put_label(card->buffer, before, &scenario);
        before = ",";
    }
    for (size_t i = 0; i < count; i++) {
        if (labels[i].value != NULL) {
            put_label(card->buffer, before, &labels[i]);
            before = ",";
        }
    }
    bs_buffer_text(card->buffer, before[0] == ',' ? "}" : "");
}

/** Begins a sample; its value and the end of the line follow. */
static void begin_sample(struct metric *metric, const struct label *labels, size_t count)
{
    if (!metric->has_samples) {
        bs_buffer_format(metric->card->buffer,
                         "# HELP blackstart_%s %s\n# TYPE blackstart_%s gauge\n", metric->name,
                         metric->help, metric->name);
        metric->has_samples = true;
    }
    bs_buffer_format(metric->card->buffer, "blackstart_%s", metric->name);
    put_labels(metric->card, labels, count);
}

static void put_count(struct metric *metric, const struct label *labels, size_t count,
                      int64_t value)
{
    begin_sample(metric, labels, count);
    bs_buffer_format(metric->card->buffer, " %" PRId64 "\n", value);
}

/** A figure in units of 10^-9: ns as seconds, ppb as a ratio. */
static void put_figure(struct metric *metric, const struct label *labels, size_t count,
                       struct bs_figure figure)
{
    char decimal[BS_TIME_TEXT_MAX];

    if (bs_is_known(figure)) {
        bs_seconds_format(figure.value, decimal);
        begin_sample(metric, labels, count);
        bs_buffer_format(metric->card->buffer, " %s\n", decimal);
    }
}

static void put_run(const struct bs_report *report, const struct card *card)
{
    const struct label labels[] = {
        {"plan", report->plan},
        {"seed", report->seed},
        {"version", report->version},
        {"backend", report->backend},
        {"history_sha256", report->history_sha256},
    };
    struct metric info = {.card = card, .name = "run_info", .help = "What was run."};
    struct metric verdict = {
        .card = card, .name = "verdict", .help = "Whether this is the run's verdict."};

    put_count(&info, labels, sizeof(labels) / sizeof(labels[0]), 1);
    for (enum bs_verdict i = BS_VERDICT_PASS; i <= BS_VERDICT_FAIL; i++) {
        const struct label label = {"verdict", bs_verdict_name(i)};

        put_count(&verdict, &label, 1, report->findings.verdict == i);
    }
}

static void put_figures(const struct bs_report *report, const struct card *card)
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
        struct metric metric = {.card = card, .name = rows[i].name, .help = rows[i].help};

        put_figure(&metric, NULL, 0, rows[i].figure);
    }
}

static void put_counts(const struct bs_report *report, const struct card *card)
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
        struct metric metric = {.card = card, .name = rows[i].name, .help = rows[i].help};

        if (bs_is_known(rows[i].count)) {
            put_count(&metric, NULL, 0, rows[i].count.value);
        }
    }
}

static void put_stores(const struct bs_rpo *rpo, const struct card *card)
{
    struct metric achieved = {
        .card = card, .name = "rpo_seconds", .help = "Age of the oldest write that was lost."};
    struct metric objective = {
        .card = card, .name = "rpo_objective_seconds", .help = "How old it may be."};
    struct metric lost = {
        .card = card, .name = "lost_writes", .help = "Acknowledged writes that were lost."};

    for (size_t i = 0; i < rpo->count; i++) {
        put_figure(&achieved, &(struct label){"store", rpo->stores[i].id}, 1, rpo->stores[i].rpo);
    }
    for (size_t i = 0; i < rpo->count; i++) {
        put_figure(&objective, &(struct label){"store", rpo->stores[i].id}, 1,
                   rpo->stores[i].objective);
    }
    for (size_t i = 0; i < rpo->count; i++) {
        /* Without a count of what was acknowledged, nobody can say that nothing was lost. */
        if (bs_is_known(rpo->stores[i].acknowledged)) {
            put_count(&lost, &(struct label){"store", rpo->stores[i].id}, 1,
                      rpo->stores[i].lost_writes);
        }
    }
}

static void put_phases(const struct bs_parts *parts, const struct card *card)
{
    struct metric metric = {.card = card,
                            .name = "phase_duration_seconds",
                            .help = "How long each phase of the worst outage took."};

    for (size_t i = 0; i < parts->count; i++) {
        const struct bs_part *part = &parts->items[i];

        put_figure(&metric, &(struct label){"phase", part->name}, 1,
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

static void put_steps(const struct bs_steps *steps, const struct card *card)
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
        struct metric metric = {.card = card, .name = rows[i].name, .help = rows[i].help};

        for (size_t k = 0; k < steps->executed_count; k++) {
            const struct bs_step_row *row = &steps->executed[k];
            char execution[NUMBER_TEXT_MAX];

            (void)snprintf(execution, sizeof(execution), "%" PRId64, row->execution);
            put_figure(&metric,
                       (const struct label[]){{"workflow", row->workflow},
                                              {"step", row->id},
                                              {"execution", execution}},
                       3, rows[i].figure(row));
        }
    }
}

static void put_invariants(const struct bs_invariants *invariants, const struct card *card)
{
    struct metric metric = {
        .card = card, .name = "invariant_failed", .help = "Whether each invariant failed."};

    for (size_t i = 0; i < invariants->count; i++) {
        const struct bs_invariant *item = &invariants->items[i];

        if (item->outcome != BS_OUTCOME_UNKNOWN) {
            put_count(&metric, &(struct label){"invariant", item->name}, 1,
                      item->outcome == BS_OUTCOME_FAIL);
        }
    }
}

static void put_readiness(const struct bs_readiness *readiness, const struct card *card)
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
    struct metric parts = {
        .card = card, .name = "readiness_part", .help = "What each part adds to the score."};

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct metric metric = {.card = card, .name = rows[i].name, .help = rows[i].help};

        if (bs_is_known(rows[i].count)) {
            put_count(&metric, NULL, 0, rows[i].count.value);
        }
    }
    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        if (bs_is_known(readiness->parts[i].got)) {
            put_count(&parts, &(struct label){"part", readiness->parts[i].name}, 1,
                      readiness->parts[i].got.value);
        }
    }
}

static void put_cost(const struct bs_cost *cost, const struct card *card)
{
    struct metric metric = {.card = card,
                            .name = "monthly_cost_usd",
                            .help = "What the posture costs a month, at least."};

    for (enum bs_cost_part part = 0; part < BS_COST_PART_COUNT; part++) {
        for (enum bs_cost_side side = 0; side < BS_COST_SIDE_COUNT; side++) {
            const struct bs_figure cents = bs_cost_of_side(&cost->parts[part], side);
            const struct label labels[] = {{"part", bs_cost_part_name(part)},
                                           {"side", bs_cost_side_name(side)}};
            char usd[BS_MONEY_TEXT_MAX];

            if (cost->parts[part].charges[side] > 0 && bs_is_known(cents)) {
                begin_sample(&metric, labels, 2);
                bs_buffer_format(card->buffer, " %s\n", bs_usd_text(cents.value, usd));
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

static void put_predictions(const struct bs_predictions *predictions, const struct card *card)
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
        struct metric metric = {.card = card, .name = rows[i].name, .help = rows[i].help};

        for (size_t k = 0; k < predictions->count; k++) {
            const struct bs_prediction_row *row = &predictions->items[k];

            put_figure(&metric,
                       (const struct label[]){{"subject", row->live.subject},
                                              {"workflow", row->live.workflow},
                                              {"name", row->live.name}},
                       3, rows[i].figure(row));
        }
    }
}

void bs_report_prometheus(const struct bs_report *report, struct bs_buffer *buffer)
{
    struct card card = {.buffer = buffer};

    BS_ASSERT(report != NULL);
    BS_ASSERT(buffer != NULL);

    card.scenario = report->scenario;
    put_run(report, &card);
    put_figures(report, &card);
    put_counts(report, &card);
    put_stores(&report->rpo, &card);
    put_phases(&report->parts, &card);
    put_steps(&report->steps, &card);
    put_invariants(&report->invariants, &card);
    put_readiness(&report->readiness, &card);
    put_cost(&report->cost, &card);
    put_predictions(&report->predictions, &card);
}
