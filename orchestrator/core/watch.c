/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/watch.h"

#include <string.h>

#include "orchestrator/core/execution.h"
#include "orchestrator/core/lease.h"
#include "orchestrator/core/mutant.h"

static enum bs_operation operation_for(const struct bs_source *source)
{
    switch (source->kind) {
    case BS_KIND_HEALTH_CHECK:
        return BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS;
    case BS_KIND_ALARM:
        return BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM;
    default:
        return BS_OPERATION_HTTP_REQUEST;
    }
}

void bs_watch_start(struct bs_core *core)
{
    for (uint32_t i = 0; i < core->plan->source_count; i++) {
        bs_core_source(core, i)->next_at = core->now;
    }
}

static void ask(struct bs_core *core, uint32_t index, struct bs_effects *effects)
{
    const struct bs_source *source = &core->plan->sources[index];
    struct bs_source_run *run = bs_core_source(core, index);
    /* Never two questions at once: the answer to the first is given up when the second is due. */
    struct bs_duration patience =
        source->every.ns < BS_CALL_DEADLINE.ns ? source->every : BS_CALL_DEADLINE;
    const struct bs_open_call call = {.caller = BS_CALLER_SOURCE,
                                      .index = index,
                                      .deadline = bs_instant_add(core->now, patience)};
    const struct bs_call_request request = {.operation = operation_for(source),
                                            .region = source->region,
                                            .resource = source->resource,
                                            .check = source->check};

    run->is_asking = true;
    run->next_at = bs_instant_add(core->now, source->every);
    (void)bs_core_send(core, &call, &request, effects);
}

static void source_enter(struct bs_core *core, uint32_t index, enum bs_source_state state,
                         struct bs_effects *effects)
{
    struct bs_source_run *run = bs_core_source(core, index);

    if (run->state != state) {
        run->state = state;
        bs_effects_note(effects, BS_NOTE_SOURCE, index)->state.source = state;
    }
}

/* A probe knows of failures only: a request that went wrong is one, whatever the reason. */
static enum bs_source_state judge_probe(const struct bs_source *source, struct bs_source_run *run,
                                        const struct bs_call_answer *answer)
{
    if (answer->outcome == BS_OUTCOME_OK && answer->http_status >= 200 &&
        answer->http_status < 300) {
        run->failures = 0;
        return BS_SOURCE_HEALTHY;
    }
    if (run->failures < source->failures) {
        run->failures++;
    }
    return run->failures >= source->failures ? BS_SOURCE_UNHEALTHY : run->state;
}

/* Silence is neither health nor failure. */
static enum bs_source_state unknown(void)
{
    return BS_MUTANT(UNKNOWN_IS_HEALTHY)     ? BS_SOURCE_HEALTHY
           : BS_MUTANT(UNKNOWN_IS_UNHEALTHY) ? BS_SOURCE_UNHEALTHY
                                             : BS_SOURCE_UNKNOWN;
}

static enum bs_source_state judge_reported(const struct bs_call_answer *answer)
{
    if (answer->outcome != BS_OUTCOME_OK) {
        return unknown();
    }
    switch (answer->state) {
    case BS_STATE_HEALTHY:
    case BS_STATE_OK:
        return BS_SOURCE_HEALTHY;
    case BS_STATE_UNHEALTHY:
    case BS_STATE_ALARM:
        return BS_SOURCE_UNHEALTHY;
    default:
        return unknown();
    }
}

void bs_watch_answer(struct bs_core *core, uint32_t source, const struct bs_call_answer *answer,
                     struct bs_effects *effects)
{
    const struct bs_source *row = &core->plan->sources[source];
    struct bs_source_run *run = bs_core_source(core, source);

    run->is_asking = false;
    source_enter(core, source,
                 row->kind == BS_KIND_PROBE ? judge_probe(row, run, answer)
                                            : judge_reported(answer),
                 effects);
}

static bool is_unhealthy(struct bs_core *core, uint32_t source)
{
    return bs_core_source(core, source)->state == BS_SOURCE_UNHEALTHY;
}

static uint32_t unhealthy_count(struct bs_core *core, const uint32_t *sources, uint32_t count)
{
    uint32_t unhealthy = 0;

    for (uint32_t i = 0; i < count; i++) {
        unhealthy += is_unhealthy(core, sources[i]) ? 1 : 0;
    }
    return unhealthy;
}

struct bs_vantage bs_watch_vantage(struct bs_core *core, uint32_t trigger)
{
    const struct bs_trigger *row = &core->plan->triggers[trigger];
    struct bs_vantage vantage = {.sources = row->also_count};

