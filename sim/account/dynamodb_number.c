/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/dynamodb_number.h"

#include <string.h>

/* Decimal places of all numbers: from that of 10^126, where a carry goes, to the last digit of the least. */
enum {
    PLACE_TOP = BS_DYNAMODB_EXPONENT_MAX + 1,
    PLACE_COUNT = PLACE_TOP - BS_DYNAMODB_EXPONENT_MIN + BS_DYNAMODB_DIGITS_MAX,
    EXPONENT_TEXT_MAX = 100000,
};

static const char overflow[] =
    "Number overflow. Attempting to store a number with magnitude larger than supported range";
static const char underflow[] =
    "Number underflow. Attempting to store a number with magnitude smaller than supported range";
static const char imprecise[] = "Attempting to store more than 38 significant digits in a Number";
static const char unreadable[] = "The parameter cannot be converted to a numeric value";

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const char *check_range(struct bs_dynamodb_number *number)
{
    if (number->digit_count == 0) {
        *number = (struct bs_dynamodb_number){.digit_count = 0};
        return NULL;
    }
    if (number->exponent > BS_DYNAMODB_EXPONENT_MAX) {
        return overflow;
    }
    return number->exponent < BS_DYNAMODB_EXPONENT_MIN ? underflow : NULL;
}

/* ---- Reading ---- */

struct mantissa {
    int exponent; /* Of the first digit that is not 0. */
    int zeros;    /* That have come since the last digit that is not 0. */
    bool has_point;
    bool has_any; /* A digit, be it a 0. */
    bool is_imprecise;
    struct bs_dynamodb_number *number;
};

static void take_digit(struct mantissa *mantissa, char digit)
{
    struct bs_dynamodb_number *number = mantissa->number;
    const bool has_begun = number->digit_count > 0;

    mantissa->has_any = true;
    if (mantissa->has_point && !has_begun) {
        mantissa->exponent--;
    } else if (!mantissa->has_point && has_begun) {
        mantissa->exponent++;
    }
    if (digit == '0') {
        mantissa->zeros += has_begun ? 1 : 0;
        return;
    }
    if ((size_t)mantissa->zeros >= BS_DYNAMODB_DIGITS_MAX - number->digit_count) {
        mantissa->is_imprecise = true;
        return;
    }
    while (mantissa->zeros > 0) {
        number->digits[number->digit_count++] = 0;
        mantissa->zeros--;
    }
    number->digits[number->digit_count++] = (uint8_t)(digit - '0');
}

/* Digits with at most one point; leads `*text` behind them. */
static void read_mantissa(const char **text, struct mantissa *mantissa)
{
    for (; is_digit(**text) || (**text == '.' && !mantissa->has_point); (*text)++) {
        if (**text == '.') {
            mantissa->has_point = true;
        } else if (mantissa->zeros < EXPONENT_TEXT_MAX && mantissa->exponent > -EXPONENT_TEXT_MAX) {
            take_digit(mantissa, **text);
        }
    }
}

/* "e-12", or nothing. False if it is neither. */
static bool read_exponent(const char **text, int *exponent)
{
    bool is_negative;

    if (**text != 'e' && **text != 'E') {
        return true;
    }
    (*text)++;
    is_negative = **text == '-';
    *text += is_negative || **text == '+' ? 1 : 0;
    if (!is_digit(**text)) {
        return false;
    }
    for (; is_digit(**text); (*text)++) {
        *exponent = *exponent < EXPONENT_TEXT_MAX ? 10 * *exponent + (**text - '0') : *exponent;
    }
    *exponent = is_negative ? -*exponent : *exponent;
    return true;
}

const char *bs_dynamodb_number_parse(const char *text, struct bs_dynamodb_number *number)
{
    struct mantissa mantissa = {.number = number};
    int exponent = 0;

    *number = (struct bs_dynamodb_number){.is_negative = *text == '-'};
    text += *text == '-' || *text == '+' ? 1 : 0;
    read_mantissa(&text, &mantissa);
    if (!mantissa.has_any || !read_exponent(&text, &exponent) || *text != '\0') {
        return unreadable;
    }
    if (mantissa.is_imprecise) {
        return imprecise;
    }
    number->exponent = mantissa.exponent + exponent;
    return check_range(number);
}

/* ---- Writing ---- */

