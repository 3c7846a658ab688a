/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/client.h"

#include <stdio.h>
#include <string.h>

#include "sim/world/load.h"
#include "sim/world/request.h"
#include "sim/world/resolver.h"
#include "sim/world/stretch.h"
#include "sim/world/world_state.h"

enum { BIN_BYTES_MAX = 256 * 1024 * 1024 };

static const char *const kind_names[BS_REQUEST_KIND_COUNT] = {"reads", "writes"};

/* ---- Every request an event ---- */

static void arrive(void *subject, uint64_t k);

static void schedule_arrival(struct bs_process *process, uint64_t k)
{
    const struct bs_event_key key = {bs_arrivals_at(&process->arrivals, k), BS_PHASE_CLIENT,
                                     process->arrival_hash, k};

    if (key.at.ns < process->world->scenario->duration.ns) {
        bs_world_schedule_at(process->world, &key, arrive, process, k, NULL);
    }
}

/* Counts a request that is served at its first attempt whatever is drawn; false if that is not so. */
static bool is_served_at_once(struct bs_process *process, uint64_t k, uint64_t fate,
                              struct bs_instant now)
{
    const struct bs_cohort *cohort = &process->world->clients.cohorts[process->cohort];
    const struct bs_prospect *prospects = bs_process_prospects(process);
    const struct bs_resolver *resolver = &process->resolvers[bs_request_resolver(cohort, fate)];
    const int32_t balancer = bs_resolver_led(prospects, cohort->moves, resolver, now);
    const struct bs_prospect *prospect = &prospects[balancer];

    if (prospect->outcome != BS_PROSPECT_SERVED) {
        return false;
    }
    bs_bin_add(&process->bins[now.ns / BS_NS_PER_S], &prospect->adds);
    process->world->elb.balancers[balancer].arrived[process->kind]++;
    if (process->kind == BS_REQUEST_WRITE) {
        bs_ledger_acknowledge_range(process->world, process, balancer, k, k);
    }
    return true;
}

static void arrive(void *subject, uint64_t k)
{
    struct bs_process *process = subject;
    const struct bs_instant now = bs_world_now(process->world);
    const uint64_t fate = bs_stream_at(&process->fate, k);

    process->next_k = k + 1;
    if (!is_served_at_once(process, k, fate, now)) {
        bs_request_begin(process, k, fate, now, now);
    }
    schedule_arrival(process, k + 1);
}

/* From attempt `attempt` to the next, at the most. */
static int64_t wait_ns(const struct bs_client_population *population, int64_t attempt)
{
    const int64_t noticed_ns = population->timeout.ns > population->latency.ns
                                   ? population->timeout.ns
                                   : population->latency.ns;

    return noticed_ns + (population->retry_base.ns << attempt);
}

/* From the first attempt to the last, at the most. */
int64_t bs_clients_attempts_span_ns(const struct bs_client_population *population)
{
    int64_t span_ns = 0;

    for (int64_t i = 0; i < population->retries; i++) {
        span_ns += wait_ns(population, i);
    }
    return span_ns;
}

/* Whoever drives the world may let it go on beyond its end, where nobody is counted any more. */
static struct bs_instant counted_until(const struct bs_world *world)
{
    return bs_instant_min(bs_world_now(world), (struct bs_instant){world->scenario->duration.ns});
}

/* ---- Moves of resolvers ---- */

static void note_move(struct bs_cohort *cohort, struct bs_resolver *resolver, struct bs_move move)
{
    uint32_t *place = &resolver->first_move;

    while (*place > 0) {
        place = &cohort->moves[*place - 1].next;
    }
    cohort->moves[cohort->move_count++] = move;
    *place = (uint32_t)cohort->move_count;
}

/* Of what came before `until` nothing is left to be counted. */
static void forget_moves(struct bs_world *world, struct bs_cohort *cohort, struct bs_instant until)
{
    struct bs_resolver *resolvers = world->clients.groups[cohort->population].resolvers;
    const size_t count = cohort->move_count;

    for (size_t i = 0; i < count; i++) {
        resolvers[cohort->moves[i].resolver].first_move = 0;
    }
    cohort->move_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct bs_move move = cohort->moves[i];

        move.next = 0;
        if (move.at.ns > until.ns) {
            note_move(cohort, &resolvers[move.resolver], move);
        }
    }
}

