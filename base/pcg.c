/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/pcg.h"

#include <stddef.h>

struct bs_pcg bs_pcg_seeded(bs_uint128 seed, bs_uint128 stream)
{
    bs_uint128 increment = (stream << 1) | 1U;

    return (struct bs_pcg){
        .state = (increment + seed) * BS_PCG_MULTIPLIER + increment,
        .increment = increment,
    };
}

/*
 * One step is the affine map x -> a x + c. `step_*` is that map applied 2^i times, squared as i grows;
 * `skip_*` composes those whose bit is set in `delta`.
 */
void bs_pcg_advance(struct bs_pcg *pcg, uint64_t delta)
{
    bs_uint128 step_multiplier = BS_PCG_MULTIPLIER;
    bs_uint128 step_increment;
    bs_uint128 skip_multiplier = 1;
    bs_uint128 skip_increment = 0;

    BS_ASSERT(pcg != NULL);

    step_increment = pcg->increment;
    for (; delta > 0; delta >>= 1) {
        if ((delta & 1U) != 0) {
            skip_multiplier *= step_multiplier;
            skip_increment = skip_increment * step_multiplier + step_increment;
        }
        step_increment *= step_multiplier + 1;
        step_multiplier *= step_multiplier;
    }
    pcg->state = pcg->state * skip_multiplier + skip_increment;
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
