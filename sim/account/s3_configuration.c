/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** What is configured for a bucket: put, given back, deleted, by two tables. */

#include <stdio.h>
#include <string.h>

#include "sim/account/s3.h"

enum {
    CONFIGURATIONS_MAX = 1000,
    CONFIGURATIONS_PAGE = 100,
    BUCKET_TAGS_MAX = 50,
    RULES_MAX = 1000
};

static const char malformed[] =
    "The XML you provided was not well-formed or did not validate against our published schema";

/* ---- Checks: may change what is to be kept, and fail the call ---- */

typedef bool check_fn(struct bs_s3_call *call, struct bs_tree *value);

static bool check_tagging(struct bs_s3_call *call, struct bs_tree *value)
{
    return bs_s3_check_tags(call, bs_tree_get(value, "TagSet"), BUCKET_TAGS_MAX);
}

static bool check_policy(struct bs_s3_call *call, struct bs_tree *value)
{
    const char *text = value->kind == BS_TREE_TEXT ? value->is.text.bytes : "";

    if (text[strspn(text, " \t\r\n")] == '{') {
        return true;
    }
    bs_s3_fail(call, "MalformedPolicy",
               "Policies must be valid JSON and the first byte must be '{'");
    return false;
}

/* Rules without an id are given one; ids differ. */
static bool check_rules(struct bs_s3_call *call, struct bs_tree *value)
{
    struct bs_tree *rules = bs_tree_get_mutable(value, "Rules");

    if (bs_tree_count(rules) == 0 || bs_tree_count(rules) > RULES_MAX) {
        bs_s3_fail(call, "MalformedXML", "%s", malformed);
        return false;
    }
    for (struct bs_tree *rule = bs_tree_first_mutable(rules); rule != NULL; rule = rule->next) {
        char id[37];

        if (bs_tree_text(rule, "ID", "")[0] == '\0') {
            bs_account_new_uuid(call->account, id);
            bs_tree_set_text(rule, "ID", id);
        }
        for (const struct bs_tree *other = bs_tree_first(rules); other != rule;
             other = other->next) {
            if (strcmp(bs_tree_text(rule, "ID", ""), bs_tree_text(other, "ID", "")) == 0) {
                bs_s3_fail(call, "InvalidArgument",
                           "Rule ID must be unique. Found same ID for more than one rule");
                return false;
            }
        }
    }
    return true;
}

static bool check_cors(struct bs_s3_call *call, struct bs_tree *value)
{
    const size_t count = bs_tree_count(bs_tree_get(value, "CORSRules"));

    if (count == 0 || count > 100) {
        bs_s3_fail(call, "MalformedXML", "%s", malformed);
        return false;
    }
    return true;
}

static bool check_logging(struct bs_s3_call *call, struct bs_tree *value)
{
    const char *target = bs_tree_text(bs_tree_get(value, "LoggingEnabled"), "TargetBucket", NULL);

    if (target != NULL && bs_s3_bucket(call->account, target) == NULL) {
        bs_s3_fail(call, "InvalidTargetBucketForLogging",
                   "The target bucket for logging does not exist");
        return false;
    }
    return true;
}

static bool check_accelerate(struct bs_s3_call *call, struct bs_tree *value)
{
    (void)value;
    if (strchr(call->bucket->key, '.') != NULL) {
        bs_s3_fail(call, "InvalidRequest",
                   "S3 Transfer Acceleration is not supported for buckets with periods (.) in "
                   "their names");
        return false;
    }
    return true;
}

