/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

enum { STEP_FIELDS_MAX = 12 + BS_BLOCK_PARAMETERS_MAX };

/* A step as it stands in the file; the block's own keys are in `parameters`, in the order of its table. */
struct step_raw {
    const char *id;
    const char *block;
    const struct bs_node *region;
    const struct bs_node *retry;
    const struct bs_node *undo;
    const struct bs_node *ungraceful;
    struct bs_duration timeout;
    struct bs_duration target;
    int32_t on_failure;
    const char *authority;
    const struct bs_node *parameters[BS_BLOCK_PARAMETERS_MAX];
};

struct group_raw {
    const char *id;
    const struct bs_node *parallel;
};

struct policy_raw {
    int32_t on_failure;
    const char *authority;
};

static const char *const on_failure_words[] = {"pause", "continue", "abort", NULL};

#define LONGEST_NS (INT64_C(86400) * BS_NS_PER_S)
#define STEP_FIELD(name, kind, member, required, minimum, maximum, choices, about)                \
    {                                                                                             \
        name, kind, offsetof(struct step_raw, member), required, minimum, maximum, choices, about \
    }

static const struct bs_field step_fields[] = {
    STEP_FIELD("id", BS_FIELD_NAME, id, true, 0, 0, NULL, "its name in the workflow"),
    STEP_FIELD("block", BS_FIELD_TEXT, block, true, 0, 0, NULL, "what it does"),
    STEP_FIELD("region", BS_FIELD_NODE, region, false, 0, 0, NULL, "where, as a role"),
    STEP_FIELD("timeout", BS_FIELD_DURATION, timeout, false, BS_NS_PER_MS, LONGEST_NS, NULL,
               "the longest it may take"),
    STEP_FIELD("target", BS_FIELD_DURATION, target, false, 0, LONGEST_NS, NULL,
               "its share of the RTO"),
    STEP_FIELD("retry", BS_FIELD_NODE, retry, false, 0, 0, NULL, "how often calls are tried"),
    STEP_FIELD("on_failure", BS_FIELD_CHOICE, on_failure, false, 0, 0, on_failure_words,
               "what follows when it fails"),
    STEP_FIELD("authority", BS_FIELD_NAME, authority, false, 0, 0, NULL,
               "who answers for going on"),
    STEP_FIELD("ungraceful", BS_FIELD_NODE, ungraceful, false, 0, 0, NULL,
               "on_failure and authority in an ungraceful workflow"),
    STEP_FIELD("undo", BS_FIELD_NODE, undo, false, 0, 0, NULL, "the parameters that take it back"),
};

enum { STEP_FIELD_COUNT = sizeof(step_fields) / sizeof(step_fields[0]) };

static const struct bs_field retry_fields[] = {
    {"max", BS_FIELD_COUNT, offsetof(struct bs_retry, max), false, 1, 1000, NULL, "tries in all"},
    {"base", BS_FIELD_DURATION, offsetof(struct bs_retry, base), false, BS_NS_PER_MS, LONGEST_NS,
     NULL, "before the second"},
    {"factor", BS_FIELD_COUNT, offsetof(struct bs_retry, factor), false, 1, 10, NULL,
     "each wait is so many times the one before"},
    {"cap", BS_FIELD_DURATION, offsetof(struct bs_retry, cap), false, BS_NS_PER_MS, LONGEST_NS,
     NULL, "the longest wait"},
    {"jitter", BS_FIELD_SHARE, offsetof(struct bs_retry, jitter_ppb), false, 0, 0, NULL,
     "the share of a wait that is drawn at random"},
};

static const struct bs_fields retry_table = {"retry", retry_fields, 5};

static const struct bs_field policy_fields[] = {
    {"on_failure", BS_FIELD_CHOICE, offsetof(struct policy_raw, on_failure), false, 0, 0,
     on_failure_words, "what follows when it fails"},
    {"authority", BS_FIELD_NAME, offsetof(struct policy_raw, authority), false, 0, 0, NULL,
     "who answers for going on"},
};

static const struct bs_fields policy_table = {"ungraceful", policy_fields, 2};

static void add_parameter_fields(const struct bs_block *block, size_t offset, bool must_be_whole,
                                 struct bs_field *fields)
{
    for (uint32_t i = 0; i < block->parameter_count; i++) {
        fields[i] = (struct bs_field){.name = block->parameters[i].name,
                                      .kind = BS_FIELD_NODE,
                                      .offset = offset + i * sizeof(const struct bs_node *),
                                      .required = must_be_whole &&
                                                  block->parameters[i].need == BS_NEED_REQUIRED,
                                      .about = block->parameters[i].about};
    }
}

