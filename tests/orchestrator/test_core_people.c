/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Stories of what people are asked, and of what they order. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/orchestrator/fixture_trace.h"

/* The worst of the copies' lags, as old as it is by then. */
static void test_an_approver_is_shown_the_loss_and_approves(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 40,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_APPROVED},
    };
    struct story *story = story_begin("people.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "approval");
    story_run_until(story, 80);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders approval)\n"
                 "[  10.1] ask in_progress\n"
                 "[  10.3]   > Ask commander: Fail over? Loss: 2100 ms.\n"
                 "[  10.3] ask pending_approval\n"
                 "[  10.3] EXECUTION pending_approval (step ask waits for an approval, for 599.8 s "
                 "at most)\n"
                 "[  41.1] ask completed\n"
                 "[  41.1] EXECUTION in_progress\n"
                 "[  41.1] after in_progress\n"
                 "[  41.1]   > Publish alerts\n"
                 "[  41.2] after completed\n"
                 "[  41.2] EXECUTION completed\n");
}

static void test_an_unknown_loss_is_not_shown(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_CLOUDWATCH_GET_METRIC, .manner = FIXTURE_STATE},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 20,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_APPROVED},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "approval");
    story_run_until(story, 60);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders approval)\n"
                 "[  10.1] ask in_progress\n"
                 "[  10.3]   > Ask commander: Fail over?\n"
                 "[  10.3] ask pending_approval\n"
                 "[  10.3] EXECUTION pending_approval (step ask waits for an approval, for 599.8 s "
                 "at most)\n"
                 "[  20.7] ask completed\n"
                 "[  20.7] EXECUTION in_progress\n"
                 "[  20.7] after in_progress\n"
                 "[  20.7]   > Publish alerts\n"
                 "[  20.8] after completed\n"
                 "[  20.8] EXECUTION completed\n");
}

static void test_an_approver_declines(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 40,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_DECLINED},
    };
    struct story *story = story_begin("people.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "approval");
    story_run_until(story, 80);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders approval)\n"
                 "[  10.1] ask in_progress\n"
                 "[  10.3]   > Ask commander: Fail over? Loss: 2100 ms.\n"
                 "[  10.3] ask pending_approval\n"
                 "[  10.3] EXECUTION pending_approval (step ask waits for an approval, for 599.8 s "
                 "at most)\n"
                 "[  41.1] ask failed (declined by commander, who was told of a loss of 2.1 s)\n"
                 "[  41.1] EXECUTION in_progress\n"
                 "[  41.1] EXECUTION failed (step ask failed: declined by commander, who was told "
                 "of a loss of 2.1 s)\n");
}

/* Every five minutes, until the step times out. */
static void test_an_approver_is_reminded(void **state)
{
    struct story *story = story_begin("people.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "approval");
    story_run_until(story, 700);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders approval)\n"
                 "[  10.1] ask in_progress\n"
                 "[  10.3]   > Ask commander: Fail over? Loss: 2100 ms.\n"
                 "[  10.3] ask pending_approval\n"
                 "[  10.3] EXECUTION pending_approval (step ask waits for an approval, for 599.8 s "
                 "at most)\n"
                 "[ 311.3]   > Ask commander: Fail over? Loss: 2100 ms.\n"
                 "[ 610.1] ask timed_out (not done within 600 s; waiting for commander)\n"
                 "[ 610.1] EXECUTION in_progress\n"
                 "[ 610.1] EXECUTION failed (step ask timed_out: not done within 600 s; waiting "
                 "for commander)\n");
}

static void test_silence_may_be_consent(void **state)
{
    struct story *story = story_begin("people.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "patience");
    story_run_until(story, 60);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders patience)\n"
        "[  10.1] ask in_progress\n"
        "[  10.1]   > Ask commander: Fail over?\n"
        "[  10.1] ask pending_approval\n"
        "[  10.1] EXECUTION pending_approval (step ask waits for an approval, for 12 s at most)\n"
        "[  22.1] ask timed_out (not done within 12 s; waiting for commander)\n"
        "[  22.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[  22.1] EXECUTION in_progress\n"
        "[  22.1] after in_progress\n"
        "[  22.1]   > Publish alerts\n"
        "[  22.2] after completed\n"
        "[  22.2] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n");
}

