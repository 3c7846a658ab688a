/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Scalars as text: what forms, XML, headers and paths have in common. */

#include <errno.h>
#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/assert.h"
#include "base/utf8.h"
#include "mocks/calendar.h"
#include "mocks/codec_protocol.h"

/* The longest number that anybody writes; what is longer is none. */
enum { NUMBER_MAX = 64 };

enum bs_timestamp_format bs_scalar_timestamp_format(const struct bs_shape_member *member,
                                                    enum bs_timestamp_format otherwise)
{
    if (member->timestamp != BS_TIMESTAMP_DEFAULT) {
        return member->timestamp;
    }
    return member->shape->timestamp != BS_TIMESTAMP_DEFAULT ? member->shape->timestamp : otherwise;
}

/* ---- Base64 ---- */

static const char base64_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void write_base64(const unsigned char *bytes, size_t length, struct bs_buffer *text)
{
    for (size_t i = 0; i < length; i += 3) {
        const size_t taken = length - i < 3 ? length - i : 3;
        const unsigned group = (unsigned)bytes[i] << 16 |
                               (taken > 1 ? (unsigned)bytes[i + 1] << 8 : 0U) |
                               (taken > 2 ? (unsigned)bytes[i + 2] : 0U);
        const char digits[4] = {base64_digits[group >> 18 & 63], base64_digits[group >> 12 & 63],
                                taken > 1 ? base64_digits[group >> 6 & 63] : '=',
                                taken > 2 ? base64_digits[group & 63] : '='};

        bs_buffer_append(text, digits, sizeof(digits));
    }
}

/* The value of each byte as a digit, or -1. */
static void base64_values(signed char values[256])
{
    memset(values, -1, 256);
    for (int i = 0; i < 64; i++) {
        values[(unsigned char)base64_digits[i]] = (signed char)i;
    }
}

static size_t padding_of(const char *text, size_t length)
{
    size_t padding = 0;

    while (padding < 2 && padding < length && text[length - 1 - padding] == '=') {
        padding++;
    }
    return padding;
}

static struct bs_tree *parse_base64(const char *text, size_t length)
{
    const size_t digits = length - padding_of(text, length);
    unsigned char *bytes = malloc(length / 4 * 3 + 3);
    struct bs_tree *blob = NULL;
    signed char values[256];
    unsigned group = 0;
    size_t written = 0;
    size_t i;

    BS_ASSERT(bytes != NULL);
    base64_values(values);
    for (i = 0; i < digits && values[(unsigned char)text[i]] >= 0; i++) {
        group = group << 6 | (unsigned)values[(unsigned char)text[i]];
        if (i % 4 != 0) {
            bytes[written++] = (unsigned char)(group >> (6 - i % 4 * 2) & 255);
        }
    }
    if (i == digits && length % 4 == 0) {
        blob = bs_tree_new_bytes(bytes, written);
    }
    free(bytes);
    return blob;
}

/* ---- Other kinds ---- */

static bool is_utf8(const char *text, size_t length)
{
    for (size_t i = 0, step; i < length; i += step) {
        step = bs_utf8_length(text + i, length - i);
        if (step == 0) {
            return false;
        }
    }
    return true;
}

static struct bs_tree *parse_integer(const char *text)
{
    char *end;
    long long value;

    errno = 0;
    value = strtoll(text, &end, 10);
    return errno != 0 || end == text || *end != '\0' ? NULL : bs_tree_new_integer(value);
}

static bool is_infinite(double value)
{
    return value > DBL_MAX || value < -DBL_MAX;
}

static struct bs_tree *parse_decimal(const char *text)
{
    char *end;
    double value;

    /* Words are written like this and not otherwise; hexadecimal numbers are none. */
    if (strcmp(text, "NaN") == 0 || strcmp(text, "Infinity") == 0 ||
        strcmp(text, "-Infinity") == 0) {
        return bs_tree_new_decimal(strtod(text, NULL));
    }
    if (text[strspn(text, "0123456789+-.eE")] != '\0') {
        return NULL;
    }
    value = strtod(text, &end);
    return end == text || *end != '\0' || is_infinite(value) ? NULL : bs_tree_new_decimal(value);
}

