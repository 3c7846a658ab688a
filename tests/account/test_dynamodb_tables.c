/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* DynamoDB's tables: their life, indexes, streams, time to live, backups, replicas; the scenario's. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dynamodb_fixture.h"
#include "tests/world/estate.h"

#define TABLE(name, more)                                         \
    "{'TableName': '" name "', 'BillingMode': 'PAY_PER_REQUEST'," \
    " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]," \
    " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}]" more "}"

static void put(struct fixture *fixture, const char *key, int n)
{
    (void)ok(fixture, "PutItem",
             "{'TableName': 'table', 'Item': {'pk': {'S': '%s'}, 'n': {'N': '%d'}}}", key, n);
}

/* The item's n, or "" if there is none. */
static const char *get(struct fixture *fixture, const char *table, const char *key)
{
    const struct bs_tree *output =
        ok(fixture, "GetItem", "{'TableName': '%s', 'Key': {'pk': {'S': '%s'}}}", table, key);

    return bs_tree_text(at(output, "Item.n"), "N", "");
}

/* ---- Life ---- */

static void test_tables_are_created_listed_and_deleted(void **state)
{
    struct fixture *fixture = *state;

    expect_text(ok(fixture, "CreateTable", TABLE("table", "")), "TableDescription.TableStatus",
                "CREATING");
    fails(fixture, "CreateTable", "ResourceInUseException", "Table already exists: table",
          TABLE("table", ""));
    fails(fixture, "PutItem", "ResourceNotFoundException", "Requested resource not found",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}}}");
    fails(fixture, "DeleteTable", "ResourceInUseException", "Table is being created: table",
          "{'TableName': 'table'}");
    fixture_run(fixture, 30);
    expect_text(ok(fixture, "DescribeTable", "{'TableName': 'table'}"), "Table.TableStatus",
                "ACTIVE");
    expect_text(fixture->answer.output, "Table.TableArn",
                "arn:aws:dynamodb:us-east-1:123456789012:table/table");
    make_table(fixture, "second");
    expect(ok(fixture, "ListTables", "{'Limit': 1}"),
           "{'TableNames': ['second'], 'LastEvaluatedTableName': 'second'}");
    expect(ok(fixture, "ListTables", "{'Limit': 1, 'ExclusiveStartTableName': 'second'}"),
           "{'TableNames': ['table']}");
    fixture->region = "eu-west-1";
    expect(ok(fixture, "ListTables", "{}"), "{'TableNames': []}");
    fixture->region = "us-east-1";
    expect_text(ok(fixture, "DeleteTable", "{'TableName': 'table'}"),
                "TableDescription.TableStatus", "DELETING");
    fixture_run(fixture, 30);
    fails(fixture, "DescribeTable", "ResourceNotFoundException",
          "Requested resource not found: Table: table not found", "{'TableName': 'table'}");
}

static void test_wrong_tables_are_refused(void **state)
{
    static const char *const wrong[][2] = {
        {"'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'RANGE'}], 'AttributeDefinitions':"
         " [{'AttributeName': 'pk', 'AttributeType': 'S'}], 'BillingMode': 'PAY_PER_REQUEST'",
         "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"},
        {"'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}], 'AttributeDefinitions':"
         " [{'AttributeName': 'x', 'AttributeType': 'S'}], 'BillingMode': 'PAY_PER_REQUEST'",
         "Some index key attributes are not defined in AttributeDefinitions. Keys: [pk]"},
        {"'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}], 'AttributeDefinitions':"
         " [{'AttributeName': 'pk', 'AttributeType': 'S'}, {'AttributeName': 'x', 'AttributeType':"
         " 'S'}], 'BillingMode': 'PAY_PER_REQUEST'",
         "does not exactly match number of attributes defined in AttributeDefinitions"},
        {"'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}], 'AttributeDefinitions':"
         " [{'AttributeName': 'pk', 'AttributeType': 'S'}]",
         "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is "
         "PROVISIONED"},
        {"'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}], 'AttributeDefinitions':"
         " [{'AttributeName': 'pk', 'AttributeType': 'S'}], 'BillingMode': 'PAY_PER_REQUEST',"
         " 'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1}",
         "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified"},
        {"'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}], 'AttributeDefinitions':"
         " [{'AttributeName': 'pk', 'AttributeType': 'S'}], 'BillingMode': 'PAY_PER_REQUEST',"
         " 'LocalSecondaryIndexes': [{'IndexName': 'lsi', 'Projection': {'ProjectionType': 'ALL'},"
         " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}]",
         "Table KeySchema does not have a range key"},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        fails(fixture, "CreateTable", "ValidationException", wrong[i][1],
              "{'TableName': 'table', %s}", wrong[i][0]);
    }
}

