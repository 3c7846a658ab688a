/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_CORE_STATE_H
#define BS_ORCHESTRATOR_CORE_CORE_STATE_H

/**
 * The core's state, for the core's own files only.
 *
 * A header followed by one array per kind of thing, at offsets kept in the header, so that the whole can be
 * copied. Functions that may append effects take `effects` last.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/assert.h"
#include "base/pcg.h"
#include "orchestrator/core/core.h"

struct bs_source_run {
    enum bs_source_state state;
    bool is_asking; /* A call is open. */
    int64_t failures;
    struct bs_instant next_at;
};

struct bs_trigger_run {
    enum bs_detection_state state;
    struct bs_instant
        hold_from; /* Since when the confirming condition holds; NEVER: it does not. */
};

/** What a block remembers about one of its lanes between two advances. Zero when the task starts. */
struct bs_lane_memory {
    uint32_t phase;
    uint32_t successes;           /* In a row. */
    int64_t change;               /* Route 53's number of the change; what an operator decided. */
    struct bs_instant certain_at; /* Nothing sent before can take effect from then on. */
    struct bs_instant since;      /* Since when something holds. */
    struct bs_duration loss;      /* The worst seen. */
};

enum bs_lane_state {
    BS_LANE_IDLE,
    BS_LANE_CALLING,
    BS_LANE_QUEUED, /* The gate holds its call back, until wake_at or until something else changes. */
    BS_LANE_BACKING_OFF, /* At wake_at the same call is made again. */
    BS_LANE_WAITING,     /* At wake_at the block goes on. */
    BS_LANE_DONE,
    BS_LANE_ACCEPTED,
    BS_LANE_FAILED,
};

/** One strand of a task: at most one open call. A task has one lane, a fence's one per resource. */
struct bs_lane {
    enum bs_lane_state state;
    uint32_t tries;   /* Of the present call, in a row. */
    uint32_t rounds;  /* Times the block has started anew after trouble. */
    bool is_judged;   /* The block judges trouble with the present call itself. */
    bool is_asking;   /* It waits for a person. */
    bool is_latched;  /* A latch's lane only: the fence is to be kept up, .. */
    bool is_enforced; /* .. and was, when last looked at; .. */
    bool is_released; /* .. or the last step that released fences took it off. */
    uint64_t call;    /* The open one. */
    struct bs_instant wake_at;
    struct bs_call_request request;
    struct bs_lane_memory memory;
};

/**
 * What a step has to be done: its block, the undo of it, the keeping of its latch; and the questions that
 * the core itself has for people. Task number = role * steps + step; the core's own follow.
 */
enum bs_task_role {
    BS_TASK_DO,
    BS_TASK_UNDO,
    BS_TASK_LATCH,
    BS_TASK_ROLE_COUNT,
};

enum bs_own_task {
    BS_OWN_TASK_FAILED_STEP, /* What is to be done about a failed step? */
    BS_OWN_TASK_UNLEASED,    /* May it go on without the lease? */
    BS_OWN_TASK_COUNT,
};

struct bs_task_run {
    uint32_t lane_first;
    uint32_t lane_count;
    uint32_t attempt;
    uint64_t execution; /* That it is done for. */
    struct bs_instant started_at;
    struct bs_instant deadline;
    struct bs_reason reason; /* Why it failed, or what it last waited for. */
};

struct bs_step_run {
    enum bs_step_state state; /* Groups have one too, without notes. */
    bool has_latched;     /* Its latches were set; whether they still are is for others to say. */
    bool is_undone;       /* Undoing is over. */
    bool has_failed_undo; /* It failed, and nobody has said yet what is to be done. */
};

/** Where the latch of one of a fence step's resources is: found once, for it is asked whatever happens. */
struct bs_latch_place {
    uint32_t step;
    uint32_t which; /* Of the step's resources, .. */
    uint32_t lane;  /* .. and its lane among all. */
};

/** A task's calls have no later deadline than the task, so one that has ended by itself has none open. */
struct bs_open_call {
    uint64_t number;
    enum { BS_CALLER_SOURCE, BS_CALLER_LANE, BS_CALLER_LEASE, BS_CALLER_ORDERS } caller;
    uint32_t index;   /* Of the source or lane. */
    uint32_t task;    /* LANE. */
    uint32_t circuit; /* LANE: index, or BS_CIRCUIT_NONE. */
    struct bs_instant sent_at;
    struct bs_instant deadline;
    enum bs_operation operation;
};

enum bs_phase_of_execution {
    BS_EXECUTION_FORWARD,
    BS_EXECUTION_BACKWARD, /* Rolling back. */
    BS_EXECUTION_ENDING,   /* What still runs is given up; then it enters `ending`. */
};

enum bs_pause {
    BS_PAUSE_NONE,
    BS_PAUSE_FAILED_STEP,
    BS_PAUSE_OPERATOR,
    BS_PAUSE_LEASE,
};

struct bs_execution_run {
    uint64_t number; /* Of the latest, or where the numbers begin. */
    enum bs_execution_state state;
    enum bs_phase_of_execution phase;
    enum bs_pause pause;
    enum bs_execution_state ending;
    struct bs_reason ending_reason;
    uint32_t workflow;
    uint32_t trigger;
    uint32_t failed; /* The step that it stands for. */
    bool has_exceptions;
    bool is_skipping; /* Failed steps are being passed over one by one. */
    uint32_t pauses;  /* So far: each has a question of its own. */
    struct bs_instant paused_at;
    struct bs_instant deadline;
    struct bs_instant healthy_by; /* While it monitors health. */
};

enum bs_circuit_state { BS_CIRCUIT_CLOSED, BS_CIRCUIT_OPEN, BS_CIRCUIT_HALF_OPEN };

