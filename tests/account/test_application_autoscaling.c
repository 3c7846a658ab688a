/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Scalable targets with their policies and actions, and the autoscaling of the world.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/yaml_client.h"

#define FIGHTS "scenarios/platform/autoscaling-fights-fence.yaml"
#define WEB                                                 \
    "ServiceNamespace: ecs, ResourceId: service/prod/web, " \
    "ScalableDimension: 'ecs:service:DesiredCount'"
#define APP                                                    \
    "ServiceNamespace: ecs, ResourceId: service/default/app, " \
    "ScalableDimension: 'ecs:service:DesiredCount'"
#define SUSPENDED(word)                                                                       \
    "SuspendedState: {DynamicScalingInSuspended: " word ", DynamicScalingOutSuspended: " word \
    ", ScheduledScalingSuspended: " word "}"

static void open_service(struct client *client, enum bs_account_pace pace)
{
    client_open(client, NULL, pace);
    client_call(client, "ecs:CreateCluster", "{clusterName: prod}");
    client_call(client, "ecs:RegisterTaskDefinition",
                "{family: app, containerDefinitions: [{name: main, image: web, memory: 128}]}");
    client_call(client, "ecs:CreateService",
                "{cluster: prod, serviceName: web, taskDefinition: app, desiredCount: 2}");
}

static void describe_targets(struct client *client)
{
    client_call(client, "application-autoscaling:DescribeScalableTargets",
                "{ServiceNamespace: ecs}");
}

static void a_target_is_registered_and_changed(void **state)
{
    struct client client;
    char arn[256];

    (void)state;
    open_service(&client, BS_ACCOUNT_INSTANT);
    client_refused(&client, "ValidationException", "must be specified",
                   "application-autoscaling:RegisterScalableTarget", "{" WEB ", MinCapacity: 1}");
    client_refused(&client, "ValidationException", "less than minimum",
                   "application-autoscaling:RegisterScalableTarget",
                   "{" WEB ", MinCapacity: 5, MaxCapacity: 4}");
    client_refused(&client, "ValidationException", "doesn't exist",
                   "application-autoscaling:RegisterScalableTarget",
                   "{ServiceNamespace: ecs, ResourceId: service/prod/no, MinCapacity: 1, "
                   "MaxCapacity: 4, ScalableDimension: 'ecs:service:DesiredCount'}");
    client_refused(&client, "ValidationException", "Unsupported",
                   "application-autoscaling:RegisterScalableTarget",
                   "{ServiceNamespace: dynamodb, ResourceId: service/prod/web, MinCapacity: 1, "
                   "MaxCapacity: 4, ScalableDimension: 'ecs:service:DesiredCount'}");
    client_refused(&client, "ValidationException", "DynamoDB table does not exist",
                   "application-autoscaling:RegisterScalableTarget",
                   "{ServiceNamespace: dynamodb, ResourceId: table/no, MinCapacity: 1, "
                   "MaxCapacity: 4, ScalableDimension: 'dynamodb:table:ReadCapacityUnits'}");
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 1, MaxCapacity: 4}");
    client_keep(&client, "ScalableTargetARN", arn, sizeof(arn));
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", SuspendedState: {DynamicScalingInSuspended: true}}");
    assert_string_equal(client_text(&client, "ScalableTargetARN"), arn);
    describe_targets(&client);
    assert_int_equal(client_count(&client, "ScalableTargets"), 1);
    assert_int_equal(client_integer(&client, "ScalableTargets.0.MinCapacity"), 1);
    assert_int_equal(client_integer(&client, "ScalableTargets.0.MaxCapacity"), 4);
    assert_int_equal(
        client_integer(&client, "ScalableTargets.0.SuspendedState.DynamicScalingInSuspended"),
        true);
    assert_int_equal(
        client_integer(&client, "ScalableTargets.0.SuspendedState.DynamicScalingOutSuspended"),
        false);
    client_call(&client, "application-autoscaling:DescribeScalableTargets",
                "{ServiceNamespace: ecs, ResourceIds: [service/prod/other]}");
    assert_int_equal(client_count(&client, "ScalableTargets"), 0);
    client_call(&client, "application-autoscaling:DescribeScalableTargets",
                "{ServiceNamespace: rds}");
    assert_int_equal(client_count(&client, "ScalableTargets"), 0);
    client_close(&client);
}

static int64_t desired(struct client *client)
{
    client_call(client, "ecs:DescribeServices", "{cluster: prod, services: [web]}");
    return client_integer(client, "services.0.desiredCount");
}

