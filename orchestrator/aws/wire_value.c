/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Values in answers: numbers, times, words. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "orchestrator/aws/wire_protocol.h"

int64_t bs_wire_integer(struct bs_wire_reader *reader, const char *text)
{
    char *end = NULL;
    long long value;

    errno = 0;
    value = strtoll(text, &end, 10);
    if (end == text || *end != '\0' || errno != 0) {
        bs_wire_malformed(reader);
        return 0;
    }
    return value;
}

int64_t bs_wire_need_number(struct bs_wire_reader *reader, const cJSON *parent, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(parent, name);

    if (!cJSON_IsNumber(item)) {
        bs_wire_malformed(reader);
        return 0;
    }
    if (item->valuedouble >= 9223372036854775807.0) {
        return INT64_MAX;
    }
    return item->valuedouble <= -9223372036854775808.0 ? INT64_MIN : (int64_t)item->valuedouble;
}

struct bs_duration bs_wire_seconds(struct bs_wire_reader *reader, const char *text)
{
    const int64_t bound_s = BS_DURATION_MAX.ns / BS_NS_PER_S;
    const double bound = (double)bound_s;
    char *end = NULL;
    const double seconds = strtod(text, &end);

    if (end == text || *end != '\0' || !(seconds >= -bound && seconds <= bound)) {
        bs_wire_malformed(reader);
        return (struct bs_duration){0};
    }
    return (struct bs_duration){
        (int64_t)(seconds * (double)BS_NS_PER_S + (seconds < 0 ? -0.5 : 0.5))};
}

enum bs_resource_state bs_wire_state(const char *text, const enum bs_resource_state *states,
                                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(bs_resource_state_name(states[i]), text) == 0) {
            return states[i];
        }
    }
    return BS_STATE_UNKNOWN;
}

/* ---- Instants ---- */

struct calendar {
    int64_t year;
    int64_t month;
    int64_t day;
    int64_t hour;
    int64_t minute;
    int64_t second;
};

/* Days since 1970-01-01 in the Gregorian calendar, counted in eras of 400 years that begin in March. */
static int64_t days_of(const struct calendar *date)
{
    const int64_t year = date->year - (date->month <= 2 ? 1 : 0);
    const int64_t era = year / 400;
    const int64_t year_of_era = year - era * 400;
    const int64_t month = (date->month + 9) % 12;
    const int64_t day_of_year = (153 * month + 2) / 5 + date->day - 1;

    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

/* Exactly so many digits and then the mark, unless that is NUL. */
static bool take_number(const char **text, int digits, char mark, int64_t *value)
{
    *value = 0;
    for (int i = 0; i < digits; i++) {
        const char digit = **text;

        if (digit < '0' || digit > '9') {
            return false;
        }
        *value = *value * 10 + (digit - '0');
        (*text)++;
    }
    if (mark != '\0' && **text != mark) {
        return false;
    }
    *text += mark != '\0' ? 1 : 0;
    return true;
}

static bool take_calendar(const char **text, struct calendar *date)
{
    return take_number(text, 4, '-', &date->year) && take_number(text, 2, '-', &date->month) &&
           take_number(text, 2, 'T', &date->day) && take_number(text, 2, ':', &date->hour) &&
           take_number(text, 2, ':', &date->minute) && take_number(text, 2, '\0', &date->second);
}

/* Digits after the point as nanoseconds; those beyond the ninth do not count. */
static const char *take_fraction(const char *text, int64_t *ns)
{
    int64_t unit = BS_NS_PER_S / 10;

    *ns = 0;
    if (*text != '.') {
        return text;
    }
    for (text++; *text >= '0' && *text <= '9'; text++) {
        *ns += (*text - '0') * unit;
        unit /= 10;
    }
    return text;
}

static bool is_date(const struct calendar *date)
{
    return date->year >= 1970 && date->month >= 1 && date->month <= 12 && date->day >= 1 &&
           date->day <= 31 && date->hour <= 23 && date->minute <= 59 && date->second <= 60;
}

bool bs_wire_unix_time(const char *text, int64_t *unix_s, int64_t *ns)
{
    struct calendar date;

    if (!take_calendar(&text, &date) || !is_date(&date)) {
        return false;
    }
    text = take_fraction(text, ns);
    *unix_s = days_of(&date) * 86400 + date.hour * 3600 + date.minute * 60 + date.second;
    return strcmp(text, "Z") == 0 || strcmp(text, "+00:00") == 0;
}

struct bs_instant bs_wire_instant(struct bs_wire_reader *reader, const char *text)
{
    const int64_t bound = BS_INSTANT_MAX.ns / BS_NS_PER_S;
    int64_t unix_s = 0;
    int64_t ns = 0;
    bool is_good = bs_wire_unix_time(text, &unix_s, &ns);

    unix_s -= reader->context->epoch_s;
    if (!is_good || unix_s > bound || unix_s < -bound) {
        bs_wire_malformed(reader);
        return (struct bs_instant){0};
    }
    return (struct bs_instant){unix_s * BS_NS_PER_S + ns};
}
