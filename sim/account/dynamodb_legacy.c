/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Parameters from before there were expressions, read into the same nodes. Source: Amazon DynamoDB Developer
 * Guide, "Legacy conditional parameters".
 */

#include <string.h>

#include "sim/account/dynamodb_table.h"

/* ---- Conditions ---- */

struct comparison {
    const char *operator;
    enum bs_dynamodb_node_kind kind;
    size_t operands_min; /* Beside the attribute. */
    size_t operands_max;
    bool is_negated;
};

static const struct comparison comparisons[] = {
    {"EQ", BS_DYNAMODB_EQUAL, 1, 1, false},
    {"NE", BS_DYNAMODB_NOT_EQUAL, 1, 1, false},
    {"LT", BS_DYNAMODB_LESS, 1, 1, false},
    {"LE", BS_DYNAMODB_LESS_OR_EQUAL, 1, 1, false},
    {"GT", BS_DYNAMODB_GREATER, 1, 1, false},
    {"GE", BS_DYNAMODB_GREATER_OR_EQUAL, 1, 1, false},
    {"NULL", BS_DYNAMODB_ATTRIBUTE_NOT_EXISTS, 0, 0, false},
    {"NOT_NULL", BS_DYNAMODB_ATTRIBUTE_EXISTS, 0, 0, false},
    {"CONTAINS", BS_DYNAMODB_CONTAINS, 1, 1, false},
    {"NOT_CONTAINS", BS_DYNAMODB_CONTAINS, 1, 1, true},
    {"BEGINS_WITH", BS_DYNAMODB_BEGINS_WITH, 1, 1, false},
    {"IN", BS_DYNAMODB_IN, 1, BS_DYNAMODB_OPERANDS_MAX, false},
    {"BETWEEN", BS_DYNAMODB_BETWEEN, 2, 2, false},
};

static const struct comparison *find_comparison(const char *operator)
{
    for (size_t i = 0; i < sizeof(comparisons) / sizeof(comparisons[0]); i++) {
        if (strcmp(comparisons[i].operator, operator) == 0) {
            return &comparisons[i];
        }
    }
    return NULL;
}

static struct bs_dynamodb_path path_to(struct bs_dynamodb_scope *scope, const char *name)
{
    struct bs_dynamodb_step *step = bs_dynamodb_scope_array(scope, 1, sizeof(*step));

    step->name = name;
    return (struct bs_dynamodb_path){step, 1};
}

/* The values are kept by the scope, under names that no expression can have. */
static void add_value(struct bs_dynamodb_scope *scope, struct bs_dynamodb_node *node,
                      const struct bs_tree *value)
{
    struct bs_tree *taken = bs_dynamodb_value_take(value, &scope->refusal);

    if (taken != NULL) {
        if (scope->values == NULL) {
            scope->values = bs_tree_new_structure();
        }
        bs_dynamodb_node_new(scope, node, BS_DYNAMODB_VALUE)->value =
            bs_tree_add(scope->values, "", taken);
    }
}

static struct bs_dynamodb_node *compare(struct bs_dynamodb_scope *scope, const char *name,
                                        const char *operator, const struct bs_tree * values)
{
    const struct comparison *comparison = find_comparison(operator);
    const size_t count = bs_tree_count(values);
    struct bs_dynamodb_node *node;

    if (comparison == NULL || count < comparison->operands_min ||
        count > comparison->operands_max) {
        bs_dynamodb_refuse(&scope->refusal,
                           "One or more parameter values were invalid: Invalid number of "
                           "argument(s) for the %s ComparisonOperator",
                           operator);
        return bs_dynamodb_node_new(scope, NULL, BS_DYNAMODB_EQUAL);
    }
    node = bs_dynamodb_node_new(scope, NULL, comparison->kind);
    bs_dynamodb_node_new(scope, node, BS_DYNAMODB_PATH)->path = path_to(scope, name);
    for (const struct bs_tree *value = bs_tree_first(values); value != NULL; value = value->next) {
        add_value(scope, node, value);
    }
    bs_dynamodb_check_node(scope, "ComparisonOperator", node);
    if (comparison->is_negated) {
        struct bs_dynamodb_node *negation = bs_dynamodb_node_new(scope, NULL, BS_DYNAMODB_NOT);

        negation->first = node;
        return negation;
    }
    return node;
}

