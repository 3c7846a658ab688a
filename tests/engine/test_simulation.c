/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The clock, ids, limits and delay classes; each test on every event list.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "sim/engine/simulation.h"
#include "tests/base/expect_abort.h"

enum { KIND_COUNT = 3, TRACE_MAX = 64 };

/* The arguments of the events that ran, in order. */
struct trace {
    struct bs_simulation *simulation;
    uint64_t ran[TRACE_MAX];
    size_t count;
};

static void on_event(void *subject, uint64_t argument)
{
    struct trace *trace = subject;

    assert_true(trace->count < TRACE_MAX);
    trace->ran[trace->count++] = argument;
}

static void on_stop(void *subject, uint64_t argument)
{
    struct trace *trace = subject;

    on_event(subject, argument);
    bs_simulation_stop(trace->simulation);
}

static struct trace trace_new(int kind, uint32_t pending_max, uint64_t event_count_max)
{
    const struct bs_simulation_options options = {
        .list_kind = (enum bs_event_list_kind)kind,
        .pending_max = pending_max,
        .event_count_max = event_count_max,
    };
    struct trace trace = {.simulation = bs_simulation_new(&options)};

    assert_non_null(trace.simulation);
    return trace;
}

static enum bs_status schedule(struct trace *trace, int64_t at_s, uint64_t k,
                               struct bs_event_id *id)
{
    const struct bs_event_key key = {.at = BS_AT_SECONDS(at_s), .entity = 7, .k = k};

    return bs_simulation_schedule(trace->simulation, &key, on_event, trace, k, id);
}

static void earlier_then_phase_then_entity_then_k(void **state)
{
    static const struct bs_event_key keys[] = {
        {{5}, BS_PHASE_ORCHESTRATOR, UINT64_MAX, 9},
        {{6}, BS_PHASE_WORLD, UINT64_MAX, 9},
        {{6}, BS_PHASE_CLIENT, 1, 0},
        {{6}, BS_PHASE_CLIENT, 1, UINT64_MAX},
        {{6}, BS_PHASE_CLIENT, 2, 3},
        {{6}, BS_PHASE_CLIENT, UINT64_C(1) << 63, 0},
        {{6}, BS_PHASE_OBSERVER, 0, 0},
        {{7}, BS_PHASE_WORLD, 0, 0},
    };
    enum { COUNT = sizeof(keys) / sizeof(keys[0]) };

    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 100);

        for (size_t i = COUNT; i-- > 0;) {
            assert_int_equal(BS_OK, bs_simulation_schedule(trace.simulation, &keys[i], on_event,
                                                           &trace, i, NULL));
        }
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(1)));
        assert_int_equal(COUNT, trace.count);
        for (size_t i = 0; i < COUNT; i++) {
            assert_int_equal(i, trace.ran[i]);
        }
        bs_simulation_destroy(trace.simulation);
    }
}

/* What an event sees of the places around its own, and of one that it runs behind but sorts before. */
static void look_around(void *subject, uint64_t argument)
{
    struct trace *trace = subject;
    const struct bs_event_key before = {{6}, BS_PHASE_CLIENT, 1, 0};
    const struct bs_event_key own = {{6}, BS_PHASE_CLIENT, 1, 1};
    const struct bs_event_key after = {{6}, BS_PHASE_CLIENT, 1, 2};
    const struct bs_event_key late = {{6}, BS_PHASE_WORLD, 0, 0};
    const struct bs_event_key next = {{7}, BS_PHASE_WORLD, 0, 0};

    assert_true(bs_simulation_has_passed(trace->simulation, &before));
    assert_false(bs_simulation_has_passed(trace->simulation, &own));
    assert_false(bs_simulation_has_passed(trace->simulation, &after));
    assert_false(bs_simulation_has_passed(trace->simulation, &next));
    on_event(subject, argument);
    if (argument == 0) {
        assert_int_equal(
            BS_OK, bs_simulation_schedule(trace->simulation, &late, look_around, trace, 1, NULL));
    }
}

static void what_has_passed_is_known(void **state)
{
    const struct bs_event_key own = {{6}, BS_PHASE_CLIENT, 1, 1};
    const struct bs_event_key last = {{9}, BS_PHASE_ORCHESTRATOR, UINT64_MAX - 1, 0};

    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 100);

        assert_int_equal(
            BS_OK, bs_simulation_schedule(trace.simulation, &own, look_around, &trace, 0, NULL));
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, (struct bs_instant){9}));
        assert_int_equal(2, trace.count);
        assert_true(bs_simulation_has_passed(trace.simulation, &last));
        bs_simulation_destroy(trace.simulation);
    }
}

static void run_ends_at_until(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 100);

        assert_int_equal(BS_OK, schedule(&trace, 10, 1, NULL));
        assert_int_equal(BS_OK, schedule(&trace, 20, 2, NULL));
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(10)));
        assert_int_equal(1, trace.count);
        assert_int_equal(BS_AT_SECONDS(10).ns, bs_simulation_now(trace.simulation).ns);
        assert_int_equal(BS_AT_SECONDS(20).ns, bs_simulation_next_at(trace.simulation).ns);
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(30)));
        assert_int_equal(2, trace.count);
        assert_int_equal(BS_AT_SECONDS(30).ns, bs_simulation_now(trace.simulation).ns);
        assert_int_equal(BS_INSTANT_NEVER.ns, bs_simulation_next_at(trace.simulation).ns);
        assert_false(bs_simulation_step(trace.simulation));
        bs_simulation_destroy(trace.simulation);
    }
}

