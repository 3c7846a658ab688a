/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Whatever a client sends, an operation answers: with nothing, with texts that are much too long, with
 * none of their kind.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/yaml_client.h"

enum { LONG = 6000, LONG_INPUT = 60000 };

/* Members that operations read as texts, and the one that each of them is given. */
static const char *const members[] = {
    "Id",
    "HostedZoneId",
    "HealthCheckId",
    "Name",
    "DNSName",
    "RecordName",
    "StartRecordName",
    "RecordType",
    "ResourceId",
    "ResourceType",
    "VPCId",
    "Marker",
    "MaxItems",
    "LoadBalancerArn",
    "TargetGroupArn",
    "ListenerArn",
    "RuleArn",
    "CallerReference",
    "cluster",
    "clusterName",
    "service",
    "serviceName",
    "task",
    "taskDefinition",
    "family",
    "resourceArn",
    "name",
    "value",
    "familyPrefix",
};

/* The structures and lists that the models call required, with as little as may be in them. */
#define REQUIRED                                                                               \
    "HealthCheckConfig: {Type: TCP}, DefaultActions: [], Actions: [{Type: forward}], "         \
    "Conditions: [{Field: path-pattern}], ChangeBatch: {Changes: [{Action: CREATE, "           \
    "ResourceRecordSet: {Name: a, Type: A}}]}, VPC: {}, RulePriorities: [{}], Targets: [{}], " \
    "containerDefinitions: [{}], Attributes: [{}], ResourceArns: [x], ResourceIds: [x]"

static void write_input(const char *text, char input[LONG_INPUT * 4])
{
    size_t length = (size_t)snprintf(input, sizeof(REQUIRED) + 8, "{" REQUIRED);

    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        length += (size_t)snprintf(input + length, (size_t)LONG_INPUT * 4 - length, ", %s: '%s'",
                                   members[i], text);
    }
    (void)snprintf(input + length, (size_t)LONG_INPUT * 4 - length, "}");
}

static void ask_all(struct client *client, const char *service_name, const char *input)
{
    const struct bs_account_service *service = bs_account_service(service_name);
    char operation[128];

    assert_non_null(service);
    for (size_t i = 0; i < service->operation_count; i++) {
        (void)snprintf(operation, sizeof(operation), "%s:%s", service_name,
                       service->operations[i].name);
        client_try(client, operation, "%s", input);
        assert_true(client->answer.error == NULL || client->answer.message[0] != '\0');
    }
}

static void ask_every_service(const char *scenario, const char *input)
{
    static const char *const services[] = {"ecs", "elbv2", "route53"};
    struct client client;

    client_open(&client, scenario, BS_ACCOUNT_REALISTIC);
    for (size_t i = 0; i < sizeof(services) / sizeof(services[0]); i++) {
        ask_all(&client, services[i], input);
    }
    client_run(&client, 60);
    client_close(&client);
}

static void nothing_at_all(void **state)
{
    (void)state;
    ask_every_service(NULL, "{" REQUIRED "}");
    ask_every_service("scenarios/platform/region-loss.yaml", "{" REQUIRED "}");
}

static void odd_texts(void **state)
{
    static const char *const texts[] = {
        "",
        "/",
        ":",
        "a:",
        "a:b:c",
        ".",
        "arn:",
        "arn:aws:elasticloadbalancing:::loadbalancer/",
        "arn:aws:ecs:us-east-1:123456789012:task-definition/:",
        "/hostedzone/",
        "..",
        "%s%n",
    };
    static char input[LONG_INPUT * 4];

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        write_input(texts[i], input);
        ask_every_service(NULL, input);
    }
}

static void texts_that_are_too_long(void **state)
{
    static const char *const patterns[] = {"a", "a.", "\\052", "a/", ":"};
    static char text[LONG + 8];
    static char input[LONG_INPUT * 4];

    (void)state;
    for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
        size_t length = 0;

        while (length + 8 < LONG / 4) {
            length += (size_t)snprintf(text + length, 8, "%s", patterns[i]);
        }
        write_input(text, input);
        ask_every_service(NULL, input);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_at_all),
        cmocka_unit_test(odd_texts),
        cmocka_unit_test(texts_that_are_too_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
