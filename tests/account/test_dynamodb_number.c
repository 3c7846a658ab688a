/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* DynamoDB's numbers against arithmetic on long rows of digits that knows nothing of exponents. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "sim/account/dynamodb_number.h"

enum { FRACTION = 180, WIDTH = 400, CASES = 20000 };

/* A fixed point number: digits[i] is of the place WIDTH - FRACTION - 1 - i. */
struct row {
    bool is_negative;
    int digits[WIDTH];
};

static struct row row_of(const char *text)
{
    const char *point = strchr(text, '.');
    struct row row = {.is_negative = *text == '-'};
    const char *first = text + (row.is_negative ? 1 : 0);
    const size_t whole = point != NULL ? (size_t)(point - first) : strlen(first);
    size_t place = WIDTH - FRACTION - whole;

    for (const char *c = first; *c != '\0'; c++) {
        if (*c != '.') {
            row.digits[place++] = *c - '0';
        }
    }
    return row;
}

static int compare_magnitudes(const struct row *a, const struct row *b)
{
    for (size_t i = 0; i < WIDTH; i++) {
        if (a->digits[i] != b->digits[i]) {
            return a->digits[i] > b->digits[i] ? 1 : -1;
        }
    }
    return 0;
}

static int compare_rows(const struct row *a, const struct row *b)
{
    const int order = compare_magnitudes(a, b);

    if (a->is_negative != b->is_negative) {
        return a->is_negative ? -1 : 1;
    }
    return a->is_negative ? -order : order;
}

static struct row add_rows(const struct row *a, const struct row *b)
{
    const bool is_sum = a->is_negative == b->is_negative;
    const bool a_is_greater = compare_magnitudes(a, b) >= 0;
    const struct row *greater = a_is_greater ? a : b;
    const struct row *lesser = a_is_greater ? b : a;
    struct row sum = {.is_negative = greater->is_negative};
    int carry = 0;

    for (size_t i = WIDTH; i-- > 0;) {
        const int digit =
            greater->digits[i] + (is_sum ? lesser->digits[i] : -lesser->digits[i]) + carry;

        carry = digit > 9 ? 1 : digit < 0 ? -1 : 0;
        sum.digits[i] = digit - 10 * carry;
    }
    return sum;
}

/* How many digits from the first to the last that is not 0. */
static size_t significant(const struct row *row)
{
    size_t first = 0;
    size_t last = WIDTH;

    while (first < WIDTH && row->digits[first] == 0) {
        first++;
    }
    while (last > first && row->digits[last - 1] == 0) {
        last--;
    }
    return last - first;
}

static void format_row(const struct row *row, char text[WIDTH + 3])
{
    size_t first = 0;
    size_t last = WIDTH;
    size_t length = 0;

    while (first < WIDTH - FRACTION - 1 && row->digits[first] == 0) {
        first++;
    }
    while (last > WIDTH - FRACTION && row->digits[last - 1] == 0) {
        last--;
    }
    if (row->is_negative && significant(row) > 0) {
        text[length++] = '-';
    }
    for (size_t i = first; i < last; i++) {
        if (i == WIDTH - FRACTION) {
            text[length++] = '.';
        }
        text[length++] = (char)('0' + row->digits[i]);
    }
    text[length] = '\0';
}

static uint64_t draw(struct bs_stream *stream, uint64_t bound)
{
    static uint64_t k;

    return bs_stream_at(stream, k++) % bound;
}

/* Up to 38 digits anywhere near the point, at times with zeros that mean nothing. */
static void draw_text(struct bs_stream *stream, char text[128])
{
    const uint64_t digits = 1 + draw(stream, 38);
    const uint64_t point = draw(stream, digits + 1);
    size_t length = 0;

    if (draw(stream, 2) == 0) {
        text[length++] = '-';
    }
    for (uint64_t i = 0; i < digits; i++) {
        if (i == point) {
            text[length++] = '.';
        }
        text[length++] = (char)('0' + draw(stream, draw(stream, 3) == 0 ? 2 : 10));
    }
    text[length] = '\0';
}

static struct bs_dynamodb_number number(const char *text)
{
    struct bs_dynamodb_number result;
    const char *error = bs_dynamodb_number_parse(text, &result);

    if (error != NULL) {
        fail_msg("%s: %s", text, error);
    }
    return result;
}

