/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Stories of one plan: a failover, and one of each kind of thing that can go wrong with it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/orchestrator/fixture_trace.h"

static void test_normal_failover(void **state)
{
    struct story *story = story_begin("story.yaml", NULL, 0);

    (void)state;
    story_run_until(story, 300);
    story_finish(story, "healthy",
                 "[   0.1] health_check app: healthy\n"
                 "[   0.1] alarm app-5xx: healthy\n"
                 "[   0.1] probe app: healthy\n"
                 "[  60.1] health_check app: unhealthy\n"
                 "[  60.1] detected (health_check app is unhealthy)\n"
                 "[  60.1] alarm app-5xx: unhealthy\n"
                 "[  80.1] confirmed (2 of 3 sources unhealthy, confirmed for 20 s)\n"
                 "[  80.1] decide activate: 2 of 3\n"
                 "[  80.1] EXECUTION in_progress (health_check app confirmed)\n"
                 "[  80.1] standby-healthy in_progress\n"
                 "[  80.1] lag-known in_progress\n"
                 "[  80.1] probe app: unhealthy\n"
                 "[  80.2] lag-known completed\n"
                 "[  80.3] standby-healthy completed\n"
                 "[  80.3] fence in_progress\n"
                 "[  80.3]   > UpdateService app 0\n"
                 "[  80.3]   > RevokeSecurityGroupIngress orders\n"
                 "[  80.5] fence completed\n"
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[ 111.3] scale completed\n"
                 "[ 142.0] promote completed\n"
                 "[ 142.0] cutover in_progress\n"
                 "[ 142.0]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 183.0] cutover completed\n"
                 "[ 183.0] prove in_progress\n"
                 "[ 183.4] prove completed\n"
                 "[ 183.4] tell in_progress\n"
                 "[ 183.4]   > Publish alerts\n"
                 "[ 183.5] tell completed\n"
                 "[ 183.5] EXECUTION completed\n"
                 "[ 190.1] health_check app: healthy\n"
                 "[ 190.1] alarm app-5xx: healthy\n"
                 "[ 190.1] probe app: healthy\n");
}

/* The health check is back before the grace period is over, twice. */
static void test_flapping_source_is_stood_down(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 80,
         .until_s = 100,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_HEALTHY},
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 110,
         .until_s = 1000,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_HEALTHY},
    };
    struct story *story = story_begin("story.yaml", rules, 2);

    (void)state;
    story_run_until(story, 150);
    story_finish(story, "healthy",
                 "[   0.1] health_check app: healthy\n"
                 "[   0.1] alarm app-5xx: healthy\n"
                 "[   0.1] probe app: healthy\n"
                 "[  60.1] health_check app: unhealthy\n"
                 "[  60.1] detected (health_check app is unhealthy)\n"
                 "[  60.1] alarm app-5xx: unhealthy\n"
                 "[  80.1] health_check app: healthy\n"
                 "[  80.1] stood_down (health_check app is healthy again)\n"
                 "[  80.1] probe app: unhealthy\n"
                 "[ 100.1] health_check app: unhealthy\n"
                 "[ 100.1] detected (health_check app is unhealthy)\n"
                 "[ 110.1] health_check app: healthy\n"
                 "[ 110.1] stood_down (health_check app is healthy again)\n");
}

/* Only Route 53 sees a failure: alarm and probe are fine. */
static void test_unconfirmed_source_decides_nothing(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 60,
         .until_s = 110,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_UNHEALTHY},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story->world.lost_at = BS_INSTANT_NEVER;
    story_run_until(story, 150);
    story_finish(story, "healthy",
                 "[   0.1] health_check app: healthy\n"
                 "[   0.1] alarm app-5xx: healthy\n"
                 "[   0.1] probe app: healthy\n"
                 "[  60.1] health_check app: unhealthy\n"
                 "[  60.1] detected (health_check app is unhealthy)\n"
                 "[ 110.1] health_check app: healthy\n"
                 "[ 110.1] stood_down (health_check app is healthy again)\n");
}

