/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_NODE_BUILDER_H
#define BS_BASE_NODE_BUILDER_H

/**
 * YAML or JSON text as the nodes of a document, of what base/document.h lets through; for the files
 * document*.c alone.
 */

#include <stddef.h>

#include "base/document.h"
#include "base/key_set.h"

/** Begins with what is known of the first six set, and the rest zero. */
struct bs_node_builder {
    struct bs_document *document;
    struct bs_error *error;
    const char *file;        /* For positions in nodes: the document's copy. */
    const char *caller_file; /* For errors: a document that is never born cannot lend its copy. */
    const char *set_path;    /* Not NULL: the text is the value of an override and has no lines. */
    size_t depth_base;       /* The levels above an override's value. */
    struct bs_node *root;    /* What has been built; NULL: there is nothing in it. */
    enum bs_status failure;  /* Why nothing more is built. */

    /* The lists and maps that are open, and the key that waits for its value in the innermost one. */
    struct bs_node *open[BS_DOCUMENT_DEPTH_MAX];
    size_t depth;
    const char *key;
    struct bs_position key_at;
    struct bs_key_set keys;
};

/** Builds the nodes of the text. BS_ERR_INPUT, with its position, or BS_ERR_MEMORY. */
enum bs_status bs_node_builder_run(struct bs_node_builder *builder, const char *bytes,
                                   size_t length);

/** Where there was nothing, `root` becomes a null. BS_ERR_INPUT: one value too many; BS_ERR_MEMORY. */
enum bs_status bs_node_builder_fill(struct bs_node_builder *builder);

/** BS_ERR_INPUT: of the text as a whole, not somewhere in it. */
enum bs_status bs_node_builder_refuse(struct bs_node_builder *builder, const char *message);

/** BS_ERR_MEMORY. */
enum bs_status bs_node_builder_fail_memory(struct bs_node_builder *builder);

#endif
