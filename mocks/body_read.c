/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "mocks/body.h"

static const char *const kind_words[] = {
    [BS_BODY_MAP] = "a map",         [BS_BODY_LIST] = "a list",      [BS_BODY_TEXT] = "a string",
    [BS_BODY_BYTES] = "bytes",       [BS_BODY_INTEGER] = "a number", [BS_BODY_DECIMAL] = "a number",
    [BS_BODY_BOOLEAN] = "a boolean", [BS_BODY_NULL] = "null",
};

static const char *const shape_words[] = {
    [BS_SHAPE_STRUCTURE] = "structure",
    [BS_SHAPE_LIST] = "list",
    [BS_SHAPE_MAP] = "map",
    [BS_SHAPE_STRING] = "string",
    [BS_SHAPE_BLOB] = "blob",
    [BS_SHAPE_INTEGER] = "integer of 64 bits",
    [BS_SHAPE_DECIMAL] = "number",
    [BS_SHAPE_BOOLEAN] = "boolean",
    [BS_SHAPE_TIMESTAMP] = "timestamp",
};

bool bs_body_fail(struct bs_body_reader *reader, size_t at, const char *format, ...)
{
    char *message = reader->problem->message;
    va_list arguments;
    int length;

    if (reader->has_failed) {
        return false;
    }
    reader->has_failed = true;
    reader->problem->error = "SerializationException";
    length = snprintf(message, BS_CODEC_MESSAGE_MAX, "Byte %zu: ", at);
    va_start(arguments, format);
    (void)vsnprintf(message + length, (size_t)(BS_CODEC_MESSAGE_MAX - length), format, arguments);
    va_end(arguments);
    return false;
}

/* Reads a value and counts it. */
static bool read_value(struct bs_body_reader *reader, struct bs_body_value *value)
{
    *value = (struct bs_body_value){.at = reader->at};
    if (reader->values_left == 0) {
        return bs_body_fail(reader, reader->at, "too many values");
    }
    reader->values_left--;
    if (!reader->language->read(reader, value)) {
        return false;
    }
    if (value->kind != BS_BODY_MAP && value->kind != BS_BODY_LIST) {
        return true;
    }
    if (reader->depth == BS_CODEC_DEPTH_MAX) {
        return bs_body_fail(reader, value->at, "nested too deeply");
    }
    reader->depth++;
    return true;
}

static bool has_next(struct bs_body_reader *reader, struct bs_body_value *container)
{
    if (reader->language->has_next(reader, container)) {
        return true;
    }
    reader->depth--;
    return false;
}

/*
 * Passes over what the model does not know. It must be well-formed all the same; only whether it has a key
 * twice is not looked at, because nobody will ever see it.
 */
static void skip(struct bs_body_reader *reader, struct bs_body_value *value)
{
    struct bs_body_value member;

    if (value->kind != BS_BODY_MAP && value->kind != BS_BODY_LIST) {
        return;
    }
    while (has_next(reader, value)) {
        if (value->kind == BS_BODY_MAP && !reader->language->read_key(reader, &member)) {
            return;
        }
        if (!read_value(reader, &member)) {
            return;
        }
        skip(reader, &member);
    }
}

/* ---- By shapes ---- */

static struct bs_tree *decode(struct bs_body_reader *reader, const struct bs_shape_member *member,
                              struct bs_body_value *value);

/* The tree if all went well; or else it is destroyed. */
static struct bs_tree *unless_failed(const struct bs_body_reader *reader, struct bs_tree *tree)
{
    if (!reader->has_failed) {
        return tree;
    }
    bs_tree_destroy(tree);
    return NULL;
}

static const struct bs_shape_member *find_member(const struct bs_body_reader *reader,
                                                 const struct bs_shape *shape,
                                                 const struct bs_body_value *key)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];
        const char *name = reader->has_wire_names ? member->wire_name : member->name;

        if (member->location == BS_LOCATION_BODY && strlen(name) == key->length &&
            memcmp(name, key->text, key->length) == 0) {
            return member;
        }
    }
    return NULL;
}

