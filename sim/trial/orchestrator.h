/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_TRIAL_ORCHESTRATOR_H
#define BS_SIM_TRIAL_ORCHESTRATOR_H

/**
 * One orchestrator in a simulated world: a runner with its journal, its calls, its timer and its clock.
 *
 * It may die where a crash request says, and is started again on what its journal holds. Inside sim/trial
 * only.
 */

#include "base/history.h"
#include "base/status.h"
#include "orchestrator/runner/ports.h"
#include "sim/trial/trial.h"
#include "sim/world/world.h"

struct bs_orchestrator;

struct bs_orchestrator_options {
    const struct bs_trial_options *trial;
    struct bs_simulation *simulation;
    struct bs_world *world;
    struct bs_history *history;
    uint32_t number;                       /* From 1, unique in the run. */
    int32_t home;                          /* The Region that it runs in. */
    struct bs_duration clock;              /* How far its clock is ahead of the world's. */
    const struct bs_journal_port *journal; /* NULL: one in memory. */
    struct bs_crash_request *crash;        /* NULL: it lives. */
    void (*bereaved)(void *self);          /* Called when it has died; may be NULL. */
    void *self;
};

/** NULL if the allocator says no. */
struct bs_orchestrator *bs_orchestrator_new(const struct bs_orchestrator_options *options);
void bs_orchestrator_destroy(struct bs_orchestrator *orchestrator);

/** Starts it now. */
void bs_orchestrator_start(struct bs_orchestrator *orchestrator);

/** BS_OK, or what its journal said when it could not be written. */
enum bs_status bs_orchestrator_status(const struct bs_orchestrator *orchestrator);

#endif
