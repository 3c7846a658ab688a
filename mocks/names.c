/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/names.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/assert.h"
#include "mocks/mock_state.h"
#include "sim/account/elbv2.h"
#include "sim/account/route53.h"

enum {
    TEXT_BYTES_MAX = 16 * 1024 * 1024,
    FACTS_PER_RESOURCE = 4,
    NAME_SIZE = 1024,
};

/* Which change of the world goes by which id. */
struct change_row {
    const char *id;
    int64_t number;
};

struct bs_mock_names {
    struct bs_mock *mock;
    struct bs_arena texts;
    struct bs_wire_name *rows;
    struct bs_wire_record *records;
    struct change_row *changes;
    size_t change_count;
    size_t change_capacity;
    struct bs_wire_names names;
};

/* ---- Resources ---- */

static const char *keep_text(struct bs_mock_names *names, const char *text)
{
    const char *kept = bs_arena_text(&names->texts, text, strlen(text));

    BS_ASSERT(kept != NULL);
    return kept;
}

static void add(struct bs_mock_names *names, enum bs_wire_fact fact,
                const struct bs_resource *resource, const char *value)
{
    names->rows[names->names.name_count++] =
        (struct bs_wire_name){fact, resource->id, NULL, keep_text(names, value)};
}

__attribute__((format(printf, 4, 5))) static void add_format(struct bs_mock_names *names,
                                                             enum bs_wire_fact fact,
                                                             const struct bs_resource *resource,
                                                             const char *format, ...)
{
    char value[NAME_SIZE];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(value, sizeof(value), format, arguments);
    va_end(arguments);
    add(names, fact, resource, value);
}

static const char *region_of(const struct bs_mock_names *names, const struct bs_resource *resource)
{
    return bs_world_scenario(names->mock->world)->regions[resource->region].name;
}

static void add_service(struct bs_mock_names *names, const struct bs_resource *resource)
{
    add(names, BS_WIRE_CLUSTER, resource, "default");
}

static void add_balancer(struct bs_mock_names *names, const struct bs_resource *resource)
{
    struct bs_account *account = names->mock->account;
    const struct bs_account_entry *balancer = bs_elbv2_of_resource(account, resource);
    const struct bs_account_entry *group =
        bs_elbv2_named(account, region_of(names, resource), BS_ELBV2_TARGET_GROUP, resource->id);

    add(names, BS_WIRE_DNS_NAME, resource, bs_tree_text(balancer->attributes, "DNSName", ""));
    add(names, BS_WIRE_ALIAS_ZONE, resource,
        bs_tree_text(balancer->attributes, "CanonicalHostedZoneId", ""));
    add(names, BS_WIRE_TARGET_GROUP_ARN, resource, group->key);
}

static void add_database(struct bs_mock_names *names, const struct bs_resource *resource)
{
    const bool is_postgres = strstr(resource->is.rds.engine, "postgres") != NULL;

    add_format(names, BS_WIRE_ARN, resource, "arn:aws:rds:%s:" BS_ACCOUNT_ID ":db:%s",
               region_of(names, resource), resource->id);
    add_format(names, BS_WIRE_SECURITY_GROUP, resource, "sg-%s", resource->id);
    add_format(names, BS_WIRE_CLIENT_GROUP, resource, "sg-%s-clients", resource->id);
    add(names, BS_WIRE_PORT, resource, is_postgres ? "5432" : "3306");
}

static void add_bucket(struct bs_mock_names *names, const struct bs_resource *resource)
{
    const struct bs_scenario *scenario = bs_world_scenario(names->mock->world);
    const int32_t own = (int32_t)(resource - scenario->resources);

    for (size_t i = 0; i < scenario->resource_count; i++) {
        const struct bs_resource *source = &scenario->resources[i];

        if (source->kind == BS_RESOURCE_S3_BUCKET && source->is.s3.replicate_to == own) {
            add(names, BS_WIRE_SOURCE_BUCKET, resource, source->id);
            add_format(names, BS_WIRE_REPLICATION_RULE, resource, "to-%s", resource->id);
            return;
        }
    }
}

