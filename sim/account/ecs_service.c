/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Services: as many tasks as are desired, of the primary deployment's definition.
 *
 * A new deployment launches all its tasks beside the old ones (a maximum of 200 %) and stops those when
 * they run. The scenario's services have no tasks here: their counts are the world's, and a client changes
 * them there.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/ecs.h"
#include "sim/world/ecs.h"

/* A service may have 5,000 tasks at AWS; here as many as the scenario's have by default. */
enum { DESIRED_MAX = 1000, EVENTS_MAX = 100, DESCRIBE_MAX = 10 };

bool bs_ecs_is_scenarios(const struct bs_account_entry *service)
{
    return bs_tree_boolean(service->attributes, "Scenario", false);
}

static const char *name_of(const struct bs_account_entry *service)
{
    return bs_tree_text(service->attributes, "serviceName", "");
}

static bool is_active(const struct bs_account_entry *service)
{
    return strcmp(bs_tree_text(service->attributes, "status", ""), "ACTIVE") == 0;
}

static struct bs_call_request world_request(const struct bs_account_entry *service,
                                            enum bs_operation operation, int64_t count)
{
    return (struct bs_call_request){.operation = operation,
                                    .region = service->region,
                                    .resource = name_of(service),
                                    .count = count};
}

struct bs_call_answer bs_ecs_ask_world(struct bs_account *account,
                                       const struct bs_account_entry *service)
{
    const struct bs_call_request request =
        world_request(service, BS_OPERATION_ECS_DESCRIBE_SERVICE, 0);
    struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};

    bs_ecs_describe_service(bs_account_options(account)->world, &request, &answer);
    return answer;
}

/* ---- Deployments and events ---- */

/* Newest first; the oldest beyond a hundred are forgotten, as documented. */
static void add_event(struct bs_account *account, struct bs_account_entry *service,
                      const char *message)
{
    const struct bs_tree *old = bs_tree_get(service->attributes, "events");
    struct bs_tree *events = bs_tree_new_list();
    struct bs_tree *event = bs_tree_append_structure(events);
    char id[37];

    bs_account_new_uuid(account, id);
    bs_tree_set_text(event, "id", id);
    bs_tree_set_instant(event, "createdAt", bs_account_now(account));
    bs_tree_set_format(event, "message", "(service %s) %s", name_of(service), message);
    for (old = bs_tree_first(old); old != NULL && bs_tree_count(events) < EVENTS_MAX;
         old = old->next) {
        (void)bs_tree_append(events, bs_tree_copy(old));
    }
    (void)bs_tree_set(service->attributes, "events", events);
}

static struct bs_tree *primary(struct bs_account_entry *service)
{
    return bs_tree_first_mutable(bs_tree_get_mutable(service->attributes, "deployments"));
}

/* Puts a new PRIMARY before the others, which become ACTIVE: they go on until it runs. */
static void add_deployment(struct bs_account *account, struct bs_account_entry *service)
{
    static const char *const members[] = {"taskDefinition",           "launchType",
                                          "platformVersion",          "networkConfiguration",
                                          "capacityProviderStrategy", NULL};
    const struct bs_tree *old = bs_tree_first(bs_tree_get(service->attributes, "deployments"));
    struct bs_tree *deployments = bs_tree_new_list();
    struct bs_tree *deployment = bs_tree_append_structure(deployments);
    const uint64_t number =
        (uint64_t)bs_tree_integer(service->attributes, "DeploymentCount", 0) + 1;

    bs_tree_set_integer(service->attributes, "DeploymentCount", (int64_t)number);
    bs_tree_set_format(
        deployment, "id", "ecs-svc/%019llu",
        (unsigned long long)(bs_account_draw(account, service->key, "deployment",
                                             service->generation * 100000 + number) >>
                             1));
    bs_tree_set_text(deployment, "status", "PRIMARY");
    bs_tree_copy_members(deployment, service->attributes, members);
    bs_tree_set_integer(deployment, "failedTasks", 0);
    bs_tree_set_instant(deployment, "createdAt", bs_account_now(account));
    bs_tree_set_instant(deployment, "updatedAt", bs_account_now(account));
    bs_tree_set_text(deployment, "rolloutState", "IN_PROGRESS");
    bs_tree_set_format(deployment, "rolloutStateReason", "ECS deployment %s in progress.",
                       bs_tree_text(deployment, "id", ""));
    for (; old != NULL; old = old->next) {
        bs_tree_set_text(bs_tree_append(deployments, bs_tree_copy(old)), "status", "ACTIVE");
    }
    (void)bs_tree_set(service->attributes, "deployments", deployments);
}

