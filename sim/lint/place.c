/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "sim/lint/rules.h"

/* The compiled plan keeps no places, so they are looked up in the file by name. */

static struct bs_position of_file(const struct bs_document *document)
{
    return (struct bs_position){bs_document_name(document), 0, 0};
}

static const struct bs_node *member(const struct bs_node *map, const char *key)
{
    return map != NULL && map->kind == BS_NODE_MAP ? bs_node_get(map, key) : NULL;
}

static const struct bs_node *workflows_node(const struct bs_lint *lint)
{
    return member(bs_document_root(lint->plan_document), "workflows");
}

static const struct bs_node *workflow_node(const struct bs_lint *lint)
{
    return lint->workflow == NULL ? NULL : member(workflows_node(lint), lint->workflow->name);
}

static bool is_text(const struct bs_node *node, const char *text, size_t length)
{
    return node != NULL && node->kind == BS_NODE_SCALAR && node->length == length &&
           memcmp(node->text, text, length) == 0;
}

/* The step of this id among a node's own, its group's members and its alternatives. */
static const struct bs_node *find_step(const struct bs_node *node, const char *id, size_t length)
{
    const struct bs_node *children = member(node, "parallel");
    const struct bs_node *found = NULL;

    if (is_text(member(node, "id"), id, length)) {
        return node;
    }
    if (member(node, "else") != NULL) {
        found = find_step(member(node, "else"), id, length);
    }
    for (const struct bs_node *child =
             children != NULL && children->kind == BS_NODE_LIST ? children->first : NULL;
         child != NULL && found == NULL; child = child->next) {
        found = find_step(child, id, length);
    }
    return found;
}

static const struct bs_node *find_in(const struct bs_node *workflow, const char *id, size_t length)
{
    const struct bs_node *steps = member(workflow, "steps");
    const struct bs_node *found = NULL;

    for (const struct bs_node *step = steps != NULL && steps->kind == BS_NODE_LIST ? steps->first
                                                                                   : NULL;
         step != NULL && found == NULL; step = step->next) {
        found = find_step(step, id, length);
    }
    return found;
}

/* "child/step" is the step of the workflow that `child` runs. */
static const struct bs_node *step_node(const struct bs_lint *lint, const struct bs_step *step)
{
    const struct bs_node *workflow = workflow_node(lint);
    const struct bs_node *node = NULL;
    const char *id = step->id;

    for (size_t length = strcspn(id, "/"); workflow != NULL; length = strcspn(id, "/")) {
        const struct bs_node *child;

        node = find_in(workflow, id, length);
        if (id[length] == '\0') {
            return node;
        }
        child = member(node, "workflow");
        workflow = child != NULL && child->kind == BS_NODE_SCALAR
                       ? member(workflows_node(lint), child->text)
                       : NULL;
        id += length + 1;
    }
    return node;
}

struct bs_position bs_lint_step_place(const struct bs_lint *lint, const struct bs_step *step)
{
    const struct bs_node *node = step_node(lint, step);

    return node != NULL ? node->at : of_file(lint->plan_document);
}

bool bs_lint_step_says(const struct bs_lint *lint, const struct bs_step *step, const char *key)
{
    const struct bs_node *value = member(step_node(lint, step), key);

    return value != NULL && !bs_node_is_null(value);
}

const char *bs_lint_role(const struct bs_lint *lint, const char *side)
{
    const struct bs_node *own = member(workflow_node(lint), "roles");
    const bool has_own = own != NULL && own->kind == BS_NODE_MAP; /* null counts as absent. */
    const struct bs_node *roles =
        has_own ? own : member(bs_document_root(lint->plan_document), "roles");
    const struct bs_node *role = member(roles, side);

    return role != NULL && role->kind == BS_NODE_SCALAR ? role->text : NULL;
}

/* Whether a step at or below the node runs the workflow in its place. */
static bool node_runs(const struct bs_node *node, const char *workflow)
{
    const struct bs_node *child = member(node, "workflow");
    const struct bs_node *children = member(node, "parallel");

    if (is_text(child, workflow, strlen(workflow)) ||
        (member(node, "else") != NULL && node_runs(member(node, "else"), workflow))) {
        return true;
    }
    for (const struct bs_node *member_node =
             children != NULL && children->kind == BS_NODE_LIST ? children->first : NULL;
         member_node != NULL; member_node = member_node->next) {
        if (node_runs(member_node, workflow)) {
            return true;
        }
    }
    return false;
}

bool bs_lint_is_child(const struct bs_lint *lint)
{
    const struct bs_node *workflows = workflows_node(lint);

    for (const struct bs_node *workflow = workflows != NULL ? workflows->first : NULL;
         workflow != NULL; workflow = workflow->next) {
        const struct bs_node *steps = member(workflow, "steps");

        for (const struct bs_node *step = steps != NULL ? steps->first : NULL; step != NULL;
             step = step->next) {
            if (node_runs(step, lint->workflow->name)) {
                return true;
            }
        }
    }
    return false;
}

struct bs_position bs_lint_workflow_place(const struct bs_lint *lint)
{
    const struct bs_node *node = workflow_node(lint);

    return node != NULL ? node->key_at : of_file(lint->plan_document);
}

struct bs_position bs_lint_trigger_place(const struct bs_lint *lint,
                                         const struct bs_trigger *trigger)
{
    const struct bs_node *list = member(bs_document_root(lint->plan_document), "triggers");
    const struct bs_node *node = list != NULL && list->kind == BS_NODE_LIST ? list->first : NULL;

    for (ptrdiff_t i = trigger - lint->plan->triggers; node != NULL && i > 0; i--) {
        node = node->next;
    }
    return node != NULL ? node->at : of_file(lint->plan_document);
}

static struct bs_position key_place(const struct bs_document *document, const char *key)
{
    const struct bs_node *node = member(bs_document_root(document), key);

    return node != NULL ? node->key_at : of_file(document);
}

struct bs_position bs_lint_plan_place(const struct bs_lint *lint, const char *key)
{
    return key_place(lint->plan_document, key);
}

struct bs_position bs_lint_scenario_place(const struct bs_lint *lint, const char *key)
{
    return key_place(lint->scenario->document, key);
}
