/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Application Auto Scaling: scalable targets, and what is said of them.
 *
 * The scenario's services with autoscaling are targets from the start; suspending one, or taking it away,
 * suspends the world's autoscaling of it, whose minimum is the scenario's whatever a client registers. Other
 * ECS services get a count within the bounds when their target is changed. Policies and scheduled actions are
 * recorded and do nothing.
 *
 * Source: Application Auto Scaling API Reference.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/dynamodb_table.h"
#include "sim/account/ecs.h"
#include "sim/account/services.h"

/* Keys of what belongs to a target begin with the target's. */
#define TARGET   "application-autoscaling:target"
#define POLICY   "application-autoscaling:policy"
#define ACTION   "application-autoscaling:action"
#define ACTIVITY "application-autoscaling:activity"

enum {
    KEY_SIZE = 8192,
    POLICIES_MAX = 50, /* Per target, as the next. */
    ACTIONS_MAX = 200,
    ACTIVITIES_MAX = 100,
    TAGS_MAX = 50,
};

static const char *const identity[] = {"ServiceNamespace", "ResourceId", "ScalableDimension", NULL};

/* Until a count outside of new bounds is changed: unsourced. */
static const struct bs_duration adjusting = {10 * BS_NS_PER_S};

/* ---- Targets ---- */

/* No part but the last can have the mark that stands between them. */
static bool write_key(const struct bs_tree *of, const char *name, char key[KEY_SIZE])
{
    const int length = snprintf(
        key, KEY_SIZE, "%s\1%s\1%s\1%s", bs_tree_text(of, "ServiceNamespace", ""),
        bs_tree_text(of, "ScalableDimension", ""), bs_tree_text(of, "ResourceId", ""), name);

    return length > 0 && length < KEY_SIZE;
}

static struct bs_account_entry *find_target(struct bs_account *account, const char *region,
                                            const struct bs_tree *of)
{
    char key[KEY_SIZE];

    return write_key(of, "", key) ? bs_account_find(account, TARGET, region, key) : NULL;
}

/* The target that the input names; NULL, and the answer says so, if there is none. */
static struct bs_account_entry *target_asked(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_answer *answer)
{
    struct bs_account_entry *target = find_target(account, request->region, request->input);

    if (target == NULL) {
        bs_account_fail(answer, "ObjectNotFoundException",
                        "No scalable target registered for service namespace: %s, resource ID: "
                        "%.600s, scalable dimension: %s",
                        bs_tree_text(request->input, "ServiceNamespace", ""),
                        bs_tree_text(request->input, "ResourceId", ""),
                        bs_tree_text(request->input, "ScalableDimension", ""));
    }
    return target;
}

/* "service/default/app" to "default/app", by which ECS knows it; NULL if it is no service's. */
static const char *ecs_key(const struct bs_tree *of)
{
    const char *id = bs_tree_text(of, "ResourceId", "");

    return strcmp(bs_tree_text(of, "ScalableDimension", ""), "ecs:service:DesiredCount") == 0 &&
                   strncmp(id, "service/", 8) == 0
               ? id + 8
               : NULL;
}

/* The scenario's service with autoscaling that the target is, or NULL. */
static const struct bs_resource *scenario_service(const struct bs_account *account,
                                                  const char *region, const struct bs_tree *of)
{
    const char *key = ecs_key(of);
    const struct bs_resource *service =
        key == NULL || strncmp(key, "default/", 8) != 0
            ? NULL
            : bs_account_resource(account, BS_RESOURCE_ECS_SERVICE, region, key + 8);

    return service != NULL && service->is.ecs.autoscaling_min > 0 ? service : NULL;
}

/* What is known of a resource at all: others than these are taken to be there. */
static bool is_there(struct bs_account *account, const struct bs_account_request *request,
                     struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, "ResourceId", "");
    const char *namespace = bs_tree_text(request->input, "ServiceNamespace", "");
    const char *service = ecs_key(request->input);

    if (strcmp(namespace, "ecs") == 0 &&
        (service == NULL ||
         bs_account_find(account, BS_ECS_SERVICE, request->region, service) == NULL)) {
        bs_account_fail(answer, "ValidationException", "ECS service doesn't exist: %.600s", id);
    } else if (strcmp(namespace, "dynamodb") == 0 && strncmp(id, "table/", 6) == 0 &&
               strchr(id + 6, '/') == NULL &&
               bs_account_find(account, BS_DYNAMODB_TABLE, request->region, id + 6) == NULL) {
        bs_account_fail(answer, "ValidationException", "DynamoDB table does not exist: %.600s", id);
    }
    return answer->error == NULL;
}

