/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Stories of what decides an execution's course: groups, conditions, alternatives, time, undoing. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/orchestrator/fixture_trace.h"

/* A group in a group, and a child plan in that. */
static void test_groups_nest(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "nested");
    story_run_until(story, 40);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders nested)\n"
                 "[  10.1] first in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.1] second in_progress\n"
                 "[  10.1] third/one in_progress\n"
                 "[  10.2] first completed\n"
                 "[  11.1] third/one completed\n"
                 "[  11.1] third/two in_progress\n"
                 "[  11.1]   > Publish alerts\n"
                 "[  11.2] third/two completed\n"
                 "[  13.1] second completed\n"
                 "[  13.1] last in_progress\n"
                 "[  13.1]   > Publish alerts\n"
                 "[  13.2] last completed\n"
                 "[  13.2] EXECUTION completed\n");
}

static void test_conditions_skip_a_step_and_a_group(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "conditional");
    story_run_until(story, 40);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders conditional)\n"
                 "[  10.1] always in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.2] always completed\n"
                 "[  10.2] rough skipped (its condition does not hold)\n"
                 "[  10.2] a skipped (its condition does not hold)\n"
                 "[  10.2] b/one skipped (its condition does not hold)\n"
                 "[  10.2] b/two skipped (its condition does not hold)\n"
                 "[  10.2] after in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3] after completed\n"
                 "[  10.3] EXECUTION completed\n");
}

static void test_an_alternative_stands_in(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("course.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "alternative");
    story_run_until(story, 40);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders alternative)\n"
                 "[  10.1] main in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2]   < PutParameter error (AccessDenied)\n"
                 "[  10.2] main failed (ssm:PutParameter: AccessDenied)\n"
                 "[  10.2] other in_progress\n"
                 "[  10.2]   > PutItem state\n"
                 "[  10.3] other completed\n"
                 "[  10.3] after in_progress\n"
                 "[  10.3]   > Publish alerts\n"
                 "[  10.4] after completed\n"
                 "[  10.4] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n");
}

/* Its own policy decides. */
static void test_an_alternative_may_fail_too(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_DYNAMODB_PUT_ITEM,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("course.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "alternative");
    story_run_until(story, 40);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders alternative)\n"
                 "[  10.1] main in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2]   < PutParameter error (AccessDenied)\n"
                 "[  10.2] main failed (ssm:PutParameter: AccessDenied)\n"
                 "[  10.2] other in_progress\n"
                 "[  10.2]   > PutItem state\n"
                 "[  10.3]   < PutItem error (AccessDenied)\n"
                 "[  10.3] other failed (dynamodb:PutItem: AccessDenied)\n"
                 "[  10.3] EXECUTION failed (step other failed: dynamodb:PutItem: AccessDenied)\n");
}

static void test_an_alternative_may_have_one(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_DYNAMODB_PUT_ITEM,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("course.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "alternatives");
    story_run_until(story, 40);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders alternatives)\n"
                 "[  10.1] main in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2]   < PutParameter error (AccessDenied)\n"
                 "[  10.2] main failed (ssm:PutParameter: AccessDenied)\n"
                 "[  10.2] other in_progress\n"
                 "[  10.2]   > PutItem state\n"
                 "[  10.3]   < PutItem error (AccessDenied)\n"
                 "[  10.3] other failed (dynamodb:PutItem: AccessDenied)\n"
                 "[  10.3] third in_progress\n"
                 "[  10.3]   > Publish alerts\n"
                 "[  10.4] third completed\n"
                 "[  10.4] after in_progress\n"
                 "[  11.4] after completed\n"
                 "[  11.4] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n");
}

/* The step's own policy decides after all. */
static void test_a_skipped_alternative_saves_nothing(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("course.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "needless");
    story_run_until(story, 40);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders needless)\n"
        "[  10.1] main in_progress\n"
        "[  10.1]   > PutParameter active\n"
        "[  10.2]   < PutParameter error (AccessDenied)\n"
        "[  10.2] main failed (ssm:PutParameter: AccessDenied)\n"
        "[  10.2] other skipped (its condition does not hold)\n"
        "[  10.2] main completed_with_exceptions (passed over on the authority of commander)\n"
        "[  10.2] after in_progress\n"
        "[  10.2]   > Publish alerts\n"
        "[  10.3] after completed\n"
        "[  10.3] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n");
}

