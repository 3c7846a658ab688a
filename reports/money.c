/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/money.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"

enum { CENTS_PER_USD = 100, MICRO_PER_CENT = 10000, MICRO = 1000000 };

static const char too_large[] = "it is more than can be counted";
static const int64_t cents_max = INT64_C(1000000000000);

struct bs_figure bs_scaled(struct bs_figure amount, int64_t price, int64_t per)
{
    int64_t whole;
    int64_t rest;
    int64_t sum;

    BS_ASSERT(per > 0);
    if (!bs_is_known(amount)) {
        return amount;
    }
    /* The remainder apart, so that large amounts at small prices fit. */
    if (amount.value < 0 || price < 0 ||
        __builtin_mul_overflow(amount.value / per, price, &whole) ||
        __builtin_mul_overflow(amount.value % per, price, &rest) ||
        __builtin_add_overflow(rest, per / 2, &rest) ||
        __builtin_add_overflow(whole, rest / per, &sum)) {
        return bs_unknown(too_large);
    }
    return bs_known(sum);
}

struct bs_figure bs_figure_sum(struct bs_figure a, struct bs_figure b)
{
    int64_t sum;

    if (!bs_is_known(a) || !bs_is_known(b)) {
        return bs_is_known(a) ? b : a; /* The one that is not. */
    }
    return __builtin_add_overflow(a.value, b.value, &sum) ? bs_unknown(too_large) : bs_known(sum);
}

struct bs_figure bs_cents_of(struct bs_figure micro_usd)
{
    const struct bs_figure cents = bs_scaled(micro_usd, 1, MICRO_PER_CENT);

    return bs_is_known(cents) && cents.value > cents_max ? bs_unknown(too_large) : cents;
}

const char *bs_usd_text(int64_t cents, char text[BS_MONEY_TEXT_MAX])
{
    (void)snprintf(text, BS_MONEY_TEXT_MAX, "%" PRId64 ".%02" PRId64, cents / CENTS_PER_USD,
                   cents % CENTS_PER_USD);
    return text;
}

const char *bs_micro_text(int64_t micro, char text[BS_MONEY_TEXT_MAX])
{
    size_t length;

    (void)snprintf(text, BS_MONEY_TEXT_MAX, "%" PRId64 ".%06" PRId64, micro / MICRO, micro % MICRO);
    length = strlen(text);
    while (text[length - 1] == '0') {
        text[--length] = '\0';
    }
    if (text[length - 1] == '.') {
        text[length - 1] = '\0';
    }
    return text;
}
