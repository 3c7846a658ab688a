/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_VERDICT_BANNER_H
#define BS_REPORTS_VERDICT_BANNER_H

/** What a card for a terminal begins with. */

#include "reports/report.h"
#include "reports/text_style.h"

struct bs_verdict_banner {
    const char *word;
    enum bs_text_role role;
};

struct bs_verdict_banner bs_verdict_banner(enum bs_verdict verdict);

#endif
