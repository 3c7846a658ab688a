/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * JSON by RFC 8259, to the letter. cJSON is not used here: by itself it accepts text behind the value, keys
 * given twice, bytes that are not UTF-8, 01, raw control characters and 1e400, ends a string at \u0000 and
 * rounds integers above 2^53; a wrapper that finds all that would have to read the text itself once more. The
 * reader of documents (base/document.h) reads YAML, of which some JSON is no part and whose scalars have no
 * types.
 */
#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/utf8.h"
#include "mocks/body.h"

enum { NUMBER_LENGTH_MAX = 1100 }; /* The digits of the smallest double in full are 1,077. */

static int peek(const struct bs_body_reader *reader)
{
    return reader->at < reader->length ? (unsigned char)reader->bytes[reader->at] : -1;
}

static bool take(struct bs_body_reader *reader, char expected)
{
    if (peek(reader) != expected) {
        return false;
    }
    reader->at++;
    return true;
}

static void skip_space(struct bs_body_reader *reader)
{
    int byte = peek(reader);

    while (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') {
        reader->at++;
        byte = peek(reader);
    }
}

static bool fail_here(struct bs_body_reader *reader, const char *expected)
{
    return bs_body_fail(reader, reader->at, "%s, where %s belongs",
                        reader->at < reader->length ? "something else" : "the end", expected);
}

/* ---- Strings ---- */

static bool read_hex(struct bs_body_reader *reader, unsigned *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        const int byte = peek(reader);
        unsigned digit;

        if (byte >= '0' && byte <= '9') {
            digit = (unsigned)(byte - '0');
        } else if ((byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F')) {
            digit = ((unsigned)byte | 0x20U) - 'a' + 10;
        } else {
            return fail_here(reader, "a hexadecimal digit");
        }
        *unit = *unit << 4 | digit;
        reader->at++;
    }
    return true;
}

static void append_character(struct bs_buffer *text, unsigned code)
{
    char bytes[4];
    size_t length;

    if (code < 0x80) {
        bytes[0] = (char)code;
        length = 1;
    } else if (code < 0x800) {
        bytes[0] = (char)(0xc0U | code >> 6);
        length = 2;
    } else if (code < 0x10000) {
        bytes[0] = (char)(0xe0U | code >> 12);
        length = 3;
    } else {
        bytes[0] = (char)(0xf0U | code >> 18);
        length = 4;
    }
    for (size_t i = 1; i < length; i++) {
        bytes[i] = (char)(0x80U | (code >> 6 * (length - 1 - i) & 0x3fU));
    }
    bs_buffer_append(text, bytes, length);
}

/* Behind the u. Characters beyond U+FFFF are two units, which must stand together. */
static bool read_unicode(struct bs_body_reader *reader)
{
    const size_t at = reader->at;
    unsigned code;
    unsigned low;

    if (!read_hex(reader, &code)) {
        return false;
    }
    if (code >= 0xd800 && code < 0xdc00) {
        if (!take(reader, '\\') || !take(reader, 'u')) {
            return bs_body_fail(reader, at, "half a surrogate pair");
        }
        if (!read_hex(reader, &low)) {
            return false;
        }
        if (low < 0xdc00 || low > 0xdfff) {
            return bs_body_fail(reader, at, "half a surrogate pair");
        }
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code >= 0xdc00 && code < 0xe000) {
        return bs_body_fail(reader, at, "half a surrogate pair");
    }
    append_character(&reader->text, code);
    return true;
}

/* Behind the backslash. */
static bool read_escape(struct bs_body_reader *reader)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const int byte = peek(reader);
    const char *letter = byte > 0 ? strchr(letters, byte) : NULL;

    if (byte == 'u') {
        reader->at++;
        return read_unicode(reader);
    }
    if (letter == NULL) {
        return fail_here(reader, "an escape");
    }
    bs_buffer_append(&reader->text, &meanings[letter - letters], 1);
    reader->at++;
    return true;
}

/* Passes over characters that stand for themselves. */
static bool read_plain(struct bs_body_reader *reader)
{
    for (int byte = peek(reader); byte >= ' ' && byte != '"' && byte != '\\'; byte = peek(reader)) {
        const size_t length =
            bs_utf8_length(reader->bytes + reader->at, reader->length - reader->at);

        if (length == 0) {
            return bs_body_fail(reader, reader->at, "not UTF-8");
        }
        reader->at += length;
    }
    return peek(reader) >= ' ' || fail_here(reader, "a character of a string");
}

/* Text without escapes is borrowed from the body; other text is put together in the reader's buffer. */
static bool read_string(struct bs_body_reader *reader, struct bs_body_value *value)
{
    size_t start;

    value->kind = BS_BODY_TEXT;
    value->at = reader->at;
    if (!take(reader, '"')) {
        return fail_here(reader, "a string");
    }
    start = reader->at;
    if (!read_plain(reader)) {
        return false;
    }
    value->text = reader->bytes + start;
    value->length = reader->at - start;
    if (take(reader, '"')) {
        return true;
    }
    reader->text.length = 0;
    bs_buffer_append(&reader->text, value->text, value->length);
    while (take(reader, '\\')) {
        if (!read_escape(reader)) {
            return false;
        }
        start = reader->at;
        if (!read_plain(reader)) {
            return false;
        }
        bs_buffer_append(&reader->text, reader->bytes + start, reader->at - start);
    }
    BS_ASSERT(!reader->text.failed);
    value->text = reader->text.bytes;
    value->length = reader->text.length;
    return take(reader, '"');
}

