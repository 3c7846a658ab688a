/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_CLOUDWATCH_MATH_H
#define BS_SIM_ACCOUNT_CLOUDWATCH_MATH_H

/**
 * CloudWatch's metric math, as far as it is served:
 *   + - * / between numbers and series, unary minus, parentheses;
 *   < <= > >= == != && ||, which give 1 and 0;
 *   SUM, MAX, MIN, AVG of a series (a number) or of several (a series); METRICS(), METRICS("text"), [a, b];
 *   IF(condition, then), IF(condition, then, else); FILL(series, number), FILL(series, REPEAT); ABS.
 * Two series are combined where both have a value. What is divided by zero has none.
 */

#include "sim/account/cloudwatch.h"

struct bs_cloudwatch_math {
    struct bs_cloudwatch_range range; /* What FILL fills. */
    /* The series of that Id, or NULL; `self` is the data that the expression stands in. */
    const struct bs_cloudwatch_series *(*find)(void *self, const char *id);
    /* All series of metrics whose Id contains the text, one by one; NULL at the end. */
    const struct bs_cloudwatch_series *(*metric)(void *self, const char *text, size_t number);
    void *self;
};

/**
 * The expression's series, to be cleaned up. False: it is no expression, is none that is served, or does not
 * come to one series; `why` is then told.
 */
bool bs_cloudwatch_compute(const struct bs_cloudwatch_math *math, const char *expression,
                           struct bs_cloudwatch_series *result, const char **why);

#endif
