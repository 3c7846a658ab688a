/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/lag.h"

#include "sim/world/rds.h"
#include "sim/world/s3.h"
#include "sim/world/world_state.h"

#define PERIOD_NS (60 * BS_NS_PER_S)

static void record_lag(struct bs_world *world, const struct bs_store *store,
                       const struct bs_copy *copy, struct bs_duration lag)
{
    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_LAG, bs_lasting(store->resource->id),
              bs_lasting(copy->lineage->name), bs_span(lag));
}

static void record_database(struct bs_world *world, const struct bs_store *store,
                            struct bs_copy *copy)
{
    if (bs_rds_is_behind(copy, bs_world_now(world))) {
        record_lag(world, store, copy, bs_rds_lag(copy, bs_world_now(world)));
    }
}

static void record_bucket(struct bs_world *world, const struct bs_store *store,
                          const struct bs_copy *copy)
{
    const struct bs_copy *source = bs_s3_other(store, copy);

    if (source != NULL && bs_s3_replicates(store, source)) {
        record_lag(world, store, copy, bs_s3_lag(world, store, source, bs_world_now(world)));
    }
}

static void schedule(struct bs_world *world, uint64_t minute);

static void record_all(void *subject, uint64_t minute)
{
    struct bs_world *world = subject;

    for (size_t i = 0; i < world->stores.count; i++) {
        struct bs_store *store = &world->stores.stores[i];

        for (size_t j = 0; j < store->copy_count; j++) {
            if (store->resource->kind == BS_RESOURCE_S3_BUCKET) {
                record_bucket(world, store, &store->copies[j]);
            } else {
                record_database(world, store, &store->copies[j]);
            }
        }
    }
    schedule(world, minute + 1);
}

/* As an observer: whatever changes at that very instant has changed. */
static void schedule(struct bs_world *world, uint64_t minute)
{
    const struct bs_event_key key = {
        .at = {(int64_t)minute * PERIOD_NS},
        .phase = BS_PHASE_OBSERVER,
        .entity = bs_name_hash("lag"),
        .k = minute,
    };

    bs_world_schedule_at(world, &key, record_all, world, minute, NULL);
}

void bs_lags_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->stores.count; i++) {
        if (world->stores.stores[i].copy_count > 1) {
            schedule(world, 1);
            return;
        }
    }
}
