/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/wire_call.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/tree.h>

#include "base/assert.h"
#include "orchestrator/aws/wire_protocol.h"

enum {
    TARGET_MAX = 4096,
    BODY_MAX = 1024 * 1024,
    MESSAGE_MAX = 256,
    RETRY_AFTER_MAX_S = 86400,
};

#define ACCEPTED NULL /* Whose answer says nothing more. */

/* One row per operation; people and HTTP requests have none. */
static const struct bs_wire_operation operations[BS_OPERATION_COUNT] = {
#define ROW(id, encode, decode, service, protocol, version, name, done) \
    [BS_OPERATION_##id] = {encode, decode, BS_AWS_##service, &(protocol), version, name, done}
    ROW(ROUTE53_GET_HEALTH_CHECK_STATUS, bs_wire_encode_get_health_check_status,
        bs_wire_decode_get_health_check_status, ROUTE53, bs_wire_rest_xml, "2013-04-01",
        "GetHealthCheckStatus", NULL),
    ROW(ROUTE53_CHANGE_RECORD, bs_wire_encode_change_record, bs_wire_decode_change, ROUTE53,
        bs_wire_rest_xml, "2013-04-01", "ChangeResourceRecordSets", NULL),
    ROW(ROUTE53_CHANGE_TTL, bs_wire_encode_change_ttl, bs_wire_decode_change, ROUTE53,
        bs_wire_rest_xml, "2013-04-01", "ChangeResourceRecordSets", NULL),
    ROW(ROUTE53_GET_CHANGE, bs_wire_encode_get_change, bs_wire_decode_get_change, ROUTE53,
        bs_wire_rest_xml, "2013-04-01", "GetChange", NULL),
    ROW(CLOUDWATCH_DESCRIBE_ALARM, bs_wire_encode_describe_alarm, bs_wire_decode_describe_alarm,
        CLOUDWATCH, bs_wire_query, "2010-08-01", "DescribeAlarms", NULL),
    ROW(CLOUDWATCH_GET_METRIC, bs_wire_encode_get_metric, bs_wire_decode_get_metric, CLOUDWATCH,
        bs_wire_query, "2010-08-01", "GetMetricData", NULL),
    ROW(RDS_DESCRIBE_INSTANCE, bs_wire_encode_rds_instance, bs_wire_decode_describe_instance, RDS,
        bs_wire_query, "2014-10-31", "DescribeDBInstances", NULL),
    ROW(RDS_PROMOTE_READ_REPLICA, bs_wire_encode_rds_instance, bs_wire_decode_instance_changed, RDS,
        bs_wire_query, "2014-10-31", "PromoteReadReplica", NULL),
    ROW(RDS_CREATE_READ_REPLICA, bs_wire_encode_create_read_replica,
        bs_wire_decode_instance_changed, RDS, bs_wire_query, "2014-10-31",
        "CreateDBInstanceReadReplica", NULL),
    ROW(RDS_DELETE_INSTANCE, bs_wire_encode_delete_instance, bs_wire_decode_instance_changed, RDS,
        bs_wire_query, "2014-10-31", "DeleteDBInstance", NULL),
    ROW(ECS_DESCRIBE_SERVICE, bs_wire_encode_describe_service, bs_wire_decode_describe_service, ECS,
        bs_wire_json_1_1, "AmazonEC2ContainerServiceV20141113", "DescribeServices", NULL),
    ROW(ECS_UPDATE_SERVICE, bs_wire_encode_update_service, bs_wire_decode_update_service, ECS,
        bs_wire_json_1_1, "AmazonEC2ContainerServiceV20141113", "UpdateService", NULL),
    ROW(QUOTAS_GET_TASKS, bs_wire_encode_get_tasks, bs_wire_decode_get_tasks, SERVICE_QUOTAS,
        bs_wire_json_1_1, "ServiceQuotasV20190624", "GetServiceQuota", NULL),
    ROW(AUTOSCALING_SET_SUSPENDED, bs_wire_encode_set_suspended, ACCEPTED, APPLICATION_AUTOSCALING,
        bs_wire_json_1_1, "AnyScaleFrontendService", "RegisterScalableTarget", NULL),
    ROW(ECR_DESCRIBE_IMAGE, bs_wire_encode_describe_image, bs_wire_decode_describe_image, ECR,
        bs_wire_json_1_1, "AmazonEC2ContainerRegistry_V20150921", "DescribeImages", NULL),
    ROW(ELB_DESCRIBE_TARGET_HEALTH, bs_wire_encode_describe_target_health,
        bs_wire_decode_describe_target_health, ELB, bs_wire_query, "2015-12-01",
        "DescribeTargetHealth", NULL),
    ROW(EC2_REVOKE_INGRESS, bs_wire_encode_ingress, bs_wire_decode_ingress, EC2, bs_wire_ec2,
        "2016-11-15", "RevokeSecurityGroupIngress", "InvalidPermission.NotFound"),
    ROW(EC2_AUTHORIZE_INGRESS, bs_wire_encode_ingress, bs_wire_decode_ingress, EC2, bs_wire_ec2,
        "2016-11-15", "AuthorizeSecurityGroupIngress", "InvalidPermission.Duplicate"),
    ROW(SSM_PUT_PARAMETER, bs_wire_encode_put_parameter, ACCEPTED, SSM, bs_wire_json_1_1,
        "AmazonSSM", "PutParameter", NULL),
    ROW(SNS_PUBLISH, bs_wire_encode_publish, ACCEPTED, SNS, bs_wire_query, "2010-03-31", "Publish",
        NULL),
    ROW(DYNAMODB_PUT_ITEM, bs_wire_encode_put_item, ACCEPTED, DYNAMODB, bs_wire_json_1_0,
        "DynamoDB_20120810", "PutItem", NULL),
    ROW(DYNAMODB_TAKE_LEASE, bs_wire_encode_take_lease, bs_wire_decode_take_lease, DYNAMODB,
        bs_wire_json_1_0, "DynamoDB_20120810", "UpdateItem", NULL),
#undef ROW
};

bool bs_wire_is_aws(enum bs_operation operation)
{
    BS_ASSERT((size_t)operation < BS_OPERATION_COUNT);
    return operations[operation].encode != NULL;
}

/* ---- Requests ---- */

void bs_wire_fail(struct bs_wire_writer *writer, const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    if (writer->status == BS_OK) {
        writer->status =
            bs_error_set(writer->error, BS_ERR_INPUT, NULL, "%s: %s",
                         bs_operation_info(writer->call->operation)->full_name, message);
    }
}

const char *bs_wire_need(struct bs_wire_writer *writer, enum bs_wire_fact fact,
                         const char *resource)
{
    const char *value;

    if (resource == NULL) {
        bs_wire_fail(writer, "it says no resource");
        return "";
    }
    value = bs_wire_name(writer->context->names, fact, resource, writer->call->region);
    if (value == NULL) {
        bs_wire_fail(writer, "the %s of %s in %s is not known", bs_wire_fact_name(fact), resource,
                     writer->call->region);
        return "";
    }
    return value;
}

const char *bs_wire_own_name(struct bs_wire_writer *writer)
{
    return bs_wire_need(writer, BS_WIRE_NAME, writer->call->resource);
}

const char *bs_wire_own_target(struct bs_wire_writer *writer)
{
    if (writer->call->target == NULL) {
        bs_wire_fail(writer, "it says no value");
        return "";
    }
    return writer->call->target;
}

void bs_wire_add_header(struct bs_wire_writer *writer, const char *name, const char *value)
{
    struct bs_wire_request *request = writer->request;
    const size_t i = request->header_count;

    BS_ASSERT(i < BS_WIRE_HEADERS_MAX && strlen(value) < BS_WIRE_HEADER_VALUE_MAX);
    (void)snprintf(request->header_values[i], BS_WIRE_HEADER_VALUE_MAX, "%s", value);
    request->headers[i] = (struct bs_http_header){name, request->header_values[i]};
    request->header_count++;
}

enum bs_status bs_wire_encode(const struct bs_call_request *call,
                              const struct bs_wire_context *context,
                              struct bs_wire_request *request, struct bs_error *error)
{
    const struct bs_wire_operation *operation;
    struct bs_wire_writer writer = {.call = call,
                                    .context = context,
                                    .request = request,
                                    .error = error,
                                    .json = {.buffer = &request->body}};

    *request = (struct bs_wire_request){.region = call->region};
    bs_buffer_init(&request->target, TARGET_MAX);
    bs_buffer_init(&request->body, BODY_MAX);
    if (!bs_wire_is_aws(call->operation) || call->resource == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "%s %s",
                            bs_operation_info(call->operation)->full_name,
                            call->resource == NULL ? "says no resource"
                                                   : "is no operation of AWS's: others answer it");
    }
    operation = &operations[call->operation];
    writer.operation = operation;
    request->service = operation->service;
    request->method = operation->protocol->method;
    operation->protocol->begin(&writer);
    operation->encode(&writer);
    operation->protocol->end(&writer);
    if (writer.status == BS_OK && (request->target.failed || request->body.failed)) {
        return bs_error_set(error, BS_ERR_LIMIT, NULL, "%s: the request is too long",
                            bs_operation_info(call->operation)->full_name);
    }
    return writer.status;
}

