/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * All event lists give the same order: the order of the keys.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "sim/engine/simulation.h"

enum {
    KIND_COUNT = 3,
    ENTITY_COUNT = 1000,
    IDS_KEPT = 512,
    CLASS_COUNT = 5,
};

/* How far ahead events are scheduled: one of these is drawn, then a whole number below it (or exactly it). */
struct mix {
    const char *name;
    uint64_t operations;
    int64_t spans_ns[4];
    uint32_t schedule_percent; /* The rest: steps and a few cancellations. */
    uint32_t cancel_percent;
    uint32_t class_percent; /* Of the schedulings: how many use a delay class. */
};

static const struct mix mixes[] = {
    {"spread", 1000000, {1000000000, 1000000000, 1000000000, 60000000000}, 45, 10, 0},
    {"classes", 1000000, {1000000000, 1000000, 1, 60000000000}, 45, 10, 70},
    {"crowded", 300000, {1, 1, 2, 3}, 50, 5, 10},
    {"near_among_far", 300000, {1000, 1000, 50000, 3600000000000}, 52, 3, 10},
    {"far_first", 300000, {7200000000000000, 1000000, 10, 1}, 48, 3, 20},
    {"growing", 300000, {1000000000, 1000000000, 1000, 1000000000}, 70, 0, 0},
};

/* Multiples of one another, so that classes meet at one instant. */
static const int64_t class_delays_ns[CLASS_COUNT] = {0, 1, 1000, 1000000, 2000000};

/* One simulation driven by random operations; the digest is of what ran, in order. */
struct drive {
    struct bs_simulation *simulation;
    struct bs_pcg pcg;
    const struct mix *mix;
    uint32_t classes[CLASS_COUNT];
    uint64_t next_k[ENTITY_COUNT];
    struct bs_event_id ids[IDS_KEPT];
    uint64_t scheduled;
    uint64_t digest;
};

static void schedule_random(struct drive *drive);

static void absorb(struct drive *drive, uint64_t value)
{
    drive->digest = (drive->digest ^ value) * UINT64_C(0x100000001b3);
    drive->digest ^= drive->digest >> 29;
}

static void on_event(void *subject, uint64_t argument)
{
    struct drive *drive = subject;

    absorb(drive, argument);
    absorb(drive, (uint64_t)bs_simulation_now(drive->simulation).ns);
    /* Some events schedule others, at times before the running one in order. */
    if (bs_pcg_below(&drive->pcg, 8) == 0) {
        schedule_random(drive);
    }
}

static void schedule_random(struct drive *drive)
{
    uint64_t entity = bs_pcg_below(&drive->pcg, ENTITY_COUNT);
    bool by_class = bs_pcg_below(&drive->pcg, 100) < drive->mix->class_percent;
    uint64_t class = bs_pcg_below(&drive->pcg, CLASS_COUNT);
    uint64_t span_ns = (uint64_t)drive->mix->spans_ns[bs_pcg_below(&drive->pcg, 4)];
    int64_t delay_ns =
        by_class ? class_delays_ns[class] : (int64_t)bs_pcg_below(&drive->pcg, span_ns);
    struct bs_event_key key = {
        .at = bs_instant_add(bs_simulation_now(drive->simulation), (struct bs_duration){delay_ns}),
        .phase = (enum bs_phase)bs_pcg_below(&drive->pcg, 4),
        /* Two neighbours share the bits that entries carry, so that ties go to the full key. */
        .entity = (entity / 2) << 48 | entity % 2,
        .k = drive->next_k[entity]++,
    };
    struct bs_event_id *id = &drive->ids[drive->scheduled++ % IDS_KEPT];

    if (key.at.ns > BS_INSTANT_MAX.ns) {
        return;
    }
    assert_int_equal(
        BS_OK, bs_simulation_schedule_class(drive->simulation,
                                            by_class ? drive->classes[class] : BS_DELAY_CLASS_NONE,
                                            &key, on_event, drive, drive->scheduled, id));
}

