/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_NUMBERED_WRITE_H
#define BS_SIM_WORLD_NUMBERED_WRITE_H

/**
 * Writes of somebody outside the world, by the numbers that he gave them, for reading them back.
 *
 * Such a write goes where those of the first population of clients go. Of each of its databases the lineage
 * that took it is kept; reading it back finds it where the copy that is read has it: as its own, or
 * replicated by now, or before it was promoted. Buckets are not looked at. The ledger (sim/world/ledger.h),
 * and so the history, knows nothing of any of this.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/scenario/scenario.h"
#include "sim/world/world.h"

struct bs_elb_state;
struct bs_lineage;

enum { BS_NUMBERED_WRITES_MAX = 1024 * 1024 };

struct bs_numbered_write {
    struct bs_write_number number;
    struct bs_instant at; /* Taken. */
    bool is_there;        /* Else this place of the table is free. */
    const struct bs_lineage *lineages[BS_CLIENT_STORES_MAX]; /* NULL: not a database. */
};

/** A hash table, probed place by place. Begins with {0}. */
struct bs_numbered_write_set {
    struct bs_numbered_write *places;
    size_t capacity; /* A power of two. */
    size_t count;
};

void bs_numbered_writes_clean_up(struct bs_world *world);

/** Keeps a write that the load balancer serves now; one of the same number is replaced. False: too many. */
bool bs_numbered_write_take(struct bs_world *world, const struct bs_elb_state *balancer,
                            struct bs_write_number number);

/** Whether a read through the load balancer, which serves it now, finds the write. */
bool bs_numbered_write_is_found(struct bs_world *world, const struct bs_elb_state *balancer,
                                struct bs_write_number number);

#endif
