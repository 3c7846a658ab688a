/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Whom a request is for, by whatever it says of that. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mocks/router.h"

#define FORM "application/x-www-form-urlencoded; charset=utf-8"

/* What is sent, and what it is for; NULL: nothing of the kind. */
struct sample {
    const char *method;
    const char *target;
    const char *host;
    const char *scope; /* "region/service". */
    const char *amz_target;
    const char *type;
    const char *body;
    const char *service;
    const char *operation;
    const char *region;
};

static const struct sample samples[] = {
    /* Forms: by scope, by host, by action and version alone. */
    {"POST", "/", "127.0.0.1:4566", "us-west-2/rds", NULL, FORM,
     "Action=DescribeDBInstances&Version=2014-10-31", "rds", "DescribeDBInstances", "us-west-2"},
    {"POST", "/", "rds.eu-west-1.amazonaws.com", NULL, NULL, FORM,
     "Action=DescribeDBInstances&Version=2014-10-31", "rds", "DescribeDBInstances", "eu-west-1"},
    {"GET", "/?Action=GetCallerIdentity&Version=2011-06-15", "localhost", "us-east-1/sts", NULL,
     NULL, "", "sts", "GetCallerIdentity", "us-east-1"},
    {"POST", "/", "localhost", NULL, NULL, FORM,
     "Version=2011-06-15&Action=AssumeRoleWithWebIdentity", "sts", "AssumeRoleWithWebIdentity",
     "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/elasticloadbalancing", NULL, FORM,
     "Action=DescribeLoadBalancers&Version=2015-12-01", "elbv2", "DescribeLoadBalancers",
     "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/monitoring", NULL, FORM,
     "Action=PutMetricData&Version=2010-08-01", "cloudwatch", "PutMetricData", "us-east-1"},
    /* X-Amz-Target: of two services with the same name in the scope, too. */
    {"POST", "/", "localhost", "us-east-1/dynamodb", "DynamoDB_20120810.GetItem",
     "application/x-amz-json-1.0", "{}", "dynamodb", "GetItem", "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/dynamodb", "DynamoDBStreams_20120810.ListStreams",
     "application/x-amz-json-1.0", "{}", "dynamodbstreams", "ListStreams", "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/ssm", "AmazonSSM.GetParameter",
     "application/x-amz-json-1.1", "{}", "ssm", "GetParameter", "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/monitoring",
     "GraniteServiceVersion20100801.PutMetricData", "application/x-amz-json-1.0", "{}",
     "cloudwatch", "PutMetricData", "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/servicequotas", "ServiceQuotasV20190624.GetServiceQuota",
     "application/x-amz-json-1.1", "{}", "service-quotas", "GetServiceQuota", "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/application-autoscaling",
     "AnyScaleFrontendService.RegisterScalableTarget", "application/x-amz-json-1.1", "{}",
     "application-autoscaling", "RegisterScalableTarget", "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/ecr",
     "AmazonEC2ContainerRegistry_V20150921.DescribeImages", "application/x-amz-json-1.1", "{}",
     "ecr", "DescribeImages", "us-east-1"},
    {"POST", "/", "api.ecr.eu-west-1.amazonaws.com", NULL,
     "AmazonEC2ContainerRegistry_V20150921.DescribeImages", "application/x-amz-json-1.1", "{}",
     "ecr", "DescribeImages", "eu-west-1"},
    /* Paths. */
    {"POST", "/2013-04-01/hostedzone/Z1/rrset/", "localhost", "us-east-1/route53", NULL, NULL, "",
     "route53", "ChangeResourceRecordSets", "us-east-1"},
    {"POST", "/2013-04-01/hostedzone/Z1/rrset", "localhost", "us-east-1/route53", NULL, NULL, "",
     "route53", "ChangeResourceRecordSets", "us-east-1"},
    {"GET", "/2013-04-01/hostedzone/Z1/rrset?name=a", "localhost", "us-east-1/route53", NULL, NULL,
     "", "route53", "ListResourceRecordSets", "us-east-1"},
    {"GET", "/2013-04-01/hostedzone/Z1", "route53.amazonaws.com", NULL, NULL, NULL, "", "route53",
     "GetHostedZone", "us-east-1"},
    {"GET", "/2013-04-01/healthcheck/a%2Fb/status", "localhost", "us-east-1/route53", NULL, NULL,
     "", "route53", "GetHealthCheckStatus", "us-east-1"},
    /* S3: what the query and the headers say decides. */
    {"GET", "/", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", "ListBuckets", "us-east-1"},
    {"GET", "/bucket", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", "ListObjects",
     "us-east-1"},
    {"GET", "/bucket/", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", "ListObjects",
     "us-east-1"},
    {"GET", "/bucket?list-type=2&prefix=a", "localhost", "us-east-1/s3", NULL, NULL, "", "s3",
     "ListObjectsV2", "us-east-1"},
    {"GET", "/bucket?versioning", "localhost", "us-east-1/s3", NULL, NULL, "", "s3",
     "GetBucketVersioning", "us-east-1"},
    {"GET", "/bucket?versioning=", "localhost", "us-east-1/s3", NULL, NULL, "", "s3",
     "GetBucketVersioning", "us-east-1"},
    {"PUT", "/bucket/a/b//c%2Fd", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", "PutObject",
     "us-east-1"},
    {"PUT", "/bucket//key", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", "PutObject",
     "us-east-1"},
    {"PUT", "/bucket/key?partNumber=1&uploadId=u&x-id=UploadPart", "localhost", "us-east-1/s3",
     NULL, NULL, "", "s3", "UploadPart", "us-east-1"},
    {"POST", "/bucket/key?uploads", "localhost", "us-east-1/s3", NULL, NULL, "", "s3",
     "CreateMultipartUpload", "us-east-1"},
    {"POST", "/bucket/key?uploadId=u", "localhost", "us-east-1/s3", NULL, NULL, "", "s3",
     "CompleteMultipartUpload", "us-east-1"},
    {"DELETE", "/bucket/key?uploadId=u", "localhost", "us-east-1/s3", NULL, NULL, "", "s3",
     "AbortMultipartUpload", "us-east-1"},
    {"DELETE", "/bucket/key", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", "DeleteObject",
     "us-east-1"},
    {"GET", "/bucket/key?uploadId=u", "localhost", "us-east-1/s3", NULL, NULL, "", "s3",
     "ListParts", "us-east-1"},
    {"HEAD", "/bucket/key", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", "HeadObject",
     "us-east-1"},
    {"GET", "/a/key", "bucket.s3.eu-west-1.amazonaws.com", NULL, NULL, NULL, "", "s3", "GetObject",
     "eu-west-1"},
    {"GET", "/?location", "bucket.localhost:4566", "us-east-1/s3", NULL, NULL, "", "s3",
     "GetBucketLocation", "us-east-1"},
    {"GET", "/", "s3.amazonaws.com", NULL, NULL, NULL, "", "s3", "ListBuckets", "us-east-1"},
    {"GET", "/bucket/key", "localhost", NULL, NULL, NULL, "", "s3", "GetObject", "us-east-1"},
    /* What is not there. */
    {"POST", "/", "localhost", "us-east-1/rds", NULL, FORM,
     "Action=DescribeDBInstance&Version=2014-10-31", "rds", NULL, "us-east-1"},
    {"POST", "/", "localhost", "us-east-1/nosuch", NULL, FORM, "Action=NoSuchThing", NULL, NULL,
     "us-east-1"},
    {"GET", "/bucket?torrent", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", NULL,
     "us-east-1"},
    {"GET", "/1999-01-01/nothing", "localhost", "us-east-1/route53", NULL, NULL, "", "route53",
     NULL, "us-east-1"},
    {"PATCH", "/bucket", "localhost", "us-east-1/s3", NULL, NULL, "", "s3", NULL, "us-east-1"},
};

static void find(const struct sample *sample, struct bs_route *route)
{
    struct bs_signature_claim claim = {.form = BS_CLAIM_NONE};
    struct bs_http_header headers[3];
    struct bs_http_request request = {sample->method, sample->target,       headers, 0,
                                      sample->body,   strlen(sample->body), NULL};

    headers[request.header_count++] = (struct bs_http_header){"host", sample->host};
    if (sample->amz_target != NULL) {
        headers[request.header_count++] =
            (struct bs_http_header){"x-amz-target", sample->amz_target};
    }
    if (sample->type != NULL) {
        headers[request.header_count++] = (struct bs_http_header){"content-type", sample->type};
    }
    if (sample->scope != NULL) {
        (void)sscanf(sample->scope, "%63[^/]/%63s", claim.region, claim.service);
    }
    bs_route_find(&request, &claim, route);
}

static const char *name_or_dash(const char *name)
{
    return name != NULL ? name : "-";
}

static void requests_find_their_operation(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
        const struct sample *sample = &samples[i];
        struct bs_route route;

        find(sample, &route);
        if (strcmp(name_or_dash(route.service != NULL ? route.service->name : NULL),
                   name_or_dash(sample->service)) != 0 ||
            strcmp(name_or_dash(route.operation != NULL ? route.operation->name : NULL),
                   name_or_dash(sample->operation)) != 0 ||
            strcmp(route.region, sample->region) != 0) {
            fail_msg("%s %s %s: %s %s %s (%s)", sample->method, sample->target, sample->body,
                     route.service != NULL ? route.service->name : "-",
                     route.operation != NULL ? route.operation->name : "-", route.region,
                     route.message);
        }
        assert_true((route.operation == NULL) == (route.error != NULL));
        bs_route_clean_up(&route);
    }
}

