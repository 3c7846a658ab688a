/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Clusters, task definitions, services and tasks, as documented; and what a client changes in the world.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/yaml_client.h"

#define REGION_LOSS "scenarios/platform/region-loss.yaml"
#define NETWORK     "networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-1]}}"

static void register_definition(struct client *client, const char *family)
{
    client_call(client, "ecs:RegisterTaskDefinition",
                "{family: %s, networkMode: awsvpc, requiresCompatibilities: [FARGATE], cpu: '256', "
                "memory: '512', containerDefinitions: [{name: main, image: web}]}",
                family);
}

static void open_cluster(struct client *client, enum bs_account_pace pace)
{
    client_open(client, NULL, pace);
    client_call(client, "ecs:CreateCluster", "{clusterName: prod}");
    register_definition(client, "app");
}

static void clusters_live(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_refused(&client, "ClusterNotFoundException", "Cluster not found", "ecs:ListServices",
                   "{}");
    client_call(&client, "ecs:CreateCluster", "{}");
    assert_string_equal(client_text(&client, "cluster.clusterName"), "default");
    assert_string_equal(client_text(&client, "cluster.clusterArn"),
                        "arn:aws:ecs:us-east-1:123456789012:cluster/default");
    client_call(&client, "ecs:CreateCluster", "{tags: [{key: a, value: b}]}");
    client_call(&client, "ecs:DescribeClusters", "{clusters: [default, nobody]}");
    assert_int_equal(client_count(&client, "clusters"), 1);
    assert_string_equal(client_text(&client, "failures.0.reason"), "MISSING");
    assert_string_equal(client_text(&client, "failures.0.arn"),
                        "arn:aws:ecs:us-east-1:123456789012:cluster/nobody");
    client_refused(&client, "InvalidParameterException", "capacity provider",
                   "ecs:PutClusterCapacityProviders",
                   "{cluster: default, capacityProviders: [MINE], "
                   "defaultCapacityProviderStrategy: []}");
    client_call(&client, "ecs:PutClusterCapacityProviders",
                "{cluster: default, capacityProviders: [FARGATE], "
                "defaultCapacityProviderStrategy: []}");
    assert_string_equal(client_text(&client, "cluster.capacityProviders.0"), "FARGATE");
    client_call(&client, "ecs:ListContainerInstances", "{}");
    assert_int_equal(client_count(&client, "containerInstanceArns"), 0);
    client_call(&client, "ecs:DeleteCluster", "{cluster: default}");
    assert_string_equal(client_text(&client, "cluster.status"), "INACTIVE");
    client_call(&client, "ecs:ListClusters", "{}");
    assert_int_equal(client_count(&client, "clusterArns"), 0);
    client_close(&client);
}

