/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Replication, with time advanced by hand. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/s3_client.h"
#include "tests/world/estate.h"

#define ESTATE                                                                            \
    "blackstart: scenario/1\nname: copies\nduration: 30m\n"                               \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                 \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 10}, "                  \
    "lb: {kind: alb, region: primary, targets: app}, "                                    \
    "uploads: {kind: s3_bucket, region: primary, replicate_to: uploads-dr, two_way: %s, " \
    "replication: 30s}, uploads-dr: {kind: s3_bucket, region: standby}}\n"                \
    "dns: {east.example.com: {alias: lb}}\n"                                              \
    "resolvers: {public: {count: 1, mix: {honour: 100%%}}}\n"                             \
    "clients: {east: {resolvers: public, record: east.example.com, writes: 1/s, "         \
    "stores: [uploads]}}\n"                                                               \
    "faults: [{name: lost, at: 100s, for: 100s, region_loss: primary}]\n"

/* ---- Rules ---- */

/* Appends a rule to the next request's configuration. */
static struct bs_tree *add_rule(struct s3_client *client, const char *destination, int64_t priority,
                                const char *prefix)
{
    struct bs_tree *configuration = bs_tree_get_mutable(client->input, "ReplicationConfiguration");
    struct bs_tree *rule;

    if (configuration == NULL) {
        configuration = bs_tree_set_structure(client->input, "ReplicationConfiguration");
        bs_tree_set_text(configuration, "Role", "arn:aws:iam::123456789012:role/copy");
        bs_tree_set_list(configuration, "Rules");
    }
    rule = bs_tree_append_structure(bs_tree_get_mutable(configuration, "Rules"));
    bs_tree_set_integer(rule, "Priority", priority);
    bs_tree_set_text(bs_tree_set_structure(rule, "Filter"), "Prefix", prefix);
    bs_tree_set_text(rule, "Status", "Enabled");
    bs_tree_set_format(bs_tree_set_structure(rule, "Destination"), "Bucket", "arn:aws:s3:::%s",
                       destination);
    bs_tree_set_text(bs_tree_set_structure(rule, "DeleteMarkerReplication"), "Status", "Enabled");
    return rule;
}

static void configure(struct s3_client *client)
{
    s3_ask(client, "PutBucketReplication", "Bucket", "here", S3_END);
}

/* Two versioned buckets, "here" and "there", the latter in us-west-2. */
static void open_pair(struct s3_client *client, enum bs_account_pace pace)
{
    s3_open(client, pace);
    client->region = "us-west-2";
    s3_make_bucket(client, "there");
    s3_set_versioning(client, "there", "Enabled");
    client->region = "us-east-1";
    s3_make_bucket(client, "here");
    s3_set_versioning(client, "here", "Enabled");
}

/* The ReplicationStatus of the latest version, the error if it cannot be read, or "". */
static const char *status_of(struct s3_client *client, const char *region, const char *bucket,
                             const char *key)
{
    client->region = region;
    s3_ask(client, "HeadObject", "Bucket", bucket, "Key", key, S3_END);
    client->region = "us-east-1";
    return client->answer.error != NULL
               ? client->answer.error
               : bs_tree_text(client->answer.output, "ReplicationStatus", "");
}

static const char *here(struct s3_client *client, const char *key)
{
    return status_of(client, "us-east-1", "here", key);
}

static const char *there(struct s3_client *client, const char *key)
{
    return status_of(client, "us-west-2", "there", key);
}

/* ---- Tests ---- */

