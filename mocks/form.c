/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include "mocks/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum { TEXTS_MAX = 1 << 28, FIRST_CAPACITY = 32 };

void bs_form_init(struct bs_form *form)
{
    memset(form, 0, sizeof(*form));
    bs_arena_init(&form->texts, TEXTS_MAX);
}

void bs_form_clean_up(struct bs_form *form)
{
    free(form->pairs);
    bs_arena_clean_up(&form->texts);
}

static int hex_value(char digit)
{
    static const char digits[] = "0123456789abcdef";
    const char lower = digit >= 'A' && digit <= 'F' ? (char)(digit - 'A' + 'a') : digit;
    const char *found = lower == '\0' ? NULL : strchr(digits, lower);

    return found == NULL ? -1 : (int)(found - digits);
}

bool bs_percent_decode(const char *text, size_t length, char *decoded, size_t *decoded_length)
{
    size_t written = 0;

    for (size_t i = 0; i < length; i++) {
        if (text[i] != '%') {
            decoded[written++] = text[i];
            continue;
        }
        if (length - i < 3 || hex_value(text[i + 1]) < 0 || hex_value(text[i + 2]) < 0) {
            return false;
        }
        decoded[written++] = (char)(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
        i += 2;
    }
    decoded[written] = '\0';
    *decoded_length = written;
    return true;
}

/* A decoded copy, in which a plus is a space; NULL if it is malformed. */
static char *decode(struct bs_form *form, const char *text, size_t length, size_t *decoded_length)
{
    char *copy = bs_arena_text(&form->texts, text, length);

    BS_ASSERT(copy != NULL);
    for (char *plus = memchr(copy, '+', length); plus != NULL;
         plus = memchr(plus, '+', length - (size_t)(plus - copy))) {
        *plus = ' ';
    }
    return bs_percent_decode(copy, length, copy, decoded_length) ? copy : NULL;
}

static bool make_room(struct bs_form *form)
{
    const size_t capacity = form->capacity == 0 ? FIRST_CAPACITY : 2 * form->capacity;
    struct bs_form_pair *pairs;

    if (form->count >= BS_FORM_PAIRS_MAX) {
        return false;
    }
    if (form->count < form->capacity) {
        return true;
    }
    pairs = realloc(form->pairs, capacity * sizeof(*pairs));
    BS_ASSERT(pairs != NULL);
    form->pairs = pairs;
    form->capacity = capacity;
    return true;
}

static bool add_pair(struct bs_form *form, const char *text, size_t length)
{
    const char *equals = memchr(text, '=', length);
    const size_t name_length = equals == NULL ? length : (size_t)(equals - text);
    const size_t value_begin = equals == NULL ? length : name_length + 1;
    struct bs_form_pair *pair;

    if (!make_room(form)) {
        return false;
    }
    pair = &form->pairs[form->count];
    pair->position = form->count;
    pair->name = decode(form, text, name_length, &pair->name_length);
    pair->value = decode(form, text + value_begin, length - value_begin, &pair->value_length);
    if (pair->name == NULL || pair->value == NULL) {
        return false;
    }
    form->count++;
    return true;
}

bool bs_form_add(struct bs_form *form, const char *bytes, size_t length)
{
    size_t begin = 0;

    if (length > TEXTS_MAX / 2) {
        return false;
    }
    while (begin < length) {
        const char *end = memchr(bytes + begin, '&', length - begin);
        const size_t pair_length = end == NULL ? length - begin : (size_t)(end - bytes) - begin;

        if (pair_length > 0 && !add_pair(form, bytes + begin, pair_length)) {
            return false;
        }
        begin += pair_length + 1;
    }
    return true;
}

bool bs_form_add_target(struct bs_form *form, const char *target)
{
    const char *query = strchr(target, '?');

    return query == NULL || bs_form_add(form, query + 1, strlen(query + 1));
}

/* A dot comes before every other byte, so that "A.1" stands next to "A" and not behind "A-1". */
static int compare_pairs(const void *left, const void *right)
{
    const struct bs_form_pair *a = left;
    const struct bs_form_pair *b = right;
    const size_t shorter = a->name_length < b->name_length ? a->name_length : b->name_length;

    for (size_t i = 0; i < shorter; i++) {
        const int of_a = a->name[i] == '.' ? -1 : (unsigned char)a->name[i];
        const int of_b = b->name[i] == '.' ? -1 : (unsigned char)b->name[i];

        if (of_a != of_b) {
            return of_a < of_b ? -1 : 1;
        }
    }
    if (a->name_length != b->name_length) {
        return a->name_length < b->name_length ? -1 : 1;
    }
    return a->position < b->position ? -1 : 1;
}

void bs_form_sort(struct bs_form *form)
{
    if (form->count > 1) {
        qsort(form->pairs, form->count, sizeof(form->pairs[0]), compare_pairs);
    }
}
