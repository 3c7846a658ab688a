/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "reports/statistics/unimodal.h"
#include "reports/sweep/sweep_build.h"

/* Means are over so many trials at most that their sums, of a week each, stay within 128 bits. */
__extension__ typedef __int128 wide_sum;

enum { P95 = 1 };

/* A headline over the first trials of a variant, beside the same trials of the base. */
struct moved {
    uint64_t pairs;
    int64_t mean_ns; /* Of |difference|, where it is known in both. */
    int64_t p95;
    int64_t base_p95;
};

static int64_t distance(int64_t a, int64_t b)
{
    return a < b ? b - a : a - b;
}

static void measure(int64_t *base, int64_t *values, size_t trials, struct moved *moved)
{
    struct bs_quantile quantiles[BS_SWEEP_LEVELS];
    wide_sum sum = 0;

    for (size_t i = 0; i < trials; i++) {
        if (bs_value_is_finite(base[i]) && bs_value_is_finite(values[i])) {
            sum += distance(base[i], values[i]);
            moved->pairs++;
        }
    }
    moved->mean_ns = moved->pairs > 0 ? (int64_t)(sum / (wide_sum)moved->pairs) : 0;
    bs_sweep_quantiles(values, trials, quantiles);
    moved->p95 = quantiles[P95].value;
    bs_sweep_quantiles(base, trials, quantiles);
    moved->base_p95 = quantiles[P95].value;
}

static enum bs_status move(struct bs_trial_table *table, size_t variant, size_t column,
                           struct moved *moved, struct bs_error *error)
{
    const size_t trials = (size_t)bs_trial_table_design(table)->variants[variant].trials;
    enum bs_status status = BS_OK;
    int64_t *base = bs_sweep_column(table, 0, column, &status, error);
    int64_t *values =
        status == BS_OK ? bs_sweep_column(table, variant, column, &status, error) : NULL;

    *moved = (struct moved){.pairs = 0};
    BS_ASSERT(trials <= bs_trial_table_design(table)->variants[0].trials);
    if (status == BS_OK) {
        measure(base, values, trials, moved);
    }
    free(values);
    free(base);
    return status;
}

/* What stands before the first "=" of "PATH=VALUE", in the sweep's arena. */
static const char *path_of(struct bs_sweep *sweep, const struct bs_variant *variant)
{
    return bs_sweep_words(sweep, "%.*s", (int)strcspn(variant->label, "="), variant->label);
}

static const char *value_of(const struct bs_variant *variant)
{
    const char *equals = strchr(variant->label, '=');

    return equals != NULL ? equals + 1 : "";
}

/* ---- Influence ---- */

static int by_influence(const void *a, const void *b)
{
    const struct bs_influence *one = a;
    const struct bs_influence *other = b;

    if (one->rto_moved_ns != other->rto_moved_ns) {
        return one->rto_moved_ns > other->rto_moved_ns ? -1 : 1;
    }
    if (one->rpo_moved_ns != other->rpo_moved_ns) {
        return one->rpo_moved_ns > other->rpo_moved_ns ? -1 : 1;
    }
    return strcmp(one->path, other->path);
}

/* The store whose RPO the variant moves farthest. */
static enum bs_status move_stores(const struct bs_sweep *sweep, struct bs_trial_table *table,
                                  size_t variant, struct bs_influence *influence,
                                  struct bs_error *error)
{
    const struct bs_columns *columns = &sweep->design->columns;
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < columns->count && status == BS_OK; i++) {
        struct moved moved;

        if (strcmp(columns->items[i].subject, "store") != 0) {
            continue;
        }
        status = move(table, variant, i, &moved, error);
        if (influence->rpo_store == NULL || moved.mean_ns > influence->rpo_moved_ns) {
            influence->rpo_store = &columns->items[i];
            influence->rpo_moved_ns = moved.mean_ns;
        }
    }
    return status;
}

static enum bs_status add_influence(struct bs_sweep *sweep, struct bs_trial_table *table,
                                    size_t variant, struct bs_error *error)
{
    const struct bs_variant *held = &sweep->design->variants[variant];
    struct bs_influence *influence = &sweep->influences[sweep->influence_count++];
    struct moved rto;
    const enum bs_status status =
        move(table, variant, bs_sweep_place(sweep, "outage", "rto"), &rto, error);

    *influence = (struct bs_influence){
        .path = path_of(sweep, held),
        .held = value_of(held),
        .pairs = rto.pairs,
        .rto_moved_ns = rto.mean_ns,
        .rto_p95 = rto.p95,
        .base_rto_p95 = rto.base_p95,
    };
    return status == BS_OK ? move_stores(sweep, table, variant, influence, error) : status;
}

