/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_HUNT_DICE_H
#define BS_SIM_HUNT_DICE_H

/** Random choices for a schedule, one stream per purpose, so that more orders shift no fault. */

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/stream.h"
#include "base/time.h"

struct bs_dice {
    struct bs_stream stream;
    uint64_t thrown;
};

/** The dice of schedule `number` for one purpose. */
struct bs_dice bs_dice_open(uint64_t seed, uint64_t number, const char *purpose);

/** 64 uniform bits. */
uint64_t bs_dice_bits(struct bs_dice *dice);

/** From `low` to `high`, both included; `low <= high`. */
int64_t bs_dice_between(struct bs_dice *dice, int64_t low, int64_t high);

/** True in so many of a hundred throws. */
bool bs_dice_chance(struct bs_dice *dice, int64_t percent);

/** A length whose order of magnitude is as likely as any other between the two, in whole seconds. */
int64_t bs_dice_seconds(struct bs_dice *dice, int64_t low, int64_t high);

/** One of `count` texts. */
const char *bs_dice_pick(struct bs_dice *dice, const char *const *texts, size_t count);

#endif
