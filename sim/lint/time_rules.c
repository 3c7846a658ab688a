/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>

#include "base/assert.h"
#include "sim/lint/rules.h"

enum { SENTENCE_MAX = 160 };

/* bs_clock_names */
enum { CLOCK_IMPACT, CLOCK_FAULT, CLOCK_DETECTED, CLOCK_DECLARED };

/* From the first failure to the decision, and its parts in words. */
struct detection {
    int64_t ns;
    char words[SENTENCE_MAX];
};

struct evidence {
    const struct bs_source *source;
    int64_t ns;
};

/* As configured: phases, time-outs of single probes and evaluation are left out. */
static struct evidence evidence_of(const struct bs_lint *lint, uint32_t source)
{
    const struct bs_monitor *monitor = bs_lint_monitor(lint, &lint->plan->sources[source]);
    const bool is_alarm = monitor->kind == BS_MONITOR_ALARM;
    struct bs_duration late = {0};

    if (is_alarm && !bs_lint_quantile(&monitor->delivery, 50, &late)) {
        late = BS_SECONDS(0);
    }
    return (struct evidence){
        &lint->plan->sources[source],
        monitor->interval.ns * (is_alarm ? monitor->datapoints : monitor->failures) + late.ns};
}

/* The evidence that completes the confirmation: the trigger's own, or the any-th quickest of the others. */
static struct evidence deciding_evidence(const struct bs_lint *lint,
                                         const struct bs_trigger *trigger)
{
    struct evidence others[BS_PLAN_SOURCES_MAX] = {{NULL, 0}};
    struct evidence own = evidence_of(lint, trigger->source);

    for (uint32_t i = 0; i < trigger->also_count; i++) {
        struct evidence next = evidence_of(lint, trigger->also[i]);
        uint32_t at = i;

        for (; at > 0 && others[at - 1].ns > next.ns; at--) {
            others[at] = others[at - 1];
        }
        others[at] = next;
    }
    if (trigger->any > 0 && trigger->any <= trigger->also_count &&
        others[trigger->any - 1].ns > own.ns) {
        return others[trigger->any - 1];
    }
    return own;
}

/* What of it counts depends on when the objective's clock starts. */
static struct detection detection_of(const struct bs_lint *lint, const struct bs_trigger *trigger)
{
    const int32_t clock = lint->scenario->objectives.clock;
    const struct evidence evidence = deciding_evidence(lint, trigger);
    struct detection detection = {0, "the clock starts with the decision"};
    char evidence_text[BS_TIME_TEXT_MAX];
    char hold_text[BS_TIME_TEXT_MAX];

    BS_ASSERT(evidence.source != NULL);
    bs_duration_format((struct bs_duration){evidence.ns}, evidence_text);
    bs_duration_format(trigger->hold, hold_text);
    if (clock == CLOCK_DETECTED) {
        detection.ns = trigger->hold.ns;
        (void)snprintf(detection.words, sizeof(detection.words), "confirmation %s", hold_text);
    } else if (clock != CLOCK_DECLARED) {
        detection.ns = evidence.ns + trigger->hold.ns;
        (void)snprintf(detection.words, sizeof(detection.words), "%s %s %s + confirmation %s",
                       bs_plan_resource_kind_name(evidence.source->kind), evidence.source->id,
                       evidence_text, hold_text);
    }
    return detection;
}

static int64_t ttl_of(const struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);
    int64_t ttl_ns = 0;

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        const int64_t ns = bs_lint_record(lint, step)->ttl.ns;

        ttl_ns = ns > ttl_ns ? ns : ttl_ns;
    }
    return ttl_ns;
}

static bool has_rto(const struct bs_lint *lint)
{
    return lint->scenario->objectives.rto.ns != BS_DURATION_UNKNOWN.ns;
}

/* What people do at a time of their choosing is not measured against the promise for a loss. */
static bool is_measured(const struct bs_lint *lint)
{
    return has_rto(lint) && bs_lint_is_for_loss(lint);
}

void bs_lint_detection_beyond_rto(struct bs_lint *lint)
{
    const int64_t ttl_ns = ttl_of(lint);
    const struct bs_duration rto = lint->scenario->objectives.rto;
    char texts[3][BS_TIME_TEXT_MAX];

    for (uint32_t i = 0; i < lint->plan->trigger_count && is_measured(lint); i++) {
        const struct bs_trigger *trigger = &lint->plan->triggers[i];
        struct detection detection;

        if (!bs_lint_runs(lint, trigger) || !bs_lint_is_evidence(trigger)) {
            continue;
        }
        detection = detection_of(lint, trigger);
        if (detection.ns + ttl_ns <= rto.ns) {
            continue;
        }
        bs_duration_format((struct bs_duration){ttl_ns}, texts[0]);
        bs_duration_format((struct bs_duration){detection.ns + ttl_ns}, texts[1]);
        bs_duration_format(rto, texts[2]);
        bs_lint_at(lint, bs_lint_trigger_place(lint, trigger),
                   "%s + TTL %s = %s, without a single step; the RTO is %s", detection.words,
                   texts[0], texts[1], texts[2]);
    }
}

