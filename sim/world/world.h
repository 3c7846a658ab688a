/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_WORLD_H
#define BS_SIM_WORLD_WORLD_H

/**
 * What AWS, the network, DNS resolvers and clients would do: the scenario come to life on a simulation.
 *
 * The world answers typed calls and writes its own part of the history. It never knows which plan is being
 * run. Everything random in it is drawn from streams keyed by entity and purpose, so that two worlds with
 * the same root differ only where their scenarios do.
 *
 * Detail is a matter of cost only: with BS_DETAIL_SKIP, stretches in which every outcome is determined and
 * no state changes are counted in closed form; with BS_DETAIL_EVERY_EVENT each request, probe and refresh
 * is an event of its own. The history is the same byte for byte.
 */

#include <stdint.h>

#include "base/arena.h"
#include "base/document.h"
#include "base/history.h"
#include "base/status.h"
#include "base/stream.h"
#include "orchestrator/calls/calls.h"
#include "sim/engine/simulation.h"
#include "sim/scenario/scenario.h"

enum bs_detail {
    BS_DETAIL_SKIP,
    BS_DETAIL_EVERY_EVENT,
};

/** All borrowed; they outlive the world. The simulation stands at instant 0. */
struct bs_world_options {
    const struct bs_scenario *scenario;
    struct bs_simulation *simulation;
    struct bs_history *history;
    struct bs_stream_root root;
    enum bs_detail detail;
    struct bs_arena
        *arena; /* Where the world lives, empty again when it ends; NULL: one of its own. */
};

struct bs_world;

/** BS_ERR_LIMIT if the scenario asks for more than the world holds; `error` says what. */
enum bs_status bs_world_new(const struct bs_world_options *options, struct bs_world **world,
                            struct bs_error *error);
void bs_world_destroy(struct bs_world *world);

/** Writes the initial states to the history and schedules everything that happens by itself. */
void bs_world_start(struct bs_world *world);

/** At the end of the run: counts what is still open and writes observations and ledgers to the history. */
void bs_world_finish(struct bs_world *world);

/** Delivers an answer, in an event of its own. The answer is borrowed for the duration of the call. */
typedef void bs_world_answer_fn(void *self, uint64_t call, const struct bs_call_answer *answer);

/**
 * Sends a call on its way from `from_region` (BS_NONE: from outside every Region). It takes effect after
 * the network's latency, and its answer comes back later still, or never: an endpoint that hangs answers
 * nothing. `call` numbers are the caller's and are used once.
 */
void bs_world_call(struct bs_world *world, uint64_t call, const struct bs_call_request *request,
                   int32_t from_region, bs_world_answer_fn *answer, void *self);

/** What somebody who writes to the application calls a write, to read it back by. */
struct bs_write_number {
    uint64_t run;
    uint64_t sequence;
};

/** Who asks the application. */
struct bs_world_asker {
    bs_world_answer_fn *answer;
    void (*lost)(void *self); /* Called if no answer will ever come. */
    void *self;
    /* Of a WRITE, which is then kept, or of a READ_BACK, answered by 404 where the write is not. Copied;
       NULL: it has none. */
    const struct bs_write_number *number;
};

/** As bs_world_call(), for an HTTP_REQUEST. The request's texts outlive it; `asker` is copied. */
void bs_world_ask_application(struct bs_world *world, uint64_t call,
                              const struct bs_call_request *request, int32_t from_region,
                              const struct bs_world_asker *asker);

/**
 * A request of somebody whom the world does not know in types: how it fares on its way is the world's, what
 * the service does with it is the visitor's.
 */
struct bs_world_visit {
    const char *service; /* "rds": as in BS_OPERATIONS. */
    const char *region;
    /* Called when it has arrived and is let in; false: no answer is to come of it. */
    bool (*perform)(void *self);
    /* As of a call. The outcome is OK if it was performed, else says why not. */
    bs_world_answer_fn *answer;
    /* Called if neither an answer nor a refusal will ever come. May be NULL. */
    void (*lost)(void *self);
    void *self;
};

/** As bs_world_call(), for a visit. The texts outlive it. */
void bs_world_visit_service(struct bs_world *world, uint64_t call,
                            const struct bs_world_visit *visit, int32_t from_region);

/**
 * Lets a service do at once what a call asks, as when it has just arrived. The answer is OK and empty before.
 * False: no answer comes of it. `call` decides what is drawn for it.
 */
bool bs_world_perform(struct bs_world *world, uint64_t call, const struct bs_call_request *request,
                      struct bs_call_answer *answer);

/* ---- Faults while it goes on ---- */

/** Of all faults that are added to a world together; one begins at least once. */
enum { BS_WORLD_ADDED_ONSETS_MAX = 4096 };

/**
 * Adds one fault, or a list of them, in the scenario's grammar. `at` counts from now; `after` may name any
 * fault that there is or was, and what would have begun already begins now. What begins now does so when the
 * simulation runs next. All are added, or none: BS_ERR_INPUT with a position; BS_ERR_LIMIT. The document is
 * the world's from then on, even if this fails.
 */
enum bs_status bs_world_add_faults(struct bs_world *world, struct bs_document *document,
                                   struct bs_error *error);

/** Ends the fault of that name now (NULL: all that are not over), for good; how many those were. */
size_t bs_world_end_faults(struct bs_world *world, const char *name);

enum bs_fault_stage {
    BS_FAULT_STAGE_TO_COME, /* For the first time or again. */
    BS_FAULT_STAGE_ON,
    BS_FAULT_STAGE_OVER,
};

struct bs_world_fault {
    const char *name; /* Borrowed from the world. */
    enum bs_fault_kind kind;
    enum bs_fault_stage stage;
    struct bs_instant from; /* This time or the next; of one that is over, the first. */
    struct bs_instant to;   /* BS_INSTANT_NEVER: it lasts. */
};

/** All that there ever were: the scenario's, then those added. */
size_t bs_world_fault_count(const struct bs_world *world);
struct bs_world_fault bs_world_fault(const struct bs_world *world, size_t index);

/** Whether no fault is on. */
bool bs_world_is_well(const struct bs_world *world);

const struct bs_scenario *bs_world_scenario(const struct bs_world *world);

/** The first thing that went wrong inside (event bound, memory), or BS_OK. */
enum bs_status bs_world_status(const struct bs_world *world);

#endif