/* From its beginning. */
static void test_a_chain_of_alternatives_is_tried_again(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_DYNAMODB_PUT_ITEM,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_SNS_PUBLISH,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("course.yaml", rules, 3);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "alternatives");
    fixture_world_order(&story->world, 25, "retry");
    story_run_until(story, 80);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders alternatives)\n"
        "[  10.1] main in_progress\n"
        "[  10.1]   > PutParameter active\n"
        "[  10.2]   < PutParameter error (AccessDenied)\n"
        "[  10.2] main failed (ssm:PutParameter: AccessDenied)\n"
        "[  10.2] other in_progress\n"
        "[  10.2]   > PutItem state\n"
        "[  10.3]   < PutItem error (AccessDenied)\n"
        "[  10.3] other failed (dynamodb:PutItem: AccessDenied)\n"
        "[  10.3] third in_progress\n"
        "[  10.3]   > Publish alerts\n"
        "[  10.4]   < Publish error (AccessDenied)\n"
        "[  10.4] third failed (sns:Publish: AccessDenied)\n"
        "[  10.4] EXECUTION paused_by_failed_step (step third failed: sns:Publish: AccessDenied)\n"
        "[  30.2] EXECUTION in_progress (an operator wants it tried again)\n"
        "[  30.2] main in_progress\n"
        "[  30.2]   > PutParameter active\n"
        "[  30.3]   < PutParameter error (AccessDenied)\n"
        "[  30.3] main failed (ssm:PutParameter: AccessDenied)\n"
        "[  30.3] other in_progress\n"
        "[  30.3]   > PutItem state\n"
        "[  30.4] other completed\n"
        "[  30.4] after in_progress\n"
        "[  31.4] after completed\n"
        "[  31.4] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n");
}

/* Only the last step failed. */
static void test_retry_leaves_alone_what_an_alternative_did(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_SNS_PUBLISH,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("course.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "alternative");
    fixture_world_order(&story->world, 25, "retry");
    story_run_until(story, 80);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders alternative)\n"
        "[  10.1] main in_progress\n"
        "[  10.1]   > PutParameter active\n"
        "[  10.2]   < PutParameter error (AccessDenied)\n"
        "[  10.2] main failed (ssm:PutParameter: AccessDenied)\n"
        "[  10.2] other in_progress\n"
        "[  10.2]   > PutItem state\n"
        "[  10.3] other completed\n"
        "[  10.3] after in_progress\n"
        "[  10.3]   > Publish alerts\n"
        "[  10.4]   < Publish error (AccessDenied)\n"
        "[  10.4] after failed (sns:Publish: AccessDenied)\n"
        "[  10.4] EXECUTION paused_by_failed_step (step after failed: sns:Publish: AccessDenied)\n"
        "[  30.2] EXECUTION in_progress (an operator wants it tried again)\n"
        "[  30.2] after in_progress\n"
        "[  30.2]   > Publish alerts\n"
        "[  30.3] after completed\n"
        "[  30.3] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n");
}

/* From the last to the first, but not what was skipped or never reached. */
static void test_rollback_undoes_in_reverse_what_began(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "rollback");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders rollback)\n"
                 "[  10.1] freeze in_progress\n"
                 "[  10.1]   > RegisterScalableTarget app-dr\n"
                 "[  10.2] freeze completed\n"
                 "[  10.2] rough skipped (its condition does not hold)\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  41.0] scale completed\n"
                 "[  41.0] room in_progress\n"
                 "[  41.1] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
                 "[  41.1] scale rolling_back\n"
                 "[  41.1]   > UpdateService app-dr 1\n"
                 "[  41.3] scale rolled_back\n"
                 "[  41.3] freeze rolling_back\n"
                 "[  41.3]   > RegisterScalableTarget app-dr\n"
                 "[  41.4] freeze rolled_back\n"
                 "[  41.4] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the "
                 "20 that are needed)\n");
}

