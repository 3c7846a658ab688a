/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

enum { STEP_FIELDS_MAX = 16 + BS_BLOCK_PARAMETERS_MAX };

/* A step as it stands in the file; the block's own keys are in `parameters`, in the order of its table. */
struct step_raw {
    const char *id;
    const char *block;
    const struct bs_node *region;
    const struct bs_node *retry;
    const struct bs_node *undo;
    const struct bs_node *ungraceful;
    const struct bs_node *conditions;
    const struct bs_node *alternative;
    struct bs_duration timeout;
    struct bs_duration target;
    int32_t on_failure;
    int32_t on_timeout; /* -1: as on_failure. */
    const char *authority;
    const struct bs_node *parameters[BS_BLOCK_PARAMETERS_MAX];
};

/* A parallel group, or a child plan: another workflow in this place. */
struct group_raw {
    const char *id;
    const char *block;
    const struct bs_node *parallel;
    const struct bs_node *workflow;
    const struct bs_node *conditions;
    struct bs_duration timeout;
};

struct policy_raw {
    int32_t on_failure;
    int32_t on_timeout;
    const char *authority;
};

/* In the order of enum bs_on_failure. */
static const char *const on_failure_words[] = {"continue", "pause", "rollback", "abort", NULL};
static const char *const on_timeout_words[] = {"proceed", "pause", "rollback", "abort", NULL};

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
    STEP_FIELD("on_timeout", BS_FIELD_CHOICE, on_timeout, false, 0, 0, on_timeout_words,
               "what follows when its time is over; on_failure's word unless said"),
    STEP_FIELD("authority", BS_FIELD_NAME, authority, false, 0, 0, NULL,
               "who answers for going on"),
    STEP_FIELD("ungraceful", BS_FIELD_NODE, ungraceful, false, 0, 0, NULL,
               "on_failure, on_timeout and authority in an ungraceful workflow"),
    STEP_FIELD("undo", BS_FIELD_NODE, undo, false, 0, 0, NULL, "the parameters that take it back"),
    STEP_FIELD("else", BS_FIELD_NODE, alternative, false, 0, 0, NULL, "a step to do if it fails"),
    STEP_FIELD("if", BS_FIELD_NODE, conditions, false, 0, 0, NULL, "when it is done at all"),
};

enum { STEP_FIELD_COUNT = sizeof(step_fields) / sizeof(step_fields[0]) };

static const struct bs_fields step_table = {"step", step_fields, STEP_FIELD_COUNT};
static const struct step_raw step_defaults = {.timeout = {300 * BS_NS_PER_S},
                                              .target = {BS_DURATION_UNKNOWN_NS},
                                              .on_failure = BS_ON_FAILURE_PAUSE,
                                              .on_timeout = -1};

const struct bs_plan_table bs_plan_table_step = {
    "Step", "a member of `steps` or `parallel`, and `else` of a step", &step_table, &step_defaults};

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
static const struct bs_retry retry_defaults = BS_RETRY_DEFAULT_VALUES;

const struct bs_plan_table bs_plan_table_retry = {"Retry", "`retry` of a step", &retry_table,
                                                  &retry_defaults};

static const struct bs_field policy_fields[] = {
    {"on_failure", BS_FIELD_CHOICE, offsetof(struct policy_raw, on_failure), false, 0, 0,
     on_failure_words, "what follows when it fails"},
    {"on_timeout", BS_FIELD_CHOICE, offsetof(struct policy_raw, on_timeout), false, 0, 0,
     on_timeout_words, "what follows when its time is over"},
    {"authority", BS_FIELD_NAME, offsetof(struct policy_raw, authority), false, 0, 0, NULL,
     "who answers for going on"},
};

static const struct bs_fields policy_table = {"ungraceful", policy_fields, 3};

const struct bs_plan_table bs_plan_table_ungraceful = {
    "Policy in an ungraceful workflow",
    "`ungraceful` of a step; what is not given stays as in the step, but `on_timeout`, which then "
    "is as "
    "`on_failure`",
    &policy_table, NULL};

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

static enum bs_status set_policy(struct bs_loader *loader, const struct policy_raw *raw,
                                 struct bs_failure_policy *policy)
{
    policy->on_failure = (enum bs_on_failure)raw->on_failure;
    policy->on_timeout =
        (enum bs_on_failure)(raw->on_timeout >= 0 ? raw->on_timeout : raw->on_failure);
    return bs_loader_copy(loader, raw->authority, &policy->authority);
}

