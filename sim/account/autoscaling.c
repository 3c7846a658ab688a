/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon EC2 Auto Scaling: groups, launch configurations, tags.
 *
 * Of the scenario's groups, what clients change is how many instances there are, up to the scenario's
 * max_tasks; the rest is recorded. Scaling policies are not served: nothing scales by itself.
 *
 * Source: Amazon EC2 Auto Scaling API Reference.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "sim/account/autoscaling.h"
#include "sim/account/services.h"

enum {
    GROUPS_MAX = 500, /* Per Region, as the next. */
    COOLDOWN_S = 300,
};

static const char *const processes[] = {
    "Launch",      "Terminate",       "AddToLoadBalancer", "AlarmNotification", "AZRebalance",
    "HealthCheck", "InstanceRefresh", "ReplaceUnhealthy",  "ScheduledActions",  NULL};

/* ---- Groups ---- */

/* The group that the input names; NULL, and the answer says so, if there is none. */
static struct bs_account_entry *group_asked(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "AutoScalingGroupName", "");
    struct bs_account_entry *group;

    bs_asg_follow_world(account, request->region);
    group = bs_account_find(account, BS_ASG_GROUP, request->region, name);
    if (group == NULL) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "AutoScalingGroup name not found - AutoScalingGroup '%.255s' not found",
                        name);
    }
    return group;
}

static int64_t size_of(const struct bs_account_entry *group, const char *member)
{
    return bs_tree_integer(group->attributes, member, 0);
}

static struct bs_account_entry *add_group(struct bs_account *account, const char *region,
                                          const char *name)
{
    struct bs_account_entry *group = bs_account_add(account, BS_ASG_GROUP, region, name);
    char uuid[37];

    bs_account_new_uuid(account, uuid);
    bs_tree_set_text(group->attributes, "AutoScalingGroupName", name);
    bs_tree_set_format(group->attributes, "AutoScalingGroupARN",
                       "arn:aws:autoscaling:%s:" BS_ACCOUNT_ID
                       ":autoScalingGroup:%s:autoScalingGroupName/%s",
                       region, uuid, name);
    bs_tree_set_integer(group->attributes, "DefaultCooldown", COOLDOWN_S);
    bs_tree_set_text(group->attributes, "HealthCheckType", "EC2");
    bs_tree_set_integer(group->attributes, "HealthCheckGracePeriod", 0);
    bs_tree_set_instant(group->attributes, "CreatedTime", bs_account_now(account));
    bs_tree_set_text(group->attributes, "ServiceLinkedRoleARN",
                     "arn:aws:iam::" BS_ACCOUNT_ID ":role/aws-service-role/"
                     "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
    bs_tree_append_text(bs_tree_set_list(group->attributes, "TerminationPolicies"), "Default");
    (void)bs_tree_set_list(group->attributes, "AvailabilityZones");
    (void)bs_tree_set_list(group->attributes, "SuspendedProcesses");
    (void)bs_tree_set_list(group->attributes, "Tags");
    return group;
}

static void show_instances(struct bs_account *account, const struct bs_account_entry *group,
                           struct bs_tree *list)
{
    static const char *const members[] = {
        "InstanceId",     "InstanceType",         "AvailabilityZone",
        "LifecycleState", "HealthStatus",         "LaunchConfigurationName",
        "LaunchTemplate", "ProtectedFromScaleIn", NULL};
    const struct bs_account_entry *instance = bs_asg_next(account, group, NULL);

    for (; instance != NULL; instance = bs_asg_next(account, group, instance->key)) {
        bs_tree_copy_members(bs_tree_append_structure(list), instance->attributes, members);
    }
}

static const char *const given[] = {"LaunchConfigurationName",
                                    "LaunchTemplate",
                                    "MixedInstancesPolicy",
                                    "MinSize",
                                    "MaxSize",
                                    "DesiredCapacity",
                                    "DefaultCooldown",
                                    "AvailabilityZones",
                                    "HealthCheckType",
                                    "HealthCheckGracePeriod",
                                    "PlacementGroup",
                                    "VPCZoneIdentifier",
                                    "TerminationPolicies",
                                    "NewInstancesProtectedFromScaleIn",
                                    "ServiceLinkedRoleARN",
                                    "MaxInstanceLifetime",
                                    "CapacityRebalance",
                                    "Context",
                                    "DesiredCapacityType",
                                    "DefaultInstanceWarmup",
                                    NULL};

static void show_group(struct bs_account *account, const struct bs_account_entry *group,
                       struct bs_tree *shown)
{
    static const char *const others[] = {
        "AutoScalingGroupName", "AutoScalingGroupARN", "CreatedTime", "SuspendedProcesses",
        "LoadBalancerNames",    "TargetGroupARNs",     "Tags",        NULL};

    bs_tree_copy_members(shown, group->attributes, given);
    bs_tree_copy_members(shown, group->attributes, others);
    show_instances(account, group, bs_tree_set_list(shown, "Instances"));
}

/* ---- Sizes ---- */

struct sizes {
    int64_t least;
    int64_t most;
    int64_t desired;
};

static bool are_sizes_good(const struct sizes *sizes, struct bs_account_answer *answer)
{
    if (sizes->least < 0 || sizes->most < 0 || sizes->desired < 0) {
        bs_account_fail(answer, BS_ASG_INVALID, "Sizes must not be negative.");
    } else if (sizes->least > sizes->most) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "Max bound, %" PRId64
                        ", must be greater than or equal to min bound, %" PRId64,
                        sizes->most, sizes->least);
    } else if (sizes->desired < sizes->least || sizes->desired > sizes->most) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "Desired capacity:%" PRId64
                        " must be between the specified min size:%" PRId64 " and max size:%" PRId64,
                        sizes->desired, sizes->least, sizes->most);
    }
    return answer->error == NULL;
}

