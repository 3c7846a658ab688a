/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: DB instances, from their creation to their end. How they change is in rds_modify.c. */

#include <stdio.h>
#include <string.h>

#include "sim/account/ec2.h"
#include "sim/account/rds.h"

enum { STORAGE_MIN_GIB = 5, STORAGE_MAX_GIB = 65536, RETENTION_MAX_DAYS = 35, PASSWORD_MIN = 8 };

/* A stopped instance is started by AWS after seven days. */
static const struct bs_duration stopped_at_most = {INT64_C(7) * 86400 * BS_NS_PER_S};
/* Transaction logs are uploaded every five minutes. */
#define LOG_PERIOD_NS (300 * BS_NS_PER_S)

const char *const bs_db_instance_settings[] = {
    "DBInstanceClass",
    "Engine",
    "MasterUsername",
    "DBName",
    "AllocatedStorage",
    "PreferredBackupWindow",
    "BackupRetentionPeriod",
    "PreferredMaintenanceWindow",
    "MultiAZ",
    "EngineVersion",
    "LicenseModel",
    "AutoMinorVersionUpgrade",
    "Iops",
    "CharacterSetName",
    "NcharCharacterSetName",
    "PubliclyAccessible",
    "StorageType",
    "TdeCredentialArn",
    "StorageEncrypted",
    "KmsKeyId",
    "CopyTagsToSnapshot",
    "MonitoringInterval",
    "MonitoringRoleArn",
    "PromotionTier",
    "Timezone",
    "DeletionProtection",
    "MaxAllocatedStorage",
    "NetworkType",
    "StorageThroughput",
    "ReplicaMode",
    "BackupTarget",
    "ProcessorFeatures",
    "CACertificateIdentifier",
    NULL,
};

/* ---- What clients see ---- */

static const struct bs_account_filter filters[] = {
    {"db-instance-id", "DBInstanceIdentifier"},
    {"db-instance-id", "DBInstanceArn"},
    {"db-cluster-id", "DBClusterIdentifier"},
    {"dbi-resource-id", "DbiResourceId"},
    {"engine", "Engine"},
    {"domain", "DomainMemberships.Domain"},
    {NULL, NULL},
};

struct bs_instant bs_db_latest_restorable(const struct bs_account *account,
                                          struct bs_instant created)
{
    const int64_t now_ns = bs_account_now(account).ns;

    return bs_instant_max(created, (struct bs_instant){now_ns - now_ns % LOG_PERIOD_NS});
}

static void show_subnet_group(struct bs_account *account, const struct bs_account_entry *entry,
                              struct bs_tree *view)
{
    const char *name =
        bs_tree_text(bs_tree_get(entry->attributes, "Internal"), "DBSubnetGroupName", "");
    const struct bs_account_entry *group =
        bs_db_find(account, &bs_db_subnet_groups, entry->region, name);

    if (group != NULL) {
        (void)bs_tree_set(view, "DBSubnetGroup", bs_db_view(account, group));
    }
}

static void show(struct bs_account *account, const struct bs_account_entry *entry,
                 struct bs_tree *view)
{
    const struct bs_instant created =
        bs_tree_instant(view, "InstanceCreateTime", bs_account_now(account));

    show_subnet_group(account, entry, view);
    if (bs_db_is(entry, "creating")) {
        (void)bs_tree_remove(view, "Endpoint");
    } else if (bs_tree_integer(view, "BackupRetentionPeriod", 0) > 0) {
        bs_tree_set_instant(view, "LatestRestorableTime",
                            bs_db_latest_restorable(account, created));
    }
}

const struct bs_db_kind bs_db_instances = {
    .kind = "rds:db",
    .arn_type = "db",
    .one = "DBInstance",
    .many = "DBInstances",
    .id = "DBInstanceIdentifier",
    .arn = "DBInstanceArn",
    .status = "DBInstanceStatus",
    .source_type = "db-instance",
    .not_found = "DBInstanceNotFoundFault",
    .already_exists = "DBInstanceAlreadyExistsFault",
    .invalid_state = "InvalidDBInstanceStateFault",
    .quota_exceeded = "InstanceQuotaExceededFault",
    .quota = 40,
    .id_length_max = 63,
    .filters = filters,
    .show = show,
};

