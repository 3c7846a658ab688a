/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_GAINS_H
#define BS_REPORTS_GAINS_H

/**
 * What would buy most RTO or RPO, each with its arithmetic, from the history alone.
 *
 * Of the worst outage, counted from its impact, if it has an end. What a gain saves is an upper bound: all
 * else taking as long as it took, no outage would have been shorter by more than that. Gains overlap, so
 * that they do not add up. Those of less than a second are left out. Let D and C be the response's
 * `detected` and `declared` moments, clamped into the outage, and X the end of the part `execute`.
 *
 * - detect: of the SOURCE, not the trigger's own, that was unhealthy first and still was at D, from then to
 *   D. Of the trigger's own health check or alarm, from the impact until it turned unhealthy (its last STATE
 *   `unhealthy` or `ALARM` in between), and from then to D; without such a STATE, all of `detect`. Without
 *   a detection, all of it.
 * - decide, propagate, warm: all of the part.
 * - people, in detect, decide and execute: in which at least one step waited for people.
 * - execute, a step of the decided execution: what it was under way of it, not waiting for people; at most,
 *   if it stands in a group with another one that ran beside it, from the latest end of the others to its
 *   own. Of that at most what ended in `failed` or `timed_out`, if anything did; else how far it was late,
 *   if it was.
 * - execute, standing still: no step of the decided execution was under way. From a step's `failed` to its
 *   next attempt it is not.
 * - propagate and warm, a cohort: by how much the RTO is shorter, by the same rule, if its requests are not
 *   counted; also that of all cohorts together whose behaviour is not `honour`, where there are several of
 *   them and others. This is exact.
 * - self_healed: as for detect, of the earliest source that was unhealthy at any time in the outage.
 * - data: of each store its RPO.
 *
 * Ranked by what they save: first those of the RTO, then those of the RPO; of equals, in this order.
 */

#include <stddef.h>
#include <stdint.h>

#include "reports/series.h"

struct bs_report;

enum bs_gain_measure { BS_GAIN_RTO, BS_GAIN_RPO };

struct bs_gain {
    enum bs_gain_measure measure;
    const char *part;       /* A phase's name, or "data". */
    const char *about;      /* A source, step, cohort or store by name; "people"; or "all". */
    int64_t saves_ns;       /* At most. */
    int64_t then_ns;        /* What remains of the RTO or RPO. */
    const char *words;      /* What to do. */
    size_t order;           /* In which it was found. */
    const char *arithmetic; /* "690.12 s detected - 625 s seen by probe app = 65.12 s". */
};

struct bs_gains {
    struct bs_gain *items;
    size_t count;
    const char *unknown; /* Why there is none of the RTO; else NULL. */
};

/** Reads the report, of which all but this must be there. Overwrites `series`. */
void bs_gains_find(struct bs_evidence *evidence, struct bs_series *series,
                   const struct bs_report *report, struct bs_gains *gains);

/** Whether a short list has it: the first few of each measure. */
bool bs_gain_is_headline(const struct bs_gains *gains, size_t place);

/** "rto", "rpo". */
const char *bs_gain_measure_name(enum bs_gain_measure measure);

#endif
