/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/alarm.h"

#include <string.h>

#include "sim/world/api.h"
#include "sim/world/rds.h"
#include "sim/world/s3.h"
#include "sim/world/world_state.h"

static bool is_alarm(const struct bs_world *world, size_t index)
{
    return world->scenario->monitors[index].kind == BS_MONITOR_ALARM;
}

enum bs_status bs_alarms_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;

    world->alarms.alarms =
        bs_world_allocate(world, scenario->monitor_count, sizeof(struct bs_alarm_state));
    for (size_t i = 0; i < scenario->monitor_count && world->status == BS_OK; i++) {
        if (is_alarm(world, i)) {
            world->alarms.alarms[i].monitor = &scenario->monitors[i];
            world->alarms.alarms[i].state = BS_STATE_OK;
            world->alarms.alarms[i].delivery =
                bs_world_stream(world, scenario->monitors[i].id, "delivery");
        }
    }
    return world->status;
}

/* The share of errors that the load balancer's metric would show; -1: it shows nothing at all. */
static int64_t failed_ppb(const struct bs_world *world, const struct bs_alarm_state *alarm)
{
    const struct bs_elb_state *balancer = &world->elb.balancers[alarm->monitor->alb];
    const struct bs_meeting health = bs_elb_health(world, balancer);
    const struct bs_meeting *write;

    if (health.reception == BS_RECEPTION_HANGS || health.reception == BS_RECEPTION_REFUSES) {
        return -1;
    }
    if (health.reception == BS_RECEPTION_ERRORS) {
        return BS_PPB_ONE;
    }
    if (world->scenario->client_count == 0) {
        return BS_PPB_ONE - health.served_ppb;
    }
    write = bs_elb_meeting(balancer, 0, BS_REQUEST_WRITE);
    return write->reception != BS_RECEPTION_SERVES ? BS_PPB_ONE : BS_PPB_ONE - write->served_ppb;
}

static void add_stretch(const struct bs_world *world, struct bs_alarm_state *alarm, int64_t span_ns)
{
    const int64_t share_ppb = failed_ppb(world, alarm);

    if (share_ppb < 0) {
        alarm->missing_ns += span_ns;
    } else {
        alarm->bad_ns +=
            (int64_t)((bs_uint128)(uint64_t)span_ns * (uint64_t)share_ppb / (uint64_t)BS_PPB_ONE);
    }
}

bool bs_alarms_are_even(const struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        const int64_t share_ppb =
            is_alarm(world, i) ? failed_ppb(world, &world->alarms.alarms[i]) : 0;

        if (share_ppb > 0 && share_ppb < BS_PPB_ONE) {
            return false;
        }
    }
    return true;
}

static void settle_alarm(const struct bs_world *world, struct bs_alarm_state *alarm)
{
    const struct bs_instant now = bs_world_now(world);

    if (now.ns > alarm->seen.ns) {
        add_stretch(world, alarm, now.ns - alarm->seen.ns);
        alarm->seen = now;
    }
}

void bs_alarms_settle(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        if (is_alarm(world, i)) {
            settle_alarm(world, &world->alarms.alarms[i]);
        }
    }
}

static enum bs_datapoint close_period(struct bs_alarm_state *alarm)
{
    const int64_t measured_ns = alarm->monitor->interval.ns - alarm->missing_ns;
    enum bs_datapoint point = BS_DATAPOINT_MISSING;

    if (measured_ns > 0) {
        point = (bs_uint128)(uint64_t)alarm->bad_ns * (uint64_t)BS_PPB_ONE >
                        (bs_uint128)(uint64_t)measured_ns * (uint64_t)alarm->monitor->above_ppb
                    ? BS_DATAPOINT_BREACHING
                    : BS_DATAPOINT_OK;
    }
    alarm->bad_ns = 0;
    alarm->missing_ns = 0;
    return point;
}

static enum bs_resource_state evaluate(const struct bs_alarm_state *alarm)
{
    int64_t breaching = 0;
    int64_t known = 0;

