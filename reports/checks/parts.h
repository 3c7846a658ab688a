/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_PARTS_H
#define BS_REPORTS_CHECKS_PARTS_H

/**
 * Where the time of an outage went: contiguous parts that add up exactly, in ns, to the RTO on the impact
 * clock (or, if the outage is censored, to horizon - impact). Each instant belongs to the first condition
 * not yet true.
 *
 * - `latent`: from the fault's onset to the impact, if that is later; not part of the sum.
 * - `detect`, `decide`: up to the response's `detected` and `declared` moments. Without a detection, up to
 *   the decision is all `detect`, and `decide` has no length.
 * - `execute`: up to the latest, from the decision on and within the outage, of: a DNS `pending` record that
 *   gives its target all answers; the first LINEAGE `writable` of a store's new lineage (one that was not
 *   writable at instant 0), the first in the whole history; the completion, also with exceptions, of a step
 *   of any execution whose effect is fences, promotes or scales. Without any of these, up to the end: then it
 *   is the last part.
 * - `propagate`: up to the first bin at or after that from which on, in every bin until the end, the stale
 *   share of requests is at most 1 - success.
 * - `warm`: the rest.
 * - `self_healed`: all of it, without a decision before the end.
 * - `unrecovered`: in a censored outage, from the last boundary that happened to the horizon. There,
 *   `propagate` has a boundary only if it lies before the horizon, and `execute` only if the decided
 *   execution got through its steps (it reached monitoring_health, completed or completed_with_exceptions).
 *
 * Boundaries are clamped into the outage and never go back; a part that these rules name is listed also if
 * it has no length.
 */

#include <stddef.h>
#include <stdint.h>

#include "reports/checks/response.h"

struct bs_part {
    const char *name;
    struct bs_instant start;
    struct bs_instant end;
    int64_t human_wait_ns;     /* During which at least one step waited for an approval. */
    struct bs_moment boundary; /* The record that ended it, at that record's own instant. */
};

enum { BS_PHASES_MAX = 7 };

struct bs_parts {
    struct bs_part items[BS_PHASES_MAX];
    size_t count;
};

/** What bs_parts_find() goes by. */
struct bs_parts_question {
    const struct bs_outage *outage;
    const struct bs_response *response;
    const struct bs_series *fresh; /* BS_SERIES_FRESH of all cohorts. */
    int64_t success_ppb;
};

void bs_parts_find(struct bs_evidence *evidence, const struct bs_parts_question *question,
                   struct bs_parts *parts);

#endif