/* A null is kept until the structure ends, so that a second member of its name is found. */
static void decode_member(struct bs_body_reader *reader, const struct bs_shape_member *member,
                          struct bs_tree *structure)
{
    struct bs_body_value value;
    struct bs_tree *tree;

    if (bs_tree_get(structure, member->name) != NULL) {
        (void)bs_body_fail(reader, reader->at, "%s is given twice", member->name);
        return;
    }
    if (!read_value(reader, &value)) {
        return;
    }
    tree = value.kind == BS_BODY_NULL ? bs_tree_new_null() : decode(reader, member, &value);
    if (tree != NULL) {
        (void)bs_tree_set(structure, member->name, tree);
    }
}

static struct bs_tree *decode_structure(struct bs_body_reader *reader, const struct bs_shape *shape,
                                        struct bs_body_value *map)
{
    struct bs_tree *structure = bs_tree_new_structure();
    struct bs_body_value key;

    while (!reader->has_failed && has_next(reader, map) &&
           reader->language->read_key(reader, &key)) {
        const struct bs_shape_member *member = find_member(reader, shape, &key);

        if (member != NULL) {
            decode_member(reader, member, structure);
        } else if (read_value(reader, &key)) {
            skip(reader, &key);
        }
    }
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_tree *member = bs_tree_get(structure, shape->members[i].name);

        if (member != NULL && member->kind == BS_TREE_NULL) {
            (void)bs_tree_remove(structure, shape->members[i].name);
        }
    }
    return unless_failed(reader, structure);
}

static struct bs_tree *decode_list(struct bs_body_reader *reader,
                                   const struct bs_shape_member *element,
                                   struct bs_body_value *list)
{
    struct bs_tree *tree = bs_tree_new_list();
    struct bs_body_value value;

    while (!reader->has_failed && has_next(reader, list) && read_value(reader, &value)) {
        struct bs_tree *child = decode(reader, element, &value);

        if (child != NULL) {
            (void)bs_tree_append(tree, child);
        }
    }
    return unless_failed(reader, tree);
}

/* Whether the key can be a tree's name and is new; reads no further. */
static bool is_new_key(struct bs_body_reader *reader, const struct bs_tree *map,
                       const struct bs_body_value *key, const char *name)
{
    const uint64_t comparisons = 2 * bs_tree_count(map);

    if (strlen(name) != key->length) {
        return bs_body_fail(reader, key->at, "a key with a NUL");
    }
    if (comparisons > reader->comparisons_left) {
        return bs_body_fail(reader, key->at, "too many keys");
    }
    reader->comparisons_left -= comparisons;
    if (bs_tree_get(map, name) != NULL) {
        return bs_body_fail(reader, key->at, "a key is given twice");
    }
    return true;
}

static struct bs_tree *decode_entry(struct bs_body_reader *reader,
                                    const struct bs_shape_member *member)
{
    struct bs_body_value value;

    return read_value(reader, &value) ? decode(reader, member, &value) : NULL;
}

static struct bs_tree *decode_map(struct bs_body_reader *reader, const struct bs_shape *shape,
                                  struct bs_body_value *map)
{
    struct bs_tree *tree = bs_tree_new_structure();
    struct bs_body_value key;

    while (!reader->has_failed && has_next(reader, map) &&
           reader->language->read_key(reader, &key)) {
        /* A copy with a NUL behind it: the key's own text may be gone with the next value. */
        struct bs_tree *name = bs_tree_new_text_of(key.text, key.length);
        struct bs_tree *child = is_new_key(reader, tree, &key, name->is.text.bytes)
                                    ? decode_entry(reader, &shape->members[1])
                                    : NULL;

        if (child != NULL) {
            (void)bs_tree_set(tree, name->is.text.bytes, child);
        }
        bs_tree_destroy(name);
    }
    return unless_failed(reader, tree);
}

/* Nulls of lists and maps come here too and are no value of any shape. */
static struct bs_tree *decode(struct bs_body_reader *reader, const struct bs_shape_member *member,
                              struct bs_body_value *value)
{
    const struct bs_shape *shape = member->shape;
    struct bs_tree *scalar = NULL;