static void a_count_is_brought_within_new_bounds(void **state)
{
    struct client client;

    (void)state;
    open_service(&client, BS_ACCOUNT_REALISTIC);
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 1, MaxCapacity: 4}");
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 3}");
    assert_int_equal(desired(&client), 2);
    client_run(&client, 30);
    assert_int_equal(desired(&client), 3);
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 0, MaxCapacity: 1}");
    client_run(&client, 60);
    assert_int_equal(desired(&client), 1);
    client_call(&client, "application-autoscaling:DescribeScalingActivities",
                "{ServiceNamespace: ecs, ResourceId: service/prod/web}");
    assert_int_equal(client_count(&client, "ScalingActivities"), 2);
    assert_string_equal(client_text(&client, "ScalingActivities.0.Description"),
                        "Setting desired count to 1.");
    assert_string_equal(client_text(&client, "ScalingActivities.0.StatusCode"), "Successful");
    assert_string_equal(client_text(&client, "ScalingActivities.1.Cause"),
                        "Minimum capacity was set to 3");
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 2, MaxCapacity: 4, " SUSPENDED("true") "}");
    client_run(&client, 120);
    assert_int_equal(desired(&client), 1);
    client_close(&client);
}

static void activities_do_not_pile_up(void **state)
{
    struct client client;

    (void)state;
    open_service(&client, BS_ACCOUNT_INSTANT);
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 0, MaxCapacity: 0}");
    for (int i = 0; i < 104; i++) {
        client_call(&client, "application-autoscaling:RegisterScalableTarget",
                    "{" WEB ", MinCapacity: %d, MaxCapacity: %d}", i % 2, i % 2);
    }
    client_call(&client, "application-autoscaling:DescribeScalingActivities",
                "{ServiceNamespace: ecs}");
    assert_int_equal(client_count(&client, "ScalingActivities"), 100);
    client_close(&client);
}

static void policies_and_actions_belong_to_a_target(void **state)
{
    struct client client;

    (void)state;
    open_service(&client, BS_ACCOUNT_INSTANT);
    client_refused(&client, "ObjectNotFoundException", "No scalable target registered",
                   "application-autoscaling:PutScalingPolicy",
                   "{" WEB ", PolicyName: cpu, StepScalingPolicyConfiguration: {}}");
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 1, MaxCapacity: 4}");
    client_refused(&client, "ValidationException", "TargetTrackingScalingPolicyConfiguration",
                   "application-autoscaling:PutScalingPolicy",
                   "{" WEB ", PolicyName: cpu, PolicyType: TargetTrackingScaling}");
    client_call(&client, "application-autoscaling:PutScalingPolicy",
                "{" WEB ", PolicyName: cpu, PolicyType: TargetTrackingScaling, "
                "TargetTrackingScalingPolicyConfiguration: {TargetValue: 50}}");
    assert_non_null(
        strstr(client_text(&client, "PolicyARN"), ":resource/ecs/service/prod/web:policyName/cpu"));
    client_call(&client, "application-autoscaling:PutScalingPolicy",
                "{" WEB ", PolicyName: step, StepScalingPolicyConfiguration: {Cooldown: 60}}");
    client_call(&client, "application-autoscaling:DescribeScalingPolicies",
                "{ServiceNamespace: ecs, PolicyNames: [step]}");
    assert_int_equal(client_count(&client, "ScalingPolicies"), 1);
    assert_string_equal(client_text(&client, "ScalingPolicies.0.PolicyType"), "StepScaling");
    assert_int_equal(
        client_integer(&client, "ScalingPolicies.0.StepScalingPolicyConfiguration.Cooldown"), 60);
    client_refused(&client, "ValidationException", "schedule",
                   "application-autoscaling:PutScheduledAction",
                   "{" WEB ", ScheduledActionName: night, Schedule: 'sometimes', "
                   "ScalableTargetAction: {MinCapacity: 0}}");
    client_call(&client, "application-autoscaling:PutScheduledAction",
                "{" WEB ", ScheduledActionName: night, Schedule: 'cron(0 22 * * ? *)', "
                "StartTime: 5, ScalableTargetAction: {MinCapacity: 0}}");
    client_call(&client, "application-autoscaling:PutScheduledAction",
                "{" WEB ", ScheduledActionName: night, ScalableTargetAction: {MinCapacity: 1}}");
    client_call(&client, "application-autoscaling:DescribeScheduledActions",
                "{ServiceNamespace: ecs}");
    assert_string_equal(client_text(&client, "ScheduledActions.0.Schedule"), "cron(0 22 * * ? *)");
    assert_null(client_at(&client, "ScheduledActions.0.StartTime"));
    client_refused(&client, "ObjectNotFoundException", "day",
                   "application-autoscaling:DeleteScheduledAction",
                   "{" WEB ", ScheduledActionName: day}");
    client_call(&client, "application-autoscaling:DeleteScalingPolicy",
                "{" WEB ", PolicyName: cpu}");
    client_call(&client, "application-autoscaling:DeregisterScalableTarget", "{" WEB "}");
    client_call(&client, "application-autoscaling:DescribeScalingPolicies",
                "{ServiceNamespace: ecs}");
    assert_int_equal(client_count(&client, "ScalingPolicies"), 0);
    client_call(&client, "application-autoscaling:DescribeScheduledActions",
                "{ServiceNamespace: ecs}");
    assert_int_equal(client_count(&client, "ScheduledActions"), 0);
    client_refused(&client, "ObjectNotFoundException", "No scalable target",
                   "application-autoscaling:DeregisterScalableTarget", "{" WEB "}");
    client_close(&client);
}

