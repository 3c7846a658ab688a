/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Buckets and objects as Amazon S3 documents them, errors included. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/s3_client.h"

#define HELLO_ETAG "\"5d41402abc4b2a76b9719d911017c592\""

static void open_bucket(struct s3_client *client)
{
    s3_open(client, BS_ACCOUNT_INSTANT);
    s3_make_bucket(client, "bucket");
}

static const struct bs_tree *ask_key(struct s3_client *client, const char *operation,
                                     const char *key)
{
    return s3_ask(client, operation, "Bucket", "bucket", "Key", key, S3_END);
}

static const char *text_of(const struct s3_client *client, const char *member)
{
    return bs_tree_text(client->answer.output, member, "");
}

/* ---- Buckets ---- */

static void names_are_checked(void **state)
{
    static const char *const bad[] = {"ab",        "Upper",          "a_b",         "-ab",
                                      "ab-",       "a..b",           "192.168.5.4", "xn--bucket",
                                      "b-s3alias", "amzn-s3-demo-b", "b--x-s3",     ".ab"};
    static const char *const good[] = {"abc", "a.b-c", "0ab", "1.2.3", "my-logs.2026"};
    char text[65];
    struct s3_client client;

    (void)state;
    s3_open(&client, BS_ACCOUNT_INSTANT);
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        s3_ask(&client, "CreateBucket", "Bucket", bad[i], S3_END);
        s3_expect_error(&client, "InvalidBucketName");
    }
    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        s3_make_bucket(&client, good[i]);
    }
    memset(text, 'a', 64);
    text[64] = '\0';
    s3_ask(&client, "CreateBucket", "Bucket", text, S3_END);
    s3_expect_error(&client, "InvalidBucketName");
    text[63] = '\0';
    s3_make_bucket(&client, text);
    s3_ask(&client, "ListBuckets", S3_END);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "Buckets")), 6);
    s3_close(&client);
}

static void create_in(struct s3_client *client, const char *asked, const char *constraint,
                      const char *name)
{
    client->region = asked;
    if (constraint != NULL) {
        bs_tree_set_text(bs_tree_set_structure(client->input, "CreateBucketConfiguration"),
                         "LocationConstraint", constraint);
    }
    s3_ask(client, "CreateBucket", "Bucket", name, S3_END);
}

static void a_bucket_lies_in_one_region(void **state)
{
    static const struct {
        const char *asked;
        const char *constraint;
        const char *error; /* NULL: it is made. */
        const char *location;
    } cases[] = {
        {"us-east-1", NULL, NULL, ""},
        {"us-east-1", "us-east-1", "InvalidLocationConstraint", NULL},
        {"us-east-1", "nowhere", "InvalidLocationConstraint", NULL},
        {"us-east-1", "eu-west-1", NULL, "eu-west-1"},
        {"us-east-1", "EU", NULL, "eu-west-1"},
        {"us-west-2", NULL, "IllegalLocationConstraintException", NULL},
        {"us-west-2", "eu-west-1", "IllegalLocationConstraintException", NULL},
        {"us-west-2", "us-west-2", NULL, "us-west-2"},
    };
    struct s3_client client;

    (void)state;
    s3_open(&client, BS_ACCOUNT_INSTANT);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char name[16];

        (void)snprintf(name, sizeof(name), "bucket-%zu", i);
        create_in(&client, cases[i].asked, cases[i].constraint, name);
        if (cases[i].error != NULL) {
            s3_expect_error(&client, cases[i].error);
            continue;
        }
        s3_expect_ok(&client);
        s3_ask(&client, "GetBucketLocation", "Bucket", name, S3_END);
        assert_string_equal(text_of(&client, "LocationConstraint"), cases[i].location);
    }
    client.region = "us-east-1";
    s3_ask(&client, "HeadBucket", "Bucket", "bucket-7", S3_END);
    s3_expect_error(&client, "PermanentRedirect");
    assert_string_equal(bs_tree_text(client.answer.details, "BucketRegion", ""), "us-west-2");
    s3_ask(&client, "GetObject", "Bucket", "bucket-7", "Key", "k", S3_END);
    s3_expect_error(&client, "PermanentRedirect");
    s3_ask(&client, "HeadBucket", "Bucket", "bucket-0", S3_END);
    assert_string_equal(text_of(&client, "BucketRegion"), "us-east-1");
    s3_ask(&client, "HeadBucket", "Bucket", "none", S3_END);
    s3_expect_error(&client, "NoSuchBucket");
    s3_ask(&client, "HeadBucket", "Bucket", "bucket-0", "ExpectedBucketOwner", "210987654321",
           S3_END);
    s3_expect_error(&client, "AccessDenied");
    create_in(&client, "us-west-2", "us-west-2", "bucket-7");
    s3_expect_error(&client, "BucketAlreadyOwnedByYou");
    create_in(&client, "us-east-1", NULL, "bucket-0");
    s3_expect_ok(&client);
    create_in(&client, "us-west-2", "us-west-2", "bucket-0");
    s3_expect_error(&client, "BucketAlreadyOwnedByYou");
    s3_close(&client);
}

