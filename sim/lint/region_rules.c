/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "orchestrator/core/block.h"
#include "sim/lint/rules.h"

/* Where Route 53's control plane is: fact A24. */
static const char route53_home[] = "us-east-1";

/* No data is no alarm, unless the alarm says otherwise. */
static bool is_blind(const struct bs_lint *lint, const struct bs_source *source)
{
    const struct bs_monitor *monitor = bs_lint_monitor(lint, source);

    return monitor->kind == BS_MONITOR_ALARM && monitor->missing != BS_MISSING_BREACHING &&
           bs_lint_same_region(
               lint->scenario->regions[lint->scenario->resources[monitor->alb].region].name,
               lint->left);
}

/* Health checks are made from everywhere, and a probe without an answer counts as failed: only alarms die. */
static bool dies_with_region(const struct bs_lint *lint, const struct bs_source *source)
{
    return source->kind == BS_KIND_ALARM &&
           (bs_lint_same_region(source->region, lint->left) || is_blind(lint, source));
}

static uint32_t survivors(const struct bs_lint *lint, const struct bs_trigger *trigger)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < trigger->also_count; i++) {
        count += dies_with_region(lint, &lint->plan->sources[trigger->also[i]]) ? 0 : 1;
    }
    return count;
}

static void judge_confirmation(struct bs_lint *lint, const struct bs_trigger *trigger)
{
    const uint32_t left = survivors(lint, trigger);

    if (dies_with_region(lint, &lint->plan->sources[trigger->source])) {
        bs_lint_at(lint, bs_lint_trigger_place(lint, trigger),
                   "'%s' says nothing any more when %s is lost: %s would never run", trigger->id,
                   lint->left, lint->workflow->name);
    } else if (trigger->also_count > 0 && left < trigger->any) {
        bs_lint_at(lint, bs_lint_trigger_place(lint, trigger),
                   "%u of %u must confirm, but only %u can still speak when %s is lost: %s "
                   "would never run",
                   trigger->any, trigger->also_count, left, lint->left, lint->workflow->name);
    }
}

void bs_lint_confirmation_in_lost_region(struct bs_lint *lint)
{
    for (uint32_t i = 0; i < lint->plan->trigger_count && lint->left != NULL; i++) {
        const struct bs_trigger *trigger = &lint->plan->triggers[i];

        if (bs_lint_runs(lint, trigger) && bs_lint_is_evidence(trigger)) {
            judge_confirmation(lint, trigger);
        }
    }
}

static bool is_vetoed(const struct bs_trigger *trigger, uint32_t source)
{
    for (uint32_t i = 0; i < trigger->veto_count; i++) {
        if (trigger->veto[i] == source) {
            return true;
        }
    }
    return false;
}

void bs_lint_veto_of_own_evidence(struct bs_lint *lint)
{
    for (uint32_t i = 0; i < lint->plan->trigger_count; i++) {
        const struct bs_trigger *trigger = &lint->plan->triggers[i];
        uint32_t unvetoed = 0;

        for (uint32_t j = 0; j < trigger->also_count; j++) {
            unvetoed += is_vetoed(trigger, trigger->also[j]) ? 0 : 1;
        }
        if (unvetoed < trigger->any || is_vetoed(trigger, trigger->source)) {
            bs_lint_at(lint, bs_lint_trigger_place(lint, trigger),
                       "'%s' is vetoed by what must see the failure: whenever it could be "
                       "confirmed, it is held back",
                       trigger->id);
        }
    }
}

/* Calls `judge` for every source of the workflow's triggers, each once per trigger. */
static void for_each_source(struct bs_lint *lint,
                            void (*judge)(struct bs_lint *lint, const struct bs_trigger *trigger,
                                          const struct bs_source *source))
{
    for (uint32_t i = 0; i < lint->plan->trigger_count && lint->left != NULL; i++) {
        const struct bs_trigger *trigger = &lint->plan->triggers[i];

        if (!bs_lint_runs(lint, trigger) || !bs_lint_is_evidence(trigger)) {
            continue;
        }
        judge(lint, trigger, &lint->plan->sources[trigger->source]);
        for (uint32_t j = 0; j < trigger->also_count; j++) {
            judge(lint, trigger, &lint->plan->sources[trigger->also[j]]);
        }
    }
}

static void judge_silence(struct bs_lint *lint, const struct bs_trigger *trigger,
                          const struct bs_source *source)
{
    const struct bs_monitor *monitor = bs_lint_monitor(lint, source);

    if (is_blind(lint, source)) {
        bs_lint_at(lint, monitor->at,
                   "alarm %s, a source of '%s', watches %s: when %s is lost there is no data, and "
                   "without 'missing: breaching' no data is no alarm",
                   source->id, trigger->id, lint->scenario->resources[monitor->alb].id, lint->left);
    }
}

