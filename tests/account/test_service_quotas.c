/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Quotas, requests for more of them, and the world's quota of Fargate.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/yaml_client.h"

#define REGION_LOSS "scenarios/platform/region-loss.yaml"
#define FARGATE     "ServiceCode: fargate, QuotaCode: L-3032A538"
#define VPCS        "ServiceCode: vpc, QuotaCode: L-F678F1CE"

static void every_service_has_quotas(void **state)
{
    struct client client;
    size_t count;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "service-quotas:ListServices", "{}");
    count = client_count(&client, "Services");
    for (size_t i = 0; i < count; i++) {
        char path[64];
        char code[64];

        client_call(&client, "service-quotas:ListServices", "{}");
        (void)snprintf(path, sizeof(path), "Services.%zu.ServiceCode", i);
        client_keep(&client, path, code, sizeof(code));
        client_call(&client, "service-quotas:ListAWSDefaultServiceQuotas", "{ServiceCode: %s}",
                    code);
        assert_true(client_count(&client, "Quotas") > 0);
    }
    client_close(&client);
}

static double decimal_at(const struct client *client, const char *path)
{
    const struct bs_tree *tree = client_at(client, path);

    assert_non_null(tree);
    assert_int_equal(tree->kind, BS_TREE_DECIMAL);
    return tree->is.decimal;
}

static void quotas_have_defaults(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "service-quotas:GetServiceQuota", "{" FARGATE "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 6, 0);
    assert_string_equal(client_text(&client, "Quota.ServiceName"), "AWS Fargate");
    assert_string_equal(client_text(&client, "Quota.QuotaName"),
                        "Fargate On-Demand vCPU resource count");
    assert_string_equal(client_text(&client, "Quota.QuotaArn"),
                        "arn:aws:servicequotas:us-east-1:123456789012:fargate/L-3032A538");
    client_call(&client, "service-quotas:GetAWSDefaultServiceQuota", "{" FARGATE "}");
    assert_string_equal(client_text(&client, "Quota.QuotaArn"),
                        "arn:aws:servicequotas:us-east-1::fargate/L-3032A538");
    client_call(&client, "service-quotas:ListServiceQuotas", "{ServiceCode: route53}");
    assert_int_equal(client_count(&client, "Quotas"), 3);
    assert_int_equal(client_integer(&client, "Quotas.0.GlobalQuota"), true);
    client_call(&client, "service-quotas:ListServices", "{}");
    assert_int_equal(client_count(&client, "Services"), 11);
    client_refused(&client, "NoSuchResourceException", "L-00000000",
                   "service-quotas:GetServiceQuota", "{ServiceCode: vpc, QuotaCode: L-00000000}");
    client_refused(&client, "NoSuchResourceException", "nothing",
                   "service-quotas:ListServiceQuotas", "{ServiceCode: nothing}");
    client_close(&client);
}

static const char *status(struct client *client, const char *id)
{
    client_call(client, "service-quotas:GetRequestedServiceQuotaChange", "{RequestId: %s}", id);
    return client_text(client, "RequestedQuota.Status");
}