/* The step beside the promotion is taken back, the one before it is not. */
static void test_rollback_stops_at_a_promotion(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "beyond");
    story_run_until(story, 150);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders beyond)\n"
                 "[  10.1] freeze in_progress\n"
                 "[  10.1]   > RegisterScalableTarget app-dr\n"
                 "[  10.2] freeze completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] promote in_progress\n"
                 "[  10.3]   > PromoteReadReplica orders-dr\n"
                 "[  41.0] scale completed\n"
                 "[  71.7] promote completed\n"
                 "[  71.7] mark in_progress\n"
                 "[  71.7]   > PutParameter active\n"
                 "[  71.8] mark completed\n"
                 "[  71.8] room in_progress\n"
                 "[  71.9] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
                 "[  71.9] mark rolling_back\n"
                 "[  71.9]   > PutParameter active\n"
                 "[  72.0] mark rolled_back\n"
                 "[  72.0] scale rolling_back\n"
                 "[  72.0]   > UpdateService app-dr 1\n"
                 "[  72.2] scale rolled_back\n"
                 "[  72.2] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the "
                 "20 that are needed)\n");
}

static void test_a_fence_that_is_undone_loses_its_latch(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "refenced");
    story_run_until(story, 90);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders refenced)\n"
                 "[  10.1] fence in_progress\n"
                 "[  10.1]   > UpdateService app 0\n"
                 "[  10.3] fence completed\n"
                 "[  10.3] LATCH app set\n"
                 "[  10.3] room in_progress\n"
                 "[  10.3]   > UpdateService app 0\n"
                 "[  10.4] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
                 "[  10.4] fence rolling_back\n"
                 "[  10.4] LATCH app released\n"
                 "[  10.4]   > UpdateService app 10\n"
                 "[  41.2] fence rolled_back\n"
                 "[  41.2] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the "
                 "20 that are needed)\n");
}

/* Until somebody has it tried again. */
static void test_an_undoing_that_fails_pauses(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_AUTOSCALING_SET_SUSPENDED,
         .from_s = 20,
         .until_s = 60,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("course.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "rollback");
    fixture_world_order(&story->world, 70, "retry");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders rollback)\n"
                 "[  10.1] freeze in_progress\n"
                 "[  10.1]   > RegisterScalableTarget app-dr\n"
                 "[  10.2] freeze completed\n"
                 "[  10.2] rough skipped (its condition does not hold)\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  41.0] scale completed\n"
                 "[  41.0] room in_progress\n"
                 "[  41.1] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
                 "[  41.1] scale rolling_back\n"
                 "[  41.1]   > UpdateService app-dr 1\n"
                 "[  41.3] scale rolled_back\n"
                 "[  41.3] freeze rolling_back\n"
                 "[  41.3]   > RegisterScalableTarget app-dr\n"
                 "[  41.4]   < RegisterScalableTarget error (AccessDenied)\n"
                 "[  41.4] freeze failed (could not be undone: "
                 "application-autoscaling:RegisterScalableTarget: AccessDenied)\n"
                 "[  41.4] EXECUTION paused_by_failed_step (step freeze failed: could not be "
                 "undone: application-autoscaling:RegisterScalableTarget: AccessDenied)\n"
                 "[  70.2] EXECUTION in_progress (an operator wants it tried again)\n"
                 "[  70.2] freeze rolling_back\n"
                 "[  70.2]   > RegisterScalableTarget app-dr\n"
                 "[  70.3] freeze rolled_back\n"
                 "[  70.3] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the "
                 "20 that are needed)\n");
}

