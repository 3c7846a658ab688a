/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/load.h"

#include <stdlib.h>

#include "sim/world/world_state.h"

static const struct bs_duration tick_interval = {BS_NS_PER_S};

static const struct bs_ecs_state *service_of(const struct bs_world *world,
                                             const struct bs_elb_state *balancer)
{
    return &world->ecs.services[balancer->resource->is.alb.targets];
}

int64_t bs_load_hit_ppb(const struct bs_elb_state *balancer, const struct bs_ecs_service *service)
{
    if (service->cache_fill == 0) {
        return service->cache_hit_ppb;
    }
    return (int64_t)((bs_uint128)(uint64_t)service->cache_hit_ppb *
                     (uint64_t)(service->cache_fill - balancer->cache_left) /
                     (uint64_t)service->cache_fill);
}

/*
 * The database behind a service is the one copy of a database in its Region, if there is one. What a service
 * is refused is no load.
 */
static int64_t database_queries_nano_per_s(struct bs_world *world,
                                           const struct bs_elb_state *balancer)
{
    if (service_of(world, balancer)->is_locked_out) {
        return 0;
    }
    for (size_t i = 0; i < world->stores.count; i++) {
        const struct bs_copy *copy =
            bs_store_copy_in(&world->stores.stores[i], balancer->resource->region);

        if (copy != NULL && copy->resource->kind != BS_RESOURCE_S3_BUCKET) {
            return copy->resource->is.rds.queries_nano_per_s;
        }
    }
    return 0;
}

/* The most that could ever arrive per second, everybody retrying at once. */
static int64_t arrivals_bound_nano_per_s(const struct bs_world *world)
{
    int64_t bound = 0;

    for (size_t i = 0; i < world->scenario->client_count; i++) {
        const struct bs_client_population *population = &world->scenario->clients[i];

        bound += (population->reads_nano_per_s + population->writes_nano_per_s) *
                 (population->retries + 1);
    }
    return bound;
}

/* A cache fills with what the database answers. */
static bool is_filling(const struct bs_world *world, const struct bs_elb_state *balancer)
{
    return balancer->cache_left > 0 && !service_of(world, balancer)->is_locked_out;
}

/* Whether nothing that clients can do would exceed what stands behind the load balancer. */
static bool is_ample(struct bs_world *world, const struct bs_elb_state *balancer)
{
    const struct bs_ecs_state *service = service_of(world, balancer);
    const struct bs_ecs_service *is = &service->resource->is.ecs;
    const int64_t bound = arrivals_bound_nano_per_s(world);
    const int64_t queries = database_queries_nano_per_s(world, balancer);

    if (service->healthy * is->per_task_nano_per_s < bound ||
        (is_filling(world, balancer) && is->cache_hit_ppb > 0)) {
        return false;
    }
    return queries == 0 || queries >= bound;
}

static bool must_tick(struct bs_world *world, const struct bs_elb_state *balancer)
{
    return balancer->pointed_at > 0 &&
           bs_elb_health(world, balancer).reception == BS_RECEPTION_SERVES &&
           (!is_ample(world, balancer) || balancer->load_ppb < BS_PPB_ONE);
}

static int64_t ratio_ppb(bs_uint128 part, bs_uint128 whole)
{
    return part >= whole ? BS_PPB_ONE : (int64_t)(part * (uint64_t)BS_PPB_ONE / whole);
}

static int64_t share_of(int64_t a_ppb, int64_t b_ppb)
{
    return (int64_t)((bs_uint128)(uint64_t)a_ppb * (uint64_t)b_ppb / (uint64_t)BS_PPB_ONE);
}

/* Of so many attempts in a second the share that can be served. */
static int64_t served_share_ppb(struct bs_world *world, const struct bs_elb_state *balancer,
                                const uint64_t arrived[BS_REQUEST_KIND_COUNT])
{
    const struct bs_ecs_state *service = service_of(world, balancer);
    const struct bs_ecs_service *is = &service->resource->is.ecs;
    const int64_t queries = database_queries_nano_per_s(world, balancer);
    const uint64_t reads = arrived[BS_REQUEST_READ];
    const uint64_t writes = arrived[BS_REQUEST_WRITE];
    const uint64_t capacity = (uint64_t)(service->healthy * is->per_task_nano_per_s);
    int64_t served_ppb = ratio_ppb(capacity, (bs_uint128)(reads + writes) * (uint64_t)BS_PPB_ONE);

    if (queries > 0) {
        const uint64_t misses_ppb = (uint64_t)(BS_PPB_ONE - bs_load_hit_ppb(balancer, is));
        const bs_uint128 asked =
            (bs_uint128)reads * misses_ppb + (bs_uint128)writes * (uint64_t)BS_PPB_ONE;

        served_ppb =
            share_of(served_ppb, ratio_ppb((uint64_t)queries,
                                           asked * (uint64_t)served_ppb / (uint64_t)BS_PPB_ONE));
    }
    return served_ppb < 1 ? 1 : served_ppb;
}

