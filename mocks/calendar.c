/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include "mocks/calendar.h"

#include <inttypes.h>
#include <string.h>

enum { S_PER_DAY = 86400, DAYS_PER_ERA = 146097, YEAR_MAX = 9999 };

static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
/* 1970 began on a Thursday. */
static const char *const weekdays[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};

struct date {
    int year;
    int month; /* From 1 on. */
    int day;
    int hour;
    int minute;
    int second;
};

/* ---- Days ---- */

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

static bool is_date(const struct date *date)
{
    return date->year >= 1 && date->year <= YEAR_MAX && date->month >= 1 && date->month <= 12 &&
           date->day >= 1 && date->day <= days_in(date->year, date->month) && date->hour >= 0 &&
           date->hour <= 23 && date->minute >= 0 && date->minute <= 59 && date->second >= 0 &&
           date->second <= 59;
}

/* Years are counted from March, so that the leap day is a year's last; an era is 400 of them. */
static int64_t seconds_of(const struct date *date)
{
    const int year = date->month <= 2 ? date->year - 1 : date->year;
    const int day_of_year = (153 * ((date->month + 9) % 12) + 2) / 5 + date->day - 1;
    const int year_of_era = year % 400;
    const int64_t days = (int64_t)(year / 400) * DAYS_PER_ERA + (int64_t)year_of_era * 365 +
                         year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;

    return days * S_PER_DAY + (int64_t)date->hour * 3600 + (int64_t)date->minute * 60 +
           date->second;
}

