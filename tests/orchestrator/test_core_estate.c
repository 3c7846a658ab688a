/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Stories of two Regions: which serves, what is latched, and the way back. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/orchestrator/fixture_trace.h"

/* With its severity; the veto's own source sees it later. */
static void test_the_kind_of_failure_selects_the_workflow(void **state)
{
    struct story *story = story_begin("estate.yaml", NULL, 0);

    (void)state;
    story_run_until(story, 80);
    story_finish(story, "healthy",
                 "[   0.1] health_check app: healthy\n"
                 "[   0.1] alarm app-5xx: healthy\n"
                 "[   0.1] probe app: healthy\n"
                 "[  60.1] health_check app: unhealthy\n"
                 "[  60.1] detected (health_check app is unhealthy)\n"
                 "[  60.1] alarm app-5xx: unhealthy\n"
                 "[  70.1] confirmed (2 of 2 sources unhealthy, confirmed for 10 s)\n"
                 "[  70.1] decide failover: 2 of 2 P2 region\n"
                 "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
                 "[  70.1] fence in_progress\n"
                 "[  70.1]   > UpdateService app 0\n"
                 "[  70.1]   > RevokeSecurityGroupIngress orders\n"
                 "[  70.3] fence completed\n"
                 "[  70.3] LATCH app set\n"
                 "[  70.3] LATCH orders set\n"
                 "[  70.3] promote in_progress\n"
                 "[  70.3]   > UpdateService app 0\n"
                 "[  70.3]   > RevokeSecurityGroupIngress orders\n"
                 "[  70.4]   > PromoteReadReplica orders-dr\n"
                 "[  70.4] LATCH orders enforced\n"
                 "[  70.5] LATCH app enforced\n");
}

/* The probe fails from the start, until it is well again. */
static void test_a_veto_holds_back(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 60,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_UNHEALTHY},
        {.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
         .from_s = 60,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_ALARM},
        {.operation = BS_OPERATION_HTTP_REQUEST, .until_s = 95, .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("estate.yaml", rules, 3);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    story_run_until(story, 130);
    story_finish(story, "healthy",
                 "[   0.1] health_check app: healthy\n"
                 "[   0.1] alarm app-5xx: healthy\n"
                 "[  25.0] probe app: unhealthy\n"
                 "[  60.1] health_check app: unhealthy\n"
                 "[  60.1] detected (health_check app is unhealthy)\n"
                 "[  60.1] alarm app-5xx: unhealthy\n"
                 "[ 100.1] probe app: healthy\n"
                 "[ 110.1] confirmed (2 of 2 sources unhealthy, confirmed for 10 s)\n"
                 "[ 110.1] decide failover: 2 of 2 P2 region\n"
                 "[ 110.1] EXECUTION in_progress (health_check app confirmed)\n"
                 "[ 110.1] fence in_progress\n"
                 "[ 110.1]   > UpdateService app 0\n"
                 "[ 110.1]   > RevokeSecurityGroupIngress orders\n"
                 "[ 110.3] fence completed\n"
                 "[ 110.3] LATCH app set\n"
                 "[ 110.3] LATCH orders set\n"
                 "[ 110.3] promote in_progress\n"
                 "[ 110.3]   > UpdateService app 0\n"
                 "[ 110.3]   > RevokeSecurityGroupIngress orders\n"
                 "[ 110.4]   > PromoteReadReplica orders-dr\n"
                 "[ 110.4] LATCH orders enforced\n"
                 "[ 110.5] LATCH app enforced\n");
}

