/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_TRENDS_H
#define BS_REPORTS_DRILLS_TRENDS_H

/**
 * How a scenario's drills have gone, each backend's by themselves: an hour simulated and an hour of a live
 * account are not one series. Of drills of a known date, not later than `now`, the last ten.
 *
 * Trend of RTO: the Theil-Sen slope, the median of (RTO_j - RTO_i) / (j - i) over all pairs of drills whose
 * RTO is known (H. Theil 1950; P. K. Sen, JASA 63, 1968). Few values, of which any may be an accident: up
 * to 29 % of them may be anything without moving it, where a least-squares line or a look at the last two
 * would follow one bad night. By drill and not by day, as drills come in bursts. It is `clear` if Kendall's
 * S of the same pairs is beyond the two-sided 5 % point of its exact distribution without ties (M. G.
 * Kendall, Biometrika 30, 1938); with ties that errs on the side of not clear.
 *
 * A step has grown slower if it took longer in the last drill than the median of the earlier ones in which
 * it ended; of its several executions in one drill the longest counts.
 */

#include "reports/drills/store.h"

enum { BS_SLOWER_STEPS_MAX = 3 };

struct bs_drill_slope {
    int64_t drills;            /* Of which the RTO is known. */
    struct bs_figure slope_ns; /* Per drill; below 0: faster. Unknown with fewer than three. */
    bool is_clear;
};

struct bs_slower_step {
    const char *workflow;
    const char *id;
    int64_t took_ns;   /* In the last drill. */
    int64_t before_ns; /* The median of the earlier ones. */
    int64_t drills;    /* How many of those there are. */
};

/** A scenario's drills on one backend. */
struct bs_drill_track {
    const char *backend; /* May be BS_DRILLS_NO_BACKEND. */
    struct bs_drills_summary summary;
    struct bs_kept_drill last[BS_DRILLS_LAST]; /* Oldest first. */
    size_t count;
    struct bs_drill_slope slope;
    struct bs_slower_step slower[BS_SLOWER_STEPS_MAX]; /* By how much, most first. */
    size_t slower_count;
};

struct bs_drill_trend {
    const char *scenario;
    struct bs_drills_summary any;
    struct bs_drills_summary aws;
    struct bs_drill_track *tracks;
    size_t track_count;
};

struct bs_drill_trends {
    struct bs_drill_trend *items;
    size_t count;
};

/** Of a filter count scenario and backend. All is in the arena. Errors as of bs_drills_list(). */
enum bs_status bs_drill_trends_find(struct bs_drills *drills, const struct bs_drills_filter *filter,
                                    int64_t now_s, struct bs_arena *arena,
                                    struct bs_drill_trends *trends, struct bs_error *error);

/** The trend of these RTOs, ns, in order of time; at most BS_DRILLS_LAST. */
struct bs_drill_slope bs_drill_slope_of(const int64_t *rto_ns, size_t count);

#endif