static void an_object_arrives_after_a_while(void **state)
{
    char version_id[64];
    struct s3_client client;
    int64_t waited_s = 0;

    (void)state;
    open_pair(&client, BS_ACCOUNT_REALISTIC);
    s3_put(&client, "here", "before", "x");
    bs_tree_set_text(bs_tree_get_mutable(add_rule(&client, "there", 1, ""), "Destination"),
                     "StorageClass", "STANDARD_IA");
    configure(&client);
    s3_expect_ok(&client);
    bs_tree_set_text(bs_tree_set_structure(client.input, "Metadata"), "colour", "red");
    s3_body(&client, "hello");
    s3_ask(&client, "PutObject", "Bucket", "here", "Key", "k", "Tagging", "a=1", S3_END);
    (void)snprintf(version_id, sizeof(version_id), "%s",
                   bs_tree_text(client.answer.output, "VersionId", ""));
    assert_string_equal(here(&client, "k"), "PENDING");
    assert_string_equal(there(&client, "k"), "NoSuchKey");
    for (; strcmp(there(&client, "k"), "REPLICA") != 0; waited_s++) {
        assert_true(waited_s < 3600);
        assert_string_equal(here(&client, "k"), "PENDING");
        s3_wait(&client, 1);
    }
    assert_true(waited_s > 0);
    assert_string_equal(here(&client, "k"), "COMPLETED");

    client.region = "us-west-2";
    s3_ask(&client, "GetObject", "Bucket", "there", "Key", "k", S3_END);
    assert_string_equal(bs_tree_text(client.answer.output, "VersionId", ""), version_id);
    assert_string_equal(bs_tree_text(client.answer.output, "StorageClass", ""), "STANDARD_IA");
    assert_string_equal(bs_tree_text(bs_tree_get(client.answer.output, "Metadata"), "colour", ""),
                        "red");
    assert_memory_equal(bs_tree_get(client.answer.output, "Body")->is.text.bytes, "hello", 5);
    s3_ask(&client, "GetObjectTagging", "Bucket", "there", "Key", "k", S3_END);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "TagSet")), 1);
    client.region = "us-east-1";
    assert_string_equal(here(&client, "before"), "");
    assert_string_equal(there(&client, "before"), "NoSuchKey");
    s3_close(&client);
}

/* Half of them within the median, 95 of 100 within the 95th percentile. */
static void delays_are_drawn_as_documented(void **state)
{
    enum { COUNT = 1000 };
    struct s3_client client;
    char key[16];
    int arrived[2] = {0, 0};

    (void)state;
    open_pair(&client, BS_ACCOUNT_REALISTIC);
    add_rule(&client, "there", 1, "");
    configure(&client);
    for (int i = 0; i < COUNT; i++) {
        (void)snprintf(key, sizeof(key), "%d", i);
        s3_put(&client, "here", key, "x");
    }
    for (int at = 0; at < 2; at++) {
        s3_wait(&client, at == 0 ? 15 : 92 - 15);
        for (int i = 0; i < COUNT; i++) {
            (void)snprintf(key, sizeof(key), "%d", i);
            arrived[at] += strcmp(here(&client, key), "COMPLETED") == 0;
        }
    }
    /* Within five standard deviations. */
    assert_in_range(arrived[0], 500 - 79, 500 + 79);
    assert_in_range(arrived[1], 950 - 35, 950 + 35);
    s3_close(&client);
}