static void test_instant_tables_are_there_at_once(void **state)
{
    struct fixture fixture;

    (void)state;
    fixture_open(&fixture, BS_ACCOUNT_INSTANT);
    expect_text(ok(&fixture, "CreateTable",
                   TABLE("table", ", 'StreamSpecification': {'StreamEnabled': true,"
                                  " 'StreamViewType': 'NEW_AND_OLD_IMAGES'}")),
                "TableDescription.TableStatus", "CREATING");
    put(&fixture, "a", 1);
    (void)ok(&fixture, "UpdateTable",
             "{'TableName': 'table', 'ReplicaUpdates':"
             " [{'Create': {'RegionName': 'eu-west-1'}}]}");
    put(&fixture, "b", 2);
    fixture.region = "eu-west-1";
    assert_string_equal(get(&fixture, "table", "a"), "1");
    assert_string_equal(get(&fixture, "table", "b"), "2");
    (void)ok(&fixture, "DeleteTable", "{'TableName': 'table'}");
    fails(&fixture, "DescribeTable", "ResourceNotFoundException", "not found",
          "{'TableName': 'table'}");
    fixture.region = "us-east-1";
    assert_null(at(ok(&fixture, "DescribeTable", "{'TableName': 'table'}"), "Table.Replicas"));
    fixture_close(&fixture);
}

/* ---- Indexes ---- */

static void test_global_indexes_come_later_and_go(void **state)
{
    static const char query[] =
        "{'TableName': 'table', 'IndexName': 'by-color', 'KeyConditionExpression': 'color = :c',"
        " 'ExpressionAttributeValues': {':c': {'S': 'red'}}}";
    struct fixture *fixture = *state;
    const struct bs_tree *output;

    make_table(fixture, "table");
    for (int i = 0; i < 9; i++) {
        (void)ok(fixture, "PutItem",
                 "{'TableName': 'table', 'Item': {'pk': {'S': 'k%d'}, 'n': {'N': '%d'}%s}}", i,
                 9 - i, i % 3 == 0 ? ", 'color': {'S': 'red'}, 'x': {'S': 'y'}" : "");
    }
    output = ok(fixture, "UpdateTable",
                "{'TableName': 'table', 'AttributeDefinitions': ["
                " {'AttributeName': 'color', 'AttributeType': 'S'},"
                " {'AttributeName': 'n', 'AttributeType': 'N'}], 'GlobalSecondaryIndexUpdates':"
                " [{'Create': {'IndexName': 'by-color', 'Projection': {'ProjectionType':"
                " 'KEYS_ONLY'}, 'KeySchema': [{'AttributeName': 'color', 'KeyType': 'HASH'},"
                " {'AttributeName': 'n', 'KeyType': 'RANGE'}]}}]}");
    expect_text(output, "TableDescription.GlobalSecondaryIndexes.0.IndexStatus", "CREATING");
    expect_text(output, "TableDescription.TableStatus", "UPDATING");
    fails(fixture, "Query", "ValidationException", "Cannot read from backfilling", query);
    fixture_run(fixture, 120);
    output = ok(fixture, "Query", query);
    expect(output, "{'Items': [{'pk': {'S': 'k6'}, 'color': {'S': 'red'}, 'n': {'N': '3'}},"
                   " {'pk': {'S': 'k3'}, 'color': {'S': 'red'}, 'n': {'N': '6'}},"
                   " {'pk': {'S': 'k0'}, 'color': {'S': 'red'}, 'n': {'N': '9'}}],"
                   " 'Count': 3, 'ScannedCount': 3}");
    (void)ok(fixture, "UpdateItem",
             "{'TableName': 'table', 'Key': {'pk': {'S': 'k3'}},"
             " 'UpdateExpression': 'REMOVE color'}");
    (void)ok(fixture, "DeleteItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'k6'}}}");
    assert_int_equal(bs_tree_integer(ok(fixture, "Query", query), "Count", 0), 1);
    fails(fixture, "PutItem", "ValidationException",
          "Type mismatch for Index Key color Expected: S Actual: N IndexName: by-color",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}, 'color': {'N': '1'}}}");
    (void)ok(fixture, "UpdateTable",
             "{'TableName': 'table', 'GlobalSecondaryIndexUpdates':"
             " [{'Delete': {'IndexName': 'by-color'}}]}");
    fixture_run(fixture, 120);
    fails(fixture, "Query", "ValidationException", "does not have the specified index", query);
}

