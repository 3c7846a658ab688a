/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);

    BS_ASSERT(memory != NULL);
    return memory;
}

static char *copy_bytes(const void *bytes, size_t length)
{
    char *copy = allocate(length + 1);

    if (length > 0) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

static bool has_children(const struct bs_tree *tree)
{
    return tree != NULL && (tree->kind == BS_TREE_STRUCTURE || tree->kind == BS_TREE_LIST);
}

static bool is_of_kind(const struct bs_tree *tree, enum bs_tree_kind kind)
{
    return tree != NULL && tree->kind == kind;
}

/* ---- Making and destroying ---- */

static struct bs_tree *make(enum bs_tree_kind kind)
{
    struct bs_tree *tree = allocate(sizeof(*tree));

    tree->kind = kind;
    return tree;
}

struct bs_tree *bs_tree_new_structure(void)
{
    return make(BS_TREE_STRUCTURE);
}

struct bs_tree *bs_tree_new_list(void)
{
    return make(BS_TREE_LIST);
}

struct bs_tree *bs_tree_new_text_of(const char *bytes, size_t length)
{
    struct bs_tree *tree = make(BS_TREE_TEXT);

    tree->is.text.bytes = copy_bytes(bytes, length);
    tree->is.text.length = length;
    return tree;
}

struct bs_tree *bs_tree_new_text(const char *text)
{
    return bs_tree_new_text_of(text, strlen(text));
}

struct bs_tree *bs_tree_new_bytes(const void *bytes, size_t length)
{
    struct bs_tree *tree = make(BS_TREE_BYTES);

    tree->is.text.bytes = copy_bytes(bytes, length);
    tree->is.text.length = length;
    return tree;
}

struct bs_tree *bs_tree_new_integer(int64_t value)
{
    struct bs_tree *tree = make(BS_TREE_INTEGER);

    tree->is.integer = value;
    return tree;
}

struct bs_tree *bs_tree_new_decimal(double value)
{
    struct bs_tree *tree = make(BS_TREE_DECIMAL);

    tree->is.decimal = value;
    return tree;
}

struct bs_tree *bs_tree_new_boolean(bool value)
{
    struct bs_tree *tree = make(BS_TREE_BOOLEAN);

    tree->is.boolean = value;
    return tree;
}

struct bs_tree *bs_tree_new_instant(struct bs_instant value)
{
    struct bs_tree *tree = make(BS_TREE_INSTANT);

    tree->is.instant = value;
    return tree;
}

struct bs_tree *bs_tree_new_null(void)
{
    return make(BS_TREE_NULL);
}

static struct bs_tree *copy_children(const struct bs_tree *tree)
{
    struct bs_tree *copy = make(tree->kind);

    for (const struct bs_tree *child = tree->is.children.first; child != NULL;
         child = child->next) {
        if (tree->kind == BS_TREE_LIST) {
            (void)bs_tree_append(copy, bs_tree_copy(child));
        } else {
            (void)bs_tree_add(copy, child->name, bs_tree_copy(child));
        }
    }
    return copy;
}

struct bs_tree *bs_tree_copy(const struct bs_tree *tree)
{
    struct bs_tree *copy;

    if (has_children(tree)) {
        return copy_children(tree);
    }
    copy = make(tree->kind);
    copy->is = tree->is;
    if (tree->kind == BS_TREE_TEXT || tree->kind == BS_TREE_BYTES) {
        copy->is.text.bytes = copy_bytes(tree->is.text.bytes, tree->is.text.length);
    }
    return copy;
}

void bs_tree_destroy(struct bs_tree *tree)
{
    if (tree == NULL) {
        return;
    }
    if (has_children(tree)) {
        struct bs_tree *child = tree->is.children.first;

        while (child != NULL) {
            struct bs_tree *next = child->next;

            bs_tree_destroy(child);
            child = next;
        }
    } else if (tree->kind == BS_TREE_TEXT || tree->kind == BS_TREE_BYTES) {
        free(tree->is.text.bytes);
    }
    free(tree->name);
    free(tree);
}

/* ---- Structures ---- */

struct bs_tree *bs_tree_get_mutable(struct bs_tree *structure, const char *name)
{
    struct bs_tree *member =
        is_of_kind(structure, BS_TREE_STRUCTURE) ? structure->is.children.first : NULL;

    while (member != NULL && strcmp(member->name, name) != 0) {
        member = member->next;
    }
    return member;
}

const struct bs_tree *bs_tree_get(const struct bs_tree *structure, const char *name)
{
    const struct bs_tree *member =
        is_of_kind(structure, BS_TREE_STRUCTURE) ? structure->is.children.first : NULL;

    while (member != NULL && strcmp(member->name, name) != 0) {
        member = member->next;
    }
    return member;
}

static void link_last(struct bs_tree *parent, struct bs_tree *child)
{
    BS_ASSERT(child->next == NULL && child != parent);
    if (parent->is.children.last == NULL) {
        parent->is.children.first = child;
    } else {
        parent->is.children.last->next = child;
    }
    parent->is.children.last = child;
    parent->is.children.count++;
}

/* Puts `fresh`, or nothing, in the place of `old`, which is a child; the old one is destroyed. */
static void replace(struct bs_tree *parent, struct bs_tree *old, struct bs_tree *fresh)
{
    struct bs_tree **place = &parent->is.children.first;
    struct bs_tree *before = NULL;

    while (*place != old) {
        before = *place;
        BS_ASSERT(before != NULL);
        place = &before->next;
    }
    if (fresh != NULL) {
        fresh->next = old->next;
        *place = fresh;
    } else {
        *place = old->next;
        parent->is.children.count--;
    }
    if (parent->is.children.last == old) {
        parent->is.children.last = fresh != NULL ? fresh : before;
    }
    old->next = NULL;
    bs_tree_destroy(old);
}

struct bs_tree *bs_tree_set(struct bs_tree *structure, const char *name, struct bs_tree *value)
{
    struct bs_tree *old = bs_tree_get_mutable(structure, name);

    BS_ASSERT(is_of_kind(structure, BS_TREE_STRUCTURE) && value->next == NULL && value != old);
    free(value->name);
    value->name = copy_bytes(name, strlen(name));
    if (old != NULL) {
        replace(structure, old, value);
    } else {
        link_last(structure, value);
    }
    return value;
}

struct bs_tree *bs_tree_add(struct bs_tree *structure, const char *name, struct bs_tree *value)
{
    BS_ASSERT(is_of_kind(structure, BS_TREE_STRUCTURE));
    free(value->name);
    value->name = copy_bytes(name, strlen(name));
    link_last(structure, value);
    return value;
}

void bs_tree_set_text(struct bs_tree *structure, const char *name, const char *text)
{
    (void)bs_tree_set(structure, name, bs_tree_new_text(text));
}

void bs_tree_set_format(struct bs_tree *structure, const char *name, const char *format, ...)
{
    va_list arguments;
    char *text;
    int length;

    va_start(arguments, format);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    BS_ASSERT(length >= 0);
    text = allocate((size_t)length + 1);
    va_start(arguments, format);
    (void)vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    bs_tree_set_text(structure, name, text);
    free(text);
}

void bs_tree_set_integer(struct bs_tree *structure, const char *name, int64_t value)
{
    (void)bs_tree_set(structure, name, bs_tree_new_integer(value));
}

void bs_tree_set_decimal(struct bs_tree *structure, const char *name, double value)
{
    (void)bs_tree_set(structure, name, bs_tree_new_decimal(value));
}

void bs_tree_set_boolean(struct bs_tree *structure, const char *name, bool value)
{
    (void)bs_tree_set(structure, name, bs_tree_new_boolean(value));
}

void bs_tree_set_instant(struct bs_tree *structure, const char *name, struct bs_instant value)
{
    (void)bs_tree_set(structure, name, bs_tree_new_instant(value));
}

struct bs_tree *bs_tree_set_structure(struct bs_tree *structure, const char *name)
{
    return bs_tree_set(structure, name, bs_tree_new_structure());
}

struct bs_tree *bs_tree_set_list(struct bs_tree *structure, const char *name)
{
    return bs_tree_set(structure, name, bs_tree_new_list());
}

bool bs_tree_remove(struct bs_tree *structure, const char *name)
{
    struct bs_tree *member = bs_tree_get_mutable(structure, name);

    if (member != NULL) {
        replace(structure, member, NULL);
    }
    return member != NULL;
}

const char *bs_tree_text(const struct bs_tree *structure, const char *name, const char *otherwise)
{
    const struct bs_tree *member = bs_tree_get(structure, name);

    return is_of_kind(member, BS_TREE_TEXT) ? member->is.text.bytes : otherwise;
}

int64_t bs_tree_integer(const struct bs_tree *structure, const char *name, int64_t otherwise)
{
    const struct bs_tree *member = bs_tree_get(structure, name);

    return is_of_kind(member, BS_TREE_INTEGER) ? member->is.integer : otherwise;
}

bool bs_tree_boolean(const struct bs_tree *structure, const char *name, bool otherwise)
{
    const struct bs_tree *member = bs_tree_get(structure, name);

    return is_of_kind(member, BS_TREE_BOOLEAN) ? member->is.boolean : otherwise;
}

struct bs_instant bs_tree_instant(const struct bs_tree *structure, const char *name,
                                  struct bs_instant otherwise)
{
    const struct bs_tree *member = bs_tree_get(structure, name);

    return is_of_kind(member, BS_TREE_INSTANT) ? member->is.instant : otherwise;
}

void bs_tree_copy_members(struct bs_tree *to, const struct bs_tree *from, const char *const names[])
{
    for (size_t i = 0; names[i] != NULL; i++) {
        const struct bs_tree *member = bs_tree_get(from, names[i]);

        if (member != NULL && member->kind != BS_TREE_NULL) {
            (void)bs_tree_set(to, names[i], bs_tree_copy(member));
        }
    }
}

/* ---- Lists ---- */

struct bs_tree *bs_tree_append(struct bs_tree *list, struct bs_tree *value)
{
    BS_ASSERT(is_of_kind(list, BS_TREE_LIST) && value->name == NULL);
    link_last(list, value);
    return value;
}

void bs_tree_append_text(struct bs_tree *list, const char *text)
{
    (void)bs_tree_append(list, bs_tree_new_text(text));
}

struct bs_tree *bs_tree_append_structure(struct bs_tree *list)
{
    return bs_tree_append(list, bs_tree_new_structure());
}

void bs_tree_remove_element(struct bs_tree *list, struct bs_tree *element)
{
    BS_ASSERT(is_of_kind(list, BS_TREE_LIST));
    replace(list, element, NULL);
}

size_t bs_tree_count(const struct bs_tree *tree)
{
    return has_children(tree) ? tree->is.children.count : 0;
}

const struct bs_tree *bs_tree_first(const struct bs_tree *tree)
{
    return has_children(tree) ? tree->is.children.first : NULL;
}

struct bs_tree *bs_tree_first_mutable(struct bs_tree *tree)
{
    return has_children(tree) ? tree->is.children.first : NULL;
}

bool bs_tree_has_text(const struct bs_tree *list, const char *text)
{
    for (const struct bs_tree *element = bs_tree_first(list); element != NULL;
         element = element->next) {
        if (element->kind == BS_TREE_TEXT && strcmp(element->is.text.bytes, text) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- Comparing ---- */

static bool equal_elements(const struct bs_tree *a, const struct bs_tree *b)
{
    const struct bs_tree *first = a->is.children.first;
    const struct bs_tree *second = b->is.children.first;

    while (first != NULL && second != NULL && bs_tree_equal(first, second)) {
        first = first->next;
        second = second->next;
    }
    return first == NULL && second == NULL;
}

static bool equal_members(const struct bs_tree *a, const struct bs_tree *b)
{
    const struct bs_tree *twin = b->is.children.first;

    if (a->is.children.count != b->is.children.count) {
        return false;
    }
    for (const struct bs_tree *member = a->is.children.first; member != NULL;
         member = member->next) {
        /* Mostly they stand in the same order. */
        if (twin == NULL || strcmp(twin->name, member->name) != 0) {
            twin = bs_tree_get(b, member->name);
        }
        if (!bs_tree_equal(member, twin)) {
            return false;
        }
        twin = twin->next;
    }
    return true;
}

bool bs_tree_equal(const struct bs_tree *a, const struct bs_tree *b)
{
    if (a == NULL || b == NULL || a->kind != b->kind) {
        return a == b;
    }
    switch (a->kind) {
    case BS_TREE_STRUCTURE:
        return equal_members(a, b);
    case BS_TREE_LIST:
        return equal_elements(a, b);
    case BS_TREE_TEXT:
    case BS_TREE_BYTES:
        return a->is.text.length == b->is.text.length &&
               memcmp(a->is.text.bytes, b->is.text.bytes, a->is.text.length) == 0;
    case BS_TREE_INTEGER:
        return a->is.integer == b->is.integer;
    case BS_TREE_DECIMAL:
        return a->is.decimal >= b->is.decimal && a->is.decimal <= b->is.decimal;
    case BS_TREE_BOOLEAN:
        return a->is.boolean == b->is.boolean;
    case BS_TREE_INSTANT:
        return a->is.instant.ns == b->is.instant.ns;
    case BS_TREE_NULL:
        return true;
    }
    bs_assert_fail("a kind of tree", __FILE__, __LINE__);
}
