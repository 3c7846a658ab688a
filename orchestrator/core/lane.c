/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/lane.h"

#include <string.h>

#include "base/assert.h"
#include "orchestrator/core/backoff.h"
#include "orchestrator/core/block.h"
#include "orchestrator/core/gate.h"
#include "orchestrator/core/mutant.h"
#include "orchestrator/core/task.h"

/* Where a lane stands, so that functions need not pass five things. */
struct place {
    struct bs_core *core;
    struct bs_task task;
    struct bs_task_run *run;
    struct bs_lane *lane;
    uint32_t which;
};

static void find_place(struct bs_core *core, uint32_t task, uint32_t which, struct place *place)
{
    place->core = core;
    place->which = which;
    bs_task_describe(core, task, &place->task);
    place->run = bs_core_task(core, task);
    BS_ASSERT(which < place->run->lane_count);
    place->lane = bs_core_lane(core, place->run->lane_first + which);
}

bool bs_lane_has_ended(const struct bs_lane *lane)
{
    return lane->state == BS_LANE_DONE || lane->state == BS_LANE_ACCEPTED ||
           lane->state == BS_LANE_FAILED;
}

static void count_try(const struct place *place, uint32_t tries)
{
    if (tries > place->run->attempt) {
        place->run->attempt = tries;
    }
}

/* What the task last waited for, or why it failed: the first lane that fails has the last word. */
static void say(const struct place *place, const struct bs_reason *reason)
{
    for (uint32_t i = 0; i < place->run->lane_count; i++) {
        if (bs_core_lane(place->core, place->run->lane_first + i)->state == BS_LANE_FAILED) {
            return;
        }
    }
    place->run->reason = *reason;
}

static void end(const struct place *place, enum bs_lane_state state, const struct bs_reason *reason)
{
    if (state != BS_LANE_DONE) {
        say(place, reason);
    }
    place->lane->state = state;
}

static void wait_for(const struct place *place, enum bs_lane_state state, struct bs_duration span,
                     const struct bs_reason *reason)
{
    place->lane->state = state;
    place->lane->wake_at = bs_instant_add(place->core->now, span);
    say(place, reason);
}

static void send_call(const struct place *place, const struct bs_gate_verdict *verdict,
                      struct bs_instant deadline, struct bs_effects *effects)
{
    const struct bs_open_call call = {.caller = BS_CALLER_LANE,
                                      .index = place->run->lane_first + place->which,
                                      .task = place->task.number,
                                      .circuit = verdict->circuit,
                                      .deadline = deadline};

    place->lane->tries++;
    count_try(place, place->lane->tries);
    place->lane->state = BS_LANE_CALLING;
    bs_gate_opened(place->core, verdict->circuit);
    place->lane->call = bs_core_send(place->core, &call, &place->lane->request, effects);
}

/* Makes the lane's call, or queues it until the gate lets it through. False if nothing was sent. */
static bool make_call(const struct place *place, struct bs_effects *effects)
{
    const struct bs_instant deadline =
        bs_instant_min(bs_instant_add(place->core->now, BS_CALL_DEADLINE), place->run->deadline);
    const struct bs_gate_verdict verdict =
        bs_gate_ask(place->core, &place->task, &place->lane->request, deadline);

    if (verdict.may_go && deadline.ns <= place->core->now.ns) {
        place->lane->state = BS_LANE_QUEUED; /* Its time is over, as the task will find. */
        place->lane->wake_at = BS_INSTANT_NEVER;
        return false;
    }
    if (verdict.may_go) {
        send_call(place, &verdict, deadline, effects);
        return true;
    }
    if (verdict.is_circuit_open && verdict.until.ns >= place->run->deadline.ns) {
        end(place, BS_LANE_FAILED, &verdict.reason); /* It would wait for nothing. */
        return true;
    }
    place->lane->state = BS_LANE_QUEUED;
    place->lane->wake_at = verdict.until;
    say(place, &verdict.reason);
    return false;
}

static struct bs_reason used_up(const struct bs_reason *trouble, uint32_t tries)
{
    struct bs_reason reason = *trouble;

    bs_reason_add(&reason, " (");
    bs_reason_add_count(&reason, tries);
    bs_reason_add(&reason, tries == 1 ? " try)" : " tries)");
    return reason;
}

/* Waits before trying once more, or gives up; `tries` have been made. */
static void back_off(const struct place *place, enum bs_lane_state state, uint32_t tries,
                     const struct bs_reason *trouble)
{
    if (tries >= place->task.retry.max) {
        struct bs_reason reason = used_up(trouble, tries);

        end(place, BS_LANE_FAILED, &reason);
        return;
    }
    wait_for(place, state, bs_backoff(&place->task.retry, tries, &place->core->pcg), trouble);
}

static void follow(const struct place *place, const struct bs_progress *progress,
                   struct bs_effects *effects)
{
    struct bs_lane *lane = place->lane;

