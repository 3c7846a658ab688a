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

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define S3          "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\""
#define ROUTE_53    "xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\""

/* ---- Requests ---- */

static struct bs_tree *put_tags(const char *body, struct bs_codec_problem *problem)
{
    const struct asking asked = {
        .service = "s3", .operation = "PutBucketTagging", .target = "/b?tagging", .body = body};

    return asking(&asked, problem);
}

static void assert_tags(const char *body, const char *key)
{
    struct bs_codec_problem problem;
    struct bs_tree *input = put_tags(body, &problem);
    const struct bs_tree *set = bs_tree_get(bs_tree_get(input, "Tagging"), "TagSet");

    if (input == NULL) {
        fail_msg("%s: %s: %s", body, problem.error, problem.message);
    }
    assert_string_equal(bs_tree_text(input, "Bucket", ""), "b");
    assert_string_equal(bs_tree_text(bs_tree_first(set), "Key", ""), key);
    bs_tree_destroy(input);
}

static void assert_tags_refused(const char *body, const char *error)
{
    struct bs_codec_problem problem;

    assert_null(put_tags(body, &problem));
    assert_string_equal(problem.error, error);
}

static void test_documents(void **state)
{
    (void)state;
    assert_tags("<Tagging><TagSet><Tag><Key>k</Key><Value/></Tag></TagSet></Tagging>", "k");
    assert_tags(DECLARATION "<!-- no --><Tagging " S3 "><TagSet><Tag><Key>k</Key><Value>v</Value>"
                            "</Tag></TagSet></Tagging>",
                "k");
    /* Prefixes do not matter, nor do elements that the model does not know. */
    assert_tags("<t:Tagging xmlns:t=\"urn:any\"> <t:TagSet>\n<t:Tag><t:Value>v</t:Value><t:Key> "
                "&lt;&#x41;<![CDATA[<]]><!-- no --> </t:Key><t:Other><t:Deep/></t:Other></t:Tag>"
                "</t:TagSet></t:Tagging>",
                " <A< ");
}

static void test_documents_that_are_none(void **state)
{
    (void)state;
    assert_tags_refused("<Tagging><TagSet>", "MalformedXML");
    assert_tags_refused("no", "MalformedXML");
    assert_tags_refused("<Other/>", "MalformedXML");
    assert_tags_refused("<Tagging/>", "MalformedXML");
    assert_tags_refused("<Tagging><TagSet><Tag><Key>k</Key></Tag></TagSet></Tagging>",
                        "MalformedXML");
    assert_tags_refused("<Tagging><TagSet><Gat/></TagSet></Tagging>", "MalformedXML");
    assert_tags_refused("<Tagging><TagSet><Tag><Key><K/></Key><Value/></Tag></TagSet></Tagging>",
                        "MalformedXML");
    assert_tags_refused("", "MissingRequestBodyError");
}

/* Nothing is looked up, nothing grows. */
static void test_entities_and_types_are_refused(void **state)
{
    (void)state;
    assert_tags_refused(
        "<!DOCTYPE Tagging><Tagging><TagSet><Tag><Key>k</Key><Value/></Tag></TagSet>"
        "</Tagging>",
        "MalformedXML");
    assert_tags_refused("<!DOCTYPE T SYSTEM \"http://127.0.0.1:1/x\"><Tagging/>", "MalformedXML");
    assert_tags_refused(
        "<!DOCTYPE T [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Tagging><TagSet>"
        "<Tag><Key>&e;</Key><Value/></Tag></TagSet></Tagging>",
        "MalformedXML");
    assert_tags_refused(
        "<!DOCTYPE T [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]><Tagging><TagSet><Tag><Key>&c;</Key>"
        "<Value/></Tag></TagSet></Tagging>",
        "MalformedXML");
    assert_tags_refused("<Tagging><TagSet><Tag><Key>&e;</Key><Value/></Tag></TagSet></Tagging>",
                        "MalformedXML");
}

