/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/lint/lint.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/lint/rules.h"

typedef void lint_fn(struct bs_lint *lint);

enum scope { OF_PLAN, OF_WORKFLOW };

/* id, severity, scope, function, summary: one table for all that is known about a rule. */
#define LINT_RULES(X)                                                                              \
    X("no-fence-before-promotion", ERROR, WORKFLOW, no_fence_before_promotion,                     \
      "a store with one writer is promoted without a fence of its primary before")                 \
    X("confirmation-in-lost-region", ERROR, WORKFLOW, confirmation_in_lost_region,                 \
      "the trigger cannot be confirmed when the Region it is for is lost")                         \
    X("orchestrator-in-lost-region", ERROR, WORKFLOW, orchestrator_in_lost_region,                 \
      "the orchestrator lives in the Region that the workflow leaves")                             \
    X("step-needs-lost-control-plane", ERROR, WORKFLOW, step_needs_lost_control_plane,             \
      "a step that needs an API in the Region being left stops the workflow when it fails")        \
    X("image-not-replicated", ERROR, WORKFLOW, image_not_replicated,                               \
      "a service is scaled whose image lies only in the Region being left")                        \
    X("secret-not-replicated", ERROR, WORKFLOW, secret_not_replicated,                             \
      "a service is scaled whose tasks read a secret or parameter in the Region being left")       \
    X("scale-beyond-maximum", ERROR, WORKFLOW, scale_beyond_maximum,                               \
      "a service is scaled to more tasks than it may have")                                        \
    X("veto-of-own-evidence", ERROR, PLAN, veto_of_own_evidence,                                   \
      "a trigger is held back by the very evidence it needs")                                      \
    X("lease-store-in-lost-region", ERROR, WORKFLOW, lease_store_in_lost_region,                   \
      "the lease lies in the Region that the workflow leaves")                                     \
    X("promotion-of-no-replica", ERROR, WORKFLOW, promotion_of_no_replica,                         \
      "what is promoted was the primary and has not been made a replica before")                   \
    X("failback-keeps-latches", ERROR, WORKFLOW, failback_keeps_latches,                           \
      "a workflow goes back to what another has latched shut")                                     \
    X("ttl-of-alias", ERROR, WORKFLOW, ttl_of_alias, "a TTL is set on an alias, which has none")   \
    X("promotion-without-lag-check", WARNING, WORKFLOW, promotion_without_lag_check,               \
      "a replica is promoted without looking at its lag before")                                   \
    X("alarm-blind-to-silence", WARNING, WORKFLOW, alarm_blind_to_silence,                         \
      "a trigger's alarm says nothing when the load balancer it watches is lost")                  \
    X("detection-beyond-rto", WARNING, WORKFLOW, detection_beyond_rto,                             \
      "detection, confirmation and TTL alone take longer than the RTO")                            \
    X("targets-beyond-rto", WARNING, WORKFLOW, targets_beyond_rto,                                 \
      "detection and the steps' targets add up to more than the RTO")                              \
    X("image-pulled-from-afar", WARNING, WORKFLOW, image_pulled_from_afar,                         \
      "a service is scaled whose image is not in its Region")                                      \
    X("secret-fetched-from-afar", WARNING, WORKFLOW, secret_fetched_from_afar,                     \
      "a service is scaled whose tasks read a secret or parameter in another Region")              \
    X("standby-cannot-reach-capacity", WARNING, WORKFLOW, standby_cannot_reach_capacity,           \
      "what takes over is too small for the clients that are sent there")                          \
    X("no-smoke-test-before-cutover", WARNING, WORKFLOW, no_smoke_test_before_cutover,             \
      "clients are sent to a Region that nobody has tried")                                        \
    X("secret-never-proven", WARNING, WORKFLOW, secret_never_proven,                               \
      "clients are sent to tasks that nobody has seen log in to a database")                       \
    X("no-health-validation-after-cutover", WARNING, WORKFLOW, no_health_validation_after_cutover, \
      "nobody looks whether the cutover worked")                                                   \
    X("fence-undone-by-autoscaling", WARNING, WORKFLOW, fence_undone_by_autoscaling,               \
      "autoscaling starts the tasks again that a fence has stopped")                               \
    X("rollback-without-undo", WARNING, WORKFLOW, rollback_without_undo,                           \
      "a step's policy is rollback, and nothing it reaches can be undone")                         \
    X("approval-without-timeout", WARNING, WORKFLOW, approval_without_timeout,                     \
      "people are asked without saying how long is waited")                                        \
    X("approval-by-silence", WARNING, WORKFLOW, approval_by_silence,                               \
      "an unanswered approval lets the workflow go on to what cannot be taken back")               \
    X("step-never-runs", WARNING, WORKFLOW, step_never_runs,                                       \
      "a step's condition cannot hold, or what it stands in for cannot fail")                      \
    X("workflow-never-run", WARNING, WORKFLOW, workflow_never_run, "nothing runs a workflow")      \
    X("order-not-heard", WARNING, PLAN, order_not_heard,                                           \
      "an operator orders what the plan has no ear for")                                           \
    X("breaker-slower-than-rto", WARNING, PLAN, breaker_slower_than_rto,                           \
      "a circuit breaker stays open for longer than the RTO")                                      \
    X("rto-differs", WARNING, PLAN, rto_differs, "plan and scenario name different RTOs")          \
    X("rpo-below-lag", WARNING, PLAN, rpo_below_lag,                                               \
      "a store's usual replication lag exceeds its RPO")                                           \
    X("replica-in-no-plan", WARNING, PLAN, replica_in_no_plan,                                     \
      "a database has a replica that no workflow promotes")                                        \
    X("probe-in-lost-region", NOTE, WORKFLOW, probe_in_lost_region,                                \
      "a trigger's probe looks from the Region being left")                                        \
    X("orchestrator-nowhere", NOTE, PLAN, orchestrator_nowhere,                                    \
      "no Region has the role control, so the orchestrator survives everything")                   \
    X("dns-control-plane", NOTE, WORKFLOW, dns_control_plane,                                      \
      "records are changed after leaving the Region where Route 53's control plane is")            \
    X("timeouts-beyond-rto", NOTE, WORKFLOW, timeouts_beyond_rto,                                  \
      "the steps' timeouts add up to more than the RTO")                                           \
    X("rollback-stops-short", NOTE, WORKFLOW, rollback_stops_short,                                \
      "a rollback ends at a step that cannot be taken back")                                       \
    X("lease-missing", NOTE, PLAN, lease_missing,                                                  \
      "a store with one writer is moved, and nothing keeps a second orchestrator away")            \
    X("failback-missing", NOTE, WORKFLOW, failback_missing,                                        \
      "a workflow leaves a Region, and none comes back")                                           \
    X("retries-end-early", NOTE, WORKFLOW, retries_end_early,                                      \
      "on a throttled account a step gives up long before its timeout")                            \
    X("notification-missing", NOTE, WORKFLOW, notification_missing, "a workflow tells nobody")

