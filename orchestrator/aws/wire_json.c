/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** The JSON protocols and their operations: ECS, Service Quotas, Application Auto Scaling, ECR, SSM. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "orchestrator/aws/json_strict.h"
#include "orchestrator/aws/wire_protocol.h"

enum { TARGET_MAX = 96, CPU_UNITS_OF_VCPU = 1024, RESOURCE_ID_MAX = 512 };

/* ---- The protocols ---- */

static void begin(struct bs_wire_writer *writer, const char *type)
{
    char target[TARGET_MAX];

    (void)snprintf(target, sizeof(target), "%s.%s", writer->operation->version,
                   writer->operation->name);
    bs_buffer_text(&writer->request->target, "/");
    bs_wire_add_header(writer, "Content-Type", type);
    bs_wire_add_header(writer, "X-Amz-Target", target);
    bs_json_begin_object(&writer->json);
}

static void begin_1_0(struct bs_wire_writer *writer)
{
    begin(writer, "application/x-amz-json-1.0");
}

static void begin_1_1(struct bs_wire_writer *writer)
{
    begin(writer, "application/x-amz-json-1.1");
}

static void end(struct bs_wire_writer *writer)
{
    bs_json_end_object(&writer->json);
}

static cJSON *parse_object(const struct bs_wire_response *response)
{
    cJSON *value = response->body_length <= BS_WIRE_BODY_MAX
                       ? bs_json_parse_strict(response->body, response->body_length)
                       : NULL;

    if (value != NULL && !cJSON_IsObject(value)) {
        cJSON_Delete(value);
        return NULL;
    }
    return value;
}

static bool read_object(const struct bs_wire_operation *operation,
                        const struct bs_wire_response *response, struct bs_wire_reader *reader)
{
    if (response->body_length == 0 && operation->decode == NULL) {
        return true; /* What has no output may have no body. */
    }
    reader->json = parse_object(response);
    return reader->json != NULL;
}

/* "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException:http://..": what lies between the marks. */
static void copy_code(const char *text, char code[BS_CALL_CODE_MAX])
{
    const char *hash = strchr(text, '#');
    const char *first = hash != NULL ? hash + 1 : text;

    (void)snprintf(code, BS_CALL_CODE_MAX, "%.*s", (int)strcspn(first, ":"), first);
}

static void read_error(const struct bs_wire_response *response, char code[BS_CALL_CODE_MAX])
{
    cJSON *body = parse_object(response);
    const char *type = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(body, "__type"));

    for (size_t i = 0; i < response->header_count && type == NULL; i++) {
        if (strcasecmp(response->headers[i].name, "x-amzn-ErrorType") == 0) {
            type = response->headers[i].value;
        }
    }
    if (type == NULL) {
        type = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(body, "code"));
    }
    copy_code(type != NULL ? type : "", code);
    cJSON_Delete(body);
}

const struct bs_wire_protocol bs_wire_json_1_0 = {"POST", begin_1_0, end, read_object, read_error};
/* Method, path and headers are the operation's. */
static void begin_rest(struct bs_wire_writer *writer)
{
    (void)writer;
}

const struct bs_wire_protocol bs_wire_rest_json = {NULL, begin_rest, begin_rest, read_object,
                                                   read_error};
const struct bs_wire_protocol bs_wire_json_1_1 = {"POST", begin_1_1, end, read_object, read_error};

void bs_json_member(struct bs_wire_writer *writer, const char *name, const char *value)
{
    bs_json_key(&writer->json, name);
    bs_json_text(&writer->json, value);
}

/* ---- ECS ---- */

void bs_wire_encode_describe_service(struct bs_wire_writer *writer)
{
    bs_json_member(writer, "cluster",
                   bs_wire_need(writer, BS_WIRE_CLUSTER, writer->call->resource));
    bs_json_key(&writer->json, "services");
    bs_json_begin_array(&writer->json);
    bs_json_text(&writer->json, bs_wire_own_name(writer));
    bs_json_end_array(&writer->json);
}

static void read_service(struct bs_wire_reader *reader, const cJSON *service)
{
    if (!cJSON_IsObject(service)) {
        bs_wire_malformed(reader);
        return;
    }
    reader->answer->desired = bs_wire_need_number(reader, service, "desiredCount");
    reader->answer->running = bs_wire_need_number(reader, service, "runningCount");
}

