/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_BLOCKS_BLOCKS_H
#define BS_ORCHESTRATOR_CORE_BLOCKS_BLOCKS_H

/** The rows of the block table, each in the file that its name says. Internal to the core. */

#include "orchestrator/core/block.h"

extern const struct bs_block bs_block_check_region_health;
extern const struct bs_block bs_block_check_replication_lag;
extern const struct bs_block bs_block_check_capacity;
extern const struct bs_block bs_block_check_image;
extern const struct bs_block bs_block_approve;
extern const struct bs_block bs_block_checklist;
extern const struct bs_block bs_block_hold;
extern const struct bs_block bs_block_suspend_change;
extern const struct bs_block bs_block_resume_change;
extern const struct bs_block bs_block_fence;
extern const struct bs_block bs_block_release_fence;
extern const struct bs_block bs_block_promote_rds_replica;
extern const struct bs_block bs_block_create_rds_replica;
extern const struct bs_block bs_block_scale_ecs;
extern const struct bs_block bs_block_smoke_test;
extern const struct bs_block bs_block_lower_ttl;
extern const struct bs_block bs_block_change_dns;
extern const struct bs_block bs_block_set_parameter;
extern const struct bs_block bs_block_record_state;
extern const struct bs_block bs_block_notify;
extern const struct bs_block bs_block_wait;

/** For other blocks that ask people: asks a role one thing and waits for the answer. approve.c has it. */
struct bs_progress bs_ask_people(const struct bs_block_context *context,
                                 const struct bs_call_answer *answer,
                                 const struct bs_plan_resource *role, const char *kind,
                                 const char *text, int64_t question);

/** For rows: a table of parameters and its length. */
#define BS_PARAMETERS(table) \
    .parameters = (table), .parameter_count = sizeof(table) / sizeof((table)[0])

#endif
