/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/drill_names.h"

#include <stdlib.h>
#include <string.h>

#include "orchestrator/aws/wire_call.h"
#include "orchestrator/core/block.h"

/* How the section's keys are called among the facts of the wire. */
static const struct {
    enum bs_wire_fact fact;
    size_t offset;
} facts[] = {
#define FACT(id, member)                                     \
    {                                                        \
        BS_WIRE_##id, offsetof(struct bs_live_names, member) \
    }
    FACT(NAME, name),
    FACT(CLUSTER, cluster),
    FACT(TASK_CPU_UNITS, task_cpu_units),
    FACT(REPOSITORY, repository),
    FACT(IMAGE_TAG, image_tag),
    FACT(TARGET_GROUP_ARN, target_group_arn),
    FACT(DNS_NAME, dns_name),
    FACT(ALIAS_ZONE, alias_zone),
    FACT(TOPIC_ARN, topic_arn),
    FACT(ARN, arn),
    FACT(KMS_KEY, kms_key),
    FACT(SECURITY_GROUP, security_group),
    FACT(CLIENT_GROUP, client_group),
    FACT(PORT, port),
    FACT(SOURCE_BUCKET, source_bucket),
    FACT(REPLICATION_RULE, replication_rule),
    FACT(KEY_ATTRIBUTE, key_attribute),
#undef FACT
};

enum { FACT_COUNT = sizeof(facts) / sizeof(facts[0]) };

static const char *text_at(const struct bs_live_names *names, size_t offset)
{
    const char *text;

    memcpy(&text, (const char *)names + offset, sizeof(text));
    return text;
}

/* A parameter and a table may have said their names already. */
static const char *named(const struct bs_resource *resource)
{
    const bool has_name = resource->kind == BS_RESOURCE_SSM_PARAMETER ||
                          resource->kind == BS_RESOURCE_SNS_TOPIC ||
                          resource->kind == BS_RESOURCE_DYNAMODB_TABLE;

    return has_name ? resource->is.named.name : NULL;
}

static struct bs_wire_name *add(struct bs_wire_name *rows, size_t *count, enum bs_wire_fact fact,
                                const char *resource, const char *value)
{
    if (value != NULL) {
        rows[(*count)++] = (struct bs_wire_name){fact, resource, NULL, value};
    }
    return rows;
}

static bool make_rows(const struct bs_scenario *scenario, struct bs_wire_names *names)
{
    const struct bs_live *live = scenario->live;
    struct bs_wire_name *rows =
        calloc(live->name_count * FACT_COUNT + scenario->resource_count + 1, sizeof(*rows));

    if (rows == NULL) {
        return false;
    }
    for (size_t i = 0; i < live->name_count; i++) {
        for (size_t k = 0; k < FACT_COUNT; k++) {
            (void)add(rows, &names->name_count, facts[k].fact, live->names[i].resource,
                      text_at(&live->names[i], facts[k].offset));
        }
    }
    for (size_t i = 0; i < scenario->resource_count; i++) {
        (void)add(rows, &names->name_count, BS_WIRE_NAME, scenario->resources[i].id,
                  named(&scenario->resources[i]));
    }
    names->names = rows;
    return true;
}

/* All load balancers may be pointed to. */
static enum bs_status add_targets(const struct bs_scenario *scenario,
                                  const struct bs_wire_names *names, struct bs_wire_record *record,
                                  struct bs_error *error)
{
    for (size_t i = 0; i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind != BS_RESOURCE_ALB) {
            continue;
        }
        if (bs_wire_name(names, BS_WIRE_DNS_NAME, resource->id, NULL) == NULL) {
            return bs_error_set(error, BS_ERR_INPUT, &scenario->live->at,
                                "names: the load balancer '%s' needs its dns_name", resource->id);
        }
        if (record->target_count == BS_WIRE_RECORD_TARGETS_MAX) {
            return bs_error_set(error, BS_ERR_LIMIT, &resource->at,
                                "a record may name at most %d load balancers",
                                BS_WIRE_RECORD_TARGETS_MAX);
        }
        record->targets[record->target_count++].resource = resource->id;
    }
    return BS_OK;
}

static enum bs_status make_records(const struct bs_scenario *scenario, struct bs_drill_names *names,
                                   struct bs_error *error)
{
    const struct bs_live *live = scenario->live;
    enum bs_status status = BS_OK;