/* A source that does not answer confirms nothing; a probe that does not answer has failed. */
static void test_silent_sources_are_unknown(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
         .from_s = 30,
         .until_s = 1000,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_HTTP_REQUEST,
         .from_s = 60,
         .until_s = 1000,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH,
         .until_s = 1000,
         .manner = FIXTURE_STATE,
         .running = 0},
    };
    struct story *story = story_begin("story.yaml", rules, 3);

    (void)state;
    story_run_until(story, 160);
    story_finish(
        story, "healthy",
        "[   0.1] health_check app: healthy\n"
        "[   0.1] alarm app-5xx: healthy\n"
        "[   0.1] probe app: healthy\n"
        "[  35.0] alarm app-5xx: unknown\n"
        "[  60.1] health_check app: unhealthy\n"
        "[  60.1] detected (health_check app is unhealthy)\n"
        "[  85.0] probe app: unhealthy\n"
        "[ 105.0] confirmed (2 of 3 sources unhealthy, confirmed for 20 s)\n"
        "[ 105.0] decide activate: 2 of 3\n"
        "[ 105.0] EXECUTION in_progress (health_check app confirmed)\n"
        "[ 105.0] standby-healthy in_progress\n"
        "[ 105.0] lag-known in_progress\n"
        "[ 105.1] standby-healthy failed (lb-dr has no healthy target)\n"
        "[ 105.1] lag-known completed\n"
        "[ 105.1] EXECUTION failed (step standby-healthy failed: lb-dr has no healthy target)\n");
}

/* The old primary's control planes are gone with it. */
static void test_fence_unreachable_is_an_accepted_risk(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .resource = "app",
         .until_s = 1000,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_EC2_REVOKE_INGRESS,
         .until_s = 1000,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_REFUSED,
         .code = ""},
    };
    struct story *story = story_begin("story.yaml", rules, 2);

    (void)state;
    story_run_until(story, 320);
    story_finish(story, "fence in",
                 "[  80.3] fence in_progress\n"
                 "[  80.3]   > UpdateService app 0\n"
                 "[  80.3]   > RevokeSecurityGroupIngress orders\n"
                 "[  80.4]   < RevokeSecurityGroupIngress error\n"
                 "[  81.3]   > RevokeSecurityGroupIngress orders\n"
                 "[  81.4]   < RevokeSecurityGroupIngress error\n"
                 "[  83.3]   > RevokeSecurityGroupIngress orders\n"
                 "[  83.4]   < RevokeSecurityGroupIngress error\n"
                 "[  85.3]   < UpdateService info\n"
                 "[  86.2]   > UpdateService app 0\n"
                 "[  87.6]   > RevokeSecurityGroupIngress orders\n"
                 "[  87.7]   < RevokeSecurityGroupIngress error\n"
                 "[  91.2]   < UpdateService info\n"
                 "[  93.3]   > UpdateService app 0\n"
                 "[  95.1]   > RevokeSecurityGroupIngress orders\n"
                 "[  95.2]   < RevokeSecurityGroupIngress error\n"
                 "[  98.3]   < UpdateService info\n"
                 "[ 102.2]   > UpdateService app 0\n"
                 "[ 107.2]   < UpdateService info\n"
                 "[ 110.3] fence timed_out after 5 tries (not done within 30 s; "
                 "ec2:RevokeSecurityGroupIngress: refused (5 tries))\n"
                 "[ 110.3] RISK fence accepted by commander, 3 of 3 (not done within 30 s; "
                 "ec2:RevokeSecurityGroupIngress: refused (5 tries))\n"
                 "[ 110.3] fence completed_with_exceptions after 5 tries (passed over on the "
                 "authority of commander)\n"
                 "[ 110.3] promote in_progress\n"
                 "[ 110.3] scale in_progress\n"
                 "[ 110.3]   > UpdateService app-dr 10\n"
                 "[ 110.4]   > PromoteReadReplica orders-dr\n"
                 "[ 141.1] scale completed\n"
                 "[ 171.8] promote completed\n"
                 "[ 171.8] cutover in_progress\n"
                 "[ 171.8]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 212.8] cutover completed\n"
                 "[ 212.8] prove in_progress\n"
                 "[ 213.2] prove completed\n"
                 "[ 213.2] tell in_progress\n"
                 "[ 213.2]   > Publish alerts\n"
                 "[ 213.3] tell completed\n"
                 "[ 213.3] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n"
                 "[ 220.1] health_check app: healthy\n"
                 "[ 220.1] alarm app-5xx: healthy\n"
                 "[ 220.1] probe app: healthy\n");
}

