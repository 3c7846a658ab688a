/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/series.h"

#include <string.h>

#include "base/assert.h"

/** Checks one observation of so many seconds and adds its requests up. Returns what is wrong, or NULL. */
static const char *check_observed(const struct bs_observation *seen, int64_t from_ns,
                                  int64_t seconds, int64_t *requests)
{
    const int64_t counts[] = {seen->reads, seen->reads_good, seen->writes, seen->writes_good,
                              seen->stale};
    int64_t product;

    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        if (counts[i] < 0 || counts[i] > BS_SERIES_REQUESTS_MAX) {
            return "a count is negative or absurd";
        }
    }
    if (from_ns < 0 || from_ns % BS_NS_PER_S != 0 || seconds < 1 || seconds > BS_BINS_MAX) {
        return "its bins are not whole seconds of the run";
    }
    if (seen->reads_good > seen->reads || seen->writes_good > seen->writes ||
        seen->stale > seen->reads + seen->writes) {
        return "more good or stale requests than requests";
    }
    if (__builtin_mul_overflow(seen->reads + seen->writes, seconds, &product) ||
        __builtin_add_overflow(*requests, product, requests) ||
        *requests > BS_SERIES_REQUESTS_MAX) {
        return "more requests than can be judged";
    }
    return NULL;
}

/** Where OBSERVED's fields stand. */
struct places {
    size_t cohort, from, seconds, reads, reads_good, writes, writes_good, stale;
};

static struct places observed_places(void)
{
    return (struct places){
        .cohort = bs_record_place(BS_RECORD_OBSERVED, "cohort"),
        .from = bs_record_place(BS_RECORD_OBSERVED, "from_ns"),
        .seconds = bs_record_place(BS_RECORD_OBSERVED, "seconds"),
        .reads = bs_record_place(BS_RECORD_OBSERVED, "reads"),
        .reads_good = bs_record_place(BS_RECORD_OBSERVED, "reads_good"),
        .writes = bs_record_place(BS_RECORD_OBSERVED, "writes"),
        .writes_good = bs_record_place(BS_RECORD_OBSERVED, "writes_good"),
        .stale = bs_record_place(BS_RECORD_OBSERVED, "stale"),
    };
}

static const char *read_observed(const struct bs_series *series, const struct places *places,
                                 const union bs_held *values, struct bs_observation *seen,
                                 int64_t *requests)
{
    const int64_t from_ns = values[places->from].number;
    const int64_t seconds = values[places->seconds].number;
    const char *wrong;

    *seen = (struct bs_observation){
        .cohort = values[places->cohort].text,
        .reads = values[places->reads].number,
        .reads_good = values[places->reads_good].number,
        .writes = values[places->writes].number,
        .writes_good = values[places->writes_good].number,
        .stale = values[places->stale].number,
    };
    wrong = check_observed(seen, from_ns, seconds, requests);
    if (wrong == NULL) {
        seen->from = bs_series_bin(series, (struct bs_instant){from_ns});
        seen->bins = series->bins - seen->from;
        seen->bins = (size_t)seconds < seen->bins ? (size_t)seconds : seen->bins;
    }
    return wrong;
}

static enum bs_status read_observations(struct bs_series *series, struct bs_evidence *evidence,
                                        struct bs_observation *observations, struct bs_error *error)
{
    const struct places places = observed_places();
    int64_t requests = 0;

    for (size_t k = 0; k < series->observation_count; k++) {
        const char *wrong =
            read_observed(series, &places, bs_evidence_get(evidence, BS_RECORD_OBSERVED, k)->values,
                          &observations[k], &requests);

        if (wrong != NULL) {
            return bs_error_set(error, BS_ERR_INPUT, NULL, "history record %zu (observed): %s",
                                bs_evidence_index(evidence, BS_RECORD_OBSERVED, k), wrong);
        }
    }
    series->observations = observations;
    return BS_OK;
}

enum bs_status bs_series_init(struct bs_series *series, struct bs_evidence *evidence,
                              struct bs_error *error)
{
    struct bs_observation *observations;

