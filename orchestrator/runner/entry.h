/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_RUNNER_ENTRY_H
#define BS_ORCHESTRATOR_RUNNER_ENTRY_H

/**
 * Journal entries: an input or an effect of the core as bytes, without pointers and without padding.
 *
 * Integers are little-endian, 8 bytes each; texts are a 2-byte length and the bytes, 0xFFFF standing for
 * NULL. An entry begins with its kind (1 byte) and the instant.
 *
 *   input:  kind of input, call, and for answers every field of struct bs_call_answer in order
 *   send:   call, operation, region, resource, target, count, check, deadline, step
 *   note:   kind of note, index, state, workflow, attempt, call, unhealthy, sources, detail, reason
 */

#include <stddef.h>

#include "base/time.h"
#include "orchestrator/core/effects.h"

enum { BS_ENTRY_BYTES_MAX = 1024 };

enum bs_entry_kind {
    BS_ENTRY_INPUT = 1,
    BS_ENTRY_SEND = 2,
    BS_ENTRY_NOTE = 3,
};

struct bs_entry {
    size_t length;
    unsigned char bytes[BS_ENTRY_BYTES_MAX];
};

/** Overwrites `entry`. Asserts that it fits; texts are cut at 200 bytes. */
void bs_entry_input(struct bs_entry *entry, struct bs_instant now, const struct bs_input *input);
void bs_entry_effect(struct bs_entry *entry, struct bs_instant now, const struct bs_effect *effect);

#endif
