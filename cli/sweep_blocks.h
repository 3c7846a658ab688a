/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_BLOCKS_H
#define BS_CLI_SWEEP_BLOCKS_H

/** Which trials a sweep's file has not got yet, and their division among shards and processes. */

#include "cli/sweep_design.h"

/** Which part of each variant's trials: share `number` of `count`, from 1. */
struct bs_sweep_shard {
    uint64_t number;
    uint64_t count;
};

/** Reads "2/4"; false if it is none, or has more parts than a sweep has trials. */
bool bs_sweep_shard_parse(const char *text, struct bs_sweep_shard *shard);

struct bs_sweep_range {
    uint64_t first;
    uint64_t end;
};

/** The trials of a shard: contiguous, and together all of them. */
struct bs_sweep_range bs_sweep_range_of(struct bs_sweep_shard shard, uint64_t trials);

struct bs_sweep_blocks {
    struct bs_ensemble_block *items; /* Of at most BS_SWEEP_BLOCK_TRIALS each; free() it. */
    size_t count;
    uint64_t trials; /* In all of them. */
};

enum { BS_SWEEP_BLOCK_TRIALS = 32 };

/** Those trials of the shard that are not in the table. */
enum bs_status bs_sweep_blocks_find(const struct bs_sweep_design *design,
                                    struct bs_trial_table *table, struct bs_sweep_shard shard,
                                    struct bs_sweep_blocks *blocks, struct bs_error *error);

/** A share of the blocks, contiguous and borrowed: nearly as many trials as any other share. */
struct bs_sweep_blocks bs_sweep_blocks_share(const struct bs_sweep_blocks *blocks,
                                             struct bs_sweep_shard share);

#endif
