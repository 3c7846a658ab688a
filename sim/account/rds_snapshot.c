/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: snapshots of DB instances and of DB clusters, their copies, and what is restored from them. */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/rds.h"

/* ---- The two kinds ---- */

static void show(struct bs_account *account, const struct bs_account_entry *entry,
                 struct bs_tree *view)
{
    bs_tree_set_integer(view, "PercentProgress", bs_db_progress_percent(account, entry));
}

static const struct bs_account_filter instance_filters[] = {
    {"db-instance-id", "DBInstanceIdentifier"},
    {"db-snapshot-id", "DBSnapshotIdentifier"},
    {"dbi-resource-id", "DbiResourceId"},
    {"snapshot-type", "SnapshotType"},
    {"engine", "Engine"},
    {NULL, NULL},
};

static const struct bs_account_filter cluster_filters[] = {
    {"db-cluster-id", "DBClusterIdentifier"},
    {"db-cluster-snapshot-id", "DBClusterSnapshotIdentifier"},
    {"snapshot-type", "SnapshotType"},
    {"engine", "Engine"},
    {NULL, NULL},
};

const struct bs_db_kind bs_db_snapshots = {
    .kind = "rds:snapshot",
    .arn_type = "snapshot",
    .one = "DBSnapshot",
    .many = "DBSnapshots",
    .id = "DBSnapshotIdentifier",
    .arn = "DBSnapshotArn",
    .status = "Status",
    .source_type = "db-snapshot",
    .not_found = "DBSnapshotNotFoundFault",
    .already_exists = "DBSnapshotAlreadyExistsFault",
    .invalid_state = "InvalidDBSnapshotStateFault",
    .quota_exceeded = "SnapshotQuotaExceededFault",
    .quota = 100,
    .id_length_max = 255,
    .filters = instance_filters,
    .show = show,
};

const struct bs_db_kind bs_db_cluster_snapshots = {
    .kind = "rds:cluster-snapshot",
    .arn_type = "cluster-snapshot",
    .one = "DBClusterSnapshot",
    .many = "DBClusterSnapshots",
    .id = "DBClusterSnapshotIdentifier",
    .arn = "DBClusterSnapshotArn",
    .status = "Status",
    .source_type = "db-cluster-snapshot",
    .not_found = "DBClusterSnapshotNotFoundFault",
    .already_exists = "DBClusterSnapshotAlreadyExistsFault",
    .invalid_state = "InvalidDBClusterSnapshotStateFault",
    .quota_exceeded = "SnapshotQuotaExceededFault",
    .quota = 100,
    .id_length_max = 255,
    .filters = cluster_filters,
    .show = show,
};

/* How snapshots of one kind differ from those of the other. */
struct snapshots {
    const struct bs_db_kind *kind;
    const struct bs_db_kind *of;
    enum bs_db_course backup; /* What the source is doing meanwhile. */
    const char *copy_source;  /* Members of the input of a copy, .. */
    const char *copy_target;
    const char *copied_from;     /* .. and of the copy. */
    const char *created;         /* When the source was. */
    const char *encrypted;       /* Of the snapshot; the sources' is StorageEncrypted. */
    const char *const *settings; /* What the snapshot keeps for those that are restored from it. */
};

static const struct snapshots of_instances = {
    &bs_db_snapshots,
    &bs_db_instances,
    BS_DB_BACKS_UP,
    "SourceDBSnapshotIdentifier",
    "TargetDBSnapshotIdentifier",
    "SourceDBSnapshotIdentifier",
    "InstanceCreateTime",
    "Encrypted",
    bs_db_instance_settings,
};

static const struct snapshots of_clusters = {
    &bs_db_cluster_snapshots,
    &bs_db_clusters,
    BS_DB_CLUSTER_BACKS_UP,
    "SourceDBClusterSnapshotIdentifier",
    "TargetDBClusterSnapshotIdentifier",
    "SourceDBClusterSnapshotArn",
    "ClusterCreateTime",
    "StorageEncrypted",
    bs_db_cluster_settings,
};

static const struct snapshots *snapshots_of(const struct bs_account_request *request)
{
    return strstr(request->operation, "Cluster") != NULL ? &of_clusters : &of_instances;
}

/* ---- Making one ---- */

static struct bs_account_entry *make(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     const struct snapshots *snapshots, const char *name,
                                     struct bs_account_entry *source)
{
    static const char *const members[] = {"AllocatedStorage",
                                          "AvailabilityZone",
                                          "AvailabilityZones",
                                          "DbiResourceId",
                                          "Engine",
                                          "EngineMode",
                                          "EngineVersion",
                                          "IAMDatabaseAuthenticationEnabled",
                                          "Iops",
                                          "KmsKeyId",
                                          "LicenseModel",
                                          "MasterUsername",
                                          "ProcessorFeatures",
                                          "StorageThroughput",
                                          "StorageType",
                                          "Timezone",
                                          NULL};
    struct bs_account_entry *entry = bs_db_new(account, request, snapshots->kind, name);
    struct bs_tree *attributes = entry->attributes;
    const struct bs_tree *endpoint = bs_tree_get(source->attributes, "Endpoint");
    const char *const created[] = {snapshots->created, NULL};

