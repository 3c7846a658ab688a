/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/dynamodb_value.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum {
    NESTED_BYTES =
        3, /* What a list or a map costs beside its elements; each of which costs 1 more. */
    SET_TEXT_MAX = 64,
};

void bs_dynamodb_refuse(struct bs_dynamodb_refusal *refusal, const char *format, ...)
{
    va_list arguments;

    if (refusal->message[0] == '\0') {
        va_start(arguments, format);
        (void)vsnprintf(refusal->message, sizeof(refusal->message), format, arguments);
        va_end(arguments);
    }
}

/* ---- Types ---- */

static const char *const types[] = {"S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"};

const char *bs_dynamodb_value_type(const struct bs_tree *value)
{
    return bs_tree_first(value)->name;
}

const struct bs_tree *bs_dynamodb_value_content(const struct bs_tree *value)
{
    return bs_tree_first(value);
}

static bool is_type(const char *name)
{
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (strcmp(types[i], name) == 0) {
            return true;
        }
    }
    return false;
}

bool bs_dynamodb_value_is(const struct bs_tree *value, const char *wanted)
{
    const char *type = bs_dynamodb_value_type(value);
    const size_t length = strlen(type);

    while (*wanted != '\0') {
        const size_t span = strcspn(wanted, " ");

        if (span == length && strncmp(wanted, type, span) == 0) {
            return true;
        }
        wanted += span + (wanted[span] == ' ' ? 1 : 0);
    }
    return false;
}

struct bs_tree *bs_dynamodb_value_new(const char *type, struct bs_tree *content)
{
    struct bs_tree *value = bs_tree_new_structure();

    (void)bs_tree_set(value, type, content);
    return value;
}

struct bs_tree *bs_dynamodb_value_new_number(const struct bs_dynamodb_number *number)
{
    char text[BS_DYNAMODB_NUMBER_TEXT_MAX];

    bs_dynamodb_number_format(number, text);
    return bs_dynamodb_value_new("N", bs_tree_new_text(text));
}

struct bs_dynamodb_number bs_dynamodb_value_number(const struct bs_tree *value)
{
    struct bs_dynamodb_number number;
    const char *error =
        bs_dynamodb_number_parse(bs_dynamodb_value_content(value)->is.text.bytes, &number);

    BS_ASSERT(error == NULL);
    return number;
}

/* ---- Comparing ---- */

static int compare_bytes(const struct bs_tree *a, const struct bs_tree *b)
{
    const size_t length =
        a->is.text.length < b->is.text.length ? a->is.text.length : b->is.text.length;
    const int order = memcmp(a->is.text.bytes, b->is.text.bytes, length);

    return order != 0
               ? order
               : (a->is.text.length > b->is.text.length) - (a->is.text.length < b->is.text.length);
}

static int compare_number_texts(const struct bs_tree *a, const struct bs_tree *b)
{
    struct bs_dynamodb_number number_of_a;
    struct bs_dynamodb_number number_of_b;

    (void)bs_dynamodb_number_parse(a->is.text.bytes, &number_of_a);
    (void)bs_dynamodb_number_parse(b->is.text.bytes, &number_of_b);
    return bs_dynamodb_number_compare(&number_of_a, &number_of_b);
}

bool bs_dynamodb_value_compare(const struct bs_tree *a, const struct bs_tree *b, int *order)
{
    const char *type = bs_dynamodb_value_type(a);
    const struct bs_tree *content_of_a = bs_dynamodb_value_content(a);
    const struct bs_tree *content_of_b = bs_dynamodb_value_content(b);

    if (!bs_dynamodb_value_is(a, "S N B") || strcmp(type, bs_dynamodb_value_type(b)) != 0) {
        return false;
    }
    *order = *type == 'N' ? compare_number_texts(content_of_a, content_of_b)
                          : compare_bytes(content_of_a, content_of_b);
    return true;
}

/* ---- Sets ---- */

static int order_of_bytes(const void *a, const void *b)
{
    return compare_bytes(*(const struct bs_tree *const *)a, *(const struct bs_tree *const *)b);
}

static int order_of_numbers(const void *a, const void *b)
{
    return compare_number_texts(*(const struct bs_tree *const *)a,
                                *(const struct bs_tree *const *)b);
}

static int compare_elements(const char *type, const struct bs_tree *a, const struct bs_tree *b)
{
    return *type == 'N' ? compare_number_texts(a, b) : compare_bytes(a, b);
}

