/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/resolver.h"

#include "sim/world/world_state.h"

/* Events carry population and member; the canaries are a population of their own, one member per record. */
enum { CANARIES = 0xFFFF };

struct member {
    int32_t population; /* Or CANARIES. */
    uint32_t index;
    struct bs_resolver *resolver;
    int32_t record;
    struct bs_cohort *cohort; /* NULL: a canary. */
};

static uint64_t member_argument(int32_t population, uint32_t index)
{
    return ((uint64_t)(uint32_t)population << 32) | index;
}

static struct bs_cohort *cohort_of(struct bs_world *world, int32_t population, uint32_t index)
{
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        struct bs_cohort *cohort = &world->clients.cohorts[i];

        if (cohort->population == population && index - cohort->first < cohort->count) {
            return cohort;
        }
    }
    BS_ASSERT(false);
    return NULL;
}

static struct member member_of(struct bs_world *world, uint64_t argument)
{
    struct member member = {.population = (int32_t)(argument >> 32), .index = (uint32_t)argument};

    if (member.population == CANARIES) {
        member.resolver = &world->clients.canaries[member.index];
        member.record = (int32_t)member.index;
        return member;
    }
    member.resolver = &world->clients.resolvers[member.population][member.index];
    member.record = world->scenario->clients[member.population].record;
    member.cohort = cohort_of(world, member.population, member.index);
    return member;
}

static const char *entity_of(const struct bs_world *world, const struct member *member)
{
    return member->cohort == NULL ? world->scenario->records[member->record].name
                                  : world->scenario->clients[member->population].id;
}

static uint64_t draw(const struct bs_world *world, const struct member *member, const char *purpose,
                     uint32_t n)
{
    struct bs_stream stream = bs_stream_open_member(world->options.root, entity_of(world, member),
                                                    purpose, member->index);

    return bs_stream_at(&stream, n);
}

static struct bs_duration residual_life(const struct bs_world *world, const struct member *member,
                                        uint32_t n)
{
    const uint64_t bits = draw(world, member, "residual life", n);
    struct bs_duration life = world->scenario->records[member->record].ttl;
    const struct bs_resolver_population *population;
    struct bs_duration drawn = {0};

    if (member->cohort == NULL) {
        return (struct bs_duration){(int64_t)bs_bits_below(bits, (uint64_t)life.ns)};
    }
    population =
        &world->scenario->resolvers[world->scenario->clients[member->population].resolvers];
    if (member->cohort->behaviour == BS_RESOLVER_FLOOR && population->floor.ns > life.ns) {
        life = population->floor;
    }
    life.ns = (int64_t)bs_bits_below(bits, (uint64_t)life.ns);
    if (member->cohort->behaviour == BS_RESOLVER_EXTEND) {
        drawn = bs_distribution_sample(&population->extend, bits);
    } else if (member->cohort->behaviour == BS_RESOLVER_STUCK) {
        drawn = bs_distribution_sample(&population->stuck, bits);
    }
    return drawn.ns > life.ns ? drawn : life;
}

static struct bs_instant visible_at(const struct bs_world *world, const struct member *member,
                                    uint32_t n)
{
    return bs_route53_visible_at(&world->route53.records[member->record], n,
                                 draw(world, member, "name server", n));
}

/* Keeps the cohort's and the load balancers' counts of who points where. */
static void count_member(struct bs_world *world, const struct member *member, int32_t sign)
{
    const struct bs_resolver *resolver = member->resolver;
    struct bs_cohort *cohort = member->cohort;

    world->elb.balancers[resolver->answer].pointed_at += sign;
    world->elb.balancers[resolver->connected].pointed_at += sign;
    if (resolver->answer == resolver->connected) {
        cohort->settled[resolver->answer] += (uint32_t)sign;
        cohort->uniform =
            cohort->settled[resolver->answer] == cohort->count ? resolver->answer : BS_NONE;
    }
}

static void move_member(struct bs_world *world, const struct member *member, int32_t answer,
                        int32_t connected)
{
    int64_t was_pointed_at;

    if (member->cohort == NULL) {
        member->resolver->answer = answer;
        member->resolver->connected = connected;
        return;
    }
    was_pointed_at = world->elb.balancers[answer].pointed_at;
    bs_clients_settle(world);
    count_member(world, member, -1);
    member->cohort->uniform = BS_NONE;
    member->resolver->answer = answer;
    member->resolver->connected = connected;
    count_member(world, member, 1);
    if (was_pointed_at == 0) {
        bs_elb_refresh(world); /* The first of them: from now on its load counts. */
    }
}

static void schedule_member(struct bs_world *world, const struct member *member, const char *what,
                            struct bs_instant at, bs_event_fn *action, uint32_t n)
{
    const struct bs_event_key key = {
        .at = at,
        .phase = BS_PHASE_WORLD,
        .entity = bs_name_hash(what) ^ bs_name_hash(entity_of(world, member)),
        .k = ((uint64_t)member->index << 16) | n,
    };

