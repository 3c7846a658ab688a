/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "sim/scenario/load.h"

/*
 * One text struct serves all kinds: each kind's table names the members it has. References stay nodes until
 * every resource is known, so that the order in the file does not matter.
 */
struct resource_text {
    int32_t kind;
    const struct bs_node *region;
    const struct bs_node *regions;
    int64_t tasks;
    int64_t max_tasks;
    const struct bs_node *image;
    const struct bs_node *secrets;
    int64_t per_task;
    const struct bs_node *launch;
    const struct bs_node *cache;
    const struct bs_node *autoscaling;
    int32_t database;
    int32_t runs_on;
    int64_t cpu_units;
    int64_t memory;
    int64_t size;
    int64_t storage;
    int64_t write_size;
    const struct bs_node *pull;
    const struct bs_node *targets;
    struct bs_duration check_interval;
    const struct bs_node *of;
    const char *engine;
    const char *instance_class;
    bool multi_az;
    int32_t writers;
    int64_t queries;
    const struct bs_node *lag;
    const struct bs_node *promotion;
    const struct bs_node *creation;
    const struct bs_node *deletion;
    const struct bs_node *replicate_to;
    bool two_way;
    bool rtc;
    const struct bs_node *replication;
    const struct bs_node *outdated_in;
    const char *name;
};

static const char *const kind_names[BS_RESOURCE_KIND_COUNT + 1] = {
    [BS_RESOURCE_ECS_SERVICE] = "ecs_service",
    [BS_RESOURCE_ECR_IMAGE] = "ecr_image",
    [BS_RESOURCE_ALB] = "alb",
    [BS_RESOURCE_RDS_INSTANCE] = "rds_instance",
    [BS_RESOURCE_RDS_REPLICA] = "rds_replica",
    [BS_RESOURCE_S3_BUCKET] = "s3_bucket",
    [BS_RESOURCE_SECRET] = "secret",
    [BS_RESOURCE_SSM_PARAMETER] = "ssm_parameter",
    [BS_RESOURCE_SNS_TOPIC] = "sns_topic",
    [BS_RESOURCE_DYNAMODB_TABLE] = "dynamodb_table",
};

static const char *const database_names[] = {"local", "writer", NULL};
static const char *const runs_on_names[] = {"fargate", "auto_scaling_group", NULL};
static const char *const writers_names[] = {"one", "homed", "any", NULL};

#define FIELD(key, field_kind, member) \
    .name = key, .kind = field_kind, .offset = offsetof(struct resource_text, member)
#define KIND_FIELD                                                                    \
    {                                                                                 \
        FIELD("kind", BS_FIELD_CHOICE, kind), .required = true, .choices = kind_names \
    }
#define REGION_FIELD                                             \
    {                                                            \
        FIELD("region", BS_FIELD_NODE, region), .required = true \
    }
#define RATE_MAX      (INT64_C(1000000) * BS_PPB_ONE)
#define CPU_UNITS_MAX 196608
#define MEMORY_MAX    INT64_C(2000000000000)
#define STORAGE_MAX   INT64_C(1000000000000000)
#define WRITE_MAX     INT64_C(1000000000)

static const struct bs_field ecs_fields[] = {
    KIND_FIELD,
    REGION_FIELD,
    {FIELD("tasks", BS_FIELD_COUNT, tasks), .maximum = 10000},
    {FIELD("max_tasks", BS_FIELD_COUNT, max_tasks), .minimum = 1, .maximum = 10000},
    {FIELD("image", BS_FIELD_NODE, image)},
    {FIELD("secrets", BS_FIELD_LIST, secrets)},
    {FIELD("per_task", BS_FIELD_RATE, per_task), .minimum = 1, .maximum = RATE_MAX},
    {FIELD("launch", BS_FIELD_NODE, launch)},
    {FIELD("cache", BS_FIELD_MAP, cache)},
    {FIELD("autoscaling", BS_FIELD_MAP, autoscaling)},
    {FIELD("database", BS_FIELD_CHOICE, database), .choices = database_names},
    {FIELD("runs_on", BS_FIELD_CHOICE, runs_on), .choices = runs_on_names},
    {FIELD("cpu", BS_FIELD_COUNT, cpu_units), .minimum = 1, .maximum = CPU_UNITS_MAX},
    {FIELD("memory", BS_FIELD_SIZE, memory), .minimum = 1, .maximum = MEMORY_MAX},
    {FIELD("class", BS_FIELD_NAME, instance_class)},
};

