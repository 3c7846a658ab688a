/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Typed calls on the wire: answers in the form of AWS's documentation, errors and what they mean, and
 * what nobody can read. test_botocore.py compares requests and answers with AWS's own client library.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "orchestrator/aws/json_strict.h"
#include "tests/aws/wire_samples.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static struct bs_call_answer decode(enum bs_operation operation, int32_t status, const char *body,
                                    const struct bs_http_header *header)
{
    const struct bs_call_request call = sample_call(operation);
    const struct bs_wire_response response = {.status = status,
                                              .headers = header,
                                              .header_count = header != NULL ? 1 : 0,
                                              .body = body,
                                              .body_length = strlen(body)};
    struct sample_account account;
    struct bs_call_answer answer;

    sample_account_init(&account);
    bs_wire_decode(&call, &account.context, &response, &answer);
    return answer;
}

/* ---- Answers ---- */

#define RDS_ANSWER(operation, body)                                                         \
    "<" operation "Response xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\"><" operation \
    "Result>" body "</" operation "Result><ResponseMetadata><RequestId>1f0</RequestId></"   \
    "ResponseMetadata></" operation "Response>"

static const struct {
    enum bs_operation operation;
    const char *body;
    struct bs_call_answer answer;
} answers[] = {
    {BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
     "<GetHealthCheckStatusResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">\n"
     "  <HealthCheckObservations>\n    <HealthCheckObservation>\n"
     "      <IPAddress>127.0.0.1</IPAddress>\n      <StatusReport>\n"
     "        <CheckedTime>2014-10-31T15:39:09.195Z</CheckedTime>\n"
     "        <Status>Success: HTTP Status Code: 200. Resolved IP: 10.0.0.1. OK</Status>\n"
     "      </StatusReport>\n    </HealthCheckObservation>\n  </HealthCheckObservations>\n"
     "</GetHealthCheckStatusResponse>",
     {.state = BS_STATE_HEALTHY, .running = 1, .total = 1}},
    {BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
     "<GetHealthCheckStatusResponse><HealthCheckObservations/></GetHealthCheckStatusResponse>",
     {.state = BS_STATE_UNKNOWN}},
    {BS_OPERATION_ROUTE53_CHANGE_RECORD,
     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
     "<ChangeResourceRecordSetsResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">"
     "<ChangeInfo><Id>/change/asdf</Id><Status>PENDING</Status>"
     "<SubmittedAt>2011-09-10T01:36:41.958Z</SubmittedAt></ChangeInfo>"
     "</ChangeResourceRecordSetsResponse>",
     {.state = BS_STATE_PENDING, .change = 2}},
    {BS_OPERATION_ROUTE53_CHANGE_TTL,
     "<ChangeResourceRecordSetsResponse><ChangeInfo><Status>INSYNC</Status><Id>C3QYC83OA0KX5K</Id>"
     "</ChangeInfo></ChangeResourceRecordSetsResponse>",
     {.state = BS_STATE_INSYNC, .change = 2}},
    {BS_OPERATION_ROUTE53_GET_CHANGE,
     "<GetChangeResponse><ChangeInfo><Id>C2682N5HXP0BZ4</Id><Status>INSYNC</Status><SubmittedAt>"
     "2011-09-10T01:36:41.958Z</SubmittedAt></ChangeInfo></GetChangeResponse>",
     {.state = BS_STATE_INSYNC}},
    {BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
     "<DescribeAlarmsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
     "<DescribeAlarmsResult><MetricAlarms><member><StateUpdatedTimestamp>2009-11-18T23:43:59.111Z"
     "</StateUpdatedTimestamp><AlarmName>shop-5xx</AlarmName><StateValue>OK</StateValue></member>"
     "</MetricAlarms></DescribeAlarmsResult></DescribeAlarmsResponse>",
     {.state = BS_STATE_OK}},
    {BS_OPERATION_CLOUDWATCH_GET_METRIC,
     "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults><member><StatusCode>Complete"
     "</StatusCode><Label>lag</Label><Id>lag</Id><Values><member>1.2E-1</member></Values>"
     "<Timestamps><member>2026-11-21T02:44:00.5+00:00</member></Timestamps></member>"
     "</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>",
     {.has_metric = true,
      .metric = {120 * BS_NS_PER_MS},
      .metric_at = {INT64_C(3540) * BS_NS_PER_S + 500 * BS_NS_PER_MS}}},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     RDS_ANSWER("DescribeDBInstances",
                "<DBInstances><DBInstance><BackupRetentionPeriod>7</BackupRetentionPeriod>"
                "<DBInstanceStatus>available</DBInstanceStatus><MultiAZ>false</MultiAZ>"
                "<VpcSecurityGroups/><DBInstanceIdentifier>orders-prod-2</DBInstanceIdentifier>"
                "<ReadReplicaSourceDBInstanceIdentifier>orders-prod-1"
                "</ReadReplicaSourceDBInstanceIdentifier></DBInstance></DBInstances>"),
     {.state = BS_STATE_AVAILABLE, .is_replica = true, .source = "orders"}},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     RDS_ANSWER("DescribeDBInstances", "<DBInstances><DBInstance><DBInstanceStatus>upgrading"
                                       "</DBInstanceStatus></DBInstance></DBInstances>"),
     {.state = BS_STATE_MODIFYING}},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     RDS_ANSWER("DescribeDBInstances", "<DBInstances><DBInstance><DBInstanceStatus>never-heard-of"
                                       "</DBInstanceStatus></DBInstance></DBInstances>"),
     {.state = BS_STATE_UNKNOWN}},
    {BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
     RDS_ANSWER("PromoteReadReplica",
                "<DBInstance><DBInstanceStatus>modifying</DBInstanceStatus></DBInstance>"),
     {.state = BS_STATE_MODIFYING}},
    {BS_OPERATION_RDS_CREATE_READ_REPLICA,
     RDS_ANSWER("CreateDBInstanceReadReplica", "<DBInstance/>"),
     {0}},
    {BS_OPERATION_RDS_DELETE_INSTANCE, RDS_ANSWER("DeleteDBInstance", "<DBInstance/>"), {0}},
    {BS_OPERATION_ECS_DESCRIBE_SERVICE,
     "{\"failures\":[],\"services\":[{\"clusterArn\":\"arn:aws:ecs:us-west-2:123456789012:cluster/"
     "west\",\"createdAt\":1.432829320611E9,\"desiredCount\":4,\"events\":[],\"pendingCount\":1,"
     "\"runningCount\":3,\"serviceName\":\"shop\",\"status\":\"ACTIVE\"}]}",
     {.desired = 4, .running = 3}},
    {BS_OPERATION_ECS_UPDATE_SERVICE,
     "{\"service\":{\"desiredCount\":12,\"runningCount\":3}}",
     {.desired = 12, .running = 3}},
    {BS_OPERATION_QUOTAS_GET_TASKS,
     "{\"Quota\":{\"Adjustable\":true,\"QuotaCode\":\"L-3032A538\",\"Unit\":\"None\",\"Value\":50}"
     "}",
     {.running = 100}},
    {BS_OPERATION_AUTOSCALING_SET_SUSPENDED, "{}", {0}},
    {BS_OPERATION_AUTOSCALING_SET_SUSPENDED, "", {0}},
    {BS_OPERATION_ECR_DESCRIBE_IMAGE,
     "{\"imageDetails\":[{\"imageDigest\":\"sha256:4a1c\",\"imagePushedAt\":1.506533387E9,"
     "\"imageSizeInBytes\":9007199254740993,\"imageTags\":[\"v1.2\"],\"repositoryName\":\"team/shop"
     "\"}]}",
     {.running = 1}},
    {BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH,
     "<DescribeTargetHealthResponse xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/"
     "2015-12-01/\"><DescribeTargetHealthResult><TargetHealthDescriptions><member><HealthCheckPort>"
     "80</HealthCheckPort><TargetHealth><State>healthy</State></TargetHealth><Target><Port>80</"
     "Port>"
     "<Id>i-0376fadf</Id></Target></member><member><TargetHealth><State>unused</State><Reason>"
     "Target.NotInUse</Reason></TargetHealth></member></TargetHealthDescriptions>"
     "</DescribeTargetHealthResult></DescribeTargetHealthResponse>",
     {.running = 1, .total = 2}},
    {BS_OPERATION_EC2_REVOKE_INGRESS,
     "<RevokeSecurityGroupIngressResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
     "<requestId>59dbff89</requestId><return>true</return></RevokeSecurityGroupIngressResponse>",
     {0}},
    {BS_OPERATION_EC2_AUTHORIZE_INGRESS,
     "<AuthorizeSecurityGroupIngressResponse><return>true</return><securityGroupRuleSet><item/>"
     "</securityGroupRuleSet></AuthorizeSecurityGroupIngressResponse>",
     {0}},
    {BS_OPERATION_SSM_PUT_PARAMETER, "{\"Tier\":\"Standard\",\"Version\":2}", {0}},
    {BS_OPERATION_SNS_PUBLISH,
     "<PublishResponse "
     "xmlns=\"https://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>"
     "567910cd</MessageId></PublishResult></PublishResponse>",
     {0}},
    {BS_OPERATION_DYNAMODB_PUT_ITEM, "{}", {0}},
    {BS_OPERATION_DYNAMODB_TAKE_LEASE,
     "{\"Attributes\":{\"left\":{\"N\":\"0\"},\"token\":{\"N\":\"9223372036854775807\"},\"holder\":"
     "{\"N\":\"18446744073709551615\"}}}",
     {.change = INT64_MAX}},
};

