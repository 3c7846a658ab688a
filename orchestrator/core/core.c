/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/core.h"

#include <string.h>

#include "base/assert.h"
#include "orchestrator/core/core_state.h"
#include "orchestrator/core/execution.h"
#include "orchestrator/core/gate.h"
#include "orchestrator/core/lane.h"
#include "orchestrator/core/latch.h"
#include "orchestrator/core/lease.h"
#include "orchestrator/core/orders.h"
#include "orchestrator/core/task.h"
#include "orchestrator/core/watch.h"

/* Room for each orchestrator's own numbers. */
enum { CALLS_SHIFT = 40, EXECUTIONS_SHIFT = 16 };

/* The lease's and the one for orders. */
enum { OWN_CALLS = 2 };

/* The parts of the state, one after the other, each aligned for anything the core keeps. */
static size_t place(size_t *size, size_t count, size_t item_size)
{
    size_t at = *size;

    *size += (count * item_size + 15U) & ~(size_t)15U;
    return at;
}

static uint32_t lanes_in(const struct bs_plan *plan)
{
    uint32_t lanes = 0;

    for (uint32_t i = 0; i < bs_task_count(plan); i++) {
        lanes += bs_task_lanes(plan, i);
    }
    return lanes;
}

static uint32_t latches_in(const struct bs_plan *plan)
{
    uint32_t latches = 0;

    for (uint32_t step = 0; step < plan->step_count; step++) {
        latches += bs_task_lanes(plan, BS_TASK_LATCH * plan->step_count + step);
    }
    return latches;
}

/* Fills the header's offsets and returns the size of the whole. */
static size_t lay_out(struct bs_core *core, const struct bs_plan *plan)
{
    size_t size = 0;

    (void)place(&size, 1, sizeof(*core));
    /* One call each, and as many again of lanes that were forgotten with theirs open (gate.c sees to it). */
    core->open_max = plan->source_count + 2 * lanes_in(plan) + OWN_CALLS;
    core->sources_at = (uint32_t)place(&size, plan->source_count, sizeof(struct bs_source_run));
    core->triggers_at = (uint32_t)place(&size, plan->trigger_count, sizeof(struct bs_trigger_run));
    core->steps_at = (uint32_t)place(&size, plan->step_count, sizeof(struct bs_step_run));
    core->tasks_at = (uint32_t)place(&size, bs_task_count(plan), sizeof(struct bs_task_run));
    core->lanes_at = (uint32_t)place(&size, lanes_in(plan), sizeof(struct bs_lane));
    core->open_at = (uint32_t)place(&size, core->open_max, sizeof(struct bs_open_call));
    core->latch_count = latches_in(plan);
    core->latches_at = (uint32_t)place(&size, core->latch_count, sizeof(struct bs_latch_place));
    return size;
}

void bs_core_moved(struct bs_core *core)
{
    const enum bs_side from = core->plan->workflows[core->execution.workflow].from;

    if (from != BS_SIDE_NONE) {
        core->side = from == BS_SIDE_DEACTIVATING ? BS_SIDE_ACTIVATING : BS_SIDE_DEACTIVATING;
        bs_lease_memo_changed(core);
    }
}

void bs_core_reckon_with_late_calls(struct bs_core *core)
{
    core->quiet_at = bs_instant_add(core->now, bs_duration_add(BS_CALL_DEADLINE, BS_IN_FLIGHT_MAX));
}

size_t bs_core_size(const struct bs_plan *plan)
{
    struct bs_core core;

    return lay_out(&core, plan);
}

static void check_limits(const struct bs_plan *plan)
{
    BS_ASSERT(plan->source_count <= BS_PLAN_SOURCES_MAX);
    BS_ASSERT(plan->trigger_count <= BS_PLAN_TRIGGERS_MAX);
    BS_ASSERT(plan->workflow_count <= BS_PLAN_WORKFLOWS_MAX);
    BS_ASSERT(plan->step_count <= BS_PLAN_STEPS_MAX);
    for (uint32_t i = 0; i < plan->source_count; i++) {
        BS_ASSERT(plan->sources[i].every.ns > 0);
    }
    for (uint32_t i = 0; i < plan->trigger_count; i++) {
        BS_ASSERT(plan->triggers[i].source < plan->source_count ||
                  plan->triggers[i].source == BS_SOURCE_NONE);
        BS_ASSERT(plan->triggers[i].workflow < plan->workflow_count);
    }
    for (uint32_t i = 0; i < plan->workflow_count; i++) {
        BS_ASSERT(plan->workflows[i].step_count >= 1);
        BS_ASSERT(plan->workflows[i].step_first + plan->workflows[i].step_count <=
                  plan->step_count);
    }
}

static void place_lanes(struct bs_core *core)
{
    uint32_t lane = 0;

    for (uint32_t i = 0; i < bs_task_count(core->plan); i++) {
        struct bs_task_run *run = bs_core_task(core, i);

        run->lane_first = lane;
        run->lane_count = bs_task_lanes(core->plan, i);
        lane += run->lane_count;
    }
}

