/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Instances of Auto Scaling groups: launched, in service, terminated, and the activities that say so. */

#include <stdio.h>
#include <string.h>

#include "sim/account/autoscaling.h"
#include "sim/world/ecs.h"

enum { KEY_SIZE = 512, ACTIVITIES_MAX = 200 };

/* Until a new instance is in service, and until one is gone: unsourced. */
static const struct bs_duration launching = {60 * BS_NS_PER_S};
static const struct bs_duration terminating = {60 * BS_NS_PER_S};

const struct bs_resource *bs_asg_scenario_group(const struct bs_account *account,
                                                const struct bs_account_entry *group)
{
    return bs_tree_boolean(group->attributes, "Scenario", false)
               ? bs_account_resource(account, BS_RESOURCE_ECS_SERVICE, group->region, group->key)
               : NULL;
}

static const char *state_of(const struct bs_account_entry *instance)
{
    return bs_tree_text(instance->attributes, "LifecycleState", "");
}

static bool is_leaving(const struct bs_account_entry *instance)
{
    return strcmp(state_of(instance), "Terminating") == 0;
}

struct bs_account_entry *bs_asg_next(struct bs_account *account,
                                     const struct bs_account_entry *group, const char *after)
{
    struct bs_account_entry *instance =
        bs_account_next(account, BS_ASG_INSTANCE, group->region, after);

    while (instance != NULL &&
           strcmp(bs_tree_text(instance->attributes, "AutoScalingGroupName", ""), group->key) !=
               0) {
        instance = bs_account_next(account, BS_ASG_INSTANCE, group->region, instance->key);
    }
    return instance;
}

int64_t bs_asg_count(struct bs_account *account, const struct bs_account_entry *group)
{
    const struct bs_account_entry *instance = bs_asg_next(account, group, NULL);
    int64_t count = 0;

    for (; instance != NULL; instance = bs_asg_next(account, group, instance->key)) {
        count += is_leaving(instance) ? 0 : 1;
    }
    return count;
}

