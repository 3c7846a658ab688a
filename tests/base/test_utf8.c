/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

struct utf8_case {
    const char *name;
    const char *bytes;
    size_t expected;
};

static const struct utf8_case cases[] = {
    {"letter", "a", 1},
    {"delete", "\x7f", 1},
    {"smallest of two", "\xc2\x80", 2},
    {"largest of two", "\xdf\xbf", 2},
    {"smallest of three", "\xe0\xa0\x80", 3},
    {"last before surrogates", "\xed\x9f\xbf", 3},
    {"first after surrogates", "\xee\x80\x80", 3},
    {"smallest of four", "\xf0\x90\x80\x80", 4},
    {"largest", "\xf4\x8f\xbf\xbf", 4},
    {"more follows", "\xc3\xa9\xff", 2},
    {"nothing", "", 0},
    {"continuation alone", "\x80", 0},
    {"overlong two", "\xc1\xbf", 0},
    {"overlong three", "\xe0\x9f\xbf", 0},
    {"overlong four", "\xf0\x8f\xbf\xbf", 0},
    {"surrogate", "\xed\xa0\x80", 0},
    {"above the largest", "\xf4\x90\x80\x80", 0},
    {"far above", "\xf5\x80\x80\x80", 0},
    {"cut off", "\xe2\x82", 0},
    {"broken", "\xe2\x28\xa1", 0},
    {"broken at the end", "\xe2\x82\x28", 0},
    {"broken fourth", "\xf0\x90\x80\xc0", 0},
};

static void test_lengths(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t length = bs_utf8_length(cases[i].bytes, strlen(cases[i].bytes));

        if (length != cases[i].expected) {
            fail_msg("%s: got %zu", cases[i].name, length);
        }
    }
}

static void test_nothing(void **state)
{
    (void)state;
    assert_int_equal(bs_utf8_length(NULL, 0), 0);
    assert_int_equal(bs_utf8_length("\0", 1), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