/* When the old primary is back; what was out of reach is fenced at last. */
static void test_a_latch_puts_the_fence_up_again(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .resource = "app",
         .from_s = 0,
         .until_s = 130,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_EC2_REVOKE_INGRESS,
         .resource = "orders",
         .from_s = 0,
         .until_s = 130,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_REFUSED,
         .code = ""},
    };
    struct story *story = story_begin("estate.yaml", rules, 2);

    (void)state;
    story_run_until(story, 200);
    story_finish(story, "fence timed_out",
                 "[  90.1] fence timed_out after 5 tries (not done within 20 s; "
                 "ec2:RevokeSecurityGroupIngress: refused (5 tries))\n"
                 "[  90.1] RISK fence accepted by commander, 2 of 2 (not done within 20 s; "
                 "ec2:RevokeSecurityGroupIngress: refused (5 tries))\n"
                 "[  90.1] fence completed_with_exceptions after 5 tries (passed over on the "
                 "authority of commander)\n"
                 "[  90.1] LATCH app set\n"
                 "[  90.1] LATCH orders set\n"
                 "[  90.1] promote in_progress\n"
                 "[  90.1]   > UpdateService app 0\n"
                 "[  90.1]   > RevokeSecurityGroupIngress orders\n"
                 "[  90.2]   > PromoteReadReplica orders-dr\n"
                 "[  90.2]   < RevokeSecurityGroupIngress error\n"
                 "[  95.1]   < UpdateService info\n"
                 "[ 105.2]   > RevokeSecurityGroupIngress orders\n"
                 "[ 105.3]   < RevokeSecurityGroupIngress error\n"
                 "[ 110.1]   > UpdateService app 0\n"
                 "[ 115.1]   < UpdateService info\n"
                 "[ 120.3]   > RevokeSecurityGroupIngress orders\n"
                 "[ 120.4]   < RevokeSecurityGroupIngress error\n"
                 "[ 130.1]   > UpdateService app 0\n"
                 "[ 130.3] LATCH app enforced\n"
                 "[ 135.4]   > RevokeSecurityGroupIngress orders\n"
                 "[ 135.5] LATCH orders enforced\n"
                 "[ 151.6] promote completed\n"
                 "[ 151.6] cutover in_progress\n"
                 "[ 151.6]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 192.6] cutover completed\n"
                 "[ 192.6] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n");
}

/* And left again: which side serves is known all the way. */
static void test_a_region_is_left_and_returned_to(void **state)
{
    struct story *story = story_begin("estate.yaml", NULL, 0);

    (void)state;
    fixture_world_order(&story->world, 300, "failback");
    story->world.back_at = BS_AT_SECONDS(200);
    story_run_until(story, 900);
    assert_int_equal(story->world.promotions, 2);
    story->world.lost_at = BS_AT_SECONDS(1000);
    story->world.back_at = BS_INSTANT_NEVER;
    story_run_until(story, 1300);
    story_finish(story, "rebuild in",
                 "[ 300.1] rebuild in_progress\n"
                 "[ 300.3]   > DeleteDBInstance orders\n"
                 "[ 361.7]   < DescribeDBInstances error (DBInstanceNotFound)\n"
                 "[ 361.7]   > CreateDBInstanceReadReplica orders\n"
                 "[ 423.1] rebuild completed\n"
                 "[ 423.1] release in_progress\n"
                 "[ 423.1] LATCH app released\n"
                 "[ 423.1] LATCH orders released\n"
                 "[ 423.1]   > UpdateService app 10\n"
                 "[ 423.1]   > AuthorizeSecurityGroupIngress orders\n"
                 "[ 453.9] release completed\n"
                 "[ 453.9] stop in_progress\n"
                 "[ 453.9]   > RevokeSecurityGroupIngress orders-dr\n"
                 "[ 454.0] stop completed\n"
                 "[ 454.0] promote in_progress\n"
                 "[ 454.1]   > PromoteReadReplica orders\n"
                 "[ 515.5] promote completed\n"
                 "[ 515.5] cutover in_progress\n"
                 "[ 515.5]   > ChangeResourceRecordSets app.example.com to lb\n"
                 "[ 556.5] cutover completed\n"
                 "[ 556.5] protect in_progress\n"
                 "[ 556.7]   > DeleteDBInstance orders-dr\n"
                 "[ 618.1]   < DescribeDBInstances error (DBInstanceNotFound)\n"
                 "[ 618.1]   > CreateDBInstanceReadReplica orders-dr\n"
                 "[ 679.5] protect completed\n"
                 "[ 679.5] EXECUTION completed\n"
                 "[1000.1] health_check app: unhealthy\n"
                 "[1000.1] detected (health_check app is unhealthy)\n"
                 "[1000.1] alarm app-5xx: unhealthy\n"
                 "[1010.1] confirmed (2 of 2 sources unhealthy, confirmed for 10 s)\n"
                 "[1010.1] decide failover: 2 of 2 P2 region\n"
                 "[1010.1] EXECUTION in_progress (health_check app confirmed)\n"
                 "[1010.1] fence in_progress\n"
                 "[1010.1]   > UpdateService app 0\n"
                 "[1010.1]   > RevokeSecurityGroupIngress orders\n"
                 "[1010.3] fence completed\n"
                 "[1010.3] LATCH app set\n"
                 "[1010.3] LATCH orders set\n"
                 "[1010.3] promote in_progress\n"
                 "[1010.3]   > UpdateService app 0\n"
                 "[1010.3]   > RevokeSecurityGroupIngress orders\n"
                 "[1010.4]   > PromoteReadReplica orders-dr\n"
                 "[1010.4] LATCH orders enforced\n"
                 "[1010.5] LATCH app enforced\n"
                 "[1020.1] probe app: unhealthy\n"
                 "[1071.8] promote completed\n"
                 "[1071.8] cutover in_progress\n"
                 "[1071.8]   > ChangeResourceRecordSets app.example.com\n"
                 "[1112.8] cutover completed\n"
                 "[1112.8] EXECUTION completed\n"
                 "[1120.1] health_check app: healthy\n"
                 "[1120.1] alarm app-5xx: healthy\n"
                 "[1120.1] probe app: healthy\n");
}

