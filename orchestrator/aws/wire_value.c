/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Values in answers: numbers, times, words. */

#include <errno.h>
#include <stdio.h>
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
    const double bound = (double)(BS_DURATION_MAX.ns / BS_NS_PER_S);
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
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
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
    return date->year >= 1970 && date->year <= 9999 && date->month >= 1 && date->month <= 12 &&
           date->day >= 1 && date->day <= 31 && date->hour >= 0 && date->hour <= 23 &&
           date->minute >= 0 && date->minute <= 59 && date->second >= 0 && date->second <= 60;
}

bool bs_wire_unix_time(const char *text, int64_t *unix_s, int64_t *ns)
{
    struct calendar date = {0};
    int length = 0;
    const char *zone;

    if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d%n", &date.year, &date.month, &date.day, &date.hour,
               &date.minute, &date.second, &length) != 6 ||
        !is_date(&date)) {
        return false;
    }
    zone = take_fraction(text + length, ns);
    *unix_s = days_of(&date) * 86400 + date.hour * 3600 + date.minute * 60 + date.second;
    return strcmp(zone, "Z") == 0 || strcmp(zone, "+00:00") == 0;
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
