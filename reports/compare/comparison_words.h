/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_COMPARE_COMPARISON_WORDS_H
#define BS_REPORTS_COMPARE_COMPARISON_WORDS_H

/** How the figures of a comparison are called and written, the same in all formats for people. */

#include "reports/compare/comparison.h"

enum { BS_COMPARISON_TEXT_MAX = 256 };

/** "RTO p95", "RPO of orders p50", "recovered", "step promote p95"; names are as they come. */
void bs_comparison_label(const struct bs_comparison_row *row, char text[BS_COMPARISON_TEXT_MAX]);

/** "4m 2s", "no end", "99.7 %", "3"; "-" without a value. */
void bs_comparison_value(const struct bs_comparison_row *row, const struct bs_comparison_side *side,
                         char text[BS_COMPARISON_TEXT_MAX]);

/** "+41s", "-3.2 %", "0s", "no end any more"; "-" where there is nothing to subtract. */
void bs_comparison_difference(const struct bs_comparison_row *row,
                              char text[BS_COMPARISON_TEXT_MAX]);

/** Two significant digits of a probability; "<1e-40" for what is less than that. */
void bs_comparison_probability(double p, char text[BS_TIME_TEXT_MAX]);

#endif
