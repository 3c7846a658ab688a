/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Samplers and a queue against the distributions that theory gives, by the Kolmogorov-Smirnov test.
 *
 * Each family is tested with seeds 1 to 20, 10^5 independent samples each, at alpha = 10^-3. All seeds are
 * fixed, so that the outcome is, too; of 20 true nulls two or more are rejected with probability 2 * 10^-4,
 * so a family may have one rejection. That the test can tell is shown by a sampler 2 % off.
 */

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/stream.h"
#include "sim/engine/simulation.h"
#include "sim/engine/variate.h"
#include "tests/support/ks.h"

enum {
    SAMPLES = 100000,
    SEEDS = 20,
    REJECTIONS_MAX = 1,
};

/* In the initialisers of static objects, where BS_SECONDS() is no constant. */
#define SECONDS(s)        \
    {                     \
        (s) * BS_NS_PER_S \
    }
#define MILLIS(ms)          \
    {                       \
        (ms) * BS_NS_PER_MS \
    }

static const double alpha = 1e-3;

/* Fills `sample` with independent values in seconds. */
typedef void draw_fn(const void *subject, uint64_t seed, double sample[SAMPLES]);

static int rejections_of(draw_fn *draw, const void *subject, bs_ks_cdf *cdf, const void *parameters)
{
    static double sample[SAMPLES];
    int rejections = 0;

    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        draw(subject, seed, sample);
        if (bs_ks_statistic(sample, SAMPLES, cdf, parameters) > bs_ks_critical(SAMPLES, alpha)) {
            print_message("rejected: seed %u\n", (unsigned)seed);
            rejections++;
        }
    }
    return rejections;
}

struct family {
    const char *name;
    struct bs_distribution distribution;
    bs_ks_cdf *cdf;
};

static double uniform_cdf(const void *parameters, double x)
{
    const struct bs_distribution *d = parameters;
    double low = (double)d->uniform.low.ns / 1e9;
    double high = (double)d->uniform.high.ns / 1e9;

    return fmin(1.0, fmax(0.0, (x - low) / (high - low)));
}

static double lognormal_cdf(const void *parameters, double x)
{
    const struct bs_distribution *d = parameters;
    double sigma =
        log((double)d->lognormal.p95.ns / (double)d->lognormal.median.ns) / 1.6448536269514722;

    return 0.5 * erfc(-log(x * 1e9 / (double)d->lognormal.median.ns) / sigma / sqrt(2.0));
}

static double exponential_cdf(const void *parameters, double x)
{
    const struct bs_distribution *d = parameters;

    return -expm1(-x * 1e9 / (double)d->exponential.mean.ns);
}

static double weibull_cdf(const void *parameters, double x)
{
    const struct bs_distribution *d = parameters;

    return -expm1(-pow(x * 1e9 / (double)d->weibull.scale.ns, d->weibull.shape));
}

static double pareto_cdf(const void *parameters, double x)
{
    const struct bs_distribution *d = parameters;

    return 1.0 - pow((double)d->pareto.minimum.ns / (x * 1e9), d->pareto.shape);
}

/* Shape 3: the third arrival of a Poisson process. */
static double gamma_cdf(const void *parameters, double x)
{
    const struct bs_distribution *d = parameters;
    double t = x * 1e9 / (double)d->gamma.scale.ns;

    return 1.0 - exp(-t) * (1.0 + t + t * t / 2.0);
}

static const struct family families[] = {
    {"uniform",
     {.kind = BS_DISTRIBUTION_UNIFORM, .uniform = {SECONDS(60), SECONDS(120)}},
     uniform_cdf},
    {"lognormal",
     {.kind = BS_DISTRIBUTION_LOGNORMAL, .lognormal = {MILLIS(1200), SECONDS(8)}},
     lognormal_cdf},
    {"exponential",
     {.kind = BS_DISTRIBUTION_EXPONENTIAL, .exponential = {SECONDS(10)}},
     exponential_cdf},
    {"weibull", {.kind = BS_DISTRIBUTION_WEIBULL, .weibull = {1.5, SECONDS(10)}}, weibull_cdf},
    {"pareto", {.kind = BS_DISTRIBUTION_PARETO, .pareto = {SECONDS(900), 2.5}}, pareto_cdf},
    {"gamma", {.kind = BS_DISTRIBUTION_GAMMA, .gamma = {3.0, SECONDS(3)}}, gamma_cdf},
};

static void draw_family(const void *subject, uint64_t seed, double sample[SAMPLES])
{
    const struct family *family = subject;
    struct bs_stream stream =
        bs_stream_open((struct bs_stream_root){.seed = seed}, "theory", family->name);

    for (uint64_t k = 0; k < SAMPLES; k++) {
        sample[k] =
            (double)bs_distribution_sample(&family->distribution, bs_stream_at(&stream, k)).ns /
            1e9;
    }
}

static void samplers_follow_their_distributions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++) {
        const struct family *family = &families[i];
        int rejections = rejections_of(draw_family, family, family->cdf, &family->distribution);

        if (rejections > REJECTIONS_MAX) {
            fail_msg("%s: %d of %d seeds rejected", family->name, rejections, SEEDS);
        }
    }
}