static int64_t floor_div(int64_t value, int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

static struct date date_of(int64_t seconds)
{
    const int64_t days = floor_div(seconds, S_PER_DAY);
    const int64_t since_march = days + 719468;
    const int64_t era = floor_div(since_march, DAYS_PER_ERA);
    const int day_of_era = (int)(since_march - era * DAYS_PER_ERA);
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const int second = (int)(seconds - days * S_PER_DAY);

    return (struct date){
        .year = (int)(era * 400) + year_of_era + (month <= 2 ? 1 : 0),
        .month = month,
        .day = day_of_year - (153 * month_from_march + 2) / 5 + 1,
        .hour = second / 3600,
        .minute = second / 60 % 60,
        .second = second % 60,
    };
}

/* ---- Reading ---- */

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/* As many digits as asked for, at *text, which is moved on. */
static bool read_digits(const char **text, int digits, int *value)
{
    *value = 0;
    for (int i = 0; i < digits; i++, (*text)++) {
        if (!is_digit(**text)) {
            return false;
        }
        *value = *value * 10 + (**text - '0');
    }
    return true;
}

static bool read_character(const char **text, char character)
{
    const bool is_there = **text == character;

    *text += is_there ? 1 : 0;
    return is_there;
}

/* ".582" in nanoseconds; digits beyond the ninth are passed over. Nothing is 0. */
static int64_t read_fraction(const char **text)
{
    int64_t unit = BS_NS_PER_S / 10;
    int64_t fraction_ns = 0;

    if (!read_character(text, '.')) {
        return 0;
    }
    for (; is_digit(**text); (*text)++, unit /= 10) {
        fraction_ns += (**text - '0') * unit;
    }
    return fraction_ns;
}

/* "Z", nothing, or "+01:00". */
static bool read_offset(const char **text, int64_t *offset_s)
{
    const int sign = **text == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;

    *offset_s = 0;
    if (**text == '\0' || read_character(text, 'Z')) {
        return **text == '\0';
    }
    if ((!read_character(text, '+') && !read_character(text, '-')) ||
        !read_digits(text, 2, &hours)) {
        return false;
    }
    (void)read_character(text, ':');
    if (!read_digits(text, 2, &minutes) || **text != '\0' || hours > 23 || minutes > 59) {
        return false;
    }
    *offset_s = (int64_t)sign * (hours * 3600 + minutes * 60);
    return true;
}

static bool read_time(const char **text, struct date *date)
{
    return read_digits(text, 2, &date->hour) && read_character(text, ':') &&
           read_digits(text, 2, &date->minute) && read_character(text, ':') &&
           read_digits(text, 2, &date->second);
}

static bool read_iso(const char *text, int64_t *seconds, int64_t *fraction_ns)
{
    struct date date = {0};
    int64_t offset_s = 0;

    if (!read_digits(&text, 4, &date.year) || !read_character(&text, '-') ||
        !read_digits(&text, 2, &date.month) || !read_character(&text, '-') ||
        !read_digits(&text, 2, &date.day)) {
        return false;
    }
    if (*text != '\0') {
        if (!read_character(&text, 'T') || !read_time(&text, &date)) {
            return false;
        }
        *fraction_ns = read_fraction(&text);
        if (!read_offset(&text, &offset_s)) {
            return false;
        }
    }
    if (!is_date(&date)) {
        return false;
    }
    *seconds = seconds_of(&date) - offset_s;
    return true;
}

static bool read_unix(const char *text, int64_t *seconds, int64_t *fraction_ns)
{
    const bool is_negative = read_character(&text, '-');
    size_t digits = 0;

    for (*seconds = 0; is_digit(*text) && digits < 13; text++, digits++) {
        *seconds = *seconds * 10 + (*text - '0');
    }
    *fraction_ns = read_fraction(&text);
    if (is_negative) {
        *seconds = -*seconds;
        *fraction_ns = -*fraction_ns;
    }
    return digits > 0 && *text == '\0';
}

/* "Sat, 21 Nov 2026 02:10:46 GMT"; the weekday is not held against the date. */
static bool read_rfc_822(const char *text, int64_t *seconds)
{
    struct date date = {0};

    if (strlen(text) != strlen("Sat, 21 Nov 2026 02:10:46 GMT") || text[3] != ',') {
        return false;
    }
    text += 5;
    if (!read_digits(&text, 2, &date.day) || !read_character(&text, ' ')) {
        return false;
    }
    while (date.month < 12 && strncmp(text, months[date.month], 3) != 0) {
        date.month++;
    }
    date.month++; /* A month that there is not is the thirteenth, and no date. */
    text += 3;
    if (!read_character(&text, ' ') || !read_digits(&text, 4, &date.year) ||
        !read_character(&text, ' ') || !read_time(&text, &date) || strcmp(text, " GMT") != 0 ||
        !is_date(&date)) {
        return false;
    }
    *seconds = seconds_of(&date);
    return true;
}

bool bs_calendar_parse(const char *text, enum bs_timestamp_format format, int64_t epoch_s,
                       struct bs_instant *instant)
{
    int64_t fraction_ns = 0;
    int64_t seconds = 0;
    bool is_read;

    switch (format) {
    case BS_TIMESTAMP_UNIX:
        is_read = read_unix(text, &seconds, &fraction_ns);
        break;
    case BS_TIMESTAMP_RFC_822:
        is_read = read_rfc_822(text, &seconds);
        break;
    default:
        is_read = read_iso(text, &seconds, &fraction_ns);
        break;
    }
    return is_read && !__builtin_mul_overflow(seconds - epoch_s, BS_NS_PER_S, &instant->ns) &&
           !__builtin_add_overflow(instant->ns, fraction_ns, &instant->ns);
}

/* ---- Writing ---- */

static void write_unix(int64_t time_ms, struct bs_buffer *text)
{
    const int64_t distance_ms = time_ms < 0 ? -time_ms : time_ms;

    bs_buffer_format(text, "%s%" PRId64, time_ms < 0 ? "-" : "", distance_ms / 1000);
    if (distance_ms % 1000 != 0) {
        bs_buffer_format(text, ".%03d", (int)(distance_ms % 1000));
    }
}

void bs_calendar_write(struct bs_instant instant, enum bs_timestamp_format format, int64_t epoch_s,
                       struct bs_buffer *text)
{
    const int64_t seconds = floor_div(instant.ns, BS_NS_PER_S) + epoch_s;
    const int milliseconds =
        (int)((instant.ns - floor_div(instant.ns, BS_NS_PER_S) * BS_NS_PER_S) / BS_NS_PER_MS);
    const struct date date = date_of(seconds);
    const int64_t day = floor_div(seconds, S_PER_DAY);

    switch (format) {
    case BS_TIMESTAMP_UNIX:
        write_unix(seconds * 1000 + milliseconds, text);
        return;
    case BS_TIMESTAMP_RFC_822:
        bs_buffer_format(text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                         weekdays[day - 7 * floor_div(day, 7)], date.day, months[date.month - 1],
                         date.year, date.hour, date.minute, date.second);
        return;
    default:
        bs_buffer_format(text, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", date.year, date.month,
                         date.day, date.hour, date.minute, date.second, milliseconds);
        return;
    }
}
