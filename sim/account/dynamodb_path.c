/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Document paths: in what order they stand, and what they lead to. */

#include "sim/account/dynamodb_expression.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_TEXT_MAX = 200 };

static int compare_steps(const struct bs_dynamodb_step *a, const struct bs_dynamodb_step *b)
{
    if (a->name == NULL || b->name == NULL) {
        return a->name != NULL   ? 1
               : b->name != NULL ? -1
                                 : (a->index > b->index) - (a->index < b->index);
    }
    return strcmp(a->name, b->name);
}

int bs_dynamodb_path_compare(const struct bs_dynamodb_path *a, const struct bs_dynamodb_path *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        const int order = compare_steps(&a->steps[i], &b->steps[i]);

        if (order != 0) {
            return order;
        }
    }
    return (a->count > b->count) - (a->count < b->count);
}

static int order_of_paths(const void *a, const void *b)
{
    return bs_dynamodb_path_compare(a, b);
}

void bs_dynamodb_path_format(const struct bs_dynamodb_path *path, char *text, size_t text_size)
{
    size_t length = 0;

    text[0] = '\0';
    for (size_t i = 0; i < path->count && length < text_size; i++) {
        const char *before = i == 0 ? "[" : ", ";
        const int written =
            path->steps[i].name != NULL
                ? snprintf(text + length, text_size - length, "%s%s", before, path->steps[i].name)
                : snprintf(text + length, text_size - length, "%s[%zu]", before,
                           path->steps[i].index);

        length += (size_t)written;
    }
    if (length + 1 < text_size) {
        text[length] = ']';
        text[length + 1] = '\0';
    }
}

static size_t common_steps(const struct bs_dynamodb_path *a, const struct bs_dynamodb_path *b)
{
    size_t count = 0;

    while (count < a->count && count < b->count &&
           compare_steps(&a->steps[count], &b->steps[count]) == 0) {
        count++;
    }
    return count;
}

/* Of two neighbours in order: one may lie within the other, or both disagree on what a value is. */
static const char *disagreement(const struct bs_dynamodb_path *a, const struct bs_dynamodb_path *b)
{
    const size_t common = common_steps(a, b);

    if (common == a->count) {
        return "overlap";
    }
    return (a->steps[common].name == NULL) != (b->steps[common].name == NULL) ? "conflict" : NULL;
}

void bs_dynamodb_paths_sort(struct bs_dynamodb_scope *scope, const char *parameter,
                            struct bs_dynamodb_paths *paths)
{
    qsort(paths->paths, paths->count, sizeof(paths->paths[0]), order_of_paths);
    for (size_t i = 1; i < paths->count; i++) {
        const char *word = disagreement(&paths->paths[i - 1], &paths->paths[i]);
        char one[PATH_TEXT_MAX];
        char two[PATH_TEXT_MAX];

        if (word != NULL) {
            bs_dynamodb_path_format(&paths->paths[i - 1], one, sizeof(one));
            bs_dynamodb_path_format(&paths->paths[i], two, sizeof(two));
            bs_dynamodb_refuse(&scope->refusal,
                               "Invalid %s: Two document paths %s with each other; must remove or "
                               "rewrite one of these paths; path one: %s, path two: %s",
                               parameter, word, one, two);
        }
    }
}

/* What a step leads to from a value, or NULL. */
static const struct bs_tree *follow(const struct bs_tree *value,
                                    const struct bs_dynamodb_step *step)
{
    const struct bs_tree *content = bs_dynamodb_value_content(value);
    const struct bs_tree *element;

    if (!bs_dynamodb_value_is(value, step->name != NULL ? "M" : "L")) {
        return NULL;
    }
    if (step->name != NULL) {
        return bs_tree_get(content, step->name);
    }
    element = bs_tree_first(content);
    for (size_t i = 0; element != NULL && i < step->index; i++) {
        element = element->next;
    }
    return element;
}

const struct bs_tree *bs_dynamodb_path_get(const struct bs_tree *item,
                                           const struct bs_dynamodb_path *path)
{
    const struct bs_tree *value = bs_tree_get(item, path->steps[0].name);

    for (size_t i = 1; value != NULL && i < path->count; i++) {
        value = follow(value, &path->steps[i]);
    }
    return value;
}

/* ---- Projecting ---- */

static struct bs_tree *project_value(const struct bs_tree *value,
                                     const struct bs_dynamodb_path *paths, size_t count,
                                     size_t depth);

/* How many of the paths go the same step at `depth`. */
static size_t group_length(const struct bs_dynamodb_path *paths, size_t count, size_t depth)
{
    size_t length = 1;

    while (length < count &&
           compare_steps(&paths[0].steps[depth], &paths[length].steps[depth]) == 0) {
        length++;
    }
    return length;
}

/* All paths go on at `depth` from the value; NULL if none leads anywhere. */
static struct bs_tree *project_children(const struct bs_tree *value,
                                        const struct bs_dynamodb_path *paths, size_t count,
                                        size_t depth)
{
    const bool is_map = bs_dynamodb_value_is(value, "M");
    struct bs_tree *content = is_map ? bs_tree_new_structure() : bs_tree_new_list();

    for (size_t i = 0; i < count;) {
        const size_t length = group_length(paths + i, count - i, depth);
        const struct bs_dynamodb_step *step = &paths[i].steps[depth];
        const struct bs_tree *child = follow(value, step);
        struct bs_tree *part =
            child == NULL ? NULL : project_value(child, paths + i, length, depth + 1);

        if (part != NULL && is_map) {
            (void)bs_tree_add(content, step->name, part);
        } else if (part != NULL) {
            (void)bs_tree_append(content, part);
        }
        i += length;
    }
    if (bs_tree_count(content) == 0) {
        bs_tree_destroy(content);
        return NULL;
    }
    return bs_dynamodb_value_new(is_map ? "M" : "L", content);
}

static struct bs_tree *project_value(const struct bs_tree *value,
                                     const struct bs_dynamodb_path *paths, size_t count,
                                     size_t depth)
{
    return paths[0].count == depth ? bs_tree_copy(value)
                                   : project_children(value, paths, count, depth);
}

struct bs_tree *bs_dynamodb_project(const struct bs_tree *item,
                                    const struct bs_dynamodb_paths *paths)
{
    struct bs_tree *projection = bs_tree_new_structure();

    for (size_t i = 0; i < paths->count;) {
        const size_t length = group_length(paths->paths + i, paths->count - i, 0);
        const char *name = paths->paths[i].steps[0].name;
        const struct bs_tree *value = bs_tree_get(item, name);
        struct bs_tree *part =
            value == NULL ? NULL : project_value(value, paths->paths + i, length, 1);

        if (part != NULL) {
            (void)bs_tree_add(projection, name, part);
        }
        i += length;
    }
    return projection;
}
