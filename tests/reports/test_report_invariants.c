/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "reports/report.h"
#include "tests/reports/tale.h"

/* Each invariant: histories that violate it, and near misses that do not. */

#define PROMOTE  "rds:PromoteReadReplica"
#define CREATE   "rds:CreateDBInstanceReadReplica"
#define DESCRIBE "rds:DescribeDBInstances"

/** `count` calls of one service like `first`, `gap_s` apart. */
static void troubles(struct story_events *t, struct tale_call first, int64_t count, int64_t gap_s)
{
    first.step = "scale";
    first.operation = "ecs:UpdateService";
    for (int64_t i = 0; i < count; i++) {
        tale_call(t, first);
        first.at_s += gap_s;
        first.call++;
    }
}

static void first_promotion_fenced(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
}

static void first_promotion_unfenced(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
}

static void fence_released_before_promotion(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_fence(t, 140, "orders", "released");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
}

static void promotion_by_authority(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_risk(t, 110, 1, 3);
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
}

static void authority_of_half_the_sources(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_risk(t, 110, 1, 2);
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
}

static void authority_after_the_call(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
    tale_risk(t, 130, 1, 3);
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
}

static void authority_of_another_execution(struct story_events *t)
{
    tale_start(t, 50, 1, "activate");
    tale_risk(t, 60, 1, 3);
    tale_execution(t, 70, 1, "failed");
    tale_start(t, 100, 2, "activate");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
}

static void second_generation_fenced(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_order(t, 1000, 2, "return");
    tale_state(t, 1010, "orders", "deleting");
    tale_fence(t, 1100, "orders-dr", "effective");
    tale_lineage(t, 1150, "orders#2", "us-east-1", "writable");
}

static void second_generation_unfenced(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_order(t, 1000, 2, "return");
    tale_state(t, 1010, "orders", "deleting");
    tale_lineage(t, 1150, "orders#2", "us-east-1", "writable");
}

static void old_primary_back_beside_the_second_generation(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_lineage(t, 101, "orders", "us-east-1", "stopped");
    tale_risk(t, 110, 1, 3);
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_lineage(t, 300, "orders", "us-east-1", "writable");
    tale_order(t, 1000, 2, "return");
    tale_fence(t, 1100, "orders-dr", "effective");
    tale_lineage(t, 1150, "orders#2", "us-east-1", "writable");
}

static void lineage_before_is_gone(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_order(t, 1000, 2, "return");
    tale_state(t, 1100, "orders-dr", "deleting");
    tale_lineage(t, 1150, "orders#2", "us-east-1", "writable");
}

static void another_resource_is_gone(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_order(t, 1000, 2, "return");
    tale_state(t, 1100, "orders", "deleting");
    tale_lineage(t, 1150, "orders#2", "us-east-1", "writable");
}

static void dns_stays_at_the_fenced_region(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 110, 1, "fence", "completed");
}

static void dns_stays_while_paused(struct story_events *t)
{
    dns_stays_at_the_fenced_region(t);
    tale_execution(t, 250, 1, "paused_by_failed_step");
}

/** Of each second's 100 writes so many succeed. */
static void writers(struct story_events *t, int64_t from_s, int64_t to_s, int64_t good)
{
    STORY_PUT(t, 3600000, BS_RECORD_OBSERVED, bs_text("writers"), bs_at(BS_AT_SECONDS(from_s)),
              bs_count(to_s - from_s), bs_count(0), bs_count(0), bs_count(100), bs_count(good),
              bs_count(0), bs_count(100));
}

static void dns_stays_in_an_outage_without_end(struct story_events *t)
{
    tale_fault(t, 3000, "onset");
    dns_stays_at_the_fenced_region(t);
    writers(t, 0, 3000, 100);
    writers(t, 3000, 3600, 0);
}

static void dns_stays_after_an_outage(struct story_events *t)
{
    tale_fault(t, 3000, "onset");
    dns_stays_at_the_fenced_region(t);
    writers(t, 0, 3000, 100);
    writers(t, 3000, 3100, 0);
    writers(t, 3100, 3600, 100);
}

static void dns_leaves_the_fenced_region(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 110, 1, "fence", "completed");
    tale_dns(t, 200, "lb-dr", "us-west-2");
}

static void dns_comes_back_after_the_release(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 110, 1, "fence", "completed");
    tale_dns(t, 200, "lb-dr", "us-west-2");
    tale_execution(t, 250, 1, "completed");
    tale_order(t, 1000, 2, "return");
    tale_steps(t, 1001, 1010, 2, "release", "completed");
    tale_dns(t, 1100, "lb", "us-east-1");
}

static void dns_comes_back_without_release(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 110, 1, "fence", "completed");
    tale_dns(t, 200, "lb-dr", "us-west-2");
    tale_execution(t, 250, 1, "completed");
    tale_order(t, 1000, 2, "return");
    tale_steps(t, 1001, 1010, 2, "release", "failed");
    tale_dns(t, 1100, "lb", "us-east-1");
}

/** Clients were led to us-west-2 at 200 s, by a step that came to stand in `state` at 210 s. */
static void led_away(struct story_events *t, const char *state)
{
    tale_start(t, 100, 1, "activate");
    tale_dns(t, 200, "lb-dr", "us-west-2");
    tale_steps(t, 195, 210, 1, "cutover", state);
    tale_execution(t, 220, 1, "completed");
}

static void another_name(struct story_events *t, int64_t at_s, const char *region,
                         const char *state, int64_t percent)
{
    STORY_PUT(t, at_s * 1000, BS_RECORD_DNS, bs_text("admin.example.com"), bs_text("lb-admin"),
              bs_text(region), bs_text(state), bs_count(at_s), bs_count(percent));
}

static void left_again(struct story_events *t)
{
    led_away(t, "completed");
    tale_start(t, 500, 2, "activate");
}

static void left_again_by_order(struct story_events *t)
{
    led_away(t, "completed");
    tale_order(t, 500, 2, "activate");
}

static void left_again_at_once(struct story_events *t)
{
    led_away(t, "completed");
    tale_start(t, 499, 2, "activate");
}

static void left_for_the_way_back(struct story_events *t)
{
    led_away(t, "completed");
    tale_order(t, 500, 2, "return");
}

static void left_while_names_lead_there(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 195, 210, 1, "cutover", "completed");
    tale_execution(t, 220, 1, "completed");
    tale_start(t, 500, 2, "activate");
}

static void left_after_names_came_back(struct story_events *t)
{
    led_away(t, "completed");
    tale_dns(t, 230, "lb", "us-east-1");
    tale_start(t, 1000, 2, "activate");
}

static void left_while_another_name_leads_there(struct story_events *t)
{
    another_name(t, 0, "us-east-1", "insync", 100);
    left_again(t);
}

static void left_while_another_name_is_changed(struct story_events *t)
{
    another_name(t, 0, "us-east-1", "insync", 100);
    another_name(t, 190, "us-west-2", "pending", 100);
    left_again(t);
}

static void left_soon_after_another_name_was_changed(struct story_events *t)
{
    another_name(t, 0, "us-east-1", "insync", 100);
    another_name(t, 201, "us-west-2", "insync", 100);
    left_again(t);
}

static void left_while_another_name_is_shared(struct story_events *t)
{
    another_name(t, 0, "us-east-1", "insync", 100);
    another_name(t, 190, "us-west-2", "insync", 99);
    left_again(t);
}

static void left_long_after_another_name_was_changed(struct story_events *t)
{
    another_name(t, 0, "us-east-1", "insync", 100);
    another_name(t, 190, "us-west-2", "insync", 100);
    left_again(t);
}

static void left_after_a_timeout_of_the_move(struct story_events *t)
{
    led_away(t, "timed_out");
    tale_start(t, 500, 2, "activate");
}

static void left_after_a_failure_of_the_move(struct story_events *t)
{
    led_away(t, "failed");
    tale_start(t, 500, 2, "activate");
}

static void left_after_passing_over_the_move(struct story_events *t)
{
    led_away(t, "completed_with_exceptions");
    tale_start(t, 500, 2, "activate");
}

static void left_after_a_second_move_that_failed(struct story_events *t)
{
    led_away(t, "completed");
    tale_order(t, 230, 2, "activate");
    tale_steps(t, 231, 240, 2, "cutover", "failed");
    tale_execution(t, 241, 2, "failed");
    tale_start(t, 500, 3, "activate");
}

static void left_after_a_second_move_that_completed(struct story_events *t)
{
    led_away(t, "timed_out");
    tale_order(t, 230, 2, "activate");
    tale_steps(t, 231, 240, 2, "cutover", "completed");
    tale_execution(t, 241, 2, "completed");
    tale_start(t, 500, 3, "activate");
}

static void left_by_who_was_not_told(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 230);
    led_away(t, "completed");
    tale_lease(t, 231, 2, 2, 3700);
    tale_start(t, 500, 65537, "activate");
}

static void left_by_who_was_told(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 230);
    led_away(t, "completed");
    tale_lease(t, 215, 1, 1, 240);
    tale_lease(t, 241, 2, 2, 3700);
    tale_start(t, 500, 65537, "activate");
}

/** Another orchestrator's decision, which only its resumption at 600 s tells of. */
static void left_before_a_crash(struct story_events *t, int64_t crashed_s)
{
    led_away(t, "completed");
    tale_life(t, crashed_s, 2, "crashed");
    tale_life(t, 600, 2, "resumed");
    tale_start(t, 600, 65537, "activate");
    tale_call(t, (struct tale_call){.at_s = 601,
                                    .call = 1,
                                    .orchestrator = 2,
                                    .execution = 65537,
                                    .step = "check",
                                    .operation = "ecs:UpdateService"});
}

static void left_before_the_move(struct story_events *t)
{
    left_before_a_crash(t, 190);
}

static void left_before_a_crash_long_after_the_move(struct story_events *t)
{
    left_before_a_crash(t, 550);
}

static void traffic_after_promotion(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_call(t, (struct tale_call){.at_s = 151,
                                    .call = 9,
                                    .step = "cutover",
                                    .operation = "route53:ChangeResourceRecordSets",
                                    .region = "global",
                                    .resource = "app.example.com",
                                    .target = "lb-dr",
                                    .outcome = "ok"});
    tale_dns(t, 160, "lb-dr", "us-west-2");
}

static void traffic_before_promotion(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_call(t, (struct tale_call){.at_s = 149,
                                    .call = 9,
                                    .step = "cutover",
                                    .operation = "route53:ChangeResourceRecordSets",
                                    .region = "global",
                                    .resource = "app.example.com",
                                    .target = "lb-dr",
                                    .outcome = "ok"});
    tale_dns(t, 149, "lb-dr", "us-west-2");
}

static void traffic_without_promotion(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_call(t, (struct tale_call){.at_s = 149,
                                    .call = 9,
                                    .step = "cutover",
                                    .operation = "route53:ChangeResourceRecordSets",
                                    .region = "global",
                                    .resource = "app.example.com",
                                    .target = "lb-dr",
                                    .outcome = "ok"});
    tale_dns(t, 149, "lb-dr", "us-west-2");
}

