/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Elastic Container Service: the table of operations, clusters, settings, tags.
 *
 * Source: Amazon ECS API Reference, version 2014-11-13.
 */

#include "sim/account/ecs.h"

#include <stdio.h>
#include <string.h>

#include "sim/account/services.h"

#define SETTING "ecs:setting"

enum { NAME_MAX = 255 };

/* ---- What everybody needs ---- */

const char *bs_ecs_name(const char *name_or_arn)
{
    const char *slash = strrchr(name_or_arn, '/');

    return slash == NULL ? name_or_arn : slash + 1;
}

struct bs_account_entry *bs_ecs_cluster(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    const char *name = bs_ecs_name(bs_tree_text(request->input, "cluster", "default"));
    struct bs_account_entry *cluster =
        bs_account_find(account, BS_ECS_CLUSTER, request->region, name);

    if (cluster == NULL) {
        bs_account_fail(answer, "ClusterNotFoundException", "Cluster not found.");
    }
    return cluster;
}

void bs_ecs_key(const struct bs_account_entry *cluster, const char *name, char key[BS_ECS_KEY_SIZE])
{
    (void)snprintf(key, BS_ECS_KEY_SIZE, "%.255s/%.255s", cluster->key, bs_ecs_name(name));
}

struct bs_account_entry *bs_ecs_next(struct bs_account *account, const char *kind,
                                     const struct bs_account_entry *cluster, const char *after)
{
    const size_t length = strlen(cluster->key);
    char prefix[BS_ECS_KEY_SIZE];
    struct bs_account_entry *entry;

    (void)snprintf(prefix, sizeof(prefix), "%s/", cluster->key);
    entry = bs_account_next(account, kind, cluster->region, after == NULL ? prefix : after);
    return entry != NULL && strncmp(entry->key, prefix, length + 1) == 0 ? entry : NULL;
}

void bs_ecs_add_failure(struct bs_account_answer *answer, const char *region, const char *part,
                        const char *name)
{
    struct bs_tree *list = bs_tree_get_mutable(answer->output, "failures");
    struct bs_tree *failure;

    if (list == NULL) {
        list = bs_tree_set_list(answer->output, "failures");
    }
    failure = bs_tree_append_structure(list);
    if (strncmp(name, "arn:", 4) == 0) {
        bs_tree_set_text(failure, "arn", name);
    } else {
        bs_tree_set_format(failure, "arn", "arn:aws:ecs:%s:" BS_ACCOUNT_ID ":%s/%s", region, part,
                           name);
    }
    bs_tree_set_text(failure, "reason", "MISSING");
}

static bool is_name(const char *name)
{
    for (const char *c = name; *c != '\0'; c++) {
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
              *c == '-' || *c == '_')) {
            return false;
        }
    }
    return *name != '\0' && strlen(name) <= NAME_MAX;
}

/* ---- Tags ---- */

bool bs_ecs_wants_tags(const struct bs_account_request *request)
{
    return bs_tree_has_text(bs_tree_get(request->input, "include"), "TAGS");
}

void bs_ecs_take_tags(struct bs_account_entry *entry, const struct bs_tree *tags)
{
    struct bs_tree *list = bs_tree_new_list();

    for (const struct bs_tree *tag = bs_tree_first(tags); tag != NULL; tag = tag->next) {
        struct bs_tree *taken = bs_tree_append_structure(list);

        bs_tree_set_text(taken, "Key", bs_tree_text(tag, "key", ""));
        bs_tree_set_text(taken, "Value", bs_tree_text(tag, "value", ""));
    }
    bs_account_merge_tags(entry->attributes, list);
    bs_tree_destroy(list);
}

void bs_ecs_show_tags(const struct bs_account_entry *entry, struct bs_tree *shown)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(entry->attributes, "Tags"));
    struct bs_tree *list = bs_tree_set_list(shown, "tags");

    for (; tag != NULL; tag = tag->next) {
        struct bs_tree *element = bs_tree_append_structure(list);

        bs_tree_set_text(element, "key", bs_tree_text(tag, "Key", ""));
        bs_tree_set_text(element, "value", bs_tree_text(tag, "Value", ""));
    }
}

