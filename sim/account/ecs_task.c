/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Tasks: from PROVISIONING to RUNNING in the time that Fargate takes, and from there to STOPPED. */

#include <stdio.h>
#include <string.h>

#include "sim/account/ecs.h"

enum { RUN_MAX = 10, DESCRIBE_MAX = 100 };

/* D08: a single Fargate task, without the pull. */
static const struct bs_distribution launch = {
    .kind = BS_DISTRIBUTION_LOGNORMAL,
    .lognormal = {.median = {35 * BS_NS_PER_S}, .p95 = {90 * BS_NS_PER_S}},
};

/* Stopped tasks are shown for an hour at least: documented. */
static const struct bs_duration kept = {3600 * BS_NS_PER_S};

static void move_on(struct bs_account *account, struct bs_account_entry *task);

/* What follows a status, and after how long: a share of the launch, or seconds (unsourced). */
static const struct step {
    const char *from;
    const char *to;
    int64_t launch_quarters;
    int64_t seconds;
} steps[] = {
    {"PROVISIONING", "PENDING", 2, 0},     {"PENDING", "ACTIVATING", 1, 0},
    {"ACTIVATING", "RUNNING", 1, 0},       {"DEACTIVATING", "STOPPING", 0, 2},
    {"STOPPING", "DEPROVISIONING", 0, 10}, {"DEPROVISIONING", "STOPPED", 0, 10},
};

static const struct step *step_of(const struct bs_account_entry *task)
{
    const char *status = bs_tree_text(task->attributes, "lastStatus", "");

    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        if (strcmp(steps[i].from, status) == 0) {
            return &steps[i];
        }
    }
    return NULL;
}

static void forget(struct bs_account *account, struct bs_account_entry *task)
{
    bs_account_remove(account, task);
}

/* The instant is kept, so that what was planned before a task was stopped does not come to pass. */
static void plan_step(struct bs_account *account, struct bs_account_entry *task)
{
    const struct step *step = step_of(task);
    const int64_t launch_ns =
        bs_distribution_sample(&launch,
                               bs_account_draw(account, task->key, "launch", task->generation))
            .ns;
    struct bs_duration delay;

    if (step != NULL) {
        delay.ns = step->launch_quarters * (launch_ns / 4) + step->seconds * BS_NS_PER_S;
        bs_tree_set_instant(task->attributes, "StepAt",
                            bs_instant_add(bs_account_now(account), delay));
        bs_account_later(account, task, delay, move_on);
    } else if (strcmp(bs_tree_text(task->attributes, "lastStatus", ""), "STOPPED") == 0 &&
               bs_account_options(account)->pace != BS_ACCOUNT_INSTANT) {
        bs_account_later(account, task, kept, forget);
    }
}

static void set_status(struct bs_account_entry *task, const char *status)
{
    struct bs_tree *container =
        bs_tree_first_mutable(bs_tree_get_mutable(task->attributes, "containers"));

    bs_tree_set_text(task->attributes, "lastStatus", status);
    bs_tree_set_integer(task->attributes, "version",
                        bs_tree_integer(task->attributes, "version", 0) + 1);
    for (; container != NULL; container = container->next) {
        bs_tree_set_text(
            container, "lastStatus",
            strcmp(status, "RUNNING") == 0 || strcmp(status, "STOPPED") == 0 ? status : "PENDING");
    }
}

static void set_time(struct bs_account *account, struct bs_account_entry *task, const char *status)
{
    static const struct {
        const char *status;
        const char *member;
    } times[] = {
        {"PENDING", "pullStartedAt"},
        {"ACTIVATING", "pullStoppedAt"},
        {"RUNNING", "startedAt"},
        {"DEACTIVATING", "stoppingAt"},
        {"DEPROVISIONING", "executionStoppedAt"},
        {"STOPPED", "stoppedAt"},
    };

    for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++) {
        if (strcmp(times[i].status, status) == 0) {
            bs_tree_set_instant(task->attributes, times[i].member, bs_account_now(account));
        }
    }
}