static void test_a_checklist_goes_from_owner_to_owner(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .resource = "press-office",
         .from_s = 20,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_APPROVED},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .resource = "commander",
         .from_s = 40,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_APPROVED},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "checklist");
    story_run_until(story, 80);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders checklist)\n"
        "[  10.1] list in_progress\n"
        "[  10.1]   > Ask press-office: Tell the press\n"
        "[  10.1] list pending_approval\n"
        "[  10.1] EXECUTION pending_approval (step list waits for an approval, for 300 s at most)\n"
        "[  20.5]   > Ask commander: Join the call\n"
        "[  41.1] list completed\n"
        "[  41.1] EXECUTION in_progress\n"
        "[  41.1] EXECUTION completed\n");
}

static void test_an_item_is_declined(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .resource = "press-office",
         .from_s = 20,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_APPROVED},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .resource = "commander",
         .from_s = 30,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_DECLINED},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 40,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_CANCEL},
    };
    struct story *story = story_begin("people.yaml", rules, 3);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "checklist");
    story_run_until(story, 60);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders checklist)\n"
        "[  10.1] list in_progress\n"
        "[  10.1]   > Ask press-office: Tell the press\n"
        "[  10.1] list pending_approval\n"
        "[  10.1] EXECUTION pending_approval (step list waits for an approval, for 300 s at most)\n"
        "[  20.5]   > Ask commander: Join the call\n"
        "[  30.9] list failed (declined by commander)\n"
        "[  30.9] EXECUTION in_progress\n"
        "[  30.9] EXECUTION paused_by_failed_step (step list failed: declined by commander)\n"
        "[  30.9]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
        "execution?\n"
        "[  31.1] EXECUTION canceled (an operator said so)\n");
}

/* What was sent is not taken back; the time that it stood does not count. */
static void test_an_operator_pauses_and_resumes(void **state)
{
    struct story *story = story_begin("people.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    fixture_world_order(&story->world, 15, "pause");
    fixture_world_order(&story->world, 60, "resume");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3] tell completed\n"
                 "[  20.2] EXECUTION paused_by_operator (an operator said so)\n"
                 "[  60.3] EXECUTION in_progress (an operator said so)\n"
                 "[  60.4] scale completed\n"
                 "[  60.4] EXECUTION completed\n");
}

static void test_an_operator_pauses_a_question(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 90,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_APPROVED},
    };
    struct story *story = story_begin("people.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "approval");
    fixture_world_order(&story->world, 15, "pause");
    fixture_world_order(&story->world, 60, "resume");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders approval)\n"
                 "[  10.1] ask in_progress\n"
                 "[  10.3]   > Ask commander: Fail over? Loss: 2100 ms.\n"
                 "[  10.3] ask pending_approval\n"
                 "[  10.3] EXECUTION pending_approval (step ask waits for an approval, for 599.8 s "
                 "at most)\n"
                 "[  20.2] EXECUTION paused_by_operator (an operator said so)\n"
                 "[  60.3] EXECUTION in_progress (an operator said so)\n"
                 "[  60.3] EXECUTION pending_approval (step ask waits for an approval, for 589.9 s "
                 "at most)\n"
                 "[  91.0] ask completed\n"
                 "[  91.0] EXECUTION in_progress\n"
                 "[  91.0] after in_progress\n"
                 "[  91.0]   > Publish alerts\n"
                 "[  91.1] after completed\n"
                 "[  91.1] EXECUTION completed\n");
}