/* The latch is set once; released, it stays so. */
static void test_a_fence_may_be_released_by_its_own_execution(void **state)
{
    struct story *story = story_begin("estate.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "rehearsal");
    story_run_until(story, 120);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders rehearsal)\n"
                 "[  10.1] fence in_progress\n"
                 "[  10.1]   > UpdateService app 0\n"
                 "[  10.3] fence completed\n"
                 "[  10.3] LATCH app set\n"
                 "[  10.3] release in_progress\n"
                 "[  10.3] LATCH app released\n"
                 "[  10.3]   > UpdateService app 10\n"
                 "[  41.1] release completed\n"
                 "[  41.1] rest in_progress\n"
                 "[  61.1] rest completed\n"
                 "[  61.1] EXECUTION completed\n");
}

static void test_a_release_that_is_undone_latches_again(void **state)
{
    struct story *story = story_begin("estate.yaml", NULL, 0);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    fixture_world_order(&story->world, 5, "hesitation");
    story_run_until(story, 90);
    story_finish(story, "EXECUTION in",
                 "[  10.1] EXECUTION in_progress (operator orders hesitation)\n"
                 "[  10.1] fence in_progress\n"
                 "[  10.1]   > UpdateService app 0\n"
                 "[  10.3] fence completed\n"
                 "[  10.3] LATCH app set\n"
                 "[  10.3] settled in_progress\n"
                 "[  10.3]   > UpdateService app 0\n"
                 "[  10.5] LATCH app enforced\n"
                 "[  11.3] settled completed\n"
                 "[  11.3] release in_progress\n"
                 "[  11.3] LATCH app released\n"
                 "[  11.3]   > UpdateService app 10\n"
                 "[  42.1] release completed\n"
                 "[  42.1] room in_progress\n"
                 "[  42.2] room failed (app-dr may run 10 tasks of the 20 that are needed)\n"
                 "[  42.2] release rolling_back\n"
                 "[  42.2]   > UpdateService app 0\n"
                 "[  42.4] LATCH app set\n"
                 "[  42.4] release rolled_back\n"
                 "[  42.4] EXECUTION rolled_back (step room failed: app-dr may run 10 tasks of the "
                 "20 that are needed)\n"
                 "[  42.4]   > UpdateService app 0\n"
                 "[  42.6] LATCH app enforced\n");
}

/* There is nothing to go back from. */
static void test_failback_waits_for_failover(void **state)
{
    struct story *story = story_begin("estate.yaml", NULL, 0);

    (void)state;
    fixture_world_order(&story->world, 20, "failback");
    story_run_until(story, 60);
    story_finish(story, "confirmed",
                 "[  20.1] confirmed (an operator orders failback)\n"
                 "[  20.1] stood_down (the Region that the workflow leaves does not serve)\n");
}

