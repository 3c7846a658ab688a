/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_DOCUMENT_H
#define BS_BASE_DOCUMENT_H

/**
 * A YAML or JSON file as one tree in which every value and key remembers file, line and column.
 *
 * Read by libyaml (JSON is YAML's flow style). One document per file. Refused, each with its position: bad
 * UTF-8, syntax errors, duplicate keys, keys that are not scalars, anchors, aliases and tags, and anything
 * beyond the limits below. Scalars keep their text; what it means is up to base/decode.h.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

enum {
    BS_DOCUMENT_BYTES_MAX = 4 * 1024 * 1024,
    BS_DOCUMENT_NODES_MAX = 200000,
    BS_DOCUMENT_DEPTH_MAX = 32,
};

enum bs_node_kind {
    BS_NODE_SCALAR,
    BS_NODE_LIST,
    BS_NODE_MAP,
};

/** Owned by its document. Members of lists and maps are linked in file order. */
struct bs_node {
    enum bs_node_kind kind;
    bool quoted;           /* A scalar in quotes is text, whatever it looks like. */
    uint32_t member_count; /* Of a list or map. */
    struct bs_position at;
    const char *text; /* A scalar's text, terminated (no NUL inside); NULL for lists and maps. */
    size_t length;
    const char *key; /* The key under which this node stands in its map; else NULL. */
    struct bs_position key_at;
    struct bs_node *first;
    struct bs_node *last;
    struct bs_node *next;
};

struct bs_document;

/** Reads `path`. On success the caller owns `*document`; `path` is copied. */
enum bs_status bs_document_load(const char *path, struct bs_document **document,
                                struct bs_error *error);

/** As above from memory; `name` stands for the file in positions and is copied. */
enum bs_status bs_document_parse(const char *name, const char *bytes, size_t length,
                                 struct bs_document **document, struct bs_error *error);

/**
 * Replaces or adds a value: `path` is keys and list indices joined by dots (`resources.orders-dr.lag`; a
 * key that itself contains dots is matched whole first; one in double quotes is that key and no longer one),
 * `value` is parsed as a YAML document of its own.
 * All but the last part of the path must exist; a list takes an index one past its end. Positions of the new
 * value say `--set PATH` and no line. On failure the document is as it was, and the error borrows nothing.
 */
enum bs_status bs_document_set(struct bs_document *document, const char *path, const char *value,
                               struct bs_error *error);

/**
 * Puts `parent` under `document`: maps that both have are merged key by key, the parent's members first and
 * in its order; where only one is a map, and for lists and scalars, the document's own value stands. A null
 * of the document takes the parent's member away; where the parent has none, the null stays. Every value
 * keeps its own position; a merged map has the document's. On success `parent` belongs to the document; on
 * failure (a root that is no map, too many values together, no memory) both are only good to be destroyed.
 */
enum bs_status bs_document_underlay(struct bs_document *document, struct bs_document *parent,
                                    struct bs_error *error);

/** What was put under the document, or NULL. */
const struct bs_document *bs_document_parent(const struct bs_document *document);

/** And all that was put under it. */
void bs_document_destroy(struct bs_document *document);

const struct bs_node *bs_document_root(const struct bs_document *document);

/** The file name as given, which lives as long as the document. */
const char *bs_document_name(const struct bs_document *document);

/**
 * SHA-256, in hex, of the bytes read and then a line for each change in order: `--set PATH=VALUE` for
 * bs_document_set(), `extends SHA256` for bs_document_underlay(), with the hash of the parent as it then was.
 */
void bs_document_sha256(const struct bs_document *document, char hex[65]);

/** The member of a map under `key`, or NULL. */
const struct bs_node *bs_node_get(const struct bs_node *map, const char *key);

/** Whether a plain scalar stands for "nothing": empty, `~` or `null`. */
bool bs_node_is_null(const struct bs_node *node);

#endif
