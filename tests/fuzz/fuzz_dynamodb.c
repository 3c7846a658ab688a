/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Any text as an expression of DynamoDB: it is refused with words, or read into nodes that can be evaluated
 * on any item. The first byte says as which of the three; an update's outcome must be an item again.
 */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/dynamodb_expression.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct bs_tree *number(const char *text)
{
    return bs_dynamodb_value_new("N", bs_tree_new_text(text));
}

static struct bs_tree *text_value(const char *text)
{
    return bs_dynamodb_value_new("S", bs_tree_new_text(text));
}

/* One attribute of every kind, under names that are short enough to be found. */
static struct bs_tree *make_item(void)
{
    struct bs_tree *item = bs_tree_new_structure();
    struct bs_tree *list = bs_tree_new_list();
    struct bs_tree *map = bs_tree_new_structure();
    struct bs_tree *set = bs_tree_new_list();

    (void)bs_tree_append(list, number("1"));
    (void)bs_tree_append(list, text_value("b"));
    (void)bs_tree_set(map, "a", text_value("c"));
    bs_tree_append_text(set, "a");
    bs_tree_append_text(set, "b");
    (void)bs_tree_set(item, "a", number("5"));
    (void)bs_tree_set(item, "b", text_value("abc"));
    (void)bs_tree_set(item, "l", bs_dynamodb_value_new("L", list));
    (void)bs_tree_set(item, "m", bs_dynamodb_value_new("M", map));
    (void)bs_tree_set(item, "s", bs_dynamodb_value_new("SS", set));
    return item;
}

static struct bs_tree *make_request(void)
{
    struct bs_tree *request = bs_tree_new_structure();
    struct bs_tree *names = bs_tree_set_structure(request, "ExpressionAttributeNames");
    struct bs_tree *values = make_item();
    struct bs_tree *named = bs_tree_set_structure(request, "ExpressionAttributeValues");

    bs_tree_set_text(names, "#a", "a");
    bs_tree_set_text(names, "#m", "m");
    for (const struct bs_tree *value = bs_tree_first(values); value != NULL; value = value->next) {
        const char name[] = {':', value->name[0], '\0'};

        (void)bs_tree_set(named, name, bs_tree_copy(value));
    }
    bs_tree_destroy(values);
    return request;
}

static void try_condition(struct bs_dynamodb_scope *scope, const char *text,
                          const struct bs_tree *item)
{
    const struct bs_dynamodb_node *node = bs_dynamodb_parse_condition(scope, "Fuzz", text);

    if (bs_dynamodb_scope_is_good(scope)) {
        (void)bs_dynamodb_holds(node, item);
    }
}

static void try_update(struct bs_dynamodb_scope *scope, const char *text,
                       const struct bs_tree *item)
{
    const struct bs_dynamodb_update *update = bs_dynamodb_parse_update(scope, "Fuzz", text);
    struct bs_dynamodb_refusal refusal = {{0}};
    struct bs_tree *changed;
    struct bs_tree *taken;

    if (!bs_dynamodb_scope_is_good(scope)) {
        return;
    }
    changed = bs_dynamodb_apply(update, item, &refusal);
    BS_ASSERT((changed == NULL) == (refusal.message[0] != '\0'));
    if (changed != NULL) {
        taken = bs_dynamodb_item_take(changed, &refusal);
        /* Only an attribute that lies too deep can have come of it. */
        BS_ASSERT(taken == NULL || bs_tree_equal(taken, changed));
        bs_tree_destroy(bs_dynamodb_project(changed, &update->paths));
        bs_tree_destroy(taken);
    }
    bs_tree_destroy(changed);
}

static void try_projection(struct bs_dynamodb_scope *scope, const char *text,
                           const struct bs_tree *item)
{
    const struct bs_dynamodb_paths paths = bs_dynamodb_parse_projection(scope, "Fuzz", text);

    if (bs_dynamodb_scope_is_good(scope)) {
        bs_tree_destroy(bs_dynamodb_project(item, &paths));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char *text = calloc(1, size + 1);
    struct bs_tree *request = make_request();
    struct bs_tree *item = make_item();
    struct bs_dynamodb_number parsed;
    struct bs_dynamodb_scope scope;

    BS_ASSERT(text != NULL);
    bs_dynamodb_scope_open(&scope, request);
    BS_ASSERT(bs_dynamodb_scope_is_good(&scope));
    if (size > 0) {
        memcpy(text, bytes + 1, size - 1);
    }
    (void)bs_dynamodb_number_parse(text, &parsed);
    switch (size > 0 ? bytes[0] % 3 : 0) {
    case 0:
        try_condition(&scope, text, item);
        break;
    case 1:
        try_update(&scope, text, item);
        break;
    default:
        try_projection(&scope, text, item);
        break;
    }
    bs_dynamodb_scope_close(&scope);
    bs_tree_destroy(request);
    bs_tree_destroy(item);
    free(text);
    return 0;
}
