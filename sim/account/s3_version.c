/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Versions of objects: found, made, published, removed. */

#include <stdio.h>
#include <string.h>

#include "sim/account/s3.h"

enum { METADATA_BYTES_MAX = 2048 }; /* Of user metadata, names and values. */

static const char null_id[] = "null";

/* What a version keeps of the headers it was put with. */
static const char *const header_members[] = {
    "CacheControl", "ContentDisposition",      "ContentEncoding", "ContentLanguage", "ContentType",
    "Expires",      "WebsiteRedirectLocation", "Metadata",        "StorageClass",    NULL};

const char *const bs_s3_encryption_members[] = {"ServerSideEncryption",
                                                "SSECustomerAlgorithm",
                                                "SSECustomerKeyMD5",
                                                "SSEKMSKeyId",
                                                "SSEKMSEncryptionContext",
                                                "BucketKeyEnabled",
                                                NULL};

/* ---- Finding ---- */

static int64_t sequence_of(const struct bs_tree *version)
{
    return bs_tree_integer(version, "Sequence", 0);
}

bool bs_s3_is_delete_marker(const struct bs_tree *version)
{
    return bs_tree_boolean(version, "DeleteMarker", false);
}

struct bs_tree *bs_s3_latest(const struct bs_account_entry *object)
{
    struct bs_tree *version =
        bs_tree_first_mutable(bs_tree_get_mutable(object->attributes, "Versions"));
    struct bs_tree *latest = version;

    for (; version != NULL; version = version->next) {
        latest = sequence_of(version) > sequence_of(latest) ? version : latest;
    }
    return latest;
}

struct bs_tree *bs_s3_version(const struct bs_account_entry *object, const char *version_id)
{
    struct bs_tree *version =
        bs_tree_first_mutable(bs_tree_get_mutable(object->attributes, "Versions"));

    while (version != NULL && strcmp(bs_tree_text(version, "VersionId", ""), version_id) != 0) {
        version = version->next;
    }
    return version;
}

struct bs_tree *bs_s3_find(struct bs_account *account, const struct bs_s3_place *place)
{
    char store_key[BS_S3_STORE_KEY_MAX];
    struct bs_account_entry *object;

    bs_s3_store_key(place->bucket->key, place->key, store_key);
    object = bs_account_find(account, BS_S3_OBJECT, BS_ACCOUNT_GLOBAL, store_key);
    if (object == NULL) {
        return NULL;
    }
    return place->version_id == NULL ? bs_s3_latest(object)
                                     : bs_s3_version(object, place->version_id);
}

static bool is_version_id(const char *text)
{
    return strcmp(text, null_id) == 0 ||
           (strlen(text) >= BS_S3_ID_MAX - 1 && strpbrk(text, " /?&") == NULL);
}

/* Says in the error's details that a delete marker is in the way. */
static void tell_of_marker(struct bs_s3_call *call, const struct bs_tree *marker)
{
    static const char *const members[] = {"DeleteMarker", "VersionId", "LastModified", NULL};

    if (call->answer->details == NULL) {
        call->answer->details = bs_tree_new_structure();
    }
    bs_tree_copy_members(call->answer->details, marker, members);
}

static void fail_to_find(struct bs_s3_call *call, const struct bs_s3_place *place)
{
    if (place->version_id == NULL) {
        bs_s3_fail(call, "NoSuchKey", "The specified key does not exist.");
    } else if (!is_version_id(place->version_id)) {
        bs_s3_fail(call, "InvalidArgument", "Invalid version id specified");
    } else {
        bs_s3_fail(call, "NoSuchVersion", "The specified version does not exist.");
    }
    call->answer->details = bs_tree_new_structure();
    bs_tree_set_text(call->answer->details, "Key", place->key);
}

struct bs_tree *bs_s3_require(struct bs_s3_call *call, const struct bs_s3_place *place)
{
    struct bs_tree *version = bs_s3_find(call->account, place);

    if (version == NULL) {
        fail_to_find(call, place);
        return NULL;
    }
    if (!bs_s3_is_delete_marker(version)) {
        return version;
    }
    if (place->version_id == NULL) {
        fail_to_find(call, place);
    } else {
        bs_s3_fail(call, "MethodNotAllowed",
                   "The specified method is not allowed against this resource.");
    }
    tell_of_marker(call, version);
    return NULL;
}

struct bs_tree *bs_s3_require_named(struct bs_s3_call *call)
{
    const struct bs_s3_place place = {
        .bucket = call->bucket,
        .key = call->key,
        .version_id = bs_tree_text(call->input, "VersionId", NULL),
    };

    return bs_s3_require(call, &place);
}

/* ---- Making ---- */

static bool check_metadata(struct bs_s3_call *call)
{
    const struct bs_tree *pair = bs_tree_first(bs_tree_get(call->input, "Metadata"));
    size_t length = 0;

    for (; pair != NULL; pair = pair->next) {
        length += strlen(pair->name) + (pair->kind == BS_TREE_TEXT ? pair->is.text.length : 0);
    }
    if (length > METADATA_BYTES_MAX) {
        bs_s3_fail(call, "MetadataTooLarge",
                   "Your metadata headers exceed the maximum allowed metadata size");
        return false;
    }
    return true;
}

