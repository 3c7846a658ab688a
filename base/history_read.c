/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/history_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/*
 * Lines are flat objects whose keys stand in the order of their kind, so this is not a reader of JSON in
 * general: a million lines take no longer than to look at their bytes. Spaces may stand where JSON lets them.
 */
struct cursor {
    const char *at;
    const char *end;
    char *spare; /* Where texts are put, ended by NUL: room for all that a line can hold. */
};

enum { UNICODE_DIGITS = 4 };

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static void pass_spaces(struct cursor *cursor)
{
    while (cursor->at < cursor->end && is_space(*cursor->at)) {
        cursor->at++;
    }
}

static bool take(struct cursor *cursor, char wanted)
{
    pass_spaces(cursor);
    if (cursor->at == cursor->end || *cursor->at != wanted) {
        return false;
    }
    cursor->at++;
    return true;
}

/* ---- Texts ---- */

static bool take_unicode_digits(struct cursor *cursor, uint32_t *unit)
{
    *unit = 0;
    for (int i = 0; i < UNICODE_DIGITS; i++, cursor->at++) {
        static const char digits[] = "0123456789abcdef";
        const char *digit = cursor->at < cursor->end && *cursor->at != '\0'
                                ? strchr(digits, *cursor->at | (*cursor->at > '9' ? 0x20 : 0))
                                : NULL;

        if (digit == NULL) {
            return false;
        }
        *unit = *unit << 4U | (uint32_t)(digit - digits);
    }
    return true;
}

static void put_character(struct cursor *cursor, uint32_t character)
{
    static const struct {
        uint32_t below;
        uint32_t lead;
        int more;
    } forms[] = {{0x80, 0, 0}, {0x800, 0xC0, 1}, {0x10000, 0xE0, 2}, {0x110000, 0xF0, 3}};
    size_t i = 0;

    while (character >= forms[i].below) {
        i++;
    }
    *cursor->spare++ = (char)(forms[i].lead | character >> (6U * (uint32_t)forms[i].more));
    for (int k = forms[i].more - 1; k >= 0; k--) {
        *cursor->spare++ = (char)(0x80U | (character >> (6U * (uint32_t)k) & 0x3FU));
    }
}

/* After "\\u": one unit, or two that are a surrogate pair. NUL cannot be held. */
static bool take_unicode(struct cursor *cursor)
{
    uint32_t first;
    uint32_t second;

    if (!take_unicode_digits(cursor, &first) || first == 0 ||
        (first >= 0xDC00 && first <= 0xDFFF)) {
        return false;
    }
    if (first < 0xD800 || first > 0xDBFF) {
        put_character(cursor, first);
        return true;
    }
    if (cursor->end - cursor->at < 2 || memcmp(cursor->at, "\\u", 2) != 0) {
        return false;
    }
    cursor->at += 2;
    if (!take_unicode_digits(cursor, &second) || second < 0xDC00 || second > 0xDFFF) {
        return false;
    }
    put_character(cursor, 0x10000U + ((first - 0xD800U) << 10U) + (second - 0xDC00U));
    return true;
}

static bool take_escape(struct cursor *cursor)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const char *letter;

    if (cursor->at == cursor->end || *cursor->at == '\0') {
        return false;
    }
    if (*cursor->at == 'u') {
        cursor->at++;
        return take_unicode(cursor);
    }
    letter = strchr(letters, *cursor->at);
    if (letter == NULL) {
        return false;
    }
    *cursor->spare++ = meanings[letter - letters];
    cursor->at++;
    return true;
}

/* NULL: it is none. */
static const char *take_text(struct cursor *cursor)
{
    const char *text = cursor->spare;

    if (!take(cursor, '"')) {
        return NULL;
    }
    while (cursor->at < cursor->end && *cursor->at != '"') {
        const size_t length = bs_utf8_length(cursor->at, (size_t)(cursor->end - cursor->at));

        if (*cursor->at == '\\') {
            cursor->at++;
            if (!take_escape(cursor)) {
                return NULL;
            }
        } else if (length == 0 || (unsigned char)*cursor->at < 0x20) {
            return NULL;
        } else {
            memcpy(cursor->spare, cursor->at, length);
            cursor->spare += length;
            cursor->at += length;
        }
    }
    *cursor->spare++ = '\0';
    return take(cursor, '"') ? text : NULL;
}

/* ---- Values ---- */