/* Whether requests of either kind are led elsewhere in `next` than in `resolver`. */
static bool leads_elsewhere(const struct bs_world *world, const struct bs_cohort *cohort,
                            const struct bs_resolver *resolver, const struct bs_resolver *next)
{
    for (size_t kind = 0; kind < BS_REQUEST_KIND_COUNT; kind++) {
        const struct bs_prospect *prospects =
            bs_process_prospects(&world->clients.processes[cohort->processes[kind]]);

        if (bs_prospects_lead(prospects, resolver->answer, resolver->connected) !=
            bs_prospects_lead(prospects, next->answer, next->connected)) {
            return true;
        }
    }
    return false;
}

/* Counts what came before a move that is not noted. */
static void settle_before_move(struct bs_world *world, struct bs_cohort *cohort, uint32_t index)
{
    bs_clients_settle_cohort(world, cohort);
    for (size_t kind = 0; kind < BS_REQUEST_KIND_COUNT; kind++) {
        bs_stretch_reopen_of(&world->clients.processes[cohort->processes[kind]],
                             index - cohort->first, counted_until(world));
    }
}

/* While all lead to one place the requests before the move are alike: that is not to be lost. */
void bs_clients_before_move(struct bs_world *world, struct bs_cohort *cohort, uint32_t index,
                            const struct bs_resolver *next)
{
    struct bs_resolver *resolver = &world->clients.groups[cohort->population].resolvers[index];

    if (world->options.detail == BS_DETAIL_EVERY_EVENT) {
        return;
    }
    if (cohort->uniform != BS_NONE) {
        bs_load_wake(world);
        settle_before_move(world, cohort, index);
    } else if (leads_elsewhere(world, cohort, resolver, next)) {
        if (cohort->move_count == BS_COHORT_MOVES_MAX) {
            settle_before_move(world, cohort, index);
            return;
        }
        note_move(
            cohort, resolver,
            (struct bs_move){bs_world_now(world), index, resolver->answer, resolver->connected, 0});
    }
}

void bs_clients_after_move(struct bs_world *world, struct bs_cohort *cohort)
{
    if (cohort->uniform != BS_NONE && cohort->move_count > 0) {
        bs_clients_settle_cohort(world, cohort);
    }
}

static void settle_until(struct bs_world *world, struct bs_cohort *cohort, struct bs_instant until)
{
    for (size_t kind = 0; kind < BS_REQUEST_KIND_COUNT; kind++) {
        bs_stretch_count(&world->clients.processes[cohort->processes[kind]], until);
    }
    forget_moves(world, cohort, until);
}

static bool leads_to(const struct bs_cohort *cohort, int32_t balancer)
{
    return cohort->answering[balancer] > 0 || cohort->connected[balancer] > 0 ||
           cohort->move_count > 0;
}

void bs_clients_settle_at_until(struct bs_world *world, int32_t balancer, struct bs_instant until)
{
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        if (leads_to(&world->clients.cohorts[i], balancer)) {
            settle_until(world, &world->clients.cohorts[i], until);
        }
    }
}

/* Up to when requests are counted; false: they are not counted here. */
static bool begin_settling(struct bs_world *world, struct bs_instant *until)
{
    *until = counted_until(world);
    if (world->options.detail == BS_DETAIL_EVERY_EVENT) {
        return false;
    }
    bs_load_catch_up(world);
    return true;
}

void bs_clients_settle_cohort(struct bs_world *world, struct bs_cohort *cohort)
{
    struct bs_instant until;

    if (begin_settling(world, &until)) {
        settle_until(world, cohort, until);
    }
}

void bs_clients_settle_at(struct bs_world *world, int32_t balancer)
{
    struct bs_instant until;

    if (begin_settling(world, &until)) {
        bs_clients_settle_at_until(world, balancer, until);
    }
}

static void reopen_at(struct bs_world *world, int32_t balancer, struct bs_instant until)
{
    for (size_t i = 0; i < world->clients.process_count; i++) {
        bs_stretch_reopen_at(&world->clients.processes[i], balancer, until);
    }
}

void bs_clients_before_meeting(struct bs_world *world, int32_t balancer)
{
    struct bs_instant until;

    if (begin_settling(world, &until)) {
        bs_clients_settle_at_until(world, balancer, until);
        reopen_at(world, balancer, until);
    }
}

void bs_clients_settle(struct bs_world *world)
{
    struct bs_instant until;

    if (begin_settling(world, &until)) {
        for (size_t i = 0; i < world->clients.cohort_count; i++) {
            settle_until(world, &world->clients.cohorts[i], until);
        }
    }
}

void bs_clients_record_changed(struct bs_world *world, int32_t record, uint32_t change)
{
    bs_resolvers_record_changed(world, record, change);
}

int32_t bs_clients_canary(const struct bs_world *world, size_t record)
{
    return world->clients.groups[world->scenario->client_count + record].resolvers[0].answer;
}