static enum bs_status read_policies(struct bs_loader *loader, const struct step_raw *raw,
                                    struct bs_step *step)
{
    const struct policy_raw normal = {raw->on_failure, raw->on_timeout, raw->authority};
    struct policy_raw ungraceful = normal;
    enum bs_status status = BS_OK;

    if (raw->ungraceful != NULL) {
        ungraceful.on_timeout = -1;
        status = bs_decode_map(raw->ungraceful, &policy_table, &ungraceful, loader->error);
    }
    if (status == BS_OK) {
        status = set_policy(loader, &normal, &step->policy);
    }
    return status != BS_OK ? status : set_policy(loader, &ungraceful, &step->ungraceful);
}

static enum bs_status read_undo(struct bs_loader *loader, const struct bs_node *node,
                                struct bs_step *step)
{
    const struct bs_block *own = bs_block(step->block);
    const struct bs_block *block = own->can_be_undone ? bs_block(own->undo) : NULL;
    const struct bs_node *nodes[BS_BLOCK_PARAMETERS_MAX] = {NULL};
    struct bs_field fields[BS_BLOCK_PARAMETERS_MAX];
    struct bs_undo *undo = bs_arena_array(loader->arena, 1, sizeof(*undo));
    enum bs_status status;

    if (undo == NULL) {
        return bs_loader_no_memory(loader);
    }
    if (block == NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "%s cannot be undone",
                            own->name);
    }
    /* What is not said stays as the step has it: the same resources, in the same place. */
    undo->block = own->undo;
    undo->parameters = step->parameters;
    undo->parameters.weight_count = 0;
    undo->parameters.source_count = 0;
    add_parameter_fields(block, 0, false, fields);
    status = bs_decode_map(node, &(const struct bs_fields){"undo", fields, block->parameter_count},
                           nodes, loader->error);
    step->undo = undo;
    return status != BS_OK ? status : bs_loader_parameters(loader, block, nodes, &undo->parameters);
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
    step->retry = retry_defaults;
    if (raw->retry == NULL) {
        return BS_OK;
    }
    return bs_decode_map(raw->retry, &retry_table, &step->retry, loader->error);
}

static enum bs_status read_step(struct bs_loader *loader, const struct bs_node *node,
                                struct step_raw *raw, struct bs_step *step)
{
    enum bs_status status = find_block(loader, node, &step->block);

    if (status == BS_OK) {
        status = read_raw(loader, node, bs_block(step->block), raw);
    }
    if (status == BS_OK) {
        step->timeout = raw->timeout;
        step->target = raw->target;
        step->parameters = bs_block(step->block)->defaults;
        status =
            bs_loader_parameters(loader, bs_block(step->block), raw->parameters, &step->parameters);
    }
    if (status == BS_OK) {
        status = read_region(loader, node, raw, step);
    }
    if (status == BS_OK) {
        status = read_retry(loader, raw, step);
    }
    if (status == BS_OK) {
        status = read_policies(loader, raw, step);
    }
    if (status == BS_OK && raw->undo != NULL) {
        status = read_undo(loader, raw->undo, step);
    }
    return status != BS_OK ? status : check_durations(loader, node, step);
}

/* ---- Rows ---- */

/* A row for what stands at `node`. */
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

/* "prefix/id", new in its workflow. */
static enum bs_status set_id(struct bs_loader *loader, const struct bs_node *node,
                             const struct bs_row_scope *place, const char *id, struct bs_step *row)
{
    char text[256];
    const int length = snprintf(text, sizeof(text), "%s%s", place->prefix, id);

    if (length < 0 || (size_t)length >= sizeof(text)) {
        return bs_error_set(loader->error, BS_ERR_LIMIT, &node->at,
                            "the step's full id is longer "
                            "than %zu characters",
                            sizeof(text) - 1);
    }
    for (const struct bs_step *other = &loader->steps[place->first];
         other < &loader->steps[loader->plan->step_count]; other++) {
        if (other->id != NULL && strcmp(other->id, text) == 0) {
            return bs_error_set(loader->error, BS_ERR_INPUT, &bs_node_get(node, "id")->at,
                                "another step of this workflow is called '%s'", text);
        }
    }
    return bs_loader_copy(loader, text, &row->id);
}