static void move_on(struct bs_account *account, struct bs_account_entry *task)
{
    const struct step *step = step_of(task);
    const struct bs_instant now = bs_account_now(account);
    const char *service = bs_tree_text(task->attributes, "ServiceKey", NULL);
    char key[BS_ECS_KEY_SIZE];
    char region[64];
    bool is_settled;

    if (step == NULL || (bs_account_options(account)->pace != BS_ACCOUNT_INSTANT &&
                         now.ns < bs_tree_instant(task->attributes, "StepAt", now).ns)) {
        return;
    }
    is_settled = strcmp(step->to, "RUNNING") == 0 || strcmp(step->to, "STOPPED") == 0;
    set_status(task, step->to);
    set_time(account, task, step->to);
    (void)snprintf(region, sizeof(region), "%s", task->region);
    (void)snprintf(key, sizeof(key), "%s", service == NULL ? "" : service);
    plan_step(account, task);
    if (*key != '\0' && is_settled) {
        bs_ecs_reconcile(account, region, key);
    }
}

/* ---- Launching and stopping ---- */

static void add_containers(struct bs_account_entry *task, const struct bs_account_entry *definition)
{
    const struct bs_tree *given =
        bs_tree_first(bs_tree_get(definition->attributes, "containerDefinitions"));
    struct bs_tree *list = bs_tree_set_list(task->attributes, "containers");

    for (; given != NULL; given = given->next) {
        struct bs_tree *container = bs_tree_append_structure(list);

        bs_tree_set_text(container, "name", bs_tree_text(given, "name", ""));
        bs_tree_set_text(container, "image", bs_tree_text(given, "image", ""));
        bs_tree_set_text(container, "taskArn", bs_tree_text(task->attributes, "taskArn", ""));
        bs_tree_set_text(container, "lastStatus", "PENDING");
        (void)bs_tree_set_list(container, "networkInterfaces");
    }
}

struct bs_account_entry *bs_ecs_launch(struct bs_account *account,
                                       const struct bs_account_entry *cluster,
                                       const struct bs_account_entry *definition,
                                       const struct bs_tree *input,
                                       const struct bs_account_entry *service)
{
    static const char *const members[] = {
        "group", "startedBy", "overrides", "platformVersion", "launchType", "enableExecuteCommand",
        NULL};
    char id[33];
    char key[BS_ECS_KEY_SIZE];
    struct bs_account_entry *task;

    bs_account_new_id(account, "", 32, id, sizeof(id));
    bs_ecs_key(cluster, id, key);
    task = bs_account_add(account, BS_ECS_TASK, cluster->region, key);
    bs_tree_set_format(task->attributes, "taskArn", "arn:aws:ecs:%s:" BS_ACCOUNT_ID ":task/%s",
                       cluster->region, key);
    bs_tree_set_text(task->attributes, "clusterArn",
                     bs_tree_text(cluster->attributes, "clusterArn", ""));
    bs_tree_set_text(task->attributes, "taskDefinitionArn",
                     bs_tree_text(definition->attributes, "taskDefinitionArn", ""));
    bs_tree_set_format(task->attributes, "group", "family:%s",
                       bs_tree_text(definition->attributes, "family", ""));
    bs_tree_set_text(task->attributes, "launchType", "FARGATE");
    bs_tree_set_text(task->attributes, "desiredStatus", "RUNNING");
    bs_tree_set_text(task->attributes, "lastStatus", "PROVISIONING");
    bs_tree_set_text(task->attributes, "connectivity", "CONNECTED");
    bs_tree_set_text(task->attributes, "healthStatus", "UNKNOWN");
    bs_tree_set_format(task->attributes, "availabilityZone", "%sa", cluster->region);
    bs_tree_set_instant(task->attributes, "createdAt", bs_account_now(account));
    bs_tree_copy_members(task->attributes, definition->attributes,
                         (const char *const[]){"cpu", "memory", NULL});
    bs_tree_copy_members(task->attributes, input, members);
    bs_ecs_take_tags(task, bs_tree_get(input, "tags"));
    add_containers(task, definition);
    if (service != NULL) {
        bs_tree_set_text(task->attributes, "ServiceKey", service->key);
    }
    plan_step(account, task);
    return task;
}

