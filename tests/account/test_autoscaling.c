/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Auto Scaling groups: their sizes, instances, activities, processes, and those that are the world's. */

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "sim/world/ecs.h"
#include "tests/account/yaml_client.h"

#define STAGE "scenarios/runbooks/warm-standby-asg.yaml"
#define GROUP(sizes)                                                     \
    "{AutoScalingGroupName: web, LaunchConfigurationName: small, " sizes \
    ", AvailabilityZones: [us-east-1a, us-east-1b]}"

static void open_group(struct client *client, enum bs_account_pace pace, const char *group)
{
    client_open(client, NULL, pace);
    client_call(client, "autoscaling:CreateLaunchConfiguration",
                "{LaunchConfigurationName: small, ImageId: ami-1, InstanceType: t3.small}");
    client_call(client, "autoscaling:CreateAutoScalingGroup", "%s", group);
}

static void describe(struct client *client, const char *group)
{
    client_call(client, "autoscaling:DescribeAutoScalingGroups", "{AutoScalingGroupNames: [%s]}",
                group);
}

/* Of the group that was described last. */
static int64_t count_in(const struct client *client, const char *state)
{
    const struct bs_tree *item = bs_tree_first(client_at(client, "AutoScalingGroups.0.Instances"));
    int64_t count = 0;

    for (; item != NULL; item = item->next) {
        count += strcmp(bs_tree_text(item, "LifecycleState", ""), state) == 0 ? 1 : 0;
    }
    return count;
}

static void a_group_needs_what_its_instances_are_made_of(void **state)
{
    struct client client;

    (void)state;
    open_group(&client, BS_ACCOUNT_INSTANT, GROUP("MinSize: 1, MaxSize: 4"));
    client_refused(&client, "AlreadyExistsFault", "already exists",
                   "autoscaling:CreateAutoScalingGroup", GROUP("MinSize: 1, MaxSize: 4"));
    client_refused(&client, "ValidationError", "either LaunchTemplate",
                   "autoscaling:CreateAutoScalingGroup",
                   "{AutoScalingGroupName: a, MinSize: 1, MaxSize: 1, AvailabilityZones: [b]}");
    client_refused(&client, "ValidationError", "does not exist",
                   "autoscaling:CreateAutoScalingGroup",
                   "{AutoScalingGroupName: a, LaunchConfigurationName: no, MinSize: 1, MaxSize: 1, "
                   "AvailabilityZones: [us-east-1a]}");
    client_refused(&client, "ValidationError", "Availability Zone",
                   "autoscaling:CreateAutoScalingGroup",
                   "{AutoScalingGroupName: a, LaunchConfigurationName: small, MinSize: 1, "
                   "MaxSize: 1}");
    client_refused(&client, "ValidationError", "Max bound", "autoscaling:UpdateAutoScalingGroup",
                   "{AutoScalingGroupName: web, MinSize: 5}");
    client_refused(&client, "ValidationError", "not found", "autoscaling:SetDesiredCapacity",
                   "{AutoScalingGroupName: no, DesiredCapacity: 1}");
    client_refused(&client, "ResourceInUseFault", "attached",
                   "autoscaling:DeleteLaunchConfiguration", "{LaunchConfigurationName: small}");
    client_close(&client);
}

static void instances_come_and_go(void **state)
{
    struct client client;

    (void)state;
    open_group(&client, BS_ACCOUNT_REALISTIC, GROUP("MinSize: 1, MaxSize: 4, DesiredCapacity: 3"));
    describe(&client, "web");
    assert_int_equal(count_in(&client, "Pending"), 3);
    client_call(&client, "autoscaling:DescribeScalingActivities", "{AutoScalingGroupName: web}");
    assert_int_equal(client_count(&client, "Activities"), 3);
    assert_string_equal(client_text(&client, "Activities.0.StatusCode"), "InProgress");
    client_run(&client, 120);
    describe(&client, "web");
    assert_int_equal(count_in(&client, "InService"), 3);
    assert_string_equal(client_text(&client, "AutoScalingGroups.0.Instances.0.HealthStatus"),
                        "Healthy");
    client_call(&client, "autoscaling:SetDesiredCapacity",
                "{AutoScalingGroupName: web, DesiredCapacity: 1}");
    describe(&client, "web");
    assert_int_equal(count_in(&client, "Terminating"), 2);
    client_run(&client, 240);
    describe(&client, "web");
    assert_int_equal(client_count(&client, "AutoScalingGroups.0.Instances"), 1);
    client_call(&client, "autoscaling:DescribeScalingActivities", "{}");
    assert_int_equal(client_count(&client, "Activities"), 5);
    assert_string_equal(client_text(&client, "Activities.0.StatusCode"), "Successful");
    client_close(&client);
}

