/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_HEALTH_CHECK_H
#define BS_SIM_WORLD_HEALTH_CHECK_H

/**
 * Route 53 health checks: checkers in many Regions, each with its own phase, and the 18 % rule.
 *
 * Probe k of a checker lies at (k + U) x interval. A checker changes its mind after `failures` results in a
 * row against it, when the last of them is known: 4 s after a probe that hangs (fact A04), at once otherwise.
 * The check is healthy while more than 18 % of its checkers say so (fact A03).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/stream.h"
#include "orchestrator/calls/calls.h"
#include "sim/engine/simulation.h"
#include "sim/scenario/scenario.h"

struct bs_world;

struct bs_checker {
    int64_t phase_ns;
    uint64_t next_probe; /* The first not yet made. */
    int64_t against;     /* Results in a row against what it says. */
    bool is_healthy;
    struct bs_event_id change; /* Scheduled for when it will change its mind. */
    struct bs_instant change_at;
    uint64_t change_count; /* Changes of mind ever scheduled. */
    struct bs_event_id probe;
    struct bs_stream result; /* Value k: whether a gray failure lets probe k through. */
    uint64_t hash;
};

struct bs_health_check_state {
    const struct bs_monitor *monitor;
    struct bs_checker *checkers;
    int64_t healthy_count;
    bool is_healthy;
    bool is_drawn; /* The health path answers a share of the probes only: each is drawn. */
};

struct bs_health_check_set {
    struct bs_health_check_state
        *checks; /* One per monitor of the scenario, unused where it is none. */
};

enum bs_status bs_health_checks_new(struct bs_world *world);
void bs_health_checks_start(struct bs_world *world);

/** Makes the probes up to now, under the state as it stands. */
void bs_health_checks_settle(struct bs_world *world);

/** After a change: when checkers will change their minds if nothing else happens. */
void bs_health_checks_refresh(struct bs_world *world);

/** The API. */
void bs_health_check_status(struct bs_world *world, const struct bs_call_request *request,
                            struct bs_call_answer *answer);

#endif
