/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/drill.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/drill_state.h"

enum { PAUSE_WITHIN_S = 30, THOUSAND = 1000 };

static const char *variable(void *context, const char *name)
{
    (void)context;
    return getenv(name);
}

static const char *home_of(const struct bs_drill *drill)
{
    const int32_t region = bs_scenario_region(drill->inputs.scenario, "control");

    return region != BS_NONE ? drill->inputs.scenario->regions[region].name
                             : drill->inputs.scenario->regions[0].name;
}

/* ---- Being stopped ---- */

bool bs_drill_can_pause(const struct bs_drill *drill)
{
    return drill->is_running && drill->watch.execution[0] != '\0' && !drill->watch.has_ended;
}

/* Nothing new is begun; what is under way may end for a while. */
static bool pause_soon(struct bs_drill *drill)
{
    const struct bs_duration within = bs_loop_scaled(drill->loop, BS_SECONDS(PAUSE_WITHIN_S));

    drill->is_interrupted = true;
    drill->pause_until = bs_instant_add(bs_loop_now(drill->loop), within);
    drill->has_ordered_pause = bs_drill_can_pause(drill) && bs_crew_order(drill->people, "pause");
    return drill->has_ordered_pause;
}

static void signalled(void *self, int number)
{
    struct bs_drill *drill = self;

    if (drill->is_interrupted || number != SIGINT || !pause_soon(drill)) {
        drill->is_interrupted = true;
        bs_loop_stop(drill->loop);
        return;
    }
    (void)fprintf(stderr, "\n  pausing; again to stop at once\n");
}

/* ---- What the live driver tells ---- */

static void check_runner(struct bs_drill *drill)
{
    if (bs_runner_status(drill->runner) != BS_OK) {
        bs_loop_stop(drill->loop);
    }
}

/*
 * A deadline is a deadline, however late this process is woken: the instant that counts is the one that was
 * set, unless something later has been written down already.
 */
static void timer_due(void *self)
{
    struct bs_drill *drill = self;
    const size_t count = bs_history_count(drill->history);
    struct bs_instant at = bs_instant_max(drill->due, drill->heard);

    if (count > 0) {
        at = bs_instant_max(at, bs_history_get(drill->history, count - 1)->at);
    }
    drill->heard = at;
    bs_runner_timer(drill->runner, at);
    check_runner(drill);
}

/* What was due before something is heard is not to be told after it: the deadline has passed without it. */
static void tell_what_was_due(struct bs_drill *drill, struct bs_instant now)
{
    if (drill->timer.is_set && drill->due.ns <= now.ns) {
        bs_loop_clear(drill->loop, &drill->timer);
        timer_due(drill);
    }
}

static void answered(void *self, uint64_t call, const struct bs_call_request *request,
                     const struct bs_call_answer *answer)
{
    struct bs_drill *drill = self;
    const struct bs_instant now = bs_loop_now(drill->loop);

    tell_what_was_due(drill, now);
    bs_drill_watch_answer(&drill->watch, now, request, answer);
    if (request->operation == BS_OPERATION_ROUTE53_CHANGE_RECORD &&
        bs_drill_watch_moved(&drill->watch, drill->names.host).ns == now.ns) {
        bs_prober_moved(drill->prober);
    }
    drill->heard = now;
    bs_runner_answer(drill->runner, now, call, answer);
    check_runner(drill);
}

/* The instant of what is written down now. */
static struct bs_instant writing_instant(void *self)
{
    struct bs_drill *drill = self;
    const struct bs_instant now = bs_loop_now(drill->loop);

    tell_what_was_due(drill, now);
    return bs_instant_max(now,
                          bs_history_get(drill->history, bs_history_count(drill->history) - 1)->at);
}

static void stop_condition_met(void *self, const char *condition, const char *reason)
{
    struct bs_drill *drill = self;

    if (!drill->is_running) {
        return; /* Asked while it ran, answered after it: there is nothing left to stop. */
    }
    BS_APPEND(drill->history, writing_instant(drill), BS_RECORD_STOP, bs_text(condition),
              bs_text(reason));
    bs_drill_fault_end(&drill->fault);
    (void)pause_soon(drill);
}

