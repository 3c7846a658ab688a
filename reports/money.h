/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_MONEY_H
#define BS_REPORTS_MONEY_H

/**
 * Money in integers: prices in micro-USD, sums in cents. Floating point appears nowhere.
 *
 * A month has 730 hours, as in AWS's own price examples. A GB is 10^9 bytes.
 */

#include <stdbool.h>
#include <stdint.h>

#include "reports/figure.h"

#define BS_HOURS_PER_MONTH   INT64_C(730)
#define BS_SECONDS_PER_MONTH (BS_HOURS_PER_MONTH * 3600)
#define BS_BYTES_PER_GB      INT64_C(1000000000)

enum { BS_MONEY_TEXT_MAX = 32 };

/**
 * `amount` x `price` / `per`, rounded to the nearest integer, halves up. Unknown for what is negative or
 * beyond INT64_MAX; all but `per`, which is positive, may come from a history that lies.
 */
struct bs_figure bs_scaled(struct bs_figure amount, int64_t price, int64_t per);

/** The sum of two figures; unknown if one is, or it does not fit. */
struct bs_figure bs_figure_sum(struct bs_figure a, struct bs_figure b);

/** Micro-USD as cents, halves up; unknown above 10^12 cents, so that a million of them still add up. */
struct bs_figure bs_cents_of(struct bs_figure micro_usd);

/** "1234.56": cents as USD. Gives `text`. */
const char *bs_usd_text(int64_t cents, char text[BS_MONEY_TEXT_MAX]);

/** "0.04048", "15": 10^-6 as a decimal, without zeros at the end. Gives `text`. */
const char *bs_micro_text(int64_t micro, char text[BS_MONEY_TEXT_MAX]);

#endif
