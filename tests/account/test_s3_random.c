/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Operations at random, many of them nonsense: none may crash, every error has a status, and once all is
 * deleted again nothing counts as kept.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "tests/account/s3_client.h"

enum { SEEDS = 20, OPERATIONS = 2000, TEXT_MAX = 64 };

static const char *const buckets[] = {"one", "two", "three"};
static const char *const keys[] = {"a", "a/b", "a/c", "b", "\xc3\xa9"};
enum { BUCKETS = 3, KEYS = 5 };

static uint64_t draw(struct bs_stream *stream, uint64_t below)
{
    return bs_bits_below(bs_stream_at(stream, stream->next), below);
}

/* What the last answers gave out, to be asked with. */
struct memory {
    char version_id[TEXT_MAX];
    char upload_id[TEXT_MAX];
    char etag[TEXT_MAX]; /* Of the upload's part 1. */
    const char *bucket;  /* The upload's. */
    const char *key;
};

static void keep_text(const struct s3_client *client, const char *member, char text[TEXT_MAX])
{
    const char *found = bs_tree_text(client->answer.output, member, NULL);

    if (found != NULL) {
        (void)snprintf(text, TEXT_MAX, "%s", found);
    }
}

static void remember(struct memory *memory, const struct s3_client *client, const char *operation)
{
    keep_text(client, "VersionId", memory->version_id);
    if (strcmp(operation, "CreateMultipartUpload") == 0) {
        keep_text(client, "UploadId", memory->upload_id);
    } else if (strcmp(operation, "UploadPart") == 0) {
        keep_text(client, "ETag", memory->etag);
    }
}

/* Sets members that many operations have, each now and then. */
static void draw_members(struct s3_client *client, struct bs_stream *stream,
                         const struct memory *memory)
{
    const struct {
        const char *member;
        const char *text;
    } texts[] = {
        {"VersionId", memory->version_id},
        {"VersionId", "null"},
        {"Range", "bytes=1-"},
        {"Range", "bytes=-9223372036854775808"},
        {"Tagging", "x=%41&y"},
        {"StorageClass", "GLACIER"},
        {"ChecksumAlgorithm", "CRC32C"},
        {"ChecksumAlgorithm", "none"},
        {"CopySource", "one/a"},
        {"CopySource", "%"},
        {"CopySourceRange", "bytes=0-0"},
        {"Delimiter", "/"},
        {"Prefix", "a/"},
        {"KeyMarker", "a"},
        {"VersionIdMarker", memory->version_id},
        {"UploadIdMarker", memory->upload_id},
        {"ContinuationToken", "YQ=="},
        {"IfNoneMatch", "*"},
        {"ContentMD5", "AAAA"},
        {"Id", "id"},
        {"Policy", "{}"},
        {"ObjectLockMode", "GOVERNANCE"},
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (draw(stream, 12) == 0) {
            bs_tree_set_text(client->input, texts[i].member, texts[i].text);
        }
    }
    bs_tree_set_text(client->input, "UploadId", memory->upload_id);
    bs_tree_set_text(client->input, "CopySource", draw(stream, 3) == 0 ? "two/a/b" : "one/a");
    if (draw(stream, 2) == 0) {
        bs_tree_set_integer(client->input, "PartNumber", (int64_t)draw(stream, 3));
    }
    bs_tree_set_integer(client->input, "MaxKeys", (int64_t)draw(stream, 4));
    s3_fill(client, "Body", 'x', draw(stream, 50));
}

/* Structures that operations take: now and then right, and now and then not there. */
static void draw_structures(struct s3_client *client, struct bs_stream *stream,
                            const struct memory *memory)
{
    static const char *const structures[] = {"VersioningConfiguration",
                                             "Tagging",
                                             "CORSConfiguration",
                                             "LifecycleConfiguration",
                                             "Retention",
                                             "LegalHold",
                                             "ObjectLockConfiguration",
                                             "MultipartUpload",
                                             "Delete",
                                             "Metadata",
                                             "AccessControlPolicy"};
    struct bs_tree *rule;

    for (size_t i = 0; i < sizeof(structures) / sizeof(structures[0]); i++) {
        if (draw(stream, 3) > 0) {
            bs_tree_set_text(bs_tree_set_structure(client->input, structures[i]), "Status",
                             draw(stream, 4) > 0 ? "Enabled" : "Suspended");
        }
    }
    rule = bs_tree_set_structure(client->input, "ReplicationConfiguration");
    bs_tree_set_text(rule, "Role", "role");
    rule = bs_tree_append_structure(bs_tree_set_list(rule, "Rules"));
    bs_tree_set_text(rule, "Status", "Enabled");
    bs_tree_set_format(bs_tree_set_structure(rule, "Destination"), "Bucket", "arn:aws:s3:::%s",
                       buckets[draw(stream, BUCKETS)]);
    bs_tree_set_text(bs_tree_set_structure(client->input, "MetricsConfiguration"), "Id", "id");
    rule = bs_tree_append_structure(
        bs_tree_set_list(bs_tree_set_structure(client->input, "MultipartUpload"), "Parts"));
    bs_tree_set_integer(rule, "PartNumber", 1);
    bs_tree_set_text(rule, "ETag", memory->etag);
}

