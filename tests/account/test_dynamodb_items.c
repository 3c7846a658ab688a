/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* DynamoDB's items: single operations, queries and scans, batches and transactions. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dynamodb_fixture.h"

#define KEY "'TableName': 'table', 'Key': {'pk': {'S': 'a'}}"

/* ---- Single operations ---- */

static void test_items_are_put_got_and_deleted(void **state)
{
    struct fixture *fixture = *state;

    expect(ok(fixture, "GetItem", "{" KEY "}"), "{}");
    expect(ok(fixture, "PutItem",
              "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}, 'n': {'N': '01.50'}}}"),
           "{}");
    expect(ok(fixture, "GetItem", "{" KEY "}"), "{'Item': {'pk': {'S': 'a'}, 'n': {'N': '1.5'}}}");
    expect(ok(fixture, "PutItem",
              "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}}, 'ReturnValues': 'ALL_OLD'}"),
           "{'Attributes': {'pk': {'S': 'a'}, 'n': {'N': '1.5'}}}");
    expect(ok(fixture, "DeleteItem", "{" KEY ", 'ReturnValues': 'ALL_OLD'}"),
           "{'Attributes': {'pk': {'S': 'a'}}}");
    expect(ok(fixture, "DeleteItem", "{" KEY ", 'ReturnValues': 'ALL_OLD'}"), "{}");
}

static void test_return_values_of_updates(void **state)
{
    static const char *const wanted[][2] = {
        {"NONE", ""},
        {"ALL_OLD", "'Attributes': {'pk': {'S': 'a'}, 'n': {'N': '1'}, 'm': {'N': '1'}}"},
        {"UPDATED_OLD", "'Attributes': {'n': {'N': '1'}}"},
        {"ALL_NEW", "'Attributes': {'pk': {'S': 'a'}, 'n': {'N': '2'}, 'm': {'N': '1'},"
                    " 'x': {'N': '2'}}"},
        {"UPDATED_NEW", "'Attributes': {'n': {'N': '2'}, 'x': {'N': '2'}}"}};
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        (void)ok(fixture, "PutItem",
                 "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}, 'n': {'N': '1'},"
                 " 'm': {'N': '1'}}}");
        expect(ok(fixture, "UpdateItem",
                  "{" KEY ", 'UpdateExpression': 'SET n = :v, x = :v',"
                  " 'ExpressionAttributeValues': {':v': {'N': '2'}}, 'ReturnValues': '%s'}",
                  wanted[i][0]),
               "{%s}", wanted[i][1]);
    }
    fails(fixture, "PutItem", "ValidationException", "Return values set to invalid value",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}}, 'ReturnValues': 'ALL_NEW'}");
}

static void test_updates_make_items_and_failed_conditions_do_not(void **state)
{
    struct fixture *fixture = *state;

    fails(fixture, "UpdateItem", "ConditionalCheckFailedException",
          "The conditional request failed",
          "{" KEY ", 'UpdateExpression': 'ADD n :v', 'ConditionExpression': 'attribute_exists(pk)',"
          " 'ExpressionAttributeValues': {':v': {'N': '1'}}}");
    expect(ok(fixture, "GetItem", "{" KEY "}"), "{}");
    (void)ok(fixture, "UpdateItem",
             "{" KEY ", 'UpdateExpression': 'ADD n :v',"
             " 'ConditionExpression': 'attribute_not_exists(pk)',"
             " 'ExpressionAttributeValues': {':v': {'N': '1'}}}");
    expect(ok(fixture, "GetItem", "{" KEY "}"), "{'Item': {'pk': {'S': 'a'}, 'n': {'N': '1'}}}");
}

