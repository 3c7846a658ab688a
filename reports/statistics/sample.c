/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/sample.h"

#include <stdlib.h>

#include "base/assert.h"
#include "base/pcg.h"
#include "reports/statistics/unimodal.h"

static int by_size(const void *left, const void *right)
{
    const int64_t a = *(const int64_t *)left;
    const int64_t b = *(const int64_t *)right;

    return (a > b) - (a < b);
}

struct bs_sample bs_sample_sort(int64_t *values, size_t count)
{
    size_t first = 0;
    size_t end = count;

    BS_ASSERT(count <= (size_t)BS_TRIALS_MAX);
    if (count > 0) {
        qsort(values, count, sizeof(*values), by_size);
    }
    while (first < count && values[first] == BS_VALUE_ABSENT) {
        first++;
    }
    while (end > first && values[end - 1] == BS_VALUE_CENSORED) {
        end--;
    }
    return (struct bs_sample){.values = values + first,
                              .known = (int64_t)(end - first),
                              .censored = (int64_t)(count - end)};
}

int64_t bs_sample_at(const struct bs_sample *sample, int64_t rank)
{
    BS_ASSERT(rank >= 1 && rank <= bs_sample_size(sample));
    return rank <= sample->known ? sample->values[rank - 1] : BS_VALUE_CENSORED;
}

int64_t bs_sample_above(const struct bs_sample *sample, int64_t value)
{
    int64_t first = 0;
    int64_t end = sample->known;

    if (value == BS_VALUE_CENSORED) {
        return 0;
    }
    while (first < end) {
        const int64_t middle = first + (end - first) / 2;

        if (sample->values[middle] > value) {
            end = middle;
        } else {
            first = middle + 1;
        }
    }
    return sample->known - first + sample->censored;
}

int64_t bs_nearest_rank(int64_t count, int64_t p_ppb)
{
    const bs_uint128 parts = (bs_uint128)(uint64_t)count * (uint64_t)p_ppb;
    const int64_t rank = (int64_t)((parts + (uint64_t)(BS_PPB - 1)) / (uint64_t)BS_PPB);

    BS_ASSERT(count >= 1 && p_ppb >= 0 && p_ppb <= BS_PPB);
    return rank > 0 ? rank : 1;
}