static const char *draw_operation(struct bs_stream *stream)
{
    static const char *const often[] = {"PutObject",   "DeleteObject", "CompleteMultipartUpload",
                                        "UploadPart",  "CopyObject",   "GetObject",
                                        "CreateBucket"};
    const struct bs_account_service *service = bs_account_service("s3");

    return draw(stream, 2) == 0 ? often[draw(stream, sizeof(often) / sizeof(often[0]))]
                                : service->operations[draw(stream, service->operation_count)].name;
}

static void ask_at_random(struct s3_client *client, struct bs_stream *stream, struct memory *memory)
{
    const char *operation = draw_operation(stream);
    const bool is_of_upload = strstr(operation, "Part") != NULL ||
                              strcmp(operation, "CompleteMultipartUpload") == 0 ||
                              strcmp(operation, "AbortMultipartUpload") == 0;
    const char *bucket = is_of_upload ? memory->bucket : buckets[draw(stream, BUCKETS)];
    const char *key = is_of_upload ? memory->key : keys[draw(stream, KEYS)];

    draw_members(client, stream, memory);
    draw_structures(client, stream, memory);
    if (strcmp(operation, "CreateMultipartUpload") == 0) {
        memory->bucket = bucket;
        memory->key = key;
    }
    s3_ask(client, operation, "Bucket", bucket, "Key", key, S3_END);
    if (client->answer.error != NULL) {
        s3_expect_error(client, client->answer.error);
    }
    remember(memory, client, operation);
    s3_wait(client, (int64_t)draw(stream, 5));
}

/* ---- Deleting everything ---- */

static void delete_versions(struct s3_client *client, const char *bucket, const char *list)
{
    struct bs_tree *output;

    s3_ask(client, "ListObjectVersions", "Bucket", bucket, S3_END);
    output = bs_tree_copy(client->answer.output);
    for (const struct bs_tree *one = bs_tree_first(bs_tree_get(output, list)); one != NULL;
         one = one->next) {
        s3_ask(client, "DeleteObject", "Bucket", bucket, "Key", bs_tree_text(one, "Key", ""),
               "VersionId", bs_tree_text(one, "VersionId", ""), S3_END);
        s3_expect_ok(client);
    }
    bs_tree_destroy(output);
}

static void delete_bucket(struct s3_client *client, const char *bucket)
{
    for (int page = 0; page < 4; page++) {
        delete_versions(client, bucket, "Versions");
        delete_versions(client, bucket, "DeleteMarkers");
    }
    s3_ask(client, "DeleteBucket", "Bucket", bucket, S3_END);
    if (client->answer.error != NULL) {
        s3_expect_error(client, "NoSuchBucket");
    }
}

static void nothing_crashes_and_nothing_is_left(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct bs_stream stream = bs_stream_open((struct bs_stream_root){seed, 0}, "s3", "random");
        struct memory memory = {"null", "none", "", "one", "a"};
        struct s3_client client;

        s3_open(&client, seed % 2 == 0 ? BS_ACCOUNT_REALISTIC : BS_ACCOUNT_INSTANT);
        for (int i = 0; i < OPERATIONS; i++) {
            ask_at_random(&client, &stream, &memory);
        }
        s3_wait(&client, 100000); /* What is on its way arrives. */
        for (size_t i = 0; i < BUCKETS; i++) {
            delete_bucket(&client, buckets[i]);
        }
        assert_int_equal(
            bs_tree_integer(
                bs_account_find(client.account, "s3:state", BS_ACCOUNT_GLOBAL, "s3")->attributes,
                "Weight", -1),
            0);
        assert_null(bs_account_next(client.account, "s3:object", BS_ACCOUNT_GLOBAL, NULL));
        assert_null(bs_account_next(client.account, "s3:part", BS_ACCOUNT_GLOBAL, NULL));
        assert_null(bs_account_next(client.account, "s3:replication", BS_ACCOUNT_GLOBAL, NULL));
        s3_close(&client);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_crashes_and_nothing_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
