/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_ALARM_H
#define BS_SIM_WORLD_ALARM_H

/**
 * CloudWatch: alarms on a load balancer's errors, and the metrics that steps read.
 *
 * A period's data point is the time-weighted share of errors that clients met at the load balancer; a period
 * in which nothing could be measured has none. Data points arrive late (fact A18), in order; when one does,
 * the alarm looks at the last N and is in ALARM when M of them breach, missing ones as configured (A16, A17).
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/stream.h"
#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"

struct bs_world;

enum { BS_ALARM_PERIODS_MAX = 100 };

enum bs_datapoint {
    BS_DATAPOINT_NONE, /* Before the first period. */
    BS_DATAPOINT_OK,
    BS_DATAPOINT_BREACHING,
    BS_DATAPOINT_MISSING,
};

struct bs_alarm_state {
    const struct bs_monitor *monitor;
    enum bs_resource_state state;
    /* The running period's sums, up to `seen`. */
    struct bs_instant seen;
    int64_t bad_ns;
    int64_t missing_ns;
    uint64_t period;                      /* Its number. */
    struct bs_instant last_delivery;      /* Data points do not overtake each other. */
    uint8_t points[BS_ALARM_PERIODS_MAX]; /* enum bs_datapoint, newest first; as delivered. */
    struct bs_stream delivery;
};

struct bs_alarm_set {
    struct bs_alarm_state *alarms; /* One per monitor of the scenario, unused where it is none. */
};

enum bs_status bs_alarms_new(struct bs_world *world);
void bs_alarms_start(struct bs_world *world);

/** Adds the time up to now to the running periods, under the state as it stands. */
void bs_alarms_settle(struct bs_world *world);

/**
 * Whether what is added does not depend on how the time is cut: no share of a stretch is rounded as things
 * are. A world that is settled at fewer instants then comes to the same.
 */
bool bs_alarms_are_even(const struct bs_world *world);

/** The API. */
void bs_alarm_describe(struct bs_world *world, const struct bs_call_request *request,
                       struct bs_call_answer *answer);
void bs_metric_get(struct bs_world *world, const struct bs_call_request *request,
                   struct bs_call_answer *answer);

#endif
