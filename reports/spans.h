/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SPANS_H
#define BS_REPORTS_SPANS_H

/** Stretches of time that may overlap. */

#include <stddef.h>
#include <stdint.h>

#include "base/time.h"

struct bs_span_of_time {
    struct bs_instant from;
    struct bs_instant to; /* Not before `from`. */
};

/** How long at least one of the spans lasts within [from, to), in ns. Sorts the spans by their start. */
int64_t bs_spans_covered_ns(struct bs_span_of_time *spans, size_t count, struct bs_instant from,
                            struct bs_instant to);

#endif
