/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_PCG_H
#define BS_BASE_PCG_H

/**
 * PCG64-DXSM (`cm_setseq_dxsm_128_64`): a 128-bit linear congruential generator with the 64-bit "cheap"
 * multiplier 0xda942042e4dd58b5 and the DXSM output permutation applied to the old state.
 *
 * Source: M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for
 * Random Number Generation" (2014) and the published pcg-cpp reference, whose seeding rule is followed
 * (state = (inc + seed) * multiplier + inc). Checked against that implementation's vectors.
 */

#include <stdint.h>

#include "base/assert.h"

__extension__ typedef unsigned __int128 bs_uint128;

#define BS_PCG_MULTIPLIER UINT64_C(0xda942042e4dd58b5)

struct bs_pcg {
    bs_uint128 state;
    bs_uint128 increment; /* Odd. */
};

/** Starts a generator: increment = (stream << 1) | 1. */
struct bs_pcg bs_pcg_seeded(bs_uint128 seed, bs_uint128 stream);

/**
 * Skips `delta` outputs, or takes them back: one multiplication and addition per bit set in `delta`. (Brown,
 * "Random number generation with arbitrary strides", 1994, with strides of powers of two from a table.)
 */
void bs_pcg_advance(struct bs_pcg *pcg, uint64_t delta);
void bs_pcg_retreat(struct bs_pcg *pcg, uint64_t delta);

/** The next 64 bits. */
static inline uint64_t bs_pcg_next(struct bs_pcg *pcg)
{
    uint64_t high = (uint64_t)(pcg->state >> 64);
    uint64_t low = (uint64_t)pcg->state | 1U;

    pcg->state = pcg->state * BS_PCG_MULTIPLIER + pcg->increment;
    high ^= high >> 32;
    high *= BS_PCG_MULTIPLIER;
    high ^= high >> 48;
    high *= low;
    return high;
}

/**
 * An unbiased integer in [0, bound); bound > 0. (Lemire, "Fast Random Integer Generation in an Interval",
 * 2019.)
 */
uint64_t bs_pcg_below(struct bs_pcg *pcg, uint64_t bound);

#endif
