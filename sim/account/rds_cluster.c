/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: DB clusters (Aurora), their members, failover, replication from other clusters, restores. */

#include <stdio.h>
#include <string.h>

#include "sim/account/ec2.h"
#include "sim/account/rds.h"

enum { RETENTION_MIN_DAYS = 1, RETENTION_MAX_DAYS = 35, LOWEST_TIER = 15 };

const char *const bs_db_cluster_settings[] = {
    "Engine",
    "EngineVersion",
    "EngineMode",
    "DatabaseName",
    "MasterUsername",
    "BackupRetentionPeriod",
    "PreferredBackupWindow",
    "PreferredMaintenanceWindow",
    "Port",
    "StorageEncrypted",
    "KmsKeyId",
    "CharacterSetName",
    "DeletionProtection",
    "CopyTagsToSnapshot",
    "AllocatedStorage",
    "StorageType",
    "Iops",
    "DBClusterInstanceClass",
    "NetworkType",
    "BacktrackWindow",
    NULL,
};

/* ---- What clients see ---- */

static void show(struct bs_account *account, const struct bs_account_entry *entry,
                 struct bs_tree *view)
{
    const struct bs_instant created =
        bs_tree_instant(view, "ClusterCreateTime", (struct bs_instant){0});

    if (!bs_db_is(entry, "creating")) {
        bs_tree_set_instant(view, "EarliestRestorableTime", created);
        bs_tree_set_instant(view, "LatestRestorableTime",
                            bs_db_latest_restorable(account, created));
    }
    bs_tree_set_boolean(view, "MultiAZ", bs_tree_count(bs_tree_get(view, "DBClusterMembers")) > 1);
}

static const struct bs_account_filter filters[] = {
    {"db-cluster-id", "DBClusterIdentifier"},
    {"db-cluster-id", "DBClusterArn"},
    {"db-cluster-resource-id", "DbClusterResourceId"},
    {"engine", "Engine"},
    {NULL, NULL},
};

const struct bs_db_kind bs_db_clusters = {
    .kind = "rds:cluster",
    .arn_type = "cluster",
    .one = "DBCluster",
    .many = "DBClusters",
    .id = "DBClusterIdentifier",
    .arn = "DBClusterArn",
    .status = "Status",
    .source_type = "db-cluster",
    .not_found = "DBClusterNotFoundFault",
    .already_exists = "DBClusterAlreadyExistsFault",
    .invalid_state = "InvalidDBClusterStateFault",
    .quota_exceeded = "DBClusterQuotaExceededFault",
    .quota = 40,
    .id_length_max = 63,
    .filters = filters,
    .show = show,
};

/* ---- Members ---- */

static struct bs_tree *find_member(struct bs_account_entry *cluster, const char *id)
{
    struct bs_tree *member =
        bs_tree_first_mutable(bs_tree_get_mutable(cluster->attributes, "DBClusterMembers"));

    while (member != NULL && strcmp(bs_tree_text(member, "DBInstanceIdentifier", ""), id) != 0) {
        member = member->next;
    }
    return member;
}

/* Who becomes the writer: of the lowest tier the first one that is not the writer already. */
static struct bs_tree *best_reader(struct bs_account_entry *cluster)
{
    struct bs_tree *member =
        bs_tree_first_mutable(bs_tree_get_mutable(cluster->attributes, "DBClusterMembers"));
    struct bs_tree *best = NULL;

    for (; member != NULL; member = member->next) {
        if (!bs_tree_boolean(member, "IsClusterWriter", false) &&
            (best == NULL || bs_tree_integer(member, "PromotionTier", LOWEST_TIER) <
                                 bs_tree_integer(best, "PromotionTier", LOWEST_TIER))) {
            best = member;
        }
    }
    return best;
}

static void make_writer(struct bs_account_entry *cluster, const struct bs_tree *writer)
{
    struct bs_tree *member =
        bs_tree_first_mutable(bs_tree_get_mutable(cluster->attributes, "DBClusterMembers"));

    for (; member != NULL; member = member->next) {
        bs_tree_set_boolean(member, "IsClusterWriter", member == writer);
    }
}