    bs_tree_copy_members(attributes, source->attributes, members);
    bs_tree_copy_members(attributes, source->attributes, created);
    bs_tree_copy_members(bs_tree_set_structure(bs_db_internal(entry), "Settings"),
                         source->attributes, snapshots->settings);
    bs_tree_set_text(attributes, snapshots->of->id, bs_db_id(source));
    bs_tree_set_text(attributes, "SnapshotType", "manual");
    bs_tree_set_boolean(attributes, snapshots->encrypted,
                        bs_tree_boolean(source->attributes, "StorageEncrypted", false));
    bs_tree_set_integer(
        attributes, "Port",
        bs_tree_integer(endpoint, "Port", bs_tree_integer(source->attributes, "Port", 0)));
    bs_tree_set_instant(attributes, "SnapshotCreateTime", bs_account_now(account));
    if (snapshots == &of_instances) {
        bs_tree_set_instant(attributes, "OriginalSnapshotCreateTime", bs_account_now(account));
    }
    if (bs_tree_boolean(source->attributes, "CopyTagsToSnapshot", false)) {
        bs_account_merge_tags(attributes, bs_tree_get(source->attributes, "Tags"));
    }
    return entry;
}

void bs_db_create_snapshot(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const struct snapshots *snapshots = snapshots_of(request);
    const char *name = bs_tree_text(request->input, snapshots->kind->id, "");
    struct bs_account_entry *source =
        bs_db_named(account, request, snapshots->of, snapshots->of->id, answer);

    if (source == NULL || !bs_db_is_free(account, request, snapshots->kind, name, answer)) {
        return;
    }
    /* A stopped instance can be saved too; it stays as it is. */
    if (!bs_db_is(source, "stopped") && !bs_db_must_be(source, "available", answer)) {
        return;
    }
    bs_db_begin(account, make(account, request, snapshots, name, source), BS_DB_SNAPSHOT_CREATES,
                answer);
    if (bs_db_is(source, "available") && bs_db_world_resource(account, source) == NULL) {
        bs_db_begin(account, source, snapshots->backup, NULL);
    }
}

bool bs_db_final_snapshot_is_right(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   const struct bs_db_kind *snapshots,
                                   struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "FinalDBSnapshotIdentifier", NULL);
    const bool skips = bs_tree_boolean(request->input, "SkipFinalSnapshot", false);

    if (skips && name != NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "FinalDBSnapshotIdentifier can not be specified when deleting with "
                        "SkipFinalSnapshot.");
    } else if (!skips && name == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is "
                        "specified.");
    } else if (name != NULL) {
        (void)bs_db_is_free(account, request, snapshots, name, answer);
    }
    return answer->error == NULL;
}

void bs_db_take_final_snapshot(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_entry *source)
{
    const char *name = bs_tree_text(request->input, "FinalDBSnapshotIdentifier",
                                    bs_tree_text(request->input, "DBSnapshotIdentifier", NULL));

    if (name != NULL) {
        const struct snapshots *snapshots =
            bs_db_kind_of(source) == &bs_db_clusters ? &of_clusters : &of_instances;

        bs_db_begin(account, make(account, request, snapshots, name, source),
                    BS_DB_SNAPSHOT_CREATES, NULL);
    }
}

/* ---- Copies ---- */

static struct bs_account_entry *copy(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     const struct snapshots *snapshots, const char *name,
                                     const struct bs_account_entry *source)
{
    static const char *const key[] = {"KmsKeyId", NULL};
    struct bs_account_entry *entry = bs_db_new(account, request, snapshots->kind, name);
    const struct bs_tree *tags = bs_tree_get(request->input, "Tags");

    for (const struct bs_tree *member = bs_tree_first(source->attributes); member != NULL;
         member = member->next) {
        if (bs_tree_get(entry->attributes, member->name) == NULL &&
            strcmp(member->name, "Tags") != 0) {
            (void)bs_tree_set(entry->attributes, member->name, bs_tree_copy(member));
        }
    }
    bs_tree_copy_members(entry->attributes, request->input, key);
    if (bs_tree_get(request->input, "KmsKeyId") != NULL) {
        struct bs_tree *settings = bs_tree_get_mutable(bs_db_internal(entry), "Settings");

        bs_tree_set_boolean(entry->attributes, snapshots->encrypted, true);
        bs_tree_set_boolean(settings, "StorageEncrypted", true);
        bs_tree_copy_members(settings, request->input, key);
    }
    bs_tree_set_instant(entry->attributes, "SnapshotCreateTime", bs_account_now(account));
    if (snapshots == &of_clusters || strcmp(source->region, entry->region) != 0) {
        bs_tree_set_text(entry->attributes, snapshots->copied_from, bs_db_arn(source));
    }
    bs_tree_set_text(entry->attributes, "SourceRegion", source->region);
    if (tags == NULL && bs_tree_boolean(request->input, "CopyTags", false)) {
        bs_account_merge_tags(entry->attributes, bs_tree_get(source->attributes, "Tags"));
    }
    return entry;
}

