/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_RPO_H
#define BS_REPORTS_CHECKS_RPO_H

/**
 * What was lost, per store, from the ledger of acknowledged writes.
 *
 * t_stop, per old lineage (the one that acknowledged the missing writes), is the earlier of its first
 * LINEAGE `stopped` at or after the newest missing write, and another lineage's first `writable` after
 * instant 0 and after the old one's own first `writable`; for stores with `writers: any` only the former,
 * since there the other copy always was writable. Ranges that begin at or after t_stop are writes of a
 * split brain, counted as diverged, and do not enter the RPO.
 *
 * rpo = t_stop - the oldest missing write, over the MISSING ranges counted at recovery (or at the end, if
 * none were counted at recovery; with `writers: one`, if none of that lineage were), the worst over old
 * lineages, so over all promotions. Counts of writes are sums over lineages. 0 if nothing is missing and
 * the store has an ACKNOWLEDGED record to show for it; else unknown. Counts of writes are those at the end
 * of the run.
 */

#include <stddef.h>
#include <stdint.h>

#include "reports/evidence.h"

struct bs_store_row {
    const char *id;
    const char *kind;
    const char *writers;
    struct bs_figure objective;  /* ns. */
    struct bs_figure rpo;        /* ns. */
    struct bs_figure resolution; /* ns: known if it is measured by numbered writes only (CANARY). */
    struct bs_figure acknowledged;
    int64_t lost_writes;
    int64_t deferred;
    int64_t quarantined;
    int64_t overwritten;
    int64_t discarded;
    int64_t diverged;
};

struct bs_rpo {
    struct bs_store_row *stores;
    size_t count;
    /**
     * The store that decides: of those with an objective (of all, if none has one) the worst that misses it,
     * else one that is unknown, else the worst. -1 without stores.
     */
    int64_t deciding;
    struct bs_figure rpo;         /* Of the deciding store, ns. */
    struct bs_figure objective;   /* Of the deciding store, ns. */
    struct bs_figure lost_writes; /* Of all stores. */
};

void bs_rpo_find(struct bs_evidence *evidence, struct bs_rpo *rpo);

/** Whether a store's RPO is known, has an objective and is above it. */
bool bs_store_misses(const struct bs_store_row *store);

#endif