static enum bs_status add_step(struct bs_loader *loader, const struct bs_node *node,
                               const struct bs_row_scope *place);

/* The alternative is the row after the step's own, and belongs to it. */
static enum bs_status add_alternative(struct bs_loader *loader, const struct bs_node *node,
                                      const struct bs_row_scope *place, struct bs_step *row)
{
    enum bs_status status;

    if (loader->depth == BS_PLAN_DEPTH_MAX) {
        return bs_error_set(loader->error, BS_ERR_LIMIT, &node->at, "nested more than %d deep",
                            BS_PLAN_DEPTH_MAX);
    }
    loader->depth++;
    status = add_step(loader, node, place);
    loader->depth--;
    row->descendants = (uint32_t)(&loader->steps[loader->plan->step_count] - row - 1);
    return status;
}

static enum bs_status add_step(struct bs_loader *loader, const struct bs_node *node,
                               const struct bs_row_scope *place)
{
    struct step_raw raw = step_defaults;
    struct bs_step *row = NULL;
    enum bs_status status = add_row(loader, node, &row);

    if (status == BS_OK) {
        status = read_step(loader, node, &raw, row);
    }
    if (status == BS_OK && raw.conditions != NULL) {
        status = bs_loader_conditions(loader, raw.conditions, place, &row->conditions);
    }
    if (status == BS_OK) {
        status = set_id(loader, node, place, raw.id, row);
    }
    return status != BS_OK || raw.alternative == NULL
               ? status
               : add_alternative(loader, raw.alternative, place, row);
}

static const struct bs_field parallel_fields[] = {
    {"id", BS_FIELD_NAME, offsetof(struct group_raw, id), true, 0, 0, NULL, "its name"},
    {"parallel", BS_FIELD_LIST, offsetof(struct group_raw, parallel), true, 0, 0, NULL,
     "the steps and groups that run at once"},
    {"timeout", BS_FIELD_DURATION, offsetof(struct group_raw, timeout), false, BS_NS_PER_MS,
     LONGEST_NS, NULL, "the longest that all of it may take"},
    {"if", BS_FIELD_NODE, offsetof(struct group_raw, conditions), false, 0, 0, NULL,
     "when it is done at all"},
};

static const struct bs_field run_plan_fields[] = {
    {"id", BS_FIELD_NAME, offsetof(struct group_raw, id), true, 0, 0, NULL,
     "its name, which the ids of the steps begin with"},
    {"block", BS_FIELD_NAME, offsetof(struct group_raw, block), true, 0, 0, NULL, "run_plan"},
    {"workflow", BS_FIELD_NODE, offsetof(struct group_raw, workflow), true, 0, 0, NULL,
     "the workflow whose steps are done here"},
    {"timeout", BS_FIELD_DURATION, offsetof(struct group_raw, timeout), false, BS_NS_PER_MS,
     LONGEST_NS, NULL, "the longest that all of it may take"},
    {"if", BS_FIELD_NODE, offsetof(struct group_raw, conditions), false, 0, 0, NULL,
     "when it is done at all"},
};

static const struct bs_fields parallel_table = {
    "parallel group", parallel_fields, sizeof(parallel_fields) / sizeof(parallel_fields[0])};
static const struct bs_fields run_plan_table = {
    "run_plan", run_plan_fields, sizeof(run_plan_fields) / sizeof(run_plan_fields[0])};
static const struct group_raw group_defaults = {.timeout = {BS_DURATION_UNKNOWN_NS}};

const struct bs_plan_table bs_plan_table_parallel = {"Parallel group", "in place of a step",
                                                     &parallel_table, &group_defaults};
const struct bs_plan_table bs_plan_table_run_plan = {"Child plan", "in place of a step",
                                                     &run_plan_table, &group_defaults};

static enum bs_status read_group(struct bs_loader *loader, const struct bs_node *node,
                                 struct group_raw *raw)
{
    const bool is_parallel = bs_node_get(node, "parallel") != NULL;

    return bs_decode_map(node, is_parallel ? &parallel_table : &run_plan_table, raw, loader->error);
}

static enum bs_status add_row_at(struct bs_loader *loader, const struct bs_node *node,
                                 const struct bs_row_scope *place);

