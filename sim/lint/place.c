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

static const struct bs_node *workflow_node(const struct bs_lint *lint)
{
    const struct bs_node *workflows = member(bs_document_root(lint->plan_document), "workflows");

    return lint->workflow == NULL ? NULL : member(workflows, lint->workflow->name);
}

/* The member of a list of steps with this id; groups are looked into once, as they hold no groups. */
static const struct bs_node *step_node(const struct bs_node *steps, const char *id)
{
    const struct bs_node *found = NULL;

    if (steps == NULL || steps->kind != BS_NODE_LIST) {
        return NULL;
    }
    for (const struct bs_node *node = steps->first; node != NULL && found == NULL;
         node = node->next) {
        const struct bs_node *name = member(node, "id");
        const struct bs_node *children = member(node, "parallel");

        if (name != NULL && name->kind == BS_NODE_SCALAR && strcmp(name->text, id) == 0) {
            return node;
        }
        for (const struct bs_node *child =
                 children != NULL && children->kind == BS_NODE_LIST ? children->first : NULL;
             child != NULL && found == NULL; child = child->next) {
            const struct bs_node *child_name = member(child, "id");

            if (child_name != NULL && child_name->kind == BS_NODE_SCALAR &&
                strcmp(child_name->text, id) == 0) {
                found = child;
            }
        }
    }
    return found;
}

struct bs_position bs_lint_step_place(const struct bs_lint *lint, const struct bs_step *step)
{
    const struct bs_node *node = step_node(member(workflow_node(lint), "steps"), step->id);

    return node != NULL ? node->at : of_file(lint->plan_document);
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