static void test_wrong_items_and_keys_are_refused(void **state)
{
    static const char *const wrong[][2] = {
        {"{'n': {'N': '1'}}",
         "One or more parameter values were invalid: Missing the key pk in the "
         "item"},
        {"{'pk': {'N': '1'}}", "Type mismatch for key pk expected: S actual: N"},
        {"{'pk': {'S': ''}}", "cannot contain an empty string value. Key: pk"},
        {"{'pk': {}}", "Supplied AttributeValue is empty, must contain exactly one"},
        {"{'pk': {'S': 'a', 'N': '1'}}", "Supplied AttributeValue has more than one datatypes set"},
        {"{'pk': {'S': 'a'}, 'n': {'N': 'x'}}",
         "The parameter cannot be converted to a numeric value: x"},
        {"{'pk': {'S': 'a'}, 'n': {'N': '1e126'}}", "Number overflow"},
        {"{'pk': {'S': 'a'}, 'n': {'N': '1e-131'}}", "Number underflow"},
        {"{'pk': {'S': 'a'}, 'n': {'N': '123456789012345678901234567890123456789'}}",
         "Attempting to store more than 38 significant digits in a Number"},
        {"{'pk': {'S': 'a'}, 'x': {'SS': []}}", "An string set  may not be empty"},
        {"{'pk': {'S': 'a'}, 'x': {'NS': ['1', '1.0']}}", "Input collection contains duplicates"},
        {"{'pk': {'S': 'a'}, 'x': {'NULL': false}}", "must have the value of true"},
        {"{'pk': {'S': 'a'}, 'x': {'S': 5}}", "does not have the type"},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        fails(fixture, "PutItem", "ValidationException", wrong[i][1],
              "{'TableName': 'table', 'Item': %s}", wrong[i][0]);
    }
    fails(fixture, "GetItem", "ValidationException",
          "The provided key element does not match the schema",
          "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}, 'n': {'N': '1'}}}");
    fails(fixture, "GetItem", "ValidationException",
          "The provided key element does not match the schema",
          "{'TableName': 'table', 'Key': {'pk': {'N': '1'}}}");
    fails(fixture, "GetItem", "ResourceNotFoundException", "Requested resource not found",
          "{'TableName': 'nowhere', 'Key': {'pk': {'S': 'a'}}}");
}

static char *letters(size_t count)
{
    char *text = calloc(1, count + 1);

    assert_non_null(text);
    memset(text, 'x', count);
    return text;
}

static void test_items_have_at_most_400_kb_and_32_levels(void **state)
{
    struct fixture *fixture = *state;
    char *text = letters(400 * 1024);
    char nested[4096] = "{'S': 'x'}";
    char outer[4096];

    /* Names count: pk, a, x are four bytes. */
    text[400 * 1024 - 4] = '\0';
    (void)ok(fixture, "PutItem",
             "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}, 'x': {'S': '%s'}}}", text);
    text[400 * 1024 - 4] = 'x';
    text[400 * 1024 - 3] = '\0';
    fails(fixture, "PutItem", "ValidationException",
          "Item size has exceeded the maximum allowed size",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}, 'x': {'S': '%s'}}}", text);
    free(text);
    for (int level = 2; level <= 33; level++) {
        (void)snprintf(outer, sizeof(outer), "{'L': [%.4000s]}", nested);
        memcpy(nested, outer, sizeof(nested));
        if (level == 32) {
            (void)ok(fixture, "PutItem",
                     "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}, 'x': %s}}", nested);
        }
    }
    fails(fixture, "PutItem", "ValidationException", "Nesting Levels have exceeded",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}, 'x': %s}}", nested);
}

static void test_capacity_is_counted(void **state)
{
    struct fixture *fixture = *state;
    char *text = letters(5000);
    const struct bs_tree *units;

    units = at(ok(fixture, "PutItem",
                  "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}, 'x': {'S': '%s'}},"
                  " 'ReturnConsumedCapacity': 'TOTAL'}",
                  text),
               "ConsumedCapacity.CapacityUnits");
    assert_true(units->is.decimal > 4.9 && units->is.decimal < 5.1);
    units = at(ok(fixture, "GetItem", "{" KEY ", 'ReturnConsumedCapacity': 'INDEXES'}"),
               "ConsumedCapacity.Table.CapacityUnits");
    assert_true(units->is.decimal > 0.9 && units->is.decimal < 1.1);
    units = at(ok(fixture, "GetItem",
                  "{" KEY ", 'ConsistentRead': true, 'ReturnConsumedCapacity': 'TOTAL'}"),
               "ConsumedCapacity.CapacityUnits");
    assert_true(units->is.decimal > 1.9 && units->is.decimal < 2.1);
    free(text);
}

