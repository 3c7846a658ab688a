/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/assert.h"
#include "base/buffer.h"
#include "base/decode.h"
#include "base/digest.h"
#include "base/stream.h"
#include "base/utf8.h"

enum {
    DOCUMENT_ARENA_BYTES_MAX =
        64 * 1024 * 1024, /* All nodes and texts at their limits, with overrides. */
    DOCUMENT_SOURCE_BYTES_MAX = 2 * BS_DOCUMENT_BYTES_MAX,
    DOCUMENT_KEYS_MIN = 64,       /* A power of two. */
    DOCUMENT_CANDIDATES_MAX = 64, /* Keys that a misspelt path is compared with. */
};

struct bs_document {
    struct bs_arena arena;
    const char *name;
    struct bs_node *root;
    uint32_t node_count;
    struct bs_buffer
        source; /* The bytes read, then one line for each change: what the hash covers. */
    struct bs_document *parent; /* Owned: what was put under this one; its nodes are in the tree. */
};

/* Which keys each map has: open addressing over (map, key), so that large maps stay linear. */
struct key_set {
    struct key_slot {
        const struct bs_node *map;
        const struct bs_node *member; /* NULL: an empty slot. */
    } * slots;
    size_t capacity; /* 0 or a power of two, more than half of it empty. */
    size_t count;
};

/*
 * Turns libyaml's events into nodes. The stack holds the lists and maps that are open; `key` is the key that
 * waits for its value in the innermost one.
 */
struct builder {
    struct bs_document *document;
    struct bs_error *error;
    const char *file;        /* For positions in nodes: the document's copy. */
    const char *caller_file; /* For errors: a document that is never born cannot lend its copy. */
    const char *set_path;    /* Not NULL: the text is the value of an override and has no lines. */
    size_t depth_base;       /* The levels above an override's value. */
    struct bs_node *root;
    struct bs_node *open[BS_DOCUMENT_DEPTH_MAX];
    size_t depth;
    const char *key;
    struct bs_position key_at;
    struct key_set keys;
};

static struct bs_position position(const struct builder *builder, yaml_mark_t mark)
{
    struct bs_position at = {.file = builder->file};

    if (builder->set_path == NULL) {
        at.line = (uint32_t)mark.line + 1;
        at.column = (uint32_t)mark.column + 1;
    }
    return at;
}

static enum bs_status fail(struct builder *builder, enum bs_status status, struct bs_position at,
                           const char *message)
{
    if (builder->set_path != NULL) {
        return bs_error_set(builder->error, status, NULL, "--set %s: %s", builder->set_path,
                            message);
    }
    at.file = builder->caller_file;
    return bs_error_set(builder->error, status, &at, "%s", message);
}

static enum bs_status refuse(struct builder *builder, yaml_mark_t mark, const char *message)
{
    return fail(builder, BS_ERR_INPUT, position(builder, mark), message);
}

/* As a whole, not somewhere in it. */
static enum bs_status refuse_whole(struct builder *builder, const char *message)
{
    return fail(builder, BS_ERR_INPUT, (struct bs_position){0}, message);
}

static enum bs_status fail_memory(struct builder *builder)
{
    return fail(builder, BS_ERR_MEMORY, (struct bs_position){0}, "out of memory");
}

/* ---- Bytes ---- */

struct byte_place {
    size_t line;
    size_t column;
};

static void step_over(struct byte_place *place, const char *bytes, size_t length, size_t at)
{
    /* CR LF is one line end: counted at the LF. */
    if (bytes[at] == '\n' || (bytes[at] == '\r' && (at + 1 == length || bytes[at + 1] != '\n'))) {
        place->line++;
        place->column = 0;
    } else {
        place->column++;
    }
}

/* What YAML 1.2 section 5.1 keeps out of a stream, of well-formed UTF-8. */
static bool is_control(const unsigned char *byte, size_t count)
{
    if (count == 1) {
        return (byte[0] < ' ' && byte[0] != '\t' && byte[0] != '\n' && byte[0] != '\r') ||
               byte[0] == 0x7f;
    }
    if (count == 2) {
        return byte[0] == 0xc2 && byte[1] < 0xa0 && byte[1] != 0x85;
    }
    return count == 3 && byte[0] == 0xef && byte[1] == 0xbf && byte[2] >= 0xbe;
}

/*
 * libyaml refuses bad bytes too, but names them by offset and in its own words, and takes UTF-16 where a byte
 * order mark says so.
 */
static enum bs_status check_bytes(struct builder *builder, const char *bytes, size_t length)
{
    struct byte_place place = {0, 0};
    size_t at = 0;