static bool check_object_lock(struct bs_s3_call *call, struct bs_tree *value)
{
    const struct bs_tree *by_default = bs_tree_get(bs_tree_get(value, "Rule"), "DefaultRetention");
    const bool has_days = bs_tree_get(by_default, "Days") != NULL;
    const bool has_years = bs_tree_get(by_default, "Years") != NULL;
    const int64_t days =
        bs_tree_integer(by_default, "Days", 0) + 365 * bs_tree_integer(by_default, "Years", 0);

    if (!bs_s3_is_versioned(call->bucket)) {
        bs_s3_fail(call, "InvalidBucketState",
                   "Versioning must be 'Enabled' on the bucket to apply a Object Lock "
                   "configuration");
    } else if (by_default != NULL && has_days == has_years) {
        bs_s3_fail(call, "MalformedXML", "%s", malformed);
    } else if (by_default != NULL && (days <= 0 || days > 36500)) {
        bs_s3_fail(call, "InvalidArgument",
                   "Default retention period must be a positive integer value");
    } else {
        return true;
    }
    return false;
}

/* ---- Those that there is one of ---- */

/* Where a setting does not exist, there is either an error or what holds by default. */
struct configuration {
    const char *put;
    const char *get;
    const char *erase;  /* NULL: cannot be deleted. */
    const char *member; /* Of the input; it is kept under the same name. */
    bool is_wrapped; /* The output has it as that member; else its members are the output's own. */
    const char *missing; /* An error, or NULL: the answer is empty. */
    check_fn *check;     /* NULL: anything goes. */
};

static const struct configuration configurations[] = {
    {"PutBucketAccelerateConfiguration", "GetBucketAccelerateConfiguration", NULL,
     "AccelerateConfiguration", false, NULL, check_accelerate},
    {"PutBucketCors", "GetBucketCors", "DeleteBucketCors", "CORSConfiguration", false,
     "NoSuchCORSConfiguration", check_cors},
    {"PutBucketEncryption", "GetBucketEncryption", "DeleteBucketEncryption",
     "ServerSideEncryptionConfiguration", true, NULL, NULL},
    {"PutBucketLifecycleConfiguration", "GetBucketLifecycleConfiguration", "DeleteBucketLifecycle",
     "LifecycleConfiguration", false, "NoSuchLifecycleConfiguration", check_rules},
    {"PutBucketLogging", "GetBucketLogging", NULL, "BucketLoggingStatus", false, NULL,
     check_logging},
    {"PutBucketNotificationConfiguration", "GetBucketNotificationConfiguration", NULL,
     "NotificationConfiguration", false, NULL, NULL},
    {"PutBucketOwnershipControls", "GetBucketOwnershipControls", "DeleteBucketOwnershipControls",
     "OwnershipControls", true, "OwnershipControlsNotFoundError", NULL},
    {"PutBucketPolicy", "GetBucketPolicy", "DeleteBucketPolicy", "Policy", true,
     "NoSuchBucketPolicy", check_policy},
    {"PutBucketReplication", "GetBucketReplication", "DeleteBucketReplication",
     "ReplicationConfiguration", true, "ReplicationConfigurationNotFoundError",
     bs_s3_check_replication},
    {"PutBucketRequestPayment", "GetBucketRequestPayment", NULL, "RequestPaymentConfiguration",
     false, NULL, NULL},
    {"PutBucketTagging", "GetBucketTagging", "DeleteBucketTagging", "Tagging", false,
     "NoSuchTagSet", check_tagging},
    {"PutBucketWebsite", "GetBucketWebsite", "DeleteBucketWebsite", "WebsiteConfiguration", false,
     "NoSuchWebsiteConfiguration", NULL},
    {"PutObjectLockConfiguration", "GetObjectLockConfiguration", NULL, "ObjectLockConfiguration",
     true, "ObjectLockConfigurationNotFoundError", check_object_lock},
    {"PutPublicAccessBlock", "GetPublicAccessBlock", "DeletePublicAccessBlock",
     "PublicAccessBlockConfiguration", true, "NoSuchPublicAccessBlockConfiguration", NULL},
};