static void test_answers_in_the_form_of_the_documentation(void **state)
{
    bool has_answer[BS_OPERATION_COUNT] = {false};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(answers); i++) {
        const struct bs_call_answer answer =
            decode(answers[i].operation, 200, answers[i].body, NULL);
        const struct bs_call_answer *expected = &answers[i].answer;

        has_answer[answers[i].operation] = true;
        assert_int_equal(answer.outcome, BS_OUTCOME_OK);
        assert_int_equal(answer.error, BS_CALL_ERROR_NONE);
        assert_string_equal(answer.code, "");
        assert_int_equal(answer.state, expected->state);
        assert_int_equal(answer.is_replica, expected->is_replica);
        assert_string_equal(answer.source, expected->source);
        assert_int_equal(answer.has_metric, expected->has_metric);
        assert_int_equal(answer.metric.ns, expected->metric.ns);
        assert_int_equal(answer.metric_at.ns, expected->metric_at.ns);
        assert_int_equal(answer.desired, expected->desired);
        assert_int_equal(answer.running, expected->running);
        assert_int_equal(answer.total, expected->total);
        assert_int_equal(answer.change, expected->change);
        assert_true(answer.memo == expected->memo);
    }
    for (int i = 0; i < BS_OPERATION_COUNT; i++) {
        assert_int_equal(has_answer[i], bs_wire_is_aws((enum bs_operation)i));
    }
}

