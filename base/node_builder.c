/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/node_builder.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/assert.h"
#include "base/document_state.h"
#include "base/utf8.h"

static struct bs_position position(const struct bs_node_builder *builder, yaml_mark_t mark)
{
    struct bs_position at = {.file = builder->file};

    if (builder->set_path == NULL) {
        at.line = (uint32_t)mark.line + 1;
        at.column = (uint32_t)mark.column + 1;
    }
    return at;
}

static enum bs_status fail(struct bs_node_builder *builder, enum bs_status status,
                           struct bs_position at, const char *message)
{
    builder->failure = status;
    if (builder->set_path != NULL) {
        return bs_error_set(builder->error, status, NULL, "--set %s: %s", builder->set_path,
                            message);
    }
    at.file = builder->caller_file;
    return bs_error_set(builder->error, status, &at, "%s", message);
}

static enum bs_status refuse(struct bs_node_builder *builder, yaml_mark_t mark, const char *message)
{
    return fail(builder, BS_ERR_INPUT, position(builder, mark), message);
}

enum bs_status bs_node_builder_refuse(struct bs_node_builder *builder, const char *message)
{
    return fail(builder, BS_ERR_INPUT, (struct bs_position){0}, message);
}

enum bs_status bs_node_builder_fail_memory(struct bs_node_builder *builder)
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
static enum bs_status check_bytes(struct bs_node_builder *builder, const char *bytes, size_t length)
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

/* ---- Events to nodes ---- */

static enum bs_status refuse_twin(struct bs_node_builder *builder, const struct bs_node *node,
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
static enum bs_status place_node(struct bs_node_builder *builder, struct bs_node *node)
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
        if (!bs_key_set_add(&builder->keys, parent, node, &twin)) {
            return bs_node_builder_fail_memory(builder);
        }
    }
    if (twin != NULL) {
        return refuse_twin(builder, node, twin);
    }
    bs_node_link(parent, node);
    return BS_OK;
}

/* NULL: `failure` says why. */
static struct bs_node *new_node(struct bs_node_builder *builder, enum bs_node_kind kind,
                                yaml_mark_t mark)
{
    struct bs_node *node;

    if (builder->document->node_count == BS_DOCUMENT_NODES_MAX) {
        (void)refuse(builder, mark, "too many values; the limit is 200000");
        return NULL;
    }
    node = bs_arena_allocate(&builder->document->arena, sizeof(*node));
    if (node == NULL) {
        (void)bs_node_builder_fail_memory(builder);
        return NULL;
    }
    builder->document->node_count++;
    node->kind = kind;
    node->at = position(builder, mark);
    return node;
}

/* Whether the next node stands where a map expects a key. */
static bool expects_key(const struct bs_node_builder *builder)
{
    return builder->depth > 0 && builder->open[builder->depth - 1]->kind == BS_NODE_MAP &&
           builder->key == NULL;
}

static enum bs_status check_properties(struct bs_node_builder *builder, const yaml_event_t *event,
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

static enum bs_status on_scalar(struct bs_node_builder *builder, const yaml_event_t *event)
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
        return bs_node_builder_fail_memory(builder);
    }
    if (expects_key(builder)) {
        builder->key = text;
        builder->key_at = position(builder, event->start_mark);
        return BS_OK;
    }
    node = new_node(builder, BS_NODE_SCALAR, event->start_mark);
    if (node == NULL) {
        return builder->failure;
    }
    node->text = text;
    node->length = length;
    node->quoted = quoted;
    return place_node(builder, node);
}

static enum bs_status on_begin(struct bs_node_builder *builder, const yaml_event_t *event,
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
    node = new_node(builder, kind, event->start_mark);
    if (node == NULL) {
        return builder->failure;
    }
    status = place_node(builder, node);
    if (status == BS_OK) {
        builder->open[builder->depth] = node;
        builder->depth++;
    }
    return status;
}

static enum bs_status on_document_start(struct bs_node_builder *builder, const yaml_event_t *event)
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

static enum bs_status on_event(struct bs_node_builder *builder, const yaml_event_t *event)
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
static enum bs_status fail_syntax(struct bs_node_builder *builder, const yaml_parser_t *parser,
                                  const char *bytes, size_t length)
{
    char message[BS_ERROR_MESSAGE_MAX];

    if (parser->error == YAML_MEMORY_ERROR) {
        return bs_node_builder_fail_memory(builder);
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

static enum bs_status run_parser(struct bs_node_builder *builder, const char *bytes, size_t length)
{
    yaml_parser_t parser;
    enum bs_status status = BS_OK;
    bool at_end = false;

    if (yaml_parser_initialize(&parser) != 1) {
        return bs_node_builder_fail_memory(builder);
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

enum bs_status bs_node_builder_run(struct bs_node_builder *builder, const char *bytes,
                                   size_t length)
{
    enum bs_status status;

    if (length > BS_DOCUMENT_BYTES_MAX) {
        return bs_node_builder_refuse(builder, "too large; the limit is 4 MiB");
    }
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3; /* A byte order mark would shift the columns of the first line. */
        length -= 3;
    }
    status = check_bytes(builder, bytes, length);
    if (status == BS_OK) {
        status = run_parser(builder, bytes, length);
    }
    bs_key_set_clean_up(&builder->keys);
    return status;
}

enum bs_status bs_node_builder_fill(struct bs_node_builder *builder)
{
    if (builder->root == NULL) {
        builder->root = new_node(builder, BS_NODE_SCALAR, (yaml_mark_t){0});
    }
    if (builder->root == NULL) {
        return builder->failure;
    }
    if (builder->root->kind == BS_NODE_SCALAR && builder->root->text == NULL) {
        builder->root->text = "";
    }
    return BS_OK;
}