/* The row that has this operation, which one has. */
static const struct configuration *find_row(const char *operation)
{
    const struct configuration *row = configurations;

    while (strcmp(row->put, operation) != 0 && strcmp(row->get, operation) != 0 &&
           (row->erase == NULL || strcmp(row->erase, operation) != 0)) {
        row++;
        BS_ASSERT(row < configurations + sizeof(configurations) / sizeof(configurations[0]));
    }
    return row;
}

/* Keeps a checked copy of the input's member in `kept` under `name`. */
static void keep_checked(struct bs_s3_call *call, struct bs_tree *kept, const char *name,
                         const struct bs_tree *given, check_fn *check)
{
    struct bs_tree *value;

    if (given == NULL) {
        bs_s3_fail(call, "MalformedXML", "%s", malformed);
        return;
    }
    value = bs_tree_copy(given);
    if ((check == NULL || check(call, value)) && bs_s3_has_room(call, bs_s3_weight(value))) {
        bs_s3_keep(call->account, kept, name, value);
    } else {
        bs_tree_destroy(value);
    }
}

void bs_s3_put_configuration(struct bs_s3_call *call)
{
    const struct configuration *row = find_row(call->request->operation);

    keep_checked(call, call->bucket->attributes, row->member, bs_tree_get(call->input, row->member),
                 row->check);
}

static void copy_children(struct bs_tree *to, const struct bs_tree *from)
{
    for (const struct bs_tree *child = bs_tree_first(from); child != NULL; child = child->next) {
        bs_tree_set(to, child->name, bs_tree_copy(child));
    }
}

/* A setting that is missing and no error: two of them say what holds then. */
static void give_default(struct bs_s3_call *call, const struct configuration *row)
{
    if (strcmp(row->member, "RequestPaymentConfiguration") == 0) {
        bs_tree_set_text(call->output, "Payer", "BucketOwner");
    } else if (strcmp(row->member, "ServerSideEncryptionConfiguration") == 0) {
        struct bs_tree *rules =
            bs_tree_set_list(bs_tree_set_structure(call->output, row->member), "Rules");
        struct bs_tree *rule = bs_tree_append_structure(rules);

        bs_tree_set_text(bs_tree_set_structure(rule, "ApplyServerSideEncryptionByDefault"),
                         "SSEAlgorithm", "AES256");
        bs_tree_set_boolean(rule, "BucketKeyEnabled", false);
    }
}

void bs_s3_get_configuration(struct bs_s3_call *call)
{
    const struct configuration *row = find_row(call->request->operation);
    const struct bs_tree *value = bs_tree_get(call->bucket->attributes, row->member);

    if (value == NULL && row->missing != NULL) {
        bs_s3_fail(call, row->missing, "The bucket %s has no such configuration",
                   call->bucket->key);
    } else if (value == NULL) {
        give_default(call, row);
    } else if (row->is_wrapped) {
        bs_tree_set(call->output, row->member, bs_tree_copy(value));
    } else {
        copy_children(call->output, value);
    }
}

/* Deleting what is not there succeeds. */
void bs_s3_delete_configuration(struct bs_s3_call *call)
{
    const struct configuration *row = find_row(call->request->operation);

    (void)bs_s3_drop(call->account, call->bucket->attributes, row->member);
}

void bs_s3_get_bucket_policy_status(struct bs_s3_call *call)
{
    if (bs_tree_get(call->bucket->attributes, "Policy") == NULL) {
        bs_s3_fail(call, "NoSuchBucketPolicy", "The bucket policy does not exist");
        return;
    }
    bs_tree_set_boolean(bs_tree_set_structure(call->output, "PolicyStatus"), "IsPublic", false);
}

/* ---- Those that have ids ---- */

/* Members of input and output; a bucket keeps them in a structure of that name, by their ids. */
static const char *const members_by_id[] = {"AnalyticsConfiguration",
                                            "IntelligentTieringConfiguration",
                                            "InventoryConfiguration", "MetricsConfiguration"};