static void complete(struct bs_tree *deployment)
{
    bs_tree_set_text(deployment, "rolloutState", "COMPLETED");
    bs_tree_set_format(deployment, "rolloutStateReason", "ECS deployment %s completed.",
                       bs_tree_text(deployment, "id", ""));
}

/* ---- Tasks of a service ---- */

struct tasks {
    int64_t running;
    int64_t pending;
};

static const struct bs_account_entry *cluster_of(struct bs_account *account,
                                                 const struct bs_account_entry *service)
{
    return bs_account_find(account, BS_ECS_CLUSTER, service->region,
                           bs_ecs_name(bs_tree_text(service->attributes, "clusterArn", "")));
}

/* The service's next task that is meant to run, of a deployment unless `deployment` is NULL. */
static struct bs_account_entry *next_task(struct bs_account *account,
                                          const struct bs_account_entry *service,
                                          const char *deployment, const char *after)
{
    const struct bs_account_entry *cluster = cluster_of(account, service);
    struct bs_account_entry *task = bs_ecs_next(account, BS_ECS_TASK, cluster, after);

    while (task != NULL &&
           (strcmp(bs_tree_text(task->attributes, "ServiceKey", ""), service->key) != 0 ||
            strcmp(bs_tree_text(task->attributes, "desiredStatus", ""), "RUNNING") != 0 ||
            (deployment != NULL &&
             strcmp(bs_tree_text(task->attributes, "startedBy", ""), deployment) != 0))) {
        task = bs_ecs_next(account, BS_ECS_TASK, cluster, task->key);
    }
    return task;
}

static struct tasks count_tasks(struct bs_account *account, const struct bs_account_entry *service,
                                const char *deployment)
{
    struct tasks tasks = {0};
    const struct bs_account_entry *task;

    for (task = next_task(account, service, deployment, NULL); task != NULL;
         task = next_task(account, service, deployment, task->key)) {
        const bool runs = strcmp(bs_tree_text(task->attributes, "lastStatus", ""), "RUNNING") == 0;

        tasks.running += runs ? 1 : 0;
        tasks.pending += runs ? 0 : 1;
    }
    return tasks;
}

static int64_t desired_of(const struct bs_account_entry *service)
{
    return bs_tree_integer(service->attributes, "desiredCount", 0);
}

static void launch_missing(struct bs_account *account, struct bs_account_entry *service,
                           int64_t missing)
{
    const struct bs_account_entry *definition = bs_ecs_definition(
        account, service->region, bs_tree_text(service->attributes, "taskDefinition", ""));
    struct bs_tree *input = bs_tree_new_structure();
    char text[64];

    if (definition != NULL && missing > 0) {
        bs_tree_set_format(input, "group", "service:%s", name_of(service));
        bs_tree_set_text(input, "startedBy", bs_tree_text(primary(service), "id", ""));
        (void)snprintf(text, sizeof(text), "has started %lld tasks.", (long long)missing);
        add_event(account, service, text);
    }
    for (int64_t i = 0; definition != NULL && i < missing; i++) {
        (void)bs_ecs_launch(account, cluster_of(account, service), definition, input, service);
    }
    bs_tree_destroy(input);
}

static void stop_tasks(struct bs_account *account, struct bs_account_entry *service,
                       const char *deployment, int64_t count)
{
    struct bs_account_entry *task;
    char text[64];

    if (count > 0) {
        (void)snprintf(text, sizeof(text), "has stopped %lld running tasks.", (long long)count);
        add_event(account, service, text);
    }
    while (count-- > 0 && (task = next_task(account, service, deployment, NULL)) != NULL) {
        bs_ecs_stop(account, task, "ServiceSchedulerInitiated",
                    "Scaling activity initiated by the service scheduler");
    }
}

static bool can_place(const struct bs_account_entry *service)
{
    return strcmp(bs_tree_text(service->attributes, "launchType", "FARGATE"), "FARGATE") == 0;
}