void bs_db_join_cluster(struct bs_account_entry *cluster, const struct bs_account_entry *instance)
{
    struct bs_tree *members = bs_tree_get_mutable(cluster->attributes, "DBClusterMembers");
    const bool is_first = bs_tree_count(members) == 0;
    struct bs_tree *member = bs_tree_append_structure(members);

    bs_tree_set_text(member, "DBInstanceIdentifier", bs_db_id(instance));
    bs_tree_set_boolean(member, "IsClusterWriter", is_first);
    bs_tree_set_text(member, "DBClusterParameterGroupStatus", "in-sync");
    bs_tree_set_integer(member, "PromotionTier",
                        bs_tree_integer(instance->attributes, "PromotionTier", 1));
}

void bs_db_leave_cluster(struct bs_account *account, const struct bs_account_entry *instance)
{
    const char *name = bs_tree_text(instance->attributes, "DBClusterIdentifier", "");
    struct bs_account_entry *cluster = bs_db_find(account, &bs_db_clusters, instance->region, name);
    struct bs_tree *member = cluster == NULL ? NULL : find_member(cluster, bs_db_id(instance));
    bool was_writer;

    if (member == NULL) {
        return;
    }
    was_writer = bs_tree_boolean(member, "IsClusterWriter", false);
    bs_tree_remove_element(bs_tree_get_mutable(cluster->attributes, "DBClusterMembers"), member);
    if (was_writer) {
        make_writer(cluster, best_reader(cluster));
    }
}

/* ---- Making one ---- */

static void set_cluster_defaults(struct bs_tree *attributes)
{
    static const struct {
        const char *member;
        const char *value;
    } texts[] = {
        {"EngineMode", "provisioned"},
        {"PreferredBackupWindow", "03:00-03:30"},
        {"PreferredMaintenanceWindow", "sun:05:00-sun:05:30"},
        {"NetworkType", "IPV4"},
    };
    static const char *const off[] = {"StorageEncrypted", "DeletionProtection",
                                      "CopyTagsToSnapshot", "IAMDatabaseAuthenticationEnabled",
                                      "HttpEndpointEnabled"};

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (bs_tree_get(attributes, texts[i].member) == NULL) {
            bs_tree_set_text(attributes, texts[i].member, texts[i].value);
        }
    }
    for (size_t i = 0; i < sizeof(off) / sizeof(off[0]); i++) {
        if (bs_tree_get(attributes, off[i]) == NULL) {
            bs_tree_set_boolean(attributes, off[i], false);
        }
    }
    bs_tree_set_integer(attributes, "AllocatedStorage", 1);
    bs_tree_set_integer(attributes, "BackupRetentionPeriod",
                        bs_tree_integer(attributes, "BackupRetentionPeriod", RETENTION_MIN_DAYS));
}

static bool retention_is_right(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const int64_t days = bs_tree_integer(input, "BackupRetentionPeriod", RETENTION_MIN_DAYS);

    if (days < RETENTION_MIN_DAYS || days > RETENTION_MAX_DAYS) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Invalid backup retention period: %lld. It must be between %d and %d.",
                        (long long)days, RETENTION_MIN_DAYS, RETENTION_MAX_DAYS);
    }
    return answer->error == NULL;
}

static bool engine_is_right(struct bs_tree *attributes, struct bs_account_answer *answer)
{
    const char *engine = bs_tree_text(attributes, "Engine", "");
    const char *asked = bs_tree_text(attributes, "EngineVersion", NULL);
    const char *version = bs_db_engine_version(engine, asked);

    if (!bs_db_engine_is_of_clusters(engine)) {
        bs_account_fail(answer, "InvalidParameterValue", "Invalid DB engine: %s", engine);
    } else if (version == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination", "Cannot find version %s for %s",
                        asked, engine);
    } else {
        bs_tree_set_text(attributes, "EngineVersion", version);
        bs_tree_set_integer(attributes, "Port",
                            bs_tree_integer(attributes, "Port", bs_db_engine_port(engine)));
    }
    return answer->error == NULL;
}

