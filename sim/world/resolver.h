/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_RESOLVER_H
#define BS_SIM_WORLD_RESOLVER_H

/**
 * Resolvers: how long an old answer lives on.
 *
 * When a change has reached a resolver's name server, what is left of the old answer's life is U x TTL for
 * one that honours it, U x the larger of TTL and its floor for one with a floor, and a draw of its own for
 * one that extends or is stuck. That the residual life is drawn at the change, instead of following from a
 * phase fixed at the start, is the same to a change that comes at its own time (a renewal process looked at
 * from outside), keeps staleness monotone in the TTL under common random numbers, and means that nothing
 * before the change need be simulated. Clients' open connections then hold on for U x keep-alive more.
 *
 * Every change of a record makes each resolver ask once more, also one that leaves its answer as it is. So an
 * answer that was fetched before the TTL changed lives for the rest of the old TTL, counted from when that
 * change reached the name server; only the answers after it are held for the new one.
 */

#include "sim/world/client.h"

/** All resolvers point where the scenario's records do. */
void bs_resolvers_start(struct bs_world *world);

/** Schedules what change `change` of `record` means for every resolver that serves it. */
void bs_resolvers_record_changed(struct bs_world *world, int32_t record, uint32_t change);

#endif