/* ---- Making one ---- */

void bs_db_write_address(const struct bs_account *account, const char *region, const char *id,
                         const char *infix, char address[BS_DB_ARN_MAX])
{
    const uint64_t bits = bs_account_draw(account, region, "rds-address", 0);

    (void)snprintf(address, BS_DB_ARN_MAX, "%.63s.%sc%011llx.%.64s.rds.amazonaws.com", id, infix,
                   (unsigned long long)(bits >> 20), region);
}

static bool engine_is_right(struct bs_tree *attributes, struct bs_account_answer *answer)
{
    const char *engine = bs_tree_text(attributes, "Engine", "");
    const char *asked = bs_tree_text(attributes, "EngineVersion", NULL);
    const char *version = bs_db_engine_version(engine, asked);

    if (bs_db_engine_port(engine) == 0) {
        bs_account_fail(answer, "InvalidParameterValue", "Invalid DB engine: %s", engine);
        return false;
    }
    if (version == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination", "Cannot find version %s for %s",
                        asked, engine);
        return false;
    }
    bs_tree_set_text(attributes, "EngineVersion", version);
    if (bs_tree_get(attributes, "LicenseModel") == NULL) {
        bs_tree_set_text(attributes, "LicenseModel",
                         strcmp(engine, "postgres") == 0 ? "postgresql-license"
                                                         : "general-public-license");
    }
    return true;
}

static bool is_within(const struct bs_tree *attributes, const char *member, int64_t min,
                      int64_t max, struct bs_account_answer *answer)
{
    const int64_t value = bs_tree_integer(attributes, member, min);

    if (value < min || value > max) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Invalid value for %s: %lld. It must be between %lld and %lld.", member,
                        (long long)value, (long long)min, (long long)max);
    }
    return answer->error == NULL;
}

static void set_default_values(const char *region, struct bs_tree *attributes)
{
    static const struct {
        const char *member;
        bool value;
    } booleans[] = {
        {"MultiAZ", false},
        {"AutoMinorVersionUpgrade", true},
        {"PubliclyAccessible", false},
        {"StorageEncrypted", false},
        {"CopyTagsToSnapshot", false},
        {"DeletionProtection", false},
        {"IAMDatabaseAuthenticationEnabled", false},
        {"PerformanceInsightsEnabled", false},
    };
    static const struct {
        const char *member;
        const char *value;
    } texts[] = {
        {"StorageType", "gp2"},
        {"PreferredBackupWindow", "03:00-03:30"},
        {"PreferredMaintenanceWindow", "sun:05:00-sun:05:30"},
        {"CACertificateIdentifier", "rds-ca-2019"},
        {"NetworkType", "IPV4"},
        {"BackupTarget", "region"},
    };

    for (size_t i = 0; i < sizeof(booleans) / sizeof(booleans[0]); i++) {
        if (bs_tree_get(attributes, booleans[i].member) == NULL) {
            bs_tree_set_boolean(attributes, booleans[i].member, booleans[i].value);
        }
    }
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (bs_tree_get(attributes, texts[i].member) == NULL) {
            bs_tree_set_text(attributes, texts[i].member, texts[i].value);
        }
    }
    if (bs_tree_get(attributes, "BackupRetentionPeriod") == NULL) {
        bs_tree_set_integer(attributes, "BackupRetentionPeriod", 1);
    }
    if (bs_tree_get(attributes, "AvailabilityZone") == NULL) {
        bs_tree_set_format(attributes, "AvailabilityZone", "%sa", region);
    }
    if (bs_tree_boolean(attributes, "MultiAZ", false)) {
        bs_tree_set_format(attributes, "SecondaryAvailabilityZone", "%sb", region);
    }
}