/* ---- Numbers ---- */

static bool read_digits(struct bs_body_reader *reader)
{
    const size_t start = reader->at;

    while (peek(reader) >= '0' && peek(reader) <= '9') {
        reader->at++;
    }
    return reader->at > start || fail_here(reader, "a digit");
}

/* Passes over a number; says whether it has neither fraction nor exponent. */
static bool read_spelling(struct bs_body_reader *reader, bool *is_whole)
{
    *is_whole = true;
    (void)take(reader, '-');
    if (!take(reader, '0') && !read_digits(reader)) {
        return false;
    }
    if (take(reader, '.')) {
        *is_whole = false;
        if (!read_digits(reader)) {
            return false;
        }
    }
    if (take(reader, 'e') || take(reader, 'E')) {
        *is_whole = false;
        if (!take(reader, '-')) {
            (void)take(reader, '+');
        }
        return read_digits(reader);
    }
    return true;
}

/* False if the digits are more than 64 bits hold. */
static bool read_whole(const char *digits, int64_t *value)
{
    const bool is_negative = *digits == '-';

    *value = 0;
    for (digits += is_negative; *digits != '\0'; digits++) {
        const int digit = is_negative ? '0' - *digits : *digits - '0';

        if (__builtin_mul_overflow(*value, 10, value) ||
            __builtin_add_overflow(*value, digit, value)) {
            return false;
        }
    }
    return true;
}

static bool read_number(struct bs_body_reader *reader, struct bs_body_value *value)
{
    const size_t start = reader->at;
    char digits[NUMBER_LENGTH_MAX + 1] = {0};
    bool is_whole;

    if (!read_spelling(reader, &is_whole)) {
        return false;
    }
    if (reader->at - start > NUMBER_LENGTH_MAX) {
        return bs_body_fail(reader, start, "a number of too many digits");
    }
    memcpy(digits, reader->bytes + start, reader->at - start);
    value->decimal = strtod(digits, NULL);
    if (is_whole && read_whole(digits, &value->integer)) {
        value->kind = BS_BODY_INTEGER;
        return true;
    }
    value->kind = BS_BODY_DECIMAL;
    if (value->decimal > DBL_MAX || value->decimal < -DBL_MAX) {
        return bs_body_fail(reader, start, "a number that is too large");
    }
    return true;
}

/* ---- Values ---- */

static bool read_word(struct bs_body_reader *reader, const char *word)
{
    const size_t length = strlen(word);

    if (reader->length - reader->at < length ||
        memcmp(reader->bytes + reader->at, word, length) != 0) {
        return fail_here(reader, "a value");
    }
    reader->at += length;
    return true;
}

static bool read_any(struct bs_body_reader *reader, struct bs_body_value *value)
{
    skip_space(reader);
    value->at = reader->at;
    switch (peek(reader)) {
    case '{':
        value->kind = BS_BODY_MAP;
        return take(reader, '{');
    case '[':
        value->kind = BS_BODY_LIST;
        return take(reader, '[');
    case '"':
        return read_string(reader, value);
    case 't':
        value->kind = BS_BODY_BOOLEAN;
        value->boolean = true;
        return read_word(reader, "true");
    case 'f':
        value->kind = BS_BODY_BOOLEAN;
        return read_word(reader, "false");
    case 'n':
        value->kind = BS_BODY_NULL;
        return read_word(reader, "null");
    case '-':
        return read_number(reader, value);
    default:
        if (peek(reader) < '0' || peek(reader) > '9') {
            return fail_here(reader, "a value");
        }
        return read_number(reader, value);
    }
}

static bool has_next(struct bs_body_reader *reader, struct bs_body_value *container)
{
    skip_space(reader);
    if (!container->is_begun) {
        container->is_begun = true;
        return !take(reader, container->kind == BS_BODY_MAP ? '}' : ']');
    }
    if (take(reader, container->kind == BS_BODY_MAP ? '}' : ']')) {
        return false;
    }
    return take(reader, ',') || fail_here(reader, "a comma or the end of what was opened");
}

static bool read_key(struct bs_body_reader *reader, struct bs_body_value *key)
{
    skip_space(reader);
    if (!read_string(reader, key)) {
        return false;
    }
    skip_space(reader);
    return take(reader, ':') || fail_here(reader, "a colon");
}

/* ---- Scalars ---- */