static enum bs_status add_children(struct bs_loader *loader, const struct bs_node *list,
                                   const struct bs_row_scope *place)
{
    enum bs_status status = BS_OK;

    if (list->member_count == 0 || list->member_count > BS_PLAN_CHILDREN_MAX) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &list->at,
                            "'parallel' must list 1 to %d steps, found %u", BS_PLAN_CHILDREN_MAX,
                            list->member_count);
    }
    for (const struct bs_node *child = list->first; child != NULL && status == BS_OK;
         child = child->next) {
        status = add_row_at(loader, child, place);
    }
    return status;
}

/* The steps of another workflow in this place, their ids prefixed by this step's. */
static enum bs_status add_child_plan(struct bs_loader *loader, const struct bs_node *node,
                                     const struct bs_row_scope *place, const struct bs_step *row)
{
    const struct bs_node *workflow =
        node->kind == BS_NODE_SCALAR ? bs_node_get(loader->workflow_nodes, node->text) : NULL;
    const struct bs_node *steps =
        workflow != NULL && workflow->kind == BS_NODE_MAP ? bs_node_get(workflow, "steps") : NULL;
    char prefix[256];
    enum bs_status status;

    if (steps == NULL || steps->kind != BS_NODE_LIST) {
        uint32_t index;

        status = bs_loader_workflow(loader, node, &index);
        return status != BS_OK ? status
                               : bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                                              "workflow '%s' has no list of steps", node->text);
    }
    for (uint32_t i = 0; i < loader->reading_count; i++) {
        if (loader->reading[i] == workflow) {
            return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                                "workflow '%s' would run itself", node->text);
        }
    }
    (void)snprintf(prefix, sizeof(prefix), "%s/", row->id);
    loader->reading[loader->reading_count++] = workflow;
    status = bs_loader_steps(loader, steps, prefix, place->first);
    loader->reading_count--;
    return status;
}

static enum bs_status add_group(struct bs_loader *loader, const struct bs_node *node,
                                const struct bs_row_scope *place)
{
    struct group_raw raw = group_defaults;
    struct bs_step *row = NULL;
    enum bs_status status = read_group(loader, node, &raw);

    if (status == BS_OK && loader->depth == BS_PLAN_DEPTH_MAX - 1) {
        status = bs_error_set(loader->error, BS_ERR_LIMIT, &node->at, "nested more than %d deep",
                              BS_PLAN_DEPTH_MAX - 1);
    }
    if (status == BS_OK) {
        status = add_row(loader, node, &row);
    }
    if (status == BS_OK) {
        row->shape = raw.parallel != NULL ? BS_SHAPE_PARALLEL : BS_SHAPE_SEQUENCE;
        row->timeout = raw.timeout;
        status = set_id(loader, node, place, raw.id, row);
    }
    if (status == BS_OK && raw.conditions != NULL) {
        status = bs_loader_conditions(loader, raw.conditions, place, &row->conditions);
    }
    if (status != BS_OK) {
        return status;
    }
    loader->depth++;
    status = raw.parallel != NULL ? add_children(loader, raw.parallel, place)
                                  : add_child_plan(loader, raw.workflow, place, row);
    loader->depth--;
    row->descendants = (uint32_t)(&loader->steps[loader->plan->step_count] - row - 1);
    return status;
}

static bool is_child_plan(const struct bs_node *node)
{
    const struct bs_node *block = bs_node_get(node, "block");

    return block != NULL && block->kind == BS_NODE_SCALAR && strcmp(block->text, "run_plan") == 0;
}

static enum bs_status add_row_at(struct bs_loader *loader, const struct bs_node *node,
                                 const struct bs_row_scope *place)
{
    const bool is_group =
        node->kind == BS_NODE_MAP && (bs_node_get(node, "parallel") != NULL || is_child_plan(node));

    return is_group ? add_group(loader, node, place) : add_step(loader, node, place);
}

enum bs_status bs_loader_steps(struct bs_loader *loader, const struct bs_node *list,
                               const char *prefix, uint32_t first)
{
    const struct bs_row_scope place = {prefix, first};
    enum bs_status status = BS_OK;

    for (const struct bs_node *step = list->first; step != NULL && status == BS_OK;
         step = step->next) {
        status = add_row_at(loader, step, &place);
    }
    return status;
}
