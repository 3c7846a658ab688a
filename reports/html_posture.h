/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_HTML_POSTURE_H
#define BS_REPORTS_HTML_POSTURE_H

#include "base/buffer.h"
#include "reports/report.h"

/** How ready the posture is and what it costs, as sections of a card in HTML. */
void bs_html_posture(const struct bs_report *report, struct bs_buffer *buffer);

#endif
