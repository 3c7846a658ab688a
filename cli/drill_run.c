/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** A game day while it is held: its files, the orchestrator and the probes, until it is over. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "cli/drill_file.h"
#include "cli/drill_state.h"
#include "sim/trial/trial.h"

enum {
    PATH_BYTES = BS_PATH_MAX + 32,
    LOOK_EVERY_MS = 200, /* In real time. */
    RUNS_OF_COHORTS =
        10, /* Numbers that are free between two drills', more than there are cohorts. */
};

/* After the last outage's end it must hold before it counts as one; a minute on top tells a window apart. */
#define AFTERMATH BS_SECONDS(60)

/* ---- Its files ---- */

static enum bs_status path_of(const struct bs_drill *drill, const char *what, char *path,
                              struct bs_error *error)
{
    return bs_drill_path(drill->settings.journal, what, path, PATH_BYTES)
               ? BS_OK
               : bs_error_set(error, BS_ERR_INPUT, NULL, "--journal: the path is too long");
}

static enum bs_status write_file(struct bs_drill *drill, struct bs_error *error)
{
    const struct bs_drill_settings *settings = &drill->settings;
    char *absolute = realpath(settings->scenario, NULL);
    char *absolute_store = settings->store != NULL ? realpath(settings->store, NULL) : NULL;
    const struct bs_drill_file file = {
        .scenario = absolute != NULL ? absolute : settings->scenario,
        .scenario_sha256 = drill->inputs.scenario->sha256,
        .account = drill->identity.account,
        .reason = settings->reason,
        .url = settings->url,
        .people = settings->people,
        .out = settings->out,
        .store = absolute_store != NULL ? absolute_store : settings->store,
        .scale = settings->scale,
        .epoch_ns = bs_loop_epoch_ns(drill->loop),
        .orchestrator = settings->orchestrator,
    };
    char path[PATH_BYTES];
    enum bs_status status = path_of(drill, "drill", path, error);

    if (status == BS_OK) {
        status = bs_drill_file_write(path, &file, error);
    }
    free(absolute);
    free(absolute_store);
    return status;
}

static enum bs_status open_journal(struct bs_drill *drill, enum bs_drill_start start,
                                   struct bs_error *error)
{
    const struct bs_journal_sqlite_options options = {
        .path = drill->settings.journal,
        .mode = start == BS_DRILL_NEW ? BS_JOURNAL_CREATE : BS_JOURNAL_OPEN};
    struct bs_record_file_settings records = {.history = drill->history};
    char path[PATH_BYTES];
    enum bs_status status = bs_journal_sqlite_open(&options, &drill->journal, error);

    if (status == BS_OK && start == BS_DRILL_NEW) {
        status = write_file(drill, error);
    }
    if (status == BS_OK) {
        status = path_of(drill, "history", path, error);
    }
    if (status == BS_OK) {
        records.path = path;
        records.journal = bs_journal_sqlite_port(drill->journal);
        status = bs_record_file_open(&records, &drill->records, error);
    }
    if (status == BS_OK) {
        drill->record_count = bs_record_file_count(drill->records);
        status = path_of(drill, "changes", path, error);
    }
    if (status == BS_OK) {
        status = bs_changes_file_open(path, &drill->changes, error);
    }
    if (status == BS_OK) {
        drill->names.names.changes = bs_changes_file_port(drill->changes);
    }
    return status;
}

static enum bs_status open_prober(struct bs_drill *drill, struct bs_error *error)
{
    const struct bs_scenario *scenario = drill->inputs.scenario;
    const struct bs_live_probes *probes = &scenario->live->probes;
    struct bs_prober_settings settings = {
        .loop = drill->loop,
        .application = &drill->names.application,
        .host = drill->names.host,
        .cohorts = drill->cohorts,
        .cohort_count = drill->cohort_count,
        .reads_nano_per_s = probes->reads_nano_per_s,
        .writes_nano_per_s = probes->writes_nano_per_s,
        .timeout = probes->timeout,
        .within = scenario->objectives.within,
        .horizon = {scenario->duration.ns},
        .moved = bs_drill_watch_moved(&drill->watch, drill->names.host),
    };
    char path[PATH_BYTES];
    enum bs_status status = path_of(drill, "probes", path, error);

    settings.path = path;
    return status == BS_OK ? bs_prober_new(&settings, &drill->prober, error) : status;
}

/* ---- Running ---- */

static void glance(struct bs_drill *drill, struct bs_instant now)
{
    const struct bs_prober_glance seen = bs_prober_glance(drill->prober);
    char at[BS_TIME_TEXT_MAX];

    if (!isatty(STDERR_FILENO) || bs_duration_between(drill->glanced, now).ns < BS_SECONDS(30).ns) {
        return;
    }
    drill->glanced = now;
    bs_duration_format((struct bs_duration){now.ns}, at);
    (void)fprintf(stderr, "%12s  probes %lld of %lld served in the last 10 s\n", at,
                  (long long)seen.good, (long long)seen.requests);
}