static bool set_groups(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_tree *attributes, struct bs_account_answer *answer)
{
    const struct bs_account_entry *group;
    char name[64];

    (void)snprintf(name, sizeof(name), "default.%s",
                   bs_db_engine_family(bs_tree_text(attributes, "Engine", ""),
                                       bs_tree_text(attributes, "EngineVersion", "")));
    group = bs_db_use_parameter_group(
        account, request, &bs_db_cluster_parameter_groups,
        bs_tree_text(request->input, "DBClusterParameterGroupName", name), answer);
    if (group == NULL) {
        return false;
    }
    bs_tree_set_text(attributes, "DBClusterParameterGroup", bs_db_id(group));
    group = bs_db_use_subnet_group(
        account, request, bs_tree_text(request->input, "DBSubnetGroupName", "default"), answer);
    if (group == NULL) {
        return false;
    }
    bs_tree_set_text(attributes, "DBSubnetGroup", bs_db_id(group));
    bs_ec2_write_memberships(account, request->region,
                             bs_tree_get(request->input, "VpcSecurityGroupIds"),
                             bs_tree_set_list(attributes, "VpcSecurityGroups"));
    return true;
}

static void set_identity(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_entry *entry)
{
    static const char *const endpoints[][2] = {{"Endpoint", "cluster-"},
                                               {"ReaderEndpoint", "cluster-ro-"}};
    struct bs_tree *attributes = entry->attributes;
    const struct bs_tree *zones = bs_tree_get(request->input, "AvailabilityZones");
    char text[BS_DB_ARN_MAX];
    struct bs_tree *list;

    for (size_t i = 0; i < 2; i++) {
        bs_db_write_address(account, entry->region, bs_db_id(entry), endpoints[i][1], text);
        bs_tree_set_text(attributes, endpoints[i][0], text);
    }
    bs_account_new_id(account, "cluster-", 26, text, sizeof(text));
    bs_tree_set_text(attributes, "DbClusterResourceId", text);
    bs_tree_set_instant(attributes, "ClusterCreateTime", bs_account_now(account));
    (void)bs_tree_set_list(attributes, "DBClusterMembers");
    (void)bs_tree_set_list(attributes, "ReadReplicaIdentifiers");
    (void)bs_tree_set_list(attributes, "AssociatedRoles");
    list = zones != NULL ? bs_tree_copy(zones) : bs_tree_new_list();
    for (char zone = 'a'; zones == NULL && zone <= 'c'; zone++) {
        (void)snprintf(text, sizeof(text), "%.64s%c", entry->region, zone);
        bs_tree_append_text(list, text);
    }
    (void)bs_tree_set(attributes, "AvailabilityZones", list);
}

/* A cluster with these attributes, changed as the input says, on its way. They are taken over. */
static struct bs_account_entry *make(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_tree *attributes, struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "DBClusterIdentifier", "");
    const struct bs_tree *iam = bs_tree_get(request->input, "EnableIAMDatabaseAuthentication");
    struct bs_account_entry *entry = NULL;

    bs_tree_copy_members(attributes, request->input, bs_db_cluster_settings);
    if (iam != NULL) {
        (void)bs_tree_set(attributes, "IAMDatabaseAuthenticationEnabled", bs_tree_copy(iam));
    }
    set_cluster_defaults(attributes);
    if (bs_db_is_free(account, request, &bs_db_clusters, name, answer) &&
        retention_is_right(attributes, answer) && engine_is_right(attributes, answer) &&
        set_groups(account, request, attributes, answer)) {
        entry = bs_db_new(account, request, &bs_db_clusters, name);
        for (const struct bs_tree *member = bs_tree_first(attributes); member != NULL;
             member = member->next) {
            (void)bs_tree_set(entry->attributes, member->name, bs_tree_copy(member));
        }
        set_identity(account, request, entry);
    }
    bs_tree_destroy(attributes);
    return entry;
}

