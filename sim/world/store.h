/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_STORE_H
#define BS_SIM_WORLD_STORE_H

/**
 * Stores and their copies: what a client's write goes to, and who can acknowledge it.
 *
 * A store is an rds_instance or an s3_bucket together with what replicates from it. Each declared resource is
 * a copy. A database's copy may be deleted and rebuilt from another one: each time it is a new generation,
 * and each generation is a lineage of its own, the first named by its resource ("orders"), the others by
 * number ("orders#2"). A write belongs to the lineage that acknowledged it, for good.
 *
 * How a copy behaves is its service's business (rds.c, rds_life.c, s3.c); what all copies have in common is
 * here: whether clients can read and write it now, its fence, who led before whom.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/stream.h"
#include "base/time.h"
#include "orchestrator/calls/calls.h"
#include "sim/engine/simulation.h"
#include "sim/scenario/scenario.h"
#include "sim/world/ledger.h"

struct bs_world;

enum { BS_STORE_COPIES_MAX = BS_SCENARIO_REGIONS_MAX }; /* One to a Region. */

/** One generation of a copy. Lives as long as the world, also when its instance does not. */
struct bs_lineage {
    const char *name;
    struct bs_copy *copy;
    struct bs_lineage *next;    /* Of its store, the oldest first. */
    uint64_t epoch;             /* Of the ledger, from which on the copy's writes are this one's. */
    bool has_led;               /* It has been writable, .. */
    struct bs_instant led_from; /* .. first at this instant, .. */
    struct bs_instant
        superseded_at; /* .. until another one was, first; BS_INSTANT_NEVER: not yet. */
    bool
        diverges; /* It has been superseded in a `one` store: what it takes from now on nobody else has. */

    /* RDS: what it has of the lineage that it replicates, or replicated until it was promoted. */
    struct bs_lineage *source;       /* NULL: of nobody. */
    struct bs_instant seeded_at;     /* It began with all that the source had then. */
    struct bs_instant streams_from;  /* Since when there is more than that. */
    bool was_promoted;               /* Its stream has been cut for good, .. */
    struct bs_instant reaches_up_to; /* .. and this is what had come through. */

    struct bs_ledger_sum sum;
};

/** A stretch in which a fault drives a replica's lag. */
struct bs_lag_burst {
    struct bs_instant from;
    struct bs_instant to; /* BS_INSTANT_NEVER: it does not end. */
    const struct bs_distribution *lag;
};

/** Something that lasts as long as drawn, and stands still while what it needs is lost. */
struct bs_work {
    struct bs_duration left;
    struct bs_instant
        runs_since; /* BS_INSTANT_NEVER: it stands still, or there is nothing to do. */
    uint64_t turn;  /* Of the event that ends it: earlier ones are stale. */
};

struct bs_copy {
    const struct bs_resource *resource;
    struct bs_lineage *lineage; /* The generation that there is, or was last. */
    uint64_t generation;
    bool is_readable; /* By an application that can reach it, now. */
    bool is_writable;
    bool is_fenced;

    /* RDS. */
    bool is_gone; /* Deleted, and not rebuilt yet. */
    enum bs_resource_state state;
    bool is_replica;
    bool has_ingress;
    uint64_t promotions; /* So many of each have begun. */
    uint64_t creations;
    uint64_t deletions;
    uint64_t backups;
    struct bs_work work; /* CREATING, DELETING. */
    struct bs_stream lag;
    struct bs_stream promotion;
    struct bs_lag_burst *bursts;
    size_t burst_count;
    size_t burst_capacity;

    /* What has arrived. For the source of an S3 replication, what has left. */
    struct bs_instant frozen_at; /* Nothing replicated since; BS_INSTANT_NEVER while it flows. */
    struct bs_instant
        counted_frozen_at; /* S3: as it stood when losses were counted; NEVER: not yet. */
};

struct bs_s3_marks;

struct bs_store {
    const struct bs_resource *resource; /* The primary's. */
    enum bs_writers writers;
    size_t copy_count;
    struct bs_copy copies[BS_STORE_COPIES_MAX]; /* The primary first. */
    struct bs_lineage *lineages; /* All that there have ever been, the oldest first. */
    struct bs_lineage *leader;   /* Promoted or writable for the first time, whichever was last. */
    struct bs_s3_marks *replication_marks; /* Of buckets (sim/world/s3.h). */
};

struct bs_store_set {
    struct bs_store *stores;
    size_t count;
};

enum bs_status bs_stores_new(struct bs_world *world);

/** Writes what stores there are and the lineages' first states to the history. */
void bs_stores_start(struct bs_world *world);

/**
 * The copy's next generation, replicating `source` (NULL: nobody): a lineage of its own, unfenced. Whoever
 * replaces a generation has settled the clients.
 */
void bs_store_next_generation(struct bs_world *world, struct bs_store *store, struct bs_copy *copy,
                              struct bs_lineage *source);

/** Whether the lineage is the generation that its copy has now. */
bool bs_lineage_is_there(const struct bs_lineage *lineage);

/** After a change: who can be read and written, who is fenced, what has stopped flowing. */
void bs_stores_refresh(struct bs_world *world);

/** The store whose primary is `resource` (an index); asserts that there is one. */
struct bs_store *bs_store_of(struct bs_world *world, int32_t resource);

/** The copy that is `resource`, or NULL. `store` may be NULL. */
struct bs_copy *bs_copy_of(struct bs_world *world, const struct bs_resource *resource,
                           struct bs_store **store);

/** The copy of `store` in `region`, or NULL. */
struct bs_copy *bs_store_copy_in(struct bs_store *store, int32_t region);

/** Whether an application elsewhere, with `database: writer`, may go to the store's copies. */
bool bs_store_serves_elsewhere(const struct bs_store *store);

/**
 * The copy outside `region` that can be written now, or NULL: of several the first that nobody has
 * superseded, or else the first.
 */
struct bs_copy *bs_store_writable_outside(struct bs_store *store, int32_t region);

#endif