/* When the primary deployment has what is desired, the others end. */
static void end_old_deployments(struct bs_account *account, struct bs_account_entry *service)
{
    struct bs_tree *deployments = bs_tree_get_mutable(service->attributes, "deployments");
    struct bs_tree *deployment = primary(service)->next;

    while (deployment != NULL) {
        const struct tasks tasks =
            count_tasks(account, service, bs_tree_text(deployment, "id", ""));

        stop_tasks(account, service, bs_tree_text(deployment, "id", ""),
                   tasks.running + tasks.pending);
        bs_tree_remove_element(deployments, deployment);
        deployment = primary(service)->next;
    }
    if (strcmp(bs_tree_text(primary(service), "rolloutState", ""), "COMPLETED") != 0) {
        complete(primary(service));
        add_event(account, service, "has reached a steady state.");
    }
}

/* Tasks that change while others are launched or stopped come here again: one pass at a time. */
void bs_ecs_reconcile(struct bs_account *account, const char *region, const char *service_key)
{
    struct bs_account_entry *service =
        bs_account_find(account, BS_ECS_SERVICE, region, service_key);
    struct tasks tasks;
    const char *id;

    if (service == NULL || bs_ecs_is_scenarios(service) ||
        bs_tree_boolean(service->attributes, "IsBusy", false)) {
        return;
    }
    bs_tree_set_boolean(service->attributes, "IsBusy", true);
    id = bs_tree_text(primary(service), "id", "");
    tasks = count_tasks(account, service, id);
    if (can_place(service) && is_active(service)) {
        launch_missing(account, service, desired_of(service) - tasks.running - tasks.pending);
    }
    stop_tasks(account, service, id, tasks.running + tasks.pending - desired_of(service));
    if (count_tasks(account, service, id).running == desired_of(service)) {
        end_old_deployments(account, service);
    }
    bs_tree_set_boolean(service->attributes, "IsBusy", false);
}

/* ---- Showing ---- */

static void show_deployment(struct bs_account *account, const struct bs_account_entry *service,
                            struct bs_tree *deployment)
{
    const bool is_primary = strcmp(bs_tree_text(deployment, "status", ""), "PRIMARY") == 0;
    struct tasks tasks = {0};

    if (bs_ecs_is_scenarios(service)) {
        const struct bs_call_answer world = bs_ecs_ask_world(account, service);

        tasks.running = world.running;
        tasks.pending = world.desired > world.running ? world.desired - world.running : 0;
        if (tasks.pending == 0) {
            complete(deployment);
        }
    } else {
        tasks = count_tasks(account, service, bs_tree_text(deployment, "id", ""));
    }
    bs_tree_set_integer(deployment, "desiredCount",
                        bs_ecs_is_scenarios(service) ? tasks.running + tasks.pending
                        : is_primary                 ? desired_of(service)
                                                     : tasks.running + tasks.pending);
    bs_tree_set_integer(deployment, "runningCount", tasks.running);
    bs_tree_set_integer(deployment, "pendingCount", tasks.pending);
}

static void show_service(struct bs_account *account, const struct bs_account_entry *service,
                         bool with_tags, struct bs_tree *shown)
{
    static const char *const members[] = {"serviceArn",
                                          "serviceName",
                                          "clusterArn",
                                          "loadBalancers",
                                          "serviceRegistries",
                                          "status",
                                          "desiredCount",
                                          "launchType",
                                          "capacityProviderStrategy",
                                          "platformVersion",
                                          "taskDefinition",
                                          "deploymentConfiguration",
                                          "deployments",
                                          "roleArn",
                                          "events",
                                          "createdAt",
                                          "placementConstraints",
                                          "placementStrategy",
                                          "networkConfiguration",
                                          "healthCheckGracePeriodSeconds",
                                          "schedulingStrategy",
                                          "deploymentController",
                                          "createdBy",
                                          "enableECSManagedTags",
                                          "propagateTags",
                                          "enableExecuteCommand",
                                          NULL};
    struct tasks tasks = {0};
    struct bs_tree *deployment;

    bs_tree_copy_members(shown, service->attributes, members);
    if (bs_ecs_is_scenarios(service)) {
        const struct bs_call_answer world = bs_ecs_ask_world(account, service);

        tasks.running = world.running;
        tasks.pending = world.desired > world.running ? world.desired - world.running : 0;
        bs_tree_set_integer(shown, "desiredCount", world.desired);
    } else {
        tasks = count_tasks(account, service, NULL);
    }
    bs_tree_set_integer(shown, "runningCount", tasks.running);
    bs_tree_set_integer(shown, "pendingCount", tasks.pending);
    deployment = bs_tree_first_mutable(bs_tree_get_mutable(shown, "deployments"));
    for (; deployment != NULL; deployment = deployment->next) {
        show_deployment(account, service, deployment);
    }
    if (with_tags) {
        bs_ecs_show_tags(service, shown);
    }
}