/* Who has nobody to take its data from needs an owner of its own. */
static bool has_owner(const struct bs_tree *input, struct bs_account_answer *answer)
{
    if (bs_tree_get(input, "ReplicationSourceIdentifier") == NULL &&
        bs_tree_get(input, "GlobalClusterIdentifier") == NULL &&
        (bs_tree_get(input, "MasterUsername") == NULL ||
         bs_tree_get(input, "MasterUserPassword") == NULL)) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "The parameters MasterUsername and MasterUserPassword must be provided and "
                        "must not be blank.");
    }
    return answer->error == NULL;
}

static void replicate(struct bs_account_entry *replica, struct bs_account_entry *source)
{
    bs_tree_set_text(replica->attributes, "ReplicationSourceIdentifier", bs_db_arn(source));
    bs_tree_append_text(bs_tree_get_mutable(source->attributes, "ReadReplicaIdentifiers"),
                        bs_db_arn(replica));
}

static struct bs_account_entry *source_of(struct bs_account *account,
                                          const struct bs_account_entry *replica)
{
    const char *arn = bs_tree_text(replica->attributes, "ReplicationSourceIdentifier", NULL);

    return arn == NULL ? NULL : bs_db_find(account, &bs_db_clusters, replica->region, arn);
}

static void stop_replicating(struct bs_account *account, struct bs_account_entry *replica)
{
    struct bs_account_entry *source = source_of(account, replica);

    if (source != NULL) {
        bs_db_remove_text(bs_tree_get_mutable(source->attributes, "ReadReplicaIdentifiers"),
                          bs_db_arn(replica));
    }
    (void)bs_tree_remove(replica->attributes, "ReplicationSourceIdentifier");
}

void bs_db_create_cluster(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    static const char member[] = "ReplicationSourceIdentifier";
    const bool replicates = bs_tree_get(request->input, member) != NULL;
    struct bs_account_entry *source = NULL;
    struct bs_account_entry *entry;

    if (!has_owner(request->input, answer)) {
        return;
    }
    if (replicates) {
        source = bs_db_source(account, request, &bs_db_clusters, member, answer);
        if (source == NULL || !bs_db_must_be(source, "available", answer)) {
            return;
        }
    }
    if (!bs_db_may_join_global(account, request, answer)) {
        return;
    }
    entry = make(account, request, bs_tree_new_structure(), answer);
    if (entry == NULL) {
        return;
    }
    if (replicates) {
        replicate(entry, source);
    }
    bs_db_join_global(account, request, entry);
    bs_db_begin(account, entry, BS_DB_CLUSTER_CREATES, answer);
}

/* ---- Restores ---- */

static void restore_with(struct bs_account *account, const struct bs_account_request *request,
                         const struct bs_tree *settings, struct bs_account_answer *answer)
{
    struct bs_tree *attributes = bs_tree_new_structure();
    struct bs_account_entry *entry;

    bs_tree_copy_members(attributes, settings, bs_db_cluster_settings);
    bs_tree_set_boolean(attributes, "DeletionProtection", false);
    entry = make(account, request, attributes, answer);
    if (entry != NULL) {
        bs_db_begin(account, entry, BS_DB_CLUSTER_RESTORES, answer);
    }
}

void bs_db_restore_cluster(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const struct bs_account_entry *snapshot =
        bs_db_named(account, request, &bs_db_cluster_snapshots, "SnapshotIdentifier", answer);
    const char *engine = bs_tree_text(request->input, "Engine", "");

    if (snapshot == NULL || !bs_db_must_be(snapshot, "available", answer)) {
        return;
    }
    if (strcmp(engine, bs_tree_text(snapshot->attributes, "Engine", "")) != 0) {
        bs_account_fail(answer, "InvalidRestoreFault", "The snapshot %s is not of the engine %s.",
                        bs_db_id(snapshot), engine);
        return;
    }
    restore_with(account, request,
                 bs_tree_get(bs_tree_get(snapshot->attributes, "Internal"), "Settings"), answer);
}

