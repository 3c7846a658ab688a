/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/time.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define S BS_NS_PER_S

struct parse_case {
    const char *name;
    const char *text;
    bool is_duration;
    int64_t ns;
};

static const struct parse_case parse_cases[] = {
    {"seconds", "90s", true, 90 * S},
    {"minutes and seconds", "1m30s", true, 90 * S},
    {"milliseconds are not minutes", "250ms", true, 250 * BS_NS_PER_MS},
    {"hours", "4h", true, INT64_C(4) * 3600 * S},
    {"days", "2d", true, INT64_C(2) * 86400 * S},
    {"point", "1.5s", true, 1500 * BS_NS_PER_MS},
    {"zero", "0s", true, 0},
    {"negative", "-1m30s", true, -90 * S},
    {"every unit", "1d1h1m1s1ms1us1ns", true, INT64_C(90061) * S + 1001001},
    {"leading zeros", "007s", true, 7 * S},
    {"smallest fraction of a second", "0.000000001s", true, 1},
    {"a day is divisible that far", "0.00000000000003125d", false, 0},
    {"a day in binary", "0.0000152587890625d", true, INT64_C(1318359375)},
    {"trailing zeros after the point", "1.50000000000000000000s", true, 1500 * BS_NS_PER_MS},
    {"half a nanosecond", "0.5ns", false, 0},
    {"a third of a nanosecond", "0.0000000003s", false, 0},
    {"the longest", "104d", true, INT64_C(104) * 86400 * S},
    {"the longest, negative", "-104d", true, INT64_C(-104) * 86400 * S},
    {"longer than the longest", "104d1ns", false, 0},
    {"overflowing digits", "99999999999999999999999999s", false, 0},
    {"empty", "", false, 0},
    {"only a sign", "-", false, 0},
    {"two signs", "--1s", false, 0},
    {"plus", "+1s", false, 0},
    {"no unit", "90", false, 0},
    {"no digits", "s", false, 0},
    {"no digits before the point", ".5s", false, 0},
    {"no digits after the point", "1.s", false, 0},
    {"two points", "1.2.3s", false, 0},
    {"unit twice", "1s2s", false, 0},
    {"small before large", "30s1m", false, 0},
    {"unknown unit", "3w", false, 0},
    {"upper case", "3S", false, 0},
    {"space inside", "1m 30s", false, 0},
    {"trailing space", "1s ", false, 0},
    {"trailing digits", "1s3", false, 0},
    {"exponent", "1e3s", false, 0},
};

static void test_duration_parse(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(parse_cases) / sizeof(parse_cases[0]); i++) {
        const struct parse_case *row = &parse_cases[i];
        struct bs_duration duration = {0};
        bool is_duration = bs_duration_parse(row->text, strlen(row->text), &duration);

        if (is_duration != row->is_duration || duration.ns != row->ns) {
            fail_msg("%s: '%s' gave %d, %lld ns", row->name, row->text, is_duration,
                     (long long)duration.ns);
        }
    }
}

static void test_duration_parse_stops_at_the_length(void **state)
{
    struct bs_duration duration;

    (void)state;
    assert_true(bs_duration_parse("10ms", 3, &duration));
    assert_int_equal(duration.ns, 600 * S);
    assert_false(bs_duration_parse("10ms", 2, &duration));
    assert_false(bs_duration_parse("10ms", 0, &duration));
}

struct format_case {
    const char *name;
    int64_t ns;
    const char *seconds;
    const char *people;
};

static const struct format_case format_cases[] = {
    {"zero", 0, "0", "0s"},
    {"one nanosecond", 1, "0.000000001", "1ns"},
    {"microseconds", 2500, "0.0000025", "2us"},
    {"milliseconds", 240 * BS_NS_PER_MS, "0.24", "240ms"},
    {"milliseconds are cut", 999999999, "0.999999999", "999ms"},
    {"one second", S, "1", "1s"},
    {"tenths", 8500 * BS_NS_PER_MS, "8.5", "8.5s"},
    {"tenths are cut", 59999 * BS_NS_PER_MS, "59.999", "59.9s"},
    {"a minute", 60 * S, "60", "1m"},
    {"minutes", 252 * S, "252", "4m 12s"},
    {"above a minute, seconds are cut", 252 * S + 999999999, "252.999999999", "4m 12s"},
    {"hours", 3723 * S, "3723", "1h 2m 3s"},
    {"parts that are zero", 3603 * S, "3603", "1h 3s"},
    {"days", INT64_C(104) * 86400 * S, "8985600", "104d"},
    {"negative", -250 * BS_NS_PER_MS, "-0.25", "-250ms"},
    {"negative minutes", -90 * S, "-90", "-1m 30s"},
    {"largest", INT64_MAX, "9223372036.854775807", "106751d 23h 47m 16s"},
    {"unknown", INT64_MIN, "-9223372036.854775808", "unknown"},
};

static void test_formats(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(format_cases) / sizeof(format_cases[0]); i++) {
        const struct format_case *row = &format_cases[i];
        char seconds[BS_TIME_TEXT_MAX];
        char people[BS_TIME_TEXT_MAX];

        bs_seconds_format(row->ns, seconds);
        bs_duration_format((struct bs_duration){row->ns}, people);
        if (strcmp(seconds, row->seconds) != 0 || strcmp(people, row->people) != 0) {
            fail_msg("%s: got '%s' and '%s'", row->name, seconds, people);
        }
    }
}

static void test_arithmetic(void **state)
{
    struct bs_instant noon = BS_AT_SECONDS(43200);

    (void)state;
    assert_int_equal(bs_instant_add(noon, BS_MILLIS(5)).ns, 43200 * S + 5 * BS_NS_PER_MS);
    assert_int_equal(bs_instant_add(BS_INSTANT_NEVER, BS_SECONDS(1)).ns, INT64_MAX);
    assert_int_equal(bs_duration_between(noon, BS_AT_SECONDS(43199)).ns, -S);
    assert_int_equal(bs_duration_multiply(BS_SECONDS(3), -4).ns, -12 * S);
    assert_true(bs_instant_before(noon, BS_INSTANT_NEVER));
    assert_int_equal(bs_instant_min(noon, BS_INSTANT_NEVER).ns, noon.ns);
    assert_int_equal(bs_instant_max(noon, BS_INSTANT_MAX).ns, BS_INSTANT_MAX.ns);
    assert_true(BS_INSTANT_MAX.ns < INT64_C(1) << 53);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_duration_parse),
        cmocka_unit_test(test_duration_parse_stops_at_the_length),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_arithmetic),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
