/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_HUNT_SHRINK_H
#define BS_SIM_HUNT_SHRINK_H

/** From a schedule that breaks something to a small one that still does. */

#include "sim/hunt/schedule.h"

struct bs_hunt_shrink {
    /** Whether the schedule, as it is now, still breaks what the first one broke. */
    bool (*breaks)(void *self, const struct bs_hunt_schedule *schedule);
    void *self;
    uint32_t tries_max;
    uint32_t tries; /* [out] How often it was asked. */
};

/**
 * Takes away the crash and one piece after the other, then single words of faults, then rounds their times,
 * as long as `breaks` says so; over and over until nothing more goes or it was asked `tries_max` times. The
 * schedule is changed in place and is in the end one for which `breaks` said yes, or as it was.
 */
void bs_hunt_shrink(struct bs_hunt_shrink *shrink, struct bs_hunt_schedule *schedule);

#endif
