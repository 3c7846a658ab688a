/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <string.h>

#include "mocks/xml.h"

/* More than any service takes: 10,000 parts of a multipart upload, entries of a map. */
enum { DOCUMENT_MAX = 4 << 20, MAP_ENTRIES_MAX = 4096, WHERE_MAX = 64 };

struct reader {
    int64_t epoch_s;
    enum bs_xml_fault fault;
    char *where;
    size_t depth;
};

static struct bs_tree *read_value(struct reader *reader, const struct bs_shape_member *member,
                                  const xmlNode *node);

static struct bs_tree *refuse(struct reader *reader, enum bs_xml_fault fault, const xmlNode *node)
{
    reader->fault = fault;
    (void)snprintf(reader->where, WHERE_MAX, "%.60s", (const char *)node->name);
    return NULL;
}

/* ---- Nodes ---- */

static const xmlNode *next_element(const xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE) {
        node = node->next;
    }
    return node;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return strcmp((const char *)node->name, name) == 0;
}

/* The text of an element that has nothing else in it; false if it has. */
static bool read_text(const xmlNode *element, struct bs_buffer *text)
{
    for (const xmlNode *node = element->children; node != NULL; node = node->next) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            bs_buffer_text(text, (const char *)node->content);
        } else if (node->type != XML_COMMENT_NODE && node->type != XML_PI_NODE) {
            return false;
        }
    }
    return true;
}

/* ---- Scalars ---- */

/* White space around a number is the writer's; in a text it is the text's. */
static void trim(const struct bs_shape *shape, const char **text, size_t *length)
{
    static const char spaces[] = " \t\r\n";

    if (shape->kind == BS_SHAPE_STRING) {
        return;
    }
    while (*length > 0 && strchr(spaces, **text) != NULL) {
        (*text)++;
        (*length)--;
    }
    while (*length > 0 && strchr(spaces, (*text)[*length - 1]) != NULL) {
        (*length)--;
    }
}

static struct bs_tree *read_scalar(struct reader *reader, const struct bs_shape_member *member,
                                   const xmlNode *node)
{
    struct bs_tree *scalar = NULL;
    struct bs_buffer content;
    const char *text;
    size_t length;

    bs_buffer_init(&content, DOCUMENT_MAX);
    if (read_text(node, &content)) {
        text = content.length == 0 ? "" : content.bytes;
        length = content.length;
        trim(member->shape, &text, &length);
        scalar = bs_scalar_parse(member, text, length, BS_TIMESTAMP_ISO_8601, reader->epoch_s);
    }
    bs_buffer_clean_up(&content);
    return scalar != NULL ? scalar : refuse(reader, BS_XML_WRONG_VALUE, node);
}

/* Attributes are looked up without their prefix, whatever it is. */
static void read_attributes(const struct bs_shape *shape, const xmlNode *node,
                            struct bs_tree *structure)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];
        const char *colon = strchr(member->wire_name, ':');
        const char *name = colon == NULL ? member->wire_name : colon + 1;

        for (const xmlAttr *attribute = member->is_attribute ? node->properties : NULL;
             attribute != NULL; attribute = attribute->next) {
            if (strcmp((const char *)attribute->name, name) == 0 && attribute->children != NULL &&
                attribute->children->content != NULL) {
                bs_tree_set_text(structure, member->name,
                                 (const char *)attribute->children->content);
            }
        }
    }
}

/* ---- Structures, lists, maps ---- */

static bool is_flat(const struct bs_shape_member *member)
{
    return member->is_flattened || member->shape->is_flattened;
}

static bool is_called(const struct bs_shape_member *member, const xmlNode *node)
{
    return is_named(node, member->wire_name) ||
           (member->shape->kind == BS_SHAPE_LIST && is_flat(member) &&
            strcmp(member->shape->members[0].wire_name, "member") != 0 &&
            is_named(node, member->shape->members[0].wire_name));
}

static const struct bs_shape_member *member_called(const struct bs_shape *shape,
                                                   const xmlNode *node)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];

        if (member->location == BS_LOCATION_BODY && !member->is_attribute &&
            is_called(member, node)) {
            return member;
        }
    }
    return NULL;
}

static bool read_entry(struct reader *reader, const struct bs_shape *shape, const xmlNode *entry,
                       struct bs_tree *map)
{
    struct bs_tree *key = NULL;
    struct bs_tree *value = NULL;

    for (const xmlNode *node = next_element(entry->children);
         node != NULL && reader->fault == BS_XML_FINE; node = next_element(node->next)) {
        if (key == NULL && is_named(node, shape->members[0].wire_name)) {
            key = read_value(reader, &shape->members[0], node);
        } else if (value == NULL && is_named(node, shape->members[1].wire_name)) {
            value = read_value(reader, &shape->members[1], node);
        }
    }
    if (key != NULL && value != NULL && bs_tree_count(map) < MAP_ENTRIES_MAX) {
        (void)bs_tree_set(map, key->is.text.bytes, value);
    } else {
        bs_tree_destroy(value);
        (void)refuse(reader, BS_XML_NOT_WELL_FORMED, entry);
    }
    bs_tree_destroy(key);
    return reader->fault == BS_XML_FINE;
}

