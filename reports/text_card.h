/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_TEXT_CARD_H
#define BS_REPORTS_TEXT_CARD_H

/**
 * The report for a tired person: the verdict with its margins, why, where the time went, the run against
 * time, then steps, data, cohorts and invariants. The last line is the command that gives the run again.
 * Reads the same without colour.
 */

#include "base/buffer.h"
#include "reports/report.h"

enum { BS_TEXT_CARD_WIDTH = 100 };

struct bs_text_card_options {
    bool colour;
    uint32_t
        width; /* 0: BS_TEXT_CARD_WIDTH. Paragraphs keep to it; the time line takes 100 in any case. */
};

void bs_report_text(const struct bs_report *report, const struct bs_text_card_options *options,
                    struct bs_buffer *buffer);

#endif
