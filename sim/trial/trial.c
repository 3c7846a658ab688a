/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/trial/trial.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/assert.h"
#include "base/stream.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/runner/entry.h"
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
    struct bs_journal_memory *journal; /* NULL if the options give another. */
    struct bs_journal_port journal_port;
    struct bs_runner *runner; /* NULL while the orchestrator is down. */
    struct bs_runner_options runner_options;
    uint64_t records; /* Of notes and calls. */
    int32_t home;     /* The Region that the orchestrator runs in. */
    struct bs_event_id timer;
    uint64_t timer_count;

    /* Crashes. */
    jmp_buf alive;        /* Where whoever called the runner goes on when it dies. */
    uint64_t last_call;   /* The newest call sent. */
    uint64_t first_heard; /* Answers to earlier calls were meant for one that is dead. */
    uint32_t *call_steps; /* Of call number n - 1. */
    size_t call_capacity;
};

/* ---- Dying ---- */

const char *bs_crash_moment_name(enum bs_crash_moment moment)
{
    static const char *const names[BS_CRASH_MOMENT_COUNT] = {"before append", "after append",
                                                             "after send", "before answer"};

    BS_ASSERT(moment < BS_CRASH_MOMENT_COUNT);
    return names[moment];
}

/* Counts a point; does not return if the orchestrator is to die at it. */
static void pass_point(struct trial *trial, enum bs_crash_moment moment, uint32_t step)
{
    struct bs_crash_request *crash = trial->options->crash;

    if (crash == NULL || ++crash->points != crash->at_point) {
        return;
    }
    crash->has_crashed = true;
    crash->point = (struct bs_crash_point){moment, step, bs_simulation_now(trial->simulation)};
    longjmp(trial->alive, 1);
}

static uint32_t step_of_call(const struct trial *trial, uint64_t call)
{
    return call > 0 && call <= trial->call_capacity ? trial->call_steps[call - 1]
                                                    : BS_CRASH_STEP_WATCHING;
}

static void remember_call(struct trial *trial, uint64_t call, uint32_t step)
{
    if (call > trial->call_capacity) {
        const size_t capacity = 2 * (size_t)call + 64;
        uint32_t *steps = realloc(trial->call_steps, capacity * sizeof(*steps));

        BS_ASSERT(steps != NULL);
        trial->call_steps = steps;
        trial->call_capacity = capacity;
    }
    trial->call_steps[call - 1] = step;
}

static uint32_t step_of_entry(struct trial *trial, const unsigned char *bytes, size_t length)
{
    struct bs_entry_summary summary;
    const bool is_good = bs_entry_summarise(bytes, length, &summary);

    BS_ASSERT(is_good);
    if (summary.kind == BS_ENTRY_SEND) {
        remember_call(trial, summary.call, summary.step);
    }
    return summary.step != BS_STEP_NONE ? summary.step : step_of_call(trial, summary.call);
}

static enum bs_status append_entry(void *self, const void *bytes, size_t length)
{
    struct trial *trial = self;
    const uint32_t step = trial->options->crash != NULL ? step_of_entry(trial, bytes, length) : 0;
    enum bs_status status;

    pass_point(trial, BS_CRASH_BEFORE_APPEND, step);
    status = trial->journal_port.append(trial->journal_port.self, bytes, length);
    if (status == BS_OK) {
        pass_point(trial, BS_CRASH_AFTER_APPEND, step);
    }
    return status;
}

static enum bs_status read_entry(void *self, size_t *offset, const unsigned char **bytes,
                                 size_t *length, struct bs_error *error)
{
    struct trial *trial = self;

    return trial->journal_port.read(trial->journal_port.self, offset, bytes, length, error);
}

/* ---- Living ---- */

static void resume(void *subject, uint64_t argument);

static void record_life(const struct trial *trial, const char *state)
{
    BS_APPEND(trial->history, bs_simulation_now(trial->simulation), BS_RECORD_ORCHESTRATOR,
              bs_count(1), bs_text(state), bs_text(NULL));
}