static void test_indexes_leave_out_what_cannot_be_a_key(void **state)
{
    struct fixture *fixture = *state;
    char *text = calloc(1, 20001);

    assert_non_null(text);
    memset(text, 'x', 20000);
    make_table(fixture, "table");
    (void)ok(fixture, "PutItem",
             "{'TableName': 'table', 'Item': {'pk': {'S': 'long'}, 'c': {'S': '%s'}}}", text);
    (void)ok(fixture, "PutItem",
             "{'TableName': 'table', 'Item': {'pk': {'S': 'empty'}, 'c': {'S': ''}}}");
    (void)ok(fixture, "PutItem",
             "{'TableName': 'table', 'Item': {'pk': {'S': 'other'}, 'c': {'N': '1'}}}");
    (void)ok(fixture, "PutItem",
             "{'TableName': 'table', 'Item': {'pk': {'S': 'fits'}, 'c': {'S': 'x'}}}");
    (void)ok(fixture, "UpdateTable",
             "{'TableName': 'table', 'AttributeDefinitions': ["
             " {'AttributeName': 'c', 'AttributeType': 'S'}], 'GlobalSecondaryIndexUpdates':"
             " [{'Create': {'IndexName': 'by-c', 'Projection': {'ProjectionType': 'ALL'},"
             " 'KeySchema': [{'AttributeName': 'c', 'KeyType': 'HASH'}]}}]}");
    fixture_run(fixture, 120);
    expect(ok(fixture, "Scan", "{'TableName': 'table', 'IndexName': 'by-c'}"),
           "{'Items': [{'pk': {'S': 'fits'}, 'c': {'S': 'x'}}], 'Count': 1, 'ScannedCount': 1}");
    fails(fixture, "PutItem", "ValidationException", "Size of hashkey has exceeded",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'long'}, 'c': {'S': '%s'}}}", text);
    (void)ok(fixture, "DeleteItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'long'}}}");
    free(text);
}

/* ---- Streams ---- */

static const char *iterator_of(struct fixture *fixture, const char *arn, const char *type,
                               char *text, size_t text_size)
{
    const struct bs_tree *output = ok(fixture, "DescribeStream", "{'StreamArn': '%s'}", arn);
    char shard[128];

    (void)snprintf(shard, sizeof(shard), "%s",
                   bs_tree_text(at(output, "StreamDescription.Shards.0"), "ShardId", ""));
    output =
        ok(fixture, "GetShardIterator",
           "{'StreamArn': '%s', 'ShardId': '%s', 'ShardIteratorType': '%s'}", arn, shard, type);
    (void)snprintf(text, text_size, "%s", bs_tree_text(output, "ShardIterator", ""));
    return text;
}