static const struct bs_field image_fields[] = {
    KIND_FIELD,
    {FIELD("regions", BS_FIELD_LIST, regions), .required = true},
    {FIELD("size", BS_FIELD_SIZE, size), .minimum = 1, .maximum = INT64_C(100000000000)},
    {FIELD("pull", BS_FIELD_NODE, pull)},
};

static const struct bs_field alb_fields[] = {
    KIND_FIELD,
    REGION_FIELD,
    {FIELD("targets", BS_FIELD_NODE, targets), .required = true},
    {FIELD("check_interval", BS_FIELD_DURATION, check_interval), .minimum = BS_NS_PER_S,
     .maximum = 300 * BS_NS_PER_S},
};

static const struct bs_field rds_instance_fields[] = {
    KIND_FIELD,
    REGION_FIELD,
    {FIELD("engine", BS_FIELD_NAME, engine)},
    {FIELD("class", BS_FIELD_NAME, instance_class)},
    {FIELD("multi_az", BS_FIELD_BOOL, multi_az)},
    {FIELD("writers", BS_FIELD_CHOICE, writers), .choices = writers_names},
    {FIELD("queries", BS_FIELD_RATE, queries), .maximum = RATE_MAX},
    {FIELD("lag", BS_FIELD_NODE, lag)},
    {FIELD("promotion", BS_FIELD_NODE, promotion)},
    {FIELD("creation", BS_FIELD_NODE, creation)},
    {FIELD("deletion", BS_FIELD_NODE, deletion)},
    {FIELD("storage", BS_FIELD_SIZE, storage), .minimum = 1, .maximum = STORAGE_MAX},
    {FIELD("write_size", BS_FIELD_SIZE, write_size), .minimum = 1, .maximum = WRITE_MAX},
};

static const struct bs_field rds_replica_fields[] = {
    KIND_FIELD,
    REGION_FIELD,
    {FIELD("of", BS_FIELD_NODE, of), .required = true},
    {FIELD("engine", BS_FIELD_NAME, engine)},
    {FIELD("class", BS_FIELD_NAME, instance_class)},
    {FIELD("multi_az", BS_FIELD_BOOL, multi_az)},
    {FIELD("queries", BS_FIELD_RATE, queries), .maximum = RATE_MAX},
    {FIELD("lag", BS_FIELD_NODE, lag)},
    {FIELD("promotion", BS_FIELD_NODE, promotion)},
    {FIELD("creation", BS_FIELD_NODE, creation)},
    {FIELD("deletion", BS_FIELD_NODE, deletion)},
    {FIELD("storage", BS_FIELD_SIZE, storage), .minimum = 1, .maximum = STORAGE_MAX},
};

static const struct bs_field s3_fields[] = {
    KIND_FIELD,
    REGION_FIELD,
    {FIELD("replicate_to", BS_FIELD_NODE, replicate_to)},
    {FIELD("two_way", BS_FIELD_BOOL, two_way)},
    {FIELD("rtc", BS_FIELD_BOOL, rtc)},
    {FIELD("writers", BS_FIELD_CHOICE, writers), .choices = writers_names},
    {FIELD("replication", BS_FIELD_NODE, replication)},
    {FIELD("storage", BS_FIELD_SIZE, storage), .minimum = 1, .maximum = STORAGE_MAX},
    {FIELD("write_size", BS_FIELD_SIZE, write_size), .minimum = 1, .maximum = WRITE_MAX},
};

