/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** A document over another, from which it has what it does not say itself. */

#include "base/assert.h"
#include "base/document_state.h"
#include "base/key_set.h"

static bool add_keys(struct bs_key_set *set, const struct bs_node *map)
{
    for (const struct bs_node *member = map->first; member != NULL; member = member->next) {
        const struct bs_node *twin = NULL;

        if (!bs_key_set_add(set, map, member, &twin)) {
            return false;
        }
    }
    return true;
}

/* Takes the members off a map; gives the first of them, still linked. */
static struct bs_node *take_members(struct bs_node *map)
{
    struct bs_node *first = map->first;

    map->first = NULL;
    map->last = NULL;
    map->member_count = 0;
    return first;
}

/* The first member goes behind the last of `map`; gives those that remain. */
static struct bs_node *move_member(struct bs_node *map, struct bs_node *member)
{
    struct bs_node *rest = member->next;

    member->next = NULL;
    bs_node_link(map, member);
    return rest;
}

/* `map` gets the members that it lacks from `under`, whose own members are lost to it. */
static bool merge_maps(struct bs_key_set *set, struct bs_node *map, struct bs_node *under)
{
    struct bs_node own = {.kind = BS_NODE_MAP};
    struct bs_node *member;

    if (!add_keys(set, map) || !add_keys(set, under)) {
        return false;
    }
    for (member = take_members(map); member != NULL;) {
        bool is_new = bs_key_set_find(set, under, member->key) == NULL;

        member = is_new ? move_member(&own, member) : member->next;
    }
    for (member = take_members(under); member != NULL;) {
        struct bs_node *next = member->next;
        /* The set only lends nodes; this one is of the tree that is being rebuilt. */
        struct bs_node *over = (struct bs_node *)bs_key_set_find(set, map, member->key);

        if (over != NULL && over->kind == BS_NODE_MAP && member->kind == BS_NODE_MAP &&
            !merge_maps(set, over, member)) {
            return false;
        }
        if (over == NULL || !bs_node_is_null(over)) {
            (void)move_member(map, over == NULL ? member : over);
        }
        member = next;
    }
    for (member = own.first; member != NULL;) {
        member = move_member(map, member);
    }
    return true;
}

enum bs_status bs_document_underlay(struct bs_document *document, struct bs_document *parent,
                                    struct bs_error *error)
{
    struct bs_key_set keys = {0};
    char hex[65];
    bool is_merged;

    BS_ASSERT(document != NULL && document->parent == NULL);
    BS_ASSERT(parent != NULL && parent != document);

    if (document->root->kind != BS_NODE_MAP || parent->root->kind != BS_NODE_MAP) {
        return bs_error_set(error, BS_ERR_INPUT,
                            document->root->kind != BS_NODE_MAP ? &document->root->at
                                                                : &parent->root->at,
                            "must be a map where one file extends another");
    }
    if (parent->node_count > BS_DOCUMENT_NODES_MAX - document->node_count) {
        return bs_error_set(error, BS_ERR_INPUT, &document->root->at,
                            "too many values with those of '%s'; the limit is 200000",
                            parent->name);
    }
    bs_document_sha256(parent, hex);
    bs_buffer_format(&document->source, "extends %s\n", hex);
    is_merged = !document->source.failed && merge_maps(&keys, document->root, parent->root);
    bs_key_set_clean_up(&keys);
    if (!is_merged) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    document->node_count += parent->node_count;
    document->parent = parent;
    return BS_OK;
}