    while (at < length) {
        size_t count = bs_utf8_length(bytes + at, length - at);
        const char *fault = NULL;

        if (bytes[at] == '\0') {
            fault = "a NUL byte cannot stand in a text file";
        } else if (count == 0) {
            fault = "not UTF-8; save the file in that encoding";
        } else if (is_control((const unsigned char *)bytes + at, count)) {
            fault = "a control character; write it as an escape in double quotes";
        }
        if (fault != NULL) {
            yaml_mark_t mark = {.index = at, .line = place.line, .column = place.column};

            return refuse(builder, mark, fault);
        }
        step_over(&place, bytes, length, at);
        at += count;
    }
    return BS_OK;
}

/* The byte at a line and column that libyaml counted, or 0. */
static char byte_at(const char *bytes, size_t length, yaml_mark_t mark)
{
    struct byte_place place = {0, 0};
    size_t at = 0;

    while (at < length &&
           (place.line < mark.line || (place.line == mark.line && place.column < mark.column))) {
        step_over(&place, bytes, length, at);
        at += bs_utf8_length(bytes + at, length - at);
    }
    return at < length ? bytes[at] : '\0';
}

/* ---- Keys ---- */

static struct key_slot *find_key_slot(const struct key_set *set, const struct bs_node *map,
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

static bool grow_keys(struct key_set *set)
{
    struct key_set grown = {.count = set->count};

    grown.capacity = set->capacity == 0 ? DOCUMENT_KEYS_MIN : set->capacity * 2;
    grown.slots = calloc(grown.capacity, sizeof(*grown.slots));
    if (grown.slots == NULL) {
        return false;
    }
    for (size_t i = 0; i < set->capacity; i++) {
        if (set->slots[i].member != NULL) {
            *find_key_slot(&grown, set->slots[i].map, set->slots[i].member->key) = set->slots[i];
        }
    }
    free(set->slots);
    *set = grown;
    return true;
}

/* Enters a member into the set; the older member with that key, if there is one, goes to `*twin`. */
static bool add_key(struct key_set *set, const struct bs_node *map, const struct bs_node *member,
                    const struct bs_node **twin)
{
    struct key_slot *slot;

    if (set->count * 2 >= set->capacity && !grow_keys(set)) {
        return false;
    }
    slot = find_key_slot(set, map, member->key);
    *twin = slot->member;
    if (slot->member == NULL) {
        *slot = (struct key_slot){.map = map, .member = member};
        set->count++;
    }
    return true;
}

/* ---- Events to nodes ---- */

static void link_member(struct bs_node *parent, struct bs_node *member)
{
    if (parent->last == NULL) {
        parent->first = member;
    } else {
        parent->last->next = member;
    }
    parent->last = member;
    parent->member_count++;
}

static enum bs_status refuse_twin(struct builder *builder, const struct bs_node *node,
                                  const struct bs_node *twin)
{
    char message[BS_ERROR_MESSAGE_MAX];

    if (twin->key_at.line == 0) {
        (void)snprintf(message, sizeof(message), "duplicate key '%.80s'", node->key);
    } else {
        (void)snprintf(message, sizeof(message), "duplicate key '%.80s'; the first is in line %u",
                       node->key, twin->key_at.line);
    }
    return fail(builder, BS_ERR_INPUT, node->key_at, message);
}

/* Puts a node where the next value belongs: in the innermost list or map, or at the root. */
static enum bs_status place_node(struct builder *builder, struct bs_node *node)
{
    struct bs_node *parent = builder->depth == 0 ? NULL : builder->open[builder->depth - 1];
    const struct bs_node *twin = NULL;

    if (parent == NULL) {
        builder->root = node;
        return BS_OK;
    }
    if (parent->kind == BS_NODE_MAP) {
        node->key = builder->key;
        node->key_at = builder->key_at;
        builder->key = NULL;
        if (!add_key(&builder->keys, parent, node, &twin)) {
            return fail_memory(builder);
        }
    }
    if (twin != NULL) {
        return refuse_twin(builder, node, twin);
    }
    link_member(parent, node);
    return BS_OK;
}

static enum bs_status new_node(struct builder *builder, enum bs_node_kind kind, yaml_mark_t mark,
                               struct bs_node **node)
{
    if (builder->document->node_count == BS_DOCUMENT_NODES_MAX) {
        return refuse(builder, mark, "too many values; the limit is 200000");
    }
    *node = bs_arena_allocate(&builder->document->arena, sizeof(**node));
    if (*node == NULL) {
        return fail_memory(builder);
    }
    builder->document->node_count++;
    (*node)->kind = kind;
    (*node)->at = position(builder, mark);
    return BS_OK;
}

/* Whether the next node stands where a map expects a key. */
static bool expects_key(const struct builder *builder)
{
    return builder->depth > 0 && builder->open[builder->depth - 1]->kind == BS_NODE_MAP &&
           builder->key == NULL;
}

static enum bs_status check_properties(struct builder *builder, const yaml_event_t *event,
                                       const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor != NULL) {
        return refuse(builder, event->start_mark,
                      "anchors (&name) are not supported; write the value out");
    }
    if (tag != NULL) {
        return refuse(builder, event->start_mark,
                      "tags (!name) are not supported; write the plain value");
    }
    return BS_OK;
}