void bs_db_restore_cluster_in_time(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const struct bs_account_entry *source =
        bs_db_named(account, request, &bs_db_clusters, "SourceDBClusterIdentifier", answer);

    if (source == NULL || !bs_db_must_be(source, "available", answer)) {
        return;
    }
    if (bs_db_may_restore_to(
            account, request, "RestoreToTime",
            bs_tree_instant(source->attributes, "ClusterCreateTime", (struct bs_instant){0}),
            answer)) {
        restore_with(account, request, source->attributes, answer);
    }
}

/* ---- ModifyDBCluster ---- */

static const char *const waiting[] = {"EngineVersion",
                                      "MasterUserPassword",
                                      "AllocatedStorage",
                                      "Iops",
                                      "StorageType",
                                      "DBClusterInstanceClass",
                                      "Port",
                                      NULL};

void bs_db_cluster_modification_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_tree *pending = bs_tree_copy(bs_tree_get(entry->attributes, "PendingModifiedValues"));

    (void)bs_tree_remove(pending, "MasterUserPassword");
    bs_tree_copy_members(entry->attributes, pending, waiting);
    bs_tree_destroy(pending);
    (void)bs_tree_remove(entry->attributes, "PendingModifiedValues");
    (void)account;
}

static bool may_be_modified(struct bs_account *account, const struct bs_account_request *request,
                            const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    const char *engine = bs_tree_text(entry->attributes, "Engine", "");
    const char *version = bs_tree_text(request->input, "EngineVersion", NULL);
    const char *group = bs_tree_text(request->input, "DBClusterParameterGroupName", NULL);

    if (!bs_db_must_be(entry, "available", answer) || !retention_is_right(request->input, answer)) {
        return false;
    }
    if (bs_tree_get(request->input, "NewDBClusterIdentifier") != NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "DB clusters cannot be renamed here.");
        return false;
    }
    if (version != NULL && bs_db_engine_version(engine, version) == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination", "Cannot find version %s for %s",
                        version, engine);
        return false;
    }
    return group == NULL ||
           bs_db_use_parameter_group(account, request, &bs_db_cluster_parameter_groups, group,
                                     answer) != NULL;
}

static void change_at_once(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_entry *entry)
{
    static const char *const members[] = {"BackupRetentionPeriod",
                                          "PreferredBackupWindow",
                                          "PreferredMaintenanceWindow",
                                          "DeletionProtection",
                                          "CopyTagsToSnapshot",
                                          "BacktrackWindow",
                                          "NetworkType",
                                          NULL};
    static const char *const renamed[][2] = {
        {"EnableIAMDatabaseAuthentication", "IAMDatabaseAuthenticationEnabled"},
        {"EnableHttpEndpoint", "HttpEndpointEnabled"},
        {"DBClusterParameterGroupName", "DBClusterParameterGroup"},
        {"EnableGlobalWriteForwarding", "GlobalWriteForwardingRequested"},
    };
    const struct bs_tree *groups = bs_tree_get(request->input, "VpcSecurityGroupIds");

    bs_tree_copy_members(entry->attributes, request->input, members);
    for (size_t i = 0; i < sizeof(renamed) / sizeof(renamed[0]); i++) {
        const struct bs_tree *value = bs_tree_get(request->input, renamed[i][0]);

        if (value != NULL) {
            (void)bs_tree_set(entry->attributes, renamed[i][1], bs_tree_copy(value));
        }
    }
    if (groups != NULL) {
        bs_ec2_write_memberships(account, entry->region, groups,
                                 bs_tree_set_list(entry->attributes, "VpcSecurityGroups"));
    }
}

static void open_window(struct bs_account *account, struct bs_account_entry *entry)
{
    const struct bs_tree *pending = bs_tree_get(entry->attributes, "PendingModifiedValues");

    if (bs_tree_count(pending) > 0 && bs_db_is(entry, "available")) {
        bs_db_begin(account, entry, BS_DB_CLUSTER_MODIFIES, NULL);
    } else if (bs_tree_count(pending) > 0) {
        bs_account_later(account, entry, bs_db_until_window(account, entry), open_window);
    }
}

