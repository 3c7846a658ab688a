/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * RDS: ModifyDBInstance. Some changes hold at once; the others are pending until they are applied:
 * immediately, or in the next maintenance window.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/ec2.h"
#include "sim/account/rds.h"

enum { RETENTION_MAX_DAYS = 35, DAYS_IN_WEEK = 7, MINUTES_IN_DAY = 1440 };

/* Changes that wait, and what PendingModifiedValues and the instance call them. */
static const struct change {
    const char *input;
    const char *pending;
    bool waits; /* For the window, unless ApplyImmediately; the others are applied soon anyway. */
} changes[] = {
    {"DBInstanceClass", "DBInstanceClass", true},
    {"AllocatedStorage", "AllocatedStorage", true},
    {"MultiAZ", "MultiAZ", true},
    {"EngineVersion", "EngineVersion", true},
    {"LicenseModel", "LicenseModel", true},
    {"Iops", "Iops", true},
    {"StorageType", "StorageType", true},
    {"StorageThroughput", "StorageThroughput", true},
    {"CACertificateIdentifier", "CACertificateIdentifier", true},
    {"EnableIAMDatabaseAuthentication", "IAMDatabaseAuthenticationEnabled", false},
    {"BackupRetentionPeriod", "BackupRetentionPeriod", false},
    {"DBPortNumber", "Port", false},
    {"DBSubnetGroupName", "DBSubnetGroupName", true},
    {"NewDBInstanceIdentifier", "DBInstanceIdentifier", true},
};

enum { CHANGE_COUNT = sizeof(changes) / sizeof(changes[0]) };

/* ---- Applying ---- */

static void apply_one(struct bs_account_entry *entry, const struct bs_tree *value)
{
    struct bs_tree *attributes = entry->attributes;

    if (strcmp(value->name, "MasterUserPassword") == 0 ||
        strcmp(value->name, "DBInstanceIdentifier") == 0) {
        return; /* Nothing to see; the other one is a renaming. */
    }
    if (strcmp(value->name, "Port") == 0) {
        (void)bs_tree_set(bs_tree_get_mutable(attributes, "Endpoint"), "Port", bs_tree_copy(value));
    } else if (strcmp(value->name, "DBSubnetGroupName") == 0) {
        (void)bs_tree_set(bs_db_internal(entry), value->name, bs_tree_copy(value));
    } else {
        (void)bs_tree_set(attributes, value->name, bs_tree_copy(value));
    }
}

static bool waits(const char *pending)
{
    size_t i = 0;

    while (i < CHANGE_COUNT && strcmp(changes[i].pending, pending) != 0) {
        i++;
    }
    return i < CHANGE_COUNT && changes[i].waits;
}

/* What waits for the window is not applied with what does not, unless all is to be. */
void bs_db_modification_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    const bool applies_all = bs_tree_boolean(bs_db_internal(entry), "AppliesAll", true);
    struct bs_tree *pending = bs_tree_copy(bs_tree_get(entry->attributes, "PendingModifiedValues"));
    struct bs_tree *left = bs_tree_set_structure(entry->attributes, "PendingModifiedValues");

    for (const struct bs_tree *value = bs_tree_first(pending); value != NULL; value = value->next) {
        if (applies_all || !waits(value->name)) {
            apply_one(entry, value);
        } else {
            (void)bs_tree_set(left, value->name, bs_tree_copy(value));
        }
    }
    bs_tree_destroy(pending);
    if (bs_tree_boolean(entry->attributes, "MultiAZ", false)) {
        bs_tree_set_format(entry->attributes, "SecondaryAvailabilityZone", "%sb", entry->region);
    } else {
        (void)bs_tree_remove(entry->attributes, "SecondaryAvailabilityZone");
    }
    (void)account;
}

/* ---- Renaming ---- */

/* Who refers to the instance by name refers to the new one: replicas, its source, its cluster. */
static void take_over_relations(struct bs_account *account, struct bs_account_entry *old,
                                struct bs_account_entry *fresh)
{
    const char *of = bs_tree_text(old->attributes, "ReadReplicaSourceDBInstanceIdentifier", NULL);
    struct bs_account_entry *source =
        of == NULL ? NULL : bs_db_find(account, &bs_db_instances, old->region, of);
    struct bs_account_entry *cluster =
        bs_db_find(account, &bs_db_clusters, old->region,
                   bs_tree_text(old->attributes, "DBClusterIdentifier", ""));
    struct bs_tree *names =
        bs_tree_copy(bs_tree_get(old->attributes, "ReadReplicaDBInstanceIdentifiers"));