static struct bs_tree *timestamp(struct bs_body_reader *reader,
                                 const struct bs_shape_member *member,
                                 const struct bs_body_value *value)
{
    if (value->kind == BS_BODY_INTEGER || value->kind == BS_BODY_DECIMAL) {
        return bs_body_instant(value->decimal, reader->epoch_s);
    }
    if (value->kind == BS_BODY_TEXT &&
        bs_scalar_timestamp_format(member, BS_TIMESTAMP_UNIX) != BS_TIMESTAMP_UNIX) {
        return bs_scalar_parse(member, value->text, value->length, BS_TIMESTAMP_UNIX,
                               reader->epoch_s);
    }
    return NULL;
}

/* What JSON has no numbers for. */
static struct bs_tree *special_decimal(const struct bs_body_value *value)
{
    static const struct {
        const char *word;
        double decimal;
    } words[] = {
        {"NaN", __builtin_nan("")}, {"Infinity", __builtin_inf()}, {"-Infinity", -__builtin_inf()}};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (value->length == strlen(words[i].word) &&
            memcmp(value->text, words[i].word, value->length) == 0) {
            return bs_tree_new_decimal(words[i].decimal);
        }
    }
    return NULL;
}

static struct bs_tree *scalar(struct bs_body_reader *reader, const struct bs_shape_member *member,
                              const struct bs_body_value *value)
{
    if (member->shape->kind == BS_SHAPE_TIMESTAMP) {
        return timestamp(reader, member, value);
    }
    if (member->shape->kind == BS_SHAPE_BLOB && value->kind == BS_BODY_TEXT) {
        return bs_scalar_parse(member, value->text, value->length, BS_TIMESTAMP_UNIX,
                               reader->epoch_s);
    }
    if (member->shape->kind == BS_SHAPE_DECIMAL && value->kind == BS_BODY_TEXT) {
        return special_decimal(value);
    }
    return bs_body_plain_scalar(member, value);
}

const struct bs_body_language bs_body_json = {
    .read = read_any,
    .has_next = has_next,
    .read_key = read_key,
    .finish = skip_space,
    .scalar = scalar,
};

/* ---- Writing ---- */

static void begin_map(struct bs_body_writer *writer)
{
    bs_json_begin_object(&writer->json);
}

static void end_map(struct bs_body_writer *writer)
{
    bs_json_end_object(&writer->json);
}

static void begin_list(struct bs_body_writer *writer)
{
    bs_json_begin_array(&writer->json);
}

static void end_list(struct bs_body_writer *writer)
{
    bs_json_end_array(&writer->json);
}

static void write_key(struct bs_body_writer *writer, const char *key)
{
    bs_json_key(&writer->json, key);
}

static void write_text(struct bs_body_writer *writer, const char *text)
{
    bs_json_text(&writer->json, text);
}

/* Blobs, decimals and timestamps that are text: as every protocol spells them. */
static void write_spelling(struct bs_body_writer *writer, const struct bs_shape_member *member,
                           const struct bs_tree *tree)
{
    struct bs_buffer spelling;
    const char *text;

    bs_buffer_init(&spelling, writer->json.buffer->length_max);
    bs_scalar_write(member, tree, BS_TIMESTAMP_UNIX, writer->epoch_s, &spelling);
    writer->json.buffer->failed |= spelling.failed;
    text = spelling.length > 0 ? spelling.bytes : "";
    if (tree->kind == BS_TREE_DECIMAL && strpbrk(text, "nN") == NULL) {
        bs_json_number(&writer->json, text);
    } else {
        bs_json_text(&writer->json, text);
    }
    bs_buffer_clean_up(&spelling);
}

static void write_instant(struct bs_body_writer *writer, const struct bs_shape_member *member,
                          const struct bs_tree *tree)
{
    int64_t ns;

    if (bs_scalar_timestamp_format(member, BS_TIMESTAMP_UNIX) != BS_TIMESTAMP_UNIX) {
        write_spelling(writer, member, tree);
    } else if (__builtin_mul_overflow(bs_body_epoch_ms(tree->is.instant, writer->epoch_s),
                                      BS_NS_PER_MS, &ns)) {
        bs_json_null(&writer->json);
    } else {
        bs_json_seconds(&writer->json, ns);
    }
}

static void write_scalar(struct bs_body_writer *writer, const struct bs_shape_member *member,
                         const struct bs_tree *tree)
{
    switch (tree->kind) {
    case BS_TREE_TEXT:
        bs_json_text_of(&writer->json, tree->is.text.bytes, tree->is.text.length);
        return;
    case BS_TREE_INTEGER:
        bs_json_integer(&writer->json, tree->is.integer);
        return;
    case BS_TREE_BOOLEAN:
        bs_json_bool(&writer->json, tree->is.boolean);
        return;
    case BS_TREE_INSTANT:
        write_instant(writer, member, tree);
        return;
    case BS_TREE_BYTES:
    case BS_TREE_DECIMAL:
        write_spelling(writer, member, tree);
        return;
    default:
        bs_json_null(&writer->json);
    }
}

const struct bs_body_hand bs_body_json_hand = {
    .begin_map = begin_map,
    .end_map = end_map,
    .begin_list = begin_list,
    .end_list = end_list,
    .key = write_key,
    .text = write_text,
    .scalar = write_scalar,
};