static void test_a_drill_gives_way_to_a_failure(void **state)
{
    struct story *story = story_begin("estate.yaml", NULL, 0);

    (void)state;
    fixture_world_order(&story->world, 20, "drill");
    story_run_until(story, 90);
    story_finish(story, "EXECUTION in",
                 "[  20.1] EXECUTION in_progress (operator orders drill)\n"
                 "[  20.1] tell in_progress\n"
                 "[  20.1]   > Publish alerts\n"
                 "[  20.2] tell completed\n"
                 "[  20.2] rest in_progress\n"
                 "[  60.1] health_check app: unhealthy\n"
                 "[  60.1] detected (health_check app is unhealthy)\n"
                 "[  60.1] alarm app-5xx: unhealthy\n"
                 "[  70.1] rest canceled (a failure was confirmed)\n"
                 "[  70.1] EXECUTION canceled (a failure was confirmed)\n"
                 "[  70.1] confirmed (2 of 2 sources unhealthy, confirmed for 10 s)\n"
                 "[  70.1] decide failover: 2 of 2 P2 region\n"
                 "[  70.1] EXECUTION in_progress (health_check app confirmed)\n"
                 "[  70.1] fence in_progress\n"
                 "[  70.1]   > UpdateService app 0\n"
                 "[  70.1]   > RevokeSecurityGroupIngress orders\n"
                 "[  70.3] fence completed\n"
                 "[  70.3] LATCH app set\n"
                 "[  70.3] LATCH orders set\n"
                 "[  70.3] promote in_progress\n"
                 "[  70.3]   > UpdateService app 0\n"
                 "[  70.3]   > RevokeSecurityGroupIngress orders\n"
                 "[  70.4] LATCH orders enforced\n"
                 "[  70.5] LATCH app enforced\n"
                 "[  80.1] probe app: unhealthy\n"
                 "[  85.7]   > PromoteReadReplica orders-dr\n");
}

/* Both the deletion and the creation take effect; neither is repeated. */
static void test_lost_answers_of_a_rebuild_are_read_back(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_DELETE_INSTANCE, .times = 1, .manner = FIXTURE_LOST_ANSWER},
        {.operation = BS_OPERATION_RDS_CREATE_READ_REPLICA,
         .times = 1,
         .manner = FIXTURE_LOST_ANSWER},
    };
    struct story *story = story_begin("estate.yaml", rules, 2);

    (void)state;
    story->world.back_at = BS_AT_SECONDS(200);
    fixture_world_order(&story->world, 300, "failback");
    story_run_until(story, 480);
    assert_int_equal(story->world.deletions, 1);
    assert_int_equal(story->world.creations, 1);
    story_finish(story, "rebuild in",
                 "[ 300.1] rebuild in_progress\n"
                 "[ 300.3]   > DeleteDBInstance orders\n"
                 "[ 305.3]   < DeleteDBInstance info\n"
                 "[ 362.4]   < DescribeDBInstances error (DBInstanceNotFound)\n"
                 "[ 362.4]   > CreateDBInstanceReadReplica orders\n"
                 "[ 367.4]   < CreateDBInstanceReadReplica info\n"
                 "[ 425.5] rebuild completed after 3 tries\n"
                 "[ 425.5] release in_progress\n"
                 "[ 425.5] LATCH app released\n"
                 "[ 425.5] LATCH orders released\n"
                 "[ 425.5]   > UpdateService app 10\n"
                 "[ 425.5]   > AuthorizeSecurityGroupIngress orders\n"
                 "[ 456.3] release completed\n"
                 "[ 456.3] stop in_progress\n"
                 "[ 456.3]   > RevokeSecurityGroupIngress orders-dr\n"
                 "[ 456.4] stop completed\n"
                 "[ 456.4] promote in_progress\n"
                 "[ 456.5]   > PromoteReadReplica orders\n");
}