static bool is_dimension_of_namespace(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const char *namespace = bs_tree_text(input, "ServiceNamespace", "");
    const char *dimension = bs_tree_text(input, "ScalableDimension", "");
    char key[KEY_SIZE];

    if (strncmp(dimension, namespace, strlen(namespace)) != 0 ||
        dimension[strlen(namespace)] != ':' || !write_key(input, "", key)) {
        bs_account_fail(answer, "ValidationException",
                        "Unsupported service namespace, resource type or scalable dimension");
    }
    return answer->error == NULL;
}

/* ---- Registering ---- */

/* Only scaling out is what the world's autoscaling does. Returns false if no answer is to come of it. */
static bool tell_world(struct bs_account *account, const struct bs_account_request *request,
                       bool is_suspended)
{
    const struct bs_resource *service = scenario_service(account, request->region, request->input);
    const struct bs_call_request call = {.operation = BS_OPERATION_AUTOSCALING_SET_SUSPENDED,
                                         .region = request->region,
                                         .resource = service != NULL ? service->id : NULL,
                                         .count = is_suspended ? 1 : 0};
    struct bs_call_answer told;

    return service == NULL || bs_account_ask_world(account, request, &call, &told);
}

static bool are_bounds_good(const struct bs_account_entry *target, const struct bs_tree *input,
                            struct bs_account_answer *answer)
{
    const struct bs_tree *kept = target == NULL ? NULL : target->attributes;
    const int64_t min =
        bs_tree_integer(input, "MinCapacity", bs_tree_integer(kept, "MinCapacity", -1));
    const int64_t max =
        bs_tree_integer(input, "MaxCapacity", bs_tree_integer(kept, "MaxCapacity", -1));

    if (target == NULL &&
        (bs_tree_get(input, "MinCapacity") == NULL || bs_tree_get(input, "MaxCapacity") == NULL)) {
        bs_account_fail(answer, "ValidationException",
                        "Minimum and maximum capacity must be specified to register a scalable "
                        "target");
    } else if (min < 0 || max < 0) {
        bs_account_fail(answer, "ValidationException", "Capacities must not be negative");
    } else if (min > max) {
        bs_account_fail(answer, "ValidationException",
                        "Maximum capacity cannot be less than minimum capacity");
    }
    return answer->error == NULL;
}

static struct bs_account_entry *add_target(struct bs_account *account, const char *region,
                                           const struct bs_tree *of)
{
    struct bs_account_entry *target;
    struct bs_tree *suspended;
    char key[KEY_SIZE];
    char id[35];

    (void)write_key(of, "", key);
    bs_account_new_id(account, "0a", 32, id, sizeof(id));
    target = bs_account_add(account, TARGET, region, key);
    bs_tree_copy_members(target->attributes, of, identity);
    bs_tree_set_instant(target->attributes, "CreationTime", bs_account_now(account));
    bs_tree_set_format(target->attributes, "RoleARN",
                       "arn:aws:iam::" BS_ACCOUNT_ID ":role/aws-service-role/"
                       "%s.application-autoscaling.amazonaws.com/AWSServiceRoleForApplication"
                       "AutoScaling",
                       bs_tree_text(of, "ServiceNamespace", ""));
    bs_tree_set_format(target->attributes, "ScalableTargetARN",
                       "arn:aws:application-autoscaling:%s:" BS_ACCOUNT_ID ":scalable-target/%s",
                       region, id);
    suspended = bs_tree_set_structure(target->attributes, "SuspendedState");
    bs_tree_set_boolean(suspended, "DynamicScalingInSuspended", false);
    bs_tree_set_boolean(suspended, "DynamicScalingOutSuspended", false);
    bs_tree_set_boolean(suspended, "ScheduledScalingSuspended", false);
    (void)bs_tree_set_list(target->attributes, "Tags");
    return target;
}

/* Tags are a map here. */
static struct bs_tree *tags_of_map(const struct bs_tree *map)
{
    struct bs_tree *tags = bs_tree_new_list();