    for (int64_t i = 0; i < alarm->monitor->periods; i++) {
        const enum bs_datapoint point = (enum bs_datapoint)alarm->points[i];

        if (point == BS_DATAPOINT_MISSING && alarm->monitor->missing == BS_MISSING_BREACHING) {
            breaching++;
            known++;
        } else if (point == BS_DATAPOINT_MISSING &&
                   alarm->monitor->missing == BS_MISSING_NOT_BREACHING) {
            known++;
        } else if (point == BS_DATAPOINT_OK || point == BS_DATAPOINT_BREACHING) {
            breaching += point == BS_DATAPOINT_BREACHING ? 1 : 0;
            known++;
        }
    }
    if (known == 0) {
        return alarm->monitor->missing == BS_MISSING_IGNORE ? alarm->state
                                                            : BS_STATE_INSUFFICIENT_DATA;
    }
    return breaching >= alarm->monitor->datapoints ? BS_STATE_ALARM : BS_STATE_OK;
}

/* The argument is the alarm's index and what the data point says. */
static void deliver(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    struct bs_alarm_state *alarm = &world->alarms.alarms[argument >> 8];
    enum bs_resource_state state;

    memmove(&alarm->points[1], &alarm->points[0], BS_ALARM_PERIODS_MAX - 1);
    alarm->points[0] = (uint8_t)(argument & 0xFF);
    state = evaluate(alarm);
    if (state != alarm->state) {
        alarm->state = state;
        bs_monitor_report(world, alarm->monitor);
    }
}

static void end_period(void *subject, uint64_t index);

static void schedule_period(struct bs_world *world, uint64_t index)
{
    const struct bs_alarm_state *alarm = &world->alarms.alarms[index];
    struct bs_entity entity = bs_world_entity("period", alarm->monitor->id);
    const struct bs_instant at = {(int64_t)(alarm->period + 1) * alarm->monitor->interval.ns};

    entity.next_k = alarm->period;
    bs_world_schedule(world, &entity, at, BS_PHASE_WORLD, end_period, world, index, NULL);
}

static void end_period(void *subject, uint64_t index)
{
    struct bs_world *world = subject;
    struct bs_alarm_state *alarm = &world->alarms.alarms[index];
    struct bs_entity entity = bs_world_entity("datapoint", alarm->monitor->id);
    enum bs_datapoint point;
    struct bs_instant at;

    settle_alarm(world, alarm);
    point = close_period(alarm);
    at = bs_instant_add(bs_world_now(world),
                        bs_distribution_sample(&alarm->monitor->delivery,
                                               bs_stream_at(&alarm->delivery, alarm->period)));
    at.ns = at.ns <= alarm->last_delivery.ns ? alarm->last_delivery.ns + 1 : at.ns;
    alarm->last_delivery = at;
    entity.next_k = alarm->period;
    bs_world_schedule(world, &entity, at, BS_PHASE_WORLD, deliver, world,
                      (index << 8) | (uint64_t)point, NULL);
    alarm->period++;
    schedule_period(world, index);
}

void bs_alarms_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        if (is_alarm(world, i)) {
            bs_world_record_state(world, world->alarms.alarms[i].monitor->id, "alarm", "OK",
                                  INT64_MIN);
            schedule_period(world, i);
        }
    }
}

void bs_alarm_describe(struct bs_world *world, const struct bs_call_request *request,
                       struct bs_call_answer *answer)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        const struct bs_alarm_state *alarm = &world->alarms.alarms[i];

        if (alarm->monitor != NULL && strcmp(alarm->monitor->id, request->resource) == 0 &&
            strcmp(world->scenario->regions[alarm->monitor->region].name, request->region) == 0) {
            answer->state = alarm->state;
            return;
        }
    }
    bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "ResourceNotFound");
}

void bs_metric_get(struct bs_world *world, const struct bs_call_request *request,
                   struct bs_call_answer *answer)
{
    const int32_t index = bs_scenario_resource(world->scenario, request->resource);
    struct bs_store *store = NULL;
    struct bs_copy *copy = NULL;

    if (index != BS_NONE) {
        copy = bs_copy_of(world, &world->scenario->resources[index], &store);
    }
    if (copy == NULL) {
        return; /* GetMetricData knows no resources: what has no data points has none. */
    }
    if (copy->resource->kind == BS_RESOURCE_S3_BUCKET) {
        answer->has_metric =
            bs_s3_replication_latency(world, store, copy, &answer->metric, &answer->metric_at);
    } else {
        answer->has_metric = bs_rds_replica_lag(world, copy, &answer->metric, &answer->metric_at);
    }
}
