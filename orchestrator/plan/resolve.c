/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

enum { KINDS_TEXT_MAX = 96 };

static enum bs_status wrong(struct bs_loader *loader, const struct bs_node *node, const char *what,
                            const char *word, const char *suggestion)
{
    if (suggestion == NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no %s '%s'", what, word);
    }
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no %s '%s'; did you mean '%s'?",
                        what, word, suggestion);
}

static bool find_kind(const char *word, enum bs_plan_resource_kind *kind)
{
    BS_ASSERT(word != NULL && kind != NULL);

    for (int i = 0; i < BS_KIND_COUNT; i++) {
        if (strcmp(word, bs_plan_resource_kind_name((enum bs_plan_resource_kind)i)) == 0) {
            *kind = (enum bs_plan_resource_kind)i;
            return true;
        }
    }
    return false;
}

static const struct bs_plan_resource *find_related(const struct bs_plan_resource *resources,
                                                   size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (resources[i].kind < BS_KIND_HEALTH_CHECK && strcmp(resources[i].id, id) == 0) {
            return &resources[i];
        }
    }
    return NULL;
}

static enum bs_status copy_resources(struct bs_loader *loader)
{
    size_t count = loader->bindings->binding_count;
    struct bs_plan_resource *resources =
        bs_arena_array(loader->arena, count, sizeof(struct bs_plan_resource));
    enum bs_status status = resources == NULL ? bs_loader_no_memory(loader) : BS_OK;

    for (size_t i = 0; i < count && status == BS_OK; i++) {
        const struct bs_binding *binding = &loader->bindings->bindings[i];
        bool known;

        /* Bindings come from our own code, not from a person. */
        BS_ASSERT(binding->id != NULL && binding->kind != NULL);
        known = find_kind(binding->kind, &resources[i].kind);
        BS_ASSERT(known);
        BS_ASSERT(binding->region != NULL || resources[i].kind == BS_KIND_ECR_IMAGE ||
                  resources[i].kind == BS_KIND_SECRET);
        status = bs_loader_copy(loader, binding->id, &resources[i].id);
        if (status == BS_OK) {
            status = bs_loader_copy(loader, binding->region, &resources[i].region);
        }
    }
    for (size_t i = 0; i < count && status == BS_OK; i++) {
        const char *related = loader->bindings->bindings[i].related;

        resources[i].related = related == NULL ? NULL : find_related(resources, count, related);
    }
    loader->resources = resources;
    return status;
}

enum bs_status bs_resolve_bindings(struct bs_loader *loader)
{
    enum bs_status status = copy_resources(loader);

    BS_ASSERT(loader->bindings->role_count <= BS_LOADER_ROLES_MAX);
    for (size_t i = 0; i < loader->bindings->role_count && status == BS_OK; i++) {
        struct bs_region_word *word = &loader->words[loader->word_count++];

        status = bs_loader_copy(loader, loader->bindings->roles[i].role, &word->word);
        if (status == BS_OK) {
            status = bs_loader_copy(loader, loader->bindings->roles[i].region, &word->region);
        }
    }
    return status;
}

const char *bs_resolve_word(const struct bs_loader *loader, const char *word)
{
    for (uint32_t i = 0; i < loader->word_count; i++) {
        if (strcmp(loader->words[i].word, word) == 0) {
            return loader->words[i].region;
        }
    }
    return NULL;
}

enum bs_status bs_resolve_region(struct bs_loader *loader, const struct bs_node *node,
                                 const char **region)
{
    static const struct bs_field field = {
        .name = "region", .kind = BS_FIELD_NAME, .required = true};
    const char *candidates[BS_LOADER_ROLES_MAX + 2];
    const char *word = NULL;
    enum bs_status status = bs_decode_value(node, &field, &word, loader->error);

    if (status != BS_OK) {
        return status;
    }
    *region = bs_resolve_word(loader, word);
    if (*region != NULL) {
        return BS_OK;
    }
    for (uint32_t i = 0; i < loader->word_count; i++) {
        candidates[i] = loader->words[i].word;
    }
    return wrong(loader, node, "role", word, bs_suggest(word, candidates, loader->word_count));
}

struct role_nodes {
    const struct bs_node *deactivating;
    const struct bs_node *activating;
};

static const struct bs_field role_fields[] = {
    {"deactivating", BS_FIELD_NODE, offsetof(struct role_nodes, deactivating), true, 0, 0, NULL,
     "the role of the Region that is left"},
    {"activating", BS_FIELD_NODE, offsetof(struct role_nodes, activating), true, 0, 0, NULL,
     "the role of the Region that takes over"},
};