/* Merges two sorted sets; what only `b` has is left out if `keeps_b` is false, what both have too. */
static struct bs_tree *merge_sets(const struct bs_tree *a, const struct bs_tree *b, bool keeps_b)
{
    const char *type = bs_dynamodb_value_type(a);
    const struct bs_tree *left = bs_tree_first(bs_dynamodb_value_content(a));
    const struct bs_tree *right = bs_tree_first(bs_dynamodb_value_content(b));
    struct bs_tree *merged = bs_tree_new_list();

    while (left != NULL || right != NULL) {
        const int order = left == NULL    ? 1
                          : right == NULL ? -1
                                          : compare_elements(type, left, right);

        if (order < 0 || keeps_b) {
            (void)bs_tree_append(merged, bs_tree_copy(order <= 0 ? left : right));
        }
        left = order <= 0 ? left->next : left;
        right = order >= 0 ? right->next : right;
    }
    if (bs_tree_count(merged) == 0) {
        bs_tree_destroy(merged);
        return NULL;
    }
    return bs_dynamodb_value_new(type, merged);
}

struct bs_tree *bs_dynamodb_set_union(const struct bs_tree *a, const struct bs_tree *b)
{
    return merge_sets(a, b, true);
}

struct bs_tree *bs_dynamodb_set_difference(const struct bs_tree *a, const struct bs_tree *b)
{
    return merge_sets(a, b, false);
}

/* ---- Taking in ---- */

static struct bs_tree *take_nested(const struct bs_tree *value, size_t depth,
                                   struct bs_dynamodb_refusal *refusal);

static struct bs_tree *take_number(const struct bs_tree *content,
                                   struct bs_dynamodb_refusal *refusal)
{
    char text[BS_DYNAMODB_NUMBER_TEXT_MAX];
    struct bs_dynamodb_number number;
    const char *error;

    if (content->kind != BS_TREE_TEXT) {
        bs_dynamodb_refuse(refusal, "The parameter cannot be converted to a numeric value");
        return NULL;
    }
    error = bs_dynamodb_number_parse(content->is.text.bytes, &number);
    if (error != NULL) {
        const bool is_unreadable = strncmp(error, "The parameter", 13) == 0;

        bs_dynamodb_refuse(refusal, "%s%s%.*s", error, is_unreadable ? ": " : "",
                           is_unreadable ? SET_TEXT_MAX : 0, content->is.text.bytes);
        return NULL;
    }
    bs_dynamodb_number_format(&number, text);
    return bs_tree_new_text(text);
}

static struct bs_tree *take_element(const char *type, const struct bs_tree *element,
                                    struct bs_dynamodb_refusal *refusal)
{
    const enum bs_tree_kind kind = *type == 'B' ? BS_TREE_BYTES : BS_TREE_TEXT;

    if (*type == 'N') {
        return take_number(element, refusal);
    }
    if (element->kind != kind) {
        bs_dynamodb_refuse(refusal, "A value does not have the type that it is said to be of");
        return NULL;
    }
    return bs_tree_copy(element);
}

/* Sorts the elements into `set`; false if there are two that are the same. Takes all of them over. */
static bool sort_into(struct bs_tree *set, const char *type, struct bs_tree **elements,
                      size_t count)
{
    bool is_set = true;

    qsort(elements, count, sizeof(struct bs_tree *),
          *type == 'N' ? order_of_numbers : order_of_bytes);
    for (size_t i = 0; i < count; i++) {
        is_set = is_set && (i == 0 || compare_elements(type, elements[i - 1], elements[i]) != 0);
        (void)bs_tree_append(set, elements[i]);
    }
    return is_set;
}

static struct bs_tree *take_set(const char *type, const struct bs_tree *content,
                                struct bs_dynamodb_refusal *refusal)
{
    const size_t count = bs_tree_count(content);
    struct bs_tree **elements = calloc(count + 1, sizeof(struct bs_tree *));
    struct bs_tree *set = bs_tree_new_list();
    size_t taken = 0;

    BS_ASSERT(elements != NULL);
    for (const struct bs_tree *element = bs_tree_first(content); element != NULL;
         element = element->next) {
        struct bs_tree *copy = take_element(type, element, refusal);

        if (copy == NULL) {
            break;
        }
        elements[taken++] = copy;
    }
    if (count == 0) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: An %s set  may not be empty",
                           *type == 'S'   ? "string"
                           : *type == 'N' ? "number"
                                          : "binary");
    }
    if (!sort_into(set, type, elements, taken)) {
        bs_dynamodb_refuse(refusal, "One or more parameter values were invalid: Input collection "
                                    "contains duplicates.");
    }
    free(elements);
    return set;
}

