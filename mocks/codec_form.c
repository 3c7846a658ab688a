/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Inputs of the query protocol and EC2's: a form in which dots say where a value belongs, as in
 * "Filters.Filter.1.Values.Value.2". The form is sorted, so that all that belongs to a part of the input is
 * a stretch of it (a span), and every part is found by halving.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/codec_form.h"
#include "mocks/form.h"

/* More entries than any service allows in a map; what is found by name must not be many. */
enum { MAP_ENTRIES_MAX = 4096, INDEX_DIGITS_MAX = 18 };

/* Pairs [first, end) whose names begin alike, in `prefix_length` bytes; 0 is all of the form. */
struct span {
    const struct bs_form *form;
    size_t first;
    size_t end;
    size_t prefix_length;
};

struct reader {
    const struct bs_codec_request *request;
    struct bs_codec_problem *problem;
    size_t depth;
};

static struct bs_tree *read_value(struct reader *reader, const struct bs_shape_member *member,
                                  const struct span *span);

/* ---- Spans ---- */

/* What a pair's name has after the prefix and its dot; empty if the name ends there. */
static const char *rest_of(const struct span *span, size_t i, size_t *length)
{
    const struct bs_form_pair *pair = &span->form->pairs[i];
    const size_t skipped = span->prefix_length == 0 || pair->name_length == span->prefix_length
                               ? span->prefix_length
                               : span->prefix_length + 1;

    *length = pair->name_length - skipped;
    return pair->name + skipped;
}

static size_t part_length(const char *rest, size_t length)
{
    const char *dot = memchr(rest, '.', length);

    return dot == NULL ? length : (size_t)(dot - rest);
}

/* As the form is sorted: by bytes, and what is shorter first. */
static int compare_part(const struct span *span, size_t i, const char *part, size_t length)
{
    size_t rest_length;
    const char *rest = rest_of(span, i, &rest_length);
    const size_t of_pair = part_length(rest, rest_length);
    const int order = memcmp(rest, part, of_pair < length ? of_pair : length);

    return order != 0 ? order : (of_pair > length) - (of_pair < length);
}

/* The first pair of the span whose next part is not before `part`, or not even the same if `after`. */
static size_t boundary(const struct span *span, const char *part, size_t length, int after)
{
    size_t low = span->first;
    size_t high = span->end;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (compare_part(span, middle, part, length) < after) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The stretch of the span whose next part is `part`; empty if there is none. */
static struct span span_of(const struct span *span, const char *part, size_t length)
{
    const size_t separator = span->prefix_length == 0 ? 0 : 1;

    return (struct span){
        .form = span->form,
        .first = boundary(span, part, length, 0),
        .end = boundary(span, part, length, 1),
        .prefix_length = span->prefix_length + separator + length,
    };
}

static struct span span_named(const struct span *span, const char *name)
{
    return span_of(span, name, strlen(name));
}

static bool is_empty(const struct span *span)
{
    return span->first == span->end;
}

/* The pair whose name is the prefix itself, the last one if there are more; NULL if there is none. */
static const struct bs_form_pair *own_pair(const struct span *span)
{
    const struct bs_form_pair *own = NULL;

    for (size_t i = span->first;
         i < span->end && span->form->pairs[i].name_length == span->prefix_length; i++) {
        own = &span->form->pairs[i];
    }
    return own;
}

/* ---- Problems ---- */

static struct bs_tree *refuse(struct reader *reader, const struct span *span, const char *why)
{
    const bool is_ec2 = reader->request->protocol == BS_PROTOCOL_EC2;
    const struct bs_form_pair *pair = &span->form->pairs[span->first];

    reader->problem->error = is_ec2 ? "InvalidParameterValue" : "MalformedInput";
    (void)snprintf(reader->problem->message, sizeof(reader->problem->message),
                   "Value (%.100s) for parameter %.200s is invalid. %s", pair->value, pair->name,
                   why);
    return NULL;
}

/* ---- Scalars ---- */

static const char *expectation(enum bs_shape_kind kind)
{
    switch (kind) {
    case BS_SHAPE_BLOB:
        return "Base64 is expected.";
    case BS_SHAPE_INTEGER:
        return "An integer is expected.";
    case BS_SHAPE_DECIMAL:
        return "A number is expected.";
    case BS_SHAPE_BOOLEAN:
        return "true or false is expected.";
    case BS_SHAPE_TIMESTAMP:
        return "A timestamp is expected.";
    default:
        return "A text in UTF-8 is expected.";
    }
}

static struct bs_tree *read_scalar(struct reader *reader, const struct bs_shape_member *member,
                                   const struct span *span)
{
    const struct bs_form_pair *own = own_pair(span);
    struct bs_tree *scalar = NULL;

    if (own != NULL) {
        scalar = bs_scalar_parse(member, own->value, own->value_length, BS_TIMESTAMP_ISO_8601,
                                 reader->request->epoch_s);
    }
    return scalar != NULL ? scalar : refuse(reader, span, expectation(member->shape->kind));
}

/* ---- Lists and maps ---- */

struct element {
    int64_t index;
    struct span span;
};

static bool read_index(const char *text, size_t length, int64_t *index)
{
    *index = 0;
    if (length == 0 || length > INDEX_DIGITS_MAX) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        *index = *index * 10 + (text[i] - '0');
    }
    return true;
}