static void open_stream(struct fixture *fixture, const char *view, char arn[256])
{
    const struct bs_tree *output;

    (void)ok(fixture, "CreateTable",
             TABLE("table", ", 'StreamSpecification': {'StreamEnabled': true,"
                            " 'StreamViewType': '%s'}"),
             view);
    fixture_run(fixture, 30);
    output = ok(fixture, "ListStreams", "{'TableName': 'table'}");
    (void)snprintf(arn, 256, "%s", bs_tree_text(at(output, "Streams.0"), "StreamArn", ""));
}

static void test_streams_tell_what_changed(void **state)
{
    struct fixture *fixture = *state;
    const struct bs_tree *output;
    char iterator[512];
    char arn[256];

    open_stream(fixture, "NEW_AND_OLD_IMAGES", arn);
    put(fixture, "a", 1);
    put(fixture, "a", 1); /* Nothing changes: no record. */
    put(fixture, "a", 2);
    (void)ok(fixture, "DeleteItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}}");
    (void)iterator_of(fixture, arn, "TRIM_HORIZON", iterator, sizeof(iterator));
    output = ok(fixture, "GetRecords", "{'ShardIterator': '%s', 'Limit': 2}", iterator);
    assert_int_equal(bs_tree_count(bs_tree_get(output, "Records")), 2);
    expect_text(output, "Records.0.eventName", "INSERT");
    assert_null(at(output, "Records.0.dynamodb.OldImage"));
    expect_text(output, "Records.1.eventName", "MODIFY");
    expect_text(output, "Records.1.dynamodb.OldImage.n.N", "1");
    expect_text(output, "Records.1.dynamodb.NewImage.n.N", "2");
    (void)snprintf(iterator, sizeof(iterator), "%s", bs_tree_text(output, "NextShardIterator", ""));
    output = ok(fixture, "GetRecords", "{'ShardIterator': '%s'}", iterator);
    assert_int_equal(bs_tree_count(bs_tree_get(output, "Records")), 1);
    expect_text(output, "Records.0.eventName", "REMOVE");
    expect(at(output, "Records.0.dynamodb.Keys"), "{'pk': {'S': 'a'}}");
    (void)iterator_of(fixture, arn, "LATEST", iterator, sizeof(iterator));
    assert_int_equal(
        bs_tree_count(
            bs_tree_get(ok(fixture, "GetRecords", "{'ShardIterator': '%s'}", iterator), "Records")),
        0);
    fixture_run(fixture, 901);
    fails(fixture, "GetRecords", "ExpiredIteratorException", "expired", "{'ShardIterator': '%s'}",
          iterator);
    fails(fixture, "GetRecords", "ValidationException", "Invalid ShardIterator",
          "{'ShardIterator': 'nonsense'}");
}

static void test_streams_have_four_views_and_end(void **state)
{
    static const struct {
        const char *view;
        bool has_new;
        bool has_old;
    } views[] = {{"KEYS_ONLY", false, false},
                 {"NEW_IMAGE", true, false},
                 {"OLD_IMAGE", false, true},
                 {"NEW_AND_OLD_IMAGES", true, true}};
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++) {
        const struct bs_tree *output;
        char iterator[512];
        char arn[256];

        open_stream(fixture, views[i].view, arn);
        put(fixture, "a", 1);
        put(fixture, "a", 2);
        (void)iterator_of(fixture, arn, "TRIM_HORIZON", iterator, sizeof(iterator));
        (void)ok(fixture, "DeleteTable", "{'TableName': 'table'}");
        fixture_run(fixture, 60);
        output = ok(fixture, "GetRecords", "{'ShardIterator': '%s'}", iterator);
        assert_int_equal(at(output, "Records.1.dynamodb.NewImage") != NULL, views[i].has_new);
        assert_int_equal(at(output, "Records.1.dynamodb.OldImage") != NULL, views[i].has_old);
        assert_null(bs_tree_get(output, "NextShardIterator"));
        fixture_run(fixture, 2 * 86400);
        fails(fixture, "DescribeStream", "ResourceNotFoundException", "not found",
              "{'StreamArn': '%s'}", arn);
    }
}

