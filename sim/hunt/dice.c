/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/hunt/dice.h"

#include "base/assert.h"

struct bs_dice bs_dice_open(uint64_t seed, uint64_t number, const char *purpose)
{
    const struct bs_stream_root root = {.seed = seed};

    return (struct bs_dice){.stream = bs_stream_open_member(root, "hunt", purpose, number)};
}

uint64_t bs_dice_bits(struct bs_dice *dice)
{
    return bs_stream_at(&dice->stream, dice->thrown++);
}

int64_t bs_dice_between(struct bs_dice *dice, int64_t low, int64_t high)
{
    BS_ASSERT(low <= high);
    return low + (int64_t)bs_bits_below(bs_dice_bits(dice), (uint64_t)(high - low) + 1);
}

bool bs_dice_chance(struct bs_dice *dice, int64_t percent)
{
    return bs_dice_between(dice, 0, 99) < percent;
}

int64_t bs_dice_seconds(struct bs_dice *dice, int64_t low, int64_t high)
{
    int64_t octaves = 0;
    int64_t from;
    int64_t to;

    BS_ASSERT(low > 0 && low <= high);
    while ((low << (octaves + 1)) <= high) {
        octaves++;
    }
    from = low << bs_dice_between(dice, 0, octaves);
    to = from * 2 - 1 < high ? from * 2 - 1 : high;
    return bs_dice_between(dice, from, to);
}

const char *bs_dice_pick(struct bs_dice *dice, const char *const *texts, size_t count)
{
    BS_ASSERT(count > 0);
    return texts[bs_dice_between(dice, 0, (int64_t)count - 1)];
}