static void fault_failed(void *self, const char *reason)
{
    struct bs_drill *drill = self;

    (void)fprintf(stderr, "blackstart: what breaks it could not be begun: %s\n", reason);
    (void)pause_soon(drill);
}

static bool is_allowed(void *self, const char *resource)
{
    const struct bs_drill *drill = self;

    return bs_drill_allows(drill->inputs.scenario->live, resource);
}

void bs_drill_set_timer(void *self, struct bs_instant at)
{
    struct bs_drill *drill = self;

    drill->due = at;
    bs_loop_set(drill->loop, &drill->timer, at, timer_due, drill);
}

/* ---- Being opened ---- */

static enum bs_status open_loop(struct bs_drill *drill, struct bs_error *error)
{
    struct bs_loop_settings settings = {.scale = drill->settings.scale,
                                        .epoch_ns = drill->settings.epoch_ns};

    drill->http = bs_http_client_new(&drill->environment);
    settings.http = drill->http;
    drill->loop = drill->http != NULL ? bs_loop_new(&settings) : NULL;
    if (drill->loop == NULL || !bs_loop_take_signals(drill->loop, signalled, drill)) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "the event loop cannot be made");
    }
    return BS_OK;
}

static enum bs_status open_resolvers(struct bs_drill *drill, struct bs_error *error)
{
    const struct bs_live_probes *probes = &drill->inputs.scenario->live->probes;
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < probes->resolver_count && status == BS_OK; i++) {
        status = bs_stub_new(drill->loop, probes->resolvers[i].address, &drill->dns[i], error);
        if (status == BS_OK) {
            bs_stub_shorten_first(drill->dns[i],
                                  (int64_t)(i + 1) * THOUSAND / (int64_t)probes->resolver_count);
        }
        (void)snprintf(drill->cohort_names[i], BS_DRILL_COHORT_NAME_MAX, "canary/%s",
                       probes->resolvers[i].id);
        drill->cohorts[i] = (struct bs_prober_cohort){drill->cohort_names[i], drill->dns[i]};
    }
    drill->cohort_count = probes->resolver_count;
    if (drill->cohort_count == 0) {
        drill->cohorts[drill->cohort_count++] = (struct bs_prober_cohort){"canary/host", NULL};
    }
    return status;
}

static enum bs_status open_caller(struct bs_drill *drill, struct bs_error *error)
{
    const struct bs_keeper_settings keeper = {
        .loop = drill->loop,
        .chain = {.environment = drill->environment,
                  .region = home_of(drill),
                  .url = drill->settings.url},
    };
    const struct bs_crew_settings people = {
        .loop = drill->loop,
        .history = drill->history,
        .input = drill->settings.journal != NULL && isatty(STDIN_FILENO) ? STDIN_FILENO : -1,
        .folder = drill->settings.people,
    };
    struct bs_caller_settings caller = {
        .loop = drill->loop,
        .dns = drill->dns[0],
        .names = &drill->names.names,
        .application = &drill->names.application,
        .environment = &drill->environment,
        .url = drill->settings.url,
        .home_region = home_of(drill),
        .mode = drill->settings.mode,
        .is_allowed = is_allowed,
        .answered = answered,
        .self = drill,
    };

    drill->keeper = bs_keeper_new(&keeper);
    drill->people = bs_crew_new(&people);
    caller.keeper = drill->keeper;
    caller.people = drill->people;
    drill->caller = bs_caller_new(&caller);
    if (drill->keeper == NULL || drill->people == NULL || drill->caller == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    return bs_keeper_open(drill->keeper, error);
}

static void open_fault(struct bs_drill *drill)
{
    const struct bs_scenario *scenario = drill->inputs.scenario;
    const struct bs_live_fault *fault = &scenario->live->fault;

    drill->fault.settings = (struct bs_drill_fault_settings){
        .fault = fault,
        .region = fault->region != BS_NONE ? scenario->regions[fault->region].name : NULL,
        .loop = drill->loop,
        .caller = drill->caller,
        .history = drill->history,
        .now = writing_instant,
        .failed = fault_failed,
        .self = drill,
    };
    drill->guard.settings = (struct bs_drill_guard_settings){
        .scenario = scenario,
        .loop = drill->loop,
        .caller = drill->caller,
        .history = drill->history,
        .met = stop_condition_met,
        .self = drill,
    };
    bs_drill_guard_open(&drill->guard);
}

/* Whose account it is comes first: nothing else is asked of one that is not the scenario's. */
static enum bs_status look_around(struct bs_drill *drill, struct bs_error *error)
{
    const struct bs_live *live = drill->inputs.scenario->live;
    enum bs_status status = bs_caller_identity(drill->caller, &drill->identity, error);