/* ---- Making ---- */

static struct bs_account_entry *
add_service(struct bs_account *account, const struct bs_account_entry *cluster, const char *name)
{
    char key[BS_ECS_KEY_SIZE];
    struct bs_account_entry *service;

    bs_ecs_key(cluster, name, key);
    service = bs_account_add(account, BS_ECS_SERVICE, cluster->region, key);
    bs_tree_set_format(service->attributes, "serviceArn",
                       "arn:aws:ecs:%s:" BS_ACCOUNT_ID ":service/%s", cluster->region, key);
    bs_tree_set_text(service->attributes, "serviceName", name);
    bs_tree_set_text(service->attributes, "clusterArn",
                     bs_tree_text(cluster->attributes, "clusterArn", ""));
    bs_tree_set_text(service->attributes, "status", "ACTIVE");
    bs_tree_set_text(service->attributes, "launchType", "FARGATE");
    bs_tree_set_text(service->attributes, "schedulingStrategy", "REPLICA");
    bs_tree_set_text(service->attributes, "createdBy",
                     "arn:aws:iam::" BS_ACCOUNT_ID ":user/blackstart");
    bs_tree_set_instant(service->attributes, "createdAt", bs_account_now(account));
    (void)bs_tree_set_list(service->attributes, "deployments");
    (void)bs_tree_set_list(service->attributes, "events");
    (void)bs_tree_set_list(service->attributes, "loadBalancers");
    return service;
}

void bs_ecs_start_service(struct bs_account *account, const struct bs_account_entry *cluster,
                          const struct bs_resource *resource)
{
    struct bs_account_entry *service = add_service(account, cluster, resource->id);

    bs_tree_set_boolean(service->attributes, "Scenario", true);
    bs_tree_set_format(service->attributes, "taskDefinition",
                       "arn:aws:ecs:%s:" BS_ACCOUNT_ID ":task-definition/%s:1", cluster->region,
                       resource->id);
    add_deployment(account, service);
}

static const char *const settable[] = {"loadBalancers",
                                       "serviceRegistries",
                                       "capacityProviderStrategy",
                                       "platformVersion",
                                       "deploymentConfiguration",
                                       "placementConstraints",
                                       "placementStrategy",
                                       "networkConfiguration",
                                       "healthCheckGracePeriodSeconds",
                                       "enableECSManagedTags",
                                       "propagateTags",
                                       "enableExecuteCommand",
                                       NULL};

static bool is_desired_count(int64_t count, struct bs_account_answer *answer)
{
    if (count < 0 || count > DESIRED_MAX) {
        bs_account_fail(answer, "InvalidParameterException",
                        "desiredCount must be between 0 and %d.", DESIRED_MAX);
        return false;
    }
    return true;
}

/*
 * The ARN of the definition that the input names; NULL, and the answer says why, if there is none to
 * run.
 */
static const char *definition_asked(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const struct bs_account_entry *definition = bs_ecs_definition(
        account, request->region, bs_tree_text(request->input, "taskDefinition", ""));

    if (definition == NULL ||
        strcmp(bs_tree_text(definition->attributes, "status", ""), "ACTIVE") != 0) {
        bs_account_fail(answer, "ClientException", "TaskDefinition is inactive or not found.");
        return NULL;
    }
    if (strcmp(bs_tree_text(definition->attributes, "networkMode", ""), "awsvpc") == 0 &&
        bs_tree_get(request->input, "networkConfiguration") == NULL &&
        bs_tree_get(request->input, "service") == NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Network Configuration must be provided when networkMode 'awsvpc' is "
                        "specified.");
        return NULL;
    }
    return bs_tree_text(definition->attributes, "taskDefinitionArn", "");
}

