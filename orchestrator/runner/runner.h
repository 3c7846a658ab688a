/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_RUNNER_RUNNER_H
#define BS_ORCHESTRATOR_RUNNER_RUNNER_H

/**
 * The order of things, once, for every place the orchestrator runs in.
 *
 * The journal begins with a header that says whose it is, and each entry is sealed (seal.h). For each
 * input: append it to the journal, step the core, and for each effect in order append it to the
 * journal, write it to the history, and only then perform it. Nothing is ever sent that the journal does not
 * hold. If an append fails the runner stops safely: it sends nothing more, ignores all further input, and
 * the history says that the orchestrator stopped, and with it its execution failed, for that reason.
 *
 * The runner writes these records: SOURCE, DETECTION, DECISION, EXECUTION, STEP, RISK, LATCH, CALL,
 * ANSWER, and ORCHESTRATOR when it stops. An ANSWER is written for every call exactly once: with its answer,
 * or as `info` when its deadline passes.
 */

#include <stdint.h>

#include "base/history.h"
#include "base/status.h"
#include "base/time.h"
#include "orchestrator/core/core.h"
#include "orchestrator/runner/ports.h"

struct bs_runner;

struct bs_runner_options {
    const struct bs_plan *plan; /* Outlives the runner. */
    struct bs_history *history; /* Borrowed; appended to. */
    uint64_t *
        records; /* Counts the records of notes and calls written to the history; lives and dies with
                          the history, and so tells a resumed runner whether the last was written. */
    const char
        *identity; /* Of plan and whatever else makes this run: a journal is resumed by a runner
                              of the same only. At most BS_ENTRY_IDENTITY_MAX bytes. */
    uint32_t orchestrator; /* Its number among those of this history, from 1. */
    uint64_t seed_high;    /* Jitter: see bs_core_init(). */
    uint64_t seed_low;
    struct bs_journal_port journal; /* All ports are used until bs_runner_destroy(). */
    struct bs_calls_port calls;
    struct bs_timer_port timer;
};

/** NULL if the allocator says no. */
struct bs_runner *bs_runner_new(const struct bs_runner_options *options);
void bs_runner_destroy(struct bs_runner *runner);

/** @{ Inputs. `now` never goes back. None of these may be called from within a port's function (asserted). */
/** For an empty journal (asserted if it can be read); bs_runner_resume() is for any. */
void bs_runner_start(struct bs_runner *runner, struct bs_instant now);
/**
 * Goes on where a runner of the same identity and seed left off: the journal's inputs are given to the core
 * again, its effects compared with the journal's, those that were never journaled are performed now, and
 * time goes on at `now`. What was journaled last may or may not have been done: a record that is missing is
 * written, a call is not sent again; its deadline makes it `info`. So is a call that was never sent and whose
 * deadline has passed by now. An empty journal starts from the beginning.
 *
 * Refused is a journal with an entry that is torn, altered, missing, repeated or moved, that is another's, or
 * whose effects are not what the core makes of its inputs. A journal that merely ends early is what a crash
 * leaves, and resumed.
 *
 * @param[out] error  May be NULL. Which entry, counted from 0 (the header), and what is wrong with it.
 * @return BS_OK; BS_ERR_IO if the journal is refused; BS_ERR_INPUT if `now` is before its last entry. Nothing
 *         is done then, and the runner is stopped. Also what the journal's append returned, if that failed.
 */
enum bs_status bs_runner_resume(struct bs_runner *runner, struct bs_instant now,
                                struct bs_error *error);
/** Answers to unknown, answered or expired calls are allowed and change nothing. */
void bs_runner_answer(struct bs_runner *runner, struct bs_instant now, uint64_t call,
                      const struct bs_call_answer *answer);
/** Early and needless calls are harmless. */
void bs_runner_timer(struct bs_runner *runner, struct bs_instant now);
/** @} */

/** BS_OK, or why the runner has stopped: what the journal's append or bs_runner_resume() returned. */
enum bs_status bs_runner_status(const struct bs_runner *runner);

#endif