/* ---- Errors ---- */

#define QUERY_ERROR(code)                                                      \
    "<ErrorResponse xmlns=\"http://x/\"><Error><Type>Sender</Type><Code>" code \
    "</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>"
#define EC2_ERROR(code)                                                                          \
    "<?xml version=\"1.0\"?><Response><Errors><Error><Code>" code "</Code><Message>no</Message>" \
    "</Error></Errors><RequestID>r</RequestID></Response>"

static const struct {
    enum bs_operation operation;
    int32_t status;
    const char *body;
    struct bs_http_header header;
    enum bs_call_error error;
    const char *code;
    int64_t retry_after_s;
    enum bs_call_outcome outcome;
} errors[] = {
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     404,
     QUERY_ERROR("DBInstanceNotFound"),
     {"A", "b"},
     BS_CALL_ERROR_NOT_FOUND,
     "DBInstanceNotFound",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
     400,
     QUERY_ERROR("InvalidDBInstanceState"),
     {"A", "b"},
     BS_CALL_ERROR_INVALID_STATE,
     "InvalidDBInstanceState",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_CREATE_READ_REPLICA,
     400,
     QUERY_ERROR("InsufficientDBInstanceCapacity"),
     {"A", "b"},
     BS_CALL_ERROR_CAPACITY,
     "InsufficientDBInstanceCapacity",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     400,
     QUERY_ERROR("Throttling"),
     {"retry-after", "7"},
     BS_CALL_ERROR_THROTTLED,
     "Throttling",
     7,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     400,
     QUERY_ERROR("Throttling"),
     {"Retry-After", "Fri, 20 Nov 2026 01:00:00 GMT"},
     BS_CALL_ERROR_THROTTLED,
     "Throttling",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     400,
     QUERY_ERROR("Throttling"),
     {"Retry-After", "999999999999999999999999"},
     BS_CALL_ERROR_THROTTLED,
     "Throttling",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     503,
     QUERY_ERROR("ServiceUnavailable"),
     {"A", "b"},
     BS_CALL_ERROR_UNAVAILABLE,
     "ServiceUnavailable",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
     503,
     QUERY_ERROR("ServiceUnavailable"),
     {"A", "b"},
     BS_CALL_ERROR_UNAVAILABLE,
     "ServiceUnavailable",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
     500,
     QUERY_ERROR("InternalFailure"),
     {"A", "b"},
     BS_CALL_ERROR_UNAVAILABLE,
     "InternalFailure",
     0,
     BS_OUTCOME_INFO},
    {BS_OPERATION_RDS_DELETE_INSTANCE,
     504,
     "<html><body>Gateway Timeout</body></html>",
     {"A", "b"},
     BS_CALL_ERROR_UNAVAILABLE,
     BS_WIRE_MALFORMED,
     0,
     BS_OUTCOME_INFO},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     403,
     QUERY_ERROR("SignatureDoesNotMatch"),
     {"A", "b"},
     BS_CALL_ERROR_DENIED,
     "SignatureDoesNotMatch",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     403,
     QUERY_ERROR("SomethingNew"),
     {"A", "b"},
     BS_CALL_ERROR_DENIED,
     "SomethingNew",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     404,
     "not found",
     {"A", "b"},
     BS_CALL_ERROR_OTHER,
     BS_WIRE_MALFORMED,
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     403,
     "",
     {"A", "b"},
     BS_CALL_ERROR_OTHER,
     BS_WIRE_MALFORMED,
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     429,
     "",
     {"Retry-After", "3"},
     BS_CALL_ERROR_THROTTLED,
     BS_WIRE_MALFORMED,
     3,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_RDS_DESCRIBE_INSTANCE,
     400,
     QUERY_ERROR("ValidationError"),
     {"A", "b"},
     BS_CALL_ERROR_OTHER,
     "ValidationError",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_ROUTE53_CHANGE_RECORD,
     400,
     "<?xml version=\"1.0\"?><InvalidChangeBatch xmlns=\"https://route53.amazonaws.com/doc/"
     "2013-04-01/\"><Messages><Message>no</Message></Messages></InvalidChangeBatch>",
     {"A", "b"},
     BS_CALL_ERROR_OTHER,
     "InvalidChangeBatch",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_ROUTE53_CHANGE_RECORD,
     400,
     QUERY_ERROR("PriorRequestNotComplete"),
     {"A", "b"},
     BS_CALL_ERROR_THROTTLED,
     "PriorRequestNotComplete",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_EC2_REVOKE_INGRESS,
     503,
     EC2_ERROR("RequestLimitExceeded"),
     {"A", "b"},
     BS_CALL_ERROR_THROTTLED,
     "RequestLimitExceeded",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_EC2_REVOKE_INGRESS,
     400,
     EC2_ERROR("InvalidPermission.Duplicate"),
     {"A", "b"},
     BS_CALL_ERROR_OTHER,
     "InvalidPermission.Duplicate",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_EC2_REVOKE_INGRESS,
     400,
     EC2_ERROR("InvalidGroup.NotFound"),
     {"A", "b"},
     BS_CALL_ERROR_NOT_FOUND,
     "InvalidGroup.NotFound",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_EC2_REVOKE_INGRESS,
     400,
     EC2_ERROR("InvalidPermission.NotFound"),
     {"A", "b"},
     BS_CALL_ERROR_NONE,
     "",
     0,
     BS_OUTCOME_OK},
    {BS_OPERATION_EC2_AUTHORIZE_INGRESS,
     400,
     EC2_ERROR("InvalidPermission.Duplicate"),
     {"A", "b"},
     BS_CALL_ERROR_NONE,
     "",
     0,
     BS_OUTCOME_OK},
    {BS_OPERATION_DYNAMODB_TAKE_LEASE,
     400,
     "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":"
     "\"The conditional request failed\"}",
     {"A", "b"},
     BS_CALL_ERROR_CONDITION,
     "ConditionalCheckFailedException",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_DYNAMODB_PUT_ITEM,
     400,
     "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}",
     {"Retry-After", "2"},
     BS_CALL_ERROR_THROTTLED,
     "ProvisionedThroughputExceededException",
     2,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_ECS_DESCRIBE_SERVICE,
     400,
     "",
     {"x-amzn-errortype", "ClusterNotFoundException:http://internal.amazon.com/x/"},
     BS_CALL_ERROR_NOT_FOUND,
     "ClusterNotFoundException",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_SSM_PUT_PARAMETER,
     400,
     "{\"code\":\"ThrottlingException\"}",
     {"A", "b"},
     BS_CALL_ERROR_THROTTLED,
     "ThrottlingException",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_SSM_PUT_PARAMETER,
     500,
     "{\"__type\":\"InternalServerError\"}",
     {"A", "b"},
     BS_CALL_ERROR_UNAVAILABLE,
     "InternalServerError",
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_SSM_PUT_PARAMETER,
     400,
     "{\"__type\":7}",
     {"A", "b"},
     BS_CALL_ERROR_OTHER,
     BS_WIRE_MALFORMED,
     0,
     BS_OUTCOME_ERROR},
    {BS_OPERATION_SSM_PUT_PARAMETER,
     302,
     "",
     {"Location", "http://x/"},
     BS_CALL_ERROR_OTHER,
     BS_WIRE_MALFORMED,
     0,
     BS_OUTCOME_ERROR},
};

