/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/trial/trial.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/assert.h"
#include "sim/trial/orchestrator.h"
#include "sim/trial/posture.h"

enum {
    PENDING_EVENTS_MAX = 8 * 1024 * 1024,
    ORCHESTRATORS_MAX = BS_SCENARIO_ORCHESTRATORS_MAX + 2, /* The first, and one for a crash. */
};

const char bs_version[] = BS_VERSION;

/* Everything one run needs. */
struct trial {
    const struct bs_trial_options *options;
    struct bs_simulation *simulation;
    struct bs_world *world;
    struct bs_history *history;
    struct bs_orchestrator *orchestrators[ORCHESTRATORS_MAX];
    uint32_t orchestrator_count;
    int32_t home; /* The Region that orchestrators run in. */
    bool has_no_memory;
    bool is_carrier_open;
};

/* ---- Orchestrators ---- */

static void start_another(void *self);

static struct bs_orchestrator *add_orchestrator(struct trial *trial, struct bs_duration clock)
{
    const bool is_first = trial->orchestrator_count == 0;
    const struct bs_orchestrator_options options = {
        .trial = trial->options,
        .simulation = trial->simulation,
        .world = trial->world,
        .history = trial->history,
        .number = trial->orchestrator_count + 1,
        .home = trial->home,
        .clock = clock,
        .journal = is_first ? trial->options->journal : NULL,
        .crash = is_first ? trial->options->crash : NULL,
        .bereaved = start_another,
        .self = trial,
    };
    struct bs_orchestrator *made;

    BS_ASSERT(trial->orchestrator_count < ORCHESTRATORS_MAX);
    made = bs_orchestrator_new(&options);
    trial->has_no_memory = trial->has_no_memory || made == NULL;
    if (made != NULL) {
        trial->orchestrators[trial->orchestrator_count++] = made;
    }
    return made;
}

/* The first has died: the crash request may want another one in its place, whatever becomes of the first. */
static void start_another(void *self)
{
    struct trial *trial = self;
    struct bs_orchestrator *another;

    if (!trial->options->crash->starts_another) {
        return;
    }
    another = add_orchestrator(trial, trial->options->crash->clock);
    if (another != NULL) {
        bs_orchestrator_start(another);
    }
}

static void start_due(void *subject, uint64_t argument)
{
    (void)argument;
    bs_orchestrator_start(subject);
}

static void schedule_start(struct trial *trial, const struct bs_scenario_orchestrator *row)
{
    struct bs_orchestrator *made = add_orchestrator(trial, row->clock);
    const struct bs_event_key key = {{row->starts.ns},
                                     BS_PHASE_ORCHESTRATOR,
                                     bs_name_hash("orchestrator/start"),
                                     trial->orchestrator_count};

    if (made != NULL && row->starts.ns <= trial->options->scenario->duration.ns) {
        (void)bs_simulation_schedule(trial->simulation, &key, start_due, made, 0, NULL);
    }
}

static enum bs_status start_orchestrators(struct trial *trial, struct bs_error *error)
{
    const struct bs_scenario *scenario = trial->options->scenario;
    struct bs_orchestrator *first = add_orchestrator(trial, BS_SECONDS(0));

    for (size_t i = 0; i < scenario->orchestrator_count; i++) {
        schedule_start(trial, &scenario->orchestrators[i]);
    }
    if (trial->has_no_memory) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    bs_plan_describe(bs_loaded_plan_get(trial->options->plan), trial->history,
                     bs_simulation_now(trial->simulation));
    bs_orchestrator_start(first);
    return BS_OK;
}

/* ---- The run ---- */