static enum bs_status find_block(struct bs_loader *loader, const struct bs_node *step,
                                 enum bs_block_id *id)
{
    static const struct bs_field field = {.name = "block", .kind = BS_FIELD_TEXT, .required = true};
    const struct bs_node *node = step->kind == BS_NODE_MAP ? bs_node_get(step, "block") : NULL;
    const char *names[BS_BLOCK_COUNT];
    const char *word = NULL;
    const char *suggestion;
    enum bs_status status;

    if (node == NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &step->at,
                            "a step needs 'block' or 'parallel'");
    }
    status = bs_decode_value(node, &field, &word, loader->error);
    if (status != BS_OK) {
        return status;
    }
    for (int i = 0; i < BS_BLOCK_COUNT; i++) {
        names[i] = bs_block((enum bs_block_id)i)->name;
        if (strcmp(names[i], word) == 0) {
            *id = (enum bs_block_id)i;
            return BS_OK;
        }
    }
    suggestion = bs_suggest(word, names, BS_BLOCK_COUNT);
    if (suggestion == NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no block '%s'", word);
    }
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no block '%s'; did you mean '%s'?",
                        word, suggestion);
}

static enum bs_status read_raw(struct bs_loader *loader, const struct bs_node *node,
                               const struct bs_block *block, struct step_raw *raw)
{
    struct bs_field fields[STEP_FIELDS_MAX];
    const struct bs_fields table = {block->name, fields, STEP_FIELD_COUNT + block->parameter_count};

    _Static_assert(STEP_FIELD_COUNT + BS_BLOCK_PARAMETERS_MAX <= STEP_FIELDS_MAX, "room");
    memcpy(fields, step_fields, sizeof(step_fields));
    add_parameter_fields(block, offsetof(struct step_raw, parameters), true,
                         fields + STEP_FIELD_COUNT);
    return bs_decode_map(node, &table, raw, loader->error);
}

static const struct bs_plan_resource *subject_of(const struct bs_parameters *parameters)
{
    return parameters->of_count > 0 ? parameters->of[0] : parameters->resource;
}

/* A step that says where it works must work there. */
static enum bs_status check_place(struct bs_loader *loader, const struct bs_node *node,
                                  const struct bs_plan_resource *resource, const char *region)
{
    if (resource == NULL || resource->region == NULL || strcmp(resource->region, "global") == 0 ||
        strcmp(resource->region, region) == 0) {
        return BS_OK;
    }
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "'%s' is in %s, but %s is %s",
                        resource->id, resource->region, node->text, region);
}

static enum bs_status check_places(struct bs_loader *loader, const struct bs_node *node,
                                   const struct bs_step *step)
{
    const struct bs_parameters *parameters = &step->parameters;
    enum bs_status status = BS_OK;

    if (bs_block(step->block)->region == BS_REGION_VANTAGE) {
        return BS_OK;
    }
    status = check_place(loader, node, parameters->resource, step->region);
    for (uint32_t i = 0; i < parameters->of_count && status == BS_OK; i++) {
        status = check_place(loader, node, parameters->of[i], step->region);
    }
    return status;
}

static enum bs_status default_region(struct bs_loader *loader, const struct bs_node *node,
                                     struct bs_step *step)
{
    const struct bs_block *block = bs_block(step->block);
    const struct bs_plan_resource *subject = subject_of(&step->parameters);
    const char *control;

    if (block->region == BS_REGION_REQUIRED) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "%s needs 'region'",
                            block->name);
    }
    if (block->region == BS_REGION_VANTAGE) {
        control = bs_resolve_word(loader, "control");
        step->region = control != NULL ? control : loader->words[loader->activating].region;
        return BS_OK;
    }
    step->region = subject != NULL ? subject->region : NULL;
    return BS_OK;
}

/* Parameters that may be left out where the platform leaves no choice. */
static enum bs_status imply_resource(struct bs_loader *loader, const struct bs_node *node,
                                     const struct bs_parameter *parameter, struct bs_step *step)
{
    const struct bs_plan_resource **member =
        (const struct bs_plan_resource **)(void *)((unsigned char *)&step->parameters +
                                                   parameter->offset);
    uint32_t found = 0;

    for (size_t i = 0; i < loader->bindings->binding_count; i++) {
        const struct bs_plan_resource *resource = &loader->resources[i];

        if ((parameter->resource_kinds & (1U << resource->kind)) != 0 && resource->region != NULL &&
            strcmp(resource->region, step->region) == 0) {
            *member = resource;
            found++;
        }
    }
    if (found == 1) {
        return BS_OK;
    }
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                        "%s has %u of what '%s' could mean; name one", step->region, found,
                        parameter->name);
}