static const struct bs_fields role_table = {"plan's roles", role_fields, 2};
static const struct role_nodes role_defaults = {NULL, NULL};

const struct bs_plan_table bs_plan_table_roles = {"Roles", "`roles` of the plan, or of a workflow",
                                                  &role_table, &role_defaults};

enum bs_status bs_resolve_roles(struct bs_loader *loader, const struct bs_node *roles)
{
    struct role_nodes nodes = role_defaults;
    struct bs_region_word left = {.word = "deactivating"};
    struct bs_region_word taken = {.word = "activating"};
    enum bs_status status = bs_decode_map(roles, &role_table, &nodes, loader->error);

    if (status == BS_OK) {
        status = bs_resolve_region(loader, nodes.deactivating, &left.region);
    }
    if (status == BS_OK) {
        status = bs_resolve_region(loader, nodes.activating, &taken.region);
    }
    if (status != BS_OK) {
        return status;
    }
    if (strcmp(left.region, taken.region) == 0) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &nodes.activating->at,
                            "both roles are %s; a failover needs two Regions", left.region);
    }
    loader->words[loader->word_count++] = left;
    loader->activating = loader->word_count;
    loader->words[loader->word_count++] = taken;
    return BS_OK;
}

/* "rds_replica or s3_bucket" */
static void list_kinds(uint32_t kinds, char text[KINDS_TEXT_MAX])
{
    size_t length = 0;

    text[0] = '\0';
    for (int i = 0; i < BS_KIND_COUNT; i++) {
        const char *name = bs_plan_resource_kind_name((enum bs_plan_resource_kind)i);

        if ((kinds & (1U << i)) == 0) {
            continue;
        }
        if (length > 0) {
            memcpy(text + length, " or ", 5);
            length += 4;
        }
        BS_ASSERT(length + strlen(name) < KINDS_TEXT_MAX - 5);
        memcpy(text + length, name, strlen(name) + 1);
        length += strlen(name);
    }
}

/* By the sound of a kind's first letter where it is spelt ("an sns_topic"), else by that of the word. */
static const char *article(const char *kinds)
{
    return strchr("aeiours", kinds[0]) != NULL && strncmp(kinds, "secret", 6) != 0 ? "an" : "a";
}

static enum bs_status wrong_kind(struct bs_loader *loader, const struct bs_node *node,
                                 const struct bs_plan_resource *resource, uint32_t kinds,
                                 const char *what)
{
    char wanted[KINDS_TEXT_MAX];
    const char *kind = bs_plan_resource_kind_name(resource->kind);

    list_kinds(kinds, wanted);
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "'%s' is %s %s; %s needs %s %s",
                        resource->id, article(kind), kind, what, article(wanted), wanted);
}

static enum bs_status no_resource(struct bs_loader *loader, const struct bs_node *node,
                                  uint32_t kinds, const char *id)
{
    size_t count = loader->bindings->binding_count;
    const char **candidates = bs_arena_array(loader->arena, count, sizeof(*candidates));
    size_t fitting = 0;
    const char *suggestion;

    if (candidates == NULL) {
        return bs_loader_no_memory(loader);
    }
    for (size_t i = 0; i < count; i++) {
        if ((kinds & (1U << loader->resources[i].kind)) != 0) {
            candidates[fitting++] = loader->resources[i].id;
        }
    }
    suggestion = bs_suggest(id, candidates, fitting);
    return wrong(loader, node, "resource", id, suggestion);
}

enum bs_status bs_resolve_resource(struct bs_loader *loader, const struct bs_node *node,
                                   uint32_t kinds, const char *what,
                                   const struct bs_plan_resource **resource)
{
    static const struct bs_field field = {
        .name = "resource", .kind = BS_FIELD_TEXT, .required = true};
    const struct bs_plan_resource *other = NULL;
    const char *id = NULL;
    enum bs_status status = bs_decode_value(node, &field, &id, loader->error);

    if (status != BS_OK) {
        return status;
    }
    for (size_t i = 0; i < loader->bindings->binding_count; i++) {
        const struct bs_plan_resource *candidate = &loader->resources[i];

        if (strcmp(candidate->id, id) != 0) {
            continue;
        }
        if ((kinds & (1U << candidate->kind)) != 0) {
            *resource = candidate;
            return BS_OK;
        }
        other = other == NULL ? candidate : other;
    }
    if (other != NULL) {
        return wrong_kind(loader, node, other, kinds, what);
    }
    return no_resource(loader, node, kinds, id);
}