/* More than the scenario has room for cannot be had from its world. */
static bool world_can(const struct bs_account *account, const struct bs_account_entry *group,
                      int64_t most, struct bs_account_answer *answer)
{
    const struct bs_resource *resource = bs_asg_scenario_group(account, group);

    if (resource != NULL && most > resource->is.ecs.max_tasks) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "The group %s is the scenario's, which has room for %" PRId64
                        " instances at most.",
                        group->key, resource->is.ecs.max_tasks);
    }
    return answer->error == NULL;
}

static void set_desired(struct bs_account *account, struct bs_account_entry *group, int64_t desired,
                        const char *by)
{
    const int64_t before = size_of(group, "DesiredCapacity");
    char cause[512];

    (void)snprintf(cause, sizeof(cause),
                   "%s changing the desired capacity from %" PRId64 " to %" PRId64 ".", by, before,
                   desired);
    bs_tree_set_integer(group->attributes, "DesiredCapacity", desired);
    bs_asg_reconcile(account, group, cause);
}

/* Whether the last activity is still on, or was less than a cooldown ago. */
static bool is_cooling(struct bs_account *account, const struct bs_account_entry *group)
{
    const struct bs_account_entry *newest = bs_asg_newest_activity(account, group);
    const int64_t cooldown_ns = size_of(group, "DefaultCooldown") * BS_NS_PER_S;
    const struct bs_instant now = bs_account_now(account);

    return newest != NULL &&
           now.ns - bs_tree_instant(newest->attributes, "EndTime", now).ns < cooldown_ns;
}

