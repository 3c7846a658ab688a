/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/dynamodb_range.h"

#include <string.h>

#include "base/assert.h"

enum { TERMINATOR_BYTES = 2 /* Of a text in a key. */ };

/* Makes the key the least that is greater than all that begin with it. It does not consist of 255s alone. */
static void pass(struct bs_dynamodb_key *key)
{
    while (key->length > 0 && key->bytes[key->length - 1] == 255) {
        key->length--;
    }
    BS_ASSERT(key->length > 0);
    key->bytes[key->length - 1]++;
}

/* ---- Key conditions ---- */

struct conditions {
    const struct bs_dynamodb_index *index;
    const struct bs_dynamodb_node *of[2]; /* On the partition key, on the sort key. */
    struct bs_dynamodb_refusal *refusal;
};

static bool is_attribute(const struct bs_dynamodb_node *node, const char *name)
{
    return node->kind == BS_DYNAMODB_PATH && node->path.count == 1 &&
           strcmp(node->path.steps[0].name, name) == 0;
}

static bool is_supported(const struct bs_dynamodb_node *node, size_t i)
{
    static const enum bs_dynamodb_node_kind kinds[] = {BS_DYNAMODB_EQUAL,
                                                       BS_DYNAMODB_LESS,
                                                       BS_DYNAMODB_LESS_OR_EQUAL,
                                                       BS_DYNAMODB_GREATER,
                                                       BS_DYNAMODB_GREATER_OR_EQUAL,
                                                       BS_DYNAMODB_BETWEEN,
                                                       BS_DYNAMODB_BEGINS_WITH};
    const size_t count = i == 0 ? 1 : sizeof(kinds) / sizeof(kinds[0]);

    for (const struct bs_dynamodb_node *operand = node->first->next; operand != NULL;
         operand = operand->next) {
        if (operand->kind != BS_DYNAMODB_VALUE) {
            return false;
        }
    }
    for (size_t k = 0; k < count; k++) {
        if (kinds[k] == node->kind) {
            return true;
        }
    }
    return false;
}

static void check_type(const struct conditions *conditions, const struct bs_dynamodb_node *node,
                       size_t i)
{
    const char type[2] = {conditions->index->schema.types[i], '\0'};

    for (const struct bs_dynamodb_node *operand = node->first->next; operand != NULL;
         operand = operand->next) {
        const struct bs_tree *content = bs_dynamodb_value_content(operand->value);

        if (!bs_dynamodb_value_is(operand->value, type)) {
            bs_dynamodb_refuse(
                conditions->refusal,
                "One or more parameter values were invalid: Condition parameter type "
                "does not match schema type");
        } else if (content->is.text.length > (i == 0 ? BS_DYNAMODB_PARTITION_KEY_BYTES_MAX
                                                     : BS_DYNAMODB_SORT_KEY_BYTES_MAX)) {
            bs_dynamodb_refuse(conditions->refusal,
                               "One or more parameter values were invalid: A value in the key "
                               "condition is longer than a key may be");
        }
    }
}

static void take_condition(struct conditions *conditions, const struct bs_dynamodb_node *node)
{
    const struct bs_dynamodb_schema *schema = &conditions->index->schema;

    for (size_t i = 0; i < schema->count; i++) {
        if (!is_attribute(node->first, schema->names[i])) {
            continue;
        }
        if (conditions->of[i] != NULL) {
            bs_dynamodb_refuse(conditions->refusal,
                               "KeyConditionExpressions must only contain one condition per key");
        } else if (!is_supported(node, i)) {
            bs_dynamodb_refuse(conditions->refusal, "Query key condition not supported");
        } else {
            check_type(conditions, node, i);
            conditions->of[i] = node;
        }
        return;
    }
    if (node->first->kind != BS_DYNAMODB_PATH) {
        bs_dynamodb_refuse(conditions->refusal, "Query key condition not supported");
    }
    /* Another attribute stands where the key's should: named as AWS does. */
    bs_dynamodb_refuse(conditions->refusal, "Query condition missed key schema element: %s",
                       schema->names[conditions->of[0] != NULL && schema->count > 1 ? 1 : 0]);
}

static void take_conditions(struct conditions *conditions, const struct bs_dynamodb_node *node)
{
    /* First that on the partition key, wherever it stands: so the sort key's name is known to be missed. */
    if (node->kind == BS_DYNAMODB_AND) {
        const struct bs_dynamodb_node *second = node->first->next;
        const bool is_turned = second->first != NULL &&
                               is_attribute(second->first, conditions->index->schema.names[0]);

        take_conditions(conditions, is_turned ? second : node->first);
        take_conditions(conditions, is_turned ? node->first : second);
    } else if (node->kind == BS_DYNAMODB_OR || node->kind == BS_DYNAMODB_NOT ||
               node->kind == BS_DYNAMODB_NOT_EQUAL || node->kind == BS_DYNAMODB_IN ||
               node->kind == BS_DYNAMODB_CONTAINS) {
        const char *word = node->kind == BS_DYNAMODB_OR    ? "OR"
                           : node->kind == BS_DYNAMODB_NOT ? "NOT"
                                                           : bs_dynamodb_node_word(node->kind);

        bs_dynamodb_refuse(conditions->refusal,
                           "Invalid operator used in KeyConditionExpression: %s", word);
    } else {
        take_condition(conditions, node);
    }
}

