/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_PLAN_PLAN_TABLES_H
#define BS_ORCHESTRATOR_PLAN_PLAN_TABLES_H

/**
 * The maps that a plan file is made of, as its loader reads them: for those who explain the language.
 *
 * What a block's parameters are stands in its row of the block table (orchestrator/core/block.h).
 */

#include <stddef.h>

#include "base/decode.h"

struct bs_plan_table {
    const char *title; /* "Step". */
    const char *place; /* Where such a map stands, in Markdown. */
    const struct bs_fields *fields;
    const void
        *defaults; /* What the fields' offsets go into, before anything is read; NULL: what is
                             absent depends on what surrounds the map. */
};

/** All of them, from the outermost to the innermost. Constants. */
const struct bs_plan_table *const *bs_plan_tables(size_t *count);

#endif