static void definitions_have_revisions(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_refused(&client, "ClientException", "cannot be empty", "ecs:RegisterTaskDefinition",
                   "{family: app, containerDefinitions: []}");
    client_refused(&client, "ClientException", "cpu and memory", "ecs:RegisterTaskDefinition",
                   "{family: app, requiresCompatibilities: [FARGATE], containerDefinitions: "
                   "[{name: a, image: b}]}");
    client_refused(&client, "ClientException", "invalid characters", "ecs:RegisterTaskDefinition",
                   "{family: 'a b', containerDefinitions: [{name: a, image: b}]}");
    for (int i = 0; i < 11; i++) {
        register_definition(&client, "app");
    }
    register_definition(&client, "apple");
    assert_string_equal(client_text(&client, "taskDefinition.taskDefinitionArn"),
                        "arn:aws:ecs:us-east-1:123456789012:task-definition/apple:1");
    client_call(&client, "ecs:DescribeTaskDefinition", "{taskDefinition: app}");
    assert_int_equal(client_integer(&client, "taskDefinition.revision"), 11);
    client_call(&client, "ecs:DeregisterTaskDefinition", "{taskDefinition: 'app:11'}");
    assert_string_equal(client_text(&client, "taskDefinition.status"), "INACTIVE");
    client_call(&client, "ecs:DescribeTaskDefinition", "{taskDefinition: app}");
    assert_int_equal(client_integer(&client, "taskDefinition.revision"), 10);
    client_refused(&client, "InvalidParameterException", "revision", "ecs:DeregisterTaskDefinition",
                   "{taskDefinition: app}");
    client_refused(&client, "ClientException", "Unable to describe", "ecs:DescribeTaskDefinition",
                   "{taskDefinition: 'app:99'}");
    register_definition(&client, "app"); /* Numbers are not given twice. */
    assert_int_equal(client_integer(&client, "taskDefinition.revision"), 12);
    client_call(&client, "ecs:ListTaskDefinitions", "{familyPrefix: app, sort: DESC}");
    assert_int_equal(client_count(&client, "taskDefinitionArns"), 11);
    assert_non_null(strstr(client_text(&client, "taskDefinitionArns.0"), "app:12"));
    assert_non_null(strstr(client_text(&client, "taskDefinitionArns.10"), "app:1"));
    client_call(&client, "ecs:ListTaskDefinitions", "{status: INACTIVE}");
    assert_int_equal(client_count(&client, "taskDefinitionArns"), 1);
    client_call(&client, "ecs:ListTaskDefinitionFamilies", "{familyPrefix: app}");
    assert_int_equal(client_count(&client, "families"), 2);
    client_close(&client);
}

static void create_service(struct client *client, int desired)
{
    client_call(client, "ecs:CreateService",
                "{cluster: prod, serviceName: web, taskDefinition: app, desiredCount: %d, "
                "launchType: FARGATE, " NETWORK "}",
                desired);
}

static void describe(struct client *client)
{
    client_call(client, "ecs:DescribeServices", "{cluster: prod, services: [web]}");
}

static void a_service_gets_its_tasks(void **state)
{
    struct client client;

    (void)state;
    open_cluster(&client, BS_ACCOUNT_REALISTIC);
    client_refused(&client, "InvalidParameterException", "Network Configuration",
                   "ecs:CreateService",
                   "{cluster: prod, serviceName: web, taskDefinition: app, desiredCount: 1}");
    client_refused(&client, "ClientException", "not found", "ecs:CreateService",
                   "{cluster: prod, serviceName: web, taskDefinition: no, desiredCount: 1}");
    create_service(&client, 3);
    assert_string_equal(client_text(&client, "service.deployments.0.rolloutState"), "IN_PROGRESS");
    assert_int_equal(client_integer(&client, "service.runningCount"), 0);
    assert_int_equal(client_integer(&client, "service.pendingCount"), 3);
    client_refused(&client, "InvalidParameterException", "not idempotent", "ecs:CreateService",
                   "{cluster: prod, serviceName: web, taskDefinition: app, " NETWORK "}");
    client_run(&client, 1);
    describe(&client);
    assert_int_equal(client_integer(&client, "services.0.runningCount"), 0);
    client_run(&client, 1200);
    describe(&client);
    assert_int_equal(client_integer(&client, "services.0.runningCount"), 3);
    assert_int_equal(client_count(&client, "services.0.deployments"), 1);
    assert_string_equal(client_text(&client, "services.0.deployments.0.rolloutState"), "COMPLETED");
    assert_non_null(strstr(client_text(&client, "services.0.events.0.message"), "steady state"));
    client_call(&client, "ecs:ListTasks", "{cluster: prod, serviceName: web}");
    assert_int_equal(client_count(&client, "taskArns"), 3);
    client_close(&client);
}