static void traffic_that_never_moved(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_call(t, (struct tale_call){.at_s = 149,
                                    .call = 9,
                                    .step = "cutover",
                                    .operation = "route53:ChangeResourceRecordSets",
                                    .region = "global",
                                    .resource = "app.example.com",
                                    .target = "lb-dr",
                                    .outcome = "info"});
}

static void traffic_to_what_was_fenced_again(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_fence(t, 110, "orders", "effective");
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_lineage(t, 160, "orders-dr", "us-west-2", "stopped");
    tale_call(t, (struct tale_call){.at_s = 170,
                                    .call = 9,
                                    .step = "cutover",
                                    .operation = "route53:ChangeResourceRecordSets",
                                    .region = "global",
                                    .resource = "app.example.com",
                                    .target = "lb-dr",
                                    .outcome = "ok"});
    tale_dns(t, 175, "lb-dr", "us-west-2");
}

/** Clients are led to what is not writable yet, after a step was passed over. */
static void traffic_after_passing_over(struct story_events *t, int64_t execution, const char *step,
                                       const char *reason)
{
    STORY_PUT(t, 0, BS_RECORD_PLANNED, bs_text("activate"), bs_text("prove"), bs_text("block"),
              bs_text("us-west-2"), bs_span(BS_DURATION_UNKNOWN), bs_span(BS_SECONDS(60)),
              bs_text("proves"), bs_text(NULL));
    tale_start(t, 50, 1, "activate");
    tale_execution(t, 99, 1, "failed");
    tale_start(t, 100, 2, "activate");
    STORY_PUT(t, (execution == 1 ? 60 : 120) * 1000, BS_RECORD_STEP, bs_count(execution),
              bs_text("activate"), bs_text(step), bs_text("completed_with_exceptions"), bs_count(1),
              bs_text(reason));
    tale_call(t, (struct tale_call){.at_s = 149,
                                    .call = 9,
                                    .execution = 2,
                                    .step = "cutover",
                                    .operation = "route53:ChangeResourceRecordSets",
                                    .region = "global",
                                    .resource = "app.example.com",
                                    .target = "lb-dr",
                                    .outcome = "ok"});
    tale_lineage(t, 150, "orders-dr", "us-west-2", "writable");
    tale_dns(t, 160, "lb-dr", "us-west-2");
}

static void traffic_by_authority(struct story_events *t)
{
    traffic_after_passing_over(t, 2, "promote",
                               "passed over on the authority of incident-commander");
}

static void traffic_without_proof_by_authority(struct story_events *t)
{
    traffic_after_passing_over(t, 2, "prove", "passed over on the authority of incident-commander");
}

static void traffic_by_the_plan(struct story_events *t)
{
    traffic_after_passing_over(t, 2, "promote", "passed over");
}

static void traffic_without_proof_by_the_plan(struct story_events *t)
{
    traffic_after_passing_over(t, 2, "prove", "passed over");
}

static void traffic_by_authority_over_something_else(struct story_events *t)
{
    traffic_after_passing_over(t, 2, "scale", "passed over on the authority of incident-commander");
}

static void traffic_by_authority_in_another_execution(struct story_events *t)
{
    traffic_after_passing_over(t, 1, "promote",
                               "passed over on the authority of incident-commander");
}

static void latch_enforced_in_time(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_fault(t, 1000, "end");
    tale_lineage(t, 1000, "orders", "us-east-1", "writable");
    tale_fence(t, 1030, "orders", "effective");
    tale_latch(t, 1031, "orders", "enforced");
}

static void latch_enforced_too_late(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_lineage(t, 1000, "orders", "us-east-1", "writable");
    tale_fence(t, 1061, "orders", "effective");
}

static void latch_of_a_service_never_enforced(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "app", "set");
    tale_fault(t, 1000, "end");
}

static void latch_released_in_time(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_fault(t, 1000, "end");
    tale_latch(t, 1010, "orders", "released");
}

static void latch_without_an_orchestrator(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_life(t, 900, 1, "crashed");
    tale_fault(t, 1000, "end");
    tale_lineage(t, 1000, "orders", "us-east-1", "writable");
}

static void latch_without_a_lease(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_lease(t, 90, 1, 1, 500);
    tale_fault(t, 1000, "end");
    tale_lineage(t, 1000, "orders", "us-east-1", "writable");
}

static void latch_near_the_end(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_lineage(t, 3550, "orders", "us-east-1", "writable");
}

/** Latched, and back at 1000 s without being fenced. */
static void latch_unenforced(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_lineage(t, 1000, "orders", "us-east-1", "writable");
}

/** Told of a lease until 1020 s; what asked for its renewal was answered with `outcome`. */
static void latch_under_a_renewed_lease(struct story_events *t, const char *outcome)
{
    latch_unenforced(t);
    tale_call(t, (struct tale_call){.at_s = 960,
                                    .call = 1,
                                    .operation = "dynamodb:UpdateItem",
                                    .resource = "leases",
                                    .outcome = "ok"});
    tale_lease(t, 960, 1, 1, 1020);
    tale_call(t, (struct tale_call){.at_s = 990,
                                    .call = 2,
                                    .operation = "dynamodb:UpdateItem",
                                    .resource = "leases",
                                    .outcome = outcome});
    tale_lease(t, 990, 1, 1, 1080);
}

static void latch_under_a_lease_renewed_in_silence(struct story_events *t)
{
    latch_under_a_renewed_lease(t, NULL);
}

static void latch_under_a_lease_renewed_too_slowly(struct story_events *t)
{
    latch_under_a_renewed_lease(t, "info");
}

static void latch_under_a_lease_told_of_too_late(struct story_events *t)
{
    latch_under_a_renewed_lease(t, NULL);
    tale_call(t, (struct tale_call){.at_s = 1070,
                                    .call = 3,
                                    .operation = "dynamodb:UpdateItem",
                                    .resource = "leases",
                                    .outcome = "ok"});
    tale_lease(t, 1070, 1, 1, 1130);
}

static void latch_under_a_lease_renewed(struct story_events *t)
{
    latch_under_a_renewed_lease(t, "ok");
}

/** Two calls for the latch's fence while it should go up; the first meets trouble. */
static void latch_calls(struct story_events *t, const char *operation, const char *second,
                        const char *error)
{
    latch_unenforced(t);
    tale_call(t, (struct tale_call){.at_s = 1010,
                                    .call = 1,
                                    .step = "fence",
                                    .operation = operation,
                                    .region = "us-east-1",
                                    .resource = "orders",
                                    .outcome = "error",
                                    .error = "unavailable"});
    tale_call(t, (struct tale_call){.at_s = 1040,
                                    .call = 2,
                                    .step = "fence",
                                    .operation = operation,
                                    .region = "us-east-1",
                                    .resource = "orders",
                                    .outcome = second,
                                    .error = error});
}

static void latch_never_seen(struct story_events *t)
{
    latch_calls(t, DESCRIBE, "error", "refused");
}

static void latch_never_seen_in_silence(struct story_events *t)
{
    latch_calls(t, DESCRIBE, NULL, NULL);
}

static void latch_seen_at_last(struct story_events *t)
{
    latch_calls(t, DESCRIBE, "ok", NULL);
}

/** The look that would tell is answered when the time is over. */
static void latch_seen_too_late(struct story_events *t)
{
    latch_unenforced(t);
    tale_call(t, (struct tale_call){.at_s = 1058,
                                    .call = 1,
                                    .step = "fence",
                                    .operation = DESCRIBE,
                                    .region = "us-east-1",
                                    .resource = "orders",
                                    .outcome = "ok",
                                    .late_s = 2});
}

static void latch_never_let_in(struct story_events *t)
{
    latch_calls(t, "rds:StopDBInstance", NULL, NULL);
}

static void latch_let_in_at_last(struct story_events *t)
{
    latch_calls(t, "rds:StopDBInstance", "ok", NULL);
}

static void latch_let_in_but_never_seen(struct story_events *t)
{
    latch_never_seen(t);
    tale_call(t, (struct tale_call){.at_s = 1030,
                                    .call = 3,
                                    .step = "fence",
                                    .operation = "rds:StopDBInstance",
                                    .region = "us-east-1",
                                    .resource = "orders",
                                    .outcome = "ok"});
}

static void latch_seen_but_never_let_in(struct story_events *t)
{
    latch_never_let_in(t);
    tale_call(t, (struct tale_call){.at_s = 1030,
                                    .call = 3,
                                    .step = "fence",
                                    .operation = DESCRIBE,
                                    .region = "us-east-1",
                                    .resource = "orders",
                                    .outcome = "ok"});
}

static void latched_fence_comes_down(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_fence(t, 131, "orders", "effective");
    tale_fence(t, 500, "orders", "released");
}

/** Autoscaling undoes at 500 s what an orchestrator had begun that died at 490 s and is back at 510 s. */
static void latched_fence_comes_down_with_nobody_there(struct story_events *t)
{
    tale_life(t, 0, 1, "started");
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_fence(t, 131, "orders", "effective");
    tale_life(t, 490, 1, "crashed");
    tale_fence(t, 500, "orders", "released");
    tale_life(t, 510, 1, "resumed");
}

static void latched_fence_is_put_up_again(struct story_events *t)
{
    latched_fence_comes_down_with_nobody_there(t);
    tale_fence(t, 560, "orders", "effective");
}

static void latched_fence_comes_down_again(struct story_events *t)
{
    latched_fence_is_put_up_again(t);
    tale_fence(t, 600, "orders", "released");
}

static void latched_fence_by_tasks_alone(struct story_events *t, const char *outcome)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_fence(t, 131, "orders", "effective");
    tale_call(t, (struct tale_call){.at_s = 490,
                                    .call = 1,
                                    .step = "fence",
                                    .operation = "ec2:RevokeSecurityGroupIngress",
                                    .region = "us-east-1",
                                    .resource = "orders",
                                    .outcome = outcome,
                                    .error = strcmp(outcome, "error") == 0 ? "unavailable" : NULL});
    tale_fence(t, 500, "orders", "released");
}

/** No task was left, but the security group could not be closed; autoscaling starts tasks again. */
static void latched_fence_half_up(struct story_events *t)
{
    latched_fence_by_tasks_alone(t, "error");
    tale_call(t, (struct tale_call){.at_s = 505,
                                    .call = 2,
                                    .step = "fence",
                                    .operation = "ec2:RevokeSecurityGroupIngress",
                                    .region = "us-east-1",
                                    .resource = "orders",
                                    .outcome = "error",
                                    .error = "unavailable"});
}

/** As above, but nobody tries to close it any more. */
static void latched_fence_half_up_and_forgotten(struct story_events *t)
{
    latched_fence_by_tasks_alone(t, "error");
}

static void latched_fence_up_and_down(struct story_events *t)
{
    latched_fence_by_tasks_alone(t, "ok");
}

static void latched_fence_is_taken_down(struct story_events *t)
{
    tale_fault(t, 50, "onset");
    tale_lineage(t, 50, "orders", "us-east-1", "stopped");
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 101, 130, 1, "fence", "completed_with_exceptions");
    tale_latch(t, 130, "orders", "set");
    tale_fence(t, 131, "orders", "effective");
    tale_order(t, 490, 2, "return");
    tale_step(t, 495, 2, "release", "in_progress");
    tale_fence(t, 500, "orders", "released");
    tale_latch(t, 505, "orders", "released");
    tale_step(t, 506, 2, "release", "completed");
}