static void operate(struct drive *drive)
{
    uint64_t choice = bs_pcg_below(&drive->pcg, 100);

    if (choice < drive->mix->schedule_percent) {
        schedule_random(drive);
    } else if (choice < drive->mix->schedule_percent + drive->mix->cancel_percent) {
        uint64_t which = bs_pcg_below(&drive->pcg, IDS_KEPT);

        absorb(drive, bs_simulation_cancel(drive->simulation, drive->ids[which]));
    } else if (choice < 98) {
        absorb(drive, bs_simulation_step(drive->simulation));
    } else {
        absorb(drive, (uint64_t)bs_simulation_next_at(drive->simulation).ns);
    }
}

static uint64_t digest_of(enum bs_event_list_kind kind, const struct mix *mix, uint64_t seed)
{
    const struct bs_simulation_options options = {
        .list_kind = kind, .pending_max = 2000000, .event_count_max = UINT64_MAX};
    struct drive *drive = calloc(1, sizeof(*drive));
    uint64_t digest;

    assert_non_null(drive);
    drive->simulation = bs_simulation_new(&options);
    drive->pcg = bs_pcg_seeded(seed, 1);
    drive->mix = mix;
    for (size_t class = 0; class < CLASS_COUNT; class ++) {
        drive->classes[class] = bs_simulation_delay_class(
            drive->simulation, (struct bs_duration){class_delays_ns[class]});
    }
    for (uint64_t i = 0; i < mix->operations; i++) {
        operate(drive);
    }
    while (bs_simulation_step(drive->simulation)) {
    }
    assert_int_equal(0, bs_simulation_pending_count(drive->simulation));
    absorb(drive, bs_simulation_event_count(drive->simulation));
    digest = drive->digest;
    bs_simulation_destroy(drive->simulation);
    free(drive);
    return digest;
}

static void all_lists_give_one_order(void **state)
{
    (void)state;
    for (size_t m = 0; m < sizeof(mixes) / sizeof(mixes[0]); m++) {
        for (uint64_t seed = 1; seed <= 2; seed++) {
            uint64_t heap = digest_of(BS_EVENT_LIST_HEAP, &mixes[m], seed);

            if (digest_of(BS_EVENT_LIST_LADDER, &mixes[m], seed) != heap ||
                digest_of(BS_EVENT_LIST_RINGS_AND_LADDER, &mixes[m], seed) != heap) {
                fail_msg("mix %s, seed %u: another order than the heap's", mixes[m].name,
                         (unsigned)seed);
            }
        }
    }
}

/* Keys in any order, all scheduled beforehand: what runs is what sorting gives. */
struct sorted {
    const struct bs_event_key *keys;
    size_t count;
    size_t ran;
    size_t wrong;
};

static void on_sorted(void *subject, uint64_t argument)
{
    struct sorted *sorted = subject;

    sorted->wrong += argument != sorted->ran;
    sorted->ran++;
}

static int compare_keys(const void *a, const void *b)
{
    const struct bs_event_key *x = a;
    const struct bs_event_key *y = b;

    if (x->at.ns != y->at.ns) {
        return x->at.ns < y->at.ns ? -1 : 1;
    }
    if (x->phase != y->phase) {
        return x->phase < y->phase ? -1 : 1;
    }
    if (x->entity != y->entity) {
        return x->entity < y->entity ? -1 : 1;
    }
    return x->k < y->k ? -1 : x->k > y->k;
}

static void schedule_shuffled(struct bs_simulation *simulation, struct sorted *sorted,
                              struct bs_pcg *pcg)
{
    size_t *order = calloc(sorted->count, sizeof(*order));

    assert_non_null(order);
    for (size_t i = 0; i < sorted->count; i++) {
        size_t other = (size_t)bs_pcg_below(pcg, i + 1);

        order[i] = order[other];
        order[other] = i;
    }
    for (size_t i = 0; i < sorted->count; i++) {
        assert_int_equal(BS_OK, bs_simulation_schedule(simulation, &sorted->keys[order[i]],
                                                       on_sorted, sorted, order[i], NULL));
    }
    free(order);
}

