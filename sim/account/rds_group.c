/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: subnet groups and parameter groups. Default ones come into being when they are first used. */

#include <stdio.h>
#include <string.h>

#include "sim/account/ec2.h"
#include "sim/account/rds.h"

enum { SUBNETS_MAX = 20, PARAMETERS_MAX = 20 }; /* Of a group; of a request. */

static const struct bs_account_filter no_filters[] = {{NULL, NULL}};

const struct bs_db_kind bs_db_subnet_groups = {
    .kind = "rds:subnet-group",
    .arn_type = "subgrp",
    .one = "DBSubnetGroup",
    .many = "DBSubnetGroups",
    .id = "DBSubnetGroupName",
    .arn = "DBSubnetGroupArn",
    .not_found = "DBSubnetGroupNotFoundFault",
    .already_exists = "DBSubnetGroupAlreadyExistsFault",
    .invalid_state = "InvalidDBSubnetGroupStateFault",
    .quota_exceeded = "DBSubnetGroupQuotaExceededFault",
    .quota = 50,
    .id_length_max = 255,
    .filters = no_filters,
};

const struct bs_db_kind bs_db_parameter_groups = {
    .kind = "rds:parameter-group",
    .arn_type = "pg",
    .one = "DBParameterGroup",
    .many = "DBParameterGroups",
    .id = "DBParameterGroupName",
    .arn = "DBParameterGroupArn",
    .source_type = "db-parameter-group",
    .not_found = "DBParameterGroupNotFoundFault",
    .already_exists = "DBParameterGroupAlreadyExistsFault",
    .invalid_state = "InvalidDBParameterGroupStateFault",
    .quota_exceeded = "DBParameterGroupQuotaExceededFault",
    .quota = 50,
    .id_length_max = 255,
    .filters = no_filters,
};

const struct bs_db_kind bs_db_cluster_parameter_groups = {
    .kind = "rds:cluster-parameter-group",
    .arn_type = "cluster-pg",
    .one = "DBClusterParameterGroup",
    .many = "DBClusterParameterGroups",
    .id = "DBClusterParameterGroupName",
    .arn = "DBClusterParameterGroupArn",
    .not_found = "DBParameterGroupNotFoundFault",
    .already_exists = "DBParameterGroupAlreadyExistsFault",
    .invalid_state = "InvalidDBParameterGroupStateFault",
    .quota_exceeded = "DBParameterGroupQuotaExceededFault",
    .quota = 50,
    .id_length_max = 255,
    .filters = no_filters,
};

/* A group that nobody has asked for: without the tags of whoever is the first to use it. */
static struct bs_account_entry *add_default(struct bs_account *account, const char *region,
                                            const struct bs_db_kind *kind, const char *name)
{
    struct bs_tree *input = bs_tree_new_structure();
    const struct bs_account_request request = {.region = region, .input = input};
    struct bs_account_entry *entry = bs_db_new(account, &request, kind, name);

    bs_tree_destroy(input);
    return entry;
}

/* Whether a resource of the kind has the text where the path says. */
static bool is_used(struct bs_account *account, const char *region, const struct bs_db_kind *by,
                    const char *path, const char *text)
{
    const struct bs_account_filter table[] = {{"group", path}, {NULL, NULL}};
    struct bs_tree *filters = bs_tree_new_list();
    struct bs_tree *filter = bs_tree_append_structure(filters);
    const struct bs_account_entry *entry = NULL;

    bs_tree_set_text(filter, "Name", "group");
    bs_tree_append_text(bs_tree_set_list(filter, "Values"), text);
    do {
        entry = bs_account_next(account, by->kind, region, entry == NULL ? NULL : entry->key);
    } while (entry != NULL && !bs_account_filters_match(table, filters, entry->attributes));
    bs_tree_destroy(filters);
    return entry != NULL;
}

/* ---- Subnet groups ---- */

