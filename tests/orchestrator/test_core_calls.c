/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Stories of circuit breakers, bulkheads and slowing down. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/orchestrator/fixture_trace.h"

/* After five failures; one call tries it, fails, and the next succeeds. */
static void test_a_circuit_opens_is_tried_and_closes(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER, .until_s = 65, .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("calls.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "marks");
    story_run_until(story, 150);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders marks)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  15.1]   < PutParameter info\n"
                 "[  16.1]   > PutParameter active\n"
                 "[  21.1]   < PutParameter info\n"
                 "[  22.1]   > PutParameter active\n"
                 "[  27.1]   < PutParameter info\n"
                 "[  28.1]   > PutParameter active\n"
                 "[  33.1]   < PutParameter info\n"
                 "[  34.1]   > PutParameter active\n"
                 "[  39.1]   < PutParameter info\n"
                 "[  59.1]   > PutParameter active\n"
                 "[  64.1]   < PutParameter info\n"
                 "[  84.1]   > PutParameter active\n"
                 "[  84.2] mark completed after 7 tries\n"
                 "[  84.2] EXECUTION completed\n");
}

/* Whoever says "slower" is there. */
static void test_a_throttled_trial_closes_it(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .until_s = 40,
         .times = 5,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_UNAVAILABLE,
         .code = "503"},
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_THROTTLED,
         .code = "Throttling"},
    };
    struct story *story = story_begin("calls.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "marks");
    story_run_until(story, 150);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders marks)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2]   < PutParameter error (503)\n"
                 "[  11.2]   > PutParameter active\n"
                 "[  11.3]   < PutParameter error (503)\n"
                 "[  12.3]   > PutParameter active\n"
                 "[  12.4]   < PutParameter error (503)\n"
                 "[  13.4]   > PutParameter active\n"
                 "[  13.5]   < PutParameter error (503)\n"
                 "[  14.5]   > PutParameter active\n"
                 "[  14.6]   < PutParameter error (503)\n"
                 "[  34.6]   > PutParameter active\n"
                 "[  34.7]   < PutParameter error (Throttling)\n"
                 "[  35.7]   > PutParameter active\n"
                 "[  35.8] mark completed after 7 tries\n"
                 "[  35.8] EXECUTION completed\n");
}

static void test_an_open_circuit_is_not_waited_for_in_vain(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER, .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("calls.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "short");
    story_run_until(story, 100);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders short)\n"
        "[  10.1] mark in_progress\n"
        "[  10.1]   > PutParameter active\n"
        "[  15.1]   < PutParameter info\n"
        "[  16.1]   > PutParameter active\n"
        "[  21.1]   < PutParameter info\n"
        "[  22.1]   > PutParameter active\n"
        "[  27.1]   < PutParameter info\n"
        "[  28.1]   > PutParameter active\n"
        "[  33.1]   < PutParameter info\n"
        "[  34.1]   > PutParameter active\n"
        "[  39.1]   < PutParameter info\n"
        "[  40.1] mark failed after 5 tries (the circuit to ssm in us-east-2 is open)\n"
        "[  40.1] EXECUTION failed (step mark failed: the circuit to ssm in us-east-2 is open)\n");
}

/* Of each service, wherever it is. */
static void test_a_bulkhead_lets_one_call_through(void **state)
{
    struct story *story = story_begin("calls.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "crowd");
    story_run_until(story, 40);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders crowd)\n"
                 "[  10.1] one in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.1] two in_progress\n"
                 "[  10.1] image in_progress\n"
                 "[  10.1] image-there in_progress\n"
                 "[  10.1] tell in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.2] one completed\n"
                 "[  10.2]   > PutParameter active\n"
                 "[  10.2] image completed\n"
                 "[  10.2] tell completed\n"
                 "[  10.3] two completed\n"
                 "[  10.3] image-there completed\n"
                 "[  10.3] EXECUTION completed\n");
}

/* Every lane of that service in that Region. */
static void test_all_slow_down_when_asked_to(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_THROTTLED,
         .code = "Throttling",
         .retry_after_s = 7},
    };
    struct story *story = story_begin("calls.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "crowd");
    story_run_until(story, 60);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders crowd)\n"
                 "[  10.1] one in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.1] two in_progress\n"
                 "[  10.1] image in_progress\n"
                 "[  10.1] image-there in_progress\n"
                 "[  10.1] tell in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.2]   < PutParameter error (Throttling)\n"
                 "[  10.2] image completed\n"
                 "[  10.2] tell completed\n"
                 "[  10.3] image-there completed\n"
                 "[  17.2]   > PutParameter active\n"
                 "[  17.3] one completed after 2 tries\n"
                 "[  17.3]   > PutParameter active\n"
                 "[  17.4] two completed\n"
                 "[  17.4] EXECUTION completed\n");
}

static void test_silence_counts_for_all_lanes_of_a_service(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER, .times = 5, .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("calls.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "crowd");
    story_run_until(story, 200);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders crowd)\n"
                 "[  10.1] one in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.1] two in_progress\n"
                 "[  10.1] image in_progress\n"
                 "[  10.1] image-there in_progress\n"
                 "[  10.1] tell in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.2] image completed\n"
                 "[  10.2] tell completed\n"
                 "[  10.3] image-there completed\n"
                 "[  15.1]   < PutParameter info\n"
                 "[  15.1]   > PutParameter active\n"
                 "[  20.1]   < PutParameter info\n"
                 "[  20.1]   > PutParameter active\n"
                 "[  25.1]   < PutParameter info\n"
                 "[  25.1]   > PutParameter active\n"
                 "[  30.1]   < PutParameter info\n"
                 "[  30.1]   > PutParameter active\n"
                 "[  35.1]   < PutParameter info\n"
                 "[  55.1]   > PutParameter active\n"
                 "[  55.2] one completed after 4 tries\n"
                 "[  55.2]   > PutParameter active\n"
                 "[  55.3] two completed after 3 tries\n"
                 "[  55.3] EXECUTION completed\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_circuit_opens_is_tried_and_closes),
        cmocka_unit_test(test_a_throttled_trial_closes_it),
        cmocka_unit_test(test_an_open_circuit_is_not_waited_for_in_vain),
        cmocka_unit_test(test_a_bulkhead_lets_one_call_through),
        cmocka_unit_test(test_all_slow_down_when_asked_to),
        cmocka_unit_test(test_silence_counts_for_all_lanes_of_a_service),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
