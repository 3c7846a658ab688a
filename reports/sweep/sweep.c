/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "reports/statistics/binomial.h"
#include "reports/sweep/sweep_build.h"

enum { ARENA_BYTES_MAX = 256 * 1024 * 1024, WORDS_MAX = 512 };

const struct bs_sweep_level bs_sweep_levels[BS_SWEEP_LEVELS] = {
    {"p50", INT64_C(500000000)},
    {"p95", INT64_C(950000000)},
    {"p99", INT64_C(990000000)},
};

/* ---- Pieces ---- */

void *bs_sweep_array(struct bs_sweep *sweep, size_t count, size_t size, struct bs_error *error)
{
    void *array = bs_arena_array(&sweep->arena, count, size);

    if (array == NULL) {
        (void)bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    return array;
}

const char *bs_sweep_words(struct bs_sweep *sweep, const char *format, ...)
{
    char words[WORDS_MAX];
    const char *kept;
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(words, sizeof(words), format, arguments);
    va_end(arguments);
    kept = bs_arena_text(&sweep->arena, words, strlen(words));
    return kept != NULL ? kept : "";
}

size_t bs_sweep_place(const struct bs_sweep *sweep, const char *subject, const char *name)
{
    const int64_t place = bs_columns_find(&sweep->design->columns, subject, NULL, name);

    BS_ASSERT(place >= 0);
    return (size_t)place;
}

int64_t *bs_sweep_column(struct bs_trial_table *table, size_t variant, size_t column,
                         enum bs_status *status, struct bs_error *error)
{
    const size_t trials = (size_t)bs_trial_table_design(table)->variants[variant].trials;
    int64_t *values = calloc(trials, sizeof(*values));

    if (values == NULL) {
        *status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
        return NULL;
    }
    *status = bs_trial_table_read(table, variant, &column, 1, &values, error);
    if (*status != BS_OK) {
        free(values);
        return NULL;
    }
    return values;
}

static struct bs_quantile quantile_of(const struct bs_sample *sample, int64_t p_ppb)
{
    const struct bs_quantile_question question = {p_ppb, BS_SWEEP_CONFIDENCE_PPB};
    const struct bs_quantile_ranks ranks = bs_quantile_ranks(bs_sample_size(sample), question);

    return bs_quantile_of(sample, &ranks);
}

static void quantiles_of(const struct bs_sample *sample,
                         struct bs_quantile quantiles[BS_SWEEP_LEVELS])
{
    for (size_t i = 0; i < BS_SWEEP_LEVELS; i++) {
        quantiles[i] = quantile_of(sample, bs_sweep_levels[i].p_ppb);
    }
}

void bs_sweep_quantiles(int64_t *values, size_t count,
                        struct bs_quantile quantiles[BS_SWEEP_LEVELS])
{
    const struct bs_sample sample = bs_sample_sort(values, count);

    quantiles_of(&sample, quantiles);
}

static struct bs_sweep_share share_of(uint64_t count, uint64_t trials)
{
    const struct bs_share_interval interval =
        bs_clopper_pearson((int64_t)count, (int64_t)trials, BS_SWEEP_CONFIDENCE_PPB);

    return (struct bs_sweep_share){count, trials, interval.low_ppb, interval.high_ppb};
}

/* ---- One figure ---- */

static void draw_curve(const struct bs_sample *sample, int64_t curve[BS_SWEEP_CURVE])
{
    const int64_t size = bs_sample_size(sample);

    for (int64_t i = 0; i < BS_SWEEP_CURVE; i++) {
        const int64_t rank = 1 + (size - 1) * i / (BS_SWEEP_CURVE - 1);

        curve[i] = size > 0 ? bs_sample_at(sample, rank) : BS_NO_VALUE;
    }
}

static enum bs_status fill_spread(struct bs_trial_table *table, size_t variant, size_t column,
                                  struct bs_sweep_spread *spread, struct bs_error *error)
{
    const struct bs_sweep_design *design = bs_trial_table_design(table);
    const uint64_t trials = design->variants[variant].trials;
    enum bs_status status = BS_OK;
    int64_t *values = bs_sweep_column(table, variant, column, &status, error);
    struct bs_sample sample;

    if (values == NULL) {
        return status;
    }
    sample = bs_sample_sort(values, (size_t)trials);
    *spread = (struct bs_sweep_spread){
        .column = &design->columns.items[column],
        .known = (uint64_t)sample.known,
        .endless = (uint64_t)sample.censored,
        .absent = trials - (uint64_t)bs_sample_size(&sample),
        .least = sample.known > 0 ? sample.values[0] : BS_NO_VALUE,
        .most = sample.known > 0 ? sample.values[sample.known - 1] : BS_NO_VALUE,
    };
    quantiles_of(&sample, spread->quantiles);
    draw_curve(&sample, spread->curve);
    if (spread->column->objective != BS_NO_VALUE) {
        const int64_t above = bs_sample_above(&sample, spread->column->objective);

        spread->met = share_of((uint64_t)(bs_sample_size(&sample) - above), trials);
    }
    free(values);
    return BS_OK;
}

/* ---- One variant ---- */

struct counting {
    const struct bs_sweep *sweep;
    struct bs_sweep_result *result;
    size_t verdict;
    size_t recovered;
    size_t rto;
    bool counts_invariants; /* Those of the base. */
};

static void count_invariant(struct bs_sweep_invariant *invariant, int64_t outcome, uint64_t seed)
{
    if (outcome == BS_OUTCOME_FAIL) {
        if (invariant->seed_count < BS_SWEEP_SEEDS_MAX) {
            invariant->seeds[invariant->seed_count++] = seed;
        }
        invariant->violations++;
    } else if (outcome != BS_OUTCOME_PASS) {
        invariant->unknown++;
    }
}

static void count_trial(void *self, uint64_t trial, const int64_t *values)
{
    const struct counting *counting = self;
    const struct bs_sweep *sweep = counting->sweep;
    struct bs_sweep_result *result = counting->result;
    size_t k = 0;

    BS_ASSERT(values[counting->verdict] >= 0 && values[counting->verdict] <= BS_VERDICT_FAIL);
    result->trials++;
    result->verdicts[values[counting->verdict]]++;
    result->recovered += values[counting->recovered] == 1 ? 1 : 0;
    result->endless += values[counting->rto] == BS_ENDLESS ? 1 : 0;
    for (size_t i = 0; i < sweep->design->columns.count && counting->counts_invariants; i++) {
        if (sweep->design->columns.items[i].unit == BS_UNIT_OUTCOME) {
            count_invariant(&sweep->invariants[k++], values[i], sweep->design->seed + trial);
        }
    }
}

static enum bs_status count_trials(struct bs_sweep *sweep, struct bs_trial_table *table,
                                   size_t variant, struct bs_sweep_result *result,
                                   struct bs_error *error)
{
    struct counting counting = {
        .sweep = sweep,
        .result = result,
        .verdict = bs_sweep_place(sweep, "trial", "verdict"),
        .recovered = bs_sweep_place(sweep, "trial", "recovered"),
        .rto = bs_sweep_place(sweep, "outage", "rto"),
        .counts_invariants = variant == 0,
    };
    const enum bs_status status =
        bs_trial_table_visit(table, variant, count_trial, &counting, error);

    if (status == BS_OK) {
        result->passed = share_of(result->verdicts[BS_VERDICT_PASS], result->trials);
    }
    return status;
}

static enum bs_status fill_stores(struct bs_sweep *sweep, struct bs_trial_table *table,
                                  size_t variant, struct bs_sweep_result *result,
                                  struct bs_error *error)
{
    const struct bs_columns *columns = &sweep->design->columns;
    enum bs_status status = BS_OK;

    result->stores = bs_sweep_array(sweep, columns->count, sizeof(*result->stores), error);
    if (result->stores == NULL) {
        return error->status;
    }
    for (size_t i = 0; i < columns->count && status == BS_OK; i++) {
        if (strcmp(columns->items[i].subject, "store") == 0) {
            status = fill_spread(table, variant, i, &result->stores[result->store_count++], error);
        }
    }
    return status;
}

/* Trial by trial against the base, whose trials have the same seeds. */
static enum bs_status pair_column(struct bs_trial_table *table, size_t variant, size_t column,
                                  struct bs_paired *paired, struct bs_error *error)
{
    const size_t trials = (size_t)bs_trial_table_design(table)->variants[variant].trials;
    enum bs_status status = BS_OK;
    int64_t *base = bs_sweep_column(table, 0, column, &status, error);
    int64_t *values =
        status == BS_OK ? bs_sweep_column(table, variant, column, &status, error) : NULL;
    int64_t *room = calloc(trials, sizeof(*room));

    if (status == BS_OK && room == NULL) {
        status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    if (status == BS_OK) {
        *paired = bs_paired_compare(base, values, trials, BS_SWEEP_CONFIDENCE_PPB, room);
    }
    free(room);
    free(values);
    free(base);
    return status;
}

static enum bs_status fill_result(struct bs_sweep *sweep, struct bs_trial_table *table,
                                  size_t variant, struct bs_sweep_result *result,
                                  struct bs_error *error)
{
    const size_t rto = bs_sweep_place(sweep, "outage", "rto");
    const size_t rpo = bs_sweep_place(sweep, "trial", "rpo");
    enum bs_status status;

    result->variant = &sweep->design->variants[variant];
    result->monthly_usd_micro = bs_unknown("the trials do not say what the posture costs");
    status = count_trials(sweep, table, variant, result, error);
    if (status == BS_OK) {
        status = fill_spread(table, variant, rto, &result->rto, error);
    }
    if (status == BS_OK) {
        status = fill_spread(table, variant, rpo, &result->rpo, error);
    }
    if (status == BS_OK) {
        status = fill_stores(sweep, table, variant, result, error);
    }
    if (status == BS_OK && variant > 0) {
        status = pair_column(table, variant, rto, &result->rto_against_base, error);
    }
    if (status == BS_OK && variant > 0) {
        status = pair_column(table, variant, rpo, &result->rpo_against_base, error);
    }
    return status;
}

static enum bs_status fill_results(struct bs_sweep *sweep, struct bs_trial_table *table,
                                   struct bs_error *error)
{
    enum bs_status status = BS_OK;

    sweep->results =
        bs_sweep_array(sweep, sweep->design->variant_count, sizeof(*sweep->results), error);
    if (sweep->results == NULL) {
        return error->status;
    }
    for (size_t i = 0; i < sweep->design->variant_count && status == BS_OK; i++) {
        if (sweep->design->variants[i].kind <= BS_VARIANT_CHOICE) {
            status = fill_result(sweep, table, i, &sweep->results[sweep->result_count++], error);
        }
    }
    return status;
}

/* ---- All of it ---- */

static enum bs_status name_invariants(struct bs_sweep *sweep, struct bs_error *error)
{
    const struct bs_columns *columns = &sweep->design->columns;

    sweep->invariants = bs_sweep_array(sweep, columns->count, sizeof(*sweep->invariants), error);
    if (sweep->invariants == NULL) {
        return error->status;
    }
    for (size_t i = 0; i < columns->count; i++) {
        if (columns->items[i].unit == BS_UNIT_OUTCOME) {
            sweep->invariants[sweep->invariant_count++].name = columns->items[i].name;
        }
    }
    return BS_OK;
}

static enum bs_status check_complete(const struct bs_sweep_design *design,
                                     struct bs_trial_table *table, struct bs_error *error)
{
    for (size_t i = 0; i < design->variant_count; i++) {
        uint64_t count = 0;
        const enum bs_status status = bs_trial_table_count(table, i, &count, error);

        if (status != BS_OK) {
            return status;
        }
        if (count < design->variants[i].trials) {
            return bs_error_set(
                error, BS_ERR_INPUT, NULL, "the sweep has %" PRIu64 " of %" PRIu64 " trials%s%s",
                count, design->variants[i].trials,
                design->variants[i].label[0] != '\0' ? " of " : "", design->variants[i].label);
        }
    }
    return BS_OK;
}

static enum bs_status fill_sweep(struct bs_sweep *sweep, struct bs_trial_table *table,
                                 struct bs_error *error)
{
    enum bs_status status = check_complete(sweep->design, table, error);

    if (status == BS_OK) {
        status = name_invariants(sweep, error);
    }
    if (status == BS_OK) {
        status = fill_results(sweep, table, error);
    }
    if (status == BS_OK) {
        status = bs_sweep_find_tail(sweep, table, error);
    }
    if (status == BS_OK) {
        status = bs_sweep_find_inputs(sweep, table, error);
    }
    if (status == BS_OK) {
        bs_sweep_judge(sweep);
    }
    return status;
}

enum bs_status bs_sweep_build(struct bs_trial_table *table, int64_t pass_ppb,
                              struct bs_sweep **sweep, struct bs_error *error)
{
    struct bs_sweep *built = calloc(1, sizeof(*built));
    enum bs_status status;

    if (built == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    bs_arena_init(&built->arena, ARENA_BYTES_MAX);
    built->design = bs_trial_table_design(table);
    built->pass_ppb = pass_ppb;
    status = fill_sweep(built, table, error);
    if (status != BS_OK) {
        bs_sweep_destroy(built);
        return status;
    }
    *sweep = built;
    return BS_OK;
}

void bs_sweep_destroy(struct bs_sweep *sweep)
{
    if (sweep != NULL) {
        bs_arena_clean_up(&sweep->arena);
        free(sweep);
    }
}
