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

/** One map. */
struct bs_plan_table {
    const char *title; /* "Step". */
    const char *place; /* Where such a map stands, in Markdown. */
    const struct bs_fields *fields;
    /* What the fields are offsets into, as it is before anything is read. NULL: what holds for an absent
       key depends on what surrounds the map. */
    const void *defaults;
};

/** All of them, from the outermost to the innermost. Constants. */
const struct bs_plan_table *const *bs_plan_tables(size_t *count);

/** The words of a list of checks in the order of enum bs_http_check, NULL after them. */
extern const char *const bs_plan_check_words[];

#endif