static void only_empty_buckets_are_deleted(void **state)
{
    struct s3_client client;
    char id[64];

    (void)state;
    open_bucket(&client);
    s3_set_versioning(&client, "bucket", "Enabled");
    ask_key(&client, "DeleteObject", "k");
    (void)snprintf(id, sizeof(id), "%s", text_of(&client, "VersionId"));
    s3_ask(&client, "DeleteBucket", "Bucket", "bucket", S3_END);
    s3_expect_error(&client, "BucketNotEmpty");
    s3_ask(&client, "DeleteObject", "Bucket", "bucket", "Key", "k", "VersionId", id, S3_END);
    s3_expect_ok(&client);
    assert_true(bs_tree_boolean(client.answer.output, "DeleteMarker", false));
    s3_ask(&client, "DeleteBucket", "Bucket", "bucket", S3_END);
    s3_expect_ok(&client);
    s3_ask(&client, "DeleteBucket", "Bucket", "bucket", S3_END);
    s3_expect_error(&client, "NoSuchBucket");
    s3_close(&client);
}

/* ---- Configurations ---- */

static void settings_are_given_back(void **state)
{
    /* Member of the input, a member of it, where the output has that: as Get, or within the same member. */
    static const struct {
        const char *name;
        const char *input;
        const char *member;
        const char *missing;
        bool is_wrapped;
    } cases[] = {
        {"BucketEncryption", "ServerSideEncryptionConfiguration", "Rules", NULL, true},
        {"BucketLogging", "BucketLoggingStatus", "Any", NULL, false},
        {"BucketNotificationConfiguration", "NotificationConfiguration", "Any", NULL, false},
        {"BucketRequestPayment", "RequestPaymentConfiguration", "Payer", NULL, false},
        {"BucketAccelerateConfiguration", "AccelerateConfiguration", "Status", NULL, false},
        {"BucketWebsite", "WebsiteConfiguration", "Any", "NoSuchWebsiteConfiguration", false},
        {"BucketOwnershipControls", "OwnershipControls", "Any", NULL, true},
        {"PublicAccessBlock", "PublicAccessBlockConfiguration", "Any", NULL, true},
    };
    struct s3_client client;
    char operation[64];

    (void)state;
    open_bucket(&client);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct bs_tree *output;

        (void)snprintf(operation, sizeof(operation), "Get%s", cases[i].name);
        s3_ask(&client, operation, "Bucket", "bucket", S3_END);
        if (cases[i].missing != NULL) {
            s3_expect_error(&client, cases[i].missing);
        } else {
            s3_expect_ok(&client);
        }
        (void)snprintf(operation, sizeof(operation), "Put%s", cases[i].name);
        bs_tree_set_text(bs_tree_set_structure(client.input, cases[i].input), cases[i].member,
                         "something");
        s3_ask(&client, operation, "Bucket", "bucket", S3_END);
        s3_expect_ok(&client);
        (void)snprintf(operation, sizeof(operation), "Get%s", cases[i].name);
        output = s3_ask(&client, operation, "Bucket", "bucket", S3_END);
        s3_expect_ok(&client);
        output = cases[i].is_wrapped ? bs_tree_get(output, cases[i].input) : output;
        assert_string_equal(bs_tree_text(output, cases[i].member, ""), "something");
    }
    s3_close(&client);
}