static void forget_arrivals(struct bs_elb_state *balancer)
{
    balancer->arrived[BS_REQUEST_READ] = 0;
    balancer->arrived[BS_REQUEST_WRITE] = 0;
}

/* What one second's arrivals, as counted, mean for the next second; whether anything has changed. */
static bool take_load(struct bs_world *world, struct bs_elb_state *balancer)
{
    const int64_t load_ppb = balancer->load_ppb;
    const int64_t cache_left = balancer->cache_left;
    const uint64_t reads = balancer->arrived[BS_REQUEST_READ];

    balancer->load_ppb = served_share_ppb(world, balancer, balancer->arrived);
    if (is_filling(world, balancer)) {
        balancer->cache_left -=
            (int64_t)((bs_uint128)reads * (uint64_t)balancer->load_ppb / (uint64_t)BS_PPB_ONE);
        balancer->cache_left = balancer->cache_left < 0 ? 0 : balancer->cache_left;
    }
    forget_arrivals(balancer);
    return balancer->load_ppb != load_ppb || balancer->cache_left != cache_left;
}

/* ---- Resting ---- */

/*
 * How much earlier or later than others a client may notice that an attempt has failed. Who has failed
 * lately failed as requests do now if nothing has changed since.
 */
static int64_t notice_spread_ns(const struct bs_world *world, int32_t index)
{
    const struct bs_client_population *population = &world->scenario->clients[index];
    const int64_t since_ns = bs_world_now(world).ns - world->elb.changed_at.ns;
    bool hangs = since_ns <= bs_clients_attempts_span_ns(population);
    bool errs = hangs;

    for (size_t i = 0; i < world->scenario->resource_count; i++) {
        for (size_t kind = 0; kind < BS_REQUEST_KIND_COUNT; kind++) {
            const struct bs_elb_state *balancer = &world->elb.balancers[i];
            const struct bs_meeting *meeting =
                balancer->resource == NULL
                    ? NULL
                    : bs_elb_meeting(balancer, index, (enum bs_request_kind)kind);

            hangs = hangs || (meeting != NULL && meeting->reception == BS_RECEPTION_HANGS);
            errs = errs || (meeting != NULL && meeting->reception != BS_RECEPTION_HANGS &&
                            !bs_meeting_is_good(meeting));
        }
    }
    return hangs && errs ? llabs(population->timeout.ns - population->latency.ns) : 0;
}

/* One arrival to a slot: a stretch touches no more than two slots beyond those that it holds. */
static uint64_t arrivals_max(const struct bs_process *process, int64_t span_ns)
{
    return (uint64_t)((bs_uint128)(uint64_t)process->arrivals.rate_nano_per_s * (uint64_t)span_ns /
                      UINT64_C(1000000000000000000)) +
           2;
}

/* All go there and are served at once, and nobody is about to try again. */
static bool is_settled_at(const struct bs_world *world, const struct bs_cohort *cohort,
                          int32_t balancer)
{
    bool is_settled = cohort->uniform == balancer && cohort->move_count == 0;

    for (size_t kind = 0; kind < BS_REQUEST_KIND_COUNT; kind++) {
        is_settled =
            is_settled && world->clients.processes[cohort->processes[kind]].open.count == 0 &&
            bs_meeting_is_good(bs_elb_meeting(&world->elb.balancers[balancer], cohort->population,
                                              (enum bs_request_kind)kind));
    }
    return is_settled;
}

/* The n-th attempts of a second come from requests that began in as long, and in as long as waits differ. */
static uint64_t attempts_max(const struct bs_process *process, int64_t notice_spread)
{
    int64_t span_ns = tick_interval.ns;
    uint64_t attempts = arrivals_max(process, span_ns);

    for (int64_t i = 0; i < process->population->retries; i++) {
        span_ns += notice_spread + (process->population->retry_base.ns << i);
        attempts += arrivals_max(process, span_ns);
    }
    return attempts;
}

/* All go elsewhere: whichever resolver moves first, it wakes those that rest. */
static bool is_elsewhere(const struct bs_cohort *cohort, int32_t balancer)
{
    return cohort->uniform != BS_NONE && cohort->uniform != balancer && cohort->move_count == 0;
}

/*
 * How many attempts can arrive in a second, at the most. False where no cohort has settled there, so that its
 * clients may all go away.
 */
static bool find_bound(const struct bs_world *world, int32_t balancer,
                       uint64_t bound[BS_REQUEST_KIND_COUNT])
{
    bool stays = false;

    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        const struct bs_cohort *cohort = &world->clients.cohorts[i];
        const bool is_settled = is_settled_at(world, cohort, balancer);
        int64_t notice_spread;

        if (is_elsewhere(cohort, balancer)) {
            continue;
        }
        stays = stays || is_settled;
        notice_spread = is_settled ? 0 : notice_spread_ns(world, cohort->population);
        for (size_t kind = 0; kind < BS_REQUEST_KIND_COUNT; kind++) {
            const struct bs_process *process = &world->clients.processes[cohort->processes[kind]];

            bound[kind] += is_settled ? arrivals_max(process, tick_interval.ns)
                                      : attempts_max(process, notice_spread);
        }
    }
    return stays;
}