    if (at.ns <= world->scenario->duration.ns) {
        bs_world_schedule_at(world, &key, action, world,
                             member_argument(member->population, member->index), NULL);
    }
}

static void reconnect(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    const struct member member = member_of(world, argument);

    move_member(world, &member, member.resolver->answer, member.resolver->answer);
}

static void ask(void *subject, uint64_t argument);

static void expect_change(struct bs_world *world, const struct member *member, uint32_t n)
{
    const struct bs_instant at =
        bs_instant_add(visible_at(world, member, n), residual_life(world, member, n));

    member->resolver->will_ask = true;
    /* Never in the instant of the change itself: that instant is being worked on. */
    schedule_member(world, member, "ask", (struct bs_instant){at.ns + 1}, ask, n);
}

/* The old answer has run out: the resolver asks its name server, which may not have the newest change. */
static void ask(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    const struct member member = member_of(world, argument);
    const struct bs_record_state *record = &world->route53.records[member.record];
    const struct bs_instant now = bs_world_now(world);
    struct bs_duration keep_alive = {0};
    uint32_t n = record->change_count - 1;

    member.resolver->will_ask = false;
    while (n > member.resolver->known && visible_at(world, &member, n).ns > now.ns) {
        n--;
    }
    member.resolver->known = n;
    if (member.cohort != NULL) {
        keep_alive = world->scenario->clients[member.population].keep_alive;
    }
    if (keep_alive.ns == 0) {
        move_member(world, &member, record->changes[n].alb, record->changes[n].alb);
    } else {
        const int64_t held =
            (int64_t)bs_bits_below(draw(world, &member, "connection", n), (uint64_t)keep_alive.ns);

        move_member(world, &member, record->changes[n].alb, member.resolver->connected);
        schedule_member(world, &member, "reconnect", (struct bs_instant){now.ns + 1 + held},
                        reconnect, n);
    }
    if (n + 1 < record->change_count) {
        expect_change(world, &member, record->change_count - 1);
    }
}

void bs_resolvers_record_changed(struct bs_world *world, int32_t record, uint32_t change)
{
    struct member canary = member_of(world, member_argument(CANARIES, (uint32_t)record));

    if (!canary.resolver->will_ask) {
        expect_change(world, &canary, change);
    }
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        const struct bs_cohort *cohort = &world->clients.cohorts[i];

        if (world->scenario->clients[cohort->population].record != record) {
            continue;
        }
        for (uint32_t j = 0; j < cohort->count; j++) {
            const struct member member =
                member_of(world, member_argument(cohort->population, cohort->first + j));

            if (!member.resolver->will_ask) {
                expect_change(world, &member, change);
            }
        }
    }
}

/* With every event simulated: a resolver's regular question, which hears what it already knows. */
static void refresh(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    const struct member member = member_of(world, argument);
    const struct bs_duration ttl = world->scenario->records[member.record].ttl;
    const struct bs_instant at = bs_instant_add(bs_world_now(world), ttl);
    const struct bs_event_key key = {
        at, BS_PHASE_CLIENT, bs_name_hash("refresh") ^ bs_name_hash(entity_of(world, &member)),
        member.index};

    world->clients.refreshes++;
    if (at.ns <= world->scenario->duration.ns) {
        bs_world_schedule_at(world, &key, refresh, world, argument, NULL);
    }
}

static void start_refreshing(struct bs_world *world, const struct member *member)
{
    const struct bs_duration ttl = world->scenario->records[member->record].ttl;
    const struct bs_event_key key = {
        {(int64_t)bs_bits_below(draw(world, member, "refresh", 0), (uint64_t)ttl.ns)},
        BS_PHASE_CLIENT,
        bs_name_hash("refresh") ^ bs_name_hash(entity_of(world, member)),
        member->index,
    };

    bs_world_schedule_at(world, &key, refresh, world,
                         member_argument(member->population, member->index), NULL);
}

void bs_resolvers_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->record_count; i++) {
        world->clients.canaries[i].answer = world->scenario->records[i].alb;
        world->clients.canaries[i].connected = world->scenario->records[i].alb;
    }
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        const struct bs_cohort *cohort = &world->clients.cohorts[i];
        const int32_t alb =
            world->scenario->records[world->scenario->clients[cohort->population].record].alb;

        for (uint32_t j = 0; j < cohort->count; j++) {
            const struct member member =
                member_of(world, member_argument(cohort->population, cohort->first + j));

            member.resolver->answer = alb;
            member.resolver->connected = alb;
            count_member(world, &member, 1);
            if (world->options.detail == BS_DETAIL_EVERY_EVENT) {
                start_refreshing(world, &member);
            }
        }
    }
}