static void add_topic(struct bs_mock_names *names, const struct bs_resource *resource)
{
    add_format(names, BS_WIRE_TOPIC_ARN, resource, "arn:aws:sns:%s:" BS_ACCOUNT_ID ":%s",
               region_of(names, resource), resource->is.named.name);
}

static void add_named(struct bs_mock_names *names, const struct bs_resource *resource)
{
    add(names, BS_WIRE_NAME, resource, resource->is.named.name);
    if (resource->kind == BS_RESOURCE_DYNAMODB_TABLE) {
        add(names, BS_WIRE_KEY_ATTRIBUTE, resource, "key");
    }
}

static void add_resource(struct bs_mock_names *names, const struct bs_resource *resource)
{
    static void (*const adders[])(struct bs_mock_names *, const struct bs_resource *) = {
        [BS_RESOURCE_ECS_SERVICE] = add_service,   [BS_RESOURCE_ALB] = add_balancer,
        [BS_RESOURCE_RDS_INSTANCE] = add_database, [BS_RESOURCE_RDS_REPLICA] = add_database,
        [BS_RESOURCE_S3_BUCKET] = add_bucket,      [BS_RESOURCE_SNS_TOPIC] = add_topic,
        [BS_RESOURCE_SSM_PARAMETER] = add_named,   [BS_RESOURCE_DYNAMODB_TABLE] = add_named,
    };

    if ((size_t)resource->kind < sizeof(adders) / sizeof(adders[0]) &&
        adders[resource->kind] != NULL) {
        adders[resource->kind](names, resource);
    }
}

/* ---- Records ---- */

/* Performs an operation of Route 53 that only reads. */
static struct bs_account_answer ask_route53(struct bs_account *account, const char *operation,
                                            const struct bs_tree *input)
{
    const struct bs_account_request request = {
        .service = "route53", .operation = operation, .region = BS_ACCOUNT_GLOBAL, .input = input};
    struct bs_account_answer answer;

    bs_account_perform(account, &request, &answer);
    BS_ASSERT(answer.error == NULL);
    return answer;
}

static void make_record(struct bs_mock_names *names, const struct bs_record_set *set,
                        struct bs_wire_record *record)
{
    const struct bs_scenario *scenario = bs_world_scenario(names->mock->world);

    *record = (struct bs_wire_record){
        .resource = set->name,
        .hosted_zone = bs_route53_scenario_zone(names->mock->account, set->name),
        .name = set->name,
        .is_alias = set->is_alias,
    };
    for (size_t i = 0; i < scenario->resource_count; i++) {
        if (scenario->resources[i].kind == BS_RESOURCE_ALB &&
            record->target_count < BS_WIRE_RECORD_TARGETS_MAX) {
            record->targets[record->target_count++].resource = scenario->resources[i].id;
        }
    }
}

/* What a set points to. */
static const char *value_of(const struct bs_tree *set)
{
    const struct bs_tree *alias = bs_tree_get(set, "AliasTarget");

    return alias != NULL
               ? bs_tree_text(alias, "DNSName", "")
               : bs_tree_text(bs_tree_first(bs_tree_get(set, "ResourceRecords")), "Value", "");
}

static void take_set(struct bs_mock_names *names, const struct bs_tree *set,
                     struct bs_wire_record *record)
{
    const struct bs_account_entry *balancer =
        bs_elbv2_of_dns_name(names->mock->account, value_of(set));
    const struct bs_resource *resource =
        balancer == NULL ? NULL : bs_elbv2_scenario_balancer(names->mock->account, balancer);

    record->is_weighted = bs_tree_get(set, "Weight") != NULL;
    record->ttl_s = bs_tree_integer(set, "TTL", 0);
    for (size_t i = 0; resource != NULL && i < record->target_count; i++) {
        if (strcmp(record->targets[i].resource, resource->id) == 0) {
            record->targets[i].weight = bs_tree_integer(set, "Weight", 1);
        }
    }
}

static bool is_of(const struct bs_tree *set, const struct bs_wire_record *record)
{
    const size_t length = strlen(record->name);
    const char *name = bs_tree_text(set, "Name", "");
    const char *type = bs_tree_text(set, "Type", "");

    return strncasecmp(name, record->name, length) == 0 && strcmp(name + length, ".") == 0 &&
           strcmp(type, record->is_alias ? "A" : "CNAME") == 0;
}

