/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "reports/statistics/sample.h"
#include "reports/statistics/unimodal.h"
#include "reports/sweep/sweep_build.h"

enum {
    BAND_TRIALS_MIN = 4, /* Fewer say more of themselves than of the tail. */
    ORDINARY_PER_MILLE = 500,
    BAD_PER_MILLE = 950,
    BAND_PER_MILLE = 50,
    PER_MILLE = 1000,
};

/* Which trials count as ordinary and which as bad. */
enum band { BAND_NEITHER, BAND_ORDINARY, BAND_BAD };

struct ranked_trial {
    int64_t rto;
    uint64_t trial;
};

static int by_rto(const void *a, const void *b)
{
    const struct ranked_trial *one = a;
    const struct ranked_trial *other = b;

    if (one->rto != other->rto) {
        return one->rto < other->rto ? -1 : 1;
    }
    return one->trial < other->trial ? -1 : one->trial > other->trial;
}

/* A week in ns, a million times, is beyond 64 bits. */
__extension__ typedef __int128 wide_sum;

/* Sums over the trials of each band, per column. */
struct tail_sums {
    const unsigned char *bands;
    size_t columns;
    wide_sum *ordinary;
    wide_sum *bad;
};

static void add_trial(void *self, uint64_t trial, const int64_t *values)
{
    struct tail_sums *sums = self;
    wide_sum *into = sums->bands[trial] == BAND_ORDINARY ? sums->ordinary : sums->bad;

    for (size_t i = 0; i < sums->columns && sums->bands[trial] != BAND_NEITHER; i++) {
        into[i] += bs_value_is_finite(values[i]) ? values[i] : 0;
    }
}

/* Marks the trials of a band around a rank; false if there is one without an end, and so without a length. */
static bool mark_band(const struct ranked_trial *ranked, size_t first, size_t length,
                      enum band band, unsigned char *bands)
{
    for (size_t i = first; i < first + length; i++) {
        bands[ranked[i].trial] = (unsigned char)band;
    }
    return length == 0 || ranked[first + length - 1].rto != BS_ENDLESS;
}

/* The trials that have an RTO, in its order; how many. */
static size_t rank_trials(const int64_t *rto, size_t trials, struct ranked_trial *ranked)
{
    size_t count = 0;

    for (size_t i = 0; i < trials; i++) {
        if (rto[i] != BS_NO_VALUE) {
            ranked[count++] = (struct ranked_trial){rto[i], i};
        }
    }
    qsort(ranked, count, sizeof(*ranked), by_rto);
    return count;
}

static int by_gap(const void *a, const void *b)
{
    const struct bs_tail_row *one = a;
    const struct bs_tail_row *other = b;

    if (one->gap_ns != other->gap_ns) {
        return one->gap_ns > other->gap_ns ? -1 : 1;
    }
    return one->column < other->column ? -1 : one->column > other->column;
}

/* The columns of a subject that differ between the bands, the largest difference first. */
static struct bs_tail_row *list_rows(struct bs_sweep *sweep, const char *subject,
                                     const struct tail_sums *sums, size_t band_trials,
                                     size_t *count, struct bs_error *error)
{
    const struct bs_columns *columns = &sweep->design->columns;
    struct bs_tail_row *rows = bs_sweep_array(sweep, columns->count, sizeof(*rows), error);

    *count = 0;
    for (size_t i = 0; i < columns->count && rows != NULL; i++) {
        const wide_sum trials = (wide_sum)band_trials;
        const struct bs_tail_row row = {
            .column = &columns->items[i],
            .ordinary_ns = (int64_t)(sums->ordinary[i] / trials),
            .bad_ns = (int64_t)(sums->bad[i] / trials),
            .gap_ns = (int64_t)((sums->bad[i] - sums->ordinary[i]) / trials),
        };

        if (strcmp(columns->items[i].subject, subject) == 0 && row.gap_ns != 0) {
            rows[(*count)++] = row;
        }
    }
    if (rows != NULL) {
        qsort(rows, *count, sizeof(*rows), by_gap);
    }
    return rows;
}