static bool is_paused(const struct bs_drill *drill)
{
    return !bs_drill_can_pause(drill) || strncmp(drill->watch.execution, "paused", 6) == 0;
}

/* Whether whoever interrupted it need not wait any longer. */
static bool is_at_rest(struct bs_drill *drill, struct bs_instant now)
{
    if (!drill->has_ordered_pause && bs_drill_can_pause(drill)) {
        drill->has_ordered_pause = bs_crew_order(drill->people, "pause");
    }
    return now.ns >= drill->pause_until.ns ||
           (is_paused(drill) && bs_caller_count(drill->caller) == 0 &&
            !bs_drill_fault_is_ending(&drill->fault));
}

static void look(void *self)
{
    struct bs_drill *drill = self;
    const struct bs_scenario *scenario = drill->inputs.scenario;
    const struct bs_instant now = bs_loop_now(drill->loop);
    const struct bs_duration wait = bs_loop_scaled(drill->loop, BS_MILLIS(LOOK_EVERY_MS));
    const struct bs_duration aftermath = bs_duration_add(scenario->objectives.hold, AFTERMATH);

    bs_drill_fault_look(&drill->fault);
    bs_drill_watch_tell(&drill->watch);
    glance(drill, now);
    if (now.ns >= scenario->duration.ns ||
        (drill->watch.has_ended && now.ns >= bs_instant_add(drill->watch.since, aftermath).ns)) {
        drill->is_over = true;
        bs_loop_stop(drill->loop);
    } else if (!drill->is_interrupted) {
        bs_drill_guard_watch(&drill->guard);
    } else if (is_at_rest(drill, now)) {
        bs_loop_stop(drill->loop);
    }
    bs_loop_set(drill->loop, &drill->look, bs_instant_add(now, wait), look, drill);
}

static void describe_canary(struct bs_drill *drill)
{
    const struct bs_resource *store = bs_drill_store(drill->inputs.scenario);
    const int64_t writes_nano_per_s = drill->inputs.scenario->live->probes.writes_nano_per_s;

    if (store != NULL) {
        BS_APPEND(drill->history, (struct bs_instant){0}, BS_RECORD_CANARY, bs_text(store->id),
                  bs_span((struct bs_duration){BS_NS_PER_S * BS_PPB_ONE / writes_nano_per_s /
                                               (int64_t)drill->cohort_count}));
    }
}

static void describe(struct bs_drill *drill)
{
    bs_trial_describe(drill->inputs.scenario, drill->inputs.plan, 0, drill->history);
    for (size_t i = 0; i < drill->cohort_count; i++) {
        BS_APPEND(drill->history, (struct bs_instant){0}, BS_RECORD_COHORT,
                  bs_text(drill->cohorts[i].name), bs_text("canary"), bs_text("canary"),
                  bs_ppb(BS_PPB_ONE / (int64_t)drill->cohort_count), bs_count(1));
    }
    bs_drill_watch_begin(&drill->watch);
    describe_canary(drill);
    if (drill->forecast != NULL) {
        bs_forecast_record(drill->forecast, drill->history);
    }
    bs_plan_describe(bs_drill_plan(drill), drill->history, (struct bs_instant){0});
}

/* The last sign of life of whoever was here before. */
static void recall(struct bs_drill *drill)
{
    const size_t count = bs_history_count(drill->history);

    bs_drill_watch_recall(&drill->watch);
    BS_APPEND(drill->history, bs_history_get(drill->history, count - 1)->at, BS_RECORD_ORCHESTRATOR,
              bs_count(drill->settings.orchestrator), bs_text("crashed"), bs_text(NULL));
}

static enum bs_status start_runner(struct bs_drill *drill, enum bs_drill_start start,
                                   struct bs_error *error)
{
    const struct bs_runner_options options = {
        .plan = bs_drill_plan(drill),
        .history = drill->history,
        .records = &drill->record_count,
        .identity = bs_loaded_plan_sha256(drill->inputs.plan),
        .orchestrator = (uint32_t)drill->settings.orchestrator,
        .seed_high = (uint64_t)bs_loop_epoch_ns(drill->loop),
        .seed_low = 1,
        .journal = bs_record_file_port(drill->records),
        .calls = bs_caller_port(drill->caller),
        .timer = {drill, bs_drill_set_timer},
    };
    enum bs_status status;

