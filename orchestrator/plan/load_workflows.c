/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "orchestrator/plan/loader.h"

struct workflow_raw {
    int32_t mode;
    const struct bs_node *steps;
    const struct bs_node *roles;
    const struct bs_node *healthy;
    struct bs_duration timeout;
};

struct healthy_raw {
    const struct bs_node *when;
    struct bs_duration within;
};

#define LONGEST_NS (INT64_C(86400) * BS_NS_PER_S)

static const char *const modes[] = {"graceful", "ungraceful", NULL};

static const struct bs_field workflow_fields[] = {
    {"mode", BS_FIELD_CHOICE, offsetof(struct workflow_raw, mode), false, 0, 0, modes,
     "whether the old primary is expected to answer"},
    {"roles", BS_FIELD_MAP, offsetof(struct workflow_raw, roles), false, 0, 0, NULL,
     "which Region it leaves for which, if not as the plan"},
    {"timeout", BS_FIELD_DURATION, offsetof(struct workflow_raw, timeout), false, BS_NS_PER_S,
     LONGEST_NS, NULL, "the longest that all of it may take"},
    {"steps", BS_FIELD_LIST, offsetof(struct workflow_raw, steps), true, 0, 0, NULL,
     "what is done, in this order"},
    {"healthy", BS_FIELD_MAP, offsetof(struct workflow_raw, healthy), false, 0, 0, NULL,
     "what must be healthy before it is complete"},
};

static const struct bs_fields workflow_table = {
    "workflow", workflow_fields, sizeof(workflow_fields) / sizeof(workflow_fields[0])};
static const struct workflow_raw workflow_defaults = {.mode = BS_MODE_GRACEFUL,
                                                      .timeout = {BS_DURATION_UNKNOWN_NS}};

const struct bs_plan_table bs_plan_table_workflow = {
    "Workflow", "a member of `workflows` of the plan", &workflow_table, &workflow_defaults};

enum bs_status bs_loader_workflow(struct bs_loader *loader, const struct bs_node *node,
                                  uint32_t *index)
{
    static const struct bs_field field = {.name = "run", .kind = BS_FIELD_NAME, .required = true};
    const char *names[BS_PLAN_WORKFLOWS_MAX];
    const char *name = NULL;
    const char *suggestion;
    uint32_t count = 0;
    enum bs_status status = bs_decode_value(node, &field, &name, loader->error);

    if (status != BS_OK) {
        return status;
    }
    for (const struct bs_node *member = loader->workflow_nodes->first; member != NULL;
         member = member->next) {
        if (strcmp(member->key, name) == 0) {
            *index = count;
            return BS_OK;
        }
        names[count++] = member->key;
    }
    suggestion = bs_suggest(name, names, count);
    if (suggestion == NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no workflow '%s'", name);
    }
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                        "no workflow '%s'; did you mean '%s'?", name, suggestion);
}

static const struct bs_field healthy_fields[] = {
    {"when", BS_FIELD_NODE, offsetof(struct healthy_raw, when), true, 0, 0, NULL,
     "the sources, such as probe app, or a list of them"},
    {"within", BS_FIELD_DURATION, offsetof(struct healthy_raw, within), true, BS_NS_PER_S,
     LONGEST_NS, NULL, "how long that is waited for"},
};

static const struct bs_fields healthy_table = {"healthy", healthy_fields,
                                               sizeof(healthy_fields) / sizeof(healthy_fields[0])};
static const struct healthy_raw healthy_defaults = {NULL, {0}};

const struct bs_plan_table bs_plan_table_healthy = {"Health at the end", "`healthy` of a workflow",
                                                    &healthy_table, &healthy_defaults};

static enum bs_status read_healthy(struct bs_loader *loader, const struct bs_node *node,
                                   struct bs_workflow *workflow)
{
    struct healthy_raw raw = healthy_defaults;
    enum bs_status status = bs_decode_map(node, &healthy_table, &raw, loader->error);

    workflow->healthy_within = raw.within;
    return status != BS_OK
               ? status
               : bs_loader_sources(loader, raw.when, &workflow->healthy, &workflow->healthy_count);
}

static bool moves_service(const struct bs_loader *loader, const struct bs_workflow *workflow)
{
    for (uint32_t i = 0; i < workflow->step_count; i++) {
        const struct bs_step *step = &loader->steps[workflow->step_first + i];

        if (step->shape == BS_SHAPE_STEP && bs_block(step->block)->moves_service) {
            return true;
        }
    }
    return false;
}

/* The side it leaves, seen from the plan: its own roles may be the plan's turned round. */
static void find_side(struct bs_loader *loader, const char *left, struct bs_workflow *workflow)
{
    const char *leaves = loader->words[loader->activating - 1].region;

    workflow->from = BS_SIDE_NONE;
    if (moves_service(loader, workflow)) {
        workflow->from = strcmp(leaves, left) == 0 ? BS_SIDE_DEACTIVATING : BS_SIDE_ACTIVATING;
    }
}

/* With the workflow's own roles in place of the plan's, if it has any. */
static enum bs_status read_steps(struct bs_loader *loader, const struct bs_node *node,
                                 const struct workflow_raw *raw, struct bs_workflow *workflow)
{
    struct bs_region_word *words = &loader->words[loader->activating - 1];
    const struct bs_region_word kept[2] = {words[0], words[1]};
    enum bs_status status = BS_OK;

    if (raw->roles != NULL) {
        loader->word_count -= 2;
        status = bs_resolve_roles(loader, raw->roles);
    }
    workflow->step_first = loader->plan->step_count;
    loader->reading[0] = node;
    loader->reading_count = 1;
    if (status == BS_OK) {
        status = bs_loader_steps(loader, raw->steps, "", workflow->step_first);
    }
    workflow->step_count = loader->plan->step_count - workflow->step_first;
    if (status == BS_OK) {
        find_side(loader, kept[0].region, workflow);
    }
    words[0] = kept[0];
    words[1] = kept[1];
    return status;
}

static enum bs_status read_workflow(struct bs_loader *loader, const struct bs_node *node,
                                    struct bs_workflow *workflow)
{
    struct workflow_raw raw = workflow_defaults;
    enum bs_status status = bs_decode_map(node, &workflow_table, &raw, loader->error);

    if (status == BS_OK && raw.steps->member_count == 0) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &raw.steps->at,
                            "workflow '%s' has no steps", node->key);
    }
    workflow->mode = (enum bs_mode)raw.mode;
    workflow->timeout = raw.timeout;
    if (status == BS_OK) {
        status = bs_loader_copy(loader, node->key, &workflow->name);
    }
    if (status == BS_OK && raw.healthy != NULL) {
        status = read_healthy(loader, raw.healthy, workflow);
    }
    return status != BS_OK ? status : read_steps(loader, node, &raw, workflow);
}

enum bs_status bs_loader_workflows(struct bs_loader *loader, const struct bs_node *node)
{
    struct bs_workflow *workflows;

    if (node->member_count == 0 || node->member_count > BS_PLAN_WORKFLOWS_MAX) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                            "a plan has 1 to %d workflows, found %u", BS_PLAN_WORKFLOWS_MAX,
                            node->member_count);
    }
    workflows = bs_arena_array(loader->arena, node->member_count, sizeof(*workflows));
    if (workflows == NULL) {
        return bs_loader_no_memory(loader);
    }
    loader->workflow_nodes = node;
    loader->plan->workflows = workflows;
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        enum bs_status status =
            read_workflow(loader, member, &workflows[loader->plan->workflow_count]);

        if (status != BS_OK) {
            return status;
        }
        loader->plan->workflow_count++;
    }
    return BS_OK;
}
