/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/utc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <time.h>

#include "base/pcg.h"

enum { TRIES = 20000 };

static void check(const char *text, int64_t first_s, int64_t last_s)
{
    struct bs_utc_span span = {-1, -1};

    assert_true(bs_utc_parse(text, &span));
    assert_int_equal(span.first_s, first_s);
    assert_int_equal(span.last_s, last_s);
}

static void dates_that_are_known(void **state)
{
    (void)state;
    check("1970-01-01", 0, 86399);
    check("1970-01-01T00:00:00Z", 0, 0);
    check("2000-02-29T12:34:56Z", 951827696, 951827696);
    check("2024-02-29", 1709164800, 1709251199);
    check("2038-01-19T03:14:08Z", INT64_C(2147483648), INT64_C(2147483648));
    check("2100-03-01", INT64_C(4107542400), INT64_C(4107628799));
    check("9999-12-31T23:59:59Z", BS_UTC_MAX, BS_UTC_MAX);
}

/* The C library's calendar is the reference. */
static void any_second(void **state)
{
    struct bs_pcg pcg = bs_pcg_seeded(3, 4);

    (void)state;
    for (int i = 0; i < TRIES; i++) {
        const int64_t s = (int64_t)bs_pcg_below(&pcg, (uint64_t)BS_UTC_MAX + 1);
        const time_t clock = (time_t)s;
        struct tm calendar;
        char text[BS_UTC_TEXT_MAX];
        char expected[BS_UTC_TEXT_MAX];
        struct bs_utc_span span;

        assert_non_null(gmtime_r(&clock, &calendar));
        assert_int_equal(strftime(expected, sizeof(expected), "%Y-%m-%dT%H:%M:%SZ", &calendar), 20);
        bs_utc_format(s, text);
        assert_string_equal(text, expected);
        assert_true(bs_utc_parse(text, &span));
        assert_int_equal(span.first_s, s);
        assert_int_equal(span.last_s, s);
        text[10] = '\0';
        assert_true(bs_utc_parse(text, &span));
        assert_int_equal(span.first_s, s - s % BS_UTC_DAY_S);
        assert_int_equal(span.last_s, s - s % BS_UTC_DAY_S + BS_UTC_DAY_S - 1);
    }
}

static void what_is_no_date(void **state)
{
    static const char *const texts[] = {
        "",
        "2026",
        "2026-11",
        "2026-13-01",
        "2026-00-01",
        "2026-11-31",
        "2026-02-29",
        "2026-11-00",
        "1969-12-31",
        "2026/11/22",
        "2026-1-22",
        "22.11.2026",
        " 2026-11-22",
        "2026-11-22T05:34:56",
        "2026-11-22 05:34:56Z",
        "26-11-2200",
        "2100-02-29",
        "-026-11-22",
        "2026-11-22T24:00:00Z",
        "2026-11-22T05:60:00Z",
        "2026-11-2a",
        "yesterday",
        "2026-11-22Z",
        "2026-11-22T05:34:60Z",
        "2026-11-22T05:34:5\xff\x5a",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct bs_utc_span span;

        if (bs_utc_parse(texts[i], &span)) {
            fail_msg("'%s' is no date", texts[i]);
        }
    }
    assert_true(bs_utc_is_valid(0) && bs_utc_is_valid(BS_UTC_MAX));
    assert_false(bs_utc_is_valid(-1) || bs_utc_is_valid(BS_UTC_MAX + 1));
    assert_false(bs_utc_is_valid(BS_UTC_UNKNOWN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_that_are_known),
        cmocka_unit_test(any_second),
        cmocka_unit_test(what_is_no_date),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