/* {Exists: false}, {Value: ..}, or as a condition. */
static struct bs_dynamodb_node *expect(struct bs_dynamodb_scope *scope,
                                       const struct bs_tree *expected)
{
    const struct bs_tree *value = bs_tree_get(expected, "Value");
    const char *operator= bs_tree_text(expected, "ComparisonOperator", NULL);
    const bool exists = bs_tree_boolean(expected, "Exists", true);
    struct bs_dynamodb_node *node;

    if (operator!= NULL) {
        return compare(scope, expected->name, operator,
                       bs_tree_get(expected, "AttributeValueList"));
    }
    if (exists != (value != NULL)) {
        bs_dynamodb_refuse(
            &scope->refusal,
            "One or more parameter values were invalid: Value %s be used when Exists "
            "is %s for Attribute: %.255s",
            exists ? "must" : "cannot", exists ? "set to true" : "set to false", expected->name);
    }
    node = bs_dynamodb_node_new(scope, NULL,
                                exists ? BS_DYNAMODB_EQUAL : BS_DYNAMODB_ATTRIBUTE_NOT_EXISTS);
    bs_dynamodb_node_new(scope, node, BS_DYNAMODB_PATH)->path = path_to(scope, expected->name);
    if (exists && value != NULL) {
        add_value(scope, node, value);
    }
    return node;
}

struct bs_dynamodb_node *bs_dynamodb_legacy_condition(struct bs_dynamodb_scope *scope,
                                                      const struct bs_tree *request,
                                                      const char *parameter)
{
    const bool is_or = strcmp(bs_tree_text(request, "ConditionalOperator", "AND"), "OR") == 0 &&
                       strcmp(parameter, "KeyConditions") != 0;
    const struct bs_tree *conditions = bs_tree_get(request, parameter);
    struct bs_dynamodb_node *all = NULL;

    if (bs_tree_count(conditions) > BS_DYNAMODB_OPERATORS_MAX) {
        bs_dynamodb_refuse(&scope->refusal, "Too many conditions in %s", parameter);
        return NULL;
    }
    for (const struct bs_tree *one = bs_tree_first(conditions); one != NULL; one = one->next) {
        struct bs_dynamodb_node *node = expect(scope, one);

        if (all != NULL) {
            struct bs_dynamodb_node *both =
                bs_dynamodb_node_new(scope, NULL, is_or ? BS_DYNAMODB_OR : BS_DYNAMODB_AND);

            both->first = all;
            all->next = node;
            node = both;
        }
        all = node;
    }
    return all;
}

/* ---- Updates and projections ---- */

static void take_update(struct bs_dynamodb_scope *scope, const struct bs_tree *update,
                        struct bs_dynamodb_action *action)
{
    const struct bs_tree *value = bs_tree_get(update, "Value");
    const char *what = bs_tree_text(update, "Action", "PUT");
    struct bs_dynamodb_node holder = {.kind = BS_DYNAMODB_AND};

    action->path = path_to(scope, update->name);
    action->section = strcmp(what, "PUT") == 0   ? BS_DYNAMODB_SET
                      : strcmp(what, "ADD") == 0 ? BS_DYNAMODB_ADD
                      : value == NULL            ? BS_DYNAMODB_REMOVE
                                                 : BS_DYNAMODB_DELETE;
    if (value != NULL) {
        add_value(scope, &holder, value);
        action->operand = holder.first;
    } else if (action->section != BS_DYNAMODB_REMOVE) {
        bs_dynamodb_refuse(&scope->refusal,
                           "One or more parameter values were invalid: Only DELETE action is "
                           "allowed when no attribute value is specified");
    }
    if (action->operand != NULL && action->section >= BS_DYNAMODB_ADD &&
        !bs_dynamodb_value_is(action->operand->value,
                              action->section == BS_DYNAMODB_ADD ? "N SS NS BS L" : "SS NS BS")) {
        bs_dynamodb_refuse(&scope->refusal,
                           "One or more parameter values were invalid: Action %s is not supported "
                           "for the type %s",
                           what, bs_dynamodb_value_type(action->operand->value));
    }
}