static void the_desired_number_keeps_to_its_bounds(void **state)
{
    struct client client;

    (void)state;
    open_group(&client, BS_ACCOUNT_INSTANT, GROUP("MinSize: 1, MaxSize: 4"));
    client_refused(&client, "ValidationError", "value 0 is below min value 1",
                   "autoscaling:SetDesiredCapacity",
                   "{AutoScalingGroupName: web, DesiredCapacity: 0}");
    client_refused(&client, "ValidationError", "value 5 is above max value 4",
                   "autoscaling:SetDesiredCapacity",
                   "{AutoScalingGroupName: web, DesiredCapacity: 5}");
    client_call(&client, "autoscaling:UpdateAutoScalingGroup",
                "{AutoScalingGroupName: web, MinSize: 3, MaxSize: 6}");
    describe(&client, "web");
    assert_int_equal(client_integer(&client, "AutoScalingGroups.0.DesiredCapacity"), 3);
    client_call(&client, "autoscaling:UpdateAutoScalingGroup",
                "{AutoScalingGroupName: web, MinSize: 0, MaxSize: 2}");
    describe(&client, "web");
    assert_int_equal(client_integer(&client, "AutoScalingGroups.0.DesiredCapacity"), 2);
    assert_int_equal(client_count(&client, "AutoScalingGroups.0.Instances"), 2);
    client_refused(&client, "ScalingActivityInProgressFault", "cooldown",
                   "autoscaling:SetDesiredCapacity",
                   "{AutoScalingGroupName: web, DesiredCapacity: 1, HonorCooldown: true}");
    client_run(&client, 400);
    client_call(&client, "autoscaling:SetDesiredCapacity",
                "{AutoScalingGroupName: web, DesiredCapacity: 1, HonorCooldown: true}");
    client_close(&client);
}

static void what_is_suspended_waits(void **state)
{
    struct client client;

    (void)state;
    open_group(&client, BS_ACCOUNT_INSTANT, GROUP("MinSize: 1, MaxSize: 4"));
    client_refused(&client, "ValidationError", "process", "autoscaling:SuspendProcesses",
                   "{AutoScalingGroupName: web, ScalingProcesses: [Lunch]}");
    client_call(&client, "autoscaling:SuspendProcesses",
                "{AutoScalingGroupName: web, ScalingProcesses: [Launch]}");
    client_call(&client, "autoscaling:SetDesiredCapacity",
                "{AutoScalingGroupName: web, DesiredCapacity: 3}");
    describe(&client, "web");
    assert_int_equal(client_count(&client, "AutoScalingGroups.0.Instances"), 1);
    assert_string_equal(
        client_text(&client, "AutoScalingGroups.0.SuspendedProcesses.0.ProcessName"), "Launch");
    client_call(&client, "autoscaling:ResumeProcesses", "{AutoScalingGroupName: web}");
    describe(&client, "web");
    assert_int_equal(client_count(&client, "AutoScalingGroups.0.Instances"), 3);
    assert_int_equal(client_count(&client, "AutoScalingGroups.0.SuspendedProcesses"), 0);
    client_close(&client);
}

