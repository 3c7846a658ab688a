/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_DOCUMENT_STATE_H
#define BS_BASE_DOCUMENT_STATE_H

/** What a document is made of; for the files document*.c and node_builder.c alone. */

#include "base/arena.h"
#include "base/buffer.h"
#include "base/document.h"

struct bs_document {
    struct bs_arena arena;
    const char *name;
    struct bs_node *root;
    uint32_t node_count;
    struct bs_buffer
        source; /* The bytes read, then one line for each change: what the hash covers. */
    struct bs_document *parent; /* Owned: what was put under this one; its nodes are in the tree. */
};

/** The member becomes the parent's last. */
static inline void bs_node_link(struct bs_node *parent, struct bs_node *member)
{
    if (parent->last == NULL) {
        parent->first = member;
    } else {
        parent->last->next = member;
    }
    parent->last = member;
    parent->member_count++;
}

#endif