static void test_an_operator_cancels(void **state)
{
    struct story *story = story_begin("people.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    fixture_world_order(&story->world, 15, "cancel");
    story_run_until(story, 80);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3] tell completed\n"
                 "[  20.2] scale canceled (an operator said so)\n"
                 "[  20.2] EXECUTION canceled (an operator said so)\n");
}

static void test_an_operator_cancels_a_pause(void **state)
{
    struct story *story = story_begin("people.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    fixture_world_order(&story->world, 15, "pause");
    fixture_world_order(&story->world, 25, "cancel");
    story_run_until(story, 80);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3] tell completed\n"
                 "[  20.2] EXECUTION paused_by_operator (an operator said so)\n"
                 "[  30.3] scale canceled (an operator said so)\n"
                 "[  30.3] EXECUTION canceled (an operator said so)\n");
}

static void test_an_operator_has_it_retried(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("people.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    fixture_world_order(&story->world, 25, "retry");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3]   < UpdateService error (AccessDenied)\n"
                 "[  10.3] scale failed (ecs:UpdateService: AccessDenied)\n"
                 "[  10.3] tell completed\n"
                 "[  10.3] EXECUTION paused_by_failed_step (step scale failed: ecs:UpdateService: "
                 "AccessDenied)\n"
                 "[  10.3]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
                 "execution?\n"
                 "[  30.2] EXECUTION in_progress (an operator wants it tried again)\n"
                 "[  30.2] scale in_progress\n"
                 "[  30.2]   > UpdateService app-dr 10\n"
                 "[  61.0] scale completed\n"
                 "[  61.0] EXECUTION completed\n");
}

/* Both that have failed. */
static void test_an_operator_skips(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_SNS_PUBLISH,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    fixture_world_order(&story->world, 25, "skip");
    story_run_until(story, 80);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
        "[  10.1] mark in_progress\n"
        "[  10.1]   > PutParameter active\n"
        "[  10.2] mark completed\n"
        "[  10.2] scale in_progress\n"
        "[  10.2]   > UpdateService app-dr 10\n"
        "[  10.2] tell in_progress\n"
        "[  10.2]   > Publish alerts\n"
        "[  10.3]   < UpdateService error (AccessDenied)\n"
        "[  10.3] scale failed (ecs:UpdateService: AccessDenied)\n"
        "[  10.3]   < Publish error (AccessDenied)\n"
        "[  10.3] tell failed (sns:Publish: AccessDenied)\n"
        "[  10.3] EXECUTION paused_by_failed_step (step scale failed: ecs:UpdateService: "
        "AccessDenied)\n"
        "[  10.3]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
        "execution?\n"
        "[  30.2] scale completed_with_exceptions (passed over on the authority of commander)\n"
        "[  30.2] tell completed_with_exceptions (passed over on the authority of commander)\n"
        "[  30.2] EXECUTION in_progress (an operator skips what failed)\n"
        "[  30.2] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n");
}

/* So is one to run what runs, or what there is not. */
static void test_orders_without_sense_are_ignored(void **state)
{
    struct story *story = story_begin("people.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    fixture_world_order(&story->world, 15, "resume");
    fixture_world_order(&story->world, 20, "scaling");
    fixture_world_order(&story->world, 25, "nonsense");
    story_run_until(story, 80);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3] tell completed\n"
                 "[  20.3] confirmed (an operator orders scaling)\n"
                 "[  20.3] stood_down (an execution is in progress)\n"
                 "[  41.0] scale completed\n"
                 "[  41.0] EXECUTION completed\n");
}

static void test_the_role_has_it_retried(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 30,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_RETRY},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3]   < UpdateService error (AccessDenied)\n"
                 "[  10.3] scale failed (ecs:UpdateService: AccessDenied)\n"
                 "[  10.3] tell completed\n"
                 "[  10.3] EXECUTION paused_by_failed_step (step scale failed: ecs:UpdateService: "
                 "AccessDenied)\n"
                 "[  10.3]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
                 "execution?\n"
                 "[  30.9] EXECUTION in_progress (an operator wants it tried again)\n"
                 "[  30.9] scale in_progress\n"
                 "[  30.9]   > UpdateService app-dr 10\n"
                 "[  61.7] scale completed\n"
                 "[  61.7] EXECUTION completed\n");
}