bool bs_asg_is_suspended(const struct bs_account_entry *group, const char *process)
{
    const struct bs_tree *list = bs_tree_get(group->attributes, "SuspendedProcesses");

    for (const struct bs_tree *item = bs_tree_first(list); item != NULL; item = item->next) {
        if (strcmp(bs_tree_text(item, "ProcessName", ""), process) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- Activities ---- */

const struct bs_account_entry *bs_asg_newest_activity(struct bs_account *account,
                                                      const struct bs_account_entry *group)
{
    char prefix[KEY_SIZE];
    const struct bs_account_entry *newest;

    (void)snprintf(prefix, sizeof(prefix), "%.300s\1", group->key);
    newest = bs_account_next(account, BS_ASG_ACTIVITY, group->region, prefix);
    return newest != NULL && strncmp(newest->key, prefix, strlen(prefix)) == 0 ? newest : NULL;
}

static void write_key(const struct bs_account_entry *group, int64_t number, char key[KEY_SIZE])
{
    (void)snprintf(key, KEY_SIZE, "%.300s\1%020lld", group->key, (long long)(INT64_MAX - number));
}

/* The oldest are forgotten. */
static struct bs_account_entry *add_activity(struct bs_account *account,
                                             const struct bs_account_entry *group,
                                             const struct bs_account_entry *instance,
                                             const char *deed, const char *cause)
{
    const struct bs_account_entry *newest = bs_asg_newest_activity(account, group);
    const int64_t number =
        newest != NULL ? bs_tree_integer(newest->attributes, "Number", 0) + 1 : 0;
    struct bs_account_entry *activity;
    char key[KEY_SIZE];
    char id[37];

    if (number >= ACTIVITIES_MAX) {
        write_key(group, number - ACTIVITIES_MAX, key);
        bs_account_remove(account, bs_account_find(account, BS_ASG_ACTIVITY, group->region, key));
    }
    bs_account_new_uuid(account, id);
    write_key(group, number, key);
    activity = bs_account_add(account, BS_ASG_ACTIVITY, group->region, key);
    bs_tree_set_integer(activity->attributes, "Number", number);
    bs_tree_set_text(activity->attributes, "InstanceId", instance->key);
    bs_tree_set_text(activity->attributes, "ActivityId", id);
    bs_tree_set_text(activity->attributes, "AutoScalingGroupName", group->key);
    bs_tree_set_text(activity->attributes, "AutoScalingGroupARN",
                     bs_tree_text(group->attributes, "AutoScalingGroupARN", ""));
    bs_tree_set_format(activity->attributes, "Description", "%s EC2 instance: %s", deed,
                       instance->key);
    bs_tree_set_text(activity->attributes, "Cause", cause);
    bs_tree_set_instant(activity->attributes, "StartTime", bs_account_now(account));
    bs_tree_set_text(activity->attributes, "StatusCode", "InProgress");
    bs_tree_set_integer(activity->attributes, "Progress", 30);
    return activity;
}

/* What was begun for the instance is done. */
static void end_activity(struct bs_account *account, const struct bs_account_entry *instance)
{
    const char *group = bs_tree_text(instance->attributes, "AutoScalingGroupName", "");
    struct bs_account_entry *activity =
        bs_account_next(account, BS_ASG_ACTIVITY, instance->region, NULL);

    for (; activity != NULL;
         activity = bs_account_next(account, BS_ASG_ACTIVITY, instance->region, activity->key)) {
        struct bs_tree *is = activity->attributes;

        if (strcmp(bs_tree_text(is, "InstanceId", ""), instance->key) == 0 &&
            strcmp(bs_tree_text(is, "AutoScalingGroupName", ""), group) == 0 &&
            strcmp(bs_tree_text(is, "StatusCode", ""), "InProgress") == 0) {
            bs_tree_set_text(is, "StatusCode", "Successful");
            bs_tree_set_integer(is, "Progress", 100);
            bs_tree_set_instant(is, "EndTime", bs_account_now(account));
        }
    }
}

void bs_asg_show_activity(const struct bs_account_entry *activity, struct bs_tree *shown)
{
    static const char *const members[] = {"ActivityId",
                                          "AutoScalingGroupName",
                                          "AutoScalingGroupARN",
                                          "Description",
                                          "Cause",
                                          "StartTime",
                                          "EndTime",
                                          "StatusCode",
                                          "Progress",
                                          NULL};

    bs_tree_copy_members(shown, activity->attributes, members);
    bs_tree_set_format(shown, "Details", "{\"Availability Zone\":\"%sa\"}", activity->region);
}

/* ---- Coming and going ---- */

static struct bs_account_entry *
add_instance(struct bs_account *account, const struct bs_account_entry *group, const char *cause)
{
    static const char *const members[] = {"LaunchConfigurationName", "LaunchTemplate",
                                          "AutoScalingGroupName", NULL};
    const struct bs_tree *zones = bs_tree_get(group->attributes, "AvailabilityZones");
    const size_t zone_count = bs_tree_count(zones);
    const struct bs_tree *zone = bs_tree_first(zones);
    struct bs_account_entry *instance;
    char id[20];

    for (int64_t skip = zone_count == 0 ? 0 : bs_asg_count(account, group) % (int64_t)zone_count;
         skip > 0; skip--) {
        zone = zone->next;
    }
    bs_account_new_id(account, "i-", 17, id, sizeof(id));
    instance = bs_account_add(account, BS_ASG_INSTANCE, group->region, id);
    bs_tree_copy_members(instance->attributes, group->attributes, members);
    bs_tree_set_text(instance->attributes, "InstanceId", id);
    bs_tree_set_text(instance->attributes, "InstanceType",
                     bs_tree_text(group->attributes, "InstanceType", "t3.medium"));
    bs_tree_set_text(instance->attributes, "AvailabilityZone",
                     zone != NULL && zone->kind == BS_TREE_TEXT ? zone->is.text.bytes : "");
    bs_tree_set_text(instance->attributes, "LifecycleState", "Pending");
    bs_tree_set_text(instance->attributes, "HealthStatus", "Healthy");
    bs_tree_set_boolean(
        instance->attributes, "ProtectedFromScaleIn",
        bs_tree_boolean(group->attributes, "NewInstancesProtectedFromScaleIn", false));
    if (cause != NULL) {
        (void)add_activity(account, group, instance, "Launching a new", cause);
    }
    return instance;
}

static void put_in_service(struct bs_account *account, struct bs_account_entry *instance)
{
    if (strcmp(state_of(instance), "Pending") == 0) {
        bs_tree_set_text(instance->attributes, "LifecycleState", "InService");
        end_activity(account, instance);
    }
}

static void take_away(struct bs_account *account, struct bs_account_entry *instance)
{
    end_activity(account, instance);
    bs_account_remove(account, instance);
}

/* The one to go: of those that are not protected, the one that came last by its id. */
static struct bs_account_entry *pick(struct bs_account *account,
                                     const struct bs_account_entry *group)
{
    struct bs_account_entry *instance = bs_asg_next(account, group, NULL);
    struct bs_account_entry *picked = NULL;

    for (; instance != NULL; instance = bs_asg_next(account, group, instance->key)) {
        const bool is_pending = strcmp(state_of(instance), "Pending") == 0;

        if (!is_leaving(instance) &&
            !bs_tree_boolean(instance->attributes, "ProtectedFromScaleIn", false) &&
            (picked == NULL || is_pending || strcmp(state_of(picked), "Pending") != 0)) {
            picked = instance;
        }
    }
    return picked;
}

static void end_instance(struct bs_account *account, const struct bs_account_entry *group,
                         struct bs_account_entry *instance, const char *cause)
{
    end_activity(account, instance);
    bs_tree_set_text(instance->attributes, "LifecycleState", "Terminating");
    (void)add_activity(account, group, instance, "Terminating", cause);
    bs_account_later(account, instance, terminating, take_away);
}

/* ---- The world's ---- */

/* As many as the world has, so many of them in service as run there. */
static void follow(struct bs_account *account, const struct bs_account_entry *group,
                   const struct bs_resource *resource, const char *cause)
{
    const struct bs_group_counts counts =
        bs_ecs_group_counts(bs_account_options(account)->world, resource);
    int64_t count = bs_asg_count(account, group);
    int64_t running = 0;
    struct bs_account_entry *instance;

    for (; count < counts.desired; count++) {
        (void)add_instance(account, group, cause);
    }
    while (count > counts.desired && (instance = pick(account, group)) != NULL) {
        end_instance(account, group, instance, cause != NULL ? cause : "The world has fewer.");
        count--;
    }
    instance = bs_asg_next(account, group, NULL);
    for (; instance != NULL; instance = bs_asg_next(account, group, instance->key)) {
        running += strcmp(state_of(instance), "InService") == 0 ? 1 : 0;
    }
    instance = bs_asg_next(account, group, NULL);
    for (; instance != NULL && running < counts.running;
         instance = bs_asg_next(account, group, instance->key)) {
        running += strcmp(state_of(instance), "Pending") == 0 ? 1 : 0;
        put_in_service(account, instance);
    }
}

void bs_asg_follow_world(struct bs_account *account, const char *region)
{
    const struct bs_account_entry *group = bs_account_next(account, BS_ASG_GROUP, region, NULL);

    for (; group != NULL; group = bs_account_next(account, BS_ASG_GROUP, region, group->key)) {
        const struct bs_resource *resource = bs_asg_scenario_group(account, group);

        if (resource != NULL) {
            follow(account, group, resource, NULL);
        }
    }
}

/* ---- As many as are wanted ---- */

static int64_t wanted(const struct bs_account_entry *group, int64_t count)
{
    const int64_t desired = bs_tree_integer(group->attributes, "DesiredCapacity", 0);

    return bs_asg_is_suspended(group, desired > count ? "Launch" : "Terminate") ? count : desired;
}

void bs_asg_reconcile(struct bs_account *account, struct bs_account_entry *group, const char *cause)
{
    const struct bs_resource *resource = bs_asg_scenario_group(account, group);
    int64_t count = bs_asg_count(account, group);
    const int64_t desired = wanted(group, count);
    struct bs_account_entry *instance;

    if (resource != NULL) {
        bs_ecs_scale_group(bs_account_options(account)->world, resource, desired);
        follow(account, group, resource, cause);
        return;
    }
    for (; count < desired; count++) {
        instance = add_instance(account, group, cause);
        bs_account_later(account, instance, launching, put_in_service);
    }
    for (; count > desired && (instance = pick(account, group)) != NULL; count--) {
        end_instance(account, group, instance, cause);
    }
}

/* In the world, one instance is like another: that one goes is all it can be told. */
void bs_asg_terminate(struct bs_account *account, struct bs_account_entry *group,
                      struct bs_account_entry *instance, const char *cause, struct bs_tree *shown)
{
    const struct bs_resource *resource = bs_asg_scenario_group(account, group);
    struct bs_world *world = bs_account_options(account)->world;

    end_instance(account, group, instance, cause);
    bs_asg_show_activity(bs_asg_newest_activity(account, group), shown);
    if (resource != NULL) {
        const int64_t desired = bs_ecs_group_counts(world, resource).desired;

        bs_ecs_scale_group(world, resource, desired > 0 ? desired - 1 : 0);
    }
    bs_asg_reconcile(account, group, "an instance was taken out of service");
}

void bs_asg_forget(struct bs_account *account, struct bs_account_entry *group)
{
    struct bs_account_entry *instance;
    const struct bs_account_entry *activity;

    while ((instance = bs_asg_next(account, group, NULL)) != NULL) {
        bs_account_remove(account, instance);
    }
    while ((activity = bs_asg_newest_activity(account, group)) != NULL) {
        bs_account_remove(account,
                          bs_account_find(account, BS_ASG_ACTIVITY, group->region, activity->key));
    }
    bs_account_remove(account, group);
}
