/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/scenario/fingerprint.h"

#include "base/assert.h"

static void add(struct fingerprint *fingerprint, int64_t value)
{
    BS_ASSERT(fingerprint->count < FINGERPRINT_VALUES_MAX);
    for (size_t i = 0; i < FINGERPRINT_DRAWS; i++) {
        fingerprint->values[fingerprint->count][i] = value;
    }
    fingerprint->count++;
}

static void add_draws(struct fingerprint *fingerprint, const struct bs_distribution *distribution)
{
    static const uint64_t percents[FINGERPRINT_DRAWS] = {1, 50, 99};

    BS_ASSERT(fingerprint->count < FINGERPRINT_VALUES_MAX);
    for (size_t i = 0; i < FINGERPRINT_DRAWS; i++) {
        fingerprint->values[fingerprint->count][i] =
            bs_distribution_sample(distribution, UINT64_MAX / 100 * percents[i]).ns;
    }
    fingerprint->count++;
}

static void add_resource(struct fingerprint *fingerprint, const struct bs_resource *resource)
{
    switch (resource->kind) {
    case BS_RESOURCE_ECS_SERVICE:
        add(fingerprint, resource->is.ecs.per_task_nano_per_s);
        add_draws(fingerprint, &resource->is.ecs.launch);
        break;
    case BS_RESOURCE_ECR_IMAGE:
        add(fingerprint, resource->is.image.size_bytes);
        add_draws(fingerprint, &resource->is.image.pull_per_100mb);
        break;
    case BS_RESOURCE_RDS_INSTANCE:
    case BS_RESOURCE_RDS_REPLICA:
        add_draws(fingerprint, &resource->is.rds.lag);
        add_draws(fingerprint, &resource->is.rds.promotion);
        add_draws(fingerprint, &resource->is.rds.creation);
        add_draws(fingerprint, &resource->is.rds.deletion);
        break;
    case BS_RESOURCE_S3_BUCKET:
        add_draws(fingerprint, &resource->is.s3.replication);
        break;
    default:
        break;
    }
}

static void add_monitor(struct fingerprint *fingerprint, const struct bs_monitor *monitor)
{
    add(fingerprint, monitor->interval.ns);
    add(fingerprint, monitor->above_ppb);
    if (monitor->kind == BS_MONITOR_ALARM) {
        add_draws(fingerprint, &monitor->delivery);
    }
}

static void add_client(struct fingerprint *fingerprint, const struct bs_client_population *client)
{
    add(fingerprint, client->latency.ns);
    add(fingerprint, client->timeout.ns);
    add(fingerprint, client->retries);
    add(fingerprint, client->retry_base.ns);
}

static void add_fault(struct fingerprint *fingerprint, const struct bs_fault *fault)
{
    add_draws(fingerprint, &fault->onset);
    add_draws(fingerprint, &fault->lasts);
    add_draws(fingerprint, &fault->lag);
    add_draws(fingerprint, &fault->adds);
}

static void add_links(struct fingerprint *fingerprint, const struct bs_scenario *scenario)
{
    for (size_t a = 0; a < scenario->region_count; a++) {
        for (size_t b = 0; b < scenario->region_count; b++) {
            add(fingerprint, bs_scenario_latency(scenario, (int32_t)a, (int32_t)b).ns);
        }
    }
}

static void add_people(struct fingerprint *fingerprint, const struct bs_scenario *scenario)
{
    for (size_t i = 0; i < scenario->person_count; i++) {
        add_draws(fingerprint, &scenario->people[i].page);
        add_draws(fingerprint, &scenario->people[i].decides);
        add(fingerprint, scenario->people[i].absent_ppb);
    }
    for (size_t i = 0; i < scenario->order_count; i++) {
        add_draws(fingerprint, &scenario->orders[i].when);
    }
}

void fingerprint_take(const struct bs_scenario *scenario, struct fingerprint *fingerprint)
{
    fingerprint->count = 0;
    add_links(fingerprint, scenario);
    for (size_t i = 0; i < scenario->resource_count; i++) {
        add_resource(fingerprint, &scenario->resources[i]);
    }
    for (size_t i = 0; i < scenario->monitor_count; i++) {
        add_monitor(fingerprint, &scenario->monitors[i]);
    }
    for (size_t i = 0; i < scenario->record_count; i++) {
        add_draws(fingerprint, &scenario->records[i].propagation);
    }
    for (size_t i = 0; i < scenario->resolver_count; i++) {
        add_draws(fingerprint, &scenario->resolvers[i].extend);
        add_draws(fingerprint, &scenario->resolvers[i].stuck);
    }
    for (size_t i = 0; i < scenario->client_count; i++) {
        add_client(fingerprint, &scenario->clients[i]);
    }
    for (size_t i = 0; i < scenario->fault_count; i++) {
        add_fault(fingerprint, &scenario->faults[i]);
    }
    add_people(fingerprint, scenario);
}
