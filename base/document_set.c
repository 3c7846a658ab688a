/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Overrides: a value at a path of a document. */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/decode.h"
#include "base/document_state.h"
#include "base/node_builder.h"

enum { CANDIDATES_MAX = 64 }; /* Keys that a misspelt path is compared with. */

/* Where an override goes: over `target`, or, where that is NULL, behind the last member of `parent`. */
struct place {
    struct bs_node *parent;
    struct bs_node *target;
    const char
        *key; /* For a new member of a map: the rest of the path, without quotes around it. */
    size_t key_length;
    size_t depth; /* How many lists and maps stand around the target. */
};

static enum bs_status fail_path(struct bs_error *error, const char *path, const char *part,
                                size_t part_length, const struct bs_node *parent)
{
    const char *keys[CANDIDATES_MAX];
    size_t key_count = 0;
    char word[64];
    const char *nearest = NULL;

    (void)snprintf(word, sizeof(word), "%.*s", (int)(part_length < 63 ? part_length : 63), part);
    if (parent->kind == BS_NODE_SCALAR) {
        return bs_error_set(
            error, BS_ERR_INPUT, NULL,
            "--set %s: '%s' is looked for in something that is neither map nor list", path, word);
    }
    if (parent->kind == BS_NODE_LIST) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--set %s: '%s' must be an index from 0 to %u", path, word,
                            parent->member_count);
    }
    for (const struct bs_node *member = parent->first; member != NULL && key_count < CANDIDATES_MAX;
         member = member->next) {
        keys[key_count++] = member->key;
    }
    nearest = bs_suggest(word, keys, key_count);
    return bs_error_set(error, BS_ERR_INPUT, NULL, "--set %s: there is no '%s'%s%s%s", path, word,
                        nearest == NULL ? "" : "; did you mean '", nearest == NULL ? "" : nearest,
                        nearest == NULL ? "" : "'?");
}

/* The member whose key is the most of `path` up to a dot or the end; how much goes to `*used`. */
static struct bs_node *longest_match(const struct bs_node *map, const char *path, size_t *used)
{
    struct bs_node *best = NULL;

    for (struct bs_node *member = map->first; member != NULL; member = member->next) {
        size_t length = strlen(member->key);

        if (strncmp(member->key, path, length) == 0 &&
            (path[length] == '.' || path[length] == '\0') && (best == NULL || length > *used)) {
            best = member;
            *used = length;
        }
    }
    return best;
}

/* How much of `path` is a part in quotes, "web.lag"; 0 if it does not begin with one. */
static size_t quoted_length(const char *path)
{
    const char *end = path[0] == '"' ? strchr(path + 1, '"') : NULL;

    return end != NULL && end > path + 1 && (end[1] == '.' || end[1] == '\0')
               ? (size_t)(end + 1 - path)
               : 0;
}

/* A key that begins with a quote itself goes first: it can be named in no other way. */
static struct bs_node *member_of(const struct bs_node *map, const char *path, struct place *place,
                                 size_t *used)
{
    struct bs_node *member = longest_match(map, path, used);
    const size_t quoted = member == NULL ? quoted_length(path) : 0;

    if (quoted == 0) {
        return member;
    }
    *used = quoted;
    place->key = path + 1;
    place->key_length = quoted - 2;
    for (member = map->first; member != NULL; member = member->next) {
        if (strlen(member->key) == place->key_length &&
            memcmp(member->key, place->key, place->key_length) == 0) {
            break;
        }
    }
    return member;
}

/* The member of a list at the index that `path` begins with; `*is_end` where it is one past the last. */
static struct bs_node *member_at(const struct bs_node *list, const char *path, size_t used,
                                 bool *is_end)
{
    struct bs_node *member = list->first;
    uint32_t index = 0;

    *is_end = false;
    for (size_t i = 0; i < used; i++) {
        if (path[i] < '0' || path[i] > '9' || index > BS_DOCUMENT_NODES_MAX) {
            return NULL;
        }
        index = index * 10 + (uint32_t)(path[i] - '0');
    }
    *is_end = used > 0 && index == list->member_count;
    while (used > 0 && member != NULL && index > 0) {
        member = member->next;
        index--;
    }
    return used > 0 ? member : NULL;
}

static enum bs_status find_place(const struct bs_document *document, const char *path,
                                 struct place *place, struct bs_error *error)
{
    struct bs_node *node = document->root;
    const char *rest = path;

    *place = (struct place){0};
    for (;;) {
        size_t used = strcspn(rest, ".");
        bool is_end = false;
        struct bs_node *member = NULL;

        place->key = rest;
        place->key_length = used;
        if (node->kind == BS_NODE_MAP) {
            member = member_of(node, rest, place, &used);
            is_end = used > 0;
        } else if (node->kind == BS_NODE_LIST) {
            member = member_at(node, rest, used, &is_end);
        }
        place->parent = node;
        place->target = member;
        place->depth++;
        if (member == NULL) {
            return rest[used] == '\0' && is_end
                       ? BS_OK
                       : fail_path(error, path, place->key, place->key_length, node);
        }
        if (rest[used] == '\0') {
            return BS_OK;
        }
        rest += used + 1;
        node = member;
    }
}

/* An override with nothing in it stands for nothing. */
static enum bs_status build_value(struct bs_node_builder *builder, const char *value)
{
    const enum bs_status status = bs_node_builder_run(builder, value, strlen(value));

    return status == BS_OK ? bs_node_builder_fill(builder) : status;
}

/* Puts the value in its place; nothing can fail from here on. */
static void put_value(const struct place *place, struct bs_node *value, const char *key)
{
    if (place->target == NULL) {
        value->key = key;
        value->key_at = value->at;
        bs_node_link(place->parent, value);
        return;
    }
    value->key = place->target->key;
    value->key_at = place->target->key_at;
    value->next = place->target->next;
    *place->target = *value;
}

/* What stands for the file in an override's positions. */
static const char *override_name(struct bs_document *document, const char *path)
{
    static const char option[] = "--set ";
    size_t size = sizeof(option) + strlen(path);
    char *name = bs_arena_allocate(&document->arena, size);

    if (name != NULL) {
        (void)snprintf(name, size, "%s%s", option, path);
    }
    return name;
}

enum bs_status bs_document_set(struct bs_document *document, const char *path, const char *value,
                               struct bs_error *error)
{
    struct bs_node_builder builder = {.document = document, .error = error, .set_path = path};
    size_t source_length;
    uint32_t node_count;
    struct place place;
    const char *key = NULL;
    enum bs_status status;

    BS_ASSERT(document != NULL);
    BS_ASSERT(path != NULL);
    BS_ASSERT(value != NULL);

    status = find_place(document, path, &place, error);
    if (status != BS_OK) {
        return status;
    }
    source_length = document->source.length;
    node_count = document->node_count;
    bs_buffer_format(&document->source, "--set %s=%s\n", path, value);
    builder.file = override_name(document, path);
    builder.depth_base = place.depth;
    key = bs_arena_text(&document->arena, place.key, place.key_length);
    status = document->source.failed || builder.file == NULL || key == NULL
                 ? bs_node_builder_fail_memory(&builder)
                 : build_value(&builder, value);
    if (status != BS_OK) {
        document->source.length = source_length;
        document->source.failed = false;
        document->node_count = node_count;
        return status;
    }
    put_value(&place, builder.root, place.parent->kind == BS_NODE_MAP ? key : NULL);
    return BS_OK;
}
