/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CLEAN_TEXT_H
#define BS_REPORTS_CLEAN_TEXT_H

/**
 * Names and words of a history for formats that other programs read: whatever they hold, what is written is
 * UTF-8 that moves no cursor and turns no text around.
 *
 * U+FFFD takes the place of each control character (C0, DEL, C1), each separator of lines and paragraphs,
 * each bidirectional embedding, override and isolate, U+FFFE and U+FFFF, and each byte that is not UTF-8.
 */

#include <stddef.h>

#include "base/buffer.h"

/** What a format writes for an ASCII character, controls included; NULL: itself, cleaned. */
typedef const char *bs_escape_fn(char character);

/** Appends `text`, cleaned; "?" for NULL. `escape` may be NULL; what it returns is written as it is. */
void bs_clean_text(struct bs_buffer *buffer, const char *text, bs_escape_fn *escape);

/**
 * As bs_clean_text(), and different texts stay different: behind each U+FFFD stands what it is there for, the
 * code point in six hexadecimal digits (an escape: 00001b; also of U+FFFD itself), or an x and two digits
 * of a byte that is not UTF-8.
 */
void bs_distinct_text(struct bs_buffer *buffer, const char *text, bs_escape_fn *escape);

/**
 * The next character of `*text`, cleaned, and how many bytes it takes; moves `*text` behind it. NULL at the
 * end.
 */
const char *bs_clean_next(const char **text, size_t *length);

#endif