/* A service that is not there is a failure within a success. */
void bs_wire_decode_describe_service(struct bs_wire_reader *reader)
{
    const cJSON *services = cJSON_GetObjectItemCaseSensitive(reader->json, "services");
    const cJSON *failure =
        cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(reader->json, "failures"), 0);
    const char *reason = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(failure, "reason"));

    if (reason != NULL) {
        bs_wire_refused(reader,
                        strcmp(reason, "MISSING") == 0 ? "ServiceNotFoundException" : reason);
        return;
    }
    read_service(reader, cJSON_GetArrayItem(services, 0));
}

void bs_wire_encode_update_service(struct bs_wire_writer *writer)
{
    bs_json_member(writer, "cluster",
                   bs_wire_need(writer, BS_WIRE_CLUSTER, writer->call->resource));
    bs_json_member(writer, "service", bs_wire_own_name(writer));
    bs_json_key(&writer->json, "desiredCount");
    bs_json_integer(&writer->json, writer->call->count);
}

void bs_wire_decode_update_service(struct bs_wire_reader *reader)
{
    read_service(reader, cJSON_GetObjectItemCaseSensitive(reader->json, "service"));
}

/* ---- Service Quotas ---- */

/* "Fargate On-Demand vCPU resource count": the quota is of vCPUs, of which each task takes its part. */
void bs_wire_encode_get_tasks(struct bs_wire_writer *writer)
{
    bs_json_member(writer, "ServiceCode", "fargate");
    bs_json_member(writer, "QuotaCode", "L-3032A538");
}

void bs_wire_decode_get_tasks(struct bs_wire_reader *reader)
{
    const cJSON *quota = cJSON_GetObjectItemCaseSensitive(reader->json, "Quota");
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(quota, "Value");
    const int64_t units =
        bs_wire_integer(reader, bs_wire_name(reader->context->names, BS_WIRE_TASK_CPU_UNITS,
                                             reader->call->resource, reader->call->region));

    if (!cJSON_IsNumber(value) || units < 1 || !(value->valuedouble >= 0)) {
        bs_wire_malformed(reader);
        return;
    }
    reader->answer->running = value->valuedouble > (double)(INT64_MAX / CPU_UNITS_OF_VCPU / 2)
                                  ? INT64_MAX
                                  : (int64_t)(value->valuedouble * CPU_UNITS_OF_VCPU) / units;
}

/* ---- Application Auto Scaling ---- */

void bs_wire_encode_set_suspended(struct bs_wire_writer *writer)
{
    static const char *const scalings[] = {
        "DynamicScalingInSuspended", "DynamicScalingOutSuspended", "ScheduledScalingSuspended"};
    char resource[RESOURCE_ID_MAX];

    (void)snprintf(resource, sizeof(resource), "service/%s/%s",
                   bs_wire_need(writer, BS_WIRE_CLUSTER, writer->call->resource),
                   bs_wire_own_name(writer));
    bs_json_member(writer, "ServiceNamespace", "ecs");
    bs_json_member(writer, "ResourceId", resource);
    bs_json_member(writer, "ScalableDimension", "ecs:service:DesiredCount");
    bs_json_key(&writer->json, "SuspendedState");
    bs_json_begin_object(&writer->json);
    for (size_t i = 0; i < sizeof(scalings) / sizeof(scalings[0]); i++) {
        bs_json_key(&writer->json, scalings[i]);
        bs_json_bool(&writer->json, writer->call->count != 0);
    }
    bs_json_end_object(&writer->json);
}

/* ---- ECR ---- */

void bs_wire_encode_describe_image(struct bs_wire_writer *writer)
{
    const char *image = writer->call->resource;

    bs_json_member(writer, "repositoryName", bs_wire_need(writer, BS_WIRE_REPOSITORY, image));
    bs_json_key(&writer->json, "imageIds");
    bs_json_begin_array(&writer->json);
    bs_json_begin_object(&writer->json);
    bs_json_member(writer, "imageTag", bs_wire_need(writer, BS_WIRE_IMAGE_TAG, image));
    bs_json_end_object(&writer->json);
    bs_json_end_array(&writer->json);
}

void bs_wire_decode_describe_image(struct bs_wire_reader *reader)
{
    const cJSON *details = cJSON_GetObjectItemCaseSensitive(reader->json, "imageDetails");

    if (!cJSON_IsArray(details)) {
        bs_wire_malformed(reader);
        return;
    }
    reader->answer->running = cJSON_GetArraySize(details) > 0 ? 1 : 0;
}

/* ---- SSM ---- */

void bs_wire_encode_put_parameter(struct bs_wire_writer *writer)
{
    bs_json_member(writer, "Name", bs_wire_own_name(writer));
    bs_json_member(writer, "Value", bs_wire_own_target(writer));
    bs_json_member(writer, "Type", "String");
    bs_json_key(&writer->json, "Overwrite");
    bs_json_bool(&writer->json, true);
}
