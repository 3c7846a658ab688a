/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Updates. All operands are worked out on the item as it was, then the actions are applied to a copy: first
 * what sets, in the order of the paths, so that what is set behind the end of a list is appended in the order
 * of its indexes; then what removes, backwards, so that no index is moved before its turn.
 */

#include <string.h>

#include "base/assert.h"
#include "sim/account/dynamodb_expression.h"

static const char bad_type[] = "An operand in the update expression has an incorrect data type";
static const char bad_path[] = "The document path provided in the update expression is invalid for "
                               "update";
static const char no_attribute[] =
    "The provided expression refers to an attribute that does not exist in the item";

/* ---- Operands ---- */

static struct bs_tree *evaluate(const struct bs_dynamodb_node *node, const struct bs_tree *item,
                                struct bs_dynamodb_refusal *refusal);

static struct bs_tree *add_numbers(const struct bs_tree *a, const struct bs_tree *b, bool negates_b,
                                   struct bs_dynamodb_refusal *refusal)
{
    struct bs_dynamodb_number number_of_a = bs_dynamodb_value_number(a);
    struct bs_dynamodb_number number_of_b = bs_dynamodb_value_number(b);
    const char *error;

    if (negates_b) {
        bs_dynamodb_number_negate(&number_of_b);
    }
    error = bs_dynamodb_number_add(&number_of_a, &number_of_b, &number_of_a);
    if (error != NULL) {
        bs_dynamodb_refuse(refusal, "%s", error);
        return NULL;
    }
    return bs_dynamodb_value_new_number(&number_of_a);
}

static struct bs_tree *append_lists(const struct bs_tree *a, const struct bs_tree *b)
{
    struct bs_tree *list = bs_tree_copy(bs_dynamodb_value_content(a));

    for (const struct bs_tree *element = bs_tree_first(bs_dynamodb_value_content(b));
         element != NULL; element = element->next) {
        (void)bs_tree_append(list, bs_tree_copy(element));
    }
    return bs_dynamodb_value_new("L", list);
}

static struct bs_tree *evaluate_both(const struct bs_dynamodb_node *node,
                                     const struct bs_tree *item,
                                     struct bs_dynamodb_refusal *refusal)
{
    const bool is_list = node->kind == BS_DYNAMODB_LIST_APPEND;
    struct bs_tree *a = evaluate(node->first, item, refusal);
    struct bs_tree *b = evaluate(node->first->next, item, refusal);
    struct bs_tree *result = NULL;

    if (a != NULL && b != NULL) {
        if (!bs_dynamodb_value_is(a, is_list ? "L" : "N") ||
            !bs_dynamodb_value_is(b, is_list ? "L" : "N")) {
            bs_dynamodb_refuse(refusal, bad_type);
        } else {
            result = is_list ? append_lists(a, b)
                             : add_numbers(a, b, node->kind == BS_DYNAMODB_MINUS, refusal);
        }
    }
    bs_tree_destroy(a);
    bs_tree_destroy(b);
    return result;
}

/* A value of its own, or NULL with words. */
static struct bs_tree *evaluate(const struct bs_dynamodb_node *node, const struct bs_tree *item,
                                struct bs_dynamodb_refusal *refusal)
{
    const struct bs_tree *value = NULL;

    switch (node->kind) {
    case BS_DYNAMODB_VALUE:
        return bs_tree_copy(node->value);
    case BS_DYNAMODB_PATH:
        value = bs_dynamodb_path_get(item, &node->path);
        break;
    case BS_DYNAMODB_IF_NOT_EXISTS:
        value = bs_dynamodb_path_get(item, &node->first->path);
        if (value == NULL) {
            return evaluate(node->first->next, item, refusal);
        }
        break;
    default:
        return evaluate_both(node, item, refusal);
    }
    if (value == NULL) {
        bs_dynamodb_refuse(refusal, no_attribute);
        return NULL;
    }
    return bs_tree_copy(value);
}

/* ADD: to a number, or into a set; what is not there is 0 or empty. */
static struct bs_tree *added(const struct bs_tree *old, const struct bs_tree *change,
                             struct bs_dynamodb_refusal *refusal)
{
    if (old == NULL) {
        return bs_tree_copy(change);
    }
    if (strcmp(bs_dynamodb_value_type(old), bs_dynamodb_value_type(change)) != 0) {
        bs_dynamodb_refuse(refusal, bad_type);
        return NULL;
    }
    return bs_dynamodb_value_is(old, "N") ? add_numbers(old, change, false, refusal)
                                          : bs_dynamodb_set_union(old, change);
}

/* DELETE: out of a set. NULL without words: nothing is left of it. */
static struct bs_tree *deleted(const struct bs_tree *old, const struct bs_tree *change,
                               struct bs_dynamodb_refusal *refusal)
{
    if (old == NULL) {
        return NULL;
    }
    if (strcmp(bs_dynamodb_value_type(old), bs_dynamodb_value_type(change)) != 0) {
        bs_dynamodb_refuse(refusal, bad_type);
        return NULL;
    }
    return bs_dynamodb_set_difference(old, change);
}

/* What is to stand at the action's path; NULL without words: nothing. */
static struct bs_tree *outcome(const struct bs_dynamodb_action *action, const struct bs_tree *item,
                               struct bs_dynamodb_refusal *refusal)
{
    const struct bs_tree *old = bs_dynamodb_path_get(item, &action->path);

