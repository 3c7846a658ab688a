/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/paging.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/stream.h"

enum { LIMIT_OTHERWISE = 100, TOKEN_DIGITS = 32, LIMIT_DIGITS_MAX = 9 };

/* A token is where to go on, and a mark that tells it from other operations' and from anybody's guess. */
static uint64_t mark_of(const struct bs_operation_shape *operation, uint64_t offset)
{
    return bs_name_hash(operation->name) ^ (offset * UINT64_C(0x9E3779B97F4A7C15));
}

static void write_token(const struct bs_operation_shape *operation, uint64_t offset,
                        char token[TOKEN_DIGITS + 1])
{
    (void)snprintf(token, TOKEN_DIGITS + 1, "%016" PRIx64 "%016" PRIx64, offset,
                   mark_of(operation, offset));
}

/* An absent token, or an empty one, is the first page's. */
static bool read_token(const struct bs_operation_shape *operation, const struct bs_tree *input,
                       uint64_t *offset)
{
    const char *token = bs_tree_text(input, operation->pages.input_token, "");
    char digits[TOKEN_DIGITS / 2 + 1];
    char again[TOKEN_DIGITS + 1];

    *offset = 0;
    if (token[0] == '\0') {
        return true;
    }
    if (strlen(token) != TOKEN_DIGITS) {
        return false;
    }
    memcpy(digits, token, TOKEN_DIGITS / 2);
    digits[TOKEN_DIGITS / 2] = '\0';
    *offset = strtoull(digits, NULL, 16);
    write_token(operation, *offset, again);
    return strcmp(again, token) == 0;
}

/* Some services have their limits as texts. */
static uint64_t limit_of(const struct bs_shape_pages *pages, const struct bs_tree *input)
{
    const int64_t otherwise = pages->limit_default > 0 ? pages->limit_default : LIMIT_OTHERWISE;
    const char *text = pages->limit == NULL ? "" : bs_tree_text(input, pages->limit, "");
    int64_t limit =
        pages->limit == NULL ? otherwise : bs_tree_integer(input, pages->limit, otherwise);

    if (text[0] != '\0' && strlen(text) <= LIMIT_DIGITS_MAX) {
        limit = strtoll(text, NULL, 10);
    }
    return (uint64_t)(limit > 0 ? limit : otherwise);
}

static struct bs_tree *cut_list(const struct bs_tree *list, uint64_t offset, uint64_t limit)
{
    struct bs_tree *page = bs_tree_new_list();
    const struct bs_tree *element = bs_tree_first(list);

    for (uint64_t i = 0; element != NULL && i < offset; i++) {
        element = element->next;
    }
    for (uint64_t i = 0; element != NULL && i < limit; i++) {
        (void)bs_tree_append(page, bs_tree_copy(element));
        element = element->next;
    }
    return page;
}

bool bs_page_cut(const struct bs_operation_shape *operation, const struct bs_tree *input,
                 struct bs_tree *output)
{
    const struct bs_shape_pages *pages = &operation->pages;
    const uint64_t limit = limit_of(pages, input);
    const struct bs_tree *list;
    uint64_t offset;
    bool has_more;

    if (pages->result == NULL || pages->input_token == NULL || pages->output_token == NULL) {
        return true;
    }
    if (!read_token(operation, input, &offset)) {
        return false;
    }
    list = bs_tree_get(output, pages->result);
    has_more = bs_tree_count(list) > offset && bs_tree_count(list) - offset > limit;
    if (list != NULL && list->kind == BS_TREE_LIST && (offset > 0 || has_more)) {
        (void)bs_tree_set(output, pages->result, cut_list(list, offset, limit));
    }
    if (has_more) {
        char token[TOKEN_DIGITS + 1];

        write_token(operation, offset + limit, token);
        bs_tree_set_text(output, pages->output_token, token);
    }
    if (pages->more != NULL) {
        bs_tree_set_boolean(output, pages->more, has_more);
    }
    return true;
}