    if (value->is_tagged && shape->kind != BS_SHAPE_TIMESTAMP) {
        (void)bs_body_fail(reader, value->at, "%s has a tag", member->name);
        return NULL;
    }
    if (shape->kind == BS_SHAPE_STRUCTURE && value->kind == BS_BODY_MAP) {
        return decode_structure(reader, shape, value);
    }
    if (shape->kind == BS_SHAPE_LIST && value->kind == BS_BODY_LIST) {
        return decode_list(reader, &shape->members[0], value);
    }
    if (shape->kind == BS_SHAPE_MAP && value->kind == BS_BODY_MAP) {
        return decode_map(reader, shape, value);
    }
    if (shape->kind != BS_SHAPE_STRUCTURE && shape->kind != BS_SHAPE_LIST &&
        shape->kind != BS_SHAPE_MAP) {
        scalar = reader->language->scalar(reader, member, value);
    }
    if (scalar == NULL) {
        (void)bs_body_fail(reader, value->at, "%s is %s, which is no %s", member->name,
                           kind_words[value->kind], shape_words[shape->kind]);
    }
    return scalar;
}

static struct bs_tree *decode_all(struct bs_body_reader *reader, const struct bs_shape *shape)
{
    struct bs_body_value value;
    struct bs_tree *tree;

    if (!read_value(reader, &value)) {
        return NULL;
    }
    if (value.kind != BS_BODY_MAP || value.is_tagged) {
        (void)bs_body_fail(reader, value.at, "the body is %s, which is no structure",
                           kind_words[value.kind]);
        return NULL;
    }
    tree = decode_structure(reader, shape, &value);
    if (tree != NULL) {
        reader->language->finish(reader);
        if (reader->at < reader->length) {
            (void)bs_body_fail(reader, reader->at, "something follows the body");
        }
    }
    return unless_failed(reader, tree);
}

struct bs_tree *bs_body_decode(const struct bs_body_source *source, const struct bs_shape *shape,
                               struct bs_codec_problem *problem)
{
    struct bs_body_reader reader = {
        .language = source->language,
        .bytes = source->bytes,
        .length = source->length,
        .values_left = BS_BODY_VALUES_MAX,
        .comparisons_left = BS_BODY_KEY_COMPARISONS_MAX,
        .epoch_s = source->epoch_s,
        .has_wire_names = source->has_wire_names,
        .problem = problem,
    };
    struct bs_tree *tree;

    bs_buffer_init(&reader.text, source->length);
    tree = decode_all(&reader, shape);
    bs_buffer_clean_up(&reader.text);
    return tree;
}

/* ---- Scalars ---- */

struct bs_tree *bs_body_plain_scalar(const struct bs_shape_member *member,
                                     const struct bs_body_value *value)
{
    if (member->shape->kind == BS_SHAPE_STRING && value->kind == BS_BODY_TEXT) {
        return bs_tree_new_text_of(value->text, value->length);
    }
    if (member->shape->kind == BS_SHAPE_INTEGER && value->kind == BS_BODY_INTEGER) {
        return bs_tree_new_integer(value->integer);
    }
    if (member->shape->kind == BS_SHAPE_BOOLEAN && value->kind == BS_BODY_BOOLEAN) {
        return bs_tree_new_boolean(value->boolean);
    }
    if (member->shape->kind == BS_SHAPE_DECIMAL &&
        (value->kind == BS_BODY_INTEGER || value->kind == BS_BODY_DECIMAL)) {
        return bs_tree_new_decimal(value->decimal);
    }
    return NULL;
}

struct bs_tree *bs_body_instant(double seconds, int64_t epoch_s)
{
    /* As far from 1970 as 64 bits of nanoseconds go; a NaN is not less either. */
    static const double seconds_max = 9.2e9;
    struct bs_instant instant;
    int64_t ms;

    if (!(seconds > -seconds_max && seconds < seconds_max)) {
        return NULL;
    }
    ms = (int64_t)(seconds * 1000 + (seconds < 0 ? -0.5 : 0.5));
    if (__builtin_mul_overflow(ms - epoch_s * 1000, BS_NS_PER_MS, &instant.ns)) {
        return NULL;
    }
    return bs_tree_new_instant(instant);
}
