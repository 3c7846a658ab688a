/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/plan/plan_load.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

enum { ARENA_BYTES_MAX = 16 * 1024 * 1024 };

struct bs_loaded_plan {
    struct bs_plan plan;
    char sha256[65];
    struct bs_arena arena;
};

struct plan_raw {
    const char *blackstart;
    const char *name;
    const char *recovery_approach;
    struct bs_duration rto;
    const struct bs_node *roles;
    const struct bs_node *triggers;
    const struct bs_node *workflows;
    const struct bs_node *lease;
    const struct bs_node *operator_role;
    const struct bs_node *calls;
};

static const struct bs_field plan_fields[] = {
    {"blackstart", BS_FIELD_TEXT, offsetof(struct plan_raw, blackstart), true, 0, 0, NULL,
     "the language: plan/1"},
    {"name", BS_FIELD_TEXT, offsetof(struct plan_raw, name), true, 0, 0, NULL, "for people"},
    {"recovery_approach", BS_FIELD_TEXT, offsetof(struct plan_raw, recovery_approach), false, 0, 0,
     NULL, "such as active_passive"},
    {"rto", BS_FIELD_DURATION, offsetof(struct plan_raw, rto), false, BS_NS_PER_S,
     INT64_C(104) * 86400 * BS_NS_PER_S, NULL, "how long the recovery may take"},
    {"roles", BS_FIELD_MAP, offsetof(struct plan_raw, roles), true, 0, 0, NULL,
     "which Region is left for which"},
    {"triggers", BS_FIELD_LIST, offsetof(struct plan_raw, triggers), false, 0, 0, NULL,
     "what starts a workflow"},
    {"workflows", BS_FIELD_MAP, offsetof(struct plan_raw, workflows), true, 0, 0, NULL,
     "what is done"},
    {"lease", BS_FIELD_MAP, offsetof(struct plan_raw, lease), false, 0, 0, NULL,
     "what keeps two orchestrators apart"},
    {"operator", BS_FIELD_NODE, offsetof(struct plan_raw, operator_role), false, 0, 0, NULL,
     "the role that decides about failed steps"},
    {"calls", BS_FIELD_MAP, offsetof(struct plan_raw, calls), false, 0, 0, NULL,
     "circuit breakers and bulkheads"},
};

static const struct bs_fields plan_table = {"plan", plan_fields,
                                            sizeof(plan_fields) / sizeof(plan_fields[0])};
static const struct plan_raw plan_defaults = {.rto = {BS_DURATION_UNKNOWN_NS}};

const struct bs_plan_table bs_plan_table_plan = {"Plan", "the file", &plan_table, &plan_defaults};

enum bs_status bs_loader_no_memory(struct bs_loader *loader)
{
    return bs_error_set(loader->error, BS_ERR_MEMORY, NULL, "out of memory while loading the plan");
}

enum bs_status bs_loader_copy(struct bs_loader *loader, const char *text, const char **copy)
{
    *copy = NULL;
    if (text == NULL) {
        return BS_OK;
    }
    *copy = bs_arena_text(loader->arena, text, strlen(text));
    return *copy == NULL ? bs_loader_no_memory(loader) : BS_OK;
}

/* Before all other keys: those of another version, or of a scenario, would only seem to be misspelt. */
static enum bs_status check_schema(struct bs_loader *loader, const struct bs_node *root)
{
    const struct bs_node *schema =
        root->kind == BS_NODE_MAP ? bs_node_get(root, "blackstart") : NULL;

    if (schema == NULL || schema->kind != BS_NODE_SCALAR || strcmp(schema->text, "plan/1") == 0) {
        return BS_OK;
    }
    return bs_error_set(loader->error, BS_ERR_INPUT, &schema->at,
                        "'blackstart' must be plan/1, found '%s'", schema->text);
}

static enum bs_status read_head(struct bs_loader *loader, const struct bs_node *root,
                                struct plan_raw *raw)
{
    enum bs_status status = check_schema(loader, root);

    if (status == BS_OK) {
        status = bs_decode_map(root, &plan_table, raw, loader->error);
    }
    loader->plan->rto = raw->rto;
    if (status == BS_OK) {
        status = bs_loader_copy(loader, raw->name, &loader->plan->name);
    }
    if (status == BS_OK) {
        status = bs_loader_copy(loader, raw->recovery_approach, &loader->plan->recovery_approach);
    }
    return status;
}

static enum bs_status make_room(struct bs_loader *loader)
{
    loader->sources = bs_arena_array(loader->arena, BS_PLAN_SOURCES_MAX, sizeof(struct bs_source));
    loader->steps = bs_arena_array(loader->arena, BS_PLAN_STEPS_MAX, sizeof(struct bs_step));
    loader->plan->sources = loader->sources;
    loader->plan->steps = loader->steps;
    return loader->sources == NULL || loader->steps == NULL ? bs_loader_no_memory(loader) : BS_OK;
}

static enum bs_status compile(struct bs_loader *loader, const struct bs_node *root)
{
    struct plan_raw raw = plan_defaults;
    enum bs_status status = make_room(loader);

    if (status == BS_OK) {
        status = read_head(loader, root, &raw);
    }
    if (status == BS_OK) {
        status = bs_resolve_bindings(loader);
    }
    if (status == BS_OK) {
        status = bs_resolve_roles(loader, raw.roles);
    }
    if (status == BS_OK) {
        status = bs_loader_protections(loader, raw.lease, raw.operator_role, raw.calls);
    }
    if (status == BS_OK) {
        status = bs_loader_workflows(loader, raw.workflows);
    }
    if (status == BS_OK && raw.triggers != NULL) {
        status = bs_loader_triggers(loader, raw.triggers);
    }
    return status;
}

enum bs_status bs_plan_from_document(const struct bs_document *document,
                                     const struct bs_bindings *bindings,
                                     struct bs_loaded_plan **loaded, struct bs_error *error)
{
    struct bs_loaded_plan *made = calloc(1, sizeof(*made));
    struct bs_loader loader = {.error = error, .bindings = bindings};
    enum bs_status status;

    BS_ASSERT(document != NULL && bindings != NULL && loaded != NULL);

    if (made == NULL) {
        return bs_loader_no_memory(&loader);
    }
    bs_arena_init(&made->arena, ARENA_BYTES_MAX);
    loader.arena = &made->arena;
    loader.plan = &made->plan;
    status = compile(&loader, bs_document_root(document));
    if (status != BS_OK) {
        bs_loaded_plan_destroy(made);
        return status;
    }
    bs_document_sha256(document, made->sha256);
    *loaded = made;
    return BS_OK;
}

enum bs_status bs_plan_load(const char *path, const struct bs_bindings *bindings,
                            struct bs_loaded_plan **loaded, struct bs_error *error)
{
    struct bs_document *document = NULL;
    enum bs_status status = bs_document_load(path, &document, error);

    if (status != BS_OK) {
        return status;
    }
    status = bs_plan_from_document(document, bindings, loaded, error);
    /* The position must not point into a document that is about to go. */
    if (status != BS_OK && error != NULL && error->where.file == bs_document_name(document)) {
        error->where.file = path;
    }
    bs_document_destroy(document);
    return status;
}

void bs_loaded_plan_destroy(struct bs_loaded_plan *loaded)
{
    if (loaded != NULL) {
        bs_arena_clean_up(&loaded->arena);
        free(loaded);
    }
}

const struct bs_plan *bs_loaded_plan_get(const struct bs_loaded_plan *loaded)
{
    return &loaded->plan;
}

const char *bs_loaded_plan_sha256(const struct bs_loaded_plan *loaded)
{
    return loaded->sha256;
}