static bool set_groups(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_tree *attributes, struct bs_account_answer *answer)
{
    const char *family = bs_db_engine_family(bs_tree_text(attributes, "Engine", ""),
                                             bs_tree_text(attributes, "EngineVersion", ""));
    struct bs_tree *internal = bs_tree_set_structure(attributes, "Internal");
    const struct bs_account_entry *group;
    struct bs_tree *status;
    char name[64];

    (void)snprintf(name, sizeof(name), "default.%s", family);
    group = bs_db_use_parameter_group(account, request, &bs_db_parameter_groups,
                                      bs_tree_text(request->input, "DBParameterGroupName", name),
                                      answer);
    if (group == NULL) {
        return false;
    }
    status = bs_tree_append_structure(bs_tree_set_list(attributes, "DBParameterGroups"));
    bs_tree_set_text(status, "DBParameterGroupName", bs_db_id(group));
    bs_tree_set_text(status, "ParameterApplyStatus", "in-sync");
    group = bs_db_use_subnet_group(
        account, request, bs_tree_text(request->input, "DBSubnetGroupName", "default"), answer);
    if (group == NULL) {
        return false;
    }
    bs_tree_set_text(internal, "DBSubnetGroupName", bs_db_id(group));
    bs_ec2_write_memberships(account, request->region,
                             bs_tree_get(request->input, "VpcSecurityGroupIds"),
                             bs_tree_set_list(attributes, "VpcSecurityGroups"));
    return true;
}

bool bs_db_complete_instance(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_tree *attributes, struct bs_account_answer *answer)
{
    static const char *const renamed[][2] = {
        {"EnableIAMDatabaseAuthentication", "IAMDatabaseAuthenticationEnabled"},
        {"EnablePerformanceInsights", "PerformanceInsightsEnabled"},
        {"PerformanceInsightsKMSKeyId", "PerformanceInsightsKMSKeyId"},
        {"PerformanceInsightsRetentionPeriod", "PerformanceInsightsRetentionPeriod"},
        {"EnableCloudwatchLogsExports", "EnabledCloudwatchLogsExports"},
        {"AvailabilityZone", "AvailabilityZone"},
    };

    bs_tree_copy_members(attributes, request->input, bs_db_instance_settings);
    for (size_t i = 0; i < sizeof(renamed) / sizeof(renamed[0]); i++) {
        const struct bs_tree *value = bs_tree_get(request->input, renamed[i][0]);

        if (value != NULL) {
            (void)bs_tree_set(attributes, renamed[i][1], bs_tree_copy(value));
        }
    }
    if (bs_tree_boolean(attributes, "MultiAZ", false) &&
        bs_tree_get(request->input, "AvailabilityZone") != NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Requesting a specific availability zone is not valid for Multi-AZ "
                        "instances.");
        return false;
    }
    if (!engine_is_right(attributes, answer) ||
        !is_within(attributes, "BackupRetentionPeriod", 0, RETENTION_MAX_DAYS, answer) ||
        !is_within(attributes, "AllocatedStorage", STORAGE_MIN_GIB, STORAGE_MAX_GIB, answer)) {
        return false;
    }
    set_default_values(request->region, attributes);
    return set_groups(account, request, attributes, answer);
}

static void set_identity(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_entry *entry)
{
    struct bs_tree *attributes = entry->attributes;
    struct bs_tree *endpoint = bs_tree_set_structure(attributes, "Endpoint");
    const int64_t port = bs_db_engine_port(bs_tree_text(attributes, "Engine", ""));
    char address[BS_DB_ARN_MAX];
    char id[30];

    bs_account_new_id(account, "db-", 26, id, sizeof(id));
    for (size_t i = 3; id[i] != '\0'; i++) {
        id[i] = id[i] >= 'a' && id[i] <= 'z' ? (char)(id[i] - 'a' + 'A') : id[i];
    }
    bs_tree_set_text(attributes, "DbiResourceId", id);
    bs_tree_set_instant(attributes, "InstanceCreateTime", bs_account_now(account));
    bs_db_write_address(account, entry->region, bs_db_id(entry), "", address);
    bs_tree_set_text(endpoint, "Address", address);
    bs_tree_set_integer(endpoint, "Port", bs_tree_integer(request->input, "Port", port));
    bs_tree_set_integer(attributes, "DbInstancePort", 0);
    (void)bs_tree_set_list(attributes, "ReadReplicaDBInstanceIdentifiers");
    (void)bs_tree_set_structure(attributes, "PendingModifiedValues");
}