static const struct bs_field secret_fields[] = {
    KIND_FIELD,
    {FIELD("regions", BS_FIELD_LIST, regions), .required = true},
    {FIELD("outdated_in", BS_FIELD_LIST, outdated_in)},
    {FIELD("name", BS_FIELD_TEXT, name)},
};

static const struct bs_field named_fields[] = {
    KIND_FIELD,
    REGION_FIELD,
    {FIELD("name", BS_FIELD_TEXT, name)},
};

#define TABLE(kind, what, fields) [kind] = {what, fields, BS_FIELD_COUNT_OF(fields)}
static const struct bs_fields tables[BS_RESOURCE_KIND_COUNT] = {
    TABLE(BS_RESOURCE_ECS_SERVICE, "ecs_service", ecs_fields),
    TABLE(BS_RESOURCE_ECR_IMAGE, "ecr_image", image_fields),
    TABLE(BS_RESOURCE_ALB, "alb", alb_fields),
    TABLE(BS_RESOURCE_RDS_INSTANCE, "rds_instance", rds_instance_fields),
    TABLE(BS_RESOURCE_RDS_REPLICA, "rds_replica", rds_replica_fields),
    TABLE(BS_RESOURCE_S3_BUCKET, "s3_bucket", s3_fields),
    TABLE(BS_RESOURCE_SECRET, "secret", secret_fields),
    TABLE(BS_RESOURCE_SSM_PARAMETER, "ssm_parameter", named_fields),
    TABLE(BS_RESOURCE_SNS_TOPIC, "sns_topic", named_fields),
    TABLE(BS_RESOURCE_DYNAMODB_TABLE, "dynamodb_table", named_fields),
};

const char *bs_resource_kind_name(enum bs_resource_kind kind)
{
    BS_ASSERT(kind < BS_RESOURCE_KIND_COUNT);
    return kind_names[kind];
}

static enum bs_status load_autoscaling(const struct bs_load *load, const struct bs_node *node,
                                       struct bs_ecs_service *ecs)
{
    static const struct bs_field fields[] = {
        {.name = "min",
         .kind = BS_FIELD_COUNT,
         .offset = offsetof(struct bs_ecs_service, autoscaling_min),
         .required = true,
         .minimum = 1,
         .maximum = 10000},
    };
    static const struct bs_fields table = {"autoscaling", fields, BS_FIELD_COUNT_OF(fields)};
    enum bs_status status = bs_decode_map(node, &table, ecs, load->error);

    if (status == BS_OK && ecs->autoscaling_min > ecs->max_tasks) {
        status = bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                              "'min' must be at most 'max_tasks', which is %lld; found %lld",
                              (long long)ecs->max_tasks, (long long)ecs->autoscaling_min);
    }
    return status;
}

static enum bs_status load_service_secrets(const struct bs_load *load, const struct bs_node *list,
                                           struct bs_ecs_service *ecs)
{
    const uint32_t kinds = (1U << BS_RESOURCE_SECRET) | (1U << BS_RESOURCE_SSM_PARAMETER);

    for (const struct bs_node *item = list->first; item != NULL; item = item->next) {
        int32_t secret = BS_NONE;
        enum bs_status status = bs_load_resource(load, item, kinds, &secret);

        if (status != BS_OK) {
            return status;
        }
        for (size_t i = 0; i < ecs->secret_count; i++) {
            if (ecs->secrets[i] == secret) {
                return bs_error_set(load->error, BS_ERR_INPUT, &item->at, "'%s' is listed twice",
                                    item->text);
            }
        }
        if (ecs->secret_count == BS_SERVICE_SECRETS_MAX) {
            return bs_error_set(load->error, BS_ERR_INPUT, &item->at, "more than %d secrets",
                                (int)BS_SERVICE_SECRETS_MAX);
        }
        ecs->secrets[ecs->secret_count++] = secret;
    }
    return BS_OK;
}