    drill->runner = bs_runner_new(&options);
    drill->heard = bs_loop_now(drill->loop);
    if (drill->runner == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    if (start == BS_DRILL_NEW) {
        bs_runner_start(drill->runner, drill->heard);
        return bs_runner_status(drill->runner);
    }
    status = bs_runner_resume(drill->runner, drill->heard, error);
    if (status == BS_OK) {
        BS_APPEND(drill->history, bs_loop_now(drill->loop), BS_RECORD_ORCHESTRATOR,
                  bs_count(drill->settings.orchestrator), bs_text("resumed"), bs_text(NULL));
    }
    return status;
}

static void go_on_if_paused(struct bs_drill *drill)
{
    bs_drill_watch_tell(&drill->watch);
    if (strcmp(drill->watch.execution, "paused_by_operator") == 0) {
        (void)bs_crew_order(drill->people, "resume");
    }
}

static void begin_watching(struct bs_drill *drill)
{
    drill->guard.settings.prober = drill->prober;
    bs_drill_guard_recall(&drill->guard);
    bs_drill_fault_recall(&drill->fault);
    bs_drill_fault_schedule(&drill->fault, bs_loop_epoch_ns(drill->loop));
    bs_prober_start(drill->prober);
    look(drill);
}

static void verified(void *self)
{
    struct bs_drill *drill = self;

    bs_loop_stop(drill->loop);
}

/* The last evidence: what the probes saw, and what is missing of what they wrote. */
static void finish(struct bs_drill *drill)
{
    const struct bs_resource *store = bs_drill_store(drill->inputs.scenario);
    const struct bs_instant horizon = {drill->inputs.scenario->duration.ns};
    const struct bs_instant end = bs_instant_min(bs_loop_now(drill->loop), horizon);
    struct bs_instant at;

    bs_loop_clear(drill->loop, &drill->look);
    bs_loop_clear(drill->loop, &drill->timer);
    bs_drill_fault_leave(&drill->fault);
    (void)fprintf(stderr, "  reading back what the probes wrote\n");
    bs_prober_verify(drill->prober, verified, drill);
    bs_loop_run(drill->loop);
    at = bs_instant_max(end,
                        bs_history_get(drill->history, bs_history_count(drill->history) - 1)->at);
    bs_prober_record(drill->prober, drill->history, at, store != NULL ? store->id : NULL,
                     drill->watch.lineages, drill->watch.lineage_count);
    BS_APPEND(drill->history, at, BS_RECORD_END,
              bs_text(end.ns == horizon.ns ? "horizon" : "ended"));
}

static enum bs_status run_to_end(struct bs_drill *drill, enum bs_drill_end *end,
                                 struct bs_error *error)
{
    drill->is_running = true;
    bs_loop_run(drill->loop);
    drill->is_running = false;
    bs_drill_watch_tell(&drill->watch);
    if (bs_runner_status(drill->runner) != BS_OK) {
        return bs_error_set(error, bs_runner_status(drill->runner), NULL,
                            "the journal cannot be written; nothing more was sent: %s",
                            bs_journal_sqlite_failure(drill->journal)->message);
    }
    *end = drill->is_over ? BS_DRILL_DONE : BS_DRILL_INTERRUPTED;
    if (drill->is_over) {
        finish(drill);
    }
    return BS_OK;
}

enum bs_status bs_drill_run(struct bs_drill *drill, enum bs_drill_start start,
                            enum bs_drill_end *end, struct bs_error *error)
{
    uint32_t number = 0;
    enum bs_status status;

    if (drill->settings.orchestrator == 0 &&
        getrandom(&number, sizeof(number), 0) == (ssize_t)sizeof(number)) {
        drill->settings.orchestrator = (number & INT32_MAX) | 1;
    }
    drill->watch.scenario = drill->inputs.scenario;
    drill->watch.history = drill->history;
    if (start == BS_DRILL_NEW) {
        bs_loop_begin(drill->loop); /* Whoever had to confirm took his time. */
    }
    drill->names.application.run =
        (uint64_t)bs_loop_epoch_ns(drill->loop) / (uint64_t)BS_NS_PER_MS * RUNS_OF_COHORTS;
    status = open_journal(drill, start, error);
    if (status == BS_OK) {
        status = open_prober(drill, error);
    }
    if (status == BS_OK) {
        if (bs_history_count(drill->history) == 0) {
            describe(drill);
        } else {
            recall(drill);
        }
        status = start_runner(drill, start, error);
    }
    if (status != BS_OK) {
        return status;
    }
    go_on_if_paused(drill);
    begin_watching(drill);
    return run_to_end(drill, end, error);
}

void bs_drill_sum_up(const struct bs_drill *drill)
{
    (void)fprintf(stderr, "\nnot finished; what is done and what is not:\n");
    bs_drill_watch_sum_up(&drill->watch);
    if (bs_caller_count(drill->caller) > 0) {
        (void)fprintf(stderr,
                      "  %zu calls have no answer; what became of them is read before "
                      "anything is repeated\n",
                      bs_caller_count(drill->caller));
    }
    bs_drill_fault_sum_up(&drill->fault);
    (void)fprintf(stderr, "to go on: blackstart resume %s\n", drill->settings.journal);
}