/* ---- The critical path ---- */

/* How long a person takes in all but one of twenty cases; mixtures are left out. */
static int64_t person_ns(const struct bs_lint *lint, const struct bs_plan_resource *role)
{
    const int32_t index = bs_scenario_person(lint->scenario, role->id);
    struct bs_duration parts[2] = {{0}, {0}};

    if (index == BS_NONE) {
        return 0;
    }
    if (!bs_lint_quantile(&lint->scenario->people[index].page, 95, &parts[0])) {
        parts[0] = BS_SECONDS(0);
    }
    if (!bs_lint_quantile(&lint->scenario->people[index].decides, 95, &parts[1])) {
        parts[1] = BS_SECONDS(0);
    }
    return parts[0].ns + parts[1].ns;
}

static int64_t people_ns(const struct bs_lint *lint, const struct bs_step *step)
{
    int64_t ns = step->block == BS_BLOCK_APPROVE ? person_ns(lint, step->parameters.resource) : 0;

    for (uint32_t i = 0; i < step->parameters.item_count; i++) {
        ns += person_ns(lint, step->parameters.items[i].owner);
    }
    return ns;
}

/* What a step takes even if nothing is slow: what it waits for by its own words. */
static int64_t waiting_ns(const struct bs_step *step)
{
    const uint32_t shares = step->parameters.weight_count;

    if (step->block == BS_BLOCK_WAIT || step->block == BS_BLOCK_HOLD) {
        return step->parameters.span.ns;
    }
    return step->block == BS_BLOCK_CHANGE_DNS && shares > 1
               ? (int64_t)(shares - 1) * step->parameters.span.ns
               : 0;
}