struct bs_account_entry *bs_db_add_instance(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            const char *name, struct bs_tree *attributes)
{
    struct bs_account_entry *entry = bs_db_new(account, request, &bs_db_instances, name);

    for (const struct bs_tree *member = bs_tree_first(attributes); member != NULL;
         member = member->next) {
        (void)bs_tree_set(entry->attributes, member->name, bs_tree_copy(member));
    }
    bs_tree_destroy(attributes);
    set_identity(account, request, entry);
    return entry;
}

/* ---- CreateDBInstance ---- */

static bool has_owner_and_storage(const struct bs_tree *input, struct bs_account_answer *answer)
{
    static const char *const needed[] = {"AllocatedStorage", "MasterUsername",
                                         "MasterUserPassword"};

    for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++) {
        if (bs_tree_get(input, needed[i]) == NULL) {
            bs_account_fail(answer, "InvalidParameterValue",
                            "The parameter %s must be provided and must not be blank.", needed[i]);
            return false;
        }
    }
    if (strlen(bs_tree_text(input, "MasterUserPassword", "")) < PASSWORD_MIN) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "The parameter MasterUserPassword is not a valid password because it is "
                        "shorter than %d characters.",
                        PASSWORD_MIN);
    }
    return answer->error == NULL;
}

/* The cluster that the new instance is to be a member of, or NULL: of none, or there is an error. */
static struct bs_account_entry *cluster_to_join(struct bs_account *account,
                                                const struct bs_account_request *request,
                                                struct bs_account_answer *answer)
{
    const char *engine = bs_tree_text(request->input, "Engine", "");
    struct bs_account_entry *cluster;

    if (bs_tree_get(request->input, "DBClusterIdentifier") == NULL) {
        if (bs_db_engine_is_of_clusters(engine)) {
            bs_account_fail(answer, "InvalidParameterCombination",
                            "A DB instance of the engine %s must be a member of a DB cluster.",
                            engine);
        } else {
            (void)has_owner_and_storage(request->input, answer);
        }
        return NULL;
    }
    cluster = bs_db_named(account, request, &bs_db_clusters, "DBClusterIdentifier", answer);
    if (cluster == NULL) {
        return NULL;
    }
    if (!bs_db_is(cluster, "available") && !bs_db_is(cluster, "creating")) {
        (void)bs_db_must_be(cluster, "available", answer);
    } else if (strcmp(bs_tree_text(cluster->attributes, "Engine", ""), engine) != 0) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "The engine %s is not that of the DB cluster %s.", engine,
                        bs_db_id(cluster));
    }
    return cluster;
}

static void inherit_from_cluster(const struct bs_account_entry *cluster, struct bs_tree *attributes)
{
    static const char *const inherited[] = {"MasterUsername",
                                            "EngineVersion",
                                            "BackupRetentionPeriod",
                                            "PreferredBackupWindow",
                                            "StorageEncrypted",
                                            "KmsKeyId",
                                            NULL};

    bs_tree_copy_members(attributes, cluster->attributes, inherited);
    bs_tree_set_text(attributes, "DBClusterIdentifier", bs_db_id(cluster));
    bs_tree_set_text(attributes, "StorageType", "aurora");
    if (bs_tree_get(attributes, "PromotionTier") == NULL) {
        bs_tree_set_integer(attributes, "PromotionTier", 1);
    }
}

