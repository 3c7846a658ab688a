/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/time.h"

enum { PPB_PER_MILLI_PERCENT = 10000, REPLACEMENT = 0xFFFD };

/* ---- Characters ---- */

/*
 * The next character of UTF-8 and how many bytes it has; one that is overlong, a surrogate, beyond
 * U+10FFFF or broken off is a single strange byte.
 */
static uint32_t next_character(const unsigned char *text, size_t *length)
{
    static const struct {
        unsigned char mask;
        unsigned char lead;
        uint32_t first; /* The smallest that needs so many bytes. */
    } forms[] = {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}};

    *length = 1;
    for (size_t more = 0; more < 4; more++) {
        uint32_t character = text[0] & (uint32_t)(unsigned char)~forms[more].mask;
        size_t k = 1;

        if ((text[0] & forms[more].mask) != forms[more].lead) {
            continue;
        }
        for (; k <= more && (text[k] & 0xC0U) == 0x80; k++) {
            character = character << 6U | (text[k] & 0x3FU);
        }
        if (k <= more || character < forms[more].first || character > 0x10FFFF ||
            (character >= 0xD800 && character <= 0xDFFF)) {
            return REPLACEMENT;
        }
        *length = more + 1;
        return character;
    }
    return REPLACEMENT;
}

/* Controls, and what turns the direction of writing for more than itself. */
static bool is_harmful(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0x2028 ||
           character == 0x2029 || character == 0x200E || character == 0x200F ||
           (character & 0xFFFEU) == 0xFFFE;
}

static void put_character(struct bs_buffer *buffer, const char *bytes, size_t length,
                          uint32_t character)
{
    static const struct {
        uint32_t character;
        const char *entity;
    } entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};

    for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++) {
        if (entities[i].character == character) {
            bs_buffer_text(buffer, entities[i].entity);
            return;
        }
    }
    if (character == REPLACEMENT || is_harmful(character)) {
        bs_buffer_text(buffer, "\xEF\xBF\xBD");
    } else {
        bs_buffer_append(buffer, bytes, length);
    }
}

void bs_html_words(struct bs_buffer *buffer, const char *text, int32_t characters_max)
{
    for (int32_t count = 0; text != NULL && *text != '\0'; count++) {
        size_t length;
        const uint32_t character = next_character((const unsigned char *)text, &length);

        if (count == characters_max) {
            bs_buffer_text(buffer, "…");
            return;
        }
        put_character(buffer, text, length, character);
        text += length;
    }
}

void bs_html_element(struct bs_buffer *buffer, const char *name, const char *class_name,
                     const char *text)
{
    bs_buffer_format(buffer, "<%s", name);
    if (class_name != NULL) {
        bs_buffer_format(buffer, " class=\"%s\"", class_name);
    }
    bs_buffer_text(buffer, ">");
    bs_html_words(buffer, text, BS_HTML_ALL_WORDS);
    bs_buffer_format(buffer, "</%s>", name);
}

/* ---- Figures ---- */

void bs_html_duration(struct bs_buffer *buffer, int64_t ns)
{
    char text[BS_TIME_TEXT_MAX];

    bs_duration_format((struct bs_duration){ns}, text);
    bs_buffer_text(buffer, text);
}

void bs_html_figure(struct bs_buffer *buffer, struct bs_figure figure)
{
    if (bs_is_known(figure)) {
        bs_html_duration(buffer, figure.value);
        return;
    }
    bs_buffer_text(buffer, "<abbr title=\"");
    bs_html_words(buffer, figure.unknown, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "\">unknown</abbr>");
}

void bs_html_percent(struct bs_buffer *buffer, int64_t ppb)
{
    const int64_t milli = ppb / PPB_PER_MILLI_PERCENT;
    char text[BS_TIME_TEXT_MAX];
    size_t length;

    (void)snprintf(text, sizeof(text), "%" PRId64 ".%03" PRId64, milli / 1000, milli % 1000);
    length = strlen(text);
    while (text[length - 1] == '0') {
        length--;
    }
    bs_buffer_append(buffer, text, length - (text[length - 1] == '.' ? 1 : 0));
    bs_buffer_text(buffer, " %");
}

/* ---- Tables ---- */

void bs_html_begin_table(struct bs_buffer *buffer, const char *heading, const char *const *columns)
{
    bs_html_element(buffer, "h2", NULL, heading);
    bs_buffer_text(buffer, "\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    bs_html_words(buffer, heading, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "\"><table>\n<thead><tr>");
    for (; *columns != NULL; columns++) {
        const bool is_number = (*columns)[0] == '#';

        bs_buffer_format(buffer, "<th scope=\"col\"%s>", is_number ? " class=\"n\"" : "");
        bs_html_words(buffer, *columns + (is_number ? 1 : 0), BS_HTML_ALL_WORDS);
        bs_buffer_text(buffer, "</th>");
    }
    bs_buffer_text(buffer, "</tr></thead>\n<tbody>\n");
}

void bs_html_end_table(struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "</tbody></table></div>\n");
}

void bs_html_head(struct bs_buffer *buffer, const char *text)
{
    bs_buffer_text(buffer, "<th scope=\"row\"><bdi>");
    bs_html_words(buffer, text, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "</bdi></th>");
}

void bs_html_cell(struct bs_buffer *buffer, const char *class_name, const char *text)
{
    bs_html_element(buffer, "td", class_name, text);
}

void bs_html_duration_cell(struct bs_buffer *buffer, int64_t ns)
{
    bs_buffer_text(buffer, "<td class=\"n\">");
    bs_html_duration(buffer, ns);
    bs_buffer_text(buffer, "</td>");
}

void bs_html_figure_cell(struct bs_buffer *buffer, struct bs_figure figure)
{
    bs_buffer_text(buffer, "<td class=\"n\">");
    bs_html_figure(buffer, figure);
    bs_buffer_text(buffer, "</td>");
}

void bs_html_count_cell(struct bs_buffer *buffer, int64_t count)
{
    bs_buffer_format(buffer, "<td class=\"n\">%" PRId64 "</td>", count);
}

void bs_html_faint_cell(struct bs_buffer *buffer, struct bs_figure figure)
{
    bs_buffer_text(buffer, "<td class=\"n\">");
    if (bs_is_known(figure) && figure.value != 0) {
        bs_html_duration(buffer, figure.value);
    }
    bs_buffer_text(buffer, "</td>");
}
