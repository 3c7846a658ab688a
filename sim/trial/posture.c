/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/trial/posture.h"

#include "base/assert.h"

/* A RESOURCE record's fields; 0 and NULL: not said. */
struct row {
    const char *id;
    const char *kind;
    int32_t region;
    const char *of;
    const char *instance_class;
    const char *engine;
    int64_t units;
    int64_t cpu_units;
    int64_t memory_bytes;
    int64_t size_bytes;
    const char *options;
};

static struct bs_value count_or_null(int64_t count)
{
    return bs_count(count > 0 ? count : INT64_MIN);
}

static void append(struct bs_history *history, const struct bs_scenario *scenario,
                   const struct row *row)
{
    struct bs_region region = {0};

    if (row->region != BS_NONE) {
        region = scenario->regions[row->region];
    }
    BS_APPEND(history, (struct bs_instant){0}, BS_RECORD_RESOURCE, bs_text(row->id),
              bs_text(row->kind), bs_text(region.name), bs_text(region.role), bs_text(row->of),
              bs_text(row->instance_class), bs_text(row->engine), bs_count(row->units),
              count_or_null(row->cpu_units), count_or_null(row->memory_bytes),
              count_or_null(row->size_bytes), bs_text(row->options));
}

static const char *id_of(const struct bs_scenario *scenario, int32_t resource)
{
    return resource == BS_NONE ? NULL : scenario->resources[resource].id;
}

static void fill_service(const struct bs_ecs_service *ecs, struct row *row)
{
    static const char *const options[] = {
        [BS_RUNS_ON_FARGATE] = "fargate",
        [BS_RUNS_ON_GROUP] = "auto_scaling_group",
    };

    row->units = ecs->tasks;
    row->cpu_units = ecs->cpu_units;
    row->memory_bytes = ecs->memory_bytes;
    row->instance_class = ecs->instance_class;
    row->options = options[ecs->runs_on];
}

static void fill_database(const struct bs_scenario *scenario, const struct bs_rds *rds,
                          struct row *row)
{
    row->of = id_of(scenario, rds->of);
    row->instance_class = rds->instance_class;
    row->engine = rds->engine;
    row->options = rds->multi_az ? "multi_az" : NULL;
    row->size_bytes = rds->storage_bytes;
    if (row->size_bytes == 0 && rds->of != BS_NONE) {
        row->size_bytes = scenario->resources[rds->of].is.rds.storage_bytes;
    }
}

static void fill_bucket(const struct bs_scenario *scenario, const struct bs_s3_bucket *s3,
                        struct row *row)
{
    row->of = id_of(scenario, s3->source);
    row->size_bytes = s3->storage_bytes;
    if (row->size_bytes == 0 && s3->source != BS_NONE) {
        row->size_bytes = scenario->resources[s3->source].is.s3.storage_bytes;
    }
}

static void describe_resource(const struct bs_scenario *scenario,
                              const struct bs_resource *resource, struct bs_history *history)
{
    struct row row = {.id = resource->id,
                      .kind = bs_resource_kind_name(resource->kind),
                      .region = resource->region,
                      .units = 1};
    uint32_t regions = 0;

    if (resource->kind == BS_RESOURCE_ECS_SERVICE) {
        fill_service(&resource->is.ecs, &row);
    } else if (resource->kind == BS_RESOURCE_RDS_INSTANCE ||
               resource->kind == BS_RESOURCE_RDS_REPLICA) {
        fill_database(scenario, &resource->is.rds, &row);
    } else if (resource->kind == BS_RESOURCE_S3_BUCKET) {
        fill_bucket(scenario, &resource->is.s3, &row);
    } else if (resource->kind == BS_RESOURCE_ECR_IMAGE) {
        row.size_bytes = resource->is.image.size_bytes;
        regions = resource->is.image.regions;
    } else if (resource->kind == BS_RESOURCE_SECRET) {
        regions = resource->is.secret.regions;
    }
    if (regions == 0) {
        append(history, scenario, &row);
    }
    for (uint32_t i = 0; i < scenario->region_count; i++) {
        row.region = (int32_t)i;
        if ((regions & (1U << i)) != 0) {
            append(history, scenario, &row);
        }
    }
}

/* AWS asks more for each health check over HTTPS, and for each at the fast interval. */
static const char *check_options(const struct bs_monitor *monitor)
{
    static const char *const options[2][2] = {{NULL, "fast"}, {"https", "https fast"}};
    const bool is_fast = monitor->interval.ns < 30 * BS_NS_PER_S;

    return options[monitor->is_https][is_fast];
}

static void describe_monitor(const struct bs_scenario *scenario, const struct bs_monitor *monitor,
                             struct bs_history *history)
{
    static const char *const kinds[] = {
        [BS_MONITOR_HEALTH_CHECK] = "health_check",
        [BS_MONITOR_ALARM] = "alarm",
        [BS_MONITOR_PROBE] = "probe",
    };
    const struct row row = {
        .id = monitor->id,
        .kind = kinds[monitor->kind],
        .region = monitor->region,
        .units = 1,
        .options = monitor->kind == BS_MONITOR_HEALTH_CHECK ? check_options(monitor) : NULL};

    append(history, scenario, &row);
}

/* All writes of a population go to each of its stores. */
static int64_t writes_to(const struct bs_scenario *scenario, int32_t store)
{
    int64_t sum = 0;

    for (size_t i = 0; i < scenario->client_count; i++) {
        const struct bs_client_population *clients = &scenario->clients[i];

        for (size_t k = 0; k < clients->store_count; k++) {
            sum += clients->stores[k] == store ? clients->writes_nano_per_s : 0;
        }
    }
    return sum;
}

static void describe_replication(const struct bs_scenario *scenario, const struct bs_resource *copy,
                                 struct bs_history *history)
{
    const bool is_replica = copy->kind == BS_RESOURCE_RDS_REPLICA;
    const int32_t source = is_replica                            ? copy->is.rds.of
                           : copy->kind == BS_RESOURCE_S3_BUCKET ? copy->is.s3.source
                                                                 : BS_NONE;
    const struct bs_resource *store;

    if (source == BS_NONE) {
        return;
    }
    store = &scenario->resources[source];
    BS_APPEND(history, (struct bs_instant){0}, BS_RECORD_REPLICATION, bs_text(store->id),
              bs_text(copy->id), bs_count(writes_to(scenario, source)),
              count_or_null(is_replica ? store->is.rds.write_bytes : store->is.s3.write_bytes),
              bs_text(!is_replica && store->is.s3.replication_time_control ? "rtc" : NULL));
}

void bs_posture_describe(const struct bs_scenario *scenario, struct bs_history *history)
{
    BS_ASSERT(scenario != NULL && history != NULL);

    for (size_t i = 0; i < scenario->resource_count; i++) {
        describe_resource(scenario, &scenario->resources[i], history);
    }
    for (size_t i = 0; i < scenario->monitor_count; i++) {
        describe_monitor(scenario, &scenario->monitors[i], history);
    }
    for (size_t i = 0; i < scenario->resource_count; i++) {
        describe_replication(scenario, &scenario->resources[i], history);
    }
}