void bs_ecs_create_service(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    static const char *const given[] = {"launchType", "schedulingStrategy", "deploymentController",
                                        NULL};
    const struct bs_tree *input = request->input;
    const int64_t desired = bs_tree_integer(input, "desiredCount", 0);
    const struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    struct bs_account_entry *service;
    const char *definition;
    char key[BS_ECS_KEY_SIZE];

    if (cluster == NULL || !is_desired_count(desired, answer)) {
        return;
    }
    bs_ecs_key(cluster, bs_tree_text(input, "serviceName", ""), key);
    service = bs_account_find(account, BS_ECS_SERVICE, request->region, key);
    if (service != NULL && is_active(service)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Creation of service was not idempotent.");
        return;
    }
    definition = definition_asked(account, request, answer);
    if (definition == NULL) {
        return;
    }
    if (service != NULL) {
        bs_account_remove(account, service);
    }
    service = add_service(account, cluster, bs_ecs_name(key));
    bs_tree_set_text(service->attributes, "taskDefinition", definition);
    bs_tree_set_integer(service->attributes, "desiredCount", desired);
    bs_tree_copy_members(service->attributes, input, given);
    bs_tree_copy_members(service->attributes, input, settable);
    bs_ecs_take_tags(service, bs_tree_get(input, "tags"));
    add_deployment(account, service);
    if (!can_place(service) && desired > 0) {
        add_event(account, service,
                  "was unable to place a task because no container instance met all of its "
                  "requirements. Reason: No Container Instances were found in your cluster.");
    }
    bs_ecs_reconcile(account, request->region, service->key);
    show_service(account, service, true, bs_tree_set_structure(answer->output, "service"));
}

/* ---- The other operations ---- */

static struct bs_account_entry *service_asked(struct bs_account *account,
                                              const struct bs_account_request *request,
                                              struct bs_account_answer *answer)
{
    const struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    struct bs_account_entry *service;
    char key[BS_ECS_KEY_SIZE];

    if (cluster == NULL) {
        return NULL;
    }
    bs_ecs_key(cluster, bs_tree_text(request->input, "service", ""), key);
    service = bs_account_find(account, BS_ECS_SERVICE, request->region, key);
    if (service == NULL) {
        bs_account_fail(answer, "ServiceNotFoundException", "Service not found.");
    } else if (!is_active(service)) {
        bs_account_fail(answer, "ServiceNotActiveException", "Service was not ACTIVE.");
        return NULL;
    }
    return service;
}

void bs_ecs_describe_services(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    const struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    const struct bs_tree *names = bs_tree_get(request->input, "services");
    struct bs_tree *list;
    char key[BS_ECS_KEY_SIZE];

    if (cluster == NULL) {
        return;
    }
    if (bs_tree_count(names) == 0 || bs_tree_count(names) > DESCRIBE_MAX) {
        bs_account_fail(answer, "InvalidParameterException", "Services must have 1 to %d elements.",
                        DESCRIBE_MAX);
        return;
    }
    list = bs_tree_set_list(answer->output, "services");
    (void)bs_tree_set_list(answer->output, "failures");
    for (const struct bs_tree *name = bs_tree_first(names); name != NULL; name = name->next) {
        const struct bs_account_entry *service;

        bs_ecs_key(cluster, name->is.text.bytes, key);
        service = bs_account_find(account, BS_ECS_SERVICE, request->region, key);
        if (service == NULL) {
            bs_ecs_add_failure(answer, request->region, "service", name->is.text.bytes);
        } else {
            show_service(account, service, bs_ecs_wants_tags(request),
                         bs_tree_append_structure(list));
        }
    }
}

/* Of a scenario's service, only the number of tasks is up to a client. */
static bool world_can(const struct bs_account_entry *service, const struct bs_tree *input,
                      struct bs_account_answer *answer)
{
    const char *definition = bs_tree_text(input, "taskDefinition", NULL);

    if (bs_tree_boolean(input, "forceNewDeployment", false) ||
        (definition != NULL &&
         strcmp(bs_ecs_name(definition),
                bs_ecs_name(bs_tree_text(service->attributes, "taskDefinition", ""))) != 0 &&
         strcmp(bs_ecs_name(definition), name_of(service)) != 0)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The service %s is the scenario's, which cannot express another "
                        "deployment: only desiredCount can be changed.",
                        name_of(service));
        return false;
    }
    return true;
}

