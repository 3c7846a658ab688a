/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/spans.h"

#include <stdlib.h>

#include "base/assert.h"

static int compare_starts(const void *left, const void *right)
{
    const struct bs_span_of_time *a = left;
    const struct bs_span_of_time *b = right;

    return (a->from.ns > b->from.ns) - (a->from.ns < b->from.ns);
}

int64_t bs_spans_covered_ns(struct bs_span_of_time *spans, size_t count, struct bs_instant from,
                            struct bs_instant to)
{
    struct bs_instant covered_to = from;
    int64_t covered_ns = 0;

    BS_ASSERT(spans != NULL || count == 0);
    if (count > 1) {
        qsort(spans, count, sizeof(*spans), compare_starts);
    }
    for (size_t i = 0; i < count; i++) {
        struct bs_instant start = bs_instant_max(spans[i].from, covered_to);
        struct bs_instant end = bs_instant_min(spans[i].to, to);

        if (bs_instant_before(start, end)) {
            covered_ns += end.ns - start.ns;
            covered_to = end;
        }
    }
    return covered_ns;
}