/* One that is not done in time, and one that fails. */
static void test_an_undoing_may_be_left(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_AUTOSCALING_SET_SUSPENDED,
         .from_s = 20,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_ECS_DESCRIBE_SERVICE,
         .from_s = 41,
         .manner = FIXTURE_STATE,
         .running = 0},
    };
    struct story *story = story_begin("course.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "rollback");
    fixture_world_order(&story->world, 170, "skip");
    fixture_world_order(&story->world, 200, "skip");
    story_run_until(story, 250);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders rollback)\n"
                 "[  10.1] freeze in_progress\n"
                 "[  10.1]   > RegisterScalableTarget app-dr\n"
                 "[  10.2] freeze completed\n"
                 "[  10.2] rough skipped (its condition does not hold)\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  41.0] scale completed\n"
                 "[  41.0] room in_progress\n"
                 "[  41.1] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
                 "[  41.1] scale rolling_back\n"
                 "[  41.1]   > UpdateService app-dr 1\n"
                 "[ 161.1] scale failed (could not be undone: not done within 120 s; app-dr runs 0 "
                 "of 1 tasks)\n"
                 "[ 161.1] EXECUTION paused_by_failed_step (step scale failed: could not be "
                 "undone: not done within 120 s; app-dr runs 0 of 1 tasks)\n"
                 "[ 170.2] EXECUTION in_progress (an operator leaves it as it is)\n"
                 "[ 170.2] freeze rolling_back\n"
                 "[ 170.2]   > RegisterScalableTarget app-dr\n"
                 "[ 170.3]   < RegisterScalableTarget error (AccessDenied)\n"
                 "[ 170.3] freeze failed (could not be undone: "
                 "application-autoscaling:RegisterScalableTarget: AccessDenied)\n"
                 "[ 170.3] EXECUTION paused_by_failed_step (step freeze failed: could not be "
                 "undone: application-autoscaling:RegisterScalableTarget: AccessDenied)\n"
                 "[ 200.3] EXECUTION in_progress (an operator leaves it as it is)\n"
                 "[ 200.3] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the "
                 "20 that are needed)\n");
}

static void test_an_undoing_is_canceled(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_DESCRIBE_SERVICE,
         .from_s = 41,
         .manner = FIXTURE_STATE,
         .running = 0},
    };
    struct story *story = story_begin("course.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "rollback");
    fixture_world_order(&story->world, 60, "cancel");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders rollback)\n"
                 "[  10.1] freeze in_progress\n"
                 "[  10.1]   > RegisterScalableTarget app-dr\n"
                 "[  10.2] freeze completed\n"
                 "[  10.2] rough skipped (its condition does not hold)\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  41.0] scale completed\n"
                 "[  41.0] room in_progress\n"
                 "[  41.1] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
                 "[  41.1] scale rolling_back\n"
                 "[  41.1]   > UpdateService app-dr 1\n"
                 "[  60.2] scale canceled (an operator said so)\n"
                 "[  60.2] EXECUTION canceled (an operator said so)\n");
}

/* The time that it stood does not count. */
static void test_an_undoing_is_paused(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_DESCRIBE_SERVICE,
         .from_s = 41,
         .until_s = 110,
         .manner = FIXTURE_STATE,
         .running = 0},
    };
    struct story *story = story_begin("course.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "rollback");
    fixture_world_order(&story->world, 50, "pause");
    fixture_world_order(&story->world, 100, "resume");
    story_run_until(story, 150);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders rollback)\n"
                 "[  10.1] freeze in_progress\n"
                 "[  10.1]   > RegisterScalableTarget app-dr\n"
                 "[  10.2] freeze completed\n"
                 "[  10.2] rough skipped (its condition does not hold)\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  41.0] scale completed\n"
                 "[  41.0] room in_progress\n"
                 "[  41.1] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
                 "[  41.1] scale rolling_back\n"
                 "[  41.1]   > UpdateService app-dr 1\n"
                 "[  50.2] EXECUTION paused_by_operator (an operator said so)\n"
                 "[ 100.3] EXECUTION in_progress (an operator said so)\n"
                 "[ 110.6] scale rolled_back\n"
                 "[ 110.6] freeze rolling_back\n"
                 "[ 110.6]   > RegisterScalableTarget app-dr\n"
                 "[ 110.7] freeze rolled_back\n"
                 "[ 110.7] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the "
                 "20 that are needed)\n");
}