static void a_request_is_approved_in_time(void **state)
{
    struct client client;
    char id[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    client_refused(&client, "IllegalArgumentException", "greater than",
                   "service-quotas:RequestServiceQuotaIncrease", "{" VPCS ", DesiredValue: 5}");
    client_refused(&client, "IllegalArgumentException", "not adjustable",
                   "service-quotas:RequestServiceQuotaIncrease",
                   "{ServiceCode: ecs, QuotaCode: L-46458851, DesiredValue: 9000}");
    client_call(&client, "service-quotas:RequestServiceQuotaIncrease",
                "{" VPCS ", DesiredValue: 20}");
    assert_string_equal(client_text(&client, "RequestedQuota.Status"), "PENDING");
    client_keep(&client, "RequestedQuota.Id", id, sizeof(id));
    client_refused(&client, "ResourceAlreadyExistsException", "Only one open",
                   "service-quotas:RequestServiceQuotaIncrease", "{" VPCS ", DesiredValue: 30}");
    client_run(&client, 120);
    assert_string_equal(status(&client, id), "CASE_OPENED");
    assert_int_equal(strlen(client_text(&client, "RequestedQuota.CaseId")), 11);
    client_call(&client, "service-quotas:GetServiceQuota", "{" VPCS "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 5, 0);
    client_run(&client, 3600);
    assert_string_equal(status(&client, id), "APPROVED");
    client_call(&client, "service-quotas:GetServiceQuota", "{" VPCS "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 20, 0);
    client_call(&client, "service-quotas:GetAWSDefaultServiceQuota", "{" VPCS "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 5, 0);
    client.region = "us-west-2";
    client_call(&client, "service-quotas:GetServiceQuota", "{" VPCS "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 5, 0);
    client_refused(&client, "NoSuchResourceException", id,
                   "service-quotas:GetRequestedServiceQuotaChange", "{RequestId: %s}", id);
    client_close(&client);
}

static void requests_have_a_history(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "service-quotas:RequestServiceQuotaIncrease",
                "{" VPCS ", DesiredValue: 20}");
    client_call(&client, "service-quotas:RequestServiceQuotaIncrease",
                "{" VPCS ", DesiredValue: 30}");
    client_call(&client, "service-quotas:RequestServiceQuotaIncrease",
                "{ServiceCode: route53, QuotaCode: L-4EA4796A, DesiredValue: 900}");
    client_call(&client, "service-quotas:ListRequestedServiceQuotaChangeHistory", "{}");
    assert_int_equal(client_count(&client, "RequestedQuotas"), 3);
    client_call(&client, "service-quotas:ListRequestedServiceQuotaChangeHistory",
                "{ServiceCode: vpc, Status: APPROVED}");
    assert_int_equal(client_count(&client, "RequestedQuotas"), 2);
    client_call(&client, "service-quotas:ListRequestedServiceQuotaChangeHistory",
                "{Status: DENIED}");
    assert_int_equal(client_count(&client, "RequestedQuotas"), 0);
    client_call(&client, "service-quotas:ListRequestedServiceQuotaChangeHistoryByQuota",
                "{ServiceCode: route53, QuotaCode: L-4EA4796A}");
    assert_int_equal(client_count(&client, "RequestedQuotas"), 1);
    client.region = "us-west-2"; /* Route 53's are the same everywhere. */
    client_call(&client, "service-quotas:GetServiceQuota",
                "{ServiceCode: route53, QuotaCode: L-4EA4796A}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 900, 0);
    client_close(&client);
}

static void tags_are_recorded(void **state)
{
    static const char arn[] = "arn:aws:servicequotas:us-east-1:123456789012:vpc/L-F678F1CE";
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "service-quotas:TagResource",
                "{ResourceARN: '%s', Tags: [{Key: a, Value: b}]}", arn);
    client_call(&client, "service-quotas:ListTagsForResource", "{ResourceARN: '%s'}", arn);
    assert_string_equal(client_text(&client, "Tags.0.Value"), "b");
    client_call(&client, "service-quotas:UntagResource", "{ResourceARN: '%s', TagKeys: [a]}", arn);
    client_call(&client, "service-quotas:ListTagsForResource", "{ResourceARN: '%s'}", arn);
    assert_int_equal(client_count(&client, "Tags"), 0);
    client_refused(&client, "NoSuchResourceException", "does not exist",
                   "service-quotas:ListTagsForResource", "{ResourceARN: '%sX'}", arn);
    client_close(&client);
}

/* The scenario's services may have 20 tasks; the control Region has none. */
static void fargates_quota_is_the_worlds(void **state)
{
    struct client client;
    char id[64];

    (void)state;
    client_open(&client, REGION_LOSS, BS_ACCOUNT_REALISTIC);
    client.region = "us-west-2";
    client_call(&client, "service-quotas:GetServiceQuota", "{" FARGATE "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 20, 0);
    client_call(&client, "service-quotas:GetAWSDefaultServiceQuota", "{" FARGATE "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 6, 0);
    client_call(&client, "service-quotas:RequestServiceQuotaIncrease",
                "{" FARGATE ", DesiredValue: 40}");
    client_keep(&client, "RequestedQuota.Id", id, sizeof(id));
    client_run(&client, 3000);
    assert_string_equal(status(&client, id), "CASE_OPENED");
    client_call(&client, "service-quotas:GetServiceQuota", "{" FARGATE "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 20, 0);
    client.region = "us-east-2";
    client_call(&client, "service-quotas:GetServiceQuota", "{" FARGATE "}");
    assert_float_equal(decimal_at(&client, "Quota.Value"), 6, 0);
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_service_has_quotas),
        cmocka_unit_test(quotas_have_defaults),
        cmocka_unit_test(a_request_is_approved_in_time),
        cmocka_unit_test(requests_have_a_history),
        cmocka_unit_test(tags_are_recorded),
        cmocka_unit_test(fargates_quota_is_the_worlds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
