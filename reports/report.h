/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_REPORT_H
#define BS_REPORTS_REPORT_H

/**
 * Everything that the cards show, computed once from a history. Renderers compute nothing but layout.
 *
 * All numbers are integers: ns, counts, parts per 10^9. What is measured, and how, stands in the checks'
 * headers.
 */

#include "reports/checks/cohorts.h"
#include "reports/checks/executions.h"
#include "reports/checks/invariants.h"
#include "reports/checks/lags.h"
#include "reports/checks/ledger.h"
#include "reports/checks/outage.h"
#include "reports/checks/parts.h"
#include "reports/checks/predictions.h"
#include "reports/checks/readiness.h"
#include "reports/checks/response.h"
#include "reports/checks/rpo.h"
#include "reports/checks/split_brain.h"
#include "reports/checks/steps.h"
#include "reports/checks/traffic.h"
#include "reports/checks/verdict.h"
#include "reports/cost.h"
#include "reports/gains.h"

struct bs_report_inputs {
    const struct bs_history *history;         /* Borrowed; must outlive the report. */
    const char *scenario_file;                /* These three are copied; each may be NULL. */
    const char *backend;                      /* "sim", "wire", "aws". */
    const char *reproduce;                    /* The command that gives the same run again. */
    const struct bs_past_drills *past_drills; /* What is known of others; NULL: nothing. */
    /*
     * For campaigns of many runs: find out only whether the invariants hold, with what that takes
     * (horizon, objectives, executions, outages, steps, split brain). The rest stays empty.
     */
    bool judgement_only;
    /*
     * For sweeps of many trials: all that is measured and judged, but neither the history's hash nor what
     * only cards show (marks, strips, ledgers, lags, gains, readiness, cost).
     */
    bool figures_only;
};

struct bs_fault_row {
    const char *name;
    struct bs_instant onset;
    struct bs_instant end; /* BS_INSTANT_UNKNOWN: not within the run. */
};

/** Something to mark on the time line: "detected", "decided", "DNS app.example.com -> lb-dr", "recovered". */
struct bs_mark {
    struct bs_instant at;
    const char *words;
};

struct bs_report {
    /* From RUN; NULL if the history has none. */
    const char *scenario;
    const char *scenario_sha256;
    const char *plan;
    const char *plan_sha256;
    const char *seed;
    const char *version;
    const char *scenario_file;
    const char *backend;
    const char *reproduce;
    char history_sha256[65];
    struct bs_instant horizon;

    struct bs_objectives objectives;
    struct bs_findings findings; /* The verdict and its reasons. */
    const char
        *why; /* One or two sentences: the largest part, and what the objective would take. */

    struct bs_gains gains; /* What would buy most. */

    struct bs_fault_row *faults;
    size_t fault_count;

    struct bs_outages outages;
    struct bs_figure recovered; /* 1 or 0. */
    struct bs_figure rto;       /* On the objective's clock. */
    struct bs_clocks clocks;
    struct bs_rung rungs[BS_RUNG_COUNT];
    struct bs_figure rto_reads;
    struct bs_figure rto_writes;
    struct bs_figure plan_recovery;

    struct bs_response response; /* Of the worst outage; empty without one. */
    struct bs_parts parts;
    struct bs_executions executions;
    struct bs_steps steps;
    struct bs_rpo rpo;
    struct bs_ledger *ledgers; /* One for each of its stores; NULL without them. */
    struct bs_lags *lags;      /* As many. */
    struct bs_measures measures;
    struct bs_predictions predictions; /* Of a game day; else empty. */
    struct bs_split_brain split;
    struct bs_cohorts cohorts;
    struct bs_invariants invariants;
    struct bs_traffic traffic;
    struct bs_readiness readiness;
    struct bs_cost cost;

    struct bs_mark *marks; /* In order of time. */
    size_t mark_count;
    struct bs_strip strip; /* The whole run. */
    struct bs_strip
        focus; /* From the fault or impact until all was over; no length if nothing happened. */

    struct bs_arena arena; /* Holds all of the above. */
};

/**
 * Judges a history. On success the caller owns `*report`. BS_ERR_INPUT if the history contradicts itself
 * (reports/series.h), BS_ERR_LIMIT or BS_ERR_MEMORY. An empty or truncated history is no error: its report
 * says unknown.
 */
enum bs_status bs_report_build(const struct bs_report_inputs *inputs, struct bs_report **report,
                               struct bs_error *error);

void bs_report_destroy(struct bs_report *report);

#endif
