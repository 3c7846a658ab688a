/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_HUNT_SCHEDULE_H
#define BS_SIM_HUNT_SCHEDULE_H

/**
 * A random schedule of faults: what a hunt adds to and changes in a scenario.
 *
 * Schedule `number` is a function of (base scenario and plan, seed, number). It is a list of pieces, each of
 * which may be taken away by itself, and is written as a scenario file that extends the base: what is found
 * with it can be kept and run again. It may also ask for the orchestrator's death at a point of the run.
 */

#include "base/arena.h"
#include "base/buffer.h"
#include "orchestrator/core/plan.h"
#include "sim/scenario/scenario.h"

enum { BS_HUNT_PIECES_MAX = 96 };

/** What schedules are drawn for; all borrowed. */
struct bs_hunt_base {
    const struct bs_scenario *scenario;
    const struct bs_plan *plan; /* NULL: nobody acts, nobody is ordered about, nobody dies. */
    const char *extends;        /* The base's path as the schedules' files name it. */
    uint64_t seed;
};

/**
 * A line of the file: an item of a list (`faults`: `value` alone), a value of the file (`duration`), or one
 * of a section's members (`resources`, "orders-dr", "lag").
 */
struct bs_hunt_piece {
    const char *section;
    const char *id;  /* NULL: an item of a list, or a value of the file. */
    const char *key; /* NULL likewise. */
    const char *value;
};

/** The death of the first orchestrator. */
struct bs_hunt_crash {
    bool is_wanted;
    uint64_t bits;  /* Uniform: which of the points, once it is known how many there are. */
    uint64_t point; /* That one; 0: not known yet. */
    struct bs_duration downtime;
    bool starts_another;
};

struct bs_hunt_schedule {
    uint64_t number;
    uint64_t run_seed; /* Of the run, as --seed takes it. */
    struct bs_hunt_crash crash;
    struct bs_hunt_piece pieces[BS_HUNT_PIECES_MAX]; /* A list's items stand in order. */
    size_t piece_count;
    struct bs_arena arena; /* Holds the texts. */
};

/** On success the caller owns `*schedule`. BS_ERR_MEMORY; BS_ERR_LIMIT if the base has too many pieces. */
enum bs_status bs_hunt_draw(const struct bs_hunt_base *base, uint64_t number,
                            struct bs_hunt_schedule **schedule, struct bs_error *error);
void bs_hunt_schedule_destroy(struct bs_hunt_schedule *schedule);

/** The scenario file. `about` (one line) says what it is for. */
void bs_hunt_write(const struct bs_hunt_base *base, const struct bs_hunt_schedule *schedule,
                   const char *about, struct bs_buffer *buffer);

/** Fixes the point of the crash, of so many that the run without it has. */
void bs_hunt_choose_point(struct bs_hunt_schedule *schedule, uint64_t points);

#endif
