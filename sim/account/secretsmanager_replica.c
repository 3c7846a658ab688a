/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * AWS Secrets Manager: replicas in other Regions.
 *
 * A replica says what its primary said when a change last arrived, a few seconds late, and can only be read
 * until its replication is stopped. Where a secret of the name stands already, replication fails, unless
 * it is told to overwrite; a replica that has failed stays as it is until its Region is added again.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/secretsmanager.h"

enum { REGIONS_MAX = 40, LAG_MIN_S = 1, LAG_SPREAD_S = 5 }; /* Unsourced. */

static struct bs_tree *replica_in(struct bs_account_entry *secret, const char *region)
{
    struct bs_tree *replica =
        bs_tree_first_mutable(bs_tree_get_mutable(secret->attributes, "Replicas"));

    while (replica != NULL && strcmp(bs_tree_text(replica, "Region", ""), region) != 0) {
        replica = replica->next;
    }
    return replica;
}

/* Whether that Region's secret of the name is this primary's copy, or nobody's. */
static bool is_free(struct bs_account *account, const struct bs_account_entry *primary,
                    const char *region)
{
    const struct bs_account_entry *there = bs_secret_named(account, region, primary->key);

    return there == NULL ||
           (bs_tree_boolean(there->attributes, "IsReplica", false) &&
            strcmp(bs_tree_text(there->attributes, "PrimaryRegion", ""), primary->region) == 0);
}

/* ---- Following ---- */

/* A replica's ARN is the primary's but for the Region. */
static void write_arn(const struct bs_account_entry *primary, const char *region,
                      struct bs_tree *attributes)
{
    const char *tail = strstr(bs_tree_text(primary->attributes, "ARN", ""), ":" BS_ACCOUNT_ID);

    bs_tree_set_format(attributes, "ARN", "arn:aws:secretsmanager:%s%s", region,
                       tail == NULL ? "" : tail);
}

void bs_secret_copy_to(struct bs_account *account, const struct bs_account_entry *primary,
                       const struct bs_tree *replica)
{
    static const char *const members[] = {"Name",
                                          "Description",
                                          "CreatedDate",
                                          "LastChangedDate",
                                          "RotationRules",
                                          "RotationEnabled",
                                          "LastRotatedDate",
                                          "RotationLambdaARN",
                                          "Tags",
                                          "Versions",
                                          "ResourcePolicy",
                                          "PrimaryRegion",
                                          NULL};
    const char *region = bs_tree_text(replica, "Region", "");
    struct bs_account_entry *copy = bs_secret_named(account, region, primary->key);

    if (copy == NULL) {
        copy = bs_account_add(account, BS_SECRET, region, primary->key);
        (void)bs_tree_set_list(copy->attributes, "Replicas");
    }
    for (size_t i = 0; members[i] != NULL; i++) {
        (void)bs_tree_remove(copy->attributes, members[i]);
    }
    bs_tree_copy_members(copy->attributes, primary->attributes, members);
    write_arn(primary, region, copy->attributes);
    bs_tree_set_text(copy->attributes, "KmsKeyId", bs_tree_text(replica, "KmsKeyId", ""));
    bs_tree_set_boolean(copy->attributes, "IsReplica", true);
}

static void follow(struct bs_account *account, struct bs_account_entry *primary,
                   struct bs_tree *replica, bool last)
{
    if (strcmp(bs_tree_text(replica, "Status", ""), "Failed") != 0) {
        bs_secret_copy_to(account, primary, replica);
        bs_tree_set_text(replica, "Status", last ? "InSync" : "InProgress");
    }
}

/* One change has arrived; those that came after it are still on their way. */
static void change_arrives(struct bs_account *account, struct bs_account_entry *primary)
{
    const int64_t rest = bs_tree_integer(primary->attributes, "Unreplicated", 1) - 1;
    struct bs_tree *replica =
        bs_tree_first_mutable(bs_tree_get_mutable(primary->attributes, "Replicas"));

    bs_tree_set_integer(primary->attributes, "Unreplicated", rest);
    for (; replica != NULL; replica = replica->next) {
        follow(account, primary, replica, rest == 0);
    }
}