void bs_dynamodb_number_format(const struct bs_dynamodb_number *number,
                               char text[BS_DYNAMODB_NUMBER_TEXT_MAX])
{
    const int last = number->exponent - (int)number->digit_count + 1;
    const int top = number->exponent > 0 ? number->exponent : 0;
    const int bottom = number->digit_count > 0 && last < 0 ? last : 0;
    size_t length = 0;

    if (number->is_negative) {
        text[length++] = '-';
    }
    for (int place = top; place >= bottom; place--) {
        const int index = number->exponent - place;
        const bool is_there = index >= 0 && index < (int)number->digit_count;

        if (place == -1) {
            text[length++] = '.';
        }
        text[length++] = (char)('0' + (is_there ? number->digits[index] : 0));
    }
    text[length] = '\0';
}

void bs_dynamodb_number_key(const struct bs_dynamodb_number *number,
                            uint8_t key[BS_DYNAMODB_NUMBER_KEY_BYTES])
{
    const uint16_t exponent = (uint16_t)(number->exponent - BS_DYNAMODB_EXPONENT_MIN);

    memset(key, 0, BS_DYNAMODB_NUMBER_KEY_BYTES);
    key[0] = 1;
    if (number->digit_count == 0) {
        return;
    }
    key[0] = 2;
    key[1] = (uint8_t)(exponent >> 8);
    key[2] = (uint8_t)exponent;
    for (size_t i = 0; i < number->digit_count; i++) {
        key[3 + i / 2] |= (uint8_t)(number->digits[i] << (i % 2 == 0 ? 4 : 0));
    }
    for (size_t i = 0; number->is_negative && i < BS_DYNAMODB_NUMBER_KEY_BYTES; i++) {
        key[i] = (uint8_t)(i == 0 ? 0 : ~key[i]);
    }
}

/* ---- Reckoning ---- */

int bs_dynamodb_number_compare(const struct bs_dynamodb_number *a,
                               const struct bs_dynamodb_number *b)
{
    uint8_t key_of_a[BS_DYNAMODB_NUMBER_KEY_BYTES];
    uint8_t key_of_b[BS_DYNAMODB_NUMBER_KEY_BYTES];

    bs_dynamodb_number_key(a, key_of_a);
    bs_dynamodb_number_key(b, key_of_b);
    return memcmp(key_of_a, key_of_b, sizeof(key_of_a));
}

void bs_dynamodb_number_negate(struct bs_dynamodb_number *number)
{
    number->is_negative = !number->is_negative && number->digit_count > 0;
}

static void add_to_places(int places[PLACE_COUNT], const struct bs_dynamodb_number *number,
                          int sign)
{
    for (size_t i = 0; i < number->digit_count; i++) {
        places[PLACE_TOP - number->exponent + (int)i] += sign * (int)number->digits[i];
    }
}

/* Makes every place a digit from 0 to 9; what is carried out of the first is left in it. */
static void carry(int places[PLACE_COUNT])
{
    for (int i = PLACE_COUNT - 1; i > 0; i--) {
        const int down = places[i] < 0 ? 1 : 0;
        const int up = places[i] > 9 ? 1 : 0;

        places[i] += 10 * (down - up);
        places[i - 1] += up - down;
    }
}

static int first_place(const int places[PLACE_COUNT])
{
    int first = 0;

    while (first < PLACE_COUNT && places[first] == 0) {
        first++;
    }
    return first;
}

static const char *gather(const int places[PLACE_COUNT], bool is_negative,
                          struct bs_dynamodb_number *number)
{
    const int first = first_place(places);
    int last = PLACE_COUNT - 1;

    while (last > first && places[last] == 0) {
        last--;
    }
    *number = (struct bs_dynamodb_number){.exponent = PLACE_TOP - first};
    if (first == PLACE_COUNT) {
        return check_range(number);
    }
    if (last - first >= BS_DYNAMODB_DIGITS_MAX) {
        return imprecise;
    }
    number->is_negative = is_negative;
    number->digit_count = (size_t)(last - first + 1);
    for (int i = first; i <= last; i++) {
        number->digits[i - first] = (uint8_t)places[i];
    }
    return check_range(number);
}

const char *bs_dynamodb_number_add(const struct bs_dynamodb_number *a,
                                   const struct bs_dynamodb_number *b,
                                   struct bs_dynamodb_number *sum)
{
    const int sign = a->is_negative == b->is_negative ? 1 : -1;
    bool is_negative = a->is_negative;
    int places[PLACE_COUNT] = {0};

    add_to_places(places, a, 1);
    add_to_places(places, b, sign);
    carry(places);
    if (places[0] < 0) {
        /* The second was the greater one: only now is that known. */
        memset(places, 0, sizeof(places));
        add_to_places(places, a, -1);
        add_to_places(places, b, 1);
        carry(places);
        is_negative = !is_negative;
    }
    return gather(places, is_negative, sum);
}
