/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Stories of the lease that keeps two orchestrators apart. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "orchestrator/core/lease.h"
#include "tests/orchestrator/fixture_trace.h"

/* Another orchestrator has it until it runs out. */
static void test_nothing_is_decided_without_it(void **state)
{
    struct story *story = story_begin("lease.yaml", NULL, 0);

    (void)state;
    story->world.lease =
        (struct fixture_lease){.holder = 2, .token = 1, .memo = 0, .until = BS_AT_SECONDS(120)};
    story_run_until(story, 200);
    story_finish(
        story, "healthy",
        "[   0.1] health_check app: healthy\n"
        "[  60.1] health_check app: unhealthy\n"
        "[  60.1] detected (health_check app is unhealthy)\n"
        "[ 135.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
        "[ 135.1] decide activate: 1 of 1\n"
        "[ 135.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[ 135.1] ask in_progress\n"
        "[ 135.2]   > Ask commander: May the workflow go on? Loss: 2100 ms.\n"
        "[ 135.2] ask pending_approval\n"
        "[ 135.2] EXECUTION pending_approval (step ask waits for an approval, for 9.9 s at most)\n"
        "[ 145.1] ask timed_out (not done within 10 s; waiting for commander)\n"
        "[ 145.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[ 145.1] EXECUTION in_progress\n"
        "[ 145.1] fence in_progress\n"
        "[ 145.1]   > UpdateService app 0\n"
        "[ 145.1]   > RevokeSecurityGroupIngress orders\n"
        "[ 145.3] fence completed\n"
        "[ 145.3] LATCH app set\n"
        "[ 145.3] LATCH orders set\n"
        "[ 145.3] promote in_progress\n"
        "[ 145.3] scale in_progress\n"
        "[ 145.3]   > UpdateService app-dr 10\n"
        "[ 145.3]   > UpdateService app 0\n"
        "[ 145.3]   > RevokeSecurityGroupIngress orders\n"
        "[ 145.4]   > PromoteReadReplica orders-dr\n"
        "[ 145.4] LATCH orders enforced\n"
        "[ 145.5] LATCH app enforced\n"
        "[ 176.1] scale completed\n");
}

static void test_it_is_renewed_while_it_is_held(void **state)
{
    struct story *story = story_begin("lease.yaml", NULL, 0);

    (void)state;
    story_run_until(story, 300);
    assert_int_equal(story->world.lease.token, 1);
    assert_true(story->world.lease.until.ns > BS_AT_SECONDS(300).ns);
    story_finish(
        story, "confirmed",
        "[  70.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
        "[  70.1] decide activate: 1 of 1\n"
        "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[  70.1] ask in_progress\n"
        "[  70.2]   > Ask commander: May the workflow go on? Loss: 2100 ms.\n"
        "[  70.2] ask pending_approval\n"
        "[  70.2] EXECUTION pending_approval (step ask waits for an approval, for 9.9 s at most)\n"
        "[  80.1] ask timed_out (not done within 10 s; waiting for commander)\n"
        "[  80.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[  80.1] EXECUTION in_progress\n"
        "[  80.1] fence in_progress\n"
        "[  80.1]   > UpdateService app 0\n"
        "[  80.1]   > RevokeSecurityGroupIngress orders\n"
        "[  80.3] fence completed\n"
        "[  80.3] LATCH app set\n"
        "[  80.3] LATCH orders set\n"
        "[  80.3] promote in_progress\n"
        "[  80.3] scale in_progress\n"
        "[  80.3]   > UpdateService app-dr 10\n"
        "[  80.3]   > UpdateService app 0\n"
        "[  80.3]   > RevokeSecurityGroupIngress orders\n"
        "[  80.4]   > PromoteReadReplica orders-dr\n"
        "[  80.4] LATCH orders enforced\n"
        "[  80.5] LATCH app enforced\n"
        "[ 111.1] scale completed\n"
        "[ 141.8] promote completed\n"
        "[ 141.8] cutover in_progress\n"
        "[ 141.8]   > ChangeResourceRecordSets app.example.com\n"
        "[ 182.8] cutover completed\n"
        "[ 182.8] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n"
        "[ 190.1] health_check app: healthy\n");
}

static void test_two_lost_answers_lose_nothing(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
         .from_s = 90,
         .times = 2,
         .manner = FIXTURE_LOST_ANSWER},
    };
    struct story *story = story_begin("lease.yaml", rules, 1);

    (void)state;
    story_run_until(story, 300);
    story_finish(story, "cutover in",
                 "[ 141.8] cutover in_progress\n"
                 "[ 141.8]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 182.8] cutover completed\n"
                 "[ 182.8] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n"
                 "[ 190.1] health_check app: healthy\n");
}

