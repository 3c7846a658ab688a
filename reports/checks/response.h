/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_RESPONSE_H
#define BS_REPORTS_CHECKS_RESPONSE_H

/**
 * What caused an outage and what the orchestrator did about it.
 *
 * fault: the earliest FAULT onset after the start of the run (or at it, if the outage begins there) and
 * before the end of the outage's first bin, of a fault that had not ended by the beginning. declared: the
 * first DECISION, not after the outage's end, that came at or after that onset (if there is one) and after
 * the previous outage's end (if there is one), or whose execution was still under way when the outage
 * began; not one whose execution had ended before that. detected: the DETECTION `detected` of the
 * decision's trigger that led to it: the first since that trigger last stood down or was decided upon.
 * started: the execution's first `in_progress`.
 */

#include "reports/checks/executions.h"
#include "reports/checks/outage.h"

struct bs_response {
    struct bs_moment fault;
    struct bs_moment detected;
    struct bs_moment declared;
    struct bs_moment started;
    const char *workflow; /* The decided one; NULL without a decision. */
    int64_t execution;    /* Its number; BS_ANY_EXECUTION without a decision. */
};

/** Instants counted back from the end of the worst outage; ns. */
struct bs_clocks {
    struct bs_figure impact;
    struct bs_figure fault;
    struct bs_figure detected;
    struct bs_figure declared;
};

/** For the worst outage, which there must be. */
void bs_response_find(struct bs_evidence *evidence, const struct bs_outages *outages,
                      const struct bs_executions *executions, struct bs_response *response);

/**
 * The RTO by each clock. No outage: all 0. A censored or unknowable outage: all unknown for that reason.
 * `response` may be NULL where there is no worst outage.
 */
void bs_response_clocks(const struct bs_outages *outages, const struct bs_response *response,
                        struct bs_clocks *clocks);

/** From `started` to the end of the worst outage, ns: the plan's health is green when the outage is over. */
struct bs_figure bs_response_plan_recovery(const struct bs_outages *outages,
                                           const struct bs_response *response);

#endif
