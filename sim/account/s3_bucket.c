/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Buckets: made, found, listed, versioned, deleted. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "sim/account/s3.h"

#define BUCKETS_MAX 10000 /* Per account; AWS's default since November 2024. */

static const char home[] = "us-east-1";

struct bs_account_entry *bs_s3_bucket(struct bs_account *account, const char *name)
{
    return bs_account_find(account, BS_S3_BUCKET, BS_ACCOUNT_GLOBAL, name);
}

const char *bs_s3_versioning(const struct bs_account_entry *bucket)
{
    return bs_tree_text(bs_tree_get(bucket->attributes, "Versioning"), "Status", "");
}

bool bs_s3_is_versioned(const struct bs_account_entry *bucket)
{
    return strcmp(bs_s3_versioning(bucket), "Enabled") == 0;
}

bool bs_s3_has_object_lock(const struct bs_account_entry *bucket)
{
    return bs_tree_get(bucket->attributes, "ObjectLockConfiguration") != NULL;
}

/* ---- Names ---- */

static bool begins_with(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

static bool ends_with(const char *text, const char *suffix)
{
    const size_t length = strlen(text);

    return length >= strlen(suffix) && strcmp(text + length - strlen(suffix), suffix) == 0;
}

/* Four numbers with dots between. */
static bool is_address(const char *name)
{
    int dots = 0;

    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '.') {
            dots++;
        } else if (!isdigit((unsigned char)*at)) {
            return false;
        }
    }
    return dots == 3;
}

