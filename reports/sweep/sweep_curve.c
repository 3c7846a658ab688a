/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_curve.h"

#include "base/assert.h"
#include "reports/statistics/unimodal.h"

/* ln(2 / 0.05) / 2, in 10^-18. */
#define BAND_SQUARE INT64_C(1844439727056968200)

_Static_assert(BS_SWEEP_CONFIDENCE_PPB == INT64_C(950000000), "BAND_SQUARE is that of 95 %");

enum { HISTOGRAM_STEPS = 24, FAR_SPANS = 3, P95 = 1 };

/* ---- The curve ---- */

/* The smallest whole number of 10^-9 whose square is no less than BAND_SQUARE / n; at most 1. */
static int64_t band_ppb(int64_t trials)
{
    const int64_t square = (BAND_SQUARE + trials - 1) / trials;
    int64_t low = 0;
    int64_t high = BS_PPB;

    while (low < high) {
        const int64_t middle = (low + high) / 2;

        if (middle * middle >= square) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

static int64_t share_of(uint64_t trials, int64_t size)
{
    return (int64_t)trials * BS_PPB / size;
}

static int64_t clamp(int64_t ppb)
{
    return ppb < 0 ? 0 : (ppb > BS_PPB ? BS_PPB : ppb);
}

/* `rank` trials are at most `value`; between the point before and this one there may be one fewer. */
static void add_point(struct bs_curve *curve, int64_t value, uint64_t rank, int64_t size)
{
    struct bs_curve_point *last = curve->count > 0 ? &curve->points[curve->count - 1] : NULL;

    if (last != NULL && last->value == value) {
        last->trials = rank;
        return;
    }
    if (last != NULL) {
        last->high_ppb = share_of(rank - 1, size);
    }
    BS_ASSERT(curve->count < BS_CURVE_POINTS_MAX);
    curve->points[curve->count++] = (struct bs_curve_point){.value = value, .trials = rank};
}

void bs_sweep_curve(const struct bs_sweep_spread *spread, struct bs_curve *curve)
{
    const int64_t size = (int64_t)(spread->known + spread->endless);

    *curve = (struct bs_curve){.count = 0};
    if (spread->known == 0) {
        return;
    }
    for (int64_t i = 0; i < BS_SWEEP_CURVE && bs_value_is_finite(spread->curve[i]); i++) {
        add_point(curve, spread->curve[i], 1 + (uint64_t)((size - 1) * i / (BS_SWEEP_CURVE - 1)),
                  size);
    }
    add_point(curve, spread->most, spread->known, size);
    curve->points[curve->count - 1].high_ppb = share_of(spread->known, size);
    curve->distance_ppb = band_ppb(size);
    for (size_t i = 0; i < curve->count; i++) {
        struct bs_curve_point *point = &curve->points[i];

        point->share_ppb = share_of(point->trials, size);
        point->low_ppb = clamp(point->share_ppb - curve->distance_ppb);
        point->high_ppb = clamp(point->high_ppb + curve->distance_ppb);
    }
}

const struct bs_curve_point *bs_curve_at(const struct bs_curve *curve, int64_t value)
{
    const struct bs_curve_point *found = NULL;

    for (size_t i = 0; i < curve->count && curve->points[i].value <= value; i++) {
        found = &curve->points[i];
    }
    return found;
}

/* ---- The histogram ---- */

static uint64_t trials_below(const struct bs_curve *curve, int64_t value)
{
    const struct bs_curve_point *point = bs_curve_at(curve, value - 1);

    return point != NULL ? point->trials : 0;
}

void bs_sweep_histogram(const struct bs_sweep_spread *spread, struct bs_histogram *histogram)
{
    struct bs_axis axis;
    struct bs_curve curve;

    BS_ASSERT(spread->known > 0);
    bs_sweep_curve(spread, &curve);
    axis = bs_axis_of_time((struct bs_axis_question){spread->least, spread->most, HISTOGRAM_STEPS});
    if (spread->most == axis.to) { /* Bins do not contain their ends. */
        axis.to += axis.step;
    }
    *histogram = (struct bs_histogram){.axis = axis};
    for (int64_t from = axis.from; from < axis.to; from += axis.step) {
        const uint64_t trials = trials_below(&curve, from + axis.step) - trials_below(&curve, from);

        BS_ASSERT(histogram->count < BS_HISTOGRAM_BINS_MAX);
        histogram->trials[histogram->count++] = trials;
        histogram->most = trials > histogram->most ? trials : histogram->most;
    }
}

/* ---- What there is ---- */

bool bs_sweep_has_rto(const struct bs_sweep *sweep)
{
    for (size_t i = 0; i < sweep->result_count; i++) {
        if (sweep->results[i].rto.known > 0) {
            return true;
        }
    }
    return false;
}

bool bs_sweep_has_cost(const struct bs_sweep_result *result)
{
    return bs_is_known(result->monthly_usd_micro) &&
           bs_value_is_finite(result->rto.quantiles[P95].value);
}

int64_t bs_rto_moved(const struct bs_influence *influence)
{
    return influence->rto_moved_ns;
}

int64_t bs_rpo_moved(const struct bs_influence *influence)
{
    return influence->rpo_moved_ns;
}

void bs_sweep_movers(const struct bs_sweep *sweep, bs_moved_fn *moved, struct bs_movers *movers)
{
    BS_ASSERT(sweep->influence_count <= BS_VARIANTS_MAX);
    movers->count = 0;
    for (size_t i = 0; i < sweep->influence_count; i++) {
        const struct bs_influence *influence = &sweep->influences[i];
        size_t place = movers->count;

        if (moved(influence) <= 0) {
            continue;
        }
        for (; place > 0 && moved(movers->items[place - 1]) < moved(influence); place--) {
            movers->items[place] = movers->items[place - 1];
        }
        movers->items[place] = influence;
        movers->count++;
    }
}

bool bs_sweep_prior_moves(const struct bs_prior *prior)
{
    return prior->moved_ns > 0 || prior->half != prior->base || prior->twice != prior->base;
}

size_t bs_sweep_priors_together(const struct bs_sweep *sweep, size_t first)
{
    size_t count = 0;

    BS_ASSERT(first < sweep->prior_count);
    while (first + count < sweep->prior_count &&
           sweep->priors[first + count].headline == sweep->priors[first].headline) {
        count++;
    }
    return count;
}

/* ---- The axis ---- */

static bool is_far(int64_t value, int64_t least, int64_t most)
{
    const int64_t distance = value > most ? value - most : (value < least ? least - value : 0);

    return distance / FAR_SPANS > most - least + BS_NS_PER_S;
}

struct bs_axis bs_sweep_rto_axis(const struct bs_sweep *sweep, int32_t steps_max)
{
    const int64_t objective = sweep->results[0].rto.column->objective;
    int64_t least = INT64_MAX;
    int64_t most = INT64_MIN;

    for (size_t i = 0; i < sweep->result_count; i++) {
        const struct bs_sweep_spread *rto = &sweep->results[i].rto;

        if (rto->known > 0) {
            least = rto->least < least ? rto->least : least;
            most = rto->most > most ? rto->most : most;
        }
    }
    BS_ASSERT(least <= most);
    if (objective != BS_NO_VALUE && !is_far(objective, least, most)) {
        least = objective < least ? objective : least;
        most = objective > most ? objective : most;
    }
    return bs_axis_of_time((struct bs_axis_question){least, most, steps_max});
}
