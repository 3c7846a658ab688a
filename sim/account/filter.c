/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/filter.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

bool bs_account_pattern_matches(const char *pattern, const char *text)
{
    const char *star = NULL; /* The last one met; where it began to stand for something. */
    const char *from = NULL;

    while (*text != '\0') {
        if (*pattern == '*') {
            star = pattern++;
            from = text;
        } else if (*pattern == *text || *pattern == '?') {
            pattern++;
            text++;
        } else if (star != NULL) {
            pattern = star + 1;
            text = ++from;
        } else {
            return false;
        }
    }
    while (*pattern == '*') {
        pattern++;
    }
    return *pattern == '\0';
}

static bool matches_one(const struct bs_tree *values, const char *text)
{
    for (const struct bs_tree *value = bs_tree_first(values); value != NULL; value = value->next) {
        if (value->kind == BS_TREE_TEXT && bs_account_pattern_matches(value->is.text.bytes, text)) {
            return true;
        }
    }
    return false;
}

static bool scalar_matches(const struct bs_tree *scalar, const struct bs_tree *values)
{
    char number[32];

    switch (scalar->kind) {
    case BS_TREE_TEXT:
        return matches_one(values, scalar->is.text.bytes);
    case BS_TREE_BOOLEAN:
        return matches_one(values, scalar->is.boolean ? "true" : "false");
    case BS_TREE_INTEGER:
        (void)snprintf(number, sizeof(number), "%" PRId64, scalar->is.integer);
        return matches_one(values, number);
    default:
        return false;
    }
}

/* Whether what stands at the path, "" being the tree itself, has one of the values. */
static bool path_matches(const struct bs_tree *tree, const char *path, const struct bs_tree *values)
{
    const size_t length = strcspn(path, ".");

    if (tree->kind != BS_TREE_LIST && tree->kind != BS_TREE_STRUCTURE) {
        return *path == '\0' && scalar_matches(tree, values);
    }
    for (const struct bs_tree *child = bs_tree_first(tree); child != NULL; child = child->next) {
        if (tree->kind == BS_TREE_LIST) {
            if (path_matches(child, path, values)) {
                return true;
            }
        } else if (strlen(child->name) == length && strncmp(child->name, path, length) == 0) {
            return path_matches(child, path + length + (path[length] == '.' ? 1 : 0), values);
        }
    }
    return false;
}

static bool has_tag(const struct bs_tree *resource, const char *key, const struct bs_tree *values)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(resource, "Tags"));

    while (tag != NULL && strcmp(bs_tree_text(tag, "Key", ""), key) != 0) {
        tag = tag->next;
    }
    return tag != NULL && matches_one(values, bs_tree_text(tag, "Value", ""));
}

static const struct bs_account_filter *row_of(const struct bs_account_filter *table,
                                              const char *name)
{
    while (table->name != NULL && strcmp(table->name, name) != 0) {
        table++;
    }
    return table->name != NULL ? table : NULL;
}

static bool filter_matches(const struct bs_account_filter *table, const struct bs_tree *filter,
                           const struct bs_tree *resource)
{
    const char *name = bs_tree_text(filter, "Name", "");
    const struct bs_tree *values = bs_tree_get(filter, "Values");
    const struct bs_account_filter *row = row_of(table, name);

    if (strncmp(name, "tag:", 4) == 0 && row_of(table, "tag-key") != NULL) {
        return has_tag(resource, name + 4, values);
    }
    while (row != NULL && !path_matches(resource, row->path, values)) {
        row = row_of(row + 1, name);
    }
    return row != NULL;
}

bool bs_account_filters_match(const struct bs_account_filter *table, const struct bs_tree *filters,
                              const struct bs_tree *resource)
{
    for (const struct bs_tree *filter = bs_tree_first(filters); filter != NULL;
         filter = filter->next) {
        if (!filter_matches(table, filter, resource)) {
            return false;
        }
    }
    return true;
}

void bs_account_filters_keep(const struct bs_account_filter *table, const struct bs_tree *filters,
                             struct bs_tree *resource, struct bs_tree *list)
{
    if (bs_account_filters_match(table, filters, resource)) {
        (void)bs_tree_append(list, resource);
    } else {
        bs_tree_destroy(resource);
    }
}

const char *bs_account_unknown_filter(const struct bs_account_filter *table,
                                      const struct bs_tree *filters)
{
    const bool has_tags = row_of(table, "tag-key") != NULL;

    for (const struct bs_tree *filter = bs_tree_first(filters); filter != NULL;
         filter = filter->next) {
        const char *name = bs_tree_text(filter, "Name", "");

        if (row_of(table, name) == NULL && !(has_tags && strncmp(name, "tag:", 4) == 0)) {
            return name;
        }
    }
    return NULL;
}