static struct bs_tree *take_children(const struct bs_tree *content, size_t depth,
                                     struct bs_dynamodb_refusal *refusal)
{
    const bool is_list = content->kind == BS_TREE_LIST;
    struct bs_tree *copy = is_list ? bs_tree_new_list() : bs_tree_new_structure();

    for (const struct bs_tree *child = bs_tree_first(content);
         child != NULL && refusal->message[0] == '\0'; child = child->next) {
        struct bs_tree *taken = take_nested(child, depth + 1, refusal);

        if (taken != NULL && is_list) {
            (void)bs_tree_append(copy, taken);
        } else if (taken != NULL) {
            (void)bs_tree_add(copy, child->name, taken);
        }
    }
    return copy;
}

static struct bs_tree *take_flag(const char *type, const struct bs_tree *content,
                                 struct bs_dynamodb_refusal *refusal)
{
    if (content->kind != BS_TREE_BOOLEAN) {
        bs_dynamodb_refuse(refusal, "A value does not have the type that it is said to be of");
        return NULL;
    }
    if (*type == 'N' && !content->is.boolean) {
        bs_dynamodb_refuse(refusal, "One or more parameter values were invalid: Null attribute "
                                    "value types must have the value of true");
        return NULL;
    }
    return bs_tree_copy(content);
}

static struct bs_tree *take_content(const char *type, const struct bs_tree *content, size_t depth,
                                    struct bs_dynamodb_refusal *refusal)
{
    if (strcmp(type, "NULL") == 0 || strcmp(type, "BOOL") == 0) {
        return take_flag(type, content, refusal);
    }
    if (strlen(type) == 2) {
        return take_set(type, content, refusal);
    }
    if (*type == 'M' || *type == 'L') {
        if (content->kind != (*type == 'M' ? BS_TREE_STRUCTURE : BS_TREE_LIST)) {
            bs_dynamodb_refuse(refusal, "A value does not have the type that it is said to be of");
            return NULL;
        }
        return take_children(content, depth, refusal);
    }
    return take_element(type, content, refusal);
}

/* The one member that says something, or NULL. */
static const struct bs_tree *only_member(const struct bs_tree *value,
                                         struct bs_dynamodb_refusal *refusal)
{
    const struct bs_tree *only = NULL;

    for (const struct bs_tree *member = value->kind == BS_TREE_STRUCTURE ? bs_tree_first(value)
                                                                         : NULL;
         member != NULL; member = member->next) {
        if (member->kind == BS_TREE_NULL || !is_type(member->name)) {
            continue;
        }
        if (only != NULL) {
            bs_dynamodb_refuse(refusal, "Supplied AttributeValue has more than one datatypes set, "
                                        "must contain exactly one of the supported datatypes");
            return NULL;
        }
        only = member;
    }
    if (only == NULL) {
        bs_dynamodb_refuse(refusal, "Supplied AttributeValue is empty, must contain exactly one of "
                                    "the supported datatypes");
    }
    return only;
}

static struct bs_tree *take_nested(const struct bs_tree *value, size_t depth,
                                   struct bs_dynamodb_refusal *refusal)
{
    const struct bs_tree *member = only_member(value, refusal);
    struct bs_tree *content;

    if (depth > BS_DYNAMODB_DEPTH_MAX) {
        bs_dynamodb_refuse(refusal,
                           "Nesting Levels have exceeded supported limits: Attributes must "
                           "not be nested deeper than 32 levels");
    }
    if (member == NULL || refusal->message[0] != '\0') {
        return NULL;
    }
    content = take_content(member->name, member, depth, refusal);
    if (refusal->message[0] != '\0') {
        bs_tree_destroy(content);
        return NULL;
    }
    return bs_dynamodb_value_new(member->name, content);
}

struct bs_tree *bs_dynamodb_value_take(const struct bs_tree *value,
                                       struct bs_dynamodb_refusal *refusal)
{
    return take_nested(value, 1, refusal);
}

struct bs_tree *bs_dynamodb_item_take(const struct bs_tree *item,
                                      struct bs_dynamodb_refusal *refusal)
{
    struct bs_tree *copy = take_children(item, 0, refusal);

    if (refusal->message[0] != '\0') {
        bs_tree_destroy(copy);
        return NULL;
    }
    return copy;
}

/* ---- Sizes ---- */

static size_t number_bytes(const struct bs_tree *content)
{
    struct bs_dynamodb_number number;

    (void)bs_dynamodb_number_parse(content->is.text.bytes, &number);
    return 1 + (number.digit_count + 1) / 2 + (number.is_negative ? 1 : 0);
}

