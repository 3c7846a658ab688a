/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * RDS: global clusters (Aurora Global Database): one primary cluster that writes, secondary ones in other
 * Regions that replicate it.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/rds.h"

enum { MEMBERS_MAX = 11 }; /* A primary one and up to ten secondary ones. */

static const struct bs_account_filter filters[] = {
    {"db-cluster-id", "GlobalClusterMembers.DBClusterArn"},
    {NULL, NULL},
};

const struct bs_db_kind bs_db_global_clusters = {
    .kind = "rds:global-cluster",
    .arn_type = "global-cluster",
    .one = "GlobalCluster",
    .many = "GlobalClusters",
    .id = "GlobalClusterIdentifier",
    .arn = "GlobalClusterArn",
    .status = "Status",
    .source_type = NULL,
    .not_found = "GlobalClusterNotFoundFault",
    .already_exists = "GlobalClusterAlreadyExistsFault",
    .invalid_state = "InvalidGlobalClusterStateFault",
    .quota_exceeded = "GlobalClusterQuotaExceededFault",
    .quota = 40, /* Unsourced. */
    .id_length_max = 63,
    .is_global = true,
    .filters = filters,
    .show = NULL,
};

/* ---- Members ---- */

static struct bs_tree *members_of(struct bs_account_entry *global)
{
    return bs_tree_get_mutable(global->attributes, "GlobalClusterMembers");
}

static struct bs_tree *find_member(struct bs_account_entry *global, const char *arn)
{
    struct bs_tree *member = bs_tree_first_mutable(members_of(global));

    while (member != NULL && strcmp(bs_tree_text(member, "DBClusterArn", ""), arn) != 0) {
        member = member->next;
    }
    return member;
}

static struct bs_tree *find_writer(struct bs_account_entry *global)
{
    struct bs_tree *member = bs_tree_first_mutable(members_of(global));

    while (member != NULL && !bs_tree_boolean(member, "IsWriter", false)) {
        member = member->next;
    }
    return member;
}

/* Who writes says who reads; the others have nobody to read from them. */
static void make_writer(struct bs_account_entry *global, const char *arn)
{
    struct bs_tree *readers = bs_tree_new_list();
    struct bs_tree *member = bs_tree_first_mutable(members_of(global));

    for (; member != NULL; member = member->next) {
        const char *name = bs_tree_text(member, "DBClusterArn", "");

        bs_tree_set_boolean(member, "IsWriter", strcmp(name, arn) == 0);
        (void)bs_tree_set_list(member, "Readers");
        if (strcmp(name, arn) != 0) {
            bs_tree_append_text(readers, name);
        }
    }
    member = find_member(global, arn);
    if (member != NULL) {
        (void)bs_tree_set(member, "Readers", readers);
    } else {
        bs_tree_destroy(readers);
    }
}

static void add_member(struct bs_account_entry *global, const struct bs_account_entry *cluster)
{
    const struct bs_tree *writer = find_writer(global);
    struct bs_tree *member = bs_tree_append_structure(members_of(global));

    bs_tree_set_text(member, "DBClusterArn", bs_db_arn(cluster));
    bs_tree_set_text(member, "GlobalWriteForwardingStatus", "disabled");
    make_writer(global,
                writer != NULL ? bs_tree_text(writer, "DBClusterArn", "") : bs_db_arn(cluster));
}

struct bs_account_entry *bs_db_global_of(struct bs_account *account,
                                         const struct bs_account_entry *cluster,
                                         struct bs_tree **member)
{
    struct bs_account_entry *global = NULL;

    do {
        global = bs_account_next(account, bs_db_global_clusters.kind, BS_ACCOUNT_GLOBAL,
                                 global == NULL ? NULL : global->key);
        *member = global == NULL ? NULL : find_member(global, bs_db_arn(cluster));
    } while (global != NULL && *member == NULL);
    return global;
}

/* ---- Joining ---- */

static bool has_member_in(struct bs_account_entry *global, const char *region)
{
    const struct bs_tree *member = bs_tree_first(members_of(global));
    char prefix[128];

    (void)snprintf(prefix, sizeof(prefix), "arn:aws:rds:%.64s:", region);
    while (member != NULL &&
           strncmp(bs_tree_text(member, "DBClusterArn", ""), prefix, strlen(prefix)) != 0) {
        member = member->next;
    }
    return member != NULL;
}

