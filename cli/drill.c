/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/drill.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/assert.h"
#include "cli/drill_fault.h"
#include "cli/drill_file.h"
#include "cli/drill_guard.h"
#include "cli/drill_names.h"
#include "cli/drill_watch.h"
#include "cli/forecast.h"
#include "orchestrator/live/changes.h"
#include "orchestrator/live/journal_sqlite.h"
#include "orchestrator/live/prober.h"
#include "orchestrator/live/record_file.h"
#include "orchestrator/runner/runner.h"
#include "sim/trial/trial.h"

enum {
    PATH_BYTES = BS_PATH_MAX + 32,
    LOOK_EVERY_MS = 200, /* In real time. */
    PAUSE_WITHIN_S = 30,
    THOUSAND = 1000,
    COHORT_NAME_MAX = 80,
    FORECAST_BYTES_MAX = 16 * 1024 * 1024,
    RUNS_OF_COHORTS =
        10, /* Numbers that are free between two drills', more than there are cohorts. */
};

/* After the last outage's end it must hold before it counts as one; a minute on top tells a window apart. */
#define AFTERMATH BS_SECONDS(60)

struct bs_drill {
    struct bs_drill_settings settings;
    struct bs_environment environment;
    struct bs_inputs inputs;
    struct bs_drill_names names;
    struct bs_wire_identity identity;
    struct bs_http_client *http;
    struct bs_loop *loop;
    struct bs_keeper *keeper;
    struct bs_caller *caller;
    struct bs_stub *dns[BS_LIVE_RESOLVERS_MAX];
    struct bs_forecast *forecast; /* NULL: nothing is predicted. */
    enum bs_status forecast_status;
    struct bs_error forecast_error;

    /* While it runs. */
    struct bs_history *history;
    struct bs_journal_sqlite *journal;
    struct bs_record_file *records;
    uint64_t record_count;
    struct bs_changes_file *changes;
    struct bs_crew *people;
    struct bs_prober *prober;
    struct bs_prober_cohort cohorts[BS_LIVE_RESOLVERS_MAX];
    char cohort_names[BS_LIVE_RESOLVERS_MAX][COHORT_NAME_MAX];
    size_t cohort_count;
    struct bs_runner *runner;
    struct bs_drill_watch watch;
    struct bs_loop_timer timer; /* The runner's, .. */
    struct bs_instant due;      /* .. and what it was set to. */
    struct bs_instant heard;    /* The last instant that the runner was told. */
    struct bs_loop_timer look;
    struct bs_drill_fault fault;
    struct bs_drill_guard guard;
    struct bs_instant glanced;
    struct bs_instant pause_until; /* NEVER: nobody asked for a pause. */
    bool has_ordered_pause;
    bool is_running;
    bool is_over;
    bool is_interrupted;
};

static const char *variable(void *context, const char *name)
{
    (void)context;
    return getenv(name);
}

static const struct bs_plan *plan_of(const struct bs_drill *drill)
{
    return bs_loaded_plan_get(drill->inputs.plan);
}

static const char *home_of(const struct bs_drill *drill)
{
    const int32_t region = bs_scenario_region(drill->inputs.scenario, "control");

    return region != BS_NONE ? drill->inputs.scenario->regions[region].name
                             : drill->inputs.scenario->regions[0].name;
}

/* ---- Being stopped ---- */

/* Whether there is an execution that a pause would stop. */
static bool can_pause(const struct bs_drill *drill)
{
    return drill->is_running && drill->watch.execution[0] != '\0' && !drill->watch.has_ended;
}