static enum bs_status imply_parameters(struct bs_loader *loader, const struct bs_node *node,
                                       const struct step_raw *raw, struct bs_step *step)
{
    const struct bs_block *block = bs_block(step->block);
    enum bs_status status = BS_OK;

    for (uint32_t i = 0; i < block->parameter_count && status == BS_OK; i++) {
        if (block->parameters[i].need == BS_NEED_IMPLIED && raw->parameters[i] == NULL) {
            status = imply_resource(loader, node, &block->parameters[i], step);
        }
    }
    return status;
}

static enum bs_status read_region(struct bs_loader *loader, const struct bs_node *node,
                                  const struct step_raw *raw, struct bs_step *step)
{
    enum bs_status status;

    if (raw->region == NULL) {
        status = default_region(loader, node, step);
    } else {
        status = bs_resolve_region(loader, raw->region, &step->region);
    }
    if (status == BS_OK) {
        status = imply_parameters(loader, node, raw, step);
    }
    if (status == BS_OK && raw->region != NULL) {
        status = check_places(loader, raw->region, step);
    }
    return status;
}

static enum bs_status read_policies(struct bs_loader *loader, const struct step_raw *raw,
                                    struct bs_step *step)
{
    struct policy_raw ungraceful = {raw->on_failure, raw->authority};
    enum bs_status status = BS_OK;

    if (raw->ungraceful != NULL) {
        status = bs_decode_map(raw->ungraceful, &policy_table, &ungraceful, loader->error);
    }
    step->policy.on_failure = (enum bs_on_failure)raw->on_failure;
    step->ungraceful.on_failure = (enum bs_on_failure)ungraceful.on_failure;
    if (status == BS_OK) {
        status = bs_loader_copy(loader, raw->authority, &step->policy.authority);
    }
    if (status == BS_OK) {
        status = bs_loader_copy(loader, ungraceful.authority, &step->ungraceful.authority);
    }
    return status;
}

static enum bs_status read_undo(struct bs_loader *loader, const struct bs_node *node,
                                struct bs_step *step)
{
    const struct bs_block *block = bs_block(step->block);
    const struct bs_node *nodes[BS_BLOCK_PARAMETERS_MAX] = {NULL};
    struct bs_field fields[BS_BLOCK_PARAMETERS_MAX];
    const struct bs_fields table = {"undo", fields, block->parameter_count};
    struct bs_parameters *undo = bs_arena_allocate(loader->arena, sizeof(*undo));
    enum bs_status status;

    if (undo == NULL) {
        return bs_loader_no_memory(loader);
    }
    *undo = step->parameters;
    add_parameter_fields(block, 0, false, fields);
    status = bs_decode_map(node, &table, nodes, loader->error);
    if (status == BS_OK) {
        status = bs_loader_parameters(loader, block, nodes, undo);
    }
    step->undo = undo;
    return status;
}

static enum bs_status check_durations(struct bs_loader *loader, const struct bs_node *node,
                                      const struct bs_step *step)
{
    if (step->target.ns > step->timeout.ns) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &bs_node_get(node, "target")->at,
                            "'target' is longer than the step's timeout");
    }
    if (step->block == BS_BLOCK_WAIT && step->parameters.span.ns >= step->timeout.ns) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &bs_node_get(node, "for")->at,
                            "'for' must be shorter than the step's timeout");
    }
    return BS_OK;
}

static enum bs_status read_retry(struct bs_loader *loader, const struct step_raw *raw,
                                 struct bs_step *step)
{
    step->retry = BS_RETRY_DEFAULT;
    if (raw->retry == NULL) {
        return BS_OK;
    }
    return bs_decode_map(raw->retry, &retry_table, &step->retry, loader->error);
}

static enum bs_status read_step(struct bs_loader *loader, const struct bs_node *node,
                                struct bs_step *step)
{
    struct step_raw raw = {.timeout = BS_SECONDS(300),
                           .target = BS_DURATION_UNKNOWN,
                           .on_failure = BS_ON_FAILURE_PAUSE};
    enum bs_status status = find_block(loader, node, &step->block);

    if (status == BS_OK) {
        status = read_raw(loader, node, bs_block(step->block), &raw);
    }
    if (status == BS_OK) {
        step->timeout = raw.timeout;
        step->target = raw.target;
        step->parameters = bs_block(step->block)->defaults;
        status = bs_loader_copy(loader, raw.id, &step->id);
    }
    if (status == BS_OK) {
        status =
            bs_loader_parameters(loader, bs_block(step->block), raw.parameters, &step->parameters);
    }
    if (status == BS_OK) {
        status = read_region(loader, node, &raw, step);
    }
    if (status == BS_OK) {
        status = read_retry(loader, &raw, step);
    }
    if (status == BS_OK) {
        status = read_policies(loader, &raw, step);
    }
    if (status == BS_OK && raw.undo != NULL) {
        status = read_undo(loader, raw.undo, step);
    }
    return status != BS_OK ? status : check_durations(loader, node, step);
}