static void what_is_not_there_is_said_in_words(void **state)
{
    static const struct sample typing_error = {"POST",
                                               "/",
                                               "localhost",
                                               "us-east-1/rds",
                                               NULL,
                                               FORM,
                                               "Action=DescribeDBInstence&Version=2014-10-31",
                                               NULL,
                                               NULL,
                                               NULL};
    static const struct sample unknown_target = {"POST",
                                                 "/",
                                                 "localhost",
                                                 "us-east-1/ssm",
                                                 "AmazonSSM.GetParametter",
                                                 "application/x-amz-json-1.1",
                                                 "{}",
                                                 NULL,
                                                 NULL,
                                                 NULL};
    struct bs_route route;

    (void)state;
    find(&typing_error, &route);
    assert_string_equal(route.error, "InvalidAction");
    assert_int_equal(route.status, 400);
    assert_non_null(strstr(route.message, "nearest is DescribeDBInstance"));
    bs_route_clean_up(&route);
    find(&unknown_target, &route);
    assert_string_equal(route.error, "UnknownOperationException");
    assert_non_null(strstr(route.message, "nearest is GetParameter"));
    bs_route_clean_up(&route);
}

static void buckets_of_hosts_become_part_of_the_path(void **state)
{
    static const struct sample in_host = {
        "GET", "/a%2Fb?acl", "my.bucket.s3.us-east-1.amazonaws.com:443", NULL, NULL, NULL, "", NULL,
        NULL,  NULL};
    struct bs_route route;

    (void)state;
    find(&in_host, &route);
    assert_string_equal(route.target, "/my.bucket/a%2Fb?acl");
    assert_string_equal(route.operation->name, "GetObjectAcl");
    bs_route_clean_up(&route);
}

