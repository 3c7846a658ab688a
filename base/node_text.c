/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/node_text.h"

#include <string.h>

#include "base/json_writer.h"

/* What a plain scalar may consist of anywhere without meaning something else. */
static bool is_plain(const struct bs_node *node)
{
    static const char safe[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./%~+-<>=() ";

    return !node->quoted && strspn(node->text, safe) == node->length && node->length > 0;
}

/* The same for a key. */
static bool is_plain_key(const char *key)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";

    return strspn(key, letters) > 0 && strspn(key, safe) == strlen(key);
}

static void write_text(const char *text, bool plain, struct bs_buffer *buffer)
{
    struct bs_json_writer writer = {.buffer = buffer};

    if (plain) {
        bs_buffer_text(buffer, text);
    } else {
        bs_json_text(&writer, text);
    }
}

static void write_open(const struct bs_node *node, struct bs_buffer *buffer)
{
    if (node->kind == BS_NODE_SCALAR) {
        write_text(node->text, is_plain(node), buffer);
    } else {
        bs_buffer_text(buffer, node->kind == BS_NODE_MAP ? "{" : "[");
    }
}

void bs_node_write(const struct bs_node *node, struct bs_buffer *buffer)
{
    write_open(node, buffer);
    if (node->kind == BS_NODE_SCALAR) {
        return;
    }
    /* Depth is bounded by BS_DOCUMENT_DEPTH_MAX. */
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        if (member != node->first) {
            bs_buffer_text(buffer, ", ");
        }
        if (node->kind == BS_NODE_MAP) {
            write_text(member->key, is_plain_key(member->key), buffer);
            bs_buffer_text(buffer, ": ");
        }
        bs_node_write(member, buffer);
    }
    bs_buffer_text(buffer, node->kind == BS_NODE_MAP ? "}" : "]");
}
