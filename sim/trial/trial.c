/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/trial/trial.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/assert.h"
#include "base/stream.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/runner/journal_memory.h"
#include "orchestrator/runner/runner.h"

enum {
    PENDING_EVENTS_MAX = 8 * 1024 * 1024,
    JOURNAL_BYTES_MAX = 256 * 1024 * 1024,
};

const char bs_version[] = BS_VERSION;

/* Everything one run needs; the ports' `self`. */
struct trial {
    const struct bs_trial_options *options;
    struct bs_simulation *simulation;
    struct bs_world *world;
    struct bs_history *history;
    struct bs_journal_memory *journal;
    struct bs_runner *runner;
    int32_t home; /* The Region that the orchestrator runs in. */
    struct bs_event_id timer;
    uint64_t timer_count;
};

static void deliver_answer(void *self, uint64_t call, const struct bs_call_answer *answer)
{
    struct trial *trial = self;

    bs_runner_answer(trial->runner, bs_simulation_now(trial->simulation), call, answer);
}

/* The core keeps the deadline itself. */
static void send_call(void *self, uint64_t call, const struct bs_call_request *request,
                      struct bs_instant deadline)
{
    struct trial *trial = self;

    (void)deadline;
    bs_world_call(trial->world, call, request, trial->home, deliver_answer, trial);
}

static void timer_due(void *subject, uint64_t argument)
{
    struct trial *trial = subject;

    (void)argument;
    trial->timer = (struct bs_event_id){0};
    bs_runner_timer(trial->runner, bs_simulation_now(trial->simulation));
}

static void set_timer(void *self, struct bs_instant at)
{
    struct trial *trial = self;
    const struct bs_event_key key = {at, BS_PHASE_ORCHESTRATOR, bs_name_hash("orchestrator/timer"),
                                     trial->timer_count++};

    (void)bs_simulation_cancel(trial->simulation, trial->timer);
    trial->timer = (struct bs_event_id){0};
    if (at.ns <= trial->options->scenario->duration.ns) {
        (void)bs_simulation_schedule(trial->simulation, &key, timer_due, trial, 0, &trial->timer);
    }
}

static enum bs_status start_runner(struct trial *trial, struct bs_error *error)
{
    const struct bs_stream_root root = {trial->options->seed, trial->options->trial};
    struct bs_stream jitter = bs_stream_open(root, "orchestrator", "jitter");
    struct bs_runner_options options = {
        .plan = bs_loaded_plan_get(trial->options->plan),
        .history = trial->history,
        .seed_high = bs_stream_at(&jitter, 0),
        .seed_low = bs_stream_at(&jitter, 1),
        .calls = {trial, send_call},
        .timer = {trial, set_timer},
    };

    trial->journal = bs_journal_memory_new(JOURNAL_BYTES_MAX);
    if (trial->journal == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    options.journal = bs_journal_memory_port(trial->journal);
    trial->runner = bs_runner_new(&options);
    if (trial->runner == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    bs_plan_describe(options.plan, trial->history, bs_simulation_now(trial->simulation));
    bs_runner_start(trial->runner, bs_simulation_now(trial->simulation));
    return BS_OK;
}

static void describe_run(const struct trial *trial)
{
    const struct bs_scenario *scenario = trial->options->scenario;
    const struct bs_scenario_objectives *objectives = &scenario->objectives;
    const struct bs_loaded_plan *plan = trial->options->plan;
    const struct bs_instant start = {0};
    char seed[24];

    (void)snprintf(seed, sizeof(seed), "%" PRIu64, trial->options->seed);
    BS_APPEND(trial->history, start, BS_RECORD_RUN, bs_text(scenario->name),
              bs_text(scenario->sha256),
              bs_text(plan != NULL ? bs_loaded_plan_get(plan)->name : NULL),
              bs_text(plan != NULL ? bs_loaded_plan_sha256(plan) : NULL), bs_text(seed),
              bs_text(bs_version), bs_at((struct bs_instant){scenario->duration.ns}));
    BS_APPEND(trial->history, start, BS_RECORD_OBJECTIVE, bs_text(objectives->service),
              bs_span(objectives->rto), bs_ppb(objectives->success_ppb),
              bs_span(objectives->within), bs_span(objectives->hold),
              bs_text(bs_clock_names[objectives->clock]), bs_span(objectives->split_brain));
    for (size_t i = 0; i < scenario->expectation_count; i++) {
        BS_APPEND(trial->history, start, BS_RECORD_EXPECT, bs_text(scenario->expectations[i].name),
                  bs_text(scenario->expectations[i].value));
    }
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

/* A run that was cut short is evidence too: its history says so. */
static enum bs_status run_to_end(struct trial *trial, struct bs_error *error)
{
    enum bs_status status = bs_simulation_run(
        trial->simulation, (struct bs_instant){trial->options->scenario->duration.ns});

    if (status == BS_OK) {
        status = bs_world_status(trial->world);
    }
    if (status == BS_ERR_MEMORY) {
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
        describe_run(&trial);
        bs_world_start(trial.world);
        status = options->plan != NULL ? start_runner(&trial, error) : BS_OK;
    }
    if (status == BS_OK) {
        status = run_to_end(&trial, error);
    }
    if (status == BS_OK) {
        *history = trial.history;
        trial.history = NULL;
        if (events != NULL) {
            *events = bs_simulation_event_count(trial.simulation);
        }
    }
    bs_runner_destroy(trial.runner);
    bs_journal_memory_destroy(trial.journal);
    bs_world_destroy(trial.world);
    bs_simulation_destroy(trial.simulation);
    bs_history_destroy(trial.history);
    return status;
}
