/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Copies from one object to another, whatever Regions their buckets are in. */

#include <stdio.h>
#include <string.h>

#include "sim/account/s3.h"

enum { SOURCE_MAX = 3 * (BS_S3_KEY_MAX + BS_S3_NAME_MAX) + 128 };

static const char version_query[] = "?versionId=";

/* ---- The source ---- */

/* "/bucket/key?versionId=id", its text overwritten, into a place; the bucket's name ends with a NUL. */
static bool parse_source(char *text, char **bucket, char **key, char **version_id)
{
    char *query = strstr(text, version_query);

    if (query != NULL) {
        *query = '\0';
    }
    *version_id = query == NULL ? NULL : query + strlen(version_query);
    if (!bs_s3_decode_url(text)) {
        return false;
    }
    *bucket = *text == '/' ? text + 1 : text;
    *key = strchr(*bucket, '/');
    if (*key == NULL || (*key)[1] == '\0') {
        return false;
    }
    *(*key)++ = '\0';
    return true;
}

/* A source must have contents that can be read now. */
static const struct bs_tree *check_source(struct bs_s3_call *call, const struct bs_s3_place *place)
{
    const struct bs_tree *version = bs_s3_find(call->account, place);
    const char *class = bs_tree_text(version, "StorageClass", "");

    if (version != NULL && place->version_id != NULL && bs_s3_is_delete_marker(version)) {
        bs_s3_fail(call, "InvalidRequest",
                   "The source of a copy request may not specifically refer to a delete marker "
                   "by version id.");
        return NULL;
    }
    version = bs_s3_require(call, place);
    if (version == NULL || !bs_s3_may_read(call, version, &bs_s3_source_conditions)) {
        return NULL;
    }
    if (strcmp(class, "GLACIER") == 0 || strcmp(class, "DEEP_ARCHIVE") == 0) {
        bs_s3_fail(call, "ObjectNotInActiveTierError",
                   "The source object of the COPY action is not in the active tier");
        return NULL;
    }
    return version;
}

const struct bs_tree *bs_s3_copy_source(struct bs_s3_call *call)
{
    const char *source = bs_tree_text(call->input, "CopySource", "");
    struct bs_s3_place place = {0};
    const struct bs_tree *version;
    char text[SOURCE_MAX];
    char *bucket;
    char *key;
    char *version_id;

    if (strlen(source) >= sizeof(text)) {
        bs_s3_fail(call, "KeyTooLongError", "Your key is too long");
        return NULL;
    }
    (void)snprintf(text, sizeof(text), "%s", source);
    if (!parse_source(text, &bucket, &key, &version_id) || strlen(key) > BS_S3_KEY_MAX) {
        bs_s3_fail(call, "InvalidArgument",
                   "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        return NULL;
    }
    place = (struct bs_s3_place){bs_s3_bucket(call->account, bucket), key, version_id};
    if (place.bucket == NULL) {
        bs_s3_fail(call, "NoSuchBucket", "The specified bucket does not exist");
        return NULL;
    }
    version = check_source(call, &place);
    if (version != NULL && bs_s3_versioning(place.bucket)[0] != '\0') {
        bs_tree_set_text(call->output, "CopySourceVersionId",
                         bs_tree_text(version, "VersionId", "null"));
    }
    return version;
}

/* ---- CopyObject ---- */

static bool is_replaced(const struct bs_s3_call *call, const char *directive)
{
    return strcmp(bs_tree_text(call->input, directive, "COPY"), "REPLACE") == 0;
}

/* Onto itself an object may only be copied if something about it changes. */
static bool changes_something(struct bs_s3_call *call, const struct bs_tree *source)
{
    static const char *const changes[] = {"StorageClass",         "ServerSideEncryption",
                                          "SSECustomerAlgorithm", "WebsiteRedirectLocation",
                                          "ChecksumAlgorithm",    "ObjectLockMode"};
    const struct bs_s3_place itself = {.bucket = call->bucket, .key = call->key};

    if (bs_s3_find(call->account, &itself) != source || is_replaced(call, "MetadataDirective") ||
        strstr(bs_tree_text(call->input, "CopySource", ""), version_query) != NULL) {
        return true;
    }
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        if (bs_tree_get(call->input, changes[i]) != NULL) {
            return true;
        }
    }
    bs_s3_fail(call, "InvalidRequest",
               "This copy request is illegal because it is trying to copy an object to itself "
               "without changing the object's metadata, storage class, website redirect location "
               "or encryption attributes.");
    return false;
}

/* What is not said anew is taken from the source. */
static void take_over(const struct bs_s3_call *call, struct bs_tree *version,
                      const struct bs_tree *source)
{
    static const char *const headers[] = {"CacheControl",    "ContentDisposition",
                                          "ContentEncoding", "ContentLanguage",
                                          "ContentType",     "Expires",
                                          "Metadata",        NULL};

    if (!is_replaced(call, "MetadataDirective")) {
        for (size_t i = 0; headers[i] != NULL; i++) {
            (void)bs_tree_remove(version, headers[i]);
        }
        bs_tree_copy_members(version, source, headers);
    }
    if (!is_replaced(call, "TaggingDirective")) {
        (void)bs_tree_remove(version, "TagSet");
        bs_tree_copy_members(version, source, (const char *const[]){"TagSet", NULL});
    }
}

static void copy_contents(const struct bs_s3_call *call, struct bs_tree *version,
                          const struct bs_tree *source)
{
    const char *algorithm = bs_tree_text(call->input, "ChecksumAlgorithm",
                                         bs_s3_sum_algorithm(bs_tree_get(source, "Sums")));

    bs_s3_set_body(version, bs_tree_copy(bs_tree_get(source, "Body")));
    bs_s3_sum(algorithm, bs_tree_get(version, "Body"), bs_tree_set_structure(version, "Sums"));
}

void bs_s3_copy_object(struct bs_s3_call *call)
{
    const struct bs_tree *source = bs_s3_copy_source(call);
    struct bs_tree *version;
    struct bs_tree *result;

    if (source == NULL || !changes_something(call, source) || !bs_s3_may_write(call)) {
        return;
    }
    version = bs_s3_new_version(call);
    if (version == NULL) {
        return;
    }
    take_over(call, version, source);
    copy_contents(call, version, source);
    version = bs_s3_publish(call, version);
    if (version == NULL) {
        return;
    }
    result = bs_tree_set_structure(call->output, "CopyObjectResult");
    bs_tree_copy_members(result, version, (const char *const[]){"ETag", "LastModified", NULL});
    bs_s3_copy_sums(result, bs_tree_get(version, "Sums"));
    bs_tree_copy_members(call->output, version, bs_s3_encryption_members);
    bs_s3_set_version_id(call, version);
}
