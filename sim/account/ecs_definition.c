/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Task definitions: families and their revisions, active or not. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/account/ecs.h"

#define FAMILY "ecs:family"

enum { FAMILY_MAX = 255, CONTAINERS_MAX = 10 };

static bool is_active(const struct bs_account_entry *definition)
{
    return strcmp(bs_tree_text(definition->attributes, "status", ""), "ACTIVE") == 0;
}

static const char *family_of(const struct bs_account_entry *definition)
{
    return bs_tree_text(definition->attributes, "family", "");
}

/* Definitions of a family lie together, in the order of their revisions. */
static struct bs_account_entry *newest_active(struct bs_account *account, const char *region,
                                              const char *family)
{
    char prefix[BS_ECS_KEY_SIZE];
    struct bs_account_entry *newest = NULL;
    struct bs_account_entry *entry;

    (void)snprintf(prefix, sizeof(prefix), "%.255s:", family);
    for (entry = bs_account_next(account, BS_ECS_DEFINITION, region, prefix);
         entry != NULL && strncmp(entry->key, prefix, strlen(prefix)) == 0;
         entry = bs_account_next(account, BS_ECS_DEFINITION, region, entry->key)) {
        newest = is_active(entry) ? entry : newest;
    }
    return newest;
}

struct bs_account_entry *bs_ecs_definition(struct bs_account *account, const char *region,
                                           const char *name)
{
    const char *plain = bs_ecs_name(name);
    const char *colon = strchr(plain, ':');
    char key[BS_ECS_KEY_SIZE];
    char *end = NULL;
    unsigned long revision;

    if (colon == NULL) {
        return newest_active(account, region, plain);
    }
    revision = strtoul(colon + 1, &end, 10);
    if (colon[1] < '0' || colon[1] > '9' || *end != '\0') {
        return NULL;
    }
    (void)snprintf(key, sizeof(key), "%.*s:%010lu",
                   (int)(colon - plain > 255 ? 255 : colon - plain), plain, revision);
    return bs_account_find(account, BS_ECS_DEFINITION, region, key);
}

static bool is_family(const char *family)
{
    for (const char *c = family; *c != '\0'; c++) {
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
              *c == '-' || *c == '_')) {
            return false;
        }
    }
    return *family != '\0' && strlen(family) <= FAMILY_MAX;
}

static bool may_register(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const struct bs_tree *containers = bs_tree_get(input, "containerDefinitions");
    const bool is_fargate =
        bs_tree_has_text(bs_tree_get(input, "requiresCompatibilities"), "FARGATE");

    if (!is_family(bs_tree_text(input, "family", ""))) {
        bs_account_fail(answer, "ClientException", "Family contains invalid characters.");
    } else if (bs_tree_count(containers) == 0) {
        bs_account_fail(answer, "ClientException", "Container list cannot be empty.");
    } else if (bs_tree_count(containers) > CONTAINERS_MAX) {
        bs_account_fail(answer, "ClientException", "Too many containers in the task definition.");
    } else if (is_fargate &&
               (bs_tree_get(input, "cpu") == NULL || bs_tree_get(input, "memory") == NULL)) {
        bs_account_fail(answer, "ClientException",
                        "Fargate requires task definition to have cpu and memory set.");
    } else if (is_fargate && strcmp(bs_tree_text(input, "networkMode", "awsvpc"), "awsvpc") != 0) {
        bs_account_fail(answer, "ClientException", "Fargate only supports network mode 'awsvpc'.");
    }
    for (const struct bs_tree *container = bs_tree_first(containers);
         container != NULL && answer->error == NULL; container = container->next) {
        if (*bs_tree_text(container, "name", "") == '\0') {
            bs_account_fail(answer, "ClientException",
                            "Container.name should not be null or empty.");
        } else if (*bs_tree_text(container, "image", "") == '\0') {
            bs_account_fail(answer, "ClientException",
                            "Container.image should not be null or empty.");
        }
    }
    return answer->error == NULL;
}

static struct bs_account_entry *add_definition(struct bs_account *account, const char *region,
                                               const char *name)
{
    struct bs_account_entry *family = bs_account_find(account, FAMILY, region, name);
    struct bs_account_entry *definition;
    char key[BS_ECS_KEY_SIZE];
    int64_t revision;

    if (family == NULL) {
        family = bs_account_add(account, FAMILY, region, name);
    }
    revision = bs_tree_integer(family->attributes, "revision", 0) + 1;
    bs_tree_set_integer(family->attributes, "revision", revision);
    (void)snprintf(key, sizeof(key), "%.255s:%010lld", name, (long long)revision);
    definition = bs_account_add(account, BS_ECS_DEFINITION, region, key);
    bs_tree_set_format(definition->attributes, "taskDefinitionArn",
                       "arn:aws:ecs:%s:" BS_ACCOUNT_ID ":task-definition/%s:%lld", region, name,
                       (long long)revision);
    bs_tree_set_text(definition->attributes, "family", name);
    bs_tree_set_integer(definition->attributes, "revision", revision);
    bs_tree_set_text(definition->attributes, "status", "ACTIVE");
    bs_tree_set_instant(definition->attributes, "registeredAt", bs_account_now(account));
    return definition;
}

static void show_definition(const struct bs_account_entry *definition, struct bs_tree *output)
{
    struct bs_tree *shown =
        bs_tree_set(output, "taskDefinition", bs_tree_copy(definition->attributes));

    (void)bs_tree_remove(shown, "Tags");
}