/* What an ARN is of: its part after the account says the kind. */
static struct bs_account_entry *find_tagged(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    static const struct {
        const char *part;
        const char *kind;
    } parts[] = {
        {":cluster/", BS_ECS_CLUSTER},
        {":service/", BS_ECS_SERVICE},
        {":task/", BS_ECS_TASK},
    };
    const char *arn = bs_tree_text(request->input, "resourceArn", "");
    struct bs_account_entry *entry = NULL;

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        const char *part = strstr(arn, parts[i].part);

        if (part != NULL) {
            entry = bs_account_find(account, parts[i].kind, request->region,
                                    part + strlen(parts[i].part));
        }
    }
    if (strstr(arn, ":task-definition/") != NULL) {
        entry = bs_ecs_definition(account, request->region, arn);
    }
    if (entry == NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The specified resource does not exist: %s", arn);
    }
    return entry;
}

static void change_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = find_tagged(account, request, answer);

    if (entry != NULL) {
        bs_ecs_take_tags(entry, bs_tree_get(request->input, "tags"));
        bs_account_remove_tags(entry->attributes, bs_tree_get(request->input, "tagKeys"));
    }
}

static void list_tags(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry = find_tagged(account, request, answer);

    if (entry != NULL) {
        bs_ecs_show_tags(entry, answer->output);
    }
}

/* ---- Clusters ---- */

static struct bs_account_entry *add_cluster(struct bs_account *account, const char *region,
                                            const char *name)
{
    struct bs_account_entry *cluster = bs_account_add(account, BS_ECS_CLUSTER, region, name);

    bs_tree_set_format(cluster->attributes, "clusterArn",
                       "arn:aws:ecs:%s:" BS_ACCOUNT_ID ":cluster/%s", region, name);
    bs_tree_set_text(cluster->attributes, "clusterName", name);
    bs_tree_set_text(cluster->attributes, "status", "ACTIVE");
    return cluster;
}

struct counts {
    int64_t running;
    int64_t pending;
    int64_t services;
};

static struct counts count_cluster(struct bs_account *account,
                                   const struct bs_account_entry *cluster)
{
    struct counts counts = {0};
    const struct bs_account_entry *entry;

    for (entry = bs_ecs_next(account, BS_ECS_TASK, cluster, NULL); entry != NULL;
         entry = bs_ecs_next(account, BS_ECS_TASK, cluster, entry->key)) {
        const char *status = bs_tree_text(entry->attributes, "lastStatus", "");

        counts.running += strcmp(status, "RUNNING") == 0 ? 1 : 0;
        counts.pending +=
            strcmp(bs_tree_text(entry->attributes, "desiredStatus", ""), "RUNNING") == 0 &&
                    strcmp(status, "RUNNING") != 0
                ? 1
                : 0;
    }
    for (entry = bs_ecs_next(account, BS_ECS_SERVICE, cluster, NULL); entry != NULL;
         entry = bs_ecs_next(account, BS_ECS_SERVICE, cluster, entry->key)) {
        counts.services +=
            strcmp(bs_tree_text(entry->attributes, "status", ""), "ACTIVE") == 0 ? 1 : 0;
        if (bs_ecs_is_scenarios(entry)) {
            const struct bs_call_answer world = bs_ecs_ask_world(account, entry);

            counts.running += world.running;
            counts.pending += world.desired > world.running ? world.desired - world.running : 0;
        }
    }
    return counts;
}

static void show_cluster(struct bs_account *account, const struct bs_account_entry *cluster,
                         bool with_tags, struct bs_tree *shown)
{
    static const char *const members[] = {"clusterArn",
                                          "clusterName",
                                          "status",
                                          "settings",
                                          "configuration",
                                          "capacityProviders",
                                          "serviceConnectDefaults",
                                          "defaultCapacityProviderStrategy",
                                          NULL};
    static const char *const empty[] = {"settings", "statistics", "capacityProviders",
                                        "defaultCapacityProviderStrategy", "tags"};
    const struct counts counts = count_cluster(account, cluster);

    bs_tree_copy_members(shown, cluster->attributes, members);
    bs_tree_set_integer(shown, "registeredContainerInstancesCount", 0);
    bs_tree_set_integer(shown, "runningTasksCount", counts.running);
    bs_tree_set_integer(shown, "pendingTasksCount", counts.pending);
    bs_tree_set_integer(shown, "activeServicesCount", counts.services);
    for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
        if (bs_tree_get(shown, empty[i]) == NULL) {
            (void)bs_tree_set_list(shown, empty[i]);
        }
    }
    if (with_tags) {
        bs_ecs_show_tags(cluster, shown);
    }
}