/* As JSON writes whole numbers: no plus, no zeros before others, nothing behind a point. */
static bool take_integer(struct cursor *cursor, int64_t *number)
{
    const bool is_negative = take(cursor, '-');
    const char *first = cursor->at;

    *number = 0;
    for (; cursor->at < cursor->end && *cursor->at >= '0' && *cursor->at <= '9'; cursor->at++) {
        const int64_t digit = *cursor->at - '0';

        if (__builtin_mul_overflow(*number, 10, number) ||
            __builtin_sub_overflow(*number, digit, number)) {
            return false;
        }
    }
    if (cursor->at == first || (*first == '0' && cursor->at != first + 1)) {
        return false;
    }
    return is_negative || !__builtin_sub_overflow(0, *number, number);
}

static bool take_null(struct cursor *cursor)
{
    static const char null[] = "null";
    const struct cursor before = *cursor;

    for (size_t i = 0; i < sizeof(null) - 1; i++) {
        if (i == 0 ? !take(cursor, null[i])
                   : cursor->at == cursor->end || *cursor->at++ != null[i]) {
            *cursor = before;
            return false;
        }
    }
    return true;
}

static bool take_value(struct cursor *cursor, enum bs_value_kind kind, struct bs_value *value)
{
    *value = (struct bs_value){.kind = kind};
    if (take_null(cursor)) {
        if (kind != BS_VALUE_TEXT) {
            value->number = INT64_MIN;
        }
        return true;
    }
    if (kind == BS_VALUE_TEXT) {
        value->text = take_text(cursor);
        return value->text != NULL;
    }
    return take_integer(cursor, &value->number);
}

static bool take_key(struct cursor *cursor, const char *name)
{
    const char *key = take_text(cursor);

    return key != NULL && strcmp(key, name) == 0 && take(cursor, ':');
}

/* ---- Records ---- */

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

/* The kind's fields, all of them, in their order. */
static bool take_fields(struct cursor *cursor, const struct bs_record_info *info,
                        struct bs_value *values)
{
    for (size_t i = 0; i < info->field_count; i++) {
        if (!take(cursor, ',') || !take_key(cursor, info->fields[i].name) ||
            !take_value(cursor, info->fields[i].kind, &values[i])) {
            return false;
        }
    }
    return take(cursor, '}');
}

static bool read_line(struct bs_history *history, struct cursor cursor, struct bs_instant *last)
{
    struct bs_value values[BS_RECORD_FIELDS_MAX];
    const struct bs_record_info *info;
    enum bs_record_kind kind;
    struct bs_instant at;
    const char *name;

    if (!take(&cursor, '{') || !take_key(&cursor, "at_ns") || !take_integer(&cursor, &at.ns) ||
        at.ns < last->ns || !take(&cursor, ',') || !take_key(&cursor, "record")) {
        return false;
    }
    name = take_text(&cursor);
    info = name != NULL ? find_kind(name, &kind) : NULL;
    if (info == NULL || !take_fields(&cursor, info, values)) {
        return false;
    }
    pass_spaces(&cursor);
    if (cursor.at != cursor.end) {
        return false;
    }
    bs_history_append(history, at, kind, values, info->field_count);
    *last = at;
    return true;
}

/* Texts are never longer than what they are written as, but for the NUL that ends each key and value. */
static size_t spare_size(size_t line_length)
{
    return line_length + (size_t)2 * (BS_RECORD_FIELDS_MAX + 2);
}

/* The longest line decides how much room they take turns in. */
static char *make_spare(const char *bytes, size_t length)
{
    size_t longest = 0;
    const char *end;

    for (size_t whole = 0; (end = memchr(bytes + whole, '\n', length - whole)) != NULL;
         whole = (size_t)(end + 1 - bytes)) {
        const size_t line = (size_t)(end - bytes) - whole;

        longest = line > longest ? line : longest;
    }
    return malloc(spare_size(longest));
}

enum bs_status bs_history_read(struct bs_history *history, const char *bytes, size_t length,
                               size_t *whole, struct bs_error *error)
{
    const size_t count = bs_history_count(history);
    struct bs_instant last = {count > 0 ? bs_history_get(history, count - 1)->at.ns : 0};
    char *spare = make_spare(bytes, length);
    enum bs_status status = BS_OK;
    size_t number = 0;
    const char *end;

    *whole = 0;
    if (spare == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    while (status == BS_OK && (end = memchr(bytes + *whole, '\n', length - *whole)) != NULL) {
        number++;
        if (read_line(history, (struct cursor){bytes + *whole, end, spare}, &last)) {
            *whole = (size_t)(end + 1 - bytes);
        } else {
            status = bs_error_set(error, BS_ERR_INPUT, NULL, "line %zu is no record of a history",
                                  number);
        }
    }
    free(spare);
    return status == BS_OK && bs_history_is_truncated(history)
               ? bs_error_set(error, BS_ERR_LIMIT, NULL, "the history is too long")
               : status;
}
