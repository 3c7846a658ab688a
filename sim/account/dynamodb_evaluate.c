/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Conditions: whether an item meets one. */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/dynamodb_expression.h"

/* An operand's value: borrowed, or, of size(), made for the occasion. */
struct operand {
    const struct bs_tree *value; /* NULL: the item has no such attribute. */
    struct bs_tree *made;
};

static struct operand operand_of(const struct bs_dynamodb_node *node, const struct bs_tree *item);

static bool size_of(const struct bs_tree *value, size_t *size)
{
    const struct bs_tree *content = bs_dynamodb_value_content(value);

    if (bs_dynamodb_value_is(value, "S B")) {
        *size = content->is.text.length;
        return true;
    }
    *size = bs_tree_count(content);
    return bs_dynamodb_value_is(value, "SS NS BS L M");
}

static struct operand size_operand(const struct bs_dynamodb_node *node, const struct bs_tree *item)
{
    const struct operand whole = operand_of(node->first, item);
    struct operand operand = {NULL, NULL};
    char text[24];
    size_t size;

    if (whole.value != NULL && size_of(whole.value, &size)) {
        (void)snprintf(text, sizeof(text), "%zu", size);
        operand.made = bs_dynamodb_value_new("N", bs_tree_new_text(text));
        operand.value = operand.made;
    }
    bs_tree_destroy(whole.made);
    return operand;
}

static struct operand operand_of(const struct bs_dynamodb_node *node, const struct bs_tree *item)
{
    switch (node->kind) {
    case BS_DYNAMODB_VALUE:
        return (struct operand){node->value, NULL};
    case BS_DYNAMODB_PATH:
        return (struct operand){bs_dynamodb_path_get(item, &node->path), NULL};
    default:
        BS_ASSERT(node->kind == BS_DYNAMODB_SIZE);
        return size_operand(node, item);
    }
}

static bool is_in_order(enum bs_dynamodb_node_kind kind, int order)
{
    switch (kind) {
    case BS_DYNAMODB_LESS:
        return order < 0;
    case BS_DYNAMODB_LESS_OR_EQUAL:
        return order <= 0;
    case BS_DYNAMODB_GREATER:
        return order > 0;
    default:
        return order >= 0;
    }
}

static bool is_of_type(const struct bs_tree *value, const struct bs_tree *type)
{
    return strcmp(bs_dynamodb_value_type(value), bs_dynamodb_value_content(type)->is.text.bytes) ==
           0;
}

/* Of two values that are there. */
static bool relates(enum bs_dynamodb_node_kind kind, const struct bs_tree *a,
                    const struct bs_tree *b)
{
    const bool is_same_type = strcmp(bs_dynamodb_value_type(a), bs_dynamodb_value_type(b)) == 0;
    int order;

    switch (kind) {
    case BS_DYNAMODB_EQUAL:
    case BS_DYNAMODB_IN:
        return is_same_type && bs_tree_equal(a, b);
    case BS_DYNAMODB_NOT_EQUAL:
        return !is_same_type || !bs_tree_equal(a, b);
    case BS_DYNAMODB_BEGINS_WITH:
        return bs_dynamodb_value_begins_with(a, b);
    case BS_DYNAMODB_CONTAINS:
        return bs_dynamodb_value_contains(a, b);
    case BS_DYNAMODB_ATTRIBUTE_TYPE:
        return is_of_type(a, b);
    default:
        return bs_dynamodb_value_compare(a, b, &order) && is_in_order(kind, order);
    }
}

/* What is not there is equal to nothing. */
static bool holds_between(enum bs_dynamodb_node_kind kind, const struct bs_dynamodb_node *left,
                          const struct bs_dynamodb_node *right, const struct bs_tree *item)
{
    const struct operand a = operand_of(left, item);
    const struct operand b = operand_of(right, item);
    const bool is_there = a.value != NULL && b.value != NULL;
    const bool holds = is_there ? relates(kind, a.value, b.value) : kind == BS_DYNAMODB_NOT_EQUAL;

    bs_tree_destroy(a.made);
    bs_tree_destroy(b.made);
    return holds;
}

static bool is_any_of(const struct bs_dynamodb_node *node, const struct bs_tree *item)
{
    for (const struct bs_dynamodb_node *one = node->first->next; one != NULL; one = one->next) {
        if (holds_between(BS_DYNAMODB_IN, node->first, one, item)) {
            return true;
        }
    }
    return false;
}

static bool is_there(const struct bs_dynamodb_node *node, const struct bs_tree *item)
{
    return bs_dynamodb_path_get(item, &node->first->path) != NULL;
}

bool bs_dynamodb_holds(const struct bs_dynamodb_node *node, const struct bs_tree *item)
{
    const struct bs_dynamodb_node *left = node->first;
    const struct bs_dynamodb_node *right = left->next;

    switch (node->kind) {
    case BS_DYNAMODB_AND:
        return bs_dynamodb_holds(left, item) && bs_dynamodb_holds(right, item);
    case BS_DYNAMODB_OR:
        return bs_dynamodb_holds(left, item) || bs_dynamodb_holds(right, item);
    case BS_DYNAMODB_NOT:
        return !bs_dynamodb_holds(left, item);
    case BS_DYNAMODB_ATTRIBUTE_EXISTS:
        return is_there(node, item);
    case BS_DYNAMODB_ATTRIBUTE_NOT_EXISTS:
        return !is_there(node, item);
    case BS_DYNAMODB_BETWEEN:
        return holds_between(BS_DYNAMODB_GREATER_OR_EQUAL, left, right, item) &&
               holds_between(BS_DYNAMODB_LESS_OR_EQUAL, left, right->next, item);
    case BS_DYNAMODB_IN:
        return is_any_of(node, item);
    default:
        return holds_between(node->kind, left, right, item);
    }
}
