/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_HUNT_DRAWS_H
#define BS_SIM_HUNT_DRAWS_H

/** The parts of a schedule, each drawn by dice of its own: inside this folder only. */

#include "sim/hunt/dice.h"
#include "sim/hunt/schedule.h"

struct bs_drawing {
    const struct bs_hunt_base *base;
    struct bs_hunt_schedule *schedule;
    struct bs_dice dice;
    struct bs_buffer text; /* What is being written. */
    int64_t focus_s;    /* Around then most things happen: the base's first fault, or early on. */
    int64_t duration_s; /* Of the schedule. */
    const char *focus_fault; /* The fault of the base that was kept first, or NULL. */
    enum bs_status status;   /* BS_ERR_MEMORY or BS_ERR_LIMIT once a piece did not fit. */
};

/** Makes a piece of what `text` holds and empties it. `section` and `key` are literals or the base's own. */
void bs_drawing_add(struct bs_drawing *drawing, const char *section, const char *id,
                    const char *key);

/** An instant of the run in seconds, most of them around the focus. */
int64_t bs_drawing_instant_s(struct bs_drawing *drawing);

/** The base's own items of a list, each kept with that chance; true if the first one was. */
bool bs_drawing_keep(struct bs_drawing *drawing, const char *section, int64_t percent);

void bs_draw_faults(struct bs_drawing *drawing);
void bs_draw_orders(struct bs_drawing *drawing);
void bs_draw_orchestrators(struct bs_drawing *drawing);
/** The duration; before all others, which go by it. */
void bs_draw_duration(struct bs_drawing *drawing);
void bs_draw_knobs(struct bs_drawing *drawing);

#endif