void bs_db_modify_cluster(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_clusters, bs_db_clusters.id, answer);
    struct bs_tree *pending;

    if (entry == NULL || !may_be_modified(account, request, entry, answer)) {
        return;
    }
    change_at_once(account, request, entry);
    pending = bs_tree_get_mutable(entry->attributes, "PendingModifiedValues");
    if (pending == NULL) {
        pending = bs_tree_set_structure(entry->attributes, "PendingModifiedValues");
    }
    bs_tree_copy_members(pending, request->input, waiting);
    if (bs_tree_get(pending, "MasterUserPassword") != NULL) {
        bs_tree_set_text(pending, "MasterUserPassword", "****");
    }
    if (bs_tree_count(pending) > 0 && (bs_tree_boolean(request->input, "ApplyImmediately", false) ||
                                       bs_tree_get(request->input, "MasterUserPassword") != NULL)) {
        bs_db_begin(account, entry, BS_DB_CLUSTER_MODIFIES, answer);
        return;
    }
    bs_db_answer(account, entry, answer);
    if (bs_tree_count(pending) > 0 && bs_account_options(account)->pace == BS_ACCOUNT_REALISTIC) {
        bs_account_later(account, entry, bs_db_until_window(account, entry), open_window);
    }
}

/* ---- DeleteDBCluster ---- */

void bs_db_cluster_deletion_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    stop_replicating(account, entry);
}

static bool has_living_member(struct bs_account *account, const struct bs_account_entry *entry)
{
    const struct bs_tree *member =
        bs_tree_first(bs_tree_get(entry->attributes, "DBClusterMembers"));

    for (; member != NULL; member = member->next) {
        const struct bs_account_entry *instance =
            bs_db_find(account, &bs_db_instances, entry->region,
                       bs_tree_text(member, "DBInstanceIdentifier", ""));

        if (instance != NULL && !bs_db_is(instance, "deleting")) {
            return true;
        }
    }
    return false;
}

static bool may_be_deleted(struct bs_account *account, const struct bs_account_request *request,
                           const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    struct bs_tree *member = NULL;

    if (bs_db_is(entry, "deleting")) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "Cluster %s is already being deleted.", bs_db_id(entry));
    } else if (bs_tree_boolean(entry->attributes, "DeletionProtection", false)) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Cannot delete protected Cluster, please disable deletion protection and "
                        "try again.");
    } else if (has_living_member(account, entry)) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "Cluster cannot be deleted, it still contains DB instances in "
                        "non-deleting state.");
    } else if (bs_db_global_of(account, entry, &member) != NULL) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "This cluster is a part of a global cluster, please remove it from "
                        "globalcluster first.");
    } else {
        (void)bs_db_final_snapshot_is_right(account, request, &bs_db_cluster_snapshots, answer);
    }
    return answer->error == NULL;
}

void bs_db_delete_cluster(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_clusters, bs_db_clusters.id, answer);

    if (entry != NULL && may_be_deleted(account, request, entry, answer)) {
        bs_db_take_final_snapshot(account, request, entry);
        bs_db_begin(account, entry, BS_DB_CLUSTER_DELETES, answer);
    }
}

/* ---- Failover and promotion ---- */

void bs_db_cluster_failover_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    const char *target = bs_tree_text(bs_db_internal(entry), "Target", "");
    const struct bs_tree *member = find_member(entry, target);

    (void)account;
    member = member != NULL ? member : best_reader(entry); /* It may have been deleted since. */
    if (member != NULL) {
        make_writer(entry, member);
    }
}

