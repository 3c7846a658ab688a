/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CLOCK_H
#define BS_MOCKS_CLOCK_H

/**
 * A simulation's clock that runs along with a steady one: an anchor plus speed times what has passed.
 *
 * It knows no clock of its own; whoever asks says what the steady one shows. At the last instant of a run
 * (base/time.h) it stands still.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/time.h"

enum { BS_CLOCK_REAL_TIME = 1000, BS_CLOCK_SPEED_MAX = 100000 * 1000 };

struct bs_clock {
    int64_t anchor_ns;         /* Of the steady clock, .. */
    struct bs_instant anchor;  /* .. when this was the time. */
    int64_t speed_thousandths; /* BS_CLOCK_REAL_TIME: as fast as the steady clock. */
    bool is_paused;
};

struct bs_instant bs_clock_now(const struct bs_clock *clock, int64_t steady_ns);

/** Goes on from now on as told. */
void bs_clock_set(struct bs_clock *clock, int64_t steady_ns, int64_t speed_thousandths,
                  bool is_paused);

/** Jumps ahead. `by` is not negative. */
void bs_clock_advance(struct bs_clock *clock, int64_t steady_ns, struct bs_duration by);

/** Reads "1", "0.5", "60x": more than 0, at most 100000, at most 3 digits after the point. */
bool bs_clock_parse_speed(const char *text, int64_t *speed_thousandths);

#endif
