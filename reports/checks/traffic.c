/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/traffic.h"

#include "base/assert.h"
#include "base/pcg.h"

enum { PPB = 1000000000, SECONDS_PER_MINUTE = 60 };

static int64_t part_ppb(int64_t part, int64_t whole)
{
    BS_ASSERT(whole > 0);
    return (int64_t)((bs_uint128)part * PPB / (uint64_t)whole);
}

static bool is_in_outage(const struct bs_outages *outages, size_t *next, size_t bin)
{
    struct bs_instant at = BS_AT_SECONDS(bin);

    /* Outages are in order of time, so the ones behind are done with. */
    while (*next < outages->count && outages->items[*next].censored == NULL &&
           outages->items[*next].end.ns <= at.ns) {
        (*next)++;
    }
    return *next < outages->count && outages->items[*next].begin.ns <= at.ns;
}

void bs_traffic_find(const struct bs_series *series, const struct bs_outages *outages,
                     struct bs_traffic *traffic)
{
    struct bs_share all = bs_series_share(series, 0, series->bins);
    size_t next = 0;
    int64_t lost_ppb_s = 0;

    *traffic = (struct bs_traffic){.requests = all.total, .failed = all.total - all.good};
    if (all.total == 0) {
        traffic->availability = bs_unknown("no requests were observed");
        traffic->lost_minutes = traffic->availability;
        return;
    }
    traffic->availability = bs_known(part_ppb(all.good, all.total));
    if (outages->unknown != NULL) {
        traffic->lost_minutes = bs_unknown(outages->unknown);
        return;
    }
    for (size_t bin = 0; bin < series->bins; bin++) {
        if (!is_in_outage(outages, &next, bin) && series->total[bin] > 0) {
            lost_ppb_s += part_ppb(series->total[bin] - series->good[bin], series->total[bin]);
        }
    }
    traffic->lost_minutes = bs_known(lost_ppb_s / SECONDS_PER_MINUTE);
}

void bs_strip_fill(const struct bs_series *series, struct bs_strip *strip)
{
    int64_t span_ns = strip->to.ns - strip->from.ns;

    BS_ASSERT(span_ns >= 0);
    for (int64_t column = 0; column < BS_STRIP_COLUMNS; column++) {
        /* Quotient and remainder apart, so that the product cannot overflow. */
        int64_t step_ns = span_ns / BS_STRIP_COLUMNS;
        struct bs_instant start = {strip->from.ns + step_ns * column};
        size_t from = bs_series_bin(series, start);
        size_t to = bs_series_bin(series, (struct bs_instant){start.ns + step_ns});
        struct bs_share share;

        if (to <= from) {
            to = from < series->bins ? from + 1 : from;
        }
        share = bs_series_share(series, from, to);
        strip->share_ppb[column] = share.total > 0 ? part_ppb(share.good, share.total) : -1;
    }
}
