/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_KEY_SET_H
#define BS_BASE_KEY_SET_H

/** Which keys each map of a document has: open addressing over (map, key), so that large maps stay linear. */

#include <stdbool.h>
#include <stddef.h>

#include "base/document.h"

/** Zeroed it is empty. Nodes are borrowed. */
struct bs_key_set {
    struct bs_key_slot {
        const struct bs_node *map;
        const struct bs_node *member; /* NULL: an empty slot. */
    } * slots;
    size_t capacity; /* 0 or a power of two, more than half of it empty. */
    size_t count;
};

void bs_key_set_clean_up(struct bs_key_set *set);

/**
 * Enters a member into the set; the older member with that key, if there is one, goes to `*twin` and stays
 * in its place. False: out of memory.
 */
bool bs_key_set_add(struct bs_key_set *set, const struct bs_node *map, const struct bs_node *member,
                    const struct bs_node **twin);

/** The map's member with that key; NULL: none. */
const struct bs_node *bs_key_set_find(const struct bs_key_set *set, const struct bs_node *map,
                                      const char *key);

#endif