static void set_desired_capacity(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const int64_t desired = bs_tree_integer(request->input, "DesiredCapacity", 0);
    struct bs_account_entry *group = group_asked(account, request, answer);

    if (group == NULL) {
        return;
    }
    if (desired < size_of(group, "MinSize")) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "New SetDesiredCapacity value %" PRId64 " is below min value %" PRId64
                        " for the AutoScalingGroup.",
                        desired, size_of(group, "MinSize"));
    } else if (desired > size_of(group, "MaxSize")) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "New SetDesiredCapacity value %" PRId64 " is above max value %" PRId64
                        " for the AutoScalingGroup.",
                        desired, size_of(group, "MaxSize"));
    } else if (bs_tree_boolean(request->input, "HonorCooldown", false) &&
               is_cooling(account, group)) {
        bs_account_fail(answer, "ScalingActivityInProgressFault",
                        "Scaling activity in progress or in cooldown");
    } else {
        set_desired(account, group, desired, "a user request executed SetDesiredCapacity");
    }
}

/* ---- Making, changing, taking away ---- */

static bool has_source(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    static const char *const sources[] = {"LaunchConfigurationName", "LaunchTemplate",
                                          "MixedInstancesPolicy", "InstanceId", NULL};
    const char *name = bs_tree_text(request->input, "LaunchConfigurationName", NULL);
    size_t count = 0;

    for (size_t i = 0; sources[i] != NULL; i++) {
        count += bs_tree_get(request->input, sources[i]) != NULL ? 1 : 0;
    }
    if (count != 1 && strcmp(request->operation, "CreateAutoScalingGroup") == 0) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "Valid requests must contain either LaunchTemplate, "
                        "LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.");
    } else if (name != NULL &&
               bs_account_find(account, BS_ASG_CONFIGURATION, request->region, name) == NULL) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "Launch configuration name not found - A launch configuration with the "
                        "name: %.255s does not exist",
                        name);
    }
    return answer->error == NULL;
}

static bool has_place(const struct bs_account_request *request, struct bs_account_answer *answer)
{
    if (bs_tree_count(bs_tree_get(request->input, "AvailabilityZones")) == 0 &&
        bs_tree_get(request->input, "VPCZoneIdentifier") == NULL) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "At least one Availability Zone or VPC Subnet is required.");
    }
    return answer->error == NULL;
}

static bool is_free(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "AutoScalingGroupName", "");

    if (bs_account_find(account, BS_ASG_GROUP, request->region, name) != NULL) {
        bs_account_fail(answer, "AlreadyExistsFault",
                        "AutoScalingGroup by this name already exists - A group with the name "
                        "%.255s already exists",
                        name);
    } else if (bs_asg_count_entries(account, BS_ASG_GROUP, request->region) >= GROUPS_MAX) {
        bs_account_fail(answer, "LimitExceededFault",
                        "You may not create more than %d AutoScaling groups", GROUPS_MAX);
    }
    return answer->error == NULL;
}

static void create_group(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    static const char *const attached[] = {"LoadBalancerNames", "TargetGroupARNs", NULL};
    const struct bs_tree *input = request->input;
    const int64_t least = bs_tree_integer(input, "MinSize", 0);
    const struct sizes sizes = {least, bs_tree_integer(input, "MaxSize", 0),
                                bs_tree_integer(input, "DesiredCapacity", least)};
    struct bs_account_entry *group;

    if (!is_free(account, request, answer) || !has_source(account, request, answer) ||
        !has_place(request, answer) || !are_sizes_good(&sizes, answer)) {
        return;
    }
    group = add_group(account, request->region, bs_tree_text(input, "AutoScalingGroupName", ""));
    bs_tree_copy_members(group->attributes, input, given);
    bs_tree_copy_members(group->attributes, input, attached);
    bs_asg_take_tags(group, bs_tree_get(input, "Tags"));
    bs_tree_set_integer(group->attributes, "DesiredCapacity", 0);
    set_desired(account, group, sizes.desired, "a user request created an AutoScalingGroup");
}

/* New bounds take the desired number with them unless the input says another. */
static struct sizes sizes_after(const struct bs_account_entry *group, const struct bs_tree *input)
{
    struct sizes sizes = {
        bs_tree_integer(input, "MinSize", size_of(group, "MinSize")),
        bs_tree_integer(input, "MaxSize", size_of(group, "MaxSize")),
        size_of(group, "DesiredCapacity"),
    };