static void what_is_not_set_has_a_code(void **state)
{
    static const char *const cases[][2] = {
        {"GetBucketCors", "NoSuchCORSConfiguration"},
        {"GetBucketLifecycleConfiguration", "NoSuchLifecycleConfiguration"},
        {"GetBucketPolicy", "NoSuchBucketPolicy"},
        {"GetBucketPolicyStatus", "NoSuchBucketPolicy"},
        {"GetBucketTagging", "NoSuchTagSet"},
        {"GetBucketReplication", "ReplicationConfigurationNotFoundError"},
        {"GetObjectLockConfiguration", "ObjectLockConfigurationNotFoundError"},
    };
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        s3_ask(&client, cases[i][0], "Bucket", "bucket", S3_END);
        s3_expect_error(&client, cases[i][1]);
    }
    s3_ask(&client, "PutBucketPolicy", "Bucket", "bucket", "Policy", "no", S3_END);
    s3_expect_error(&client, "MalformedPolicy");
    s3_ask(&client, "PutBucketPolicy", "Bucket", "bucket", "Policy", "{}", S3_END);
    s3_ask(&client, "GetBucketPolicy", "Bucket", "bucket", S3_END);
    assert_string_equal(text_of(&client, "Policy"), "{}");
    s3_ask(&client, "DeleteBucketPolicy", "Bucket", "bucket", S3_END);
    s3_expect_ok(&client);
    s3_ask(&client, "DeletePublicAccessBlock", "Bucket", "bucket", S3_END);
    s3_ask(&client, "GetPublicAccessBlock", "Bucket", "bucket", S3_END);
    s3_expect_error(&client, "NoSuchPublicAccessBlockConfiguration");
    s3_close(&client);
}

static void put_metrics(struct s3_client *client, const char *id)
{
    bs_tree_set_text(bs_tree_set_structure(client->input, "MetricsConfiguration"), "Id", id);
    s3_ask(client, "PutBucketMetricsConfiguration", "Bucket", "bucket", "Id", id, S3_END);
}

static void settings_by_id_are_listed_in_pages(void **state)
{
    struct s3_client client;
    char id[16];

    (void)state;
    open_bucket(&client);
    for (int i = 999; i >= 0; i--) {
        (void)snprintf(id, sizeof(id), "%03d", i);
        put_metrics(&client, id);
        s3_expect_ok(&client);
    }
    put_metrics(&client, "more");
    s3_expect_error(&client, "TooManyConfigurations");
    put_metrics(&client, "007");
    s3_expect_ok(&client);
    s3_ask(&client, "ListBucketMetricsConfigurations", "Bucket", "bucket", "ContinuationToken",
           "899", S3_END);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "MetricsConfigurationList")),
                     100);
    assert_false(bs_tree_boolean(client.answer.output, "IsTruncated", true));
    s3_ask(&client, "ListBucketMetricsConfigurations", "Bucket", "bucket", S3_END);
    assert_string_equal(text_of(&client, "NextContinuationToken"), "099");
    s3_ask(&client, "DeleteBucketMetricsConfiguration", "Bucket", "bucket", "Id", "007", S3_END);
    s3_expect_ok(&client);
    s3_ask(&client, "GetBucketMetricsConfiguration", "Bucket", "bucket", "Id", "007", S3_END);
    s3_expect_error(&client, "NoSuchConfiguration");
    s3_ask(&client, "GetBucketInventoryConfiguration", "Bucket", "bucket", "Id", "008", S3_END);
    s3_expect_error(&client, "NoSuchConfiguration");
    s3_close(&client);
}

/* ---- Objects ---- */

static void an_object_comes_back_as_it_was_put(void **state)
{
    const struct bs_tree *output;
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    bs_tree_set_text(bs_tree_set_structure(client.input, "Metadata"), "colour", "red");
    s3_body(&client, "hello");
    output = s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "CacheControl",
                    "no-cache", "ContentMD5", "XUFAKrxLKna5cZ2REBfFkg==", "ChecksumCRC32",
                    "NhCmhg==", "StorageClass", "STANDARD_IA", S3_END);
    s3_expect_ok(&client);
    assert_string_equal(bs_tree_text(output, "ETag", ""), HELLO_ETAG);
    assert_string_equal(bs_tree_text(output, "ChecksumCRC32", ""), "NhCmhg==");
    assert_string_equal(bs_tree_text(output, "ServerSideEncryption", ""), "AES256");
    assert_null(bs_tree_get(output, "VersionId"));
    output = s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "ChecksumMode", "ENABLED",
                    "ResponseContentType", "text/html", S3_END);
    s3_expect_ok(&client);
    assert_memory_equal(bs_tree_get(output, "Body")->is.text.bytes, "hello", 5);
    assert_int_equal(bs_tree_integer(output, "ContentLength", 0), 5);
    assert_string_equal(bs_tree_text(output, "CacheControl", ""), "no-cache");
    assert_string_equal(bs_tree_text(output, "ContentType", ""), "text/html");
    assert_string_equal(bs_tree_text(output, "ChecksumCRC32", ""), "NhCmhg==");
    assert_string_equal(bs_tree_text(output, "StorageClass", ""), "STANDARD_IA");
    assert_string_equal(bs_tree_text(bs_tree_get(output, "Metadata"), "colour", ""), "red");
    assert_null(bs_tree_get(output, "ContentRange"));
    output = ask_key(&client, "HeadObject", "k");
    assert_string_equal(bs_tree_text(output, "ContentType", ""), "binary/octet-stream");
    assert_null(bs_tree_get(output, "Body"));
    assert_null(bs_tree_get(output, "ChecksumCRC32"));
    ask_key(&client, "GetObject", "none");
    s3_expect_error(&client, "NoSuchKey");
    s3_close(&client);
}

