/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_LEDGER_H
#define BS_SIM_WORLD_LEDGER_H

/**
 * The ledger of acknowledged writes: who acknowledged which, and which of them the serving lineage lacks.
 *
 * Requests that succeed at the first attempt are kept as ranges of their numbers, their instants being a
 * function of the number; those that needed another attempt one by one. A write goes to every store of its
 * population: to the copy that the application that served it went to at that time, mostly its own Region's,
 * in the generation that there was.
 *
 * What the serving lineage lacks is worked out in missing.c.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"
#include "sim/scenario/scenario.h"

struct bs_world;
struct bs_process;
struct bs_store;
struct bs_copy;
struct bs_lineage;
struct bs_missing_memo;

/** Acknowledged writes `first_k` to `last_k`, at their own instants, or one at `at_ns`. */
struct bs_ledger_entry {
    uint64_t first_k;
    uint64_t last_k;
    uint64_t epoch;                       /* So many generations of copies there had been. */
    int64_t at_ns;                        /* -1: each at its arrival. */
    int8_t regions[BS_CLIENT_STORES_MAX]; /* Of the copies, one per store of its population. */
};

struct bs_ledger_book {
    struct bs_ledger_entry *entries;
    size_t count;
    size_t capacity;
};

/** What one lineage acknowledged. */
struct bs_ledger_sum {
    uint64_t writes;
    uint64_t behind_fence;
    uint64_t diverged;
    struct bs_instant diverged_from;
    struct bs_instant diverged_to;
};

enum { BS_LEDGER_ENTRIES_MAX = 8 * 1024 * 1024 };

/** Where a population's writes to one of its stores end up now when a load balancer serves them. */
struct bs_ledger_path {
    struct bs_copy *copy; /* NULL: no copy can take them. */
};

/** How far a look through a book for objects that are on their way has come. */
struct bs_ledger_cursor {
    size_t entry;
    uint64_t k;           /* Of that entry; what stands before has arrived .. */
    struct bs_instant by; /* .. by then. */
};

struct bs_ledger {
    struct bs_ledger_book *books; /* Per process; reads' stay empty. */
    struct bs_ledger_path
        *paths; /* [(population * resources + balancer) * BS_CLIENT_STORES_MAX + n] */
    struct bs_ledger_cursor *cursors; /* By bs_ledger_bucket_row(). */
    struct bs_missing_memo *counted;  /* Likewise. */
    uint64_t epoch;                   /* Grows with each generation of a copy. */
};

void bs_ledger_new(struct bs_world *world);
void bs_ledger_clean_up(struct bs_world *world);

/** After a change: where writes end up from now on. */
void bs_ledger_refresh(struct bs_world *world);

/** Writes first_k .. last_k of `process`, served at their first attempt through `balancer`. */
void bs_ledger_acknowledge_range(struct bs_world *world, struct bs_process *process,
                                 int32_t balancer, uint64_t first_k, uint64_t last_k);

/** Write k of `process`, served at a later attempt, now or in a stretch just looked back on. */
void bs_ledger_acknowledge_retried(struct bs_world *world, struct bs_process *process,
                                   int32_t balancer, uint64_t k, struct bs_instant at);

/** The store's place among those that the process's writes go to, or BS_NONE: they do not, or are none. */
int32_t bs_ledger_place_of(const struct bs_world *world, const struct bs_process *process,
                           const struct bs_store *store);

/** Where the cursor and the memo stand of what the process wrote to this copy, a bucket. */
size_t bs_ledger_bucket_row(const struct bs_world *world, const struct bs_process *process,
                            const struct bs_store *store, const struct bs_copy *copy);

/** Whether the entry's writes to the lineage's store, at its place there, were acknowledged by it. */
bool bs_ledger_is_of(const struct bs_ledger_entry *entry, int32_t place,
                     const struct bs_lineage *lineage);

/** At the end: what is missing, and what each lineage acknowledged and took after another led. */
void bs_ledger_finish(struct bs_world *world);

#endif
