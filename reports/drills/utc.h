/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_UTC_H
#define BS_REPORTS_DRILLS_UTC_H

/**
 * The calendar of drills: whole seconds since 1970-01-01T00:00:00Z, without leap seconds, up to the year
 * 9999.
 */

#include <stdbool.h>
#include <stdint.h>

#define BS_UTC_UNKNOWN   INT64_MIN
#define BS_UTC_MAX       INT64_C(253402300799) /* 9999-12-31T23:59:59Z */
#define BS_UTC_DAY_S     INT64_C(86400)
#define BS_UTC_DATE_HELP "2026-11-22, or 2026-11-22T05:34:56Z"

enum { BS_UTC_TEXT_MAX = 24 };

/** What a date stands for: a whole day, or one second. */
struct bs_utc_span {
    int64_t first_s;
    int64_t last_s;
};

/** Whether it is an instant of this calendar. */
bool bs_utc_is_valid(int64_t s);

/** "2026-11-22T05:34:56Z"; asserts that it is valid. */
void bs_utc_format(int64_t s, char text[BS_UTC_TEXT_MAX]);

/** Reads BS_UTC_DATE_HELP and nothing else; false if it is something else, or there is no such day. */
bool bs_utc_parse(const char *text, struct bs_utc_span *span);

#endif