static const char *const cluster_members[] = {"settings",
                                              "configuration",
                                              "capacityProviders",
                                              "defaultCapacityProviderStrategy",
                                              "serviceConnectDefaults",
                                              NULL};

static const char *const providers[] = {"FARGATE", "FARGATE_SPOT"};

static bool providers_exist(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const struct bs_tree *name = bs_tree_first(bs_tree_get(input, "capacityProviders"));

    for (; name != NULL; name = name->next) {
        if (strcmp(name->is.text.bytes, providers[0]) != 0 &&
            strcmp(name->is.text.bytes, providers[1]) != 0) {
            bs_account_fail(answer, "InvalidParameterException",
                            "The specified capacity provider '%s' was not found.",
                            name->is.text.bytes);
            return false;
        }
    }
    return true;
}

/* Creating one that is there gives it back. */
static void create_cluster(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "clusterName", "default");
    struct bs_account_entry *cluster =
        bs_account_find(account, BS_ECS_CLUSTER, request->region, name);

    if (!is_name(name)) {
        bs_account_fail(answer, "InvalidParameterException", "Invalid cluster name.");
        return;
    }
    if (!providers_exist(request->input, answer)) {
        return;
    }
    if (cluster == NULL) {
        cluster = add_cluster(account, request->region, name);
        bs_tree_copy_members(cluster->attributes, request->input, cluster_members);
        bs_ecs_take_tags(cluster, bs_tree_get(request->input, "tags"));
    }
    show_cluster(account, cluster, true, bs_tree_set_structure(answer->output, "cluster"));
}

static void describe_clusters(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    const struct bs_tree *name = bs_tree_first(bs_tree_get(request->input, "clusters"));
    struct bs_tree *list = bs_tree_set_list(answer->output, "clusters");
    struct bs_tree *by_default = bs_tree_new_text("default");

    (void)bs_tree_set_list(answer->output, "failures");
    for (name = name == NULL ? by_default : name; name != NULL; name = name->next) {
        const char *text = name->is.text.bytes;
        const struct bs_account_entry *cluster =
            bs_account_find(account, BS_ECS_CLUSTER, request->region, bs_ecs_name(text));

        if (cluster == NULL) {
            bs_ecs_add_failure(answer, request->region, "cluster", text);
        } else {
            show_cluster(account, cluster, bs_ecs_wants_tags(request),
                         bs_tree_append_structure(list));
        }
    }
    bs_tree_destroy(by_default);
}

static void list_clusters(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "clusterArns");
    const struct bs_account_entry *cluster;

    for (cluster = bs_account_next(account, BS_ECS_CLUSTER, request->region, NULL); cluster != NULL;
         cluster = bs_account_next(account, BS_ECS_CLUSTER, request->region, cluster->key)) {
        bs_tree_append_text(list, bs_tree_text(cluster->attributes, "clusterArn", ""));
    }
}

/* UpdateCluster, UpdateClusterSettings and PutClusterCapacityProviders: recorded. */
static void update_cluster(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);

    if (cluster != NULL && providers_exist(request->input, answer)) {
        bs_tree_copy_members(cluster->attributes, request->input, cluster_members);
        show_cluster(account, cluster, true, bs_tree_set_structure(answer->output, "cluster"));
    }
}

static void delete_cluster(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *cluster = bs_ecs_cluster(account, request, answer);
    struct bs_account_entry *entry;
    struct counts counts;

    if (cluster == NULL) {
        return;
    }
    counts = count_cluster(account, cluster);
    if (counts.services > 0) {
        bs_account_fail(answer, "ClusterContainsServicesException",
                        "The Cluster cannot be deleted while Services are active.");
        return;
    }
    if (counts.running + counts.pending > 0) {
        bs_account_fail(answer, "ClusterContainsTasksException",
                        "The Cluster cannot be deleted while Tasks are active.");
        return;
    }
    bs_tree_set_text(cluster->attributes, "status", "INACTIVE");
    show_cluster(account, cluster, true, bs_tree_set_structure(answer->output, "cluster"));
    while ((entry = bs_ecs_next(account, BS_ECS_TASK, cluster, NULL)) != NULL ||
           (entry = bs_ecs_next(account, BS_ECS_SERVICE, cluster, NULL)) != NULL) {
        bs_account_remove(account, entry);
    }
    bs_account_remove(account, cluster);
}