static void sums_are_checked_and_kept(void **state)
{
    static const char *const sums[][2] = {
        {"ChecksumCRC32", "NhCmhg=="},
        {"ChecksumCRC32C", "mnG7TA=="},
        {"ChecksumCRC64NVME", "M3eFcAZSQlc="},
        {"ChecksumSHA1", "qvTGHdzF6KLavt4PO0gs2a6pQ00="},
        {"ChecksumSHA256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="},
    };
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++) {
        s3_body(&client, "hello");
        s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", sums[i][0], sums[i][1],
               S3_END);
        s3_expect_ok(&client);
        bs_tree_append_text(bs_tree_set_list(client.input, "ObjectAttributes"), "Checksum");
        ask_key(&client, "GetObjectAttributes", "k");
        assert_string_equal(
            bs_tree_text(bs_tree_get(client.answer.output, "Checksum"), sums[i][0], ""),
            sums[i][1]);
        s3_body(&client, "hallo");
        s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", sums[i][0], sums[i][1],
               S3_END);
        s3_expect_error(&client, "BadDigest");
        s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", sums[i][0], "?", S3_END);
        s3_expect_error(&client, "InvalidRequest");
    }
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", sums[0][0], sums[0][1], sums[1][0],
           sums[1][1], S3_END);
    s3_expect_error(&client, "InvalidRequest");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "ChecksumAlgorithm", "CRC7",
           S3_END);
    s3_expect_error(&client, "InvalidRequest");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "ContentMD5", "x", S3_END);
    s3_expect_error(&client, "InvalidDigest");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "ContentMD5",
           "XUFAKrxLKna5cZ2REBfFkg==", S3_END);
    s3_expect_error(&client, "BadDigest");
    s3_close(&client);
}

static void ranges_are_as_documented(void **state)
{
    static const struct {
        const char *range;
        const char *error;
        const char *content;
        const char *content_range; /* "": the whole. */
    } cases[] = {
        {"bytes=0-0", NULL, "0", "bytes 0-0/10"},
        {"bytes=2-4", NULL, "234", "bytes 2-4/10"},
        {"bytes=7-", NULL, "789", "bytes 7-9/10"},
        {"bytes=-3", NULL, "789", "bytes 7-9/10"},
        {"bytes=-30", NULL, "0123456789", "bytes 0-9/10"},
        {"bytes=8-100", NULL, "89", "bytes 8-9/10"},
        {"bytes=10-", "InvalidRange", NULL, NULL},
        {"bytes=-0", "InvalidRange", NULL, NULL},
        {"bytes=99999999999999999999-", NULL, "0123456789", ""},
        {"bytes=5-2", NULL, "0123456789", ""},
        {"bytes=0-1,3-4", NULL, "0123456789", ""},
        {"lines=0-1", NULL, "0123456789", ""},
        {"bytes=-", NULL, "0123456789", ""},
    };
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    s3_put(&client, "bucket", "k", "0123456789");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct bs_tree *body;

        s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "Range", cases[i].range,
               S3_END);
        if (cases[i].error != NULL) {
            s3_expect_error(&client, cases[i].error);
            continue;
        }
        s3_expect_ok(&client);
        body = bs_tree_get(client.answer.output, "Body");
        assert_int_equal(body->is.text.length, strlen(cases[i].content));
        assert_memory_equal(body->is.text.bytes, cases[i].content, body->is.text.length);
        assert_string_equal(text_of(&client, "ContentRange"), cases[i].content_range);
    }
    bs_tree_set_integer(client.input, "PartNumber", 1);
    s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "Range", "bytes=0-1", S3_END);
    s3_expect_error(&client, "InvalidRequest");
    s3_close(&client);
}