static void promoted_once_after_info(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "info"});
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 2, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void promoted_twice(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 2, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void promoted_twice_by_two(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
    tale_call(t, (struct tale_call){.at_s = 120,
                                    .call = 2,
                                    .step = "promote",
                                    .operation = PROMOTE,
                                    .outcome = "ok",
                                    .orchestrator = 2,
                                    .execution = 65537});
}

static void promoted_in_two_generations(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
    tale_state(t, 110, "orders-dr", "deleting");
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 2, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void created_twice(struct story_events *t)
{
    tale_call(t,
              (struct tale_call){
                  .at_s = 100, .call = 1, .step = "promote", .operation = CREATE, .outcome = "ok"});
    tale_state(t, 110, "orders-dr", "creating");
    tale_call(t,
              (struct tale_call){
                  .at_s = 120, .call = 2, .step = "promote", .operation = CREATE, .outcome = "ok"});
}

static void created_after_deletion(struct story_events *t)
{
    tale_call(t,
              (struct tale_call){
                  .at_s = 100, .call = 1, .step = "promote", .operation = CREATE, .outcome = "ok"});
    tale_state(t, 110, "orders-dr", "deleting");
    tale_call(t,
              (struct tale_call){
                  .at_s = 120, .call = 2, .step = "promote", .operation = CREATE, .outcome = "ok"});
}

static void repeated_blindly(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "info"});
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 2, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void put_call(struct story_events *t, int64_t at_s, int64_t call, int64_t deadline_s)
{
    STORY_PUT(t, at_s * 1000, BS_RECORD_CALL, bs_count(call), bs_count(1), bs_count(1),
              bs_text("promote"), bs_text(PROMOTE), bs_text("us-west-2"), bs_text("orders-dr"),
              bs_text(NULL), bs_count(0), bs_at((struct bs_instant){deadline_s * BS_NS_PER_S}));
}

/** Decided before a crash and written down after it, when it was too late to be sent. */
static void repeated_but_never_sent(struct story_events *t)
{
    put_call(t, 100, 1, 105);
    put_call(t, 220, 2, 106);
}

/** Written down after a crash, but in time, so sent. */
static void repeated_just_in_time(struct story_events *t)
{
    put_call(t, 100, 1, 105);
    put_call(t, 220, 2, 221);
}

/** What was never sent is nothing that is repeated. */
static void repeats_what_was_never_sent(struct story_events *t)
{
    put_call(t, 100, 1, 90);
    put_call(t, 120, 2, 125);
}

static void repeated_after_reading(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "info"});
    tale_call(
        t, (struct tale_call){
               .at_s = 115, .call = 2, .step = "promote", .operation = DESCRIBE, .outcome = "ok"});
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 3, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void read_too_early(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "info"});
    tale_call(
        t, (struct tale_call){
               .at_s = 114, .call = 2, .step = "promote", .operation = DESCRIBE, .outcome = "ok"});
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 3, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void read_without_an_answer(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "info"});
    tale_call(
        t,
        (struct tale_call){
            .at_s = 115, .call = 2, .step = "promote", .operation = DESCRIBE, .outcome = "info"});
    tale_call(
        t, (struct tale_call){
               .at_s = 121, .call = 3, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void answer_to_the_read_comes_after(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "info"});
    tale_call(
        t, (struct tale_call){
               .at_s = 119, .call = 2, .step = "promote", .operation = DESCRIBE, .outcome = "ok"});
    tale_call(
        t, (struct tale_call){
               .at_s = 119, .call = 3, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void read_at_once_after_an_error(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .step = "promote",
                                    .operation = PROMOTE,
                                    .outcome = "error",
                                    .error = "throttled"});
    tale_call(
        t, (struct tale_call){
               .at_s = 102, .call = 2, .step = "promote", .operation = DESCRIBE, .outcome = "ok"});
    tale_call(
        t, (struct tale_call){
               .at_s = 104, .call = 3, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void read_before_the_error(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 90, .call = 1, .step = "promote", .operation = DESCRIBE, .outcome = "ok"});
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 2,
                                    .step = "promote",
                                    .operation = PROMOTE,
                                    .outcome = "error",
                                    .error = "throttled"});
    tale_call(
        t, (struct tale_call){
               .at_s = 104, .call = 3, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void read_of_another_instance(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "info"});
    tale_call(t, (struct tale_call){.at_s = 115,
                                    .call = 2,
                                    .step = "promote",
                                    .operation = DESCRIBE,
                                    .outcome = "ok",
                                    .resource = "orders"});
    tale_call(
        t, (struct tale_call){
               .at_s = 120, .call = 3, .step = "promote", .operation = PROMOTE, .outcome = "ok"});
}

static void read_by_another_orchestrator(struct story_events *t)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = PROMOTE, .outcome = "info"});
    tale_call(
        t, (struct tale_call){
               .at_s = 115, .call = 2, .step = "promote", .operation = DESCRIBE, .outcome = "ok"});
    tale_call(t, (struct tale_call){.at_s = 120,
                                    .call = 3,
                                    .step = "promote",
                                    .operation = PROMOTE,
                                    .outcome = "ok",
                                    .orchestrator = 2,
                                    .execution = 65537});
}

/** Made, as far as anybody knows, and read back with `error` before it is made again. */
static void created_again_after_reading(struct story_events *t, const char *error)
{
    tale_call(
        t, (struct tale_call){
               .at_s = 100, .call = 1, .step = "promote", .operation = CREATE, .outcome = "info"});
    tale_call(t, (struct tale_call){.at_s = 115,
                                    .call = 2,
                                    .step = "promote",
                                    .operation = DESCRIBE,
                                    .outcome = "error",
                                    .error = error});
    tale_call(t,
              (struct tale_call){
                  .at_s = 120, .call = 3, .step = "promote", .operation = CREATE, .outcome = "ok"});
}

static void repeated_after_finding_nothing(struct story_events *t)
{
    created_again_after_reading(t, "not_found");
}

static void repeated_after_a_read_in_vain(struct story_events *t)
{
    created_again_after_reading(t, "unavailable");
}

static void terminal_error_repeated(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "error",
                                    .error = "denied"});
    tale_call(t, (struct tale_call){
                     .at_s = 110, .call = 2, .operation = "ecs:UpdateService", .step = "scale"});
}

static void terminal_error_repeated_invalid_state(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "error",
                                    .error = "invalid_state"});
    tale_call(t, (struct tale_call){
                     .at_s = 110, .call = 2, .operation = "ecs:UpdateService", .step = "scale"});
}

static void terminal_error_repeated_not_found(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "error",
                                    .error = "not_found"});
    tale_call(t, (struct tale_call){
                     .at_s = 110, .call = 2, .operation = "ecs:UpdateService", .step = "scale"});
}

static void terminal_error_repeated_condition(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "error",
                                    .error = "condition"});
    tale_call(t, (struct tale_call){
                     .at_s = 110, .call = 2, .operation = "ecs:UpdateService", .step = "scale"});
}

static void terminal_error_repeated_other(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "error",
                                    .error = "other"});
    tale_call(t, (struct tale_call){
                     .at_s = 110, .call = 2, .operation = "ecs:UpdateService", .step = "scale"});
}

static void passing_error_repeated(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "error",
                                    .error = "throttled"});
    tale_call(t, (struct tale_call){
                     .at_s = 110, .call = 2, .operation = "ecs:UpdateService", .step = "scale"});
}

static void terminal_error_of_another_step(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "error",
                                    .error = "denied"});
    tale_call(t, (struct tale_call){
                     .at_s = 110, .call = 2, .operation = "ecs:UpdateService", .step = "fence"});
}

static void terminal_error_tried_again_by_order(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "error",
                                    .error = "denied"});
    tale_step(t, 105, 1, "scale", "in_progress");
    tale_call(t, (struct tale_call){
                     .at_s = 110, .call = 2, .operation = "ecs:UpdateService", .step = "scale"});
}

static void terminal_error_of_a_read(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .step = "promote",
                                    .operation = DESCRIBE,
                                    .outcome = "error",
                                    .error = "not_found"});
    tale_call(t,
              (struct tale_call){.at_s = 110, .call = 2, .step = "promote", .operation = DESCRIBE});
}

static void terminal_error_of_a_promotion_read_back(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .step = "promote",
                                    .operation = PROMOTE,
                                    .outcome = "error",
                                    .error = "invalid_state"});
    tale_call(
        t, (struct tale_call){
               .at_s = 105, .call = 2, .step = "promote", .operation = DESCRIBE, .outcome = "ok"});
    tale_call(t,
              (struct tale_call){.at_s = 110, .call = 3, .step = "promote", .operation = PROMOTE});
}

static void terminal_error_of_a_promotion_unread(struct story_events *t)
{
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .step = "promote",
                                    .operation = PROMOTE,
                                    .outcome = "error",
                                    .error = "invalid_state"});
    tale_call(t,
              (struct tale_call){.at_s = 110, .call = 3, .step = "promote", .operation = PROMOTE});
}

static void breaker_open(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    tale_call(t, (struct tale_call){
                     .at_s = 112, .call = 6, .operation = "ecs:UpdateService", .step = "scale"});
}

static void breaker_not_yet_open(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             4, 2);
    tale_call(t, (struct tale_call){
                     .at_s = 112, .call = 6, .operation = "ecs:UpdateService", .step = "scale"});
}

/** The fifth call's deadline is at 113 s; who died over it writes it down at 123 s. */
static void breaker_opened_by_a_silence_told_late(struct story_events *t)
{
    troubles(t, (struct tale_call){.at_s = 100, .call = 1, .outcome = "info"}, 4, 2);
    troubles(t, (struct tale_call){.at_s = 108, .call = 5, .outcome = "info", .late_s = 10}, 1, 0);
    tale_call(t, (struct tale_call){
                     .at_s = 134, .call = 6, .operation = "ecs:UpdateService", .step = "scale"});
}

static void breaker_opened_by_a_silence_probed_too_early(struct story_events *t)
{
    troubles(t, (struct tale_call){.at_s = 100, .call = 1, .outcome = "info"}, 4, 2);
    troubles(t, (struct tale_call){.at_s = 108, .call = 5, .outcome = "info", .late_s = 10}, 1, 0);
    tale_call(t, (struct tale_call){
                     .at_s = 132, .call = 6, .operation = "ecs:UpdateService", .step = "scale"});
}

static void breaker_closed_by_success(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             4, 2);
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 5,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "ok"});
    troubles(t,
             (struct tale_call){.at_s = 112, .call = 6, .outcome = "error", .error = "unavailable"},
             4, 2);
    tale_call(t, (struct tale_call){
                     .at_s = 122, .call = 10, .operation = "ecs:UpdateService", .step = "scale"});
}

static void breaker_recovers(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    tale_call(t, (struct tale_call){.at_s = 129,
                                    .call = 6,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "ok"});
    tale_call(t, (struct tale_call){
                     .at_s = 131, .call = 7, .operation = "ecs:UpdateService", .step = "scale"});
}

static void breaker_probed_too_early(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    tale_call(t, (struct tale_call){.at_s = 128,
                                    .call = 6,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .outcome = "ok"});
}