static void test_the_role_skips(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 30,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_SKIP},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    story_run_until(story, 80);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
        "[  10.1] mark in_progress\n"
        "[  10.1]   > PutParameter active\n"
        "[  10.2] mark completed\n"
        "[  10.2] scale in_progress\n"
        "[  10.2]   > UpdateService app-dr 10\n"
        "[  10.2] tell in_progress\n"
        "[  10.2]   > Publish alerts\n"
        "[  10.3]   < UpdateService error (AccessDenied)\n"
        "[  10.3] scale failed (ecs:UpdateService: AccessDenied)\n"
        "[  10.3] tell completed\n"
        "[  10.3] EXECUTION paused_by_failed_step (step scale failed: ecs:UpdateService: "
        "AccessDenied)\n"
        "[  10.3]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
        "execution?\n"
        "[  30.9] scale completed_with_exceptions (passed over on the authority of commander)\n"
        "[  30.9] EXECUTION in_progress (an operator skips what failed)\n"
        "[  30.9] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n");
}

static void test_the_role_cancels(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 30,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_CANCEL},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    story_run_until(story, 80);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3]   < UpdateService error (AccessDenied)\n"
                 "[  10.3] scale failed (ecs:UpdateService: AccessDenied)\n"
                 "[  10.3] tell completed\n"
                 "[  10.3] EXECUTION paused_by_failed_step (step scale failed: ecs:UpdateService: "
                 "AccessDenied)\n"
                 "[  10.3]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
                 "execution?\n"
                 "[  30.9] EXECUTION canceled (an operator said so)\n");
}

static void test_each_pause_is_a_question_of_its_own(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .times = 2,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 30,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_RETRY},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3]   < UpdateService error (AccessDenied)\n"
                 "[  10.3] scale failed (ecs:UpdateService: AccessDenied)\n"
                 "[  10.3] tell completed\n"
                 "[  10.3] EXECUTION paused_by_failed_step (step scale failed: ecs:UpdateService: "
                 "AccessDenied)\n"
                 "[  10.3]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
                 "execution?\n"
                 "[  30.9] EXECUTION in_progress (an operator wants it tried again)\n"
                 "[  30.9] scale in_progress\n"
                 "[  30.9]   > UpdateService app-dr 10\n"
                 "[  31.0]   < UpdateService error (AccessDenied)\n"
                 "[  31.0] scale failed (ecs:UpdateService: AccessDenied)\n"
                 "[  31.0] EXECUTION paused_by_failed_step (step scale failed: ecs:UpdateService: "
                 "AccessDenied)\n"
                 "[  31.0]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
                 "execution?\n"
                 "[  31.2] EXECUTION in_progress (an operator wants it tried again)\n"
                 "[  31.2] scale in_progress\n"
                 "[  31.2]   > UpdateService app-dr 10\n"
                 "[  62.0] scale completed\n"
                 "[  62.0] EXECUTION completed\n");
}

/* It stands until an order comes. */
static void test_a_role_that_cannot_be_asked_decides_nothing(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_PEOPLE_ASK,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "scaling");
    fixture_world_order(&story->world, 40, "retry");
    story_run_until(story, 80);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders scaling)\n"
                 "[  10.1] mark in_progress\n"
                 "[  10.1]   > PutParameter active\n"
                 "[  10.2] mark completed\n"
                 "[  10.2] scale in_progress\n"
                 "[  10.2]   > UpdateService app-dr 10\n"
                 "[  10.2] tell in_progress\n"
                 "[  10.2]   > Publish alerts\n"
                 "[  10.3]   < UpdateService error (AccessDenied)\n"
                 "[  10.3] scale failed (ecs:UpdateService: AccessDenied)\n"
                 "[  10.3] tell completed\n"
                 "[  10.3] EXECUTION paused_by_failed_step (step scale failed: ecs:UpdateService: "
                 "AccessDenied)\n"
                 "[  10.3]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
                 "execution?\n"
                 "[  40.2] EXECUTION in_progress (an operator wants it tried again)\n"
                 "[  40.2] scale in_progress\n"
                 "[  40.2]   > UpdateService app-dr 10\n"
                 "[  71.0] scale completed\n"
                 "[  71.0] EXECUTION completed\n");
}