/* ---- Set-up ---- */

static char *joined_name(struct bs_world *world, const char *first, const char *second)
{
    char name[256];
    const int length = snprintf(name, sizeof(name), "%s/%s", first, second);

    BS_ASSERT(length > 0 && length < (int)sizeof(name));
    return bs_arena_text(&world->arena, name, (size_t)length);
}

static void add_process(struct bs_world *world, int32_t cohort_index, enum bs_request_kind kind,
                        int64_t rate)
{
    struct bs_cohort *cohort = &world->clients.cohorts[cohort_index];
    struct bs_process *process = &world->clients.processes[world->clients.process_count];
    const char *name = joined_name(world, cohort->name, kind_names[kind]);

    if (name == NULL) {
        world->status = BS_ERR_MEMORY;
        return;
    }
    rate =
        (int64_t)((bs_uint128)(uint64_t)rate * (uint64_t)cohort->share_ppb / (uint64_t)BS_PPB_ONE);
    cohort->processes[kind] = world->clients.process_count++;
    process->world = world;
    process->population = &world->scenario->clients[cohort->population];
    process->resolvers = &world->clients.groups[cohort->population].resolvers[cohort->first];
    process->bins = cohort->bins;
    process->prospects =
        bs_world_allocate(world, world->scenario->resource_count, sizeof(struct bs_prospect));
    process->cohort = cohort_index;
    process->kind = kind;
    process->arrivals = bs_arrivals_start(bs_world_stream(world, name, "arrival"), rate);
    process->starts = process->arrivals;
    process->fate = bs_world_stream(world, name, "fate");
    process->arrival_hash = bs_world_entity("arrival", name).hash;
    process->retry_hash = bs_world_entity("retry", name).hash;
    bs_open_requests_init(&process->open, (struct bs_duration){wait_ns(
                                              process->population, process->population->retries)});
    if (!bs_doomed_requests_init(&process->doomed, &world->arena, cohort->count)) {
        world->status = BS_ERR_MEMORY;
    }
}

static void add_cohort(struct bs_world *world, int32_t population,
                       enum bs_resolver_behaviour behaviour, uint32_t first, uint32_t count)
{
    const struct bs_client_population *clients = &world->scenario->clients[population];
    const int32_t index = (int32_t)world->clients.cohort_count++;
    struct bs_cohort *cohort = &world->clients.cohorts[index];

    cohort->name = joined_name(world, clients->id, bs_resolver_behaviour_name(behaviour));
    cohort->population = population;
    cohort->behaviour = behaviour;
    cohort->share_ppb = world->scenario->resolvers[clients->resolvers].share_ppb[behaviour];
    cohort->first = first;
    cohort->count = count;
    cohort->settled = bs_world_allocate(world, world->scenario->resource_count, sizeof(uint32_t));
    cohort->answering = bs_world_allocate(world, world->scenario->resource_count, sizeof(uint32_t));
    cohort->connected = bs_world_allocate(world, world->scenario->resource_count, sizeof(uint32_t));
    cohort->bins = bs_world_allocate(world, world->clients.bin_count, sizeof(struct bs_bin));
    cohort->moves = bs_world_allocate(world, BS_COHORT_MOVES_MAX, sizeof(struct bs_move));
    cohort->uniform = BS_NONE;
    if (world->status == BS_OK && cohort->name != NULL) {
        add_process(world, index, BS_REQUEST_READ, clients->reads_nano_per_s);
        add_process(world, index, BS_REQUEST_WRITE, clients->writes_nano_per_s);
    }
}

/* Whole resolvers for each share: a cohort with a share has at least one; the first takes what is left. */
static void add_population(struct bs_world *world, int32_t population)
{
    const struct bs_resolver_population *resolvers =
        &world->scenario->resolvers[world->scenario->clients[population].resolvers];
    uint32_t counts[BS_RESOLVER_BEHAVIOUR_COUNT] = {0};
    uint32_t total = 0;
    uint32_t first = 0;

    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT; i++) {
        if (resolvers->share_ppb[i] > 0) {
            counts[i] = (uint32_t)(resolvers->count * resolvers->share_ppb[i] / BS_PPB_ONE);
            counts[i] = counts[i] == 0 ? 1 : counts[i];
            total += counts[i];
        }
    }
    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT && total < resolvers->count; i++) {
        if (counts[i] > 0) {
            counts[i] += (uint32_t)resolvers->count - total;
            total = (uint32_t)resolvers->count;
        }
    }
    world->clients.groups[population] = (struct bs_resolver_group){
        .entity = world->scenario->clients[population].id,
        .record = world->scenario->clients[population].record,
        .population = population,
        .resolvers = bs_world_allocate(world, total, sizeof(struct bs_resolver)),
        .count = total,
    };
    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT && world->status == BS_OK; i++) {
        if (counts[i] > 0) {
            add_cohort(world, population, (enum bs_resolver_behaviour)i, first, counts[i]);
            first += counts[i];
        }
    }
}

