/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_LINT_RULES_H
#define BS_SIM_LINT_RULES_H

/** What rules are given and what they share. Internal to sim/lint. */

#include <stdbool.h>

#include "sim/lint/lint.h"

/** The state of one application of all rules. There is a plan. */
struct bs_lint {
    const struct bs_scenario *scenario;
    const struct bs_plan *plan;
    const struct bs_document *plan_document;
    const struct bs_lint_rule *rule;
    const struct bs_workflow *workflow; /* NULL in rules about the whole plan. */
    const char *left;  /* The Region that the workflow leaves, by its real name, or NULL. */
    const char *taken; /* The one that takes over, or NULL. */
    const char *lost;  /* `left`, if the workflow is for its loss; else NULL. */
    struct bs_lint_finding *findings;
    size_t count; /* May exceed what fits by one: then there were too many. */
};

/** @{ One finding, at a step of the plan or at a place. */
__attribute__((format(printf, 3, 4))) void
bs_lint_at_step(struct bs_lint *lint, const struct bs_step *step, const char *format, ...);
__attribute__((format(printf, 3, 4))) void bs_lint_at(struct bs_lint *lint, struct bs_position at,
                                                      const char *format, ...);
/** @} */

/** @{ place.c: places in the files; line 0 where it is not known. */
struct bs_position bs_lint_step_place(const struct bs_lint *lint, const struct bs_step *step);
/** Whether the step's own map has this key. */
bool bs_lint_step_says(const struct bs_lint *lint, const struct bs_step *step, const char *key);
/** The role that stands for "deactivating" or "activating" in lint->workflow. */
const char *bs_lint_role(const struct bs_lint *lint, const char *side);
/** Whether a run_plan of any workflow runs lint->workflow. */
bool bs_lint_is_child(const struct bs_lint *lint);
/** Of lint->workflow. */
struct bs_position bs_lint_workflow_place(const struct bs_lint *lint);
struct bs_position bs_lint_trigger_place(const struct bs_lint *lint,
                                         const struct bs_trigger *trigger);
/** Of a key at the top of the plan or of the scenario. */
struct bs_position bs_lint_plan_place(const struct bs_lint *lint, const char *key);
struct bs_position bs_lint_scenario_place(const struct bs_lint *lint, const char *key);
/** @} */

/** @{ flow.c: the course of lint->workflow, and what sets it going. */

/** The first step, in its mode, after `previous` (NULL: of all), or NULL. Rows of groups are passed over. */
const struct bs_step *bs_lint_next_step(const struct bs_lint *lint, const struct bs_step *previous);

/** As above, of this block. */
const struct bs_step *bs_lint_next(const struct bs_lint *lint, enum bs_block_id block,
                                   const struct bs_step *previous);

/** Behind the last row. */
const struct bs_step *bs_lint_end(const struct bs_lint *lint);

/** Whether no condition of the row itself asks for another mode. */
bool bs_lint_mode_allows(const struct bs_workflow *workflow, const struct bs_step *row);

/** Whether the innermost group of both runs its members at once. */
bool bs_lint_runs_beside(const struct bs_lint *lint, const struct bs_step *one,
                         const struct bs_step *other);

/** Whether `earlier` has been done when `later` begins: not beside it, and not only in place of another. */
bool bs_lint_precedes(const struct bs_lint *lint, const struct bs_step *earlier,
                      const struct bs_step *later);

/** Whether a group around the step, or the workflow, has a timeout. */
bool bs_lint_has_limit(const struct bs_lint *lint, const struct bs_step *step);

/** What follows a failure of the step in the workflow's mode. */
const struct bs_failure_policy *bs_lint_policy(const struct bs_lint *lint,
                                               const struct bs_step *step);

/** Whether its time is people's time. */
bool bs_lint_asks_people(const struct bs_step *step);

/** Whether the step works on the resource of this id. */
bool bs_lint_names(const struct bs_step *step, const char *id);

/** Whether a step of this block that works on it precedes `later`. */
bool bs_lint_names_before(const struct bs_lint *lint, enum bs_block_id block, const char *id,
                          const struct bs_step *later);

/** Whether a trigger goes by what sources see, not by an operator's word. */
bool bs_lint_is_evidence(const struct bs_trigger *trigger);

/** Whether a trigger, or one of its kinds of failure, runs lint->workflow. */
bool bs_lint_runs(const struct bs_lint *lint, const struct bs_trigger *trigger);

/** Whether any does. */
bool bs_lint_is_triggered(const struct bs_lint *lint);