    for (const struct bs_tree *name = bs_tree_first(names); name != NULL; name = name->next) {
        struct bs_account_entry *replica =
            bs_db_find(account, &bs_db_instances, old->region, name->is.text.bytes);

        if (replica != NULL) {
            bs_db_set_source(account, replica, fresh);
        }
    }
    bs_tree_destroy(names);
    bs_db_set_source(account, old, NULL);
    bs_db_set_source(account, fresh, source);
    if (cluster != NULL) {
        bs_db_leave_cluster(account, old);
        bs_db_join_cluster(cluster, fresh);
    }
}

/* The old entry goes by itself when its course is over. */
void bs_db_instance_renaming_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    const struct bs_tree *pending = bs_tree_get(entry->attributes, "PendingModifiedValues");
    const char *name = bs_tree_text(pending, "DBInstanceIdentifier", entry->key);
    struct bs_account_entry *fresh;
    char address[BS_DB_ARN_MAX];
    char arn[BS_DB_ARN_MAX];

    if (bs_account_find(account, bs_db_instances.kind, entry->region, name) != NULL) {
        return; /* Somebody has taken the name since. */
    }
    fresh = bs_account_add(account, bs_db_instances.kind, entry->region, name);
    bs_tree_destroy(fresh->attributes);
    fresh->attributes = bs_tree_copy(entry->attributes);
    bs_db_write_arn(&bs_db_instances, fresh->region, fresh->key, arn);
    bs_db_write_address(account, fresh->region, fresh->key, "", address);
    bs_tree_set_text(fresh->attributes, "DBInstanceIdentifier", fresh->key);
    bs_tree_set_text(fresh->attributes, "DBInstanceArn", arn);
    bs_tree_set_text(bs_tree_get_mutable(fresh->attributes, "Endpoint"), "Address", address);
    bs_tree_set_text(fresh->attributes, "DBInstanceStatus", "available");
    (void)bs_tree_remove(bs_db_internal(fresh), "Until");
    (void)bs_tree_remove(fresh->attributes, "ReadReplicaSourceDBInstanceIdentifier");
    (void)bs_tree_set_list(fresh->attributes, "ReadReplicaDBInstanceIdentifiers");
    take_over_relations(account, entry, fresh);
    bs_db_modification_ends(account, fresh);
}

enum extent { ALL, WHAT_DOES_NOT_WAIT };

static void begin_application(struct bs_account *account, struct bs_account_entry *entry,
                              enum extent extent, struct bs_account_answer *answer)
{
    const struct bs_tree *pending = bs_tree_get(entry->attributes, "PendingModifiedValues");
    const bool renames = extent == ALL && bs_tree_get(pending, "DBInstanceIdentifier") != NULL;

    bs_tree_set_boolean(bs_db_internal(entry), "AppliesAll", extent == ALL);
    bs_db_begin(account, entry, renames ? BS_DB_RENAMES : BS_DB_MODIFIES, answer);
}

/* ---- The maintenance window ---- */

/* "sun:05:00-sun:05:30" to minutes since the beginning of a Thursday, as 1970 began; -1 if it is none. */
static int64_t window_minute(const char *window)
{
    static const char days[DAYS_IN_WEEK][4] = {"thu", "fri", "sat", "sun", "mon", "tue", "wed"};
    int hour = 0;
    int minute = 0;

    for (int64_t day = 0; day < DAYS_IN_WEEK; day++) {
        if (strncmp(window, days[day], 3) == 0 &&
            sscanf(window + 3, ":%2d:%2d", &hour, &minute) == 2 && hour >= 0 && hour < 24 &&
            minute >= 0 && minute < 60) {
            return day * MINUTES_IN_DAY + (int64_t)hour * 60 + minute;
        }
    }
    return -1;
}