static struct bs_tree *parse_boolean(const char *text)
{
    if (strcasecmp(text, "true") == 0 || strcasecmp(text, "false") == 0) {
        return bs_tree_new_boolean(strcasecmp(text, "true") == 0);
    }
    return NULL;
}

static struct bs_tree *parse_timestamp(const char *text, enum bs_timestamp_format format,
                                       int64_t epoch_s)
{
    struct bs_instant instant;

    return bs_calendar_parse(text, format, epoch_s, &instant) ? bs_tree_new_instant(instant) : NULL;
}

struct bs_tree *bs_scalar_parse(const struct bs_shape_member *member, const char *text,
                                size_t length, enum bs_timestamp_format otherwise, int64_t epoch_s)
{
    char number[NUMBER_MAX];

    if (member->shape->kind == BS_SHAPE_STRING) {
        return is_utf8(text, length) ? bs_tree_new_text_of(text, length) : NULL;
    }
    if (member->shape->kind == BS_SHAPE_BLOB) {
        return parse_base64(text, length);
    }
    if (length == 0 || length >= sizeof(number) || memchr(text, '\0', length) != NULL ||
        strchr(" \t\n\r\v\f", text[0]) != NULL) {
        return NULL;
    }
    memcpy(number, text, length);
    number[length] = '\0';
    switch (member->shape->kind) {
    case BS_SHAPE_INTEGER:
        return parse_integer(number);
    case BS_SHAPE_DECIMAL:
        return parse_decimal(number);
    case BS_SHAPE_BOOLEAN:
        return parse_boolean(number);
    case BS_SHAPE_TIMESTAMP:
        return parse_timestamp(number, bs_scalar_timestamp_format(member, otherwise), epoch_s);
    default:
        return NULL;
    }
}

/* The fewest digits that give the same number again, and a point so that it is seen to be a decimal. */
static void write_decimal(double value, struct bs_buffer *text)
{
    char digits[NUMBER_MAX];

    if (value != value) {
        bs_buffer_text(text, "NaN");
        return;
    }
    if (is_infinite(value)) {
        bs_buffer_text(text, value > 0 ? "Infinity" : "-Infinity");
        return;
    }
    for (int precision = 15; precision <= 17; precision++) {
        (void)snprintf(digits, sizeof(digits), "%.*g", precision, value);
        if (strtod(digits, NULL) == value) {
            break;
        }
    }
    bs_buffer_text(text, digits);
    if (digits[strcspn(digits, ".e")] == '\0') {
        bs_buffer_text(text, ".0");
    }
}

void bs_scalar_write(const struct bs_shape_member *member, const struct bs_tree *scalar,
                     enum bs_timestamp_format otherwise, int64_t epoch_s, struct bs_buffer *text)
{
    switch (scalar->kind) {
    case BS_TREE_TEXT:
    case BS_TREE_BYTES:
        if (member->shape->kind == BS_SHAPE_BLOB) {
            write_base64((const unsigned char *)scalar->is.text.bytes, scalar->is.text.length,
                         text);
        } else {
            bs_buffer_append(text, scalar->is.text.bytes, scalar->is.text.length);
        }
        return;
    case BS_TREE_INTEGER:
        bs_buffer_integer(text, scalar->is.integer);
        return;
    case BS_TREE_DECIMAL:
        write_decimal(scalar->is.decimal, text);
        return;
    case BS_TREE_BOOLEAN:
        bs_buffer_text(text, scalar->is.boolean ? "true" : "false");
        return;
    case BS_TREE_INSTANT:
        bs_calendar_write(scalar->is.instant, bs_scalar_timestamp_format(member, otherwise),
                          epoch_s, text);
        return;
    default:
        return;
    }
}