static void breaker_probe_fails(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    troubles(t,
             (struct tale_call){.at_s = 130, .call = 6, .outcome = "error", .error = "unavailable"},
             1, 2);
    tale_call(t, (struct tale_call){
                     .at_s = 140, .call = 7, .operation = "ecs:UpdateService", .step = "scale"});
}

static void breaker_probes_in_a_burst(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    troubles(t,
             (struct tale_call){.at_s = 130, .call = 6, .outcome = "error", .error = "unavailable"},
             3, 0);
}

static void breaker_too_many_probes(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    troubles(t,
             (struct tale_call){.at_s = 130, .call = 6, .outcome = "error", .error = "unavailable"},
             4, 0);
}

static void breaker_of_another_region(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    tale_call(t, (struct tale_call){.at_s = 112,
                                    .call = 6,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .region = "us-east-1"});
}

static void breaker_of_another_service(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    tale_call(t,
              (struct tale_call){.at_s = 112, .call = 6, .step = "promote", .operation = PROMOTE});
}

static void breaker_of_a_throttled_service(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "throttled"},
             5, 2);
    tale_call(t, (struct tale_call){
                     .at_s = 112, .call = 6, .operation = "ecs:UpdateService", .step = "scale"});
}

static void breaker_and_silence(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "info", .error = "unavailable"},
             5, 2);
    tale_call(t, (struct tale_call){
                     .at_s = 120, .call = 6, .operation = "ecs:UpdateService", .step = "scale"});
}

/** Open from 109 s; a call 20 s later meets trouble too; 5 s after that a step sends another. */
static void breaker_tried_by_a_fence(struct story_events *t)
{
    troubles(t,
             (struct tale_call){.at_s = 100, .call = 1, .outcome = "error", .error = "unavailable"},
             5, 2);
    tale_call(t, (struct tale_call){.at_s = 129,
                                    .call = 6,
                                    .operation = "ecs:UpdateService",
                                    .step = "fence",
                                    .resource = "orders",
                                    .outcome = "error",
                                    .error = "unavailable"});
    tale_call(t, (struct tale_call){
                     .at_s = 135, .call = 7, .operation = "ecs:UpdateService", .step = "scale"});
}

static void breaker_tried_by_a_latch(struct story_events *t)
{
    tale_latch(t, 90, "orders", "set");
    breaker_tried_by_a_fence(t);
}

static void breaker_tried_by_another_latch(struct story_events *t)
{
    tale_latch(t, 90, "app", "set");
    breaker_tried_by_a_fence(t);
}

static void execution_left_in_progress(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
}

static void execution_completed(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "completed");
}

static void second_execution_left_in_progress(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "completed");
    tale_start(t, 300, 2, "activate");
}

static void execution_waits_with_a_reason(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "pending_approval");
}

static void execution_goes_on_after_its_end(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "completed");
    tale_execution(t, 210, 1, "in_progress");
}

static void step_after_the_end(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "scale", "in_progress");
    tale_execution(t, 200, 1, "completed");
    tale_step(t, 210, 1, "scale", "completed");
}

static void steps_written_off_at_the_end(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "scale", "in_progress");
    tale_execution(t, 200, 1, "canceled");
    tale_step(t, 200, 1, "scale", "canceled");
}

static void execution_taken_over(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_lease(t, 90, 1, 1, 150);
    tale_life(t, 120, 1, "crashed");
    tale_lease(t, 160, 2, 2, 3600);
}

static void execution_of_the_dead(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_lease(t, 90, 1, 1, 150);
    tale_life(t, 120, 1, "crashed");
}

/** Crashed in the middle of a step, under a lease from `at_s` to `until_s`. */
static void execution_of_who_held_the_lease(struct story_events *t, int64_t at_s, int64_t until_s)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "scale", "in_progress");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 10,
                                    .step = "scale",
                                    .operation = "ecs:UpdateService",
                                    .outcome = "ok"});
    tale_lease(t, at_s, 1, 1, until_s);
    tale_life(t, at_s + 1, 1, "crashed");
}

static void execution_under_a_lease_that_stands(struct story_events *t)
{
    execution_of_who_held_the_lease(t, 3541, 3601);
}

static void execution_under_a_lease_that_lapsed_long_ago(struct story_events *t)
{
    execution_of_who_held_the_lease(t, 3479, 3539);
}

static void execution_under_a_lease_that_has_just_lapsed(struct story_events *t)
{
    execution_of_who_held_the_lease(t, 3481, 3541);
}

/** Another asks for the lease at `at_s`. */
static void execution_under_a_lease_asked_for(struct story_events *t, int64_t at_s,
                                              const char *outcome)
{
    execution_under_a_lease_that_has_just_lapsed(t);
    tale_call(t, (struct tale_call){.at_s = at_s,
                                    .call = 1,
                                    .orchestrator = 2,
                                    .execution = -1,
                                    .operation = "dynamodb:UpdateItem",
                                    .resource = "leases",
                                    .outcome = outcome});
}

static void execution_under_a_lease_asked_for_before(struct story_events *t)
{
    execution_under_a_lease_asked_for(t, 3540, "ok");
}

static void execution_under_a_lease_asked_for_since(struct story_events *t)
{
    execution_under_a_lease_asked_for(t, 3541, "ok");
}

static void execution_under_a_lease_asked_for_in_vain(struct story_events *t)
{
    execution_under_a_lease_asked_for(t, 3598, NULL);
}

static void step_just_in_time(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 170, 1, "scale", "completed");
}

static void step_too_long(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 171, 1, "scale", "completed");
}

static void step_never_ended(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "scale", "in_progress");
}

static void step_long_by_downtime(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 200, 1, "scale", "completed");
    tale_life(t, 120, 1, "crashed");
    tale_life(t, 150, 1, "resumed");
}

static void step_longer_than_downtime(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 201, 1, "scale", "completed");
    tale_life(t, 120, 1, "crashed");
    tale_life(t, 150, 1, "resumed");
}

static void step_long_by_downtime_of_another(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_call(t, (struct tale_call){
                     .at_s = 101, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
    tale_steps(t, 110, 200, 1, "scale", "completed");
    tale_life(t, 120, 2, "crashed");
    tale_life(t, 150, 2, "resumed");
}

static void step_long_by_a_pause(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 200, 1, "scale", "completed");
    tale_execution(t, 120, 1, "paused_by_operator");
    tale_execution(t, 150, 1, "in_progress");
}

static void step_long_by_an_approval(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 111, 1, "approve", "pending_approval");
    tale_execution(t, 111, 1, "pending_approval");
    tale_step(t, 171, 1, "approve", "completed");
}

static void step_tried_again_in_time(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 160, 1, "scale", "failed");
    tale_steps(t, 160, 210, 1, "scale", "completed");
}

static void step_after_a_failure(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "check", "failed");
    tale_step(t, 130, 1, "fence", "in_progress");
}

static void step_after_a_timeout(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "check", "timed_out");
    tale_step(t, 130, 1, "fence", "in_progress");
}

static void step_after_a_failure_passed_over(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "check", "failed");
    tale_step(t, 120, 1, "check", "completed_with_exceptions");
    tale_step(t, 130, 1, "fence", "in_progress");
}

static void step_after_a_failure_skipped(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "check", "failed");
    tale_step(t, 120, 1, "check", "skipped");
    tale_step(t, 130, 1, "fence", "in_progress");
}

static void step_after_a_failure_tried_again(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "check", "failed");
    tale_steps(t, 121, 125, 1, "check", "completed");
    tale_step(t, 130, 1, "fence", "in_progress");
}

static void failure_tried_again(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "check", "failed");
    tale_step(t, 121, 1, "check", "in_progress");
}

static void step_after_a_failure_elsewhere(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "check", "failed");
    tale_execution(t, 125, 1, "failed");
    tale_start(t, 200, 2, "activate");
    tale_step(t, 210, 2, "fence", "in_progress");
}

static void member_beside_a_failure(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 110, 1, "promote", "failed");
    tale_step(t, 110, 1, "scale", "in_progress");
}

static void step_after_the_execution(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 120, 1, "completed");
    tale_step(t, 130, 1, "fence", "in_progress");
}

static void step_in_a_pause(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 120, 1, "paused_by_operator");
    tale_step(t, 130, 1, "fence", "in_progress");
}

static void step_after_a_pause(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 120, 1, "paused_by_operator");
    tale_execution(t, 125, 1, "in_progress");
    tale_step(t, 130, 1, "fence", "in_progress");
}

static void step_while_an_approval_is_pending(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_execution(t, 110, 1, "pending_approval");
    tale_step(t, 120, 1, "cutover", "in_progress");
}

static void step_before_its_execution_goes_on(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_execution(t, 110, 1, "pending_approval");
    tale_step(t, 120, 1, "approve", "completed");
    tale_step(t, 120, 1, "cutover", "in_progress");
    tale_execution(t, 120, 1, "in_progress");
}

static void end_of_a_member_while_an_approval_is_pending(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 105, 1, "scale", "in_progress");
    tale_step(t, 110, 1, "promote", "pending_approval");
    tale_execution(t, 110, 1, "pending_approval");
    tale_step(t, 120, 1, "scale", "completed");
}

static void undone_once(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "scale", "failed");
    tale_step(t, 121, 1, "scale", "rolling_back");
    tale_step(t, 125, 1, "scale", "rolled_back");
}

static void undone_twice(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "scale", "failed");
    tale_step(t, 121, 1, "scale", "rolling_back");
    tale_step(t, 125, 1, "scale", "rolled_back");
    tale_step(t, 126, 1, "scale", "rolling_back");
}

static void undone_without_being_done(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 121, 1, "scale", "rolling_back");
}

static void undone_in_another_execution(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "scale", "completed");
    tale_execution(t, 121, 1, "completed");
    tale_start(t, 200, 2, "activate");
    tale_step(t, 210, 2, "scale", "rolling_back");
}

static void undone_behind_a_promotion(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "fence", "completed");
    tale_steps(t, 121, 130, 1, "promote", "completed");
    tale_step(t, 140, 1, "fence", "rolling_back");
}

static void undone_before_the_promotion_completed(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 110, 120, 1, "fence", "completed");
    tale_steps(t, 121, 130, 1, "promote", "failed");
    tale_step(t, 140, 1, "fence", "rolling_back");
}

static void undone_after_the_promotion(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_steps(t, 121, 130, 1, "promote", "completed");
    tale_steps(t, 131, 140, 1, "cutover", "failed");
    tale_step(t, 141, 1, "cutover", "rolling_back");
}

static void approved(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_person(t, 130, 7, "approved");
    tale_step(t, 140, 1, "approve", "completed");
}

static void completed_without_approval(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_step(t, 140, 1, "approve", "completed");
}

static void only_acknowledged(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_person(t, 130, 7, "acknowledged");
    tale_step(t, 140, 1, "approve", "completed");
}

static void approved_too_late(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_step(t, 140, 1, "approve", "completed");
    tale_person(t, 150, 7, "approved");
}

static void another_question_approved(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_call(t, (struct tale_call){.at_s = 111,
                                    .call = 2,
                                    .operation = "people:Ask",
                                    .step = "cutover",
                                    .resource = "commander",
                                    .count = 8,
                                    .outcome = "ok"});
    tale_person(t, 130, 8, "approved");
    tale_step(t, 140, 1, "approve", "completed");
}