    sizes.desired = sizes.desired < sizes.least ? sizes.least : sizes.desired;
    sizes.desired = sizes.desired > sizes.most ? sizes.most : sizes.desired;
    sizes.desired = bs_tree_integer(input, "DesiredCapacity", sizes.desired);
    return sizes;
}

static void update_group(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *group = group_asked(account, request, answer);
    struct sizes sizes;
    int64_t before;

    if (group == NULL || !has_source(account, request, answer)) {
        return;
    }
    sizes = sizes_after(group, request->input);
    if (!are_sizes_good(&sizes, answer) || !world_can(account, group, sizes.most, answer)) {
        return;
    }
    before = size_of(group, "DesiredCapacity");
    bs_tree_copy_members(group->attributes, request->input, given);
    bs_tree_set_integer(group->attributes, "DesiredCapacity", before);
    if (sizes.desired != before) {
        set_desired(account, group, sizes.desired, "a user request updated the AutoScalingGroup,");
    }
}

static void delete_group(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *group = group_asked(account, request, answer);

    if (group == NULL) {
        return;
    }
    if (bs_asg_scenario_group(account, group) != NULL) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "The group %s is the scenario's and cannot be deleted.", group->key);
    } else if (bs_asg_next(account, group, NULL) != NULL &&
               !bs_tree_boolean(request->input, "ForceDelete", false)) {
        bs_account_fail(answer, "ResourceInUseFault",
                        "You cannot delete an AutoScalingGroup while there are instances or "
                        "pending Spot instance request(s) still in the group.");
    } else {
        bs_asg_forget(account, group);
    }
}

/* ---- Processes ---- */