/* The table of "Additional considerations about request headers", with the object modified at 100 s. */
enum { NONE = -1, BEFORE = 50, AT = 100, AFTER = 150 };
static const struct condition {
    const char *match;
    int64_t unmodified_since_s;
    const char *none_match;
    int64_t modified_since_s;
    const char *error;
} conditions[] = {
    {HELLO_ETAG, NONE, NULL, NONE, NULL},
    {"5d41402abc4b2a76b9719d911017c592", NONE, NULL, NONE, NULL},
    {"\"x\", " HELLO_ETAG, NONE, NULL, NONE, NULL},
    {"*", NONE, NULL, NONE, NULL},
    {"\"x\"", NONE, NULL, NONE, "PreconditionFailed"},
    {HELLO_ETAG, BEFORE, NULL, NONE, NULL},
    {"\"x\"", AFTER, NULL, NONE, "PreconditionFailed"},
    {NULL, BEFORE, NULL, NONE, "PreconditionFailed"},
    {NULL, AT, NULL, NONE, NULL},
    {NULL, NONE, HELLO_ETAG, NONE, "NotModified"},
    {NULL, NONE, "*", NONE, "NotModified"},
    {NULL, NONE, "\"x\"", NONE, NULL},
    {NULL, NONE, HELLO_ETAG, BEFORE, "NotModified"},
    {NULL, NONE, "\"x\"", AFTER, NULL},
    {NULL, NONE, NULL, AT, "NotModified"},
    {NULL, NONE, NULL, AFTER, "NotModified"},
    {NULL, NONE, NULL, BEFORE, NULL},
};

static void set_text_condition(struct s3_client *client, const char *prefix, const char *member,
                               const char *text)
{
    char name[64];

    (void)snprintf(name, sizeof(name), "%s%s", prefix, member);
    if (text != NULL) {
        bs_tree_set_text(client->input, name, text);
    }
}

static void set_date_condition(struct s3_client *client, const char *prefix, const char *member,
                               int64_t date_s)
{
    char name[64];

    (void)snprintf(name, sizeof(name), "%s%s", prefix, member);
    if (date_s != NONE) {
        bs_tree_set_instant(client->input, name, BS_AT_SECONDS(date_s));
    }
}

static void set_conditions(struct s3_client *client, const char *prefix,
                           const struct condition *condition)
{
    set_text_condition(client, prefix, "IfMatch", condition->match);
    set_text_condition(client, prefix, "IfNoneMatch", condition->none_match);
    set_date_condition(client, prefix, "IfUnmodifiedSince", condition->unmodified_since_s);
    set_date_condition(client, prefix, "IfModifiedSince", condition->modified_since_s);
}

static void expect_outcome(const struct s3_client *client, const char *error)
{
    if (error == NULL) {
        s3_expect_ok(client);
    } else {
        s3_expect_error(client, error);
    }
}

static void conditions_are_as_documented(void **state)
{
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    s3_wait(&client, AT);
    s3_put(&client, "bucket", "k", "hello");
    for (size_t i = 0; i < sizeof(conditions) / sizeof(conditions[0]); i++) {
        const char *error = conditions[i].error;

        set_conditions(&client, "", &conditions[i]);
        ask_key(&client, "HeadObject", "k");
        expect_outcome(&client, error);
        set_conditions(&client, "CopySource", &conditions[i]);
        s3_ask(&client, "CopyObject", "Bucket", "bucket", "Key", "copy", "CopySource", "/bucket/k",
               S3_END);
        expect_outcome(&client, error == NULL ? NULL : "PreconditionFailed");
    }
    s3_close(&client);
}

static void writes_may_be_conditional(void **state)
{
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "IfMatch", HELLO_ETAG, S3_END);
    s3_expect_error(&client, "NoSuchKey");
    s3_body(&client, "hello");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "IfNoneMatch", "*", S3_END);
    s3_expect_ok(&client);
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "IfNoneMatch", "*", S3_END);
    s3_expect_error(&client, "PreconditionFailed");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "IfNoneMatch", "\"x\"", S3_END);
    s3_expect_error(&client, "NotImplemented");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "IfMatch", "\"x\"", S3_END);
    s3_expect_error(&client, "PreconditionFailed");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "IfMatch", HELLO_ETAG, S3_END);
    s3_expect_ok(&client);
    s3_close(&client);
}

static void what_is_put_is_bounded(void **state)
{
    char key[1026];
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    memset(key, 'k', sizeof(key) - 1);
    key[1025] = '\0';
    ask_key(&client, "PutObject", key);
    s3_expect_error(&client, "KeyTooLongError");
    key[1024] = '\0';
    ask_key(&client, "PutObject", key);
    s3_expect_ok(&client);
    ask_key(&client, "PutObject", "");
    s3_expect_error(&client, "InvalidArgument");
    key[1022] = '\0'; /* With the name's two this is all that is allowed. */
    bs_tree_set_text(bs_tree_set_structure(client.input, "Metadata"), "na", key);
    bs_tree_set_text(bs_tree_get_mutable(client.input, "Metadata"), "nb", key);
    ask_key(&client, "PutObject", "k");
    s3_expect_ok(&client);
    bs_tree_set_text(bs_tree_set_structure(client.input, "Metadata"), "na", key);
    bs_tree_set_text(bs_tree_get_mutable(client.input, "Metadata"), "nbb", key);
    ask_key(&client, "PutObject", "k");
    s3_expect_error(&client, "MetadataTooLarge");
    s3_close(&client);
}

