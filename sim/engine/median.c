/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/median.h"

#include "base/stream.h"

enum { STEP_BITS = 40 };

#define STEPS (UINT64_C(1) << STEP_BITS)

/* How many of STEPS equal parts of the bits give no more than `most`. */
static uint64_t steps_up_to(const struct bs_distribution *distribution, struct bs_duration most)
{
    uint64_t first = 0;
    uint64_t end = STEPS;

    while (first < end) {
        const uint64_t middle = first + (end - first) / 2;

        if (bs_distribution_sample(distribution, middle << (64 - STEP_BITS)).ns <= most.ns) {
            first = middle + 1;
        } else {
            end = middle;
        }
    }
    return first;
}

/* The share of draws that do not exceed `most`, in STEPS. Depth is bounded by that of documents. */
static uint64_t share_up_to(const struct bs_distribution *distribution, struct bs_duration most)
{
    bs_uint128 share = 0;

    if (distribution->kind != BS_DISTRIBUTION_MIXTURE) {
        return steps_up_to(distribution, most);
    }
    for (uint32_t i = 0; i < distribution->mixture.count; i++) {
        const struct bs_distribution_part *part = &distribution->mixture.parts[i];

        if (part->weight > 0) { /* Truncation may have left nothing of it that could be drawn. */
            share += (bs_uint128)share_up_to(&part->of, most) * part->weight;
        }
    }
    return (uint64_t)(share / distribution->mixture.weight_sum);
}

static struct bs_duration mixture_median(const struct bs_distribution *mixture)
{
    int64_t low_ns = 0;
    int64_t high_ns = BS_DURATION_MAX.ns;

    while (low_ns < high_ns) {
        const int64_t middle_ns = low_ns + (high_ns - low_ns) / 2;

        if (share_up_to(mixture, (struct bs_duration){middle_ns}) >= STEPS / 2) {
            high_ns = middle_ns;
        } else {
            low_ns = middle_ns + 1;
        }
    }
    return (struct bs_duration){low_ns};
}

struct bs_duration bs_distribution_median(const struct bs_distribution *distribution)
{
    return distribution->kind == BS_DISTRIBUTION_MIXTURE
               ? mixture_median(distribution)
               : bs_distribution_sample(distribution, UINT64_C(1) << 63);
}

/* The least and the greatest draw are the same; of a mixture, those of all parts that can be drawn from. */
static bool is_always(const struct bs_distribution *distribution, struct bs_duration value)
{
    if (distribution->kind != BS_DISTRIBUTION_MIXTURE) {
        return bs_distribution_sample(distribution, 0).ns == value.ns &&
               bs_distribution_sample(distribution, UINT64_MAX).ns == value.ns;
    }
    for (uint32_t i = 0; i < distribution->mixture.count; i++) {
        const struct bs_distribution_part *part = &distribution->mixture.parts[i];

        if (part->weight > 0 && !is_always(&part->of, value)) {
            return false;
        }
    }
    return true;
}

bool bs_distribution_is_constant(const struct bs_distribution *distribution)
{
    return is_always(distribution, bs_distribution_sample(distribution, 0));
}
