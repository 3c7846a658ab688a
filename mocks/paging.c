/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/paging.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/stream.h"

enum { LIMIT_OTHERWISE = 100, WORD_DIGITS = 16, TOKEN_WORDS = 4, LIMIT_DIGITS_MAX = 9 };

enum { TOKEN_DIGITS = TOKEN_WORDS * WORD_DIGITS, MARK_AT = TOKEN_DIGITS - WORD_DIGITS };

/* ---- Tokens ---- */

/*
 * Where a page begins: the element before it and its first, each by a hash of what it is called, and the
 * place in the list. Entries come and go between pages: whichever of both is still there says where to go on.
 */
struct place {
    uint64_t offset; /* 0: the first page. */
    uint64_t before;
    uint64_t first;
};

/* A mark tells tokens from other operations' and from anybody's guess. */
static void write_token(const struct bs_operation_shape *operation, const struct place *place,
                        char token[TOKEN_DIGITS + 1])
{
    char text[256];

    (void)snprintf(token, TOKEN_DIGITS + 1, "%016" PRIx64 "%016" PRIx64 "%016" PRIx64,
                   place->offset, place->before, place->first);
    (void)snprintf(text, sizeof(text), "%.128s/%s", operation->name, token);
    (void)snprintf(token + MARK_AT, WORD_DIGITS + 1, "%016" PRIx64, bs_name_hash(text));
}

static uint64_t read_word(const char *token, size_t index)
{
    char digits[WORD_DIGITS + 1];

    memcpy(digits, token + index * WORD_DIGITS, WORD_DIGITS);
    digits[WORD_DIGITS] = '\0';
    return strtoull(digits, NULL, 16);
}

/* An absent token, or an empty one, is the first page's. */
static bool read_token(const struct bs_operation_shape *operation, const struct bs_tree *input,
                       struct place *place)
{
    const char *token = bs_tree_text(input, operation->pages.input_token, "");
    char again[TOKEN_DIGITS + 1];

    *place = (struct place){.offset = 0};
    if (token[0] == '\0') {
        return true;
    }
    if (strlen(token) != TOKEN_DIGITS) {
        return false;
    }
    *place = (struct place){read_word(token, 0), read_word(token, 1), read_word(token, 2)};
    write_token(operation, place, again);
    return strcmp(again, token) == 0;
}

/* ---- Elements ---- */

static bool is_name(const char *member)
{
    static const char *const endings[] = {"arn", "id", "identifier", "key", "name"};
    const size_t length = strlen(member);

    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        const size_t ending = strlen(endings[i]);

        if (length >= ending && strcasecmp(member + length - ending, endings[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* What it is called: all of its members that are names, for they stay as they are. 0: it has no name. */
static uint64_t identity_of(const struct bs_tree *element)
{
    uint64_t identity = 0;

    if (element->kind == BS_TREE_TEXT) {
        return bs_name_hash(element->is.text.bytes);
    }
    if (element->kind != BS_TREE_STRUCTURE) {
        return 0;
    }
    for (const struct bs_tree *member = bs_tree_first(element); member != NULL;
         member = member->next) {
        if (member->kind == BS_TREE_TEXT && is_name(member->name)) {
            identity = identity * UINT64_C(0x9E3779B97F4A7C15) + bs_name_hash(member->name) +
                       bs_name_hash(member->is.text.bytes);
        }
    }
    return identity;
}

/* Of those elements that are called so, the place of the nearest to `expected`. False: there is none. */
static bool find(const struct bs_tree *list, uint64_t identity, uint64_t expected, uint64_t *found)
{
    uint64_t nearest = UINT64_MAX;
    uint64_t index = 0;

    for (const struct bs_tree *element = bs_tree_first(list); element != NULL && identity != 0;
         element = element->next, index++) {
        const uint64_t distance = index > expected ? index - expected : expected - index;

        if (distance < nearest && identity_of(element) == identity) {
            nearest = distance;
            *found = index;
        }
    }
    return nearest != UINT64_MAX;
}

static uint64_t find_place(const struct bs_tree *list, const struct place *place)
{
    const uint64_t count = bs_tree_count(list);
    uint64_t found = 0;

    if (place->offset == 0) {
        return 0;
    }
    if (find(list, place->before, place->offset - 1, &found)) {
        return found + 1;
    }
    if (find(list, place->first, place->offset, &found)) {
        return found;
    }
    return place->offset < count ? place->offset : count;
}

static const struct bs_tree *element_at(const struct bs_tree *list, uint64_t index)
{
    const struct bs_tree *element = bs_tree_first(list);

    for (uint64_t i = 0; element != NULL && i < index; i++) {
        element = element->next;
    }
    return element;
}

/* ---- Pages ---- */

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
    const struct bs_tree *element = element_at(list, offset);

    for (uint64_t i = 0; element != NULL && i < limit; i++) {
        (void)bs_tree_append(page, bs_tree_copy(element));
        element = element->next;
    }
    return page;
}

static void set_token(const struct bs_operation_shape *operation, const struct bs_tree *list,
                      uint64_t offset, struct bs_tree *output)
{
    const struct bs_tree *before = element_at(list, offset - 1);
    const struct place place = {offset, identity_of(before), identity_of(before->next)};
    char token[TOKEN_DIGITS + 1];

    write_token(operation, &place, token);
    bs_tree_set_text(output, operation->pages.output_token, token);
}

bool bs_page_cut(const struct bs_operation_shape *operation, const struct bs_tree *input,
                 struct bs_tree *output)
{
    const struct bs_shape_pages *pages = &operation->pages;
    const uint64_t limit = limit_of(pages, input);
    const struct bs_tree *list;
    struct place place;
    uint64_t offset;
    bool has_more;

    if (pages->result == NULL || pages->input_token == NULL || pages->output_token == NULL) {
        return true;
    }
    if (!read_token(operation, input, &place)) {
        return false;
    }
    list = bs_tree_get(output, pages->result);
    offset = find_place(list, &place);
    has_more = bs_tree_count(list) - offset > limit;
    if (has_more) {
        set_token(operation, list, offset + limit, output);
    }
    if (list != NULL && list->kind == BS_TREE_LIST && (offset > 0 || has_more)) {
        (void)bs_tree_set(output, pages->result, cut_list(list, offset, limit));
    }
    if (pages->more != NULL) {
        bs_tree_set_boolean(output, pages->more, has_more);
    }
    return true;
}