/* ---- Container instances: there are none, all is Fargate's ---- */

static void list_container_instances(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    if (bs_ecs_cluster(account, request, answer) != NULL) {
        (void)bs_tree_set_list(answer->output, "containerInstanceArns");
    }
}

static void describe_container_instances(struct bs_account *account,
                                         const struct bs_account_request *request,
                                         struct bs_account_answer *answer)
{
    const struct bs_tree *name = bs_tree_first(bs_tree_get(request->input, "containerInstances"));

    if (bs_ecs_cluster(account, request, answer) == NULL) {
        return;
    }
    (void)bs_tree_set_list(answer->output, "containerInstances");
    (void)bs_tree_set_list(answer->output, "failures");
    for (; name != NULL; name = name->next) {
        bs_ecs_add_failure(answer, request->region, "container-instance", name->is.text.bytes);
    }
}

static void describe_capacity_providers(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    const struct bs_tree *wanted = bs_tree_get(request->input, "capacityProviders");
    struct bs_tree *list = bs_tree_set_list(answer->output, "capacityProviders");

    (void)account;
    for (size_t i = 0; i < sizeof(providers) / sizeof(providers[0]); i++) {
        struct bs_tree *provider;

        if (bs_tree_count(wanted) > 0 && !bs_tree_has_text(wanted, providers[i])) {
            continue;
        }
        provider = bs_tree_append_structure(list);
        bs_tree_set_format(provider, "capacityProviderArn",
                           "arn:aws:ecs:%s:" BS_ACCOUNT_ID ":capacity-provider/%s", request->region,
                           providers[i]);
        bs_tree_set_text(provider, "name", providers[i]);
        bs_tree_set_text(provider, "status", "ACTIVE");
    }
}

/* ---- Account settings ---- */

static void show_setting(const char *name, const char *value, struct bs_tree *shown)
{
    bs_tree_set_text(shown, "name", name);
    bs_tree_set_text(shown, "value", value);
    bs_tree_set_text(shown, "principalArn", "arn:aws:iam::" BS_ACCOUNT_ID ":root");
}

static void put_account_setting(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "name", "");
    const char *value = bs_tree_text(request->input, "value", "");
    struct bs_account_entry *setting = bs_account_find(account, SETTING, request->region, name);

    if (strcmp(value, "enabled") != 0 && strcmp(value, "disabled") != 0) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Setting value must be 'enabled' or 'disabled'");
        return;
    }
    if (setting == NULL) {
        setting = bs_account_add(account, SETTING, request->region, name);
    }
    bs_tree_set_text(setting->attributes, "value", value);
    show_setting(name, value, bs_tree_set_structure(answer->output, "setting"));
}

static void delete_account_setting(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "name", "");
    struct bs_account_entry *setting = bs_account_find(account, SETTING, request->region, name);

    show_setting(name, setting == NULL ? "" : bs_tree_text(setting->attributes, "value", ""),
                 bs_tree_set_structure(answer->output, "setting"));
    if (setting != NULL) {
        bs_account_remove(account, setting);
    }
}

static void list_account_settings(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    static const struct {
        const char *name;
        const char *value; /* Unless it has been put. */
    } settings[] = {
        {"serviceLongArnFormat", "enabled"},
        {"taskLongArnFormat", "enabled"},
        {"containerInstanceLongArnFormat", "enabled"},
        {"awsvpcTrunking", "disabled"},
        {"containerInsights", "disabled"},
    };
    const bool effective = bs_tree_boolean(request->input, "effectiveSettings", false);
    const char *name = bs_tree_text(request->input, "name", NULL);
    struct bs_tree *list = bs_tree_set_list(answer->output, "settings");

    for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
        const struct bs_account_entry *put =
            bs_account_find(account, SETTING, request->region, settings[i].name);

        if ((name == NULL || strcmp(name, settings[i].name) == 0) && (effective || put != NULL)) {
            show_setting(settings[i].name,
                         put == NULL ? settings[i].value
                                     : bs_tree_text(put->attributes, "value", ""),
                         bs_tree_append_structure(list));
        }
    }
}