void bs_ecs_stop(struct bs_account *account, struct bs_account_entry *task, const char *code,
                 const char *reason)
{
    if (strcmp(bs_tree_text(task->attributes, "desiredStatus", ""), "STOPPED") == 0) {
        return;
    }
    bs_tree_set_text(task->attributes, "desiredStatus", "STOPPED");
    bs_tree_set_text(task->attributes, "stopCode", code);
    bs_tree_set_text(task->attributes, "stoppedReason", reason);
    set_status(task, strcmp(bs_tree_text(task->attributes, "lastStatus", ""), "RUNNING") == 0
                         ? "DEACTIVATING"
                         : "DEPROVISIONING");
    bs_tree_set_instant(task->attributes, "stoppingAt", bs_account_now(account));
    plan_step(account, task);
}

/* ---- Operations ---- */

static void show_task(const struct bs_account_entry *task, bool with_tags, struct bs_tree *list)
{
    struct bs_tree *shown = bs_tree_append(list, bs_tree_copy(task->attributes));

    (void)bs_tree_remove(shown, "Tags");
    (void)bs_tree_remove(shown, "StepAt");
    (void)bs_tree_remove(shown, "ServiceKey");
    if (with_tags) {
        bs_ecs_show_tags(task, shown);
    }
}

void bs_ecs_run_task(struct bs_account *account, const struct bs_account_request *request,
                     struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const int64_t count = bs_tree_integer(input, "count", 1);
    const struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    const struct bs_account_entry *definition =
        bs_ecs_definition(account, request->region, bs_tree_text(input, "taskDefinition", ""));
    struct bs_tree *list;

    if (cluster == NULL) {
        return;
    }
    if (definition == NULL ||
        strcmp(bs_tree_text(definition->attributes, "status", ""), "ACTIVE") != 0) {
        bs_account_fail(answer, "ClientException", "TaskDefinition not found.");
    } else if (count < 1 || count > RUN_MAX) {
        bs_account_fail(answer, "InvalidParameterException", "Count must be between 1 and %d.",
                        RUN_MAX);
    } else if (strcmp(bs_tree_text(input, "launchType", "FARGATE"), "FARGATE") != 0) {
        bs_account_fail(answer, "InvalidParameterException",
                        "No Container Instances were found in your cluster.");
    } else if (strcmp(bs_tree_text(definition->attributes, "networkMode", ""), "awsvpc") == 0 &&
               bs_tree_get(input, "networkConfiguration") == NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Network Configuration must be provided when networkMode 'awsvpc' is "
                        "specified.");
    }
    if (answer->error != NULL) {
        return;
    }
    list = bs_tree_set_list(answer->output, "tasks");
    (void)bs_tree_set_list(answer->output, "failures");
    for (int64_t i = 0; i < count; i++) {
        show_task(bs_ecs_launch(account, cluster, definition, input, NULL), true, list);
    }
}

/* Tasks are started on container instances, and there are none. */
void bs_ecs_start_task(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const struct bs_tree *instance =
        bs_tree_first(bs_tree_get(request->input, "containerInstances"));

    if (bs_ecs_cluster(account, request, answer) == NULL) {
        return;
    }
    (void)bs_tree_set_list(answer->output, "tasks");
    for (; instance != NULL; instance = instance->next) {
        bs_ecs_add_failure(answer, request->region, "container-instance", instance->is.text.bytes);
    }
}

static struct bs_account_entry *find_task(struct bs_account *account,
                                          const struct bs_account_entry *cluster, const char *name)
{
    char key[BS_ECS_KEY_SIZE];

    bs_ecs_key(cluster, name, key);
    return bs_account_find(account, BS_ECS_TASK, cluster->region, key);
}