static bool is_process(const char *name)
{
    for (size_t i = 0; processes[i] != NULL; i++) {
        if (strcmp(processes[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void suspend(struct bs_account_entry *group, const char *process)
{
    struct bs_tree *item;

    if (!bs_asg_is_suspended(group, process)) {
        item =
            bs_tree_append_structure(bs_tree_get_mutable(group->attributes, "SuspendedProcesses"));
        bs_tree_set_text(item, "ProcessName", process);
        bs_tree_set_text(item, "SuspensionReason", "User suspended");
    }
}

static void resume(struct bs_account_entry *group, const char *process)
{
    struct bs_tree *list = bs_tree_get_mutable(group->attributes, "SuspendedProcesses");

    for (struct bs_tree *item = bs_tree_first_mutable(list); item != NULL; item = item->next) {
        if (strcmp(bs_tree_text(item, "ProcessName", ""), process) == 0) {
            bs_tree_remove_element(list, item);
            return;
        }
    }
}

/* None named: all. */
static void change_processes(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    const struct bs_tree *names = bs_tree_get(request->input, "ScalingProcesses");
    const bool suspends = strcmp(request->operation, "SuspendProcesses") == 0;
    struct bs_account_entry *group = group_asked(account, request, answer);

    if (group == NULL) {
        return;
    }
    for (const struct bs_tree *name = bs_tree_first(names); name != NULL; name = name->next) {
        if (name->kind != BS_TREE_TEXT || !is_process(name->is.text.bytes)) {
            bs_account_fail(answer, BS_ASG_INVALID, "Invalid scaling process");
            return;
        }
    }
    for (size_t i = 0; processes[i] != NULL; i++) {
        if (bs_tree_count(names) == 0 || bs_tree_has_text(names, processes[i])) {
            (suspends ? suspend : resume)(group, processes[i]);
        }
    }
    bs_asg_reconcile(account, group, "a user request resumed the AutoScalingGroup's processes.");
}

static void describe_processes(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "Processes");

    (void)account;
    (void)request;
    for (size_t i = 0; processes[i] != NULL; i++) {
        bs_tree_set_text(bs_tree_append_structure(list), "ProcessName", processes[i]);
    }
}

/* ---- Instances ---- */

/* The instance that the input names, and its group; else the answer says so. */
static struct bs_account_entry *instance_of(struct bs_account *account, const char *region,
                                            const char *id, struct bs_account_answer *answer)
{
    struct bs_account_entry *instance = bs_account_find(account, BS_ASG_INSTANCE, region, id);

    if (instance == NULL) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "Instance Id not found - No managed instance found for "
                        "instance ID: %.40s",
                        id);
    }
    return instance;
}

static struct bs_account_entry *group_of(struct bs_account *account,
                                         const struct bs_account_entry *instance)
{
    return bs_account_find(account, BS_ASG_GROUP, instance->region,
                           bs_tree_text(instance->attributes, "AutoScalingGroupName", ""));
}

static void terminate_instance(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, "InstanceId", "");
    struct bs_account_entry *instance;
    struct bs_account_entry *group;
    int64_t desired;

    bs_asg_follow_world(account, request->region);
    instance = instance_of(account, request->region, id, answer);
    if (instance == NULL) {
        return;
    }
    group = group_of(account, instance);
    desired = size_of(group, "DesiredCapacity");
    if (bs_tree_boolean(request->input, "ShouldDecrementDesiredCapacity", false)) {
        if (desired <= size_of(group, "MinSize")) {
            bs_account_fail(answer, BS_ASG_INVALID,
                            "Currently, desiredSize equals minSize (%" PRId64
                            "). Terminating instance without replacement will violate group's min "
                            "size constraint. Either set shouldDecrementDesiredCapacity flag to "
                            "false or lower group's min size.",
                            desired);
            return;
        }
        bs_tree_set_integer(group->attributes, "DesiredCapacity", desired - 1);
    }
    bs_asg_terminate(account, group, instance,
                     "an instance was taken out of service in response to a user request.",
                     bs_tree_set_structure(answer->output, "Activity"));
}

static void set_health(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    struct bs_account_entry *instance = instance_of(
        account, request->region, bs_tree_text(request->input, "InstanceId", ""), answer);
    const char *status = bs_tree_text(request->input, "HealthStatus", "");

    if (instance == NULL) {
        return;
    }
    if (strcmp(status, "Healthy") != 0 && strcmp(status, "Unhealthy") != 0) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "Valid instance health states are: [Healthy, Unhealthy].");
        return;
    }
    bs_tree_set_text(instance->attributes, "HealthStatus", status);
}

static void set_protection(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const struct bs_tree *ids = bs_tree_get(request->input, "InstanceIds");

    if (group_asked(account, request, answer) == NULL) {
        return;
    }
    for (const struct bs_tree *id = bs_tree_first(ids); id != NULL; id = id->next) {
        struct bs_account_entry *instance =
            id->kind == BS_TREE_TEXT
                ? instance_of(account, request->region, id->is.text.bytes, answer)
                : NULL;

        if (instance == NULL) {
            return;
        }
        bs_tree_set_boolean(instance->attributes, "ProtectedFromScaleIn",
                            bs_tree_boolean(request->input, "ProtectedFromScaleIn", false));
    }
}

/* ---- Lists ---- */

static void describe_instances(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    static const char *const members[] = {
        "InstanceId",       "InstanceType",         "AutoScalingGroupName",
        "AvailabilityZone", "LifecycleState",       "LaunchConfigurationName",
        "LaunchTemplate",   "ProtectedFromScaleIn", NULL};
    const struct bs_tree *ids = bs_tree_get(request->input, "InstanceIds");
    struct bs_tree *list = bs_tree_set_list(answer->output, "AutoScalingInstances");
    const struct bs_account_entry *instance;

    bs_asg_follow_world(account, request->region);
    instance = bs_account_next(account, BS_ASG_INSTANCE, request->region, NULL);
    for (; instance != NULL;
         instance = bs_account_next(account, BS_ASG_INSTANCE, request->region, instance->key)) {
        if (bs_asg_is_wanted(ids, instance->key)) {
            struct bs_tree *shown = bs_tree_append_structure(list);
            const char *health = bs_tree_text(instance->attributes, "HealthStatus", "");

            bs_tree_copy_members(shown, instance->attributes, members);
            bs_tree_set_text(shown, "HealthStatus",
                             strcmp(health, "Healthy") == 0 ? "HEALTHY" : "UNHEALTHY");
        }
    }
}

