/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/rank_correlation.h"

#include <math.h>
#include <stdlib.h>

#include "base/assert.h"
#include "reports/statistics/sample.h"
#include "reports/statistics/unimodal.h"

__extension__ typedef __int128 wide;

static int by_value(const void *left, const void *right)
{
    const struct bs_ranked *a = left;
    const struct bs_ranked *b = right;

    return (a->value > b->value) - (a->value < b->value);
}

void bs_midranks(const int64_t *values, size_t count, struct bs_ranked *room, int64_t *doubled)
{
    size_t first = 0;

    BS_ASSERT(count <= (size_t)BS_TRIALS_MAX);
    for (size_t i = 0; i < count; i++) {
        BS_ASSERT(values[i] != BS_VALUE_ABSENT);
        room[i] = (struct bs_ranked){.value = values[i], .place = i};
    }
    if (count > 0) {
        qsort(room, count, sizeof(*room), by_value);
    }
    while (first < count) {
        size_t end = first + 1;

        while (end < count && room[end].value == room[first].value) {
            end++;
        }
        for (size_t i = first; i < end; i++) {
            doubled[room[i].place] = (int64_t)(first + 1 + end);
        }
        first = end;
    }
}

/* The mean of doubled ranks is count + 1; 20 million cubed is far below 2^127. */
struct bs_rank_correlation bs_rank_correlation(const int64_t *doubled_a, const int64_t *doubled_b,
                                               size_t count)
{
    const int64_t mean = (int64_t)count + 1;
    wide both = 0;
    wide a_squared = 0;
    wide b_squared = 0;

    BS_ASSERT(count <= (size_t)BS_TRIALS_MAX);
    for (size_t i = 0; i < count; i++) {
        const int64_t a = doubled_a[i] - mean;
        const int64_t b = doubled_b[i] - mean;

        both += (wide)a * b;
        a_squared += (wide)a * a;
        b_squared += (wide)b * b;
    }
    if (a_squared == 0 || b_squared == 0) {
        return (struct bs_rank_correlation){.is_known = false};
    }
    return (struct bs_rank_correlation){
        .is_known = true,
        .rho = (double)both / sqrt((double)a_squared * (double)b_squared),
    };
}
