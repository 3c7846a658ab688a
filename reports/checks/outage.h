/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_OUTAGE_H
#define BS_REPORTS_CHECKS_OUTAGE_H

/**
 * Outages as clients see them.
 *
 * Windows are 10 consecutive 1 s bins, sliding by one bin. The steady state is the share of good requests
 * over the whole bins before the first FAULT onset after the start, or the first DECISION if that is
 * earlier (the whole run if there is neither); a fault that is there from the start belongs to it. Nothing
 * can be said if nothing was served in the steady state, if there is no such bin, if the run is shorter than
 * a window, or if the only faults are there from the start and no decision was taken: then nobody knows
 * which part of the run was steady. A window is bad if its own share is below level x steady state,
 * compared exactly in 128-bit integers; a window without requests is no evidence, neither good nor bad.
 *
 * An outage begins with the first bin, inside the first bad window, whose own share is below the
 * threshold: so it never begins early merely because windows overlap. It ends at the start of the first
 * good window that starts after its beginning and after which no window is bad up to and including the one
 * that starts `hold` (rounded up to whole seconds) later. If there is no such window, or it starts less than
 * `hold` before the horizon, the outage is censored.
 *
 * An outage is planned if it begins while an execution ordered by an operator is under way, from the order
 * to its first final state, and no fault has had its onset since that order; what comes within the outage's
 * first bin is there when it begins. Planned ones are told apart: one of them is the worst only if all
 * are planned, or it alone never ends.
 */

#include <stddef.h>
#include <stdint.h>

#include "reports/series.h"

enum { BS_WINDOW_BINS = 10 };

struct bs_outage_rule {
    int64_t level_ppb; /* Share of the steady state that counts as served; in [0, 10^9]. */
    struct bs_duration hold;
};

struct bs_outage {
    struct bs_instant begin;
    struct bs_instant end; /* BS_INSTANT_UNKNOWN if censored. */
    const char *censored;  /* Why there is no end; else NULL. */
    bool is_planned;
};

struct bs_outages {
    const char *unknown; /* Why nothing can be said; else NULL. */
    struct bs_outage *items;
    size_t count;
    size_t
        worst; /* The first that never ends, else the longest; unplanned before planned (of equals
                             the first); meaningless if count is 0. */
};

/** One step of the ladder: how long until this share of the steady state was served again. */
struct bs_rung {
    int64_t level_ppb;
    struct bs_figure rto; /* ns, from that level's own worst outage. */
};

enum { BS_RUNG_COUNT = 5 };

/** Finds all outages in a series. The results live in the evidence's arena. */
void bs_outages_find(struct bs_evidence *evidence, const struct bs_series *series,
                     struct bs_outage_rule rule, struct bs_outages *outages);

/** The worst outage's length in ns: 0 if there was none, unknown if it is censored. */
struct bs_figure bs_outages_rto(const struct bs_outages *outages);

/** The worst outage, or NULL if there was none or nothing can be said. */
const struct bs_outage *bs_outages_worst(const struct bs_outages *outages);

/** When an outage stopped being observed: its end, or the horizon if it is censored. */
struct bs_instant bs_outage_last(const struct bs_outage *outage, struct bs_instant horizon);

/**
 * The ladder at 50, 90, 95, 99 and 99.9 %. A level at which the steady state has fewer than 10 requests
 * per window that may fail (requests x (1 - level)) is unknown: single requests would decide it.
 */
void bs_outages_ladder(struct bs_evidence *evidence, const struct bs_series *series,
                       struct bs_duration hold, struct bs_rung rungs[BS_RUNG_COUNT]);

#endif