/* Until it is held again. */
static void test_without_it_all_stands_still(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
         .from_s = 80,
         .until_s = 160,
         .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("lease.yaml", rules, 1);

    (void)state;
    story_run_until(story, 300);
    story_finish(
        story, "confirmed",
        "[  70.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
        "[  70.1] decide activate: 1 of 1\n"
        "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[  70.1] ask in_progress\n"
        "[  70.2]   > Ask commander: May the workflow go on? Loss: 2100 ms.\n"
        "[  70.2] ask pending_approval\n"
        "[  70.2] EXECUTION pending_approval (step ask waits for an approval, for 9.9 s at most)\n"
        "[  80.1] ask timed_out (not done within 10 s; waiting for commander)\n"
        "[  80.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[  80.1] EXECUTION in_progress\n"
        "[  80.1] fence in_progress\n"
        "[  80.1]   > UpdateService app 0\n"
        "[  80.1]   > RevokeSecurityGroupIngress orders\n"
        "[  80.3] fence completed\n"
        "[  80.3] LATCH app set\n"
        "[  80.3] LATCH orders set\n"
        "[  80.3] promote in_progress\n"
        "[  80.3] scale in_progress\n"
        "[  80.3]   > UpdateService app-dr 10\n"
        "[  80.3]   > UpdateService app 0\n"
        "[  80.3]   > RevokeSecurityGroupIngress orders\n"
        "[  80.4]   > PromoteReadReplica orders-dr\n"
        "[  80.4] LATCH orders enforced\n"
        "[  80.5] LATCH app enforced\n"
        "[ 111.1] scale completed\n"
        "[ 119.0] EXECUTION paused_by_failed_step (safe stop: the lease could not be renewed)\n"
        "[ 164.1] EXECUTION in_progress (the lease is held again)\n"
        "[ 164.2] promote completed\n"
        "[ 164.2] cutover in_progress\n"
        "[ 164.2]   > ChangeResourceRecordSets app.example.com\n"
        "[ 205.2] cutover completed\n"
        "[ 205.2] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n"
        "[ 210.1] health_check app: healthy\n");
}

static void test_in_other_hands_the_execution_is_given_up(void **state)
{
    struct story *story = story_begin("lease.yaml", NULL, 0);

    (void)state;
    story_run_until(story, 100);
    story->world.lease =
        (struct fixture_lease){.holder = 2, .token = 2, .memo = 0, .until = BS_AT_SECONDS(300)};
    story_run_until(story, 300);
    story_finish(
        story, "confirmed",
        "[  70.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
        "[  70.1] decide activate: 1 of 1\n"
        "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[  70.1] ask in_progress\n"
        "[  70.2]   > Ask commander: May the workflow go on? Loss: 2100 ms.\n"
        "[  70.2] ask pending_approval\n"
        "[  70.2] EXECUTION pending_approval (step ask waits for an approval, for 9.9 s at most)\n"
        "[  80.1] ask timed_out (not done within 10 s; waiting for commander)\n"
        "[  80.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[  80.1] EXECUTION in_progress\n"
        "[  80.1] fence in_progress\n"
        "[  80.1]   > UpdateService app 0\n"
        "[  80.1]   > RevokeSecurityGroupIngress orders\n"
        "[  80.3] fence completed\n"
        "[  80.3] LATCH app set\n"
        "[  80.3] LATCH orders set\n"
        "[  80.3] promote in_progress\n"
        "[  80.3] scale in_progress\n"
        "[  80.3]   > UpdateService app-dr 10\n"
        "[  80.3]   > UpdateService app 0\n"
        "[  80.3]   > RevokeSecurityGroupIngress orders\n"
        "[  80.4]   > PromoteReadReplica orders-dr\n"
        "[  80.4] LATCH orders enforced\n"
        "[  80.5] LATCH app enforced\n"
        "[ 110.5] promote canceled (another orchestrator holds the lease)\n"
        "[ 110.5] scale canceled (another orchestrator holds the lease)\n"
        "[ 110.5] EXECUTION canceled (another orchestrator holds the lease)\n");
}