/* ---- Time to live, tags ---- */

static void test_expired_items_are_deleted_later(void **state)
{
    struct fixture *fixture = *state;
    const struct bs_tree *output;
    char iterator[512];
    char arn[256];

    open_stream(fixture, "KEYS_ONLY", arn);
    put(fixture, "expires", FIXTURE_EPOCH_S + 3600);
    put(fixture, "much later", 2000000000);
    put(fixture, "long ago", 1000000000);
    (void)ok(fixture, "UpdateTimeToLive",
             "{'TableName': 'table', 'TimeToLiveSpecification': {'Enabled': true,"
             " 'AttributeName': 'n'}}");
    expect(ok(fixture, "DescribeTimeToLive", "{'TableName': 'table'}"),
           "{'TimeToLiveDescription': {'TimeToLiveStatus': 'ENABLING', 'AttributeName': 'n'}}");
    fixture_run(fixture, 3000);
    fails(fixture, "UpdateTimeToLive", "ValidationException", "TimeToLive is already enabled",
          "{'TableName': 'table', 'TimeToLiveSpecification': {'Enabled': true,"
          " 'AttributeName': 'n'}}");
    assert_string_not_equal(get(fixture, "table", "expires"), "");
    fixture_run(fixture, 3 * 86400);
    (void)iterator_of(fixture, arn, "TRIM_HORIZON", iterator, sizeof(iterator));
    assert_string_equal(get(fixture, "table", "expires"), "");
    assert_string_not_equal(get(fixture, "table", "much later"), "");
    assert_string_not_equal(get(fixture, "table", "long ago"), "");
    put(fixture, "expired", FIXTURE_EPOCH_S + 10);
    fixture_run(fixture, 2 * 86400);
    (void)iterator_of(fixture, arn, "TRIM_HORIZON", iterator, sizeof(iterator));
    output = ok(fixture, "GetRecords", "{'ShardIterator': '%s'}", iterator);
    for (const struct bs_tree *record = bs_tree_first(bs_tree_get(output, "Records"));
         record != NULL; record = record->next) {
        if (strcmp(bs_tree_text(record, "eventName", ""), "REMOVE") == 0) {
            expect(bs_tree_get(record, "userIdentity"),
                   "{'PrincipalId': 'dynamodb.amazonaws.com', 'Type': 'Service'}");
        }
    }
    assert_string_equal(get(fixture, "table", "expired"), "");
}

static void test_tags_are_kept(void **state)
{
    static const char arn[] = "arn:aws:dynamodb:us-east-1:123456789012:table/table";
    struct fixture *fixture = *state;

    (void)ok(fixture, "CreateTable", TABLE("table", ", 'Tags': [{'Key': 'a', 'Value': '1'}]"));
    (void)ok(fixture, "TagResource",
             "{'ResourceArn': '%s', 'Tags': [{'Key': 'b', 'Value': '2'},"
             " {'Key': 'a', 'Value': '3'}]}",
             arn);
    expect(ok(fixture, "ListTagsOfResource", "{'ResourceArn': '%s'}", arn),
           "{'Tags': [{'Key': 'a', 'Value': '3'}, {'Key': 'b', 'Value': '2'}]}");
    (void)ok(fixture, "UntagResource", "{'ResourceArn': '%s', 'TagKeys': ['a', 'zz']}", arn);
    expect(ok(fixture, "ListTagsOfResource", "{'ResourceArn': '%s'}", arn),
           "{'Tags': [{'Key': 'b', 'Value': '2'}]}");
    fails(fixture, "TagResource", "ResourceNotFoundException", "not found",
          "{'ResourceArn': '%s2', 'Tags': []}", arn);
}

/* ---- Backups ---- */

