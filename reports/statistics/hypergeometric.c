/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/statistics/hypergeometric.h"

#include "base/assert.h"
#include "base/pcg.h"

enum { MARKED, DRAWN, REST };

/* Products of two counts are below 2^53: exact. */
static double ratio(const struct bs_unimodal *about, int64_t k)
{
    const double *is = about->parameters;
    const double count = (double)k;

    return ((is[MARKED] - count) * (is[DRAWN] - count)) /
           ((count + 1.0) * (is[REST] + count + 1.0));
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

struct bs_unimodal bs_hypergeometric(struct bs_urn urn)
{
    const int64_t rest = urn.total - urn.marked - urn.drawn;
    const bs_uint128 product = (bs_uint128)(uint64_t)(urn.marked + 1) * (uint64_t)(urn.drawn + 1);
    struct bs_unimodal about = {
        .low = rest < 0 ? -rest : 0,
        .high = smaller(urn.marked, urn.drawn),
        .mode = (int64_t)(product / (uint64_t)(urn.total + 2)),
        .ratio = ratio,
        .parameters = {(double)urn.marked, (double)urn.drawn, (double)rest},
    };

    BS_ASSERT(urn.total >= 0 && urn.total <= BS_TRIALS_MAX);
    BS_ASSERT(urn.marked >= 0 && urn.marked <= urn.total);
    BS_ASSERT(urn.drawn >= 0 && urn.drawn <= urn.total);
    about.mode = about.mode < about.low ? about.low : smaller(about.mode, about.high);
    return about;
}

double bs_hypergeometric_at_least(struct bs_urn urn, int64_t k)
{
    const struct bs_unimodal about = bs_hypergeometric(urn);
    const struct bs_tails tails = bs_unimodal_tails(&about, k);

    return tails.above + tails.at;
}