/* Writes the subnets and their VPC. False and an error if they cannot form a group. */
static bool set_subnets(struct bs_account *account, const char *region, const struct bs_tree *ids,
                        struct bs_tree *attributes, struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(attributes, "Subnets");
    const char *vpc = NULL;
    const char *zone = NULL;
    bool has_two_zones = false;

    for (const struct bs_tree *id = bs_tree_first(ids); id != NULL; id = id->next) {
        const struct bs_tree *subnet = bs_ec2_subnet(account, region, id->is.text.bytes);
        const char *in = bs_tree_text(subnet, "AvailabilityZone", "");
        struct bs_tree *view;

        if (subnet == NULL || bs_tree_count(list) >= SUBNETS_MAX ||
            (vpc != NULL && strcmp(vpc, bs_tree_text(subnet, "VpcId", "")) != 0)) {
            bs_account_fail(answer, "InvalidSubnet",
                            "The subnet %s is not there, or not in the VPC of the others.",
                            id->is.text.bytes);
            return false;
        }
        has_two_zones = has_two_zones || (zone != NULL && strcmp(zone, in) != 0);
        zone = in;
        vpc = bs_tree_text(subnet, "VpcId", "");
        view = bs_tree_append_structure(list);
        bs_tree_set_text(view, "SubnetIdentifier", id->is.text.bytes);
        bs_tree_set_text(bs_tree_set_structure(view, "SubnetAvailabilityZone"), "Name", in);
        bs_tree_set_text(view, "SubnetStatus", "Active");
    }
    if (!has_two_zones) {
        bs_account_fail(answer, "DBSubnetGroupDoesNotCoverEnoughAZs",
                        "The DB subnet group doesn't meet Availability Zone (AZ) coverage "
                        "requirement. Add subnets to cover at least 2 AZs.");
        return false;
    }
    bs_tree_set_text(attributes, "VpcId", vpc);
    bs_tree_set_text(attributes, "SubnetGroupStatus", "Complete");
    return true;
}

struct bs_account_entry *bs_db_use_subnet_group(struct bs_account *account,
                                                const struct bs_account_request *request,
                                                const char *name, struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_find(account, &bs_db_subnet_groups, request->region, name);

    if (entry == NULL && strcmp(name, "default") == 0) {
        struct bs_tree *subnets = bs_ec2_default_subnets(account, request->region);

        entry = add_default(account, request->region, &bs_db_subnet_groups, name);
        bs_tree_set_text(entry->attributes, "DBSubnetGroupDescription", "default");
        (void)set_subnets(account, request->region, subnets, entry->attributes, answer);
        bs_tree_destroy(subnets);
    } else if (entry == NULL) {
        bs_account_fail(answer, "DBSubnetGroupNotFoundFault",
                        "DB subnet group '%s' does not exist.", name);
    }
    return entry;
}

void bs_db_create_subnet_group(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    static const char *const members[] = {"DBSubnetGroupDescription", NULL};
    const char *name = bs_tree_text(request->input, "DBSubnetGroupName", "");
    struct bs_tree *attributes = bs_tree_new_structure();
    struct bs_account_entry *entry;

    if (strcmp(name, "default") == 0) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "The DB subnet group name default is reserved.");
    } else if (bs_db_is_free(account, request, &bs_db_subnet_groups, name, answer) &&
               set_subnets(account, request->region, bs_tree_get(request->input, "SubnetIds"),
                           attributes, answer)) {
        entry = bs_db_new(account, request, &bs_db_subnet_groups, name);
        bs_tree_copy_members(entry->attributes, request->input, members);
        bs_tree_copy_members(entry->attributes, attributes,
                             (const char *const[]){"Subnets", "VpcId", "SubnetGroupStatus", NULL});
        bs_db_answer(account, entry, answer);
    }
    bs_tree_destroy(attributes);
}

void bs_db_modify_subnet_group(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    static const char *const members[] = {"DBSubnetGroupDescription", NULL};
    static const char *const found[] = {"Subnets", "VpcId", "SubnetGroupStatus", NULL};
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_subnet_groups, bs_db_subnet_groups.id, answer);
    struct bs_tree *attributes = bs_tree_new_structure();

    if (entry != NULL &&
        set_subnets(account, request->region, bs_tree_get(request->input, "SubnetIds"), attributes,
                    answer)) {
        bs_tree_copy_members(entry->attributes, attributes, found);
        bs_tree_copy_members(entry->attributes, request->input, members);
        bs_db_answer(account, entry, answer);
    }
    bs_tree_destroy(attributes);
}