static void test_backups_restore_what_was(void **state)
{
    struct fixture *fixture = *state;
    const struct bs_tree *output;
    char arn[256];

    make_table(fixture, "table");
    put(fixture, "a", 1);
    output = ok(fixture, "CreateBackup", "{'TableName': 'table', 'BackupName': 'nightly'}");
    expect_text(output, "BackupDetails.BackupStatus", "CREATING");
    (void)snprintf(arn, sizeof(arn), "%s",
                   bs_tree_text(at(output, "BackupDetails"), "BackupArn", ""));
    fails(fixture, "RestoreTableFromBackup", "BackupInUseException", "being created",
          "{'TargetTableName': 'copy', 'BackupArn': '%s'}", arn);
    fixture_run(fixture, 60);
    put(fixture, "a", 2);
    put(fixture, "b", 2);
    (void)ok(fixture, "DeleteTable", "{'TableName': 'table'}");
    fixture_run(fixture, 60);
    output = ok(fixture, "RestoreTableFromBackup", "{'TargetTableName': 'copy', 'BackupArn': '%s'}",
                arn);
    expect_text(output, "TableDescription.TableStatus", "CREATING");
    expect_text(output, "TableDescription.RestoreSummary.SourceBackupArn", arn);
    fixture_run(fixture, 600);
    assert_string_equal(get(fixture, "copy", "a"), "1");
    assert_string_equal(get(fixture, "copy", "b"), "");
    fails(fixture, "RestoreTableFromBackup", "TableAlreadyExistsException", "Table already exists",
          "{'TargetTableName': 'copy', 'BackupArn': '%s'}", arn);
    expect_text(ok(fixture, "ListBackups", "{'TableName': 'table'}"),
                "BackupSummaries.0.BackupName", "nightly");
    (void)ok(fixture, "DeleteBackup", "{'BackupArn': '%s'}", arn);
    fails(fixture, "DescribeBackup", "BackupNotFoundException", "Backup not found",
          "{'BackupArn': '%s'}", arn);
}

static void restore_to(struct fixture *fixture, int64_t at_s, const char *name)
{
    struct bs_tree *input =
        fixture_tree("{'SourceTableName': 'table', 'TargetTableName': '%s'}", name);
    const struct bs_account_request request = {.service = "dynamodb",
                                               .operation = "RestoreTableToPointInTime",
                                               .region = "us-east-1",
                                               .input = input};

    bs_tree_set_instant(input, "RestoreDateTime", BS_AT_SECONDS(at_s));
    bs_account_answer_clean_up(&fixture->answer);
    bs_account_perform(fixture->account, &request, &fixture->answer);
    bs_tree_destroy(input);
}

static void test_every_point_in_time_can_be_restored(void **state)
{
    struct fixture *fixture = *state;
    int64_t start_s;

    make_table(fixture, "table");
    put(fixture, "a", 1);
    fails(fixture, "RestoreTableToPointInTime", "PointInTimeRecoveryUnavailableException",
          "not enabled",
          "{'SourceTableName': 'table', 'TargetTableName': 'x', 'UseLatestRestorableTime': true}");
    (void)ok(fixture, "UpdateContinuousBackups",
             "{'TableName': 'table', 'PointInTimeRecoverySpecification':"
             " {'PointInTimeRecoveryEnabled': true}}");
    start_s = bs_simulation_now(fixture->simulation).ns / BS_NS_PER_S;
    for (int i = 2; i <= 5; i++) {
        fixture_run(fixture, 100);
        put(fixture, i % 2 == 0 ? "a" : "b", i);
    }
    fixture_run(fixture, 100);
    (void)ok(fixture, "DeleteItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}}");
    fixture_run(fixture, 3600);
    restore_to(fixture, start_s - 1, "early");
    assert_string_equal(fixture->answer.error, "InvalidRestoreTimeException");
    restore_to(fixture, start_s + 50, "at50");
    restore_to(fixture, start_s + 150, "at150");
    restore_to(fixture, start_s + 350, "at350");
    restore_to(fixture, start_s + 550, "at550");
    assert_null(fixture->answer.error);
    fixture_run(fixture, 600);
    assert_string_equal(get(fixture, "at50", "a"), "1");
    assert_string_equal(get(fixture, "at50", "b"), "");
    assert_string_equal(get(fixture, "at150", "a"), "2");
    assert_string_equal(get(fixture, "at350", "a"), "4");
    assert_string_equal(get(fixture, "at350", "b"), "3");
    assert_string_equal(get(fixture, "at550", "a"), "");
    assert_string_equal(get(fixture, "at550", "b"), "5");
    assert_string_equal(get(fixture, "table", "b"), "5");
}