static void test_deep_and_large_documents(void **state)
{
    struct bs_buffer body;

    (void)state;
    bs_buffer_init(&body, 1 << 24);
    for (int i = 0; i < 100000; i++) {
        bs_buffer_text(&body, "<Tagging>");
    }
    assert_tags_refused(body.bytes, "MalformedXML");
    while (body.length <= 4 << 20) {
        bs_buffer_text(&body, "                                                                ");
    }
    assert_tags_refused(body.bytes, "MaxMessageLengthExceeded");
    bs_buffer_clean_up(&body);
}

static void test_route_53_says_it_in_its_own_words(void **state)
{
    struct asking asked = {.service = "route53",
                           .operation = "ChangeResourceRecordSets",
                           .target = "/2013-04-01/hostedzone/Z1/rrset/",
                           .body = "<ChangeResourceRecordSetsRequest/>"};
    struct bs_codec_problem problem;

    (void)state;
    assert_null(asking(&asked, &problem));
    assert_string_equal(problem.error, "InvalidInput");
    assert_string_equal(
        problem.message,
        "1 validation error detected: Value null at 'changeBatch' failed to satisfy "
        "constraint: Member must not be null");
    asked.body = "<ChangeResourceRecordSetsRequest>";
    assert_null(asking(&asked, &problem));
    assert_string_equal(problem.error, "MalformedInput");
}

static void test_a_change_of_records(void **state)
{
    const struct asking asked = {
        .service = "route53",
        .operation = "ChangeResourceRecordSets",
        .target = "/2013-04-01/hostedzone/%2Fhostedzone%2FZ1/rrset/",
        .body = "<ChangeResourceRecordSetsRequest " ROUTE_53 "><ChangeBatch><Changes><Change>"
                "<Action>UPSERT</Action><ResourceRecordSet><Name>a.example.com</Name><Type>A</Type>"
                "<TTL> 60 </TTL></ResourceRecordSet></Change></Changes></ChangeBatch>"
                "</ChangeResourceRecordSetsRequest>"};
    struct bs_codec_problem problem;
    struct bs_tree *input = asking(&asked, &problem);
    const struct bs_tree *change =
        bs_tree_first(bs_tree_get(bs_tree_get(input, "ChangeBatch"), "Changes"));
    const struct bs_tree *set = bs_tree_get(change, "ResourceRecordSet");

    (void)state;
    assert_non_null(input);
    assert_string_equal(bs_tree_text(input, "HostedZoneId", ""), "/hostedzone/Z1");
    assert_string_equal(bs_tree_text(change, "Action", ""), "UPSERT");
    assert_int_equal(bs_tree_integer(set, "TTL", 0), 60);
    bs_tree_destroy(input);
}

/* ---- Path, query string, headers ---- */

static void test_where_members_of_rest_travel(void **state)
{
    const struct bs_http_header headers[] = {
        {"X-AMZ-META-Colour", "blue"}, {"content-type", "text/plain"}, {"x-amz-meta-", "no"}};
    const struct asking asked = {.service = "s3",
                                 .operation = "PutObject",
                                 .target = "/bucket/a%2Fb//c%20d+e?x-id=PutObject",
                                 .body = "body",
                                 .headers = headers,
                                 .header_count = 3};
    struct bs_codec_problem problem;
    struct bs_tree *input = asking(&asked, &problem);

    (void)state;
    assert_non_null(input);
    assert_string_equal(bs_tree_text(input, "Bucket", ""), "bucket");
    assert_string_equal(bs_tree_text(input, "Key", ""), "a/b//c d+e");
    assert_string_equal(bs_tree_text(input, "ContentType", ""), "text/plain");
    assert_int_equal(bs_tree_count(bs_tree_get(input, "Metadata")), 1);
    assert_string_equal(bs_tree_text(bs_tree_get(input, "Metadata"), "colour", ""), "blue");
    assert_int_equal(bs_tree_get(input, "Body")->kind, BS_TREE_BYTES);
    bs_tree_destroy(input);
}

static void assert_list_refused(const char *target, const char *error)
{
    const struct asking asked = {.service = "s3", .operation = "ListObjectsV2", .target = target};
    struct bs_codec_problem problem;

    assert_null(asking(&asked, &problem));
    assert_string_equal(problem.error, error);
}

