/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_LEDGER_H
#define BS_REPORTS_CHECKS_LEDGER_H

/**
 * The ledger of missing writes, per store: which acknowledged writes the serving copy lacked, whenever they
 * were counted.
 *
 * A row sums the MISSING records of one store that were counted at one instant and are of one lineage and
 * class; DIVERGED records are rows of the class `diverged`. Rows are in order of the instant at which they
 * were counted, then of lineage and class. Changes are the store's LINEAGE records after instant 0.
 */

#include "reports/checks/rpo.h"
#include "reports/evidence.h"
#include "reports/spans.h"

struct bs_ledger_row {
    const char *counted; /* "recovery" or "end". */
    struct bs_instant counted_at;
    const char *lineage;
    const char *class_name;
    int64_t writes;
    struct bs_instant first; /* When the oldest and the newest of them were acknowledged. */
    struct bs_instant last;
    struct bs_span_of_time
        *ranges; /* In order of their beginnings; of several populations they overlap. */
    size_t range_count;
};

struct bs_lineage_change {
    struct bs_instant at;
    const char *words; /* "orders stopped". */
};

struct bs_ledger {
    struct bs_ledger_row *rows;
    size_t count;
    struct bs_lineage_change *changes;
    size_t change_count;
};

/** One for each of the stores, in their order; NULL and `failed` where the arena says no. */
struct bs_ledger *bs_ledgers_find(struct bs_evidence *evidence, const struct bs_rpo *rpo);

#endif
