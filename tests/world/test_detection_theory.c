/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * How long until a health check's verdict, and until a resolver's new answer, against closed forms.
 *
 * Kolmogorov-Smirnov with seeds 1 to 20 and 10^5 independent samples each, at alpha = 10^-3; at most one of
 * the 20 may be rejected (two or more true nulls are with probability 2 * 10^-4). That the tests can tell is
 * shown by the same samples made 2 % larger, which all are rejected. Samples come from the world's own code,
 * driven directly: a world has nothing but a load balancer with its check, or resolvers without requests.
 * Under sanitizers there are fewer samples, for time; enough still to reject those that are 2 % off.
 */

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/support/ks.h"
#include "tests/world/estate.h"

enum {
    SAMPLES = BS_THEORY_SAMPLES,
    SEEDS = 20,
    REJECTIONS_MAX = 1,
    LOST_AT_S = 100,
};

static const double alpha = 1e-3;
static const double bias = 1.02;

/* Fills `sample` with independent values in seconds. */
typedef void draw_fn(const struct bs_scenario *scenario, uint64_t seed, double sample[SAMPLES]);

/* The distribution that a sampler would seem to have if all it draws were too large by the bias. */
struct biased {
    bs_ks_cdf *cdf;
    const void *parameters;
};

static double biased_cdf(const void *parameters, double x)
{
    const struct biased *biased = parameters;

    return biased->cdf(biased->parameters, x * bias);
}

static bool is_rejected(double sample[SAMPLES], bs_ks_cdf *cdf, const void *parameters)
{
    return bs_ks_statistic(sample, SAMPLES, cdf, parameters) > bs_ks_critical(SAMPLES, alpha);
}

static void check_law(draw_fn *draw, const char *text, bs_ks_cdf *cdf, const void *parameters)
{
    static double sample[SAMPLES];
    const struct biased biased = {cdf, parameters};
    struct bs_scenario *scenario = estate_scenario(text);
    int rejections = 0;

    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        draw(scenario, seed, sample);
        rejections += is_rejected(sample, cdf, parameters) ? 1 : 0;
        assert_true(is_rejected(sample, biased_cdf, &biased));
    }
    assert_true(rejections <= REJECTIONS_MAX);
    bs_scenario_destroy(scenario);
}

/* ---- Detection ---- */

#define CHECKED(checkers)                                                                  \
    "blackstart: scenario/1\nname: checked\nduration: 10m\n"                               \
    "regions: {us-east-1: {role: primary}}\n"                                              \
    "resources: {app: {kind: ecs_service, region: primary}, "                              \
    "lb: {kind: alb, region: primary, targets: app}}\n"                                    \
    "health_checks: {app: {of: lb, interval: 30s, failures: 3, checkers: " checkers "}}\n" \
    "dns: {}\nresolvers: {}\nclients: {}\n"                                                \
    "faults: [{name: lost, at: 100s, region_loss: primary}]\n"

/* One world for each sample, so that samples are independent. */
static void draw_verdicts(const struct bs_scenario *scenario, uint64_t seed, double sample[SAMPLES])
{
    struct estate estate;

    estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
    for (uint64_t i = 0; i < SAMPLES; i++) {
        if (i > 0) {
            estate_open_again(&estate, (struct bs_stream_root){seed, i});
        }
        while (estate.world->health_checks.checks[0].is_healthy) {
            assert_true(bs_simulation_step(estate.simulation));
        }
        sample[i] = (double)(bs_simulation_now(estate.simulation).ns - LOST_AT_S * BS_NS_PER_S) /
                    (double)BS_NS_PER_S;
    }
    estate_close(&estate);
}

/* How the checkers' results come together. */
struct quorum {
    int checkers;
    int needed; /* Of them, until 18 % or fewer say healthy. */
    double interval_s;
};