struct bs_duration bs_db_until_window(const struct bs_account *account,
                                      const struct bs_account_entry *entry)
{
    const int64_t week_s = (int64_t)DAYS_IN_WEEK * MINUTES_IN_DAY * 60;
    const int64_t opens_s =
        60 * window_minute(bs_tree_text(entry->attributes, "PreferredMaintenanceWindow", ""));
    const int64_t now_s =
        bs_account_options(account)->epoch_s + bs_account_now(account).ns / BS_NS_PER_S;
    const int64_t open_for_s = ((now_s - opens_s) % week_s + week_s) % week_s;

    return BS_SECONDS(week_s - open_for_s);
}

static void open_window(struct bs_account *account, struct bs_account_entry *entry)
{
    const struct bs_tree *pending = bs_tree_get(entry->attributes, "PendingModifiedValues");

    if (bs_tree_count(pending) == 0) {
        return;
    }
    if (bs_db_is(entry, "available")) {
        begin_application(account, entry, ALL, NULL);
    } else {
        bs_account_later(account, entry, bs_db_until_window(account, entry), open_window);
    }
}

/* ---- What may be asked ---- */

/* "14.6" and "14.7" are of one major version, "8.0.30" and "5.7.40" are not. */
static bool is_of_other_major(const char *engine, const char *old, const char *new)
{
    const char *a = bs_db_engine_family(engine, old);
    const char *b = bs_db_engine_family(engine, new);

    return a != NULL && b != NULL && strcmp(a, b) != 0;
}

static bool version_is_right(const struct bs_tree *attributes, const struct bs_tree *input,
                             struct bs_account_answer *answer)
{
    const char *engine = bs_tree_text(attributes, "Engine", "");
    const char *version = bs_tree_text(input, "EngineVersion", NULL);

    if (version == NULL) {
        return true;
    }
    if (bs_db_engine_version(engine, version) == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination", "Cannot find version %s for %s",
                        version, engine);
    } else if (is_of_other_major(engine, bs_tree_text(attributes, "EngineVersion", ""), version) &&
               !bs_tree_boolean(input, "AllowMajorVersionUpgrade", false)) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "The AllowMajorVersionUpgrade flag must be present when upgrading to a new "
                        "major version.");
    }
    return answer->error == NULL;
}

static bool values_are_right(const struct bs_tree *attributes, const struct bs_tree *input,
                             struct bs_account_answer *answer)
{
    const int64_t days = bs_tree_integer(input, "BackupRetentionPeriod", 1);
    const int64_t size_gib = bs_tree_integer(attributes, "AllocatedStorage", 0);
    const char *window = bs_tree_text(input, "PreferredMaintenanceWindow", "sun:05:00");

    if (days < 0 || days > RETENTION_MAX_DAYS) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Invalid backup retention period: %lld. It must be between 0 and %d.",
                        (long long)days, RETENTION_MAX_DAYS);
    } else if (days == 0 &&
               bs_tree_count(bs_tree_get(attributes, "ReadReplicaDBInstanceIdentifiers")) > 0) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Backups cannot be disabled on a source of read replicas.");
    } else if (bs_tree_integer(input, "AllocatedStorage", size_gib) < size_gib) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Allocated storage cannot be reduced: there are %lld GiB.",
                        (long long)size_gib);
    } else if (window_minute(window) < 0) {
        bs_account_fail(answer, "InvalidParameterValue", "Invalid maintenance window format: %s",
                        window);
    }
    return answer->error == NULL && version_is_right(attributes, input, answer);
}

static bool names_are_right(struct bs_account *account, const struct bs_account_request *request,
                            const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "NewDBInstanceIdentifier", NULL);
    const char *parameters = bs_tree_text(request->input, "DBParameterGroupName", NULL);
    const char *subnets = bs_tree_text(request->input, "DBSubnetGroupName", NULL);

    if (name != NULL && (!bs_db_world_allows(account, entry, "be renamed", answer) ||
                         !bs_db_name_is_free(account, request, &bs_db_instances, name, answer))) {
        return false;
    }
    if (parameters != NULL && bs_db_use_parameter_group(account, request, &bs_db_parameter_groups,
                                                        parameters, answer) == NULL) {
        return false;
    }
    return subnets == NULL || bs_db_use_subnet_group(account, request, subnets, answer) != NULL;
}

/* ---- ModifyDBInstance ---- */

