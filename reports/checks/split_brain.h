/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_SPLIT_BRAIN_H
#define BS_REPORTS_CHECKS_SPLIT_BRAIN_H

/**
 * Writes acknowledged in two lineages of a store that allows one writer (DIVERGED records of stores with
 * `writers: one`), and promotions accepted without an effective fence (RISK records).
 */

#include "reports/evidence.h"

struct bs_split_brain {
    struct bs_figure
        duration; /* ns: the union of the DIVERGED spans; unknown without ACKNOWLEDGED. */
    int64_t writes;
    struct bs_instant first; /* BS_INSTANT_UNKNOWN if there was none. */
    const char **risks;      /* One line per RISK record, in words. */
    size_t risk_count;
};

void bs_split_brain_find(struct bs_evidence *evidence, struct bs_split_brain *split);

#endif
