/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_writer.h"

#include <inttypes.h>

#include "base/time.h"
#include "reports/clean_text.h"
#include "reports/html_style.h"

static const char *entity_of(char character)
{
    static const struct {
        char character;
        const char *entity;
    } entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};

    for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++) {
        if (entities[i].character == character) {
            return entities[i].entity;
        }
    }
    return NULL;
}

void bs_html_words(struct bs_buffer *buffer, const char *text, int32_t characters_max)
{
    for (int32_t count = 0; text != NULL && *text != '\0'; count++) {
        const char *entity = entity_of(*text);
        size_t length = 0;
        const char *bytes = bs_clean_next(&text, &length);

        if (count == characters_max) {
            bs_buffer_text(buffer, "…");
            return;
        }
        if (entity != NULL) {
            bs_buffer_text(buffer, entity);
        } else {
            bs_buffer_append(buffer, bytes, length);
        }
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

void bs_html_begin_page(struct bs_buffer *buffer, const struct bs_html_page *page)
{
    bs_buffer_text(buffer,
                   "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                   "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\"/>\n<title>");
    bs_html_words(buffer, page->verdict, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, ": ");
    bs_html_words(buffer, page->subject, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "</title>\n<style>\n");
    bs_buffer_text(buffer, bs_html_style);
    bs_buffer_text(buffer, page->style != NULL ? page->style : "");
    bs_buffer_text(buffer, "</style>\n</head>\n<body>\n");
    bs_buffer_text(buffer, bs_html_patterns);
    bs_html_element(buffer, "h1", NULL, page->subject);
    bs_buffer_text(buffer, "\n");
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
    char text[BS_TIME_TEXT_MAX];

    bs_buffer_text(buffer, bs_percent_text(ppb, text));
}

/* ---- Tables ---- */

void bs_html_begin_table(struct bs_buffer *buffer, const char *heading, const char *const *columns)
{
    bs_html_element(buffer, "h2", NULL, heading);
    bs_buffer_text(buffer, "\n");
    bs_html_begin_plain_table(buffer, heading, columns);
}

void bs_html_begin_plain_table(struct bs_buffer *buffer, const char *heading,
                               const char *const *columns)
{
    bs_buffer_text(buffer, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
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
