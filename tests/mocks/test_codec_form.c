/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "tests/mocks/asking.h"

static struct bs_tree *read_form(const char *service, const char *operation, const char *body)
{
    struct bs_codec_problem problem;
    struct bs_tree *input = asking_form(service, operation, body, &problem);

    if (input == NULL) {
        fail_msg("%s: %s: %s", body, problem.error, problem.message);
    }
    return input;
}

static void assert_refused(const char *service, const char *operation, const char *body,
                           const char *error, const char *words)
{
    struct bs_codec_problem problem;
    struct bs_tree *input = asking_form(service, operation, body, &problem);

    assert_null(input);
    assert_string_equal(problem.error, error);
    if (strstr(problem.message, words) == NULL) {
        fail_msg("\"%s\" lacks \"%s\"", problem.message, words);
    }
}

/* The texts of a list joined by commas. */
static void assert_texts(const struct bs_tree *list, const char *texts)
{
    struct bs_buffer joined;

    bs_buffer_init(&joined, 1000);
    assert_non_null(list);
    for (const struct bs_tree *text = bs_tree_first(list); text != NULL; text = text->next) {
        assert_int_equal(text->kind, BS_TREE_TEXT);
        bs_buffer_format(&joined, "%s%s", joined.length == 0 ? "" : ",", text->is.text.bytes);
    }
    assert_string_equal(joined.length == 0 ? "" : joined.bytes, texts);
    bs_buffer_clean_up(&joined);
}

static const struct bs_tree *values_of_filter(const struct bs_tree *input)
{
    return bs_tree_get(bs_tree_first(bs_tree_get(input, "Filters")), "Values");
}

static void assert_filter(const char *body, const char *texts)
{
    struct bs_tree *input = read_form("rds", "DescribeDBClusters", body);

    assert_texts(values_of_filter(input), texts);
    bs_tree_destroy(input);
}

static void test_lists_are_numbered(void **state)
{
    (void)state;
    assert_filter("Filters.Filter.1.Name=a&Filters.Filter.1.Values.Value.2=y&"
                  "Filters.Filter.1.Values.Value.1=x",
                  "x,y");
    /* The order is that of the numbers, not of their digits. */
    assert_filter("Filters.Filter.1.Name=a&Filters.Filter.1.Values.Value.10=z&"
                  "Filters.Filter.1.Values.Value.9=y&Filters.Filter.1.Values.Value.1=x",
                  "x,y,z");
    /* Gaps and huge numbers cost nothing. */
    assert_filter("Filters.Filter.999999999999999999.Name=a&"
                  "Filters.Filter.999999999999999999.Values.Value.123456789012345678=x",
                  "x");
    /* Any list's elements may be called member. */
    assert_filter("Filters.member.1.Name=a&Filters.member.1.Values.member.1=x", "x");
    assert_filter("Filters.Filter.1.Name=a&Filters.Filter.1.Values=", "");
}

static void test_lists_that_are_none(void **state)
{
    const char *const operation = "DescribeDBClusters";

    (void)state;
    assert_refused("rds", operation, "Filters.Filter.x.Name=a", "MalformedInput", "number");
    assert_refused("rds", operation, "Filters.Filter.1234567890123456789.Name=a", "MalformedInput",
                   "number");
    assert_refused("rds", operation, "Filters.Filter.-1.Name=a", "MalformedInput", "number");
    assert_refused("rds", operation, "Filters=a", "MalformedInput", "list");
    assert_refused("rds", operation, "Filters.Other.1=a", "MalformedInput", "list");
    assert_refused("ec2", "DescribeVpcs", "VpcId.x=a", "InvalidParameterValue", "number");
}

static void test_maps_are_entries(void **state)
{
    struct bs_tree *input = read_form("sns", "CreateTopic",
                                      "Name=t&Attributes.entry.2.key=b&Attributes.entry.2.value=2&"
                                      "Attributes.entry.1.key=a+%2B&Attributes.entry.1.value=1");
    const struct bs_tree *attributes = bs_tree_get(input, "Attributes");

    (void)state;
    assert_string_equal(bs_tree_text(attributes, "a +", ""), "1");
    assert_string_equal(bs_tree_text(attributes, "b", ""), "2");
    bs_tree_destroy(input);
    assert_refused("sns", "CreateTopic", "Name=t&Attributes.entry.1.key=a", "MalformedInput",
                   "key and a value");
    assert_refused("sns", "CreateTopic",
                   "Name=t&Attributes.entry.1.key=%FF&Attributes.entry.1.value=a", "MalformedInput",
                   "UTF-8");
}

static void test_names_of_ec2(void **state)
{
    struct bs_tree *input = read_form("ec2", "DescribeVpcs",
                                      "Filter.1.Name=tag%3Aa&Filter.1.Value.1=x&VpcId.3=v3&"
                                      "VpcId.1=v1&DryRun=false&MaxResults=5");

    (void)state;
    assert_texts(bs_tree_get(input, "VpcIds"), "v1,v3");
    assert_texts(values_of_filter(input), "x");
    assert_false(bs_tree_boolean(input, "DryRun", true));
    assert_int_equal(bs_tree_integer(input, "MaxResults", 0), 5);
    bs_tree_destroy(input);
}

