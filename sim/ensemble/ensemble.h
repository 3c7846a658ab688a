/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENSEMBLE_ENSEMBLE_H
#define BS_SIM_ENSEMBLE_ENSEMBLE_H

/**
 * Many trials over threads, each a run of its own; what becomes of them is the caller's.
 *
 * Trials come in blocks, which workers take in order. A trial's outcome is a function of its variant and its
 * number alone, never of the thread, of its neighbours or of the order in which blocks are done.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/history.h"
#include "base/status.h"
#include "orchestrator/plan/plan_load.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"

/** What is run; both are borrowed and read by all threads. */
struct bs_ensemble_variant {
    const struct bs_scenario *scenario;
    const struct bs_loaded_plan *plan; /* NULL: nobody acts. */
};

/** Trials `first`, `first` + 1, .. of a variant. */
struct bs_ensemble_block {
    size_t variant;
    uint64_t first;
    size_t count;
};

enum { BS_ENSEMBLE_JOBS_MAX = 256 };

struct bs_ensemble {
    const struct bs_ensemble_variant *variants;
    const struct bs_ensemble_block *blocks;
    size_t block_count;
    uint64_t seed;         /* Trial n has this + n. */
    enum bs_detail detail; /* The same outcomes with either. */
    size_t jobs;           /* Threads, from 1 to BS_ENSEMBLE_JOBS_MAX. */
    size_t width;          /* How many numbers the outcome of a trial is. */
    void *self;            /* The functions' first argument. */
    /** Called before a trial, on its thread, with its seed; false: no further trial is begun. */
    bool (*begins)(void *self, size_t variant, uint64_t seed);
    /** Called on the trial's thread, of several at the same time: the outcome of a run. */
    enum bs_status (*judge)(void *self, const struct bs_history *history, int64_t *values,
                            struct bs_error *error);
    /** Called of one thread at a time, in any order: outcomes of the first `count` trials of a block. */
    enum bs_status (*keep)(void *self, const struct bs_ensemble_block *block, size_t count,
                           const int64_t *values, struct bs_error *error);
};

/** Returns when no thread is left; the first error ends it. Being stopped by `begins` is none. */
enum bs_status bs_ensemble_run(const struct bs_ensemble *ensemble, struct bs_error *error);

#endif
