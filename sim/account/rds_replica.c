/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: read replicas of instances, in the same Region or another, and their promotion. */

#include <string.h>

#include "sim/account/rds.h"

enum { RETENTION_MAX_DAYS = 35, REPLICAS_MAX = 15 };

/* ---- Who replicates whom ---- */

/* In the same Region an identifier, elsewhere an ARN. */
static const char *name_as_seen_from(const struct bs_account_entry *named, const char *region)
{
    return strcmp(named->region, region) == 0 ? bs_db_id(named) : bs_db_arn(named);
}

void bs_db_set_replication(struct bs_account_entry *replica, const char *status)
{
    struct bs_tree *info;

    if (status == NULL) {
        (void)bs_tree_remove(replica->attributes, "StatusInfos");
        return;
    }
    info = bs_tree_append_structure(bs_tree_set_list(replica->attributes, "StatusInfos"));
    bs_tree_set_text(info, "StatusType", "read replication");
    bs_tree_set_boolean(info, "Normal", strcmp(status, "replicating") == 0);
    bs_tree_set_text(info, "Status", status);
}

void bs_db_set_source(struct bs_account *account, struct bs_account_entry *replica,
                      struct bs_account_entry *source)
{
    static const char member[] = "ReadReplicaSourceDBInstanceIdentifier";
    static const char list[] = "ReadReplicaDBInstanceIdentifiers";
    const char *name = bs_tree_text(replica->attributes, member, NULL);
    struct bs_account_entry *old =
        name == NULL ? NULL : bs_db_find(account, &bs_db_instances, replica->region, name);

    if (old == source && (old != NULL || name == NULL)) {
        return;
    }
    if (old != NULL) {
        bs_db_remove_text(bs_tree_get_mutable(old->attributes, list),
                          name_as_seen_from(replica, old->region));
    }
    bs_db_set_replication(replica, source != NULL ? "replicating" : NULL);
    if (source == NULL) {
        (void)bs_tree_remove(replica->attributes, member);
        return;
    }
    bs_tree_set_text(replica->attributes, member, name_as_seen_from(source, replica->region));
    bs_tree_append_text(bs_tree_get_mutable(source->attributes, list),
                        name_as_seen_from(replica, source->region));
}

/* ---- CreateDBInstanceReadReplica ---- */

static bool can_be_replicated(const struct bs_account_entry *source,
                              struct bs_account_answer *answer)
{
    const struct bs_tree *attributes = source->attributes;

    if (!bs_db_is(source, "available") && !bs_db_is(source, "backing-up")) {
        (void)bs_db_must_be(source, "available", answer);
    } else if (bs_tree_get(attributes, "DBClusterIdentifier") != NULL) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault",
                        "%s is a member of a DB cluster and cannot be replicated as a DB instance.",
                        bs_db_id(source));
    } else if (bs_tree_integer(attributes, "BackupRetentionPeriod", 0) == 0) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault",
                        "Automated backups are not enabled for this database instance. To enable "
                        "automated backups, use ModifyDBInstance to set the backup retention "
                        "period to a non-zero value.");
    } else if (bs_tree_count(bs_tree_get(attributes, "ReadReplicaDBInstanceIdentifiers")) >=
               REPLICAS_MAX) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault", "%s has %d read replicas already.",
                        bs_db_id(source), REPLICAS_MAX);
    }
    return answer->error == NULL;
}

/* What a replica has of its source, before the input's own words. */
static struct bs_tree *inherited_by_replica(const struct bs_account_entry *source)
{
    static const char *const also[] = {"IAMDatabaseAuthenticationEnabled", NULL};
    struct bs_tree *attributes = bs_tree_new_structure();

    bs_tree_copy_members(attributes, source->attributes, bs_db_instance_settings);
    bs_tree_copy_members(attributes, source->attributes, also);
    bs_tree_set_boolean(attributes, "MultiAZ", false);
    bs_tree_set_boolean(attributes, "DeletionProtection", false);
    bs_tree_set_integer(attributes, "BackupRetentionPeriod", 0); /* Replicas begin without. */
    return attributes;
}

static void rebuild_in_world(struct bs_account *account, const struct bs_account_request *request,
                             const struct bs_resource *resource, struct bs_account_entry *source,
                             struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry;

    if (bs_db_world_rebuild(account, request, resource, source, answer)) {
        bs_db_world_refresh(account);
        entry = bs_db_find(account, &bs_db_instances, request->region, resource->id);
        if (entry != NULL) {
            bs_db_answer(account, entry, answer);
        }
    }
}

void bs_db_create_replica(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "DBInstanceIdentifier", "");
    const struct bs_resource *vacancy = bs_db_world_vacancy(account, request->region, name);
    struct bs_account_entry *source =
        bs_db_source(account, request, &bs_db_instances, "SourceDBInstanceIdentifier", answer);
    struct bs_account_entry *entry;
    struct bs_tree *attributes;

    if (source == NULL || !bs_db_is_free(account, request, &bs_db_instances, name, answer) ||
        !can_be_replicated(source, answer)) {
        return;
    }
    if (vacancy != NULL) {
        rebuild_in_world(account, request, vacancy, source, answer);
        return;
    }
    attributes = inherited_by_replica(source);
    if (!bs_db_complete_instance(account, request, attributes, answer)) {
        bs_tree_destroy(attributes);
        return;
    }
    entry = bs_db_add_instance(account, request, name, attributes);
    bs_db_set_source(account, entry, source);
    bs_db_begin(account, entry, BS_DB_REPLICATES, answer);
}

/* ---- PromoteReadReplica ---- */

static bool may_be_promoted(const struct bs_account_request *request,
                            const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    const int64_t days = bs_tree_integer(request->input, "BackupRetentionPeriod", 1);

    if (days < 0 || days > RETENTION_MAX_DAYS) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Invalid backup retention period: %lld. It must be between 0 and %d.",
                        (long long)days, RETENTION_MAX_DAYS);
    } else if (bs_tree_get(entry->attributes, "ReadReplicaSourceDBInstanceIdentifier") == NULL) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault",
                        "DB Instance %s is not a read replica.", bs_db_id(entry));
    } else {
        (void)bs_db_must_be(entry, "available", answer); /* Not while it is backing up, either. */
    }
    return answer->error == NULL;
}

void bs_db_promotion_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    bs_db_set_source(account, entry, NULL);
}

void bs_db_promote_replica(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    static const char *const members[] = {"PreferredBackupWindow", NULL};
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_instances, bs_db_instances.id, answer);
    const bool is_scenarios = entry != NULL && bs_db_world_resource(account, entry) != NULL;

    if (entry == NULL || (!is_scenarios && !may_be_promoted(request, entry, answer)) ||
        (is_scenarios && !bs_db_world_promote(account, request, entry, answer))) {
        return;
    }
    bs_tree_copy_members(entry->attributes, request->input, members);
    bs_tree_set_integer(entry->attributes, "BackupRetentionPeriod",
                        bs_tree_integer(request->input, "BackupRetentionPeriod", 1));
    if (is_scenarios) {
        bs_db_answer(account, entry, answer);
    } else {
        bs_db_begin(account, entry, BS_DB_PROMOTES, answer);
    }
}