/* Whether no second to come can change anything, for as long as nothing else does. */
static bool is_calm(struct bs_world *world, const struct bs_elb_state *balancer)
{
    uint64_t bound[BS_REQUEST_KIND_COUNT] = {0};

    return world->options.detail == BS_DETAIL_SKIP && balancer->load_ppb == BS_PPB_ONE &&
           balancer->cache_left == 0 && !service_of(world, balancer)->is_locked_out &&
           bs_alarms_are_even(world) &&
           find_bound(world, (int32_t)(balancer - world->elb.balancers), bound) &&
           served_share_ppb(world, balancer, bound) == BS_PPB_ONE;
}

static struct bs_event_key tick_key(const struct bs_elb_state *balancer, struct bs_instant at)
{
    return (struct bs_event_key){at, BS_PHASE_WORLD, balancer->tick_hash, (uint64_t)at.ns};
}

/* The last tick that would have happened by now, of those that nobody looked at. */
static struct bs_instant last_tick(const struct bs_world *world,
                                   const struct bs_elb_state *balancer)
{
    const struct bs_instant now =
        bs_instant_min(bs_world_now(world), (struct bs_instant){world->scenario->duration.ns});
    const int64_t past_ns = now.ns - balancer->counted_from.ns;
    struct bs_instant at = {now.ns - past_ns % tick_interval.ns};
    const struct bs_event_key key = tick_key(balancer, at);

    if (at.ns > balancer->counted_from.ns && !bs_simulation_has_passed(world->simulation, &key)) {
        at.ns -= tick_interval.ns;
    }
    return at;
}

/* Of those that rest the one with the earliest tick that has not been looked at; NULL if there is none. */
static struct bs_elb_state *next_behind(struct bs_world *world, struct bs_instant *tick)
{
    struct bs_elb_state *behind = NULL;
    size_t left = world->elb.resting_count;

    for (size_t i = 0; i < world->scenario->resource_count && left > 0; i++) {
        struct bs_elb_state *balancer = &world->elb.balancers[i];

        if (balancer->is_resting) {
            const struct bs_instant last = last_tick(world, balancer);

            left--;
            if (last.ns > balancer->counted_from.ns && (behind == NULL || last.ns < tick->ns)) {
                behind = balancer;
                *tick = last;
            }
        }
    }
    return behind;
}

/* In the order of the ticks: a cohort may lead to several, and is never counted back. */
void bs_load_catch_up(struct bs_world *world)
{
    struct bs_elb_state *balancer;
    struct bs_instant tick;

    while ((balancer = next_behind(world, &tick)) != NULL) {
        bs_clients_settle_at_until(world, (int32_t)(balancer - world->elb.balancers), tick);
        balancer->counted_from = tick;
        forget_arrivals(balancer);
    }
}

static void rest(struct bs_world *world, struct bs_elb_state *balancer)
{
    (void)bs_simulation_cancel(world->simulation, balancer->tick);
    balancer->is_resting = true;
    balancer->counted_from = bs_world_now(world);
    world->elb.resting_count++;
}

/* ---- Ticks ---- */

static void tick(void *subject, uint64_t index);

static void schedule_tick(struct bs_world *world, struct bs_elb_state *balancer,
                          struct bs_instant at)
{
    const struct bs_event_key key = tick_key(balancer, at);

    balancer->is_ticking = true;
    bs_world_schedule_at(world, &key, tick, world, (uint64_t)(balancer - world->elb.balancers),
                         &balancer->tick);
}

void bs_load_wake(struct bs_world *world)
{
    bs_load_catch_up(world);
    for (size_t i = 0; i < world->scenario->resource_count && world->elb.resting_count > 0; i++) {
        struct bs_elb_state *balancer = &world->elb.balancers[i];

        if (balancer->is_resting) {
            balancer->is_resting = false;
            world->elb.resting_count--;
            schedule_tick(world, balancer, bs_instant_add(balancer->counted_from, tick_interval));
        }
    }
}

static void tick(void *subject, uint64_t index)
{
    struct bs_world *world = subject;
    struct bs_elb_state *balancer = &world->elb.balancers[index];

    bs_world_before_change(world);
    bs_clients_settle_at(world, (int32_t)index);
    balancer->is_ticking = false;
    if (take_load(world, balancer)) {
        bs_world_after_change(world);
    } else {
        bs_load_refresh(world, balancer);
    }
    if (balancer->is_ticking && is_calm(world, balancer)) {
        rest(world, balancer);
    }
}

void bs_load_refresh(struct bs_world *world, struct bs_elb_state *balancer)
{
    if (!balancer->is_ticking && must_tick(world, balancer)) {
        bs_clients_settle_at(world, (int32_t)(balancer - world->elb.balancers));
        forget_arrivals(balancer);
        schedule_tick(world, balancer, bs_instant_add(bs_world_now(world), tick_interval));
    }
}