static void test_errors_and_what_they_mean(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(errors); i++) {
        const struct bs_call_answer answer =
            decode(errors[i].operation, errors[i].status, errors[i].body, &errors[i].header);

        print_message("%s\n", errors[i].body);
        assert_int_equal(answer.outcome, errors[i].outcome);
        assert_int_equal(answer.error, errors[i].error);
        assert_string_equal(answer.code, errors[i].code);
        assert_int_equal(answer.retry_after.ns, errors[i].retry_after_s * BS_NS_PER_S);
    }
}

/* ---- What nobody can read ---- */

static void assert_malformed(enum bs_operation operation, const char *body)
{
    const struct bs_call_answer answer = decode(operation, 200, body, NULL);
    const bool reads = bs_operation_info(operation)->effect == BS_EFFECT_READS;

    assert_int_equal(answer.outcome, reads ? BS_OUTCOME_ERROR : BS_OUTCOME_INFO);
    assert_int_equal(answer.error, BS_CALL_ERROR_OTHER);
    assert_string_equal(answer.code, BS_WIRE_MALFORMED);
}

static void test_strange_bodies_are_malformed_for_every_operation(void **state)
{
    static const char *const bodies[] = {
        "<html><body>It works!</body></html>",
        "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><a>&b;</a>",
        "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"/etc/passwd\"/></a>",
        "<a><b></a>",
        "[]",
        "\"text\"",
        "{\"a\":1}{\"b\":2}",
        "{\"a\":1,\"a\":2}",
        "\xff\xfe",
        " ",
    };

    (void)state;
    for (int i = 0; i < BS_OPERATION_COUNT; i++) {
        for (size_t j = 0; bs_wire_is_aws((enum bs_operation)i) && j < COUNT_OF(bodies); j++) {
            assert_malformed((enum bs_operation)i, bodies[j]);
        }
    }
}