static void rules_choose(void **state)
{
    struct bs_tree *rule;
    struct bs_tree *tag;
    struct s3_client client;

    (void)state;
    open_pair(&client, BS_ACCOUNT_INSTANT);
    s3_make_bucket(&client, "other");
    s3_set_versioning(&client, "other", "Enabled");
    bs_tree_set_text(add_rule(&client, "there", 1, "off/"), "Status", "Disabled");
    add_rule(&client, "there", 2, "logs/");
    rule = add_rule(&client, "other", 3, "");
    tag = bs_tree_set_structure(bs_tree_set_structure(rule, "Filter"), "Tag");
    bs_tree_set_text(tag, "Key", "copy");
    bs_tree_set_text(tag, "Value", "yes");
    bs_tree_set_text(bs_tree_get_mutable(rule, "DeleteMarkerReplication"), "Status", "Disabled");
    configure(&client);
    s3_expect_ok(&client);
    s3_put(&client, "here", "off/1", "x");
    s3_put(&client, "here", "logs/1", "x");
    s3_ask(&client, "PutObject", "Bucket", "here", "Key", "tagged", "Tagging", "copy=yes", S3_END);
    s3_ask(&client, "PutObject", "Bucket", "here", "Key", "logs/both", "Tagging", "copy=yes",
           S3_END);
    s3_ask(&client, "PutObject", "Bucket", "here", "Key", "logs/kms", "ServerSideEncryption",
           "aws:kms", S3_END);
    assert_string_equal(there(&client, "off/1"), "NoSuchKey");
    assert_string_equal(there(&client, "logs/1"), "REPLICA");
    assert_string_equal(there(&client, "tagged"), "NoSuchKey");
    assert_string_equal(there(&client, "logs/both"), "REPLICA");
    assert_string_equal(there(&client, "logs/kms"), "NoSuchKey");
    assert_string_equal(status_of(&client, "us-east-1", "other", "logs/1"), "NoSuchKey");
    assert_string_equal(status_of(&client, "us-east-1", "other", "tagged"), "REPLICA");
    assert_string_equal(status_of(&client, "us-east-1", "other", "logs/both"), "REPLICA");
    assert_string_equal(here(&client, "logs/both"), "COMPLETED");
    s3_close(&client);
}

static void markers_follow_and_deletions_do_not(void **state)
{
    char version_id[64];
    struct s3_client client;

    (void)state;
    open_pair(&client, BS_ACCOUNT_INSTANT);
    add_rule(&client, "there", 1, "");
    configure(&client);
    s3_put(&client, "here", "k", "x");
    (void)snprintf(version_id, sizeof(version_id), "%s",
                   bs_tree_text(client.answer.output, "VersionId", ""));
    s3_ask(&client, "DeleteObject", "Bucket", "here", "Key", "k", S3_END);
    assert_string_equal(there(&client, "k"), "NoSuchKey");
    assert_true(bs_tree_boolean(client.answer.details, "DeleteMarker", false));
    s3_ask(&client, "DeleteObject", "Bucket", "here", "Key", "k", "VersionId", version_id, S3_END);
    client.region = "us-west-2";
    s3_ask(&client, "HeadObject", "Bucket", "there", "Key", "k", "VersionId", version_id, S3_END);
    s3_expect_ok(&client);
    client.region = "us-east-1";

    bs_tree_set_text(
        bs_tree_get_mutable(add_rule(&client, "there", 1, ""), "DeleteMarkerReplication"), "Status",
        "Disabled");
    configure(&client);
    s3_put(&client, "here", "j", "x");
    s3_ask(&client, "DeleteObject", "Bucket", "here", "Key", "j", S3_END);
    assert_string_equal(there(&client, "j"), "REPLICA");
    s3_close(&client);
}

static void what_cannot_arrive_has_failed(void **state)
{
    struct s3_client client;

    (void)state;
    open_pair(&client, BS_ACCOUNT_REALISTIC);
    add_rule(&client, "there", 1, "");
    configure(&client);
    s3_put(&client, "here", "k", "x");
    client.region = "us-west-2";
    s3_set_versioning(&client, "there", "Suspended");
    client.region = "us-east-1";
    s3_wait(&client, 3600);
    assert_string_equal(here(&client, "k"), "FAILED");
    client.region = "us-west-2";
    s3_ask(&client, "DeleteBucket", "Bucket", "there", S3_END);
    s3_expect_ok(&client);
    client.region = "us-east-1";
    s3_put(&client, "here", "k", "y");
    s3_wait(&client, 3600);
    assert_string_equal(here(&client, "k"), "FAILED");
    s3_close(&client);
}

