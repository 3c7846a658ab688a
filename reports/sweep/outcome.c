/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/outcome.h"

#include <string.h>

#include "base/assert.h"

/* ---- Of the trial as a whole ---- */

static int64_t value_of(struct bs_figure figure)
{
    return bs_is_known(figure) ? figure.value : BS_NO_VALUE;
}

static int64_t human_wait_ns(const struct bs_report *report)
{
    int64_t sum_ns = 0;

    for (size_t i = 0; i < report->parts.count; i++) {
        sum_ns += report->parts.items[i].human_wait_ns;
    }
    return sum_ns;
}

static int64_t verdict_of(const struct bs_report *report)
{
    return (int64_t)report->findings.verdict;
}

static int64_t recovered_of(const struct bs_report *report)
{
    return value_of(report->recovered);
}

static int64_t rpo_of(const struct bs_report *report)
{
    return value_of(report->rpo.rpo);
}

static int64_t lost_writes_of(const struct bs_report *report)
{
    return value_of(report->rpo.lost_writes);
}

static int64_t split_brain_of(const struct bs_report *report)
{
    return value_of(report->split.duration);
}

static int64_t failed_requests_of(const struct bs_report *report)
{
    return report->traffic.failed;
}

static int64_t plan_recovery_of(const struct bs_report *report)
{
    return value_of(report->plan_recovery);
}

static const struct trial_value {
    const char *name;
    enum bs_unit unit;
    int64_t (*of)(const struct bs_report *report);
} trial_values[] = {
    {"verdict", BS_UNIT_VERDICT, verdict_of},
    {"recovered", BS_UNIT_COUNT, recovered_of},
    {"rpo", BS_UNIT_NS, rpo_of},
    {"lost_writes", BS_UNIT_COUNT, lost_writes_of},
    {"split_brain", BS_UNIT_NS, split_brain_of},
    {"failed_requests", BS_UNIT_COUNT, failed_requests_of},
    {"human_wait", BS_UNIT_NS, human_wait_ns},
    {"plan_recovery", BS_UNIT_NS, plan_recovery_of},
};

/* ---- Which columns there are ---- */

struct making {
    const struct bs_report *report;
    struct bs_arena *arena;
    struct bs_columns *columns;
    bool has_failed;
};

static const char *copy(struct making *making, const char *text)
{
    const char *copied = bs_arena_text(making->arena, text, strlen(text));

    making->has_failed = making->has_failed || copied == NULL;
    return copied;
}

static void add(struct making *making, const struct bs_column *column)
{
    struct bs_columns *columns = making->columns;

    if (columns->count < BS_COLUMNS_MAX) {
        columns->items[columns->count] = *column;
        columns->items[columns->count].name = copy(making, column->name);
        if (column->workflow != NULL) {
            columns->items[columns->count].workflow = copy(making, column->workflow);
        }
    }
    columns->count++;
}

static void add_trial(struct making *making)
{
    for (size_t i = 0; i < sizeof(trial_values) / sizeof(trial_values[0]); i++) {
        add(making, &(struct bs_column){"trial", NULL, trial_values[i].name, trial_values[i].unit,
                                        BS_NO_VALUE});
    }
    add(making, &(struct bs_column){"outage", NULL, "rto", BS_UNIT_NS,
                                    value_of(making->report->objectives.rto)});
}

static void add_stores(struct making *making)
{
    const struct bs_rpo *rpo = &making->report->rpo;

    for (size_t i = 0; i < rpo->count; i++) {
        add(making, &(struct bs_column){"store", NULL, rpo->stores[i].id, BS_UNIT_NS,
                                        value_of(rpo->stores[i].objective)});
    }
    for (size_t i = 0; i < rpo->count; i++) {
        add(making,
            &(struct bs_column){"lost", NULL, rpo->stores[i].id, BS_UNIT_COUNT, BS_NO_VALUE});
    }
}

static void add_phases(struct making *making)
{
    static const char *const names[] = {"latent",    "detect", "decide",      "execute",
                                        "propagate", "warm",   "self_healed", "unrecovered"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        add(making, &(struct bs_column){"phase", NULL, names[i], BS_UNIT_NS, BS_NO_VALUE});
    }
}

static void add_steps(struct making *making, const struct bs_history *history)
{
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        if (record->kind == BS_RECORD_PLANNED) {
            add(making, &(struct bs_column){"step", bs_record_text(record, "workflow"),
                                            bs_record_words(record, "step"), BS_UNIT_NS,
                                            bs_record_number(record, "target_ns")});
        }
    }
}

static void add_invariants(struct making *making)
{
    const struct bs_invariants *invariants = &making->report->invariants;

    for (size_t i = 0; i < invariants->count; i++) {
        add(making, &(struct bs_column){"invariant", NULL, invariants->items[i].name,
                                        BS_UNIT_OUTCOME, BS_NO_VALUE});
    }
}

static enum bs_status refuse_width(size_t count, struct bs_error *error)
{
    return bs_error_set(error, BS_ERR_LIMIT, NULL,
                        "%zu figures for each trial (stores, steps, invariants); %d is the most",
                        count, BS_COLUMNS_MAX);
}

