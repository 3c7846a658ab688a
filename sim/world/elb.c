/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/elb.h"

#include "sim/world/api.h"
#include "sim/world/load.h"
#include "sim/world/world_state.h"

static const struct bs_ecs_state *service_of(const struct bs_world *world,
                                             const struct bs_elb_state *balancer)
{
    return &world->ecs.services[balancer->resource->is.alb.targets];
}

enum bs_status bs_elb_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;

    world->elb.balancers =
        bs_world_allocate(world, scenario->resource_count, sizeof(struct bs_elb_state));
    for (size_t i = 0; i < scenario->resource_count && world->status == BS_OK; i++) {
        struct bs_elb_state *balancer = &world->elb.balancers[i];

        if (scenario->resources[i].kind != BS_RESOURCE_ALB) {
            continue;
        }
        balancer->resource = &scenario->resources[i];
        balancer->load_ppb = BS_PPB_ONE;
        balancer->tick_hash = bs_world_entity("load", scenario->resources[i].id).hash;
        balancer->meetings = bs_world_allocate(
            world, scenario->client_count * BS_REQUEST_KIND_COUNT, sizeof(struct bs_meeting));
    }
    return world->status;
}

/* A cache that has been serving is warm; one behind a standby that nobody reads through is cold. */
void bs_elb_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->resource_count; i++) {
        struct bs_elb_state *balancer = &world->elb.balancers[i];

        if (balancer->resource != NULL && balancer->pointed_at == 0) {
            balancer->cache_left = service_of(world, balancer)->resource->is.ecs.cache_fill;
        }
    }
}

struct bs_meeting bs_elb_health(const struct bs_world *world, const struct bs_elb_state *balancer)
{
    const struct bs_reach reach =
        bs_data_plane(world, balancer->resource->region, "elasticloadbalancing");
    const struct bs_reach tasks = bs_data_plane(world, balancer->resource->region, "ecs");
    static const enum bs_reception receptions[] = {
        [BS_LOSS_HANGS] = BS_RECEPTION_HANGS,
        [BS_LOSS_REFUSES] = BS_RECEPTION_REFUSES,
        [BS_LOSS_ERRS] = BS_RECEPTION_ERRORS,
    };
    struct bs_meeting meeting = {BS_RECEPTION_SERVES,
                                 BS_PPB_ONE - bs_gray_errors_ppb(world, balancer->resource->id),
                                 BS_PPB_ONE,
                                 {0}};

    if (reach.is_lost) {
        meeting.reception = receptions[reach.manner];
    } else if (tasks.is_lost || service_of(world, balancer)->healthy == 0 ||
               meeting.served_ppb <= 0) {
        meeting.reception = BS_RECEPTION_ERRORS;
    }
    return meeting;
}

struct bs_copy *bs_elb_copy_for(struct bs_world *world, const struct bs_elb_state *balancer,
                                struct bs_store *store, enum bs_request_kind kind)
{
    const int32_t region = balancer->resource->region;
    struct bs_copy *copy = bs_store_copy_in(store, region);

    if (copy != NULL && (kind == BS_REQUEST_WRITE ? copy->is_writable : copy->is_readable)) {
        return copy;
    }
    return service_of(world, balancer)->resource->is.ecs.database == BS_DATABASE_WRITER &&
                   bs_store_serves_elsewhere(store)
               ? bs_store_writable_outside(store, region)
               : NULL;
}

/* False if a store has no copy for the request; else what the furthest of them costs, there and back. */
static bool find_copies(struct bs_world *world, const struct bs_elb_state *balancer,
                        const struct bs_client_population *population, enum bs_request_kind kind,
                        struct bs_duration *further)
{
    const int32_t region = balancer->resource->region;

    for (size_t i = 0; i < population->store_count; i++) {
        const struct bs_copy *copy =
            bs_elb_copy_for(world, balancer, bs_store_of(world, population->stores[i]), kind);

        if (copy == NULL) {
            return false;
        }
        if (copy->resource->region != region) {
            const int64_t way_ns =
                bs_scenario_latency(world->scenario, region, copy->resource->region).ns;

            further->ns = 2 * way_ns > further->ns ? 2 * way_ns : further->ns;
        }
    }
    return true;
}