static int64_t longer_of(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t target_of(const struct bs_lint *lint, const struct bs_step *step)
{
    const int64_t own_ns = step->target.ns == BS_DURATION_UNKNOWN.ns ? 0 : step->target.ns;
    const int64_t least_ns = longer_of(people_ns(lint, step), waiting_ns(step));
    const int64_t ns = longer_of(own_ns, least_ns);

    return ns < step->timeout.ns ? ns : step->timeout.ns;
}

static int64_t timeout_of(const struct bs_lint *lint, const struct bs_step *step)
{
    (void)lint;
    return step->timeout.ns;
}

/** How long a step takes, and whether alternatives are done as well. */
struct measure {
    int64_t (*length)(const struct bs_lint *lint, const struct bs_step *step);
    bool counts_alternatives;
};

static const struct measure targets = {target_of, false};
static const struct measure timeouts = {timeout_of, true};

static int64_t length_of_rows(const struct bs_lint *lint, const struct bs_step *row, uint32_t count,
                              bool at_once, const struct measure *measure);

/* A group ends with its own timeout at the latest. */
static int64_t length_of_row(const struct bs_lint *lint, const struct bs_step *row,
                             const struct measure *measure)
{
    const bool is_step = row->shape == BS_SHAPE_STEP;
    int64_t ns = 0;

    if (!bs_lint_mode_allows(lint->workflow, row)) {
        return 0;
    }
    if (!is_step || measure->counts_alternatives) {
        ns = length_of_rows(lint, row + 1, row->descendants, row->shape == BS_SHAPE_PARALLEL,
                            measure);
    }
    ns += is_step ? measure->length(lint, row) : 0;
    return !is_step && row->timeout.ns != BS_DURATION_UNKNOWN.ns && row->timeout.ns < ns
               ? row->timeout.ns
               : ns;
}

/* Rows follow each other; of those that run at once, the longest counts. */
static int64_t length_of_rows(const struct bs_lint *lint, const struct bs_step *row, uint32_t count,
                              bool at_once, const struct measure *measure)
{
    const struct bs_step *end = row + count;
    int64_t total_ns = 0;
    int64_t longest_ns = 0;

    for (; row < end; row += 1 + row->descendants) {
        const int64_t ns = length_of_row(lint, row, measure);

        total_ns += ns;
        longest_ns = longer_of(longest_ns, ns);
    }
    return at_once ? longest_ns : total_ns;
}

static int64_t critical_path(const struct bs_lint *lint, const struct measure *measure)
{
    const struct bs_workflow *workflow = lint->workflow;
    const int64_t ns = length_of_rows(lint, &lint->plan->steps[workflow->step_first],
                                      workflow->step_count, false, measure);

    return workflow->timeout.ns != BS_DURATION_UNKNOWN.ns && workflow->timeout.ns < ns
               ? workflow->timeout.ns
               : ns;
}

/* The quickest of the triggers that run the workflow; none: people do, and nobody knows when. */
static struct detection quickest_detection(const struct bs_lint *lint)
{
    struct detection best = {0, "no detection"};
    bool found = false;

    for (uint32_t i = 0; i < lint->plan->trigger_count; i++) {
        const struct bs_trigger *trigger = &lint->plan->triggers[i];

        if (bs_lint_runs(lint, trigger) && bs_lint_is_evidence(trigger)) {
            const struct detection detection = detection_of(lint, trigger);

            best = !found || detection.ns < best.ns ? detection : best;
            found = true;
        }
    }
    return best;
}

/* How much of it is people's time, for the sentence. */
static int64_t slowest_people_ns(const struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next_step(lint, NULL);
    int64_t slowest_ns = 0;

    for (; step != NULL; step = bs_lint_next_step(lint, step)) {
        slowest_ns = longer_of(slowest_ns, people_ns(lint, step));
    }
    return slowest_ns;
}

void bs_lint_targets_beyond_rto(struct bs_lint *lint)
{
    const int64_t targets_ns = critical_path(lint, &targets);
    const struct detection detection = quickest_detection(lint);
    const struct bs_duration rto = lint->scenario->objectives.rto;
    char texts[4][BS_TIME_TEXT_MAX];
    const bool has_people = slowest_people_ns(lint) > 0;

    if (!is_measured(lint) || targets_ns == 0 || targets_ns + detection.ns <= rto.ns) {
        return;
    }
    bs_duration_format((struct bs_duration){targets_ns}, texts[0]);
    bs_duration_format((struct bs_duration){targets_ns + detection.ns}, texts[1]);
    bs_duration_format(rto, texts[2]);
    bs_duration_format((struct bs_duration){slowest_people_ns(lint)}, texts[3]);
    bs_lint_at(lint, bs_lint_workflow_place(lint),
               "%s + targets of %s on the critical path %s = %s; the RTO is %s%s%s%s",
               detection.words, lint->workflow->name, texts[0], texts[1], texts[2],
               has_people ? "; asking people alone may take " : "", has_people ? texts[3] : "",
               has_people ? " (95 %)" : "");
}

void bs_lint_timeouts_beyond_rto(struct bs_lint *lint)
{
    const int64_t timeouts_ns = critical_path(lint, &timeouts);
    const struct bs_duration rto = lint->scenario->objectives.rto;
    char texts[2][BS_TIME_TEXT_MAX];

    if (!is_measured(lint) || timeouts_ns <= rto.ns) {
        return;
    }
    bs_duration_format((struct bs_duration){timeouts_ns}, texts[0]);
    bs_duration_format(rto, texts[1]);
    bs_lint_at(
        lint, bs_lint_workflow_place(lint),
        "the timeouts of %s add up to %s on the critical path: a run may keep all of them and "
        "miss the RTO of %s",
        lint->workflow->name, texts[0], texts[1]);
}

void bs_lint_breaker_slower_than_rto(struct bs_lint *lint)
{
    const struct bs_duration open = lint->plan->calls.recovery_timeout;
    const struct bs_duration rto = lint->scenario->objectives.rto;
    char texts[2][BS_TIME_TEXT_MAX];

    if (!has_rto(lint) || open.ns <= rto.ns) {
        return;
    }
    bs_duration_format(open, texts[0]);
    bs_duration_format(rto, texts[1]);
    bs_lint_at(lint, bs_lint_plan_place(lint, "calls"),
               "a circuit that has opened stays open for %s, and the RTO is %s: one bad minute of "
               "an API costs the promise",
               texts[0], texts[1]);
}

void bs_lint_rto_differs(struct bs_lint *lint)
{
    const struct bs_duration rto = lint->scenario->objectives.rto;
    char texts[2][BS_TIME_TEXT_MAX];

    if (!has_rto(lint) || lint->plan->rto.ns == BS_DURATION_UNKNOWN.ns ||
        lint->plan->rto.ns == rto.ns) {
        return;
    }
    bs_duration_format(lint->plan->rto, texts[0]);
    bs_duration_format(rto, texts[1]);
    bs_lint_at(lint, bs_lint_plan_place(lint, "rto"),
               "the plan's rto is %s, the scenario's objective %s; the scenario's counts", texts[0],
               texts[1]);
}