bool bs_db_may_join_global(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const char *engine = bs_tree_text(request->input, "Engine", "");
    struct bs_account_entry *global;

    if (bs_tree_get(request->input, "GlobalClusterIdentifier") == NULL) {
        return true;
    }
    global =
        bs_db_named(account, request, &bs_db_global_clusters, bs_db_global_clusters.id, answer);
    if (global == NULL || !bs_db_must_be(global, "available", answer)) {
        return false;
    }
    if (has_member_in(global, request->region)) {
        bs_account_fail(answer, "InvalidGlobalClusterStateFault",
                        "Global cluster %s has a DB cluster in %s already.", bs_db_id(global),
                        request->region);
    } else if (bs_tree_count(members_of(global)) >= MEMBERS_MAX) {
        bs_account_fail(answer, "InvalidGlobalClusterStateFault",
                        "Global cluster %s has as many DB clusters as it can have.",
                        bs_db_id(global));
    } else if (strcmp(bs_tree_text(global->attributes, "Engine", engine), engine) != 0) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "The engine %s is not that of the global cluster %s.", engine,
                        bs_db_id(global));
    } else if (find_writer(global) != NULL &&
               bs_tree_get(request->input, "MasterUsername") != NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Cannot specify user name for cross region replication cluster");
    } else if (find_writer(global) == NULL &&
               bs_tree_get(request->input, "MasterUsername") == NULL) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "The parameter MasterUsername must be provided and must not be blank.");
    }
    return answer->error == NULL;
}

void bs_db_join_global(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_entry *cluster)
{
    const char *name = bs_tree_text(request->input, "GlobalClusterIdentifier", NULL);
    struct bs_account_entry *global =
        name == NULL ? NULL : bs_db_find(account, &bs_db_global_clusters, BS_ACCOUNT_GLOBAL, name);

    if (global != NULL) {
        add_member(global, cluster);
    }
}

/* ---- CreateGlobalCluster ---- */

/* Without a cluster to begin with, the engine must be one that can be global. */
static bool engine_is_right(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const char *engine = bs_tree_text(input, "Engine", "");
    const char *version = bs_tree_text(input, "EngineVersion", NULL);

    if (!bs_db_engine_is_of_clusters(engine)) {
        bs_account_fail(answer, "InvalidParameterValue", "Invalid DB engine: %s", engine);
    } else if (version != NULL && bs_db_engine_version(engine, version) == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination", "Cannot find version %s for %s",
                        version, engine);
    }
    return answer->error == NULL;
}

/* A cluster that a global one can begin with; NULL and an error if it is none. */
static struct bs_account_entry *first_member(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_answer *answer)
{
    struct bs_tree *member = NULL;
    struct bs_account_entry *cluster =
        bs_db_source(account, request, &bs_db_clusters, "SourceDBClusterIdentifier", answer);

    if (cluster == NULL || !bs_db_must_be(cluster, "available", answer)) {
        return NULL;
    }
    if (bs_db_global_of(account, cluster, &member) != NULL) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "%s is part of a global cluster already.", bs_db_id(cluster));
        return NULL;
    }
    return cluster;
}

void bs_db_create_global(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    static const char *const members[] = {"Engine", "EngineVersion", "DatabaseName",
                                          "StorageEncrypted", NULL};
    const char *name = bs_tree_text(request->input, "GlobalClusterIdentifier", "");
    const bool has_source = bs_tree_get(request->input, "SourceDBClusterIdentifier") != NULL;
    struct bs_account_entry *cluster = NULL;
    struct bs_account_entry *entry;
    char id[32];

    if (!bs_db_is_free(account, request, &bs_db_global_clusters, name, answer)) {
        return;
    }
    if (has_source) {
        cluster = first_member(account, request, answer);
    } else {
        (void)engine_is_right(request->input, answer);
    }
    if (answer->error != NULL) {
        return;
    }
    entry = bs_db_new(account, request, &bs_db_global_clusters, name);
    bs_account_new_id(account, "cluster-", 16, id, sizeof(id));
    bs_tree_set_text(entry->attributes, "GlobalClusterResourceId", id);
    bs_tree_copy_members(entry->attributes, request->input, members);
    bs_tree_set_boolean(entry->attributes, "StorageEncrypted",
                        bs_tree_boolean(request->input, "StorageEncrypted", false));
    bs_tree_set_boolean(entry->attributes, "DeletionProtection",
                        bs_tree_boolean(request->input, "DeletionProtection", false));
    (void)bs_tree_set_list(entry->attributes, "GlobalClusterMembers");
    if (cluster != NULL) {
        bs_tree_copy_members(entry->attributes, cluster->attributes, members);
        add_member(entry, cluster);
    } else {
        bs_tree_set_text(
            entry->attributes, "EngineVersion",
            bs_db_engine_version(bs_tree_text(entry->attributes, "Engine", ""),
                                 bs_tree_text(entry->attributes, "EngineVersion", NULL)));
    }
    bs_db_begin(account, entry, BS_DB_GLOBAL_CREATES, answer);
}

/* ---- Modify, remove, delete ---- */

void bs_db_modify_global(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    static const char *const members[] = {"DeletionProtection", NULL};
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_global_clusters, bs_db_global_clusters.id, answer);
    const char *version = bs_tree_text(request->input, "EngineVersion", NULL);

    if (entry == NULL || !bs_db_must_be(entry, "available", answer)) {
        return;
    }
    if (bs_tree_get(request->input, "NewGlobalClusterIdentifier") != NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Global clusters cannot be renamed here.");
        return;
    }
    if (version != NULL &&
        bs_db_engine_version(bs_tree_text(entry->attributes, "Engine", ""), version) == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination", "Cannot find version %s", version);
        return;
    }
    bs_tree_copy_members(entry->attributes, request->input, members);
    if (version != NULL) {
        bs_tree_set_text(entry->attributes, "EngineVersion", version);
    }
    bs_db_answer(account, entry, answer);
}

