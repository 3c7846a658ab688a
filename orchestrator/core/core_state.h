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
#include <stdint.h>

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

/** What a block remembers about one of its lanes between two advances. Zero when the step starts. */
struct bs_lane_memory {
    uint32_t phase;
    uint32_t successes;           /* In a row. */
    int64_t change;               /* Route 53's number of the change. */
    struct bs_instant certain_at; /* Nothing sent before can take effect from then on. */
};

enum bs_lane_state {
    BS_LANE_IDLE,
    BS_LANE_CALLING,
    BS_LANE_BACKING_OFF, /* At wake_at the same call is made again. */
    BS_LANE_WAITING,     /* At wake_at the block goes on. */
    BS_LANE_DONE,
    BS_LANE_ACCEPTED,
    BS_LANE_FAILED,
};

/** One strand of a step: at most one open call. A step has one lane, a fence one per resource. */
struct bs_lane {
    enum bs_lane_state state;
    uint32_t tries;  /* Of the present call, in a row. */
    uint32_t rounds; /* Times the block has started anew after trouble. */
    bool is_judged;  /* The block judges trouble with the present call itself. */
    struct bs_instant wake_at;
    struct bs_call_request request;
    struct bs_lane_memory memory;
};

struct bs_step_run {
    enum bs_step_state state;
    uint32_t lane_first;
    uint32_t lane_count;
    uint32_t attempt;
    struct bs_instant started_at;
    struct bs_instant deadline;
    struct bs_reason reason; /* Why it failed, or what it last waited for. */
};

/** A step's calls have no later deadline than the step, so a step that has ended has none open. */
struct bs_open_call {
    uint64_t number;
    enum { BS_CALLER_SOURCE, BS_CALLER_LANE } caller;
    uint32_t index; /* Of the source or lane. */
    uint32_t step;
    struct bs_instant sent_at;
    struct bs_instant deadline;
    enum bs_operation operation;
};

struct bs_execution_run {
    uint64_t number; /* Of the latest, or where the numbers begin. */
    enum bs_execution_state state;
    uint32_t workflow;
    uint32_t trigger;
    uint32_t cursor; /* The row of the step or group that is being executed. */
    bool has_exceptions;
};

struct bs_core {
    const struct bs_plan *plan;
    struct bs_pcg pcg;
    struct bs_instant now;
    struct bs_duration silence; /* Between the step before and this one. */
    uint64_t calls;             /* The number of the last one made. */
    uint32_t orchestrator;
    bool is_started;
    struct bs_execution_run execution;
    uint32_t open_count;
    uint32_t open_max;
    uint32_t triggers_at; /* Offsets in bytes from the core's address. */
    uint32_t steps_at;
    uint32_t lanes_at;
    uint32_t open_at;
    uint32_t sources_at;
};

struct bs_source_run *bs_core_source(struct bs_core *core, uint32_t index);
struct bs_trigger_run *bs_core_trigger(struct bs_core *core, uint32_t index);
struct bs_step_run *bs_core_step_run(struct bs_core *core, uint32_t index);
struct bs_lane *bs_core_lane(struct bs_core *core, uint32_t index);
/** Open calls lie in the order they were made. */
struct bs_open_call *bs_core_open_call(struct bs_core *core, uint32_t index);

/** Whether one more unit of work (BS_EFFECTS_PER_UNIT effects at most) fits. */
enum { BS_EFFECTS_PER_UNIT = 6 };
bool bs_effects_have_room(const struct bs_effects *effects);

/** A note in the next effect, zeroed but for its kind and index. */
struct bs_note *bs_effects_note(struct bs_effects *effects, enum bs_note_kind kind, uint32_t index);

/** Opens a call for a source or lane and appends the effect. `call` has caller, index, step, deadline. */
void bs_core_send(struct bs_core *core, const struct bs_open_call *call,
                  const struct bs_call_request *request, struct bs_effects *effects);

#endif