/* Nothing new is begun; what is under way may end for a while. */
static bool pause_soon(struct bs_drill *drill)
{
    const struct bs_duration within = bs_loop_scaled(drill->loop, BS_SECONDS(PAUSE_WITHIN_S));

    drill->is_interrupted = true;
    drill->pause_until = bs_instant_add(bs_loop_now(drill->loop), within);
    drill->has_ordered_pause = can_pause(drill) && bs_crew_order(drill->people, "pause");
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

static void set_timer(void *self, struct bs_instant at)
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
        (void)snprintf(drill->cohort_names[i], COHORT_NAME_MAX, "canary/%s",
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
    status = bs_drill_check_plan(scenario->live, plan_of(drill), error);
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

/* ---- Before it ---- */

static void announce_fault(const struct bs_drill_fault *fault)
{
    const struct bs_live_fault *planned = fault->settings.fault;
    char at[BS_TIME_TEXT_MAX];

    bs_duration_format(planned->at, at);
    if (planned->fis_template != NULL) {
        (void)fprintf(stderr, "breaks it  FIS template %s in %s, after %s\n", planned->fis_template,
                      fault->settings.region, at);
    }
    if (planned->command.count > 0) {
        (void)fprintf(stderr, "breaks it  %s, after %s\n", planned->command.words[0], at);
    }
    if (planned->fis_template == NULL && planned->command.count == 0) {
        (void)fprintf(stderr, "breaks it  nothing of ours; the orchestrator waits\n");
    }
}

void bs_drill_announce(const struct bs_drill *drill)
{
    const struct bs_scenario *scenario = drill->inputs.scenario;
    const struct bs_plan *plan = plan_of(drill);

    (void)fprintf(stderr, "plan       %s\nscenario   %s\naccount    %s\nas         %s\n",
                  plan->name, scenario->name, drill->identity.account, drill->identity.arn);
    (void)fprintf(stderr, "by         %s\n", bs_chain_source(bs_keeper_chain(drill->keeper)));
    for (size_t i = 0; i < scenario->region_count; i++) {
        (void)fprintf(stderr, "%-10s %s (%s)\n", i == 0 ? "Regions" : "", scenario->regions[i].name,
                      scenario->regions[i].role);
    }
    for (size_t i = 0; i < scenario->live->allowed_count; i++) {
        (void)fprintf(stderr, "%-10s %s\n", i == 0 ? "may change" : "", scenario->live->allowed[i]);
    }
    announce_fault(&drill->fault);
    bs_drill_guard_announce(&drill->guard);
}

/* How each kind of resource is looked at. */
static const struct {
    enum bs_plan_resource_kind kind;
    enum bs_operation operation;
} looks[] = {
    {BS_KIND_ECS_SERVICE, BS_OPERATION_ECS_DESCRIBE_SERVICE},
    {BS_KIND_ECR_IMAGE, BS_OPERATION_ECR_DESCRIBE_IMAGE},
    {BS_KIND_ALB, BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH},
    {BS_KIND_RDS_INSTANCE, BS_OPERATION_RDS_DESCRIBE_INSTANCE},
    {BS_KIND_RDS_REPLICA, BS_OPERATION_RDS_DESCRIBE_INSTANCE},
    {BS_KIND_HEALTH_CHECK, BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS},
    {BS_KIND_ALARM, BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM},
};

static void print_look(const struct bs_binding *binding, const struct bs_call_answer *answer)
{
    (void)printf("%-14s %-16s %-12s ", binding->kind, binding->id, binding->region);
    if (answer->outcome != BS_OUTCOME_OK) {
        (void)printf("%s %s\n", bs_call_outcome_name(answer->outcome), answer->code);
    } else if (answer->state != BS_STATE_UNKNOWN) {
        (void)printf("%s\n", bs_resource_state_name(answer->state));
    } else {
        (void)printf("%lld running\n", (long long)answer->running);
    }
}

static bool look_at(struct bs_drill *drill, const struct bs_binding *binding)
{
    for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
        const struct bs_call_request request = {
            .operation = looks[i].operation, .region = binding->region, .resource = binding->id};
        struct bs_call_answer answer;

        if (binding->region == NULL ||
            strcmp(bs_plan_resource_kind_name(looks[i].kind), binding->kind) != 0) {
            continue;
        }
        bs_caller_ask(drill->caller, &request, BS_SECONDS(30), &answer);
        print_look(binding, &answer);
        return answer.outcome == BS_OUTCOME_OK;
    }
    return true;
}

static bool rehearse_fault(struct bs_drill *drill)
{
    const struct bs_live_fault *fault = &drill->inputs.scenario->live->fault;
    struct bs_wire_experiment_template about = {.action_count = 0};
    struct bs_error error = {0};
    enum bs_status status;

    if (fault->fis_template == NULL) {
        return true;
    }
    status = bs_drill_fault_read(&drill->fault, &about, &error);
    (void)printf("%-14s %-16s %-12s %s", "fis_template", fault->fis_template,
                 drill->fault.settings.region, status == BS_OK ? about.description : error.message);
    if (status == BS_OK) {
        (void)printf("%s%lld actions, %lld stop conditions of its own",
                     about.description[0] != '\0' ? "; " : "", (long long)about.action_count,
                     (long long)about.stop_count);
    }
    (void)printf("\n");
    return status == BS_OK;
}

bool bs_drill_rehearse(struct bs_drill *drill)
{
    struct bs_bindings bindings;
    bool is_good = true;

    if (bs_trial_bindings(drill->inputs.scenario, &bindings) != BS_OK) {
        return false;
    }
    for (size_t i = 0; !drill->is_interrupted && i < bindings.binding_count; i++) {
        is_good = look_at(drill, &bindings.bindings[i]) && is_good;
    }
    for (size_t i = 0; i < drill->names.names.record_count; i++) {
        const struct bs_wire_record *record = &drill->names.records[i];

        for (size_t k = 0; k < record->target_count; k++) {
            (void)printf("%-14s %-16s %-12s weight %lld\n", "dns_record", record->name,
                         record->targets[k].resource, (long long)record->targets[k].weight);
        }
    }
    if (!drill->is_interrupted) {
        is_good = rehearse_fault(drill) && is_good;
    }
    return is_good && !drill->is_interrupted;
}

enum bs_status bs_drill_check(struct bs_drill *drill, struct bs_error *error)
{
    return bs_drill_guard_check(&drill->guard, error);
}

/* ---- What is to be expected ---- */

/* One trial in each turn of the loop, so that signals are heard. */
static void advance_forecast(void *self)
{
    struct bs_drill *drill = self;

    drill->forecast_status = bs_forecast_advance(drill->forecast, &drill->forecast_error);
    if (drill->forecast_status != BS_OK || bs_forecast_is_done(drill->forecast)) {
        bs_loop_stop(drill->loop);
    } else {
        bs_loop_set(drill->loop, &drill->look, bs_loop_now(drill->loop), advance_forecast, drill);
    }
}

static void print_expected(const struct bs_history *expected)
{
    char text[3][BS_TIME_TEXT_MAX];

    for (size_t i = 0; i < bs_history_count(expected); i++) {
        const struct bs_record *record = bs_history_get(expected, i);
        const char *subject = bs_record_text(record, "subject");
        const bool is_store = strcmp(subject, "store") == 0;

        if (!is_store && strcmp(subject, "outage") != 0) {
            continue;
        }
        bs_duration_format((struct bs_duration){bs_record_number(record, "median_ns")}, text[0]);
        bs_duration_format((struct bs_duration){bs_record_number(record, "low_ns")}, text[1]);
        bs_duration_format((struct bs_duration){bs_record_number(record, "high_ns")}, text[2]);
        (void)fprintf(stderr, "%-10s %s%s %s, from %s to %s in 98 %% of %lld simulated trials\n",
                      i == 0 ? "expected" : "", is_store ? "RPO of " : "RTO",
                      is_store ? bs_record_text(record, "name") : "", text[0], text[1], text[2],
                      (long long)bs_record_number(record, "trials"));
    }
}

enum bs_status bs_drill_forecast(struct bs_drill *drill, size_t trials, struct bs_error *error)
{
    struct bs_history *expected = bs_history_new(FORECAST_BYTES_MAX);

    drill->forecast = bs_forecast_new(&drill->inputs, trials);
    if (drill->forecast == NULL || expected == NULL) {
        bs_history_destroy(expected);
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    bs_loop_set(drill->loop, &drill->look, bs_loop_now(drill->loop), advance_forecast, drill);
    bs_loop_run(drill->loop);
    bs_loop_clear(drill->loop, &drill->look);
    if (drill->forecast_status != BS_OK) {
        *error = drill->forecast_error;
    } else if (drill->is_interrupted) {
        drill->forecast_status = bs_error_set(error, BS_ERR_LIMIT, NULL, "interrupted");
    } else {
        bs_forecast_record(drill->forecast, expected);
        print_expected(expected);
        if (drill->inputs.scenario->fault_count == 0) {
            (void)fprintf(stderr, "           when nothing breaks: the scenario has no fault\n");
        }
    }
    bs_history_destroy(expected);
    return drill->forecast_status;
}

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
    return !can_pause(drill) || strncmp(drill->watch.execution, "paused", 6) == 0;
}

/* Whether whoever interrupted it need not wait any longer. */
static bool is_at_rest(struct bs_drill *drill, struct bs_instant now)
{
    if (!drill->has_ordered_pause && can_pause(drill)) {
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
    bs_plan_describe(plan_of(drill), drill->history, (struct bs_instant){0});
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
        .plan = plan_of(drill),
        .history = drill->history,
        .records = &drill->record_count,
        .identity = bs_loaded_plan_sha256(drill->inputs.plan),
        .orchestrator = (uint32_t)drill->settings.orchestrator,
        .seed_high = (uint64_t)bs_loop_epoch_ns(drill->loop),
        .seed_low = 1,
        .journal = bs_record_file_port(drill->records),
        .calls = bs_caller_port(drill->caller),
        .timer = {drill, set_timer},
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