static void change_at_once(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_entry *entry)
{
    static const char *const members[] = {"PreferredBackupWindow",
                                          "PreferredMaintenanceWindow",
                                          "AutoMinorVersionUpgrade",
                                          "CopyTagsToSnapshot",
                                          "MonitoringInterval",
                                          "MonitoringRoleArn",
                                          "PubliclyAccessible",
                                          "PromotionTier",
                                          "DeletionProtection",
                                          "MaxAllocatedStorage",
                                          "ReplicaMode",
                                          "NetworkType",
                                          "AutomationMode",
                                          "ProcessorFeatures",
                                          NULL};
    const struct bs_tree *groups = bs_tree_get(request->input, "VpcSecurityGroupIds");
    const char *parameters = bs_tree_text(request->input, "DBParameterGroupName", NULL);
    struct bs_tree *status;

    bs_tree_copy_members(entry->attributes, request->input, members);
    if (groups != NULL) {
        bs_ec2_write_memberships(account, entry->region, groups,
                                 bs_tree_set_list(entry->attributes, "VpcSecurityGroups"));
    }
    if (parameters != NULL) {
        status = bs_tree_append_structure(bs_tree_set_list(entry->attributes, "DBParameterGroups"));
        bs_tree_set_text(status, "DBParameterGroupName", parameters);
        bs_tree_set_text(status, "ParameterApplyStatus", "pending-reboot");
    }
}

/* Returns whether a change is to be applied soon: not only in the next window. */
static bool collect_pending(const struct bs_tree *input, struct bs_account_entry *entry)
{
    struct bs_tree *pending = bs_tree_get_mutable(entry->attributes, "PendingModifiedValues");
    const bool is_immediate = bs_tree_boolean(input, "ApplyImmediately", false);
    bool is_due = false;

    for (size_t i = 0; i < CHANGE_COUNT; i++) {
        const struct bs_tree *value = bs_tree_get(input, changes[i].input);

        if (value != NULL) {
            (void)bs_tree_set(pending, changes[i].pending, bs_tree_copy(value));
            is_due = is_due || !changes[i].waits;
        }
    }
    if (bs_tree_get(input, "MasterUserPassword") != NULL) {
        bs_tree_set_text(pending, "MasterUserPassword", "****");
        is_due = true;
    }
    return bs_tree_count(pending) > 0 && (is_immediate || is_due);
}

/* Names of instances are kept in lower case. */
static void lower_pending_name(struct bs_account_entry *entry)
{
    struct bs_tree *pending = bs_tree_get_mutable(entry->attributes, "PendingModifiedValues");
    struct bs_tree *name = bs_tree_get_mutable(pending, "DBInstanceIdentifier");

    for (char *at = name == NULL ? NULL : name->is.text.bytes; at != NULL && *at != '\0'; at++) {
        *at = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
    }
}

/* The scenario's database keeps the status that its world gives it, whatever is changed about it. */
static void apply_to_scenario(struct bs_account *account, struct bs_account_entry *entry,
                              struct bs_account_answer *answer)
{
    bs_db_modification_ends(account, entry);
    bs_db_answer(account, entry, answer);
}

static void apply_in_time(struct bs_account *account, struct bs_account_entry *entry,
                          enum extent extent, bool is_due, struct bs_account_answer *answer)
{
    if (extent == WHAT_DOES_NOT_WAIT && bs_account_options(account)->pace == BS_ACCOUNT_REALISTIC) {
        bs_account_later(account, entry, bs_db_until_window(account, entry), open_window);
    }
    if (is_due) {
        begin_application(account, entry, extent, answer);
    } else {
        bs_db_answer(account, entry, answer);
    }
}

void bs_db_modify_instance(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const bool is_immediate = bs_tree_boolean(request->input, "ApplyImmediately", false);
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_instances, bs_db_instances.id, answer);
    bool is_due;

    if (entry == NULL || !bs_db_must_be(entry, "available", answer) ||
        !values_are_right(entry->attributes, request->input, answer) ||
        !names_are_right(account, request, entry, answer)) {
        return;
    }
    change_at_once(account, request, entry);
    is_due = collect_pending(request->input, entry);
    lower_pending_name(entry);
    if (bs_db_world_resource(account, entry) != NULL) {
        apply_to_scenario(account, entry, answer);
    } else {
        apply_in_time(account, entry, is_immediate ? ALL : WHAT_DOES_NOT_WAIT, is_due, answer);
    }
}
