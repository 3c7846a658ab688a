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
        duration; /* ns: the union of the DIVERGED spans; unknown if one of those stores has no
                     ACKNOWLEDGED record. */
    int64_t writes;
    struct bs_instant first; /* BS_INSTANT_UNKNOWN if there was none. */
    const char *
        *risks; /* One line per RISK record, in words: who accepted what, and what came of it
                                  until the next execution's first. */
    size_t risk_count;
};

/** `executions`: how many there are; of several, each risk says which one took it. */
void bs_split_brain_find(struct bs_evidence *evidence, size_t executions,
                         struct bs_split_brain *split);

#endif