void bs_db_copy_snapshot(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    const struct snapshots *snapshots = snapshots_of(request);
    const char *name = bs_tree_text(request->input, snapshots->copy_target, "");
    const struct bs_account_entry *source =
        bs_db_source(account, request, snapshots->kind, snapshots->copy_source, answer);
    bool is_far;

    if (source == NULL || !bs_db_is_free(account, request, snapshots->kind, name, answer) ||
        !bs_db_must_be(source, "available", answer)) {
        return;
    }
    is_far = strcmp(source->region, request->region) != 0;
    if (is_far && bs_tree_boolean(source->attributes, snapshots->encrypted, false) &&
        bs_tree_get(request->input, "KmsKeyId") == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "KmsKeyId must be specified when an encrypted snapshot is copied to "
                        "another Region: a key is valid in its own Region only.");
        return;
    }
    bs_db_begin(account, copy(account, request, snapshots, name, source),
                is_far ? BS_DB_SNAPSHOT_COPIES_FAR : BS_DB_SNAPSHOT_COPIES, answer);
}

void bs_db_delete_snapshot(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const struct snapshots *snapshots = snapshots_of(request);
    struct bs_account_entry *entry =
        bs_db_named(account, request, snapshots->kind, snapshots->kind->id, answer);

    if (entry == NULL || !bs_db_must_be(entry, "available", answer)) {
        return;
    }
    bs_tree_set_text(entry->attributes, "Status", "deleted");
    bs_db_note(account, entry, "deletion", "Deleted manual snapshot");
    bs_db_answer(account, entry, answer);
    bs_account_remove(account, entry);
}

/* ---- Restores ---- */

/* An instance with these settings, changed as the input says. */
static void restore_with(struct bs_account *account, const struct bs_account_request *request,
                         const char *name, const struct bs_tree *settings,
                         struct bs_account_answer *answer)
{
    struct bs_tree *attributes = bs_tree_new_structure();

    bs_tree_copy_members(attributes, settings, bs_db_instance_settings);
    bs_tree_set_boolean(attributes, "DeletionProtection", false);
    if (!bs_db_is_free(account, request, &bs_db_instances, name, answer) ||
        !bs_db_complete_instance(account, request, attributes, answer)) {
        bs_tree_destroy(attributes);
        return;
    }
    bs_db_begin(account, bs_db_add_instance(account, request, name, attributes), BS_DB_RESTORES,
                answer);
}

void bs_db_restore_instance(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    const struct bs_account_entry *snapshot =
        bs_db_named(account, request, &bs_db_snapshots, "DBSnapshotIdentifier", answer);

    if (snapshot != NULL && bs_db_must_be(snapshot, "available", answer)) {
        restore_with(account, request, bs_tree_text(request->input, "DBInstanceIdentifier", ""),
                     bs_tree_get(bs_tree_get(snapshot->attributes, "Internal"), "Settings"),
                     answer);
    }
}

bool bs_db_may_restore_to(struct bs_account *account, const struct bs_account_request *request,
                          const char *member, struct bs_instant created,
                          struct bs_account_answer *answer)
{
    const bool is_latest = bs_tree_boolean(request->input, "UseLatestRestorableTime", false);
    const struct bs_instant latest = bs_db_latest_restorable(account, created);
    const struct bs_instant at = bs_tree_instant(request->input, member, BS_INSTANT_UNKNOWN);
    const bool has_time = at.ns != BS_INSTANT_UNKNOWN.ns;

    if (is_latest == has_time) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Either %s or UseLatestRestorableTime must be specified, not both.",
                        member);
    } else if (has_time && (at.ns > latest.ns || at.ns < created.ns)) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "The specified instance cannot be restored to that time: it lies outside "
                        "of its restorable times.");
    }
    return answer->error == NULL;
}

void bs_db_restore_instance_in_time(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const struct bs_account_entry *source =
        bs_db_named(account, request, &bs_db_instances, "SourceDBInstanceIdentifier", answer);

    if (source == NULL) {
        return;
    }
    if (bs_db_is(source, "creating") || bs_db_is(source, "deleting")) {
        (void)bs_db_must_be(source, "available", answer);
        return;
    }
    if (bs_tree_integer(source->attributes, "BackupRetentionPeriod", 0) == 0) {
        bs_account_fail(answer, "PointInTimeRestoreNotEnabledFault",
                        "Point in time restore is not enabled for %s: its backup retention period "
                        "is 0.",
                        bs_db_id(source));
        return;
    }
    if (bs_db_may_restore_to(
            account, request, "RestoreTime",
            bs_tree_instant(source->attributes, "InstanceCreateTime", (struct bs_instant){0}),
            answer)) {
        restore_with(account, request,
                     bs_tree_text(request->input, "TargetDBInstanceIdentifier", ""),
                     source->attributes, answer);
    }
}
