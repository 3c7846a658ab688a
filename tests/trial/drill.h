/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_TRIAL_DRILL_H
#define BS_TESTS_TRIAL_DRILL_H

/**
 * The flagship scenario with changes, run and judged: what the tests of whole trials share.
 *
 * Every function fails the running test if something goes wrong that the test is not about, with the
 * command that shows it.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/history.h"
#include "orchestrator/plan/plan_load.h"
#include "reports/report.h"
#include "sim/scenario/scenario.h"
#include "sim/trial/trial.h"

enum { DRILL_CHANGES_MAX = 32 };

struct drill {
    struct bs_override changes[DRILL_CHANGES_MAX]; /* Borrowed texts. */
    size_t change_count;
    struct bs_scenario *scenario;
    struct bs_loaded_plan *plan;
};

/** `value` is YAML and stands where `path` says, as with --set. */
#define DRILL_CHANGE(path, value) ((struct bs_override){(path), (value)})

/** Loads the flagship and its plan with the changes applied. */
void drill_load(struct drill *drill, const struct bs_override *changes, size_t count);

/** drill_load() with the changes written in place. */
#define DRILL_LOAD(drill, ...)                                     \
    drill_load((drill), (const struct bs_override[]){__VA_ARGS__}, \
               sizeof((const struct bs_override[]){__VA_ARGS__}) / sizeof(struct bs_override))

void drill_clean_up(struct drill *drill);

/** The history is the caller's. */
struct bs_history *drill_run(const struct drill *drill, uint64_t seed, enum bs_detail detail,
                             enum bs_event_list_kind list_kind);

/** One run judged; initialise with drill_judge(). */
struct drill_result {
    struct bs_history *history;
    struct bs_report *report;
};

/** Runs with skipping, and builds the report. */
void drill_judge(const struct drill *drill, uint64_t seed, struct drill_result *result);
void drill_result_clean_up(struct drill_result *result);

/** The command that runs the drill again, in a buffer that the next call overwrites. */
const char *drill_command(const struct drill *drill, uint64_t seed);

/** How many records of a kind there are. */
size_t drill_count(const struct bs_history *history, enum bs_record_kind kind);

/**
 * The next record of a kind, from index `*from` on, whose text `field` is `value` (all, if `field` is NULL);
 * NULL if there is none. `*from` then stands behind it.
 */
const struct bs_record *drill_next(const struct bs_history *history, size_t *from,
                                   enum bs_record_kind kind, const char *field, const char *value);

#endif