static void tags_follow(void **state)
{
    struct bs_tree *tag;
    struct s3_client client;

    (void)state;
    open_pair(&client, BS_ACCOUNT_INSTANT);
    add_rule(&client, "there", 1, "");
    configure(&client);
    s3_put(&client, "here", "k", "x");
    tag = bs_tree_append_structure(
        bs_tree_set_list(bs_tree_set_structure(client.input, "Tagging"), "TagSet"));
    bs_tree_set_text(tag, "Key", "a");
    bs_tree_set_text(tag, "Value", "1");
    s3_ask(&client, "PutObjectTagging", "Bucket", "here", "Key", "k", S3_END);
    s3_expect_ok(&client);
    client.region = "us-west-2";
    s3_ask(&client, "GetObjectTagging", "Bucket", "there", "Key", "k", S3_END);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "TagSet")), 1);
    bs_tree_set_integer(client.input, "MaxKeys", 10);
    s3_ask(&client, "ListObjectVersions", "Bucket", "there", S3_END);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "Versions")), 1);
    s3_close(&client);
}

/* ---- What a configuration must have ---- */

static void spoil_destination(struct bs_tree *rule)
{
    bs_tree_set_text(bs_tree_get_mutable(rule, "Destination"), "Bucket", "arn:aws:s3:::nowhere");
}

static void spoil_arn(struct bs_tree *rule)
{
    bs_tree_set_text(bs_tree_get_mutable(rule, "Destination"), "Bucket", "there");
}

static void spoil_priority(struct bs_tree *rule)
{
    (void)bs_tree_remove(rule, "Priority");
}

static void spoil_markers(struct bs_tree *rule)
{
    (void)bs_tree_remove(rule, "DeleteMarkerReplication");
}

static void spoil_tag(struct bs_tree *rule)
{
    struct bs_tree *tag = bs_tree_set_structure(bs_tree_get_mutable(rule, "Filter"), "Tag");

    bs_tree_set_text(tag, "Key", "a");
    bs_tree_set_text(tag, "Value", "b");
}

static void spoil_time(struct bs_tree *rule)
{
    bs_tree_set_text(
        bs_tree_set_structure(bs_tree_get_mutable(rule, "Destination"), "ReplicationTime"),
        "Status", "Enabled");
}

static void configurations_are_checked(void **state)
{
    static const struct {
        void (*spoil)(struct bs_tree *rule);
        const char *error;
    } cases[] = {
        {spoil_destination, "InvalidRequest"}, {spoil_arn, "InvalidArgument"},
        {spoil_priority, "InvalidRequest"},    {spoil_markers, "InvalidRequest"},
        {spoil_tag, "InvalidRequest"},         {spoil_time, "InvalidRequest"},
    };
    struct s3_client client;

    (void)state;
    open_pair(&client, BS_ACCOUNT_INSTANT);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        cases[i].spoil(add_rule(&client, "there", 1, ""));
        configure(&client);
        s3_expect_error(&client, cases[i].error);
    }
    s3_ask(&client, "GetBucketReplication", "Bucket", "here", S3_END);
    s3_expect_error(&client, "ReplicationConfigurationNotFoundError");
    add_rule(&client, "there", 1, "a");
    add_rule(&client, "there", 1, "b");
    configure(&client);
    s3_expect_error(&client, "InvalidRequest");
    add_rule(&client, "there", 1, "");
    configure(&client);
    s3_expect_ok(&client);
    s3_ask(&client, "GetBucketReplication", "Bucket", "here", S3_END);
    s3_expect_ok(&client);
    bs_tree_set_text(bs_tree_set_structure(client.input, "VersioningConfiguration"), "Status",
                     "Suspended");
    s3_ask(&client, "PutBucketVersioning", "Bucket", "here", S3_END);
    s3_expect_error(&client, "InvalidBucketState");
    s3_ask(&client, "DeleteBucketReplication", "Bucket", "here", S3_END);
    s3_set_versioning(&client, "here", "Suspended");
    add_rule(&client, "there", 1, "");
    configure(&client);
    s3_expect_error(&client, "InvalidRequest");
    s3_close(&client);
}

/* ---- A scenario's buckets ---- */

