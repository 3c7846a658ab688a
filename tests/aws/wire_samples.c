/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/aws/wire_samples.h"

static const struct bs_wire_name names[] = {
    {BS_WIRE_NAME, "check-east", NULL, "abcdef11-2222-3333-4444-555555fedcba"},
    {BS_WIRE_NAME, "orders-west", NULL, "orders-prod-2"},
    {BS_WIRE_ARN, "orders", NULL, "arn:aws:rds:us-east-1:123456789012:db:orders-prod-1"},
    {BS_WIRE_NAME, "orders", NULL, "orders-prod-1"},
    {BS_WIRE_KMS_KEY, "orders-west", NULL, "arn:aws:kms:us-west-2:123456789012:key/k"},
    {BS_WIRE_SECURITY_GROUP, "orders-west", NULL, "sg-0a1b2c3d"},
    {BS_WIRE_CLIENT_GROUP, "orders-west", NULL, "sg-0f9e8d7c"},
    {BS_WIRE_PORT, "orders-west", NULL, "5432"},
    {BS_WIRE_CLUSTER, "shop", "us-west-2", "west"},
    {BS_WIRE_CLUSTER, "shop", "us-east-1", "east"},
    {BS_WIRE_TASK_CPU_UNITS, "shop", NULL, "512"},
    {BS_WIRE_REPOSITORY, "shop-image", NULL, "team/shop"},
    {BS_WIRE_IMAGE_TAG, "shop-image", NULL, "v1.2"},
    {BS_WIRE_TARGET_GROUP_ARN, "alb-west", NULL,
     "arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/shop/73e2d6bc24d8a067"},
    {BS_WIRE_DNS_NAME, "alb-west", NULL, "alb-west-1234.us-west-2.elb.amazonaws.com"},
    {BS_WIRE_DNS_NAME, "alb-east", NULL, "alb-east-5678.us-east-1.elb.amazonaws.com"},
    {BS_WIRE_ALIAS_ZONE, "alb-west", NULL, "Z1H1FL5HABSF5"},
    {BS_WIRE_ALIAS_ZONE, "alb-east", NULL, "Z35SXDOTRQ7X7K"},
    {BS_WIRE_TOPIC_ARN, "pagers", NULL, "arn:aws:sns:us-west-2:123456789012:pagers"},
    {BS_WIRE_NAME, "active-region", NULL, "/shop/active-region"},
    {BS_WIRE_SOURCE_BUCKET, "uploads-west", NULL, "uploads-east-1"},
    {BS_WIRE_NAME, "uploads-west", NULL, "uploads-west-2"},
    {BS_WIRE_REPLICATION_RULE, "uploads-west", NULL, "everything"},
};

static const struct bs_wire_record records[] = {
    {.resource = "shop.example.com",
     .hosted_zone = "Z1PA6795UKMFR9",
     .name = "shop.example.com",
     .ttl_s = 60,
     .is_weighted = true,
     .targets = {{"alb-east", 100}, {"alb-west", 0}},
     .target_count = 2},
    {.resource = "alias.example.com",
     .hosted_zone = "Z1PA6795UKMFR9",
     .name = "alias.example.com",
     .is_alias = true,
     .is_weighted = true,
     .targets = {{"alb-east", 1}, {"alb-west", 3}},
     .target_count = 2},
    {.resource = "plain.example.com",
     .hosted_zone = "Z1PA6795UKMFR9",
     .name = "plain.example.com",
     .ttl_s = 300,
     .targets = {{"alb-east", 1}, {"alb-west", 0}},
     .target_count = 2},
};

void sample_account_init(struct sample_account *account)
{
    *account = (struct sample_account){
        .book = {.ids = {"C2682N5HXP0BZ4"}, .count = 1},
        .records = {records[0], records[1], records[2]},
        .names = {.names = names, .name_count = sizeof(names) / sizeof(names[0])},
    };
    account->names.records = account->records;
    account->names.record_count = 3;
    account->names.changes = bs_wire_changes_of(&account->book);
    account->context = (struct bs_wire_context){
        .names = &account->names, .epoch_s = SAMPLE_EPOCH_S, .now = BS_AT_SECONDS(3600)};
}

