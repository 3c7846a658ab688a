/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/monitor.h"

#include <string.h>

#include "sim/world/world_state.h"

enum {
    HTTP_OK = 200,
    HTTP_UNAVAILABLE = 503,
};

static const enum bs_resource_state alarm_states[] = {
    [BS_SHOWS_UNHEALTHY] = BS_STATE_ALARM,
    [BS_SHOWS_HEALTHY] = BS_STATE_OK,
    [BS_SHOWS_NOTHING] = BS_STATE_INSUFFICIENT_DATA,
};

enum bs_status bs_monitors_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;

    world->monitors.reported =
        bs_world_allocate(world, scenario->monitor_count, sizeof(enum bs_resource_state));
    for (size_t i = 0; i < scenario->monitor_count && world->status == BS_OK; i++) {
        world->monitors.reported[i] =
            scenario->monitors[i].kind == BS_MONITOR_ALARM ? BS_STATE_OK : BS_STATE_HEALTHY;
    }
    return world->status;
}

/* The fault that a monitor has now, or NULL; of several the first. */
static const struct bs_fault *fault_of(const struct bs_world *world,
                                       const struct bs_monitor *monitor)
{
    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];

        if (state->is_on && bs_fault_concerns_monitor(state->fault, monitor)) {
            return state->fault;
        }
    }
    return NULL;
}

/* ---- Answers ---- */

static const char *path_of(enum bs_http_check check)
{
    static const char *const paths[] = {
        [BS_HTTP_HEALTH] = "health",
        [BS_HTTP_READ] = "read",
        [BS_HTTP_WRITE] = "write",
        [BS_HTTP_READ_BACK] = "read-back",
    };

    return paths[check];
}

static const enum bs_operation questions[] = {
    [BS_MONITOR_HEALTH_CHECK] = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
    [BS_MONITOR_ALARM] = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
    [BS_MONITOR_PROBE] = BS_OPERATION_HTTP_REQUEST,
};

static bool is_asked(const struct bs_world *world, const struct bs_monitor *monitor,
                     const struct bs_call_request *request)
{
    const struct bs_scenario *scenario = world->scenario;

    if (request->operation != questions[monitor->kind]) {
        return false;
    }
    if (monitor->kind != BS_MONITOR_HEALTH_CHECK &&
        strcmp(request->region, scenario->regions[monitor->region].name) != 0) {
        return false;
    }
    if (monitor->kind != BS_MONITOR_PROBE) {
        return strcmp(request->resource, monitor->id) == 0;
    }
    return strcmp(request->resource, scenario->records[monitor->record].name) == 0 &&
           strcmp(path_of(request->check), monitor->path) == 0;
}

static enum bs_monitor_reply write_answer(const struct bs_monitor *monitor,
                                          enum bs_fault_shows shows, struct bs_call_answer *answer)
{
    if (monitor->kind == BS_MONITOR_ALARM) {
        answer->state = alarm_states[shows];
        return BS_REPLY_FAULTY;
    }
    if (shows == BS_SHOWS_NOTHING) {
        return BS_REPLY_NONE;
    }
    if (monitor->kind == BS_MONITOR_PROBE) {
        answer->http_status = shows == BS_SHOWS_HEALTHY ? HTTP_OK : HTTP_UNAVAILABLE;
        return BS_REPLY_FAULTY;
    }
    answer->state = shows == BS_SHOWS_HEALTHY ? BS_STATE_HEALTHY : BS_STATE_UNHEALTHY;
    answer->running = shows == BS_SHOWS_HEALTHY ? monitor->checkers : 0;
    answer->total = monitor->checkers;
    return BS_REPLY_FAULTY;
}

enum bs_monitor_reply bs_monitor_reply(const struct bs_world *world,
                                       const struct bs_call_request *request,
                                       struct bs_call_answer *answer)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        const struct bs_monitor *monitor = &world->scenario->monitors[i];
        const struct bs_fault *fault =
            is_asked(world, monitor, request) ? fault_of(world, monitor) : NULL;

        if (fault != NULL) {
            return write_answer(monitor, fault->shows, answer);
        }
    }
    return BS_REPLY_TRUTH;
}

/* ---- Records ---- */

static void report(struct bs_world *world, const struct bs_monitor *monitor, const char *kind,
                   enum bs_resource_state state, int64_t value)
{
    enum bs_resource_state *reported =
        &world->monitors.reported[monitor - world->scenario->monitors];

    if (state != *reported) {
        *reported = state;
        bs_world_record_state(world, monitor->id, kind, bs_resource_state_name(state), value);
    }
}

static void report_health_check(struct bs_world *world, const struct bs_monitor *monitor,
                                const struct bs_fault *fault)
{
    const struct bs_health_check_state *check =
        &world->health_checks.checks[monitor - world->scenario->monitors];

    if (fault == NULL) {
        report(world, monitor, "health_check",
               check->is_healthy ? BS_STATE_HEALTHY : BS_STATE_UNHEALTHY, check->healthy_count);
    } else if (fault->shows == BS_SHOWS_HEALTHY) {
        report(world, monitor, "health_check", BS_STATE_HEALTHY, monitor->checkers);
    } else if (fault->shows == BS_SHOWS_UNHEALTHY) {
        report(world, monitor, "health_check", BS_STATE_UNHEALTHY, 0);
    }
}

void bs_monitor_report(struct bs_world *world, const struct bs_monitor *monitor)
{
    const struct bs_fault *fault = fault_of(world, monitor);

    if (monitor->kind == BS_MONITOR_HEALTH_CHECK) {
        report_health_check(world, monitor, fault);
        bs_route53_heed(world, monitor);
    } else if (monitor->kind == BS_MONITOR_ALARM) {
        report(world, monitor, "alarm",
               fault != NULL ? alarm_states[fault->shows]
                             : world->alarms.alarms[monitor - world->scenario->monitors].state,
               INT64_MIN);
    }
}

void bs_monitor_report_all(struct bs_world *world, const struct bs_fault *fault)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        if (bs_fault_concerns_monitor(fault, &world->scenario->monitors[i])) {
            bs_monitor_report(world, &world->scenario->monitors[i]);
        }
    }
}
