/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_DEEDS_H
#define BS_CLI_DEEDS_H

/**
 * What a command of somebody's does to a mock's world, as the history of an orchestrator that did the same.
 *
 * That the command is started is the detection, the decision and the start of execution 1; its calls to AWS
 * are CALL and ANSWER. Those of one operation on one resource in one Region are one step, which lasts from
 * the first to the last of them: asking until something is there is one step with many attempts. A step
 * whose last call failed counts as failed, and as passed over once the command goes on to another. When the
 * command ends, so does the execution: completed, or failed if it did not end with 0.
 *
 * Calls belong to no step in the sense of checks that judge how an orchestrator of ours repeats them: how an
 * SDK retries is its own affair.
 */

#include "base/history.h"
#include "mocks/mock.h"
#include "sim/scenario/scenario.h"

struct bs_deeds_options {
    const struct bs_scenario *scenario; /* Borrowed, as the texts. */
    const char *name;                   /* Of the command. */
    /* Who answers for a promotion without a fence; NULL: nobody. */
    const char *authority;
};

struct bs_deeds;

/** NULL if the allocator says no. */
struct bs_deeds *bs_deeds_new(const struct bs_deeds_options *options);
void bs_deeds_destroy(struct bs_deeds *deeds);

/** For the mock's options. */
struct bs_mock_witness bs_deeds_witness(struct bs_deeds *deeds);

/** The command is started now. For bs_mock_write_down(), `self` being the deeds. */
void bs_deeds_begin(void *self, struct bs_history *history, struct bs_instant now);

/** It has ended; what is answered later is not written down. `failure` is NULL if it ended well. */
void bs_deeds_end(struct bs_deeds *deeds, struct bs_history *history, struct bs_instant now,
                  const char *failure);

/** The steps there were, as PLANNED at instant 0: no plan is known but what was done. */
void bs_deeds_describe(const struct bs_deeds *deeds, struct bs_history *history);

/** How many calls there were, and how many of them are not in the history since they were too many. */
uint64_t bs_deeds_calls(const struct bs_deeds *deeds);
uint64_t bs_deeds_unwritten(const struct bs_deeds *deeds);

#endif
