/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_RDS_LIFE_H
#define BS_SIM_WORLD_RDS_LIFE_H

/**
 * RDS: how an instance is deleted, and rebuilt as a replica of another one.
 *
 * A deletion makes a final snapshot, which keeps whatever only this instance had. It lasts as long as drawn;
 * from its beginning on nobody is served, afterwards there is no such instance. Only an available one can be
 * deleted, and none that a replica is being created from.
 *
 * A creation is a snapshot of the source, its copy and its restore in another Region. It lasts as long as
 * drawn. The replica then has what the source had when the creation began, and its lag process begins. Both
 * stand still while the data plane of an instance that they need is lost, and go on where they were.
 */

#include "sim/world/store.h"

/** Whether the lineage's instance can be read from: it is there and its data plane is up. */
bool bs_rds_source_sends(const struct bs_world *world, const struct bs_lineage *source);

/** After a change: whether the copy's creation or deletion goes on. */
void bs_rds_life_refresh(struct bs_world *world, struct bs_copy *copy);

/** The API. */
void bs_rds_create_read_replica(struct bs_world *world, const struct bs_call_request *request,
                                struct bs_call_answer *answer);
void bs_rds_delete_instance(struct bs_world *world, const struct bs_call_request *request,
                            struct bs_call_answer *answer);

#endif
