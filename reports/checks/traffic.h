/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_TRAFFIC_H
#define BS_REPORTS_CHECKS_TRAFFIC_H

/** How much was served: over the run, outside outages, and drawn as a strip. */

#include "reports/checks/outage.h"

struct bs_traffic {
    int64_t requests;
    int64_t failed;
    struct bs_figure availability; /* ppb of requests, rounded down; unknown without requests. */
    /**
     * Minutes lost outside outages, in 10^-9 minutes: the sum over bins of (1 - good / total) / 60, each
     * bin's share rounded down to 10^-9 and the sum again.
     */
    struct bs_figure lost_minutes;
};

enum { BS_STRIP_COLUMNS = 64 };

/** Shares served in equal stretches of [from, to); a stretch shorter than a bin shows its bin. */
struct bs_strip {
    struct bs_instant from;
    struct bs_instant to;
    int64_t share_ppb[BS_STRIP_COLUMNS]; /* -1: no requests. */
};

void bs_traffic_find(const struct bs_series *series, const struct bs_outages *outages,
                     struct bs_traffic *traffic);

/** Fills in the shares between `strip->from` and `strip->to`. */
void bs_strip_fill(const struct bs_series *series, struct bs_strip *strip);

#endif
