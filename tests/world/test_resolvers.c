/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Who resolves for whom, and how long each of them holds on to what it knows. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

#define ESTATE                                                                            \
    "blackstart: scenario/1\nname: resolved\nduration: 4h\n"                              \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                 \
    "resources: {app: {kind: ecs_service, region: primary}, "                             \
    "lb: {kind: alb, region: primary, targets: app}, "                                    \
    "app-dr: {kind: ecs_service, region: standby}, "                                      \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}}\n"                             \
    "dns: {app.example.com: {to: lb, ttl: %s, propagation: 20s}}\n"                       \
    "resolvers: {public: {count: %d, mix: %s, stuck: {uniform: {low: 10m, high: 3h}}}}\n" \
    "clients: {shoppers: {resolvers: public, keep_alive: %s}}\n"

enum { TEXT_MAX = 4096, RESOLVERS = 80, SEEDS = 10 };

static struct bs_scenario *scenario_with(const char *ttl, int count, const char *mix,
                                         const char *keep_alive)
{
    char text[TEXT_MAX];
    const int length = snprintf(text, sizeof(text), ESTATE, ttl, count, mix, keep_alive);

    assert_true(length > 0 && length < TEXT_MAX);
    return estate_scenario(text);
}

/* ---- Counts ---- */

struct count_case {
    const char *name;
    int count;
    const char *mix;
    uint32_t expected[BS_RESOLVER_BEHAVIOUR_COUNT]; /* honour, extend, floor, stuck */
};

/* Whole resolvers; a share of its own has one at least, and the first takes what rounding leaves. */
static const struct count_case count_cases[] = {
    {"default", 1000, "default", {900, 60, 20, 20}},
    {"one kind", 7, "{honour: 100%}", {7, 0, 0, 0}},
    {"none of the first", 7, "{extend: 50%, stuck: 50%}", {0, 4, 0, 3}},
    {"rounding", 10, "{honour: 33.4%, extend: 33.3%, floor: 33.3%}", {4, 3, 3, 0}},
    {"one for all", 1, "default", {1, 1, 1, 1}},
    {"small shares", 10, "default", {9, 1, 1, 1}},
    {"tiny share", 100000, "{honour: 99.9999999%, stuck: 0.0000001%}", {99999, 0, 0, 1}},
};

static void check_counts(const struct count_case *row)
{
    struct bs_scenario *scenario = scenario_with("60s", row->count, row->mix, "0s");
    uint32_t found[BS_RESOLVER_BEHAVIOUR_COUNT] = {0};
    uint32_t next = 0;
    struct estate estate;

    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    for (size_t i = 0; i < estate.world->clients.cohort_count; i++) {
        const struct bs_cohort *cohort = &estate.world->clients.cohorts[i];

        assert_int_equal(cohort->first, next);
        found[cohort->behaviour] = cohort->count;
        next += cohort->count;
    }
    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT; i++) {
        if (found[i] != row->expected[i]) {
            fail_msg("%s: %u resolvers that %s, not %u", row->name, (unsigned)found[i],
                     bs_resolver_behaviour_name((enum bs_resolver_behaviour)i),
                     (unsigned)row->expected[i]);
        }
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void shares_become_whole_resolvers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(count_cases) / sizeof(count_cases[0]); i++) {
        check_counts(&count_cases[i]);
    }
}

/* ---- Staleness ---- */

/* When each resolver first gave the new answer, and when its clients' connections had all moved. */
struct moves {
    int64_t answered_ns[RESOLVERS];
    int64_t connected_ns[RESOLVERS];
    int64_t changed_ns;
    enum bs_resolver_behaviour behaviours[RESOLVERS];
};

static void note_moves(const struct estate *estate, int32_t standby, struct moves *moves)
{
    const struct bs_resolver *resolvers = estate->world->clients.groups[0].resolvers;
    const int64_t now_ns = bs_simulation_now(estate->simulation).ns;

    for (size_t i = 0; i < RESOLVERS; i++) {
        if (moves->answered_ns[i] == -1 && resolvers[i].answer == standby) {
            moves->answered_ns[i] = now_ns;
        }
        if (moves->connected_ns[i] == -1 && resolvers[i].connected == standby) {
            moves->connected_ns[i] = now_ns;
        }
    }
}