    for (const struct bs_tree *value = bs_tree_first(map); value != NULL; value = value->next) {
        struct bs_tree *tag = bs_tree_append_structure(tags);

        bs_tree_set_text(tag, "Key", value->name);
        bs_tree_set_text(tag, "Value", value->kind == BS_TREE_TEXT ? value->is.text.bytes : "");
    }
    return tags;
}

static void merge_tags(struct bs_account_entry *target, const struct bs_tree *map)
{
    struct bs_tree *tags = tags_of_map(map);

    bs_account_merge_tags(target->attributes, tags);
    bs_tree_destroy(tags);
}

static bool have_tags_room(const struct bs_account_entry *target, const struct bs_tree *map,
                           struct bs_account_answer *answer)
{
    const size_t kept = target == NULL ? 0 : bs_tree_count(bs_tree_get(target->attributes, "Tags"));

    if (kept + bs_tree_count(map) > TAGS_MAX) {
        bs_account_fail(answer, "TooManyTagsException",
                        "A scalable target can have at most %d tags", TAGS_MAX);
    }
    return answer->error == NULL;
}

static bool is_suspended(const struct bs_account_entry *target)
{
    return bs_tree_boolean(bs_tree_get(target->attributes, "SuspendedState"),
                           "DynamicScalingOutSuspended", false);
}

/* ---- Keeping within the bounds ---- */

/* The newest comes first. */
static void write_activity_key(const struct bs_account_entry *target, int64_t number,
                               char key[KEY_SIZE + 32])
{
    (void)snprintf(key, KEY_SIZE + 32, "%s%020lld", target->key, (long long)(INT64_MAX - number));
}

/* The number of the target's next activity: how many there have been. */
static int64_t count_activities(struct bs_account *account, const struct bs_account_entry *target)
{
    const struct bs_account_entry *newest =
        bs_account_next(account, ACTIVITY, target->region, target->key);

    return newest != NULL && strncmp(newest->key, target->key, strlen(target->key)) == 0
               ? bs_tree_integer(newest->attributes, "Number", 0) + 1
               : 0;
}

/* Those beyond the last hundred are forgotten. */
static void add_activity(struct bs_account *account, const struct bs_account_entry *target,
                         int64_t count, const char *bound)
{
    const int64_t number = count_activities(account, target);
    struct bs_account_entry *activity;
    char key[KEY_SIZE + 32];
    char id[37];

    bs_account_new_uuid(account, id);
    write_activity_key(target, number, key);
    activity = bs_account_add(account, ACTIVITY, target->region, key);
    bs_tree_copy_members(activity->attributes, target->attributes, identity);
    bs_tree_set_integer(activity->attributes, "Number", number);
    bs_tree_set_text(activity->attributes, "ActivityId", id);
    bs_tree_set_format(activity->attributes, "Description", "Setting desired count to %lld.",
                       (long long)count);
    bs_tree_set_format(activity->attributes, "Cause", "%s capacity was set to %lld", bound,
                       (long long)count);
    bs_tree_set_instant(activity->attributes, "StartTime", bs_account_now(account));
    bs_tree_set_instant(activity->attributes, "EndTime", bs_account_now(account));
    bs_tree_set_text(activity->attributes, "StatusCode", "Successful");
    bs_tree_set_format(activity->attributes, "StatusMessage",
                       "Successfully set desired count to %lld.", (long long)count);
    if (number >= ACTIVITIES_MAX) {
        write_activity_key(target, number - ACTIVITIES_MAX, key);
        bs_account_remove(account, bs_account_find(account, ACTIVITY, target->region, key));
    }
}

/* As a client of ECS would. */
static bool set_desired_count(struct bs_account *account, const struct bs_account_entry *service,
                              int64_t count)
{
    struct bs_tree *input = bs_tree_new_structure();
    const struct bs_account_request request = {
        .service = "ecs", .operation = "UpdateService", .region = service->region, .input = input};
    struct bs_account_answer answer;
    bool is_done;

    bs_tree_set_text(input, "cluster", bs_tree_text(service->attributes, "clusterArn", ""));
    bs_tree_set_text(input, "service", bs_tree_text(service->attributes, "serviceName", ""));
    bs_tree_set_integer(input, "desiredCount", count);
    bs_account_perform(account, &request, &answer);
    is_done = answer.error == NULL;
    bs_account_answer_clean_up(&answer);
    bs_tree_destroy(input);
    return is_done;
}