void bs_db_create_instance(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "DBInstanceIdentifier", "");
    struct bs_tree *attributes = bs_tree_new_structure();
    struct bs_account_entry *cluster = NULL;
    struct bs_account_entry *entry;

    if (bs_db_is_free(account, request, &bs_db_instances, name, answer)) {
        cluster = cluster_to_join(account, request, answer);
    }
    if (cluster != NULL) {
        inherit_from_cluster(cluster, attributes);
    }
    if (answer->error != NULL || !bs_db_complete_instance(account, request, attributes, answer)) {
        bs_tree_destroy(attributes);
        return;
    }
    entry = bs_db_add_instance(account, request, name, attributes);
    if (cluster != NULL) {
        bs_db_join_cluster(cluster, entry);
    }
    bs_db_begin(account, entry, BS_DB_CREATES, answer);
}

/* ---- Reboot, stop, start ---- */

static void swap_zones(struct bs_tree *attributes)
{
    struct bs_tree *first = bs_tree_copy(bs_tree_get(attributes, "AvailabilityZone"));

    bs_tree_set_text(attributes, "AvailabilityZone",
                     bs_tree_text(attributes, "SecondaryAvailabilityZone", ""));
    (void)bs_tree_set(attributes, "SecondaryAvailabilityZone", first);
}

void bs_db_reboot_instance(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const bool fails_over = bs_tree_boolean(request->input, "ForceFailover", false);
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_instances, bs_db_instances.id, answer);
    struct bs_tree *group;

    if (entry == NULL || !bs_db_must_be(entry, "available", answer) ||
        !bs_db_world_allows(account, entry, "be rebooted", answer)) {
        return;
    }
    if (fails_over && !bs_tree_boolean(entry->attributes, "MultiAZ", false)) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "A reboot with failover needs a Multi-AZ DB instance.");
        return;
    }
    if (fails_over) {
        swap_zones(entry->attributes);
    }
    group = bs_tree_first_mutable(bs_tree_get_mutable(entry->attributes, "DBParameterGroups"));
    bs_tree_set_text(group, "ParameterApplyStatus", "in-sync");
    bs_db_begin(account, entry, BS_DB_REBOOTS, answer);
}

static bool may_be_stopped(const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    const struct bs_tree *attributes = entry->attributes;

    if (bs_tree_get(attributes, "DBClusterIdentifier") != NULL) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "%s is a member of a DB cluster: stop the cluster.", bs_db_id(entry));
    } else if (bs_tree_get(attributes, "ReadReplicaSourceDBInstanceIdentifier") != NULL ||
               bs_tree_count(bs_tree_get(attributes, "ReadReplicaDBInstanceIdentifiers")) > 0) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault",
                        "%s is a read replica or has one, and cannot be stopped.", bs_db_id(entry));
    }
    return answer->error == NULL;
}

static void start_again(struct bs_account *account, struct bs_account_entry *entry)
{
    const struct bs_instant at =
        bs_tree_instant(entry->attributes, "AutomaticRestartTime", BS_INSTANT_NEVER);

    if (bs_db_is(entry, "stopped") && at.ns <= bs_account_now(account).ns) {
        (void)bs_tree_remove(entry->attributes, "AutomaticRestartTime");
        bs_db_begin(account, entry, BS_DB_STARTS, NULL);
    }
}

void bs_db_stop_instance(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    const char *snapshot = bs_tree_text(request->input, "DBSnapshotIdentifier", NULL);
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_instances, bs_db_instances.id, answer);

    if (entry == NULL || !bs_db_must_be(entry, "available", answer) ||
        !may_be_stopped(entry, answer) ||
        !bs_db_world_allows(account, entry, "be stopped", answer)) {
        return;
    }
    if (snapshot != NULL) {
        if (!bs_db_is_free(account, request, &bs_db_snapshots, snapshot, answer)) {
            return;
        }
        bs_db_take_final_snapshot(account, request, entry);
    }
    bs_tree_set_instant(entry->attributes, "AutomaticRestartTime",
                        bs_instant_add(bs_account_now(account), stopped_at_most));
    if (bs_account_options(account)->pace == BS_ACCOUNT_REALISTIC) {
        bs_account_later(account, entry, stopped_at_most, start_again);
    }
    bs_db_begin(account, entry, BS_DB_STOPS, answer);
}