static int compare_elements(const void *left, const void *right)
{
    const struct element *a = left;
    const struct element *b = right;

    if (a->index != b->index) {
        return a->index < b->index ? -1 : 1;
    }
    return a->span.first < b->span.first ? -1 : 1;
}

/*
 * The numbered parts of the span in the order of their numbers, however wide the gaps; to be freed. NULL and
 * a problem if a part is no number, NULL alone if there is none.
 */
static struct element *numbered(struct reader *reader, const struct span *span, size_t *count)
{
    struct element *elements = NULL;
    size_t i = span->first;

    *count = 0;
    while (i < span->end && span->form->pairs[i].name_length == span->prefix_length) {
        i++;
    }
    if (i == span->end) {
        return NULL;
    }
    elements = calloc(span->end - i, sizeof(*elements));
    BS_ASSERT(elements != NULL);
    while (i < span->end) {
        size_t length;
        const char *rest = rest_of(span, i, &length);
        struct element *element = &elements[*count];

        length = part_length(rest, length);
        element->span = span_of(span, rest, length);
        if (!read_index(rest, length, &element->index)) {
            (void)refuse(reader, &element->span, "A number is expected.");
            free(elements);
            return NULL;
        }
        (*count)++;
        i = element->span.end;
    }
    qsort(elements, *count, sizeof(*elements), compare_elements);
    return elements;
}

/* A list's numbers stand below the list, or below its elements' name, for which "member" will also do. */
static struct span list_span(const struct reader *reader, const struct bs_shape_member *member,
                             const struct span *span)
{
    struct span named;

    if (reader->request->protocol == BS_PROTOCOL_EC2 || member->is_flattened ||
        member->shape->is_flattened) {
        return *span;
    }
    named = span_named(span, member->shape->members[0].wire_name);
    return is_empty(&named) ? span_named(span, "member") : named;
}

static struct bs_tree *read_list(struct reader *reader, const struct bs_shape_member *member,
                                 const struct span *span)
{
    const struct span below = list_span(reader, member, span);
    const struct bs_form_pair *own = own_pair(span);
    size_t count = 0;
    struct element *elements;
    struct bs_tree *list;

    if (is_empty(&below) && (own == NULL || own->value_length > 0)) {
        return refuse(reader, span, "A list is expected.");
    }
    elements = numbered(reader, &below, &count);
    if (reader->problem->error != NULL) {
        return NULL;
    }
    list = bs_tree_new_list();
    for (size_t i = 0; i < count; i++) {
        struct bs_tree *value = read_value(reader, &member->shape->members[0], &elements[i].span);

        if (value == NULL) {
            bs_tree_destroy(list);
            list = NULL;
            break;
        }
        (void)bs_tree_append(list, value);
    }
    free(elements);
    return list;
}