static void a_new_deployment_replaces_the_old(void **state)
{
    struct client client;

    (void)state;
    open_cluster(&client, BS_ACCOUNT_REALISTIC);
    create_service(&client, 2);
    client_run(&client, 1200);
    register_definition(&client, "app");
    client_call(&client, "ecs:UpdateService",
                "{cluster: prod, service: web, taskDefinition: app, desiredCount: 4}");
    assert_int_equal(client_count(&client, "service.deployments"), 2);
    assert_string_equal(client_text(&client, "service.deployments.0.status"), "PRIMARY");
    assert_string_equal(client_text(&client, "service.deployments.1.status"), "ACTIVE");
    assert_int_equal(client_integer(&client, "service.runningCount"), 2);
    client_run(&client, 2400);
    describe(&client);
    assert_int_equal(client_count(&client, "services.0.deployments"), 1);
    assert_int_equal(client_integer(&client, "services.0.runningCount"), 4);
    assert_non_null(strstr(client_text(&client, "services.0.taskDefinition"), "app:2"));
    client_call(&client, "ecs:UpdateService", "{cluster: prod, service: web, desiredCount: 1}");
    client_run(&client, 3600);
    describe(&client);
    assert_int_equal(client_integer(&client, "services.0.runningCount"), 1);
    client_call(&client, "ecs:UpdateService",
                "{cluster: prod, service: web, forceNewDeployment: true}");
    assert_int_equal(client_count(&client, "service.deployments"), 2);
    client_close(&client);
}

static void deleting_needs_zero_or_force(void **state)
{
    struct client client;

    (void)state;
    open_cluster(&client, BS_ACCOUNT_REALISTIC);
    create_service(&client, 1);
    client_run(&client, 600);
    client_refused(&client, "InvalidParameterException", "scaled above 0", "ecs:DeleteService",
                   "{cluster: prod, service: web}");
    client_refused(&client, "ClusterContainsServicesException", "Services", "ecs:DeleteCluster",
                   "{cluster: prod}");
    client_call(&client, "ecs:DeleteService", "{cluster: prod, service: web, force: true}");
    assert_string_equal(client_text(&client, "service.status"), "DRAINING");
    client_run(&client, 1200);
    describe(&client);
    assert_string_equal(client_text(&client, "services.0.status"), "INACTIVE");
    assert_int_equal(client_integer(&client, "services.0.runningCount"), 0);
    client_refused(&client, "ServiceNotActiveException", "ACTIVE", "ecs:UpdateService",
                   "{cluster: prod, service: web, desiredCount: 1}");
    client_refused(&client, "ServiceNotFoundException", "not found", "ecs:UpdateService",
                   "{cluster: prod, service: nobody, desiredCount: 1}");
    create_service(&client, 0); /* The name is free. */
    client_close(&client);
}