void bs_wire_request_clean_up(struct bs_wire_request *request)
{
    bs_buffer_clean_up(&request->target);
    bs_buffer_clean_up(&request->body);
}

/* ---- Answers ---- */

static void set_error(struct bs_call_answer *answer, enum bs_call_error error, const char *code)
{
    *answer = (struct bs_call_answer){.outcome = BS_OUTCOME_ERROR, .error = error};
    (void)snprintf(answer->code, sizeof(answer->code), "%s", code);
}

void bs_wire_malformed(struct bs_wire_reader *reader)
{
    reader->is_malformed = true;
}

void bs_wire_refused(struct bs_wire_reader *reader, const char *code)
{
    set_error(reader->answer, bs_wire_error_of(code, 400), code);
}

static const char *header_of(const struct bs_wire_response *response, const char *name)
{
    for (size_t i = 0; i < response->header_count; i++) {
        if (strcasecmp(response->headers[i].name, name) == 0) {
            return response->headers[i].value;
        }
    }
    return NULL;
}

/* Seconds; a date as HTTP allows is not what AWS sends. */
static struct bs_duration retry_after(const struct bs_wire_response *response)
{
    const char *text = header_of(response, "Retry-After");
    char *end = NULL;
    long seconds = 0;

    if (text != NULL && text[0] >= '0' && text[0] <= '9') {
        seconds = strtol(text, &end, 10);
        seconds = *end != '\0' || seconds > RETRY_AFTER_MAX_S ? 0 : seconds;
    }
    return BS_SECONDS(seconds);
}

