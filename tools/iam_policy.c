/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * The least-privilege IAM policy of docs/LIVE.md, from the table of operations that the orchestrator calls.
 *
 *   iam_policy              prints it
 *   iam_policy DOCUMENT     checks that the document holds it, word for word; exit status 1 if not
 */

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json_writer.h"
#include "orchestrator/aws/wire_call.h"
#include "orchestrator/aws/wire_experiment.h"

enum { BYTES_MAX = 1024 * 1024 };

/* What changes something is allowed on the scenario's own resources only: their ARNs, with names to be
 * filled in. */
static const struct {
    enum bs_operation operation;
    const char *arns[3];
} scopes[] = {
    {BS_OPERATION_ROUTE53_CHANGE_RECORD, {"arn:aws:route53:::hostedzone/HOSTED_ZONE"}},
    {BS_OPERATION_RDS_PROMOTE_READ_REPLICA, {"arn:aws:rds:*:ACCOUNT:db:DATABASE"}},
    {BS_OPERATION_RDS_CREATE_READ_REPLICA,
     {"arn:aws:rds:*:ACCOUNT:db:DATABASE", "arn:aws:rds:*:ACCOUNT:subgrp:*",
      "arn:aws:rds:*:ACCOUNT:pg:*"}},
    {BS_OPERATION_RDS_DELETE_INSTANCE,
     {"arn:aws:rds:*:ACCOUNT:db:DATABASE", "arn:aws:rds:*:ACCOUNT:snapshot:DATABASE-final-*"}},
    {BS_OPERATION_ECS_UPDATE_SERVICE, {"arn:aws:ecs:*:ACCOUNT:service/CLUSTER/SERVICE"}},
    {BS_OPERATION_AUTOSCALING_SET_SUSPENDED,
     {"arn:aws:application-autoscaling:*:ACCOUNT:scalable-target/*"}},
    {BS_OPERATION_EC2_REVOKE_INGRESS, {"arn:aws:ec2:*:ACCOUNT:security-group/SECURITY_GROUP"}},
    {BS_OPERATION_EC2_AUTHORIZE_INGRESS, {"arn:aws:ec2:*:ACCOUNT:security-group/SECURITY_GROUP"}},
    {BS_OPERATION_SSM_PUT_PARAMETER, {"arn:aws:ssm:*:ACCOUNT:parameter/PARAMETER"}},
    {BS_OPERATION_SNS_PUBLISH, {"arn:aws:sns:*:ACCOUNT:TOPIC"}},
    {BS_OPERATION_DYNAMODB_PUT_ITEM, {"arn:aws:dynamodb:*:ACCOUNT:table/TABLE"}},
    {BS_OPERATION_DYNAMODB_TAKE_LEASE, {"arn:aws:dynamodb:*:ACCOUNT:table/TABLE"}},
};

/* Asked before the first call of a plan. GetCallerIdentity needs no permission. */
static const char looked_up[] = "route53:ListResourceRecordSets";

/* What is asked of the Fault Injection Service, and of what. */
static const struct {
    enum bs_wire_experiment_operation operation;
    const char *arns[2];
} experiments[] = {
    {BS_EXPERIMENT_GET_TEMPLATE, {"arn:aws:fis:*:ACCOUNT:experiment-template/TEMPLATE"}},
    {BS_EXPERIMENT_START,
     {"arn:aws:fis:*:ACCOUNT:experiment-template/TEMPLATE", "arn:aws:fis:*:ACCOUNT:experiment/*"}},
    {BS_EXPERIMENT_GET, {"arn:aws:fis:*:ACCOUNT:experiment/*"}},
    {BS_EXPERIMENT_STOP, {"arn:aws:fis:*:ACCOUNT:experiment/*"}},
};

static bool is_scoped(enum bs_operation operation)
{
    for (size_t i = 0; i < sizeof(scopes) / sizeof(scopes[0]); i++) {
        if (strcmp(bs_operation_info(scopes[i].operation)->full_name,
                   bs_operation_info(operation)->full_name) == 0) {
            return true;
        }
    }
    return false;
}