static void find_moves(const char *ttl, const char *keep_alive, uint64_t seed, struct moves *moves)
{
    static const struct bs_call_request change = {
        .operation = BS_OPERATION_ROUTE53_CHANGE_RECORD,
        .region = "global",
        .resource = "app.example.com",
        .target = "lb-dr",
    };
    struct bs_scenario *scenario = scenario_with(
        ttl, RESOLVERS, "{honour: 25%, extend: 25%, floor: 25%, stuck: 25%}", keep_alive);
    const int32_t standby = bs_scenario_resource(scenario, "lb-dr");
    struct estate estate;

    estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
    for (size_t i = 0; i < RESOLVERS; i++) {
        moves->answered_ns[i] = -1;
        moves->connected_ns[i] = -1;
    }
    for (size_t i = 0; i < estate.world->clients.cohort_count; i++) {
        const struct bs_cohort *cohort = &estate.world->clients.cohorts[i];

        for (uint32_t j = 0; j < cohort->count; j++) {
            moves->behaviours[cohort->first + j] = cohort->behaviour;
        }
    }
    estate_run(&estate, BS_AT_SECONDS(60));
    estate_send(&estate, &change);
    while (bs_simulation_next_at(estate.simulation).ns <= scenario->duration.ns &&
           bs_simulation_step(estate.simulation)) {
        note_moves(&estate, standby, moves);
    }
    moves->changed_ns = estate.world->route53.records[0].changes[1].at.ns;
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* What each kind of resolver may hold an answer for, at the most, beyond a propagation of 20 s. */
static int64_t longest_ns(enum bs_resolver_behaviour behaviour, int64_t ttl_s)
{
    const int64_t seconds[BS_RESOLVER_BEHAVIOUR_COUNT] = {
        [BS_RESOLVER_HONOUR] = ttl_s,
        [BS_RESOLVER_EXTEND] = ttl_s > 900 ? ttl_s : 900,
        [BS_RESOLVER_FLOOR] = ttl_s > 300 ? ttl_s : 300,
        [BS_RESOLVER_STUCK] = ttl_s > 10800 ? ttl_s : 10800,
    };

    return (20 + seconds[behaviour]) * BS_NS_PER_S + 1;
}

static void check_bounds(const struct moves *moves, int64_t ttl_s, int64_t keep_alive_s)
{
    for (size_t i = 0; i < RESOLVERS; i++) {
        const int64_t held_ns = moves->connected_ns[i] - moves->answered_ns[i];

        assert_true(moves->answered_ns[i] > moves->changed_ns);
        assert_true(moves->answered_ns[i] <=
                    moves->changed_ns + longest_ns(moves->behaviours[i], ttl_s));
        assert_true(held_ns >= 0 && held_ns <= keep_alive_s * BS_NS_PER_S);
    }
}

struct ttl_case {
    const char *text;
    int64_t ttl_s;
};

static const struct ttl_case ttls[] = {
    {"1s", 1}, {"5s", 5}, {"60s", 60}, {"299s", 299}, {"301s", 301}, {"20m", 1200}, {"1h", 3600},
};

static void check_ttls(const char *keep_alive, int64_t keep_alive_s, uint64_t seed)
{
    static struct moves moves[2];

    for (size_t i = 0; i < sizeof(ttls) / sizeof(ttls[0]); i++) {
        struct moves *now = &moves[i % 2];
        const struct moves *before = &moves[(i + 1) % 2];

        find_moves(ttls[i].text, keep_alive, seed, now);
        check_bounds(now, ttls[i].ttl_s, keep_alive_s);
        for (size_t j = 0; i > 0 && j < RESOLVERS; j++) {
            assert_int_equal(now->changed_ns, before->changed_ns);
            assert_true(now->answered_ns[j] >= before->answered_ns[j]);
            assert_true(now->connected_ns[j] >= before->connected_ns[j]);
            assert_true(now->behaviours[j] != BS_RESOLVER_HONOUR ||
                        now->answered_ns[j] > before->answered_ns[j]);
            /* Below the floor of 5 min the TTL is nothing to a resolver with a floor. */
            assert_true(now->behaviours[j] != BS_RESOLVER_FLOOR ||
                        (now->answered_ns[j] == before->answered_ns[j]) == (ttls[i].ttl_s < 300));
        }
    }
}

static void no_resolver_is_less_stale_with_a_longer_ttl(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        check_ttls("0s", 0, seed);
        check_ttls("60s", 60, seed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_become_whole_resolvers),
        cmocka_unit_test(no_resolver_is_less_stale_with_a_longer_ttl),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
