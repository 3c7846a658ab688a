/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_EFFECTS_H
#define BS_ORCHESTRATOR_CORE_EFFECTS_H

/**
 * What goes into the core and what comes out of it: inputs and effects, all plain data.
 *
 * Effects own nothing; their texts point into the plan, into tables of constants, or are held in place.
 * Unused bytes are zero, so that equal effects are equal byte for byte.
 */

#include <stdint.h>

#include "base/time.h"
#include "orchestrator/calls/calls.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/core/reason.h"
#include "orchestrator/core/states.h"

enum bs_input_kind {
    BS_INPUT_START,  /* Begin to watch. */
    BS_INPUT_ANSWER, /* A call was answered. */
    BS_INPUT_TIMER,  /* Time has passed. */
    BS_INPUT_RESUME, /* Whoever drives the core was away and is back. */
    BS_INPUT_KIND_COUNT,
};

/** Borrowed for the duration of the step. */
struct bs_input {
    enum bs_input_kind kind;
    uint64_t call;                       /* ANSWER: the call's number. */
    const struct bs_call_answer *answer; /* ANSWER only. */
};

/** Make this call and bring its answer back as an input, the sooner the better, once at most. */
struct bs_send {
    uint64_t call; /* Its number: 1, 2, 3, .. */
    struct bs_call_request request;
    struct bs_instant deadline; /* The core takes it for `info` from then on, by itself. */
    uint32_t step;              /* Index into the plan's steps, or BS_STEP_NONE: watching. */
    uint64_t execution;         /* That it is for, or 0: watching. */
};

enum bs_note_kind {
    BS_NOTE_SOURCE,
    BS_NOTE_DETECTION,
    BS_NOTE_DECISION,
    BS_NOTE_EXECUTION,
    BS_NOTE_STEP,
    BS_NOTE_RISK,
    BS_NOTE_LATCH,
    BS_NOTE_ANSWER,
};

/** How many of a trigger's sources (its own and the confirming ones) saw the failure. */
struct bs_vantage {
    uint32_t unhealthy;
    uint32_t sources;
};

/** A transition, for the history: each kind has the fields of the record of the same name. */
struct bs_note {
    enum bs_note_kind kind;
    uint32_t
        index; /* SOURCE: of the source; DETECTION, DECISION: of the trigger; STEP, RISK, LATCH: of
                             the step. */
    union {
        enum bs_source_state source;
        enum bs_detection_state detection;
        enum bs_execution_state execution;
        enum bs_step_state step;
        enum bs_latch_state latch;
        enum bs_call_outcome outcome; /* ANSWER. */
    } state;
    uint64_t execution;        /* DECISION, EXECUTION, STEP, RISK, LATCH: its number. */
    uint32_t workflow;         /* DECISION, EXECUTION, STEP, RISK: index. */
    enum bs_severity severity; /* DECISION. */
    uint32_t attempt; /* STEP: most tries that one of its calls has needed so far, from 1. */
    uint64_t call;    /* ANSWER. */
    struct bs_vantage vantage; /* DECISION, RISK. */
    enum bs_call_error error;  /* ANSWER. */
    const char *
        detail; /* ANSWER: the resource's state; RISK: the authority; LATCH: the resource; DECISION:
                                the kind of failure; else NULL. */
    struct bs_reason reason; /* Empty: none. ANSWER: the service's code. */
};

enum bs_effect_kind {
    BS_EFFECT_SEND,
    BS_EFFECT_NOTE,
};

struct bs_effect {
    enum bs_effect_kind kind;
    union {
        struct bs_send send;
        struct bs_note note;
    } as;
};

enum { BS_EFFECTS_MAX = 32 };

/** Perform them in array order. */
struct bs_effects {
    struct bs_effect items[BS_EFFECTS_MAX];
    uint32_t count;
    struct bs_instant wake_at; /* When to give a TIMER input next; BS_INSTANT_NEVER: not at all. */
};

#endif