/* ---- Query and Scan ---- */

/* Of partitions p0 to p2, each with sort keys -3, -2, .., 8. */
static void fill(struct fixture *fixture)
{
    make_sorted_table(fixture, "sorted");
    for (int i = 0; i < 36; i++) {
        (void)ok(fixture, "PutItem",
                 "{'TableName': 'sorted', 'Item': {'pk': {'S': 'p%d'}, 'sk': {'N': '%d'},"
                 " 'even': {'BOOL': %s}}}",
                 i % 3, i / 3 - 3, i / 3 % 2 == 1 ? "true" : "false");
    }
}

/* The sort keys that a query finds, in words. */
static void finds(struct fixture *fixture, const char *condition, const char *more,
                  const char *wanted)
{
    const struct bs_tree *items;
    char found[256] = "";

    items = bs_tree_get(ok(fixture, "Query",
                           "{'TableName': 'sorted', 'KeyConditionExpression': 'pk = :p%s',"
                           " 'ExpressionAttributeValues': {':p': {'S': 'p1'}%s}}",
                           condition, more),
                        "Items");
    for (const struct bs_tree *item = bs_tree_first(items); item != NULL; item = item->next) {
        (void)snprintf(found + strlen(found), sizeof(found) - strlen(found), "%s ",
                       bs_tree_text(bs_tree_get(item, "sk"), "N", ""));
    }
    assert_string_equal(found, wanted);
}

static void test_queries_follow_the_sort_key(void **state)
{
    struct fixture *fixture = *state;

    fill(fixture);
    finds(fixture, "", "", "-3 -2 -1 0 1 2 3 4 5 6 7 8 ");
    finds(fixture, " AND sk = :v", ", ':v': {'N': '0'}", "0 ");
    finds(fixture, " AND sk < :v", ", ':v': {'N': '-1'}", "-3 -2 ");
    finds(fixture, " AND sk <= :v", ", ':v': {'N': '-1'}", "-3 -2 -1 ");
    finds(fixture, " AND sk > :v", ", ':v': {'N': '6'}", "7 8 ");
    finds(fixture, " AND sk >= :v", ", ':v': {'N': '6'}", "6 7 8 ");
    finds(fixture, " AND sk BETWEEN :v AND :w", ", ':v': {'N': '-1.5'}, ':w': {'N': '1'}",
          "-1 0 1 ");
    finds(fixture, " AND sk > :v", ", ':v': {'N': '8'}", "");
}

static void test_queries_go_backwards_filter_and_count(void **state)
{
    struct fixture *fixture = *state;
    const struct bs_tree *output;

    fill(fixture);
    output = ok(fixture, "Query",
                "{'TableName': 'sorted', 'KeyConditionExpression': 'pk = :p AND sk > :v',"
                " 'ScanIndexForward': false, 'Limit': 2,"
                " 'ExpressionAttributeValues': {':p': {'S': 'p2'}, ':v': {'N': '3'}}}");
    expect_text(output, "Items.0.sk.N", "8");
    expect_text(output, "Items.1.sk.N", "7");
    expect(bs_tree_get(output, "LastEvaluatedKey"), "{'pk': {'S': 'p2'}, 'sk': {'N': '7'}}");
    output = ok(fixture, "Query",
                "{'TableName': 'sorted', 'KeyConditionExpression': 'pk = :p', 'Select': 'COUNT',"
                " 'FilterExpression': 'even = :t',"
                " 'ExpressionAttributeValues': {':p': {'S': 'p2'}, ':t': {'BOOL': true}}}");
    expect(output, "{'Count': 6, 'ScannedCount': 12}");
    output = ok(fixture, "Query",
                "{'TableName': 'sorted', 'KeyConditions': {"
                " 'pk': {'ComparisonOperator': 'EQ', 'AttributeValueList': [{'S': 'p0'}]},"
                " 'sk': {'ComparisonOperator': 'LT', 'AttributeValueList': [{'N': '0'}]}},"
                " 'QueryFilter': {'even': {'ComparisonOperator': 'EQ',"
                " 'AttributeValueList': [{'BOOL': true}]}}}");
    assert_int_equal(bs_tree_integer(output, "Count", 0), 1);
    assert_int_equal(bs_tree_integer(output, "ScannedCount", 0), 3);
}