static void test_missing_and_wrong_members_are_malformed(void **state)
{
    (void)state;
    assert_malformed(BS_OPERATION_ECS_DESCRIBE_SERVICE, "{}");
    assert_malformed(BS_OPERATION_ECS_DESCRIBE_SERVICE, "{\"services\":{}}");
    assert_malformed(BS_OPERATION_ECS_DESCRIBE_SERVICE,
                     "{\"services\":[{\"desiredCount\":\"4\"}]}");
    assert_malformed(BS_OPERATION_QUOTAS_GET_TASKS, "{\"Quota\":{\"Value\":-1}}");
    assert_malformed(BS_OPERATION_ECR_DESCRIBE_IMAGE, "{\"imageDetails\":null}");
    assert_malformed(BS_OPERATION_DYNAMODB_TAKE_LEASE, "{\"Attributes\":{}}");
    assert_malformed(BS_OPERATION_DYNAMODB_TAKE_LEASE,
                     "{\"Attributes\":{\"token\":{\"N\":\"1\"},\"holder\":{\"N\":\"5\"},\"left\":"
                     "{\"N\":\"0\"}}}");
    assert_malformed(
        BS_OPERATION_DYNAMODB_TAKE_LEASE,
        "{\"Attributes\":{\"token\":{\"N\":\"18446744073709551616\"},\"holder\":{\"N\":"
        "\"18446744073709551615\"},\"left\":{\"N\":\"0\"}}}");
    assert_malformed(BS_OPERATION_RDS_DESCRIBE_INSTANCE,
                     RDS_ANSWER("DescribeDBInstances", "<DBInstances/>"));
    assert_malformed(BS_OPERATION_RDS_DESCRIBE_INSTANCE,
                     "<!DOCTYPE a [<!ENTITY s \"available\">]>" RDS_ANSWER(
                         "DescribeDBInstances", "<DBInstances><DBInstance><DBInstanceStatus>&s;"
                                                "</DBInstanceStatus></DBInstance></DBInstances>"));
    assert_malformed(
        BS_OPERATION_CLOUDWATCH_GET_METRIC,
        "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults><member><Values>"
        "<member>nan</member></Values><Timestamps><member>2026-11-21T02:44:00Z</member>"
        "</Timestamps></member></MetricDataResults></GetMetricDataResult>"
        "</GetMetricDataResponse>");
    assert_malformed(
        BS_OPERATION_CLOUDWATCH_GET_METRIC,
        "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults><member><Values>"
        "<member>1</member></Values><Timestamps><member>yesterday</member></Timestamps>"
        "</member></MetricDataResults></GetMetricDataResult></GetMetricDataResponse>");
    assert_malformed(BS_OPERATION_EC2_REVOKE_INGRESS,
                     "<RevokeSecurityGroupIngressResponse><return>false</return>"
                     "</RevokeSecurityGroupIngressResponse>");
}

