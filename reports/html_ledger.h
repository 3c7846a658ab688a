/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_HTML_LEDGER_H
#define BS_REPORTS_HTML_LEDGER_H

/** Per store that lacks writes: when those were acknowledged, drawn against time, and as a table. */

#include "base/buffer.h"
#include "reports/report.h"

void bs_html_ledger(const struct bs_report *report, struct bs_buffer *buffer);

#endif