static void test_wrong_queries_are_refused(void **state)
{
    static const char *const wrong[][2] = {
        {"'KeyConditionExpression': 'sk = :n'", "Query condition missed key schema element: pk"},
        {"'KeyConditionExpression': 'pk > :p'", "Query key condition not supported"},
        {"'KeyConditionExpression': 'pk = :p AND another = :n'",
         "Query condition missed key schema element: sk"},
        {"'KeyConditionExpression': 'pk = :p OR sk = :n'",
         "Invalid operator used in KeyConditionExpression: OR"},
        {"'KeyConditionExpression': 'pk = :n'", "Condition parameter type does not match schema "
                                                "type"},
        {"'KeyConditionExpression': 'pk = :p AND pk = :p'", "must only contain one condition per "
                                                            "key"},
        {"'KeyConditionExpression': 'pk = :p', 'FilterExpression': 'sk = :n'",
         "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
         "sk"},
        {"'KeyConditionExpression': 'pk = :p AND sk = :n', 'IndexName': 'nope'",
         "The table does not have the specified index: nope"},
        {"'KeyConditionExpression': 'pk = :p AND sk = :n', 'Select': 'SPECIFIC_ATTRIBUTES'",
         "Must specify the AttributesToGet or ProjectionExpression"},
        {"'KeyConditionExpression': 'pk = :p AND sk = :n', 'Select': 'COUNT',"
         " 'ProjectionExpression': 'pk'",
         "Cannot specify the ProjectionExpression when choosing to get only the Count"},
        {"'KeyConditionExpression': 'pk = :p AND sk = :n', 'ExclusiveStartKey': {'pk': {'S': 'x'}}",
         "The provided starting key is invalid"},
        {"'KeyConditionExpression': 'pk = :p AND sk > :n',"
         " 'ExclusiveStartKey': {'pk': {'S': 'other'}, 'sk': {'N': '1'}}",
         "The provided starting key is outside query boundaries"},
    };
    struct fixture *fixture = *state;

    fill(fixture);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        const bool has_p = strstr(wrong[i][0], ":p") != NULL;
        const bool has_n = strstr(wrong[i][0], ":n") != NULL;

        fails(fixture, "Query", "ValidationException", wrong[i][1],
              "{'TableName': 'sorted', %s, 'ExpressionAttributeValues': {%s%s%s}}", wrong[i][0],
              has_p ? "':p': {'S': 'p'}" : "", has_p && has_n ? ", " : "",
              has_n ? "':n': {'N': '1'}" : "");
    }
    fails(fixture, "Scan", "ValidationException",
          "The Segment parameter is zero-based and must be less than parameter TotalSegments",
          "{'TableName': 'sorted', 'Segment': 4, 'TotalSegments': 4}");
    fails(fixture, "Scan", "ValidationException", "The TotalSegments parameter is required",
          "{'TableName': 'sorted', 'Segment': 0}");
}