static bool read_entry(struct reader *reader, const struct bs_shape *shape,
                       const struct span *entry, struct bs_tree *map)
{
    const struct span key = span_named(entry, shape->members[0].wire_name);
    const struct span value = span_named(entry, shape->members[1].wire_name);
    struct bs_tree *name = NULL;
    struct bs_tree *read = NULL;

    if (is_empty(&key) || is_empty(&value)) {
        (void)refuse(reader, entry, "An entry has a key and a value.");
        return false;
    }
    name = read_scalar(reader, &shape->members[0], &key);
    if (name != NULL) {
        read = read_value(reader, &shape->members[1], &value);
    }
    if (read != NULL) {
        (void)bs_tree_set(map, name->is.text.bytes, read);
    }
    bs_tree_destroy(name);
    return read != NULL;
}

static struct bs_tree *read_map(struct reader *reader, const struct bs_shape_member *member,
                                const struct span *span)
{
    const bool is_flat = member->is_flattened || member->shape->is_flattened;
    const struct span below = is_flat ? *span : span_named(span, "entry");
    size_t count = 0;
    struct element *elements = numbered(reader, &below, &count);
    struct bs_tree *map;
    bool is_read = reader->problem->error == NULL;

    if (is_read && count > MAP_ENTRIES_MAX) {
        free(elements);
        return refuse(reader, span, "There are too many entries.");
    }
    map = bs_tree_new_structure();
    for (size_t i = 0; is_read && i < count; i++) {
        is_read = read_entry(reader, member->shape, &elements[i].span, map);
    }
    free(elements);
    if (!is_read) {
        bs_tree_destroy(map);
        return NULL;
    }
    return map;
}

/* ---- Structures ---- */

static bool read_members(struct reader *reader, const struct bs_shape *shape,
                         const struct span *span, struct bs_tree *structure)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];
        const struct span below =
            span_named(span, reader->request->protocol == BS_PROTOCOL_EC2 ? member->query_name
                                                                          : member->wire_name);
        struct bs_tree *value;

        if (is_empty(&below)) {
            continue;
        }
        value = read_value(reader, member, &below);
        if (value == NULL) {
            return false;
        }
        (void)bs_tree_set(structure, member->name, value);
    }
    return true;
}

static struct bs_tree *read_structure(struct reader *reader, const struct bs_shape *shape,
                                      const struct span *span)
{
    struct bs_tree *structure = bs_tree_new_structure();

    if (!read_members(reader, shape, span, structure)) {
        bs_tree_destroy(structure);
        return NULL;
    }
    return structure;
}

static struct bs_tree *read_value(struct reader *reader, const struct bs_shape_member *member,
                                  const struct span *span)
{
    struct bs_tree *value;

    if (reader->depth >= BS_CODEC_DEPTH_MAX) {
        return refuse(reader, span, "It is nested too deeply.");
    }
    reader->depth++;
    switch (member->shape->kind) {
    case BS_SHAPE_STRUCTURE:
        value = read_structure(reader, member->shape, span);
        break;
    case BS_SHAPE_LIST:
        value = read_list(reader, member, span);
        break;
    case BS_SHAPE_MAP:
        value = read_map(reader, member, span);
        break;
    default:
        value = read_scalar(reader, member, span);
        break;
    }
    reader->depth--;
    return value;
}

struct bs_tree *bs_codec_form_decode(const struct bs_codec_request *request,
                                     struct bs_codec_problem *problem)
{
    struct reader reader = {.request = request, .problem = problem};
    struct bs_tree *input = NULL;
    struct bs_form form;

    bs_form_init(&form);
    if (!bs_form_add_target(&form, request->http->target) ||
        !bs_form_add(&form, request->http->body, request->http->body_length)) {
        problem->error = "MalformedQueryString";
        (void)snprintf(problem->message, sizeof(problem->message),
                       "The query string contains a syntax error");
    } else {
        struct span all;

        bs_form_sort(&form);
        all = (struct span){.form = &form, .end = form.count};
        input = request->operation->input == NULL
                    ? bs_tree_new_structure()
                    : read_structure(&reader, request->operation->input, &all);
    }
    bs_form_clean_up(&form);
    return input;
}
