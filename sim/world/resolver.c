/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/resolver.h"

#include "sim/world/world_state.h"

/* One resolver of a group, as events name it: group and index. */
struct member {
    struct bs_resolver_group *group;
    uint32_t index;
    struct bs_resolver *resolver;
    struct bs_cohort *cohort; /* NULL: a canary. */
};

static uint64_t member_argument(const struct bs_world *world, const struct bs_resolver_group *group,
                                uint32_t index)
{
    return ((uint64_t)(group - world->clients.groups) << 32) | index;
}

static struct bs_cohort *cohort_of(struct bs_world *world, int32_t population, uint32_t index)
{
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        struct bs_cohort *cohort = &world->clients.cohorts[i];

        if (cohort->population == population && index - cohort->first < cohort->count) {
            return cohort;
        }
    }
    BS_ASSERT(population == BS_NONE);
    return NULL;
}

static struct member member_of(struct bs_world *world, uint64_t argument)
{
    struct bs_resolver_group *group = &world->clients.groups[argument >> 32];
    const uint32_t index = (uint32_t)argument;

    return (struct member){group, index, &group->resolvers[index],
                           cohort_of(world, group->population, index)};
}

static const struct bs_record_state *record_of(const struct bs_world *world,
                                               const struct member *member)
{
    return &world->route53.records[member->group->record];
}

static uint64_t draw(const struct member *member, enum bs_resolver_draw what, uint32_t n)
{
    struct bs_stream stream = bs_stream_member(&member->group->draws[what], member->index);

    return bs_stream_at(&stream, n);
}

/* The TTL of the answer that the resolver has. */
static struct bs_duration ttl_held(const struct bs_world *world, const struct member *member)
{
    return record_of(world, member)->changes[member->resolver->known].ttl;
}

static struct bs_duration residual_life(const struct bs_world *world, const struct member *member,
                                        uint32_t n)
{
    const uint64_t bits = draw(member, BS_DRAW_RESIDUAL_LIFE, n);
    struct bs_duration life = ttl_held(world, member);
    const struct bs_resolver_population *population;
    struct bs_duration drawn = {0};

    if (member->cohort == NULL) {
        return (struct bs_duration){(int64_t)bs_bits_below(bits, (uint64_t)life.ns)};
    }
    population =
        &world->scenario->resolvers[world->scenario->clients[member->group->population].resolvers];
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
    return bs_route53_visible_at(record_of(world, member), n, draw(member, BS_DRAW_NAME_SERVER, n));
}

/* Keeps the cohort's and the load balancers' counts of who points where. */
static void count_member(struct bs_world *world, const struct member *member, int32_t sign)
{
    const struct bs_resolver *resolver = member->resolver;
    struct bs_cohort *cohort = member->cohort;

    world->elb.balancers[resolver->answer].pointed_at += sign;
    world->elb.balancers[resolver->connected].pointed_at += sign;
    cohort->answering[resolver->answer] += (uint32_t)sign;
    cohort->connected[resolver->connected] += (uint32_t)sign;
    if (resolver->answer == resolver->connected) {
        cohort->settled[resolver->answer] += (uint32_t)sign;
        cohort->uniform =
            cohort->settled[resolver->answer] == cohort->count ? resolver->answer : BS_NONE;
    }
}

static void move_member(struct bs_world *world, const struct member *member, int32_t answer,
                        int32_t connected)
{
    const bool is_first = world->elb.balancers[answer].pointed_at == 0;
    struct bs_resolver next = *member->resolver;

    if (member->cohort == NULL) {
        member->resolver->answer = answer;
        member->resolver->connected = connected;
        return;
    }
    next.answer = answer;
    next.connected = connected;
    bs_clients_before_move(world, member->cohort, member->index, &next);
    count_member(world, member, -1);
    member->cohort->uniform = BS_NONE;
    member->resolver->answer = answer;
    member->resolver->connected = connected;
    count_member(world, member, 1);
    bs_clients_after_move(world, member->cohort);
    if (is_first) {
        bs_elb_refresh(world); /* From now on its load counts. */
    }
}

static void schedule_member(struct bs_world *world, const struct member *member, uint64_t entity,
                            struct bs_instant at, bs_event_fn *action, uint32_t n)
{
    const struct bs_event_key key = {at, BS_PHASE_WORLD, entity,
                                     ((uint64_t)member->index << 16) | n};

    bs_world_schedule_at(world, &key, action, world,
                         member_argument(world, member->group, member->index), NULL);
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
    schedule_member(world, member, member->group->ask_hash, (struct bs_instant){at.ns + 1}, ask, n);
}