static void protocols_are_what_clients_speak(void **state)
{
    static const struct bs_signature_claim claim = {.service = "monitoring"};
    const struct bs_http_header cbor[] = {{"Smithy-Protocol", "rpc-v2-cbor"}};
    const struct bs_http_request request = {
        "POST", "/service/GraniteServiceVersion20100801/operation/PutMetricData", cbor, 1, "", 0,
        NULL};
    struct bs_route route;

    (void)state;
    bs_route_find(&request, &claim, &route);
    assert_string_equal(route.operation->name, "PutMetricData");
    assert_int_equal(route.protocol, BS_PROTOCOL_RPC_V2_CBOR);
    bs_route_clean_up(&route);
    find(&samples[9], &route);
    assert_int_equal(route.protocol, BS_PROTOCOL_JSON_1_0);
    bs_route_clean_up(&route);
    find(&samples[5], &route);
    assert_int_equal(route.protocol, BS_PROTOCOL_QUERY);
    bs_route_clean_up(&route);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests_find_their_operation),
        cmocka_unit_test(what_is_not_there_is_said_in_words),
        cmocka_unit_test(buckets_of_hosts_become_part_of_the_path),
        cmocka_unit_test(protocols_are_what_clients_speak),
    };

    return cmocka_run_group_tests_name("router", tests, NULL, NULL);
}
