/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/key_set.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/stream.h"

enum { SLOTS_MIN = 64 }; /* A power of two. */

static struct bs_key_slot *find_slot(const struct bs_key_set *set, const struct bs_node *map,
                                     const char *key)
{
    size_t mask = set->capacity - 1;
    size_t index = (size_t)(bs_name_hash(key) ^ ((uintptr_t)map >> 4)) & mask;

    while (set->slots[index].member != NULL &&
           (set->slots[index].map != map || strcmp(set->slots[index].member->key, key) != 0)) {
        index = (index + 1) & mask;
    }
    return &set->slots[index];
}

static bool grow(struct bs_key_set *set)
{
    struct bs_key_set grown = {.count = set->count};

    grown.capacity = set->capacity == 0 ? SLOTS_MIN : set->capacity * 2;
    grown.slots = calloc(grown.capacity, sizeof(*grown.slots));
    if (grown.slots == NULL) {
        return false;
    }
    for (size_t i = 0; i < set->capacity; i++) {
        if (set->slots[i].member != NULL) {
            *find_slot(&grown, set->slots[i].map, set->slots[i].member->key) = set->slots[i];
        }
    }
    free(set->slots);
    *set = grown;
    return true;
}

bool bs_key_set_add(struct bs_key_set *set, const struct bs_node *map, const struct bs_node *member,
                    const struct bs_node **twin)
{
    struct bs_key_slot *slot;

    if (set->count * 2 >= set->capacity && !grow(set)) {
        return false;
    }
    slot = find_slot(set, map, member->key);
    *twin = slot->member;
    if (slot->member == NULL) {
        *slot = (struct bs_key_slot){.map = map, .member = member};
        set->count++;
    }
    return true;
}

const struct bs_node *bs_key_set_find(const struct bs_key_set *set, const struct bs_node *map,
                                      const char *key)
{
    BS_ASSERT(set != NULL && map != NULL && key != NULL);

    return set->capacity > 0 ? find_slot(set, map, key)->member : NULL;
}

void bs_key_set_clean_up(struct bs_key_set *set)
{
    free(set->slots);
    *set = (struct bs_key_set){0};
}