static void a_task_runs_and_stops(void **state)
{
    struct client client;
    char arn[256];
    const char *seen = "";
    int changes = 0;

    (void)state;
    open_cluster(&client, BS_ACCOUNT_REALISTIC);
    client_refused(&client, "InvalidParameterException", "between 1 and 10", "ecs:RunTask",
                   "{cluster: prod, taskDefinition: app, count: 11}");
    client_call(&client, "ecs:RunTask",
                "{cluster: prod, taskDefinition: app, startedBy: me, " NETWORK "}");
    client_keep(&client, "tasks.0.taskArn", arn, sizeof(arn));
    assert_string_equal(client_text(&client, "tasks.0.lastStatus"), "PROVISIONING");
    assert_string_equal(client_text(&client, "tasks.0.group"), "family:app");
    for (int64_t at_s = 1; at_s < 600; at_s++) {
        static char status[32] = "PROVISIONING";

        client_run(&client, at_s);
        client_call(&client, "ecs:DescribeTasks", "{cluster: prod, tasks: ['%s']}", arn);
        seen = client_text(&client, "tasks.0.lastStatus");
        changes += strcmp(seen, status) != 0 ? 1 : 0;
        (void)snprintf(status, sizeof(status), "%s", seen);
    }
    assert_string_equal(seen, "RUNNING");
    assert_int_equal(changes, 3);
    client_call(&client, "ecs:ListTasks", "{cluster: prod, startedBy: me, family: app}");
    assert_int_equal(client_count(&client, "taskArns"), 1);
    client_call(&client, "ecs:StopTask", "{cluster: prod, task: '%s', reason: enough}", arn);
    assert_string_equal(client_text(&client, "task.desiredStatus"), "STOPPED");
    assert_string_equal(client_text(&client, "task.lastStatus"), "DEACTIVATING");
    client_run(&client, 700);
    client_call(&client, "ecs:DescribeTasks", "{cluster: prod, tasks: ['%s', nobody]}", arn);
    assert_string_equal(client_text(&client, "tasks.0.lastStatus"), "STOPPED");
    assert_string_equal(client_text(&client, "tasks.0.stoppedReason"), "enough");
    assert_string_equal(client_text(&client, "tasks.0.stopCode"), "UserInitiated");
    assert_string_equal(client_text(&client, "failures.0.reason"), "MISSING");
    client_call(&client, "ecs:ListTasks", "{cluster: prod, desiredStatus: STOPPED}");
    assert_int_equal(client_count(&client, "taskArns"), 1);
    client_run(&client, 10000); /* Shown for an hour. */
    client_call(&client, "ecs:ListTasks", "{cluster: prod, desiredStatus: STOPPED}");
    assert_int_equal(client_count(&client, "taskArns"), 0);
    client_close(&client);
}

static void a_task_stopped_on_its_way_never_runs(void **state)
{
    struct client client;
    char arn[256];

    (void)state;
    open_cluster(&client, BS_ACCOUNT_REALISTIC);
    client_call(&client, "ecs:RunTask", "{cluster: prod, taskDefinition: app, " NETWORK "}");
    client_keep(&client, "tasks.0.taskArn", arn, sizeof(arn));
    client_call(&client, "ecs:StopTask", "{cluster: prod, task: '%s'}", arn);
    client_run(&client, 9);
    client_call(&client, "ecs:DescribeTasks", "{cluster: prod, tasks: ['%s']}", arn);
    assert_string_equal(client_text(&client, "tasks.0.lastStatus"), "DEPROVISIONING");
    client_run(&client, 600);
    client_call(&client, "ecs:DescribeTasks", "{cluster: prod, tasks: ['%s']}", arn);
    assert_string_equal(client_text(&client, "tasks.0.lastStatus"), "STOPPED");
    assert_null(client_at(&client, "tasks.0.startedAt"));
    client_close(&client);
}

static void a_service_replaces_what_is_stopped(void **state)
{
    struct client client;
    char arn[256];

    (void)state;
    open_cluster(&client, BS_ACCOUNT_REALISTIC);
    create_service(&client, 1);
    client_run(&client, 600);
    client_call(&client, "ecs:ListTasks", "{cluster: prod, serviceName: web}");
    client_keep(&client, "taskArns.0", arn, sizeof(arn));
    client_call(&client, "ecs:StopTask", "{cluster: prod, task: '%s'}", arn);
    client_run(&client, 1200);
    client_call(&client, "ecs:ListTasks", "{cluster: prod, serviceName: web}");
    assert_int_equal(client_count(&client, "taskArns"), 1);
    assert_string_not_equal(client_text(&client, "taskArns.0"), arn);
    client_close(&client);
}

static void at_an_instant_pace_all_is_there_at_once(void **state)
{
    struct client client;

    (void)state;
    open_cluster(&client, BS_ACCOUNT_INSTANT);
    create_service(&client, 200);
    assert_int_equal(client_integer(&client, "service.runningCount"), 200);
    assert_string_equal(client_text(&client, "service.deployments.0.rolloutState"), "COMPLETED");
    client_close(&client);
}