/* Out of reach when the other had it: told by the token. */
static void test_meanwhile_in_other_hands(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
         .from_s = 80,
         .until_s = 160,
         .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("lease.yaml", rules, 1);

    (void)state;
    story_run_until(story, 100);
    story->world.lease = (struct fixture_lease){
        .holder = 2, .token = 2, .memo = BS_LEASE_MEMO_WRITTEN, .until = BS_AT_SECONDS(125)};
    story_run_until(story, 300);
    story_finish(
        story, "confirmed",
        "[  70.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
        "[  70.1] decide activate: 1 of 1\n"
        "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[  70.1] ask in_progress\n"
        "[  70.2]   > Ask commander: May the workflow go on? Loss: 2100 ms.\n"
        "[  70.2] ask pending_approval\n"
        "[  70.2] EXECUTION pending_approval (step ask waits for an approval, for 9.9 s at most)\n"
        "[  80.1] ask timed_out (not done within 10 s; waiting for commander)\n"
        "[  80.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[  80.1] EXECUTION in_progress\n"
        "[  80.1] fence in_progress\n"
        "[  80.1]   > UpdateService app 0\n"
        "[  80.1]   > RevokeSecurityGroupIngress orders\n"
        "[  80.3] fence completed\n"
        "[  80.3] LATCH app set\n"
        "[  80.3] LATCH orders set\n"
        "[  80.3] promote in_progress\n"
        "[  80.3] scale in_progress\n"
        "[  80.3]   > UpdateService app-dr 10\n"
        "[  80.3]   > UpdateService app 0\n"
        "[  80.3]   > RevokeSecurityGroupIngress orders\n"
        "[  80.4]   > PromoteReadReplica orders-dr\n"
        "[  80.4] LATCH orders enforced\n"
        "[  80.5] LATCH app enforced\n"
        "[ 111.1] scale completed\n"
        "[ 119.0] EXECUTION paused_by_failed_step (safe stop: the lease could not be renewed)\n"
        "[ 164.1] promote canceled (the lease was in other hands meanwhile)\n"
        "[ 164.1] EXECUTION canceled (the lease was in other hands meanwhile)\n");
}

/* The failure that it sees is none of the Region that serves, and the first latch is kept up. */
static void test_a_takeover_adopts_side_and_latches(void **state)
{
    struct story *story = story_begin("lease.yaml", NULL, 0);

    (void)state;
    story->world.lease =
        (struct fixture_lease){.holder = 2,
                               .token = 1,
                               .memo = BS_LEASE_MEMO_WRITTEN | BS_LEASE_MEMO_MOVED | 1,
                               .until = BS_AT_SECONDS(30)};
    story_run_until(story, 150);
    story_finish(story, "healthy",
                 "[   0.1] health_check app: healthy\n"
                 "[  45.1]   > UpdateService app 0\n"
                 "[  45.3] LATCH app enforced\n"
                 "[  60.1] health_check app: unhealthy\n"
                 "[  60.1] detected (health_check app is unhealthy)\n"
                 "[  70.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
                 "[  70.1] stood_down (the Region that the workflow leaves does not serve)\n");
}

/* The other has gone back; the old holder must not fence what serves. */
static void test_a_takeover_forgets_latches_that_were_released(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
         .from_s = 190,
         .until_s = 300,
         .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("lease.yaml", rules, 1);

    (void)state;
    story_run_until(story, 200);
    story->world.lease = (struct fixture_lease){
        .holder = 2, .token = 2, .memo = BS_LEASE_MEMO_WRITTEN, .until = BS_AT_SECONDS(240)};
    story_run_until(story, 260);
    story->world.services[0].desired = 10;
    story_run_until(story, 400);
    assert_int_equal(story->world.lease.holder, 1);
    assert_int_equal(story->world.services[0].desired, 10);
    story_finish(story, "cutover completed",
                 "[ 182.8] cutover completed\n"
                 "[ 182.8] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n"
                 "[ 190.1] health_check app: healthy\n");
}

static void test_a_rollback_stands_still_too(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
         .from_s = 20,
         .until_s = 120,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_ECS_DESCRIBE_SERVICE,
         .from_s = 51,
         .until_s = 130,
         .manner = FIXTURE_STATE,
         .running = 0},
    };
    struct story *story = story_begin("lease.yaml", rules, 2);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 15, "drill");
    story_run_until(story, 200);
    story_finish(
        story, "EXECUTION in",
        "[  20.1] EXECUTION in_progress (operator orders drill)\n"
        "[  20.1] scale in_progress\n"
        "[  20.1]   > UpdateService app-dr 10\n"
        "[  50.9] scale completed\n"
        "[  50.9] rehearse in_progress\n"
        "[  50.9]   > PutItem state\n"
        "[  51.0] rehearse completed\n"
        "[  51.0] room in_progress\n"
        "[  51.1] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
        "[  51.1] rehearse rolling_back\n"
        "[  51.1]   > PutItem state\n"
        "[  51.2] rehearse rolled_back\n"
        "[  51.2] scale rolling_back\n"
        "[  51.2]   > UpdateService app-dr 1\n"
        "[  59.0] EXECUTION paused_by_failed_step (safe stop: the lease could not be renewed)\n"
        "[ 126.3] EXECUTION in_progress (the lease is held again)\n"
        "[ 131.5] scale rolled_back\n"
        "[ 131.5] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the 20 that "
        "are needed)\n");
}

