/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/history_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/document.h"

static bool read_integer(const struct bs_node *node, int64_t *number)
{
    char *end = NULL;

    if (node->kind != BS_NODE_SCALAR || node->quoted || node->length == 0) {
        return false;
    }
    errno = 0;
    *number = strtoll(node->text, &end, 10);
    return errno == 0 && *end == '\0' && node->text[0] != ' ' && node->text[0] != '+';
}

static bool is_null(const struct bs_node *node)
{
    return node->kind == BS_NODE_SCALAR && !node->quoted && strcmp(node->text, "null") == 0;
}

static bool read_value(const struct bs_node *node, enum bs_value_kind kind, struct bs_value *value)
{
    *value = (struct bs_value){.kind = kind};
    if (kind == BS_VALUE_TEXT) {
        value->text = is_null(node) ? NULL : node->text;
        return is_null(node) || (node->kind == BS_NODE_SCALAR && node->quoted);
    }
    if (is_null(node)) {
        value->number = INT64_MIN;
        return true;
    }
    return read_integer(node, &value->number);
}

static const struct bs_record_info *find_kind(const char *name, enum bs_record_kind *kind)
{
    for (int i = 0; i < BS_RECORD_KIND_COUNT; i++) {
        *kind = (enum bs_record_kind)i;
        if (strcmp(bs_record_info(*kind)->name, name) == 0) {
            return bs_record_info(*kind);
        }
    }
    return NULL;
}

/* `first` stands after at_ns and record: the kind's fields, all of them, in their order. */
static bool read_fields(const struct bs_record_info *info, const struct bs_node *node,
                        struct bs_value *values)
{
    for (size_t i = 0; i < info->field_count; i++, node = node->next) {
        if (node == NULL || strcmp(node->key, info->fields[i].name) != 0 ||
            !read_value(node, info->fields[i].kind, &values[i])) {
            return false;
        }
    }
    return node == NULL;
}

static bool read_record(struct bs_history *history, const struct bs_node *root,
                        struct bs_instant *last)
{
    const struct bs_node *at = root->kind == BS_NODE_MAP ? bs_node_get(root, "at_ns") : NULL;
    const struct bs_node *name = root->kind == BS_NODE_MAP ? bs_node_get(root, "record") : NULL;
    struct bs_value values[BS_RECORD_FIELDS_MAX];
    const struct bs_record_info *info;
    enum bs_record_kind kind;
    struct bs_instant instant;

    if (at == NULL || name == NULL || at->next != name || name->kind != BS_NODE_SCALAR ||
        !read_integer(at, &instant.ns) || instant.ns < last->ns) {
        return false;
    }
    info = find_kind(name->text, &kind);
    if (info == NULL || !read_fields(info, name->next, values)) {
        return false;
    }
    bs_history_append(history, instant, kind, values, info->field_count);
    *last = instant;
    return true;
}

static bool read_line(struct bs_history *history, const char *line, size_t length,
                      struct bs_instant *last)
{
    struct bs_document *document = NULL;
    bool is_good = bs_document_parse("history", line, length, &document, NULL) == BS_OK;

    is_good = is_good && read_record(history, bs_document_root(document), last);
    bs_document_destroy(document);
    return is_good;
}

enum bs_status bs_history_read(struct bs_history *history, const char *bytes, size_t length,
                               size_t *whole, struct bs_error *error)
{
    const size_t count = bs_history_count(history);
    struct bs_instant last = {count > 0 ? bs_history_get(history, count - 1)->at.ns : 0};
    size_t number = 0;
    const char *end;

    *whole = 0;
    while ((end = memchr(bytes + *whole, '\n', length - *whole)) != NULL) {
        const char *line = bytes + *whole;

        number++;
        if (!read_line(history, line, (size_t)(end - line), &last)) {
            return bs_error_set(error, BS_ERR_INPUT, NULL, "line %zu is no record of a history",
                                number);
        }
        *whole = (size_t)(end + 1 - bytes);
    }
    return bs_history_is_truncated(history)
               ? bs_error_set(error, BS_ERR_LIMIT, NULL, "the history is too long")
               : BS_OK;
}