/* What may have happened although somebody on the way says otherwise must not be taken for undone. */
static bool may_have_happened(enum bs_operation operation, int32_t status)
{
    return bs_operation_info(operation)->effect == BS_EFFECT_MUTATES_ONCE && status >= 500 &&
           status != 503;
}

static void read_error(const struct bs_call_request *call, const struct bs_wire_response *response,
                       struct bs_call_answer *answer)
{
    const struct bs_wire_operation *operation = &operations[call->operation];
    char code[BS_CALL_CODE_MAX] = "";

    operation->protocol->read_error(response, code);
    if (operation->done_code != NULL && strcmp(code, operation->done_code) == 0) {
        return;
    }
    set_error(answer, bs_wire_error_of(code, response->status),
              code[0] != '\0' ? code : BS_WIRE_MALFORMED);
    if (answer->error == BS_CALL_ERROR_THROTTLED) {
        answer->retry_after = retry_after(response);
    }
    if (may_have_happened(call->operation, response->status)) {
        answer->outcome = BS_OUTCOME_INFO;
    }
}

static void read_success(const struct bs_call_request *call, const struct bs_wire_context *context,
                         const struct bs_wire_response *response, struct bs_call_answer *answer)
{
    const struct bs_wire_operation *operation = &operations[call->operation];
    struct bs_wire_reader reader = {.call = call, .context = context, .answer = answer};

    if (!operation->protocol->read(operation, response, &reader)) {
        reader.is_malformed = true;
    } else if (operation->decode != NULL) {
        operation->decode(&reader);
    }
    if (reader.is_malformed) {
        set_error(answer, BS_CALL_ERROR_OTHER, BS_WIRE_MALFORMED);
        if (bs_operation_info(call->operation)->effect != BS_EFFECT_READS) {
            answer->outcome = BS_OUTCOME_INFO;
        }
    }
    xmlFreeDoc(reader.xml != NULL ? reader.xml->doc : NULL);
    cJSON_Delete((cJSON *)(uintptr_t)reader.json);
}

void bs_wire_decode(const struct bs_call_request *call, const struct bs_wire_context *context,
                    const struct bs_wire_response *response, struct bs_call_answer *answer)
{
    BS_ASSERT(bs_wire_is_aws(call->operation));
    *answer = (struct bs_call_answer){.outcome = BS_OUTCOME_OK};
    if (response->status >= 200 && response->status < 300) {
        read_success(call, context, response, answer);
    } else {
        read_error(call, response, answer);
    }
}