enum bs_status bs_clients_new(struct bs_world *world, struct bs_error *error)
{
    const struct bs_scenario *scenario = world->scenario;
    struct bs_client_set *set = &world->clients;
    const size_t cohorts_max = scenario->client_count * BS_RESOLVER_BEHAVIOUR_COUNT;

    set->changes = 1;
    set->bin_count = (size_t)((scenario->duration.ns + BS_NS_PER_S - 1) / BS_NS_PER_S);
    if (set->bin_count * cohorts_max * sizeof(struct bs_bin) > BIN_BYTES_MAX) {
        return bs_error_set(
            error, BS_ERR_LIMIT, NULL,
            "%zu client populations over %zu s are more than a run keeps count of; shorten "
            "'duration' or join populations",
            scenario->client_count, set->bin_count);
    }
    set->group_count = scenario->client_count + scenario->record_count;
    set->groups = bs_world_allocate(world, set->group_count, sizeof(struct bs_resolver_group));
    set->cohorts = bs_world_allocate(world, cohorts_max, sizeof(struct bs_cohort));
    set->processes =
        bs_world_allocate(world, cohorts_max * BS_REQUEST_KIND_COUNT, sizeof(struct bs_process));
    for (size_t i = 0; i < scenario->client_count && world->status == BS_OK; i++) {
        add_population(world, (int32_t)i);
    }
    for (size_t i = 0; i < scenario->record_count && world->status == BS_OK; i++) {
        set->groups[scenario->client_count + i] = (struct bs_resolver_group){
            .entity = scenario->records[i].name,
            .record = (int32_t)i,
            .population = BS_NONE,
            .resolvers = bs_world_allocate(world, 1, sizeof(struct bs_resolver)),
            .count = 1,
        };
    }
    return world->status;
}

void bs_clients_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        const struct bs_cohort *cohort = &world->clients.cohorts[i];

        BS_APPEND(world->history, bs_world_now(world), BS_RECORD_COHORT, bs_text(cohort->name),
                  bs_text(world->scenario->clients[cohort->population].id),
                  bs_text(bs_resolver_behaviour_name(cohort->behaviour)), bs_ppb(cohort->share_ppb),
                  bs_count(cohort->count));
    }
    bs_resolvers_start(world);
    for (size_t i = 0;
         i < world->clients.process_count && world->options.detail == BS_DETAIL_EVERY_EVENT; i++) {
        schedule_arrival(&world->clients.processes[i], 0);
    }
}

/* ---- What was seen ---- */

_Static_assert(sizeof(struct bs_bin) == 6 * sizeof(uint32_t), "a bin has nothing but its counts");

static bool bins_equal(const struct bs_bin *a, const struct bs_bin *b)
{
    return memcmp(a, b, sizeof(*a)) == 0;
}

static void finish_cohort(struct bs_world *world, const struct bs_cohort *cohort)
{
    size_t from = 0;

    for (size_t i = 1; i <= world->clients.bin_count; i++) {
        const struct bs_bin *bin = &cohort->bins[from];

        if (i < world->clients.bin_count && bins_equal(bin, &cohort->bins[i])) {
            continue;
        }
        BS_APPEND(world->history, bs_world_now(world), BS_RECORD_OBSERVED, bs_text(cohort->name),
                  bs_at((struct bs_instant){(int64_t)from * BS_NS_PER_S}),
                  bs_count((int64_t)(i - from)), bs_count(bin->arrived[BS_REQUEST_READ]),
                  bs_count(bin->good[BS_REQUEST_READ]), bs_count(bin->arrived[BS_REQUEST_WRITE]),
                  bs_count(bin->good[BS_REQUEST_WRITE]), bs_count(bin->stale),
                  bs_count(bin->attempts));
        from = i;
    }
}

void bs_clients_finish(struct bs_world *world)
{
    for (size_t i = 0; i < world->clients.process_count; i++) {
        struct bs_process *process = &world->clients.processes[i];

        /* Attempts that would come after the end are none. */
        bs_stretch_reopen_at(process, process->doomed_at, counted_until(world));
    }
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        finish_cohort(world, &world->clients.cohorts[i]);
    }
}