/* ---- Priors ---- */

/* What people ask of a sweep first: the RTO, and the RPO of each store. */
static bool is_headline(const struct bs_column *column)
{
    return strcmp(column->subject, "store") == 0 ||
           (strcmp(column->subject, "outage") == 0 && strcmp(column->name, "rto") == 0);
}

static int by_headline(const void *a, const void *b)
{
    const struct bs_prior *one = a;
    const struct bs_prior *other = b;

    if (one->headline != other->headline) {
        return one->headline < other->headline ? -1 : 1;
    }
    if (one->moved_ns != other->moved_ns) {
        return one->moved_ns > other->moved_ns ? -1 : 1;
    }
    return strcmp(one->path, other->path);
}

static bool is_met(int64_t value, int64_t objective)
{
    return value != BS_VALUE_ABSENT && value <= objective;
}

static bool do_flip(const struct bs_prior *prior)
{
    const int64_t objective = prior->headline->objective;
    const bool base = is_met(prior->base, objective);

    return objective != BS_NO_VALUE && prior->base != BS_VALUE_ABSENT &&
           (is_met(prior->half, objective) != base || is_met(prior->twice, objective) != base);
}

/* The variant in which the same path is doubled; the design puts the two beside each other. */
static enum bs_status add_prior(struct bs_sweep *sweep, struct bs_trial_table *table,
                                size_t variant, size_t column, struct bs_error *error)
{
    struct moved half;
    struct moved twice;
    enum bs_status status = move(table, variant, column, &half, error);

    if (status == BS_OK) {
        status = move(table, variant + 1, column, &twice, error);
    }
    if (status == BS_OK) {
        struct bs_prior *prior = &sweep->priors[sweep->prior_count++];

        *prior = (struct bs_prior){
            .path = path_of(sweep, &sweep->design->variants[variant]),
            .headline = &sweep->design->columns.items[column],
            .half = half.p95,
            .base = half.base_p95,
            .twice = twice.p95,
            .moved_ns = half.mean_ns > twice.mean_ns ? half.mean_ns : twice.mean_ns,
        };
        prior->flips = do_flip(prior);
    }
    return status;
}

static enum bs_status add_priors(struct bs_sweep *sweep, struct bs_trial_table *table,
                                 size_t variant, struct bs_error *error)
{
    enum bs_status status = BS_OK;

    if (variant + 1 >= sweep->design->variant_count ||
        sweep->design->variants[variant + 1].kind != BS_VARIANT_DOUBLE) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "the sweep halves %s and does not double it",
                            sweep->design->variants[variant].label);
    }
    for (size_t i = 0; i < sweep->design->columns.count && status == BS_OK; i++) {
        if (is_headline(&sweep->design->columns.items[i])) {
            status = add_prior(sweep, table, variant, i, error);
        }
    }
    return status;
}

enum bs_status bs_sweep_find_inputs(struct bs_sweep *sweep, struct bs_trial_table *table,
                                    struct bs_error *error)
{
    const size_t count = sweep->design->variant_count;
    enum bs_status status = BS_OK;

    sweep->influences = bs_sweep_array(sweep, count, sizeof(*sweep->influences), error);
    sweep->priors = bs_sweep_array(sweep, count * (sweep->results[0].store_count + 1),
                                   sizeof(*sweep->priors), error);
    if (sweep->influences == NULL || sweep->priors == NULL) {
        return error->status;
    }
    for (size_t i = 0; i < count && status == BS_OK; i++) {
        if (sweep->design->variants[i].kind == BS_VARIANT_HELD) {
            status = add_influence(sweep, table, i, error);
        } else if (sweep->design->variants[i].kind == BS_VARIANT_HALF) {
            status = add_priors(sweep, table, i, error);
        }
    }
    qsort(sweep->influences, sweep->influence_count, sizeof(*sweep->influences), by_influence);
    qsort(sweep->priors, sweep->prior_count, sizeof(*sweep->priors), by_headline);
    return status;
}