static enum bs_status load_ecs(const struct bs_load *load, const struct resource_text *text,
                               struct bs_ecs_service *ecs)
{
    static const struct bs_field cache_fields[] = {
        {.name = "hit",
         .kind = BS_FIELD_SHARE,
         .offset = offsetof(struct bs_ecs_service, cache_hit_ppb),
         .maximum = BS_PPB_ONE},
        {.name = "fill",
         .kind = BS_FIELD_COUNT,
         .offset = offsetof(struct bs_ecs_service, cache_fill),
         .maximum = INT64_C(1000000000000)},
    };
    static const struct bs_fields cache_table = {"cache", cache_fields,
                                                 BS_FIELD_COUNT_OF(cache_fields)};
    enum bs_status status;

    ecs->tasks = text->tasks;
    ecs->max_tasks = text->max_tasks;
    ecs->per_task_nano_per_s = text->per_task;
    ecs->image = BS_NONE;
    ecs->database = (enum bs_database)text->database;
    ecs->runs_on = (enum bs_runs_on)text->runs_on;
    ecs->cpu_units = text->cpu_units;
    ecs->memory_bytes = text->memory;
    ecs->instance_class = text->instance_class;
    if (ecs->runs_on == BS_RUNS_ON_GROUP && text->autoscaling != NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &text->autoscaling->at,
                            "'autoscaling' is of services on Fargate; the least that an Auto "
                            "Scaling group has is changed by its own API");
    }
    status = bs_load_inner_map(load, text->cache, "ecs_service", "cache", &cache_table, ecs);
    if (status == BS_OK && text->autoscaling != NULL) {
        status = load_autoscaling(load, text->autoscaling, ecs);
    }
    if (status == BS_OK && text->image != NULL) {
        status = bs_load_resource(load, text->image, 1U << BS_RESOURCE_ECR_IMAGE, &ecs->image);
    }
    if (status == BS_OK && text->secrets != NULL) {
        status = load_service_secrets(load, text->secrets, ecs);
    }
    return status == BS_OK ? bs_load_distribution(load, text->launch, &ecs->launch) : status;
}

static enum bs_status load_image(const struct bs_load *load, const struct resource_text *text,
                                 struct bs_ecr_image *image)
{
    image->size_bytes = text->size;
    for (const struct bs_node *item = text->regions->first; item != NULL; item = item->next) {
        int32_t region = 0;
        enum bs_status status = bs_load_region(load, item, &region);

        if (status != BS_OK) {
            return status;
        }
        image->regions |= 1U << region;
    }
    return bs_load_distribution(load, text->pull, &image->pull_per_100mb);
}

/* Each Region of a list once, into a bit set. */
static enum bs_status load_regions_once(const struct bs_load *load, const struct bs_node *list,
                                        uint32_t *regions)
{
    for (const struct bs_node *item = list->first; item != NULL; item = item->next) {
        int32_t region = 0;
        enum bs_status status = bs_load_region(load, item, &region);

        if (status != BS_OK) {
            return status;
        }
        if ((*regions & (1U << region)) != 0) {
            return bs_error_set(load->error, BS_ERR_INPUT, &item->at, "'%s' is listed twice",
                                item->text);
        }
        *regions |= 1U << region;
    }
    return BS_OK;
}

/* Only a copy can be outdated. */
static enum bs_status check_outdated(const struct bs_load *load, const struct bs_node *list,
                                     const struct bs_secret *secret)
{
    for (const struct bs_node *item = list->first; item != NULL; item = item->next) {
        if ((secret->regions & (1U << bs_scenario_region(load->scenario, item->text))) == 0) {
            return bs_error_set(load->error, BS_ERR_INPUT, &item->at,
                                "'%s' is in 'outdated_in', but not in 'regions': there is no copy",
                                item->text);
        }
    }
    return BS_OK;
}

static enum bs_status load_secret(const struct bs_load *load, const struct resource_text *text,
                                  struct bs_secret *secret)
{
    enum bs_status status;