/* ---- The service ---- */

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];
        const char *region;
        struct bs_account_entry *cluster;

        if (resource->kind != BS_RESOURCE_ECS_SERVICE ||
            resource->is.ecs.runs_on == BS_RUNS_ON_GROUP) {
            continue;
        }
        region = scenario->regions[resource->region].name;
        cluster = bs_account_find(account, BS_ECS_CLUSTER, region, "default");
        if (cluster == NULL) {
            cluster = add_cluster(account, region, "default");
        }
        bs_ecs_start_definition(account, region, resource);
        bs_ecs_start_service(account, cluster, resource);
    }
}

static const struct bs_account_operation operations[] = {
    {"CreateCluster", create_cluster, BS_ACCOUNT_MODELLED, false},
    {"CreateService", bs_ecs_create_service, BS_ACCOUNT_MODELLED, false},
    {"DeleteAccountSetting", delete_account_setting, BS_ACCOUNT_RECORDED, false},
    {"DeleteCluster", delete_cluster, BS_ACCOUNT_MODELLED, false},
    {"DeleteService", bs_ecs_delete_service, BS_ACCOUNT_MODELLED, false},
    {"DeregisterTaskDefinition", bs_ecs_deregister_task_definition, BS_ACCOUNT_MODELLED, false},
    {"DescribeCapacityProviders", describe_capacity_providers, BS_ACCOUNT_RECORDED, false},
    {"DescribeClusters", describe_clusters, BS_ACCOUNT_MODELLED, false},
    {"DescribeContainerInstances", describe_container_instances, BS_ACCOUNT_RECORDED, false},
    {"DescribeServices", bs_ecs_describe_services, BS_ACCOUNT_MODELLED, false},
    {"DescribeTaskDefinition", bs_ecs_describe_task_definition, BS_ACCOUNT_MODELLED, false},
    {"DescribeTasks", bs_ecs_describe_tasks, BS_ACCOUNT_MODELLED, false},
    {"ListAccountSettings", list_account_settings, BS_ACCOUNT_RECORDED, true},
    {"ListClusters", list_clusters, BS_ACCOUNT_MODELLED, true},
    {"ListContainerInstances", list_container_instances, BS_ACCOUNT_RECORDED, true},
    {"ListServices", bs_ecs_list_services, BS_ACCOUNT_MODELLED, true},
    {"ListTagsForResource", list_tags, BS_ACCOUNT_RECORDED, false},
    {"ListTaskDefinitionFamilies", bs_ecs_list_task_definition_families, BS_ACCOUNT_MODELLED, true},
    {"ListTaskDefinitions", bs_ecs_list_task_definitions, BS_ACCOUNT_MODELLED, true},
    {"ListTasks", bs_ecs_list_tasks, BS_ACCOUNT_MODELLED, true},
    {"PutAccountSetting", put_account_setting, BS_ACCOUNT_RECORDED, false},
    {"PutAccountSettingDefault", put_account_setting, BS_ACCOUNT_RECORDED, false},
    {"PutClusterCapacityProviders", update_cluster, BS_ACCOUNT_RECORDED, false},
    {"RegisterTaskDefinition", bs_ecs_register_task_definition, BS_ACCOUNT_MODELLED, false},
    {"RunTask", bs_ecs_run_task, BS_ACCOUNT_MODELLED, false},
    {"StartTask", bs_ecs_start_task, BS_ACCOUNT_MODELLED, false},
    {"StopTask", bs_ecs_stop_task, BS_ACCOUNT_MODELLED, false},
    {"TagResource", change_tags, BS_ACCOUNT_RECORDED, false},
    {"UntagResource", change_tags, BS_ACCOUNT_RECORDED, false},
    {"UpdateCluster", update_cluster, BS_ACCOUNT_RECORDED, false},
    {"UpdateClusterSettings", update_cluster, BS_ACCOUNT_RECORDED, false},
    {"UpdateService", bs_ecs_change_service, BS_ACCOUNT_MODELLED, false},
};

const struct bs_account_service bs_account_service_ecs = {
    .name = "ecs",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