/* A row for the step at `node`. */
static enum bs_status add_row(struct bs_loader *loader, const struct bs_node *node,
                              struct bs_step **row)
{
    if (loader->plan->step_count == BS_PLAN_STEPS_MAX) {
        return bs_error_set(loader->error, BS_ERR_LIMIT, &node->at,
                            "more steps than the limit of %d", BS_PLAN_STEPS_MAX);
    }
    *row = &loader->steps[loader->plan->step_count++];
    return BS_OK;
}

/* The id must be new in its workflow, which begins at row `first`. */
static enum bs_status check_id(struct bs_loader *loader, const struct bs_node *node, uint32_t first,
                               const struct bs_step *row)
{
    for (const struct bs_step *other = &loader->steps[first]; other < row; other++) {
        if (strcmp(other->id, row->id) == 0) {
            return bs_error_set(loader->error, BS_ERR_INPUT, &bs_node_get(node, "id")->at,
                                "another step of this workflow is called '%s'", row->id);
        }
    }
    return BS_OK;
}

static enum bs_status add_step(struct bs_loader *loader, const struct bs_node *node, uint32_t first)
{
    struct bs_step *row = NULL;
    enum bs_status status = add_row(loader, node, &row);

    if (status == BS_OK) {
        status = read_step(loader, node, row);
    }
    return status != BS_OK ? status : check_id(loader, node, first, row);
}

static enum bs_status add_group(struct bs_loader *loader, const struct bs_node *node,
                                uint32_t first)
{
    static const struct bs_field fields[] = {
        {"id", BS_FIELD_NAME, offsetof(struct group_raw, id), true, 0, 0, NULL, "its name"},
        {"parallel", BS_FIELD_LIST, offsetof(struct group_raw, parallel), true, 0, 0, NULL,
         "the steps that run at once"},
    };
    static const struct bs_fields table = {"parallel group", fields, 2};
    struct group_raw raw = {NULL, NULL};
    struct bs_step *row = NULL;
    enum bs_status status = bs_decode_map(node, &table, &raw, loader->error);

    if (status != BS_OK) {
        return status;
    }
    if (raw.parallel->member_count == 0 || raw.parallel->member_count > BS_PLAN_PARALLEL_MAX) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &raw.parallel->at,
                            "'parallel' must list 1 to %d steps, found %u", BS_PLAN_PARALLEL_MAX,
                            raw.parallel->member_count);
    }
    status = add_row(loader, node, &row);
    if (status == BS_OK) {
        row->child_count = raw.parallel->member_count;
        status = bs_loader_copy(loader, raw.id, &row->id);
    }
    if (status == BS_OK) {
        status = check_id(loader, node, first, row);
    }
    for (const struct bs_node *child = raw.parallel->first; child != NULL && status == BS_OK;
         child = child->next) {
        if (child->kind == BS_NODE_MAP && bs_node_get(child, "parallel") != NULL) {
            return bs_error_set(loader->error, BS_ERR_INPUT, &child->at,
                                "a parallel group cannot hold another");
        }
        status = add_step(loader, child, first);
    }
    return status;
}

struct workflow_raw {
    int32_t mode;
    const struct bs_node *steps;
};

static enum bs_status read_workflow(struct bs_loader *loader, const struct bs_node *node,
                                    struct bs_workflow *workflow)
{
    static const char *const modes[] = {"graceful", "ungraceful", NULL};
    static const struct bs_field fields[] = {
        {"mode", BS_FIELD_CHOICE, offsetof(struct workflow_raw, mode), false, 0, 0, modes,
         "whether the old primary is expected to answer"},
        {"steps", BS_FIELD_LIST, offsetof(struct workflow_raw, steps), true, 0, 0, NULL,
         "what is done, in this order"},
    };
    static const struct bs_fields table = {"workflow", fields, 2};
    struct workflow_raw raw = {.mode = BS_MODE_GRACEFUL};
    enum bs_status status = bs_decode_map(node, &table, &raw, loader->error);

    if (status == BS_OK && raw.steps->member_count == 0) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &raw.steps->at,
                            "workflow '%s' has no steps", node->key);
    }
    workflow->mode = (enum bs_mode)raw.mode;
    workflow->step_first = loader->plan->step_count;
    if (status == BS_OK) {
        status = bs_loader_copy(loader, node->key, &workflow->name);
    }
    if (status != BS_OK) {
        return status;
    }
    for (const struct bs_node *step = raw.steps->first; step != NULL && status == BS_OK;
         step = step->next) {
        bool is_group = step->kind == BS_NODE_MAP && bs_node_get(step, "parallel") != NULL;

        status = is_group ? add_group(loader, step, workflow->step_first)
                          : add_step(loader, step, workflow->step_first);
    }
    workflow->step_count = loader->plan->step_count - workflow->step_first;
    return status;
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
