/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_RUNNER_PORTS_H
#define BS_ORCHESTRATOR_RUNNER_PORTS_H

/**
 * What a runner needs from the place it runs in: somewhere to write, something to call, something to wake it.
 *
 * A port's functions are called from within the runner's; none of them may call the runner back before it
 * has returned (asserted). They must not fail in other ways than said here.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/time.h"
#include "orchestrator/calls/calls.h"

struct bs_error;

/**
 * Append-only memory that survives. When append() returns BS_OK the entry is durable, whole and after all
 * earlier ones; anything else stops the runner for good. `bytes` is borrowed for the call.
 *
 * read() gives the entry at `*offset` (0: the first) and moves the offset on; BS_ERR_LIMIT after the last
 * entry, BS_ERR_IO for one that cannot be read whole. It is used by bs_runner_resume() only. What it gives is
 * borrowed until the next call. It sets `error` (may be NULL) if it knows more than that. A journal need not
 * tell whether entries are altered or in order: the runner seals them (seal.h).
 */
struct bs_journal_port {
    void *self;
    enum bs_status (*append)(void *self, const void *bytes, size_t length);
    enum bs_status (*read)(void *self, size_t *offset, const unsigned char **bytes, size_t *length,
                           struct bs_error *error);
    bool is_never_read; /* Only lengths count: append() gets the entry's without its bytes. */
};

/**
 * Makes a call and returns at once. The answer is brought later by bs_runner_answer(), at most once, from
 * outside of send(), be it at the same instant. An answer need not come, and may come after the deadline: the
 * core keeps the deadline itself. `request` is borrowed for the call, its texts live as long as the plan.
 */
struct bs_calls_port {
    void *self;
    void (*send)(void *self, uint64_t call, const struct bs_call_request *request,
                 struct bs_instant deadline);
};

/**
 * The one timer: bs_runner_timer() is to be called at `at`, from outside of set(); a later set() replaces
 * the earlier. BS_INSTANT_NEVER: not at all. `at` is later than the instant of the input that set it.
 */
struct bs_timer_port {
    void *self;
    void (*set)(void *self, struct bs_instant at);
};

#endif