void bs_db_remove_from_global(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_global_clusters, bs_db_global_clusters.id, answer);
    const struct bs_account_entry *cluster =
        entry == NULL
            ? NULL
            : bs_db_source(account, request, &bs_db_clusters, "DbClusterIdentifier", answer);
    struct bs_tree *member;

    if (cluster == NULL || !bs_db_must_be(entry, "available", answer)) {
        return;
    }
    member = find_member(entry, bs_db_arn(cluster));
    if (member == NULL) {
        bs_account_fail(answer, "DBClusterNotFoundFault", "%s is not part of global cluster %s.",
                        bs_db_id(cluster), bs_db_id(entry));
        return;
    }
    if (member == find_writer(entry) && bs_tree_count(members_of(entry)) > 1) {
        bs_account_fail(answer, "InvalidGlobalClusterStateFault",
                        "The primary cluster can only be removed after all secondary ones.");
        return;
    }
    bs_tree_remove_element(members_of(entry), member);
    member = find_writer(entry);
    make_writer(entry, member == NULL ? "" : bs_tree_text(member, "DBClusterArn", ""));
    bs_db_answer(account, entry, answer);
}

void bs_db_delete_global(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_global_clusters, bs_db_global_clusters.id, answer);

    if (entry == NULL || !bs_db_must_be(entry, "available", answer)) {
        return;
    }
    if (bs_tree_boolean(entry->attributes, "DeletionProtection", false)) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "Cannot delete protected global cluster, please disable deletion "
                        "protection and try again.");
    } else if (bs_tree_count(members_of(entry)) > 0) {
        bs_account_fail(answer, "InvalidGlobalClusterStateFault", "Global Cluster %s is not empty.",
                        bs_db_arn(entry));
    } else {
        bs_db_begin(account, entry, BS_DB_GLOBAL_DELETES, answer);
    }
}

/* ---- Failover and switchover ---- */

void bs_db_global_failover_ends(struct bs_account *account, struct bs_account_entry *entry)
{
    const struct bs_tree *state = bs_tree_get(entry->attributes, "FailoverState");
    const char *to = bs_tree_text(state, "ToDbClusterArn", "");

    (void)account;
    if (find_member(entry, to) != NULL) {
        make_writer(entry, to);
    }
    (void)bs_tree_remove(entry->attributes, "FailoverState");
}

static void move_writer(struct bs_account *account, const struct bs_account_request *request,
                        enum bs_db_course course, bool loses_data, struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_db_named(account, request, &bs_db_global_clusters, bs_db_global_clusters.id, answer);
    const struct bs_account_entry *target =
        entry == NULL
            ? NULL
            : bs_db_source(account, request, &bs_db_clusters, "TargetDbClusterIdentifier", answer);
    struct bs_tree *state;

    if (target == NULL || !bs_db_must_be(entry, "available", answer) ||
        !bs_db_must_be(target, "available", answer)) {
        return;
    }
    if (find_member(entry, bs_db_arn(target)) == NULL) {
        bs_account_fail(answer, "DBClusterNotFoundFault", "%s is not part of global cluster %s.",
                        bs_db_id(target), bs_db_id(entry));
        return;
    }
    if (find_member(entry, bs_db_arn(target)) == find_writer(entry)) {
        bs_account_fail(answer, "InvalidDBClusterStateFault",
                        "%s is the primary cluster of global cluster %s already.", bs_db_id(target),
                        bs_db_id(entry));
        return;
    }
    state = bs_tree_set_structure(entry->attributes, "FailoverState");
    bs_tree_set_text(state, "Status", "failing-over");
    bs_tree_set_text(state, "FromDbClusterArn",
                     bs_tree_text(find_writer(entry), "DBClusterArn", ""));
    bs_tree_set_text(state, "ToDbClusterArn", bs_db_arn(target));
    bs_tree_set_boolean(state, "IsDataLossAllowed", loses_data);
    bs_db_begin(account, entry, course, answer);
}

void bs_db_fail_over_global(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    const bool loses_data = bs_tree_boolean(request->input, "AllowDataLoss", false);

    if (loses_data && bs_tree_boolean(request->input, "Switchover", false)) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "AllowDataLoss and Switchover cannot be specified together.");
        return;
    }
    move_writer(account, request,
                bs_tree_boolean(request->input, "Switchover", false) ? BS_DB_GLOBAL_SWITCHES_OVER
                                                                     : BS_DB_GLOBAL_FAILS_OVER,
                loses_data, answer);
}

void bs_db_switch_over_global(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    move_writer(account, request, BS_DB_GLOBAL_SWITCHES_OVER, false, answer);
}
