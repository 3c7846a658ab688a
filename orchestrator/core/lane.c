/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/lane.h"

#include <string.h>

#include "base/assert.h"
#include "orchestrator/core/backoff.h"
#include "orchestrator/core/block.h"

/* Where a lane stands, so that functions need not pass four things. */
struct place {
    struct bs_core *core;
    const struct bs_step *step;
    struct bs_step_run *run;
    struct bs_lane *lane;
    uint32_t step_index;
    uint32_t which;
};

static struct place place_of(struct bs_core *core, uint32_t step, uint32_t which)
{
    struct place place = {.core = core, .step_index = step, .which = which};

    place.step = &core->plan->steps[step];
    place.run = bs_core_step_run(core, step);
    BS_ASSERT(which < place.run->lane_count);
    place.lane = bs_core_lane(core, place.run->lane_first + which);
    return place;
}

uint32_t bs_lane_count(const struct bs_step *step)
{
    if (step->child_count > 0) {
        return 0;
    }
    return step->parameters.of_count > 0 ? step->parameters.of_count : 1;
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

static void make_call(const struct place *place, struct bs_effects *effects)
{
    struct bs_core *core = place->core;
    const struct bs_open_call call = {
        .caller = BS_CALLER_LANE,
        .index = place->run->lane_first + place->which,
        .step = place->step_index,
        .deadline =
            bs_instant_min(bs_instant_add(core->now, BS_CALL_DEADLINE), place->run->deadline)};

    place->lane->tries++;
    count_try(place, place->lane->tries);
    place->lane->state = BS_LANE_CALLING;
    bs_core_send(core, &call, &place->lane->request, effects);
}

/* What the step last waited for, or why it failed: the first lane that fails has the last word. */
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
    if (tries >= place->step->retry.max) {
        struct bs_reason reason = used_up(trouble, tries);

        end(place, BS_LANE_FAILED, &reason);
        return;
    }
    wait_for(place, state, bs_backoff(&place->step->retry, tries, &place->core->pcg), trouble);
}

static void follow(const struct place *place, const struct bs_progress *progress,
                   struct bs_effects *effects)
{
    struct bs_lane *lane = place->lane;

    switch (progress->kind) {
    case BS_PROGRESS_CALL:
    case BS_PROGRESS_TRY:
        lane->is_judged = progress->kind == BS_PROGRESS_TRY;
        BS_ASSERT(lane->is_judged ||
                  bs_operation_info(progress->request.operation)->effect != BS_EFFECT_MUTATES_ONCE);
        lane->request = progress->request;
        lane->tries = 0;
        make_call(place, effects);
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

static struct bs_block_context context_of(const struct place *place)
{
    const struct bs_parameters *parameters = &place->step->parameters;

    return (struct bs_block_context){
        .step = place->step,
        .subject = parameters->of_count > 0 ? parameters->of[place->which] : parameters->resource,
        .now = place->core->now,
        .started_at = place->run->started_at,
        .call_sent_at = BS_INSTANT_UNKNOWN,
        .call_deadline = BS_INSTANT_UNKNOWN,
        .memory = &place->lane->memory};
}

static void go_on(const struct place *place, struct bs_effects *effects)
{
    struct bs_block_context context = context_of(place);
    struct bs_progress progress = bs_block(place->step->block)->advance(&context, NULL);

    follow(place, &progress, effects);
}

void bs_lane_start(struct bs_core *core, uint32_t step, uint32_t which, struct bs_effects *effects)
{
    struct place place = place_of(core, step, which);

    memset(place.lane, 0, sizeof(*place.lane));
    go_on(&place, effects);
}

void bs_lane_answer(struct bs_core *core, const struct bs_open_call *call,
                    const struct bs_call_answer *answer, struct bs_effects *effects)
{
    uint32_t first = bs_core_step_run(core, call->step)->lane_first;
    struct place place = place_of(core, call->step, call->index - first);
    struct bs_block_context context = context_of(&place);
    struct bs_progress progress;
    struct bs_reason trouble;

    BS_ASSERT(place.lane->state == BS_LANE_CALLING);
    if (answer->outcome != BS_OUTCOME_OK && !place.lane->is_judged) {
        trouble = bs_trouble_reason(call->operation, answer);
        if (bs_trouble_may_pass(answer)) {
            back_off(&place, BS_LANE_BACKING_OFF, place.lane->tries, &trouble);
        } else {
            end(&place, BS_LANE_FAILED, &trouble);
        }
        return;
    }
    context.call_sent_at = call->sent_at;
    context.call_deadline = call->deadline;
    progress = bs_block(place.step->block)->advance(&context, answer);
    follow(&place, &progress, effects);
}

bool bs_lane_settle(struct bs_core *core, uint32_t step, uint32_t which, struct bs_effects *effects)
{
    struct place place = place_of(core, step, which);

    if (core->now.ns < place.lane->wake_at.ns) {
        return false;
    }
    if (place.lane->state == BS_LANE_BACKING_OFF) {
        make_call(&place, effects);
        return true;
    }
    if (place.lane->state == BS_LANE_WAITING) {
        go_on(&place, effects);
        return true;
    }
    return false;
}