static void place_latches(struct bs_core *core)
{
    struct bs_latch_place *next = bs_core_part(core, core->latches_at, 0);

    for (uint32_t step = 0; step < core->plan->step_count; step++) {
        const struct bs_task_run *run =
            bs_core_task(core, bs_core_task_number(core, BS_TASK_LATCH, step));

        for (uint32_t which = 0; which < run->lane_count; which++) {
            *next++ = (struct bs_latch_place){step, which, run->lane_first + which};
        }
    }
}

struct bs_core *bs_core_init(void *memory, const struct bs_plan *plan,
                             const struct bs_core_options *options)
{
    const bs_uint128 seed = ((bs_uint128)options->seed_high << 64) | options->seed_low;
    struct bs_core *core = memory;

    BS_ASSERT(memory != NULL && options->orchestrator >= 1);
    check_limits(plan);

    memset(memory, 0, bs_core_size(plan));
    (void)lay_out(core, plan);
    core->plan = plan;
    core->pcg = bs_pcg_seeded(seed, options->seed_high ^ options->seed_low);
    core->orchestrator = options->orchestrator;
    core->calls = (uint64_t)(options->orchestrator - 1) << CALLS_SHIFT;
    core->execution.number = (uint64_t)(options->orchestrator - 1) << EXECUTIONS_SHIFT;
    for (uint32_t i = 0; i < plan->trigger_count; i++) {
        bs_core_trigger(core, i)->hold_from = BS_INSTANT_NEVER;
    }
    place_lanes(core);
    place_latches(core);
    return core;
}

bool bs_effects_have_room(const struct bs_effects *effects)
{
    return effects->count + BS_EFFECTS_PER_UNIT <= BS_EFFECTS_MAX;
}

static struct bs_effect *next_effect(struct bs_effects *effects, enum bs_effect_kind kind)
{
    struct bs_effect *effect;

    BS_ASSERT(effects->count < BS_EFFECTS_MAX);
    effect = &effects->items[effects->count++];
    memset(effect, 0, sizeof(*effect));
    effect->kind = kind;
    return effect;
}

struct bs_note *bs_effects_note(struct bs_effects *effects, enum bs_note_kind kind, uint32_t index)
{
    struct bs_note *note = &next_effect(effects, BS_EFFECT_NOTE)->as.note;

    note->kind = kind;
    note->index = index;
    return note;
}

/* Member by member: assigning the whole would carry the source's padding into bytes that are to stay zero. */
static void copy_request(struct bs_call_request *to, const struct bs_call_request *from)
{
    to->operation = from->operation;
    to->region = from->region;
    to->resource = from->resource;
    to->target = from->target;
    to->key = from->key;
    to->count = from->count;
    to->span = from->span;
    to->check = from->check;
    to->lease = from->lease;
}

/* Whom a call is for: a step of an execution, or the watching. */
static void address(struct bs_core *core, const struct bs_open_call *call, struct bs_send *send)
{
    struct bs_task task;

    send->step = BS_STEP_NONE;
    if (call->caller == BS_CALLER_LANE) {
        bs_task_describe(core, call->task, &task);
        send->step = task.step;
        send->execution = bs_core_task(core, call->task)->execution;
    }
}

uint64_t bs_core_send(struct bs_core *core, const struct bs_open_call *call,
                      const struct bs_call_request *request, struct bs_effects *effects)
{
    struct bs_send *send = &next_effect(effects, BS_EFFECT_SEND)->as.send;
    struct bs_open_call *open;

    BS_ASSERT(core->open_count < core->open_max);
    BS_ASSERT(bs_instant_before(core->now, call->deadline));

    open = bs_core_open_call(core, core->open_count++);
    *open = *call;
    open->number = ++core->calls;
    open->sent_at = core->now;
    open->operation = request->operation;
    send->call = open->number;
    copy_request(&send->request, request);
    send->deadline = call->deadline;
    address(core, call, send);
    return open->number;
}

bool bs_core_has_room_for_call(const struct bs_core *core)
{
    return core->open_count + core->plan->source_count + OWN_CALLS < core->open_max;
}

static struct bs_open_call close_call(struct bs_core *core, uint32_t index)
{
    struct bs_open_call call = *bs_core_open_call(core, index);

    core->open_count--;
    if (index < core->open_count) {
        memmove(bs_core_open_call(core, index), bs_core_open_call(core, index + 1),
                (core->open_count - index) * sizeof(call));
    }
    return call;
}

/* What the answer says about the resource, as far as one word can. */
static const char *detail_of(const struct bs_call_answer *answer)
{
    if (answer->outcome != BS_OUTCOME_OK || answer->state == BS_STATE_UNKNOWN) {
        return NULL;
    }
    return bs_resource_state_name(answer->state);
}

/* The one way in which a call ends: noted, then given to whoever asked. */
static void conclude(struct bs_core *core, uint32_t index, const struct bs_call_answer *answer,
                     struct bs_effects *effects)
{
    struct bs_open_call call = close_call(core, index);
    struct bs_note *note = bs_effects_note(effects, BS_NOTE_ANSWER, 0);