static void test_lost_promotion_is_read_back_and_not_repeated(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
         .until_s = 1000,
         .times = 1,
         .manner = FIXTURE_LOST_ANSWER},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story_run_until(story, 200);
    assert_int_equal(story->world.promotions, 1);
    story_finish(story, "promote in",
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[  85.6]   < PromoteReadReplica info\n"
                 "[ 111.3] scale completed\n"
                 "[ 141.8] promote completed\n"
                 "[ 141.8] cutover in_progress\n"
                 "[ 141.8]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 182.8] cutover completed\n"
                 "[ 182.8] prove in_progress\n"
                 "[ 183.2] prove completed\n"
                 "[ 183.2] tell in_progress\n"
                 "[ 183.2]   > Publish alerts\n"
                 "[ 183.3] tell completed\n"
                 "[ 183.3] EXECUTION completed\n"
                 "[ 190.1] health_check app: healthy\n"
                 "[ 190.1] alarm app-5xx: healthy\n"
                 "[ 190.1] probe app: healthy\n");
}

/* The request got lost on its way. "Still a replica" is believed once nothing can be under way any more. */
static void test_swallowed_promotion_is_repeated_only_when_certain(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
         .until_s = 1000,
         .times = 1,
         .manner = FIXTURE_SILENT},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story_run_until(story, 200);
    assert_int_equal(story->world.promotions, 1);
    story_finish(story, "promote in",
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[  85.6]   < PromoteReadReplica info\n"
                 "[  96.8]   > PromoteReadReplica orders-dr\n"
                 "[ 111.3] scale completed\n"
                 "[ 158.2] promote completed after 2 tries\n"
                 "[ 158.2] cutover in_progress\n"
                 "[ 158.2]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 199.2] cutover completed\n"
                 "[ 199.2] prove in_progress\n"
                 "[ 199.6] prove completed\n"
                 "[ 199.6] tell in_progress\n"
                 "[ 199.6]   > Publish alerts\n"
                 "[ 199.7] tell completed\n"
                 "[ 199.7] EXECUTION completed\n");
}

/* The answer comes after its deadline, when the look has already told. */
static void test_late_promotion_answer_is_ignored(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
         .until_s = 1000,
         .times = 1,
         .manner = FIXTURE_LATE},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story_run_until(story, 200);
    assert_int_equal(story->world.promotions, 1);
    story_finish(story, "promote in",
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[  85.6]   < PromoteReadReplica info\n"
                 "[ 111.3] scale completed\n"
                 "[ 141.8] promote completed\n"
                 "[ 141.8] cutover in_progress\n"
                 "[ 141.8]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 182.8] cutover completed\n"
                 "[ 182.8] prove in_progress\n"
                 "[ 183.2] prove completed\n"
                 "[ 183.2] tell in_progress\n"
                 "[ 183.2]   > Publish alerts\n"
                 "[ 183.3] tell completed\n"
                 "[ 183.3] EXECUTION completed\n"
                 "[ 190.1] health_check app: healthy\n"
                 "[ 190.1] alarm app-5xx: healthy\n"
                 "[ 190.1] probe app: healthy\n");
}

static void test_promotion_waits_for_the_backup(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
         .until_s = 1000,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_INVALID_STATE,
         .code = "InvalidDBInstanceState"},
        {.operation = BS_OPERATION_RDS_DESCRIBE_INSTANCE, .times = 1},
        {.operation = BS_OPERATION_RDS_DESCRIBE_INSTANCE,
         .until_s = 120,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_BACKING_UP},
    };
    struct story *story = story_begin("story.yaml", rules, 3);

    (void)state;
    story_run_until(story, 220);
    story_finish(story, "promote in",
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[  80.7]   < PromoteReadReplica error (InvalidDBInstanceState)\n"
                 "[ 111.3] scale completed\n"
                 "[ 122.5]   > PromoteReadReplica orders-dr\n"
                 "[ 183.9] promote completed after 2 tries\n"
                 "[ 183.9] cutover in_progress\n"
                 "[ 183.9]   > ChangeResourceRecordSets app.example.com\n");
}