static void test_json_is_strict_but_for_the_size_of_numbers(void **state)
{
    static const char *const good[] = {
        "{}",
        " [1,-0,0.5,1e5,1E+5,1e-5] ",
        "\"\\u00e4\\ud83d\\ude00\"",
        "1e400",
        "[12345678901234567890123456789012345678901234567890123456789012345678901234567890]",
        "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001e5]",
        "{\"a\":{\"b\":1},\"b\":1}",
        "null"};
    static const char *const bad[] = {"",
                                      "{} x",
                                      "01",
                                      "1.",
                                      ".5",
                                      "+1",
                                      "1e",
                                      "-",
                                      "\"a\tb\"",
                                      "\"\\u0000\"",
                                      "\"\\x\"",
                                      "\"\\u12\"",
                                      "\"\xff\"",
                                      "\"\xc0\x80\"",
                                      "\"\xed\xa0\x80\"",
                                      "{\"a\":1,\"a\":1}",
                                      "[{\"a\":1,\"\\u0061\":1}]",
                                      "[1,]",
                                      "{\"a\":1,}",
                                      "{a:1}",
                                      "'a'",
                                      "NaN",
                                      "Infinity",
                                      "True",
                                      "tru",
                                      "[1",
                                      "\"a",
                                      "\xef\xbb\xbf{}",
                                      "\"\\ud83d\""};
    char deep[200];
    cJSON *value;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        value = bs_json_parse_strict(good[i], strlen(good[i]));
        assert_non_null(value);
        cJSON_Delete(value);
    }
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_null(bs_json_parse_strict(bad[i], strlen(bad[i])));
    }
    assert_null(bs_json_parse_strict("1\0", 2));
    memset(deep, '[', 100);
    memset(deep + 100, ']', 100);
    assert_null(bs_json_parse_strict(deep, 200));
    value = bs_json_parse_strict(deep + 60, 80);
    assert_non_null(value);
    cJSON_Delete(value);
}

/* ---- Requests ---- */

static void assert_refused(const struct bs_call_request *call, const struct sample_account *account,
                           const char *words)
{
    struct bs_wire_request request;
    struct bs_error error = {0};

    assert_int_equal(bs_wire_encode(call, &account->context, &request, &error), BS_ERR_INPUT);
    print_message("%s\n", error.message);
    assert_non_null(strstr(error.message, words));
    bs_wire_request_clean_up(&request);
}

static void test_people_and_probes_are_somebody_elses(void **state)
{
    static const enum bs_operation others[] = {
        BS_OPERATION_PEOPLE_ASK, BS_OPERATION_PEOPLE_GET_ANSWER, BS_OPERATION_PEOPLE_GET_ORDER,
        BS_OPERATION_HTTP_REQUEST};
    struct sample_account account;

    (void)state;
    sample_account_init(&account);
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        const struct bs_call_request call = sample_call(others[i]);

        assert_false(bs_wire_is_aws(others[i]));
        assert_refused(&call, &account, "no operation of AWS's");
    }
}

static void test_what_is_not_known_is_said(void **state)
{
    struct sample_account account;
    struct bs_call_request call = sample_call(BS_OPERATION_ECS_UPDATE_SERVICE);

    (void)state;
    sample_account_init(&account);
    call.region = "eu-west-1";
    assert_refused(&call, &account,
                   "ecs:UpdateService: the cluster of shop in eu-west-1 is not known");
    call = sample_call(BS_OPERATION_SNS_PUBLISH);
    call.resource = "nobody";
    assert_refused(&call, &account, "the topic ARN of nobody");
    call = sample_call(BS_OPERATION_SNS_PUBLISH);
    call.target = NULL;
    assert_refused(&call, &account, "no value");
    call = sample_call(BS_OPERATION_DYNAMODB_PUT_ITEM);
    call.key = NULL;
    assert_refused(&call, &account, "no key");
    call = sample_call(BS_OPERATION_ROUTE53_GET_CHANGE);
    call.count = 17;
    assert_refused(&call, &account, "change 17 is not known");
    call = sample_call(BS_OPERATION_ROUTE53_CHANGE_RECORD);
    call.resource = "other.example.com";
    assert_refused(&call, &account, "the record sets of other.example.com are not known");
    call.resource = "shop.example.com";
    call.target = "alb-north";
    assert_refused(&call, &account, "no weights of shop.example.com give alb-north 25 %");
    call = sample_call(BS_OPERATION_ROUTE53_CHANGE_TTL);
    call.resource = "alias.example.com";
    assert_refused(&call, &account, "is an alias");
    call = sample_call(BS_OPERATION_RDS_DESCRIBE_INSTANCE);
    call.resource = NULL;
    assert_refused(&call, &account, "says no resource");
}