static void adjust(struct bs_account *account, struct bs_account_entry *target)
{
    const char *key = ecs_key(target->attributes);
    const struct bs_account_entry *service =
        key == NULL ? NULL : bs_account_find(account, BS_ECS_SERVICE, target->region, key);
    const int64_t min = bs_tree_integer(target->attributes, "MinCapacity", 0);
    const int64_t max = bs_tree_integer(target->attributes, "MaxCapacity", 0);
    int64_t count;

    if (service == NULL || bs_ecs_is_scenarios(service) || is_suspended(target)) {
        return;
    }
    count = bs_tree_integer(service->attributes, "desiredCount", 0);
    if (count < min && set_desired_count(account, service, min)) {
        add_activity(account, target, min, "Minimum");
    } else if (count > max && set_desired_count(account, service, max)) {
        add_activity(account, target, max, "Maximum");
    }
}

static void register_target(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    static const char *const given[] = {"MinCapacity", "MaxCapacity", "RoleARN", NULL};
    static const char *const states[] = {"DynamicScalingInSuspended", "DynamicScalingOutSuspended",
                                         "ScheduledScalingSuspended", NULL};
    const struct bs_tree *input = request->input;
    struct bs_account_entry *target = find_target(account, request->region, input);
    const bool is_new = target == NULL;

    if (!is_dimension_of_namespace(input, answer) || !is_there(account, request, answer) ||
        !are_bounds_good(target, input, answer) ||
        !have_tags_room(target, bs_tree_get(input, "Tags"), answer)) {
        return;
    }
    target = is_new ? add_target(account, request->region, input) : target;
    merge_tags(target, bs_tree_get(input, "Tags"));
    bs_tree_copy_members(target->attributes, input, given);
    bs_tree_copy_members(bs_tree_get_mutable(target->attributes, "SuspendedState"),
                         bs_tree_get(input, "SuspendedState"), states);
    bs_tree_set_text(answer->output, "ScalableTargetARN",
                     bs_tree_text(target->attributes, "ScalableTargetARN", ""));
    answer->is_unanswered = !tell_world(account, request, is_suspended(target));
    if (!is_new) {
        bs_account_later(account, target, adjusting, adjust);
    }
}

/* ---- What there is to be listed ---- */

typedef bool check_fn(const struct bs_account_entry *kept, const struct bs_tree *input,
                      struct bs_account_answer *answer);

struct thing {
    const char *word; /* Part of its operations' names. */
    const char *kind;
    const char *name;           /* The member that names it; NULL: none. */
    const char *names;          /* Of the input: those that are wanted; NULL: it cannot say. */
    const char *list;           /* Of the output. */
    const char *const *members; /* Shown besides identity. */

    /* Of what belongs to a target. */
    const char *arn; /* The member with its ARN. */
    const char *arn_word;
    const char *arn_name;
    const char *const *given;   /* Members that are taken from the input; */
    const char *const *dropped; /* .. and those that go if the input lacks them. */
    size_t most;                /* Of one target. */
    check_fn *check;
};

static bool is_policy_good(const struct bs_account_entry *kept, const struct bs_tree *input,
                           struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(
        input, "PolicyType",
        bs_tree_text(kept == NULL ? NULL : kept->attributes, "PolicyType", "StepScaling"));
    const char *configuration = strcmp(type, "StepScaling") == 0
                                    ? "StepScalingPolicyConfiguration"
                                    : "TargetTrackingScalingPolicyConfiguration";

    if (bs_tree_get(input, configuration) == NULL) {
        bs_account_fail(answer, "ValidationException", "A policy of type %s needs a %s", type,
                        configuration);
    }
    return answer->error == NULL;
}

static bool is_schedule(const char *text)
{
    return strncmp(text, "at(", 3) == 0 || strncmp(text, "rate(", 5) == 0 ||
           strncmp(text, "cron(", 5) == 0;
}

static bool is_action_good(const struct bs_account_entry *kept, const struct bs_tree *input,
                           struct bs_account_answer *answer)
{
    const char *schedule = bs_tree_text(input, "Schedule", NULL);

    if (kept == NULL && (schedule == NULL || bs_tree_get(input, "ScalableTargetAction") == NULL)) {
        bs_account_fail(answer, "ValidationException",
                        "A new scheduled action needs a schedule and a scalable target action");
    } else if (schedule != NULL && !is_schedule(schedule)) {
        bs_account_fail(answer, "ValidationException", "Invalid schedule expression: %.600s",
                        schedule);
    }
    return answer->error == NULL;
}