    lane->is_asking = progress->is_asking;
    switch (progress->kind) {
    case BS_PROGRESS_CALL:
    case BS_PROGRESS_TRY:
        lane->is_judged = progress->kind == BS_PROGRESS_TRY;
        BS_ASSERT(lane->is_judged ||
                  bs_operation_info(progress->request.operation)->effect != BS_EFFECT_MUTATES_ONCE);
        lane->request = progress->request;
        lane->tries = 0;
        (void)make_call(place, effects);
        return;
    case BS_PROGRESS_WAIT:
        wait_for(place, BS_LANE_WAITING, progress->after, &progress->reason);
        return;
    case BS_PROGRESS_BACK_OFF:
        lane->rounds++;
        count_try(place, lane->rounds + 1);
        back_off(place, BS_LANE_WAITING, lane->rounds, &progress->reason);
        return;
    case BS_PROGRESS_DONE:
        end(place, BS_LANE_DONE, &progress->reason);
        return;
    case BS_PROGRESS_ACCEPTED:
        end(place, BS_LANE_ACCEPTED, &progress->reason);
        return;
    case BS_PROGRESS_FAILED:
        end(place, BS_LANE_FAILED, &progress->reason);
        return;
    }
}

static void count_sources(const struct place *place, struct bs_block_context *context)
{
    const struct bs_parameters *parameters = place->task.parameters;

    for (uint32_t i = 0; i < parameters->source_count; i++) {
        const enum bs_source_state state =
            bs_core_source(place->core, parameters->sources[i])->state;

        context->healthy += state == BS_SOURCE_HEALTHY ? 1 : 0;
        context->unhealthy += state == BS_SOURCE_UNHEALTHY ? 1 : 0;
    }
}

static struct bs_block_context context_of(const struct place *place)
{
    const struct bs_parameters *parameters = place->task.parameters;
    struct bs_block_context context = {
        .parameters = parameters,
        .region = place->task.region,
        .subject = parameters->of_count > 0 ? parameters->of[place->which] : parameters->resource,
        .now = place->core->now,
        .started_at = place->run->started_at,
        .quiet_at = place->core->quiet_at,
        .call_sent_at = BS_INSTANT_UNKNOWN,
        .call_deadline = BS_INSTANT_UNKNOWN,
        .question = bs_task_question(place->core, place->task.number),
        .memory = &place->lane->memory};

    count_sources(place, &context);
    return context;
}

static void go_on(const struct place *place, struct bs_effects *effects)
{
    const struct bs_block_context context = context_of(place);
    const struct bs_progress progress = place->task.block->advance(&context, NULL);

    follow(place, &progress, effects);
}

#ifdef BS_MUTANTS
static bool fences_wrongly(const struct bs_core *core, const struct bs_task *task)
{
    return task->block == bs_block(BS_BLOCK_FENCE) &&
           (BS_MUTANT(SKIP_FENCE) ||
            (BS_MUTANT(FENCE_AFTER_PROMOTE) &&
             core->side == core->plan->workflows[core->execution.workflow].from));
}
#endif

void bs_lane_start(struct bs_core *core, uint32_t task, uint32_t which, struct bs_effects *effects)
{
    struct place place;
    bool is_latched;
    bool is_enforced;

    find_place(core, task, which, &place);
    is_latched = place.lane->is_latched;
    is_enforced = place.lane->is_enforced;
    memset(place.lane, 0, sizeof(*place.lane));
    place.lane->is_latched = is_latched;
    place.lane->is_enforced = is_enforced;
#ifdef BS_MUTANTS
    if (fences_wrongly(core, &place.task)) {
        place.lane->state = BS_LANE_DONE;
        return;
    }
#endif
    go_on(&place, effects);
}

static bool may_pass(const struct bs_call_answer *answer)
{
    return bs_trouble_may_pass(answer) || BS_MUTANT(RETRY_TERMINAL);
}

void bs_lane_answer(struct bs_core *core, const struct bs_open_call *call,
                    const struct bs_call_answer *answer, struct bs_effects *effects)
{
    static const struct bs_call_answer ok = {.outcome = BS_OUTCOME_OK};
    const uint32_t first = bs_core_task(core, call->task)->lane_first;
    struct bs_block_context context;
    struct bs_progress progress;
    struct bs_reason trouble;
    struct place place;

    find_place(core, call->task, call->index - first, &place);
    if (place.lane->state != BS_LANE_CALLING || place.lane->call != call->number) {
        return; /* Given up meanwhile. */
    }
    if (BS_MUTANT(INFO_IS_OK) && answer->outcome == BS_OUTCOME_INFO) {
        answer = &ok;
    }
    if (answer->outcome != BS_OUTCOME_OK && !place.lane->is_judged) {
        trouble = bs_trouble_reason(call->operation, answer);
        if (may_pass(answer)) {
            back_off(&place, BS_LANE_BACKING_OFF, place.lane->tries, &trouble);
        } else {
            end(&place, BS_LANE_FAILED, &trouble);
        }
        return;
    }
    context = context_of(&place);
    context.call_sent_at = call->sent_at;
    context.call_deadline = call->deadline;
    progress = place.task.block->advance(&context, answer);
    follow(&place, &progress, effects);
}

bool bs_lane_settle(struct bs_core *core, uint32_t task, uint32_t which, struct bs_effects *effects)
{
    struct place place;
    const struct bs_lane *lane = bs_core_lane(core, bs_core_task(core, task)->lane_first + which);

    if (lane->state == BS_LANE_QUEUED) {
        find_place(core, task, which, &place);
        return make_call(&place, effects);
    }
    if (core->now.ns < lane->wake_at.ns) {
        return false;
    }
    if (lane->state == BS_LANE_BACKING_OFF) {
        find_place(core, task, which, &place);
        (void)make_call(&place, effects);
        return true;
    }
    if (lane->state == BS_LANE_WAITING) {
        find_place(core, task, which, &place);
        go_on(&place, effects);
        return true;
    }
    return false;
}
