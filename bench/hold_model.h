/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#ifndef BS_BENCH_HOLD_MODEL_H
#define BS_BENCH_HOLD_MODEL_H

/**
 * The hold model: N events are pending; each, when it runs, schedules its successor. Measures the whole
 * path: pop, callback, draw, schedule.
 */

#include <stdint.h>

#include "sim/engine/simulation.h"

enum bs_hold_increments {
    BS_HOLD_EXPONENTIAL, /* From a table of quantiles, so that drawing costs little. */
    BS_HOLD_CONSTANT,    /* One of four delays. */
};

/** Events per second of CPU time, after two rounds that warm up. */
double bs_hold_rate(enum bs_hold_increments increments, enum bs_event_list_kind list_kind,
                    uint32_t pending, uint64_t events);

/** The reference: exponential increments on the heap at a thousand pending; a median. */
double bs_hold_reference(void);

#endif
