/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_MARKDOWN_CARD_H
#define BS_REPORTS_MARKDOWN_CARD_H

/**
 * The report for the summary of a CI job, in GitHub's Markdown.
 *
 * Names and words of the history are text there and nothing else: no markup, no HTML, no link, no mention of
 * anybody (behind `@` and `#` stands a word joiner, which is not seen).
 */

#include "base/buffer.h"
#include "reports/report.h"

void bs_report_markdown(const struct bs_report *report, struct bs_buffer *buffer);

#endif