/* Goes through all pages; counts each item, of `pk` p0 to p2 and `sk` -3 to 8, in `seen`. */
static void page_through(struct fixture *fixture, const char *operation, const char *parameters,
                         int limit, int seen[36])
{
    char start[256] = "";

    for (int page = 0; page < 100; page++) {
        const struct bs_tree *output =
            ok(fixture, operation, "{'TableName': 'sorted', 'Limit': %d %s %s}", limit, parameters,
               start);
        const struct bs_tree *last = bs_tree_get(output, "LastEvaluatedKey");

        assert_true(bs_tree_integer(output, "ScannedCount", 0) <= limit);
        for (const struct bs_tree *item = bs_tree_first(bs_tree_get(output, "Items")); item != NULL;
             item = item->next) {
            const long partition =
                strtol(bs_tree_text(bs_tree_get(item, "pk"), "S", "") + 1, NULL, 10);
            const long sort = strtol(bs_tree_text(bs_tree_get(item, "sk"), "N", ""), NULL, 10);

            seen[partition * 12 + sort + 3]++;
        }
        if (last == NULL) {
            return;
        }
        (void)snprintf(start, sizeof(start),
                       ", 'ExclusiveStartKey': {'pk': {'S': '%s'}, 'sk': {'N': '%s'}}",
                       bs_tree_text(bs_tree_get(last, "pk"), "S", ""),
                       bs_tree_text(bs_tree_get(last, "sk"), "N", ""));
    }
    fail_msg("the pages do not end");
}

static void test_pages_are_complete_and_without_repeats_at_any_limit(void **state)
{
    static const char query[] =
        ", 'KeyConditionExpression': 'pk = :p', 'ExpressionAttributeValues':"
        " {':p': {'S': 'p1'}}, 'ScanIndexForward': %s";
    struct fixture *fixture = *state;

    fill(fixture);
    for (int limit = 1; limit <= 40; limit++) {
        int scanned[36] = {0};
        int segmented[36] = {0};
        int queried[36] = {0};
        char parameters[200];

        page_through(fixture, "Scan", "", limit, scanned);
        for (int segment = 0; segment < 5; segment++) {
            (void)snprintf(parameters, sizeof(parameters), ", 'Segment': %d, 'TotalSegments': 5",
                           segment);
            page_through(fixture, "Scan", parameters, limit, segmented);
        }
        for (int forward = 0; forward < 2; forward++) {
            (void)snprintf(parameters, sizeof(parameters), query, forward == 1 ? "true" : "false");
            page_through(fixture, "Query", parameters, limit, queried);
        }
        for (int i = 0; i < 36; i++) {
            assert_int_equal(scanned[i], 1);
            assert_int_equal(segmented[i], 1);
            assert_int_equal(queried[i], i / 12 == 1 ? 2 : 0);
        }
    }
}

static void test_pages_end_at_one_megabyte(void **state)
{
    struct fixture *fixture = *state;
    char *text = letters(300 * 1024);
    const struct bs_tree *output;

    make_sorted_table(fixture, "sorted");
    for (int i = 0; i < 7; i++) {
        (void)ok(fixture, "PutItem",
                 "{'TableName': 'sorted', 'Item': {'pk': {'S': 'p'}, 'sk': {'N': '%d'},"
                 " 'x': {'S': '%s'}}}",
                 i, text);
    }
    free(text);
    output = ok(fixture, "Query",
                "{'TableName': 'sorted', 'KeyConditionExpression': 'pk = :p',"
                " 'ExpressionAttributeValues': {':p': {'S': 'p'}}}");
    assert_int_equal(bs_tree_integer(output, "Count", 0), 3);
    expect_text(output, "LastEvaluatedKey.sk.N", "2");
}