static void assert_body_has(const struct bs_call_request *call,
                            const struct sample_account *account, const char *words)
{
    struct bs_wire_request request;

    assert_int_equal(bs_wire_encode(call, &account->context, &request, NULL), BS_OK);
    assert_non_null(strstr(request.body.bytes, words));
    bs_wire_request_clean_up(&request);
}

static void test_buckets_are_asked_for_their_latency(void **state)
{
    struct bs_call_request call = sample_call(BS_OPERATION_CLOUDWATCH_GET_METRIC);
    struct sample_account account;

    (void)state;
    sample_account_init(&account);
    call.resource = "uploads-west";
    assert_body_has(&call, &account, "Namespace=AWS%2FS3");
    assert_body_has(&call, &account, "MetricName=ReplicationLatency");
    assert_body_has(&call, &account, "Dimensions.member.1.Value=uploads-east-1");
    assert_body_has(&call, &account, "Dimensions.member.2.Value=uploads-west-2");
    assert_body_has(&call, &account, "Dimensions.member.3.Value=everything");
}

static void test_a_source_in_the_same_region_goes_by_its_name(void **state)
{
    struct bs_call_request call = sample_call(BS_OPERATION_RDS_CREATE_READ_REPLICA);
    struct sample_account account;

    (void)state;
    sample_account_init(&account);
    assert_body_has(&call, &account, "SourceDBInstanceIdentifier=arn%3Aaws%3Ards%3Aus-east-1%3A");
    call.region = "us-east-1";
    assert_body_has(&call, &account, "SourceDBInstanceIdentifier=orders-prod-1&");
}

static void test_instances_of_one_name_in_two_regions_are_told_apart(void **state)
{
    static const struct bs_wire_name names[] = {
        {BS_WIRE_NAME, "orders-west", "us-west-2", "orders"},
        {BS_WIRE_NAME, "orders-east", "us-east-1", "orders"}};
    static const struct {
        const char *value;
        const char *region;
        const char *resource;
    } cases[] = {{"orders", "us-east-1", "orders-east"},
                 {"orders", "us-west-2", "orders-west"},
                 {"orders", "eu-west-1", "orders"},
                 {"other", "us-east-1", "other"}};
    const struct bs_wire_names both = {.names = names, .name_count = 2};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(bs_wire_resource_named(&both, cases[i].value, cases[i].region),
                            cases[i].resource);
    }
}

static void test_records_of_all_kinds(void **state)
{
    struct bs_call_request call = sample_call(BS_OPERATION_ROUTE53_CHANGE_RECORD);
    struct sample_account account;

    (void)state;
    sample_account_init(&account);
    call.resource = "alias.example.com";
    assert_body_has(&call, &account,
                    "<AliasTarget><HostedZoneId>Z1H1FL5HABSF5</HostedZoneId><DNSName>alb-west-1234."
                    "us-west-2.elb.amazonaws.com</DNSName><EvaluateTargetHealth>false");
    call.resource = "plain.example.com";
    call.count = 100;
    assert_body_has(
        &call, &account,
        "<Type>CNAME</Type><TTL>300</TTL><ResourceRecords><ResourceRecord><Value>alb-west");
    bs_wire_record_changed(bs_wire_record(&account.names, call.resource), &call);
    assert_int_equal(account.records[2].targets[0].weight, 0);
    assert_int_equal(account.records[2].targets[1].weight, 1);
    assert_false(account.records[2].is_weighted);
    call = sample_call(BS_OPERATION_ROUTE53_CHANGE_TTL);
    bs_wire_record_changed(bs_wire_record(&account.names, call.resource), &call);
    assert_int_equal(account.records[0].ttl_s, 10);
}

static void test_a_set_that_is_to_be_shared_makes_room(void **state)
{
    struct bs_call_request call = sample_call(BS_OPERATION_ROUTE53_CHANGE_RECORD);
    struct sample_account account;

    (void)state;
    sample_account_init(&account);
    call.resource = "plain.example.com";
    call.count = 25;
    assert_body_has(
        &call, &account,
        "<Change><Action>DELETE</Action><ResourceRecordSet><Name>plain.example.com</Name>"
        "<Type>CNAME</Type><TTL>300</TTL><ResourceRecords><ResourceRecord><Value>alb-east");
    assert_body_has(&call, &account,
                    "<Action>CREATE</Action><ResourceRecordSet><Name>plain.example.com</Name>"
                    "<Type>CNAME</Type><SetIdentifier>alb-west</SetIdentifier><Weight>1</Weight>");
    bs_wire_record_changed(bs_wire_record(&account.names, call.resource), &call);
    assert_true(account.records[2].is_weighted);
    assert_int_equal(account.records[2].targets[0].weight, 3);
    assert_body_has(&call, &account, "<Change><Action>UPSERT</Action>");
}