/** Whether it must do without the Region it leaves: ungraceful, or set going by evidence of a failure. */
bool bs_lint_is_for_loss(const struct bs_lint *lint);
/** @} */

/** @{ move.c: what a workflow leaves and takes, and what stands behind names. */

/** Sets `left`, `taken` and `lost` from the workflow's roles and what it does. */
void bs_lint_find_move(struct bs_lint *lint);

/** The scenario's resource behind one of the plan's, or NULL for what is no resource there. */
const struct bs_resource *bs_lint_resource(const struct bs_lint *lint,
                                           const struct bs_plan_resource *resource);

/** The service behind the load balancer that a change_dns step sends clients to. */
const struct bs_resource *bs_lint_service_behind(const struct bs_lint *lint,
                                                 const struct bs_step *cutover);

/** The scenario's monitor behind a source. */
const struct bs_monitor *bs_lint_monitor(const struct bs_lint *lint,
                                         const struct bs_source *source);

/** The scenario's record that a change_dns step changes. */
const struct bs_record_set *bs_lint_record(const struct bs_lint *lint, const struct bs_step *step);

/** Whether both are names, and of the same Region. */
bool bs_lint_same_region(const char *a, const char *b);

/** A distribution's quantile; false for mixtures, whose samples are not in order. */
bool bs_lint_quantile(const struct bs_distribution *distribution, int percent,
                      struct bs_duration *value);
/** @} */

/** @{ The rules, one file per group. */
void bs_lint_no_fence_before_promotion(struct bs_lint *lint);
void bs_lint_promotion_without_lag_check(struct bs_lint *lint);
void bs_lint_replica_in_no_plan(struct bs_lint *lint);
void bs_lint_rpo_below_lag(struct bs_lint *lint);

void bs_lint_confirmation_in_lost_region(struct bs_lint *lint);
void bs_lint_alarm_blind_to_silence(struct bs_lint *lint);
void bs_lint_probe_in_lost_region(struct bs_lint *lint);
void bs_lint_orchestrator_in_lost_region(struct bs_lint *lint);
void bs_lint_orchestrator_nowhere(struct bs_lint *lint);
void bs_lint_step_needs_lost_control_plane(struct bs_lint *lint);
void bs_lint_dns_control_plane(struct bs_lint *lint);

void bs_lint_detection_beyond_rto(struct bs_lint *lint);
void bs_lint_targets_beyond_rto(struct bs_lint *lint);
void bs_lint_timeouts_beyond_rto(struct bs_lint *lint);
void bs_lint_rto_differs(struct bs_lint *lint);

void bs_lint_image_not_replicated(struct bs_lint *lint);
void bs_lint_image_pulled_from_afar(struct bs_lint *lint);
void bs_lint_secret_not_replicated(struct bs_lint *lint);
void bs_lint_secret_fetched_from_afar(struct bs_lint *lint);

void bs_lint_scale_beyond_maximum(struct bs_lint *lint);
void bs_lint_standby_cannot_reach_capacity(struct bs_lint *lint);

void bs_lint_breaker_slower_than_rto(struct bs_lint *lint);

void bs_lint_veto_of_own_evidence(struct bs_lint *lint);
void bs_lint_lease_store_in_lost_region(struct bs_lint *lint);
void bs_lint_lease_missing(struct bs_lint *lint);
void bs_lint_promotion_of_no_replica(struct bs_lint *lint);

void bs_lint_step_never_runs(struct bs_lint *lint);
void bs_lint_workflow_never_run(struct bs_lint *lint);
void bs_lint_order_not_heard(struct bs_lint *lint);
void bs_lint_approval_without_timeout(struct bs_lint *lint);
void bs_lint_approval_by_silence(struct bs_lint *lint);
void bs_lint_rollback_without_undo(struct bs_lint *lint);
void bs_lint_rollback_stops_short(struct bs_lint *lint);

void bs_lint_failback_missing(struct bs_lint *lint);
void bs_lint_failback_keeps_latches(struct bs_lint *lint);

void bs_lint_ttl_of_alias(struct bs_lint *lint);
void bs_lint_fence_undone_by_autoscaling(struct bs_lint *lint);
void bs_lint_retries_end_early(struct bs_lint *lint);

void bs_lint_no_health_validation_after_cutover(struct bs_lint *lint);
void bs_lint_no_smoke_test_before_cutover(struct bs_lint *lint);
void bs_lint_secret_never_proven(struct bs_lint *lint);
void bs_lint_notification_missing(struct bs_lint *lint);
/** @} */

#endif
