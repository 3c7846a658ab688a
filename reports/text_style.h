/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_TEXT_STYLE_H
#define BS_REPORTS_TEXT_STYLE_H

/**
 * Text for a terminal: roles that become colours only if wanted, columns, and wrapped paragraphs. Whatever
 * the text holds, it moves no cursor (reports/clean_text.h).
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

/** What a piece of text is; never the only carrier of meaning. */
enum bs_text_role {
    BS_TEXT_PLAIN,
    BS_TEXT_STRONG,
    BS_TEXT_FAINT,
    BS_TEXT_GOOD,
    BS_TEXT_BAD,
    BS_TEXT_DOUBT,
    BS_TEXT_ROLE_COUNT,
};

struct bs_text_style {
    struct bs_buffer *buffer;
    bool colour;    /* ANSI escapes (ECMA-48 SGR). */
    uint32_t width; /* Columns of a line. */
};

/** As many columns as `text` takes: one per UTF-8 code point. */
uint32_t bs_text_columns(const char *text);

/** The text in a role. NULL writes nothing. */
void bs_text_put(const struct bs_text_style *style, enum bs_text_role role, const char *text);

/** As above in a column: filled up with spaces, or cut with an ellipsis; always ends in a space. */
void bs_text_cell(const struct bs_text_style *style, enum bs_text_role role, const char *text,
                  uint32_t columns);

/** As bs_text_cell(), but flush right, and never cut. */
void bs_text_cell_right(const struct bs_text_style *style, enum bs_text_role role, const char *text,
                        uint32_t columns);

/** Ends the line, without spaces at its end. */
void bs_text_end_line(const struct bs_text_style *style);

/**
 * A paragraph that begins in column `indent` of the current line, is broken at spaces before `width`, goes
 * on in the same column, and ends the line.
 */
void bs_text_paragraph(const struct bs_text_style *style, enum bs_text_role role, const char *text,
                       uint32_t indent);

/** A heading on a line of its own, after an empty line. */
void bs_text_heading(const struct bs_text_style *style, const char *text);

#endif
