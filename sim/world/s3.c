/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/s3.h"

#include "sim/world/world_state.h"

#define METRIC_PERIOD_NS (60 * BS_NS_PER_S)

const char *bs_s3_refresh(struct bs_world *world, struct bs_store *store, struct bs_copy *copy)
{
    const bool is_up = !bs_data_plane(world, copy->resource->region, "s3").is_lost;

    if (copy->resource == store->resource) {
        if (is_up) {
            copy->frozen_at = BS_INSTANT_NEVER;
        } else if (copy->frozen_at.ns == BS_INSTANT_NEVER.ns) {
            copy->frozen_at = bs_world_now(world);
        }
    }
    copy->is_readable = is_up;
    copy->is_writable = is_up;
    return is_up ? "accepts writes" : "its Region's data plane is lost";
}

/*
 * The metric is the source's to publish, and says how far behind the slowest object is. One draw of the
 * replication time per minute stands for it.
 */
bool bs_s3_replication_latency(struct bs_world *world, struct bs_store *store,
                               struct bs_duration *latency, struct bs_instant *at)
{
    const struct bs_instant now = bs_world_now(world);
    struct bs_stream metric = bs_world_stream(world, store->resource->id, "replication latency");

    at->ns = now.ns - now.ns % METRIC_PERIOD_NS;
    if (store->copies[0].frozen_at.ns <= at->ns || store->copy_count < 2) {
        return false;
    }
    *latency = bs_distribution_sample(&store->resource->is.s3.replication,
                                      bs_stream_at(&metric, (uint64_t)(at->ns / METRIC_PERIOD_NS)));
    return true;
}
