/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/time.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct time_unit {
    const char *name;
    int64_t ns;
};

/* From large to small, as a duration must name them. */
static const struct time_unit time_units[] = {
    {"d", INT64_C(86400) * BS_NS_PER_S},
    {"h", INT64_C(3600) * BS_NS_PER_S},
    {"m", INT64_C(60) * BS_NS_PER_S},
    {"s", BS_NS_PER_S},
    {"ms", BS_NS_PER_MS},
    {"us", INT64_C(1000)},
    {"ns", INT64_C(1)},
};

enum { TIME_UNIT_COUNT = sizeof(time_units) / sizeof(time_units[0]) };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static size_t count_digits(const char *text, const char *end)
{
    size_t count = 0;

    while (text + count < end && is_digit(text[count])) {
        count++;
    }
    return count;
}

/* Whole units as ns; false beyond BS_DURATION_MAX. */
static bool whole_to_ns(const char *digits, size_t count, int64_t unit_ns, int64_t *ns)
{
    int64_t value = 0;

    for (size_t i = 0; i < count; i++) {
        value = value * 10 + (digits[i] - '0');
        if (value > BS_DURATION_MAX.ns / unit_ns) {
            return false;
        }
    }
    *ns = value * unit_ns;
    return true;
}

/*
 * Digits after the point as ns. From the last digit to the first, each step is (rest + digit * unit) / 10;
 * where the sum is whole, so is every step, which keeps this exact without wider integers.
 */
static bool fraction_to_ns(const char *digits, size_t count, int64_t unit_ns, int64_t *ns)
{
    int64_t rest = 0;

    for (size_t i = count; i > 0; i--) {
        rest += (digits[i - 1] - '0') * unit_ns;
        if (rest % 10 != 0) {
            return false;
        }
        rest /= 10;
    }
    *ns = rest;
    return true;
}

/* The index of the unit whose name is exactly the letters at `text`, or TIME_UNIT_COUNT. */
static size_t find_unit(const char *text, const char *end, size_t *name_length)
{
    size_t length = 0;
    size_t index = 0;

    while (text + length < end && text[length] >= 'a' && text[length] <= 'z') {
        length++;
    }
    while (index < TIME_UNIT_COUNT && (strlen(time_units[index].name) != length ||
                                       memcmp(time_units[index].name, text, length) != 0)) {
        index++;
    }
    *name_length = length;
    return index;
}

/* One number with its unit, such as `1.5s`. Moves `*text` behind it and `*unit_first` to the next unit. */
static bool parse_part(const char **text, const char *end, size_t *unit_first, int64_t *ns)
{
    const char *whole = *text;
    size_t whole_count = count_digits(whole, end);
    const char *fraction = whole + whole_count;
    size_t fraction_count = 0;
    const char *name = fraction;
    size_t name_length;
    size_t unit;
    int64_t fraction_ns;

    if (whole_count == 0) {
        return false;
    }
    if (fraction < end && *fraction == '.') {
        fraction++;
        fraction_count = count_digits(fraction, end);
        name = fraction + fraction_count;
        if (fraction_count == 0) {
            return false;
        }
    }
    unit = find_unit(name, end, &name_length);
    if (unit == TIME_UNIT_COUNT || unit < *unit_first) {
        return false;
    }
    if (!whole_to_ns(whole, whole_count, time_units[unit].ns, ns) ||
        !fraction_to_ns(fraction, fraction_count, time_units[unit].ns, &fraction_ns)) {
        return false;
    }
    *ns += fraction_ns;
    *text = name + name_length;
    *unit_first = unit + 1;
    return true;
}

bool bs_duration_parse(const char *text, size_t length, struct bs_duration *duration)
{
    const char *end = text + length;
    bool negative = length > 0 && text[0] == '-';
    size_t unit_first = 0;
    int64_t sum = 0;

    BS_ASSERT(text != NULL);
    BS_ASSERT(duration != NULL);

    if (negative) {
        text++;
    }
    do {
        int64_t part;

        if (!parse_part(&text, end, &unit_first, &part)) {
            return false;
        }
        sum += part; /* Seven parts of at most 104 days and a unit each cannot overflow. */
    } while (text < end);
    if (sum > BS_DURATION_MAX.ns) {
        return false;
    }
    duration->ns = negative ? -sum : sum;
    return true;
}

/* |value|, defined for INT64_MIN as well. */
static uint64_t magnitude(int64_t value)
{
    return value < 0 ? UINT64_C(0) - (uint64_t)value : (uint64_t)value;
}

void bs_seconds_format(int64_t ns, char text[BS_TIME_TEXT_MAX])
{
    uint64_t rest = magnitude(ns);
    uint64_t seconds = rest / (uint64_t)BS_NS_PER_S;
    uint64_t fraction = rest % (uint64_t)BS_NS_PER_S;
    int digits = 9;

    BS_ASSERT(text != NULL);

    while (digits > 0 && fraction % 10 == 0) {
        fraction /= 10;
        digits--;
    }
    if (digits == 0) {
        (void)snprintf(text, BS_TIME_TEXT_MAX, "%s%" PRIu64, ns < 0 ? "-" : "", seconds);
    } else {
        (void)snprintf(text, BS_TIME_TEXT_MAX, "%s%" PRIu64 ".%0*" PRIu64, ns < 0 ? "-" : "",
                       seconds, digits, fraction);
    }
}

/* A minute and above: days to whole seconds, parts that are zero left out. */
static void format_long(const char *sign, uint64_t ns, char text[BS_TIME_TEXT_MAX])
{
    size_t length = (size_t)snprintf(text, BS_TIME_TEXT_MAX, "%s", sign);
    const char *gap = "";

    for (size_t unit = 0; time_units[unit].ns >= BS_NS_PER_S; unit++) {
        uint64_t count = ns / (uint64_t)time_units[unit].ns;

        ns %= (uint64_t)time_units[unit].ns;
        if (count > 0) {
            length += (size_t)snprintf(text + length, BS_TIME_TEXT_MAX - length, "%s%" PRIu64 "%s",
                                       gap, count, time_units[unit].name);
            gap = " ";
        }
    }
}

void bs_duration_format(struct bs_duration duration, char text[BS_TIME_TEXT_MAX])
{
    uint64_t ns = magnitude(duration.ns);
    const char *sign = duration.ns < 0 ? "-" : "";

    BS_ASSERT(text != NULL);

    if (duration.ns == BS_DURATION_UNKNOWN.ns) {
        (void)snprintf(text, BS_TIME_TEXT_MAX, "unknown");
    } else if (ns == 0) {
        (void)snprintf(text, BS_TIME_TEXT_MAX, "0s");
    } else if (ns >= UINT64_C(60) * (uint64_t)BS_NS_PER_S) {
        format_long(sign, ns, text);
    } else if (ns >= (uint64_t)BS_NS_PER_S) {
        uint64_t tenths = ns / (uint64_t)(BS_NS_PER_S / 10);

        (void)snprintf(text, BS_TIME_TEXT_MAX,
                       tenths % 10 == 0 ? "%s%" PRIu64 "s" : "%s%" PRIu64 ".%" PRIu64 "s", sign,
                       tenths / 10, tenths % 10);
    } else {
        size_t unit = 4; /* ms */

        while (ns < (uint64_t)time_units[unit].ns) {
            unit++;
        }
        (void)snprintf(text, BS_TIME_TEXT_MAX, "%s%" PRIu64 "%s", sign,
                       ns / (uint64_t)time_units[unit].ns, time_units[unit].name);
    }
}
