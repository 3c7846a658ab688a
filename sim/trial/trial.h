/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_TRIAL_TRIAL_H
#define BS_SIM_TRIAL_TRIAL_H

/**
 * One run: a scenario's world and, if there is a plan, the orchestrator acting on it in virtual time.
 *
 * The history is a function of (scenario, plan, seed, trial, version); the options that concern cost only
 * (detail, event list, journal) do not show in it.
 */

#include <stdint.h>

#include "base/history.h"
#include "base/status.h"
#include "orchestrator/plan/bindings.h"
#include "orchestrator/plan/plan_load.h"
#include "orchestrator/runner/ports.h"
#include "sim/engine/simulation.h"
#include "sim/scenario/scenario.h"
#include "sim/trial/crash.h"
#include "sim/world/world.h"

/** The project's version, as histories and reports name it. */
extern const char bs_version[];

/**
 * Who carries the orchestrator's calls to the world and their answers back, where they are not to go
 * straight: over a network, say. What becomes of a call is the world's all the same.
 */
struct bs_trial_carrier {
    void *self; /* The functions' first argument. */
    /* Called once, before anything happens in the world, which lives until `close`. */
    enum bs_status (*open)(void *self, struct bs_world *world, struct bs_simulation *simulation,
                           struct bs_error *error);
    /* As bs_world_call(). */
    void (*call)(void *self, uint64_t call, const struct bs_call_request *request,
                 int32_t from_region, bs_world_answer_fn *answer, void *answered);
    /* Called once if `open` went well. What went wrong on the way makes the run an error. */
    enum bs_status (*close)(void *self, struct bs_error *error);
};

/**
 * Memory that many trials use one after another, as one allocator call for all of them would give it: it
 * shows in nothing but time. Of one thread at a time.
 */
struct bs_trial_workspace;

/** NULL if the allocator says no. */
struct bs_trial_workspace *bs_trial_workspace_new(void);
void bs_trial_workspace_destroy(struct bs_trial_workspace *workspace);

struct bs_trial_options {
    const struct bs_scenario *scenario;
    const struct bs_loaded_plan *plan; /* NULL: nobody acts. */
    uint64_t seed;
    uint64_t trial;
    enum bs_detail detail;
    enum bs_event_list_kind list_kind;
    struct bs_crash_request *crash;        /* NULL: the orchestrator lives. */
    const struct bs_journal_port *journal; /* Empty, and the orchestrator's; NULL: one in memory. */
    const struct bs_trial_carrier *carrier; /* NULL: calls go straight. */
    /* NULL: memory of its own. Else the history is the workspace's, and lives until its next trial. */
    struct bs_trial_workspace *workspace;
};

/** Appends what a history begins with: RUN, OBJECTIVE, EXPECT, RESOURCE, REPLICATION. `plan` may be NULL. */
void bs_trial_describe(const struct bs_scenario *scenario, const struct bs_loaded_plan *plan,
                       uint64_t seed, struct bs_history *history);

/** More events than this in one run mean a world that runs away. */
#define BS_TRIAL_EVENTS_MAX UINT64_C(4000000000)

/**
 * Runs to the scenario's end. On success the caller owns `*history`, unless it is a workspace's. A run that
 * hits the event bound is a success whose history ends with the reason; `events` (may be NULL) is the number
 * of events run.
 */
enum bs_status bs_trial_run(const struct bs_trial_options *options, struct bs_history **history,
                            uint64_t *events, struct bs_error *error);

/** What a plan may name in this scenario; the arrays live as long as the scenario. BS_ERR_MEMORY. */
enum bs_status bs_trial_bindings(struct bs_scenario *scenario, struct bs_bindings *bindings);

#endif