static void policies_are_limited(void **state)
{
    struct client client;

    (void)state;
    open_service(&client, BS_ACCOUNT_INSTANT);
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 1, MaxCapacity: 4}");
    for (int i = 0; i < 50; i++) {
        client_call(&client, "application-autoscaling:PutScalingPolicy",
                    "{" WEB ", PolicyName: 'p%d', StepScalingPolicyConfiguration: {}}", i);
    }
    client_refused(&client, "LimitExceededException", "50",
                   "application-autoscaling:PutScalingPolicy",
                   "{" WEB ", PolicyName: more, StepScalingPolicyConfiguration: {}}");
    client_close(&client);
}

static void tags_are_a_map(void **state)
{
    struct client client;
    char arn[256];

    (void)state;
    open_service(&client, BS_ACCOUNT_INSTANT);
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" WEB ", MinCapacity: 1, MaxCapacity: 4, Tags: {a: b}}");
    client_keep(&client, "ScalableTargetARN", arn, sizeof(arn));
    client_call(&client, "application-autoscaling:TagResource", "{ResourceARN: '%s', Tags: {c: d}}",
                arn);
    client_call(&client, "application-autoscaling:UntagResource",
                "{ResourceARN: '%s', TagKeys: [a]}", arn);
    client_call(&client, "application-autoscaling:ListTagsForResource", "{ResourceARN: '%s'}", arn);
    assert_int_equal(client_count(&client, "Tags"), 1);
    assert_string_equal(client_text(&client, "Tags.c"), "d");
    client_refused(&client, "ResourceNotFoundException", "doesn't exist",
                   "application-autoscaling:ListTagsForResource", "{ResourceARN: nothing}");
    client_close(&client);
}

static int64_t desired_of_app(struct client *client)
{
    client_call(client, "ecs:DescribeServices", "{services: [app]}");
    return client_integer(client, "services.0.desiredCount");
}

static void suspending_reaches_the_world(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, FIGHTS, BS_ACCOUNT_REALISTIC);
    describe_targets(&client);
    assert_int_equal(client_count(&client, "ScalableTargets"), 1);
    assert_string_equal(client_text(&client, "ScalableTargets.0.ResourceId"),
                        "service/default/app");
    assert_int_equal(client_integer(&client, "ScalableTargets.0.MinCapacity"), 2);
    assert_int_equal(client_integer(&client, "ScalableTargets.0.MaxCapacity"), 20);
    client_call(&client, "ecs:UpdateService", "{service: app, desiredCount: 0}");
    client_run(&client, 120);
    assert_int_equal(desired_of_app(&client), 2);
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" APP ", " SUSPENDED("true") "}");
    client_call(&client, "ecs:UpdateService", "{service: app, desiredCount: 0}");
    client_run(&client, 240);
    assert_int_equal(desired_of_app(&client), 0);
    client_call(&client, "application-autoscaling:RegisterScalableTarget",
                "{" APP ", " SUSPENDED("false") "}");
    client_run(&client, 360);
    assert_int_equal(desired_of_app(&client), 2);
    client_call(&client, "application-autoscaling:DeregisterScalableTarget", "{" APP "}");
    client_call(&client, "ecs:UpdateService", "{service: app, desiredCount: 0}");
    client_run(&client, 480);
    assert_int_equal(desired_of_app(&client), 0);
    client.region = "us-west-2"; /* The standby has no autoscaling. */
    describe_targets(&client);
    assert_int_equal(client_count(&client, "ScalableTargets"), 0);
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_is_registered_and_changed),
        cmocka_unit_test(a_count_is_brought_within_new_bounds),
        cmocka_unit_test(activities_do_not_pile_up),
        cmocka_unit_test(policies_and_actions_belong_to_a_target),
        cmocka_unit_test(policies_are_limited),
        cmocka_unit_test(tags_are_a_map),
        cmocka_unit_test(suspending_reaches_the_world),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