static void one_instance_is_taken_out(void **state)
{
    struct client client;
    char id[64];

    (void)state;
    open_group(&client, BS_ACCOUNT_INSTANT, GROUP("MinSize: 1, MaxSize: 4, DesiredCapacity: 2"));
    client_call(&client, "autoscaling:DescribeAutoScalingInstances", "{}");
    assert_int_equal(client_count(&client, "AutoScalingInstances"), 2);
    assert_string_equal(client_text(&client, "AutoScalingInstances.0.HealthStatus"), "HEALTHY");
    client_keep(&client, "AutoScalingInstances.0.InstanceId", id, sizeof(id));
    client_call(&client, "autoscaling:TerminateInstanceInAutoScalingGroup",
                "{InstanceId: %s, ShouldDecrementDesiredCapacity: false}", id);
    assert_non_null(strstr(client_text(&client, "Activity.Description"), id));
    client_call(&client, "autoscaling:DescribeAutoScalingInstances", "{InstanceIds: [%s]}", id);
    assert_int_equal(client_count(&client, "AutoScalingInstances"), 0);
    describe(&client, "web");
    assert_int_equal(client_count(&client, "AutoScalingGroups.0.Instances"), 2);
    client_keep(&client, "AutoScalingGroups.0.Instances.0.InstanceId", id, sizeof(id));
    client_call(&client, "autoscaling:TerminateInstanceInAutoScalingGroup",
                "{InstanceId: %s, ShouldDecrementDesiredCapacity: true}", id);
    describe(&client, "web");
    assert_int_equal(client_count(&client, "AutoScalingGroups.0.Instances"), 1);
    client_keep(&client, "AutoScalingGroups.0.Instances.0.InstanceId", id, sizeof(id));
    client_refused(&client, "ValidationError", "desiredSize equals minSize (1)",
                   "autoscaling:TerminateInstanceInAutoScalingGroup",
                   "{InstanceId: %s, ShouldDecrementDesiredCapacity: true}", id);
    client_refused(&client, "ValidationError", "Instance Id not found",
                   "autoscaling:TerminateInstanceInAutoScalingGroup",
                   "{InstanceId: i-0, ShouldDecrementDesiredCapacity: true}");
    client_close(&client);
}

static void a_group_is_deleted_when_it_is_empty_or_by_force(void **state)
{
    struct client client;

    (void)state;
    open_group(&client, BS_ACCOUNT_INSTANT, GROUP("MinSize: 1, MaxSize: 4"));
    client_refused(&client, "ResourceInUseFault", "still in the group",
                   "autoscaling:DeleteAutoScalingGroup", "{AutoScalingGroupName: web}");
    client_call(&client, "autoscaling:DeleteAutoScalingGroup",
                "{AutoScalingGroupName: web, ForceDelete: true}");
    describe(&client, "web");
    assert_int_equal(client_count(&client, "AutoScalingGroups"), 0);
    client_call(&client, "autoscaling:DescribeAutoScalingInstances", "{}");
    assert_int_equal(client_count(&client, "AutoScalingInstances"), 0);
    client_call(&client, "autoscaling:DeleteLaunchConfiguration",
                "{LaunchConfigurationName: small}");
    client_call(&client, "autoscaling:DescribeLaunchConfigurations", "{}");
    assert_int_equal(client_count(&client, "LaunchConfigurations"), 0);
    client_close(&client);
}

static void groups_have_tags(void **state)
{
    struct client client;

    (void)state;
    open_group(&client, BS_ACCOUNT_INSTANT,
               GROUP("MinSize: 0, MaxSize: 4, "
                     "Tags: [{Key: team, Value: shop}]"));
    client_call(&client, "autoscaling:CreateOrUpdateTags",
                "{Tags: [{Key: team, Value: bank, ResourceId: web}, {Key: tier, ResourceId: web, "
                "Value: '1', PropagateAtLaunch: true}]}");
    client_refused(&client, "ValidationError", "not found", "autoscaling:CreateOrUpdateTags",
                   "{Tags: [{Key: team, Value: bank, ResourceId: no}]}");
    client_call(&client, "autoscaling:DescribeTags",
                "{Filters: [{Name: auto-scaling-group, Values: [web]}]}");
    assert_int_equal(client_count(&client, "Tags"), 2);
    assert_string_equal(client_text(&client, "Tags.0.Value"), "bank");
    client_call(&client, "autoscaling:DescribeAutoScalingGroups",
                "{Filters: [{Name: 'tag:team', Values: [shop]}]}");
    assert_int_equal(client_count(&client, "AutoScalingGroups"), 0);
    client_call(&client, "autoscaling:DeleteTags", "{Tags: [{Key: team, ResourceId: web}]}");
    client_call(&client, "autoscaling:DescribeTags", "{}");
    assert_int_equal(client_count(&client, "Tags"), 1);
    client_close(&client);
}