static void test_a_timeout_may_be_proceeded_from(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "proceed");
    story_run_until(story, 60);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders proceed)\n"
                 "[  10.1] scale in_progress\n"
                 "[  10.1]   > UpdateService app-dr 10\n"
                 "[  17.1] scale timed_out (not done within 7 s; app-dr runs 1 of 10 tasks)\n"
                 "[  17.1] scale completed_with_exceptions (passed over)\n"
                 "[  17.1] after in_progress\n"
                 "[  17.1]   > Publish alerts\n"
                 "[  17.2] after completed\n"
                 "[  17.2] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n");
}

static void test_a_timeout_may_abort(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "abort");
    story_run_until(story, 60);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders abort)\n"
                 "[  10.1] scale in_progress\n"
                 "[  10.1]   > UpdateService app-dr 10\n"
                 "[  17.1] scale timed_out (not done within 7 s; app-dr runs 1 of 10 tasks)\n"
                 "[  17.1] EXECUTION failed (step scale timed_out: not done within 7 s; app-dr "
                 "runs 1 of 10 tasks)\n");
}

/* It counts for all that is in it. */
static void test_a_group_has_a_timeout(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "group");
    story_run_until(story, 60);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders group)\n"
                 "[  10.1] scale in_progress\n"
                 "[  10.1]   > UpdateService app-dr 10\n"
                 "[  10.1] tell in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.1] rest in_progress\n"
                 "[  10.2] tell completed\n"
                 "[  22.1] scale timed_out (not done within 12 s; app-dr runs 1 of 10 tasks)\n"
                 "[  22.1] rest timed_out (not done within 12 s)\n"
                 "[  22.1] rest completed_with_exceptions (passed over)\n"
                 "[  22.1] EXECUTION paused_by_failed_step (step scale timed_out: not done within "
                 "12 s; app-dr runs 1 of 10 tasks)\n");
}

/* With all its time. */
static void test_a_group_that_timed_out_is_tried_again(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "group");
    fixture_world_order(&story->world, 30, "retry");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders group)\n"
                 "[  10.1] scale in_progress\n"
                 "[  10.1]   > UpdateService app-dr 10\n"
                 "[  10.1] tell in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.1] rest in_progress\n"
                 "[  10.2] tell completed\n"
                 "[  22.1] scale timed_out (not done within 12 s; app-dr runs 1 of 10 tasks)\n"
                 "[  22.1] rest timed_out (not done within 12 s)\n"
                 "[  22.1] rest completed_with_exceptions (passed over)\n"
                 "[  22.1] EXECUTION paused_by_failed_step (step scale timed_out: not done within "
                 "12 s; app-dr runs 1 of 10 tasks)\n"
                 "[  30.2] EXECUTION in_progress (an operator wants it tried again)\n"
                 "[  30.2] scale in_progress\n"
                 "[  30.2]   > UpdateService app-dr 10\n"
                 "[  40.6] scale completed\n"
                 "[  40.6] after in_progress\n"
                 "[  40.6]   > Publish alerts\n"
                 "[  40.7] after completed\n"
                 "[  40.7] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n");
}

static void test_a_workflow_has_a_timeout(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "limited");
    story_run_until(story, 60);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders limited)\n"
                 "[  10.1] scale in_progress\n"
                 "[  10.1]   > UpdateService app-dr 10\n"
                 "[  22.1] scale canceled (the workflow's timeout has passed)\n"
                 "[  22.1] EXECUTION timed_out (the workflow's timeout has passed)\n");
}

/* The first starts anew when the source is not healthy, the second fails. */
static void test_a_hold_waits_and_guards(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 20,
         .until_s = 30,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_UNHEALTHY},
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 70,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_UNHEALTHY},
    };
    struct story *story = story_begin("course.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "held");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders held)\n"
                 "[  10.1] calm in_progress\n"
                 "[  20.1] health_check app: unhealthy\n"
                 "[  30.1] health_check app: healthy\n"
                 "[  50.1] calm completed\n"
                 "[  50.1] guarded in_progress\n"
                 "[  70.1] health_check app: unhealthy\n"
                 "[  70.1] guarded failed (a source is not healthy)\n"
                 "[  70.1] EXECUTION failed (step guarded failed: a source is not healthy)\n");
}

