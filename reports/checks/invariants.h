/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_INVARIANTS_H
#define BS_REPORTS_CHECKS_INVARIANTS_H

/**
 * What must hold in every run, whatever the objectives, and what this scenario's author expects beyond them.
 *
 * - `no_unguarded_promote`: before a lineage of a store with `writers: one` becomes writable for the first
 *   time after instant 0, the lineage that was writable before it has an effective fence that was not
 *   released, or a RISK record precedes it in which more than half of the sources saw the failure.
 * - `no_write_behind_fence`: no ACKNOWLEDGED record counts writes behind an effective fence.
 * - `execution_ends`: each workflow's last EXECUTION state is final, or one in which it waits with a reason.
 * - `no_repeated_effect`: no operation that must not be repeated was answered ok twice for one resource.
 * - `no_dns_to_fenced`: once the worst outage is over (or, without one, at the end of the run), no DNS
 *   record's last `insync` target lies in a Region whose `fences` step completed and was not rolled back.
 * - `expect_recovered`, `expect_failovers` (the number of DECISION records): from EXPECT.
 *
 * Without the evidence that a check needs, the outcome is unknown.
 */

#include <stddef.h>

#include "reports/checks/outage.h"

enum bs_outcome {
    BS_OUTCOME_PASS,
    BS_OUTCOME_FAIL,
    BS_OUTCOME_UNKNOWN,
};

struct bs_invariant {
    const char *name;
    enum bs_outcome outcome;
    const char *reason;      /* Never NULL. */
    struct bs_instant first; /* When first violated; BS_INSTANT_UNKNOWN if not. */
};

struct bs_invariants {
    struct bs_invariant *items;
    size_t count;
};

void bs_invariants_find(struct bs_evidence *evidence, const struct bs_outages *outages,
                        struct bs_invariants *invariants);

/** "pass", "fail", "unknown". */
const char *bs_outcome_name(enum bs_outcome outcome);

#endif