    BS_ASSERT(series != NULL);
    if (evidence->horizon.ns > BS_INSTANT_MAX.ns) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "the history's horizon is beyond 104 days");
    }
    *series = (struct bs_series){
        .observation_count = bs_evidence_count(evidence, BS_RECORD_OBSERVED),
        .bins = (size_t)((evidence->horizon.ns + BS_NS_PER_S - 1) / BS_NS_PER_S),
    };
    observations =
        bs_evidence_unset_array(evidence, series->observation_count, sizeof(*series->observations));
    series->total = bs_evidence_array(evidence, series->bins + 1, sizeof(*series->total));
    series->good = bs_evidence_array(evidence, series->bins + 1, sizeof(*series->good));
    if (observations == NULL || series->total == NULL || series->good == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "no memory for %zu seconds", series->bins);
    }
    return read_observations(series, evidence, observations, error);
}

/** What an observation counts for in a kind of series. */
static struct bs_share share_of(const struct bs_observation *seen, enum bs_series_kind kind)
{
    switch (kind) {
    case BS_SERIES_READS:
        return (struct bs_share){seen->reads_good, seen->reads};
    case BS_SERIES_WRITES:
        return (struct bs_share){seen->writes_good, seen->writes};
    case BS_SERIES_FRESH:
        return (struct bs_share){seen->reads + seen->writes - seen->stale,
                                 seen->reads + seen->writes};
    case BS_SERIES_ALL:
    case BS_SERIES_KIND_COUNT:
        break;
    }
    return (struct bs_share){seen->reads_good + seen->writes_good, seen->reads + seen->writes};
}

/* Adds a share so many times to where a run of bins begins, and takes it away where it ends. */
static void add_edges(struct bs_series *series, const struct bs_observation *seen,
                      struct bs_share share, int64_t times)
{
    const size_t end = seen->from + seen->bins;

    series->total[seen->from] += share.total * times;
    series->total[end] -= share.total * times;
    series->good[seen->from] += share.good * times;
    series->good[end] -= share.good * times;
}

/* From what changes between bins to what is in them, and back; the one behind the last stays zero. */
static void sum_up(struct bs_series *series)
{
    struct bs_share sum = {0};

    for (size_t i = 0; i <= series->bins; i++) {
        sum.total += series->total[i];
        sum.good += series->good[i];
        series->total[i] = sum.total;
        series->good[i] = sum.good;
    }
}

static void take_differences(struct bs_series *series)
{
    for (size_t i = series->bins; i > 0; i--) {
        series->total[i] -= series->total[i - 1];
        series->good[i] -= series->good[i - 1];
    }
}

/* Adds a kind's shares of a cohort's observations (NULL: of all) so many times to each of their bins. */
static void add_observations(struct bs_series *series, enum bs_series_kind kind, const char *cohort,
                             int64_t times)
{
    const char *latest =
        NULL; /* A cohort's observations stand together: its name is looked at once. */
    bool is_wanted = cohort == NULL;

    for (size_t k = 0; k < series->observation_count; k++) {
        const struct bs_observation *seen = &series->observations[k];

        if (cohort != NULL && seen->cohort != latest) {
            latest = seen->cohort;
            is_wanted = bs_text_is(latest, cohort);
        }
        if (is_wanted) {
            add_edges(series, seen, share_of(seen, kind), times);
        }
    }
}

void bs_series_fill(struct bs_series *series, enum bs_series_kind kind, const char *cohort)
{
    BS_ASSERT(kind < BS_SERIES_KIND_COUNT);
    memset(series->total, 0, (series->bins + 1) * sizeof(*series->total));
    memset(series->good, 0, (series->bins + 1) * sizeof(*series->good));
    add_observations(series, kind, cohort, 1);
    sum_up(series);
}

void bs_series_remove(struct bs_series *series, enum bs_series_kind kind, const char *cohort)
{
    BS_ASSERT(kind < BS_SERIES_KIND_COUNT && cohort != NULL);
    take_differences(series);
    add_observations(series, kind, cohort, -1);
    sum_up(series);
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
