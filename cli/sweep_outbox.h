/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_OUTBOX_H
#define BS_CLI_SWEEP_OUTBOX_H

/** Outcomes on their way from the threads that run trials to the one thread that keeps or sends them. */

#include <pthread.h>

#include "cli/sweep_blocks.h"

enum { BS_SWEEP_OUTBOX_PLACES = 64 };

/** Outcomes of the first `count` trials of a block. */
struct bs_sweep_rows {
    struct bs_ensemble_block block;
    size_t count;
    int64_t *values; /* free() it. */
};

struct bs_sweep_outbox {
    pthread_mutex_t lock;
    pthread_cond_t has_room;
    struct bs_sweep_rows places[BS_SWEEP_OUTBOX_PLACES];
    size_t first;
    size_t count;
};

enum bs_status bs_sweep_outbox_init(struct bs_sweep_outbox *outbox, struct bs_error *error);
void bs_sweep_outbox_clean_up(struct bs_sweep_outbox *outbox);

/** Copies rows of `width` values each; waits for room. BS_ERR_MEMORY. */
enum bs_status bs_sweep_outbox_put(struct bs_sweep_outbox *outbox,
                                   const struct bs_ensemble_block *block, size_t count,
                                   const int64_t *values, size_t width, struct bs_error *error);

/** The oldest rows, now the caller's; false if there are none. */
bool bs_sweep_outbox_take(struct bs_sweep_outbox *outbox, struct bs_sweep_rows *rows);

#endif
