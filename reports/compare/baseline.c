/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/compare/baseline.h"

#include <string.h>

#include "base/assert.h"
#include "reports/evidence.h"

enum { COLUMNS_AT_A_TIME = 8 };

struct taking {
    struct bs_trial_table *table;
    const struct bs_sweep_design *design;
    struct bs_arena *arena;
    struct bs_baseline *baseline;
    struct bs_error *error;
    bool has_failed; /* A text did not fit. */
};

static enum bs_status no_memory(struct bs_error *error)
{
    return bs_error_set(error, BS_ERR_MEMORY, NULL, "a sweep so large does not fit into memory");
}

static const char *copy(struct taking *taking, const char *text)
{
    const char *copied = text != NULL ? bs_arena_text(taking->arena, text, strlen(text)) : NULL;

    taking->has_failed = taking->has_failed || (text != NULL && copied == NULL);
    return copied;
}

/* ---- Which figures ---- */

static bool is_kept(const struct bs_column *column)
{
    static const char *const subjects[] = {"outage", "store", "phase", "step", "invariant", NULL};

    return bs_text_is_one_of(column->subject, subjects) ||
           (bs_text_is(column->subject, "trial") &&
            (bs_text_is(column->name, "verdict") || bs_text_is(column->name, "recovered")));
}

static struct bs_column copied_column(struct taking *taking, const struct bs_column *column)
{
    struct bs_column copied = *column;

    copied.subject = copy(taking, column->subject);
    copied.workflow = copy(taking, column->workflow);
    copied.name = copy(taking, column->name);
    return copied;
}

/* Finds the kept ones' places in the table, too. */
static enum bs_status list_columns(struct taking *taking, size_t **places)
{
    const struct bs_columns *columns = &taking->design->columns;
    struct bs_baseline *baseline = taking->baseline;

    *places = bs_arena_array(taking->arena, columns->count, sizeof(**places));
    baseline->columns = bs_arena_array(taking->arena, columns->count, sizeof(*baseline->columns));
    if (*places == NULL || baseline->columns == NULL) {
        return no_memory(taking->error);
    }
    for (size_t i = 0; i < columns->count; i++) {
        if (is_kept(&columns->items[i])) {
            baseline->columns[baseline->column_count].column =
                copied_column(taking, &columns->items[i]);
            (*places)[baseline->column_count++] = i;
        }
    }
    return taking->has_failed ? no_memory(taking->error) : BS_OK;
}

/* ---- Values ---- */

static int64_t in_whole_milliseconds(int64_t ns)
{
    return bs_value_is_finite(ns) ? (ns + BS_NS_PER_MS / 2) / BS_NS_PER_MS * BS_NS_PER_MS : ns;
}

static enum bs_status settle(struct taking *taking, struct bs_baseline_column *kept,
                             int64_t *values)
{
    const uint64_t trials = taking->baseline->trials;
    const struct bs_position where = {.file = taking->baseline->path};

    for (uint64_t n = 0; n < trials && kept->column.unit == BS_UNIT_NS; n++) {
        values[n] = in_whole_milliseconds(values[n]);
    }
    kept->sample = bs_sample_sort(values, trials);
    if (kept->sample.known > 0 && kept->sample.values[0] < 0) {
        return bs_error_set(taking->error, BS_ERR_INPUT, &where,
                            "%s %s is less than 0 in some trial, and so cannot be compared",
                            kept->column.subject, kept->column.name);
    }
    kept->absent = (int64_t)(trials - taking->baseline->missing) - bs_sample_size(&kept->sample);
    return BS_OK;
}

static enum bs_status read_some(struct taking *taking, const size_t *places, size_t first,
                                size_t count)
{
    int64_t *values[COLUMNS_AT_A_TIME];
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < count; i++) {
        values[i] = bs_arena_array(taking->arena, taking->baseline->trials, sizeof(*values[i]));
        if (values[i] == NULL) {
            return no_memory(taking->error);
        }
    }
    status = bs_trial_table_read(taking->table, 0, places + first, count, values, taking->error);
    for (size_t i = 0; i < count && status == BS_OK; i++) {
        status = settle(taking, &taking->baseline->columns[first + i], values[i]);
    }
    return status;
}

static enum bs_status read_all(struct taking *taking, const size_t *places)
{
    const size_t count = taking->baseline->column_count;
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < count && status == BS_OK; i += COLUMNS_AT_A_TIME) {
        const size_t left = count - i;

        status = read_some(taking, places, i, left < COLUMNS_AT_A_TIME ? left : COLUMNS_AT_A_TIME);
    }
    return status;
}

/* ---- The whole ---- */

static enum bs_status count_missing(struct taking *taking)
{
    struct bs_baseline *baseline = taking->baseline;
    const struct bs_position where = {.file = baseline->path};
    uint64_t present = 0;
    const enum bs_status status = bs_trial_table_count(taking->table, 0, &present, taking->error);

    if (status != BS_OK) {
        return status;
    }
    if (present == 0) {
        return bs_error_set(taking->error, BS_ERR_INPUT, &where, "the sweep has no trial yet");
    }
    BS_ASSERT(present <= baseline->trials);
    baseline->missing = baseline->trials - present;
    return BS_OK;
}

enum bs_status bs_baseline_take(struct bs_trial_table *table, const char *path,
                                struct bs_arena *arena, struct bs_baseline *baseline,
                                struct bs_error *error)
{
    const struct bs_sweep_design *design = bs_trial_table_design(table);
    struct taking taking = {
        .table = table, .design = design, .arena = arena, .baseline = baseline, .error = error};
    size_t *places = NULL;
    enum bs_status status;

    BS_ASSERT(design->variant_count > 0);
    *baseline = (struct bs_baseline){
        .path = path,
        .scenario = copy(&taking, design->scenario),
        .scenario_sha256 = copy(&taking, design->scenario_sha256),
        .plan = copy(&taking, design->plan),
        .plan_sha256 = copy(&taking, design->plan_sha256),
        .version = copy(&taking, design->version),
        .clock = copy(&taking, design->clock),
        .seed = design->seed,
        .trials = design->variants[0].trials,
    };
    status = count_missing(&taking);
    if (status == BS_OK) {
        status = list_columns(&taking, &places);
    }
    return status == BS_OK ? read_all(&taking, places) : status;
}

const struct bs_baseline_column *bs_baseline_find(const struct bs_baseline *baseline,
                                                  const char *subject, const char *workflow,
                                                  const char *name)
{
    for (size_t i = 0; i < baseline->column_count; i++) {
        const struct bs_column *column = &baseline->columns[i].column;

        if (bs_text_is(column->subject, subject) && bs_text_is(column->workflow, workflow) &&
            bs_text_is(column->name, name)) {
            return &baseline->columns[i];
        }
    }
    return NULL;
}
