/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DYNAMODB_NUMBER_H
#define BS_SIM_ACCOUNT_DYNAMODB_NUMBER_H

/**
 * DynamoDB's numbers: decimals of up to 38 significant digits, exact.
 *
 * Zero, or a magnitude from 1E-130 to 9.99..E+125. Source: Amazon DynamoDB Developer Guide, "Supported data
 * types and naming rules".
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    BS_DYNAMODB_DIGITS_MAX = 38,
    BS_DYNAMODB_EXPONENT_MIN = -130,
    BS_DYNAMODB_EXPONENT_MAX = 125,
    BS_DYNAMODB_NUMBER_TEXT_MAX = 176, /* "-0.", 129 zeros, 38 digits, NUL, and room. */
    BS_DYNAMODB_NUMBER_KEY_BYTES = 22,
};

/** digits[0].digits[1]digits[2].. times ten to the power `exponent`; zero has no digits. */
struct bs_dynamodb_number {
    bool is_negative;
    int exponent;
    size_t digit_count; /* The first and the last are not 0. */
    uint8_t digits[BS_DYNAMODB_DIGITS_MAX];
};

/** NULL, or what AWS says of a text that is none of its numbers. `*number` is set if it is one. */
const char *bs_dynamodb_number_parse(const char *text, struct bs_dynamodb_number *number);

/** In full, without exponent, without zeros that mean nothing: "-0.5", "1200". */
void bs_dynamodb_number_format(const struct bs_dynamodb_number *number,
                               char text[BS_DYNAMODB_NUMBER_TEXT_MAX]);

/** Less than, equal to, or greater than 0, as `a` is to `b`. */
int bs_dynamodb_number_compare(const struct bs_dynamodb_number *a,
                               const struct bs_dynamodb_number *b);

/** `sum` is a + b. NULL, or what AWS says if the sum is none of its numbers. `sum` may be `a` or `b`. */
const char *bs_dynamodb_number_add(const struct bs_dynamodb_number *a,
                                   const struct bs_dynamodb_number *b,
                                   struct bs_dynamodb_number *sum);

/** As -`number`; zero stays what it is. */
void bs_dynamodb_number_negate(struct bs_dynamodb_number *number);

/** Bytes that compare, by memcmp(), as the numbers do. */
void bs_dynamodb_number_key(const struct bs_dynamodb_number *number,
                            uint8_t key[BS_DYNAMODB_NUMBER_KEY_BYTES]);

#endif