    if (text->regions->first == NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &text->regions->at,
                            "'regions' must name the Region that keeps the secret");
    }
    status = load_regions_once(load, text->regions, &secret->regions);
    if (status == BS_OK) {
        status = bs_load_region(load, text->regions->first, &secret->kept_in);
    }
    if (status == BS_OK && text->outdated_in != NULL) {
        status = load_regions_once(load, text->outdated_in, &secret->outdated_in);
    }
    if (status == BS_OK && text->outdated_in != NULL) {
        status = check_outdated(load, text->outdated_in, secret);
    }
    return status;
}

/* An rds_instance that says nothing of its lag and promotion is as its replica (link_stores). */
static enum bs_status load_rds_times(const struct bs_load *load, const struct resource_text *text,
                                     struct bs_rds *rds)
{
    enum bs_status status = bs_load_distribution(load, text->creation, &rds->creation);

    rds->has_lag = text->lag != NULL;
    rds->has_promotion = text->promotion != NULL;
    if (status == BS_OK) {
        status = bs_load_distribution(load, text->deletion, &rds->deletion);
    }
    if (status == BS_OK && rds->has_lag) {
        status = bs_load_distribution(load, text->lag, &rds->lag);
    }
    if (status == BS_OK && rds->has_promotion) {
        status = bs_load_distribution(load, text->promotion, &rds->promotion);
    }
    return status;
}

static enum bs_status load_rds(const struct bs_load *load, const struct resource_text *text,
                               enum bs_resource_kind kind, struct bs_rds *rds)
{
    rds->of = BS_NONE;
    rds->engine = text->engine;
    rds->instance_class = text->instance_class;
    rds->multi_az = text->multi_az;
    rds->writers = (enum bs_writers)text->writers;
    rds->queries_nano_per_s = text->queries;
    rds->storage_bytes = text->storage;
    rds->write_bytes = text->write_size;
    if (kind == BS_RESOURCE_RDS_REPLICA) {
        enum bs_status status =
            bs_load_resource(load, text->of, 1U << BS_RESOURCE_RDS_INSTANCE, &rds->of);

        if (status != BS_OK) {
            return status;
        }
    }
    return load_rds_times(load, text, rds);
}

static enum bs_status load_s3(const struct bs_load *load, const struct resource_text *text,
                              struct bs_s3_bucket *s3)
{
    const struct bs_node *defaults =
        bs_node_get(bs_node_get(load->defaults, "s3_bucket"), "replication");

    s3->replicate_to = BS_NONE;
    s3->source = BS_NONE;
    s3->replication_time_control = text->rtc;
    s3->writers = (enum bs_writers)text->writers;
    s3->two_way = text->two_way;
    s3->storage_bytes = text->storage;
    s3->write_bytes = text->write_size;
    if (text->replicate_to != NULL) {
        enum bs_status status = bs_load_resource(load, text->replicate_to,
                                                 1U << BS_RESOURCE_S3_BUCKET, &s3->replicate_to);

        if (status != BS_OK) {
            return status;
        }
    }
    if (text->rtc && text->replication == defaults) {
        return bs_load_distribution(
            load,
            bs_node_get(bs_node_get(load->defaults, "replication_time_control"), "replication"),
            &s3->replication);
    }
    return bs_load_distribution(load, text->replication, &s3->replication);
}