static void passed_over_without_approval(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_step(t, 140, 1, "approve", "completed_with_exceptions");
}

static void declined_and_stopped(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_person(t, 130, 7, "declined");
    tale_step(t, 140, 1, "approve", "failed");
    tale_execution(t, 140, 1, "failed");
}

static void declined_and_went_on(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_person(t, 130, 7, "declined");
    tale_step(t, 140, 1, "approve", "completed_with_exceptions");
    tale_step(t, 140, 1, "cutover", "in_progress");
}

static void declined_and_another_execution(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_person(t, 130, 7, "declined");
    tale_step(t, 140, 1, "approve", "failed");
    tale_execution(t, 140, 1, "failed");
    tale_start(t, 200, 2, "activate");
    tale_step(t, 201, 2, "check", "in_progress");
}

static void declined_by_nobody_asked(struct story_events *t)
{
    tale_person(t, 130, 7, "declined");
}

static void confirmed(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
}

static void ordered(struct story_events *t)
{
    tale_order(t, 100, 1, "activate");
}

static void unconfirmed(struct story_events *t)
{
    STORY_PUT(t, 100000, BS_RECORD_DECISION, bs_count(1), bs_text("activate"),
              bs_text("ungraceful"), bs_text("P1"), bs_text(NULL), bs_text("app"), bs_count(3),
              bs_count(3));
}

static void confirmed_long_ago(struct story_events *t)
{
    STORY_PUT(t, 99000, BS_RECORD_DETECTION, bs_text("app"), bs_text("confirmed"), bs_text(NULL));
    STORY_PUT(t, 100000, BS_RECORD_DECISION, bs_count(1), bs_text("activate"),
              bs_text("ungraceful"), bs_text("P1"), bs_text(NULL), bs_text("app"), bs_count(3),
              bs_count(3));
}

static void another_trigger_confirmed(struct story_events *t)
{
    STORY_PUT(t, 100000, BS_RECORD_DETECTION, bs_text("alarm"), bs_text("confirmed"),
              bs_text(NULL));
    STORY_PUT(t, 100000, BS_RECORD_DECISION, bs_count(1), bs_text("activate"),
              bs_text("ungraceful"), bs_text("P1"), bs_text(NULL), bs_text("app"), bs_count(3),
              bs_count(3));
}

static void only_detected(struct story_events *t)
{
    STORY_PUT(t, 100000, BS_RECORD_DETECTION, bs_text("app"), bs_text("detected"), bs_text(NULL));
    STORY_PUT(t, 100000, BS_RECORD_DECISION, bs_count(1), bs_text("activate"),
              bs_text("ungraceful"), bs_text("P1"), bs_text(NULL), bs_text("app"), bs_count(3),
              bs_count(3));
}

/** Decided on at 200 s, after a crash at 100 s. */
static void decided_before_a_crash(struct story_events *t, int64_t confirmed_s, int64_t resumed_s)
{
    STORY_PUT(t, confirmed_s * 1000, BS_RECORD_DETECTION, bs_text("app"), bs_text("confirmed"),
              bs_text(NULL));
    tale_life(t, 100, 1, "crashed");
    STORY_PUT(t, 200000, BS_RECORD_DECISION, bs_count(1), bs_text("activate"),
              bs_text("ungraceful"), bs_text("P1"), bs_text(NULL), bs_text("app"), bs_count(3),
              bs_count(3));
    tale_life(t, resumed_s, 1, "resumed");
}

static void confirmed_as_it_crashed(struct story_events *t)
{
    decided_before_a_crash(t, 100, 200);
}

static void confirmed_before_it_crashed(struct story_events *t)
{
    decided_before_a_crash(t, 99, 200);
}

static void confirmed_as_it_crashed_but_decided_later(struct story_events *t)
{
    decided_before_a_crash(t, 100, 199);
}

static void confirmed_and_decided_at_a_resumption(struct story_events *t)
{
    decided_before_a_crash(t, 200, 200);
}