static void tags_and_settings_are_recorded(void **state)
{
    struct client client;

    (void)state;
    open_cluster(&client, BS_ACCOUNT_INSTANT);
    client_call(&client, "ecs:TagResource",
                "{resourceArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod', tags: [{key: a, "
                "value: b}]}");
    client_call(&client, "ecs:ListTagsForResource",
                "{resourceArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod'}");
    assert_string_equal(client_text(&client, "tags.0.key"), "a");
    client_call(&client, "ecs:UntagResource",
                "{resourceArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod', tagKeys: [a]}");
    client_call(&client, "ecs:ListTagsForResource",
                "{resourceArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod'}");
    assert_int_equal(client_count(&client, "tags"), 0);
    client_refused(&client, "InvalidParameterException", "does not exist",
                   "ecs:ListTagsForResource", "{resourceArn: nonsense}");
    client_call(&client, "ecs:PutAccountSetting", "{name: containerInsights, value: enabled}");
    client_call(&client, "ecs:ListAccountSettings", "{}");
    assert_string_equal(client_text(&client, "settings.0.value"), "enabled");
    assert_int_equal(client_count(&client, "settings"), 1);
    client_call(&client, "ecs:ListAccountSettings", "{effectiveSettings: true}");
    assert_int_equal(client_count(&client, "settings"), 5);
    client_close(&client);
}

static void a_client_scales_the_worlds_service(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, REGION_LOSS, BS_ACCOUNT_REALISTIC);
    client.region = "us-west-2";
    client_call(&client, "ecs:DescribeServices", "{services: [app-dr, app]}");
    assert_int_equal(client_count(&client, "services"), 1);
    assert_int_equal(client_count(&client, "failures"), 1);
    assert_int_equal(client_integer(&client, "services.0.desiredCount"), 1);
    client_call(&client, "ecs:UpdateService", "{service: app-dr, desiredCount: 10}");
    assert_int_equal(client_integer(&client, "service.desiredCount"), 10);
    assert_int_equal(client_integer(&client, "service.runningCount"), 1);
    assert_string_equal(client_text(&client, "service.deployments.0.rolloutState"), "IN_PROGRESS");
    client_run(&client, 540);
    client_call(&client, "ecs:DescribeServices", "{services: [app-dr]}");
    assert_int_equal(client_integer(&client, "services.0.runningCount"), 10);
    assert_string_equal(client_text(&client, "services.0.deployments.0.rolloutState"), "COMPLETED");
    client_call(&client, "elbv2:DescribeTargetGroups", "{Names: [lb-dr]}");
    client_call(&client, "elbv2:DescribeTargetHealth", "{TargetGroupArn: '%s'}",
                client_text(&client, "TargetGroups.0.TargetGroupArn"));
    assert_int_equal(client_count(&client, "TargetHealthDescriptions"), 10);
    client_refused(&client, "InvalidParameterException", "21 tasks", "ecs:UpdateService",
                   "{service: app-dr, desiredCount: 21}");
    client_refused(&client, "InvalidParameterException", "only desiredCount", "ecs:UpdateService",
                   "{service: app-dr, forceNewDeployment: true}");
    client_refused(&client, "InvalidParameterException", "scenario", "ecs:DeleteService",
                   "{service: app-dr, force: true}");
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clusters_live),
        cmocka_unit_test(definitions_have_revisions),
        cmocka_unit_test(a_service_gets_its_tasks),
        cmocka_unit_test(a_new_deployment_replaces_the_old),
        cmocka_unit_test(deleting_needs_zero_or_force),
        cmocka_unit_test(a_task_runs_and_stops),
        cmocka_unit_test(a_task_stopped_on_its_way_never_runs),
        cmocka_unit_test(a_service_replaces_what_is_stopped),
        cmocka_unit_test(at_an_instant_pace_all_is_there_at_once),
        cmocka_unit_test(tags_and_settings_are_recorded),
        cmocka_unit_test(a_client_scales_the_worlds_service),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
