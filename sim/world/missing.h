/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_MISSING_H
#define BS_SIM_WORLD_MISSING_H

/**
 * Which acknowledged writes the serving lineage lacks.
 *
 * Databases: the serving lineage is the one that leads, or, when that cannot be reached any more, the replica
 * that could take over. It has what it acknowledged itself. Of the lineage that it replicated it has what had
 * been applied when its stream was cut, of that one's own source what that one had taken over, and so on back
 * along the chain of leaders; of any other lineage it has nothing. What a lineage acknowledged beyond that,
 * but before another one led, is missing; what it acknowledged after is diverged, and counted by the ledger.
 * Since a write belongs to one lineage, each count has it at most once; each count stands by itself.
 *
 * Missing writes are `lost` while the Region of the lineage that acknowledged them is out of reach, else
 * `quarantined`: they are in that database, or in the final snapshot that was made when it was deleted.
 *
 * Buckets: each object that had not left when its source fell silent, `lost`; once the source is back, the
 * same objects are `deferred`.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/time.h"

struct bs_lineage;
struct bs_world;

/** Consecutive writes of a process. */
struct bs_missing_range {
    uint64_t first_k;
    uint64_t last_k;
    struct bs_instant first;
    struct bs_instant last;
};

/** What was found missing of a process's objects, of a source that fell silent. */
struct bs_missing_memo {
    const struct bs_lineage *lineage; /* NULL: nothing yet. */
    struct bs_instant frozen_at;
    const struct bs_missing_range *ranges;
    size_t count;
};

/** Writes the ranges that serving lineages lack at this point ("recovery" or "end") to the history. */
void bs_missing_count(struct bs_world *world, const char *when);

/**
 * Up to which instant of `of`'s own history another lineage of its store has everything; -1: it has nothing
 * of it. What it has now, if it still replicates.
 */
struct bs_instant bs_missing_reach(const struct bs_world *world, const struct bs_lineage *lineage,
                                   const struct bs_lineage *of);

#endif
