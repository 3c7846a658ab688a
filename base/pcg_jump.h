/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_PCG_JUMP_H
#define BS_BASE_PCG_JUMP_H

/** What 2^i steps of PCG64-DXSM's generator do to its state, ahead and back: for base/pcg.c. */

#include "base/pcg.h"

/** state' = state * multiplier + increment * sum. */
struct bs_pcg_jump {
    bs_uint128 multiplier;
    bs_uint128 sum;
};

extern const struct bs_pcg_jump bs_pcg_jumps_ahead[64];
extern const struct bs_pcg_jump bs_pcg_jumps_back[64];

#endif