static enum bs_status load_body(const struct bs_load *load, const struct resource_text *text,
                                struct bs_resource *resource)
{
    switch (resource->kind) {
    case BS_RESOURCE_ECS_SERVICE:
        return load_ecs(load, text, &resource->is.ecs);
    case BS_RESOURCE_ECR_IMAGE:
        return load_image(load, text, &resource->is.image);
    case BS_RESOURCE_ALB:
        resource->is.alb.check_interval = text->check_interval;
        return bs_load_resource(load, text->targets, 1U << BS_RESOURCE_ECS_SERVICE,
                                &resource->is.alb.targets);
    case BS_RESOURCE_RDS_INSTANCE:
    case BS_RESOURCE_RDS_REPLICA:
        return load_rds(load, text, resource->kind, &resource->is.rds);
    case BS_RESOURCE_S3_BUCKET:
        return load_s3(load, text, &resource->is.s3);
    case BS_RESOURCE_SECRET:
        resource->is.secret.name = text->name != NULL ? text->name : resource->id;
        return load_secret(load, text, &resource->is.secret);
    case BS_RESOURCE_SSM_PARAMETER:
    case BS_RESOURCE_SNS_TOPIC:
    case BS_RESOURCE_DYNAMODB_TABLE:
        resource->is.named.name = text->name != NULL ? text->name : resource->id;
        return BS_OK;
    case BS_RESOURCE_KIND_COUNT:
        break;
    }
    BS_ASSERT(false);
    return BS_ERR_INTERNAL;
}

/* The kind decides which keys exist, so it is read first. */
static enum bs_status load_kind(const struct bs_load *load, const struct bs_node *node,
                                struct bs_resource *resource)
{
    static const struct bs_field field = {
        .name = "kind", .kind = BS_FIELD_CHOICE, .required = true, .choices = kind_names};
    const struct bs_node *kind_node;
    int32_t kind = 0;
    enum bs_status status;

    if (node->kind != BS_NODE_MAP) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "a resource is a map, such as {kind: alb, ..}");
    }
    kind_node = bs_node_get(node, "kind");
    if (kind_node == NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "missing key 'kind' in resource '%s'", node->key);
    }
    status = bs_load_id(load, node);
    if (status == BS_OK) {
        status = bs_load_scalar(load, kind_node, &field, &kind);
    }
    resource->kind = (enum bs_resource_kind)kind;
    resource->id = node->key;
    resource->at = node->key_at;
    resource->region = BS_NONE;
    return status;
}

/* Said where the author says how many, or else where the service stands. */
static enum bs_status check_tasks(const struct bs_load *load, const struct bs_node *node,
                                  const struct bs_ecs_service *ecs)
{
    const struct bs_node *tasks = bs_node_get(node, "tasks");

    if (ecs->tasks <= ecs->max_tasks) {
        return BS_OK;
    }
    return bs_error_set(load->error, BS_ERR_INPUT, tasks != NULL ? &tasks->at : &node->at,
                        "'tasks' must be at most 'max_tasks', which is %lld; found %lld",
                        (long long)ecs->max_tasks, (long long)ecs->tasks);
}

/* A task on Fargate has vCPUs and memory of its own, an instance those of its class. */
static enum bs_status check_size(const struct bs_load *load, const struct bs_node *node,
                                 const struct bs_ecs_service *ecs)
{
    static const char *const foreign[][2] = {
        [BS_RUNS_ON_FARGATE] = {"class", NULL},
        [BS_RUNS_ON_GROUP] = {"cpu", "memory"},
    };

    for (size_t i = 0; i < 2 && foreign[ecs->runs_on][i] != NULL; i++) {
        const struct bs_node *key = bs_node_get(node, foreign[ecs->runs_on][i]);

        if (key != NULL && !bs_node_is_null(key)) {
            return bs_error_set(load->error, BS_ERR_INPUT, &key->at,
                                "'cpu' and 'memory' are of tasks on Fargate, 'class' is of the "
                                "instances of an Auto Scaling group");
        }
    }
    return BS_OK;
}

static enum bs_status load_resource(const struct bs_load *load, const struct bs_node *node,
                                    struct bs_resource *resource)
{
    struct resource_text text = {0};
    enum bs_status status = bs_load_map(
        load, node,
        bs_node_get(load->defaults, kind_names[resource->kind]) != NULL ? kind_names[resource->kind]
                                                                        : NULL,
        &tables[resource->kind], &text);

