/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_SECRET_H
#define BS_SIM_WORLD_SECRET_H

/**
 * What services must know to start and to log in: secrets in Secrets Manager, parameters in Systems Manager.
 *
 * A task reads each of them when it starts: from its own Region if there is a copy, else from the Region
 * where it is kept. A task definition names one place, so there is no other try when that one is lost.
 *
 * A copy can be outdated, as after a rotation that replication has missed. Tasks start with it and answer
 * health checks, but the database refuses them. Nothing that happens in a run brings a copy up to date.
 */

#include <stdbool.h>

#include "sim/scenario/scenario.h"

struct bs_world;

/** What a task of the service that starts now cannot read; NULL: it has all. */
const struct bs_resource *bs_secret_out_of_reach(const struct bs_world *world,
                                                 const struct bs_resource *service);

/** What the service's tasks read that no database takes; NULL: they can log in. */
const struct bs_resource *bs_secret_outdated(const struct bs_scenario *scenario,
                                             const struct bs_resource *service);

#endif
