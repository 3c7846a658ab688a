/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/dynamodb_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/dynamodb_value.h"

enum { LEVEL_COUNT_MAX = 24 };

struct bs_dynamodb_order {
    struct bs_dynamodb_place *heads[LEVEL_COUNT_MAX];
    size_t count;
    uint64_t insertions;
};

/* ---- Keys ---- */

static void add_bytes(struct bs_dynamodb_key *key, const void *bytes, size_t length)
{
    BS_ASSERT(length <= sizeof(key->bytes) - key->length);
    memcpy(key->bytes + key->length, bytes, length);
    key->length += length;
}

void bs_dynamodb_key_add_integer(struct bs_dynamodb_key *key, uint64_t integer)
{
    uint8_t bytes[8];

    for (size_t i = 0; i < sizeof(bytes); i++) {
        bytes[i] = (uint8_t)(integer >> (56 - 8 * i));
    }
    add_bytes(key, bytes, sizeof(bytes));
}

/* A NUL is written as two bytes and the end as two others, so that a text comes before what it begins. */
static void add_text(struct bs_dynamodb_key *key, const struct bs_tree *text)
{
    static const uint8_t zero[] = {0, 255};
    static const uint8_t end[] = {0, 0};

    for (size_t i = 0; i < text->is.text.length; i++) {
        const bool is_zero = text->is.text.bytes[i] == '\0';

        add_bytes(key, is_zero ? (const void *)zero : &text->is.text.bytes[i], is_zero ? 2 : 1);
    }
    add_bytes(key, end, sizeof(end));
}

void bs_dynamodb_key_add(struct bs_dynamodb_key *key, const struct bs_tree *value)
{
    uint8_t bytes[BS_DYNAMODB_NUMBER_KEY_BYTES];

    if (bs_dynamodb_value_is(value, "N")) {
        const struct bs_dynamodb_number number = bs_dynamodb_value_number(value);

        bs_dynamodb_number_key(&number, bytes);
        add_bytes(key, bytes, sizeof(bytes));
    } else {
        add_text(key, bs_dynamodb_value_content(value));
    }
}

/* FNV-1a with a finisher, so that neighbours are spread over the upper bits too. */
uint64_t bs_dynamodb_key_hash(const struct bs_tree *value)
{
    const struct bs_tree *content = bs_dynamodb_value_content(value);
    uint64_t hash = UINT64_C(14695981039346656037);

    for (size_t i = 0; i < content->is.text.length; i++) {
        hash = (hash ^ (uint8_t)content->is.text.bytes[i]) * UINT64_C(1099511628211);
    }
    hash = (hash ^ (hash >> 33)) * UINT64_C(0xff51afd7ed558ccd);
    return hash ^ (hash >> 33);
}

/* ---- Places ---- */

int bs_dynamodb_place_compare(const struct bs_dynamodb_place *place,
                              const struct bs_dynamodb_key *key)
{
    const size_t length = place->key_length < key->length ? place->key_length : key->length;
    const int order = memcmp(place->key, key->bytes, length);

    return order != 0 ? order
                      : (place->key_length > key->length) - (place->key_length < key->length);
}

bool bs_dynamodb_place_begins_with(const struct bs_dynamodb_place *place,
                                   const struct bs_dynamodb_key *prefix)
{
    return place->key_length >= prefix->length &&
           memcmp(place->key, prefix->bytes, prefix->length) == 0;
}

struct bs_dynamodb_order *bs_dynamodb_order_new(void)
{
    struct bs_dynamodb_order *order = calloc(1, sizeof(*order));

    BS_ASSERT(order != NULL);
    return order;
}

static void destroy_place(struct bs_dynamodb_place *place)
{
    free(place->key);
    free(place);
}

void bs_dynamodb_order_destroy(struct bs_dynamodb_order *order)
{
    if (order == NULL) {
        return;
    }
    while (order->heads[0] != NULL) {
        struct bs_dynamodb_place *next = order->heads[0]->next[0];

        destroy_place(order->heads[0]);
        order->heads[0] = next;
    }
    free(order);
}