static void test_somebody_says_to_go_on(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
         .from_s = 80,
         .until_s = 250,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 140,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_APPROVED},
    };
    struct story *story = story_begin("lease-ask.yaml", rules, 2);

    (void)state;
    story_run_until(story, 300);
    story_finish(
        story, "confirmed",
        "[  70.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
        "[  70.1] decide activate: 1 of 1\n"
        "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[  70.1] ask in_progress\n"
        "[  70.2]   > Ask commander: May the workflow go on? Loss: 2100 ms.\n"
        "[  70.2] ask pending_approval\n"
        "[  70.2] EXECUTION pending_approval (step ask waits for an approval, for 9.9 s at most)\n"
        "[  80.1] ask timed_out (not done within 10 s; waiting for commander)\n"
        "[  80.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[  80.1] EXECUTION in_progress\n"
        "[  80.1] fence in_progress\n"
        "[  80.1]   > UpdateService app 0\n"
        "[  80.1]   > RevokeSecurityGroupIngress orders\n"
        "[  80.3] fence completed\n"
        "[  80.3] LATCH app set\n"
        "[  80.3] LATCH orders set\n"
        "[  80.3] promote in_progress\n"
        "[  80.3] scale in_progress\n"
        "[  80.3]   > UpdateService app-dr 10\n"
        "[  80.3]   > UpdateService app 0\n"
        "[  80.3]   > RevokeSecurityGroupIngress orders\n"
        "[  80.4]   > PromoteReadReplica orders-dr\n"
        "[  80.4] LATCH orders enforced\n"
        "[  80.5] LATCH app enforced\n"
        "[ 111.1] scale completed\n"
        "[ 119.0] EXECUTION paused_by_failed_step (safe stop: the lease could not be renewed)\n"
        "[ 119.0]   > Ask commander: The lease cannot be renewed. Go on without it?\n"
        "[ 144.7] RISK lease accepted by commander, 1 of 1 (goes on without the lease)\n"
        "[ 144.7] EXECUTION in_progress (without a lease, on an operator's word)\n"
        "[ 144.8] promote completed\n"
        "[ 144.8] cutover in_progress\n"
        "[ 144.8]   > ChangeResourceRecordSets app.example.com\n"
        "[ 185.8] cutover completed\n"
        "[ 185.8] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n"
        "[ 190.1] health_check app: healthy\n");
}

static void test_somebody_says_to_stand(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
         .from_s = 80,
         .until_s = 250,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 140,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_DECLINED},
    };
    struct story *story = story_begin("lease-ask.yaml", rules, 2);

    (void)state;
    story_run_until(story, 300);
    story_finish(
        story, "confirmed",
        "[  70.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
        "[  70.1] decide activate: 1 of 1\n"
        "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[  70.1] ask in_progress\n"
        "[  70.2]   > Ask commander: May the workflow go on? Loss: 2100 ms.\n"
        "[  70.2] ask pending_approval\n"
        "[  70.2] EXECUTION pending_approval (step ask waits for an approval, for 9.9 s at most)\n"
        "[  80.1] ask timed_out (not done within 10 s; waiting for commander)\n"
        "[  80.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[  80.1] EXECUTION in_progress\n"
        "[  80.1] fence in_progress\n"
        "[  80.1]   > UpdateService app 0\n"
        "[  80.1]   > RevokeSecurityGroupIngress orders\n"
        "[  80.3] fence completed\n"
        "[  80.3] LATCH app set\n"
        "[  80.3] LATCH orders set\n"
        "[  80.3] promote in_progress\n"
        "[  80.3] scale in_progress\n"
        "[  80.3]   > UpdateService app-dr 10\n"
        "[  80.3]   > UpdateService app 0\n"
        "[  80.3]   > RevokeSecurityGroupIngress orders\n"
        "[  80.4]   > PromoteReadReplica orders-dr\n"
        "[  80.4] LATCH orders enforced\n"
        "[  80.5] LATCH app enforced\n"
        "[ 111.1] scale completed\n"
        "[ 119.0] EXECUTION paused_by_failed_step (safe stop: the lease could not be renewed)\n"
        "[ 119.0]   > Ask commander: The lease cannot be renewed. Go on without it?\n"
        "[ 251.6] EXECUTION in_progress (the lease is held again)\n"
        "[ 251.7] promote completed\n"
        "[ 251.7] cutover in_progress\n"
        "[ 251.7]   > ChangeResourceRecordSets app.example.com\n"
        "[ 292.7] cutover completed\n"
        "[ 292.7] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n");
}

