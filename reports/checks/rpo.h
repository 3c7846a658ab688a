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
 * since there the other copy always was writable. If no copy of the store is ever recorded as `stopped`, only
 * clients were watched: then it is the end of the last second, up to the new lineage's `writable`, in which
 * a client's write was served (that `writable` itself, if none was). Without any of these it is unknown.
 *
 * rpo = t_stop - the oldest missing write, over the MISSING ranges counted at recovery (or at the end, if
 * none were counted at recovery; with `writers: one`, if none of that lineage were). Ranges of one lineage
 * counted at one instant (`at_ns`) are one loss, with its own oldest and newest write and so its own t_stop:
 * a store that is failed over twice has two. The worst of them is the store's RPO; one that is unknown makes
 * it unknown. It is 0 if nothing is missing, and unknown without an ACKNOWLEDGED record of the store.
 *
 * Counts of writes are those at the end of the run, sums over lineages: by class, of the MISSING ranges;
 * diverged, of the DIVERGED records. Writes of a split brain stand in those only; a range that begins at or
 * after t_stop adds nothing to the RPO.
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
    struct bs_figure lost_writes; /* Of all stores; unknown if one has no ACKNOWLEDGED record. */
};

void bs_rpo_find(struct bs_evidence *evidence, struct bs_rpo *rpo);

/** Where a store stands; `count` if there is none of that name. */
size_t bs_rpo_place(const struct bs_rpo *rpo, const char *store);

/** Whether a store's RPO is known, has an objective and is above it. */
bool bs_store_misses(const struct bs_store_row *store);

#endif