static void test_what_a_form_may_look_like(void **state)
{
    const struct asking get = {.service = "sts",
                               .operation = "GetAccessKeyInfo",
                               .target =
                                   "/?Action=GetAccessKeyInfo&AccessKeyId=AKIAIOSFODNN7EXAMPLE"};
    struct bs_codec_problem problem;
    struct bs_tree *input = asking(&get, &problem);

    (void)state;
    assert_non_null(input);
    assert_string_equal(bs_tree_text(input, "AccessKeyId", ""), "AKIAIOSFODNN7EXAMPLE");
    bs_tree_destroy(input);
    /* What the model does not know is left out; of two the last one counts. */
    input = read_form("rds", "DeleteDBSubnetGroup",
                      "&&Other.1=x&DBSubnetGroupName=a&=&Version=1&DBSubnetGroupName=b");
    assert_int_equal(bs_tree_count(input), 1);
    assert_string_equal(bs_tree_text(input, "DBSubnetGroupName", ""), "b");
    bs_tree_destroy(input);
    assert_refused("rds", "DeleteDBSubnetGroup", "DBSubnetGroupName=%4", "MalformedQueryString",
                   "syntax");
    assert_refused("rds", "DeleteDBSubnetGroup", "DBSubnetGroupName=%zz", "MalformedQueryString",
                   "syntax");
    assert_refused("rds", "DeleteDBSubnetGroup", "DBSubnetGroupName=%FC", "MalformedInput",
                   "UTF-8");
}

static void test_scalars_that_are_none(void **state)
{
    (void)state;
    assert_refused("rds", "DescribeDBClusters", "MaxRecords=many", "MalformedInput",
                   "Value (many) for parameter MaxRecords is invalid. An integer is expected.");
    assert_refused("rds", "DescribeDBClusters", "MaxRecords.1=5", "MalformedInput", "integer");
    assert_refused("ec2", "DescribeVpcs", "DryRun=maybe", "InvalidParameterValue", "true or false");
    assert_refused("cloudwatch", "GetMetricStatistics", "StartTime=now", "MalformedInput",
                   "timestamp");
}

static void test_what_must_be_there(void **state)
{
    (void)state;
    assert_refused("rds", "DeleteDBInstance", "", "MissingParameter",
                   "The request must contain the parameter DBInstanceIdentifier");
    assert_refused("ec2", "DeleteVpc", "", "MissingParameter",
                   "The request must contain the parameter VpcId");
    assert_refused("rds", "DescribeDBClusters", "Filters.Filter.1.Name=a", "MissingParameter",
                   "Values");
}

static void test_what_a_value_must_be(void **state)
{
    (void)state;
    assert_refused("elbv2", "CreateLoadBalancer", "Name=a&Scheme=outside", "ValidationError",
                   "1 validation error detected: Value 'outside' at 'scheme' failed to satisfy "
                   "constraint: Member must satisfy enum value set: [internet-facing, internal]");
    assert_refused("sts", "AssumeRole", "RoleArn=short&RoleSessionName=s", "ValidationError",
                   "2 validation errors detected: Value 'short' at 'roleArn' failed to satisfy "
                   "constraint: Member must have length greater than or equal to 20; Value 's' at "
                   "'roleSessionName'");
    assert_refused(
        "cloudwatch", "DescribeAlarms", "MaxRecords=101", "ValidationError",
        "Value '101' at 'maxRecords' failed to satisfy constraint: Member must have value "
        "less than or equal to 100");
    assert_refused("ec2", "DescribeVpcs", "MaxResults=1", "InvalidParameterValue",
                   "Value (1) for parameter maxResults is invalid.");
}

/* Forms as large as a server takes are read in the time it takes to sort them, or refused. */
static void test_large_forms(void **state)
{
    struct bs_buffer body;
    struct bs_tree *input;

    (void)state;
    bs_buffer_init(&body, 1 << 24);
    for (int i = 100000; i > 0; i--) {
        bs_buffer_format(&body, "&DBClusterIdentifier%d=x&Filters.Filter.1.Values.Value.%d=x", i,
                         i);
    }
    bs_buffer_text(&body, "&Filters.Filter.1.Name=a");
    assert_refused("rds", "DescribeDBClusters", body.bytes, "MalformedQueryString", "syntax");
    bs_buffer_clean_up(&body);
    bs_buffer_init(&body, 1 << 24);
    bs_buffer_text(&body, "Filters.Filter.1.Name=a");
    for (int i = 100000; i > 0; i--) {
        bs_buffer_format(&body, "&Filters.Filter.1.Values.Value.%d=x", i);
    }
    input = read_form("rds", "DescribeDBClusters", body.bytes);
    assert_int_equal(bs_tree_count(values_of_filter(input)), 100000);
    bs_tree_destroy(input);
    bs_buffer_clean_up(&body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_are_numbered),
        cmocka_unit_test(test_lists_that_are_none),
        cmocka_unit_test(test_maps_are_entries),
        cmocka_unit_test(test_names_of_ec2),
        cmocka_unit_test(test_what_a_form_may_look_like),
        cmocka_unit_test(test_scalars_that_are_none),
        cmocka_unit_test(test_what_must_be_there),
        cmocka_unit_test(test_what_a_value_must_be),
        cmocka_unit_test(test_large_forms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