static void refresh_record(struct bs_mock_names *names, struct bs_wire_record *record)
{
    struct bs_tree *input = bs_tree_new_structure();
    struct bs_account_answer answer;
    const struct bs_tree *set;

    bs_tree_set_text(input, "HostedZoneId", record->hosted_zone);
    bs_tree_set_text(input, "StartRecordName", record->name);
    answer = ask_route53(names->mock->account, "ListResourceRecordSets", input);
    for (size_t i = 0; i < record->target_count; i++) {
        record->targets[i].weight = 0;
    }
    set = bs_tree_first(bs_tree_get(answer.output, "ResourceRecordSets"));
    for (; set != NULL; set = set->next) {
        if (is_of(set, record)) {
            take_set(names, set, record);
        }
    }
    bs_account_answer_clean_up(&answer);
    bs_tree_destroy(input);
}

/* ---- Changes ---- */

/* The world's number of the last change that went by this id; -1 if the world made none. */
static int64_t number_of(void *context, const char *id)
{
    struct bs_mock_names *names = context;
    const struct bs_account_entry *change =
        bs_account_find(names->mock->account, BS_ROUTE53_CHANGE, BS_ACCOUNT_GLOBAL, id);
    const struct bs_tree *numbers =
        change != NULL ? bs_tree_get(change->attributes, "WorldChanges") : NULL;
    int64_t number = -1;

    for (const struct bs_tree *each = bs_tree_first(numbers); each != NULL; each = each->next) {
        number = each->is.integer;
    }
    if (number >= 0) {
        if (names->change_count == names->change_capacity) {
            names->change_capacity = 2 * names->change_capacity + 16;
            names->changes =
                realloc(names->changes, names->change_capacity * sizeof(*names->changes));
            BS_ASSERT(names->changes != NULL);
        }
        names->changes[names->change_count++] = (struct change_row){keep_text(names, id), number};
    }
    return number;
}

static const char *id_of(void *context, int64_t number)
{
    const struct bs_mock_names *names = context;

    for (size_t i = 0; i < names->change_count; i++) {
        if (names->changes[i].number == number) {
            return names->changes[i].id;
        }
    }
    return NULL;
}

/* ---- All ---- */

struct bs_mock_names *bs_mock_names_new(struct bs_mock *mock)
{
    const struct bs_scenario *scenario = bs_world_scenario(mock->world);
    struct bs_mock_names *names = calloc(1, sizeof(*names));

    BS_ASSERT(names != NULL);
    names->mock = mock;
    bs_arena_init(&names->texts, TEXT_BYTES_MAX);
    names->rows = calloc(scenario->resource_count * FACTS_PER_RESOURCE + 1, sizeof(*names->rows));
    names->records = calloc(scenario->record_count + 1, sizeof(*names->records));
    BS_ASSERT(names->rows != NULL && names->records != NULL);
    for (size_t i = 0; i < scenario->resource_count; i++) {
        add_resource(names, &scenario->resources[i]);
    }
    for (size_t i = 0; i < scenario->record_count; i++) {
        make_record(names, &scenario->records[i], &names->records[i]);
    }
    names->names.names = names->rows;
    names->names.records = names->records;
    names->names.record_count = scenario->record_count;
    names->names.changes = (struct bs_wire_changes){number_of, id_of, names};
    return names;
}

void bs_mock_names_destroy(struct bs_mock_names *names)
{
    if (names == NULL) {
        return;
    }
    bs_arena_clean_up(&names->texts);
    free(names->rows);
    free(names->records);
    free(names->changes);
    free(names);
}

const struct bs_wire_names *bs_mock_names_for(struct bs_mock_names *names,
                                              const struct bs_call_request *call)
{
    const bool changes_record = call->operation == BS_OPERATION_ROUTE53_CHANGE_RECORD ||
                                call->operation == BS_OPERATION_ROUTE53_CHANGE_TTL;
    struct bs_wire_record *record =
        changes_record ? bs_wire_record(&names->names, call->resource) : NULL;

    if (record != NULL) {
        refresh_record(names, record);
    }
    return &names->names;
}
