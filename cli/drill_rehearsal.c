/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** A game day before it is held: what it would do, what it would do that to, and what is to be expected. */

#include <stdio.h>
#include <string.h>

#include "cli/drill_state.h"
#include "sim/trial/trial.h"

enum { FORECAST_BYTES_MAX = 16 * 1024 * 1024 };

/* ---- What is said of it ---- */

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
    const struct bs_plan *plan = bs_drill_plan(drill);

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

/* ---- The rehearsal ---- */

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