/* ---- Versions ---- */

static void versions_are_kept_and_deleted(void **state)
{
    char first[64];
    char marker[64];
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    s3_put(&client, "bucket", "k", "null");
    s3_set_versioning(&client, "bucket", "Enabled");
    s3_put(&client, "bucket", "k", "first");
    (void)snprintf(first, sizeof(first), "%s", text_of(&client, "VersionId"));
    s3_put(&client, "bucket", "k", "second");
    ask_key(&client, "DeleteObject", "k");
    assert_true(bs_tree_boolean(client.answer.output, "DeleteMarker", false));
    (void)snprintf(marker, sizeof(marker), "%s", text_of(&client, "VersionId"));

    ask_key(&client, "GetObject", "k");
    s3_expect_error(&client, "NoSuchKey");
    assert_true(bs_tree_boolean(client.answer.details, "DeleteMarker", false));
    s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "VersionId", marker, S3_END);
    s3_expect_error(&client, "MethodNotAllowed");
    s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "VersionId", first, S3_END);
    assert_int_equal(bs_tree_integer(client.answer.output, "ContentLength", 0), 5);
    s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "VersionId", "null", S3_END);
    assert_int_equal(bs_tree_integer(client.answer.output, "ContentLength", 0), 4);
    s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "VersionId", "short", S3_END);
    s3_expect_error(&client, "InvalidArgument");
    s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "VersionId",
           "ffffffffffffffffffffffffffffffff", S3_END);
    s3_expect_error(&client, "NoSuchVersion");

    s3_ask(&client, "DeleteObject", "Bucket", "bucket", "Key", "k", "VersionId", marker, S3_END);
    ask_key(&client, "GetObject", "k");
    assert_int_equal(bs_tree_integer(client.answer.output, "ContentLength", 0), 6);

    s3_set_versioning(&client, "bucket", "Suspended");
    s3_put(&client, "bucket", "k", "another null");
    assert_string_equal(text_of(&client, "VersionId"), "null");
    ask_key(&client, "DeleteObject", "k");
    assert_string_equal(text_of(&client, "VersionId"), "null");
    s3_ask(&client, "ListObjectVersions", "Bucket", "bucket", S3_END);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "Versions")), 2);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "DeleteMarkers")), 1);
    s3_close(&client);
}

static void many_are_deleted_at_once(void **state)
{
    struct bs_tree *objects;
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    s3_put(&client, "bucket", "a", "x");
    objects = bs_tree_set_list(bs_tree_set_structure(client.input, "Delete"), "Objects");
    bs_tree_set_text(bs_tree_append_structure(objects), "Key", "a");
    bs_tree_set_text(bs_tree_append_structure(objects), "Key", "none");
    bs_tree_set_text(bs_tree_append_structure(objects), "Key", "b");
    bs_tree_set_text(objects->is.children.last, "VersionId", "");
    s3_ask(&client, "DeleteObjects", "Bucket", "bucket", S3_END);
    s3_expect_ok(&client);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "Deleted")), 2);
    objects = bs_tree_first_mutable(bs_tree_get_mutable(client.answer.output, "Errors"));
    assert_string_equal(bs_tree_text(objects, "Code", ""), "InvalidArgument");
    ask_key(&client, "HeadObject", "a");
    s3_expect_error(&client, "NoSuchKey");
    bs_tree_set_list(bs_tree_set_structure(client.input, "Delete"), "Objects");
    s3_ask(&client, "DeleteObjects", "Bucket", "bucket", S3_END);
    s3_expect_error(&client, "MalformedXML");
    s3_close(&client);
}

/* ---- Copies ---- */

