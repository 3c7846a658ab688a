/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_HTML_LAGS_H
#define BS_REPORTS_HTML_LAGS_H

/** How far each copy was behind, drawn against time beside the store's objective, and as a table. */

#include "base/buffer.h"
#include "reports/report.h"

void bs_html_lags(const struct bs_report *report, struct bs_buffer *buffer);

#endif