void bs_db_start_instance(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_instances, bs_db_instances.id, answer);

    if (entry == NULL || !bs_db_must_be(entry, "stopped", answer)) {
        return;
    }
    (void)bs_tree_remove(entry->attributes, "AutomaticRestartTime");
    bs_db_begin(account, entry, BS_DB_STARTS, answer);
}

/* ---- DeleteDBInstance ---- */

/* The last member of a cluster that replicates another one stays: promote or delete the cluster. */
static bool is_last_of_replica_cluster(struct bs_account *account,
                                       const struct bs_account_entry *entry)
{
    const char *name = bs_tree_text(entry->attributes, "DBClusterIdentifier", "");
    const struct bs_account_entry *cluster =
        bs_db_find(account, &bs_db_clusters, entry->region, name);

    return cluster != NULL &&
           bs_tree_get(cluster->attributes, "ReplicationSourceIdentifier") != NULL &&
           bs_tree_count(bs_tree_get(cluster->attributes, "DBClusterMembers")) == 1;
}

static bool final_snapshot_is_possible(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       const struct bs_account_entry *entry,
                                       struct bs_account_answer *answer)
{
    const bool has_final = bs_tree_get(request->input, "FinalDBSnapshotIdentifier") != NULL;
    const struct bs_tree *attributes = entry->attributes;

    if (bs_tree_get(attributes, "DBClusterIdentifier") != NULL && !has_final) {
        return true; /* The cluster has the data. */
    }
    if (has_final && bs_tree_get(attributes, "ReadReplicaSourceDBInstanceIdentifier") != NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "FinalDBSnapshotIdentifier cannot be specified when deleting a read "
                        "replica.");
    } else if (has_final && bs_db_is(entry, "creating")) {
        (void)bs_db_must_be(entry, "available", answer);
    } else {
        (void)bs_db_final_snapshot_is_right(account, request, &bs_db_snapshots, answer);
    }
    return answer->error == NULL;
}

static bool may_be_deleted(struct bs_account *account, const struct bs_account_request *request,
                           const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    if (bs_db_is(entry, "deleting")) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault",
                        "Instance %s is already being deleted.", bs_db_id(entry));
    } else if (bs_tree_boolean(entry->attributes, "DeletionProtection", false)) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Cannot delete protected DB Instance, please disable deletion protection "
                        "and try again.");
    } else if (is_last_of_replica_cluster(account, entry)) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "%s is the only DB instance of a read replica cluster.", bs_db_id(entry));
    } else {
        (void)final_snapshot_is_possible(account, request, entry, answer);
    }
    return answer->error == NULL;
}

/* Replicas in the same Region become instances of their own; those elsewhere stand still. */
static void leave_replicas(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_tree *names =
        bs_tree_copy(bs_tree_get(entry->attributes, "ReadReplicaDBInstanceIdentifiers"));

    for (const struct bs_tree *name = bs_tree_first(names); name != NULL; name = name->next) {
        struct bs_account_entry *replica =
            bs_db_find(account, &bs_db_instances, entry->region, name->is.text.bytes);

        if (replica == NULL) {
            continue;
        }
        bs_db_set_source(account, replica, NULL);
        if (strcmp(replica->region, entry->region) != 0) {
            bs_db_set_replication(replica, "terminated");
        }
    }
    bs_tree_destroy(names);
}

void bs_db_instance_deletion_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    leave_replicas(account, entry);
    bs_db_set_source(account, entry, NULL);
    bs_db_leave_cluster(account, entry);
}

void bs_db_delete_instance(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_instances, bs_db_instances.id, answer);

    if (entry == NULL || !may_be_deleted(account, request, entry, answer)) {
        return;
    }
    if (bs_db_world_resource(account, entry) != NULL) {
        if (bs_db_world_delete(account, request, entry, answer)) {
            bs_db_take_final_snapshot(account, request, entry);
            bs_db_answer(account, entry, answer);
        }
        return;
    }
    bs_db_take_final_snapshot(account, request, entry);
    bs_db_begin(account, entry, BS_DB_DELETES, answer);
}