static void write_text(struct bs_json_writer *writer, const char *key, const char *text)
{
    bs_json_key(writer, key);
    bs_json_text(writer, text);
}

static void begin_statement(struct bs_json_writer *writer, const char *name)
{
    bs_json_begin_object(writer);
    write_text(writer, "Sid", name);
    write_text(writer, "Effect", "Allow");
    bs_json_key(writer, "Action");
}

static void write_reads(struct bs_json_writer *writer)
{
    begin_statement(writer, "Look");
    bs_json_begin_array(writer);
    for (int i = 0; i < BS_OPERATION_COUNT; i++) {
        const enum bs_operation operation = (enum bs_operation)i;

        if (bs_wire_is_aws(operation) && bs_operation_info(operation)->effect == BS_EFFECT_READS) {
            bs_json_text(writer, bs_operation_info(operation)->full_name);
        }
    }
    bs_json_text(writer, looked_up);
    bs_json_end_array(writer);
    write_text(writer, "Resource", "*");
    bs_json_end_object(writer);
}

static void end_statement(struct bs_json_writer *writer, const char *const *arns, size_t most)
{
    bs_json_key(writer, "Resource");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < most && arns[i] != NULL; i++) {
        bs_json_text(writer, arns[i]);
    }
    bs_json_end_array(writer);
    bs_json_end_object(writer);
}

static void write_change(struct bs_json_writer *writer, size_t scope)
{
    const struct bs_operation_info *info = bs_operation_info(scopes[scope].operation);

    begin_statement(writer, info->name);
    bs_json_text(writer, info->full_name);
    end_statement(writer, scopes[scope].arns, 3);
}

static void write_experiment(struct bs_json_writer *writer, size_t row)
{
    const char *name = bs_wire_experiment_name(experiments[row].operation);
    char action[64];

    (void)snprintf(action, sizeof(action), "fis:%s", name);
    begin_statement(writer, name);
    bs_json_text(writer, action);
    end_statement(writer, experiments[row].arns, 2);
}

static bool write_policy(struct bs_buffer *buffer)
{
    struct bs_json_writer writer = {.buffer = buffer, .indent = 2};

    for (int i = 0; i < BS_OPERATION_COUNT; i++) {
        const enum bs_operation operation = (enum bs_operation)i;

        if (bs_wire_is_aws(operation) && bs_operation_info(operation)->effect != BS_EFFECT_READS &&
            !is_scoped(operation)) {
            (void)fprintf(stderr, "%s has no resources in the table\n",
                          bs_operation_info(operation)->full_name);
            return false;
        }
    }
    bs_json_begin_object(&writer);
    write_text(&writer, "Version", "2012-10-17");
    bs_json_key(&writer, "Statement");
    bs_json_begin_array(&writer);
    write_reads(&writer);
    for (size_t i = 0; i < sizeof(scopes) / sizeof(scopes[0]); i++) {
        write_change(&writer, i);
    }
    for (size_t i = 0; i < sizeof(experiments) / sizeof(experiments[0]); i++) {
        write_experiment(&writer, i);
    }
    bs_json_end_array(&writer);
    bs_json_end_object(&writer);
    bs_buffer_text(buffer, "\n");
    return !buffer->failed;
}

static int check(const char *path, const struct bs_buffer *policy)
{
    struct bs_buffer document;
    struct bs_error error = {0};
    int status = 0;

    bs_buffer_init(&document, BYTES_MAX);
    if (bs_buffer_read_file(&document, path, &error) != BS_OK || document.length == 0 ||
        strstr(document.bytes, policy->bytes) == NULL) {
        (void)fprintf(stderr, "%s does not hold the policy that iam_policy prints\n", path);
        status = 1;
    }
    bs_buffer_clean_up(&document);
    return status;
}

int main(int argc, char **argv)
{
    struct bs_buffer policy;
    int status = 0;

    bs_buffer_init(&policy, BYTES_MAX);
    if (!write_policy(&policy)) {
        status = 1;
    } else if (argc == 2) {
        status = check(argv[1], &policy);
    } else {
        (void)fwrite(policy.bytes, 1, policy.length, stdout);
    }
    bs_buffer_clean_up(&policy);
    return status;
}