static void copies_cross_regions(void **state)
{
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    bs_tree_set_text(bs_tree_set_structure(client.input, "Metadata"), "colour", "red");
    s3_body(&client, "hello");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "a b/\xc3\xa9", "Tagging", "a=1&b=2",
           S3_END);
    s3_expect_ok(&client);
    client.region = "eu-west-1";
    s3_make_bucket(&client, "far-away");
    s3_ask(&client, "CopyObject", "Bucket", "far-away", "Key", "k", "CopySource",
           "bucket/a%20b/%C3%a9", S3_END);
    s3_expect_ok(&client);
    assert_string_equal(
        bs_tree_text(bs_tree_get(client.answer.output, "CopyObjectResult"), "ETag", ""),
        HELLO_ETAG);
    s3_ask(&client, "GetObject", "Bucket", "far-away", "Key", "k", S3_END);
    assert_string_equal(bs_tree_text(bs_tree_get(client.answer.output, "Metadata"), "colour", ""),
                        "red");
    assert_int_equal(bs_tree_integer(client.answer.output, "TagCount", 0), 2);

    bs_tree_set_text(bs_tree_set_structure(client.input, "Metadata"), "size", "big");
    s3_ask(&client, "CopyObject", "Bucket", "far-away", "Key", "k", "CopySource", "far-away/k",
           "MetadataDirective", "REPLACE", "TaggingDirective", "REPLACE", "Tagging", "", S3_END);
    s3_expect_ok(&client);
    s3_ask(&client, "GetObject", "Bucket", "far-away", "Key", "k", S3_END);
    assert_null(bs_tree_get(bs_tree_get(client.answer.output, "Metadata"), "colour"));
    assert_null(bs_tree_get(client.answer.output, "TagCount"));
    s3_ask(&client, "CopyObject", "Bucket", "far-away", "Key", "k", "CopySource", "far-away/k",
           S3_END);
    s3_expect_error(&client, "InvalidRequest");
    s3_ask(&client, "CopyObject", "Bucket", "far-away", "Key", "k", "CopySource", "none/k", S3_END);
    s3_expect_error(&client, "NoSuchBucket");
    s3_ask(&client, "CopyObject", "Bucket", "far-away", "Key", "k", "CopySource", "bucket", S3_END);
    s3_expect_error(&client, "InvalidArgument");
    s3_ask(&client, "CopyObject", "Bucket", "far-away", "Key", "k", "CopySource", "bucket/%4",
           S3_END);
    s3_expect_error(&client, "InvalidArgument");
    s3_close(&client);
}

/* ---- Tags, archives, locks ---- */

static void tags_have_limits(void **state)
{
    static const char *const bad[][2] = {
        {"a=1&a=2", "InvalidTag"},
        {"aws:x=1", "InvalidTag"},
        {"=1", "InvalidTag"},
        {"a=%zz", "InvalidArgument"},
        {"a=%00", "InvalidArgument"},
        {"a=%ff", "InvalidArgument"},
        {"a&b&c&d&e&f&g&h&i&j&k", "BadRequest"},
    };
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "Tagging", bad[i][0], S3_END);
        s3_expect_error(&client, bad[i][1]);
    }
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "Tagging", "a+b=c%26d", S3_END);
    ask_key(&client, "GetObjectTagging", "k");
    assert_string_equal(
        bs_tree_text(bs_tree_first(bs_tree_get(client.answer.output, "TagSet")), "Key", ""), "a b");
    assert_string_equal(
        bs_tree_text(bs_tree_first(bs_tree_get(client.answer.output, "TagSet")), "Value", ""),
        "c&d");
    ask_key(&client, "DeleteObjectTagging", "k");
    ask_key(&client, "GetObjectTagging", "k");
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "TagSet")), 0);
    s3_close(&client);
}

static void archives_and_keys_refuse_to_be_read(void **state)
{
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "StorageClass", "GLACIER", S3_END);
    ask_key(&client, "GetObject", "k");
    s3_expect_error(&client, "InvalidObjectState");
    ask_key(&client, "HeadObject", "k");
    s3_expect_ok(&client);
    s3_ask(&client, "CopyObject", "Bucket", "bucket", "Key", "j", "CopySource", "bucket/k", S3_END);
    s3_expect_error(&client, "ObjectNotInActiveTierError");
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "SSECustomerAlgorithm", "AES256",
           "SSECustomerKeyMD5", "one", S3_END);
    ask_key(&client, "GetObject", "k");
    s3_expect_error(&client, "InvalidRequest");
    s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "SSECustomerKeyMD5", "two",
           S3_END);
    s3_expect_error(&client, "AccessDenied");
    s3_ask(&client, "GetObject", "Bucket", "bucket", "Key", "k", "SSECustomerKeyMD5", "one",
           S3_END);
    s3_expect_ok(&client);
    s3_close(&client);
}