static enum bs_status on_scalar(struct builder *builder, const yaml_event_t *event)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    bool quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    enum bs_status status =
        check_properties(builder, event, event->data.scalar.anchor, event->data.scalar.tag);
    struct bs_node *node;
    const char *text;

    if (status != BS_OK) {
        return status;
    }
    if (memchr(value, '\0', length) != NULL) {
        return refuse(builder, event->start_mark, "text cannot contain a NUL (\\0)");
    }
    if (expects_key(builder) && length == 0 && !quoted) {
        return refuse(builder, event->start_mark, "a key is missing before ':'");
    }
    text = bs_arena_text(&builder->document->arena, value, length);
    if (text == NULL) {
        return fail_memory(builder);
    }
    if (expects_key(builder)) {
        builder->key = text;
        builder->key_at = position(builder, event->start_mark);
        return BS_OK;
    }
    status = new_node(builder, BS_NODE_SCALAR, event->start_mark, &node);
    if (status != BS_OK) {
        return status;
    }
    node->text = text;
    node->length = length;
    node->quoted = quoted;
    return place_node(builder, node);
}

static enum bs_status on_begin(struct builder *builder, const yaml_event_t *event,
                               enum bs_node_kind kind)
{
    enum bs_status status =
        kind == BS_NODE_LIST ? check_properties(builder, event, event->data.sequence_start.anchor,
                                                event->data.sequence_start.tag)
                             : check_properties(builder, event, event->data.mapping_start.anchor,
                                                event->data.mapping_start.tag);
    struct bs_node *node;

    if (status != BS_OK) {
        return status;
    }
    if (expects_key(builder)) {
        return refuse(builder, event->start_mark,
                      "a key must be a word or text, not a list or map");
    }
    if (builder->depth_base + builder->depth >= BS_DOCUMENT_DEPTH_MAX) {
        return refuse(builder, event->start_mark, "nested too deeply; the limit is 32 levels");
    }
    status = new_node(builder, kind, event->start_mark, &node);
    if (status == BS_OK) {
        status = place_node(builder, node);
    }
    if (status == BS_OK) {
        builder->open[builder->depth] = node;
        builder->depth++;
    }
    return status;
}

static enum bs_status on_document_start(struct builder *builder, const yaml_event_t *event)
{
    if (builder->root != NULL) {
        return refuse(builder, event->start_mark,
                      "a second document starts here; a file holds one");
    }
    if (event->data.document_start.tag_directives.start !=
        event->data.document_start.tag_directives.end) {
        return refuse(builder, event->start_mark, "%TAG is not supported");
    }
    return BS_OK;
}

static enum bs_status on_event(struct builder *builder, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return on_document_start(builder, event);
    case YAML_SCALAR_EVENT:
        return on_scalar(builder, event);
    case YAML_SEQUENCE_START_EVENT:
        return on_begin(builder, event, BS_NODE_LIST);
    case YAML_MAPPING_START_EVENT:
        return on_begin(builder, event, BS_NODE_MAP);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        builder->depth--;
        return BS_OK;
    case YAML_ALIAS_EVENT:
        return refuse(builder, event->start_mark,
                      "aliases (*name) are not supported; write the value out");
    default: /* The beginning and end of the stream, the end of a document. */
        return BS_OK;
    }
}

/* libyaml's complaint in words that help. */
static enum bs_status fail_syntax(struct builder *builder, const yaml_parser_t *parser,
                                  const char *bytes, size_t length)
{
    char message[BS_ERROR_MESSAGE_MAX];

    if (parser->error == YAML_MEMORY_ERROR) {
        return fail_memory(builder);
    }
    if (byte_at(bytes, length, parser->problem_mark) == '\t') {
        return refuse(builder, parser->problem_mark, "a tab cannot stand here; indent with spaces");
    }
    if (strcmp(parser->problem, "did not find expected <document start>") == 0) {
        return refuse(builder, parser->problem_mark,
                      "something follows the end of the document; a file holds one");
    }
    if (parser->context == NULL) {
        (void)snprintf(message, sizeof(message), "not valid YAML: %s", parser->problem);
    } else {
        (void)snprintf(message, sizeof(message), "not valid YAML: %s (%s from line %zu)",
                       parser->problem, parser->context, parser->context_mark.line + 1);
    }
    return refuse(builder, parser->problem_mark, message);
}

