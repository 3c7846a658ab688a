/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_TWO_SAMPLE_H
#define BS_REPORTS_STATISTICS_TWO_SAMPLE_H

/**
 * Whether a second, independent sample is worse than a first one by more than a margin. Exact whatever the
 * distribution is, for both tests count and ask for the hypergeometric probability of such a count.
 *
 * Margins are parts per 10^9 of the baseline. They are applied to the baseline before the test: what would
 * still be acceptable is what the second sample is compared with.
 */

#include <stdbool.h>
#include <stdint.h>

#include "reports/statistics/sample.h"

/** What was counted, and how likely so many in the second sample are if both are alike. */
struct bs_counts_test {
    int64_t baseline_trials;
    int64_t baseline_count;
    int64_t current_trials;
    int64_t current_count;
    double p;
};

/**
 * Quantiles. All values, the baseline's lengthened by the margin, are thrown together and cut at their
 * quantile; the test asks how many of those above the cut are the current sample's. (Westenberg,
 * "Significance test for median and interquartile range", 1948; Mood, "Introduction to the Theory of
 * Statistics", 1950, for the median.)
 *
 * Equal values: those equal to the cut do not count as above it. Only if hardly any would be left above it
 * are they counted: whichever of the two splits is nearer, as a ratio, to the share asked for. The choice
 * looks at all values together and not at whose they are, so that the test stays exact.
 *
 * Whether a difference has been seen at all, whatever it is worth, is `is_larger`: the current quantile
 * itself against the lengthened one. A cut elsewhere in a clump of equal values may find a difference that
 * is none of this quantile's; a regression is one that is both.
 */
struct bs_quantile_test {
    struct bs_counts_test counts;
    int64_t cut;
    bool counts_equal;         /* "From the cut on" rather than "above the cut". */
    int64_t baseline_quantile; /* As measured, by nearest rank; BS_VALUE_CENSORED possible. */
    int64_t lengthened_quantile;
    int64_t current_quantile;
    bool is_larger;
};

/** Values are not negative; 0 <= margin_ppb <= 10^12; neither sample is empty; 0 < p_ppb < 10^9. */
struct bs_quantile_test bs_quantile_test(const struct bs_sample *baseline,
                                         const struct bs_sample *current, int64_t p_ppb,
                                         int64_t margin_ppb);

/** value * (1 + margin), rounded up: to the side of no alarm. What is not finite stays as it is. */
int64_t bs_value_lengthened(int64_t value, int64_t margin_ppb);

struct bs_tally {
    int64_t trials;
    int64_t successes;
};

/**
 * Shares: Fisher's exact test of whether fewer succeed. The margin takes that part of the baseline's
 * successes away, rounded up (0 <= margin_ppb <= 10^9). A baseline so thinned varies less than one that
 * really had the smaller share, and so this errs, too, to the side of no alarm. What `bs_counts_test` counts
 * are those that did not succeed.
 */
struct bs_counts_test bs_share_test(struct bs_tally baseline, struct bs_tally current,
                                    int64_t margin_ppb);

#endif
