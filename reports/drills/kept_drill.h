/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_KEPT_DRILL_H
#define BS_REPORTS_DRILLS_KEPT_DRILL_H

/**
 * What is kept of a drill: the headline of its card, its steps, and how to find the rest again. The numbers
 * are the card's (reports/report.h) in the card's units: ns, counts, parts per 10^9.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "reports/drills/utc.h"
#include "reports/report.h"

struct bs_kept_finding {
    const char *verdict;
    const char *text;
};

/** A data store. */
struct bs_kept_store {
    const char *id;
    struct bs_figure objective; /* RPO, ns. */
    struct bs_figure rpo;       /* ns. */
    int64_t lost_writes;
};

struct bs_kept_step {
    int64_t execution;
    const char *workflow;
    const char *id;
    const char *state;       /* The last one. */
    struct bs_figure target; /* ns. */
    struct bs_figure took;   /* ns. */
};

struct bs_kept_drill {
    const char *history_sha256; /* Its identity. */
    int64_t held_at_s;          /* reports/drills/utc.h; may be unknown. */
    int64_t recorded_at_s;
    const char *scenario;
    const char *scenario_sha256;
    const char *plan; /* These two may be NULL. */
    const char *plan_sha256;
    const char *seed;
    const char *backend; /* "sim", "wire", "mock", "aws", or NULL: not known. */
    const char *version;
    const char *verdict;
    const char *reproduce; /* May be NULL. */
    struct bs_figure rto_objective;
    struct bs_figure rto;
    struct bs_figure plan_recovery;
    struct bs_figure rpo_objective; /* These two of the store that decides. */
    struct bs_figure rpo;
    struct bs_figure lost_writes; /* Of all stores. */
    struct bs_figure availability;
    struct bs_kept_finding *findings; /* What the verdict rests on, in the card's order. */
    size_t finding_count;
    struct bs_kept_store *stores;
    size_t store_count;
    struct bs_kept_step *steps; /* Executed ones, in the card's order. */
    size_t step_count;
};

/** What a card does not say of itself. */
struct bs_kept_circumstances {
    int64_t held_at_s; /* May be unknown. */
    int64_t recorded_at_s;
    const char *backend;   /* NULL: the card's. */
    const char *reproduce; /* NULL: the card's. */
};

/**
 * What to keep of a report. Texts are the report's and the circumstances', lists are the arena's.
 * BS_ERR_INPUT if its history does not say what was run, BS_ERR_MEMORY.
 */
enum bs_status bs_kept_drill_of_report(const struct bs_report *report,
                                       const struct bs_kept_circumstances *circumstances,
                                       struct bs_arena *arena, struct bs_kept_drill *drill,
                                       struct bs_error *error);

#endif