/* "tag:team" of a group; "tag-key" and "tag-value" of any of its tags. */
static bool tag_matches(const struct bs_tree *tag, const char *name, const struct bs_tree *values)
{
    const char *key = bs_tree_text(tag, "Key", "");
    const char *value = bs_tree_text(tag, "Value", "");

    if (strncmp(name, "tag:", 4) == 0) {
        return strcmp(name + 4, key) == 0 && bs_tree_has_text(values, value);
    }
    return bs_tree_has_text(values, strcmp(name, "tag-value") == 0 ? value : key);
}

static bool group_matches(const struct bs_account_entry *group, const struct bs_tree *filters)
{
    for (const struct bs_tree *filter = bs_tree_first(filters); filter != NULL;
         filter = filter->next) {
        const struct bs_tree *tag = bs_tree_first(bs_tree_get(group->attributes, "Tags"));

        while (tag != NULL &&
               !tag_matches(tag, bs_tree_text(filter, "Name", ""), bs_tree_get(filter, "Values"))) {
            tag = tag->next;
        }
        if (tag == NULL) {
            return false;
        }
    }
    return true;
}

static void describe_groups(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    const struct bs_tree *names = bs_tree_get(request->input, "AutoScalingGroupNames");
    const struct bs_tree *filters = bs_tree_get(request->input, "Filters");
    struct bs_tree *list = bs_tree_set_list(answer->output, "AutoScalingGroups");
    const struct bs_account_entry *group;

    bs_asg_follow_world(account, request->region);
    group = bs_account_next(account, BS_ASG_GROUP, request->region, NULL);
    for (; group != NULL;
         group = bs_account_next(account, BS_ASG_GROUP, request->region, group->key)) {
        if (bs_asg_is_wanted(names, group->key) && group_matches(group, filters)) {
            show_group(account, group, bs_tree_append_structure(list));
        }
    }
}

static void describe_activities(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "AutoScalingGroupName", NULL);
    const struct bs_tree *ids = bs_tree_get(request->input, "ActivityIds");
    struct bs_tree *list = bs_tree_set_list(answer->output, "Activities");
    const struct bs_account_entry *activity;

    if (name != NULL && group_asked(account, request, answer) == NULL) {
        return;
    }
    bs_asg_follow_world(account, request->region);
    activity = bs_account_next(account, BS_ASG_ACTIVITY, request->region, NULL);
    for (; activity != NULL;
         activity = bs_account_next(account, BS_ASG_ACTIVITY, request->region, activity->key)) {
        const struct bs_tree *is = activity->attributes;

        if ((name == NULL || strcmp(bs_tree_text(is, "AutoScalingGroupName", ""), name) == 0) &&
            bs_asg_is_wanted(ids, bs_tree_text(is, "ActivityId", ""))) {
            bs_asg_show_activity(activity, bs_tree_append_structure(list));
        }
    }
}

/* ---- The service ---- */

static void describe_limits(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    bs_tree_set_integer(answer->output, "MaxNumberOfAutoScalingGroups", GROUPS_MAX);
    bs_tree_set_integer(answer->output, "MaxNumberOfLaunchConfigurations",
                        BS_ASG_CONFIGURATIONS_MAX);
    bs_tree_set_integer(answer->output, "NumberOfAutoScalingGroups",
                        (int64_t)bs_asg_count_entries(account, BS_ASG_GROUP, request->region));
    bs_tree_set_integer(
        answer->output, "NumberOfLaunchConfigurations",
        (int64_t)bs_asg_count_entries(account, BS_ASG_CONFIGURATION, request->region));
}