void bs_secret_replicate(struct bs_account *account, struct bs_account_entry *secret)
{
    struct bs_tree *replica =
        bs_tree_first_mutable(bs_tree_get_mutable(secret->attributes, "Replicas"));
    const uint64_t lag_s =
        LAG_MIN_S + bs_account_draw(account, bs_tree_text(secret->attributes, "ARN", ""),
                                    "replication", (uint64_t)bs_account_now(account).ns) %
                        LAG_SPREAD_S;

    if (replica == NULL) {
        return;
    }
    for (; replica != NULL; replica = replica->next) {
        if (strcmp(bs_tree_text(replica, "Status", ""), "Failed") != 0) {
            bs_tree_set_text(replica, "Status", "InProgress");
        }
    }
    bs_tree_set_integer(secret->attributes, "Unreplicated",
                        bs_tree_integer(secret->attributes, "Unreplicated", 0) + 1);
    bs_account_later(account, secret, BS_SECONDS(lag_s), change_arrives);
}

/* ---- Adding ---- */

static bool are_good_regions(struct bs_account_entry *secret, const struct bs_tree *regions,
                             struct bs_account_answer *answer)
{
    const struct bs_tree *wanted = bs_tree_first(regions);

    for (; wanted != NULL && answer->error == NULL; wanted = wanted->next) {
        const char *region = bs_tree_text(wanted, "Region", "");
        const struct bs_tree *replica = replica_in(secret, region);

        if (region[0] == '\0' || strlen(region) > 128 || strcmp(region, secret->region) == 0) {
            bs_account_fail(answer, "InvalidParameterException", "Invalid replica region.");
        } else if (replica != NULL && strcmp(bs_tree_text(replica, "Status", ""), "Failed") != 0) {
            bs_account_fail(answer, "InvalidParameterException",
                            "The secret is already replicated to %s.", region);
        }
    }
    if (answer->error == NULL &&
        bs_tree_count(bs_tree_get(secret->attributes, "Replicas")) + bs_tree_count(regions) >
            REGIONS_MAX) {
        bs_account_fail(answer, "InvalidParameterException", "Too many replica regions.");
    }
    return answer->error == NULL;
}

static void add_replica(struct bs_account *account, struct bs_account_entry *secret,
                        const struct bs_tree *wanted, bool overwrites)
{
    const char *region = bs_tree_text(wanted, "Region", "");
    struct bs_tree *replica = replica_in(secret, region);

    if (replica == NULL) {
        replica = bs_tree_append_structure(bs_tree_get_mutable(secret->attributes, "Replicas"));
    }
    bs_tree_set_text(replica, "Region", region);
    bs_tree_set_text(replica, "KmsKeyId",
                     bs_tree_text(wanted, "KmsKeyId", "alias/aws/secretsmanager"));
    bs_tree_set_text(replica, "Status", "InProgress");
    (void)bs_tree_remove(replica, "StatusMessage");
    if (!is_free(account, secret, region)) {
        if (overwrites) {
            bs_account_remove(account, bs_secret_named(account, region, secret->key));
        } else {
            bs_tree_set_text(replica, "Status", "Failed");
            bs_tree_set_format(replica, "StatusMessage",
                               "Replication failed: Secret name %s already exists in region %s.",
                               secret->key, region);
        }
    }
}

bool bs_secret_add_replicas(struct bs_account *account, struct bs_account_entry *secret,
                            const struct bs_tree *regions, bool overwrites,
                            struct bs_account_answer *answer)
{
    const struct bs_tree *wanted = bs_tree_first(regions);

    if (!are_good_regions(secret, regions, answer)) {
        return false;
    }
    for (; wanted != NULL; wanted = wanted->next) {
        add_replica(account, secret, wanted, overwrites);
        bs_tree_set_text(secret->attributes, "PrimaryRegion", secret->region);
    }
    if (bs_tree_count(regions) > 0) {
        bs_secret_replicate(account, secret);
    }
    return true;
}

void bs_secret_write_replication(const struct bs_account_entry *secret, struct bs_tree *to)
{
    const struct bs_tree *replicas = bs_tree_get(secret->attributes, "Replicas");

    if (bs_tree_count(replicas) > 0) {
        (void)bs_tree_set(to, "ReplicationStatus", bs_tree_copy(replicas));
    }
}