static void test_begins_with_and_text_order(void **state)
{
    struct fixture *fixture = *state;
    static const char *const keys[] = {"a", "aa", "ab", "ab\\u0001", "abc", "ac", "b", "Z"};
    const struct bs_tree *output;

    (void)ok(fixture, "CreateTable",
             "{'TableName': 'texts', 'BillingMode': 'PAY_PER_REQUEST',"
             " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'},"
             "               {'AttributeName': 'sk', 'KeyType': 'RANGE'}],"
             " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'N'},"
             "                          {'AttributeName': 'sk', 'AttributeType': 'S'}]}");
    fixture_run(fixture, 60);
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        (void)ok(fixture, "PutItem",
                 "{'TableName': 'texts', 'Item': {'pk': {'N': '1.0'}, 'sk': {'S': '%s'}}}",
                 keys[i]);
    }
    output =
        ok(fixture, "Query",
           "{'TableName': 'texts', 'KeyConditionExpression': 'pk = :p AND begins_with(sk, :s)',"
           " 'ExpressionAttributeValues': {':p': {'N': '1'}, ':s': {'S': 'ab'}}}");
    assert_int_equal(bs_tree_integer(output, "Count", 0), 3);
    expect_text(output, "Items.0.sk.S", "ab");
    expect_text(output, "Items.2.sk.S", "abc");
    output = ok(fixture, "Query",
                "{'TableName': 'texts', 'KeyConditionExpression': 'pk = :p',"
                " 'ExpressionAttributeValues': {':p': {'N': '1'}}}");
    expect_text(output, "Items.0.sk.S", "Z");
    expect_text(output, "Items.7.sk.S", "b");
}

/* ---- Batches ---- */

static void test_batches_write_and_get(void **state)
{
    struct fixture *fixture = *state;
    const struct bs_tree *output;

    make_sorted_table(fixture, "sorted");
    output = ok(fixture, "BatchWriteItem",
                "{'RequestItems': {'table': [{'PutRequest': {'Item': {'pk': {'S': 'a'}}}},"
                " {'DeleteRequest': {'Key': {'pk': {'S': 'b'}}}}],"
                " 'sorted': [{'PutRequest': {'Item': {'pk': {'S': 'a'}, 'sk': {'N': '1'}}}}]},"
                " 'ReturnConsumedCapacity': 'TOTAL'}");
    assert_int_equal(bs_tree_count(bs_tree_get(output, "UnprocessedItems")), 0);
    assert_int_equal(bs_tree_count(bs_tree_get(output, "ConsumedCapacity")), 2);
    output = ok(fixture, "BatchGetItem",
                "{'RequestItems': {'table': {'Keys': [{'pk': {'S': 'a'}}, {'pk': {'S': 'b'}}]},"
                " 'sorted': {'Keys': [{'pk': {'S': 'a'}, 'sk': {'N': '1.0'}}],"
                " 'ProjectionExpression': 'sk'}}}");
    expect(output, "{'Responses': {'table': [{'pk': {'S': 'a'}}], 'sorted': [{'sk': {'N': '1'}}]},"
                   " 'UnprocessedKeys': {}}");
    fails(fixture, "BatchWriteItem", "ValidationException",
          "Provided list of item keys contains duplicates",
          "{'RequestItems': {'table': [{'PutRequest': {'Item': {'pk': {'S': 'z'}}}},"
          " {'DeleteRequest': {'Key': {'pk': {'S': 'z'}}}}]}}");
    fails(fixture, "BatchGetItem", "ValidationException",
          "Provided list of item keys contains duplicates",
          "{'RequestItems': {'table': {'Keys': [{'pk': {'S': 'a'}}, {'pk': {'S': 'a'}}]}}}");
    fails(fixture, "BatchGetItem", "ResourceNotFoundException", "Requested resource not found",
          "{'RequestItems': {'nowhere': {'Keys': [{'pk': {'S': 'a'}}]}}}");
    expect(ok(fixture, "GetItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'z'}}}"), "{}");
}

/* ---- Transactions ---- */