void bs_db_delete_subnet_group(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_subnet_groups, bs_db_subnet_groups.id, answer);

    if (entry == NULL) {
        return;
    }
    if (strcmp(bs_db_id(entry), "default") == 0 ||
        is_used(account, entry->region, &bs_db_instances, "Internal.DBSubnetGroupName",
                bs_db_id(entry)) ||
        is_used(account, entry->region, &bs_db_clusters, "DBSubnetGroup", bs_db_id(entry))) {
        bs_account_fail(answer, "InvalidDBSubnetGroupStateFault",
                        "Cannot delete the subnet group '%s' because it is used or the default "
                        "one.",
                        bs_db_id(entry));
        return;
    }
    bs_account_remove(account, entry);
}

/* ---- Parameters ---- */

/* A few of each engine's. Descriptions are our own. */
static const struct parameter {
    const char *engine; /* Part of the family's name. */
    const char *name;
    const char *value; /* NULL: the engine's own. */
    const char *apply_type;
    const char *data_type;
    const char *allowed;
    const char *description;
} parameters[] = {
    {"postgres", "hot_standby_feedback", "0", "dynamic", "boolean", "0,1",
     "Whether a standby tells its source which rows its queries need."},
    {"postgres", "log_min_duration_statement", "-1", "dynamic", "integer", "-1-2147483647",
     "Statements that last longer, in milliseconds, are logged."},
    {"postgres", "max_connections", "LEAST({DBInstanceClassMemory/9531392},5000)", "static",
     "integer", "6-8388607", "How many connections there may be."},
    {"postgres", "max_standby_streaming_delay", "30000", "dynamic", "integer", "-1-2147483647",
     "How long, in milliseconds, queries of a standby may hold up replication."},
    {"postgres", "max_wal_senders", "10", "static", "integer", "5-100",
     "How many may replicate from here."},
    {"postgres", "rds.force_ssl", "0", "dynamic", "boolean", "0,1",
     "Whether connections must be encrypted."},
    {"postgres", "rds.logical_replication", "0", "static", "boolean", "0,1",
     "Whether logical decoding is possible."},
    {"postgres", "shared_buffers", "{DBInstanceClassMemory/32768}", "static", "integer",
     "16-1073741823", "Memory for shared pages, in 8 KiB."},
    {"postgres", "wal_sender_timeout", "30000", "dynamic", "integer", "0-3600000",
     "After how many milliseconds a silent replica is given up."},
    {"postgres", "work_mem", NULL, "dynamic", "integer", "64-2147483647",
     "Memory of one sort or hash, in KiB."},
    {"m", "binlog_format", "MIXED", "dynamic", "string", "ROW,STATEMENT,MIXED",
     "How changes are written to the binary log."},
    {"m", "character_set_server", NULL, "dynamic", "string", "utf8,utf8mb4,latin1",
     "The server's character set."},
    {"m", "innodb_buffer_pool_size", "{DBInstanceClassMemory*3/4}", "dynamic", "integer",
     "257949696-9223372036854775807", "Memory for InnoDB's pages, in bytes."},
    {"m", "max_connections", "{DBInstanceClassMemory/12582880}", "dynamic", "integer", "1-100000",
     "How many connections there may be."},
    {"m", "performance_schema", "0", "static", "boolean", "0,1",
     "Whether the performance schema is kept."},
    {"m", "read_only", "{TrueIfReplica}", "dynamic", "string", "0,1,{TrueIfReplica}",
     "Whether only replication may write."},
    {"m", "slow_query_log", "0", "dynamic", "boolean", "0,1", "Whether slow queries are logged."},
    {"m", "wait_timeout", NULL, "dynamic", "integer", "1-31536000",
     "After how many seconds an idle connection is closed."},
};

enum { PARAMETER_COUNT = sizeof(parameters) / sizeof(parameters[0]) };

static bool is_of(const struct parameter *parameter, const char *family)
{
    const bool is_postgres = strstr(family, "postgres") != NULL;

    return is_postgres == (strcmp(parameter->engine, "postgres") == 0);
}

static const struct parameter *find_parameter(const char *family, const char *name)
{
    for (size_t i = 0; i < PARAMETER_COUNT; i++) {
        if (is_of(&parameters[i], family) && strcmp(parameters[i].name, name) == 0) {
            return &parameters[i];
        }
    }
    return NULL;
}

