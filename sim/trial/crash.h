/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_TRIAL_CRASH_H
#define BS_SIM_TRIAL_CRASH_H

/**
 * Where an orchestrator may die, and killing it there.
 *
 * A run passes its points in order: each append to the journal gives two, each call and each answer one.
 * Counted from 1, the number of a point is the same in every run of the same inputs up to the crash, so
 * "die at point n" names an instant within the runner's own code. Dying means: the runner never returns from
 * where it is, its memory is gone, answers under way find nobody; the journal and the world remain.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "base/time.h"

enum bs_crash_moment {
    BS_CRASH_BEFORE_APPEND, /* The entry is not in the journal. */
    BS_CRASH_AFTER_APPEND,  /* It is, and nothing has come of it. */
    BS_CRASH_AFTER_SEND,    /* The call has left; it will be applied without its caller. */
    BS_CRASH_BEFORE_ANSWER, /* It has been applied; its answer finds nobody. */
    BS_CRASH_MOMENT_COUNT,
};

/** "before append", .. */
const char *bs_crash_moment_name(enum bs_crash_moment moment);

#define BS_CRASH_STEP_WATCHING UINT32_MAX

/** A point that has been passed. */
struct bs_crash_point {
    enum bs_crash_moment moment;
    uint32_t step; /* Index into the plan's steps, or BS_CRASH_STEP_WATCHING. */
    struct bs_instant at;
    /*
     * Since the point before, at the same instant, nothing was journaled, sent or recorded: to die here is to
     * die there.
     */
    bool is_same;
};

/** What a trial is asked to do about crashes, and what it tells. */
struct bs_crash_request {
    uint64_t at_point; /* 0: never; the points are counted all the same. */
    /*
     * If set, asked at each point, instead of looking at `at_point`, whether it dies there. `self` is its
     * first argument.
     */
    bool (*dies)(void *self, uint64_t number, const struct bs_crash_point *point);
    void *self;
    struct bs_duration downtime; /* Until the orchestrator is started again. */
    bool starts_another;      /* A second one, knowing nothing, is started where the first died. */
    struct bs_duration clock; /* How far its clock is ahead. */

    uint64_t points;             /* [out] How many points the run passed. */
    bool has_crashed;            /* [out] */
    bool has_resumed;            /* [out] The journal was accepted. */
    struct bs_error refusal;     /* [out] Why not. */
    struct bs_crash_point point; /* [out] Where it died. */
};

#endif
