/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_MONITOR_H
#define BS_SIM_WORLD_MONITOR_H

/**
 * Monitors that say something else than what is true: faults of kind BS_FAULT_MONITOR.
 *
 * Health checks and alarms keep their own state meanwhile and report it again when the fault is over. A probe
 * is told by its request: vantage point, record and path, so a smoke test that asks the same thing from the
 * same place meets the same fault.
 */

#include <stdbool.h>

#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"

struct bs_world;

struct bs_monitor_set {
    enum bs_resource_state *reported; /* One per monitor: what the history says of it. */
};

enum bs_monitor_reply {
    BS_REPLY_TRUTH,  /* Whoever knows it answers. */
    BS_REPLY_FAULTY, /* The answer is written. */
    BS_REPLY_NONE,   /* Nobody answers. */
};

enum bs_status bs_monitors_new(struct bs_world *world);

/** What a monitor's fault makes of a request for its state. */
enum bs_monitor_reply bs_monitor_reply(const struct bs_world *world,
                                       const struct bs_call_request *request,
                                       struct bs_call_answer *answer);

/** A STATE record if the state that the monitor reports has changed. Probes have none. */
void bs_monitor_report(struct bs_world *world, const struct bs_monitor *monitor);

/** As above for all monitors that a fault is about. */
void bs_monitor_report_all(struct bs_world *world, const struct bs_fault *fault);

#endif