/* An element of a flattened list or an entry of a flattened map, added to what came before it. */
static bool read_flat(struct reader *reader, const struct bs_shape_member *member,
                      const xmlNode *node, struct bs_tree *structure)
{
    struct bs_tree *whole = bs_tree_get_mutable(structure, member->name);
    struct bs_tree *value;

    if (member->shape->kind == BS_SHAPE_MAP) {
        whole = whole != NULL ? whole : bs_tree_set_structure(structure, member->name);
        return read_entry(reader, member->shape, node, whole);
    }
    whole = whole != NULL ? whole : bs_tree_set_list(structure, member->name);
    value = read_value(reader, &member->shape->members[0], node);
    if (value != NULL) {
        (void)bs_tree_append(whole, value);
    }
    return value != NULL;
}

static bool read_member(struct reader *reader, const struct bs_shape_member *member,
                        const xmlNode *node, struct bs_tree *structure)
{
    const bool is_compound =
        member->shape->kind == BS_SHAPE_LIST || member->shape->kind == BS_SHAPE_MAP;
    struct bs_tree *value;

    if (is_compound && is_flat(member)) {
        return read_flat(reader, member, node, structure);
    }
    value = read_value(reader, member, node);
    if (value != NULL) {
        (void)bs_tree_set(structure, member->name, value);
    }
    return value != NULL;
}

static struct bs_tree *read_structure(struct reader *reader, const struct bs_shape *shape,
                                      const xmlNode *node)
{
    struct bs_tree *structure = bs_tree_new_structure();

    read_attributes(shape, node, structure);
    for (const xmlNode *child = next_element(node->children); child != NULL;
         child = next_element(child->next)) {
        const struct bs_shape_member *member = member_called(shape, child);

        if (member != NULL && !read_member(reader, member, child, structure)) {
            bs_tree_destroy(structure);
            return NULL;
        }
    }
    return structure;
}

static struct bs_tree *read_list(struct reader *reader, const struct bs_shape *shape,
                                 const xmlNode *node)
{
    const struct bs_shape_member *element = &shape->members[0];
    struct bs_tree *list = bs_tree_new_list();

    for (const xmlNode *child = next_element(node->children); child != NULL;
         child = next_element(child->next)) {
        struct bs_tree *value = is_named(child, element->wire_name)
                                    ? read_value(reader, element, child)
                                    : refuse(reader, BS_XML_NOT_WELL_FORMED, child);

        if (value == NULL) {
            bs_tree_destroy(list);
            return NULL;
        }
        (void)bs_tree_append(list, value);
    }
    return list;
}

static struct bs_tree *read_map(struct reader *reader, const struct bs_shape *shape,
                                const xmlNode *node)
{
    struct bs_tree *map = bs_tree_new_structure();

    for (const xmlNode *child = next_element(node->children); child != NULL;
         child = next_element(child->next)) {
        if (!read_entry(reader, shape, child, map)) {
            bs_tree_destroy(map);
            return NULL;
        }
    }
    return map;
}

static struct bs_tree *read_value(struct reader *reader, const struct bs_shape_member *member,
                                  const xmlNode *node)
{
    struct bs_tree *value;

    if (reader->depth >= BS_CODEC_DEPTH_MAX) {
        return refuse(reader, BS_XML_NOT_WELL_FORMED, node);
    }
    reader->depth++;
    switch (member->shape->kind) {
    case BS_SHAPE_STRUCTURE:
        value = read_structure(reader, member->shape, node);
        break;
    case BS_SHAPE_LIST:
        value = read_list(reader, member->shape, node);
        break;
    case BS_SHAPE_MAP:
        value = read_map(reader, member->shape, node);
        break;
    default:
        value = read_scalar(reader, member, node);
        break;
    }
    reader->depth--;
    return value;
}

/* ---- Documents ---- */

static xmlDoc *parse(const struct bs_xml_document *document)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlDoc *parsed = xmlReadMemory(document->bytes, (int)document->length, NULL, NULL, options);

    if (parsed != NULL && (parsed->intSubset != NULL || xmlDocGetRootElement(parsed) == NULL)) {
        xmlFreeDoc(parsed);
        return NULL;
    }
    return parsed;
}

struct bs_tree *bs_xml_read(const struct bs_xml_document *document, const struct bs_shape *shape,
                            enum bs_xml_fault *fault, char where[64])
{
    struct reader reader = {.epoch_s = document->epoch_s, .where = where};
    struct bs_tree *structure = NULL;
    const xmlNode *root;
    xmlDoc *parsed;

    where[0] = '\0';
    *fault = document->length > DOCUMENT_MAX ? BS_XML_TOO_LARGE : BS_XML_NOT_WELL_FORMED;
    parsed = document->length > DOCUMENT_MAX ? NULL : parse(document);
    if (parsed == NULL) {
        return NULL;
    }
    root = xmlDocGetRootElement(parsed);
    if (is_named(root, document->root)) {
        structure = read_structure(&reader, shape, root);
    } else {
        (void)refuse(&reader, BS_XML_NOT_WELL_FORMED, root);
    }
    *fault = reader.fault;
    xmlFreeDoc(parsed);
    return structure;
}
