/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Every pair of an execution's state with an input or an order, and every transition that the tables allow,
 * is seen in some random world: none is left over, so a pair that can no longer be reached fails here. What
 * the tables do not allow aborts.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "orchestrator/core/states.h"
#include "orchestrator/plan/plan_load.h"
#include "tests/orchestrator/fixture_bindings.h"
#include "tests/orchestrator/fixture_chaos.h"

enum { SEEDS = 600 };

static struct chaos_coverage coverage;

static int run_worlds(void **state)
{
    struct bs_loaded_plan *loaded = NULL;
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(bs_plan_load(BS_SOURCE_DIR "/tests/orchestrator/plans/chaos.yaml",
                                  fixture_bindings(), &loaded, &error),
                     BS_OK);
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        (void)chaos_run(bs_loaded_plan_get(loaded), seed, &coverage);
    }
    bs_loaded_plan_destroy(loaded);
    return 0;
}

/* Nothing but the beginning is in a state that no transition leads to. */
static bool is_reachable(enum bs_execution_state state)
{
    bool is_entered = state == BS_EXECUTION_PENDING;

    for (int from = 0; from < BS_EXECUTION_STATE_COUNT; from++) {
        is_entered = is_entered || bs_execution_may_become((enum bs_execution_state)from, state);
    }
    return is_entered;
}

static void test_every_input_meets_every_state(void **state)
{
    static const char *const inputs[BS_INPUT_KIND_COUNT] = {"START", "ANSWER", "TIMER", "RESUME"};
    uint32_t missing = 0;

    (void)state;
    for (int i = 0; i < BS_EXECUTION_STATE_COUNT; i++) {
        assert_true(is_reachable((enum bs_execution_state)i));
        for (int kind = 0; kind < BS_INPUT_KIND_COUNT; kind++) {
            if (!coverage.inputs[i][kind]) {
                print_message("%s never met %s\n", inputs[kind],
                              bs_execution_state_name((enum bs_execution_state)i));
                missing++;
            }
        }
    }
    assert_int_equal(missing, 0);
}

static void test_every_order_meets_every_state(void **state)
{
    uint32_t missing = 0;

    (void)state;
    for (int i = 0; i < BS_EXECUTION_STATE_COUNT; i++) {
        for (uint32_t order = 0; order < CHAOS_ORDERS; order++) {
            if (!coverage.orders[i][order]) {
                print_message("the order %s never met %s\n", chaos_order_names[order],
                              bs_execution_state_name((enum bs_execution_state)i));
                missing++;
            }
        }
    }
    assert_int_equal(missing, 0);
}

static void test_every_transition_of_executions_is_made(void **state)
{
    uint32_t missing = 0;

    (void)state;
    for (int i = 0; i < BS_EXECUTION_STATE_COUNT; i++) {
        for (int j = 0; j < BS_EXECUTION_STATE_COUNT; j++) {
            const enum bs_execution_state from = (enum bs_execution_state)i;
            const enum bs_execution_state to = (enum bs_execution_state)j;

            assert_true(bs_execution_may_become(from, to) || !coverage.executions[i][j]);
            if (bs_execution_may_become(from, to) && !coverage.executions[i][j]) {
                print_message("no execution went from %s to %s\n", bs_execution_state_name(from),
                              bs_execution_state_name(to));
                missing++;
            }
        }
    }
    assert_int_equal(missing, 0);
}

static void test_every_transition_of_steps_is_made(void **state)
{
    uint32_t missing = 0;

    (void)state;
    for (int i = 0; i < BS_STEP_STATE_COUNT; i++) {
        for (int j = 0; j < BS_STEP_STATE_COUNT; j++) {
            const enum bs_step_state from = (enum bs_step_state)i;
            const enum bs_step_state to = (enum bs_step_state)j;

            assert_true(bs_step_may_become(from, to) || !coverage.steps[i][j]);
            if (bs_step_may_become(from, to) && !coverage.steps[i][j]) {
                print_message("no step went from %s to %s\n", bs_step_state_name(from),
                              bs_step_state_name(to));
                missing++;
            }
        }
    }
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_input_meets_every_state),
        cmocka_unit_test(test_every_order_meets_every_state),
        cmocka_unit_test(test_every_transition_of_executions_is_made),
        cmocka_unit_test(test_every_transition_of_steps_is_made),
    };

    return cmocka_run_group_tests(tests, run_worlds, NULL);
}