static void test_parameters_that_are_none(void **state)
{
    (void)state;
    assert_list_refused("/bucket?list-type=2&max-keys=many", "InvalidArgument");
    assert_list_refused("/bucket?list-type=2&max-keys=", "InvalidArgument");
    assert_list_refused("/bucket?prefix=%4", "InvalidArgument");
    assert_list_refused("/%zz", "InvalidArgument");
    assert_list_refused("/bucket?encoding-type=none", "InvalidArgument");
    assert_list_refused("/", "InvalidRequest");
    assert_list_refused("", "InvalidRequest");
}

/* ---- Answers ---- */

static void assert_body(char *body, const char *wanted)
{
    assert_string_equal(body, wanted);
    free(body);
}

static void test_answers_of_query(void **state)
{
    struct bs_tree *output = bs_tree_new_structure();
    struct bs_tree *list = bs_tree_set_list(output, "DBSubnetGroups");

    (void)state;
    bs_tree_set_text(bs_tree_append_structure(list), "DBSubnetGroupName", "<\x01&\r");
    bs_tree_set_text(output, "Unknown", "left out");
    (void)bs_tree_set(output, "Marker", bs_tree_new_null());
    assert_body(
        asking_answer("rds", "DescribeDBSubnetGroups", output),
        "<DescribeDBSubnetGroupsResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\">"
        "<DescribeDBSubnetGroupsResult><DBSubnetGroups><DBSubnetGroup><DBSubnetGroupName>"
        "&lt;\xEF\xBF\xBD&amp;&#13;</DBSubnetGroupName></DBSubnetGroup></DBSubnetGroups>"
        "</DescribeDBSubnetGroupsResult><ResponseMetadata><RequestId>id-1</RequestId>"
        "</ResponseMetadata></DescribeDBSubnetGroupsResponse>");
    assert_body(asking_answer("rds", "AddTagsToResource", output),
                "<AddTagsToResourceResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\">"
                "<ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata>"
                "</AddTagsToResourceResponse>");
    bs_tree_destroy(output);
}