    vantage.unhealthy = unhealthy_count(core, row->also, row->also_count);
    if (row->source != BS_SOURCE_NONE) {
        vantage.sources++;
        vantage.unhealthy += is_unhealthy(core, row->source) ? 1 : 0;
    }
    return vantage;
}

static void detection_enter(struct bs_core *core, uint32_t index, enum bs_detection_state state,
                            const struct bs_reason *reason, struct bs_effects *effects)
{
    struct bs_note *note = bs_effects_note(effects, BS_NOTE_DETECTION, index);

    bs_core_trigger(core, index)->state = state;
    bs_core_trigger(core, index)->hold_from = BS_INSTANT_NEVER;
    note->state.detection = state;
    note->reason = *reason;
}

static void detect(struct bs_core *core, uint32_t index, struct bs_effects *effects)
{
    struct bs_reason reason = bs_reason_of(core->plan->triggers[index].id);

    bs_reason_add(&reason, " is unhealthy");
    detection_enter(core, index, BS_DETECTION_DETECTED, &reason, effects);
}

static void stand_down(struct bs_core *core, uint32_t index, struct bs_effects *effects)
{
    struct bs_reason reason = bs_reason_of(core->plan->triggers[index].id);

    bs_reason_add(&reason, " is healthy again");
    detection_enter(core, index, BS_DETECTION_STOOD_DOWN, &reason, effects);
}

/* What would start a workflow is said, and not done; the trigger rests until its source is healthy. */
static void refuse(struct bs_core *core, uint32_t index, const char *why,
                   struct bs_effects *effects)
{
    const struct bs_reason reason = bs_reason_of(why);

    detection_enter(core, index, BS_DETECTION_STOOD_DOWN, &reason, effects);
    bs_core_trigger(core, index)->state = BS_DETECTION_CONFIRMED;
}

/* The kind of failure that the sources show, or NULL: the trigger's own severity and workflow count. */
static const struct bs_class *classify(struct bs_core *core, const struct bs_trigger *trigger)
{
    for (uint32_t i = 0; i < trigger->class_count; i++) {
        const struct bs_conditions *conditions = &trigger->classes[i].conditions;
        bool hold = true;

        for (uint32_t j = 0; j < conditions->count; j++) {
            const struct bs_condition *condition = &conditions->items[j];
            const bool is =
                (int32_t)bs_core_source(core, condition->index)->state == condition->state;

            hold = hold && is != condition->is_not;
        }
        if (hold) {
            return &trigger->classes[i];
        }
    }
    return NULL;
}

static const char *obstacle(const struct bs_core *core, const struct bs_workflow *workflow)
{
    if (bs_execution_is_open(core)) {
        return "an execution is in progress";
    }
    if (workflow->from != BS_SIDE_NONE && workflow->from != core->side &&
        !BS_MUTANT(SECOND_EXECUTION)) {
        return "the Region that the workflow leaves does not serve";
    }
    return NULL;
}

static void decide(struct bs_core *core, uint32_t index, struct bs_effects *effects)
{
    const struct bs_trigger *trigger = &core->plan->triggers[index];
    const struct bs_class *class = classify(core, trigger);
    const uint32_t workflow = class != NULL ? class->workflow : trigger->workflow;
    const char *why_not = obstacle(core, &core->plan->workflows[workflow]);
    struct bs_note *note;

    if (why_not != NULL) {
        refuse(core, index, why_not, effects);
        return;
    }
    note = bs_effects_note(effects, BS_NOTE_DECISION, index);
    note->execution = core->execution.number + 1;
    note->workflow = workflow;
    note->severity = class != NULL ? class->severity : trigger->severity;
    note->detail = class != NULL ? class->kind : NULL;
    note->vantage = bs_watch_vantage(core, index);
    bs_execution_start(core, workflow, index, effects);
}

static void confirm(struct bs_core *core, uint32_t index, struct bs_effects *effects)
{
    const struct bs_vantage vantage = bs_watch_vantage(core, index);
    struct bs_reason reason = {{0}};

    bs_reason_add_count(&reason, vantage.unhealthy);
    bs_reason_add(&reason, " of ");
    bs_reason_add_count(&reason, vantage.sources);
    bs_reason_add(&reason, " sources unhealthy, confirmed for ");
    bs_reason_add_span(&reason, core->plan->triggers[index].hold);
    detection_enter(core, index, BS_DETECTION_CONFIRMED, &reason, effects);
    decide(core, index, effects);
}

void bs_watch_order(struct bs_core *core, const char *order, struct bs_effects *effects)
{
    struct bs_reason reason = bs_reason_of("an operator orders ");

    bs_reason_add(&reason, order);
    for (uint32_t i = 0; i < core->plan->trigger_count; i++) {
        const struct bs_trigger *trigger = &core->plan->triggers[i];

        if (trigger->source == BS_SOURCE_NONE &&
            strcmp(core->plan->workflows[trigger->workflow].name, order) == 0) {
            detection_enter(core, i, BS_DETECTION_CONFIRMED, &reason, effects);
            decide(core, i, effects);
            return;
        }
    }
}

