/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/pcg.h"

#include <stddef.h>

#include "base/pcg_jump.h"

struct bs_pcg bs_pcg_seeded(bs_uint128 seed, bs_uint128 stream)
{
    bs_uint128 increment = (stream << 1) | 1U;

    return (struct bs_pcg){
        .state = (increment + seed) * BS_PCG_MULTIPLIER + increment,
        .increment = increment,
    };
}

static void jump(struct bs_pcg *pcg, const struct bs_pcg_jump *jumps, uint64_t delta)
{
    BS_ASSERT(pcg != NULL);

    while (delta > 0) {
        const struct bs_pcg_jump *by = &jumps[__builtin_ctzll(delta)];

        pcg->state = pcg->state * by->multiplier + pcg->increment * by->sum;
        delta &= delta - 1;
    }
}

void bs_pcg_advance(struct bs_pcg *pcg, uint64_t delta)
{
    jump(pcg, bs_pcg_jumps_ahead, delta);
}

void bs_pcg_retreat(struct bs_pcg *pcg, uint64_t delta)
{
    jump(pcg, bs_pcg_jumps_back, delta);
}

uint64_t bs_pcg_below(struct bs_pcg *pcg, uint64_t bound)
{
    bs_uint128 product;

    BS_ASSERT(pcg != NULL);
    BS_ASSERT(bound > 0);

    product = (bs_uint128)bs_pcg_next(pcg) * bound;
    if ((uint64_t)product < bound) {
        /* 2^64 mod bound: the low halves that some results would have once more than others. */
        uint64_t surplus = (UINT64_C(0) - bound) % bound;

        while ((uint64_t)product < surplus) {
            product = (bs_uint128)bs_pcg_next(pcg) * bound;
        }
    }
    return (uint64_t)(product >> 64);
}