/* ---- Replicas ---- */

static void open_replicas(struct fixture *fixture)
{
    char arn[256];

    open_stream(fixture, "NEW_AND_OLD_IMAGES", arn);
    put(fixture, "old", 1);
    (void)ok(fixture, "UpdateTable",
             "{'TableName': 'table', 'ReplicaUpdates':"
             " [{'Create': {'RegionName': 'eu-west-1'}}]}");
    expect_text(ok(fixture, "DescribeTable", "{'TableName': 'table'}"),
                "Table.Replicas.0.ReplicaStatus", "CREATING");
    fixture_run(fixture, 600);
}

static void test_replicas_get_writes_after_a_lag(void **state)
{
    struct fixture *fixture = *state;

    open_replicas(fixture);
    expect(at(ok(fixture, "DescribeTable", "{'TableName': 'table'}"), "Table.Replicas"),
           "[{'RegionName': 'eu-west-1', 'ReplicaStatus': 'ACTIVE'}]");
    put(fixture, "new", 2);
    fixture->region = "eu-west-1";
    assert_string_equal(get(fixture, "table", "old"), "1");
    assert_string_equal(get(fixture, "table", "new"), "");
    fixture_run(fixture, 2);
    assert_string_equal(get(fixture, "table", "new"), "2");
    (void)ok(fixture, "DeleteItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'old'}}}");
    fixture_run(fixture, 2);
    fixture->region = "us-east-1";
    assert_string_equal(get(fixture, "table", "old"), "");
    (void)ok(fixture, "UpdateTable",
             "{'TableName': 'table', 'ReplicaUpdates':"
             " [{'Delete': {'RegionName': 'eu-west-1'}}]}");
    fixture_run(fixture, 600);
    assert_null(at(ok(fixture, "DescribeTable", "{'TableName': 'table'}"), "Table.Replicas"));
    fixture->region = "eu-west-1";
    fails(fixture, "DescribeTable", "ResourceNotFoundException", "not found",
          "{'TableName': 'table'}");
}

static void test_the_last_writer_wins_everywhere(void **state)
{
    struct fixture *fixture = *state;

    open_replicas(fixture);
    for (int i = 0; i < 30; i++) {
        char first[16];
        char key[16];

        (void)snprintf(key, sizeof(key), "k%d", i);
        for (int k = 0; k < 4; k++) { /* All at one instant. */
            fixture->region = (i >> k) % 2 == 0 ? "us-east-1" : "eu-west-1";
            put(fixture, key, 10 * i + k);
        }
        fixture_run(fixture, 5);
        (void)snprintf(first, sizeof(first), "%s", get(fixture, "table", key));
        fixture->region = strcmp(fixture->region, "us-east-1") == 0 ? "eu-west-1" : "us-east-1";
        assert_string_equal(get(fixture, "table", key), first);
    }
    fixture->region = "us-east-1";
    put(fixture, "late", 1);
    fixture->region = "eu-west-1";
    put(fixture, "late", 2);
    (void)ok(fixture, "DeleteItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'late'}}}");
    fixture_run(fixture, 5);
    fixture->region = "us-east-1";
    {
        char here[16];

        (void)snprintf(here, sizeof(here), "%s", get(fixture, "table", "late"));
        fixture->region = "eu-west-1";
        assert_string_equal(get(fixture, "table", "late"), here);
    }
}