static void change_world(struct bs_account *account, struct bs_account_entry *service,
                         const struct bs_tree *input, struct bs_account_answer *answer)
{
    const struct bs_tree *desired = bs_tree_get(input, "desiredCount");
    struct bs_call_answer world = {.outcome = BS_OUTCOME_OK};
    struct bs_call_request request;

    if (!world_can(service, input, answer) || desired == NULL) {
        return;
    }
    request = world_request(service, BS_OPERATION_ECS_UPDATE_SERVICE, desired->is.integer);
    bs_ecs_update_service(bs_account_options(account)->world, &request, &world);
    if (world.outcome != BS_OUTCOME_OK) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The service %s cannot have %lld tasks.", name_of(service),
                        (long long)desired->is.integer);
    }
}

static void change_deployment(struct bs_account *account, struct bs_account_entry *service,
                              const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const int64_t desired = bs_tree_integer(input, "desiredCount", desired_of(service));
    const char *definition = bs_tree_text(service->attributes, "taskDefinition", "");
    bool is_new = bs_tree_boolean(input, "forceNewDeployment", false);

    if (!is_desired_count(desired, answer)) {
        return;
    }
    if (bs_tree_get(input, "taskDefinition") != NULL) {
        const char *asked = definition_asked(account, request, answer);

        if (asked == NULL) {
            return;
        }
        is_new = is_new || strcmp(asked, definition) != 0;
        bs_tree_set_text(service->attributes, "taskDefinition", asked);
    }
    bs_tree_copy_members(service->attributes, input, settable);
    if (is_new) {
        add_deployment(account, service);
    } else if (desired != desired_of(service)) {
        bs_tree_set_text(primary(service), "rolloutState", "IN_PROGRESS");
        bs_tree_set_instant(primary(service), "updatedAt", bs_account_now(account));
    }
    bs_tree_set_integer(service->attributes, "desiredCount", desired);
    bs_ecs_reconcile(account, request->region, service->key);
}

void bs_ecs_change_service(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *service = service_asked(account, request, answer);

    if (service == NULL) {
        return;
    }
    if (bs_ecs_is_scenarios(service)) {
        change_world(account, service, request->input, answer);
    } else {
        change_deployment(account, service, request, answer);
    }
    if (answer->error == NULL) {
        show_service(account, service, true, bs_tree_set_structure(answer->output, "service"));
    }
}

/* A deleted service can be described for a while; its name is free at once. */
void bs_ecs_delete_service(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *service = service_asked(account, request, answer);
    struct tasks tasks;

    if (service == NULL) {
        return;
    }
    if (bs_ecs_is_scenarios(service)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The service %s is the scenario's and cannot be deleted.",
                        name_of(service));
        return;
    }
    if (desired_of(service) > 0 && !bs_tree_boolean(request->input, "force", false)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The service cannot be stopped while it is scaled above 0.");
        return;
    }
    tasks = count_tasks(account, service, NULL);
    bs_tree_set_text(service->attributes, "status", "INACTIVE");
    bs_tree_set_integer(service->attributes, "desiredCount", 0);
    stop_tasks(account, service, NULL, tasks.running + tasks.pending);
    show_service(account, service, true, bs_tree_set_structure(answer->output, "service"));
    bs_tree_set_text(bs_tree_get_mutable(answer->output, "service"), "status",
                     tasks.running > 0 ? "DRAINING" : "INACTIVE");
}

void bs_ecs_list_services(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    const char *type = bs_tree_text(request->input, "launchType", NULL);
    struct bs_tree *list = bs_tree_set_list(answer->output, "serviceArns");
    const struct bs_account_entry *service;

    if (cluster == NULL) {
        return;
    }
    for (service = bs_ecs_next(account, BS_ECS_SERVICE, cluster, NULL); service != NULL;
         service = bs_ecs_next(account, BS_ECS_SERVICE, cluster, service->key)) {
        if (is_active(service) &&
            (type == NULL ||
             strcmp(bs_tree_text(service->attributes, "launchType", ""), type) == 0)) {
            bs_tree_append_text(list, bs_tree_text(service->attributes, "serviceArn", ""));
        }
    }
}