static void acls_are_private(void **state)
{
    const struct bs_tree *grants;
    struct s3_client client;

    (void)state;
    open_bucket(&client);
    s3_put(&client, "bucket", "k", "x");
    ask_key(&client, "GetObjectAcl", "k");
    grants = bs_tree_get(client.answer.output, "Grants");
    assert_int_equal(bs_tree_count(grants), 1);
    assert_string_equal(bs_tree_text(bs_tree_first(grants), "Permission", ""), "FULL_CONTROL");
    s3_ask(&client, "GetBucketAcl", "Bucket", "bucket", S3_END);
    s3_expect_ok(&client);
    s3_ask(&client, "PutObject", "Bucket", "bucket", "Key", "k", "ACL", "public-read", S3_END);
    s3_expect_error(&client, "AccessControlListNotSupported");
    s3_ask(&client, "PutBucketAcl", "Bucket", "bucket", "ACL", "public-read", S3_END);
    s3_expect_error(&client, "AccessControlListNotSupported");
    s3_close(&client);
}

static void put_retention(struct s3_client *client, const char *mode, int64_t until_s)
{
    struct bs_tree *retention = bs_tree_set_structure(client->input, "Retention");

    bs_tree_set_text(retention, "Mode", mode);
    bs_tree_set_instant(retention, "RetainUntilDate", BS_AT_SECONDS(until_s));
    ask_key(client, "PutObjectRetention", "k");
}

static void locks_hold(void **state)
{
    char id[64];
    struct s3_client client;

    (void)state;
    s3_open(&client, BS_ACCOUNT_INSTANT);
    s3_make_bucket(&client, "plain");
    s3_ask(&client, "GetObjectRetention", "Bucket", "plain", "Key", "k", S3_END);
    s3_expect_error(&client, "InvalidRequest");
    bs_tree_set_boolean(client.input, "ObjectLockEnabledForBucket", true);
    s3_make_bucket(&client, "bucket");
    s3_put(&client, "bucket", "k", "x");
    (void)snprintf(id, sizeof(id), "%s", text_of(&client, "VersionId"));
    ask_key(&client, "GetObjectRetention", "k");
    s3_expect_error(&client, "NoSuchObjectLockConfiguration");
    s3_wait(&client, 10);
    put_retention(&client, "GOVERNANCE", 5);
    s3_expect_error(&client, "InvalidArgument");
    put_retention(&client, "GOVERNANCE", 100);
    s3_expect_ok(&client);
    put_retention(&client, "GOVERNANCE", 50);
    s3_expect_error(&client, "AccessDenied");
    put_retention(&client, "COMPLIANCE", 200);
    s3_expect_ok(&client);
    bs_tree_set_boolean(client.input, "BypassGovernanceRetention", true);
    s3_ask(&client, "DeleteObject", "Bucket", "bucket", "Key", "k", "VersionId", id, S3_END);
    s3_expect_error(&client, "AccessDenied");
    ask_key(&client, "DeleteObject", "k"); /* A marker changes nothing below it. */
    s3_expect_ok(&client);
    s3_wait(&client, 200);
    bs_tree_set_text(bs_tree_set_structure(client.input, "LegalHold"), "Status", "ON");
    s3_ask(&client, "PutObjectLegalHold", "Bucket", "bucket", "Key", "k", "VersionId", id, S3_END);
    s3_expect_ok(&client);
    s3_ask(&client, "DeleteObject", "Bucket", "bucket", "Key", "k", "VersionId", id, S3_END);
    s3_expect_error(&client, "AccessDenied");
    bs_tree_set_text(bs_tree_set_structure(client.input, "LegalHold"), "Status", "OFF");
    s3_ask(&client, "PutObjectLegalHold", "Bucket", "bucket", "Key", "k", "VersionId", id, S3_END);
    s3_ask(&client, "DeleteObject", "Bucket", "bucket", "Key", "k", "VersionId", id, S3_END);
    s3_expect_ok(&client);
    s3_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_checked),
        cmocka_unit_test(a_bucket_lies_in_one_region),
        cmocka_unit_test(only_empty_buckets_are_deleted),
        cmocka_unit_test(settings_are_given_back),
        cmocka_unit_test(what_is_not_set_has_a_code),
        cmocka_unit_test(settings_by_id_are_listed_in_pages),
        cmocka_unit_test(an_object_comes_back_as_it_was_put),
        cmocka_unit_test(sums_are_checked_and_kept),
        cmocka_unit_test(ranges_are_as_documented),
        cmocka_unit_test(conditions_are_as_documented),
        cmocka_unit_test(writes_may_be_conditional),
        cmocka_unit_test(what_is_put_is_bounded),
        cmocka_unit_test(versions_are_kept_and_deleted),
        cmocka_unit_test(many_are_deleted_at_once),
        cmocka_unit_test(copies_cross_regions),
        cmocka_unit_test(tags_have_limits),
        cmocka_unit_test(archives_and_keys_refuse_to_be_read),
        cmocka_unit_test(acls_are_private),
        cmocka_unit_test(locks_hold),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
