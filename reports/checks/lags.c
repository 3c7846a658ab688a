/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/lags.h"

#include <stdlib.h>
#include <string.h>

/** One LAG record. */
struct sample {
    size_t store; /* Its place among the stores. */
    const char *lineage;
    size_t k; /* Its place among the records, which are in order of time. */
    struct bs_lag_point point;
};

struct samples {
    struct sample *items;
    size_t count;
};

static size_t list_samples(struct bs_evidence *evidence, const struct bs_rpo *rpo,
                           struct sample *samples)
{
    const size_t records = bs_evidence_count(evidence, BS_RECORD_LAG);
    size_t count = 0;

    for (size_t k = 0; k < records; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LAG, k);
        const int64_t lag_ns = bs_record_number(record, "lag_ns");
        const size_t store = bs_rpo_place(rpo, bs_record_text(record, "store"));

        if (store < rpo->count && lag_ns >= 0) {
            samples[count++] = (struct sample){
                store, bs_record_words(record, "lineage"), k, {record->at, {lag_ns}}};
        }
    }
    return count;
}

static int compare_courses(const struct sample *a, const struct sample *b)
{
    const int order = (a->store > b->store) - (a->store < b->store);

    return order != 0 ? order : strcmp(a->lineage, b->lineage);
}

static int compare_samples(const void *left, const void *right)
{
    const struct sample *a = left;
    const struct sample *b = right;
    const int order = compare_courses(a, b);

    return order != 0 ? order : (a->k > b->k) - (a->k < b->k);
}

static int compare_lags(const void *left, const void *right)
{
    const int64_t a = ((const struct bs_lag_point *)left)->lag.ns;
    const int64_t b = ((const struct bs_lag_point *)right)->lag.ns;

    return (a > b) - (a < b);
}

static struct bs_duration median_of(struct bs_evidence *evidence, const struct bs_lag_point *points,
                                    size_t count)
{
    struct bs_lag_point *sorted = bs_evidence_unset_array(evidence, count, sizeof(*sorted));

    if (sorted == NULL) {
        return (struct bs_duration){0};
    }
    memcpy(sorted, points, count * sizeof(*sorted));
    qsort(sorted, count, sizeof(*sorted), compare_lags);
    return sorted[(count - 1) / 2].lag;
}

/** The course of `count` samples that stand together. */
static struct bs_lag_course make_course(struct bs_evidence *evidence, const struct sample *samples,
                                        size_t count)
{
    struct bs_lag_point *points = bs_evidence_unset_array(evidence, count, sizeof(*points));
    struct bs_lag_course course = {.lineage = samples->lineage, .worst = samples->point};

    if (points == NULL) {
        return course;
    }
    for (size_t i = 0; i < count; i++) {
        points[i] = samples[i].point;
        if (points[i].lag.ns > course.worst.lag.ns) {
            course.worst = points[i];
        }
    }
    course.points = points;
    course.count = count;
    course.median = median_of(evidence, points, count);
    return course;
}

static size_t course_length(const struct samples *samples, size_t first)
{
    size_t last = first + 1;

    while (last < samples->count &&
           compare_courses(&samples->items[first], &samples->items[last]) == 0) {
        last++;
    }
    return last - first;
}

static void fill_courses(struct bs_evidence *evidence, const struct samples *samples,
                         struct bs_lags *lags)
{
    struct bs_lag_course *courses = bs_evidence_array(evidence, samples->count, sizeof(*courses));
    size_t length;

    for (size_t i = 0; courses != NULL && i < samples->count; i += length) {
        struct bs_lags *store = &lags[samples->items[i].store];

        length = course_length(samples, i);
        store->courses = store->courses != NULL ? store->courses : courses;
        *courses++ = make_course(evidence, &samples->items[i], length);
        store->count++;
    }
}

struct bs_lags *bs_lags_find(struct bs_evidence *evidence, const struct bs_rpo *rpo)
{
    struct bs_lags *lags = bs_evidence_array(evidence, rpo->count, sizeof(*lags));
    struct samples samples = {
        .items = bs_evidence_unset_array(evidence, bs_evidence_count(evidence, BS_RECORD_LAG),
                                         sizeof(*samples.items)),
    };

    if (lags == NULL || samples.items == NULL) {
        return lags;
    }
    samples.count = list_samples(evidence, rpo, samples.items);
    qsort(samples.items, samples.count, sizeof(*samples.items), compare_samples);
    fill_courses(evidence, &samples, lags);
    return lags;
}
