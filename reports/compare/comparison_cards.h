/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_COMPARE_COMPARISON_CARDS_H
#define BS_REPORTS_COMPARE_COMPARISON_CARDS_H

/** A comparison in each format: what was found, whether it can be believed, and how to get it again. */

#include "base/buffer.h"
#include "reports/compare/comparison.h"

/** For a terminal: verdict, blame, headlines, what changed, notes. The last line is the command. */
void bs_comparison_text_card(const struct bs_comparison *comparison, bool colour,
                             struct bs_buffer *buffer);

/** `"schema": "blackstart.compare/1"`; durations in seconds, shares as numbers from 0 to 1. */
void bs_comparison_json_card(const struct bs_comparison *comparison, struct bs_buffer *buffer);

/** For the summary of a job. */
void bs_comparison_markdown_card(const struct bs_comparison *comparison, struct bs_buffer *buffer);

/**
  * A case for each headline and, in a class of their own, for each part; a part that decides nothing never
 * fails. A headline that cannot be judged is an error.
 */
void bs_comparison_junit_card(const struct bs_comparison *comparison, struct bs_buffer *buffer);

/** "regression", "unknown" or "no regression". */
const char *bs_comparison_verdict(const struct bs_comparison *comparison);

#endif