/* While its sibling ends in peace. */
static void test_denied_promotion_pauses(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
         .until_s = 1000,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story_run_until(story, 220);
    story_finish(story, "promote in",
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[  80.7]   < PromoteReadReplica error (AccessDenied)\n"
                 "[  80.7] promote failed (rds:PromoteReadReplica: AccessDenied)\n"
                 "[ 111.3] scale completed\n"
                 "[ 111.3] EXECUTION paused_by_failed_step (step promote failed: "
                 "rds:PromoteReadReplica: AccessDenied)\n");
}

static void test_throttled_scaling_backs_off(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .resource = "app-dr",
         .until_s = 1000,
         .times = 3,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_THROTTLED,
         .code = "ThrottlingException"},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story_run_until(story, 200);
    story_finish(story, "promote in",
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[  80.6]   < UpdateService error (ThrottlingException)\n"
                 "[  82.6]   > UpdateService app-dr 10\n"
                 "[  82.7]   < UpdateService error (ThrottlingException)\n"
                 "[  86.7]   > UpdateService app-dr 10\n"
                 "[  86.8]   < UpdateService error (ThrottlingException)\n"
                 "[  94.8]   > UpdateService app-dr 10\n"
                 "[ 125.6] scale completed after 4 tries\n"
                 "[ 142.0] promote completed\n"
                 "[ 142.0] cutover in_progress\n"
                 "[ 142.0]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 183.0] cutover completed\n"
                 "[ 183.0] prove in_progress\n"
                 "[ 183.4] prove completed\n"
                 "[ 183.4] tell in_progress\n"
                 "[ 183.4]   > Publish alerts\n"
                 "[ 183.5] tell completed\n"
                 "[ 183.5] EXECUTION completed\n"
                 "[ 190.1] health_check app: healthy\n"
                 "[ 190.1] alarm app-5xx: healthy\n"
                 "[ 190.1] probe app: healthy\n");
}

static void test_scarce_capacity_aborts_after_five_tries(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .resource = "app-dr",
         .until_s = 1000,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_CAPACITY,
         .code = "RESOURCE:CPU"},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story_run_until(story, 200);
    story_finish(story, "EXECUTION in",
                 "[  80.1] EXECUTION in_progress (health_check app confirmed)\n"
                 "[  80.1] standby-healthy in_progress\n"
                 "[  80.1] lag-known in_progress\n"
                 "[  80.1] probe app: unhealthy\n"
                 "[  80.2] lag-known completed\n"
                 "[  80.3] standby-healthy completed\n"
                 "[  80.3] fence in_progress\n"
                 "[  80.3]   > UpdateService app 0\n"
                 "[  80.3]   > RevokeSecurityGroupIngress orders\n"
                 "[  80.5] fence completed\n"
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[  80.6]   < UpdateService error (RESOURCE:CPU)\n"
                 "[  82.6]   > UpdateService app-dr 10\n"
                 "[  82.7]   < UpdateService error (RESOURCE:CPU)\n"
                 "[  86.7]   > UpdateService app-dr 10\n"
                 "[  86.8]   < UpdateService error (RESOURCE:CPU)\n"
                 "[  94.8]   > UpdateService app-dr 10\n"
                 "[  94.9]   < UpdateService error (RESOURCE:CPU)\n"
                 "[ 110.9]   > UpdateService app-dr 10\n"
                 "[ 111.0]   < UpdateService error (RESOURCE:CPU)\n"
                 "[ 111.0] scale failed after 5 tries (ecs:UpdateService: RESOURCE:CPU (5 tries))\n"
                 "[ 142.0] promote completed\n"
                 "[ 142.0] EXECUTION failed (step scale failed: ecs:UpdateService: RESOURCE:CPU (5 "
                 "tries))\n");
}