    note->state.outcome = answer->outcome;
    note->call = call.number;
    note->error = answer->error;
    note->detail = detail_of(answer);
    if (answer->code[0] != '\0') {
        bs_reason_add(&note->reason, answer->code);
    }
    switch (call.caller) {
    case BS_CALLER_SOURCE:
        bs_watch_answer(core, call.index, answer, effects);
        return;
    case BS_CALLER_LEASE:
        bs_lease_answer(core, answer, effects);
        return;
    case BS_CALLER_ORDERS:
        bs_orders_answer(core, answer, effects);
        return;
    case BS_CALLER_LANE:
        if (answer->outcome == BS_OUTCOME_INFO &&
            bs_operation_info(call.operation)->effect == BS_EFFECT_MUTATES_ONCE) {
            bs_core_reckon_with_late_calls(core); /* Whoever comes next, be it an alternative. */
        }
        bs_gate_closed(core, call.circuit, answer);
        bs_lane_answer(core, &call, answer, effects);
        return;
    }
}

static void on_start(struct bs_core *core, const struct bs_input *input, struct bs_effects *effects)
{
    (void)input;
    (void)effects;
    if (!core->is_started) {
        core->is_started = true;
        bs_watch_start(core);
        bs_lease_start(core);
        bs_orders_start(core);
    }
}

static void on_answer(struct bs_core *core, const struct bs_input *input,
                      struct bs_effects *effects)
{
    BS_ASSERT(input->answer != NULL);
    for (uint32_t i = 0; i < core->open_count; i++) {
        const struct bs_open_call *call = bs_core_open_call(core, i);

        /* An answer at the deadline itself is late: the call is already `info`. */
        if (call->number == input->call && bs_instant_before(core->now, call->deadline)) {
            conclude(core, i, input->answer, effects);
            return;
        }
    }
}

static void on_timer(struct bs_core *core, const struct bs_input *input, struct bs_effects *effects)
{
    (void)core;
    (void)input;
    (void)effects; /* What is due is found by settling. */
}

/* A step's time is the time in which somebody could work on it. */
static void on_resume(struct bs_core *core, const struct bs_input *input,
                      struct bs_effects *effects)
{
    (void)input;
    (void)effects;
    if (core->execution.pause == BS_PAUSE_NONE) {
        bs_execution_postpone(core, core->silence);
    }
}

typedef void input_fn(struct bs_core *core, const struct bs_input *input,
                      struct bs_effects *effects);

static input_fn *const input_handlers[BS_INPUT_KIND_COUNT] = {
    [BS_INPUT_START] = on_start,
    [BS_INPUT_ANSWER] = on_answer,
    [BS_INPUT_TIMER] = on_timer,
    [BS_INPUT_RESUME] = on_resume,
};

static bool expire_call(struct bs_core *core, struct bs_effects *effects)
{
    static const struct bs_call_answer info = {.outcome = BS_OUTCOME_INFO};

    for (uint32_t i = 0; i < core->open_count; i++) {
        if (bs_core_open_call(core, i)->deadline.ns <= core->now.ns) {
            conclude(core, i, &info, effects);
            return true;
        }
    }
    return false;
}

/* Does one unit of what is due; deadlines come first, so that what follows knows that they have passed. */
static bool settle(struct bs_core *core, struct bs_effects *effects)
{
    return expire_call(core, effects) || bs_lease_settle(core, effects) ||
           bs_watch_settle(core, effects) || bs_orders_settle(core, effects) ||
           bs_execution_settle(core, effects) || bs_latch_settle(core, effects);
}

static struct bs_instant wake_at(struct bs_core *core)
{
    struct bs_instant at = bs_instant_min(bs_watch_wake_at(core), bs_execution_wake_at(core));

    at = bs_instant_min(at, bs_instant_min(bs_lease_wake_at(core), bs_latch_wake_at(core)));
    at = bs_instant_min(at, bs_orders_wake_at(core));
    for (uint32_t i = 0; i < core->open_count; i++) {
        at = bs_instant_min(at, bs_core_open_call(core, i)->deadline);
    }
    return at;
}

void bs_core_step(struct bs_core *core, struct bs_instant now, const struct bs_input *input,
                  struct bs_effects *effects)
{
    BS_ASSERT((size_t)input->kind < BS_INPUT_KIND_COUNT);
    BS_ASSERT(now.ns >= core->now.ns);

    core->silence = bs_duration_between(core->now, now);
    core->now = now;
    effects->count = 0;
    effects->wake_at = BS_INSTANT_NEVER;
    if (!core->is_started && input->kind != BS_INPUT_START) {
        return;
    }
    input_handlers[input->kind](core, input, effects);
    while (bs_effects_have_room(effects)) {
        if (!settle(core, effects)) {
            effects->wake_at = wake_at(core);
            return;
        }
    }
    effects->wake_at = now;
}
