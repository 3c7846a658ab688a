/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/json_writer.h"

#include <string.h>

#include "base/assert.h"
#include "base/utf8.h"

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

static void new_line(struct bs_json_writer *writer)
{
    if (writer->indent == 0) {
        return;
    }
    bs_buffer_append(writer->buffer, "\n", 1);
    for (uint32_t i = 0; i < writer->depth * writer->indent; i++) {
        bs_buffer_append(writer->buffer, " ", 1);
    }
}

/* What stands between this value or key and whatever was written before it. */
static void separate(struct bs_json_writer *writer)
{
    BS_ASSERT(writer != NULL);

    if (writer->after_key) {
        writer->after_key = false;
        return;
    }
    if (writer->depth == 0) {
        return;
    }
    if (writer->has_members[writer->depth - 1]) {
        bs_buffer_append(writer->buffer, ",", 1);
    }
    writer->has_members[writer->depth - 1] = true;
    new_line(writer);
}

static void begin(struct bs_json_writer *writer, const char *bracket)
{
    separate(writer);
    BS_ASSERT(writer->depth < BS_JSON_DEPTH_MAX);
    writer->has_members[writer->depth] = false;
    writer->depth++;
    bs_buffer_append(writer->buffer, bracket, 1);
}

static void end(struct bs_json_writer *writer, const char *bracket)
{
    BS_ASSERT(writer != NULL);
    BS_ASSERT(writer->depth > 0);
    BS_ASSERT(!writer->after_key);

    writer->depth--;
    if (writer->has_members[writer->depth]) {
        new_line(writer);
    }
    bs_buffer_append(writer->buffer, bracket, 1);
}

void bs_json_begin_object(struct bs_json_writer *writer)
{
    begin(writer, "{");
}

void bs_json_end_object(struct bs_json_writer *writer)
{
    end(writer, "}");
}

void bs_json_begin_array(struct bs_json_writer *writer)
{
    begin(writer, "[");
}

void bs_json_end_array(struct bs_json_writer *writer)
{
    end(writer, "]");
}

/* The escapes that RFC 8259 section 7 requires: short where there is a short form. */
static void append_escape(struct bs_buffer *buffer, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";
    static const char letters[] = "btn\0fr"; /* U+0008 to U+000D; U+000B has none. */
    char escape[6] = {'\\', (char)byte, '0', '0', '0', '0'};
    size_t length = 2;

    if (byte >= '\b' && byte <= '\r' && byte != '\v') {
        escape[1] = letters[byte - '\b'];
    } else if (byte < ' ') {
        escape[1] = 'u';
        escape[4] = digits[byte >> 4];
        escape[5] = digits[byte & 15U];
        length = sizeof(escape);
    }
    bs_buffer_append(buffer, escape, length);
}

static size_t count_plain(const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && (unsigned char)text[count] >= ' ' &&
           (unsigned char)text[count] < 0x80 && text[count] != '"' && text[count] != '\\') {
        count++;
    }
    return count;
}

bool bs_json_is_plain(const char *text, size_t length)
{
    return count_plain(text, length) == length;
}

static void append_quoted(struct bs_buffer *buffer, const char *text, size_t length)
{
    bs_buffer_append(buffer, "\"", 1);
    for (;;) {
        size_t count = count_plain(text, length);

        bs_buffer_append(buffer, text, count);
        text += count;
        length -= count;
        if (length == 0) {
            break;
        }
        count = bs_utf8_length(text, length);
        if (count == 1) {
            append_escape(buffer, (unsigned char)*text);
        } else if (count > 1) {
            bs_buffer_append(buffer, text, count);
        } else {
            bs_buffer_append(buffer, replacement, sizeof(replacement) - 1);
            count = 1;
        }
        text += count;
        length -= count;
    }
    bs_buffer_append(buffer, "\"", 1);
}

void bs_json_key(struct bs_json_writer *writer, const char *key)
{
    BS_ASSERT(key != NULL);
    BS_ASSERT(writer->depth > 0);
    BS_ASSERT(!writer->after_key);

    separate(writer);
    append_quoted(writer->buffer, key, strlen(key));
    bs_buffer_append(writer->buffer, ": ", writer->indent == 0 ? 1 : 2);
    writer->after_key = true;
}

void bs_json_text(struct bs_json_writer *writer, const char *text)
{
    if (text == NULL) {
        bs_json_null(writer);
        return;
    }
    bs_json_text_of(writer, text, strlen(text));
}

void bs_json_text_of(struct bs_json_writer *writer, const char *bytes, size_t length)
{
    separate(writer);
    append_quoted(writer->buffer, bytes, length);
}

void bs_json_integer(struct bs_json_writer *writer, int64_t value)
{
    separate(writer);
    bs_buffer_integer(writer->buffer, value);
}

void bs_json_bool(struct bs_json_writer *writer, bool value)
{
    separate(writer);
    bs_buffer_text(writer->buffer, value ? "true" : "false");
}

void bs_json_null(struct bs_json_writer *writer)
{
    separate(writer);
    bs_buffer_append(writer->buffer, "null", 4);
}

void bs_json_seconds(struct bs_json_writer *writer, int64_t ns)
{
    char text[BS_TIME_TEXT_MAX];

    if (ns == INT64_MIN) {
        bs_json_null(writer);
        return;
    }
    separate(writer);
    bs_seconds_format(ns, text);
    bs_buffer_text(writer->buffer, text);
}

/* 10^9 parts make one as 10^9 ns make a second: the same number of digits. */
void bs_json_ppb(struct bs_json_writer *writer, int64_t ppb)
{
    bs_json_seconds(writer, ppb);
}

void bs_json_number(struct bs_json_writer *writer, const char *digits)
{
    separate(writer);
    bs_buffer_text(writer->buffer, digits);
}

void bs_json_member_text(struct bs_json_writer *writer, const char *key, const char *text)
{
    bs_json_key(writer, key);
    bs_json_text(writer, text);
}

void bs_json_member_integer(struct bs_json_writer *writer, const char *key, int64_t value)
{
    bs_json_key(writer, key);
    bs_json_integer(writer, value);
}

void bs_json_member_bool(struct bs_json_writer *writer, const char *key, bool value)
{
    bs_json_key(writer, key);
    bs_json_bool(writer, value);
}

void bs_json_member_seconds(struct bs_json_writer *writer, const char *key, int64_t ns)
{
    bs_json_key(writer, key);
    bs_json_seconds(writer, ns);
}
