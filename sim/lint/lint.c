/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/lint/lint.h"

#include <stdarg.h>
#include <stdio.h>

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
    X("scale-beyond-maximum", ERROR, WORKFLOW, scale_beyond_maximum,                               \
      "a service is scaled to more tasks than it may have")                                        \
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
    X("standby-cannot-reach-capacity", WARNING, WORKFLOW, standby_cannot_reach_capacity,           \
      "what takes over is too small for the clients that are sent there")                          \
    X("no-smoke-test-before-cutover", WARNING, WORKFLOW, no_smoke_test_before_cutover,             \
      "clients are sent to a Region that nobody has tried")                                        \
    X("no-health-validation-after-cutover", WARNING, WORKFLOW, no_health_validation_after_cutover, \
      "nobody looks whether the cutover worked")                                                   \
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

/* The row to fill, or NULL when there is no room. */
static struct bs_lint_finding *new_finding(struct bs_lint *lint)
{
    struct bs_lint_finding *finding = NULL;

    if (lint->count < BS_LINT_FINDINGS_MAX) {
        finding = &lint->findings[lint->count];
        finding->rule = lint->rule;
    }
    if (lint->count <= BS_LINT_FINDINGS_MAX) {
        lint->count++;
    }
    return finding;
}

void bs_lint_at_step(struct bs_lint *lint, const struct bs_step *step, const char *format, ...)
{
    struct bs_lint_finding *finding = new_finding(lint);
    va_list arguments;

    if (finding != NULL) {
        finding->at = bs_lint_step_place(lint, step);
        finding->step = step->id;
        va_start(arguments, format);
        (void)vsnprintf(finding->message, sizeof(finding->message), format, arguments);
        va_end(arguments);
    }
}

void bs_lint_at(struct bs_lint *lint, struct bs_position at, const char *format, ...)
{
    struct bs_lint_finding *finding = new_finding(lint);
    va_list arguments;

    if (finding != NULL) {
        finding->at = at;
        va_start(arguments, format);
        (void)vsnprintf(finding->message, sizeof(finding->message), format, arguments);
        va_end(arguments);
    }
}

static void apply(struct bs_lint *lint, size_t rule)
{
    lint->rule = &rules[rule];
    lint->workflow = NULL;
    lint->left = NULL;
    lint->taken = NULL;
    if (checks[rule].scope == OF_PLAN) {
        checks[rule].check(lint);
        return;
    }
    for (uint32_t i = 0; i < lint->plan->workflow_count; i++) {
        lint->workflow = &lint->plan->workflows[i];
        bs_lint_find_move(lint);
        checks[rule].check(lint);
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
