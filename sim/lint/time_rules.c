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

void bs_lint_detection_beyond_rto(struct bs_lint *lint)
{
    const int64_t ttl_ns = ttl_of(lint);
    const struct bs_duration rto = lint->scenario->objectives.rto;
    char texts[3][BS_TIME_TEXT_MAX];

    for (uint32_t i = 0; i < lint->plan->trigger_count && has_rto(lint); i++) {
        const struct bs_trigger *trigger = &lint->plan->triggers[i];
        struct detection detection;

        if (!bs_lint_runs(lint, trigger)) {
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

static int64_t target_of(const struct bs_step *step)
{
    return step->target.ns == BS_DURATION_UNKNOWN.ns ? 0 : step->target.ns;
}

static int64_t timeout_of(const struct bs_step *step)
{
    return step->timeout.ns;
}

typedef int64_t length_fn(const struct bs_step *step);

/* Steps follow each other; of a parallel group, the longest child counts. An alternative comes on top. */
static int64_t length_of_rows(const struct bs_step *row, uint32_t count, enum bs_shape shape,
                              length_fn *length)
{
    const struct bs_step *end = row + count;
    int64_t total_ns = 0;
    int64_t longest_ns = 0;

    for (; row < end; row += 1 + row->descendants) {
        int64_t ns = length_of_rows(row + 1, row->descendants, row->shape, length);

        ns += row->shape == BS_SHAPE_STEP ? length(row) : 0;
        total_ns += ns;
        longest_ns = ns > longest_ns ? ns : longest_ns;
    }
    return shape == BS_SHAPE_PARALLEL ? longest_ns : total_ns;
}

static int64_t critical_path(const struct bs_lint *lint, length_fn *length)
{
    return length_of_rows(&lint->plan->steps[lint->workflow->step_first],
                          lint->workflow->step_count, BS_SHAPE_SEQUENCE, length);
}

/* The quickest of the triggers that run the workflow; none: people do, and nobody knows when. */
static struct detection quickest_detection(const struct bs_lint *lint)
{
    struct detection best = {0, "no trigger"};
    bool found = false;

    for (uint32_t i = 0; i < lint->plan->trigger_count; i++) {
        if (bs_lint_runs(lint, &lint->plan->triggers[i])) {
            const struct detection detection = detection_of(lint, &lint->plan->triggers[i]);

            best = !found || detection.ns < best.ns ? detection : best;
            found = true;
        }
    }
    return best;
}

void bs_lint_targets_beyond_rto(struct bs_lint *lint)
{
    const int64_t targets_ns = critical_path(lint, target_of);
    const struct detection detection = quickest_detection(lint);
    const struct bs_duration rto = lint->scenario->objectives.rto;
    char texts[3][BS_TIME_TEXT_MAX];

    if (!has_rto(lint) || targets_ns == 0 || targets_ns + detection.ns <= rto.ns) {
        return;
    }
    bs_duration_format((struct bs_duration){targets_ns}, texts[0]);
    bs_duration_format((struct bs_duration){targets_ns + detection.ns}, texts[1]);
    bs_duration_format(rto, texts[2]);
    bs_lint_at(lint, bs_lint_workflow_place(lint),
               "%s + targets of %s on the critical path %s = %s; the RTO is %s", detection.words,
               lint->workflow->name, texts[0], texts[1], texts[2]);
}

void bs_lint_timeouts_beyond_rto(struct bs_lint *lint)
{
    const int64_t timeouts_ns = critical_path(lint, timeout_of);
    const struct bs_duration rto = lint->scenario->objectives.rto;
    char texts[2][BS_TIME_TEXT_MAX];

    if (!has_rto(lint) || timeouts_ns <= rto.ns) {
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
