/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "sim/scenario/load.h"

/* The services that can lose a plane: the ones whose plane the world models. */
static const char *const control_plane_names[] = {"route53",
                                                  "cloudwatch",
                                                  "rds",
                                                  "ecs",
                                                  "application-autoscaling",
                                                  "autoscaling",
                                                  "ecr",
                                                  "elasticloadbalancing",
                                                  "ec2",
                                                  "ssm",
                                                  "sns",
                                                  "dynamodb",
                                                  "s3",
                                                  "secretsmanager",
                                                  "sts"};
static const char *const data_plane_names[] = {
    "rds", "ecs", "ecr", "elasticloadbalancing", "s3", "secretsmanager", "ssm"};

/* What faults are checked against. */
struct subject {
    const struct bs_scenario *scenario;
    struct bs_error *error;
};

static enum bs_status check_service(const struct subject *subject, const struct bs_fault *fault,
                                    const char *service)
{
    const bool is_data = fault->kind == BS_FAULT_DATA_PLANE_LOSS;
    const char *const *names = is_data ? data_plane_names : control_plane_names;
    const size_t count =
        is_data ? BS_FIELD_COUNT_OF(data_plane_names) : BS_FIELD_COUNT_OF(control_plane_names);
    const char *suggestion;

    for (size_t i = 0; i < count; i++) {
        if (strcmp(service, names[i]) == 0) {
            return BS_OK;
        }
    }
    suggestion = bs_suggest(service, names, count);
    return bs_error_set(subject->error, BS_ERR_INPUT, &fault->at_position,
                        "fault '%s': '%s' is no service whose %s plane is modelled%s%s%s",
                        fault->name, service, is_data ? "data" : "control",
                        suggestion != NULL ? "; did you mean '" : "",
                        suggestion != NULL ? suggestion : "", suggestion != NULL ? "'?" : "");
}

static enum bs_status check_services(const struct subject *subject, const struct bs_fault *fault)
{
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < fault->services.count && status == BS_OK; i++) {
        status = check_service(subject, fault, fault->services.names[i]);
    }
    return status;
}

/* Faults of APIs, of which the global services have one. */
static bool reaches_global(enum bs_fault_kind kind)
{
    return kind == BS_FAULT_CONTROL_PLANE_LOSS || kind == BS_FAULT_THROTTLE ||
           kind == BS_FAULT_RESPONSE_LOSS || kind == BS_FAULT_LATENCY;
}

static enum bs_status check_region(const struct subject *subject, const struct bs_fault *fault)
{
    if (fault->region == NULL ||
        (strcmp(fault->region, "global") == 0 && reaches_global(fault->kind)) ||
        bs_scenario_region(subject->scenario, fault->region) != BS_NONE) {
        return BS_OK;
    }
    return bs_error_set(subject->error, BS_ERR_INPUT, &fault->at_position,
                        "fault '%s': no Region '%s' in this scenario", fault->name, fault->region);
}

static enum bs_status no_such(const struct subject *subject, const struct bs_fault *fault,
                              const char *what, const char *name)
{
    return bs_error_set(subject->error, BS_ERR_INPUT, &fault->at_position,
                        "fault '%s': no %s '%s' in this scenario", fault->name, what, name);
}

static enum bs_status check_resource(const struct subject *subject, const struct bs_fault *fault,
                                     const char *id, enum bs_resource_kind wanted)
{
    const int32_t resource = bs_scenario_resource(subject->scenario, id);

    return resource != BS_NONE && subject->scenario->resources[resource].kind == wanted
               ? BS_OK
               : no_such(subject, fault, bs_resource_kind_name(wanted), id);
}

/* A primary may have been rebuilt as a replica by then. */
static enum bs_status check_copy(const struct subject *subject, const struct bs_fault *fault)
{
    const int32_t resource = bs_scenario_resource(subject->scenario, fault->resource);

    return resource != BS_NONE &&
                   subject->scenario->resources[resource].kind == BS_RESOURCE_RDS_INSTANCE
               ? BS_OK
               : check_resource(subject, fault, fault->resource, BS_RESOURCE_RDS_REPLICA);
}