/* As "Bucket naming rules" in the User Guide has them. */
static bool is_name(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    static const char *const prefixes[] = {"xn--", "sthree-", "amzn-s3-demo-"};
    static const char *const suffixes[] = {"-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"};
    const size_t length = strlen(name);

    if (length < 3 || length > 63 || strspn(name, letters) != length ||
        !isalnum((unsigned char)name[0]) || !isalnum((unsigned char)name[length - 1]) ||
        strstr(name, "..") != NULL || is_address(name)) {
        return false;
    }
    for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
        if (begins_with(name, prefixes[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
        if (ends_with(name, suffixes[i])) {
            return false;
        }
    }
    return true;
}

/* "eu-west-1", "us-gov-west-1": words, then a digit. */
static bool is_region(const char *text)
{
    const size_t length = strlen(text);

    return length >= 8 && length <= 20 && isdigit((unsigned char)text[length - 1]) &&
           text[length - 2] == '-' && strspn(text, "abcdefghijklmnopqrstuvwxyz-") == length - 1 &&
           strchr(text, '-') < text + length - 2;
}

/* ---- Making ---- */

static void set_default_encryption(struct bs_tree *attributes)
{
    struct bs_tree *rules = bs_tree_set_list(
        bs_tree_set_structure(attributes, "ServerSideEncryptionConfiguration"), "Rules");
    struct bs_tree *rule = bs_tree_append_structure(rules);

    bs_tree_set_text(bs_tree_set_structure(rule, "ApplyServerSideEncryptionByDefault"),
                     "SSEAlgorithm", "AES256");
    bs_tree_set_boolean(rule, "BucketKeyEnabled", false);
}

static void set_ownership(struct bs_tree *attributes, const char *ownership)
{
    struct bs_tree *rules =
        bs_tree_set_list(bs_tree_set_structure(attributes, "OwnershipControls"), "Rules");

    bs_tree_set_text(bs_tree_append_structure(rules), "ObjectOwnership", ownership);
}

static void block_public_access(struct bs_tree *attributes)
{
    static const char *const members[] = {"BlockPublicAcls", "IgnorePublicAcls",
                                          "BlockPublicPolicy", "RestrictPublicBuckets"};
    struct bs_tree *block = bs_tree_set_structure(attributes, "PublicAccessBlockConfiguration");

    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        bs_tree_set_boolean(block, members[i], true);
    }
}

struct bs_account_entry *bs_s3_make_bucket(struct bs_account *account, const char *name,
                                           const char *region, const char *ownership)
{
    struct bs_account_entry *bucket =
        bs_account_add(account, BS_S3_BUCKET, BS_ACCOUNT_GLOBAL, name);

    bs_tree_set_text(bucket->attributes, "Region", region);
    bs_tree_set_instant(bucket->attributes, "CreationDate", bs_s3_now(account));
    set_default_encryption(bucket->attributes);
    set_ownership(bucket->attributes, ownership);
    block_public_access(bucket->attributes);
    bs_s3_settle(account, bs_s3_weight(bucket->attributes));
    return bucket;
}

/* The Region that a bucket is to be made in, or NULL and a failure. */
static const char *choose_region(struct bs_s3_call *call)
{
    const char *constraint = bs_tree_text(bs_tree_get(call->input, "CreateBucketConfiguration"),
                                          "LocationConstraint", "");
    const char *asked = call->request->region;
    const char *region = strcmp(constraint, "EU") == 0 ? "eu-west-1" : constraint;

    if (*constraint == '\0') {
        if (strcmp(asked, home) == 0) {
            return home;
        }
        constraint = "unspecified";
    } else if (!is_region(region) || strcmp(region, home) == 0) {
        bs_s3_fail(call, "InvalidLocationConstraint",
                   "The specified location-constraint is not valid");
        return NULL;
    } else if (strcmp(asked, home) == 0 || strcmp(asked, region) == 0) {
        return region;
    }
    bs_s3_fail(call, "IllegalLocationConstraintException",
               "The %s location constraint is incompatible for the region specific endpoint this "
               "request was sent to.",
               constraint);
    return NULL;
}

/* Making one's own bucket again is an error everywhere but in us-east-1, where it changes nothing. */
static void make_again(struct bs_s3_call *call, const char *region)
{
    const char *lies_in = bs_tree_text(call->bucket->attributes, "Region", "");

    if (strcmp(lies_in, home) != 0 || strcmp(region, home) != 0) {
        bs_s3_fail(call, "BucketAlreadyOwnedByYou",
                   "Your previous request to create the named bucket succeeded and you already "
                   "own it.");
    }
}

static size_t count_buckets(struct bs_account *account)
{
    const struct bs_account_entry *bucket = bs_s3_next(account, BS_S3_BUCKET, "", NULL);
    size_t count = 0;

    for (; bucket != NULL; bucket = bs_s3_next(account, BS_S3_BUCKET, "", bucket->key)) {
        count++;
    }
    return count;
}

static void make_new(struct bs_s3_call *call, const char *name, const char *region)
{
    struct bs_tree *attributes;

    if (count_buckets(call->account) >= BUCKETS_MAX) {
        bs_s3_fail(call, "TooManyBuckets",
                   "You have attempted to create more buckets than allowed");
        return;
    }
    call->bucket =
        bs_s3_make_bucket(call->account, name, region,
                          bs_tree_text(call->input, "ObjectOwnership", BS_S3_OWNERSHIP_ENFORCED));
    attributes = call->bucket->attributes;
    if (bs_tree_boolean(call->input, "ObjectLockEnabledForBucket", false)) {
        struct bs_tree *lock = bs_tree_new_structure();
        struct bs_tree *versioning = bs_tree_new_structure();

        bs_tree_set_text(lock, "ObjectLockEnabled", "Enabled");
        bs_tree_set_text(versioning, "Status", "Enabled");
        bs_s3_keep(call->account, attributes, "ObjectLockConfiguration", lock);
        bs_s3_keep(call->account, attributes, "Versioning", versioning);
    }
}

void bs_s3_create_bucket(struct bs_s3_call *call)
{
    const char *name = bs_tree_text(call->input, "Bucket", "");
    const char *region;

    if (!is_name(name)) {
        bs_s3_fail(call, "InvalidBucketName", "The specified bucket is not valid.");
        return;
    }
    region = choose_region(call);
    if (region == NULL || !bs_s3_has_room(call, 0)) {
        return;
    }
    call->bucket = bs_s3_bucket(call->account, name);
    if (call->bucket != NULL) {
        make_again(call, region);
    } else {
        make_new(call, name, region);
    }
    if (strcmp(region, home) == 0) {
        bs_tree_set_format(call->output, "Location", "/%s", name);
    } else {
        bs_tree_set_format(call->output, "Location", "http://%s.s3.amazonaws.com/", name);
    }
}

/* ---- Looking ---- */

void bs_s3_head_bucket(struct bs_s3_call *call)
{
    bs_tree_set_text(call->output, "BucketRegion",
                     bs_tree_text(call->bucket->attributes, "Region", ""));
    bs_tree_set_boolean(call->output, "AccessPointAlias", false);
}

/* Buckets in us-east-1 have no constraint: the element is there, and empty. */
void bs_s3_get_bucket_location(struct bs_s3_call *call)
{
    const char *region = bs_tree_text(call->bucket->attributes, "Region", "");

    bs_tree_set_text(call->output, "LocationConstraint", strcmp(region, home) == 0 ? "" : region);
}

void bs_s3_list_buckets(struct bs_s3_call *call)
{
    const char *prefix = bs_tree_text(call->input, "Prefix", "");
    const char *region = bs_tree_text(call->input, "BucketRegion", NULL);
    const int64_t count_max = bs_tree_integer(call->input, "MaxBuckets", BUCKETS_MAX);
    const char *after = bs_tree_text(call->input, "ContinuationToken", NULL);
    struct bs_tree *buckets = bs_tree_set_list(call->output, "Buckets");
    struct bs_account_entry *bucket;

    for (; (bucket = bs_s3_next(call->account, BS_S3_BUCKET, prefix, after)) != NULL;
         after = bucket->key) {
        const char *lies_in = bs_tree_text(bucket->attributes, "Region", "");
        struct bs_tree *one;

        if (region != NULL && strcmp(region, lies_in) != 0) {
            continue;
        }
        if ((int64_t)bs_tree_count(buckets) >= count_max) {
            bs_tree_set_text(call->output, "ContinuationToken", after);
            break;
        }
        one = bs_tree_append_structure(buckets);
        bs_tree_set_text(one, "Name", bucket->key);
        bs_tree_set_instant(
            one, "CreationDate",
            bs_tree_instant(bucket->attributes, "CreationDate", (struct bs_instant){0}));
        bs_tree_set_text(one, "BucketRegion", lies_in);
    }
    bs_s3_set_owner(call->output, "Owner");
}

/* ---- Deleting ---- */

void bs_s3_delete_bucket(struct bs_s3_call *call)
{
    char prefix[BS_S3_STORE_KEY_MAX];
    struct bs_account_entry *uploads;

    bs_s3_store_key(call->bucket->key, "", prefix);
    if (bs_s3_next(call->account, BS_S3_OBJECT, prefix, NULL) != NULL) {
        bs_s3_fail(call, "BucketNotEmpty",
                   bs_s3_versioning(call->bucket)[0] == '\0'
                       ? "The bucket you tried to delete is not empty"
                       : "The bucket you tried to delete is not empty. You must delete all "
                         "versions in the bucket.");
        return;
    }
    while ((uploads = bs_s3_next(call->account, BS_S3_UPLOAD, prefix, NULL)) != NULL) {
        bs_s3_remove_upload(
            call->account, uploads,
            bs_tree_first_mutable(bs_tree_get_mutable(uploads->attributes, "Uploads")));
    }
    bs_s3_settle(call->account, -bs_s3_weight(call->bucket->attributes));
    bs_account_remove(call->account, call->bucket);
}

/* ---- Versioning ---- */

/* Whether the bucket's other settings can do without versioning. */
static bool may_suspend(struct bs_s3_call *call)
{
    const char *needs = bs_s3_has_object_lock(call->bucket) ? "An Object Lock configuration" : NULL;

    if (bs_tree_get(call->bucket->attributes, "ReplicationConfiguration") != NULL) {
        needs = "A replication configuration";
    }
    if (needs == NULL) {
        return true;
    }
    bs_s3_fail(call, "InvalidBucketState",
               "%s is present on this bucket, so the versioning state cannot be changed.", needs);
    return false;
}

void bs_s3_put_bucket_versioning(struct bs_s3_call *call)
{
    const struct bs_tree *configuration = bs_tree_get(call->input, "VersioningConfiguration");
    const char *status = bs_tree_text(configuration, "Status", "");

    if (strcmp(status, "Enabled") != 0 && strcmp(status, "Suspended") != 0) {
        bs_s3_fail(call, "MalformedXML",
                   "The XML you provided was not well-formed or did not validate against our "
                   "published schema");
    } else if (strcmp(status, "Enabled") == 0 || may_suspend(call)) {
        bs_s3_keep(call->account, call->bucket->attributes, "Versioning",
                   bs_tree_copy(configuration));
    }
}

void bs_s3_get_bucket_versioning(struct bs_s3_call *call)
{
    static const char *const members[] = {"Status", "MFADelete", NULL};

    bs_tree_copy_members(call->output, bs_tree_get(call->bucket->attributes, "Versioning"),
                         members);
}