/* The promotion would pause, the scaling aborts, and the group waits for both. */
static void test_severest_policy_decides_for_a_group(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
         .until_s = 1000,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
        {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
         .resource = "app-dr",
         .until_s = 1000,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_DENIED,
         .code = "AccessDenied"},
    };
    struct story *story = story_begin("story.yaml", rules, 2);

    (void)state;
    story_run_until(story, 150);
    story_finish(
        story, "promote in",
        "[  80.5] promote in_progress\n"
        "[  80.5] scale in_progress\n"
        "[  80.5]   > UpdateService app-dr 10\n"
        "[  80.6]   > PromoteReadReplica orders-dr\n"
        "[  80.6]   < UpdateService error (AccessDenied)\n"
        "[  80.6] scale failed (ecs:UpdateService: AccessDenied)\n"
        "[  80.7]   < PromoteReadReplica error (AccessDenied)\n"
        "[  80.7] promote failed (rds:PromoteReadReplica: AccessDenied)\n"
        "[  80.7] EXECUTION failed (step scale failed: ecs:UpdateService: AccessDenied)\n");
}

static void test_most_tasks_are_accepted_after_a_while(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ECS_DESCRIBE_SERVICE,
         .resource = "app-dr",
         .until_s = 1000,
         .manner = FIXTURE_STATE,
         .running = 8},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story_run_until(story, 200);
    story_finish(story, "promote in",
                 "[  80.5] promote in_progress\n"
                 "[  80.5] scale in_progress\n"
                 "[  80.5]   > UpdateService app-dr 10\n"
                 "[  80.6]   > PromoteReadReplica orders-dr\n"
                 "[ 141.9] scale completed_with_exceptions (app-dr runs 8 of 10 tasks)\n"
                 "[ 142.0] promote completed\n"
                 "[ 142.0] cutover in_progress\n"
                 "[ 142.0]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 183.0] cutover completed\n"
                 "[ 183.0] prove in_progress\n"
                 "[ 183.4] prove completed\n"
                 "[ 183.4] tell in_progress\n"
                 "[ 183.4]   > Publish alerts\n"
                 "[ 183.5] tell completed\n"
                 "[ 183.5] EXECUTION completed_with_exceptions (at least one step was passed over "
                 "or accepted)\n"
                 "[ 190.1] health_check app: healthy\n"
                 "[ 190.1] alarm app-5xx: healthy\n"
                 "[ 190.1] probe app: healthy\n");
}

static void test_dns_never_in_sync_pauses(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ROUTE53_GET_CHANGE,
         .until_s = 1000,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_PENDING},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story_run_until(story, 400);
    story_finish(story, "cutover in",
                 "[ 142.0] cutover in_progress\n"
                 "[ 142.0]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 190.1] health_check app: healthy\n"
                 "[ 190.1] alarm app-5xx: healthy\n"
                 "[ 190.1] probe app: healthy\n"
                 "[ 262.0] cutover timed_out (not done within 120 s; the change is not at all name "
                 "servers yet)\n"
                 "[ 262.0] EXECUTION paused_by_failed_step (step cutover timed_out: not done "
                 "within 120 s; the change is not at all name servers yet)\n");
}

/* The abort outweighs the sibling that may continue. */
static void test_unhealthy_standby_aborts(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH,
         .until_s = 1000,
         .manner = FIXTURE_STATE,
         .running = 0},
        {.operation = BS_OPERATION_CLOUDWATCH_GET_METRIC, .until_s = 1000, .manner = FIXTURE_STATE},
    };
    struct story *story = story_begin("story.yaml", rules, 2);

    (void)state;
    story_run_until(story, 150);
    story_finish(
        story, "EXECUTION in",
        "[  80.1] EXECUTION in_progress (health_check app confirmed)\n"
        "[  80.1] standby-healthy in_progress\n"
        "[  80.1] lag-known in_progress\n"
        "[  80.1] probe app: unhealthy\n"
        "[  80.2] standby-healthy failed (lb-dr has no healthy target)\n"
        "[  80.2] lag-known failed (lag is unknown: no data point in the last five minutes)\n"
        "[  80.2] lag-known completed_with_exceptions (passed over)\n"
        "[  80.2] EXECUTION failed (step standby-healthy failed: lb-dr has no healthy target)\n");
}