    names->records = calloc(live->record_count + 1, sizeof(*names->records));
    if (names->records == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < live->record_count && status == BS_OK; i++) {
        const struct bs_record_set *set = &scenario->records[live->records[i].record];

        names->records[i] = (struct bs_wire_record){
            .resource = set->name,
            .hosted_zone = live->records[i].hosted_zone,
            .name = set->name,
            .ttl_s = set->ttl.ns / BS_NS_PER_S,
            .is_alias = set->is_alias,
        };
        status = add_targets(scenario, &names->names, &names->records[i], error);
    }
    names->names.records = names->records;
    names->names.record_count = live->record_count;
    return status;
}

enum bs_status bs_drill_names_make(const struct bs_scenario *scenario, struct bs_drill_names *names,
                                   struct bs_error *error)
{
    static const char *const schemes[] = {"https", "http"};
    const struct bs_live_application *application = &scenario->live->application;

    *names = (struct bs_drill_names){.host = NULL};
    if (!make_rows(scenario, &names->names)) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    if (scenario->live->record_count == 0) {
        return bs_error_set(error, BS_ERR_INPUT, &scenario->live->at,
                            "records: a game day needs the hosted zone of at least one record");
    }
    names->host = scenario->records[scenario->live->records[0].record].name;
    names->application = (struct bs_application){
        .scheme = schemes[application->scheme],
        .port = application->port,
        .host = names->host,
        .paths = {[BS_HTTP_HEALTH] = application->health,
                  [BS_HTTP_READ] = application->read,
                  [BS_HTTP_WRITE] = application->write,
                  [BS_HTTP_READ_BACK] = application->read_back},
    };
    return make_records(scenario, names, error);
}

void bs_drill_names_clean_up(struct bs_drill_names *names)
{
    free((void *)(uintptr_t)names->names.names);
    free(names->records);
    *names = (struct bs_drill_names){.host = NULL};
}

/* ---- What may be changed ---- */

bool bs_drill_allows(const struct bs_live *live, const char *resource)
{
    for (size_t i = 0; i < live->allowed_count; i++) {
        if (strcmp(live->allowed[i], resource) == 0) {
            return true;
        }
    }
    return false;
}

static bool changes_account(const struct bs_block *block)
{
    for (uint32_t i = 0; i < block->operation_count; i++) {
        const struct bs_operation_info *info = bs_operation_info(block->operations[i]);

        if (info->effect != BS_EFFECT_READS && bs_wire_is_aws(block->operations[i])) {
            return true;
        }
    }
    return false;
}

static enum bs_status check_resource(const struct bs_live *live, const struct bs_step *step,
                                     const struct bs_plan_resource *resource,
                                     struct bs_error *error)
{
    if (resource == NULL || bs_drill_allows(live, resource->id)) {
        return BS_OK;
    }
    return bs_error_set(error, BS_ERR_INPUT, &live->at,
                        "step %s would change '%s', which is not on the scenario's allow-list",
                        step->id, resource->id);
}

static enum bs_status check_step(const struct bs_live *live, const struct bs_step *step,
                                 struct bs_error *error)
{
    const struct bs_parameters *parameters = &step->parameters;
    enum bs_status status = BS_OK;

    if (step->shape != BS_SHAPE_STEP || !changes_account(bs_block(step->block))) {
        return BS_OK;
    }
    status = check_resource(live, step, parameters->resource, error);
    for (uint32_t i = 0; i < parameters->of_count && status == BS_OK; i++) {
        status = check_resource(live, step, parameters->of[i], error);
    }
    return status;
}

enum bs_status bs_drill_check_plan(const struct bs_live *live, const struct bs_plan *plan,
                                   struct bs_error *error)
{
    enum bs_status status = BS_OK;

    if (plan->lease != NULL && !bs_drill_allows(live, plan->lease->table->id)) {
        return bs_error_set(error, BS_ERR_INPUT, &live->at,
                            "the lease is kept in '%s', which is not on the scenario's allow-list",
                            plan->lease->table->id);
    }
    for (uint32_t i = 0; i < plan->step_count && status == BS_OK; i++) {
        status = check_step(live, &plan->steps[i], error);
    }
    return status;
}