static const char *const target_members[] = {
    "MinCapacity",  "MaxCapacity",       "RoleARN", "SuspendedState",
    "CreationTime", "ScalableTargetARN", NULL};
static const char *const policy_members[] = {"PolicyARN",
                                             "PolicyName",
                                             "PolicyType",
                                             "StepScalingPolicyConfiguration",
                                             "TargetTrackingScalingPolicyConfiguration",
                                             "Alarms",
                                             "CreationTime",
                                             NULL};
static const char *const policy_given[] = {"PolicyName", "PolicyType",
                                           "StepScalingPolicyConfiguration",
                                           "TargetTrackingScalingPolicyConfiguration", NULL};
static const char *const policy_dropped[] = {"StepScalingPolicyConfiguration",
                                             "TargetTrackingScalingPolicyConfiguration", NULL};
static const char *const action_members[] = {
    "ScheduledActionName",  "ScheduledActionARN", "Schedule", "Timezone", "StartTime", "EndTime",
    "ScalableTargetAction", "CreationTime",       NULL};
static const char *const action_given[] = {
    "ScheduledActionName",  "Schedule", "Timezone", "StartTime", "EndTime",
    "ScalableTargetAction", NULL};
static const char *const action_dropped[] = {"StartTime", "EndTime", NULL};
static const char *const activity_members[] = {"ActivityId", "Description",   "Cause",
                                               "StartTime",  "EndTime",       "StatusCode",
                                               "Details",    "StatusMessage", NULL};

static const struct thing things[] = {
    {.word = "ScalableTarget",
     .kind = TARGET,
     .name = "ResourceId",
     .names = "ResourceIds",
     .list = "ScalableTargets",
     .members = target_members},
    {.word = "ScalingActivit",
     .kind = ACTIVITY,
     .list = "ScalingActivities",
     .members = activity_members},
    {.word = "ScalingPolic",
     .kind = POLICY,
     .name = "PolicyName",
     .names = "PolicyNames",
     .list = "ScalingPolicies",
     .members = policy_members,
     .arn = "PolicyARN",
     .arn_word = "scalingPolicy",
     .arn_name = "policyName",
     .given = policy_given,
     .dropped = policy_dropped,
     .most = POLICIES_MAX,
     .check = is_policy_good},
    {.word = "ScheduledAction",
     .kind = ACTION,
     .name = "ScheduledActionName",
     .names = "ScheduledActionNames",
     .list = "ScheduledActions",
     .members = action_members,
     .arn = "ScheduledActionARN",
     .arn_word = "scheduledAction",
     .arn_name = "scheduledActionName",
     .given = action_given,
     .dropped = action_dropped,
     .most = ACTIONS_MAX,
     .check = is_action_good},
};

enum { THINGS = sizeof(things) / sizeof(things[0]) };

/* What an operation is about; all of them are about something. */
static const struct thing *thing_asked(const struct bs_account_request *request)
{
    const struct thing *thing = things;

    while (strstr(request->operation, thing->word) == NULL) {
        thing++;
    }
    return thing;
}

static bool has_same(const struct bs_tree *input, const struct bs_tree *kept, const char *member)
{
    const char *wanted = bs_tree_text(input, member, NULL);

    return wanted == NULL || strcmp(wanted, bs_tree_text(kept, member, "")) == 0;
}

static bool is_wanted(const struct thing *thing, const struct bs_tree *input,
                      const struct bs_tree *kept)
{
    const struct bs_tree *names = thing->names == NULL ? NULL : bs_tree_get(input, thing->names);

    return has_same(input, kept, "ServiceNamespace") && has_same(input, kept, "ResourceId") &&
           has_same(input, kept, "ScalableDimension") &&
           (bs_tree_count(names) == 0 ||
            bs_tree_has_text(names, bs_tree_text(kept, thing->name, "")));
}

static void describe(struct bs_account *account, const struct bs_account_request *request,
                     struct bs_account_answer *answer)
{
    const struct thing *thing = thing_asked(request);
    struct bs_tree *list = bs_tree_set_list(answer->output, thing->list);
    const struct bs_account_entry *entry;

