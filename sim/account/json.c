/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum { DEPTH_MAX = 32, VALUES_MAX = 10000, NUMBER_MAX = 64 };

struct reader {
    const char *at; /* Up to a NUL. */
    int depth;
    int values;
};

static struct bs_tree *read_value(struct reader *reader);

static void skip_space(struct reader *reader)
{
    reader->at += strspn(reader->at, " \t\r\n");
}

static bool take(struct reader *reader, const char *word)
{
    const size_t length = strlen(word);

    if (strncmp(reader->at, word, length) != 0) {
        return false;
    }
    reader->at += length;
    return true;
}

/* ---- Texts ---- */

/* Four hexadecimal digits; -1 if they are not. */
static int32_t read_unit(struct reader *reader)
{
    char digits[5] = "";

    if (strspn(reader->at, "0123456789abcdefABCDEF") < 4) {
        return -1;
    }
    memcpy(digits, reader->at, 4);
    reader->at += 4;
    return (int32_t)strtol(digits, NULL, 16);
}

static size_t write_utf8(int32_t point, char *to)
{
    static const struct {
        int32_t below;
        int32_t mark;
    } rows[] = {{0x80, 0}, {0x800, 0xC0}, {0x10000, 0xE0}, {0x110000, 0xF0}};
    size_t rest = 0;

    while (point >= rows[rest].below) {
        rest++;
    }
    to[0] = (char)(rows[rest].mark | (point >> (6 * rest)));
    for (size_t i = 1; i <= rest; i++) {
        to[i] = (char)(0x80 | ((point >> (6 * (rest - i))) & 0x3F));
    }
    return rest + 1;
}

/* What follows "\u": one unit, or two that are a pair. Returns the bytes written, 0 if it is bad. */
static size_t read_escaped_point(struct reader *reader, char *to)
{
    const int32_t high = read_unit(reader);
    int32_t low;

    if (high < 0 || (high >= 0xDC00 && high <= 0xDFFF)) {
        return 0;
    }
    if (high < 0xD800 || high > 0xDBFF) {
        return write_utf8(high, to);
    }
    low = take(reader, "\\u") ? read_unit(reader) : -1;
    if (low < 0xDC00 || low > 0xDFFF) {
        return 0;
    }
    return write_utf8(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), to);
}

static size_t read_escape(struct reader *reader, char *to)
{
    static const char names[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const char *name;

    if (take(reader, "u")) {
        return read_escaped_point(reader, to);
    }
    name = *reader->at == '\0' ? NULL : strchr(names, *reader->at);
    if (name == NULL) {
        return 0;
    }
    reader->at++;
    *to = meanings[name - names];
    return 1;
}

/* No escape is shorter than what it stands for. */
static struct bs_tree *read_text(struct reader *reader)
{
    char *bytes = malloc(strlen(reader->at) + 1);
    struct bs_tree *text = NULL;
    size_t length = 0;
    size_t step = 1;

    BS_ASSERT(bytes != NULL);
    while (step > 0 && *reader->at != '"') {
        if (take(reader, "\\")) {
            step = read_escape(reader, bytes + length);
        } else if ((unsigned char)*reader->at >= 0x20) {
            bytes[length] = *reader->at++;
            step = 1;
        } else {
            step = 0;
        }
        length += step;
    }
    if (step > 0) {
        reader->at++;
        text = bs_tree_new_text_of(bytes, length);
    }
    free(bytes);
    return text;
}

/* ---- Other values ---- */

static size_t digits_at(const char *at)
{
    return strspn(at, "0123456789");
}

/* The length of a number as JSON spells it, 0 if there is none. */
static size_t number_length(const char *text)
{
    const char *at = text + (*text == '-' ? 1 : 0);
    size_t digits = digits_at(at);

    if (digits == 0 || (*at == '0' && digits > 1)) {
        return 0;
    }
    at += digits;
    if (*at == '.') {
        digits = digits_at(at + 1);
        at += digits + 1;
    }
    if (digits > 0 && (*at == 'e' || *at == 'E')) {
        at += at[1] == '+' || at[1] == '-' ? 2 : 1;
        digits = digits_at(at);
        at += digits;
    }
    return digits == 0 ? 0 : (size_t)(at - text);
}

static struct bs_tree *read_number(struct reader *reader)
{
    const size_t length = number_length(reader->at);
    double value;

    if (length == 0 || length > NUMBER_MAX) {
        return NULL;
    }
    value = strtod(reader->at, NULL);
    reader->at += length;
    return bs_tree_new_decimal(value);
}

static bool read_member(struct reader *reader, struct bs_tree *object)
{
    struct bs_tree *name = take(reader, "\"") ? read_text(reader) : NULL;
    struct bs_tree *value = NULL;

    skip_space(reader);
    if (name != NULL && take(reader, ":")) {
        value = read_value(reader);
    }
    if (value != NULL) {
        (void)bs_tree_set(object, name->is.text.bytes, value);
    }
    bs_tree_destroy(name);
    return value != NULL;
}

static bool read_element(struct reader *reader, struct bs_tree *list)
{
    struct bs_tree *value = read_value(reader);

    if (value != NULL) {
        (void)bs_tree_append(list, value);
    }
    return value != NULL;
}

/* What stands between `[` or `{` and `end`. Takes `whole` over. */
static struct bs_tree *read_children(struct reader *reader, struct bs_tree *whole, const char *end)
{
    bool is_good = true;

    skip_space(reader);
    if (take(reader, end)) {
        return whole;
    }
    do {
        skip_space(reader);
        is_good = whole->kind == BS_TREE_STRUCTURE ? read_member(reader, whole)
                                                   : read_element(reader, whole);
        skip_space(reader);
    } while (is_good && take(reader, ","));
    if (!is_good || !take(reader, end)) {
        bs_tree_destroy(whole);
        return NULL;
    }
    return whole;
}

static struct bs_tree *read_plain(struct reader *reader)
{
    if (take(reader, "\"")) {
        return read_text(reader);
    }
    if (take(reader, "true")) {
        return bs_tree_new_boolean(true);
    }
    if (take(reader, "false")) {
        return bs_tree_new_boolean(false);
    }
    return take(reader, "null") ? bs_tree_new_null() : read_number(reader);
}

static struct bs_tree *read_value(struct reader *reader)
{
    struct bs_tree *value;

    skip_space(reader);
    if (reader->depth == DEPTH_MAX || ++reader->values > VALUES_MAX) {
        return NULL;
    }
    reader->depth++;
    if (take(reader, "{")) {
        value = read_children(reader, bs_tree_new_structure(), "}");
    } else if (take(reader, "[")) {
        value = read_children(reader, bs_tree_new_list(), "]");
    } else {
        value = read_plain(reader);
    }
    reader->depth--;
    return value;
}

struct bs_tree *bs_account_read_json(const char *text)
{
    struct reader reader = {.at = text};
    struct bs_tree *value = read_value(&reader);

    skip_space(&reader);
    if (*reader.at != '\0') {
        bs_tree_destroy(value);
        return NULL;
    }
    return value;
}

bool bs_account_is_json_object(const char *text)
{
    struct bs_tree *value = bs_account_read_json(text);
    const bool is_object = value != NULL && value->kind == BS_TREE_STRUCTURE;

    bs_tree_destroy(value);
    return is_object;
}