static void share_out(const struct bs_tail *tail, struct bs_tail_row *rows, size_t count)
{
    for (size_t i = 0; i < count && tail->gap_ns > 0; i++) {
        rows[i].share_ppb = (int64_t)((wide_sum)rows[i].gap_ns * BS_PPB / tail->gap_ns);
    }
}

static enum bs_status compare_bands(struct bs_sweep *sweep, struct bs_trial_table *table,
                                    const unsigned char *bands, size_t band_trials,
                                    struct bs_error *error)
{
    struct bs_tail *tail = &sweep->tail;
    const size_t columns = sweep->design->columns.count;
    const size_t rto = bs_sweep_place(sweep, "outage", "rto");
    struct tail_sums sums = {
        .bands = bands,
        .columns = columns,
        .ordinary = bs_sweep_array(sweep, columns, sizeof(wide_sum), error),
        .bad = bs_sweep_array(sweep, columns, sizeof(wide_sum), error),
    };
    enum bs_status status;

    if (sums.ordinary == NULL || sums.bad == NULL) {
        return error->status;
    }
    status = bs_trial_table_visit(table, 0, add_trial, &sums, error);
    if (status != BS_OK) {
        return status;
    }
    tail->gap_ns = (int64_t)((sums.bad[rto] - sums.ordinary[rto]) / (wide_sum)band_trials);
    tail->parts = list_rows(sweep, "phase", &sums, band_trials, &tail->part_count, error);
    tail->steps = list_rows(sweep, "step", &sums, band_trials, &tail->step_count, error);
    if (tail->parts == NULL || tail->steps == NULL) {
        return error->status;
    }
    share_out(tail, tail->parts, tail->part_count);
    share_out(tail, tail->steps, tail->step_count);
    return BS_OK;
}

static enum bs_status find_tail_of(struct bs_sweep *sweep, struct bs_trial_table *table,
                                   const int64_t *rto, struct ranked_trial *ranked,
                                   unsigned char *bands, struct bs_error *error)
{
    const size_t count = rank_trials(rto, (size_t)sweep->results[0].variant->trials, ranked);
    const size_t length = count * BAND_PER_MILLE / PER_MILLE;
    const size_t ordinary = count * (ORDINARY_PER_MILLE - BAND_PER_MILLE / 2) / PER_MILLE;
    const size_t bad = count * (BAD_PER_MILLE - BAND_PER_MILLE / 2) / PER_MILLE;

    if (length < BAND_TRIALS_MIN) {
        sweep->tail.unknown = "it takes 80 trials with an RTO to tell a tail from chance";
        return BS_OK;
    }
    if (!mark_band(ranked, ordinary, length, BAND_ORDINARY, bands) ||
        !mark_band(ranked, bad, length, BAND_BAD, bands)) {
        sweep->tail.unknown = "outages without an end reach down to the 95th percentile";
        return BS_OK;
    }
    return compare_bands(sweep, table, bands, length, error);
}

enum bs_status bs_sweep_find_tail(struct bs_sweep *sweep, struct bs_trial_table *table,
                                  struct bs_error *error)
{
    const size_t trials = (size_t)sweep->results[0].variant->trials;
    struct ranked_trial *ranked = calloc(trials, sizeof(*ranked));
    unsigned char *bands = calloc(trials, sizeof(*bands));
    enum bs_status status = BS_OK;
    int64_t *rto =
        bs_sweep_column(table, 0, bs_sweep_place(sweep, "outage", "rto"), &status, error);

    if (status == BS_OK && (ranked == NULL || bands == NULL)) {
        status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    if (status == BS_OK) {
        status = find_tail_of(sweep, table, rto, ranked, bands, error);
    }
    free(rto);
    free(bands);
    free(ranked);
    return status;
}