    if (bs_tree_get(request->input, "ScalableDimension") != NULL &&
        bs_tree_get(request->input, "ResourceId") == NULL &&
        bs_tree_get(request->input, "ResourceIds") == NULL) {
        bs_account_fail(answer, "ValidationException",
                        "A scalable dimension needs a resource ID beside it");
        return;
    }
    for (entry = bs_account_next(account, thing->kind, request->region, NULL); entry != NULL;
         entry = bs_account_next(account, thing->kind, request->region, entry->key)) {
        if (is_wanted(thing, request->input, entry->attributes)) {
            struct bs_tree *shown = bs_tree_append_structure(list);

            bs_tree_copy_members(shown, entry->attributes, identity);
            bs_tree_copy_members(shown, entry->attributes, thing->members);
        }
    }
}

/* ---- What belongs to a target ---- */

/* The next entry of a kind that belongs to the target, after a key, or NULL. */
static struct bs_account_entry *next_of_target(struct bs_account *account, const char *kind,
                                               const struct bs_account_entry *target,
                                               const char *after)
{
    struct bs_account_entry *entry = bs_account_next(account, kind, target->region, after);

    return entry != NULL && strncmp(entry->key, target->key, strlen(target->key)) == 0 ? entry
                                                                                       : NULL;
}

static bool has_room(struct bs_account *account, const struct thing *thing,
                     const struct bs_account_entry *target, struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry =
        next_of_target(account, thing->kind, target, target->key);
    size_t count = 0;

    for (; entry != NULL; entry = next_of_target(account, thing->kind, target, entry->key)) {
        count++;
    }
    if (count >= thing->most) {
        bs_account_fail(answer, "LimitExceededException", "A scalable target can have at most %zu",
                        thing->most);
    }
    return answer->error == NULL;
}

static struct bs_account_entry *add_to_target(struct bs_account *account, const struct thing *thing,
                                              const char *region, const char *key,
                                              const struct bs_tree *input)
{
    struct bs_account_entry *entry = bs_account_add(account, thing->kind, region, key);
    char id[37];

    bs_account_new_uuid(account, id);
    bs_tree_copy_members(entry->attributes, input, identity);
    bs_tree_set_instant(entry->attributes, "CreationTime", bs_account_now(account));
    bs_tree_set_format(entry->attributes, thing->arn,
                       "arn:aws:autoscaling:%s:" BS_ACCOUNT_ID ":%s:%s:resource/%s/%s:%s/%s",
                       region, thing->arn_word, id, bs_tree_text(input, "ServiceNamespace", ""),
                       bs_tree_text(input, "ResourceId", ""), thing->arn_name,
                       bs_tree_text(input, thing->name, ""));
    if (strcmp(thing->kind, POLICY) == 0) {
        bs_tree_set_text(entry->attributes, "PolicyType", "StepScaling");
        (void)bs_tree_set_list(entry->attributes, "Alarms");
    }
    return entry;
}

static void put_to_target(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct thing *thing = thing_asked(request);
    const struct bs_account_entry *target = target_asked(account, request, answer);
    struct bs_account_entry *entry;
    char key[KEY_SIZE];

    if (target == NULL) {
        return;
    }
    if (!write_key(request->input, bs_tree_text(request->input, thing->name, ""), key)) {
        bs_account_fail(answer, "ValidationException", "The name is too long");
        return;
    }
    entry = bs_account_find(account, thing->kind, request->region, key);
    if (!thing->check(entry, request->input, answer) ||
        (entry == NULL && !has_room(account, thing, target, answer))) {
        return;
    }
    if (entry == NULL) {
        entry = add_to_target(account, thing, request->region, key, request->input);
    }
    for (size_t i = 0; thing->dropped[i] != NULL; i++) {
        (void)bs_tree_remove(entry->attributes, thing->dropped[i]);
    }
    bs_tree_copy_members(entry->attributes, request->input, thing->given);
    if (strcmp(thing->kind, POLICY) == 0) {
        static const char *const shown[] = {"PolicyARN", "Alarms", NULL};

        bs_tree_copy_members(answer->output, entry->attributes, shown);
    }
}

static void delete_from_target(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    const struct thing *thing = thing_asked(request);
    const char *name = bs_tree_text(request->input, thing->name, "");
    struct bs_account_entry *entry = NULL;
    char key[KEY_SIZE];

    if (write_key(request->input, name, key)) {
        entry = bs_account_find(account, thing->kind, request->region, key);
    }
    if (entry == NULL) {
        bs_account_fail(answer, "ObjectNotFoundException", "There is no %s of the name %.600s",
                        thing->arn_word, name);
    } else {
        bs_account_remove(account, entry);
    }
}