/* The scenario's groups have a launch template that nobody can look at, in two zones. */
static void start_group(struct bs_account *account, const char *region,
                        const struct bs_resource *resource)
{
    struct bs_account_entry *group = add_group(account, region, resource->id);
    struct bs_tree *zones = bs_tree_get_mutable(group->attributes, "AvailabilityZones");
    struct bs_tree *template = bs_tree_set_structure(group->attributes, "LaunchTemplate");
    char zone[80];

    for (const char *letter = "ab"; *letter != '\0'; letter++) {
        (void)snprintf(zone, sizeof(zone), "%.70s%c", region, *letter);
        bs_tree_append_text(zones, zone);
    }
    bs_tree_set_text(template, "LaunchTemplateName", resource->id);
    bs_tree_set_text(template, "Version", "$Latest");
    bs_tree_set_boolean(group->attributes, "Scenario", true);
    bs_tree_set_text(group->attributes, "HealthCheckType", "ELB");
    bs_tree_set_integer(group->attributes, "MinSize", 0);
    bs_tree_set_integer(group->attributes, "MaxSize", resource->is.ecs.max_tasks);
    bs_tree_set_integer(group->attributes, "DesiredCapacity", resource->is.ecs.tasks);
}

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_ECS_SERVICE &&
            resource->is.ecs.runs_on == BS_RUNS_ON_GROUP) {
            start_group(account, scenario->regions[resource->region].name, resource);
        }
    }
}

static const struct bs_account_operation operations[] = {
    {"CreateAutoScalingGroup", create_group, BS_ACCOUNT_MODELLED, false},
    {"CreateLaunchConfiguration", bs_asg_create_configuration, BS_ACCOUNT_RECORDED, false},
    {"CreateOrUpdateTags", bs_asg_create_tags, BS_ACCOUNT_RECORDED, false},
    {"DeleteAutoScalingGroup", delete_group, BS_ACCOUNT_MODELLED, false},
    {"DeleteLaunchConfiguration", bs_asg_delete_configuration, BS_ACCOUNT_RECORDED, false},
    {"DeleteTags", bs_asg_delete_tags, BS_ACCOUNT_RECORDED, false},
    {"DescribeAccountLimits", describe_limits, BS_ACCOUNT_RECORDED, false},
    {"DescribeAutoScalingGroups", describe_groups, BS_ACCOUNT_MODELLED, true},
    {"DescribeAutoScalingInstances", describe_instances, BS_ACCOUNT_MODELLED, true},
    {"DescribeLaunchConfigurations", bs_asg_describe_configurations, BS_ACCOUNT_RECORDED, true},
    {"DescribeScalingActivities", describe_activities, BS_ACCOUNT_MODELLED, true},
    {"DescribeScalingProcessTypes", describe_processes, BS_ACCOUNT_RECORDED, false},
    {"DescribeTags", bs_asg_describe_tags, BS_ACCOUNT_RECORDED, true},
    {"ResumeProcesses", change_processes, BS_ACCOUNT_MODELLED, false},
    {"SetDesiredCapacity", set_desired_capacity, BS_ACCOUNT_MODELLED, false},
    {"SetInstanceHealth", set_health, BS_ACCOUNT_RECORDED, false},
    {"SetInstanceProtection", set_protection, BS_ACCOUNT_MODELLED, false},
    {"SuspendProcesses", change_processes, BS_ACCOUNT_MODELLED, false},
    {"TerminateInstanceInAutoScalingGroup", terminate_instance, BS_ACCOUNT_MODELLED, false},
    {"UpdateAutoScalingGroup", update_group, BS_ACCOUNT_MODELLED, false},
};

const struct bs_account_service bs_account_service_autoscaling = {
    .name = "autoscaling",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