static void check_sorted(enum bs_event_list_kind kind, uint64_t instants, uint64_t seed)
{
    enum { KEYS = 20000 };
    const struct bs_simulation_options options = {
        .list_kind = kind, .pending_max = KEYS, .event_count_max = UINT64_MAX};
    struct bs_simulation *simulation = bs_simulation_new(&options);
    struct bs_event_key *keys = calloc(KEYS, sizeof(*keys));
    struct bs_pcg pcg = bs_pcg_seeded(seed, 2);
    struct sorted sorted = {.keys = keys, .count = KEYS};

    assert_non_null(simulation);
    assert_non_null(keys);
    for (size_t i = 0; i < KEYS; i++) {
        keys[i] = (struct bs_event_key){
            .at = {(int64_t)bs_pcg_below(&pcg, instants)},
            .phase = (enum bs_phase)bs_pcg_below(&pcg, 4),
            .entity = bs_pcg_next(&pcg) & UINT64_C(0xff000000000000ff),
            .k = i,
        };
    }
    qsort(keys, KEYS, sizeof(*keys), compare_keys);
    schedule_shuffled(simulation, &sorted, &pcg);
    assert_int_equal(BS_OK, bs_simulation_run(simulation, BS_INSTANT_MAX));
    if (sorted.ran != KEYS || sorted.wrong != 0) {
        fail_msg("kind %d, %u instants, seed %u: %zu of %zu out of order", (int)kind,
                 (unsigned)instants, (unsigned)seed, sorted.wrong, sorted.ran);
    }
    free(keys);
    bs_simulation_destroy(simulation);
}

static void order_is_that_of_sorting(void **state)
{
    static const uint64_t instants[] = {1, 2, 100, 1000000000};

    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (size_t i = 0; i < sizeof(instants) / sizeof(instants[0]); i++) {
            check_sorted((enum bs_event_list_kind)kind, instants[i], i + 1);
        }
    }
}

/* Ever more events at the present instant, as when a crowd wakes: quadratic cost would not end in time. */
struct crowd {
    struct bs_simulation *simulation;
    uint64_t scheduled;
    uint64_t ran;
};

enum { CROWD_MAX = 200000 };

static void on_crowd(void *subject, uint64_t argument)
{
    struct crowd *crowd = subject;

    (void)argument;
    crowd->ran++;
    for (int i = 0; i < 2 && crowd->scheduled < CROWD_MAX; i++) {
        const struct bs_event_key key = {
            .at = bs_simulation_now(crowd->simulation),
            .phase = BS_PHASE_CLIENT,
            .entity = (crowd->scheduled * UINT64_C(0x9e3779b97f4a7c15)),
            .k = crowd->scheduled++,
        };

        assert_int_equal(BS_OK,
                         bs_simulation_schedule(crowd->simulation, &key, on_crowd, crowd, 0, NULL));
    }
}

static void crowds_at_one_instant_stay_cheap(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const struct bs_simulation_options options = {.list_kind = (enum bs_event_list_kind)kind,
                                                      .pending_max = CROWD_MAX,
                                                      .event_count_max = UINT64_MAX};
        struct crowd crowd = {.simulation = bs_simulation_new(&options)};
        const struct bs_event_key key = {.at = BS_AT_SECONDS(1)};

        assert_int_equal(BS_OK,
                         bs_simulation_schedule(crowd.simulation, &key, on_crowd, &crowd, 0, NULL));
        assert_int_equal(BS_OK, bs_simulation_run(crowd.simulation, BS_AT_SECONDS(1)));
        assert_int_equal(CROWD_MAX + 1, crowd.ran);
        bs_simulation_destroy(crowd.simulation);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_is_that_of_sorting),
        cmocka_unit_test(all_lists_give_one_order),
        cmocka_unit_test(crowds_at_one_instant_stay_cheap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