/*
 * A checker probes every interval, from a phase of its own; after the loss its first probe comes after U x
 * interval. With three in a row against it, and 4 s until the last is known to hang, it changes its mind
 * after 2 x interval + U x interval + 4 s. The check follows the `needed`-th of its checkers: an order
 * statistic of as many uniforms.
 */
static double verdict_cdf(const void *parameters, double x)
{
    const struct quorum *quorum = parameters;
    const double u = fmin(1.0, fmax(0.0, (x - 4.0) / quorum->interval_s - 2.0));
    double probability = 0.0;

    for (int i = quorum->needed; i <= quorum->checkers; i++) {
        probability +=
            exp(lgamma(quorum->checkers + 1) - lgamma(i + 1) - lgamma(quorum->checkers - i + 1)) *
            pow(u, i) * pow(1.0 - u, quorum->checkers - i);
    }
    return probability;
}

static void one_checker_takes_a_uniform_time(void **state)
{
    (void)state;
    check_law(draw_verdicts, CHECKED("1"), verdict_cdf, &(struct quorum){1, 1, 30.0});
}

/* 18 % of 15 are 2.7: the check is unhealthy once 2 are left that say healthy. */
static void fifteen_checkers_take_an_order_statistic(void **state)
{
    (void)state;
    check_law(draw_verdicts, CHECKED("15"), verdict_cdf, &(struct quorum){15, 13, 30.0});
}

/* ---- Residual life ---- */

#define TO_TEXT(macro)   TO_TEXT_OF(macro)
#define TO_TEXT_OF(text) #text
#define RESOLVED                                                          \
    "blackstart: scenario/1\nname: resolved\nduration: 10m\n"             \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n" \
    "resources: {app: {kind: ecs_service, region: primary}, "             \
    "lb: {kind: alb, region: primary, targets: app}, "                    \
    "app-dr: {kind: ecs_service, region: standby}, "                      \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}}\n"             \
    "dns: {app.example.com: {to: lb, ttl: 60s, propagation: 0s}}\n"       \
    "resolvers: {public: {count: " TO_TEXT(                               \
        BS_THEORY_SAMPLES) ", mix: {honour: 100%}}}\n"                    \
                           "clients: {shoppers: {resolvers: public, keep_alive: 0s}}\n"

/* Every resolver is a sample; each moves in an event of its own. */
static void draw_residual_lives(const struct bs_scenario *scenario, uint64_t seed,
                                double sample[SAMPLES])
{
    static const struct bs_call_request change = {
        .operation = BS_OPERATION_ROUTE53_CHANGE_RECORD,
        .region = "global",
        .resource = "app.example.com",
        .target = "lb-dr",
    };
    const int32_t standby = bs_scenario_resource(scenario, "lb-dr");
    const struct bs_record_state *record;
    const struct bs_elb_state *balancer;
    struct estate estate;
    size_t moved = 0;

    estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
    balancer = &estate.world->elb.balancers[standby];
    record = &estate.world->route53.records[0];
    estate_send(&estate, &change);
    while (moved < SAMPLES) {
        assert_true(bs_simulation_step(estate.simulation));
        /* Its answer, and its connections with it. */
        if (balancer->pointed_at == 2 * ((int64_t)moved + 1)) {
            sample[moved++] =
                (double)(bs_simulation_now(estate.simulation).ns - record->changes[1].at.ns) /
                (double)BS_NS_PER_S;
        }
    }
    estate_close(&estate);
}

static double residual_cdf(const void *parameters, double x)
{
    const double *ttl_s = parameters;

    return fmin(1.0, fmax(0.0, x / *ttl_s));
}

static void what_is_left_of_an_answers_life_is_uniform(void **state)
{
    static const double ttl_s = 60.0;

    (void)state;
    check_law(draw_residual_lives, RESOLVED, residual_cdf, &ttl_s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_checker_takes_a_uniform_time),
        cmocka_unit_test(fifteen_checkers_take_an_order_statistic),
        cmocka_unit_test(what_is_left_of_an_answers_life_is_uniform),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