static void open_scenario(struct estate *estate, struct s3_client *client, const char *two_way)
{
    char text[4096];

    (void)snprintf(text, sizeof(text), ESTATE, two_way);
    estate_open(estate, estate_scenario(text), (struct bs_stream_root){1, 0});
    s3_open_world(client, estate->simulation, estate->world);
}

static void close_scenario(struct estate *estate, struct s3_client *client)
{
    const struct bs_scenario *scenario = estate->scenario;

    s3_close(client);
    estate_close(estate);
    bs_scenario_destroy((struct bs_scenario *)scenario);
}

static void a_scenarios_buckets_are_there(void **state)
{
    struct estate estate;
    struct s3_client client;

    (void)state;
    open_scenario(&estate, &client, "false");
    s3_ask(&client, "GetBucketLocation", "Bucket", "uploads-dr", S3_END);
    assert_string_equal(bs_tree_text(client.answer.output, "LocationConstraint", ""), "us-west-2");
    s3_ask(&client, "GetBucketReplication", "Bucket", "uploads", S3_END);
    s3_expect_ok(&client);
    s3_put(&client, "uploads", "k", "x");
    s3_wait(&client, 29);
    assert_string_equal(status_of(&client, "us-west-2", "uploads-dr", "k"), "NoSuchKey");
    s3_wait(&client, 1);
    assert_string_equal(status_of(&client, "us-west-2", "uploads-dr", "k"), "REPLICA");
    client.region = "us-west-2";
    s3_ask(&client, "GetBucketReplication", "Bucket", "uploads-dr", S3_END);
    s3_expect_error(&client, "ReplicationConfigurationNotFoundError");
    close_scenario(&estate, &client);
}

/* Put at 90 s and due at 120 s, while the Region is lost: it leaves when the Region is back, at 200 s. */
static void what_has_not_left_a_lost_region_waits(void **state)
{
    struct estate estate;
    struct s3_client client;

    (void)state;
    open_scenario(&estate, &client, "false");
    s3_wait(&client, 90);
    s3_put(&client, "uploads", "k", "x");
    s3_wait(&client, 105);
    assert_string_equal(status_of(&client, "us-west-2", "uploads-dr", "k"), "NoSuchKey");
    s3_wait(&client, 16);
    assert_string_equal(status_of(&client, "us-west-2", "uploads-dr", "k"), "REPLICA");
    close_scenario(&estate, &client);
}

/* Of two objects of one key the younger is the latest in both buckets, in whatever order they arrive. */
static void both_ways_agree(void **state)
{
    struct estate estate;
    struct s3_client client;

    (void)state;
    open_scenario(&estate, &client, "true");
    s3_put(&client, "uploads", "k", "old");
    s3_wait(&client, 10);
    client.region = "us-west-2";
    s3_put(&client, "uploads-dr", "k", "young");
    client.region = "us-east-1";
    s3_wait(&client, 60);
    assert_string_equal(status_of(&client, "us-east-1", "uploads", "k"), "REPLICA");
    assert_int_equal(bs_tree_integer(client.answer.output, "ContentLength", 0), 5);
    assert_string_equal(status_of(&client, "us-west-2", "uploads-dr", "k"), "COMPLETED");
    assert_int_equal(bs_tree_integer(client.answer.output, "ContentLength", 0), 5);
    s3_ask(&client, "ListObjectVersions", "Bucket", "uploads", S3_END);
    assert_int_equal(bs_tree_count(bs_tree_get(client.answer.output, "Versions")), 2);
    close_scenario(&estate, &client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_object_arrives_after_a_while),
        cmocka_unit_test(delays_are_drawn_as_documented),
        cmocka_unit_test(rules_choose),
        cmocka_unit_test(markers_follow_and_deletions_do_not),
        cmocka_unit_test(what_cannot_arrive_has_failed),
        cmocka_unit_test(tags_follow),
        cmocka_unit_test(configurations_are_checked),
        cmocka_unit_test(a_scenarios_buckets_are_there),
        cmocka_unit_test(what_has_not_left_a_lost_region_waits),
        cmocka_unit_test(both_ways_agree),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
