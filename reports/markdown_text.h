/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_MARKDOWN_TEXT_H
#define BS_REPORTS_MARKDOWN_TEXT_H

/** Words of a history in Markdown, in which they mean nothing but themselves. */

#include "base/buffer.h"

/**
 * Appends `text`, cleaned and escaped; "?" for NULL. Never at the start of a line, where more characters mean
 * something.
 */
void bs_markdown_text(struct bs_buffer *buffer, const char *text);

#endif
