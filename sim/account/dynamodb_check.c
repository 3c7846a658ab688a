/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* What is wrong with a node of an expression whatever the item. */

#include "sim/account/dynamodb_expression.h"

#include <string.h>

enum { OPERATOR_COUNT = BS_DYNAMODB_VALUE + 1 };

/* What a node is called and takes. */
static const struct {
    const char *word;
    size_t operands_min;
    size_t operands_max;
    const char *types; /* Of values that it may be given; NULL: all. */
} rules[OPERATOR_COUNT] = {
    [BS_DYNAMODB_EQUAL] = {"=", 2, 2, NULL},
    [BS_DYNAMODB_NOT_EQUAL] = {"<>", 2, 2, NULL},
    [BS_DYNAMODB_LESS] = {"<", 2, 2, "S N B"},
    [BS_DYNAMODB_LESS_OR_EQUAL] = {"<=", 2, 2, "S N B"},
    [BS_DYNAMODB_GREATER] = {">", 2, 2, "S N B"},
    [BS_DYNAMODB_GREATER_OR_EQUAL] = {">=", 2, 2, "S N B"},
    [BS_DYNAMODB_BETWEEN] = {"BETWEEN", 3, 3, "S N B"},
    [BS_DYNAMODB_IN] = {"IN", 2, BS_DYNAMODB_OPERANDS_MAX + 1, NULL},
    [BS_DYNAMODB_ATTRIBUTE_EXISTS] = {"attribute_exists", 1, 1, NULL},
    [BS_DYNAMODB_ATTRIBUTE_NOT_EXISTS] = {"attribute_not_exists", 1, 1, NULL},
    [BS_DYNAMODB_ATTRIBUTE_TYPE] = {"attribute_type", 2, 2, "S"},
    [BS_DYNAMODB_BEGINS_WITH] = {"begins_with", 2, 2, "S B"},
    [BS_DYNAMODB_CONTAINS] = {"contains", 2, 2, NULL},
    [BS_DYNAMODB_SIZE] = {"size", 1, 1, "S B SS NS BS L M"},
    [BS_DYNAMODB_IF_NOT_EXISTS] = {"if_not_exists", 2, 2, NULL},
    [BS_DYNAMODB_LIST_APPEND] = {"list_append", 2, 2, "L"},
    [BS_DYNAMODB_PLUS] = {"+", 2, 2, "N"},
    [BS_DYNAMODB_MINUS] = {"-", 2, 2, "N"},
};

const char *bs_dynamodb_node_word(enum bs_dynamodb_node_kind kind)
{
    return rules[kind].word;
}

static size_t operand_count(const struct bs_dynamodb_node *node)
{
    size_t count = 0;

    for (const struct bs_dynamodb_node *operand = node->first; operand != NULL;
         operand = operand->next) {
        count++;
    }
    return count;
}

static void check_types(struct bs_dynamodb_scope *scope, const char *parameter,
                        const struct bs_dynamodb_node *node)
{
    for (const struct bs_dynamodb_node *operand = node->first; operand != NULL;
         operand = operand->next) {
        if (operand->kind == BS_DYNAMODB_VALUE && rules[node->kind].types != NULL &&
            !bs_dynamodb_value_is(operand->value, rules[node->kind].types)) {
            bs_dynamodb_refuse(&scope->refusal,
                               "Invalid %s: Incorrect operand type for operator or function; "
                               "operator or function: %s, operand type: %s",
                               parameter, rules[node->kind].word,
                               bs_dynamodb_value_type(operand->value));
        }
    }
}

static void check_path_operand(struct bs_dynamodb_scope *scope, const char *parameter,
                               const struct bs_dynamodb_node *node)
{
    const bool needs_path = node->kind == BS_DYNAMODB_ATTRIBUTE_EXISTS ||
                            node->kind == BS_DYNAMODB_ATTRIBUTE_NOT_EXISTS ||
                            node->kind == BS_DYNAMODB_ATTRIBUTE_TYPE ||
                            node->kind == BS_DYNAMODB_IF_NOT_EXISTS;

    if (needs_path && node->first->kind != BS_DYNAMODB_PATH) {
        bs_dynamodb_refuse(&scope->refusal,
                           "Invalid %s: Operator or function requires a document path; operator or "
                           "function: %s",
                           parameter, rules[node->kind].word);
    }
}