static size_t nested_bytes(const struct bs_tree *content)
{
    size_t bytes = NESTED_BYTES;

    for (const struct bs_tree *child = bs_tree_first(content); child != NULL; child = child->next) {
        bytes +=
            1 + (child->name != NULL ? strlen(child->name) : 0) + bs_dynamodb_value_bytes(child);
    }
    return bytes;
}

size_t bs_dynamodb_value_bytes(const struct bs_tree *value)
{
    const char *type = bs_dynamodb_value_type(value);
    const struct bs_tree *content = bs_dynamodb_value_content(value);
    size_t bytes = 0;

    if (bs_dynamodb_value_is(value, "NULL BOOL")) {
        return 1;
    }
    if (*type == 'M' || *type == 'L') {
        return nested_bytes(content);
    }
    if (strlen(type) == 1) {
        return *type == 'N' ? number_bytes(content) : content->is.text.length;
    }
    for (const struct bs_tree *element = bs_tree_first(content); element != NULL;
         element = element->next) {
        bytes += *type == 'N' ? number_bytes(element) : element->is.text.length;
    }
    return bytes;
}

size_t bs_dynamodb_item_bytes(const struct bs_tree *item)
{
    size_t bytes = 0;

    for (const struct bs_tree *value = bs_tree_first(item); value != NULL; value = value->next) {
        bytes += strlen(value->name) + bs_dynamodb_value_bytes(value);
    }
    return bytes;
}

static size_t nested_levels(const struct bs_tree *content)
{
    size_t deepest = 0;

    for (const struct bs_tree *child = bs_tree_first(content); child != NULL; child = child->next) {
        const size_t levels = bs_dynamodb_value_is(child, "L M")
                                  ? 1 + nested_levels(bs_dynamodb_value_content(child))
                                  : 1;

        deepest = levels > deepest ? levels : deepest;
    }
    return deepest;
}

size_t bs_dynamodb_item_levels(const struct bs_tree *item)
{
    return nested_levels(item);
}

/* ---- Containing ---- */

/* Knuth, Morris and Pratt: for both may be 400 KB of the same letter. */
static bool has_part(const struct bs_tree *whole, const struct bs_tree *part)
{
    const char *wanted = part->is.text.bytes;
    const size_t length = part->is.text.length;
    size_t *borders = calloc(length + 1, sizeof(size_t));
    size_t matched = 0;

    BS_ASSERT(borders != NULL);
    for (size_t i = 1; i < length; i++) {
        size_t border = borders[i - 1];

        while (border > 0 && wanted[i] != wanted[border]) {
            border = borders[border - 1];
        }
        borders[i] = border + (wanted[i] == wanted[border] ? 1 : 0);
    }
    for (size_t i = 0; i < whole->is.text.length && matched < length; i++) {
        while (matched > 0 && whole->is.text.bytes[i] != wanted[matched]) {
            matched = borders[matched - 1];
        }
        matched += whole->is.text.bytes[i] == wanted[matched] ? 1 : 0;
    }
    free(borders);
    return matched == length;
}

static bool has_element(const struct bs_tree *list, const struct bs_tree *wanted)
{
    const struct bs_tree *element = bs_tree_first(list);

    while (element != NULL && !bs_tree_equal(element, wanted)) {
        element = element->next;
    }
    return element != NULL;
}

bool bs_dynamodb_value_contains(const struct bs_tree *whole, const struct bs_tree *part)
{
    const char *type = bs_dynamodb_value_type(whole);
    const char *type_of_part = bs_dynamodb_value_type(part);
    const struct bs_tree *content = bs_dynamodb_value_content(whole);
    const struct bs_tree *content_of_part = bs_dynamodb_value_content(part);

    if (strcmp(type, "L") == 0) {
        return has_element(content, part);
    }
    if (bs_dynamodb_value_is(whole, "SS NS BS")) {
        return strlen(type_of_part) == 1 && *type_of_part == *type &&
               has_element(content, content_of_part);
    }
    return bs_dynamodb_value_is(whole, "S B") && strcmp(type, type_of_part) == 0 &&
           has_part(content, content_of_part);
}

bool bs_dynamodb_value_begins_with(const struct bs_tree *whole, const struct bs_tree *part)
{
    const struct bs_tree *content = bs_dynamodb_value_content(whole);
    const struct bs_tree *beginning = bs_dynamodb_value_content(part);

    return bs_dynamodb_value_is(whole, "S B") &&
           strcmp(bs_dynamodb_value_type(whole), bs_dynamodb_value_type(part)) == 0 &&
           content->is.text.length >= beginning->is.text.length &&
           memcmp(content->is.text.bytes, beginning->is.text.bytes, beginning->is.text.length) == 0;
}