static const struct {
    enum bs_operation operation;
    const char *name;
    const char *region;
    const char *resource;
    const char *target;
    const char *key;
    int64_t count;
    int64_t span_s;
} calls[] = {
#define CALL(operation, ...)                              \
    {                                                     \
        BS_OPERATION_##operation, #operation, __VA_ARGS__ \
    }
    CALL(ROUTE53_GET_HEALTH_CHECK_STATUS, "global", "check-east", NULL, NULL, 0, 0),
    CALL(ROUTE53_CHANGE_RECORD, "global", "shop.example.com", "alb-west", NULL, 25, 0),
    CALL(ROUTE53_CHANGE_TTL, "global", "shop.example.com", NULL, NULL, 0, 10),
    CALL(ROUTE53_GET_CHANGE, "global", "shop.example.com", NULL, NULL, 1, 0),
    CALL(CLOUDWATCH_DESCRIBE_ALARM, "us-west-2", "shop-5xx", NULL, NULL, 0, 0),
    CALL(CLOUDWATCH_GET_METRIC, "us-west-2", "orders-west", NULL, NULL, 0, 0),
    CALL(RDS_DESCRIBE_INSTANCE, "us-west-2", "orders-west", NULL, NULL, 0, 0),
    CALL(RDS_PROMOTE_READ_REPLICA, "us-west-2", "orders-west", NULL, NULL, 0, 0),
    CALL(RDS_CREATE_READ_REPLICA, "us-west-2", "orders-west", "orders", NULL, 0, 0),
    CALL(RDS_DELETE_INSTANCE, "us-west-2", "orders-west", NULL, NULL, 0, 0),
    CALL(ECS_DESCRIBE_SERVICE, "us-west-2", "shop", NULL, NULL, 0, 0),
    CALL(ECS_UPDATE_SERVICE, "us-west-2", "shop", NULL, NULL, 12, 0),
    CALL(QUOTAS_GET_TASKS, "us-west-2", "shop", NULL, NULL, 0, 0),
    CALL(AUTOSCALING_SET_SUSPENDED, "us-west-2", "shop", NULL, NULL, 1, 0),
    CALL(ECR_DESCRIBE_IMAGE, "us-west-2", "shop-image", NULL, NULL, 0, 0),
    CALL(ELB_DESCRIBE_TARGET_HEALTH, "us-west-2", "alb-west", NULL, NULL, 0, 0),
    CALL(EC2_REVOKE_INGRESS, "us-west-2", "orders-west", NULL, NULL, 0, 0),
    CALL(EC2_AUTHORIZE_INGRESS, "us-west-2", "orders-west", NULL, NULL, 0, 0),
    CALL(SSM_PUT_PARAMETER, "us-west-2", "active-region", "us-west-2 \"\xc3\xa4&<", NULL, 0, 0),
    CALL(SNS_PUBLISH, "us-west-2", "pagers", "50 % moved & more: \xc3\xa4+~", NULL, 0, 0),
    CALL(DYNAMODB_PUT_ITEM, "us-west-2", "drills", "moved", "last", 0, 0),
    CALL(DYNAMODB_TAKE_LEASE, "us-west-2", "drills", NULL, "lease", 0, 0),
    CALL(PEOPLE_ASK, "us-west-2", "lead", NULL, NULL, 0, 0),
    CALL(PEOPLE_GET_ANSWER, "us-west-2", "lead", NULL, NULL, 0, 0),
    CALL(PEOPLE_GET_ORDER, "us-west-2", "lead", NULL, NULL, 0, 0),
    CALL(HTTP_REQUEST, "us-west-2", "shop.example.com", NULL, NULL, 0, 0),
#undef CALL
};

_Static_assert(sizeof(calls) / sizeof(calls[0]) == BS_OPERATION_COUNT, "one call each");

struct bs_call_request sample_call(enum bs_operation operation)
{
    struct bs_call_request call = {.operation = operation};

    for (size_t i = 0; i < BS_OPERATION_COUNT; i++) {
        if (calls[i].operation == operation) {
            call.region = calls[i].region;
            call.resource = calls[i].resource;
            call.target = calls[i].target;
            call.key = calls[i].key;
            call.count = calls[i].count;
            call.span = BS_SECONDS(calls[i].span_s);
        }
    }
    call.lease = (struct bs_lease_terms){.holder = UINT64_MAX,
                                         .now = BS_AT_SECONDS(3600),
                                         .until = BS_AT_SECONDS(3630),
                                         .skew = BS_MILLIS(500),
                                         .memo = UINT64_C(1) << 62};
    return call;
}

const char *sample_operation_name(enum bs_operation operation)
{
    for (size_t i = 0; i < BS_OPERATION_COUNT; i++) {
        if (calls[i].operation == operation) {
            return calls[i].name;
        }
    }
    return NULL;
}