    if (status == BS_OK && text.region != NULL) {
        status = bs_load_region(load, text.region, &resource->region);
    }
    if (status == BS_OK) {
        status = load_body(load, &text, resource);
    }
    if (status == BS_OK && resource->kind == BS_RESOURCE_ECS_SERVICE) {
        status = check_tasks(load, node, &resource->is.ecs);
    }
    if (status == BS_OK && resource->kind == BS_RESOURCE_ECS_SERVICE) {
        status = check_size(load, node, &resource->is.ecs);
    }
    return status;
}

/* One Region holds one copy of a store: its application uses that one. */
static enum bs_status check_replica(const struct bs_load *load, size_t index)
{
    const struct bs_scenario *scenario = load->scenario;
    const struct bs_resource *replica = &scenario->resources[index];
    const int32_t of = replica->is.rds.of;

    for (size_t i = 0; i < index; i++) {
        const struct bs_resource *other = &scenario->resources[i];

        if (other->region == replica->region &&
            ((int32_t)i == of ||
             (other->kind == BS_RESOURCE_RDS_REPLICA && other->is.rds.of == of))) {
            return bs_error_set(
                load->error, BS_ERR_INPUT, &replica->at,
                "'%s' and '%s' are copies of one database in one Region; one is allowed", other->id,
                replica->id);
        }
    }
    if (scenario->resources[of].region == replica->region) {
        return bs_error_set(
            load->error, BS_ERR_INPUT, &replica->at,
            "replica '%s' is in its primary's Region; only cross-Region replicas are modelled",
            replica->id);
    }
    return BS_OK;
}

/* What a primary that is rebuilt as a replica does, unless it says so itself, its first replica shows. */
static void learn_from_replica(struct bs_rds *primary, const struct bs_rds *replica)
{
    if (!primary->has_lag) {
        primary->lag = replica->lag;
        primary->has_lag = true;
    }
    if (!primary->has_promotion) {
        primary->promotion = replica->promotion;
        primary->has_promotion = true;
    }
}

/* A replica writes as its primary does; a bucket knows who replicates to it. */
static enum bs_status link_stores(const struct bs_load *load)
{
    struct bs_scenario *scenario = load->scenario;

    for (size_t i = 0; i < scenario->resource_count; i++) {
        struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_RDS_REPLICA) {
            enum bs_status status = check_replica(load, i);

            if (status != BS_OK) {
                return status;
            }
            resource->is.rds.writers = scenario->resources[resource->is.rds.of].is.rds.writers;
            learn_from_replica(&scenario->resources[resource->is.rds.of].is.rds, &resource->is.rds);
        }
        if (resource->kind == BS_RESOURCE_S3_BUCKET && resource->is.s3.two_way &&
            resource->is.s3.replicate_to == BS_NONE) {
            return bs_error_set(
                load->error, BS_ERR_INPUT, &resource->at,
                "'two_way' stands with 'replicate_to': bucket '%s' replicates to none",
                resource->id);
        }
        if (resource->kind == BS_RESOURCE_S3_BUCKET && resource->is.s3.replicate_to != BS_NONE) {
            struct bs_s3_bucket *target = &scenario->resources[resource->is.s3.replicate_to].is.s3;

            if (scenario->resources[resource->is.s3.replicate_to].region == resource->region ||
                target->source != BS_NONE || target->replicate_to != BS_NONE) {
                return bs_error_set(
                    load->error, BS_ERR_INPUT, &resource->at,
                    "bucket '%s' must replicate to another bucket that has no other source and "
                    "does not replicate itself",
                    resource->id);
            }
            target->source = (int32_t)i;
        }
    }
    return BS_OK;
}

enum bs_status bs_load_resources(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status = bs_load_array(load, node, BS_SCENARIO_RESOURCES_MAX,
                                          sizeof(struct bs_resource), &scenario->resources);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = load_kind(load, item, &scenario->resources[scenario->resource_count++]);
    }
    scenario->resource_count = status == BS_OK ? node->member_count : 0;
    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = load_resource(load, item,
                               &scenario->resources[bs_scenario_resource(scenario, item->key)]);
    }
    return status == BS_OK ? link_stores(load) : status;
}
