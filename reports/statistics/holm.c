/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/holm.h"

#include <stdbool.h>

#include "base/assert.h"

static bool comes_before(const double *p, size_t a, size_t b)
{
    return p[a] < p[b] || (a < b && p[a] == p[b]);
}

/* The next larger one after `last`, or the smallest of all if `last` is `count`. */
static size_t next_of(const double *p, size_t count, size_t last)
{
    size_t next = count;

    for (size_t i = 0; i < count; i++) {
        const bool is_later = last == count || comes_before(p, last, i);

        if (is_later && (next == count || comes_before(p, i, next))) {
            next = i;
        }
    }
    return next;
}

void bs_holm(const double *p, size_t count, double *adjusted)
{
    double largest = 0.0;
    size_t test = count;

    BS_ASSERT(p != adjusted || count == 0);
    for (size_t step = 0; step < count; step++) {
        double worth;

        test = next_of(p, count, test);
        BS_ASSERT(test < count);
        worth = p[test] * (double)(count - step);
        worth = worth < 1.0 ? worth : 1.0;
        largest = worth > largest ? worth : largest;
        adjusted[test] = largest;
    }
}