static int64_t share_of(int64_t a_ppb, int64_t b_ppb)
{
    return (int64_t)((bs_uint128)(uint64_t)a_ppb * (uint64_t)b_ppb / (uint64_t)BS_PPB_ONE);
}

/* The share of a population's requests that can be answered at all, whatever the load. */
static int64_t answerable_ppb(const struct bs_world *world, const struct bs_elb_state *balancer,
                              const struct bs_client_population *population,
                              enum bs_request_kind kind)
{
    const struct bs_ecs_state *service = service_of(world, balancer);

    if (!service->is_locked_out || !bs_clients_need_database(world->scenario, population)) {
        return BS_PPB_ONE;
    }
    return kind == BS_REQUEST_READ ? bs_load_hit_ppb(balancer, &service->resource->is.ecs) : 0;
}

static struct bs_meeting work_out_meeting(struct bs_world *world,
                                          const struct bs_elb_state *balancer,
                                          struct bs_meeting health,
                                          const struct bs_client_population *population,
                                          enum bs_request_kind kind)
{
    struct bs_meeting meeting = health;
    struct bs_duration further = {0};

    meeting.served_ppb = share_of(health.served_ppb, balancer->load_ppb);
    meeting.cached_ppb = answerable_ppb(world, balancer, population, kind);
    if (meeting.reception != BS_RECEPTION_SERVES) {
        return meeting;
    }
    if (meeting.served_ppb == 0 || meeting.cached_ppb == 0 ||
        !find_copies(world, balancer, population, kind, &further)) {
        meeting.reception = BS_RECEPTION_ERRORS;
    } else if (further.ns > 0 && population->latency.ns + further.ns > population->timeout.ns) {
        meeting.reception = BS_RECEPTION_HANGS; /* The client gives up before it hears. */
    } else {
        meeting.further = further;
    }
    return meeting;
}

/* A meeting that changes does so after the requests that came before have met the old one. */
static void refresh_meetings(struct bs_world *world, struct bs_elb_state *balancer)
{
    const struct bs_meeting health = bs_elb_health(world, balancer);
    const int32_t index = (int32_t)(balancer - world->elb.balancers);

    for (size_t i = 0; i < world->scenario->client_count; i++) {
        for (size_t kind = 0; kind < BS_REQUEST_KIND_COUNT; kind++) {
            struct bs_meeting *meeting = &balancer->meetings[i * BS_REQUEST_KIND_COUNT + kind];
            const struct bs_meeting now = work_out_meeting(
                world, balancer, health, &world->scenario->clients[i], (enum bs_request_kind)kind);

            if (now.reception != meeting->reception || now.served_ppb != meeting->served_ppb ||
                now.cached_ppb != meeting->cached_ppb || now.further.ns != meeting->further.ns) {
                bs_clients_before_meeting(world, index);
                *meeting = now;
                world->clients.changes++;
                world->elb.changed_at = bs_world_now(world);
            }
        }
    }
}

void bs_elb_refresh(struct bs_world *world)
{
    bs_load_wake(world);
    for (size_t i = 0; i < world->scenario->resource_count; i++) {
        struct bs_elb_state *balancer = &world->elb.balancers[i];

        if (balancer->resource != NULL) {
            bs_load_refresh(world, balancer);
            refresh_meetings(world, balancer);
        }
    }
}

struct bs_duration bs_elb_check_interval(const struct bs_world *world,
                                         const struct bs_resource *service)
{
    for (size_t i = 0; i < world->scenario->resource_count; i++) {
        const struct bs_elb_state *balancer = &world->elb.balancers[i];

        if (balancer->resource != NULL &&
            &world->scenario->resources[balancer->resource->is.alb.targets] == service) {
            return balancer->resource->is.alb.check_interval;
        }
    }
    return BS_SECONDS(30);
}

void bs_elb_describe_target_health(struct bs_world *world, const struct bs_call_request *request,
                                   struct bs_call_answer *answer)
{
    const struct bs_resource *resource = bs_api_resource(world, request);

    if (resource == NULL || resource->kind != BS_RESOURCE_ALB) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "TargetGroupNotFound");
        return;
    }
    answer->running = world->ecs.services[resource->is.alb.targets].healthy;
    answer->total = world->ecs.services[resource->is.alb.targets].running;
}