#define BS_CIRCUIT_NONE UINT32_MAX
enum { BS_CIRCUITS_MAX = 64 };

/** One service in one Region. */
struct bs_circuit {
    const char *service;
    const char *region;
    enum bs_circuit_state state;
    int64_t failures; /* In a row. */
    int64_t trials;   /* Calls made since it is half open. */
    int64_t open_calls;
    struct bs_instant open_until;
    struct bs_instant quiet_until; /* Asked to slow down. */
};

struct bs_lease_run {
    bool is_held; /* `until` counts. */
    bool is_asking;
    bool is_unleased; /* A person has said to go on without. */
    bool is_doubted;  /* The store did not answer last time. */
    uint64_t token;
    struct bs_instant until;
    struct bs_instant asked_until; /* By the open call. */
    struct bs_instant next_at;
};

struct bs_orders_run {
    bool is_asking;
    int64_t last; /* The number of the last one heard. */
    struct bs_instant next_at;
};

struct bs_core {
    const struct bs_plan *plan;
    struct bs_pcg pcg;
    struct bs_instant now;
    struct bs_duration silence; /* Between the step before and this one. */
    uint64_t calls;             /* The number of the last one made. */
    uint32_t orchestrator;
    bool is_started;
    enum bs_side side; /* Which Region serves. */
    struct bs_instant
        quiet_at; /* What others, or earlier executions, sent can take effect until then. */
    struct bs_execution_run execution;
    struct bs_lease_run lease;
    struct bs_orders_run orders;
    uint32_t circuit_count;
    struct bs_circuit circuits[BS_CIRCUITS_MAX];
    uint32_t open_count;
    uint32_t open_max;
    uint32_t triggers_at; /* Offsets in bytes from the core's address. */
    uint32_t steps_at;
    uint32_t tasks_at;
    uint32_t lanes_at;
    uint32_t open_at;
    uint32_t sources_at;
    uint32_t latches_at;
    uint32_t latch_count;
};

/** How many tasks a plan has. */
static inline uint32_t bs_task_count(const struct bs_plan *plan)
{
    return BS_TASK_ROLE_COUNT * plan->step_count + BS_OWN_TASK_COUNT;
}

/** @{ The parts of the state. In the header: whatever happens, all of them are asked. */
static inline void *bs_core_part(struct bs_core *core, uint32_t at, size_t offset)
{
    return (unsigned char *)core + at + offset;
}

static inline struct bs_source_run *bs_core_source(struct bs_core *core, uint32_t index)
{
    BS_ASSERT(index < core->plan->source_count);
    return bs_core_part(core, core->sources_at, index * sizeof(struct bs_source_run));
}

static inline struct bs_trigger_run *bs_core_trigger(struct bs_core *core, uint32_t index)
{
    BS_ASSERT(index < core->plan->trigger_count);
    return bs_core_part(core, core->triggers_at, index * sizeof(struct bs_trigger_run));
}

static inline struct bs_step_run *bs_core_step_run(struct bs_core *core, uint32_t index)
{
    BS_ASSERT(index < core->plan->step_count);
    return bs_core_part(core, core->steps_at, index * sizeof(struct bs_step_run));
}

static inline struct bs_task_run *bs_core_task(struct bs_core *core, uint32_t number)
{
    BS_ASSERT(number < bs_task_count(core->plan));
    return bs_core_part(core, core->tasks_at, number * sizeof(struct bs_task_run));
}

static inline struct bs_lane *bs_core_lane(struct bs_core *core, uint32_t index)
{
    return bs_core_part(core, core->lanes_at, index * sizeof(struct bs_lane));
}

/** Open calls lie in the order they were made. */
static inline struct bs_open_call *bs_core_open_call(struct bs_core *core, uint32_t index)
{
    BS_ASSERT(index < core->open_max);
    return bs_core_part(core, core->open_at, index * sizeof(struct bs_open_call));
}

/** Latches lie in the order of the plan. */
static inline const struct bs_latch_place *bs_core_latch(struct bs_core *core, uint32_t number)
{
    BS_ASSERT(number < core->latch_count);
    return bs_core_part(core, core->latches_at, number * sizeof(struct bs_latch_place));
}
/** @} */

static inline uint32_t bs_core_task_number(const struct bs_core *core, enum bs_task_role role,
                                           uint32_t step)
{
    BS_ASSERT(step < core->plan->step_count);
    return (uint32_t)role * core->plan->step_count + step;
}

static inline uint32_t bs_core_own_task_number(const struct bs_core *core, enum bs_own_task task)
{
    return BS_TASK_ROLE_COUNT * core->plan->step_count + (uint32_t)task;
}

/** Notes that the present workflow has moved the service to the other side. */
void bs_core_moved(struct bs_core *core);

/** Notes that somebody other than the present execution may have calls on their way. */
void bs_core_reckon_with_late_calls(struct bs_core *core);

/** Whether one more unit of work (BS_EFFECTS_PER_UNIT effects at most) fits. */
enum { BS_EFFECTS_PER_UNIT = 6 };
bool bs_effects_have_room(const struct bs_effects *effects);

/** A note in the next effect, zeroed but for its kind and index. */
struct bs_note *bs_effects_note(struct bs_effects *effects, enum bs_note_kind kind, uint32_t index);

/** Whether a lane may open a call; sources, lease and orders always may. */
bool bs_core_has_room_for_call(const struct bs_core *core);

/** Opens a call and appends the effect. `call` has caller, index, task, circuit and deadline; its number. */
uint64_t bs_core_send(struct bs_core *core, const struct bs_open_call *call,
                      const struct bs_call_request *request, struct bs_effects *effects);

#endif