void bs_ecs_stop_task(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    struct bs_account_entry *task;
    struct bs_tree *list;

    if (cluster == NULL) {
        return;
    }
    task = find_task(account, cluster, bs_tree_text(request->input, "task", ""));
    if (task == NULL) {
        bs_account_fail(answer, "InvalidParameterException", "The referenced task was not found.");
        return;
    }
    bs_ecs_stop(account, task, "UserInitiated",
                bs_tree_text(request->input, "reason", "Task stopped by user"));
    list = bs_tree_new_list();
    show_task(task, true, list);
    (void)bs_tree_set(answer->output, "task", bs_tree_copy(bs_tree_first(list)));
    bs_tree_destroy(list);
}

void bs_ecs_describe_tasks(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    const struct bs_tree *names = bs_tree_get(request->input, "tasks");
    struct bs_tree *list;

    if (cluster == NULL) {
        return;
    }
    if (bs_tree_count(names) > DESCRIBE_MAX || bs_tree_count(names) == 0) {
        bs_account_fail(answer, "InvalidParameterException", "Tasks must have 1 to %d elements.",
                        DESCRIBE_MAX);
        return;
    }
    list = bs_tree_set_list(answer->output, "tasks");
    (void)bs_tree_set_list(answer->output, "failures");
    for (const struct bs_tree *name = bs_tree_first(names); name != NULL; name = name->next) {
        const struct bs_account_entry *task = find_task(account, cluster, name->is.text.bytes);

        if (task == NULL) {
            bs_ecs_add_failure(answer, request->region, "task", name->is.text.bytes);
        } else {
            show_task(task, bs_ecs_wants_tags(request), list);
        }
    }
}

/* Whether a task is one of those that the input asks for. */
static bool is_wanted(const struct bs_account_entry *task, const struct bs_tree *input)
{
    const char *service = bs_tree_text(input, "serviceName", NULL);
    const char *family = bs_tree_text(input, "family", NULL);
    const char *started_by = bs_tree_text(input, "startedBy", NULL);
    const char *definition = bs_ecs_name(bs_tree_text(task->attributes, "taskDefinitionArn", ""));

    if (strcmp(bs_tree_text(task->attributes, "desiredStatus", ""),
               bs_tree_text(input, "desiredStatus", "RUNNING")) != 0 ||
        bs_tree_get(input, "containerInstance") != NULL) {
        return false;
    }
    if (service != NULL && strcmp(bs_ecs_name(bs_tree_text(task->attributes, "ServiceKey", "")),
                                  bs_ecs_name(service)) != 0) {
        return false;
    }
    if (family != NULL && (strlen(family) != strcspn(definition, ":") ||
                           strncmp(family, definition, strlen(family)) != 0)) {
        return false;
    }
    return started_by == NULL ||
           strcmp(bs_tree_text(task->attributes, "startedBy", ""), started_by) == 0;
}

void bs_ecs_list_tasks(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    const char *service = bs_tree_text(request->input, "serviceName", NULL);
    struct bs_tree *list = bs_tree_set_list(answer->output, "taskArns");
    const struct bs_account_entry *task;
    char key[BS_ECS_KEY_SIZE];

    if (cluster == NULL) {
        return;
    }
    bs_ecs_key(cluster, service == NULL ? "" : service, key);
    if (service != NULL && bs_account_find(account, BS_ECS_SERVICE, request->region, key) == NULL) {
        bs_account_fail(answer, "ServiceNotFoundException", "Service not found.");
        return;
    }
    for (task = bs_ecs_next(account, BS_ECS_TASK, cluster, NULL); task != NULL;
         task = bs_ecs_next(account, BS_ECS_TASK, cluster, task->key)) {
        if (is_wanted(task, request->input)) {
            bs_tree_append_text(list, bs_tree_text(task->attributes, "taskArn", ""));
        }
    }
}