/* `condition` NULL: the whole partition, which `range` is already. */
static void narrow(const struct bs_dynamodb_node *condition, struct bs_dynamodb_range *range)
{
    const struct bs_dynamodb_node *value = condition->first->next;
    const struct bs_dynamodb_node *last =
        condition->kind == BS_DYNAMODB_BETWEEN ? value->next : value;
    struct bs_dynamodb_key from = range->lower;
    struct bs_dynamodb_key to = range->lower;

    bs_dynamodb_key_add(&from, value->value);
    bs_dynamodb_key_add(&to, last->value);
    if (condition->kind == BS_DYNAMODB_BEGINS_WITH) {
        from.length -= TERMINATOR_BYTES;
        to.length -= TERMINATOR_BYTES;
    }
    if (condition->kind != BS_DYNAMODB_LESS) {
        pass(&to);
    }
    switch (condition->kind) {
    case BS_DYNAMODB_LESS:
    case BS_DYNAMODB_LESS_OR_EQUAL:
        range->upper = to;
        break;
    case BS_DYNAMODB_GREATER:
        range->lower = to;
        break;
    case BS_DYNAMODB_GREATER_OR_EQUAL:
        range->lower = from;
        break;
    default:
        range->lower = from;
        range->upper = to;
        break;
    }
}

void bs_dynamodb_range_of_condition(const struct bs_dynamodb_index *index,
                                    const struct bs_dynamodb_node *condition,
                                    struct bs_dynamodb_range *range,
                                    struct bs_dynamodb_refusal *refusal)
{
    struct conditions conditions = {.index = index, .refusal = refusal};
    const struct bs_tree *partition;

    take_conditions(&conditions, condition);
    if (conditions.of[0] == NULL) {
        bs_dynamodb_refuse(refusal, "Query condition missed key schema element: %s",
                           index->schema.names[0]);
    }
    if (refusal->message[0] != '\0') {
        return;
    }
    partition = conditions.of[0]->first->next->value;
    range->lower.length = 0;
    bs_dynamodb_key_add_integer(&range->lower, bs_dynamodb_key_hash(partition));
    bs_dynamodb_key_add(&range->lower, partition);
    range->upper = range->lower;
    pass(&range->upper);
    range->has_upper = true;
    if (conditions.of[1] != NULL) {
        narrow(conditions.of[1], range);
    }
}

/* ---- Segments ---- */

void bs_dynamodb_range_of_segment(int64_t segment, int64_t total, struct bs_dynamodb_range *range)
{
    const uint64_t width = UINT64_MAX / (uint64_t)total;

    range->lower.length = 0;
    range->upper.length = 0;
    bs_dynamodb_key_add_integer(&range->lower, width * (uint64_t)segment);
    range->has_upper = segment + 1 < total;
    bs_dynamodb_key_add_integer(&range->upper, width * (uint64_t)(segment + 1));
}

/* ---- Going through ---- */

static int compare_keys(const struct bs_dynamodb_key *a, const struct bs_dynamodb_key *b)
{
    const size_t length = a->length < b->length ? a->length : b->length;
    const int order = memcmp(a->bytes, b->bytes, length);

    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

bool bs_dynamodb_range_resume(const struct bs_dynamodb_key *start, bool is_forward,
                              struct bs_dynamodb_range *range)
{
    if (compare_keys(start, &range->lower) < 0 ||
        (range->has_upper && compare_keys(start, &range->upper) >= 0)) {
        return false;
    }
    if (is_forward) {
        range->lower = *start;
        range->lower.bytes[range->lower.length++] = 0;
    } else {
        range->upper = *start;
        range->has_upper = true;
    }
    return true;
}

static struct bs_dynamodb_place *if_within(const struct bs_dynamodb_range *range,
                                           struct bs_dynamodb_place *place, bool is_forward)
{
    const bool is_outside =
        place == NULL ||
        (is_forward ? range->has_upper && bs_dynamodb_place_compare(place, &range->upper) >= 0
                    : bs_dynamodb_place_compare(place, &range->lower) < 0);

    return is_outside ? NULL : place;
}

struct bs_dynamodb_place *bs_dynamodb_range_first(const struct bs_dynamodb_range *range,
                                                  const struct bs_dynamodb_order *order,
                                                  bool is_forward)
{
    BS_ASSERT(is_forward || range->has_upper);
    return if_within(range,
                     is_forward ? bs_dynamodb_order_seek(order, &range->lower)
                                : bs_dynamodb_order_seek_before(order, &range->upper),
                     is_forward);
}

struct bs_dynamodb_place *bs_dynamodb_range_next(const struct bs_dynamodb_range *range,
                                                 const struct bs_dynamodb_place *place,
                                                 bool is_forward)
{
    return if_within(range, is_forward ? place->next[0] : place->before, is_forward);
}