#define TRANSFER                                                                \
    "[{'Update': {'TableName': 'table', 'Key': {'pk': {'S': 'from'}},"          \
    "  'UpdateExpression': 'SET n = n - :v', 'ConditionExpression': 'n >= :v'," \
    "  'ReturnValuesOnConditionCheckFailure': 'ALL_OLD',"                       \
    "  'ExpressionAttributeValues': {':v': {'N': '%d'}}}},"                     \
    " {'Update': {'TableName': 'table', 'Key': {'pk': {'S': 'to'}},"            \
    "  'UpdateExpression': 'SET n = n + :v',"                                   \
    "  'ExpressionAttributeValues': {':v': {'N': '%d'}}}},"                     \
    " {'Put': {'TableName': 'table', 'Item': {'pk': {'S': 'log'}}}},"           \
    " {'ConditionCheck': {'TableName': 'table', 'Key': {'pk': {'S': 'open'}},"  \
    "  'ConditionExpression': 'attribute_exists(pk)'}},"                        \
    " {'Delete': {'TableName': 'table', 'Key': {'pk': {'S': 'old'}}}}]"

static void open_accounts(struct fixture *fixture)
{
    (void)ok(fixture, "BatchWriteItem",
             "{'RequestItems': {'table': ["
             "{'PutRequest': {'Item': {'pk': {'S': 'from'}, 'n': {'N': '10'}}}},"
             "{'PutRequest': {'Item': {'pk': {'S': 'to'}, 'n': {'N': '0'}}}},"
             "{'PutRequest': {'Item': {'pk': {'S': 'open'}}}},"
             "{'PutRequest': {'Item': {'pk': {'S': 'old'}}}}]}}");
}

static void expect_balances(struct fixture *fixture, const char *from, const char *to)
{
    const struct bs_tree *output =
        ok(fixture, "TransactGetItems",
           "{'TransactItems': [{'Get': {'TableName': 'table', 'Key': {'pk': {'S': 'from'}}}},"
           " {'Get': {'TableName': 'table', 'Key': {'pk': {'S': 'to'}},"
           " 'ProjectionExpression': 'n'}},"
           " {'Get': {'TableName': 'table', 'Key': {'pk': {'S': 'never'}}}}]}");

    expect_text(output, "Responses.0.Item.n.N", from);
    expect(at(output, "Responses.1"), "{'Item': {'n': {'N': '%s'}}}", to);
    expect(at(output, "Responses.2"), "{}");
}

static void test_transactions_do_all_or_nothing(void **state)
{
    struct fixture *fixture = *state;

    open_accounts(fixture);
    (void)ok(fixture, "TransactWriteItems", "{'TransactItems': " TRANSFER "}", 4, 4);
    expect_balances(fixture, "6", "4");
    expect(ok(fixture, "GetItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'old'}}}"), "{}");
    (void)ok(fixture, "DeleteItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'log'}}}");
    fails(fixture, "TransactWriteItems", "TransactionCanceledException",
          "Transaction cancelled, please refer cancellation reasons for specific reasons "
          "[ConditionalCheckFailed, None, None, None, None]",
          "{'TransactItems': " TRANSFER "}", 7, 7);
    expect(at(fixture->answer.details, "CancellationReasons.0"),
           "{'Code': 'ConditionalCheckFailed', 'Message': 'The conditional request failed',"
           " 'Item': {'pk': {'S': 'from'}, 'n': {'N': '6'}}}");
    expect(at(fixture->answer.details, "CancellationReasons.1"), "{'Code': 'None'}");
    expect_balances(fixture, "6", "4");
    expect(ok(fixture, "GetItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'log'}}}"), "{}");
    (void)ok(fixture, "DeleteItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'open'}}}");
    fails(fixture, "TransactWriteItems", "TransactionCanceledException",
          "[None, None, None, ConditionalCheckFailed, None]", "{'TransactItems': " TRANSFER "}", 1,
          1);
    expect_balances(fixture, "6", "4");
}