struct bs_dynamodb_update *bs_dynamodb_legacy_update(struct bs_dynamodb_scope *scope,
                                                     const struct bs_tree *updates)
{
    struct bs_dynamodb_update *update = bs_dynamodb_scope_array(scope, 1, sizeof(*update));
    struct bs_dynamodb_action **place = &update->first;

    if (bs_tree_count(updates) > BS_DYNAMODB_EXPRESSION_BYTES_MAX) {
        bs_dynamodb_refuse(&scope->refusal, "Too many attributes in AttributeUpdates");
        return update;
    }
    update->paths.paths =
        bs_dynamodb_scope_array(scope, bs_tree_count(updates), sizeof(struct bs_dynamodb_path));
    for (const struct bs_tree *one = bs_tree_first(updates); one != NULL; one = one->next) {
        *place = bs_dynamodb_scope_array(scope, 1, sizeof(**place));
        take_update(scope, one, *place);
        update->paths.paths[update->paths.count++] = (*place)->path;
        place = &(*place)->next;
    }
    bs_dynamodb_paths_sort(scope, "AttributeUpdates", &update->paths);
    return update;
}

struct bs_dynamodb_paths bs_dynamodb_legacy_projection(struct bs_dynamodb_scope *scope,
                                                       const struct bs_tree *names)
{
    struct bs_dynamodb_paths paths = {NULL, 0};

    if (bs_tree_count(names) > BS_DYNAMODB_EXPRESSION_BYTES_MAX) {
        bs_dynamodb_refuse(&scope->refusal, "Too many attributes in AttributesToGet");
        return paths;
    }
    paths.paths =
        bs_dynamodb_scope_array(scope, bs_tree_count(names), sizeof(struct bs_dynamodb_path));
    for (const struct bs_tree *name = bs_tree_first(names); name != NULL; name = name->next) {
        if (name->kind == BS_TREE_TEXT) {
            paths.paths[paths.count++] = path_to(scope, name->is.text.bytes);
        }
    }
    bs_dynamodb_paths_sort(scope, "AttributesToGet", &paths);
    return paths;
}

/* ---- Which of both ---- */

static const char *first_of(const struct bs_tree *request, const char *const names[])
{
    for (size_t i = 0; names[i] != NULL; i++) {
        if (bs_tree_get(request, names[i]) != NULL) {
            return names[i];
        }
    }
    return NULL;
}

void bs_dynamodb_legacy_check(struct bs_dynamodb_scope *scope, const struct bs_tree *request)
{
    static const char *const expressions[] = {"ConditionExpression",  "UpdateExpression",
                                              "FilterExpression",     "KeyConditionExpression",
                                              "ProjectionExpression", NULL};
    static const char *const legacies[] = {
        "Expected",      "AttributeUpdates", "QueryFilter",         "ScanFilter",
        "KeyConditions", "AttributesToGet",  "ConditionalOperator", NULL};
    const char *expression = first_of(request, expressions);
    const char *legacy = first_of(request, legacies);

    if (expression != NULL && legacy != NULL) {
        bs_dynamodb_refuse(&scope->refusal,
                           "Can not use both expression and non-expression parameters in the same "
                           "request: Non-expression parameters: {%s} Expression parameters: {%s}",
                           legacy, expression);
    } else if (expression == NULL && scope->names != NULL) {
        bs_dynamodb_refuse(&scope->refusal,
                           "ExpressionAttributeNames can only be specified when using expressions");
    } else if (expression == NULL && scope->values != NULL) {
        bs_dynamodb_refuse(
            &scope->refusal,
            "ExpressionAttributeValues can only be specified when using expressions");
    }
}

struct bs_dynamodb_node *bs_dynamodb_condition_of(struct bs_dynamodb_scope *scope,
                                                  const struct bs_tree *request,
                                                  const char *expression, const char *legacy)
{
    const char *text = bs_tree_text(request, expression, NULL);

    if (!bs_dynamodb_scope_is_good(scope)) {
        return NULL;
    }
    return text != NULL ? bs_dynamodb_parse_condition(scope, expression, text)
                        : bs_dynamodb_legacy_condition(scope, request, legacy);
}

bool bs_dynamodb_projection_of(struct bs_dynamodb_scope *scope, const struct bs_tree *request,
                               struct bs_dynamodb_paths *paths)
{
    const char *text = bs_tree_text(request, "ProjectionExpression", NULL);
    const struct bs_tree *names = bs_tree_get(request, "AttributesToGet");

    if (!bs_dynamodb_scope_is_good(scope) || (text == NULL && names == NULL)) {
        return false;
    }
    *paths = text != NULL ? bs_dynamodb_parse_projection(scope, "ProjectionExpression", text)
                          : bs_dynamodb_legacy_projection(scope, names);
    return true;
}
