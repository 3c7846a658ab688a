/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/utc.h"

#include <stdio.h>
#include <string.h>

#include "base/assert.h"

enum { DATE_LENGTH = 10, TIME_LENGTH = 20, YEAR_MIN = 1970 };

/*
 * The Gregorian calendar repeats itself every 400 years; a year is counted from March, so that leap days
 * end it.
 */
enum { ERA_DAYS = 146097, ERA_YEARS = 400, DAYS_FROM_MARCH_0 = 719468 };

struct date {
    int64_t year;
    int64_t month;
    int64_t day;
};

static int64_t days_of(struct date date)
{
    const int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const int64_t era = year / ERA_YEARS;
    const int64_t year_of_era = year - era * ERA_YEARS;
    const int64_t month_from_march = (date.month + 9) % 12;
    const int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;

    return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           DAYS_FROM_MARCH_0;
}

static struct date date_of(int64_t days)
{
    const int64_t shifted = days + DAYS_FROM_MARCH_0;
    const int64_t era = shifted / ERA_DAYS;
    const int64_t day_of_era = shifted - era * ERA_DAYS;
    const int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;

    return (struct date){.year = era * ERA_YEARS + year_of_era + (month <= 2 ? 1 : 0),
                         .month = month,
                         .day = day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

bool bs_utc_is_valid(int64_t s)
{
    return s >= 0 && s <= BS_UTC_MAX;
}

void bs_utc_format(int64_t s, char text[BS_UTC_TEXT_MAX])
{
    struct date date;
    int length;

    BS_ASSERT(bs_utc_is_valid(s));
    date = date_of(s / BS_UTC_DAY_S);
    s %= BS_UTC_DAY_S;
    length = snprintf(text, BS_UTC_TEXT_MAX, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)date.year,
                      (int)date.month, (int)date.day, (int)(s / 3600), (int)(s / 60 % 60),
                      (int)(s % 60));
    BS_ASSERT(length == TIME_LENGTH);
}

/* The digits at `text`; `*is_good` is left alone if they are digits. */
static int64_t digits(const char *text, size_t count, bool *is_good)
{
    int64_t number = 0;

    for (size_t i = 0; i < count; i++) {
        *is_good = *is_good && text[i] >= '0' && text[i] <= '9';
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

static bool is_same_date(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

bool bs_utc_parse(const char *text, struct bs_utc_span *span)
{
    const size_t length = strlen(text);
    bool is_good =
        (length == DATE_LENGTH || length == TIME_LENGTH) && text[4] == '-' && text[7] == '-';
    struct date date = {.month = 1};
    int64_t second = 0;

    if (is_good) {
        date = (struct date){digits(text, 4, &is_good), digits(text + 5, 2, &is_good),
                             digits(text + 8, 2, &is_good)};
    }
    if (is_good && length == TIME_LENGTH) {
        const int64_t hour = digits(text + 11, 2, &is_good);
        const int64_t minute = digits(text + 14, 2, &is_good);

        second = digits(text + 17, 2, &is_good);
        is_good = is_good && text[10] == 'T' && text[13] == ':' && text[16] == ':' &&
                  text[19] == 'Z' && hour < 24 && minute < 60 && second < 60;
        second += hour * 3600 + minute * 60;
    }
    /* A day that there is not, as 30 February is, comes back as another one. */
    if (!is_good || date.year < YEAR_MIN || date.month < 1 || date.month > 12 ||
        !is_same_date(date_of(days_of(date)), date)) {
        return false;
    }
    span->first_s = days_of(date) * BS_UTC_DAY_S + second;
    span->last_s = length == DATE_LENGTH ? span->first_s + BS_UTC_DAY_S - 1 : span->first_s;
    return true;
}
