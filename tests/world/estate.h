/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_WORLD_ESTATE_H
#define BS_TESTS_WORLD_ESTATE_H

/**
 * A small world of its own for a test that drives one service directly, without an orchestrator.
 *
 * Every function fails the running test if something goes wrong that the test is not about.
 */

#include "base/history.h"
#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world_state.h"

struct estate {
    const struct bs_scenario *scenario; /* Borrowed. */
    struct bs_simulation *simulation;
    struct bs_history *history;
    struct bs_world *world;
    enum bs_detail detail;
    uint64_t calls;
    struct bs_call_answer answer; /* The last one. */
    bool is_answered;
};

/** A scenario from YAML text. */
struct bs_scenario *estate_scenario(const char *text);

/** The scenario's world, started, at instant 0, under a stream root. */
void estate_open(struct estate *estate, const struct bs_scenario *scenario,
                 struct bs_stream_root root);

/** As above with every request an event, or not. */
void estate_open_detailed(struct estate *estate, const struct bs_scenario *scenario,
                          struct bs_stream_root root, enum bs_detail detail);

/** The same estate under another root, from instant 0; cheaper than a new one. */
void estate_open_again(struct estate *estate, struct bs_stream_root root);

void estate_close(struct estate *estate);

/** Runs the events up to and including an instant. */
void estate_run(struct estate *estate, struct bs_instant until);

/** Sends a call from outside every Region; its answer is left in `answer`. */
void estate_send(struct estate *estate, const struct bs_call_request *request);

/** Sends a call and runs until its answer is here, a minute at the most. */
const struct bs_call_answer *estate_call(struct estate *estate,
                                         const struct bs_call_request *request);

#endif