static void test_numbers_agree_with_rows_of_digits(void **state)
{
    struct bs_stream stream =
        bs_stream_open((struct bs_stream_root){.seed = 3}, "test", "dynamodb_number");
    size_t sums = 0;

    (void)state;
    for (int i = 0; i < CASES; i++) {
        char text_of_a[128];
        char text_of_b[128];
        char canonical[BS_DYNAMODB_NUMBER_TEXT_MAX];
        char wanted[WIDTH + 3];
        struct bs_dynamodb_number a;
        struct bs_dynamodb_number b;
        struct row row_a;
        struct row row_b;
        struct row row_sum;
        const char *error;

        draw_text(&stream, text_of_a);
        draw_text(&stream, text_of_b);
        a = number(text_of_a);
        b = number(text_of_b);
        row_a = row_of(text_of_a);
        row_b = row_of(text_of_b);
        row_a.is_negative = row_a.is_negative && significant(&row_a) > 0;
        row_b.is_negative = row_b.is_negative && significant(&row_b) > 0;
        bs_dynamodb_number_format(&a, canonical);
        format_row(&row_a, wanted);
        assert_string_equal(canonical, wanted);
        assert_int_equal((bs_dynamodb_number_compare(&a, &b) > 0) -
                             (bs_dynamodb_number_compare(&a, &b) < 0),
                         compare_rows(&row_a, &row_b));
        row_sum = add_rows(&row_a, &row_b);
        error = bs_dynamodb_number_add(&a, &b, &a);
        assert_int_equal(error == NULL, significant(&row_sum) <= BS_DYNAMODB_DIGITS_MAX);
        if (error == NULL) {
            bs_dynamodb_number_format(&a, canonical);
            format_row(&row_sum, wanted);
            assert_string_equal(canonical, wanted);
            sums++;
        }
    }
    assert_true(sums > CASES / 4);
}

static void expect_canonical(const char *text, const char *wanted)
{
    const struct bs_dynamodb_number parsed = number(text);
    char canonical[BS_DYNAMODB_NUMBER_TEXT_MAX];

    bs_dynamodb_number_format(&parsed, canonical);
    assert_string_equal(canonical, wanted);
}

static void test_texts_become_canonical(void **state)
{
    (void)state;
    expect_canonical("0", "0");
    expect_canonical("-0.000", "0");
    expect_canonical("+007", "7");
    expect_canonical("1200", "1200");
    expect_canonical("1.2e3", "1200");
    expect_canonical("12E-1", "1.2");
    expect_canonical(".5", "0.5");
    expect_canonical("5.", "5");
    expect_canonical("-0.00100", "-0.001");
    expect_canonical("100000000000000000000000000000000000000000",
                     "100000000000000000000000000000000"
                     "000000000");
    expect_canonical("12345678901234567890123456789012345678",
                     "12345678901234567890123456789012345678");
    expect_canonical("0e999999999999", "0");
}

static void test_what_is_no_number_is_refused(void **state)
{
    static const char *const wrong[] = {"",
                                        "-",
                                        ".",
                                        "1e",
                                        "1e+",
                                        "abc",
                                        "1.2.3",
                                        " 1",
                                        "1 ",
                                        "0x10",
                                        "NaN",
                                        "1e126",
                                        "1e-131",
                                        "-1e126",
                                        "Infinity",
                                        "1,5",
                                        "123456789012345678901234567890123456789",
                                        "0.123456789012345678901234567890123456789",
                                        "1e99999999999999999999"};
    struct bs_dynamodb_number parsed;

    (void)state;
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        if (bs_dynamodb_number_parse(wrong[i], &parsed) == NULL) {
            fail_msg("'%s' is taken for a number", wrong[i]);
        }
    }
    (void)number("9.9999999999999999999999999999999999999E+125");
    (void)number("-1E-130");
}

static void test_sums_beyond_the_range_are_refused(void **state)
{
    struct bs_dynamodb_number a = number("9.9999999999999999999999999999999999999E+125");
    struct bs_dynamodb_number b = number("1E+88");

    (void)state;
    assert_non_null(bs_dynamodb_number_add(&a, &b, &a));
    a = number("1e125");
    b = number("1e-130");
    assert_non_null(bs_dynamodb_number_add(&a, &b, &a));
    a = number("1.5");
    b = number("-1.5");
    assert_null(bs_dynamodb_number_add(&a, &b, &a));
    assert_int_equal(a.digit_count, 0);
    assert_false(a.is_negative);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_agree_with_rows_of_digits),
        cmocka_unit_test(test_texts_become_canonical),
        cmocka_unit_test(test_what_is_no_number_is_refused),
        cmocka_unit_test(test_sums_beyond_the_range_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