/* "PutBucketMetricsConfiguration" has the member's name in its own. */
static const char *find_member(const char *operation)
{
    size_t i = 0;

    while (strstr(operation, members_by_id[i]) == NULL) {
        i++;
        BS_ASSERT(i < sizeof(members_by_id) / sizeof(members_by_id[0]));
    }
    return members_by_id[i];
}

void bs_s3_put_configuration_by_id(struct bs_s3_call *call)
{
    const char *member = find_member(call->request->operation);
    const char *id = bs_tree_text(call->input, "Id", "");
    const struct bs_tree *given = bs_tree_get(call->input, member);
    struct bs_tree *kept = bs_tree_get_mutable(call->bucket->attributes, member);

    if (strcmp(bs_tree_text(given, "Id", ""), id) != 0) {
        bs_s3_fail(call, "InvalidArgument",
                   "The id in the request and that in the configuration "
                   "must be the same");
        return;
    }
    if (kept == NULL) {
        bs_s3_keep(call->account, call->bucket->attributes, member, bs_tree_new_structure());
        kept = bs_tree_get_mutable(call->bucket->attributes, member);
    }
    if (bs_tree_count(kept) >= CONFIGURATIONS_MAX && bs_tree_get(kept, id) == NULL) {
        bs_s3_fail(call, "TooManyConfigurations",
                   "You are attempting to create a new configuration but have already reached "
                   "the 1,000-configuration limit.");
        return;
    }
    keep_checked(call, kept, id, given, NULL);
}

static void fail_missing(struct bs_s3_call *call)
{
    bs_s3_fail(call, "NoSuchConfiguration", "The specified configuration does not exist.");
}

void bs_s3_get_configuration_by_id(struct bs_s3_call *call)
{
    const char *member = find_member(call->request->operation);
    const struct bs_tree *value = bs_tree_get(bs_tree_get(call->bucket->attributes, member),
                                              bs_tree_text(call->input, "Id", ""));

    if (value == NULL) {
        fail_missing(call);
    } else {
        bs_tree_set(call->output, member, bs_tree_copy(value));
    }
}

void bs_s3_delete_configuration_by_id(struct bs_s3_call *call)
{
    struct bs_tree *kept =
        bs_tree_get_mutable(call->bucket->attributes, find_member(call->request->operation));

    if (kept == NULL || !bs_s3_drop(call->account, kept, bs_tree_text(call->input, "Id", ""))) {
        fail_missing(call);
    }
}

/* The one with the least id greater than `after`, or NULL. */
static const struct bs_tree *next_by_id(const struct bs_tree *kept, const char *after)
{
    const struct bs_tree *found = NULL;

    for (const struct bs_tree *one = bs_tree_first(kept); one != NULL; one = one->next) {
        if (strcmp(one->name, after) > 0 && (found == NULL || strcmp(one->name, found->name) < 0)) {
            found = one;
        }
    }
    return found;
}

void bs_s3_list_configurations(struct bs_s3_call *call)
{
    const char *member = find_member(call->request->operation);
    const char *token = bs_tree_text(call->input, "ContinuationToken", NULL);
    const struct bs_tree *kept = bs_tree_get(call->bucket->attributes, member);
    const struct bs_tree *one = next_by_id(kept, token == NULL ? "" : token);
    const char *last = "";
    struct bs_tree *list;
    char name[64];

    (void)snprintf(name, sizeof(name), "%sList", member);
    list = bs_tree_set_list(call->output, name);
    for (; one != NULL && bs_tree_count(list) < CONFIGURATIONS_PAGE; one = next_by_id(kept, last)) {
        bs_tree_append(list, bs_tree_copy(one));
        last = one->name;
    }
    bs_tree_set_boolean(call->output, "IsTruncated", one != NULL);
    if (token != NULL) {
        bs_tree_set_text(call->output, "ContinuationToken", token);
    }
    if (one != NULL) {
        bs_tree_set_text(call->output, "NextContinuationToken", last);
    }
}
