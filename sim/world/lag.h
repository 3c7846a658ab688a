/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_LAG_H
#define BS_SIM_WORLD_LAG_H

/**
 * How far each copy is behind where it replicates from, written to the history at every full minute: what
 * ReplicaLag and ReplicationLatency would say, were they published whatever is lost. Looking changes nothing.
 */

struct bs_world;

void bs_lags_start(struct bs_world *world);

#endif