static enum bs_status run_parser(struct builder *builder, const char *bytes, size_t length)
{
    yaml_parser_t parser;
    enum bs_status status = BS_OK;
    bool at_end = false;

    if (yaml_parser_initialize(&parser) != 1) {
        return fail_memory(builder);
    }
    /* An empty file has no bytes to point to, and libyaml insists on a place. */
    yaml_parser_set_input_string(&parser, (const unsigned char *)(length > 0 ? bytes : ""), length);
    while (status == BS_OK && !at_end) {
        yaml_event_t event;

        if (yaml_parser_parse(&parser, &event) != 1) {
            status = fail_syntax(builder, &parser, bytes, length);
            break;
        }
        at_end = event.type == YAML_STREAM_END_EVENT;
        status = on_event(builder, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return status;
}

/* Parses the text into builder->root, which stays NULL where there is nothing in it. */
static enum bs_status build(struct builder *builder, const char *bytes, size_t length)
{
    enum bs_status status;

    if (length > BS_DOCUMENT_BYTES_MAX) {
        return refuse_whole(builder, "too large; the limit is 4 MiB");
    }
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3; /* A byte order mark would shift the columns of the first line. */
        length -= 3;
    }
    status = check_bytes(builder, bytes, length);
    if (status == BS_OK) {
        status = run_parser(builder, bytes, length);
    }
    free(builder->keys.slots);
    builder->keys = (struct key_set){0};
    return status;
}

/* ---- Documents ---- */

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
    struct builder builder = {.error = error, .caller_file = name};
    enum bs_status status;

    BS_ASSERT(name != NULL);
    BS_ASSERT(bytes != NULL || length == 0);
    BS_ASSERT(document != NULL);

    builder.document = new_document(name);
    if (builder.document == NULL) {
        return fail_memory(&builder);
    }
    builder.file = builder.document->name;
    status = build(&builder, bytes, length);
    if (status == BS_OK && (builder.root == NULL || bs_node_is_null(builder.root))) {
        status = refuse_whole(&builder, "there is nothing in it");
    }
    if (status == BS_OK) {
        bs_buffer_append(&builder.document->source, bytes, length);
        status = builder.document->source.failed ? fail_memory(&builder) : BS_OK;
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

/* ---- Overrides ---- */

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
    const char *keys[DOCUMENT_CANDIDATES_MAX];
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
    for (const struct bs_node *member = parent->first;
         member != NULL && key_count < DOCUMENT_CANDIDATES_MAX; member = member->next) {
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
static enum bs_status build_value(struct builder *builder, const char *value)
{
    enum bs_status status = build(builder, value, strlen(value));

    if (status == BS_OK && builder->root == NULL) {
        status = new_node(builder, BS_NODE_SCALAR, (yaml_mark_t){0}, &builder->root);
    }
    if (status == BS_OK && builder->root->kind == BS_NODE_SCALAR && builder->root->text == NULL) {
        builder->root->text = "";
    }
    return status;
}

/* Puts the value in its place; nothing can fail from here on. */
static void put_value(const struct place *place, struct bs_node *value, const char *key)
{
    if (place->target == NULL) {
        value->key = key;
        value->key_at = value->at;
        link_member(place->parent, value);
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
    struct builder builder = {.document = document, .error = error, .set_path = path};
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
                 ? fail_memory(&builder)
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

/* ---- A document over another ---- */

static bool add_keys(struct key_set *set, const struct bs_node *map)
{
    for (const struct bs_node *member = map->first; member != NULL; member = member->next) {
        const struct bs_node *twin = NULL;

        if (!add_key(set, map, member, &twin)) {
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
    link_member(map, member);
    return rest;
}

/* `map` gets the members that it lacks from `under`, whose own members are lost to it. */
static bool merge_maps(struct key_set *set, struct bs_node *map, struct bs_node *under)
{
    struct bs_node own = {.kind = BS_NODE_MAP};
    struct bs_node *member;

    if (!add_keys(set, map) || !add_keys(set, under)) {
        return false;
    }
    for (member = take_members(map); member != NULL;) {
        bool is_new = find_key_slot(set, under, member->key)->member == NULL;

        member = is_new ? move_member(&own, member) : member->next;
    }
    for (member = take_members(under); member != NULL;) {
        struct bs_node *next = member->next;
        /* The set only lends nodes; this one is of the tree that is being rebuilt. */
        struct bs_node *over = (struct bs_node *)find_key_slot(set, map, member->key)->member;

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
    struct key_set keys = {0};
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
    free(keys.slots);
    if (!is_merged) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    document->node_count += parent->node_count;
    document->parent = parent;
    return BS_OK;
}