static void stop_returns_after_the_event(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 100);
        const struct bs_event_key key = {.at = BS_AT_SECONDS(3)};

        assert_int_equal(BS_OK, schedule(&trace, 3, 5, NULL));
        assert_int_equal(BS_OK,
                         bs_simulation_schedule(trace.simulation, &key, on_stop, &trace, 4, NULL));
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(9)));
        assert_int_equal(1, trace.count);
        assert_int_equal(BS_AT_SECONDS(3).ns, bs_simulation_now(trace.simulation).ns);
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(9)));
        assert_int_equal(2, trace.count);
        bs_simulation_destroy(trace.simulation);
    }
}

static void cancelled_events_do_not_run(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 100);
        struct bs_event_id first;
        struct bs_event_id second;

        assert_int_equal(BS_OK, schedule(&trace, 1, 1, &first));
        assert_int_equal(BS_OK, schedule(&trace, 2, 2, &second));
        assert_true(bs_simulation_cancel(trace.simulation, first));
        assert_false(bs_simulation_cancel(trace.simulation, first));
        assert_int_equal(BS_AT_SECONDS(2).ns, bs_simulation_next_at(trace.simulation).ns);
        /* The cancelled event has gone; the same key may be used again. */
        assert_int_equal(BS_OK, schedule(&trace, 1, 1, &first));
        assert_true(bs_simulation_cancel(trace.simulation, first));
        assert_int_equal(BS_OK, schedule(&trace, 1, 1, NULL));
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(9)));
        assert_int_equal(2, trace.count);
        assert_int_equal(1, trace.ran[0]);
        assert_int_equal(2, trace.ran[1]);
        bs_simulation_destroy(trace.simulation);
    }
}

static void stale_ids_reach_no_event(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 100);
        struct bs_event_id ran;
        struct bs_event_id next;
        struct bs_event_id forgotten;

        assert_false(bs_simulation_cancel(trace.simulation, (struct bs_event_id){0}));
        assert_int_equal(BS_OK, schedule(&trace, 1, 1, &ran));
        assert_false(bs_simulation_cancel(trace.simulation, (struct bs_event_id){0}));
        assert_true(bs_simulation_step(trace.simulation));
        assert_int_equal(BS_OK, schedule(&trace, 2, 2, &next));
        assert_int_equal(ran.slot, next.slot);
        assert_false(bs_simulation_cancel(trace.simulation, ran));
        assert_true(bs_simulation_step(trace.simulation));
        assert_int_equal(BS_OK, schedule(&trace, 3, 3, &forgotten));
        bs_simulation_reset(trace.simulation);
        assert_int_equal(BS_OK, schedule(&trace, 3, 3, &next));
        assert_false(bs_simulation_cancel(trace.simulation, forgotten));
        assert_true(bs_simulation_cancel(trace.simulation, next));
        bs_simulation_destroy(trace.simulation);
    }
}

static void pending_is_bounded(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 3, 100);
        struct bs_event_id id;

        assert_int_equal(BS_OK, schedule(&trace, 1, 1, &id));
        assert_int_equal(BS_OK, schedule(&trace, 2, 2, NULL));
        assert_int_equal(BS_OK, schedule(&trace, 3, 3, NULL));
        assert_int_equal(BS_ERR_LIMIT, schedule(&trace, 4, 4, NULL));
        /* Cancelled events count until their instant. */
        assert_true(bs_simulation_cancel(trace.simulation, id));
        assert_int_equal(BS_ERR_LIMIT, schedule(&trace, 4, 4, NULL));
        assert_true(bs_simulation_step(trace.simulation));
        assert_int_equal(1, bs_simulation_pending_count(trace.simulation));
        assert_int_equal(BS_OK, schedule(&trace, 4, 4, NULL));
        bs_simulation_destroy(trace.simulation);
    }
}

static void events_run_are_bounded(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 2);
        struct bs_event_id id;

        assert_int_equal(BS_OK, schedule(&trace, 1, 1, NULL));
        assert_int_equal(BS_OK, schedule(&trace, 2, 2, NULL));
        assert_int_equal(BS_OK, schedule(&trace, 3, 3, &id));
        assert_int_equal(BS_ERR_LIMIT, bs_simulation_run(trace.simulation, BS_AT_SECONDS(9)));
        assert_int_equal(2, trace.count);
        assert_int_equal(BS_AT_SECONDS(2).ns, bs_simulation_now(trace.simulation).ns);
        assert_int_equal(2, bs_simulation_event_count(trace.simulation));
        assert_false(bs_simulation_step(trace.simulation));
        /* With nothing left to run, the bound is not exceeded. */
        assert_true(bs_simulation_cancel(trace.simulation, id));
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(9)));
        bs_simulation_destroy(trace.simulation);
    }
}

