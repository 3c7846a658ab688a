/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/secret.h"

#include "sim/world/world_state.h"

const struct bs_resource *bs_secret_out_of_reach(const struct bs_world *world,
                                                 const struct bs_resource *service)
{
    for (size_t i = 0; i < service->is.ecs.secret_count; i++) {
        const struct bs_resource *secret = &world->scenario->resources[service->is.ecs.secrets[i]];
        const char *from = secret->kind == BS_RESOURCE_SECRET ? "secretsmanager" : "ssm";

        if (bs_data_plane(world, bs_secret_source(secret, service->region), from).is_lost) {
            return secret;
        }
    }
    return NULL;
}

const struct bs_resource *bs_secret_outdated(const struct bs_scenario *scenario,
                                             const struct bs_resource *service)
{
    for (size_t i = 0; i < service->is.ecs.secret_count; i++) {
        const struct bs_resource *secret = &scenario->resources[service->is.ecs.secrets[i]];

        if (secret->kind == BS_RESOURCE_SECRET &&
            (secret->is.secret.outdated_in & (1U << bs_secret_source(secret, service->region))) !=
                0) {
            return secret;
        }
    }
    return NULL;
}