void bs_trial_describe(const struct bs_scenario *scenario, const struct bs_loaded_plan *plan,
                       uint64_t seed_number, struct bs_history *history)
{
    const struct bs_scenario_objectives *objectives = &scenario->objectives;
    const struct bs_instant start = {0};
    char seed[24];

    (void)snprintf(seed, sizeof(seed), "%" PRIu64, seed_number);
    BS_APPEND(history, start, BS_RECORD_RUN, bs_text(scenario->name), bs_text(scenario->sha256),
              bs_text(plan != NULL ? bs_loaded_plan_get(plan)->name : NULL),
              bs_text(plan != NULL ? bs_loaded_plan_sha256(plan) : NULL), bs_text(seed),
              bs_text(bs_version), bs_at((struct bs_instant){scenario->duration.ns}));
    BS_APPEND(history, start, BS_RECORD_OBJECTIVE, bs_text(objectives->service),
              bs_span(objectives->rto), bs_ppb(objectives->success_ppb),
              bs_span(objectives->within), bs_span(objectives->hold),
              bs_text(bs_clock_names[objectives->clock]), bs_span(objectives->split_brain));
    for (size_t i = 0; i < scenario->expectation_count; i++) {
        BS_APPEND(history, start, BS_RECORD_EXPECT, bs_text(scenario->expectations[i].name),
                  bs_text(scenario->expectations[i].value));
    }
    bs_posture_describe(scenario, history);
}

static enum bs_status build(struct trial *trial, struct bs_error *error)
{
    const struct bs_simulation_options simulation = {
        .list_kind = trial->options->list_kind,
        .pending_max = PENDING_EVENTS_MAX,
        .event_count_max = BS_TRIAL_EVENTS_MAX,
    };
    struct bs_world_options world = {
        .scenario = trial->options->scenario,
        .root = {trial->options->seed, trial->options->trial},
        .detail = trial->options->detail,
    };

    trial->simulation = bs_simulation_new(&simulation);
    trial->history = bs_history_new(BS_HISTORY_BYTES_MAX);
    if (trial->simulation == NULL || trial->history == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    world.simulation = trial->simulation;
    world.history = trial->history;
    trial->home = bs_scenario_region(trial->options->scenario, "control");
    return bs_world_new(&world, &trial->world, error);
}

static enum bs_status open_carrier(struct trial *trial, struct bs_error *error)
{
    const struct bs_trial_carrier *carrier = trial->options->carrier;
    enum bs_status status = BS_OK;

    if (carrier != NULL) {
        status = carrier->open(carrier->self, trial->world, trial->simulation, error);
        trial->is_carrier_open = status == BS_OK;
    }
    return status;
}

/* A run that was cut short is evidence too: its history says so. */
static enum bs_status run_to_end(struct trial *trial, struct bs_error *error)
{
    enum bs_status status = bs_simulation_run(
        trial->simulation, (struct bs_instant){trial->options->scenario->duration.ns});

    if (status == BS_OK) {
        status = bs_world_status(trial->world);
    }
    if (status == BS_ERR_MEMORY || trial->has_no_memory) {
        return bs_error_set(error, status, NULL, "out of memory");
    }
    bs_world_finish(trial->world);
    BS_APPEND(trial->history, bs_simulation_now(trial->simulation), BS_RECORD_END,
              bs_text(status == BS_OK ? "horizon" : "event_limit"));
    return BS_OK;
}

enum bs_status bs_trial_run(const struct bs_trial_options *options, struct bs_history **history,
                            uint64_t *events, struct bs_error *error)
{
    struct trial trial = {.options = options};
    enum bs_status status = build(&trial, error);

    if (status == BS_OK) {
        status = open_carrier(&trial, error);
    }
    if (status == BS_OK) {
        bs_trial_describe(options->scenario, options->plan, options->seed, trial.history);
        bs_world_start(trial.world);
        status = options->plan != NULL ? start_orchestrators(&trial, error) : BS_OK;
    }
    if (status == BS_OK) {
        status = run_to_end(&trial, error);
    }
    for (uint32_t i = 0; i < trial.orchestrator_count; i++) {
        bs_orchestrator_destroy(trial.orchestrators[i]);
    }
    if (trial.is_carrier_open) {
        const enum bs_status closed = options->carrier->close(options->carrier->self, error);

        status = status == BS_OK ? closed : status;
    }
    if (status == BS_OK) {
        *history = trial.history;
        trial.history = NULL;
        if (events != NULL) {
            *events = bs_simulation_event_count(trial.simulation);
        }
    }
    bs_world_destroy(trial.world);
    bs_simulation_destroy(trial.simulation);
    bs_history_destroy(trial.history);
    return status;
}
