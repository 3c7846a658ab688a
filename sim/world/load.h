/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_LOAD_H
#define BS_SIM_WORLD_LOAD_H

/**
 * Load: whether tasks, and the database behind a cold cache, keep up with what arrives at a load balancer.
 *
 * Once a second, while it can matter, the second's counts decide the share of the next second's requests that
 * are served. A balancer rests, where stretches are counted, once no second to come can change anything
 * as things are: by bounds on how many attempts can reach it in one. Its ticks are then taken to have
 * happened, and the counts of the one under way are put right as soon as requests are counted. Whatever could
 * void the bounds wakes it, in the rhythm it had.
 */

#include "sim/world/elb.h"

/** The share of reads that the cache answers, as full as it is. */
int64_t bs_load_hit_ppb(const struct bs_elb_state *balancer, const struct bs_ecs_service *service);

/** After a change: begins to tick where that has become necessary. */
void bs_load_refresh(struct bs_world *world, struct bs_elb_state *balancer);

/** Before anything changes that clients or capacity depend on: nobody rests any more. */
void bs_load_wake(struct bs_world *world);

/** Before requests are counted: those of the seconds that are over, for balancers that rest. */
void bs_load_catch_up(struct bs_world *world);

#endif