#define RULE_ROW(name, level, scope, function, text)  {name, BS_LINT_##level, text},
#define CHECK_ROW(name, level, scope, function, text) {bs_lint_##function, OF_##scope},

static const struct bs_lint_rule rules[] = {LINT_RULES(RULE_ROW)};

static const struct {
    lint_fn *check;
    enum scope scope;
} checks[] = {LINT_RULES(CHECK_ROW)};

enum { RULE_COUNT = sizeof(rules) / sizeof(rules[0]) };

const char *bs_lint_severity_name(enum bs_lint_severity severity)
{
    static const char *const names[] = {
        [BS_LINT_ERROR] = "error", [BS_LINT_WARNING] = "warning", [BS_LINT_NOTE] = "note"};

    BS_ASSERT((size_t)severity < sizeof(names) / sizeof(names[0]));
    return names[severity];
}

const struct bs_lint_rule *bs_lint_rules(size_t *count)
{
    *count = RULE_COUNT;
    return rules;
}

static bool is_same(const struct bs_lint_finding *a, const struct bs_lint_finding *b)
{
    return a->rule == b->rule && a->at.line == b->at.line && a->at.column == b->at.column &&
           strcmp(a->at.file, b->at.file) == 0 && strcmp(a->message, b->message) == 0;
}

/* What two workflows that run the same child plan have in common is said once. */
static void add(struct bs_lint *lint, const struct bs_lint_finding *finding)
{
    for (size_t i = 0; i < lint->count && i < BS_LINT_FINDINGS_MAX; i++) {
        if (is_same(&lint->findings[i], finding)) {
            return;
        }
    }
    if (lint->count < BS_LINT_FINDINGS_MAX) {
        lint->findings[lint->count] = *finding;
    }
    if (lint->count <= BS_LINT_FINDINGS_MAX) {
        lint->count++;
    }
}

void bs_lint_at_step(struct bs_lint *lint, const struct bs_step *step, const char *format, ...)
{
    struct bs_lint_finding finding = {
        .rule = lint->rule, .at = bs_lint_step_place(lint, step), .step = step->id};
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(finding.message, sizeof(finding.message), format, arguments);
    va_end(arguments);
    add(lint, &finding);
}

void bs_lint_at(struct bs_lint *lint, struct bs_position at, const char *format, ...)
{
    struct bs_lint_finding finding = {.rule = lint->rule, .at = at};
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(finding.message, sizeof(finding.message), format, arguments);
    va_end(arguments);
    add(lint, &finding);
}

/* A workflow that is only run in another's place is judged there, where its steps have their context. */
static void apply_to_workflow(struct bs_lint *lint, size_t rule, const struct bs_workflow *workflow)
{
    lint->workflow = workflow;
    if (bs_lint_is_triggered(lint) || !bs_lint_is_child(lint)) {
        bs_lint_find_move(lint);
        checks[rule].check(lint);
    }
}

static void apply(struct bs_lint *lint, size_t rule)
{
    lint->rule = &rules[rule];
    lint->workflow = NULL;
    lint->left = NULL;
    lint->taken = NULL;
    lint->lost = NULL;
    if (checks[rule].scope == OF_PLAN) {
        checks[rule].check(lint);
        return;
    }
    for (uint32_t i = 0; i < lint->plan->workflow_count; i++) {
        apply_to_workflow(lint, rule, &lint->plan->workflows[i]);
    }
}

enum bs_status bs_lint(const struct bs_lint_subject *subject, struct bs_arena *arena,
                       struct bs_lint_findings *findings, struct bs_error *error)
{
    struct bs_lint lint = {.scenario = subject->scenario,
                           .plan = subject->plan,
                           .plan_document = subject->plan_document};

    BS_ASSERT(subject->scenario != NULL);
    BS_ASSERT((subject->plan == NULL) == (subject->plan_document == NULL));

    *findings = (struct bs_lint_findings){NULL, 0};
    if (subject->plan == NULL) {
        return BS_OK;
    }
    lint.findings = bs_arena_array(arena, BS_LINT_FINDINGS_MAX, sizeof(*lint.findings));
    if (lint.findings == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < RULE_COUNT; i++) {
        apply(&lint, i);
    }
    if (lint.count > BS_LINT_FINDINGS_MAX) {
        return bs_error_set(error, BS_ERR_LIMIT, NULL, "more than %d findings",
                            BS_LINT_FINDINGS_MAX);
    }
    *findings = (struct bs_lint_findings){lint.findings, lint.count};
    return BS_OK;
}