static void test_answers_of_ec2(void **state)
{
    struct bs_tree *output = bs_tree_new_structure();

    (void)state;
    bs_tree_set_text(bs_tree_append_structure(bs_tree_set_list(output, "Vpcs")), "VpcId", "vpc-1");
    assert_body(asking_answer("ec2", "DescribeVpcs", output),
                "<DescribeVpcsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                "<requestId>id-1</requestId><vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet>"
                "</DescribeVpcsResponse>");
    assert_body(asking_answer("ec2", "DeleteVpc", output),
                "<DeleteVpcResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                "<requestId>id-1</requestId><return>true</return></DeleteVpcResponse>");
    bs_tree_destroy(output);
}

static void test_answers_of_s3(void **state)
{
    struct bs_tree *output = bs_tree_new_structure();

    (void)state;
    bs_tree_set_text(output, "LocationConstraint", "eu-west-1");
    assert_body(asking_answer("s3", "GetBucketLocation", output),
                DECLARATION "<LocationConstraint " S3 ">eu-west-1</LocationConstraint>");
    bs_tree_set_text(bs_tree_append_structure(bs_tree_set_list(output, "Contents")), "Key", "k");
    assert_body(asking_answer("s3", "ListObjectsV2", output),
                DECLARATION "<ListBucketResult " S3 "><Contents><Key>k</Key></Contents>"
                            "</ListBucketResult>");
    assert_body(asking_answer("s3", "DeleteBucket", output), "");
    assert_body(asking_answer("s3", "HeadBucket", output), "");
    bs_tree_destroy(output);
}

/* ---- Errors ---- */

static void test_errors(void **state)
{
    const struct bs_codec_error error = {.code = "Some<Code",
                                         .message = "because",
                                         .status = 400,
                                         .is_sender = true,
                                         .request_id = "id-1"};

    (void)state;
    assert_body(asking_error("route53", "GetHostedZone", &error),
                "<ErrorResponse " ROUTE_53 "><Error><Type>Sender</Type><Code>Some&lt;Code</Code>"
                "<Message>because</Message></Error><RequestId>id-1</RequestId></ErrorResponse>");
    assert_body(asking_error("ec2", "DeleteVpc", &error),
                DECLARATION "<Response><Errors><Error><Code>Some&lt;Code</Code><Message>because"
                            "</Message></Error></Errors><RequestID>id-1</RequestID></Response>");
    assert_body(asking_error("s3", "HeadObject", &error), "");
}

static void test_errors_with_details(void **state)
{
    const struct bs_shape_error *shape =
        bs_shape_error(bs_service_shape("route53"), "InvalidChangeBatch");
    struct bs_tree *details = bs_tree_new_structure();
    struct bs_codec_error error = {
        .code = "NoSuchKey", .message = "none", .details = details, .request_id = "id-1"};

    (void)state;
    bs_tree_set_text(details, "Key", "k");
    assert_body(asking_error("s3", "GetObject", &error),
                DECLARATION "<Error><Code>NoSuchKey</Code><Message>none</Message><Key>k</Key>"
                            "<RequestId>id-1</RequestId><HostId>id-1</HostId></Error>");
    bs_tree_append_text(bs_tree_set_list(details, "messages"), "it exists");
    error.code = shape->code;
    error.members = shape->members;
    error.is_sender = shape->is_sender;
    assert_body(asking_error("route53", "ChangeResourceRecordSets", &error),
                "<ErrorResponse " ROUTE_53
                "><Error><Type>Sender</Type><Code>InvalidChangeBatch</Code>"
                "<Message>none</Message><messages><Message>it exists</Message></messages></Error>"
                "<RequestId>id-1</RequestId></ErrorResponse>");
    bs_tree_destroy(details);
}

/* HEAD has no body: where the bucket lies is said in a header. */
static void test_errors_with_headers(void **state)
{
    const struct bs_http_request http = {.method = "HEAD", .target = "/b", .body = ""};
    const struct bs_service_shape *s3 = bs_service_shape("s3");
    const struct bs_codec_request request = {.service = s3,
                                             .protocol = s3->protocol,
                                             .operation = bs_operation_shape(s3, "HeadBucket"),
                                             .http = &http};
    const struct bs_shape_error *shape = bs_shape_error(s3, "PermanentRedirect");
    struct bs_tree *details = bs_tree_new_structure();
    struct bs_http_response response;
    const char *region = NULL;

    (void)state;
    bs_tree_set_text(details, "Bucket", "b");
    bs_tree_set_text(details, "BucketRegion", "us-west-2");
    bs_http_response_init(&response);
    bs_codec_encode_error(&request,
                          &(struct bs_codec_error){.code = shape->code,
                                                   .message = "elsewhere",
                                                   .status = shape->status,
                                                   .members = shape->members,
                                                   .details = details,
                                                   .request_id = "id-1"},
                          &response);
    for (size_t i = 0; i < response.header_count; i++) {
        if (strcmp(response.headers[i].name, "x-amz-bucket-region") == 0) {
            region = response.headers[i].value;
        }
    }
    assert_int_equal(response.status, 301);
    assert_int_equal(response.body.length, 0);
    assert_non_null(region);
    assert_string_equal(region, "us-west-2");
    bs_http_response_clean_up(&response);
    bs_tree_destroy(details);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_documents_that_are_none),
        cmocka_unit_test(test_entities_and_types_are_refused),
        cmocka_unit_test(test_deep_and_large_documents),
        cmocka_unit_test(test_route_53_says_it_in_its_own_words),
        cmocka_unit_test(test_a_change_of_records),
        cmocka_unit_test(test_where_members_of_rest_travel),
        cmocka_unit_test(test_parameters_that_are_none),
        cmocka_unit_test(test_answers_of_query),
        cmocka_unit_test(test_answers_of_ec2),
        cmocka_unit_test(test_answers_of_s3),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_errors_with_details),
        cmocka_unit_test(test_errors_with_headers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