/* The confirming condition, from the moment the trigger has detected. */
static bool holds(struct bs_core *core, const struct bs_trigger *trigger)
{
    if (BS_MUTANT(SKIP_CONFIRMATION)) {
        return true;
    }
    if (unhealthy_count(core, trigger->veto, trigger->veto_count) > 0 && !BS_MUTANT(IGNORE_VETO)) {
        return false;
    }
    if (trigger->also_count == 0) {
        return is_unhealthy(core, trigger->source);
    }
    return unhealthy_count(core, trigger->also, trigger->also_count) >= trigger->any;
}

/* A workflow that moves nothing, such as a drill, gives way to a failure. */
static bool interrupt_drill(struct bs_core *core)
{
    if (core->plan->workflows[core->execution.workflow].from != BS_SIDE_NONE ||
        core->execution.phase == BS_EXECUTION_ENDING) {
        return false;
    }
    bs_execution_give_up(core, BS_EXECUTION_CANCELED, "a failure was confirmed");
    return true;
}

static bool judge_detected(struct bs_core *core, uint32_t index, struct bs_effects *effects)
{
    const struct bs_trigger *trigger = &core->plan->triggers[index];
    struct bs_trigger_run *run = bs_core_trigger(core, index);

    if (bs_core_source(core, trigger->source)->state == BS_SOURCE_HEALTHY) {
        stand_down(core, index, effects);
        return true;
    }
    if (!holds(core, trigger)) {
        run->hold_from = BS_INSTANT_NEVER;
        return false;
    }
    if (run->hold_from.ns == BS_INSTANT_NEVER.ns) {
        run->hold_from = core->now;
    }
    if ((bs_instant_before(core->now, bs_instant_add(run->hold_from, trigger->hold)) &&
         !BS_MUTANT(SKIP_CONFIRMATION)) ||
        !bs_lease_is_held(core)) {
        return false; /* Whoever does not hold the lease only watches. */
    }
    if (bs_execution_is_open(core)) {
        return interrupt_drill(core);
    }
    confirm(core, index, effects);
    return true;
}

static bool judge_trigger(struct bs_core *core, uint32_t index, struct bs_effects *effects)
{
    const uint32_t source = core->plan->triggers[index].source;

    if (source == BS_SOURCE_NONE) {
        return false;
    }
    switch (bs_core_trigger(core, index)->state) {
    case BS_DETECTION_QUIET:
    case BS_DETECTION_STOOD_DOWN:
        if (!is_unhealthy(core, source)) {
            return false;
        }
        detect(core, index, effects);
        return true;
    case BS_DETECTION_DETECTED:
        return judge_detected(core, index, effects);
    case BS_DETECTION_CONFIRMED:
        if (bs_core_source(core, source)->state == BS_SOURCE_HEALTHY) {
            bs_core_trigger(core, index)->state = BS_DETECTION_QUIET;
        }
        return false;
    default:
        return false;
    }
}

bool bs_watch_settle(struct bs_core *core, struct bs_effects *effects)
{
    for (uint32_t i = 0; i < core->plan->source_count; i++) {
        const struct bs_source_run *run = bs_core_source(core, i);

        if (!run->is_asking && run->next_at.ns <= core->now.ns) {
            ask(core, i, effects);
            return true;
        }
    }
    for (uint32_t i = 0; i < core->plan->trigger_count; i++) {
        if (judge_trigger(core, i, effects)) {
            return true;
        }
    }
    return false;
}

struct bs_instant bs_watch_wake_at(struct bs_core *core)
{
    struct bs_instant at = BS_INSTANT_NEVER;

    for (uint32_t i = 0; i < core->plan->source_count; i++) {
        const struct bs_source_run *run = bs_core_source(core, i);

        /* An open call wakes by its deadline, which is not later than the next question. */
        if (!run->is_asking) {
            at = bs_instant_min(at, run->next_at);
        }
    }
    for (uint32_t i = 0; i < core->plan->trigger_count; i++) {
        const struct bs_trigger_run *run = bs_core_trigger(core, i);

        struct bs_instant held_at;

        if (run->state != BS_DETECTION_DETECTED || run->hold_from.ns == BS_INSTANT_NEVER.ns) {
            continue;
        }
        held_at = bs_instant_add(run->hold_from, core->plan->triggers[i].hold);
        at = bs_instant_before(core->now, held_at) ? bs_instant_min(at, held_at) : at;
    }
    return at;
}