/* ---- Parameter groups ---- */

static const struct bs_db_kind *kind_of(const struct bs_account_request *request)
{
    return strstr(request->operation, "Cluster") != NULL ? &bs_db_cluster_parameter_groups
                                                         : &bs_db_parameter_groups;
}

struct bs_account_entry *bs_db_use_parameter_group(struct bs_account *account,
                                                   const struct bs_account_request *request,
                                                   const struct bs_db_kind *kind, const char *name,
                                                   struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = bs_db_find(account, kind, request->region, name);

    if (entry != NULL) {
        return entry;
    }
    if (strncmp(name, "default.", 8) != 0 || !bs_db_family_exists(name + 8)) {
        bs_account_fail(answer,
                        kind == &bs_db_parameter_groups ? "DBParameterGroupNotFoundFault"
                                                        : "DBClusterParameterGroupNotFoundFault",
                        "%s not found: %s", kind->one, name);
        return NULL;
    }
    entry = add_default(account, request->region, kind, name);
    bs_tree_set_text(entry->attributes, "DBParameterGroupFamily", name + 8);
    bs_tree_set_format(entry->attributes, "Description", "Default parameter group for %s",
                       name + 8);
    return entry;
}

void bs_db_create_parameter_group(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    static const char *const members[] = {"DBParameterGroupFamily", "Description", NULL};
    const struct bs_db_kind *kind = kind_of(request);
    const char *name = bs_tree_text(request->input, kind->id, "");
    const char *family = bs_tree_text(request->input, "DBParameterGroupFamily", "");
    struct bs_account_entry *entry;

    if (!bs_db_family_exists(family) || strncmp(name, "default.", 8) == 0) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "ParameterGroupFamily %s is not a valid parameter group family, or the "
                        "name is reserved.",
                        family);
    } else if (bs_db_is_free(account, request, kind, name, answer)) {
        entry = bs_db_new(account, request, kind, name);
        bs_tree_copy_members(entry->attributes, request->input, members);
        bs_db_answer(account, entry, answer);
    }
}

/* The group to be changed; NULL and an error if it is not there or is a default one. */
static struct bs_account_entry *changeable(struct bs_account *account,
                                           const struct bs_account_request *request,
                                           struct bs_account_answer *answer)
{
    const struct bs_db_kind *kind = kind_of(request);
    struct bs_account_entry *entry = bs_db_named(account, request, kind, kind->id, answer);

    if (entry != NULL && strncmp(bs_db_id(entry), "default.", 8) == 0) {
        bs_account_fail(answer, "InvalidDBParameterGroupStateFault",
                        "The default parameter group %s cannot be changed.", bs_db_id(entry));
        return NULL;
    }
    return entry;
}

static bool may_be_set(const char *family, const struct bs_tree *wanted,
                       struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(wanted, "ParameterName", "");
    const struct parameter *parameter = find_parameter(family, name);

    if (parameter == NULL) {
        bs_account_fail(answer, "InvalidParameterValue", "Could not find parameter with name: %s",
                        name);
    } else if (strcmp(parameter->apply_type, "static") == 0 &&
               strcmp(bs_tree_text(wanted, "ApplyMethod", ""), "immediate") == 0) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "cannot use immediate apply method for static parameter %s", name);
    }
    return answer->error == NULL;
}

/* All of the request's parameters are right, and there are not too many. */
static bool parameters_are_right(const struct bs_account_entry *entry, const struct bs_tree *list,
                                 struct bs_account_answer *answer)
{
    const char *family = bs_tree_text(entry->attributes, "DBParameterGroupFamily", "");

    if (bs_tree_count(list) > PARAMETERS_MAX) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "At most %d parameters can be changed at a time.", PARAMETERS_MAX);
    }
    for (const struct bs_tree *wanted = bs_tree_first(list);
         wanted != NULL && answer->error == NULL; wanted = wanted->next) {
        (void)may_be_set(family, wanted, answer);
    }
    return answer->error == NULL;
}

static struct bs_tree *own_values(struct bs_account_entry *entry)
{
    struct bs_tree *values = bs_tree_get_mutable(bs_db_internal(entry), "Parameters");