/* The member that is to be the writer; NULL and an error if there is none. */
static const struct bs_tree *failover_target(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_entry *entry,
                                             struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "TargetDBInstanceIdentifier", NULL);
    const struct bs_account_entry *instance =
        name == NULL ? NULL : bs_db_find(account, &bs_db_instances, entry->region, name);
    const struct bs_tree *member;

    if (name == NULL) {
        member = best_reader(entry);
        if (member == NULL) {
            bs_account_fail(answer, "InvalidDBClusterStateFault",
                            "The DB cluster %s has no other member to fail over to.",
                            bs_db_id(entry));
        }
        return member;
    }
    member = instance == NULL ? NULL : find_member(entry, bs_db_id(instance));
    if (member == NULL || bs_tree_boolean(member, "IsClusterWriter", false) ||
        !bs_db_is(instance, "available")) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault",
                        "%s is no available reader of the DB cluster %s.", name, bs_db_id(entry));
        return NULL;
    }
    return member;
}

void bs_db_fail_over_cluster(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_clusters, bs_db_clusters.id, answer);
    const struct bs_tree *member;

    if (entry == NULL || !bs_db_must_be(entry, "available", answer)) {
        return;
    }
    member = failover_target(account, request, entry, answer);
    if (member == NULL) {
        return;
    }
    bs_tree_set_text(bs_db_internal(entry), "Target",
                     bs_tree_text(member, "DBInstanceIdentifier", ""));
    bs_db_note(account, entry, "failover", "Started failover of the DB cluster");
    bs_db_begin(account, entry, BS_DB_CLUSTER_FAILS_OVER, answer);
}

void bs_db_cluster_promotion_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    stop_replicating(account, entry);
}

void bs_db_promote_cluster(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_clusters, bs_db_clusters.id, answer);

    if (entry == NULL || !bs_db_must_be(entry, "available", answer)) {
        return;
    }
    if (bs_tree_get(entry->attributes, "ReplicationSourceIdentifier") == NULL) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "The DB cluster %s is not a read replica.", bs_db_id(entry));
        return;
    }
    bs_db_begin(account, entry, BS_DB_CLUSTER_PROMOTES, answer);
}

/* ---- Stop and start ---- */

/* A cluster takes its members with it. */
static void begin_with_members(struct bs_account *account, struct bs_account_entry *entry,
                               enum bs_db_course course, enum bs_db_course of_members,
                               struct bs_account_answer *answer)
{
    const struct bs_tree *member =
        bs_tree_first(bs_tree_get(entry->attributes, "DBClusterMembers"));

    for (; member != NULL; member = member->next) {
        struct bs_account_entry *instance =
            bs_db_find(account, &bs_db_instances, entry->region,
                       bs_tree_text(member, "DBInstanceIdentifier", ""));

        if (instance != NULL) {
            bs_db_begin(account, instance, of_members, NULL);
        }
    }
    bs_db_begin(account, entry, course, answer);
}

static bool all_members_are(struct bs_account *account, const struct bs_account_entry *entry,
                            const char *status, struct bs_account_answer *answer)
{
    const struct bs_tree *member =
        bs_tree_first(bs_tree_get(entry->attributes, "DBClusterMembers"));

    for (; member != NULL && answer->error == NULL; member = member->next) {
        const struct bs_account_entry *instance =
            bs_db_find(account, &bs_db_instances, entry->region,
                       bs_tree_text(member, "DBInstanceIdentifier", ""));

        if (instance != NULL) {
            (void)bs_db_must_be(instance, status, answer);
        }
    }
    return answer->error == NULL;
}

void bs_db_stop_cluster(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_clusters, bs_db_clusters.id, answer);
    struct bs_tree *member = NULL;

    if (entry == NULL || !bs_db_must_be(entry, "available", answer)) {
        return;
    }
    if (bs_db_global_of(account, entry, &member) != NULL) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "%s is part of a global cluster and cannot be stopped.", bs_db_id(entry));
        return;
    }
    if (all_members_are(account, entry, "available", answer)) {
        begin_with_members(account, entry, BS_DB_CLUSTER_STOPS, BS_DB_STOPS, answer);
    }
}

void bs_db_start_cluster(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_clusters, bs_db_clusters.id, answer);

    if (entry != NULL && bs_db_must_be(entry, "stopped", answer) &&
        all_members_are(account, entry, "stopped", answer)) {
        begin_with_members(account, entry, BS_DB_CLUSTER_STARTS, BS_DB_STARTS, answer);
    }
}
