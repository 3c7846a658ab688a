/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_STORE_H
#define BS_SIM_WORLD_STORE_H

/**
 * Stores and their copies: what a client's write goes to, and who can acknowledge it.
 *
 * A store is an rds_instance or an s3_bucket together with what replicates from it. Each copy is a lineage
 * named by its resource. How a copy behaves is its service's business (rds.c, s3.c); what all copies have
 * in common is here: whether clients can read and write it now, its fence, and what it lacks.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/stream.h"
#include "base/time.h"
#include "orchestrator/calls/calls.h"
#include "sim/engine/simulation.h"
#include "sim/scenario/scenario.h"

struct bs_world;

enum { BS_STORE_COPIES_MAX = BS_SCENARIO_REGIONS_MAX }; /* One to a Region. */

struct bs_copy {
    const struct bs_resource *resource;
    bool is_readable; /* By the application in its Region, now. */
    bool is_writable;
    bool is_fenced;
    bool has_led;               /* It has been writable, .. */
    struct bs_instant led_from; /* .. first at this instant. */
    bool was_superseded; /* Another copy of a `one` store became writable after it had led. */

    /* RDS. */
    enum bs_resource_state state;
    bool is_replica;
    bool has_ingress;
    uint64_t promotions;
    struct bs_stream lag;
    struct bs_stream promotion;

    /* What has arrived. For the source of an S3 replication, what has left. */
    struct bs_instant frozen_at; /* Nothing replicated since; BS_INSTANT_NEVER while it flows. */
};

struct bs_store {
    const struct bs_resource *resource; /* The primary's. */
    enum bs_writers writers;
    size_t copy_count;
    struct bs_copy copies[BS_STORE_COPIES_MAX]; /* The primary first. */
};

struct bs_store_set {
    struct bs_store *stores;
    size_t count;
};

enum bs_status bs_stores_new(struct bs_world *world);

/** Writes what stores there are and the lineages' first states to the history. */
void bs_stores_start(struct bs_world *world);

/** After a change: who can be read and written, who is fenced, what has stopped flowing. */
void bs_stores_refresh(struct bs_world *world);

/** The store whose primary is `resource` (an index); asserts that there is one. */
struct bs_store *bs_store_of(struct bs_world *world, int32_t resource);

/** The copy that is `resource`, or NULL. `store` may be NULL. */
struct bs_copy *bs_copy_of(struct bs_world *world, const struct bs_resource *resource,
                           struct bs_store **store);

/** The copy of `store` in `region`, or NULL. */
struct bs_copy *bs_store_copy_in(struct bs_store *store, int32_t region);

#endif