/* ---- The scenario's ---- */

static struct bs_group_counts counts_of(const struct client *client, const char *group)
{
    return bs_ecs_group_counts(
        client->world, &client->scenario->resources[bs_scenario_resource(client->scenario, group)]);
}

static void the_worlds_group_is_scaled(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, STAGE, BS_ACCOUNT_REALISTIC);
    client.region = "us-west-2";
    describe(&client, "iac-dharma-asg-dr");
    assert_int_equal(count_in(&client, "InService"), 2);
    client_call(&client, "autoscaling:SetDesiredCapacity",
                "{AutoScalingGroupName: iac-dharma-asg-dr, DesiredCapacity: 6}");
    assert_int_equal(counts_of(&client, "iac-dharma-asg-dr").desired, 6);
    describe(&client, "iac-dharma-asg-dr");
    assert_int_equal(count_in(&client, "Pending"), 4);
    client_run(&client, 60);
    describe(&client, "iac-dharma-asg-dr");
    assert_int_equal(count_in(&client, "InService"), 2);
    client_run(&client, 240);
    assert_int_equal(counts_of(&client, "iac-dharma-asg-dr").healthy, 6);
    describe(&client, "iac-dharma-asg-dr");
    assert_int_equal(count_in(&client, "InService"), 6);
    client_call(&client, "autoscaling:SetDesiredCapacity",
                "{AutoScalingGroupName: iac-dharma-asg-dr, DesiredCapacity: 0}");
    assert_int_equal(counts_of(&client, "iac-dharma-asg-dr").running, 0);
    client_refused(&client, "ValidationError", "12 instances at most",
                   "autoscaling:UpdateAutoScalingGroup",
                   "{AutoScalingGroupName: iac-dharma-asg-dr, MaxSize: 13}");
    client_refused(&client, "ValidationError", "the scenario's",
                   "autoscaling:DeleteAutoScalingGroup",
                   "{AutoScalingGroupName: iac-dharma-asg-dr, ForceDelete: true}");
    client_close(&client);
}

static void an_instance_of_the_world_is_replaced(void **state)
{
    struct client client;
    char id[64];

    (void)state;
    client_open(&client, STAGE, BS_ACCOUNT_REALISTIC);
    client.region = "us-west-2";
    describe(&client, "iac-dharma-asg-dr");
    client_keep(&client, "AutoScalingGroups.0.Instances.0.InstanceId", id, sizeof(id));
    client_call(&client, "autoscaling:TerminateInstanceInAutoScalingGroup",
                "{InstanceId: %s, ShouldDecrementDesiredCapacity: false}", id);
    assert_int_equal(counts_of(&client, "iac-dharma-asg-dr").desired, 2);
    assert_int_equal(counts_of(&client, "iac-dharma-asg-dr").running, 1);
    describe(&client, "iac-dharma-asg-dr");
    assert_int_equal(count_in(&client, "InService"), 1);
    assert_int_equal(count_in(&client, "Pending"), 1);
    client_run(&client, 300);
    assert_int_equal(counts_of(&client, "iac-dharma-asg-dr").running, 2);
    client_close(&client);
}

static void ecs_does_not_know_groups(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, STAGE, BS_ACCOUNT_REALISTIC);
    client.region = "us-west-2";
    client_call(&client, "ecs:ListClusters", "{}");
    assert_int_equal(client_count(&client, "clusterArns"), 0);
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_group_needs_what_its_instances_are_made_of),
        cmocka_unit_test(instances_come_and_go),
        cmocka_unit_test(the_desired_number_keeps_to_its_bounds),
        cmocka_unit_test(what_is_suspended_waits),
        cmocka_unit_test(one_instance_is_taken_out),
        cmocka_unit_test(a_group_is_deleted_when_it_is_empty_or_by_force),
        cmocka_unit_test(groups_have_tags),
        cmocka_unit_test(the_worlds_group_is_scaled),
        cmocka_unit_test(an_instance_of_the_world_is_replaced),
        cmocka_unit_test(ecs_does_not_know_groups),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
