/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_SWEEP_SWEEPS_H
#define BS_TESTS_SWEEP_SWEEPS_H

/**
 * Sweeps made by hand: trials with values by rule, in a file of a temporary folder, as bs_sweep_build() gives
 * them back. All fail the test rather than return an error.
 */

#include "reports/sweep/sweep.h"

enum { SWEEPS_BYTES_MAX = 8 * 1024 * 1024 };

/** What is made. */
struct sweeps_recipe {
    uint64_t trials;
    uint64_t endless_every; /* Each so many-th trial does not recover; 0: none. */
    uint64_t absent_every;  /* And each so many-th could not be judged. */
    uint64_t broken_every;  /* And each so many-th breaks an invariant. */
    const char *choice;     /* A variant of this label, 30 s faster; NULL: none. */
    const char *held;       /* A path that is held, halved and doubled; NULL: none. */
    const char *name; /* Of scenario, plan, store, steps, invariant, command; NULL: usual ones. */
    int64_t rto_objective_s;
};

/** 200 trials, a choice, an input that is held, and a prior; the same with each 12th trial unrecovered; 3. */
extern const struct sweeps_recipe sweeps_plain;
extern const struct sweeps_recipe sweeps_endless;
extern const struct sweeps_recipe sweeps_few;

struct sweeps_made {
    struct bs_trial_table *table;
    struct bs_sweep *sweep;
    char folder[64];
};

void sweeps_make(const struct sweeps_recipe *recipe, struct sweeps_made *made);
void sweeps_clean_up(struct sweeps_made *made);

/** Calls `look` with a sweep in which all that anybody could name has a hostile name, for each such name. */
typedef void sweeps_look_fn(struct sweeps_made *made, const char *name);
void sweeps_try_hostile_names(sweeps_look_fn *look);

/** What bs_sweep_text() gives, and the like, cleaned up by the caller; it did not overflow. */
typedef void sweeps_write_fn(const struct bs_sweep *sweep, struct bs_buffer *buffer);
struct bs_buffer sweeps_write(const struct bs_sweep *sweep, sweeps_write_fn *write);

/** UTF-8 without a control character but those in `allowed`, and nothing that turns text around. */
void sweeps_check_inert(const struct bs_buffer *text, const char *allowed);

/** Compares with a file in tests/sweep/golden, or writes it if BS_UPDATE_GOLDEN is set. */
void sweeps_compare(const char *file, const char *bytes, size_t length);

#endif