    if (status == BS_OK && strcmp(drill->identity.account, live->account) != 0) {
        status = bs_error_set(error, BS_ERR_INPUT, &live->at,
                              "the credentials are of account %s (%s); the scenario is for %s",
                              drill->identity.account, drill->identity.arn, live->account);
    }
    for (size_t i = 0; i < drill->names.names.record_count && status == BS_OK; i++) {
        status = bs_caller_read_record(drill->caller, &drill->names.records[i], error);
    }
    return status;
}

static enum bs_status load_inputs(struct bs_drill *drill, struct bs_error *error)
{
    static const struct bs_texts none = {.count = 0};
    const struct bs_scenario *scenario;
    enum bs_status status = bs_inputs_load(drill->settings.scenario, &none, &drill->inputs, error);

    if (status != BS_OK) {
        return status;
    }
    scenario = drill->inputs.scenario;
    if (scenario->live == NULL || drill->inputs.plan == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "%s: a game day needs a scenario with a 'live' section and a plan",
                            drill->settings.scenario);
    }
    status = bs_drill_check_plan(scenario->live, bs_drill_plan(drill), error);
    return status == BS_OK ? bs_drill_names_make(scenario, &drill->names, error) : status;
}

enum bs_status bs_drill_open(const struct bs_drill_settings *settings, struct bs_drill **drill,
                             struct bs_error *error)
{
    struct bs_drill *made = calloc(1, sizeof(*made));
    enum bs_status status;

    if (made == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    made->settings = *settings;
    made->environment = (struct bs_environment){variable, NULL};
    made->pause_until = BS_INSTANT_NEVER;
    made->history = bs_history_new(BS_HISTORY_BYTES_MAX);
    status = made->history != NULL ? load_inputs(made, error)
                                   : bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    if (status == BS_OK) {
        status = open_loop(made, error);
    }
    if (status == BS_OK) {
        status = open_resolvers(made, error);
    }
    if (status == BS_OK) {
        status = open_caller(made, error);
    }
    if (status == BS_OK) {
        open_fault(made);
        status = look_around(made, error);
    }
    if (status != BS_OK) {
        bs_drill_close(made);
        return status;
    }
    *drill = made;
    return BS_OK;
}

void bs_drill_close(struct bs_drill *drill)
{
    if (drill == NULL) {
        return;
    }
    bs_forecast_destroy(drill->forecast);
    bs_prober_destroy(drill->prober);
    bs_caller_destroy(drill->caller);
    bs_runner_destroy(drill->runner);
    bs_crew_destroy(drill->people);
    bs_keeper_destroy(drill->keeper);
    for (size_t i = 0; i < BS_LIVE_RESOLVERS_MAX; i++) {
        bs_stub_destroy(drill->dns[i]);
    }
    bs_record_file_close(drill->records);
    bs_changes_file_close(drill->changes);
    if (drill->journal != NULL) {
        bs_journal_sqlite_close(drill->journal);
    }
    bs_history_destroy(drill->history);
    bs_loop_destroy(drill->loop);
    bs_http_client_destroy(drill->http);
    bs_drill_names_clean_up(&drill->names);
    bs_inputs_clean_up(&drill->inputs);
    free(drill);
}

const struct bs_inputs *bs_drill_inputs(const struct bs_drill *drill)
{
    return &drill->inputs;
}

const struct bs_wire_identity *bs_drill_identity(const struct bs_drill *drill)
{
    return &drill->identity;
}

int64_t bs_drill_epoch_ns(const struct bs_drill *drill)
{
    return bs_loop_epoch_ns(drill->loop);
}

const struct bs_history *bs_drill_history(const struct bs_drill *drill)
{
    return drill->history;
}

void bs_drill_give_reason(struct bs_drill *drill, const char *reason)
{
    drill->settings.reason = reason;
}