/* The process is gone: its timer, its memory, and whoever its connections led to. */
static void bury(struct trial *trial)
{
    const struct bs_event_key key = {
        bs_instant_add(bs_simulation_now(trial->simulation), trial->options->crash->downtime),
        BS_PHASE_ORCHESTRATOR, bs_name_hash("orchestrator/restart"), 0};

    record_life(trial, "crashed");
    (void)bs_simulation_cancel(trial->simulation, trial->timer);
    trial->timer = (struct bs_event_id){0};
    bs_runner_destroy(trial->runner);
    trial->runner = NULL;
    trial->first_heard = trial->last_call + 1;
    if (key.at.ns <= trial->options->scenario->duration.ns) {
        (void)bs_simulation_schedule(trial->simulation, &key, resume, trial, 0, NULL);
    }
}

static void resume(void *subject, uint64_t argument)
{
    struct trial *trial = subject;
    struct bs_crash_request *crash = trial->options->crash;

    (void)argument;
    trial->runner = bs_runner_new(&trial->runner_options);
    BS_ASSERT(trial->runner != NULL);
    crash->has_resumed = bs_runner_resume(trial->runner, bs_simulation_now(trial->simulation),
                                          &crash->refusal) == BS_OK;
    if (crash->has_resumed) {
        record_life(trial, "resumed");
    }
}

static void deliver_answer(void *self, uint64_t call, const struct bs_call_answer *answer)
{
    struct trial *trial = self;

    if (trial->runner == NULL || call < trial->first_heard) {
        return;
    }
    if (setjmp(trial->alive) != 0) {
        bury(trial);
        return;
    }
    pass_point(trial, BS_CRASH_BEFORE_ANSWER, step_of_call(trial, call));
    bs_runner_answer(trial->runner, bs_simulation_now(trial->simulation), call, answer);
}

/* The core keeps the deadline itself. */
static void send_call(void *self, uint64_t call, const struct bs_call_request *request,
                      struct bs_instant deadline)
{
    struct trial *trial = self;

    (void)deadline;
    trial->last_call = call;
    bs_world_call(trial->world, call, request, trial->home, deliver_answer, trial);
    pass_point(trial, BS_CRASH_AFTER_SEND, step_of_call(trial, call));
}

static void timer_due(void *subject, uint64_t argument)
{
    struct trial *trial = subject;

    (void)argument;
    trial->timer = (struct bs_event_id){0};
    if (setjmp(trial->alive) != 0) {
        bury(trial);
        return;
    }
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

static enum bs_status open_journal(struct trial *trial)
{
    if (trial->options->journal != NULL) {
        trial->journal_port = *trial->options->journal;
        return BS_OK;
    }
    trial->journal = bs_journal_memory_new(JOURNAL_BYTES_MAX);
    if (trial->journal == NULL) {
        return BS_ERR_MEMORY;
    }
    trial->journal_port = bs_journal_memory_port(trial->journal);
    return BS_OK;
}

static enum bs_status start_runner(struct trial *trial, struct bs_error *error)
{
    const struct bs_stream_root root = {trial->options->seed, trial->options->trial};
    struct bs_stream jitter = bs_stream_open(root, "orchestrator", "jitter");

    trial->runner_options = (struct bs_runner_options){
        .plan = bs_loaded_plan_get(trial->options->plan),
        .history = trial->history,
        .records = &trial->records,
        .identity = bs_loaded_plan_sha256(trial->options->plan),
        .orchestrator = 1,
        .seed_high = bs_stream_at(&jitter, 0),
        .seed_low = bs_stream_at(&jitter, 1),
        .journal = {trial, append_entry, read_entry},
        .calls = {trial, send_call},
        .timer = {trial, set_timer},
    };
    if (open_journal(trial) != BS_OK) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    trial->runner = bs_runner_new(&trial->runner_options);
    if (trial->runner == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    bs_plan_describe(trial->runner_options.plan, trial->history,
                     bs_simulation_now(trial->simulation));
    if (setjmp(trial->alive) != 0) {
        bury(trial);
        return BS_OK;
    }
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
    free(trial.call_steps);
    return status;
}