void bs_secret_replicate_to_regions(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    static const char *const members[] = {"ARN", NULL};
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);

    if (secret != NULL &&
        bs_secret_add_replicas(
            account, secret, bs_tree_get(request->input, "AddReplicaRegions"),
            bs_tree_boolean(request->input, "ForceOverwriteReplicaSecret", false), answer)) {
        bs_tree_copy_members(answer->output, secret->attributes, members);
        bs_secret_write_replication(secret, answer->output);
    }
}

/* ---- Taking away ---- */

static void forget_region(struct bs_account_entry *primary, const char *region)
{
    struct bs_tree *replica = replica_in(primary, region);

    if (replica != NULL) {
        bs_tree_remove_element(bs_tree_get_mutable(primary->attributes, "Replicas"), replica);
    }
    if (bs_tree_count(bs_tree_get(primary->attributes, "Replicas")) == 0) {
        (void)bs_tree_remove(primary->attributes, "PrimaryRegion");
    }
}

static bool are_replicated_regions(struct bs_account_entry *secret, const struct bs_tree *regions,
                                   struct bs_account_answer *answer)
{
    const struct bs_tree *region = bs_tree_first(regions);

    while (region != NULL && replica_in(secret, region->is.text.bytes) != NULL) {
        region = region->next;
    }
    if (region != NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The secret isn't replicated to region %.128s.", region->is.text.bytes);
    }
    return region == NULL;
}

void bs_secret_remove_regions(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    static const char *const members[] = {"ARN", NULL};
    const struct bs_tree *regions = bs_tree_get(request->input, "RemoveReplicaRegions");
    const struct bs_tree *region = bs_tree_first(regions);
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);

    if (secret == NULL || !are_replicated_regions(secret, regions, answer)) {
        return;
    }
    for (; region != NULL; region = region->next) {
        struct bs_account_entry *copy =
            bs_secret_named(account, region->is.text.bytes, secret->key);

        if (copy != NULL && is_free(account, secret, region->is.text.bytes)) {
            bs_account_remove(account, copy);
        }
        forget_region(secret, region->is.text.bytes);
    }
    bs_tree_copy_members(answer->output, secret->attributes, members);
    bs_secret_write_replication(secret, answer->output);
}

/* The replica in the request's Region, which may be named by the primary's ARN. */
static struct bs_account_entry *copy_asked(struct bs_account *account,
                                           const struct bs_account_request *request,
                                           struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, "SecretId", "");
    const char *tail =
        strncmp(id, "arn:", 4) == 0 ? strstr(id, ":" BS_ACCOUNT_ID ":secret:") : NULL;
    struct bs_account_request here = *request;
    struct bs_tree *input = bs_tree_new_structure();
    struct bs_account_entry *copy;

    if (tail != NULL) {
        bs_tree_set_format(input, "SecretId", "arn:aws:secretsmanager:%s%s", request->region, tail);
        here.input = input;
    }
    copy = bs_secret_asked(account, &here, BS_SECRET_ALIVE, answer);
    bs_tree_destroy(input);
    return copy;
}

/* Called in the replica's Region: from then on it is a secret of its own. */
void bs_secret_stop_replication(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    static const char *const members[] = {"ARN", NULL};
    struct bs_account_entry *copy = copy_asked(account, request, answer);
    struct bs_account_entry *primary;

    if (copy == NULL) {
        return;
    }
    if (!bs_tree_boolean(copy->attributes, "IsReplica", false)) {
        bs_account_fail(answer, "InvalidRequestException",
                        "You can't stop replication of a secret that isn't a replica.");
        return;
    }
    primary =
        bs_secret_named(account, bs_tree_text(copy->attributes, "PrimaryRegion", ""), copy->key);
    if (primary != NULL) {
        forget_region(primary, copy->region);
    }
    bs_tree_set_boolean(copy->attributes, "IsReplica", false);
    (void)bs_tree_remove(copy->attributes, "PrimaryRegion");
    bs_tree_copy_members(answer->output, copy->attributes, members);
}
