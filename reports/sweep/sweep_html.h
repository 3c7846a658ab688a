/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_HTML_H
#define BS_REPORTS_SWEEP_SWEEP_HTML_H

/**
 * A sweep as one HTML5 file that asks for nothing else, as reports/html_card.h: the verdict and the share of
 * trials that met the objectives, quantiles with their intervals, the distribution of the RTO, who owns its
 * tail, what moves it, variants, invariants, and how to run a trial again.
 *
 * Each picture has its numbers in a table beside it. What is not estimable, and outages without an end, are
 * said in words, and never drawn as numbers.
 */

#include "reports/sweep/sweep.h"

void bs_sweep_html(const struct bs_sweep *sweep, struct bs_buffer *buffer);

#endif