static enum bs_status check_monitor(const struct subject *subject, const struct bs_fault *fault)
{
    for (size_t i = 0; i < subject->scenario->monitor_count; i++) {
        if (bs_fault_concerns_monitor(fault, &subject->scenario->monitors[i])) {
            return BS_OK;
        }
    }
    return no_such(subject, fault,
                   fault->monitor_kind == BS_FAULT_ANY_MONITOR
                       ? "monitor"
                       : bs_fault_monitor_kinds[fault->monitor_kind],
                   fault->resource);
}

static enum bs_status check_listeners(const struct subject *subject, const struct bs_fault *fault)
{
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < fault->topics.count && status == BS_OK; i++) {
        status = check_resource(subject, fault, fault->topics.names[i], BS_RESOURCE_SNS_TOPIC);
    }
    for (size_t i = 0; i < fault->people.count && status == BS_OK; i++) {
        if (bs_scenario_person(subject->scenario, fault->people.names[i]) == BS_NONE) {
            status = no_such(subject, fault, "person", fault->people.names[i]);
        }
    }
    return status;
}

static enum bs_status check_names(const struct subject *subject, const struct bs_fault *fault)
{
    switch (fault->kind) {
    case BS_FAULT_REPLICATION_STALL:
        return check_resource(subject, fault, fault->resource, BS_RESOURCE_RDS_REPLICA);
    case BS_FAULT_LAG:
    case BS_FAULT_PROMOTION_FAILURE:
        return check_copy(subject, fault);
    case BS_FAULT_ERRORS:
        return check_resource(subject, fault, fault->resource, BS_RESOURCE_ALB);
    case BS_FAULT_MONITOR:
        return check_monitor(subject, fault);
    case BS_FAULT_NOTIFICATION_LOSS:
        return check_listeners(subject, fault);
    default:
        return BS_OK;
    }
}

enum bs_status bs_scenario_read_fault(const struct bs_scenario *scenario,
                                      const struct bs_node *node, struct bs_arena *arena,
                                      struct bs_fault *fault, struct bs_error *error)
{
    const struct subject subject = {scenario, error};
    enum bs_status status = bs_fault_decode(node, arena, fault, error);

    if (status == BS_OK) {
        status = check_region(&subject, fault);
    }
    if (status == BS_OK) {
        status = check_names(&subject, fault);
    }
    return status == BS_OK ? check_services(&subject, fault) : status;
}

/* `after` must name a fault that stands earlier in the list, so that there is no cycle. */
static enum bs_status check_order(const struct bs_load *load, const struct bs_fault *faults,
                                  size_t index)
{
    const struct bs_fault *fault = &faults[index];
    bool found = fault->after == NULL;

    for (size_t i = 0; i < index; i++) {
        if (strcmp(faults[i].name, fault->name) == 0) {
            return bs_error_set(load->error, BS_ERR_INPUT, &fault->at_position,
                                "two faults are named '%s'", fault->name);
        }
        found = found || strcmp(faults[i].name, fault->after) == 0;
    }
    if (!found) {
        return bs_error_set(load->error, BS_ERR_INPUT, &fault->at_position,
                            "fault '%s' comes after '%s', which must stand before it in the list",
                            fault->name, fault->after);
    }
    return BS_OK;
}

enum bs_status bs_load_faults(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status = bs_load_array(load, node, BS_SCENARIO_FAULTS_MAX,
                                          sizeof(struct bs_fault), &scenario->faults);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        struct bs_fault *fault = &scenario->faults[scenario->fault_count];

        status = bs_scenario_read_fault(scenario, item, &scenario->arena, fault, load->error);
        if (status == BS_OK) {
            status = check_order(load, scenario->faults, scenario->fault_count);
        }
        scenario->fault_count++;
    }
    return status;
}

bool bs_fault_concerns_monitor(const struct bs_fault *fault, const struct bs_monitor *monitor)
{
    return fault->kind == BS_FAULT_MONITOR && strcmp(fault->resource, monitor->id) == 0 &&
           (fault->monitor_kind == BS_FAULT_ANY_MONITOR ||
            fault->monitor_kind == (int32_t)monitor->kind);
}