    switch (action->section) {
    case BS_DYNAMODB_SET:
        return evaluate(action->operand, item, refusal);
    case BS_DYNAMODB_ADD:
        return added(old, action->operand->value, refusal);
    case BS_DYNAMODB_DELETE:
        return deleted(old, action->operand->value, refusal);
    default:
        return NULL;
    }
}

/* ---- Changing ---- */

static struct bs_tree *element_at(struct bs_tree *list, size_t index)
{
    struct bs_tree *element = bs_tree_first_mutable(list);

    for (size_t i = 0; element != NULL && i < index; i++) {
        element = element->next;
    }
    return element;
}

/* What holds the last step's value: the item, a map's structure, a list. NULL with words if nothing does. */
static struct bs_tree *holder_of(struct bs_tree *item, const struct bs_dynamodb_path *path,
                                 struct bs_dynamodb_refusal *refusal)
{
    struct bs_tree *holder = item;

    for (size_t i = 0; i + 1 < path->count && holder != NULL; i++) {
        struct bs_tree *value = path->steps[i].name != NULL
                                    ? bs_tree_get_mutable(holder, path->steps[i].name)
                                    : element_at(holder, path->steps[i].index);
        const char *type = path->steps[i + 1].name != NULL ? "M" : "L";

        holder = value != NULL && bs_dynamodb_value_is(value, type) ? bs_tree_first_mutable(value)
                                                                    : NULL;
    }
    if (holder == NULL) {
        bs_dynamodb_refuse(refusal, bad_path);
    }
    return holder;
}

/* An element cannot be replaced in a list but by its content, for its place is what it is. */
static void replace_element(struct bs_tree *element, struct bs_tree *value)
{
    char type[8];

    memcpy(type, bs_dynamodb_value_type(element), strlen(bs_dynamodb_value_type(element)) + 1);
    (void)bs_tree_remove(element, type);
    (void)bs_tree_add(element, bs_dynamodb_value_type(value),
                      bs_tree_copy(bs_dynamodb_value_content(value)));
    bs_tree_destroy(value);
}

static void put_at(struct bs_tree *item, const struct bs_dynamodb_path *path, struct bs_tree *value,
                   struct bs_dynamodb_refusal *refusal)
{
    const struct bs_dynamodb_step *last = &path->steps[path->count - 1];
    struct bs_tree *holder = holder_of(item, path, refusal);
    struct bs_tree *element;

    if (holder == NULL) {
        bs_tree_destroy(value);
        return;
    }
    if (last->name != NULL) {
        (void)bs_tree_set(holder, last->name, value);
        return;
    }
    element = element_at(holder, last->index);
    if (element != NULL) {
        replace_element(element, value);
    } else {
        (void)bs_tree_append(holder, value);
    }
}

static void remove_at(struct bs_tree *item, const struct bs_dynamodb_path *path,
                      struct bs_dynamodb_refusal *refusal)
{
    const struct bs_dynamodb_step *last = &path->steps[path->count - 1];
    struct bs_tree *holder = holder_of(item, path, refusal);
    struct bs_tree *element;

    if (holder == NULL) {
        return;
    }
    if (last->name != NULL) {
        (void)bs_tree_remove(holder, last->name);
        return;
    }
    element = element_at(holder, last->index);
    if (element != NULL) {
        bs_tree_remove_element(holder, element);
    }
}

static const struct bs_dynamodb_action *action_of(const struct bs_dynamodb_update *update,
                                                  const struct bs_dynamodb_path *path)
{
    const struct bs_dynamodb_action *action = update->first;

    while (action->path.steps != path->steps) {
        action = action->next;
        BS_ASSERT(action != NULL);
    }
    return action;
}

/* Whether the action takes away what stands at its path, rather than puts something there. */
static bool takes_away(const struct bs_dynamodb_action *action, const struct bs_tree *value)
{
    return value == NULL && action->section != BS_DYNAMODB_SET;
}

static void apply_action(const struct bs_dynamodb_action *action, const struct bs_tree *item,
                         bool removes, struct bs_tree *copy, struct bs_dynamodb_refusal *refusal)
{
    struct bs_tree *value = outcome(action, item, refusal);

    if (refusal->message[0] != '\0' || takes_away(action, value) != removes) {
        bs_tree_destroy(value);
    } else if (!removes) {
        put_at(copy, &action->path, value, refusal);
    } else {
        remove_at(copy, &action->path, refusal);
    }
}

struct bs_tree *bs_dynamodb_apply(const struct bs_dynamodb_update *update,
                                  const struct bs_tree *item, struct bs_dynamodb_refusal *refusal)
{
    const struct bs_dynamodb_paths *paths = &update->paths;
    struct bs_tree *copy = bs_tree_copy(item);

    for (size_t i = 0; i < paths->count && refusal->message[0] == '\0'; i++) {
        apply_action(action_of(update, &paths->paths[i]), item, false, copy, refusal);
    }
    for (size_t i = paths->count; i > 0 && refusal->message[0] == '\0'; i--) {
        apply_action(action_of(update, &paths->paths[i - 1]), item, true, copy, refusal);
    }
    if (refusal->message[0] != '\0') {
        bs_tree_destroy(copy);
        return NULL;
    }
    return copy;
}
