/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_BLOCKS_BLOCKS_H
#define BS_ORCHESTRATOR_CORE_BLOCKS_BLOCKS_H

/** The rows of the block table, each in the file that its name says. Internal to the core. */

#include "orchestrator/core/block.h"

#define BS_BLOCK_ROW(id, name) extern const struct bs_block bs_block_##name;
BS_BLOCKS(BS_BLOCK_ROW)
#undef BS_BLOCK_ROW

/** For other blocks that ask people: asks a role one thing and waits for the answer. approve.c has it. */
struct bs_progress bs_ask_people(const struct bs_block_context *context,
                                 const struct bs_call_answer *answer,
                                 const struct bs_plan_resource *role, const char *kind,
                                 const char *text, int64_t question);

/** For rows: a table of parameters and its length. */
#define BS_PARAMETERS(table) \
    .parameters = (table), .parameter_count = sizeof(table) / sizeof((table)[0])

#endif