static void test_a_gradual_cutover_moves_step_by_step(void **state)
{
    struct story *story = story_begin("course.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "gradual");
    story_run_until(story, 300);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders gradual)\n"
                 "[  10.1] cutover in_progress\n"
                 "[  10.1]   > ChangeResourceRecordSets app.example.com 10\n"
                 "[  71.1]   > ChangeResourceRecordSets app.example.com 50\n"
                 "[ 132.1]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 173.1] cutover completed\n"
                 "[ 173.1] EXECUTION completed\n");
}

static void test_a_guard_takes_a_gradual_cutover_back(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
         .from_s = 80,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_ALARM},
    };
    struct story *story = story_begin("course.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "gradual");
    story_run_until(story, 200);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders gradual)\n"
                 "[  10.1] cutover in_progress\n"
                 "[  10.1]   > ChangeResourceRecordSets app.example.com 10\n"
                 "[  71.1]   > ChangeResourceRecordSets app.example.com 50\n"
                 "[  80.1] alarm app-5xx: unhealthy\n"
                 "[  81.4] cutover failed (the guard is unhealthy with 50 % moved)\n"
                 "[  81.4] cutover rolling_back\n"
                 "[  81.4]   > ChangeResourceRecordSets app.example.com to lb\n"
                 "[ 122.4] cutover rolled_back\n"
                 "[ 122.4] EXECUTION rolled_back (step cutover failed: the guard is unhealthy with "
                 "50 % moved)\n");
}

static void test_completion_waits_for_health(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 9,
         .until_s = 30,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_UNHEALTHY},
    };
    struct story *story = story_begin("course.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "monitored");
    story_run_until(story, 60);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders monitored)\n"
                 "[  10.1] tell in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.2] tell completed\n"
                 "[  10.2] EXECUTION monitoring_health\n"
                 "[  30.1] health_check app: healthy\n"
                 "[  30.1] EXECUTION completed\n");
}

static void test_health_is_not_waited_for_for_ever(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 9,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_UNHEALTHY},
    };
    struct story *story = story_begin("course.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "monitored");
    story_run_until(story, 60);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders monitored)\n"
                 "[  10.1] tell in_progress\n"
                 "[  10.1]   > Publish alerts\n"
                 "[  10.2] tell completed\n"
                 "[  10.2] EXECUTION monitoring_health\n"
                 "[  40.2] EXECUTION completed_with_exceptions (not healthy in time)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups_nest),
        cmocka_unit_test(test_conditions_skip_a_step_and_a_group),
        cmocka_unit_test(test_an_alternative_stands_in),
        cmocka_unit_test(test_an_alternative_may_fail_too),
        cmocka_unit_test(test_an_alternative_may_have_one),
        cmocka_unit_test(test_a_skipped_alternative_saves_nothing),
        cmocka_unit_test(test_a_chain_of_alternatives_is_tried_again),
        cmocka_unit_test(test_retry_leaves_alone_what_an_alternative_did),
        cmocka_unit_test(test_rollback_undoes_in_reverse_what_began),
        cmocka_unit_test(test_rollback_stops_at_a_promotion),
        cmocka_unit_test(test_a_fence_that_is_undone_loses_its_latch),
        cmocka_unit_test(test_an_undoing_that_fails_pauses),
        cmocka_unit_test(test_an_undoing_may_be_left),
        cmocka_unit_test(test_an_undoing_is_canceled),
        cmocka_unit_test(test_an_undoing_is_paused),
        cmocka_unit_test(test_a_timeout_may_be_proceeded_from),
        cmocka_unit_test(test_a_timeout_may_abort),
        cmocka_unit_test(test_a_group_has_a_timeout),
        cmocka_unit_test(test_a_group_that_timed_out_is_tried_again),
        cmocka_unit_test(test_a_workflow_has_a_timeout),
        cmocka_unit_test(test_a_hold_waits_and_guards),
        cmocka_unit_test(test_a_gradual_cutover_moves_step_by_step),
        cmocka_unit_test(test_a_guard_takes_a_gradual_cutover_back),
        cmocka_unit_test(test_completion_waits_for_health),
        cmocka_unit_test(test_health_is_not_waited_for_for_ever),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
