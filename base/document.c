/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/digest.h"
#include "base/document_state.h"
#include "base/node_builder.h"

enum {
    DOCUMENT_ARENA_BYTES_MAX =
        64 * 1024 * 1024, /* All nodes and texts at their limits, with overrides. */
    DOCUMENT_SOURCE_BYTES_MAX = 2 * BS_DOCUMENT_BYTES_MAX,
};

static struct bs_document *new_document(const char *name)
{
    struct bs_document *document = calloc(1, sizeof(*document));

    if (document == NULL) {
        return NULL;
    }
    bs_arena_init(&document->arena, DOCUMENT_ARENA_BYTES_MAX);
    bs_buffer_init(&document->source, DOCUMENT_SOURCE_BYTES_MAX);
    document->name = bs_arena_text(&document->arena, name, strlen(name));
    if (document->name == NULL) {
        bs_document_destroy(document);
        return NULL;
    }
    return document;
}

enum bs_status bs_document_parse(const char *name, const char *bytes, size_t length,
                                 struct bs_document **document, struct bs_error *error)
{
    struct bs_node_builder builder = {.error = error, .caller_file = name};
    enum bs_status status;

    BS_ASSERT(name != NULL);
    BS_ASSERT(bytes != NULL || length == 0);
    BS_ASSERT(document != NULL);

    builder.document = new_document(name);
    if (builder.document == NULL) {
        return bs_node_builder_fail_memory(&builder);
    }
    builder.file = builder.document->name;
    status = bs_node_builder_run(&builder, bytes, length);
    if (status == BS_OK && (builder.root == NULL || bs_node_is_null(builder.root))) {
        status = bs_node_builder_refuse(&builder, "there is nothing in it");
    }
    if (status == BS_OK) {
        bs_buffer_append(&builder.document->source, bytes, length);
        status = builder.document->source.failed ? bs_node_builder_fail_memory(&builder) : BS_OK;
    }
    if (status != BS_OK) {
        bs_document_destroy(builder.document);
        return status;
    }
    builder.document->root = builder.root;
    *document = builder.document;
    return BS_OK;
}

enum bs_status bs_document_load(const char *path, struct bs_document **document,
                                struct bs_error *error)
{
    struct bs_buffer text;
    enum bs_status status;

    BS_ASSERT(path != NULL);

    bs_buffer_init(&text, BS_DOCUMENT_BYTES_MAX);
    status = bs_buffer_read_file(&text, path, error);
    if (status == BS_OK) {
        status = bs_document_parse(path, text.bytes, text.length, document, error);
    }
    bs_buffer_clean_up(&text);
    return status;
}

void bs_document_destroy(struct bs_document *document)
{
    while (document != NULL) {
        struct bs_document *parent = document->parent;

        bs_arena_clean_up(&document->arena);
        bs_buffer_clean_up(&document->source);
        free(document);
        document = parent;
    }
}

const struct bs_node *bs_document_root(const struct bs_document *document)
{
    BS_ASSERT(document != NULL);

    return document->root;
}

const char *bs_document_name(const struct bs_document *document)
{
    BS_ASSERT(document != NULL);

    return document->name;
}

const struct bs_document *bs_document_parent(const struct bs_document *document)
{
    BS_ASSERT(document != NULL);

    return document->parent;
}

void bs_document_sha256(const struct bs_document *document, char hex[65])
{
    BS_ASSERT(document != NULL);

    bs_digest_bytes(document->source.bytes, document->source.length, hex);
}

const struct bs_node *bs_node_get(const struct bs_node *map, const char *key)
{
    const struct bs_node *member;

    BS_ASSERT(map != NULL);
    BS_ASSERT(map->kind == BS_NODE_MAP);
    BS_ASSERT(key != NULL);

    member = map->first;
    while (member != NULL && strcmp(member->key, key) != 0) {
        member = member->next;
    }
    return member;
}

bool bs_node_is_null(const struct bs_node *node)
{
    BS_ASSERT(node != NULL);

    return node->kind == BS_NODE_SCALAR && !node->quoted &&
           (node->length == 0 || strcmp(node->text, "~") == 0 || strcmp(node->text, "null") == 0);
}
