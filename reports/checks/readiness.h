/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_READINESS_H
#define BS_REPORTS_CHECKS_READINESS_H

/**
 * How ready the posture is: a score of four parts, each got in full or not at all, and beside it what blocks
 * it whatever the score.
 *
 * - `replication_lag`, 40: what would be lost is acceptable. Of each store with an RPO objective that was put
 *   to the test (another lineage became writable after instant 0; with `writers` other than `one`: a lineage
 *   stopped, and a DNS record changed) the RPO is within its objective. If none was tested, the checks of lag
 *   that ran (steps with the block `check_replication_lag`) completed; one that did not is no evidence in an
 *   ungraceful execution, for once the primary is lost it sees the loss.
 * - `standby_health`, 30: each check of the standby's health that ran completed: steps with the block
 *   `check_region_health` in a Region that did not serve at instant 0, and `proves` steps that asked a
 *   resource in such a Region.
 * - `last_drill`, 20: the last drill on record passed. A history knows no other run; who builds the report
 *   may know (struct bs_past_drills).
 * - `dns_health_checks`, 10: each health check was healthy before the first fault after instant 0 and the
 *   first decision (SOURCE records; STATE records where nobody asked).
 *
 * A part without evidence is unknown, and so is the score; `at_least` and `at_most` then are what it is with
 * none and with all of the unknown parts.
 *
 * Blockers:
 * - `no_replica`: a store has no copy in another Region than its own.
 * - `broken_replica`: a copy was in another state than `available` before the first fault and decision, or a
 *   promotion failed or timed out.
 * - `no_plan`: nothing was planned, and nobody acted.
 * - `no_fence`: a workflow promotes without a step before that fences; or a lineage was promoted with
 *   neither an effective fence nor authority (`no_unguarded_promote` fails).
 * - `no_way_back`: workflows promote, but none rebuilds replication.
 * - `invariant_broken`: any other invariant fails; expectations are none.
 * - `not_recovered`: the worst outage had no end.
 */

#include "reports/checks/invariants.h"
#include "reports/checks/rpo.h"

/** What is known of drills before this run. */
struct bs_past_drills {
    bool was_last_passed; /* These mean something if `count` is not 0. */
    int64_t last_age_ns;
    int64_t count;  /* Of the last ten, at most: how many there were, */
    int64_t passed; /* and how many passed. */
};

enum {
    BS_READINESS_LAG,
    BS_READINESS_STANDBY,
    BS_READINESS_DRILL,
    BS_READINESS_DNS,
    BS_READINESS_PART_COUNT,
};

struct bs_readiness_part {
    const char *name;
    int64_t weight;
    struct bs_figure got;
    const char *evidence; /* Or why there is none; never NULL. */
};

struct bs_blocker {
    const char *name;
    const char *reason;
};

struct bs_readiness {
    struct bs_figure score; /* 0 to 100. */
    int64_t at_least;
    int64_t at_most;
    struct bs_readiness_part parts[BS_READINESS_PART_COUNT];
    struct bs_blocker *blockers;
    size_t blocker_count;
};

/** What it goes by besides the evidence. */
struct bs_readiness_question {
    const struct bs_outages *outages;
    const struct bs_executions *executions;
    const struct bs_steps *steps;
    const struct bs_rpo *rpo;
    const struct bs_invariants *invariants;
    const struct bs_past_drills *drills; /* NULL: nothing is known. */
};

void bs_readiness_find(struct bs_evidence *evidence, const struct bs_readiness_question *question,
                       struct bs_readiness *readiness);

/** The blockers alone, in the order above. */
void bs_blockers_find(struct bs_evidence *evidence, const struct bs_readiness_question *question,
                      struct bs_readiness *readiness);

/** The first fault after instant 0, the first decision or the horizon, whichever comes first. */
struct bs_instant bs_first_trouble(const struct bs_evidence *evidence);

#endif