static void test_replicas_need_a_stream(void **state)
{
    struct fixture *fixture = *state;

    make_table(fixture, "table");
    fails(fixture, "UpdateTable", "ValidationException", "NEW_AND_OLD_IMAGES",
          "{'TableName': 'table', 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-1'}}]}");
    fails(fixture, "UpdateTable", "ValidationException", "local region",
          "{'TableName': 'table', 'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-1'}}]}");
}

/* ---- The scenario's tables ---- */

static const char estate_text[] =
    "blackstart: scenario/1\nname: leases\nduration: 1h\n"
    "regions: {us-east-1: {role: primary}, us-east-2: {role: control}}\n"
    "resources: {state: {kind: dynamodb_table, region: control, name: orchestrations}}\n"
    "dns: {}\nresolvers: {}\nclients: {}\n";

/* The newest record of the kind in the world's history. */
static const struct bs_record *newest(const struct estate *estate, enum bs_record_kind kind)
{
    for (size_t i = bs_history_count(estate->history); i > 0; i--) {
        const struct bs_record *record = bs_history_get(estate->history, i - 1);

        if (record->kind == kind) {
            return record;
        }
    }
    return NULL;
}

static void test_the_world_hears_of_leases_and_values(void **state)
{
    struct bs_scenario *scenario = estate_scenario(estate_text);
    const struct bs_record *record;
    struct fixture fixture;
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    fixture_open_on(&fixture, estate.simulation, estate.world);
    fixture.region = "us-east-2";
    expect_text(ok(&fixture, "DescribeTable", "{'TableName': 'orchestrations'}"),
                "Table.TableStatus", "ACTIVE");
    (void)ok(&fixture, "PutItem",
             "{'TableName': 'orchestrations', 'Item': {'key': {'S': 'lease'}, 'holder': {'N': '5'},"
             " 'token': {'N': '2'}, 'until': {'N': '%d000000007'}, 'memo': {'N': '9'}}}",
             FIXTURE_EPOCH_S + 11);
    record = newest(&estate, BS_RECORD_LEASE);
    assert_non_null(record);
    assert_string_equal(bs_record_text(record, "table"), "state");
    assert_int_equal(bs_record_number(record, "holder"), 5);
    assert_int_equal(bs_record_number(record, "token"), 2);
    assert_int_equal(bs_record_number(record, "until_ns"), 11 * BS_NS_PER_S + 7);
    (void)ok(&fixture, "PutItem",
             "{'TableName': 'orchestrations', 'Item': {'key': {'S': 'phase'},"
             " 'value': {'S': 'done'}}}");
    record = newest(&estate, BS_RECORD_STATE);
    assert_string_equal(bs_record_text(record, "entity"), "state/phase");
    assert_string_equal(bs_record_text(record, "state"), "done");
    fixture_close(&fixture);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static int open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));

    assert_non_null(fixture);
    fixture_open(fixture, BS_ACCOUNT_REALISTIC);
    *state = fixture;
    return 0;
}

static int close_fixture(void **state)
{
    fixture_close(*state);
    free(*state);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_tables_are_created_listed_and_deleted),
        TEST(test_wrong_tables_are_refused),
        cmocka_unit_test(test_instant_tables_are_there_at_once),
        TEST(test_global_indexes_come_later_and_go),
        TEST(test_indexes_leave_out_what_cannot_be_a_key),
        TEST(test_streams_tell_what_changed),
        TEST(test_streams_have_four_views_and_end),
        TEST(test_expired_items_are_deleted_later),
        TEST(test_tags_are_kept),
        TEST(test_backups_restore_what_was),
        TEST(test_every_point_in_time_can_be_restored),
        TEST(test_replicas_get_writes_after_a_lag),
        TEST(test_the_last_writer_wins_everywhere),
        TEST(test_replicas_need_a_stream),
        cmocka_unit_test(test_the_world_hears_of_leases_and_values),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
