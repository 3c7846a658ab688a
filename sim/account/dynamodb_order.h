/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DYNAMODB_ORDER_H
#define BS_SIM_ACCOUNT_DYNAMODB_ORDER_H

/**
 * Items in the order of a key: a skip list over keys that compare byte by byte.
 *
 * A key begins with a hash of its partition key, so that partitions are spread as in DynamoDB and the
 * segments of a scan are ranges of it. Within a partition it is in the order of the sort key. Finding,
 * inserting and removing take a time that grows with the logarithm of the count.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/tree.h"

enum { BS_DYNAMODB_KEY_BYTES_MAX = 16 * 1024 };

/** Bytes that are being put together. What does not fit is an assertion: keys' attributes are bounded. */
struct bs_dynamodb_key {
    size_t length;
    uint8_t bytes[BS_DYNAMODB_KEY_BYTES_MAX];
};

/** Appends a canonical value, an S, N or B, so that keys compare as the values do. */
void bs_dynamodb_key_add(struct bs_dynamodb_key *key, const struct bs_tree *value);
/** Appends a number, the highest byte first. */
void bs_dynamodb_key_add_integer(struct bs_dynamodb_key *key, uint64_t integer);

/** Of the bytes that the value is encoded in. */
uint64_t bs_dynamodb_key_hash(const struct bs_tree *value);

/** An item's place in an order. */
struct bs_dynamodb_place {
    void *item; /* Borrowed. */
    uint8_t *key;
    size_t key_length;
    struct bs_dynamodb_place *before; /* NULL: it is the first. */
    size_t level_count;
    struct bs_dynamodb_place *next[]; /* The first is the next in order; NULL at the end. */
};

struct bs_dynamodb_order;

/** Never NULL. */
struct bs_dynamodb_order *bs_dynamodb_order_new(void);
/** NULL is allowed. The items are not touched. */
void bs_dynamodb_order_destroy(struct bs_dynamodb_order *order);

size_t bs_dynamodb_order_count(const struct bs_dynamodb_order *order);

/** There is none of that key yet. */
void bs_dynamodb_order_insert(struct bs_dynamodb_order *order, const struct bs_dynamodb_key *key,
                              void *item);
/** Whether there was one. */
bool bs_dynamodb_order_remove(struct bs_dynamodb_order *order, const struct bs_dynamodb_key *key);

/** The item, or NULL. */
void *bs_dynamodb_order_find(const struct bs_dynamodb_order *order,
                             const struct bs_dynamodb_key *key);

/** @{ */
/** The first whose key is not less, or the last whose key is less; NULL if there is none. */
struct bs_dynamodb_place *bs_dynamodb_order_seek(const struct bs_dynamodb_order *order,
                                                 const struct bs_dynamodb_key *key);
struct bs_dynamodb_place *bs_dynamodb_order_seek_before(const struct bs_dynamodb_order *order,
                                                        const struct bs_dynamodb_key *key);
/** @} */

/** The first of all, or NULL. */
struct bs_dynamodb_place *bs_dynamodb_order_first(const struct bs_dynamodb_order *order);

/** Whether the place's key begins with `prefix`. */
bool bs_dynamodb_place_begins_with(const struct bs_dynamodb_place *place,
                                   const struct bs_dynamodb_key *prefix);

/** As memcmp() of the place's key and another one; a key is greater than what it begins with. */
int bs_dynamodb_place_compare(const struct bs_dynamodb_place *place,
                              const struct bs_dynamodb_key *key);

#endif