static void a_sampler_two_per_cent_off_is_rejected(void **state)
{
    static const struct family biased = {
        "exponential",
        {.kind = BS_DISTRIBUTION_EXPONENTIAL, .exponential = {MILLIS(10200)}},
        exponential_cdf};
    static const struct bs_distribution claimed = {.kind = BS_DISTRIBUTION_EXPONENTIAL,
                                                   .exponential = {SECONDS(10)}};

    (void)state;
    /* The distributions differ by 0.0073 at most, the bound is 0.0062: not every seed need show it. */
    assert_true(rejections_of(draw_family, &biased, exponential_cdf, &claimed) > SEEDS / 2);
}

/*
 * An M/M/1 queue: arrivals at rate lambda, one server at rate mu, first come first served. A customer's
 * sojourn (waiting and service) is exponential with rate mu - lambda in the steady state.
 *
 * Successive customers' sojourns are correlated, and the test wants independent samples: so each sample is a
 * run of its own. Each starts with an arrival in the steady state, which finds a number present that is
 * geometric with ratio lambda / mu (and residual service that is exponential again, for want of memory), and
 * gives the sojourn of the fourth arrival, which meets what arrivals and departures until then have left.
 */
struct queue {
    struct bs_simulation *simulation;
    struct bs_stream stream;
    uint64_t draws;
    uint64_t events;
    uint64_t present;
    uint64_t arrived;
    uint64_t ahead; /* Departures left before the marked customer's own. */
    struct bs_instant marked_at;
    double sojourn_s;
};

enum { MARKED_ARRIVAL = 4 };

static const struct bs_distribution between_arrivals = {.kind = BS_DISTRIBUTION_EXPONENTIAL,
                                                        .exponential = {MILLIS(20)}};
static const struct bs_distribution service = {.kind = BS_DISTRIBUTION_EXPONENTIAL,
                                               .exponential = {MILLIS(10)}};

static void schedule_after(struct queue *queue, const struct bs_distribution *delay,
                           bs_event_fn *action)
{
    struct bs_event_key key = {
        .at = bs_instant_add(
            bs_simulation_now(queue->simulation),
            bs_distribution_sample(delay, bs_stream_at(&queue->stream, queue->draws++))),
        .entity = 1,
        .k = queue->events++,
    };

    assert_int_equal(BS_OK,
                     bs_simulation_schedule(queue->simulation, &key, action, queue, 0, NULL));
}

static void on_departure(void *subject, uint64_t argument)
{
    struct queue *queue = subject;

    (void)argument;
    queue->present--;
    if (queue->arrived >= MARKED_ARRIVAL && queue->ahead-- == 0) {
        queue->sojourn_s =
            (double)bs_duration_between(queue->marked_at, bs_simulation_now(queue->simulation)).ns /
            1e9;
        bs_simulation_stop(queue->simulation);
        return;
    }
    if (queue->present > 0) {
        schedule_after(queue, &service, on_departure);
    }
}

static void on_arrival(void *subject, uint64_t argument)
{
    struct queue *queue = subject;

    (void)argument;
    queue->arrived++;
    if (queue->arrived == MARKED_ARRIVAL) {
        queue->marked_at = bs_simulation_now(queue->simulation);
        queue->ahead = queue->present;
    }
    queue->present++;
    if (queue->present == 1) {
        schedule_after(queue, &service, on_departure);
    }
    schedule_after(queue, &between_arrivals, on_arrival);
}

static double one_sojourn_s(struct queue *queue)
{
    uint64_t bits = bs_stream_at(&queue->stream, queue->draws++);

    bs_simulation_reset(queue->simulation);
    queue->arrived = 0;
    /* lambda / mu = 1/2: the number present is geometric, as are leading zeros. */
    queue->present = bits == 0 ? 64 : (uint64_t)__builtin_clzll(bits);
    if (queue->present > 0) {
        schedule_after(queue, &service, on_departure);
    }
    on_arrival(queue, 0);
    assert_int_equal(BS_OK, bs_simulation_run(queue->simulation, BS_INSTANT_MAX));
    return queue->sojourn_s;
}

static void draw_sojourns(const void *subject, uint64_t seed, double sample[SAMPLES])
{
    const struct bs_simulation_options options = {
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER, .pending_max = 16, .event_count_max = 100000};
    struct queue queue = {
        .simulation = bs_simulation_new(&options),
        .stream = bs_stream_open((struct bs_stream_root){.seed = seed}, "theory", "mm1"),
    };

    (void)subject;
    assert_non_null(queue.simulation);
    for (size_t i = 0; i < SAMPLES; i++) {
        sample[i] = one_sojourn_s(&queue);
    }
    bs_simulation_destroy(queue.simulation);
}

static void sojourns_in_a_queue_are_exponential(void **state)
{
    /* 1 / (100/s - 50/s). */
    static const struct bs_distribution sojourn = {.kind = BS_DISTRIBUTION_EXPONENTIAL,
                                                   .exponential = {MILLIS(20)}};

    (void)state;
    assert_true(rejections_of(draw_sojourns, NULL, exponential_cdf, &sojourn) <= REJECTIONS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samplers_follow_their_distributions),
        cmocka_unit_test(a_sampler_two_per_cent_off_is_rejected),
        cmocka_unit_test(sojourns_in_a_queue_are_exponential),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
