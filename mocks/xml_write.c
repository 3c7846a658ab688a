/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include <string.h>

#include "base/utf8.h"
#include "mocks/xml.h"

static void write_value(const struct bs_xml_writer *writer, const char *name,
                        const struct bs_shape_member *member, const struct bs_tree *value);

/* ---- Texts ---- */

/* What stands for an ASCII character, NULL if it stands for itself. */
static const char *escape_of(char character)
{
    switch (character) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;";
    case '\n':
    case '\t':
        return NULL;
    default:
        return (unsigned char)character < 0x20 ? "\xEF\xBF\xBD" : NULL;
    }
}

/* U+FFFE and U+FFFF are no characters of XML. */
static bool is_xml_character(const char *bytes, size_t length)
{
    return length > 0 &&
           (length != 3 || memcmp(bytes, "\xEF\xBF", 2) != 0 || (unsigned char)bytes[2] < 0xBE);
}

void bs_xml_text(struct bs_buffer *xml, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        const size_t step = bs_utf8_length(text + i, length - i);
        const char *escape = step == 1 ? escape_of(text[i]) : NULL;

        if (escape != NULL) {
            bs_buffer_text(xml, escape);
        } else if (is_xml_character(text + i, step)) {
            bs_buffer_append(xml, text + i, step);
        } else {
            bs_buffer_text(xml, "\xEF\xBF\xBD");
        }
        i += step == 0 ? 1 : step;
    }
}

void bs_xml_element(struct bs_buffer *xml, const char *name, const char *text)
{
    bs_buffer_format(xml, "<%s>", name);
    bs_xml_text(xml, text, strlen(text));
    bs_buffer_format(xml, "</%s>", name);
}

static void write_scalar(const struct bs_xml_writer *writer, const struct bs_shape_member *member,
                         const struct bs_tree *scalar)
{
    struct bs_buffer plain;

    bs_buffer_init(&plain, writer->text->length_max);
    bs_scalar_write(member, scalar, BS_TIMESTAMP_ISO_8601, writer->epoch_s, &plain);
    bs_xml_text(writer->text, plain.bytes, plain.length);
    bs_buffer_clean_up(&plain);
}

/* ---- Attributes ---- */

/* With the namespace that the attributes' prefix stands for, which is the element's in the model. */
static void write_attributes(const struct bs_xml_writer *writer, const char *xml_namespace,
                             const struct bs_shape *shape, const struct bs_tree *structure)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];
        const struct bs_tree *value = bs_tree_get(structure, member->name);
        const char *colon = strchr(member->wire_name, ':');

        if (!member->is_attribute || value == NULL) {
            continue;
        }
        if (colon != NULL && xml_namespace != NULL) {
            bs_buffer_format(writer->text, " xmlns:%.*s=\"%s\"", (int)(colon - member->wire_name),
                             member->wire_name, xml_namespace);
        }
        bs_buffer_format(writer->text, " %s=\"", member->wire_name);
        write_scalar(writer, member, value);
        bs_buffer_text(writer->text, "\"");
    }
}

static bool has_attributes(const struct bs_shape *shape)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        if (shape->members[i].is_attribute) {
            return true;
        }
    }
    return false;
}

/* ---- Structures, lists, maps ---- */

void bs_xml_members(const struct bs_xml_writer *writer, const struct bs_shape *shape,
                    const struct bs_tree *structure)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];
        const struct bs_tree *value = bs_tree_get(structure, member->name);

        if (value != NULL && member->location == BS_LOCATION_BODY && !member->is_attribute) {
            write_value(writer, member->wire_name, member, value);
        }
    }
}

void bs_xml_structure(const struct bs_xml_writer *writer, const char *name,
                      const char *xml_namespace, const struct bs_shape *shape,
                      const struct bs_tree *structure)
{
    bs_buffer_format(writer->text, "<%s", name);
    if (has_attributes(shape)) {
        write_attributes(writer, xml_namespace, shape, structure);
    } else if (xml_namespace != NULL) {
        bs_buffer_format(writer->text, " xmlns=\"%s\"", xml_namespace);
    }
    bs_buffer_text(writer->text, ">");
    bs_xml_members(writer, shape, structure);
    bs_buffer_format(writer->text, "</%s>", name);
}

/* Elements of a flattened list carry the list's name, unless they have one of their own. */
static void write_list(const struct bs_xml_writer *writer, const char *name,
                       const struct bs_shape_member *member, const struct bs_tree *list)
{
    const struct bs_shape_member *element = &member->shape->members[0];
    const bool is_flat = member->is_flattened || member->shape->is_flattened;
    const char *element_name =
        is_flat && strcmp(element->wire_name, "member") == 0 ? name : element->wire_name;

    if (!is_flat) {
        bs_buffer_format(writer->text, "<%s>", name);
    }
    for (const struct bs_tree *value = bs_tree_first(list); value != NULL; value = value->next) {
        write_value(writer, element_name, element, value);
    }
    if (!is_flat) {
        bs_buffer_format(writer->text, "</%s>", name);
    }
}

static void write_map(const struct bs_xml_writer *writer, const char *name,
                      const struct bs_shape_member *member, const struct bs_tree *map)
{
    const struct bs_shape_member *key = &member->shape->members[0];
    const struct bs_shape_member *value = &member->shape->members[1];
    const bool is_flat = member->is_flattened || member->shape->is_flattened;
    const char *entry_name = is_flat ? name : "entry";

    if (!is_flat) {
        bs_buffer_format(writer->text, "<%s>", name);
    }
    for (const struct bs_tree *entry = bs_tree_first(map); entry != NULL; entry = entry->next) {
        bs_buffer_format(writer->text, "<%s>", entry_name);
        bs_xml_element(writer->text, key->wire_name, entry->name);
        write_value(writer, value->wire_name, value, entry);
        bs_buffer_format(writer->text, "</%s>", entry_name);
    }
    if (!is_flat) {
        bs_buffer_format(writer->text, "</%s>", name);
    }
}

static void write_value(const struct bs_xml_writer *writer, const char *name,
                        const struct bs_shape_member *member, const struct bs_tree *value)
{
    if (value->kind == BS_TREE_NULL) {
        return;
    }
    switch (member->shape->kind) {
    case BS_SHAPE_STRUCTURE:
        bs_xml_structure(writer, name, member->xml_namespace, member->shape, value);
        return;
    case BS_SHAPE_LIST:
        write_list(writer, name, member, value);
        return;
    case BS_SHAPE_MAP:
        write_map(writer, name, member, value);
        return;
    default:
        bs_buffer_format(writer->text, "<%s>", name);
        write_scalar(writer, member, value);
        bs_buffer_format(writer->text, "</%s>", name);
        return;
    }
}
