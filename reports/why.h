/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_WHY_H
#define BS_REPORTS_WHY_H

/**
 * The sentence that says where most of the time went and what the objective would have taken: the largest
 * part with its share, the step that filled most of it, and the time without it against the objective.
 */

#include "reports/report.h"

/** Reads the finished report; the words live in the evidence's arena. */
const char *bs_why(struct bs_evidence *evidence, const struct bs_report *report);

#endif
