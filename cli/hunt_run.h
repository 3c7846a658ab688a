/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_HUNT_RUN_H
#define BS_CLI_HUNT_RUN_H

/** One schedule of a hunt: written, read, run and judged. */

#include "cli/inputs.h"
#include "sim/hunt/schedule.h"

enum {
    BS_HUNT_WORD_MAX = 64,
    BS_HUNT_REASON_MAX = BS_ERROR_MESSAGE_MAX,
    BS_HUNT_INVARIANTS_MAX = 48,
    BS_HUNT_STATES_MAX = 16,
    BS_HUNT_TEXT_BYTES_MAX = 1024 * 1024,
};

/** How often something had which outcome, by name. */
struct bs_hunt_tally {
    char name[BS_HUNT_WORD_MAX];
    uint64_t passed;
    uint64_t failed;
    uint64_t unknown;
};

/** What runs come to, added up. */
struct bs_hunt_totals {
    uint64_t runs;
    uint64_t crashes;
    uint64_t decisions;
    struct bs_hunt_tally states[BS_HUNT_STATES_MAX]; /* `passed` counts executions that ended so. */
    size_t state_count;
    uint64_t risk_runs; /* In which a risk was accepted. */
    uint64_t risks;
    int64_t risk_split_ns; /* Split brain in those runs. */
    int64_t risk_split_ns_max;
    int64_t risk_writes;
    uint64_t bare_runs; /* Split brain without an accepted risk. */
    int64_t bare_split_ns;
    int64_t bare_writes;
    struct bs_hunt_tally invariants[BS_HUNT_INVARIANTS_MAX];
    size_t invariant_count;
};

/** What one run came to. */
struct bs_hunt_result {
    uint64_t points;
    char invariant[BS_HUNT_WORD_MAX]; /* The first that is broken; "" if none is. */
    char reason[BS_HUNT_REASON_MAX];
    char history_sha256[65]; /* Set if one is broken. */
};

struct bs_hunter {
    struct bs_hunt_base base;
    const char *path; /* Of the base. */
};

/**
 * Runs the schedule as it is now (with a crash only if its point is fixed) and judges it. `totals` may be
 * NULL. BS_ERR_INPUT if it makes no scenario, as when a fault that another comes after was taken away.
 */
enum bs_status bs_hunt_run(const struct bs_hunter *hunter, const struct bs_hunt_schedule *schedule,
                           struct bs_hunt_totals *totals, struct bs_hunt_result *result,
                           struct bs_error *error);

/** As above from a file that has been written. */
enum bs_status bs_hunt_run_file(const char *path, const struct bs_hunt_schedule *schedule,
                                struct bs_hunt_result *result, struct bs_error *error);

/** Adds `part` to `totals`. */
void bs_hunt_add(struct bs_hunt_totals *totals, const struct bs_hunt_totals *part);

#endif
