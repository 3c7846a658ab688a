/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/clock.h"

#include <string.h>

enum { WHOLE_DIGITS_MAX = 6, THOUSANDTHS_DIGITS = 3 };

/* What does not fit is beyond the last instant anyway. */
struct bs_instant bs_clock_now(const struct bs_clock *clock, int64_t steady_ns)
{
    const int64_t passed_ns = clock->is_paused ? 0 : steady_ns - clock->anchor_ns;
    int64_t scaled;

    if (passed_ns <= 0) {
        return clock->anchor;
    }
    if (__builtin_mul_overflow(passed_ns, clock->speed_thousandths, &scaled) ||
        scaled / BS_CLOCK_REAL_TIME > BS_INSTANT_MAX.ns - clock->anchor.ns) {
        return BS_INSTANT_MAX;
    }
    return (struct bs_instant){clock->anchor.ns + scaled / BS_CLOCK_REAL_TIME};
}

void bs_clock_set(struct bs_clock *clock, int64_t steady_ns, int64_t speed_thousandths,
                  bool is_paused)
{
    clock->anchor = bs_clock_now(clock, steady_ns);
    clock->anchor_ns = steady_ns;
    clock->speed_thousandths = speed_thousandths;
    clock->is_paused = is_paused;
}

void bs_clock_advance(struct bs_clock *clock, int64_t steady_ns, struct bs_duration by)
{
    bs_clock_set(clock, steady_ns, clock->speed_thousandths, clock->is_paused);
    clock->anchor.ns =
        by.ns > BS_INSTANT_MAX.ns - clock->anchor.ns ? BS_INSTANT_MAX.ns : clock->anchor.ns + by.ns;
}

bool bs_clock_parse_speed(const char *text, int64_t *speed_thousandths)
{
    const size_t whole = strspn(text, "0123456789");
    const size_t point = text[whole] == '.' ? 1 : 0;
    const size_t part = point == 0 ? 0 : strspn(text + whole + 1, "0123456789");
    const char *end = text + whole + point + part;

    if (whole == 0 || whole > WHOLE_DIGITS_MAX || part > THOUSANDTHS_DIGITS ||
        (point == 1 && part == 0) || (end[0] != '\0' && strcmp(end, "x") != 0)) {
        return false;
    }
    *speed_thousandths = 0;
    for (size_t i = 0; i < whole; i++) {
        *speed_thousandths = *speed_thousandths * 10 + (text[i] - '0');
    }
    for (size_t i = 0; i < THOUSANDTHS_DIGITS; i++) {
        *speed_thousandths =
            *speed_thousandths * 10 + (i < part ? text[whole + point + i] - '0' : 0);
    }
    return *speed_thousandths > 0 && *speed_thousandths <= BS_CLOCK_SPEED_MAX;
}