void bs_ecs_register_task_definition(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    static const char *const members[] = {"taskRoleArn",
                                          "executionRoleArn",
                                          "networkMode",
                                          "containerDefinitions",
                                          "volumes",
                                          "placementConstraints",
                                          "requiresCompatibilities",
                                          "cpu",
                                          "memory",
                                          "pidMode",
                                          "ipcMode",
                                          "proxyConfiguration",
                                          "inferenceAccelerators",
                                          "ephemeralStorage",
                                          "runtimePlatform",
                                          NULL};
    const struct bs_tree *input = request->input;
    struct bs_account_entry *definition;
    struct bs_tree *compatibilities;

    if (!may_register(input, answer)) {
        return;
    }
    definition = add_definition(account, request->region, bs_tree_text(input, "family", ""));
    bs_tree_copy_members(definition->attributes, input, members);
    compatibilities = bs_tree_set_list(definition->attributes, "compatibilities");
    bs_tree_append_text(compatibilities, "EC2");
    if (strcmp(bs_tree_text(input, "networkMode", ""), "awsvpc") == 0) {
        bs_tree_append_text(compatibilities, "FARGATE");
    }
    bs_ecs_take_tags(definition, bs_tree_get(input, "tags"));
    show_definition(definition, answer->output);
    bs_ecs_show_tags(definition, answer->output);
}

void bs_ecs_start_definition(struct bs_account *account, const char *region,
                             const struct bs_resource *resource)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const int32_t image = resource->is.ecs.image;
    struct bs_account_entry *definition = add_definition(account, region, resource->id);
    struct bs_tree *container =
        bs_tree_append_structure(bs_tree_set_list(definition->attributes, "containerDefinitions"));

    bs_tree_set_text(container, "name", resource->id);
    bs_tree_set_text(container, "image",
                     image == BS_NONE ? resource->id : scenario->resources[image].id);
    bs_tree_set_text(definition->attributes, "networkMode", "awsvpc");
    bs_tree_set_text(definition->attributes, "cpu", "1024");
    bs_tree_set_text(definition->attributes, "memory", "2048");
    bs_tree_append_text(bs_tree_set_list(definition->attributes, "requiresCompatibilities"),
                        "FARGATE");
}

void bs_ecs_describe_task_definition(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    const struct bs_account_entry *definition = bs_ecs_definition(
        account, request->region, bs_tree_text(request->input, "taskDefinition", ""));

    if (definition == NULL) {
        bs_account_fail(answer, "ClientException", "Unable to describe task definition.");
        return;
    }
    show_definition(definition, answer->output);
    if (bs_ecs_wants_tags(request)) {
        bs_ecs_show_tags(definition, answer->output);
    }
}

void bs_ecs_deregister_task_definition(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "taskDefinition", "");
    struct bs_account_entry *definition = bs_ecs_definition(account, request->region, name);

    if (strchr(bs_ecs_name(name), ':') == NULL) {
        bs_account_fail(answer, "InvalidParameterException", "Missing revision number in %s", name);
        return;
    }
    if (definition == NULL) {
        bs_account_fail(answer, "ClientException", "The specified task definition does not exist.");
        return;
    }
    bs_tree_set_text(definition->attributes, "status", "INACTIVE");
    bs_tree_set_instant(definition->attributes, "deregisteredAt", bs_account_now(account));
    show_definition(definition, answer->output);
}

static void reverse(struct bs_tree *output, const char *name)
{
    struct bs_tree *list = bs_tree_get_mutable(output, name);
    struct bs_tree *reversed = bs_tree_new_list();

    while (bs_tree_count(list) > 0) {
        bs_tree_append_text(reversed, list->is.children.last->is.text.bytes);
        bs_tree_remove_element(list, list->is.children.last);
    }
    (void)bs_tree_set(output, name, reversed);
}

/* `familyPrefix` is a whole family here. */
void bs_ecs_list_task_definitions(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    const char *family = bs_tree_text(request->input, "familyPrefix", NULL);
    const char *status = bs_tree_text(request->input, "status", "ACTIVE");
    struct bs_tree *list = bs_tree_set_list(answer->output, "taskDefinitionArns");
    const struct bs_account_entry *entry;

    for (entry = bs_account_next(account, BS_ECS_DEFINITION, request->region, NULL); entry != NULL;
         entry = bs_account_next(account, BS_ECS_DEFINITION, request->region, entry->key)) {
        if ((family == NULL || strcmp(family_of(entry), family) == 0) &&
            strcmp(bs_tree_text(entry->attributes, "status", ""), status) == 0) {
            bs_tree_append_text(list, bs_tree_text(entry->attributes, "taskDefinitionArn", ""));
        }
    }
    if (strcmp(bs_tree_text(request->input, "sort", ""), "DESC") == 0) {
        reverse(answer->output, "taskDefinitionArns");
    }
}

void bs_ecs_list_task_definition_families(struct bs_account *account,
                                          const struct bs_account_request *request,
                                          struct bs_account_answer *answer)
{
    const char *prefix = bs_tree_text(request->input, "familyPrefix", "");
    const char *status = bs_tree_text(request->input, "status", "ALL");
    struct bs_tree *list = bs_tree_set_list(answer->output, "families");
    const struct bs_account_entry *family;

    for (family = bs_account_next(account, FAMILY, request->region, NULL); family != NULL;
         family = bs_account_next(account, FAMILY, request->region, family->key)) {
        const bool active = newest_active(account, request->region, family->key) != NULL;

        if (strncmp(family->key, prefix, strlen(prefix)) == 0 &&
            (strcmp(status, "ALL") == 0 || (strcmp(status, "ACTIVE") == 0) == active)) {
            bs_tree_append_text(list, family->key);
        }
    }
}