static void check_bounds(struct bs_dynamodb_scope *scope, const char *parameter,
                         const struct bs_dynamodb_node *node)
{
    const struct bs_dynamodb_node *lower = node->first->next;
    const struct bs_dynamodb_node *upper = lower->next;
    int order = 0;

    if (lower->kind != BS_DYNAMODB_VALUE || upper->kind != BS_DYNAMODB_VALUE) {
        return;
    }
    if (!bs_dynamodb_value_compare(lower->value, upper->value, &order)) {
        bs_dynamodb_refuse(&scope->refusal,
                           "Invalid %s: The BETWEEN operator requires same data type for lower and "
                           "upper bounds; lower bound operand: AttributeValue: {%s}, upper bound "
                           "operand: AttributeValue: {%s}",
                           parameter, bs_dynamodb_value_type(lower->value),
                           bs_dynamodb_value_type(upper->value));
    } else if (order > 0) {
        bs_dynamodb_refuse(
            &scope->refusal,
            "Invalid %s: The BETWEEN operator requires upper bound to be greater than or equal to "
            "lower bound; lower bound operand: AttributeValue: {%s:%.100s}, upper bound operand: "
            "AttributeValue: {%s:%.100s}",
            parameter, bs_dynamodb_value_type(lower->value),
            bs_dynamodb_value_content(lower->value)->is.text.bytes,
            bs_dynamodb_value_type(upper->value),
            bs_dynamodb_value_content(upper->value)->is.text.bytes);
    }
}

static void check_type_name(struct bs_dynamodb_scope *scope, const char *parameter,
                            const struct bs_dynamodb_node *node)
{
    static const char *const names[] = {"B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M"};
    const struct bs_dynamodb_node *type = node->first->next;
    const char *text;
    size_t i = 0;

    if (type->kind != BS_DYNAMODB_VALUE) {
        bs_dynamodb_refuse(&scope->refusal,
                           "Invalid %s: Incorrect operand type for operator or function; operator "
                           "or function: attribute_type, operand type: %s",
                           parameter, type->kind == BS_DYNAMODB_PATH ? "PATH" : "FUNCTION");
        return;
    }
    text = bs_dynamodb_value_content(type->value)->is.text.bytes;
    while (i < sizeof(names) / sizeof(names[0]) && strcmp(names[i], text) != 0) {
        i++;
    }
    if (i == sizeof(names) / sizeof(names[0])) {
        bs_dynamodb_refuse(&scope->refusal,
                           "Invalid %s: Invalid attribute type name found; type: %.100s, valid "
                           "types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
                           parameter, text);
    }
}

/* An attribute compared with itself. */
static void check_distinct(struct bs_dynamodb_scope *scope, const char *parameter,
                           const struct bs_dynamodb_node *node)
{
    const struct bs_dynamodb_node *first = node->first;
    const struct bs_dynamodb_node *second = first->next;
    char text[200];

    if (second != NULL && node->kind <= BS_DYNAMODB_CONTAINS && first->kind == BS_DYNAMODB_PATH &&
        second->kind == BS_DYNAMODB_PATH &&
        bs_dynamodb_path_compare(&first->path, &second->path) == 0) {
        bs_dynamodb_path_format(&first->path, text, sizeof(text));
        bs_dynamodb_refuse(&scope->refusal,
                           "Invalid %s: The first operand must be distinct from the remaining "
                           "operands for this operator or function; operator: %s, first operand: "
                           "%s",
                           parameter, rules[node->kind].word, text);
    }
}

void bs_dynamodb_check_node(struct bs_dynamodb_scope *scope, const char *parameter,
                            const struct bs_dynamodb_node *node)
{
    const size_t count = operand_count(node);

    if (!bs_dynamodb_scope_is_good(scope)) {
        return;
    }
    if (count < rules[node->kind].operands_min || count > rules[node->kind].operands_max) {
        bs_dynamodb_refuse(&scope->refusal,
                           "Invalid %s: Incorrect number of operands for operator or function; "
                           "operator or function: %s, number of operands: %zu",
                           parameter, rules[node->kind].word, count);
        return;
    }
    check_path_operand(scope, parameter, node);
    check_types(scope, parameter, node);
    check_distinct(scope, parameter, node);
    if (bs_dynamodb_scope_is_good(scope) && node->kind == BS_DYNAMODB_BETWEEN) {
        check_bounds(scope, parameter, node);
    }
    if (bs_dynamodb_scope_is_good(scope) && node->kind == BS_DYNAMODB_ATTRIBUTE_TYPE) {
        check_type_name(scope, parameter, node);
    }
}
