/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/unimodal.h"

#include "base/assert.h"
#include "reports/statistics/sum.h"

static const double weight_min = 1e-40;

/* One side of the mode, walked outward. */
struct side {
    int64_t edge; /* The last number whose weight matters. */
    double edge_weight;
};

/* By where a number lies relative to k. */
enum { BELOW, AT, ABOVE, PLACES };

static void add_weight(struct bs_sum sums[PLACES], int64_t number, int64_t k, double weight)
{
    bs_sum_add(&sums[number < k ? BELOW : number > k ? ABOVE : AT], weight);
}

/* The mode belongs to this side. */
static struct side walk_up(const struct bs_unimodal *about, int64_t k, struct bs_sum sums[PLACES])
{
    struct side side = {.edge = about->mode, .edge_weight = 1.0};

    add_weight(sums, side.edge, k, side.edge_weight);
    while (side.edge < about->high) {
        const double weight = side.edge_weight * about->ratio(about, side.edge);

        if (weight < weight_min) {
            break;
        }
        side = (struct side){.edge = side.edge + 1, .edge_weight = weight};
        add_weight(sums, side.edge, k, weight);
    }
    return side;
}

static struct side walk_down(const struct bs_unimodal *about, int64_t k, struct bs_sum sums[PLACES])
{
    struct side side = {.edge = about->mode, .edge_weight = 1.0};

    while (side.edge > about->low) {
        const double weight = side.edge_weight / about->ratio(about, side.edge - 1);

        if (weight < weight_min) {
            break;
        }
        side = (struct side){.edge = side.edge - 1, .edge_weight = weight};
        add_weight(sums, side.edge, k, weight);
    }
    return side;
}

static double total_of(const struct bs_sum sums[PLACES])
{
    return bs_sum_total(&sums[BELOW]) + bs_sum_total(&sums[AT]) + bs_sum_total(&sums[ABOVE]);
}

static void assert_sound(const struct bs_unimodal *about)
{
    BS_ASSERT(about->low <= about->mode && about->mode <= about->high);
    BS_ASSERT(about->high - about->low <= BS_TRIALS_MAX);
}

struct bs_tails bs_unimodal_tails(const struct bs_unimodal *about, int64_t k)
{
    struct bs_sum sums[PLACES] = {{0}};
    double total;

    assert_sound(about);
    (void)walk_up(about, k, sums);
    (void)walk_down(about, k, sums);
    total = total_of(sums);
    return (struct bs_tails){.below = bs_sum_total(&sums[BELOW]) / total,
                             .at = bs_sum_total(&sums[AT]) / total,
                             .above = bs_sum_total(&sums[ABOVE]) / total};
}

int64_t bs_unimodal_low_quantile(const struct bs_unimodal *about, double tail)
{
    struct bs_sum sums[PLACES] = {{0}};
    struct bs_sum below = {0};
    struct side side;
    double weight_below_max;

    assert_sound(about);
    (void)walk_up(about, about->mode, sums);
    side = walk_down(about, about->mode, sums);
    weight_below_max = tail * total_of(sums);
    for (;;) {
        bs_sum_add(&below, side.edge_weight);
        if (side.edge == about->high || bs_sum_total(&below) > weight_below_max) {
            return side.edge;
        }
        side.edge_weight *= about->ratio(about, side.edge);
        side.edge++;
    }
}

int64_t bs_unimodal_high_quantile(const struct bs_unimodal *about, double tail)
{
    struct bs_sum sums[PLACES] = {{0}};
    struct bs_sum above = {0};
    struct side side;
    double weight_above_max;

    assert_sound(about);
    (void)walk_down(about, about->mode, sums);
    side = walk_up(about, about->mode, sums);
    weight_above_max = tail * total_of(sums);
    for (;;) {
        bs_sum_add(&above, side.edge_weight);
        if (side.edge == about->low || bs_sum_total(&above) > weight_above_max) {
            return side.edge + 1;
        }
        side.edge--;
        side.edge_weight /= about->ratio(about, side.edge);
    }
}