/* Nothing is decided, unleased though it was. */
static void test_a_word_to_go_on_ends_where_another_holds_it(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
         .from_s = 80,
         .until_s = 250,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_PEOPLE_GET_ANSWER,
         .from_s = 140,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_APPROVED},
    };
    struct story *story = story_begin("lease-ask.yaml", rules, 2);

    (void)state;
    fixture_world_order(&story->world, 350, "drill");
    story_run_until(story, 200);
    story->world.lease = (struct fixture_lease){
        .holder = 2, .token = 2, .memo = BS_LEASE_MEMO_WRITTEN, .until = BS_AT_SECONDS(600)};
    story_run_until(story, 500);
    story_finish(
        story, "confirmed",
        "[  70.1] confirmed (1 of 1 sources unhealthy, confirmed for 10 s)\n"
        "[  70.1] decide activate: 1 of 1\n"
        "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[  70.1] ask in_progress\n"
        "[  70.2]   > Ask commander: May the workflow go on? Loss: 2100 ms.\n"
        "[  70.2] ask pending_approval\n"
        "[  70.2] EXECUTION pending_approval (step ask waits for an approval, for 9.9 s at most)\n"
        "[  80.1] ask timed_out (not done within 10 s; waiting for commander)\n"
        "[  80.1] ask completed_with_exceptions (passed over on the authority of policy)\n"
        "[  80.1] EXECUTION in_progress\n"
        "[  80.1] fence in_progress\n"
        "[  80.1]   > UpdateService app 0\n"
        "[  80.1]   > RevokeSecurityGroupIngress orders\n"
        "[  80.3] fence completed\n"
        "[  80.3] LATCH app set\n"
        "[  80.3] LATCH orders set\n"
        "[  80.3] promote in_progress\n"
        "[  80.3] scale in_progress\n"
        "[  80.3]   > UpdateService app-dr 10\n"
        "[  80.3]   > UpdateService app 0\n"
        "[  80.3]   > RevokeSecurityGroupIngress orders\n"
        "[  80.4]   > PromoteReadReplica orders-dr\n"
        "[  80.4] LATCH orders enforced\n"
        "[  80.5] LATCH app enforced\n"
        "[ 111.1] scale completed\n"
        "[ 119.0] EXECUTION paused_by_failed_step (safe stop: the lease could not be renewed)\n"
        "[ 119.0]   > Ask commander: The lease cannot be renewed. Go on without it?\n"
        "[ 144.7] RISK lease accepted by commander, 1 of 1 (goes on without the lease)\n"
        "[ 144.7] EXECUTION in_progress (without a lease, on an operator's word)\n"
        "[ 144.8] promote completed\n"
        "[ 144.8] cutover in_progress\n"
        "[ 144.8]   > ChangeResourceRecordSets app.example.com\n"
        "[ 185.8] cutover completed\n"
        "[ 185.8] EXECUTION completed_with_exceptions (at least one step was passed over or "
        "accepted)\n"
        "[ 190.1] health_check app: healthy\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_decided_without_it),
        cmocka_unit_test(test_it_is_renewed_while_it_is_held),
        cmocka_unit_test(test_two_lost_answers_lose_nothing),
        cmocka_unit_test(test_without_it_all_stands_still),
        cmocka_unit_test(test_in_other_hands_the_execution_is_given_up),
        cmocka_unit_test(test_meanwhile_in_other_hands),
        cmocka_unit_test(test_a_takeover_adopts_side_and_latches),
        cmocka_unit_test(test_a_takeover_forgets_latches_that_were_released),
        cmocka_unit_test(test_a_rollback_stands_still_too),
        cmocka_unit_test(test_somebody_says_to_go_on),
        cmocka_unit_test(test_somebody_says_to_stand),
        cmocka_unit_test(test_a_word_to_go_on_ends_where_another_holds_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