void bs_lint_alarm_blind_to_silence(struct bs_lint *lint)
{
    for_each_source(lint, judge_silence);
}

static void judge_probe(struct bs_lint *lint, const struct bs_trigger *trigger,
                        const struct bs_source *source)
{
    if (source->kind == BS_KIND_PROBE && bs_lint_same_region(source->region, lint->left)) {
        bs_lint_at(lint, bs_lint_monitor(lint, source)->at,
                   "probe %s, a source of '%s', looks from %s, the Region being left: it cannot "
                   "tell the service's failure from its own",
                   source->id, trigger->id, lint->left);
    }
}

void bs_lint_probe_in_lost_region(struct bs_lint *lint)
{
    for_each_source(lint, judge_probe);
}

void bs_lint_orchestrator_in_lost_region(struct bs_lint *lint)
{
    const int32_t control = bs_scenario_region(lint->scenario, "control");

    if (control != BS_NONE &&
        bs_lint_same_region(lint->scenario->regions[control].name, lint->lost)) {
        bs_lint_at(lint, bs_lint_scenario_place(lint, "regions"),
                   "the orchestrator lives in %s (role control), which %s leaves: it dies with "
                   "what it should save",
                   lint->left, lint->workflow->name);
    }
}

void bs_lint_orchestrator_nowhere(struct bs_lint *lint)
{
    if (bs_scenario_region(lint->scenario, "control") == BS_NONE) {
        bs_lint_at(lint, bs_lint_scenario_place(lint, "regions"),
                   "no Region has the role control: the orchestrator is taken to live outside all "
                   "of them and to survive, which nothing here proves");
    }
}

static bool works_in(const struct bs_step *step, const char *region)
{
    if (bs_block(step->block)->operation_count == 0) {
        return false; /* It asks nobody. */
    }
    for (uint32_t i = 0; i < step->parameters.of_count; i++) {
        if (bs_lint_same_region(step->parameters.of[i]->region, region)) {
            return true;
        }
    }
    return bs_lint_same_region(step->region, region);
}

/* Whether its author has said when it is done at all, by something else than the mode. */
static bool is_conditional(const struct bs_step *step)
{
    for (uint32_t i = 0; i < step->conditions.count; i++) {
        if (step->conditions.items[i].kind != BS_CONDITION_MODE) {
            return true;
        }
    }
    return false;
}

/* What follows the step's failure or timeout, whichever is severer. */
static enum bs_on_failure worst_of(const struct bs_failure_policy *policy)
{
    return policy->on_failure > policy->on_timeout ? policy->on_failure : policy->on_timeout;
}

/* A step with an alternative does not stop the workflow; the alternative may. */
void bs_lint_step_needs_lost_control_plane(struct bs_lint *lint)
{
    static const char *const ends[] = {[BS_ON_FAILURE_PAUSE] = "stands until a person decides",
                                       [BS_ON_FAILURE_ROLLBACK] = "is rolled back",
                                       [BS_ON_FAILURE_ABORT] = "ends"};
    const struct bs_step *step = lint->lost != NULL ? bs_lint_next_step(lint, NULL) : NULL;

    for (; step != NULL; step = bs_lint_next_step(lint, step)) {
        const enum bs_on_failure on_failure = worst_of(bs_lint_policy(lint, step));

        if (step->descendants == 0 && on_failure != BS_ON_FAILURE_CONTINUE &&
            works_in(step, lint->lost) && !is_conditional(step)) {
            bs_lint_at_step(lint, step,
                            "%s works in %s, the Region being left: should that be lost, the step "
                            "fails and the workflow %s; where going on is right, say on_failure: "
                            "continue and by whose authority",
                            bs_block(step->block)->name, lint->lost, ends[on_failure]);
        }
    }
}

void bs_lint_lease_store_in_lost_region(struct bs_lint *lint)
{
    const struct bs_lease *lease = lint->plan->lease;

    if (lease == NULL || !bs_lint_same_region(lease->table->region, lint->lost)) {
        return;
    }
    bs_lint_at(lint, bs_lint_plan_place(lint, "lease"),
               "the lease lies in %s (table %s), which %s leaves: when that is lost it cannot be "
               "renewed, and the orchestrator %s",
               lint->lost, lease->table->id, lint->workflow->name,
               lease->unreachable == BS_UNREACHABLE_ASK ? "stands until a person lets it go on"
                                                        : "sends nothing more");
}

void bs_lint_dns_control_plane(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

    if (step != NULL && bs_lint_same_region(lint->lost, route53_home)) {
        bs_lint_at_step(lint, step,
                        "changes a record after leaving us-east-1, where Route 53's control plane "
                        "is: a loss that takes it along ('global_control_planes: lost') stops the "
                        "cutover");
    }
}