static void set_encryption(struct bs_s3_call *call, struct bs_tree *version)
{
    const struct bs_tree *rules = bs_tree_get(
        bs_tree_get(call->bucket->attributes, "ServerSideEncryptionConfiguration"), "Rules");
    const struct bs_tree *rule = bs_tree_first(rules);
    const struct bs_tree *by_default = bs_tree_get(rule, "ApplyServerSideEncryptionByDefault");
    const char *algorithm = bs_tree_text(by_default, "SSEAlgorithm", "AES256");
    const char *key_id = bs_tree_text(by_default, "KMSMasterKeyID", NULL);

    bs_tree_copy_members(version, call->input, bs_s3_encryption_members);
    if (bs_tree_get(version, "ServerSideEncryption") != NULL ||
        bs_tree_get(version, "SSECustomerAlgorithm") != NULL) {
        return;
    }
    bs_tree_set_text(version, "ServerSideEncryption", algorithm);
    if (key_id != NULL) {
        bs_tree_set_text(version, "SSEKMSKeyId", key_id);
    }
    if (bs_tree_boolean(rule, "BucketKeyEnabled", false)) {
        bs_tree_set_boolean(version, "BucketKeyEnabled", true);
    }
}

/* False and a failure if the tags, as a header has them, are not in order. */
static bool set_tags(struct bs_s3_call *call, struct bs_tree *version)
{
    const char *tagging = bs_tree_text(call->input, "Tagging", NULL);
    struct bs_tree *tags;

    if (tagging == NULL || *tagging == '\0') {
        return true;
    }
    tags = bs_s3_parse_tagging(call, tagging);
    if (tags == NULL) {
        return false;
    }
    bs_tree_set(version, "TagSet", tags);
    return true;
}

struct bs_tree *bs_s3_new_version(struct bs_s3_call *call)
{
    struct bs_tree *version;

    if (!check_metadata(call) || !bs_s3_check_acl(call) || !bs_s3_check_algorithm(call)) {
        return NULL;
    }
    version = bs_tree_new_structure();
    bs_tree_set_integer(version, "Sequence", 0);
    bs_tree_set_text(version, "VersionId", null_id);
    bs_tree_set_text(version, "ContentType", "binary/octet-stream");
    bs_tree_set_text(version, "StorageClass", "STANDARD");
    bs_tree_copy_members(version, call->input, header_members);
    set_encryption(call, version);
    if (!set_tags(call, version) || !bs_s3_set_lock(call, version)) {
        bs_tree_destroy(version);
        return NULL;
    }
    return version;
}

void bs_s3_set_body(struct bs_tree *version, struct bs_tree *body)
{
    bs_tree_set(version, "ETag", bs_s3_etag_of(body));
    bs_tree_set_integer(version, "Size", (int64_t)body->is.text.length);
    bs_tree_set(version, "Body", body);
}

/* ---- Publishing and removing ---- */

/* With the key, which is kept beside it. */
static int64_t kept_weight(const struct bs_account_entry *object, const struct bs_tree *version)
{
    return bs_s3_weight(version) + (int64_t)strlen(object->key);
}

void bs_s3_remove_version(struct bs_account *account, struct bs_account_entry *object,
                          struct bs_tree *version)
{
    struct bs_tree *versions = bs_tree_get_mutable(object->attributes, "Versions");

    bs_s3_settle(account, -kept_weight(object, version));
    bs_tree_remove_element(versions, version);
    if (bs_tree_count(versions) == 0) {
        bs_account_remove(account, object);
    }
}

struct bs_tree *bs_s3_insert(struct bs_account *account, const struct bs_account_entry *bucket,
                             const char *key, struct bs_tree *version)
{
    char store_key[BS_S3_STORE_KEY_MAX];
    struct bs_account_entry *object;
    struct bs_tree *older;

    bs_s3_store_key(bucket->key, key, store_key);
    object = bs_account_find(account, BS_S3_OBJECT, BS_ACCOUNT_GLOBAL, store_key);
    if (object == NULL) {
        object = bs_account_add(account, BS_S3_OBJECT, BS_ACCOUNT_GLOBAL, store_key);
        bs_tree_set_list(object->attributes, "Versions");
    }
    older = bs_s3_version(object, bs_tree_text(version, "VersionId", null_id));
    bs_s3_settle(account, kept_weight(object, version));
    version = bs_tree_append(bs_tree_get_mutable(object->attributes, "Versions"), version);
    if (older != NULL) {
        bs_s3_remove_version(account, object, older);
    }
    return version;
}

struct bs_tree *bs_s3_publish(struct bs_s3_call *call, struct bs_tree *version)
{
    const int64_t sequence = bs_s3_next_sequence(call->account);

    if (!bs_s3_has_room(call, bs_s3_weight(version))) {
        bs_tree_destroy(version);
        return NULL;
    }
    if (bs_s3_is_versioned(call->bucket)) {
        char id[BS_S3_ID_MAX];

        bs_s3_new_id(call->account, sequence, id);
        bs_tree_set_text(version, "VersionId", id);
    }
    bs_tree_set_integer(version, "Sequence", sequence);
    bs_tree_set_instant(version, "LastModified", bs_s3_now(call->account));
    version = bs_s3_insert(call->account, call->bucket, call->key, version);
    bs_s3_replicate(call->account, call->bucket, call->key, version);
    return version;
}

void bs_s3_set_version_id(struct bs_s3_call *call, const struct bs_tree *version)
{
    if (bs_s3_versioning(call->bucket)[0] != '\0') {
        bs_tree_set_text(call->output, "VersionId", bs_tree_text(version, "VersionId", null_id));
    }
}
