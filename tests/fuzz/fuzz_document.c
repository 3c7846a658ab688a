/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Any bytes as a document: it is either refused with a message and a place inside the text, or gives a tree
 * whose links and limits hold. The first line is also tried as an override (`path=value`) of what follows,
 * and what stands behind a line `===` as the document under what stands before it; or else all under itself.
 */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/decode.h"
#include "base/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_node(const struct bs_node *node, size_t depth)
{
    const struct bs_node *last = NULL;
    uint32_t count = 0;

    BS_ASSERT(depth <= BS_DOCUMENT_DEPTH_MAX);
    if (node->kind == BS_NODE_SCALAR) {
        BS_ASSERT(node->text != NULL);
        BS_ASSERT(strlen(node->text) == node->length);
        BS_ASSERT(node->first == NULL);
        return;
    }
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        BS_ASSERT((member->key != NULL) == (node->kind == BS_NODE_MAP));
        if (node->kind == BS_NODE_MAP) {
            BS_ASSERT(count > 100 || bs_node_get(node, member->key) == member);
        }
        check_node(member, depth + 1);
        last = member;
        count++;
    }
    BS_ASSERT(node->last == last);
    BS_ASSERT(node->member_count == count);
}

/* Every kind of field sees every kind of node. */
static void decode_scalars(const struct bs_node *node)
{
    static const char *const choices[] = {"one", "two", NULL};

    for (int kind = BS_FIELD_TEXT; kind <= BS_FIELD_LIST; kind++) {
        const struct bs_field field = {
            .name = "field", .kind = (enum bs_field_kind)kind, .choices = choices};
        struct bs_error error = {0};
        int64_t target = 0;

        if (bs_decode_value(node, &field, &target, &error) != BS_OK) {
            BS_ASSERT(error.message[0] != '\0');
        }
    }
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        decode_scalars(member);
    }
}

static void set_from_first_line(struct bs_document *document, const char *text, size_t size)
{
    size_t length = (size_t)(strcspn(text, "\n"));
    char *line = calloc(1, length + 1);
    char *equals;

    if (line == NULL || length == size) {
        free(line);
        return;
    }
    memcpy(line, text, length);
    equals = strchr(line, '=');
    if (equals != NULL) {
        *equals = '\0';
        (void)bs_document_set(document, line, equals + 1, NULL);
        check_node(bs_document_root(document), 0);
    }
    free(line);
}

static void lay_over(const char *text, size_t size)
{
    static const char separator[] = "\n===\n";
    const char *end = strstr(text, separator);
    const char *below = end == NULL ? text : end + strlen(separator);
    const size_t length = end == NULL ? size : (size_t)(end - text);
    struct bs_document *document = NULL;
    struct bs_document *parent = NULL;
    char hex[65];

    if (bs_document_parse("over", text, length, &document, NULL) != BS_OK) {
        return;
    }
    if (bs_document_parse("under", below, size - (size_t)(below - text), &parent, NULL) == BS_OK) {
        if (bs_document_underlay(document, parent, NULL) == BS_OK) {
            check_node(bs_document_root(document), 0);
            decode_scalars(bs_document_root(document));
            bs_document_sha256(document, hex);
            set_from_first_line(document, text, size);
        } else {
            bs_document_destroy(parent);
        }
    }
    bs_document_destroy(document);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};
    char *text = calloc(1, size + 1);
    char hex[65];

    if (text == NULL) {
        return 0;
    }
    if (size > 0) {
        memcpy(text, bytes, size);
    }
    if (bs_document_parse("fuzz", text, size, &document, &error) == BS_OK) {
        check_node(bs_document_root(document), 0);
        decode_scalars(bs_document_root(document));
        set_from_first_line(document, text, size);
        bs_document_sha256(document, hex);
        bs_document_destroy(document);
    } else {
        BS_ASSERT(error.status != BS_OK);
        BS_ASSERT(error.message[0] != '\0');
        BS_ASSERT(error.where.line <= size + 1);
    }
    lay_over(text, size);
    free(text);
    return 0;
}