    return values != NULL ? values : bs_tree_set_structure(bs_db_internal(entry), "Parameters");
}

void bs_db_modify_parameter_group(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    const struct bs_tree *list = bs_tree_get(request->input, "Parameters");
    struct bs_account_entry *entry = changeable(account, request, answer);

    if (entry == NULL || !parameters_are_right(entry, list, answer)) {
        return;
    }
    for (const struct bs_tree *wanted = bs_tree_first(list); wanted != NULL;
         wanted = wanted->next) {
        bs_tree_set_text(own_values(entry), bs_tree_text(wanted, "ParameterName", ""),
                         bs_tree_text(wanted, "ParameterValue", ""));
        bs_db_note(account, entry, "configuration change", "Updated parameters");
    }
    bs_tree_set_text(answer->output, bs_db_kind_of(entry)->id, bs_db_id(entry));
}

void bs_db_reset_parameter_group(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const struct bs_tree *list = bs_tree_get(request->input, "Parameters");
    const bool is_all = bs_tree_boolean(request->input, "ResetAllParameters", false);
    struct bs_account_entry *entry = changeable(account, request, answer);

    if (entry == NULL || !parameters_are_right(entry, list, answer)) {
        return;
    }
    if (is_all == (bs_tree_count(list) > 0)) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Either ResetAllParameters or Parameters must be specified.");
        return;
    }
    if (is_all) {
        (void)bs_tree_set_structure(bs_db_internal(entry), "Parameters");
    }
    for (const struct bs_tree *wanted = bs_tree_first(list); wanted != NULL;
         wanted = wanted->next) {
        (void)bs_tree_remove(own_values(entry), bs_tree_text(wanted, "ParameterName", ""));
    }
    bs_tree_set_text(answer->output, bs_db_kind_of(entry)->id, bs_db_id(entry));
}

void bs_db_delete_parameter_group(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = changeable(account, request, answer);

    if (entry == NULL) {
        return;
    }
    if (is_used(account, entry->region, &bs_db_instances, "DBParameterGroups.DBParameterGroupName",
                bs_db_id(entry)) ||
        is_used(account, entry->region, &bs_db_clusters, "DBClusterParameterGroup",
                bs_db_id(entry))) {
        bs_account_fail(answer, "InvalidDBParameterGroupStateFault",
                        "One or more database instances are still members of this parameter group "
                        "%s, so the group cannot be deleted",
                        bs_db_id(entry));
        return;
    }
    bs_account_remove(account, entry);
}

static struct bs_tree *show_parameter(const struct parameter *parameter, const char *own)
{
    struct bs_tree *view = bs_tree_new_structure();
    const char *value = own != NULL ? own : parameter->value;

    bs_tree_set_text(view, "ParameterName", parameter->name);
    if (value != NULL) {
        bs_tree_set_text(view, "ParameterValue", value);
    }
    bs_tree_set_text(view, "Description", parameter->description);
    bs_tree_set_text(view, "Source", own != NULL ? "user" : "engine-default");
    bs_tree_set_text(view, "ApplyType", parameter->apply_type);
    bs_tree_set_text(view, "DataType", parameter->data_type);
    bs_tree_set_text(view, "AllowedValues", parameter->allowed);
    bs_tree_set_boolean(view, "IsModifiable", true);
    bs_tree_set_text(view, "ApplyMethod", "pending-reboot");
    return view;
}

void bs_db_describe_parameters(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    const struct bs_db_kind *kind = kind_of(request);
    const char *source = bs_tree_text(request->input, "Source", NULL);
    struct bs_tree *list = bs_tree_set_list(answer->output, "Parameters");
    struct bs_account_entry *entry = bs_db_named(account, request, kind, kind->id, answer);

    for (size_t i = 0; entry != NULL && i < PARAMETER_COUNT; i++) {
        const char *family = bs_tree_text(entry->attributes, "DBParameterGroupFamily", "");
        const char *own = bs_tree_text(own_values(entry), parameters[i].name, NULL);

        if (is_of(&parameters[i], family) &&
            (source == NULL || strcmp(source, own != NULL ? "user" : "engine-default") == 0)) {
            (void)bs_tree_append(list, show_parameter(&parameters[i], own));
        }
    }
}
