/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** An alarm's state after each data point, against the rule written plainly: M of the last N (A16, A17). */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/stream.h"
#include "tests/world/estate.h"

enum {
    PERIODS = 16,
    PERIOD_S = 10,
    PATTERNS = 12,
    TEXT_MAX = 8192,
};

#define ESTATE                                                                          \
    "blackstart: scenario/1\nname: alarmed\nduration: 10m\n"                            \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"               \
    "resources: {app: {kind: ecs_service, region: primary}, "                           \
    "lb: {kind: alb, region: primary, targets: app}}\n"                                 \
    "alarms: {errors: {metric: 5xx of lb, region: standby, period: 10s, of: [%d, %d], " \
    "above: 5%%, missing: %s, delivery: 0s}}\n"                                         \
    "dns: {}\nresolvers: {}\nclients: {}\nfaults: %.*s\n"

static const char *const missing_names[] = {"breaching", "notBreaching", "ignore", "missing"};

/* One fault per period that is not as it should be: tasks gone (all answers are errors), or no answer. */
static void write_faults(const enum bs_datapoint points[PERIODS], struct bs_buffer *text)
{
    const char *separator = "[";

    for (int i = 0; i < PERIODS; i++) {
        if (points[i] != BS_DATAPOINT_OK) {
            bs_buffer_format(text, "%s{name: f%d, at: %ds, for: 10s, %s}", separator, i,
                             i * PERIOD_S,
                             points[i] == BS_DATAPOINT_BREACHING
                                 ? "data_plane_loss: {region: primary, services: [ecs]}"
                                 : "region_loss: primary");
            separator = ", ";
        }
    }
    bs_buffer_text(text, separator[0] == '[' ? "[]" : "]");
}

/* The rule, over the points up to and including `last`. */
static enum bs_resource_state expected_state(const enum bs_datapoint points[PERIODS], int last,
                                             int breaching_needed, int periods, size_t missing,
                                             enum bs_resource_state before)
{
    int breaching = 0;
    int found = 0;

    for (int i = last; i > last - periods && i >= 0; i--) {
        const bool is_missing = points[i] == BS_DATAPOINT_MISSING;

        breaching +=
            points[i] == BS_DATAPOINT_BREACHING || (is_missing && missing == BS_MISSING_BREACHING)
                ? 1
                : 0;
        found +=
            !is_missing || missing == BS_MISSING_BREACHING || missing == BS_MISSING_NOT_BREACHING
                ? 1
                : 0;
    }
    if (found == 0) {
        return missing == BS_MISSING_IGNORE ? before : BS_STATE_INSUFFICIENT_DATA;
    }
    return breaching >= breaching_needed ? BS_STATE_ALARM : BS_STATE_OK;
}

static void check_pattern(const enum bs_datapoint points[PERIODS], int breaching_needed,
                          int periods, size_t missing)
{
    enum bs_resource_state expected = BS_STATE_OK;
    char text[TEXT_MAX];
    struct bs_buffer faults;
    struct bs_scenario *scenario;
    struct estate estate;

    bs_buffer_init(&faults, TEXT_MAX);
    write_faults(points, &faults);
    assert_true(snprintf(text, sizeof(text), ESTATE, breaching_needed, periods,
                         missing_names[missing], (int)faults.length, faults.bytes) < TEXT_MAX);
    bs_buffer_clean_up(&faults);
    scenario = estate_scenario(text);
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    for (int i = 0; i < PERIODS; i++) {
        expected = expected_state(points, i, breaching_needed, periods, missing, expected);
        /* A point that arrives in the instant of the one before it would come a nanosecond later. */
        estate_run(&estate, (struct bs_instant){(i + 1) * PERIOD_S * BS_NS_PER_S + 1});
        if (estate.world->alarms.alarms[0].state != expected) {
            fail_msg("%d of %d, missing %s: %s after point %d, not %s\n%s", breaching_needed,
                     periods, missing_names[missing],
                     bs_resource_state_name(estate.world->alarms.alarms[0].state), i,
                     bs_resource_state_name(expected), text);
        }
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void an_alarm_goes_by_m_of_the_last_n(void **state)
{
    static const enum bs_datapoint kinds[] = {BS_DATAPOINT_OK, BS_DATAPOINT_BREACHING,
                                              BS_DATAPOINT_MISSING};
    struct bs_stream stream = bs_stream_open((struct bs_stream_root){0}, "test", "pattern");
    uint64_t draws = 0;

    (void)state;
    for (int pattern = 0; pattern < PATTERNS; pattern++) {
        enum bs_datapoint points[PERIODS];

        for (int i = 0; i < PERIODS; i++) {
            points[i] = kinds[bs_bits_below(bs_stream_at(&stream, draws++), 3)];
        }
        for (size_t missing = 0; missing < 4; missing++) {
            for (int periods = 1; periods <= 4; periods++) {
                for (int needed = 1; needed <= periods; needed++) {
                    check_pattern(points, needed, periods, missing);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_alarm_goes_by_m_of_the_last_n),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
