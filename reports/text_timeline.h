/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_TEXT_TIMELINE_H
#define BS_REPORTS_TEXT_TIMELINE_H

/**
 * The report drawn against time: the share served as a strip of blocks, faults and outages as bars, then
 * closer up the response with its marks and one bar per step. Every row names its times in words.
 */

#include "reports/report.h"
#include "reports/text_style.h"

void bs_text_timeline(const struct bs_report *report, const struct bs_text_style *style);

#endif
