/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_S3_H
#define BS_SIM_WORLD_S3_H

/**
 * S3: cross-Region replication, object by object.
 *
 * Object k, acknowledged at a, has arrived in the other bucket at a + D_k, if the source could still send it
 * then. What had not left when the source's Region was lost stays there (fact C13).
 */

#include "sim/world/store.h"

/** Brings the copy's readable and writable up to date; the reason for its writability, for people. */
const char *bs_s3_refresh(struct bs_world *world, struct bs_store *store, struct bs_copy *copy);

/** The ReplicationLatency metric at the last full minute; false if the source publishes none. */
bool bs_s3_replication_latency(struct bs_world *world, struct bs_store *store,
                               struct bs_duration *latency, struct bs_instant *at);

#endif
