/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_TEXT_POSTURE_H
#define BS_REPORTS_TEXT_POSTURE_H

#include "reports/report.h"
#include "reports/text_style.h"

/** How ready the posture is and what it costs, as sections of a card of text. */
void bs_text_posture(const struct bs_report *report, const struct bs_text_style *style);

#endif
