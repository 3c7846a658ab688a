/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/series.h"

#include <string.h>

#include "base/assert.h"

/** How a kind of series is added up from an OBSERVED record's fields; unused places are NULL. */
struct series_sum {
    const char *total[2];
    const char *good[2];
    const char *not_good;
};

static const struct series_sum series_sums[BS_SERIES_KIND_COUNT] = {
    [BS_SERIES_ALL] = {{"reads", "writes"}, {"reads_good", "writes_good"}, NULL},
    [BS_SERIES_READS] = {{"reads", NULL}, {"reads_good", NULL}, NULL},
    [BS_SERIES_WRITES] = {{"writes", NULL}, {"writes_good", NULL}, NULL},
    [BS_SERIES_FRESH] = {{"reads", "writes"}, {"reads", "writes"}, "stale"},
};

static int64_t sum_fields(const struct bs_record *record, const char *const fields[2])
{
    int64_t sum = bs_record_number(record, fields[0]);

    if (fields[1] != NULL) {
        sum += bs_record_number(record, fields[1]);
    }
    return sum;
}

/** Checks one record and adds its requests to `requests`. Returns what is wrong, or NULL. */
static const char *check_observed(const struct bs_record *record, int64_t *requests)
{
    static const char *const counts[] = {"reads", "reads_good", "writes", "writes_good", "stale"};
    int64_t from_ns = bs_record_number(record, "from_ns");
    int64_t seconds = bs_record_number(record, "seconds");
    int64_t reads = bs_record_number(record, "reads");
    int64_t writes = bs_record_number(record, "writes");
    int64_t product;

    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        int64_t value = bs_record_number(record, counts[i]);

        if (value < 0 || value > BS_SERIES_REQUESTS_MAX) {
            return "a count is negative or absurd";
        }
    }
    if (from_ns < 0 || from_ns % BS_NS_PER_S != 0 || seconds < 1 || seconds > BS_BINS_MAX) {
        return "its bins are not whole seconds of the run";
    }
    if (bs_record_number(record, "reads_good") > reads ||
        bs_record_number(record, "writes_good") > writes ||
        bs_record_number(record, "stale") > reads + writes) {
        return "more good or stale requests than requests";
    }
    if (__builtin_mul_overflow(reads + writes, seconds, &product) ||
        __builtin_add_overflow(*requests, product, requests) ||
        *requests > BS_SERIES_REQUESTS_MAX) {
        return "more requests than can be judged";
    }
    return NULL;
}

enum bs_status bs_series_init(struct bs_series *series, struct bs_evidence *evidence,
                              struct bs_error *error)
{
    int64_t requests = 0;

    BS_ASSERT(series != NULL);
    if (evidence->horizon.ns > BS_INSTANT_MAX.ns) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "the history's horizon is beyond 104 days");
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_OBSERVED); k++) {
        const char *wrong =
            check_observed(bs_evidence_get(evidence, BS_RECORD_OBSERVED, k), &requests);

        if (wrong != NULL) {
            return bs_error_set(error, BS_ERR_INPUT, NULL, "history record %zu (observed): %s",
                                bs_evidence_index(evidence, BS_RECORD_OBSERVED, k), wrong);
        }
    }
    series->bins = (size_t)((evidence->horizon.ns + BS_NS_PER_S - 1) / BS_NS_PER_S);
    series->total = bs_evidence_array(evidence, series->bins, sizeof(*series->total));
    series->good = bs_evidence_array(evidence, series->bins, sizeof(*series->good));
    if (series->total == NULL || series->good == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "no memory for %zu seconds", series->bins);
    }
    return BS_OK;
}

static void add_record(struct bs_series *series, const struct bs_record *record,
                       const struct series_sum *sum, int64_t times)
{
    int64_t total = sum_fields(record, sum->total);
    int64_t good = sum_fields(record, sum->good);
    size_t from = bs_series_bin(series, bs_record_instant(record, "from_ns"));
    size_t seconds = (size_t)bs_record_number(record, "seconds");

    if (sum->not_good != NULL) {
        good -= bs_record_number(record, sum->not_good);
    }
    for (size_t i = from; i < series->bins && i < from + seconds; i++) {
        series->total[i] += total * times;
        series->good[i] += good * times;
    }
}

void bs_series_fill(struct bs_series *series, const struct bs_evidence *evidence,
                    enum bs_series_kind kind, const char *cohort)
{
    BS_ASSERT(kind < BS_SERIES_KIND_COUNT);
    if (series->bins > 0) {
        memset(series->total, 0, series->bins * sizeof(*series->total));
        memset(series->good, 0, series->bins * sizeof(*series->good));
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_OBSERVED); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_OBSERVED, k);

        if (cohort == NULL || bs_text_is(bs_record_text(record, "cohort"), cohort)) {
            add_record(series, record, &series_sums[kind], 1);
        }
    }
}

void bs_series_remove(struct bs_series *series, const struct bs_evidence *evidence,
                      enum bs_series_kind kind, const char *cohort)
{
    BS_ASSERT(kind < BS_SERIES_KIND_COUNT);
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_OBSERVED); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_OBSERVED, k);

        if (bs_text_is(bs_record_text(record, "cohort"), cohort)) {
            add_record(series, record, &series_sums[kind], -1);
        }
    }
}

struct bs_share bs_series_share(const struct bs_series *series, size_t from, size_t to)
{
    struct bs_share share = {0};

    BS_ASSERT(to <= series->bins);
    for (size_t i = from; i < to; i++) {
        share.good += series->good[i];
        share.total += series->total[i];
    }
    return share;
}

size_t bs_series_bin(const struct bs_series *series, struct bs_instant at)
{
    size_t bin = at.ns <= 0 ? 0 : (size_t)(at.ns / BS_NS_PER_S);

    return bin < series->bins ? bin : series->bins;
}

struct bs_moment bs_series_moment(const struct bs_evidence *evidence, struct bs_instant at,
                                  const char *words)
{
    struct bs_moment moment = {.at = at, .record = BS_NO_RECORD, .words = words};

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_OBSERVED); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_OBSERVED, k);
        int64_t from_ns = bs_record_number(record, "from_ns");
        int64_t span_ns = bs_record_number(record, "seconds") * BS_NS_PER_S;

        if (from_ns <= at.ns && at.ns - from_ns < span_ns) {
            moment.record = (int64_t)bs_evidence_index(evidence, BS_RECORD_OBSERVED, k);
            return moment;
        }
    }
    return moment;
}