/* Clients' open connections hold on for a while, if they are kept at all. */
static void take_answer(struct bs_world *world, const struct member *member, uint32_t n)
{
    const int32_t answer =
        bs_route53_answer(world, member->group->record, n, draw(member, BS_DRAW_SHARE, 0));
    struct bs_duration keep_alive = {0};
    int64_t held;

    member->resolver->known = n;
    if (member->resolver->answer == answer && member->resolver->connected == answer) {
        return;
    }
    if (member->cohort != NULL) {
        keep_alive = world->scenario->clients[member->group->population].keep_alive;
    }
    if (keep_alive.ns == 0) {
        move_member(world, member, answer, answer);
        return;
    }
    move_member(world, member, answer, member->resolver->connected);
    held = (int64_t)bs_bits_below(draw(member, BS_DRAW_CONNECTION, n), (uint64_t)keep_alive.ns);
    schedule_member(world, member, member->group->reconnect_hash,
                    (struct bs_instant){bs_world_now(world).ns + 1 + held}, reconnect, n);
}

/* The old answer has run out: the resolver asks its name server, which may not have the newest change. */
static void ask(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    const struct member member = member_of(world, argument);
    const uint32_t newest = record_of(world, &member)->change_count - 1;
    uint32_t n = newest;

    member.resolver->will_ask = false;
    while (n > member.resolver->known &&
           visible_at(world, &member, n).ns > bs_world_now(world).ns) {
        n--;
    }
    if (n > member.resolver->known) {
        take_answer(world, &member, n);
    }
    if (n < newest) {
        expect_change(world, &member, newest);
    }
}

void bs_resolvers_record_changed(struct bs_world *world, int32_t record, uint32_t change)
{
    for (size_t i = 0; i < world->clients.group_count; i++) {
        const struct bs_resolver_group *group = &world->clients.groups[i];

        for (uint32_t j = 0; j < group->count && group->record == record; j++) {
            const struct member member = member_of(world, member_argument(world, group, j));

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
    const struct bs_resolver_group *group = member.group;
    const struct bs_duration ttl = ttl_held(world, &member);
    const struct bs_event_key key = {bs_instant_add(bs_world_now(world), ttl), BS_PHASE_CLIENT,
                                     group->refresh_hash, argument & UINT32_MAX};

    if (ttl.ns == world->scenario->records[group->record].ttl.ns) {
        bs_world_schedule_class(world, group->refresh_class, &key, refresh, world, argument);
    } else {
        bs_world_schedule_at(world, &key, refresh, world, argument, NULL);
    }
}

static void start_refreshing(struct bs_world *world, const struct member *member)
{
    const struct bs_duration ttl = ttl_held(world, member);
    const struct bs_event_key key = {
        {(int64_t)bs_bits_below(draw(member, BS_DRAW_REFRESH, 0), (uint64_t)ttl.ns)},
        BS_PHASE_CLIENT,
        member->group->refresh_hash,
        member->index,
    };

    bs_world_schedule_at(world, &key, refresh, world,
                         member_argument(world, member->group, member->index), NULL);
}

static void open_draws(const struct bs_world *world, struct bs_resolver_group *group)
{
    static const char *const purposes[BS_RESOLVER_DRAW_COUNT] = {
        [BS_DRAW_RESIDUAL_LIFE] = "residual life",
        [BS_DRAW_NAME_SERVER] = "name server",
        [BS_DRAW_SHARE] = "share",
        [BS_DRAW_CONNECTION] = "connection",
        [BS_DRAW_REFRESH] = "refresh",
    };

    for (size_t i = 0; i < BS_RESOLVER_DRAW_COUNT; i++) {
        group->draws[i] = bs_stream_family(world->options.root, group->entity, purposes[i]);
    }
}

static void start_group(struct bs_world *world, struct bs_resolver_group *group)
{
    const struct bs_record_set *set = &world->scenario->records[group->record];

    open_draws(world, group);
    group->ask_hash = bs_world_entity("ask", group->entity).hash;
    group->reconnect_hash = bs_world_entity("reconnect", group->entity).hash;
    group->refresh_hash = bs_world_entity("refresh", group->entity).hash;
    group->refresh_class = bs_simulation_delay_class(world->simulation, set->ttl);
    for (uint32_t i = 0; i < group->count; i++) {
        const struct member member = member_of(world, member_argument(world, group, i));

        member.resolver->answer = set->alb;
        member.resolver->connected = set->alb;
        if (member.cohort != NULL) {
            count_member(world, &member, 1);
        }
        if (member.cohort != NULL && world->options.detail == BS_DETAIL_EVERY_EVENT) {
            start_refreshing(world, &member);
        }
    }
}

void bs_resolvers_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->clients.group_count; i++) {
        start_group(world, &world->clients.groups[i]);
    }
}
