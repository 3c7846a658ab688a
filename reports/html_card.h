/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_HTML_CARD_H
#define BS_REPORTS_HTML_CARD_H

/**
 * The report as one HTML5 file that asks for nothing else: no script, no image, no font, no network.
 *
 * Light or dark as the reader's system is, printable, readable on a phone; tables have headers, pictures
 * have words. Whatever comes from the history is escaped, and can neither be markup nor turn the direction
 * of what stands around it.
 */

#include "reports/report.h"

void bs_report_html(const struct bs_report *report, struct bs_buffer *buffer);

#endif