static void test_a_lease_without_a_memo_keeps_what_is_there(void **state)
{
    struct bs_call_request call = sample_call(BS_OPERATION_DYNAMODB_TAKE_LEASE);
    struct bs_wire_request request;
    struct sample_account account;

    (void)state;
    sample_account_init(&account);
    call.lease.memo = 0;
    assert_int_equal(bs_wire_encode(&call, &account.context, &request, NULL), BS_OK);
    assert_null(strstr(request.body.bytes, ":memo"));
    assert_non_null(strstr(request.body.bytes, "#left = if_not_exists(#memo, :zero)\""));
    bs_wire_request_clean_up(&request);
}

/* ---- Weights and changes ---- */

static void test_others_keep_their_proportions(void **state)
{
    struct bs_wire_record record = {
        .is_weighted = true, .targets = {{"a", 30}, {"b", 10}, {"c", 0}}, .target_count = 3};
    int64_t weights[BS_WIRE_RECORD_TARGETS_MAX];

    (void)state;
    assert_true(bs_wire_weights(&record, "c", 50, weights));
    assert_int_equal(weights[0], 3);
    assert_int_equal(weights[1], 1);
    assert_int_equal(weights[2], 4);
    assert_true(bs_wire_weights(&record, "c", 100, weights));
    assert_int_equal(weights[0], 0);
    assert_int_equal(weights[1], 0);
    assert_int_equal(weights[2], 1);
    assert_false(bs_wire_weights(&record, "c", 97, weights)); /* 97 * 40 : 3 * 30 : 3 * 10 */
    assert_false(bs_wire_weights(&record, "d", 50, weights));
    assert_false(bs_wire_weights(&record, "a", 0, weights));
    assert_false(bs_wire_weights(&record, "a", 101, weights));
    record.target_count = 2;
    for (int64_t percent = 1; percent <= 100; percent++) {
        assert_true(bs_wire_weights(&record, "b", percent, weights));
        assert_int_equal(weights[1] * 100, percent * (weights[0] + weights[1]));
    }
    record.target_count = 1;
    assert_false(bs_wire_weights(&record, "a", 50, weights));
    assert_true(bs_wire_weights(&record, "a", 100, weights));
}

static void test_a_book_forgets_the_oldest_changes(void **state)
{
    static struct bs_wire_change_book book;
    const struct bs_wire_changes changes = bs_wire_changes_of(&book);
    char id[BS_WIRE_CHANGE_ID_MAX + 1];

    (void)state;
    for (int i = 1; i <= BS_WIRE_BOOK_SIZE + 1; i++) {
        (void)snprintf(id, sizeof(id), "C%d", i);
        assert_int_equal(changes.number_of(changes.context, id), i);
    }
    assert_null(changes.id_of(changes.context, 1));
    assert_string_equal(changes.id_of(changes.context, 2), "C2");
    assert_null(changes.id_of(changes.context, BS_WIRE_BOOK_SIZE + 2));
    assert_null(changes.id_of(changes.context, 0));
    assert_null(changes.id_of(changes.context, -1));
    memset(id, 'C', sizeof(id) - 1);
    id[sizeof(id) - 1] = '\0';
    assert_int_equal(changes.number_of(changes.context, id), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers_in_the_form_of_the_documentation),
        cmocka_unit_test(test_errors_and_what_they_mean),
        cmocka_unit_test(test_strange_bodies_are_malformed_for_every_operation),
        cmocka_unit_test(test_missing_and_wrong_members_are_malformed),
        cmocka_unit_test(test_json_is_strict_but_for_the_size_of_numbers),
        cmocka_unit_test(test_people_and_probes_are_somebody_elses),
        cmocka_unit_test(test_what_is_not_known_is_said),
        cmocka_unit_test(test_buckets_are_asked_for_their_latency),
        cmocka_unit_test(test_a_source_in_the_same_region_goes_by_its_name),
        cmocka_unit_test(test_instances_of_one_name_in_two_regions_are_told_apart),
        cmocka_unit_test(test_records_of_all_kinds),
        cmocka_unit_test(test_a_set_that_is_to_be_shared_makes_room),
        cmocka_unit_test(test_a_lease_without_a_memo_keeps_what_is_there),
        cmocka_unit_test(test_others_keep_their_proportions),
        cmocka_unit_test(test_a_book_forgets_the_oldest_changes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