static void test_swallowed_calls_of_a_rebuild_are_repeated_when_certain(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_DELETE_INSTANCE, .times = 1, .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_RDS_CREATE_READ_REPLICA, .times = 1, .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("estate.yaml", rules, 2);

    (void)state;
    story->world.back_at = BS_AT_SECONDS(200);
    fixture_world_order(&story->world, 300, "failback");
    story_run_until(story, 480);
    assert_int_equal(story->world.deletions, 1);
    assert_int_equal(story->world.creations, 1);
    story_finish(story, "rebuild in",
                 "[ 300.1] rebuild in_progress\n"
                 "[ 300.3]   > DeleteDBInstance orders\n"
                 "[ 305.3]   < DeleteDBInstance info\n"
                 "[ 316.5]   > DeleteDBInstance orders\n"
                 "[ 377.9]   < DescribeDBInstances error (DBInstanceNotFound)\n"
                 "[ 377.9]   > CreateDBInstanceReadReplica orders\n"
                 "[ 382.9]   < CreateDBInstanceReadReplica info\n"
                 "[ 384.9]   < DescribeDBInstances error (DBInstanceNotFound)\n"
                 "[ 390.0]   < DescribeDBInstances error (DBInstanceNotFound)\n"
                 "[ 395.1]   < DescribeDBInstances error (DBInstanceNotFound)\n"
                 "[ 395.1]   > CreateDBInstanceReadReplica orders\n"
                 "[ 456.5] rebuild completed after 3 tries\n"
                 "[ 456.5] release in_progress\n"
                 "[ 456.5] LATCH app released\n"
                 "[ 456.5] LATCH orders released\n"
                 "[ 456.5]   > UpdateService app 10\n"
                 "[ 456.5]   > AuthorizeSecurityGroupIngress orders\n");
}

/* An operator is quick; the call that was swallowed might not have been. */
static void test_a_failed_promotion_is_not_retried_on_an_early_look(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA, .times = 1, .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_RDS_DESCRIBE_INSTANCE,
         .from_s = 75,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("estate.yaml", rules, 2);

    (void)state;
    fixture_world_order(&story->world, 80, "retry");
    story_run_until(story, 200);
    story_finish(story, "promote in",
                 "[  70.3] promote in_progress\n"
                 "[  70.3]   > UpdateService app 0\n"
                 "[  70.3]   > RevokeSecurityGroupIngress orders\n"
                 "[  70.4]   > PromoteReadReplica orders-dr\n"
                 "[  70.4] LATCH orders enforced\n"
                 "[  70.5] LATCH app enforced\n"
                 "[  75.4]   < PromoteReadReplica info\n"
                 "[  75.5]   < DescribeDBInstances error (AccessDenied)\n"
                 "[  75.5] promote failed (rds:DescribeDBInstances: AccessDenied)\n"
                 "[  75.5] EXECUTION paused_by_failed_step (step promote failed: "
                 "rds:DescribeDBInstances: AccessDenied)\n"
                 "[  80.1] probe app: unhealthy\n"
                 "[  80.1] EXECUTION in_progress (an operator wants it tried again)\n"
                 "[  80.1] promote in_progress\n"
                 "[  95.5]   > PromoteReadReplica orders-dr\n"
                 "[ 156.9] promote completed\n"
                 "[ 156.9] cutover in_progress\n"
                 "[ 156.9]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 197.9] cutover completed\n"
                 "[ 197.9] EXECUTION completed\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_kind_of_failure_selects_the_workflow),
        cmocka_unit_test(test_a_veto_holds_back),
        cmocka_unit_test(test_a_latch_puts_the_fence_up_again),
        cmocka_unit_test(test_a_region_is_left_and_returned_to),
        cmocka_unit_test(test_a_fence_may_be_released_by_its_own_execution),
        cmocka_unit_test(test_a_release_that_is_undone_latches_again),
        cmocka_unit_test(test_failback_waits_for_failover),
        cmocka_unit_test(test_a_drill_gives_way_to_a_failure),
        cmocka_unit_test(test_lost_answers_of_a_rebuild_are_read_back),
        cmocka_unit_test(test_swallowed_calls_of_a_rebuild_are_repeated_when_certain),
        cmocka_unit_test(test_a_failed_promotion_is_not_retried_on_an_early_look),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
