/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_TORTURE_RUN_H
#define BS_CLI_TORTURE_RUN_H

/** Killing the orchestrator at the points of a run, one after the other, and judging what becomes of it. */

#include "base/buffer.h"
#include "cli/inputs.h"
#include "sim/trial/crash.h"

enum bs_torture_fate {
    BS_TORTURE_RESUMED,   /* The workflow ended, or none was called for. */
    BS_TORTURE_SAFE_STOP, /* It stands still, with a reason. */
    BS_TORTURE_VIOLATED,  /* An invariant or expectation broke, or the run died. */
    BS_TORTURE_FATE_COUNT,
};

/** "resumed", "safe_stop", "violated". */
const char *bs_torture_fate_name(enum bs_torture_fate fate);

enum { BS_TORTURE_REASON_MAX = 160 };

/** A point, and what came of dying there. */
struct bs_torture_try {
    uint64_t number;
    struct bs_crash_point point;
    enum bs_torture_fate fate;
    char reason[BS_TORTURE_REASON_MAX]; /* "" if it resumed. */
};

struct bs_torture_options {
    const struct bs_inputs *inputs; /* Borrowed. */
    uint64_t seed;
    uint64_t every; /* From point 1 on, each so many; at least 1. */
    uint64_t jobs;  /* Processes at once; 0: one for each processor. */
    struct bs_duration downtime;
    bool starts_another; /* As in a crash request. */
    bool shows_progress; /* On standard error, if that is a terminal. */
    const char
        *folder; /* For one point: where to write cards, history and inputs; NULL: nowhere. */
};

/** All that was tried. */
struct bs_torture {
    uint64_t points; /* Of a run without a crash. */
    struct bs_torture_try *tries;
    uint64_t count;
    uint64_t
        runs; /* Made for them: fewer, if all points are tried, since some are the same death. */
    uint64_t size_bytes; /* Of the memory behind `tries`. */
};

/**
 * Tries the points. Each worker, a process, runs the scenario once, and at each of its points forks a child
 * in which the orchestrator dies, so that nothing before that point is simulated twice, and a run that
 * fails an assertion is one violation, not the end of the campaign. A point at which dying is the same as
 * at the one before (sim/trial/crash.h) shares its run if both are tried. To be cleaned up after BS_OK alone.
 * BS_ERR_LIMIT if there are too many points, BS_ERR_MEMORY, BS_ERR_IO if no process can be had.
 */
enum bs_status bs_torture_run(const struct bs_torture_options *options, struct bs_torture *torture,
                              struct bs_error *error);

void bs_torture_clean_up(struct bs_torture *torture);

/**
 * Tries one point, `try->number`, in this process, and appends the run's report card to `card`. BS_ERR_INPUT
 * if the run has no such point.
 */
enum bs_status bs_torture_try_one(const struct bs_torture_options *options, const char *path,
                                  struct bs_torture_try *try, struct bs_buffer *card,
                                  struct bs_error *error);

#endif