size_t bs_dynamodb_order_count(const struct bs_dynamodb_order *order)
{
    return order->count;
}

/* The last place before the key; on each level, the links that lead over it if `links` is given. */
static struct bs_dynamodb_place *descend(const struct bs_dynamodb_order *order,
                                         const struct bs_dynamodb_key *key,
                                         struct bs_dynamodb_place **links[LEVEL_COUNT_MAX])
{
    struct bs_dynamodb_place *const *nexts = order->heads;
    struct bs_dynamodb_place *before = NULL;

    for (size_t level = LEVEL_COUNT_MAX; level-- > 0;) {
        while (nexts[level] != NULL && bs_dynamodb_place_compare(nexts[level], key) < 0) {
            before = nexts[level];
            nexts = before->next;
        }
        if (links != NULL) {
            links[level] = (struct bs_dynamodb_place **)&nexts[level];
        }
    }
    return before;
}

struct bs_dynamodb_place *bs_dynamodb_order_seek_before(const struct bs_dynamodb_order *order,
                                                        const struct bs_dynamodb_key *key)
{
    return descend(order, key, NULL);
}

struct bs_dynamodb_place *bs_dynamodb_order_seek(const struct bs_dynamodb_order *order,
                                                 const struct bs_dynamodb_key *key)
{
    const struct bs_dynamodb_place *before = descend(order, key, NULL);

    return before == NULL ? order->heads[0] : before->next[0];
}

struct bs_dynamodb_place *bs_dynamodb_order_first(const struct bs_dynamodb_order *order)
{
    return order->heads[0];
}

void *bs_dynamodb_order_find(const struct bs_dynamodb_order *order,
                             const struct bs_dynamodb_key *key)
{
    const struct bs_dynamodb_place *place = bs_dynamodb_order_seek(order, key);

    return place != NULL && bs_dynamodb_place_compare(place, key) == 0 ? place->item : NULL;
}

/* Half of all places have one level, a quarter two, and so on: by the bits of a number that looks random. */
static size_t draw_levels(struct bs_dynamodb_order *order)
{
    uint64_t bits = (++order->insertions) * UINT64_C(0x9e3779b97f4a7c15);
    size_t count = 1;

    bits = (bits ^ (bits >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    bits ^= bits >> 27;
    while (count < LEVEL_COUNT_MAX && (bits & 1) != 0) {
        bits >>= 1;
        count++;
    }
    return count;
}

void bs_dynamodb_order_insert(struct bs_dynamodb_order *order, const struct bs_dynamodb_key *key,
                              void *item)
{
    struct bs_dynamodb_place **links[LEVEL_COUNT_MAX];
    const size_t level_count = draw_levels(order);
    struct bs_dynamodb_place *place =
        calloc(1, sizeof(*place) + level_count * sizeof(struct bs_dynamodb_place *));

    BS_ASSERT(place != NULL);
    place->key = malloc(key->length);
    BS_ASSERT(place->key != NULL);
    memcpy(place->key, key->bytes, key->length);
    place->key_length = key->length;
    place->item = item;
    place->level_count = level_count;
    place->before = descend(order, key, links);
    for (size_t level = 0; level < level_count; level++) {
        place->next[level] = *links[level];
        *links[level] = place;
    }
    if (place->next[0] != NULL) {
        place->next[0]->before = place;
    }
    order->count++;
}

bool bs_dynamodb_order_remove(struct bs_dynamodb_order *order, const struct bs_dynamodb_key *key)
{
    struct bs_dynamodb_place **links[LEVEL_COUNT_MAX];
    struct bs_dynamodb_place *before = descend(order, key, links);
    struct bs_dynamodb_place *place = *links[0];

    if (place == NULL || bs_dynamodb_place_compare(place, key) != 0) {
        return false;
    }
    for (size_t level = 0; level < place->level_count; level++) {
        *links[level] = place->next[level];
    }
    if (place->next[0] != NULL) {
        place->next[0]->before = before;
    }
    destroy_place(place);
    order->count--;
    return true;
}
