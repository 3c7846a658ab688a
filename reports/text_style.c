/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/text_style.h"

#include <string.h>

#include "base/assert.h"
#include "reports/clean_text.h"

enum { PARAGRAPH_COLUMNS_MIN = 20 };

static const char *const role_begin[BS_TEXT_ROLE_COUNT] = {
    [BS_TEXT_PLAIN] = "",          [BS_TEXT_STRONG] = "\x1b[1m", [BS_TEXT_FAINT] = "\x1b[2m",
    [BS_TEXT_GOOD] = "\x1b[1;32m", [BS_TEXT_BAD] = "\x1b[1;31m", [BS_TEXT_DOUBT] = "\x1b[1;33m",
};

static void begin_role(const struct bs_text_style *style, enum bs_text_role role)
{
    BS_ASSERT(role < BS_TEXT_ROLE_COUNT);
    if (style->colour) {
        bs_buffer_text(style->buffer, role_begin[role]);
    }
}

static void end_role(const struct bs_text_style *style, enum bs_text_role role)
{
    if (style->colour && role != BS_TEXT_PLAIN) {
        bs_buffer_text(style->buffer, "\x1b[0m");
    }
}

static bool continues_a_code_point(char byte)
{
    return ((unsigned char)byte & 0xc0U) == 0x80U;
}

uint32_t bs_text_columns(const char *text)
{
    uint32_t columns = 0;

    for (; *text != '\0'; text++) {
        columns += continues_a_code_point(*text) ? 0 : 1;
    }
    return columns;
}

/** The bytes that the first `columns` code points take. */
static size_t bytes_of_columns(const char *text, uint32_t columns)
{
    size_t bytes = 0;

    while (text[bytes] != '\0' && (columns > 0 || continues_a_code_point(text[bytes]))) {
        columns -= continues_a_code_point(text[bytes]) ? 0 : 1;
        bytes++;
    }
    return bytes;
}

static void put_spaces(const struct bs_text_style *style, uint32_t columns)
{
    while (columns-- > 0) {
        bs_buffer_text(style->buffer, " ");
    }
}

/* Names may hold what would drive a terminal. */
static void put_clean(const struct bs_text_style *style, const char *text, size_t length)
{
    const char *end = text + length;

    while (text < end) {
        size_t taken = 0;
        const char *bytes = bs_clean_next(&text, &taken);

        bs_buffer_append(style->buffer, bytes, taken);
    }
}

void bs_text_put(const struct bs_text_style *style, enum bs_text_role role, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    begin_role(style, role);
    put_clean(style, text, strlen(text));
    end_role(style, role);
}

void bs_text_cell(const struct bs_text_style *style, enum bs_text_role role, const char *text,
                  uint32_t columns)
{
    uint32_t taken;

    BS_ASSERT(columns >= 3);
    text = text != NULL ? text : "-";
    taken = bs_text_columns(text);
    if (taken < columns) {
        bs_text_put(style, role, text);
        put_spaces(style, columns - taken);
        return;
    }
    begin_role(style, role);
    put_clean(style, text, bytes_of_columns(text, columns - 2));
    bs_buffer_text(style->buffer, "…");
    end_role(style, role);
    put_spaces(style, 1);
}

void bs_text_cell_right(const struct bs_text_style *style, enum bs_text_role role, const char *text,
                        uint32_t columns)
{
    uint32_t taken = bs_text_columns(text);

    put_spaces(style, taken < columns ? columns - taken : 0);
    bs_text_put(style, role, text);
    put_spaces(style, 1);
}

/** The bytes of the longest run of whole words that fits, at least one word. */
static size_t fitting_bytes(const char *text, uint32_t columns)
{
    size_t end = bytes_of_columns(text, columns);
    size_t cut = end;

    if (text[end] == '\0') {
        return end;
    }
    while (cut > 0 && text[cut] != ' ') {
        cut--;
    }
    return cut > 0 ? cut : end + strcspn(text + end, " ");
}

void bs_text_end_line(const struct bs_text_style *style)
{
    struct bs_buffer *buffer = style->buffer;

    while (buffer->length > 0 && buffer->bytes[buffer->length - 1] == ' ') {
        buffer->length--;
    }
    bs_buffer_text(buffer, "\n");
}

void bs_text_paragraph(const struct bs_text_style *style, enum bs_text_role role, const char *text,
                       uint32_t indent)
{
    uint32_t columns = style->width > indent + PARAGRAPH_COLUMNS_MIN ? style->width - indent
                                                                     : PARAGRAPH_COLUMNS_MIN;

    for (;;) {
        size_t bytes = fitting_bytes(text, columns);

        if (bytes > 0) {
            begin_role(style, role);
            put_clean(style, text, bytes);
            end_role(style, role);
        }
        bs_text_end_line(style);
        text += bytes;
        while (*text == ' ') {
            text++;
        }
        if (*text == '\0') {
            return;
        }
        put_spaces(style, indent);
    }
}

void bs_text_heading(const struct bs_text_style *style, const char *text)
{
    bs_buffer_text(style->buffer, "\n");
    bs_text_put(style, BS_TEXT_STRONG, text);
    bs_buffer_text(style->buffer, "\n");
}
