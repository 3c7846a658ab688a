/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include "bench/hold_model.h"

#include <stdlib.h>

#include "base/pcg.h"
#include "bench/measure.h"
#include "sim/engine/variate.h"

enum {
    DELAY_TABLE_SIZE = 4096,
    DELAY_CLASSES = 4,
    WARM_UP_ROUNDS = 2,
    REFERENCE_PENDING = 1000,
    REFERENCE_EVENTS = 1000000,
    REFERENCE_REPETITIONS = 5,
};

static const int64_t class_delays_s[DELAY_CLASSES] = {1, 5, 10, 30};

struct hold {
    struct bs_simulation *simulation;
    struct bs_pcg pcg;
    uint32_t classes[DELAY_CLASSES];
    uint64_t k;
    int64_t delays_ns[DELAY_TABLE_SIZE];
};

static void on_exponential(void *subject, uint64_t entity)
{
    struct hold *hold = subject;
    int64_t delay_ns = hold->delays_ns[bs_pcg_next(&hold->pcg) % DELAY_TABLE_SIZE];
    const struct bs_event_key key = {
        .at = bs_instant_add(bs_simulation_now(hold->simulation), (struct bs_duration){delay_ns}),
        .phase = BS_PHASE_WORLD,
        .entity = entity,
        .k = hold->k++,
    };

    bs_bench_must(
        bs_simulation_schedule(hold->simulation, &key, on_exponential, hold, entity, NULL));
}

static void on_constant(void *subject, uint64_t entity)
{
    struct hold *hold = subject;
    size_t class = entity % DELAY_CLASSES;
    const struct bs_event_key key = {
        .at =
            bs_instant_add(bs_simulation_now(hold->simulation), BS_SECONDS(class_delays_s[class])),
        .phase = BS_PHASE_WORLD,
        .entity = entity,
        .k = hold->k++,
    };

    bs_bench_must(bs_simulation_schedule_class(hold->simulation, hold->classes[class], &key,
                                               on_constant, hold, entity, NULL));
}

static void fill_delays(struct hold *hold)
{
    const struct bs_distribution exponential = {
        .kind = BS_DISTRIBUTION_EXPONENTIAL,
        .exponential = {.mean = BS_SECONDS(10)},
    };

    for (uint64_t i = 0; i < DELAY_TABLE_SIZE; i++) {
        hold->delays_ns[i] =
            bs_distribution_sample(&exponential, i * (UINT64_MAX / DELAY_TABLE_SIZE)).ns;
    }
}

/* Spreads the first events as the running model would, so that little warming up is needed. */
static void schedule_first(struct hold *hold, enum bs_hold_increments increments, uint32_t pending)
{
    for (uint32_t i = 0; i < pending; i++) {
        uint64_t entity = bs_pcg_next(&hold->pcg);
        int64_t delay_ns =
            increments == BS_HOLD_EXPONENTIAL
                ? hold->delays_ns[i % DELAY_TABLE_SIZE]
                : (int64_t)bs_pcg_below(
                      &hold->pcg, (uint64_t)(class_delays_s[entity % DELAY_CLASSES] * BS_NS_PER_S));
        const struct bs_event_key key = {
            .at = {delay_ns}, .phase = BS_PHASE_WORLD, .entity = entity, .k = hold->k++};

        bs_bench_must(bs_simulation_schedule(
            hold->simulation, &key,
            increments == BS_HOLD_EXPONENTIAL ? on_exponential : on_constant, hold, entity, NULL));
    }
}

double bs_hold_rate(enum bs_hold_increments increments, enum bs_event_list_kind list_kind,
                    uint32_t pending, uint64_t events)
{
    static struct hold hold;
    const struct bs_simulation_options options = {
        .list_kind = list_kind,
        .pending_max = pending + 1,
        .event_count_max = UINT64_MAX,
    };
    double began_s;
    double took_s;

    hold.simulation = bs_simulation_new(&options);
    bs_bench_must(hold.simulation == NULL ? BS_ERR_MEMORY : BS_OK);
    hold.pcg = bs_pcg_seeded(42, 54);
    hold.k = 0;
    fill_delays(&hold);
    for (size_t class = 0; class < DELAY_CLASSES; class ++) {
        hold.classes[class] =
            bs_simulation_delay_class(hold.simulation, BS_SECONDS(class_delays_s[class]));
    }
    schedule_first(&hold, increments, pending);
    for (uint64_t i = 0; i < (uint64_t)pending * WARM_UP_ROUNDS; i++) {
        (void)bs_simulation_step(hold.simulation);
    }
    began_s = bs_cpu_s();
    for (uint64_t i = 0; i < events; i++) {
        (void)bs_simulation_step(hold.simulation);
    }
    took_s = bs_cpu_s() - began_s;
    bs_simulation_destroy(hold.simulation);
    return (double)events / took_s;
}

double bs_hold_reference(void)
{
    double rates[REFERENCE_REPETITIONS];

    for (size_t i = 0; i < REFERENCE_REPETITIONS; i++) {
        rates[i] = bs_hold_rate(BS_HOLD_EXPONENTIAL, BS_EVENT_LIST_HEAP, REFERENCE_PENDING,
                                REFERENCE_EVENTS);
    }
    return bs_median(rates, REFERENCE_REPETITIONS);
}