static void test_smoke_test_starts_over_after_a_failure(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_HTTP_REQUEST,
         .from_s = 200,
         .until_s = 220,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_UNAVAILABLE,
         .code = "503"},
    };
    struct story *story = story_begin("story.yaml", rules, 1);

    (void)state;
    story->world.propagation = BS_SECONDS(60);
    story_run_until(story, 300);
    story_finish(story, "cutover in",
                 "[ 142.0] cutover in_progress\n"
                 "[ 142.0]   > ChangeResourceRecordSets app.example.com\n"
                 "[ 203.4] cutover completed\n"
                 "[ 203.4] prove in_progress\n"
                 "[ 203.5]   < Request error (503)\n"
                 "[ 208.6]   < Request error (503)\n"
                 "[ 210.1] health_check app: healthy\n"
                 "[ 210.1] alarm app-5xx: healthy\n"
                 "[ 213.7]   < Request error (503)\n"
                 "[ 218.8]   < Request error (503)\n"
                 "[ 220.1] probe app: healthy\n"
                 "[ 224.2] prove completed\n"
                 "[ 224.2] tell in_progress\n"
                 "[ 224.2]   > Publish alerts\n"
                 "[ 224.3] tell completed\n"
                 "[ 224.3] EXECUTION completed\n");
}

/* The new Region fails as well; there is no other to go to. */
static void test_second_failover_is_not_taken(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .from_s = 300,
         .until_s = 1000,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_UNHEALTHY},
        {.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
         .from_s = 300,
         .until_s = 1000,
         .manner = FIXTURE_STATE,
         .state = BS_STATE_ALARM},
    };
    struct story *story = story_begin("story.yaml", rules, 2);

    (void)state;
    story_run_until(story, 400);
    story_finish(story, "EXECUTION completed",
                 "[ 183.5] EXECUTION completed\n"
                 "[ 190.1] health_check app: healthy\n"
                 "[ 190.1] alarm app-5xx: healthy\n"
                 "[ 190.1] probe app: healthy\n"
                 "[ 300.1] health_check app: unhealthy\n"
                 "[ 300.1] detected (health_check app is unhealthy)\n"
                 "[ 300.1] alarm app-5xx: unhealthy\n"
                 "[ 320.1] confirmed (2 of 3 sources unhealthy, confirmed for 20 s)\n"
                 "[ 320.1] stood_down (the Region that the workflow leaves does not serve)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_normal_failover),
        cmocka_unit_test(test_flapping_source_is_stood_down),
        cmocka_unit_test(test_unconfirmed_source_decides_nothing),
        cmocka_unit_test(test_silent_sources_are_unknown),
        cmocka_unit_test(test_fence_unreachable_is_an_accepted_risk),
        cmocka_unit_test(test_lost_promotion_is_read_back_and_not_repeated),
        cmocka_unit_test(test_swallowed_promotion_is_repeated_only_when_certain),
        cmocka_unit_test(test_late_promotion_answer_is_ignored),
        cmocka_unit_test(test_promotion_waits_for_the_backup),
        cmocka_unit_test(test_denied_promotion_pauses),
        cmocka_unit_test(test_throttled_scaling_backs_off),
        cmocka_unit_test(test_scarce_capacity_aborts_after_five_tries),
        cmocka_unit_test(test_severest_policy_decides_for_a_group),
        cmocka_unit_test(test_most_tasks_are_accepted_after_a_while),
        cmocka_unit_test(test_dns_never_in_sync_pauses),
        cmocka_unit_test(test_unhealthy_standby_aborts),
        cmocka_unit_test(test_smoke_test_starts_over_after_a_failure),
        cmocka_unit_test(test_second_failover_is_not_taken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
