/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DYNAMODB_VALUE_H
#define BS_SIM_ACCOUNT_DYNAMODB_VALUE_H

/**
 * DynamoDB's attribute values: trees that are structures with one member, S, N, B, SS, NS, BS, M, L, NULL or
 * BOOL.
 *
 * A value that has been taken in is canonical: its numbers are written as bs_dynamodb_number_format() does,
 * its sets are sorted. So equal values are equal trees. All functions but the first take canonical ones.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/tree.h"
#include "sim/account/dynamodb_number.h"

enum {
    BS_DYNAMODB_ITEM_BYTES_MAX = 400 * 1024,
    BS_DYNAMODB_DEPTH_MAX = 32,
    BS_DYNAMODB_MESSAGE_MAX = 512,
};

/** Why something was refused, in AWS's words; "" if it was not. */
struct bs_dynamodb_refusal {
    char message[BS_DYNAMODB_MESSAGE_MAX];
};

/** Sets the words, unless there are some. */
__attribute__((format(printf, 2, 3))) void bs_dynamodb_refuse(struct bs_dynamodb_refusal *refusal,
                                                              const char *format, ...);

/** A canonical copy of a value that a client sent, or NULL. */
struct bs_tree *bs_dynamodb_value_take(const struct bs_tree *value,
                                       struct bs_dynamodb_refusal *refusal);

/** As above, of a structure of named values: an item, a key, ExpressionAttributeValues. */
struct bs_tree *bs_dynamodb_item_take(const struct bs_tree *item,
                                      struct bs_dynamodb_refusal *refusal);

/** "S", "N", ..: which of the members it has. */
const char *bs_dynamodb_value_type(const struct bs_tree *value);

/** What stands behind the type. */
const struct bs_tree *bs_dynamodb_value_content(const struct bs_tree *value);

/** Whether the value is of one of these types, as in "S B". */
bool bs_dynamodb_value_is(const struct bs_tree *value, const char *types);

/** A new value of that type and content, which it takes over. */
struct bs_tree *bs_dynamodb_value_new(const char *type, struct bs_tree *content);
struct bs_tree *bs_dynamodb_value_new_number(const struct bs_dynamodb_number *number);

/** Whether both are of the same type, and that one of S, N, B; then `*order` is set. */
bool bs_dynamodb_value_compare(const struct bs_tree *a, const struct bs_tree *b, int *order);

/** The number of a value that is an N. */
struct bs_dynamodb_number bs_dynamodb_value_number(const struct bs_tree *value);

/** In bytes, as AWS counts towards its limits. */
size_t bs_dynamodb_value_bytes(const struct bs_tree *value);
size_t bs_dynamodb_item_bytes(const struct bs_tree *item);

/** How deep its values are nested: 1 if it has neither lists nor maps. */
size_t bs_dynamodb_item_levels(const struct bs_tree *item);

/** @{ */
/** Of two sets of the same type: what is in either, or in the first only. NULL if nothing is. */
struct bs_tree *bs_dynamodb_set_union(const struct bs_tree *a, const struct bs_tree *b);
struct bs_tree *bs_dynamodb_set_difference(const struct bs_tree *a, const struct bs_tree *b);
/** @} */

/**
 * Whether `whole`, a set, list, text or bytes, contains `part`, which is an element or a part of the text.
 */
bool bs_dynamodb_value_contains(const struct bs_tree *whole, const struct bs_tree *part);

/** Whether `whole` and `part` are both texts or both bytes, and the one begins with the other. */
bool bs_dynamodb_value_begins_with(const struct bs_tree *whole, const struct bs_tree *part);

#endif