static void deregister_target(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    struct bs_account_entry *target = target_asked(account, request, answer);

    if (target == NULL) {
        return;
    }
    answer->is_unanswered = !tell_world(account, request, true);
    for (size_t i = 0; i < THINGS; i++) {
        struct bs_account_entry *entry;

        while (strcmp(things[i].kind, TARGET) != 0 &&
               (entry = next_of_target(account, things[i].kind, target, target->key)) != NULL) {
            bs_account_remove(account, entry);
        }
    }
    bs_account_remove(account, target);
}

/* ---- Tags ---- */

static struct bs_account_entry *tagged(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "ResourceARN", "");
    struct bs_account_entry *target = bs_account_next(account, TARGET, request->region, NULL);

    while (target != NULL &&
           strcmp(bs_tree_text(target->attributes, "ScalableTargetARN", ""), arn) != 0) {
        target = bs_account_next(account, TARGET, request->region, target->key);
    }
    if (target == NULL) {
        bs_account_fail(answer, "ResourceNotFoundException", "The resource %.600s doesn't exist",
                        arn);
        answer->details = bs_tree_new_structure();
        bs_tree_set_text(answer->details, "ResourceName", arn);
    }
    return target;
}

static void change_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_tree *given = bs_tree_get(request->input, "Tags");
    struct bs_account_entry *target = tagged(account, request, answer);

    if (target != NULL && have_tags_room(target, given, answer)) {
        merge_tags(target, given);
        bs_account_remove_tags(target->attributes, bs_tree_get(request->input, "TagKeys"));
    }
}

static void list_tags(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct bs_account_entry *target = tagged(account, request, answer);
    struct bs_tree *map;

    if (target == NULL) {
        return;
    }
    map = bs_tree_set_structure(answer->output, "Tags");
    for (const struct bs_tree *tag = bs_tree_first(bs_tree_get(target->attributes, "Tags"));
         tag != NULL; tag = tag->next) {
        bs_tree_set_text(map, bs_tree_text(tag, "Key", ""), bs_tree_text(tag, "Value", ""));
    }
}

/* ---- The service ---- */

static void start_target(struct bs_account *account, const char *region,
                         const struct bs_resource *resource)
{
    struct bs_tree *of = bs_tree_new_structure();
    struct bs_account_entry *target;

    bs_tree_set_text(of, "ServiceNamespace", "ecs");
    bs_tree_set_format(of, "ResourceId", "service/default/%s", resource->id);
    bs_tree_set_text(of, "ScalableDimension", "ecs:service:DesiredCount");
    target = add_target(account, region, of);
    bs_tree_set_integer(target->attributes, "MinCapacity", resource->is.ecs.autoscaling_min);
    bs_tree_set_integer(target->attributes, "MaxCapacity", resource->is.ecs.max_tasks);
    bs_tree_destroy(of);
}

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_ECS_SERVICE && resource->is.ecs.autoscaling_min > 0) {
            start_target(account, scenario->regions[resource->region].name, resource);
        }
    }
}

static const struct bs_account_operation operations[] = {
    {"DeleteScalingPolicy", delete_from_target, BS_ACCOUNT_RECORDED, false},
    {"DeleteScheduledAction", delete_from_target, BS_ACCOUNT_RECORDED, false},
    {"DeregisterScalableTarget", deregister_target, BS_ACCOUNT_MODELLED, false},
    {"DescribeScalableTargets", describe, BS_ACCOUNT_MODELLED, true},
    {"DescribeScalingActivities", describe, BS_ACCOUNT_MODELLED, true},
    {"DescribeScalingPolicies", describe, BS_ACCOUNT_RECORDED, true},
    {"DescribeScheduledActions", describe, BS_ACCOUNT_RECORDED, true},
    {"ListTagsForResource", list_tags, BS_ACCOUNT_RECORDED, false},
    {"PutScalingPolicy", put_to_target, BS_ACCOUNT_RECORDED, false},
    {"PutScheduledAction", put_to_target, BS_ACCOUNT_RECORDED, false},
    {"RegisterScalableTarget", register_target, BS_ACCOUNT_MODELLED, false},
    {"TagResource", change_tags, BS_ACCOUNT_RECORDED, false},
    {"UntagResource", change_tags, BS_ACCOUNT_RECORDED, false},
};

const struct bs_account_service bs_account_service_application_autoscaling = {
    .name = "application-autoscaling",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