enum bs_status bs_columns_make(const struct bs_history *history, const struct bs_report *report,
                               struct bs_arena *arena, struct bs_columns *columns,
                               struct bs_error *error)
{
    struct making making = {.report = report, .arena = arena, .columns = columns};

    *columns = (struct bs_columns){
        .items = bs_arena_array(arena, BS_COLUMNS_MAX, sizeof(*columns->items)),
    };
    if (columns->items == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    add_trial(&making);
    add_stores(&making);
    add_phases(&making);
    add_steps(&making, history);
    add_invariants(&making);
    if (columns->count > BS_COLUMNS_MAX) {
        return refuse_width(columns->count, error);
    }
    return making.has_failed ? bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory") : BS_OK;
}

static bool names_are(const struct bs_column *column, const char *subject, const char *workflow,
                      const char *name)
{
    return bs_text_is(column->subject, subject) && bs_text_is(column->workflow, workflow) &&
           bs_text_is(column->name, name);
}

int64_t bs_columns_find(const struct bs_columns *columns, const char *subject, const char *workflow,
                        const char *name)
{
    for (size_t i = 0; i < columns->count; i++) {
        if (names_are(&columns->items[i], subject, workflow, name)) {
            return (int64_t)i;
        }
    }
    return -1;
}

enum bs_status bs_columns_merge(struct bs_columns *columns, const struct bs_columns *others,
                                struct bs_error *error)
{
    for (size_t i = 0; i < others->count; i++) {
        const struct bs_column *other = &others->items[i];

        if (bs_columns_find(columns, other->subject, other->workflow, other->name) >= 0) {
            continue;
        }
        if (columns->count == BS_COLUMNS_MAX) {
            return refuse_width(columns->count + 1, error);
        }
        columns->items[columns->count++] = *other;
    }
    return BS_OK;
}

bool bs_columns_are_same(const struct bs_columns *a, const struct bs_columns *b)
{
    for (size_t i = 0; i < a->count && a->count == b->count; i++) {
        const struct bs_column *other = &b->items[i];

        if (!names_are(&a->items[i], other->subject, other->workflow, other->name) ||
            a->items[i].unit != other->unit || a->items[i].objective != other->objective) {
            return false;
        }
    }
    return a->count == b->count;
}

/* ---- A trial's values ---- */

static int64_t trial_value(const struct bs_report *report, const struct bs_column *column)
{
    size_t i = 0;

    while (strcmp(trial_values[i].name, column->name) != 0) {
        i++;
        BS_ASSERT(i < sizeof(trial_values) / sizeof(trial_values[0]));
    }
    return trial_values[i].of(report);
}

static int64_t measured(const struct bs_report *report, const struct bs_column *column)
{
    const struct bs_measure wanted = {column->subject, column->workflow, column->name, {0}};

    for (size_t i = 0; i < report->measures.count; i++) {
        if (bs_measure_is(&report->measures.items[i], &wanted)) {
            return value_of(report->measures.items[i].took);
        }
    }
    return BS_NO_VALUE;
}

static int64_t phase_value(const struct bs_report *report, const struct bs_column *column)
{
    const int64_t took_ns = measured(report, column);

    return took_ns == BS_NO_VALUE ? 0 : took_ns;
}

/* The measure alone does not tell an outage without an end from one that cannot be judged. */
static int64_t outage_value(const struct bs_report *report, const struct bs_column *column)
{
    const int64_t took_ns = measured(report, column);
    const bool is_endless =
        bs_is_known(report->recovered) && report->recovered.value == 0 && took_ns == BS_NO_VALUE;

    return is_endless ? BS_ENDLESS : took_ns;
}

static int64_t lost_value(const struct bs_report *report, const struct bs_column *column)
{
    for (size_t i = 0; i < report->rpo.count; i++) {
        if (bs_text_is(report->rpo.stores[i].id, column->name)) {
            return report->rpo.stores[i].lost_writes;
        }
    }
    return BS_NO_VALUE;
}

static int64_t invariant_value(const struct bs_report *report, const struct bs_column *column)
{
    for (size_t i = 0; i < report->invariants.count; i++) {
        if (bs_text_is(report->invariants.items[i].name, column->name)) {
            return (int64_t)report->invariants.items[i].outcome;
        }
    }
    return BS_NO_VALUE;
}

static const struct subject_values {
    const char *subject;
    int64_t (*of)(const struct bs_report *report, const struct bs_column *column);
} subject_values[] = {
    {"trial", trial_value},         {"outage", outage_value}, {"store", measured},
    {"lost", lost_value},           {"phase", phase_value},   {"step", measured},
    {"invariant", invariant_value},
};

void bs_outcome_take(const struct bs_columns *columns, const struct bs_report *report,
                     int64_t *values)
{
    for (size_t i = 0; i < columns->count; i++) {
        size_t k = 0;

        while (strcmp(subject_values[k].subject, columns->items[i].subject) != 0) {
            k++;
            BS_ASSERT(k < sizeof(subject_values) / sizeof(subject_values[0]));
        }
        values[i] = subject_values[k].of(report, &columns->items[i]);
    }
}