static void delay_classes_are_shared_and_bounded(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 100);
        uint32_t first = bs_simulation_delay_class(trace.simulation, BS_SECONDS(1));
        const struct bs_event_key key = {.at = BS_AT_SECONDS(1), .k = 1};

        assert_int_equal(first, bs_simulation_delay_class(trace.simulation, BS_SECONDS(1)));
        for (int64_t s = 2; s <= BS_DELAY_CLASSES_MAX; s++) {
            assert_int_equal(s - 1, bs_simulation_delay_class(trace.simulation, BS_SECONDS(s)));
        }
        assert_int_equal(BS_DELAY_CLASS_NONE,
                         bs_simulation_delay_class(trace.simulation, BS_SECONDS(99)));
        assert_int_equal(BS_OK, bs_simulation_schedule_class(trace.simulation, BS_DELAY_CLASS_NONE,
                                                             &key, on_event, &trace, 1, NULL));
        assert_true(bs_simulation_step(trace.simulation));
        bs_simulation_reset(trace.simulation);
        assert_int_equal(0, bs_simulation_delay_class(trace.simulation, BS_SECONDS(99)));
        bs_simulation_destroy(trace.simulation);
    }
}

static void classes_keep_the_order_of_keys(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 1000, 1000);
        uint32_t class = bs_simulation_delay_class(trace.simulation, BS_SECONDS(1));

        /* Descending keys of one instant do not fit a ring's end. */
        for (uint64_t i = 50; i-- > 0;) {
            const struct bs_event_key key = {.at = BS_AT_SECONDS(1), .entity = i << 50};

            assert_int_equal(BS_OK, bs_simulation_schedule_class(trace.simulation, class, &key,
                                                                 on_event, &trace, i, NULL));
        }
        assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(1)));
        assert_int_equal(50, trace.count);
        for (uint64_t i = 0; i < 50; i++) {
            assert_int_equal(i, trace.ran[i]);
        }
        bs_simulation_destroy(trace.simulation);
    }
}

static void reset_gives_the_same_again(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct trace trace = trace_new(kind, 100, 100);

        for (int round = 0; round < 3; round++) {
            trace.count = 0;
            assert_int_equal(0, bs_simulation_now(trace.simulation).ns);
            assert_int_equal(0, bs_simulation_pending_count(trace.simulation));
            assert_int_equal(BS_OK, schedule(&trace, 2, 2, NULL));
            assert_int_equal(BS_OK, schedule(&trace, 1, 1, NULL));
            assert_int_equal(BS_OK, schedule(&trace, 8, 8, NULL));
            assert_int_equal(BS_OK, bs_simulation_run(trace.simulation, BS_AT_SECONDS(5)));
            assert_int_equal(2, trace.count);
            assert_int_equal(2, bs_simulation_event_count(trace.simulation));
            bs_simulation_reset(trace.simulation);
        }
        bs_simulation_destroy(trace.simulation);
    }
}

static void schedule_in_the_past(void *subject)
{
    struct trace trace = trace_new(BS_EVENT_LIST_LADDER, 10, 10);

    (void)subject;
    (void)bs_simulation_run(trace.simulation, BS_AT_SECONDS(2));
    (void)schedule(&trace, 1, 1, NULL);
}

static void schedule_one_key_twice(void *subject)
{
    struct trace trace = trace_new(BS_EVENT_LIST_LADDER, 10, 10);

    (void)subject;
    (void)schedule(&trace, 1, 1, NULL);
    (void)schedule(&trace, 1, 1, NULL);
    (void)bs_simulation_run(trace.simulation, BS_AT_SECONDS(2));
}

static void schedule_off_the_class(void *subject)
{
    struct trace trace = trace_new(BS_EVENT_LIST_LADDER, 10, 10);
    const struct bs_event_key key = {.at = BS_AT_SECONDS(2)};

    (void)subject;
    (void)bs_simulation_schedule_class(trace.simulation,
                                       bs_simulation_delay_class(trace.simulation, BS_SECONDS(1)),
                                       &key, on_event, &trace, 0, NULL);
}

static void misuse_aborts(void **state)
{
    (void)state;
    assert_true(aborts(schedule_in_the_past, NULL));
    assert_true(aborts(schedule_one_key_twice, NULL));
    assert_true(aborts(schedule_off_the_class, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(earlier_then_phase_then_entity_then_k),
        cmocka_unit_test(what_has_passed_is_known),
        cmocka_unit_test(run_ends_at_until),
        cmocka_unit_test(stop_returns_after_the_event),
        cmocka_unit_test(cancelled_events_do_not_run),
        cmocka_unit_test(stale_ids_reach_no_event),
        cmocka_unit_test(pending_is_bounded),
        cmocka_unit_test(events_run_are_bounded),
        cmocka_unit_test(delay_classes_are_shared_and_bounded),
        cmocka_unit_test(classes_keep_the_order_of_keys),
        cmocka_unit_test(reset_gives_the_same_again),
        cmocka_unit_test(misuse_aborts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