static void test_transactions_are_idempotent_by_their_token(void **state)
{
    struct fixture *fixture = *state;

    open_accounts(fixture);
    for (int i = 0; i < 3; i++) {
        (void)ok(fixture, "TransactWriteItems",
                 "{'ClientRequestToken': 'once', 'TransactItems': " TRANSFER "}", 4, 4);
    }
    expect_balances(fixture, "6", "4");
    fails(fixture, "TransactWriteItems", "IdempotentParameterMismatchException", "other parameters",
          "{'ClientRequestToken': 'once', 'TransactItems': " TRANSFER "}", 5, 5);
    fixture_run(fixture, 601);
    (void)ok(fixture, "TransactWriteItems",
             "{'ClientRequestToken': 'once', 'TransactItems': " TRANSFER "}", 4, 4);
    expect_balances(fixture, "2", "8");
}

static void test_wrong_transactions_are_refused(void **state)
{
    struct fixture *fixture = *state;

    fails(fixture, "TransactWriteItems", "ValidationException",
          "Transaction request cannot include multiple operations on one item",
          "{'TransactItems': [{'Put': {'TableName': 'table', 'Item': {'pk': {'S': 'a'}}}},"
          " {'Delete': {'TableName': 'table', 'Key': {'pk': {'S': 'a'}}}}]}");
    fails(fixture, "TransactWriteItems", "ValidationException", "can only contain one of",
          "{'TransactItems': [{}]}");
    fails(fixture, "TransactWriteItems", "TransactionCanceledException", "[None, ValidationError]",
          "{'TransactItems': [{'Put': {'TableName': 'table', 'Item': {'pk': {'S': 'a'}}}},"
          " {'Update': {'TableName': 'table', 'Key': {'pk': {'S': 'b'}},"
          " 'UpdateExpression': 'SET n = n + :v', 'ExpressionAttributeValues': {':v': {'N': "
          "'1'}}}}]}");
    expect(ok(fixture, "GetItem", "{" KEY "}"), "{}");
}

/* ---- Many ---- */

static void test_a_hundred_thousand_items_are_quick(void **state)
{
    struct fixture *fixture = *state;
    const struct bs_tree *output;

    make_sorted_table(fixture, "sorted");
    for (int i = 0; i < 100000; i++) {
        (void)ok(fixture, "PutItem",
                 "{'TableName': 'sorted', 'Item': {'pk': {'S': 'p%d'}, 'sk': {'N': '%d'}}}",
                 i * 7919 % 1000, i);
    }
    for (int i = 0; i < 100000; i += 1000) {
        output =
            ok(fixture, "Query",
               "{'TableName': 'sorted', 'KeyConditionExpression': 'pk = :p AND sk >= :v',"
               " 'Limit': 1, 'ExpressionAttributeValues': {':p': {'S': 'p%d'}, ':v': {'N': '%d'}}}",
               i * 7919 % 1000, i);
        assert_int_equal(bs_tree_integer(output, "Count", 0), 1);
    }
    output = ok(fixture, "DescribeTable", "{'TableName': 'sorted'}");
    assert_int_equal(at(output, "Table.ItemCount")->is.integer, 100000);
}

static int open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));

    assert_non_null(fixture);
    fixture_open(fixture, BS_ACCOUNT_REALISTIC);
    make_table(fixture, "table");
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
        TEST(test_items_are_put_got_and_deleted),
        TEST(test_return_values_of_updates),
        TEST(test_updates_make_items_and_failed_conditions_do_not),
        TEST(test_wrong_items_and_keys_are_refused),
        TEST(test_items_have_at_most_400_kb_and_32_levels),
        TEST(test_capacity_is_counted),
        TEST(test_queries_follow_the_sort_key),
        TEST(test_queries_go_backwards_filter_and_count),
        TEST(test_wrong_queries_are_refused),
        TEST(test_pages_are_complete_and_without_repeats_at_any_limit),
        TEST(test_pages_end_at_one_megabyte),
        TEST(test_begins_with_and_text_order),
        TEST(test_batches_write_and_get),
        TEST(test_transactions_do_all_or_nothing),
        TEST(test_transactions_are_idempotent_by_their_token),
        TEST(test_wrong_transactions_are_refused),
        TEST(test_a_hundred_thousand_items_are_quick),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
