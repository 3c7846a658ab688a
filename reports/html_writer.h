/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_HTML_WRITER_H
#define BS_REPORTS_HTML_WRITER_H

/** Pieces of HTML: escaped words, figures, tables. Words may be anything; classes are the caller's own. */

#include "base/buffer.h"
#include "reports/figure.h"

enum { BS_HTML_ALL_WORDS = INT32_MAX };

/**
 * The text as character data, safe in elements and in quoted attributes: at most `characters_max` of its
 * characters, then an ellipsis. What is no UTF-8, a control, or would turn the direction of writing is shown
 * as U+FFFD. NULL is nothing.
 */
void bs_html_words(struct bs_buffer *buffer, const char *text, int32_t characters_max);

/** An element with a class (or NULL) that holds the text. */
void bs_html_element(struct bs_buffer *buffer, const char *name, const char *class_name,
                     const char *text);

/** What a page is about, and its style beyond bs_html_style (or NULL). */
struct bs_html_page {
    const char *verdict;
    const char *subject;
    const char *style;
};

/** From the first byte to the page's only h1: asks for nothing from elsewhere, and forbids it. */
void bs_html_begin_page(struct bs_buffer *buffer, const struct bs_html_page *page);

/** As bs_duration_format(); "unknown" with the reason as its title. */
void bs_html_figure(struct bs_buffer *buffer, struct bs_figure figure);

/** "1m 5s". */
void bs_html_duration(struct bs_buffer *buffer, int64_t ns);

/** "99.912 %", cut rather than rounded. */
void bs_html_percent(struct bs_buffer *buffer, int64_t ppb);

/** A heading and the beginning of a table with these columns, NULL-terminated; "#" before a name: numbers. */
void bs_html_begin_table(struct bs_buffer *buffer, const char *heading, const char *const *columns);
/** The same without the heading, which then only those hear who do not see. */
void bs_html_begin_plain_table(struct bs_buffer *buffer, const char *heading,
                               const char *const *columns);
void bs_html_end_table(struct bs_buffer *buffer);

/** @{ Cells of a row that the caller begins with "<tr>": its head, words, and numbers. */
void bs_html_head(struct bs_buffer *buffer, const char *text);
void bs_html_cell(struct bs_buffer *buffer, const char *class_name, const char *text);
void bs_html_duration_cell(struct bs_buffer *buffer, int64_t ns);
void bs_html_figure_cell(struct bs_buffer *buffer, struct bs_figure figure);
void bs_html_count_cell(struct bs_buffer *buffer, int64_t count);
/** Empty if there is nothing to be said of it: no time at all, and nothing known. */
void bs_html_faint_cell(struct bs_buffer *buffer, struct bs_figure figure);
/** @} */

#endif