static void test_the_role_leaves_a_failed_undoing(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_AUTOSCALING_SET_SUSPENDED,
         .from_s = 10,
         .times = 9,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 30,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_SKIP},
    };
    struct story *story = story_begin("people.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "undoing");
    story_run_until(story, 80);
    story_finish(
        story, "EXECUTION in",
        "[  10.1] EXECUTION in_progress (operator orders undoing)\n"
        "[  10.1] freeze in_progress\n"
        "[  10.1]   > RegisterScalableTarget app-dr\n"
        "[  10.2]   < RegisterScalableTarget error (AccessDenied)\n"
        "[  10.2] freeze failed (application-autoscaling:RegisterScalableTarget: AccessDenied)\n"
        "[  10.2] EXECUTION paused_by_failed_step (step freeze failed: "
        "application-autoscaling:RegisterScalableTarget: AccessDenied)\n"
        "[  10.2]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
        "execution?\n"
        "[  30.8] freeze completed_with_exceptions (passed over on the authority of commander)\n"
        "[  30.8] EXECUTION in_progress (an operator skips what failed)\n"
        "[  30.8] room in_progress\n"
        "[  30.9] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
        "[  30.9] freeze rolling_back\n"
        "[  30.9]   > RegisterScalableTarget app-dr\n"
        "[  31.0]   < RegisterScalableTarget error (AccessDenied)\n"
        "[  31.0] freeze failed (could not be undone: "
        "application-autoscaling:RegisterScalableTarget: AccessDenied)\n"
        "[  31.0] EXECUTION paused_by_failed_step (step freeze failed: could not be undone: "
        "application-autoscaling:RegisterScalableTarget: AccessDenied)\n"
        "[  31.0]   > Ask commander: A step has failed. Retry it, skip it, or cancel the "
        "execution?\n"
        "[  31.2] EXECUTION in_progress (an operator leaves it as it is)\n"
        "[  31.2] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the 20 that "
        "are needed)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_approver_is_shown_the_loss_and_approves),
        cmocka_unit_test(test_an_unknown_loss_is_not_shown),
        cmocka_unit_test(test_an_approver_declines),
        cmocka_unit_test(test_an_approver_is_reminded),
        cmocka_unit_test(test_silence_may_be_consent),
        cmocka_unit_test(test_a_checklist_goes_from_owner_to_owner),
        cmocka_unit_test(test_an_item_is_declined),
        cmocka_unit_test(test_an_operator_pauses_and_resumes),
        cmocka_unit_test(test_an_operator_pauses_a_question),
        cmocka_unit_test(test_an_operator_cancels),
        cmocka_unit_test(test_an_operator_cancels_a_pause),
        cmocka_unit_test(test_an_operator_has_it_retried),
        cmocka_unit_test(test_an_operator_skips),
        cmocka_unit_test(test_orders_without_sense_are_ignored),
        cmocka_unit_test(test_the_role_has_it_retried),
        cmocka_unit_test(test_the_role_skips),
        cmocka_unit_test(test_the_role_cancels),
        cmocka_unit_test(test_each_pause_is_a_question_of_its_own),
        cmocka_unit_test(test_a_role_that_cannot_be_asked_decides_nothing),
        cmocka_unit_test(test_the_role_leaves_a_failed_undoing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