static void no_leases(struct story_events *t)
{
    tale_call(t, (struct tale_call){
                     .at_s = 100, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
}

static void covered(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_call(t, (struct tale_call){
                     .at_s = 115, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
}

static void lease_ends_before_the_deadline(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_call(t, (struct tale_call){
                     .at_s = 116, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
}

static void lease_renewed(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_lease(t, 110, 1, 1, 140);
    tale_call(t, (struct tale_call){
                     .at_s = 116, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
}

static void lease_given_back(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_lease(t, 95, 1, 1, 95);
    tale_call(t, (struct tale_call){
                     .at_s = 100, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
}

static void never_leased(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_call(t, (struct tale_call){.at_s = 100,
                                    .call = 1,
                                    .operation = "ecs:UpdateService",
                                    .step = "scale",
                                    .orchestrator = 2,
                                    .execution = 65537});
}

static void read_without_lease(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_call(t,
              (struct tale_call){.at_s = 500, .call = 1, .step = "promote", .operation = DESCRIBE});
    tale_call(t, (struct tale_call){
                     .at_s = 500, .call = 2, .operation = "people:Ask", .step = "approve"});
    tale_call(t,
              (struct tale_call){
                  .at_s = 500, .call = 3, .step = "promote", .operation = "dynamodb:UpdateItem"});
    tale_call(t, (struct tale_call){
                     .at_s = 500, .call = 4, .step = "promote", .operation = "http:Request"});
}

static void lease_lost_to_another(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_lease(t, 120, 2, 2, 200);
    tale_lease(t, 130, 1, 3, 131);
    tale_call(t, (struct tale_call){
                     .at_s = 140, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
}

static void leases_overlap(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_lease(t, 119, 2, 2, 200);
}

static void leases_in_turn(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_lease(t, 120, 2, 2, 200);
}

static void token_falls(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_lease(t, 121, 1, 0, 200);
}

static void token_stays_in_other_hands(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_lease(t, 121, 2, 1, 200);
}

static void step_under_anothers_lease(struct story_events *t)
{
    tale_lease(t, 90, 1, 1, 120);
    tale_start(t, 100, 1, "activate");
    tale_lease(t, 121, 2, 2, 200);
    tale_life(t, 1, 1, "started");
    tale_life(t, 1, 2, "started");
    tale_call(t, (struct tale_call){
                     .at_s = 101, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
    tale_step(t, 150, 1, "scale", "in_progress");
}

static void one_after_another(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "completed");
    tale_start(t, 200, 2, "activate");
}

static void two_at_once(struct story_events *t)
{
    tale_start(t, 100, 1, "activate");
    tale_start(t, 200, 2, "activate");
}

static void taken_over(struct story_events *t)
{
    tale_life(t, 1, 1, "started");
    tale_life(t, 1, 2, "started");
    tale_start(t, 100, 1, "activate");
    tale_call(t, (struct tale_call){
                     .at_s = 101, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
    tale_lease(t, 90, 1, 1, 120);
    tale_life(t, 110, 1, "crashed");
    tale_lease(t, 121, 2, 2, 900);
    tale_start(t, 130, 65537, "activate");
}

static void taken_over_without_lease(struct story_events *t)
{
    tale_life(t, 1, 1, "started");
    tale_life(t, 1, 2, "started");
    tale_start(t, 100, 1, "activate");
    tale_call(t, (struct tale_call){
                     .at_s = 101, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
    tale_life(t, 110, 1, "crashed");
    tale_start(t, 130, 65537, "activate");
}

static void taken_over_from_the_living(struct story_events *t)
{
    tale_life(t, 1, 1, "started");
    tale_life(t, 1, 2, "started");
    tale_start(t, 100, 1, "activate");
    tale_call(t, (struct tale_call){
                     .at_s = 101, .call = 1, .operation = "ecs:UpdateService", .step = "scale"});
    tale_lease(t, 90, 1, 1, 120);
    tale_lease(t, 121, 2, 2, 900);
    tale_start(t, 130, 65537, "activate");
}

static void failovers_without_the_ordered(struct story_events *t)
{
    tale_expect(t, "failovers", "1");
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "completed");
    tale_order(t, 300, 2, "return");
    tale_execution(t, 400, 2, "completed");
}

static void failovers_too_few(struct story_events *t)
{
    tale_expect(t, "failovers", "2");
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "completed");
    tale_order(t, 300, 2, "return");
    tale_execution(t, 400, 2, "completed");
}

static void executions(struct story_events *t)
{
    tale_expect(t, "executions", "2");
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "completed");
    tale_order(t, 300, 2, "return");
    tale_execution(t, 400, 2, "completed");
}

static void executions_too_many(struct story_events *t)
{
    tale_expect(t, "executions", "1");
    tale_start(t, 100, 1, "activate");
    tale_execution(t, 200, 1, "completed");
    tale_order(t, 300, 2, "return");
    tale_execution(t, 400, 2, "completed");
}

static void lost_writes(struct story_events *t)
{
    tale_expect(t, "lost_writes", "12");
    STORY_PUT(t, 3600000, BS_RECORD_MISSING, bs_text("orders"), bs_text("orders"),
              bs_text("shoppers"), bs_text("end"), bs_text("lost"), bs_count(1), bs_count(5),
              bs_at(BS_AT_SECONDS(100)), bs_at(BS_AT_SECONDS(101)), bs_count(5));
    STORY_PUT(t, 3600000, BS_RECORD_MISSING, bs_text("orders"), bs_text("orders"),
              bs_text("shoppers"), bs_text("end"), bs_text("quarantined"), bs_count(1), bs_count(5),
              bs_at(BS_AT_SECONDS(100)), bs_at(BS_AT_SECONDS(101)), bs_count(5));
    STORY_PUT(t, 3600000, BS_RECORD_MISSING, bs_text("orders"), bs_text("orders"),
              bs_text("shoppers"), bs_text("end"), bs_text("deferred"), bs_count(1), bs_count(5),
              bs_at(BS_AT_SECONDS(100)), bs_at(BS_AT_SECONDS(101)), bs_count(5));
    STORY_PUT(t, 3600000, BS_RECORD_DIVERGED, bs_text("orders"), bs_text("orders"),
              bs_at(BS_AT_SECONDS(200)), bs_at(BS_AT_SECONDS(201)), bs_count(2));
}

static void lost_writes_unexpected(struct story_events *t)
{
    tale_expect(t, "lost_writes", "0");
    STORY_PUT(t, 3600000, BS_RECORD_MISSING, bs_text("orders"), bs_text("orders"),
              bs_text("shoppers"), bs_text("end"), bs_text("overwritten"), bs_count(1), bs_count(5),
              bs_at(BS_AT_SECONDS(100)), bs_at(BS_AT_SECONDS(101)), bs_count(5));
}

static void approvals(struct story_events *t)
{
    tale_expect(t, "approvals", "1");
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
    tale_person(t, 130, 7, "approved");
    tale_step(t, 140, 1, "approve", "completed");
}

static void approvals_missing(struct story_events *t)
{
    tale_expect(t, "approvals", "1");
    tale_start(t, 100, 1, "activate");
    tale_step(t, 110, 1, "approve", "in_progress");
    tale_step(t, 110, 1, "approve", "pending_approval");
    tale_call(t, (struct tale_call){.at_s = 110,
                                    .call = 1,
                                    .operation = "people:Ask",
                                    .step = "approve",
                                    .resource = "commander",
                                    .count = 7,
                                    .outcome = "ok"});
}

static void expectation_unheard_of(struct story_events *t)
{
    tale_expect(t, "wonders", "1");
}

static void expectation_that_is_no_number(struct story_events *t)
{
    tale_expect(t, "approvals", "many");
}

struct row {
    const char *name;
    void (*tell)(struct story_events *);
    const char *invariant;
    enum bs_outcome outcome;
    const char *reason; /* Must occur in it; NULL: not looked at. */
};

static const struct row rows[] = {
    {"first_promotion_fenced", first_promotion_fenced, "no_unguarded_promote", BS_OUTCOME_PASS,
     NULL},
    {"first_promotion_unfenced", first_promotion_unfenced, "no_unguarded_promote", BS_OUTCOME_FAIL,
     "orders-dr became writable while orders"},
    {"fence_released_before_promotion", fence_released_before_promotion, "no_unguarded_promote",
     BS_OUTCOME_FAIL, NULL},
    {"promotion_by_authority", promotion_by_authority, "no_unguarded_promote", BS_OUTCOME_PASS,
     NULL},
    {"authority_of_half_the_sources", authority_of_half_the_sources, "no_unguarded_promote",
     BS_OUTCOME_FAIL, NULL},
    {"authority_after_the_call", authority_after_the_call, "no_unguarded_promote", BS_OUTCOME_FAIL,
     NULL},
    {"authority_of_another_execution", authority_of_another_execution, "no_unguarded_promote",
     BS_OUTCOME_FAIL, NULL},
    {"second_generation_fenced", second_generation_fenced, "no_unguarded_promote", BS_OUTCOME_PASS,
     NULL},
    {"second_generation_unfenced", second_generation_unfenced, "no_unguarded_promote",
     BS_OUTCOME_FAIL, "orders#2 became writable while orders-dr"},
    {"old_primary_back_beside_the_second_generation", old_primary_back_beside_the_second_generation,
     "no_unguarded_promote", BS_OUTCOME_FAIL, "while orders had"},
    {"lineage_before_is_gone", lineage_before_is_gone, "no_unguarded_promote", BS_OUTCOME_PASS,
     NULL},
    {"another_resource_is_gone", another_resource_is_gone, "no_unguarded_promote", BS_OUTCOME_FAIL,
     NULL},
    {"dns_stays_at_the_fenced_region", dns_stays_at_the_fenced_region, "no_dns_to_fenced",
     BS_OUTCOME_FAIL, "which was fenced"},
    {"dns_stays_while_paused", dns_stays_while_paused, "no_dns_to_fenced", BS_OUTCOME_FAIL, NULL},
    {"dns_stays_in_an_outage_without_end", dns_stays_in_an_outage_without_end, "no_dns_to_fenced",
     BS_OUTCOME_PASS, "never healed"},
    {"dns_stays_after_an_outage", dns_stays_after_an_outage, "no_dns_to_fenced", BS_OUTCOME_FAIL,
     NULL},
    {"dns_leaves_the_fenced_region", dns_leaves_the_fenced_region, "no_dns_to_fenced",
     BS_OUTCOME_PASS, NULL},
    {"dns_comes_back_after_the_release", dns_comes_back_after_the_release, "no_dns_to_fenced",
     BS_OUTCOME_PASS, NULL},
    {"dns_comes_back_without_release", dns_comes_back_without_release, "no_dns_to_fenced",
     BS_OUTCOME_FAIL, NULL},
    {"left_again", left_again, "no_needless_failover", BS_OUTCOME_FAIL,
     "activate was to leave us-east-1"},
    {"left_again_by_order", left_again_by_order, "no_needless_failover", BS_OUTCOME_FAIL, NULL},
    {"left_again_at_once", left_again_at_once, "no_needless_failover", BS_OUTCOME_PASS, NULL},
    {"left_for_the_way_back", left_for_the_way_back, "no_needless_failover", BS_OUTCOME_PASS, NULL},
    {"left_while_names_lead_there", left_while_names_lead_there, "no_needless_failover",
     BS_OUTCOME_PASS, NULL},
    {"left_after_names_came_back", left_after_names_came_back, "no_needless_failover",
     BS_OUTCOME_PASS, NULL},
    {"left_while_another_name_leads_there", left_while_another_name_leads_there,
     "no_needless_failover", BS_OUTCOME_PASS, NULL},
    {"left_while_another_name_is_changed", left_while_another_name_is_changed,
     "no_needless_failover", BS_OUTCOME_PASS, NULL},
    {"left_soon_after_another_name_was_changed", left_soon_after_another_name_was_changed,
     "no_needless_failover", BS_OUTCOME_PASS, NULL},
    {"left_while_another_name_is_shared", left_while_another_name_is_shared, "no_needless_failover",
     BS_OUTCOME_PASS, NULL},
    {"left_long_after_another_name_was_changed", left_long_after_another_name_was_changed,
     "no_needless_failover", BS_OUTCOME_FAIL, NULL},
    {"left_after_a_timeout_of_the_move", left_after_a_timeout_of_the_move, "no_needless_failover",
     BS_OUTCOME_PASS, NULL},
    {"left_after_a_failure_of_the_move", left_after_a_failure_of_the_move, "no_needless_failover",
     BS_OUTCOME_PASS, NULL},
    {"left_after_passing_over_the_move", left_after_passing_over_the_move, "no_needless_failover",
     BS_OUTCOME_PASS, NULL},
    {"left_after_a_second_move_that_failed", left_after_a_second_move_that_failed,
     "no_needless_failover", BS_OUTCOME_PASS, NULL},
    {"left_after_a_second_move_that_completed", left_after_a_second_move_that_completed,
     "no_needless_failover", BS_OUTCOME_FAIL, NULL},
    {"left_by_who_was_not_told", left_by_who_was_not_told, "no_needless_failover", BS_OUTCOME_PASS,
     NULL},
    {"left_by_who_was_told", left_by_who_was_told, "no_needless_failover", BS_OUTCOME_FAIL, NULL},
    {"left_before_the_move", left_before_the_move, "no_needless_failover", BS_OUTCOME_PASS, NULL},
    {"left_before_a_crash_long_after_the_move", left_before_a_crash_long_after_the_move,
     "no_needless_failover", BS_OUTCOME_FAIL, NULL},
    {"traffic_after_promotion", traffic_after_promotion, "no_traffic_before_writable",
     BS_OUTCOME_PASS, NULL},
    {"traffic_before_promotion", traffic_before_promotion, "no_traffic_before_writable",
     BS_OUTCOME_FAIL, "no copy of orders in us-west-2 was writable"},
    {"traffic_without_promotion", traffic_without_promotion, "no_traffic_before_writable",
     BS_OUTCOME_FAIL, "nothing was ever promoted"},
    {"traffic_that_never_moved", traffic_that_never_moved, "no_traffic_before_writable",
     BS_OUTCOME_PASS, NULL},
    {"traffic_to_what_was_fenced_again", traffic_to_what_was_fenced_again,
     "no_traffic_before_writable", BS_OUTCOME_FAIL, NULL},
    {"traffic_by_authority", traffic_by_authority, "no_traffic_before_writable", BS_OUTCOME_PASS,
     NULL},
    {"traffic_without_proof_by_authority", traffic_without_proof_by_authority,
     "no_traffic_before_writable", BS_OUTCOME_PASS, NULL},
    {"traffic_by_the_plan", traffic_by_the_plan, "no_traffic_before_writable", BS_OUTCOME_FAIL,
     NULL},
    {"traffic_without_proof_by_the_plan", traffic_without_proof_by_the_plan,
     "no_traffic_before_writable", BS_OUTCOME_FAIL, NULL},
    {"traffic_by_authority_over_something_else", traffic_by_authority_over_something_else,
     "no_traffic_before_writable", BS_OUTCOME_FAIL, NULL},
    {"traffic_by_authority_in_another_execution", traffic_by_authority_in_another_execution,
     "no_traffic_before_writable", BS_OUTCOME_FAIL, NULL},
    {"latch_enforced_in_time", latch_enforced_in_time, "latch_holds", BS_OUTCOME_PASS,
     "at most 30s after the return"},
    {"latch_enforced_too_late", latch_enforced_too_late, "latch_holds", BS_OUTCOME_FAIL,
     "not enforced within 60s"},
    {"latch_of_a_service_never_enforced", latch_of_a_service_never_enforced, "latch_holds",
     BS_OUTCOME_FAIL, NULL},
    {"latch_released_in_time", latch_released_in_time, "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latch_without_an_orchestrator", latch_without_an_orchestrator, "latch_holds", BS_OUTCOME_PASS,
     NULL},
    {"latch_without_a_lease", latch_without_a_lease, "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latch_near_the_end", latch_near_the_end, "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latch_unenforced", latch_unenforced, "latch_holds", BS_OUTCOME_FAIL,
     "not enforced within 60s"},
    {"latch_under_a_lease_renewed_in_silence", latch_under_a_lease_renewed_in_silence,
     "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latch_under_a_lease_renewed_too_slowly", latch_under_a_lease_renewed_too_slowly,
     "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latch_under_a_lease_told_of_too_late", latch_under_a_lease_told_of_too_late, "latch_holds",
     BS_OUTCOME_PASS, NULL},
    {"latch_under_a_lease_renewed", latch_under_a_lease_renewed, "latch_holds", BS_OUTCOME_FAIL,
     NULL},
    {"latch_never_seen", latch_never_seen, "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latch_never_seen_in_silence", latch_never_seen_in_silence, "latch_holds", BS_OUTCOME_PASS,
     NULL},
    {"latch_seen_at_last", latch_seen_at_last, "latch_holds", BS_OUTCOME_FAIL, NULL},
    {"latch_seen_too_late", latch_seen_too_late, "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latch_never_let_in", latch_never_let_in, "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latch_let_in_at_last", latch_let_in_at_last, "latch_holds", BS_OUTCOME_FAIL, NULL},
    {"latch_let_in_but_never_seen", latch_let_in_but_never_seen, "latch_holds", BS_OUTCOME_PASS,
     NULL},
    {"latch_seen_but_never_let_in", latch_seen_but_never_let_in, "latch_holds", BS_OUTCOME_PASS,
     NULL},
    {"latched_fence_comes_down", latched_fence_comes_down, "latch_holds", BS_OUTCOME_FAIL,
     "was released, but not its latch"},
    {"latched_fence_comes_down_with_nobody_there", latched_fence_comes_down_with_nobody_there,
     "latch_holds", BS_OUTCOME_FAIL, "not enforced within 60s"},
    {"latched_fence_is_put_up_again", latched_fence_is_put_up_again, "latch_holds", BS_OUTCOME_PASS,
     "at most 50s after the return"},
    {"latched_fence_comes_down_again", latched_fence_comes_down_again, "latch_holds",
     BS_OUTCOME_FAIL, "was released, but not its latch"},
    {"latched_fence_half_up", latched_fence_half_up, "latch_holds", BS_OUTCOME_PASS, NULL},
    {"latched_fence_half_up_and_forgotten", latched_fence_half_up_and_forgotten, "latch_holds",
     BS_OUTCOME_FAIL, "not enforced within 60s"},
    {"latched_fence_up_and_down", latched_fence_up_and_down, "latch_holds", BS_OUTCOME_FAIL,
     "was released, but not its latch"},
    {"latched_fence_is_taken_down", latched_fence_is_taken_down, "latch_holds", BS_OUTCOME_PASS,
     NULL},
    {"promoted_once_after_info", promoted_once_after_info, "no_repeated_effect", BS_OUTCOME_PASS,
     NULL},
    {"promoted_twice", promoted_twice, "no_repeated_effect", BS_OUTCOME_FAIL, "done twice"},
    {"promoted_twice_by_two", promoted_twice_by_two, "no_repeated_effect", BS_OUTCOME_FAIL, NULL},
    {"promoted_in_two_generations", promoted_in_two_generations, "no_repeated_effect",
     BS_OUTCOME_PASS, NULL},
    {"created_twice", created_twice, "no_repeated_effect", BS_OUTCOME_FAIL, NULL},
    {"created_after_deletion", created_after_deletion, "no_repeated_effect", BS_OUTCOME_PASS, NULL},
    {"repeated_blindly", repeated_blindly, "no_blind_repeat", BS_OUTCOME_FAIL, "without proof"},
    {"repeated_but_never_sent", repeated_but_never_sent, "no_blind_repeat", BS_OUTCOME_PASS, NULL},
    {"repeated_just_in_time", repeated_just_in_time, "no_blind_repeat", BS_OUTCOME_FAIL,
     "without proof"},
    {"repeats_what_was_never_sent", repeats_what_was_never_sent, "no_blind_repeat", BS_OUTCOME_PASS,
     NULL},
    {"repeated_after_reading", repeated_after_reading, "no_blind_repeat", BS_OUTCOME_PASS, NULL},
    {"read_too_early", read_too_early, "no_blind_repeat", BS_OUTCOME_FAIL, NULL},
    {"read_without_an_answer", read_without_an_answer, "no_blind_repeat", BS_OUTCOME_FAIL, NULL},
    {"answer_to_the_read_comes_after", answer_to_the_read_comes_after, "no_blind_repeat",
     BS_OUTCOME_FAIL, NULL},
    {"read_at_once_after_an_error", read_at_once_after_an_error, "no_blind_repeat", BS_OUTCOME_PASS,
     NULL},
    {"read_before_the_error", read_before_the_error, "no_blind_repeat", BS_OUTCOME_FAIL, NULL},
    {"read_of_another_instance", read_of_another_instance, "no_blind_repeat", BS_OUTCOME_FAIL,
     NULL},
    {"read_by_another_orchestrator", read_by_another_orchestrator, "no_blind_repeat",
     BS_OUTCOME_FAIL, NULL},
    {"repeated_after_finding_nothing", repeated_after_finding_nothing, "no_blind_repeat",
     BS_OUTCOME_PASS, NULL},
    {"repeated_after_a_read_in_vain", repeated_after_a_read_in_vain, "no_blind_repeat",
     BS_OUTCOME_FAIL, NULL},
    {"terminal_error_repeated", terminal_error_repeated, "no_retry_of_terminal_error",
     BS_OUTCOME_FAIL, "again after denied"},
    {"terminal_error_repeated_invalid_state", terminal_error_repeated_invalid_state,
     "no_retry_of_terminal_error", BS_OUTCOME_FAIL, NULL},
    {"terminal_error_repeated_not_found", terminal_error_repeated_not_found,
     "no_retry_of_terminal_error", BS_OUTCOME_FAIL, NULL},
    {"terminal_error_repeated_condition", terminal_error_repeated_condition,
     "no_retry_of_terminal_error", BS_OUTCOME_FAIL, NULL},
    {"terminal_error_repeated_other", terminal_error_repeated_other, "no_retry_of_terminal_error",
     BS_OUTCOME_FAIL, NULL},
    {"passing_error_repeated", passing_error_repeated, "no_retry_of_terminal_error",
     BS_OUTCOME_PASS, NULL},
    {"terminal_error_of_another_step", terminal_error_of_another_step, "no_retry_of_terminal_error",
     BS_OUTCOME_PASS, NULL},
    {"terminal_error_tried_again_by_order", terminal_error_tried_again_by_order,
     "no_retry_of_terminal_error", BS_OUTCOME_PASS, NULL},
    {"terminal_error_of_a_read", terminal_error_of_a_read, "no_retry_of_terminal_error",
     BS_OUTCOME_PASS, NULL},
    {"terminal_error_of_a_promotion_read_back", terminal_error_of_a_promotion_read_back,
     "no_retry_of_terminal_error", BS_OUTCOME_PASS, NULL},
    {"terminal_error_of_a_promotion_unread", terminal_error_of_a_promotion_unread,
     "no_retry_of_terminal_error", BS_OUTCOME_FAIL, NULL},
    {"breaker_open", breaker_open, "breaker_respected", BS_OUTCOME_FAIL, "last 5 answers"},
    {"breaker_not_yet_open", breaker_not_yet_open, "breaker_respected", BS_OUTCOME_PASS, NULL},
    {"breaker_opened_by_a_silence_told_late", breaker_opened_by_a_silence_told_late,
     "breaker_respected", BS_OUTCOME_PASS, NULL},
    {"breaker_opened_by_a_silence_probed_too_early", breaker_opened_by_a_silence_probed_too_early,
     "breaker_respected", BS_OUTCOME_FAIL, NULL},
    {"breaker_closed_by_success", breaker_closed_by_success, "breaker_respected", BS_OUTCOME_PASS,
     NULL},
    {"breaker_recovers", breaker_recovers, "breaker_respected", BS_OUTCOME_PASS, NULL},
    {"breaker_probed_too_early", breaker_probed_too_early, "breaker_respected", BS_OUTCOME_FAIL,
     NULL},
    {"breaker_probe_fails", breaker_probe_fails, "breaker_respected", BS_OUTCOME_FAIL, NULL},
    {"breaker_probes_in_a_burst", breaker_probes_in_a_burst, "breaker_respected", BS_OUTCOME_PASS,
     NULL},
    {"breaker_too_many_probes", breaker_too_many_probes, "breaker_respected", BS_OUTCOME_FAIL,
     NULL},
    {"breaker_of_another_region", breaker_of_another_region, "breaker_respected", BS_OUTCOME_PASS,
     NULL},
    {"breaker_of_another_service", breaker_of_another_service, "breaker_respected", BS_OUTCOME_PASS,
     NULL},
    {"breaker_of_a_throttled_service", breaker_of_a_throttled_service, "breaker_respected",
     BS_OUTCOME_PASS, NULL},
    {"breaker_and_silence", breaker_and_silence, "breaker_respected", BS_OUTCOME_FAIL, NULL},
    {"breaker_tried_by_a_fence", breaker_tried_by_a_fence, "breaker_respected", BS_OUTCOME_FAIL,
     NULL},
    {"breaker_tried_by_a_latch", breaker_tried_by_a_latch, "breaker_respected", BS_OUTCOME_PASS,
     NULL},
    {"breaker_tried_by_another_latch", breaker_tried_by_another_latch, "breaker_respected",
     BS_OUTCOME_FAIL, NULL},
    {"execution_left_in_progress", execution_left_in_progress, "execution_ends", BS_OUTCOME_FAIL,
     "still stood in_progress"},
    {"execution_completed", execution_completed, "execution_ends", BS_OUTCOME_PASS, NULL},
    {"second_execution_left_in_progress", second_execution_left_in_progress, "execution_ends",
     BS_OUTCOME_FAIL, NULL},
    {"execution_waits_with_a_reason", execution_waits_with_a_reason, "execution_ends",
     BS_OUTCOME_PASS, NULL},
    {"execution_goes_on_after_its_end", execution_goes_on_after_its_end, "execution_ends",
     BS_OUTCOME_FAIL, "after its end"},
    {"step_after_the_end", step_after_the_end, "execution_ends", BS_OUTCOME_FAIL,
     "after activate ended"},
    {"steps_written_off_at_the_end", steps_written_off_at_the_end, "execution_ends",
     BS_OUTCOME_PASS, NULL},
    {"execution_taken_over", execution_taken_over, "execution_ends", BS_OUTCOME_PASS, NULL},
    {"execution_of_the_dead", execution_of_the_dead, "execution_ends", BS_OUTCOME_FAIL, NULL},
    {"execution_under_a_lease_that_stands", execution_under_a_lease_that_stands, "execution_ends",
     BS_OUTCOME_UNKNOWN, "ended before activate did"},
    {"execution_under_a_lease_that_lapsed_long_ago", execution_under_a_lease_that_lapsed_long_ago,
     "execution_ends", BS_OUTCOME_FAIL, "still stood in_progress"},
    {"execution_under_a_lease_that_has_just_lapsed", execution_under_a_lease_that_has_just_lapsed,
     "execution_ends", BS_OUTCOME_UNKNOWN, "ended before activate did"},
    {"execution_under_a_lease_asked_for_before", execution_under_a_lease_asked_for_before,
     "execution_ends", BS_OUTCOME_UNKNOWN, NULL},
    {"execution_under_a_lease_asked_for_since", execution_under_a_lease_asked_for_since,
     "execution_ends", BS_OUTCOME_FAIL, NULL},
    {"execution_under_a_lease_asked_for_in_vain", execution_under_a_lease_asked_for_in_vain,
     "execution_ends", BS_OUTCOME_UNKNOWN, NULL},
    {"step_just_in_time", step_just_in_time, "steps_within_timeout", BS_OUTCOME_PASS, NULL},
    {"step_too_long", step_too_long, "steps_within_timeout", BS_OUTCOME_FAIL,
     "step scale took 1m 1s"},
    {"step_never_ended", step_never_ended, "steps_within_timeout", BS_OUTCOME_FAIL, NULL},
    {"step_long_by_downtime", step_long_by_downtime, "steps_within_timeout", BS_OUTCOME_PASS, NULL},
    {"step_longer_than_downtime", step_longer_than_downtime, "steps_within_timeout",
     BS_OUTCOME_FAIL, NULL},
    {"step_long_by_downtime_of_another", step_long_by_downtime_of_another, "steps_within_timeout",
     BS_OUTCOME_FAIL, NULL},
    {"step_long_by_a_pause", step_long_by_a_pause, "steps_within_timeout", BS_OUTCOME_PASS, NULL},
    {"step_long_by_an_approval", step_long_by_an_approval, "steps_within_timeout", BS_OUTCOME_FAIL,
     NULL},
    {"step_tried_again_in_time", step_tried_again_in_time, "steps_within_timeout", BS_OUTCOME_PASS,
     NULL},
    {"step_after_a_failure", step_after_a_failure, "no_step_after_stop", BS_OUTCOME_FAIL,
     "step fence started though step check had failed"},
    {"step_after_a_timeout", step_after_a_timeout, "no_step_after_stop", BS_OUTCOME_FAIL,
     "had timed out"},
    {"step_after_a_failure_passed_over", step_after_a_failure_passed_over, "no_step_after_stop",
     BS_OUTCOME_PASS, NULL},
    {"step_after_a_failure_skipped", step_after_a_failure_skipped, "no_step_after_stop",
     BS_OUTCOME_PASS, NULL},
    {"step_after_a_failure_tried_again", step_after_a_failure_tried_again, "no_step_after_stop",
     BS_OUTCOME_PASS, NULL},
    {"failure_tried_again", failure_tried_again, "no_step_after_stop", BS_OUTCOME_PASS, NULL},
    {"step_after_a_failure_elsewhere", step_after_a_failure_elsewhere, "no_step_after_stop",
     BS_OUTCOME_PASS, NULL},
    {"member_beside_a_failure", member_beside_a_failure, "no_step_after_stop", BS_OUTCOME_PASS,
     NULL},
    {"step_after_the_execution", step_after_the_execution, "no_step_after_stop", BS_OUTCOME_FAIL,
     "stood completed"},
    {"step_in_a_pause", step_in_a_pause, "no_step_after_stop", BS_OUTCOME_FAIL,
     "stood paused_by_operator"},
    {"step_after_a_pause", step_after_a_pause, "no_step_after_stop", BS_OUTCOME_PASS, NULL},
    {"step_while_an_approval_is_pending", step_while_an_approval_is_pending, "no_step_after_stop",
     BS_OUTCOME_FAIL, "stood pending_approval"},
    {"step_before_its_execution_goes_on", step_before_its_execution_goes_on, "no_step_after_stop",
     BS_OUTCOME_FAIL, "stood pending_approval"},
    {"end_of_a_member_while_an_approval_is_pending", end_of_a_member_while_an_approval_is_pending,
     "no_step_after_stop", BS_OUTCOME_PASS, NULL},
    {"undone_once", undone_once, "no_undo_of_undone", BS_OUTCOME_PASS, NULL},
    {"undone_twice", undone_twice, "no_undo_of_undone", BS_OUTCOME_FAIL, NULL},
    {"undone_without_being_done", undone_without_being_done, "no_undo_of_undone", BS_OUTCOME_FAIL,
     "without having been done"},
    {"undone_in_another_execution", undone_in_another_execution, "no_undo_of_undone",
     BS_OUTCOME_FAIL, NULL},
    {"undone_behind_a_promotion", undone_behind_a_promotion, "no_undo_of_undone", BS_OUTCOME_FAIL,
     "which cannot be undone"},
    {"undone_before_the_promotion_completed", undone_before_the_promotion_completed,
     "no_undo_of_undone", BS_OUTCOME_PASS, NULL},
    {"undone_after_the_promotion", undone_after_the_promotion, "no_undo_of_undone", BS_OUTCOME_PASS,
     NULL},
    {"approved", approved, "approval_respected", BS_OUTCOME_PASS, NULL},
    {"completed_without_approval", completed_without_approval, "approval_respected",
     BS_OUTCOME_FAIL, "completed without one"},
    {"only_acknowledged", only_acknowledged, "approval_respected", BS_OUTCOME_FAIL, NULL},
    {"approved_too_late", approved_too_late, "approval_respected", BS_OUTCOME_FAIL, NULL},
    {"another_question_approved", another_question_approved, "approval_respected", BS_OUTCOME_FAIL,
     NULL},
    {"passed_over_without_approval", passed_over_without_approval, "approval_respected",
     BS_OUTCOME_PASS, NULL},
    {"declined_and_stopped", declined_and_stopped, "approval_respected", BS_OUTCOME_PASS, NULL},
    {"declined_and_went_on", declined_and_went_on, "approval_respected", BS_OUTCOME_FAIL,
     "started after commander declined"},
    {"declined_and_another_execution", declined_and_another_execution, "approval_respected",
     BS_OUTCOME_PASS, NULL},
    {"declined_by_nobody_asked", declined_by_nobody_asked, "approval_respected", BS_OUTCOME_UNKNOWN,
     "which no call asked"},
    {"confirmed", confirmed, "no_failover_without_confirmation", BS_OUTCOME_PASS, NULL},
    {"ordered", ordered, "no_failover_without_confirmation", BS_OUTCOME_PASS, NULL},
    {"unconfirmed", unconfirmed, "no_failover_without_confirmation", BS_OUTCOME_FAIL,
     "app was not confirmed"},
    {"confirmed_long_ago", confirmed_long_ago, "no_failover_without_confirmation", BS_OUTCOME_FAIL,
     NULL},
    {"another_trigger_confirmed", another_trigger_confirmed, "no_failover_without_confirmation",
     BS_OUTCOME_FAIL, NULL},
    {"only_detected", only_detected, "no_failover_without_confirmation", BS_OUTCOME_FAIL, NULL},
    {"confirmed_as_it_crashed", confirmed_as_it_crashed, "no_failover_without_confirmation",
     BS_OUTCOME_PASS, NULL},
    {"confirmed_before_it_crashed", confirmed_before_it_crashed, "no_failover_without_confirmation",
     BS_OUTCOME_FAIL, NULL},
    {"confirmed_as_it_crashed_but_decided_later", confirmed_as_it_crashed_but_decided_later,
     "no_failover_without_confirmation", BS_OUTCOME_FAIL, NULL},
    {"confirmed_and_decided_at_a_resumption", confirmed_and_decided_at_a_resumption,
     "no_failover_without_confirmation", BS_OUTCOME_PASS, NULL},
    {"no_leases", no_leases, "calls_covered_by_lease", BS_OUTCOME_PASS, "no lease is in use"},
    {"covered", covered, "calls_covered_by_lease", BS_OUTCOME_PASS, NULL},
    {"lease_ends_before_the_deadline", lease_ends_before_the_deadline, "calls_covered_by_lease",
     BS_OUTCOME_FAIL, "without a lease"},
    {"lease_renewed", lease_renewed, "calls_covered_by_lease", BS_OUTCOME_PASS, NULL},
    {"lease_given_back", lease_given_back, "calls_covered_by_lease", BS_OUTCOME_FAIL, NULL},
    {"never_leased", never_leased, "calls_covered_by_lease", BS_OUTCOME_FAIL, NULL},
    {"read_without_lease", read_without_lease, "calls_covered_by_lease", BS_OUTCOME_PASS, NULL},
    {"lease_lost_to_another", lease_lost_to_another, "calls_covered_by_lease", BS_OUTCOME_FAIL,
     NULL},
    {"leases_overlap", leases_overlap, "calls_covered_by_lease", BS_OUTCOME_FAIL,
     "was granted the lease while"},
    {"leases_in_turn", leases_in_turn, "calls_covered_by_lease", BS_OUTCOME_PASS, NULL},
    {"token_falls", token_falls, "calls_covered_by_lease", BS_OUTCOME_FAIL, "token went from"},
    {"token_stays_in_other_hands", token_stays_in_other_hands, "calls_covered_by_lease",
     BS_OUTCOME_FAIL, NULL},
    {"step_under_anothers_lease", step_under_anothers_lease, "calls_covered_by_lease",
     BS_OUTCOME_FAIL, "held the lease"},
    {"one_after_another", one_after_another, "one_execution_at_a_time", BS_OUTCOME_PASS, NULL},
    {"two_at_once", two_at_once, "one_execution_at_a_time", BS_OUTCOME_FAIL, "was under way while"},
    {"taken_over", taken_over, "one_execution_at_a_time", BS_OUTCOME_PASS, NULL},
    {"taken_over_without_lease", taken_over_without_lease, "one_execution_at_a_time",
     BS_OUTCOME_FAIL, NULL},
    {"taken_over_from_the_living", taken_over_from_the_living, "one_execution_at_a_time",
     BS_OUTCOME_FAIL, NULL},
    {"failovers_without_the_ordered", failovers_without_the_ordered, "expect_failovers",
     BS_OUTCOME_PASS, NULL},
    {"failovers_too_few", failovers_too_few, "expect_failovers", BS_OUTCOME_FAIL,
     "1 decided, 2 expected"},
    {"executions", executions, "expect_executions", BS_OUTCOME_PASS, NULL},
    {"executions_too_many", executions_too_many, "expect_executions", BS_OUTCOME_FAIL,
     "2 came in progress, 1 expected"},
    {"lost_writes", lost_writes, "expect_lost_writes", BS_OUTCOME_PASS, NULL},
    {"lost_writes_unexpected", lost_writes_unexpected, "expect_lost_writes", BS_OUTCOME_FAIL,
     "5 writes lost, 0 expected"},
    {"approvals", approvals, "expect_approvals", BS_OUTCOME_PASS, NULL},
    {"approvals_missing", approvals_missing, "expect_approvals", BS_OUTCOME_FAIL, NULL},
    {"expectation_unheard_of", expectation_unheard_of, "expect_wonders", BS_OUTCOME_UNKNOWN, NULL},
    {"expectation_that_is_no_number", expectation_that_is_no_number, "expect_approvals",
     BS_OUTCOME_UNKNOWN, NULL},
};

enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]) };

static const struct bs_invariant *find(const struct bs_report *report, const char *name)
{
    for (size_t i = 0; i < report->invariants.count; i++) {
        if (strcmp(report->invariants.items[i].name, name) == 0) {
            return &report->invariants.items[i];
        }
    }
    fail_msg("no invariant %s", name);
    return NULL;
}

static void test_row(void **state)
{
    static struct story_events tale;
    const struct row *row = *state;
    struct bs_report *report = NULL;
    struct bs_history *history;
    const struct bs_invariant *found;

    tale_begin(&tale);
    row->tell(&tale);
    history = tale_end(&tale);
    assert_int_equal(bs_report_build(&(struct bs_report_inputs){.history = history}, &report, NULL),
                     BS_OK);
    found = find(report, row->invariant);
    if (found->outcome != row->outcome) {
        fail_msg("%s is %s: %s", row->invariant, bs_outcome_name(found->outcome), found->reason);
    }
    if (row->reason != NULL && strstr(found->reason, row->reason) == NULL) {
        fail_msg("'%s' does not say: %s", found->reason, row->reason);
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void a_quiet_hour_violates_nothing(void **state)
{
    static struct story_events tale;
    struct bs_report *report = NULL;
    struct bs_history *history;

    (void)state;
    tale_begin(&tale);
    history = tale_end(&tale);
    assert_int_equal(bs_report_build(&(struct bs_report_inputs){.history = history}, &report, NULL),
                     BS_OK);
    for (size_t i = 0; i < report->invariants.count; i++) {
        if (report->invariants.items[i].outcome != BS_OUTCOME_PASS) {
            fail_msg("%s: %s", report->invariants.items[i].name,
                     report->invariants.items[i].reason);
        }
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
}

int main(void)
{
    static struct CMUnitTest tests[ROW_COUNT + 1];

    for (size_t i = 0; i < ROW_COUNT; i++) {
        tests[i].name = rows[i].name;
        tests[i].test_func = test_row;
        tests[i].initial_state = (void *)(uintptr_t)&rows[i];
    }
    tests[ROW_COUNT].name = "a_quiet_hour_violates_nothing";
    tests[ROW_COUNT].test_func = a_quiet_hour_violates_nothing;
    return _cmocka_run_group_tests("report_invariants", tests, ROW_COUNT + 1, NULL, NULL);
}
